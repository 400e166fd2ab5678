# Mitu faili tabelina.
columns-verdict = Otsus
columns-code = Kood
columns-person = Isik
columns-identifier = Isikukood
columns-exam = Eksam
columns-level = Tase
columns-year = Aasta
columns-exam-day = Eksami kuupäev
columns-result = Tulemus, %
columns-unconfirmed = Kinnitamata, %
columns-parts = Osad
columns-signer = Allkirjastaja
columns-proven-time = Tõendatud aeg (UTC)
columns-file = Fail
columns-sha256 = SHA-256
columns-why = Miks
columns-findings = Failide vahel
columns-policy = Reeglid
columns-lists = Usaldusnimekirjad
columns-program = Programm
columns-checked-at = Kontrolli aeg (UTC)
columns-not-examined = KONTROLLIMATA
columns-lists-many = { $count ->
    [one] { $count } nimekiri, vanim { $date }
   *[other] { $count } nimekirja, vanim { $date }
}
columns-sheet-certificates = Eksamitunnistused
columns-sheet-files = Failid
columns-sheet-persons = Isikud
columns-sheet-findings = Failide vahel
columns-sheet-checked = Kuidas kontrollitud
columns-known-by = Tuvastatud
columns-by-code = isikukoodi järgi
columns-by-identifier = muu numbri ja nime järgi
columns-by-name = ainult nime järgi
columns-certificates = Eksamitunnistused
columns-genuine = Kehtivad
columns-item = Mis
columns-value = Väärtus
columns-note = Märkus
columns-again = Kuidas uuesti kontrollida
columns-note-original = See tabel ei ole originaal: loevad allkirjastatud e-dokumendid.
columns-note-results = Kinnitatud tulemused on ainult veerus „Tulemus, %“. Veerus „Kinnitamata, %“ olev ei ole tulemus.
columns-note-recheck = edoc dossier --format json salvestab aruande ja edoc recheck ütleb hiljem, kas see kehtib endiselt.
