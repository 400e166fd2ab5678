# Mida mitu faili koos ütlevad.
dossier-several-persons = Kaustas „{ $folder }“ on mitme isiku eksamitunnistused: { $persons }.
dossier-names-spelling = Isikukoodi { $code } juures on nimi kirjutatud erinevalt: { $names }.
dossier-names-different = Isikukoodi { $code } juures on erinevad nimed: { $names }. Veenduge, et see on üks ja sama isik.
dossier-name-alone = { $name }: üks eksamitunnistustest on ilma isikukoodita. Veenduge, et see on üks ja sama isik.
dossier-same-exam-same = { $person }: eksam „{ $exam }“ on mitmes failis, tulemus on sama.
dossier-same-exam-different = { $person }: eksam „{ $exam }“ on mitmes failis ja tulemused erinevad.
dossier-same-exam-not-known = { $person }: eksam „{ $exam }“ on mitmes failis. Võrrelge tulemusi dokumentides.
dossier-same-file = Üks ja sama fail mitme nime all: { $files }.
dossier-named-after-another = Faili „{ $file }“ nimes on perekonnanimi { $surname }, kuid failis on teise isiku eksamitunnistus: { $person }.
dossier-named-after-subject = Faili „{ $file }“ nimes on „{ $named }“, kuid failis on teise eksami tunnistus: { $subject }.
dossier-nobody = Isik on kindlaks tegemata
dossier-person-certificates = { $count ->
    [one] { $count } eksamitunnistus
   *[other] { $count } eksamitunnistust
}
dossier-person-genuine = { $count ->
    [one] { $count } kehtiv
   *[other] { $count } kehtivat
}
dossier-by-name = nime järgi, ilma isikukoodita
dossier-exam-median = mediaan { $percent }
dossier-results = { $count ->
    [one] { $count } tulemus
   *[other] { $count } tulemust
}
dossier-band = { $from }–{ $to }%: { $count }
