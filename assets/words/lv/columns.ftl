# Vairākas datnes kā tabula.
columns-verdict = Slēdziens
columns-code = Kods
columns-person = Persona
columns-identifier = Personas kods
columns-exam = Eksāmens
columns-level = Līmenis
columns-year = Gads
columns-exam-day = Eksāmena datums
columns-result = Rezultāts, %
columns-unconfirmed = Neapstiprināts, %
columns-parts = Daļas
columns-signer = Parakstītājs
columns-proven-time = Pierādītais laiks (UTC)
columns-file = Datne
columns-sha256 = SHA-256
columns-why = Kāpēc
columns-findings = Starp datnēm
columns-policy = Noteikumi
columns-lists = Uzticamības saraksti
columns-program = Programma
columns-checked-at = Pārbaudes laiks (UTC)
columns-not-examined = NAV PĀRBAUDĪTS
columns-lists-many = { $count ->
    [zero] { $count } sarakstu, vecākais { $date }
    [one] { $count } saraksts, vecākais { $date }
   *[other] { $count } saraksti, vecākais { $date }
}
