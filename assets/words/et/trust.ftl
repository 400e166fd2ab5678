# Usaldusnimekirjad ja tunnustatud väljastajad.
trust-list = { $territory ->
    [EU] ELi nimekirjade nimekiri
   *[other] { $territory }
}, number { $sequence }, avaldamise kuupäev: { $issued } ({ $age })
trust-list-user = { $territory ->
    [EU] ELi nimekirjade nimekiri
   *[other] { $territory }
}, number { $sequence }, avaldamise kuupäev: { $issued } ({ $age }), Teie lisatud
trust-territory = { $territory ->
    [EU] ELi nimekirjade nimekiri
   *[other] { $territory }
}
trust-age = { $count ->
    [0] täna
    [one] { $count } päev tagasi
   *[other] { $count } päeva tagasi
}
trust-past = järgmise väljaande päev oli { $next }
trust-past-closed = nimekiri on suletud
trust-next = järgmise väljaande päev: { $next }
trust-origin-snapshot = programmi sisse ehitatud
trust-origin-update = alla laaditud
trust-origin-import = failist imporditud
trust-origin-user = Teie lisatud
trust-signature-not-checked = allkiri kontrollimata
trust-signature-checked-beforehand = allkiri kontrolliti programmi ehitamisel
trust-signature-not-vouched-for = ei kasutata: selle allkirjastas keegi, keda ELi nimekirjade nimekiri ei nimeta
trust-signature-verified = allkiri kehtib: { $name }; allkirjastaja nimetaja: { $named }
trust-signature-stranger = allkirjastanud { $name }, keda keegi ei nimeta selle nimekirja allkirjastajaks
trust-signature-wrong = allkiri ei kehti: { $reason }
trust-named-official-journal = Euroopa Liidu Teataja ({ $notice })
trust-named-pivot = ELi nimekirjade nimekirja vaheväljaanne { $sequence }
trust-named-list-of-lists = ELi nimekirjade nimekiri, number { $sequence }
trust-named-pin = see programm
trust-seal-not-signed = nimekiri on allkirjastamata
trust-seal-misplaced = nimekirjal on mitu allkirja või ei ole allkiri oma kohal
trust-seal-malformed = allkirja ehitus on vale
trust-seal-not-whole = allkiri ei kata kogu nimekirja
trust-seal-not-permitted = allkirjas on kasutatud lubamatut võtet
trust-seal-changed = nimekirja on pärast allkirjastamist muudetud
trust-seal-no-certificate = nimekirjas ei ole allkirja sertifikaati
trust-seal-value-wrong = allkirja väärtus on vale
trust-seal-certificate-not-valid = allkirja sertifikaat ei kehtinud sel ajal

trust-status-heading = Usaldusnimekirjad
trust-status-folder = Hoitakse kaustas { $path }
trust-status-nothing-kept = Nimekirju ei ole alla laaditud: kasutatakse programmi sisseehitatud nimekirju. Allalaadimine: edoc trust update
trust-status-damaged = Rikutud fail, ei kasutata: { $file }
trust-status-past = { $count ->
    [one] { $count } nimekirja järgmise väljaande päev on möödas
   *[other] { $count } nimekirja järgmise väljaande päev on möödas
}
trust-services = { $count ->
    [one] { $count } teenus
   *[other] { $count } teenust
}

trust-service-line = { $status } (algus: { $since }): { $type }, { $name }
trust-service-not-yet = sel ajal nimekirjas puudub: { $type }, { $name }
trust-service-provider = Teenuseosutaja
trust-service-list = Nimekiri
trust-service-history = Olekud
trust-service-purposes = Otstarve
trust-service-qualifiers = Kvalifikaatorid
trust-service-subject = Sertifikaadi subjekt
trust-service-period = { $status } (algus: { $since }; { $type })
trust-service-taken-over = Ülevõtja
trust-service-revocation = Tühistusandmeid hoitakse ka pärast sertifikaatide aegumist, algus
trust-service-at-hand = Väljastaja sertifikaat on olemas
trust-service-not-at-hand = Väljastaja sertifikaat puudub: selle laadib alla edoc trust update
trust-service-none = Ükski usaldusnimekiri ei nimeta sertifikaati ega võtit, millel on selline SHA-256
trust-status-word = { $status ->
    [granted] antud
    [withdrawn] ära võetud
    [accredited] akrediteeritud
    [undersupervision] järelevalve all
    [supervisionincessation] järelevalve lõpetamisel
    [supervisionceased] järelevalve lõpetatud
    [supervisionrevoked] järelevalve tühistatud
    [accreditationceased] akrediteering lõpetatud
    [accreditationrevoked] akrediteering tühistatud
    [setbynationallaw] kehtestatud riigi seadusega
    [recognisedatnationallevel] tunnustatud riigi tasandil
    [deprecatedbynationallaw] kehtetuks tunnistatud riigi seadusega
    [deprecatedatnationallevel] riigi tasandil enam tunnustamata
    [unreadable] ei ole loetav
   *[other] { $status }
}

trust-update-asking = Laaditakse alla usaldusnimekirjad: { $url } ja selles nimetatud nimekirjad. Teie dokumentidest ei saadeta midagi.
trust-update-progress = { $done }/{ $total }: { $territory }
trust-update-new = number { $sequence }, uus
trust-update-replaced = number { $to } numbri { $from } asemel
trust-update-same = number { $sequence }, uuemat ei ole
trust-update-failed = uuendamata: { $reason }
trust-update-incomplete = { $count ->
    [one] { $count } nimekirja ei saanud uuendada; kasutatakse senist
   *[other] { $count } nimekirja ei saanud uuendada; kasutatakse seniseid
}
trust-update-complete = Kõik nimekirjad on uusimad kättesaadavad
trust-fault-address = aadress ei ole kasutatav
trust-fault-not-public = aadress ei ole avalikus võrgus
trust-fault-status = server vastas olekuga { $status }
trust-fault-too-large = vastus on liiga suur
trust-fault-timed-out = vastus ei tulnud õigel ajal
trust-fault-redirects = server suunab ümber liiga sageli või aadressile, mis ei ole kasutatav
trust-fault-connection = ühendus puudub ({ $detail })
trust-fault-not-a-list = vastus ei ole usaldusnimekiri ({ $detail })
trust-fault-other-kind = see on teist liiki nimekiri
trust-fault-other-territory = see on nimekiri { $found }
trust-fault-pivot = nimekirjade nimekiri ei tulene sellest, mida programm teab: { $detail }
trust-fault-older = pakutud nimekiri, number { $offered }, on vanem kui olemasolev, number { $held }
trust-fault-no-pointer = ELi nimekirjade nimekiri sellist ei nimeta
trust-fault-not-written = ei saanud kirjutada ({ $detail })

trust-import-done = { $list }: { $outcome }
trust-offline-build = see programm on ehitatud ilma võrguühenduseta
trust-hint-offline-build = laadige nimekirjad alla mujal ja kasutage: edoc trust import FAIL.xml
trust-no-folder = nimekirjade hoidmiseks ei ole kohta
trust-hint-no-folder = määrake kaust keskkonnamuutujas EDOC_DATA

trust-issuers-heading = Eksamitunnistuste tunnustatud väljastajad
trust-issuer-identifier = identifikaatori järgi { $identifier }
trust-issuer-by-name = nime järgi
trust-issuer-shipped = sisse ehitatud
trust-issuer-added = Teie lisatud
trust-issuer-from = esimene päev: { $from }
trust-issuer-until = viimane päev: { $until }
trust-issuer-line = { $short }: { $names } ({ $country }), { $how }
trust-issuers-added = Lisatud: { $issuer }
trust-issuers-removed = Eemaldatud: { $issuer }
trust-issuers-known = selle lühinimega väljastaja on juba olemas: { $short }
trust-hint-issuers-known = eemaldage see enne või valige teine lühinimi
trust-issuers-unknown = Teie lisatud väljastajate hulgas ei ole sellist lühinime: { $short }
trust-hint-issuers-unknown = olemasolevaid näitab: edoc issuers list
trust-issuers-nameless = väljastajal peab olema organisatsiooni identifikaator või täpne nimi
trust-hint-issuers-nameless = näiteks: edoc issuers add VIAA --name 'Valsts izglītības attīstības aģentūra'
trust-issuers-country = riik tuleb märkida kahe tähega, mitte nii: { $country }
trust-hint-issuers-country = näiteks: LV
trust-list-none-of = ei ole nimekirja riigikoodiga { $country }
trust-hint-none-of = olemasolevaid näitab: edoc trust status
