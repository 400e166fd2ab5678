# Komandrinda: palīdzība.
cli-about = Zīmogs pārbauda e-dokumentus (.edoc) ar eksāmenu sertifikātiem un pasaka, vai tie ir īsti un kāpēc.
cli-usage = Lietojums
cli-usage-edoc = edoc KOMANDA [IESPĒJAS]
cli-usage-verify = edoc verify [IESPĒJAS] DATNE...
cli-usage-dossier = edoc dossier [IESPĒJAS] CEĻŠ...
cli-usage-show = edoc show [IESPĒJAS] DATNE
cli-usage-list = edoc list [IESPĒJAS] DATNE
cli-usage-trust = edoc trust KOMANDA [IESPĒJAS]
cli-usage-trust-update = edoc trust update [IESPĒJAS]
cli-usage-trust-import = edoc trust import [IESPĒJAS] DATNE.xml...
cli-usage-trust-list = edoc trust list [IESPĒJAS]
cli-usage-trust-show = edoc trust show [IESPĒJAS] SHA256
cli-usage-trust-status = edoc trust status [IESPĒJAS]
cli-usage-issuers = edoc issuers KOMANDA [IESPĒJAS]
cli-usage-issuers-list = edoc issuers list [IESPĒJAS]
cli-usage-issuers-add = edoc issuers add [IESPĒJAS] ĪSI
cli-usage-issuers-remove = edoc issuers remove [IESPĒJAS] ĪSI
cli-usage-extract = edoc extract [IESPĒJAS] DATNE --to MAPE
cli-usage-facts = edoc facts [IESPĒJAS] DATNE --out FAKTI.json
cli-usage-judge = edoc judge [IESPĒJAS] FAKTI.json...
cli-commands = Komandas
cli-arguments = Argumenti
cli-options = Iespējas
cli-examples =
    Piemēri:
      edoc verify matematika.edoc
      edoc verify --json mape > parskats.json
      edoc dossier mape --format csv --out tabula.csv
      edoc show matematika.edoc
      edoc list matematika.edoc
      edoc extract matematika.edoc --to izguts
      edoc verify --trust samples/trust-list.xml --issuers samples/issuers.toml samples

    Beigu kods: 0 viss apstiprināts, 1 kaut kas nav derīgs, 2 darbu nevarēja paveikt, 3 kaut ko nevar apstiprināt, 4 nav parakstu.
    Datne netiek mainīta; tīklu lieto tikai ar --online un komandā trust update.
cli-command-verify = Pārbauda datnes un mapes
cli-command-dossier = Aplūko vairākas datnes kopā: pa personām, ar atšķirībām starp datnēm, kā tekstu, JSON vai tabulu
cli-command-show = Parāda eksāmena rezultātu
cli-command-list = Parāda, kas ir e-dokumentā un ko aptver paraksts
cli-command-trust = Uzticamības saraksti: lejupielādēt, importēt, parādīt
cli-command-trust-update = Lejupielādē jaunākus uzticamības sarakstus
cli-command-trust-import = Saglabā uzticamības sarakstus no datnēm, ja to paraksts ir derīgs
cli-command-trust-list = Parāda sarakstu pakalpojumus un to statusu
cli-command-trust-show = Parāda, kas sarakstos ir ar šādu pakalpojuma sertifikāta vai atslēgas SHA-256
cli-command-trust-status = Parāda sarakstus, to vecumu un vai to paraksts ir derīgs
cli-command-issuers = Atzītie eksāmenu sertifikātu izdevēji
cli-command-issuers-list = Parāda, kuru izdevēju eksāmenu sertifikāti ir atzīti
cli-command-issuers-add = Atzīst vēl vienu izdevēju pēc identifikatora vai precīza nosaukuma un valsts
cli-command-issuers-remove = Vairs neatzīst izdevēju
cli-command-extract = Izgūst datnes no e-dokumenta
cli-command-facts = Saglabā, kas par e-dokumentu zināms pirms izvērtēšanas; personas kodi tiek saglabāti pilnībā
cli-command-judge = Vēlreiz izvērtē saglabātos faktus pēc citiem noteikumiem, sarakstiem vai cita laika; par pašu e-dokumentu neko nepierāda
cli-arg-files = Datnes vai mapes
cli-arg-file = Datne
cli-arg-paths = Datnes, mapes vai ZIP arhīvi; - nozīmē ceļu sarakstu no standarta ievades
cli-arg-list = Ceļu saraksts, katrs savā rindā; - nozīmē standarta ievadi
cli-arg-format = Veids: text (noklusējums), json, jsonl vai csv
cli-arg-by = Personu vai datņu secībā
cli-arg-only = Tikai tas, kas jāpārbauda
cli-arg-semicolon = CSV izklājlapām: starp vērtībām semikols, skaitļos komats, sākumā baitu secības zīme
cli-arg-quiet = Neizvadīt neko, izņemot rezultātu
cli-arg-json = Izvadīt JSON (apraksts: docs/report-schema.md)
cli-arg-etsi-xml = Izvadīt vienas datnes validācijas pārskatu pēc ETSI TS 119 102-2 kā XML (apraksts: docs/etsi-report.md)
cli-arg-country = Tikai šīs valstis, piemēram, LV,EE
cli-arg-lotl = Cita ES sarakstu saraksta adrese
cli-arg-pins = Citi paraksta sertifikāti, ar kuriem drīkst parakstīt sarakstu sarakstu, TOML datnē
cli-arg-sha256 = Pakalpojuma sertifikāta vai atslēgas SHA-256, 64 heksadecimāli cipari
cli-arg-short = Īsais nosaukums teikumiem, piemēram, VIAA
cli-arg-name = Precīzs organizācijas nosaukums; var norādīt vairākus
cli-arg-identifier = Organizācijas identifikators, piemēram, NTRLV-00000000000; ja tas norādīts, nosaukums vairs nav noteicošs
cli-arg-from = Atzīts no šī laika
cli-arg-until = Atzīts līdz šim laikam
cli-error-pins = { $path }: pamata sertifikātu datne nav lietojama ({ $detail })
cli-hint-pins = datnes veids ir kā assets/trust/pins.toml
cli-hint-import = sarakstu saglabā tikai tad, ja tā paraksts ir derīgs; --trust lieto jebkuru sarakstu uz Jūsu atbildību
cli-arg-to = Mape, kurā izgūt; to izveido, ja tās nav
cli-arg-out = Datne, kurā rakstīt; tādas vēl nedrīkst būt
cli-arg-facts = Saglabātie fakti, ko uzrakstījusi komanda facts
cli-arg-trust = Papildu uzticamības saraksts XML datnē vai mape ar tādiem; var norādīt vairākus
cli-arg-issuers = Papildu eksāmenu iestādes TOML veidā
cli-arg-policy = Noteikumi, pēc kuriem pārbauda: zimogs-1 (noklusējums), etsi-strict vai tāda paša veida datne
cli-arg-lang = Valoda: lv, en, ru, lt vai et; ja nav norādīta, sistēmas valoda
cli-arg-online = Pieprasīt trūkstošos izdevēju sertifikātus un datus par atsaukšanu no adresēm, ko norāda paraksta un izdevēju sertifikāti; bez šīs iespējas nekas netiek sūtīts
cli-arg-at = Pārbaudes laiks, piemēram, 2026-01-31T12:00:00Z; ja nav norādīts, tagad
cli-arg-jobs = Cik datņu pārbaudīt vienlaikus
cli-arg-show-codes = Rādīt personas kodus pilnībā
cli-arg-help = Rādīt palīdzību
cli-arg-version = Rādīt versiju

# Kļūda un padoms.
cli-error = kļūda
cli-hint = padoms
cli-warning = brīdinājums
cli-error-unknown-argument = tāda argumenta nav: { $argument }
cli-error-unknown-command = tādas komandas nav: { $argument }
cli-error-missing-argument = trūkst: { $argument }
cli-error-conflict = { $argument } nevar lietot kopā ar { $other }
cli-error-missing-command = nav norādīts, ko darīt
cli-error-invalid-value = nederīga vērtība „{ $value }”: { $argument }
cli-error-arguments = argumenti nav saprotami
cli-hint-similar = varbūt domāts: { $argument }
cli-hint-help = palīdzību rāda: edoc --help
cli-hint-time = laiku pieraksta šādi: 2026-01-31T12:00:00Z
cli-hint-jobs = skaitlim jābūt no 1 līdz 256
cli-hint-format = veids ir text, json, jsonl vai csv
cli-hint-by = secība ir person vai file
cli-hint-only = var norādīt tikai problems
cli-hint-arranged = --by un --only lieto ar text un csv, --semicolon ar csv; JSON par katru datni pasaka, cik ļoti tā jāpārbauda
cli-error-interrupted = pārtraukts, pirms pārbaudītas visas datnes
cli-hint-interrupted = paveiktais ir ierakstīts; pārējam sāciet vēlreiz
cli-hint-language = valoda ir lv, en, ru, lt vai et
cli-error-not-found = { $path }: tādas datnes nav
cli-hint-not-found = pārbaudiet ceļu un nosaukumu
cli-error-denied = { $path }: datni nav atļauts lasīt
cli-hint-denied = palūdziet piekļuves tiesības vai nokopējiet datni savā mapē
cli-error-read = { $path }: datni nevar nolasīt ({ $detail })
cli-hint-read = nokopējiet datni šajā datorā un mēģiniet vēlreiz
cli-error-folder = { $path }: šī ir mape, nevis datne
cli-hint-folder = norādiet datni, kas ir šajā mapē; mapes pārbauda komanda verify
cli-error-not-a-file = { $path }: šī nav parasta datne
cli-hint-not-a-file = norādiet parastu datni
cli-error-empty-folder = { $path }: mapē nav nevienas e-dokumenta datnes
cli-hint-empty-folder = meklē datnes ar paplašinājumu .edoc, .asice, .sce, .asics, .bdoc, .adoc vai .ddoc
cli-error-empty-archive = { $path }: ZIP arhīvā nav nevienas e-dokumenta datnes
cli-error-nested-archive = { $path }: arhīvs, kas ielikts citā arhīvā, netiek atvērts
cli-hint-nested-archive = izņemiet iekšējo arhīvu un pārbaudiet to atsevišķi
cli-error-archive = { $path }: nevar nolasīt no ZIP arhīva. { $detail }
cli-hint-archive = palūdziet atsūtīt e-dokumentu vēlreiz, neliekot to arhīvā
cli-error-too-many = { $path }: mapē ir pārāk daudz datņu vai tā ir pārāk dziļa
cli-hint-too-many = pārbaudiet pa daļām
cli-error-limit = { $path }: datne ir pārāk liela, pārāk saspiesta, vai tajā ir pārāk daudz ierakstu
cli-hint-limit = šādas datnes drošības dēļ netiek lasītas; palūdziet sākotnējo datni vēlreiz
cli-error-internal = { $path }: programma kļūdījās, tāpēc par šo datni neko nevar teikt
cli-hint-internal = lūdzu, paziņojiet par to programmas uzturētājiem; datni sūtiet tikai tad, ja tajā nav personas datu
cli-error-trust = { $path }: šo nevar lietot kā uzticamības sarakstu ({ $detail })
cli-hint-trust = norādiet nemainītu uzticamības sarakstu XML veidā (ETSI TS 119 612)
cli-error-issuers = { $path }: šo nevar lietot kā eksāmenu iestāžu sarakstu ({ $detail })
cli-hint-issuers = paraugs ir samples/issuers.toml
cli-error-policy = programmas noteikumus nevar nolasīt ({ $detail })
cli-hint-policy = uzstādiet programmu no jauna
cli-error-policy-unknown = noteikumu „{ $path }” nav
cli-hint-policy-unknown = norādiet zimogs-1, etsi-strict vai datni, piemēram, noteikumi.toml
cli-error-policy-file = { $path }: šo nevar lietot kā noteikumus ({ $detail })
cli-hint-policy-file = paraugs ir assets/policy/zimogs-1.toml
cli-error-policy-name = { $path }: šiem noteikumiem ir iebūvēto noteikumu nosaukums { $detail }, bet tie ir citi
cli-hint-policy-name = dodiet šiem noteikumiem savu nosaukumu (id)
cli-error-facts = { $path }: šie nav saglabātie fakti ({ $detail })
cli-error-facts-altered = { $path }: saglabātajos faktos ir kaut kas, ko šī programma nav rakstījusi
cli-error-facts-contradiction = { $path }: saglabātie fakti ir savstarpēji pretrunīgi
cli-hint-facts = saglabājiet faktus vēlreiz no paša e-dokumenta: edoc facts
cli-error-facts-version = { $path }: saglabāto faktu versija ir { $detail }, un šī programma to nelasa
cli-hint-facts-version = saglabājiet faktus vēlreiz ar šo programmu: edoc facts
cli-error-judge-online = saglabātos faktus izvērtē bez tīkla
cli-hint-judge-online = nelietojiet --online vai lietojiet to komandā edoc facts
cli-error-write = { $path }: nevar ierakstīt ({ $detail })
cli-hint-write = pārbaudiet tiesības un brīvo vietu; nekas nepabeigts nav atstāts
cli-error-exists = { $path }: jau pastāv
cli-hint-exists = norādiet citu mapi; nekas netiek pārrakstīts
cli-hint-exists-file = norādiet citu datni; nekas netiek pārrakstīts
cli-error-etsi-files = pārskats pēc ETSI TS 119 102-2 ir par vienu datni
cli-hint-etsi-files = norādiet vienu datni vai lietojiet --json
cli-error-etsi-unsigned = { $path }: nav paraksta, par kuru sagatavot pārskatu pēc ETSI TS 119 102-2
cli-hint-etsi-unsigned = lai redzētu, kas tā ir par datni, nelietojiet --etsi-xml
cli-error-not-a-container = { $path }: no šīs datnes neko nevar izgūt
cli-error-refused = { $path }: datne ir bojāta vai bīstama, tāpēc no tās neko neizgūst
cli-hint-refused = palūdziet iesūtīt sākotnējo datni vēlreiz

# Ko dara.
cli-error-online-not-here = --online ir domāts komandām, kas pārbauda datnes: verify, show, list, extract
cli-hint-online-not-here = edoc trust update lieto tīklu arī bez tā; citas komandas tīklu nelieto nekad
cli-online-asking-ocsp = Jautā, vai paraksta vai izdevēja sertifikāts „{ $certificate }” ir atsaukts (OCSP adrese): { $url }; tiek nosūtīts tā numurs un izdevējs, no dokumenta nekas.
cli-online-asking-crl = Pieprasa atsaukšanas sarakstu paraksta vai izdevēja sertifikātam „{ $certificate }” (CRL adrese): { $url }; no dokumenta nekas netiek sūtīts.
cli-online-asking = Pieprasa trūkstoša izdevēja sertifikātu (caIssuers adrese): { $url }; no dokumenta nekas netiek sūtīts.
cli-extracted = izgūts: { $path }
cli-extracted-as = datne „{ $name }” saglabāta ar drošu nosaukumu: { $path }
cli-warning-not-covered = datni „{ $name }” neaptver neviens derīgs paraksts; nepaļaujieties uz tās izcelsmi
cli-warning-changed = datne „{ $name }” ir mainīta pēc parakstīšanas; nepaļaujieties uz tās saturu
cli-facts-saved = fakti saglabāti: { $path }
cli-facts-personal = saglabātajos faktos ir vārdi un personas kodi pilnībā; glabājiet tos tāpat kā e-dokumentu
cli-summary-files = { $count ->
    [zero] { $count } datņu
    [one] { $count } datne
   *[other] { $count } datnes
}
cli-summary = Kopā: { $files }; apstiprinātas { $passed }, nederīgas { $failed }, neapstiprinātas { $open }, bez paraksta { $unsigned }, nepaveiktas { $undone }
cli-no-display = Nav displeja, kurā atvērt logu, tāpēc pārskats ir izvadīts kā teksts.
cli-progress = pārbaudīts { $done } no { $all }
cli-written = ierakstīts: { $path }
cli-withheld = rezultāts netiek rādīts
