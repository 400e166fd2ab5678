# Ko vairākas datnes saka kopā.
dossier-several-persons = Mapē „{ $folder }” ir vairāku personu eksāmenu sertifikāti: { $persons }.
dossier-names-spelling = Personas kodam { $code } vārds un uzvārds rakstīts dažādi: { $names }.
dossier-names-different = Personas kodam { $code } ir dažādi vārdi vai uzvārdi: { $names }. Pārliecinieties, vai tā ir viena persona.
dossier-name-alone = { $name }: kāds no eksāmenu sertifikātiem ir bez personas koda. Pārliecinieties, vai tā ir viena persona.
dossier-same-exam-same = { $person }: eksāmens „{ $exam }” ir vairākās datnēs, rezultāts vienāds.
dossier-same-exam-different = { $person }: eksāmens „{ $exam }” ir vairākās datnēs, un rezultāti atšķiras.
dossier-same-exam-not-known = { $person }: eksāmens „{ $exam }” ir vairākās datnēs. Rezultātus salīdziniet dokumentos.
dossier-same-file = Viena un tā pati datne ar vairākiem nosaukumiem: { $files }.
dossier-named-after-another = Datnes „{ $file }” nosaukumā ir uzvārds { $surname }, bet tajā ir citas personas eksāmena sertifikāts: { $person }.
dossier-named-after-subject = Datnes „{ $file }” nosaukumā ir „{ $named }”, bet eksāmena sertifikāts ir par citu eksāmenu: { $subject }.
dossier-nobody = Persona nav noteikta
dossier-person-certificates = { $count ->
    [zero] { $count } eksāmena sertifikātu
    [one] { $count } eksāmena sertifikāts
   *[other] { $count } eksāmena sertifikāti
}
dossier-person-genuine = { $count ->
    [zero] { $count } derīgu
    [one] { $count } derīgs
   *[other] { $count } derīgi
}
dossier-by-name = pēc vārda un uzvārda, bez personas koda
dossier-exam-median = mediāna { $percent }
dossier-results = { $count ->
    [zero] { $count } rezultātu
    [one] { $count } rezultāts
   *[other] { $count } rezultāti
}
dossier-band = { $from }–{ $to } %: { $count }
