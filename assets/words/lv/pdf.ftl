# Pārskats kā PDF.
pdf-title = Pārbaudes pārskats
pdf-dossier = Pārbaudes kopsavilkums
pdf-not-original = Šī izdruka nav oriģināls: noteicošs ir pats parakstītais e-dokuments.
pdf-again = Lai pārbaudītu vēlreiz, atveriet pašu e-dokumentu programmā Zīmogs vai izpildiet edoc verify; datne ir tā pati, ja sakrīt SHA-256. Saglabātu JSON pārskatu vēlreiz pārbauda edoc recheck.
pdf-page = { $page }. lappuse no { $pages }
pdf-on-page = { $page }. lappuse
pdf-continued = { $title } (turpinājums)
pdf-verdicts = Slēdzieni
pdf-exams = Rezultāti pa eksāmeniem
pdf-left-out = { $count ->
    [zero] Vēl { $count } rindu šeit neietilpa: visu izvada edoc verify vai edoc dossier.
    [one] Vēl { $count } rinda šeit neietilpa: visu izvada edoc verify vai edoc dossier.
   *[other] Vēl { $count } rindas šeit neietilpa: visu izvada edoc verify vai edoc dossier.
}
pdf-letters = Zīmes, kuru izdrukas fontā nav, ir rakstītas ar to Unicode numuru, piemēram, [U+4E2D].
