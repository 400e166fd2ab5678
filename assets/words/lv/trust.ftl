# Uzticamības saraksti un atzītie izdevēji.
trust-list = { $territory ->
    [EU] ES sarakstu saraksts
   *[other] { $territory }
}, numurs { $sequence }, izdošanas datums: { $issued } ({ $age })
trust-list-user = { $territory ->
    [EU] ES sarakstu saraksts
   *[other] { $territory }
}, numurs { $sequence }, izdošanas datums: { $issued } ({ $age }), Jūsu pievienots
trust-territory = { $territory ->
    [EU] ES sarakstu saraksts
   *[other] { $territory }
}
trust-age = { $count ->
    [0] šodien
    [zero] pirms { $count } dienām
    [one] pirms { $count } dienas
   *[other] pirms { $count } dienām
}
trust-past = nākamā izdevuma diena bija { $next }
trust-past-closed = saraksts ir slēgts
trust-next = nākamā izdevuma diena: { $next }
trust-origin-snapshot = iebūvēts programmā
trust-origin-update = lejupielādēts
trust-origin-import = importēts no datnes
trust-origin-user = Jūsu pievienots
trust-signature-not-checked = paraksts nav pārbaudīts
trust-signature-checked-beforehand = paraksts pārbaudīts, veidojot programmu
trust-signature-not-vouched-for = netiek lietots: to parakstījis kāds, ko ES sarakstu saraksts nenosauc
trust-signature-verified = paraksts ir derīgs: { $name }; parakstītāju nosauc { $named }
trust-signature-stranger = parakstījis { $name }, ko neviens nenosauc par šī saraksta parakstītāju
trust-signature-wrong = paraksts nav derīgs: { $reason }
trust-named-official-journal = ES Oficiālais Vēstnesis ({ $notice })
trust-named-pivot = ES sarakstu saraksta starpposms { $sequence }
trust-named-list-of-lists = ES sarakstu saraksts, numurs { $sequence }
trust-named-pin = šī programma
trust-seal-not-signed = saraksts nav parakstīts
trust-seal-misplaced = sarakstam ir vairāki paraksti vai paraksts nav savā vietā
trust-seal-malformed = paraksta uzbūve ir nepareiza
trust-seal-not-whole = paraksts neaptver visu sarakstu
trust-seal-not-permitted = parakstā lietots neatļauts paņēmiens
trust-seal-changed = saraksts pēc parakstīšanas ir mainīts
trust-seal-no-certificate = sarakstā nav paraksta sertifikāta
trust-seal-value-wrong = paraksta vērtība ir nepareiza
trust-seal-certificate-not-valid = paraksta sertifikāts tobrīd nebija derīgs

trust-status-heading = Uzticamības saraksti
trust-status-folder = Glabājas mapē { $path }
trust-status-nothing-kept = Saraksti nav lejupielādēti: tiek lietoti programmā iebūvētie. Lejupielādēt: edoc trust update
trust-status-damaged = Bojāta datne, netiek lietota: { $file }
trust-status-past = { $count ->
    [zero] { $count } sarakstiem nākamā izdevuma diena ir pagājusi
    [one] { $count } sarakstam nākamā izdevuma diena ir pagājusi
   *[other] { $count } sarakstiem nākamā izdevuma diena ir pagājusi
}
trust-services = { $count ->
    [zero] { $count } pakalpojumu
    [one] { $count } pakalpojums
   *[other] { $count } pakalpojumi
}

trust-service-line = { $status } (sākums: { $since }): { $type }, { $name }
trust-service-not-yet = tobrīd sarakstā nav: { $type }, { $name }
trust-service-provider = Sniedzējs
trust-service-list = Saraksts
trust-service-history = Statusi
trust-service-purposes = Paredzēts
trust-service-qualifiers = Kvalifikatori
trust-service-subject = Pakalpojuma sertifikāta subjekts
trust-service-period = { $status } (sākums: { $since }; { $type })
trust-service-taken-over = Pārņēmējs
trust-service-revocation = Dati par atsaukšanu glabāti arī pēc paraksta sertifikātu termiņa beigām, sākums
trust-service-at-hand = Izdevēja sertifikāts ir pieejams
trust-service-not-at-hand = Izdevēja sertifikāta nav: to lejupielādē edoc trust update
trust-service-none = Neviens uzticamības saraksts nenosauc pakalpojuma sertifikātu vai atslēgu ar šādu SHA-256
trust-status-word = { $status ->
    [granted] piešķirts
    [withdrawn] atsaukts
    [accredited] akreditēts
    [undersupervision] uzraudzībā
    [supervisionincessation] uzraudzību izbeidz
    [supervisionceased] uzraudzība izbeigta
    [supervisionrevoked] uzraudzība atcelta
    [accreditationceased] akreditācija izbeigta
    [accreditationrevoked] akreditācija atcelta
    [setbynationallaw] noteikts ar valsts likumu
    [recognisedatnationallevel] atzīts valsts līmenī
    [deprecatedbynationallaw] atcelts ar valsts likumu
    [deprecatedatnationallevel] valsts līmenī vairs neatzīts
    [unreadable] nav nolasāms
   *[other] { $status }
}

trust-update-asking = Tiks lejupielādēti uzticamības saraksti: { $url } un tajā nosauktie. No Jūsu dokumentiem nekas netiks sūtīts.
trust-update-progress = { $done } no { $total }: { $territory }
trust-update-new = numurs { $sequence }, jauns
trust-update-replaced = numurs { $to } numura { $from } vietā
trust-update-same = numurs { $sequence }, jaunāka nav
trust-update-failed = nav atjaunināts: { $reason }
trust-update-incomplete = { $count ->
    [zero] { $count } sarakstu neizdevās atjaunināt; tiek lietoti līdzšinējie
    [one] { $count } sarakstu neizdevās atjaunināt; tiek lietots līdzšinējais
   *[other] { $count } sarakstus neizdevās atjaunināt; tiek lietoti līdzšinējie
}
trust-update-complete = Visi saraksti ir jaunākie pieejamie
trust-fault-address = adrese nav lietojama
trust-fault-not-public = adrese neatrodas publiskajā tīklā
trust-fault-status = serveris atbildēja ar statusu { $status }
trust-fault-too-large = atbilde ir pārāk liela
trust-fault-timed-out = atbilde laikā nepienāca
trust-fault-redirects = serveris pāradresē pārāk bieži vai uz nelietojamu adresi
trust-fault-connection = nav savienojuma ({ $detail })
trust-fault-not-a-list = atbilde nav uzticamības saraksts ({ $detail })
trust-fault-other-kind = tas ir cita veida saraksts
trust-fault-other-territory = tas ir { $found } saraksts
trust-fault-pivot = sarakstu saraksts neizriet no programmai zināmā: { $detail }
trust-fault-older = piedāvātais saraksts, numurs { $offered }, ir vecāks par esošo, numurs { $held }
trust-fault-no-pointer = ES sarakstu saraksts tādu nenosauc
trust-fault-not-written = neizdevās ierakstīt ({ $detail })

trust-import-done = { $list }: { $outcome }
trust-offline-build = šī programma ir veidota bez piekļuves tīklam
trust-hint-offline-build = lejupielādējiet sarakstus citur un lietojiet: edoc trust import DATNE.xml
trust-no-folder = nav vietas, kur glabāt sarakstus
trust-hint-no-folder = norādiet mapi vides mainīgajā EDOC_DATA

trust-issuers-heading = Atzītie eksāmenu sertifikātu izdevēji
trust-issuer-identifier = pēc identifikatora { $identifier }
trust-issuer-by-name = pēc nosaukuma
trust-issuer-shipped = iebūvēts
trust-issuer-added = Jūsu pievienots
trust-issuer-from = pirmā diena: { $from }
trust-issuer-until = pēdējā diena: { $until }
trust-issuer-line = { $short }: { $names } ({ $country }), { $how }
trust-issuers-added = Pievienots: { $issuer }
trust-issuers-removed = Noņemts: { $issuer }
trust-issuers-known = izdevējs ar šādu īso nosaukumu jau ir: { $short }
trust-hint-issuers-known = vispirms to noņemiet vai izvēlieties citu īso nosaukumu
trust-issuers-unknown = Jūsu pievienoto izdevēju vidū nav tāda, kam ir šāds īsais nosaukums: { $short }
trust-hint-issuers-unknown = esošos parāda: edoc issuers list
trust-issuers-nameless = izdevējam vajag organizācijas identifikatoru vai precīzu organizācijas nosaukumu
trust-hint-issuers-nameless = piemēram: edoc issuers add VIAA --name 'Valsts izglītības attīstības aģentūra'
trust-issuers-country = valsts jānorāda ar diviem burtiem, nevis kā { $country }
trust-hint-issuers-country = piemēram: LV
trust-list-none-of = nav saraksta ar valsts kodu { $country }
trust-hint-none-of = esošos parāda: edoc trust status
