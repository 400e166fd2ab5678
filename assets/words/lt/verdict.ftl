# Pirmoji eilutė apie failą: vienas žodis ir vienas sakinys.
verdict-word-genuine = GALIOJA
verdict-word-other-issuer = PASIRAŠĖ KITAS ASMUO
verdict-word-cannot-confirm = NEGALIMA PATVIRTINTI
verdict-word-refuted = NEGALIOJA
verdict-word-unsigned = NEPASIRAŠYTA
verdict-word-unsupported = NEPALAIKOMA
verdict-word-not-e-document = NE E. DOKUMENTAS

verdict-genuine = Dokumentas nepakeistas, jį pasirašė egzaminų institucija { $issuer }
verdict-genuine-unnamed = Dokumentas nepakeistas, jį pasirašė egzaminų institucija
verdict-other-issuer = Parašas galioja, bet dokumento nepasirašė nei VISC, nei VIAA
verdict-other-issuer-outside-its-time = Parašas galioja, bet pasirašymo metu ši institucija egzaminų pažymėjimų neišdavė
verdict-other-issuer-in-part = Parašas galioja, bet egzaminų institucija pasirašė ne visus šiame faile esančius rezultatus
    .advice = Pasikliaukite tik tais rezultatais, kurie čia nepažymėti kaip nepatvirtinti.
verdict-unsigned = E. dokumente yra failų, bet nėra nė vieno parašo
verdict-unsupported = Tokius pasirašytus failus ši programa atpažįsta, bet netikrina
verdict-not-e-document = Tai ne e. dokumento failas

# Negalima patvirtinti: patikslinimai pagal EN 319 102-1.
verdict-doubt-sig-constraints-failure = Paraše nėra privalomų duomenų, pavyzdžiui, pasirašymo laiko, arba jie prieštaringi
verdict-doubt-chain-constraints-failure = Dokumentas pasirašytas su parašo sertifikatu, kuris tokiam parašui neskirtas
verdict-doubt-certificate-chain-general-failure = Negalima įsitikinti, kad pasirašymo metu parašo sertifikatu buvo galima pasitikėti
verdict-doubt-crypto-constraints-failure = Parašas sukurtas algoritmu, kuris pasirašymo metu jau nebuvo saugus
verdict-doubt-crypto-constraints-failure-no-poe = Parašas remiasi algoritmu, kuris nebėra saugus, ir neįrodyta, kad jis sukurtas, kol algoritmas dar buvo saugus
verdict-doubt-policy-processing-error = Paraše nurodytų parašo taisyklių negalima apdoroti
verdict-doubt-signature-policy-not-available = Paraše nurodytos parašo taisyklės neprieinamos
verdict-doubt-timestamp-order-failure = Laiko žymų tvarka neįmanoma
verdict-doubt-no-signing-certificate-found = Negalima nustatyti, su kuriuo parašo sertifikatu sukurtas parašas
verdict-doubt-no-certificate-chain-found = Nerastas patikimame sąraše esantis išdavėjas, kuris patvirtina pasirašiusį asmenį
verdict-doubt-no-certificate-chain-found-no-poe = Patikimumo užtikrinimo paslauga, kuri patvirtina pasirašiusį asmenį, įrodytu laiku negaliojo
verdict-doubt-revoked-no-poe = Parašo sertifikatas atšauktas, ir neįrodyta, kad parašas sukurtas anksčiau
verdict-doubt-revoked-ca-no-poe = Išdavėjo sertifikatas atšauktas, ir neįrodyta, kad parašas sukurtas anksčiau
verdict-doubt-out-of-bounds-not-revoked = Parašo sertifikato galiojimas pasibaigė, ir neįrodyta, kad parašas sukurtas anksčiau
verdict-doubt-out-of-bounds-no-poe = Neįrodyta, kad parašas sukurtas, kol galiojo parašo ir išdavėjų sertifikatai
verdict-doubt-revocation-out-of-bounds-no-poe = Atšaukimo duomenimis pasikliauti negalima: jų teikėjo parašo sertifikato galiojimas pasibaigė
verdict-doubt-no-poe = Neįrodyta, kada sukurtas parašas
verdict-doubt-try-later = Parašo sertifikato atšaukimo duomenys per seni, arba jo galiojimas sustabdytas
verdict-doubt-signed-data-not-found = Pasirašyto turinio faile nėra arba jo negalima patikrinti

# Negalioja: patikslinimai pagal EN 319 102-1.
verdict-failure-format-failure = Failas arba parašas sugadintas arba sukurtas ne pagal taisykles
verdict-failure-hash-failure = Dokumentas pakeistas po pasirašymo
verdict-failure-sig-crypto-failure = Parašas neatitinka dokumento: jis sugadintas arba suklastotas
verdict-failure-revoked = Pasirašymo metu parašo sertifikatas jau buvo atšauktas
verdict-failure-expired = Pasirašymo metu parašo sertifikato galiojimas jau buvo pasibaigęs
verdict-failure-not-yet-valid = Pasirašymo metu parašo sertifikatas dar negaliojo

# Trys faktai, kurių niekada nesuliejame į vieną.
verdict-fact-unchanged = Turinys
verdict-fact-vouched-for = Patikimumas
verdict-fact-exam-authority = Egzaminų institucija
verdict-fact-unchanged-passed = Dokumentas nepakeistas nuo pasirašymo.
verdict-fact-unchanged-failed = Dokumentas pakeistas po pasirašymo.
verdict-fact-unchanged-damaged = Turinys neatitinka to, kas pasirašyta, arba failas sugadintas.
verdict-fact-unchanged-unknown = Negalima nustatyti, ar dokumentas nepakeistas.
verdict-fact-unchanged-skipped = Nėra parašo, su kuriuo būtų galima palyginti dokumentą.
verdict-fact-vouched-for-passed = Parašo sertifikato išdavėjas yra patikimame sąraše.
verdict-fact-vouched-for-failed = Joks patikimame sąraše esantis išdavėjas pasirašiusio asmens tinkamai nepatvirtina.
verdict-fact-vouched-for-unknown = Negalima nustatyti, ar pasirašiusį asmenį patikimai patvirtina patikimame sąraše esantis išdavėjas.
verdict-fact-vouched-for-skipped = Nėra parašo, kurio išdavėjo būtų galima ieškoti patikimame sąraše.
verdict-fact-exam-authority-passed = Dokumentą pasirašė egzaminų institucija.
verdict-fact-exam-authority-failed = Dokumento nepasirašė nei VISC, nei VIAA.
verdict-fact-exam-authority-unknown = Negalima nustatyti, ar dokumentą pasirašė egzaminų institucija, nes parašas arba pasirašiusio asmens vardas nepatvirtintas.
verdict-fact-exam-authority-skipped = Nėra pasirašiusio asmens, kurį būtų galima palyginti su egzaminų institucijomis.

# Atsakymas vienu žodžiu.
verdict-outcome-passed = sėkminga
verdict-outcome-failed = nesėkminga
verdict-outcome-unknown = negalima nustatyti
verdict-outcome-skipped = netikrinta

# Kiek dokumentą apima parašas.
verdict-coverage-covered = pasirašytas
verdict-coverage-partly = pasirašytas iš dalies
verdict-coverage-not-covered = nepasirašytas
verdict-coverage-changed = pakeistas po pasirašymo

# Kaip galima vertinti rezultatą.
verdict-standing-not-confirmed = nepatvirtintas
verdict-standing-withheld = nelaikytinas rezultatu

verdict-kind-signature = elektroninis parašas
verdict-kind-seal = elektroninis spaudas
verdict-kind-unknown = elektroninis parašas arba spaudas
