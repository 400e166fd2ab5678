# Pirmā rinda par datni: viens vārds un viens teikums.
verdict-word-genuine = DERĪGS
verdict-word-other-issuer = CITS PARAKSTĪTĀJS
verdict-word-cannot-confirm = NEVAR APSTIPRINĀT
verdict-word-refuted = NEDERĪGS
verdict-word-unsigned = NAV PARAKSTA
verdict-word-unsupported = NETIEK ATBALSTĪTS
verdict-word-not-e-document = NAV E-DOKUMENTS

verdict-genuine = Dokuments nav mainīts, un to ir parakstījusi eksāmenu iestāde { $issuer }
verdict-genuine-unnamed = Dokuments nav mainīts, un to ir parakstījusi eksāmenu iestāde
verdict-other-issuer = Paraksts ir derīgs, bet dokumentu nav parakstījusi ne VISC, ne VIAA
verdict-other-issuer-outside-its-time = Paraksts ir derīgs, bet parakstīšanas laikā šī iestāde eksāmenu sertifikātus neizdeva
verdict-other-issuer-in-part = Paraksts ir derīgs, bet eksāmenu iestāde nav parakstījusi visus šajā datnē esošos rezultātus
    .advice = Paļaujieties tikai uz rezultātiem, kas šeit nav atzīmēti kā neapstiprināti.
verdict-unsigned = E-dokumentā ir datnes, bet nav neviena paraksta
verdict-unsupported = Šāda veida parakstītas datnes šī programma atpazīst, bet nepārbauda
verdict-not-e-document = Šī nav e-dokumenta datne

# Nevar apstiprināt: EN 319 102-1 apakšnorādes.
verdict-doubt-sig-constraints-failure = Parakstā trūkst obligātu ziņu, piemēram, parakstīšanas laika, vai tās ir pretrunīgas
verdict-doubt-chain-constraints-failure = Dokuments parakstīts ar paraksta sertifikātu, kas šādam parakstam nav paredzēts
verdict-doubt-certificate-chain-general-failure = Nevar pārliecināties, ka paraksta sertifikātam parakstīšanas laikā varēja uzticēties
verdict-doubt-crypto-constraints-failure = Paraksts radīts ar algoritmu, kas parakstīšanas laikā vairs nebija drošs
verdict-doubt-crypto-constraints-failure-no-poe = Paraksts balstās uz algoritmu, kas vairs nav drošs, un nav pierādīts, ka tas radīts, kad algoritms vēl bija drošs
verdict-doubt-policy-processing-error = Parakstā norādītos paraksta noteikumus nevar apstrādāt
verdict-doubt-signature-policy-not-available = Parakstā norādītie paraksta noteikumi nav pieejami
verdict-doubt-timestamp-order-failure = Laika zīmogi ir neiespējamā secībā
verdict-doubt-no-signing-certificate-found = Nevar noteikt, ar kuru paraksta sertifikātu paraksts radīts
verdict-doubt-no-certificate-chain-found = Nav atrasts uzticamības sarakstā iekļauts izdevējs, kas apliecina parakstītāju
verdict-doubt-no-certificate-chain-found-no-poe = Uzticamības pakalpojums, kas apliecina parakstītāju, pierādītajā laikā nebija spēkā
verdict-doubt-revoked-no-poe = Paraksta sertifikāts ir atsaukts, un nav pierādīts, ka paraksts radīts pirms tam
verdict-doubt-revoked-ca-no-poe = Izdevēja sertifikāts ir atsaukts, un nav pierādīts, ka paraksts radīts pirms tam
verdict-doubt-out-of-bounds-not-revoked = Paraksta sertifikāta termiņš ir beidzies, un nav pierādīts, ka paraksts radīts pirms tam
verdict-doubt-out-of-bounds-no-poe = Nav pierādīts, ka paraksts radīts laikā, kad paraksta un izdevēja sertifikāti bija spēkā
verdict-doubt-revocation-out-of-bounds-no-poe = Uz datiem par atsaukšanu nevar paļauties: to sniedzēja paraksta sertifikāta termiņš ir beidzies
verdict-doubt-no-poe = Nav pierādīts, kad paraksts radīts
verdict-doubt-try-later = Dati par paraksta sertifikāta atsaukšanu ir pārāk seni, vai tā darbība ir apturēta
verdict-doubt-signed-data-not-found = Parakstītais saturs datnē nav atrodams vai nav pārbaudāms

# Nederīgs: EN 319 102-1 apakšnorādes.
verdict-failure-format-failure = Datne vai paraksts ir bojāts vai nav veidots pēc noteikumiem
verdict-failure-hash-failure = Dokuments ir mainīts pēc parakstīšanas
verdict-failure-sig-crypto-failure = Paraksts neatbilst dokumentam: tas ir bojāts vai viltots
verdict-failure-revoked = Paraksta sertifikāts parakstīšanas brīdī jau bija atsaukts
verdict-failure-expired = Paraksta sertifikāta derīguma termiņš parakstīšanas brīdī jau bija beidzies
verdict-failure-not-yet-valid = Paraksta sertifikāts parakstīšanas brīdī vēl nebija spēkā

# Trīs fakti, kurus nekad nesaplūdina vienā.
verdict-fact-unchanged = Saturs
verdict-fact-vouched-for = Uzticamība
verdict-fact-exam-authority = Eksāmenu iestāde
verdict-fact-unchanged-passed = Dokuments nav mainīts kopš parakstīšanas.
verdict-fact-unchanged-failed = Dokuments ir mainīts pēc parakstīšanas.
verdict-fact-unchanged-damaged = Saturs neatbilst parakstītajam, vai arī datne ir bojāta.
verdict-fact-unchanged-unknown = Nevar noteikt, vai dokuments nav mainīts.
verdict-fact-unchanged-skipped = Nav paraksta, ar ko dokumentu salīdzināt.
verdict-fact-vouched-for-passed = Paraksta sertifikāta izdevējs ir uzticamības sarakstā.
verdict-fact-vouched-for-failed = Parakstītāju derīgi neapliecina neviens uzticamības sarakstā iekļauts izdevējs.
verdict-fact-vouched-for-unknown = Nevar noteikt, vai parakstītāju droši apliecina uzticamības sarakstā iekļauts izdevējs.
verdict-fact-vouched-for-skipped = Nav paraksta, kura izdevēju meklēt uzticamības sarakstā.
verdict-fact-exam-authority-passed = Dokumentu ir parakstījusi eksāmenu iestāde.
verdict-fact-exam-authority-failed = Dokumentu nav parakstījusi ne VISC, ne VIAA.
verdict-fact-exam-authority-unknown = Nevar noteikt, vai dokumentu ir parakstījusi eksāmenu iestāde, jo paraksts vai parakstītāja vārds nav apstiprināts.
verdict-fact-exam-authority-skipped = Nav parakstītāja, ko salīdzināt ar eksāmenu iestādēm.

# Atbilde vienā vārdā.
verdict-outcome-passed = sekmīga
verdict-outcome-failed = nesekmīga
verdict-outcome-unknown = nevar noteikt
verdict-outcome-skipped = nav veikta

# Cik lielā mērā dokumentu sedz paraksts.
verdict-coverage-covered = parakstīta
verdict-coverage-partly = daļēji parakstīta
verdict-coverage-not-covered = nav parakstīta
verdict-coverage-changed = mainīta pēc parakstīšanas

# Kā drīkst uztvert rezultātu.
verdict-standing-not-confirmed = nav apstiprināts
verdict-standing-withheld = nav uzskatāms par rezultātu

verdict-kind-signature = elektroniskais paraksts
verdict-kind-seal = elektroniskais zīmogs
verdict-kind-unknown = elektroniskais paraksts vai zīmogs
