# A dossier as a table.
columns-verdict = Verdict
columns-code = Code
columns-person = Person
columns-identifier = Personal code
columns-exam = Exam
columns-level = Level
columns-year = Year
columns-exam-day = Exam date
columns-result = Result, %
columns-unconfirmed = Not confirmed, %
columns-parts = Parts
columns-signer = Signer
columns-proven-time = Proven time (UTC)
columns-file = File
columns-sha256 = SHA-256
columns-why = Why
columns-findings = Across files
columns-policy = Rules
columns-lists = Trusted lists
columns-program = Program
columns-checked-at = Checked for (UTC)
columns-not-examined = NOT CHECKED
columns-lists-many = { $count ->
    [one] { $count } list, the oldest of { $date }
   *[other] { $count } lists, the oldest of { $date }
}
columns-sheet-certificates = Certificates
columns-sheet-files = Files
columns-sheet-persons = Persons
columns-sheet-findings = Across files
columns-sheet-checked = How it was checked
columns-known-by = Known by
columns-by-code = personal code
columns-by-identifier = other number and name
columns-by-name = name alone
columns-certificates = Exam certificates
columns-genuine = Valid
columns-item = Item
columns-value = Value
columns-note = Note
columns-again = To check again
columns-note-original = This table is no original: what counts is the signed e-documents.
columns-note-results = Only the column “Result, %” holds confirmed results. What stands under “Not confirmed, %” is no result.
columns-note-recheck = edoc dossier --format json keeps a report, and edoc recheck says later whether it still holds.
