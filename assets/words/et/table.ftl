# Mitu faili tabelina.
table-verdict = Otsus
table-code = Kood
table-person = Isik
table-identifier = Isikukood
table-exam = Eksam
table-level = Tase
table-year = Aasta
table-exam-day = Eksami kuupäev
table-result = Tulemus, %
table-unconfirmed = Kinnitamata, %
table-parts = Osad
table-signer = Allkirjastaja
table-proven-time = Tõendatud aeg (UTC)
table-file = Fail
table-sha256 = SHA-256
table-why = Miks
table-findings = Failide vahel
table-policy = Reeglid
table-lists = Usaldusnimekirjad
table-program = Programm
table-checked-at = Kontrolli aeg (UTC)
table-not-examined = KONTROLLIMATA
table-lists-many = { $count ->
    [one] { $count } nimekiri, vanim { $date }
   *[other] { $count } nimekirja, vanim { $date }
}
