# Patikimi sąrašai ir pripažinti išdavėjai.
trust-list = { $territory ->
    [EU] ES sąrašų sąrašas
   *[other] { $territory }
}, numeris { $sequence }, paskelbimo data: { $issued } ({ $age })
trust-list-user = { $territory ->
    [EU] ES sąrašų sąrašas
   *[other] { $territory }
}, numeris { $sequence }, paskelbimo data: { $issued } ({ $age }), pridėtas Jūsų
trust-territory = { $territory ->
    [EU] ES sąrašų sąrašas
   *[other] { $territory }
}
trust-age = { $count ->
    [0] šiandien
    [one] prieš { $count } dieną
    [few] prieš { $count } dienas
   *[other] prieš { $count } dienų
}
trust-past = kita paskelbimo diena buvo { $next }
trust-past-closed = sąrašas uždarytas
trust-next = kita paskelbimo diena: { $next }
trust-origin-snapshot = įtaisytas programoje
trust-origin-update = atsisiųstas
trust-origin-import = importuotas iš failo
trust-origin-user = pridėtas Jūsų
trust-signature-not-checked = parašas nepatikrintas
trust-signature-checked-beforehand = parašas patikrintas kuriant programą
trust-signature-not-vouched-for = nenaudojamas: jį pasirašė asmuo, kurio ES sąrašų sąrašas neįvardija
trust-signature-verified = parašas galioja: { $name }; pasirašiusįjį įvardija { $named }
trust-signature-stranger = pasirašė { $name }, kurio niekas neįvardija kaip šio sąrašo pasirašytojo
trust-signature-wrong = parašas negalioja: { $reason }
trust-named-official-journal = ES oficialusis leidinys ({ $notice })
trust-named-pivot = ES sąrašų sąrašo tarpinis leidimas { $sequence }
trust-named-list-of-lists = ES sąrašų sąrašas, numeris { $sequence }
trust-named-pin = ši programa
trust-seal-not-signed = sąrašas nepasirašytas
trust-seal-misplaced = sąrašas turi kelis parašus arba parašas ne savo vietoje
trust-seal-malformed = parašo sandara neteisinga
trust-seal-not-whole = parašas apima ne visą sąrašą
trust-seal-not-permitted = paraše panaudotas neleistinas būdas
trust-seal-changed = sąrašas pakeistas po pasirašymo
trust-seal-no-certificate = sąraše nėra parašo sertifikato
trust-seal-value-wrong = parašo reikšmė neteisinga
trust-seal-certificate-not-valid = parašo sertifikatas tuo metu negaliojo

trust-status-heading = Patikimi sąrašai
trust-status-folder = Laikomi aplanke { $path }
trust-status-nothing-kept = Sąrašai neatsisiųsti: naudojami įtaisytieji programoje. Atsisiųsti: edoc trust update
trust-status-damaged = Sugadintas failas, nenaudojamas: { $file }
trust-status-past = { $count ->
    [one] { $count } sąrašo kita paskelbimo diena praėjo
    [few] { $count } sąrašų kita paskelbimo diena praėjo
   *[other] { $count } sąrašų kita paskelbimo diena praėjo
}
trust-services = { $count ->
    [one] { $count } paslauga
    [few] { $count } paslaugos
   *[other] { $count } paslaugų
}

trust-service-line = { $status } (nuo: { $since }): { $type }, { $name }
trust-service-not-yet = tuo metu sąraše nėra: { $type }, { $name }
trust-service-provider = Teikėjas
trust-service-list = Sąrašas
trust-service-history = Būsenos
trust-service-purposes = Paskirtis
trust-service-qualifiers = Kvalifikatoriai
trust-service-subject = Sertifikato subjektas
trust-service-period = { $status } (nuo: { $since }; { $type })
trust-service-taken-over = Perėmėjas
trust-service-revocation = Atšaukimo duomenys laikomi ir pasibaigus sertifikatų galiojimui, nuo
trust-service-at-hand = Išdavėjo sertifikatas yra
trust-service-not-at-hand = Išdavėjo sertifikato nėra: jį atsisiunčia edoc trust update
trust-service-none = Joks patikimas sąrašas neįvardija sertifikato arba rakto su tokiu SHA-256
trust-status-word = { $status ->
    [granted] suteikta
    [withdrawn] panaikinta
    [accredited] akredituota
    [undersupervision] prižiūrima
    [supervisionincessation] priežiūra baigiama
    [supervisionceased] priežiūra baigta
    [supervisionrevoked] priežiūra atšaukta
    [accreditationceased] akreditacija baigta
    [accreditationrevoked] akreditacija atšaukta
    [setbynationallaw] nustatyta valstybės įstatymu
    [recognisedatnationallevel] pripažinta valstybės lygiu
    [deprecatedbynationallaw] panaikinta valstybės įstatymu
    [deprecatedatnationallevel] valstybės lygiu nebepripažįstama
    [unreadable] neperskaitoma
   *[other] { $status }
}

trust-update-asking = Bus atsisiųsti patikimi sąrašai: { $url } ir jame įvardyti sąrašai. Iš Jūsų dokumentų nieko nebus išsiųsta.
trust-update-progress = { $done } iš { $total }: { $territory }
trust-update-new = numeris { $sequence }, naujas
trust-update-replaced = numeris { $to } vietoj numerio { $from }
trust-update-same = numeris { $sequence }, naujesnio nėra
trust-update-failed = neatnaujintas: { $reason }
trust-update-incomplete = { $count ->
    [one] { $count } sąrašo nepavyko atnaujinti; naudojamas ankstesnis
    [few] { $count } sąrašų nepavyko atnaujinti; naudojami ankstesni
   *[other] { $count } sąrašų nepavyko atnaujinti; naudojami ankstesni
}
trust-update-complete = Visi sąrašai yra naujausi iš prieinamų
trust-fault-address = adresas netinkamas
trust-fault-not-public = adresas nėra viešajame tinkle
trust-fault-status = serveris atsakė būsena { $status }
trust-fault-too-large = atsakymas per didelis
trust-fault-timed-out = atsakymas laiku negautas
trust-fault-redirects = serveris nukreipia per dažnai arba netinkamu adresu
trust-fault-connection = nėra ryšio ({ $detail })
trust-fault-not-a-list = atsakymas nėra patikimas sąrašas ({ $detail })
trust-fault-other-kind = tai kitokios rūšies sąrašas
trust-fault-other-territory = tai { $found } sąrašas
trust-fault-pivot = sąrašų sąrašas neišplaukia iš to, ką programa žino: { $detail }
trust-fault-older = siūlomas sąrašas, numeris { $offered }, yra senesnis už esamą, numeris { $held }
trust-fault-no-pointer = ES sąrašų sąrašas tokio neįvardija
trust-fault-not-written = nepavyko įrašyti ({ $detail })

trust-import-done = { $list }: { $outcome }
trust-offline-build = ši programa sukurta be prieigos prie tinklo
trust-hint-offline-build = atsisiųskite sąrašus kitur ir naudokite: edoc trust import FAILAS.xml
trust-no-folder = nėra vietos sąrašams laikyti
trust-hint-no-folder = nurodykite aplanką aplinkos kintamajame EDOC_DATA

trust-issuers-heading = Pripažinti egzaminų pažymėjimų išdavėjai
trust-issuer-identifier = pagal identifikatorių { $identifier }
trust-issuer-by-name = pagal pavadinimą
trust-issuer-shipped = įtaisytas
trust-issuer-added = pridėtas Jūsų
trust-issuer-from = pirma diena: { $from }
trust-issuer-until = paskutinė diena: { $until }
trust-issuer-line = { $short }: { $names } ({ $country }), { $how }
trust-issuers-added = Pridėtas: { $issuer }
trust-issuers-removed = Pašalintas: { $issuer }
trust-issuers-known = išdavėjas tokiu trumpu pavadinimu jau yra: { $short }
trust-hint-issuers-known = pirma jį pašalinkite arba pasirinkite kitą trumpą pavadinimą
trust-issuers-unknown = tarp Jūsų pridėtų išdavėjų tokio trumpo pavadinimo nėra: { $short }
trust-hint-issuers-unknown = esamus parodo: edoc issuers list
trust-issuers-nameless = išdavėjui reikia organizacijos identifikatoriaus arba tikslaus organizacijos pavadinimo
trust-hint-issuers-nameless = pavyzdžiui: edoc issuers add VIAA --name 'Valsts izglītības attīstības aģentūra'
trust-issuers-country = valstybė nurodoma dviem raidėmis, o ne taip: { $country }
trust-hint-issuers-country = pavyzdžiui: LV
trust-list-none-of = nėra sąrašo, kurio valstybės kodas { $country }
trust-hint-none-of = esamus parodo: edoc trust status
