# Faili esimene rida: üks sõna ja üks lause.
verdict-word-genuine = KEHTIV
verdict-word-other-issuer = TEINE ALLKIRJASTAJA
verdict-word-cannot-confirm = EI SAA KINNITADA
verdict-word-refuted = KEHTETU
verdict-word-unsigned = ALLKIRJASTAMATA
verdict-word-unsupported = EI TOETATA
verdict-word-not-e-document = EI OLE E-DOKUMENT

verdict-genuine = Dokumenti ei ole muudetud ja selle on allkirjastanud eksamiasutus { $issuer }
verdict-genuine-unnamed = Dokumenti ei ole muudetud ja selle on allkirjastanud eksamiasutus
verdict-other-issuer = Allkiri kehtib, kuid dokumenti ei ole allkirjastanud ei VISC ega VIAA
verdict-other-issuer-outside-its-time = Allkiri kehtib, kuid allkirjastamise ajal see asutus eksamitunnistusi ei väljastanud
verdict-other-issuer-in-part = Allkiri kehtib, kuid eksamiasutus ei ole allkirjastanud kõiki selle faili tulemusi
    .advice = Toetuge ainult tulemustele, mis ei ole siin märgitud kinnitamata tulemusteks.
verdict-unsigned = E-dokumendis on failid, kuid mitte ühtegi allkirja
verdict-unsupported = Seda liiki allkirjastatud faile see programm tunneb, kuid ei kontrolli
verdict-not-e-document = See ei ole e-dokumendi fail

# Ei saa kinnitada: EN 319 102-1 täpsustused.
verdict-doubt-sig-constraints-failure = Allkirjas puuduvad kohustuslikud andmed, näiteks allkirjastamise aeg, või on need vastuolulised
verdict-doubt-chain-constraints-failure = Dokument on allkirjastatud allkirja sertifikaadiga, mis ei ole sellise allkirja jaoks ette nähtud
verdict-doubt-certificate-chain-general-failure = Ei saa veenduda, et allkirja sertifikaati võis allkirjastamise ajal usaldada
verdict-doubt-crypto-constraints-failure = Allkiri on loodud algoritmiga, mis ei olnud allkirjastamise ajal enam turvaline
verdict-doubt-crypto-constraints-failure-no-poe = Allkiri tugineb algoritmile, mis ei ole enam turvaline, ja ei ole tõendatud, et see loodi ajal, mil algoritm veel turvaline oli
verdict-doubt-policy-processing-error = Allkirjas nimetatud allkirja reegleid ei saa töödelda
verdict-doubt-signature-policy-not-available = Allkirjas nimetatud allkirja reeglid ei ole kättesaadavad
verdict-doubt-timestamp-order-failure = Ajatemplite järjekord on võimatu
verdict-doubt-no-signing-certificate-found = Ei saa kindlaks teha, millise allkirja sertifikaadiga allkiri on loodud
verdict-doubt-no-certificate-chain-found = Ei leitud usaldusnimekirjas olevat väljastajat, kes kinnitab allkirjastajat
verdict-doubt-no-certificate-chain-found-no-poe = Usaldusteenus, mis kinnitab allkirjastajat, ei kehtinud tõendatud ajal
verdict-doubt-revoked-no-poe = Allkirja sertifikaat on tühistatud ja ei ole tõendatud, et allkiri loodi enne seda
verdict-doubt-revoked-ca-no-poe = Väljastaja sertifikaat on tühistatud ja ei ole tõendatud, et allkiri loodi enne seda
verdict-doubt-out-of-bounds-not-revoked = Allkirja sertifikaat on aegunud ja ei ole tõendatud, et allkiri loodi enne seda
verdict-doubt-out-of-bounds-no-poe = Ei ole tõendatud, et allkiri loodi ajal, mil allkirja ja väljastajate sertifikaadid kehtisid
verdict-doubt-revocation-out-of-bounds-no-poe = Tühistusandmetele ei saa toetuda: nende andja allkirja sertifikaat on aegunud
verdict-doubt-no-poe = Ei ole tõendatud, millal allkiri loodi
verdict-doubt-try-later = Allkirja sertifikaadi tühistusandmed on liiga vanad või on selle kehtivus peatatud
verdict-doubt-signed-data-not-found = Allkirjastatud sisu ei ole failis või ei saa seda kontrollida

# Kehtetu: EN 319 102-1 täpsustused.
verdict-failure-format-failure = Fail või allkiri on rikutud või ei vasta reeglitele
verdict-failure-hash-failure = Dokumenti on pärast allkirjastamist muudetud
verdict-failure-sig-crypto-failure = Allkiri ei vasta dokumendile: see on rikutud või võltsitud
verdict-failure-revoked = Allkirja sertifikaat oli allkirjastamise hetkel juba tühistatud
verdict-failure-expired = Allkirja sertifikaat oli allkirjastamise hetkel juba aegunud
verdict-failure-not-yet-valid = Allkirja sertifikaat ei kehtinud allkirjastamise hetkel veel

# Kolm asjaolu, mida kunagi üheks ei liideta.
verdict-fact-unchanged = Sisu
verdict-fact-vouched-for = Usaldus
verdict-fact-exam-authority = Eksamiasutus
verdict-fact-unchanged-passed = Dokumenti ei ole pärast allkirjastamist muudetud.
verdict-fact-unchanged-failed = Dokumenti on pärast allkirjastamist muudetud.
verdict-fact-unchanged-damaged = Sisu ei vasta allkirjastatule või on fail rikutud.
verdict-fact-unchanged-unknown = Ei saa kindlaks teha, kas dokument on muutmata.
verdict-fact-unchanged-skipped = Ei ole allkirja, millega dokumenti võrrelda.
verdict-fact-vouched-for-passed = Allkirja sertifikaadi väljastaja on usaldusnimekirjas.
verdict-fact-vouched-for-failed = Ükski usaldusnimekirjas olev väljastaja ei kinnita allkirjastajat kehtivalt.
verdict-fact-vouched-for-unknown = Ei saa kindlaks teha, kas usaldusnimekirjas olev väljastaja kinnitab allkirjastajat usaldusväärselt.
verdict-fact-vouched-for-skipped = Ei ole allkirja, mille väljastajat usaldusnimekirjast otsida.
verdict-fact-exam-authority-passed = Dokumendi on allkirjastanud eksamiasutus.
verdict-fact-exam-authority-failed = Dokumenti ei ole allkirjastanud ei VISC ega VIAA.
verdict-fact-exam-authority-unknown = Ei saa kindlaks teha, kas dokumendi on allkirjastanud eksamiasutus, sest allkiri või allkirjastaja nimi ei ole kinnitatud.
verdict-fact-exam-authority-skipped = Ei ole allkirjastajat, keda eksamiasutustega võrrelda.

# Vastus ühe sõnaga.
verdict-outcome-passed = korras
verdict-outcome-failed = ei ole korras
verdict-outcome-unknown = ei saa kindlaks teha
verdict-outcome-skipped = kontrollimata

# Kui suures osas allkiri dokumenti katab.
verdict-coverage-covered = allkirjastatud
verdict-coverage-partly = osaliselt allkirjastatud
verdict-coverage-not-covered = allkirjastamata
verdict-coverage-changed = pärast allkirjastamist muudetud

# Kuidas võib tulemust mõista.
verdict-standing-not-confirmed = kinnitamata
verdict-standing-withheld = ei ole käsitatav tulemusena

verdict-kind-signature = elektrooniline allkiri
verdict-kind-seal = elektrooniline tempel
verdict-kind-unknown = elektrooniline allkiri või tempel
