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
