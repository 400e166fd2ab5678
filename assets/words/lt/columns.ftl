# Keli failai kaip lentelė.
columns-verdict = Išvada
columns-code = Kodas
columns-person = Asmuo
columns-identifier = Asmens kodas
columns-exam = Egzaminas
columns-level = Lygis
columns-year = Metai
columns-exam-day = Egzamino data
columns-result = Rezultatas, %
columns-unconfirmed = Nepatvirtintas, %
columns-parts = Dalys
columns-signer = Pasirašė
columns-proven-time = Įrodytas laikas (UTC)
columns-file = Failas
columns-sha256 = SHA-256
columns-why = Kodėl
columns-findings = Tarp failų
columns-policy = Taisyklės
columns-lists = Patikimi sąrašai
columns-program = Programa
columns-checked-at = Tikrinimo laikas (UTC)
columns-not-examined = NETIKRINTA
columns-lists-many = { $count ->
    [one] { $count } sąrašas, seniausias { $date }
    [few] { $count } sąrašai, seniausias { $date }
   *[other] { $count } sąrašų, seniausias { $date }
}
columns-sheet-certificates = Egzaminų pažymėjimai
columns-sheet-files = Failai
columns-sheet-persons = Asmenys
columns-sheet-findings = Tarp failų
columns-sheet-checked = Kaip patikrinta
columns-known-by = Nustatyta pagal
columns-by-code = asmens kodą
columns-by-identifier = kitą numerį ir vardą
columns-by-name = tik vardą
columns-certificates = Egzaminų pažymėjimai
columns-genuine = Galioja
columns-item = Kas
columns-value = Reikšmė
columns-note = Pastaba
columns-again = Kaip patikrinti dar kartą
columns-note-original = Ši lentelė nėra originalas: lemia pasirašyti e. dokumentai.
columns-note-results = Patvirtinti rezultatai yra tik stulpelyje „Rezultatas, %“. Tai, kas stulpelyje „Nepatvirtintas, %“, nėra rezultatas.
columns-note-recheck = edoc dossier --format json išsaugo ataskaitą, o edoc recheck vėliau pasako, ar ji tebegalioja.
