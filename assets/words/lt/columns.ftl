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
