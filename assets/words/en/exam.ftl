# Exam certificate: fields, findings, reasons.
exam-title = Exam result
exam-kind-certificate = Certificate of the centralised exam
exam-kind-extract = Extract
exam-kind-statement = Statement
exam-kind-language-proficiency = Certificate of proficiency in the state language
exam-person = Name
exam-identifier = Personal code
exam-identifier-other = Identifier
exam-class = Class
exam-stage = Stage of education
exam-subject = Subject
exam-level = Level
exam-year = Year
exam-date = Exam date
exam-series = Series
exam-number = Number
exam-school = School
exam-overall = Overall result
exam-parts = Exam parts
exam-language-level = Language proficiency level
exam-issuer = Issuer by the document
exam-issue-date = Date of issue
exam-not-certain = compare with the document
exam-not-found = cannot be read from the document with certainty

exam-standing-not-confirmed = The result is not confirmed: the document is not proven to be genuine.
exam-by-facts = Taken from saved facts, which anybody may have altered: no proof of the result.
exam-standing-withheld = The result is withheld because the document is not valid.
exam-standing-none = There is no exam result in this file that may be shown.

exam-finding-two-overall-results = The document has several different overall results ({ $values }), so see the result in the document itself.
exam-finding-percent-out-of-range = The document has “{ $text }” where a percentage should be, which is not a possible result.
exam-finding-two-names = The document has several different names: { $names }.
exam-finding-overall-not-certain = The overall result could not be read with certainty, so see it in the document itself.

exam-unreadable-unknown-type = No exam result is looked for in a file of this type.
exam-unreadable-no-text = The file has no text, only an image, so see the result in the document itself.
exam-unreadable-not-an-exam-certificate = This is not an exam certificate.
exam-unreadable-damaged = The file is damaged or too complicated, so the result could not be read.
