# Ką keli failai sako kartu.
dossier-several-persons = Aplanke „{ $folder }“ yra kelių asmenų egzaminų pažymėjimai: { $persons }.
dossier-names-spelling = Prie asmens kodo { $code } vardas ir pavardė parašyti skirtingai: { $names }.
dossier-names-different = Prie asmens kodo { $code } yra skirtingi vardai arba pavardės: { $names }. Įsitikinkite, kad tai tas pats asmuo.
dossier-name-alone = { $name }: vienas iš egzaminų pažymėjimų yra be asmens kodo. Įsitikinkite, kad tai tas pats asmuo.
dossier-same-exam-same = { $person }: egzaminas „{ $exam }“ yra keliuose failuose, rezultatas vienodas.
dossier-same-exam-different = { $person }: egzaminas „{ $exam }“ yra keliuose failuose, ir rezultatai skiriasi.
dossier-same-exam-not-known = { $person }: egzaminas „{ $exam }“ yra keliuose failuose. Palyginkite rezultatus dokumentuose.
dossier-same-file = Tas pats failas keliais pavadinimais: { $files }.
dossier-named-after-another = Failo „{ $file }“ pavadinime yra pavardė { $surname }, bet jame yra kito asmens egzamino pažymėjimas: { $person }.
dossier-named-after-subject = Failo „{ $file }“ pavadinime yra „{ $named }“, bet jame yra kito egzamino pažymėjimas: { $subject }.
dossier-nobody = Asmuo nenustatytas
dossier-person-certificates = { $count ->
    [one] { $count } egzamino pažymėjimas
    [few] { $count } egzaminų pažymėjimai
   *[other] { $count } egzaminų pažymėjimų
}
dossier-person-genuine = { $count ->
    [one] { $count } galiojantis
    [few] { $count } galiojantys
   *[other] { $count } galiojančių
}
dossier-by-name = pagal vardą ir pavardę, be asmens kodo
dossier-exam-median = mediana { $percent }
dossier-results = { $count ->
    [one] { $count } rezultatas
    [few] { $count } rezultatai
   *[other] { $count } rezultatų
}
dossier-band = { $from }–{ $to } %: { $count }
