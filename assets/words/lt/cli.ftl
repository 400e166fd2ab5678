# Komandų eilutė: žinynas.
cli-about = Zīmogs tikrina e. dokumentus (.edoc) su egzaminų pažymėjimais ir pasako, ar jie tikri ir kodėl.
cli-usage = Naudojimas
cli-usage-edoc = edoc KOMANDA [PARINKTYS]
cli-usage-verify = edoc verify [PARINKTYS] FAILAS...
cli-usage-dossier = edoc dossier [PARINKTYS] KELIAS...
cli-usage-recheck = edoc recheck [PARINKTYS] ATASKAITA.json KELIAS...
cli-usage-watch = edoc watch [PARINKTYS] APLANKAS --out LENTELĖ.csv
cli-usage-show = edoc show [PARINKTYS] FAILAS
cli-usage-list = edoc list [PARINKTYS] FAILAS
cli-usage-trust = edoc trust KOMANDA [PARINKTYS]
cli-usage-trust-update = edoc trust update [PARINKTYS]
cli-usage-trust-import = edoc trust import [PARINKTYS] FAILAS.xml...
cli-usage-trust-list = edoc trust list [PARINKTYS]
cli-usage-trust-show = edoc trust show [PARINKTYS] SHA256
cli-usage-trust-status = edoc trust status [PARINKTYS]
cli-usage-issuers = edoc issuers KOMANDA [PARINKTYS]
cli-usage-issuers-list = edoc issuers list [PARINKTYS]
cli-usage-issuers-add = edoc issuers add [PARINKTYS] TRUMPAI
cli-usage-issuers-remove = edoc issuers remove [PARINKTYS] TRUMPAI
cli-usage-extract = edoc extract [PARINKTYS] FAILAS --to APLANKAS
cli-usage-facts = edoc facts [PARINKTYS] FAILAS --out FAKTAI.json
cli-usage-judge = edoc judge [PARINKTYS] FAKTAI.json...
cli-commands = Komandos
cli-arguments = Argumentai
cli-options = Parinktys
cli-examples =
    Pavyzdžiai:
      edoc verify matematika.edoc
      edoc verify --json aplankas > ataskaita.json
      edoc dossier aplankas --format csv --out lentele.csv
      edoc show matematika.edoc
      edoc list matematika.edoc
      edoc extract matematika.edoc --to isimta
      edoc verify --trust samples/trust-list.xml --issuers samples/issuers.toml samples

    Baigties kodas: 0 viskas patvirtinta, 1 kažkas negalioja, 2 darbo atlikti nepavyko, 3 kažko negalima patvirtinti, 4 parašų nėra.
    Failai nekeičiami; tinklas naudojamas tik su --online ir komanda trust update.
cli-command-verify = Tikrina failus ir aplankus
cli-command-dossier = Peržiūri kelis failus kartu: pagal asmenis, su skirtumais tarp failų, kaip tekstą, JSON arba lentelę
cli-command-recheck = Pasako, ar ankstesnės ataskaitos failai tie patys ir ar jų išvados tebegalioja
cli-command-watch = Stebi aplanką ir tvarko į jį patenkančių failų lentelę, kol paspaudžiama Ctrl-C
cli-command-show = Parodo egzamino rezultatą
cli-command-list = Parodo, kas yra e. dokumente ir ką apima parašas
cli-command-trust = Patikimi sąrašai: atsisiųsti, importuoti, parodyti
cli-command-trust-update = Atsisiunčia naujesnius patikimus sąrašus
cli-command-trust-import = Išsaugo patikimus sąrašus iš failų, jei jų parašas galioja
cli-command-trust-list = Parodo sąrašų paslaugas ir jų būseną
cli-command-trust-show = Parodo, kas sąrašuose yra su tokiu sertifikato arba rakto SHA-256
cli-command-trust-status = Parodo sąrašus, jų amžių ir ar galioja jų parašas
cli-command-issuers = Pripažinti egzaminų pažymėjimų išdavėjai
cli-command-issuers-list = Parodo, kurių išdavėjų egzaminų pažymėjimai pripažįstami
cli-command-issuers-add = Pripažįsta dar vieną išdavėją pagal identifikatorių arba tikslų pavadinimą ir valstybę
cli-command-issuers-remove = Nebepripažįsta išdavėjo
cli-command-extract = Išima failus iš e. dokumento
cli-command-facts = Išsaugo, kas apie e. dokumentą žinoma prieš vertinimą; asmens kodai išsaugomi visi
cli-command-judge = Dar kartą įvertina išsaugotus faktus pagal kitas taisykles, sąrašus ar laiką; apie patį e. dokumentą nieko neįrodo
cli-arg-files = Failai arba aplankai
cli-arg-file = Failas
cli-arg-paths = Failai, aplankai arba ZIP archyvai; „-“ reiškia kelių sąrašą iš standartinės įvesties
cli-arg-list = Kelių sąrašas, po vieną eilutėje; „-“ reiškia standartinę įvestį
cli-arg-format = Forma: text (numatytoji), json, jsonl, csv arba xlsx
cli-arg-by = Asmenų arba failų tvarka
cli-arg-only = Tik tai, ką reikia patikrinti
cli-arg-semicolon = CSV skaičiuoklėms: tarp reikšmių kabliataškis, skaičiuose kablelis, pradžioje baitų tvarkos žymė
cli-arg-quiet = Neišvesti nieko, išskyrus rezultatą
cli-arg-report = Ataskaita, kurią parašė edoc verify --json arba edoc dossier --format json
cli-arg-folder = Stebimas aplankas su jame esančiais aplankais
cli-arg-table = Lentelė CSV forma; įrašoma iš naujo, kai kas nors pasikeičia
cli-arg-every = Kaip dažnai žiūrėti, sekundėmis; jei nenurodyta, kas 3
cli-arg-json = Išvesti JSON (aprašymas: docs/report-schema.md)
cli-arg-etsi-xml = Išvesti vieno failo patikros ataskaitą pagal ETSI TS 119 102-2 kaip XML (aprašymas: docs/etsi-report.md)
cli-arg-country = Tik šios valstybės, pavyzdžiui, LV,EE
cli-arg-lotl = Kitas ES sąrašų sąrašo adresas
cli-arg-pins = Kiti sertifikatai, su kuriais galima pasirašyti sąrašų sąrašą, TOML faile
cli-arg-sha256 = Sertifikato arba rakto SHA-256, 64 šešioliktainiai skaitmenys
cli-arg-short = Trumpas pavadinimas sakiniams, pavyzdžiui, VIAA
cli-arg-name = Tikslus organizacijos pavadinimas; galima nurodyti kelis
cli-arg-identifier = Organizacijos identifikatorius, pavyzdžiui, NTRLV-00000000000; jei jis nurodytas, pavadinimas nebelemia
cli-arg-from = Pripažįstamas nuo šio laiko
cli-arg-until = Pripažįstamas iki šio laiko
cli-error-pins = { $path }: pagrindinių sertifikatų failas netinkamas ({ $detail })
cli-hint-pins = failo pavidalas kaip assets/trust/pins.toml
cli-hint-import = sąrašas išsaugomas tik tada, kai jo parašas galioja; --trust naudoja bet kurį sąrašą Jūsų atsakomybe
cli-arg-to = Aplankas, į kurį išimti; jei jo nėra, sukuriamas
cli-arg-out = Failas, kurį įrašyti; tokio dar neturi būti
cli-arg-facts = Išsaugoti faktai, kuriuos įrašė komanda facts
cli-arg-trust = Papildomas patikimas sąrašas XML faile arba aplankas su tokiais; galima nurodyti kelis
cli-arg-issuers = Papildomos egzaminų institucijos TOML pavidalu
cli-arg-policy = Patikros taisyklės: zimogs-1 (numatytosios), etsi-strict arba tokio paties pavidalo failas
cli-arg-lang = Kalba: lv, en, ru, lt arba et; jei nenurodyta, sistemos kalba
cli-arg-online = Paprašyti trūkstamų išdavėjų sertifikatų ir atšaukimo duomenų sertifikatuose nurodytais adresais; be šios parinkties nieko neišsiunčiama
cli-arg-at = Patikros laikas, pavyzdžiui, 2026-01-31T12:00:00Z; jei nenurodyta, dabar
cli-arg-jobs = Kiek failų tikrinti vienu metu
cli-arg-show-codes = Rodyti visus asmens kodus
cli-arg-help = Rodyti žinyną
cli-arg-version = Rodyti versiją

# Klaida ir patarimas.
cli-error = klaida
cli-hint = patarimas
cli-warning = įspėjimas
cli-error-unknown-argument = tokio argumento nėra: { $argument }
cli-error-unknown-command = tokios komandos nėra: { $argument }
cli-error-missing-argument = trūksta: { $argument }
cli-error-conflict = { $argument } negalima naudoti kartu su { $other }
cli-error-missing-command = nenurodyta, ką daryti
cli-error-invalid-value = netinkama reikšmė „{ $value }“: { $argument }
cli-error-arguments = argumentai nesuprantami
cli-hint-similar = galbūt turėta omenyje: { $argument }
cli-hint-help = žinyną parodo: edoc --help
cli-hint-time = laikas rašomas taip: 2026-01-31T12:00:00Z
cli-hint-jobs = skaičius turi būti nuo 1 iki 256
cli-hint-format = forma yra text, json, jsonl, csv arba xlsx
cli-hint-by = tvarka yra person arba file
cli-hint-only = galima nurodyti tik problems
cli-hint-arranged = --by ir --only naudojami su text, csv ir xlsx, --semicolon su csv; JSON apie kiekvieną failą pasako, kiek jį reikia patikrinti
cli-error-xlsx-out = xlsx forma rašoma tik į failą
cli-hint-xlsx-out = nurodykite jį su --out, pavyzdžiui, --out lentele.xlsx
cli-error-interrupted = sustabdyta nepatikrinus visų failų
cli-hint-interrupted = kas padaryta, įrašyta; dėl likusių pradėkite iš naujo
cli-error-report = { $path }: tai ne ataskaita, kurią galima patikrinti dar kartą ({ $detail })
cli-hint-report = nurodykite edoc verify --json arba edoc dossier --format json išvestį
cli-hint-language = kalba yra lv, en, ru, lt arba et
cli-error-not-found = { $path }: tokio failo nėra
cli-hint-not-found = patikrinkite kelią ir pavadinimą
cli-error-denied = { $path }: failo skaityti neleidžiama
cli-hint-denied = paprašykite prieigos teisių arba nukopijuokite failą į savo aplanką
cli-error-read = { $path }: failo negalima perskaityti ({ $detail })
cli-hint-read = nukopijuokite failą į šį kompiuterį ir bandykite dar kartą
cli-error-folder = { $path }: tai aplankas, o ne failas
cli-hint-folder = nurodykite failą iš šio aplanko; aplankus tikrina komanda verify
cli-error-not-a-file = { $path }: tai ne įprastas failas
cli-hint-not-a-file = nurodykite įprastą failą
cli-error-empty-folder = { $path }: aplanke nėra nė vieno e. dokumento failo
cli-hint-empty-folder = ieškoma failų, kurių plėtinys .edoc, .asice, .sce, .asics, .bdoc, .adoc arba .ddoc
cli-error-too-many = { $path }: aplanke per daug failų arba jis per gilus
cli-hint-too-many = tikrinkite dalimis
cli-error-limit = { $path }: failas per didelis, per daug suspaustas arba jame per daug įrašų
cli-hint-limit = tokie failai dėl saugumo neskaitomi; dar kartą paprašykite pradinio failo
cli-error-internal = { $path }: programa suklydo, todėl apie šį failą nieko pasakyti negalima
cli-hint-internal = praneškite apie tai programos prižiūrėtojams; failą siųskite tik tada, jei jame nėra asmens duomenų
cli-error-trust = { $path }: to negalima naudoti kaip patikimo sąrašo ({ $detail })
cli-hint-trust = nurodykite nepakeistą patikimą sąrašą XML pavidalu (ETSI TS 119 612)
cli-error-issuers = { $path }: to negalima naudoti kaip egzaminų institucijų sąrašo ({ $detail })
cli-hint-issuers = pavyzdys yra samples/issuers.toml
cli-error-policy = programos taisyklių negalima perskaityti ({ $detail })
cli-hint-policy = įdiekite programą iš naujo
cli-error-policy-unknown = taisyklių „{ $path }“ nėra
cli-hint-policy-unknown = nurodykite zimogs-1, etsi-strict arba failą, pavyzdžiui, taisykles.toml
cli-error-policy-file = { $path }: to negalima naudoti kaip taisyklių ({ $detail })
cli-hint-policy-file = pavyzdys yra assets/policy/zimogs-1.toml
cli-error-policy-name = { $path }: šios taisyklės pavadintos įtaisytųjų taisyklių vardu { $detail }, bet jos kitokios
cli-hint-policy-name = suteikite šioms taisyklėms savą pavadinimą (id)
cli-error-facts = { $path }: tai nėra išsaugoti faktai ({ $detail })
cli-error-facts-altered = { $path }: išsaugotuose faktuose yra tai, ko ši programa nerašė
cli-error-facts-contradiction = { $path }: išsaugoti faktai prieštarauja vieni kitiems
cli-hint-facts = išsaugokite faktus dar kartą iš paties e. dokumento: edoc facts
cli-error-facts-version = { $path }: išsaugotų faktų versija yra { $detail }, ir ši programa jos neskaito
cli-hint-facts-version = išsaugokite faktus dar kartą šia programa: edoc facts
cli-error-judge-online = išsaugoti faktai vertinami be tinklo
cli-hint-judge-online = nenaudokite --online arba naudokite jį su komanda edoc facts
cli-error-write = { $path }: negalima įrašyti ({ $detail })
cli-hint-write = patikrinkite teises ir laisvą vietą; nieko nebaigto nepalikta
cli-error-exists = { $path }: jau yra
cli-hint-exists = nurodykite kitą aplanką; niekas neperrašoma
cli-hint-exists-file = nurodykite kitą failą; niekas neperrašoma
cli-error-etsi-files = ETSI TS 119 102-2 ataskaita yra apie vieną failą
cli-hint-etsi-files = nurodykite vieną failą arba naudokite --json
cli-error-etsi-unsigned = { $path }: nėra parašo, apie kurį būtų galima parengti ataskaitą pagal ETSI TS 119 102-2
cli-hint-etsi-unsigned = kad pamatytumėte, kas tai per failas, nenaudokite --etsi-xml
cli-error-not-a-container = { $path }: iš šio failo nieko išimti negalima
cli-error-refused = { $path }: failas sugadintas arba pavojingas, todėl iš jo nieko neišimama
cli-hint-refused = dar kartą paprašykite pradinio failo

# Kas daroma.
cli-error-online-not-here = --online skirtas komandoms, kurios tikrina failus: verify, show, list, extract
cli-hint-online-not-here = edoc trust update tinklą naudoja ir be jo; kitos komandos tinklo nenaudoja niekada
cli-online-asking-ocsp = Klausiama, ar atšauktas parašo arba išdavėjo sertifikatas „{ $certificate }“ (OCSP adresas): { $url }; išsiunčiamas jo numeris ir išdavėjas, iš dokumento niekas.
cli-online-asking-crl = Prašoma atšaukimo sąrašo parašo arba išdavėjo sertifikatui „{ $certificate }“ (CRL adresas): { $url }; iš dokumento nieko neišsiunčiama.
cli-online-asking = Prašoma trūkstamo išdavėjo sertifikato (caIssuers adresas): { $url }; iš dokumento nieko neišsiunčiama.
cli-extracted = išimta: { $path }
cli-extracted-as = failas „{ $name }“ išsaugotas saugiu pavadinimu: { $path }
cli-facts-saved = faktai išsaugoti: { $path }
cli-facts-personal = išsaugotuose faktuose yra vardai ir visi asmens kodai; laikykite juos taip pat, kaip e. dokumentą
cli-warning-not-covered = failo „{ $name }“ neapima joks galiojantis parašas; nepasikliaukite jo kilme
cli-warning-changed = failas „{ $name }“ pakeistas po pasirašymo; nepasikliaukite jo turiniu
cli-summary-files = { $count ->
    [one] { $count } failas
    [few] { $count } failai
   *[other] { $count } failų
}
cli-summary = Iš viso: { $files }; patvirtinta { $passed }, negalioja { $failed }, nepatvirtinta { $open }, be parašo { $unsigned }, neatlikta { $undone }
cli-no-display = Nėra ekrano, kuriame atverti langą, todėl ataskaita išvesta kaip tekstas.
cli-progress = patikrinta { $done } iš { $all }
cli-written = įrašyta: { $path }
cli-withheld = rezultatas nerodomas
cli-recheck-holds = tas pats failas, išvada ta pati: { $word }
cli-recheck-other-word = tas pats failas; tada { $then }, dabar { $now }
cli-recheck-other-file = kitas failas nei ataskaitoje
cli-recheck-missing = nerastas
cli-recheck-not-told = ataskaitoje nėra šio failo SHA-256, todėl palyginti negalima
cli-recheck-new = ataskaitoje nėra
cli-recheck-differences = Vertinta kitaip nei tada
cli-recheck-then-now = tada { $then }, dabar { $now }
cli-watch-not-written = { $path }: lentelės negalima įrašyti ({ $detail }); bandoma dar kartą, kol pavyks
