# What several files say together.
dossier-several-persons = The folder “{ $folder }” holds exam certificates of several persons: { $persons }.
dossier-names-spelling = The personal code { $code } stands beside a name that is spelt in different ways: { $names }.
dossier-names-different = The personal code { $code } stands beside different names: { $names }. Make sure that this is one person.
dossier-name-alone = { $name }: one of the exam certificates has no personal code. Make sure that this is one person.
dossier-same-exam-same = { $person }: the exam “{ $exam }” is in several files, with the same result.
dossier-same-exam-different = { $person }: the exam “{ $exam }” is in several files, and the results differ.
dossier-same-exam-not-known = { $person }: the exam “{ $exam }” is in several files. Compare the results in the documents.
dossier-same-file = One and the same file under several names: { $files }.
dossier-named-after-another = The file “{ $file }” has the surname { $surname } in its name but holds another person’s exam certificate: { $person }.
dossier-named-after-subject = The file “{ $file }” has “{ $named }” in its name, but the exam certificate is about another exam: { $subject }.
dossier-nobody = Person not established
dossier-person-certificates = { $count ->
    [one] { $count } exam certificate
   *[other] { $count } exam certificates
}
dossier-person-genuine = { $count ->
    [one] { $count } valid
   *[other] { $count } valid
}
dossier-by-name = by name, without a personal code
dossier-exam-median = median { $percent }
dossier-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
dossier-band = { $from }–{ $to } %: { $count }
