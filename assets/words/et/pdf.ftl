# Aruanne PDF-ina.
pdf-title = Kontrolli aruanne
pdf-dossier = Kontrolli kokkuvõte
pdf-not-original = See väljatrükk ei ole originaal: loeb allkirjastatud e-dokument ise.
pdf-again = Uuesti kontrollimiseks avage e-dokument ise programmis Zīmogs või käivitage edoc verify; fail on sama, kui SHA-256 on sama. JSON-ina salvestatud aruannet kontrollib uuesti edoc recheck.
pdf-page = lehekülg { $page }/{ $pages }
pdf-on-page = lehekülg { $page }
pdf-continued = { $title } (jätkub)
pdf-verdicts = Järeldused
pdf-exams = Tulemused eksamite kaupa
pdf-left-out = { $count ->
    [one] Veel { $count } rida ei mahtunud siia: kõik väljastab edoc verify või edoc dossier.
   *[other] Veel { $count } rida ei mahtunud siia: kõik väljastab edoc verify või edoc dossier.
}
pdf-letters = Märgid, mida väljatrüki kirjatüübis ei ole, on kirjutatud Unicode’i numbriga, näiteks [U+4E2D].
