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
columns-sheet-certificates = Eksāmenu sertifikāti
columns-sheet-files = Datnes
columns-sheet-persons = Personas
columns-sheet-findings = Starp datnēm
columns-sheet-checked = Kā pārbaudīts
columns-known-by = Noteikta pēc
columns-by-code = personas koda
columns-by-identifier = cita numura un vārda
columns-by-name = tikai vārda
columns-certificates = Eksāmenu sertifikāti
columns-genuine = Derīgi
columns-item = Kas
columns-value = Vērtība
columns-note = Piezīme
columns-again = Kā pārbaudīt vēlreiz
columns-note-original = Šī tabula nav oriģināls: noteicošie ir parakstītie e-dokumenti.
columns-note-results = Apstiprināti rezultāti ir tikai slejā „Rezultāts, %”. Slejā „Neapstiprināts, %” rakstītais nav rezultāts.
columns-note-recheck = edoc dossier --format json saglabā pārskatu, un edoc recheck vēlāk pasaka, vai tas ir spēkā.
