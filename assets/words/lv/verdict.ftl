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
verdict-unsigned = Šajā e-dokumentā nav neviena paraksta
verdict-unsupported = Šāda veida parakstītas datnes šī programma atpazīst, bet nepārbauda
verdict-not-e-document = Šī nav e-dokumenta datne

# Neapstiprināts tikai tāpēc, ka šī versija daļu pārbaužu neveic: ko tā zina un ko vēl ne.

# Nevar apstiprināt: EN 319 102-1 apakšnorādes.
verdict-doubt-sig-constraints-failure = Paraksts neatbilst prasībām, kādas izvirzītas tā saturam
verdict-doubt-chain-constraints-failure = Paraksta sertifikāts neatbilst prasībām, kādas izvirzītas parakstītājam
verdict-doubt-certificate-chain-general-failure = Paraksta sertifikāta izdevēju ķēdi nevar pārbaudīt līdz galam
verdict-doubt-crypto-constraints-failure = Parakstā izmantots algoritms, kas vairs nav drošs
verdict-doubt-crypto-constraints-failure-no-poe = Parakstā izmantots algoritms, kas vairs nav drošs, un nav pierādīts, ka paraksts radīts, kad tas vēl bija drošs
verdict-doubt-policy-processing-error = Parakstā norādītos paraksta noteikumus nevar apstrādāt
verdict-doubt-signature-policy-not-available = Parakstā norādītie paraksta noteikumi nav pieejami
verdict-doubt-timestamp-order-failure = Laika zīmogu secība nav iespējama
verdict-doubt-no-signing-certificate-found = Datnē nav paraksta sertifikāta, ar kuru paraksts radīts
verdict-doubt-no-certificate-chain-found = Nav atrasts uzticamības sarakstā iekļauts izdevējs, kas apliecina parakstītāju
verdict-doubt-no-certificate-chain-found-no-poe = Paraksta sertifikāta izdevējs vairs nav uzticams, un nav pierādīts, ka paraksts radīts agrāk
verdict-doubt-revoked-no-poe = Paraksta sertifikāts ir atsaukts, un nav pierādīts, ka paraksts radīts pirms tam
verdict-doubt-revoked-ca-no-poe = Izdevēja sertifikāts ir atsaukts, un nav pierādīts, ka paraksts radīts pirms tam
verdict-doubt-out-of-bounds-not-revoked = Paraksta sertifikāta termiņš ir beidzies, un nav pierādīts, ka paraksts radīts pirms tam
verdict-doubt-out-of-bounds-no-poe = Paraksta sertifikāts tagad nav spēkā, un nav pierādīts, ka paraksts radīts, kad tas bija spēkā
verdict-doubt-revocation-out-of-bounds-no-poe = Nevar paļauties uz datiem par paraksta sertifikāta atsaukšanu: to izdevēja termiņš ir beidzies
verdict-doubt-no-poe = Trūkst pierādījuma par laiku, kad paraksts radīts
verdict-doubt-try-later = Vēl nav pietiekami jaunu datu par to, vai paraksta sertifikāts nav atsaukts
verdict-doubt-signed-data-not-found = Parakstā minētais dokuments nav atrodams datnē

# Nederīgs: EN 319 102-1 apakšnorādes.
verdict-failure-format-failure = Datne vai paraksts ir bojāts vai nav veidots pēc noteikumiem
verdict-failure-hash-failure = Dokuments ir mainīts pēc parakstīšanas
verdict-failure-sig-crypto-failure = Paraksts neatbilst dokumentam: tas ir bojāts vai viltots
verdict-failure-revoked = Paraksta sertifikāts parakstīšanas brīdī bija atsaukts
verdict-failure-expired = Paraksta sertifikātam parakstīšanas brīdī bija beidzies derīguma termiņš
verdict-failure-not-yet-valid = Paraksta sertifikāts parakstīšanas brīdī vēl nebija spēkā

# Trīs fakti, kurus nekad nesaplūdina vienā.
verdict-fact-unchanged = Saturs
verdict-fact-vouched-for = Uzticamība
verdict-fact-exam-authority = Eksāmenu iestāde
verdict-fact-unchanged-passed = Dokuments nav mainīts kopš parakstīšanas.
verdict-fact-unchanged-failed = Dokuments ir mainīts pēc parakstīšanas.
verdict-fact-unchanged-unknown = Nevar noteikt, vai dokuments nav mainīts.
verdict-fact-unchanged-skipped = Nav paraksta, ar ko dokumentu salīdzināt.
verdict-fact-vouched-for-passed = Paraksta sertifikāta izdevējs ir uzticamības sarakstā.
verdict-fact-vouched-for-failed = Parakstītāju neapliecina neviens uzticamības sarakstā iekļauts izdevējs.
verdict-fact-vouched-for-unknown = Nevar noteikt, kas apliecina parakstītāju.
verdict-fact-vouched-for-skipped = Nav paraksta, kura radītāju meklēt uzticamības sarakstā.
verdict-fact-exam-authority-passed = Dokumentu ir parakstījusi eksāmenu iestāde.
verdict-fact-exam-authority-failed = Dokumentu nav parakstījusi ne VISC, ne VIAA.
verdict-fact-exam-authority-unknown = Nevar noteikt, vai parakstītājs ir eksāmenu iestāde, jo parakstītāja vārdu neviens neapliecina.
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
