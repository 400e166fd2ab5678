# Keli failai kaip lentelė.
table-verdict = Išvada
table-code = Kodas
table-person = Asmuo
table-identifier = Asmens kodas
table-exam = Egzaminas
table-level = Lygis
table-year = Metai
table-exam-day = Egzamino data
table-result = Rezultatas, %
table-unconfirmed = Nepatvirtintas, %
table-parts = Dalys
table-signer = Pasirašė
table-proven-time = Įrodytas laikas (UTC)
table-file = Failas
table-sha256 = SHA-256
table-why = Kodėl
table-findings = Tarp failų
table-policy = Taisyklės
table-lists = Patikimi sąrašai
table-program = Programa
table-checked-at = Tikrinimo laikas (UTC)
table-not-examined = NETIKRINTA
table-lists-many = { $count ->
    [one] { $count } sąrašas, seniausias { $date }
    [few] { $count } sąrašai, seniausias { $date }
   *[other] { $count } sąrašų, seniausias { $date }
}
