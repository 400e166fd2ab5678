# A dossier as a table.
table-verdict = Verdict
table-code = Code
table-person = Person
table-identifier = Personal code
table-exam = Exam
table-level = Level
table-year = Year
table-exam-day = Exam date
table-result = Result, %
table-unconfirmed = Not confirmed, %
table-parts = Parts
table-signer = Signer
table-proven-time = Proven time (UTC)
table-file = File
table-sha256 = SHA-256
table-why = Why
table-findings = Across files
table-policy = Rules
table-lists = Trusted lists
table-program = Program
table-checked-at = Checked for (UTC)
table-not-examined = NOT CHECKED
table-lists-many = { $count ->
    [one] { $count } list, the oldest of { $date }
   *[other] { $count } lists, the oldest of { $date }
}
