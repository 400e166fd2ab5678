# Vairākas datnes kā tabula.
table-verdict = Slēdziens
table-code = Kods
table-person = Persona
table-identifier = Personas kods
table-exam = Eksāmens
table-level = Līmenis
table-year = Gads
table-exam-day = Eksāmena datums
table-result = Rezultāts, %
table-unconfirmed = Neapstiprināts, %
table-parts = Daļas
table-signer = Parakstītājs
table-proven-time = Pierādītais laiks (UTC)
table-file = Datne
table-sha256 = SHA-256
table-why = Kāpēc
table-findings = Starp datnēm
table-policy = Noteikumi
table-lists = Uzticamības saraksti
table-program = Programma
table-checked-at = Pārbaudes laiks (UTC)
table-not-examined = NAV PĀRBAUDĪTS
table-lists-many = { $count ->
    [zero] { $count } sarakstu, vecākais { $date }
    [one] { $count } saraksts, vecākais { $date }
   *[other] { $count } saraksti, vecākais { $date }
}
