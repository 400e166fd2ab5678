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
