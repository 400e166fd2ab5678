# A report as PDF.
pdf-title = Verification report
pdf-dossier = Summary of verification
pdf-not-original = This print-out is no original: what counts is the signed e-document itself.
pdf-again = To check again, open the e-document itself in Zīmogs or run edoc verify; it is the same file if its SHA-256 is the same. A report kept as JSON is checked again with edoc recheck.
pdf-page = page { $page } of { $pages }
pdf-on-page = page { $page }
pdf-continued = { $title } (continued)
pdf-verdicts = Verdicts
pdf-exams = Results by exam
pdf-left-out = { $count ->
    [one] { $count } more line had no room here: edoc verify or edoc dossier prints all of it.
   *[other] { $count } more lines had no room here: edoc verify or edoc dossier prints all of it.
}
pdf-letters = Characters that the font of this print-out lacks are written by their Unicode number, such as [U+4E2D].
