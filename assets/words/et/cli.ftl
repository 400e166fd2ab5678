# Käsurida: abi.
cli-about = Zīmogs kontrollib eksamitunnistustega e-dokumente (.edoc) ja ütleb, kas need on ehtsad ja miks.
cli-usage = Kasutamine
cli-usage-edoc = edoc KÄSK [VALIKUD]
cli-usage-verify = edoc verify [VALIKUD] FAIL...
cli-usage-dossier = edoc dossier [VALIKUD] TEE...
cli-usage-show = edoc show [VALIKUD] FAIL
cli-usage-list = edoc list [VALIKUD] FAIL
cli-usage-trust = edoc trust KÄSK [VALIKUD]
cli-usage-trust-update = edoc trust update [VALIKUD]
cli-usage-trust-import = edoc trust import [VALIKUD] FAIL.xml...
cli-usage-trust-list = edoc trust list [VALIKUD]
cli-usage-trust-show = edoc trust show [VALIKUD] SHA256
cli-usage-trust-status = edoc trust status [VALIKUD]
cli-usage-issuers = edoc issuers KÄSK [VALIKUD]
cli-usage-issuers-list = edoc issuers list [VALIKUD]
cli-usage-issuers-add = edoc issuers add [VALIKUD] LÜHINIMI
cli-usage-issuers-remove = edoc issuers remove [VALIKUD] LÜHINIMI
cli-usage-extract = edoc extract [VALIKUD] FAIL --to KAUST
cli-usage-facts = edoc facts [VALIKUD] FAIL --out ANDMED.json
cli-usage-judge = edoc judge [VALIKUD] ANDMED.json...
cli-commands = Käsud
cli-arguments = Argumendid
cli-options = Valikud
cli-examples =
    Näited:
      edoc verify matemaatika.edoc
      edoc verify --json kaust > aruanne.json
      edoc dossier kaust --format csv --out tabel.csv
      edoc show matemaatika.edoc
      edoc list matemaatika.edoc
      edoc extract matemaatika.edoc --to failid
      edoc verify --trust samples/trust-list.xml --issuers samples/issuers.toml samples

    Väljumiskood: 0 kõik kinnitatud, 1 midagi ei kehti, 2 tööd ei saanud teha, 3 midagi ei saa kinnitada, 4 allkirju ei ole.
    Faile ei muudeta; võrku kasutatakse ainult valikuga --online ja käsus trust update.
cli-command-verify = Kontrollib faile ja kaustu
cli-command-dossier = Vaatab mitut faili koos: isikute kaupa, failide erinevustega, tekstina, JSON-ina või tabelina
cli-command-show = Näitab eksami tulemust
cli-command-list = Näitab, mis e-dokumendis on ja mida allkiri katab
cli-command-trust = Usaldusnimekirjad: alla laadida, importida, näidata
cli-command-trust-update = Laadib alla uuemad usaldusnimekirjad
cli-command-trust-import = Salvestab usaldusnimekirjad failidest, kui nende allkiri kehtib
cli-command-trust-list = Näitab nimekirjade teenuseid ja nende olekut
cli-command-trust-show = Näitab, mis nimekirjades on sellise sertifikaadi või võtme SHA-256 all
cli-command-trust-status = Näitab nimekirju, nende vanust ja kas nende allkiri kehtib
cli-command-issuers = Eksamitunnistuste tunnustatud väljastajad
cli-command-issuers-list = Näitab, kelle eksamitunnistusi tunnustatakse
cli-command-issuers-add = Tunnustab veel üht väljastajat identifikaatori või täpse nime ja riigi järgi
cli-command-issuers-remove = Ei tunnusta väljastajat enam
cli-command-extract = Võtab failid e-dokumendist välja
cli-command-facts = Salvestab, mis on e-dokumendi kohta teada enne hindamist; isikukoodid salvestatakse täielikult
cli-command-judge = Hindab salvestatud andmeid uuesti teiste reeglite, nimekirjade või aja järgi; e-dokumendi enda kohta ei tõenda midagi
cli-arg-files = Failid või kaustad
cli-arg-file = Fail
cli-arg-paths = Failid, kaustad või ZIP-arhiivid; - tähendab teede loendit standardsisendist
cli-arg-list = Teede loend, igaüks oma real; - tähendab standardsisendit
cli-arg-format = Kuju: text (vaikimisi), json, jsonl või csv
cli-arg-by = Isikute või failide järjekorras
cli-arg-only = Ainult see, mida tuleb kontrollida
cli-arg-semicolon = CSV arvutustabelitele: väärtuste vahel semikoolon, arvudes koma, alguses baidijärjestuse märk
cli-arg-quiet = Ei väljasta midagi peale tulemuse
cli-arg-json = Väljastada JSON (kirjeldus: docs/report-schema.md)
cli-arg-etsi-xml = Väljastada ühe faili valideerimisaruanne ETSI TS 119 102-2 järgi XML-ina (kirjeldus: docs/etsi-report.md)
cli-arg-country = Ainult need riigid, näiteks LV,EE
cli-arg-lotl = Teine ELi nimekirjade nimekirja aadress
cli-arg-pins = Teised sertifikaadid, millega tohib nimekirjade nimekirja allkirjastada, TOML-failis
cli-arg-sha256 = Sertifikaadi või võtme SHA-256, 64 kuueteistkümnendnumbrit
cli-arg-short = Lühinimi lausete jaoks, näiteks VIAA
cli-arg-name = Organisatsiooni täpne nimi; võib anda mitu
cli-arg-identifier = Organisatsiooni identifikaator, näiteks NTRLV-00000000000; kui see on antud, nimi enam ei loe
cli-arg-from = Tunnustatud sellest ajast
cli-arg-until = Tunnustatud selle ajani
cli-error-pins = { $path }: põhisertifikaatide fail ei ole kasutatav ({ $detail })
cli-hint-pins = faili kuju on nagu failil assets/trust/pins.toml
cli-hint-import = nimekiri salvestatakse ainult siis, kui selle allkiri kehtib; --trust kasutab mis tahes nimekirja Teie vastutusel
cli-arg-to = Kaust, kuhu failid välja võtta; kui seda ei ole, siis see luuakse
cli-arg-out = Fail, kuhu kirjutada; seda ei tohi veel olla
cli-arg-facts = Salvestatud andmed, mille kirjutas käsk facts
cli-arg-trust = Täiendav usaldusnimekiri XML-failis või kaust selliste failidega; võib anda mitu
cli-arg-issuers = Täiendavad eksamiasutused TOML-kujul
cli-arg-policy = Reeglid, mille järgi kontrollida: zimogs-1 (vaikimisi), etsi-strict või sama kujuga fail
cli-arg-lang = Keel: lv, en, ru, lt või et; kui ei ole antud, süsteemi keel
cli-arg-online = Küsida puuduvaid väljastajate sertifikaate ja tühistusandmeid sertifikaatides nimetatud aadressidelt; ilma selle valikuta ei saadeta midagi
cli-arg-at = Kontrollimise aeg, näiteks 2026-01-31T12:00:00Z; kui ei ole antud, praegu
cli-arg-jobs = Mitut faili korraga kontrollida
cli-arg-show-codes = Näidata isikukoode täielikult
cli-arg-help = Näidata abi
cli-arg-version = Näidata versiooni

# Viga ja nõuanne.
cli-error = viga
cli-hint = nõuanne
cli-warning = hoiatus
cli-error-unknown-argument = sellist argumenti ei ole: { $argument }
cli-error-unknown-command = sellist käsku ei ole: { $argument }
cli-error-missing-argument = puudub: { $argument }
cli-error-conflict = { $argument } ei käi kokku valikuga { $other }
cli-error-missing-command = ei ole öeldud, mida teha
cli-error-invalid-value = sobimatu väärtus „{ $value }“: { $argument }
cli-error-arguments = argumendid ei ole arusaadavad
cli-hint-similar = võib-olla mõeldi: { $argument }
cli-hint-help = abi näitab: edoc --help
cli-hint-time = aega kirjutatakse nii: 2026-01-31T12:00:00Z
cli-hint-jobs = arv peab olema 1 kuni 256
cli-hint-format = kuju on text, json, jsonl või csv
cli-hint-by = järjekord on person või file
cli-hint-only = nimetada saab ainult problems
cli-hint-arranged = --by ja --only käivad kokku vormidega text ja csv, --semicolon vormiga csv; JSON ütleb iga faili kohta, kui väga seda tuleb kontrollida
cli-error-interrupted = peatatud enne, kui kõik failid olid kontrollitud
cli-hint-interrupted = valmis osa on kirjutatud; ülejäänu jaoks alustage uuesti
cli-hint-language = keel on lv, en, ru, lt või et
cli-error-not-found = { $path }: sellist faili ei ole
cli-hint-not-found = kontrollige teed ja nime
cli-error-denied = { $path }: faili ei ole lubatud lugeda
cli-hint-denied = paluge juurdepääsuõigust või kopeerige fail oma kausta
cli-error-read = { $path }: faili ei saa lugeda ({ $detail })
cli-hint-read = kopeerige fail sellesse arvutisse ja proovige uuesti
cli-error-folder = { $path }: see on kaust, mitte fail
cli-hint-folder = nimetage fail selles kaustas; kaustu kontrollib käsk verify
cli-error-not-a-file = { $path }: see ei ole tavaline fail
cli-hint-not-a-file = nimetage tavaline fail
cli-error-empty-folder = { $path }: kaustas ei ole ühtegi e-dokumendi faili
cli-hint-empty-folder = otsitakse faile laiendiga .edoc, .asice, .sce, .asics, .bdoc, .adoc või .ddoc
cli-error-too-many = { $path }: kaustas on liiga palju faile või on see liiga sügav
cli-hint-too-many = kontrollige osade kaupa
cli-error-limit = { $path }: fail on liiga suur, liiga tihendatud või sisaldab liiga palju kirjeid
cli-hint-limit = selliseid faile turvalisuse huvides ei loeta; paluge algset faili uuesti
cli-error-internal = { $path }: programm eksis, seega ei saa selle faili kohta midagi öelda
cli-hint-internal = palun teatage sellest programmi hooldajatele; faili saatke ainult siis, kui selles ei ole isikuandmeid
cli-error-trust = { $path }: seda ei saa kasutada usaldusnimekirjana ({ $detail })
cli-hint-trust = nimetage muutmata usaldusnimekiri XML-kujul (ETSI TS 119 612)
cli-error-issuers = { $path }: seda ei saa kasutada eksamiasutuste loendina ({ $detail })
cli-hint-issuers = näidis on samples/issuers.toml
cli-error-policy = programmi reegleid ei saa lugeda ({ $detail })
cli-hint-policy = paigaldage programm uuesti
cli-error-policy-unknown = reegleid „{ $path }“ ei ole
cli-hint-policy-unknown = nimetage zimogs-1, etsi-strict või fail, näiteks reeglid.toml
cli-error-policy-file = { $path }: seda ei saa kasutada reeglitena ({ $detail })
cli-hint-policy-file = näidis on assets/policy/zimogs-1.toml
cli-error-policy-name = { $path }: need reeglid kannavad sisseehitatud reeglite nime { $detail }, kuid on teised
cli-hint-policy-name = andke nendele reeglitele oma nimi (id)
cli-error-facts = { $path }: need ei ole salvestatud andmed ({ $detail })
cli-error-facts-altered = { $path }: salvestatud andmetes on midagi, mida see programm ei ole kirjutanud
cli-error-facts-contradiction = { $path }: salvestatud andmed on omavahel vastuolus
cli-hint-facts = salvestage andmed uuesti e-dokumendist endast: edoc facts
cli-error-facts-version = { $path }: salvestatud andmete versioon on { $detail } ja see programm seda ei loe
cli-hint-facts-version = salvestage andmed selle programmiga uuesti: edoc facts
cli-error-judge-online = salvestatud andmeid hinnatakse ilma võrguta
cli-hint-judge-online = ärge kasutage valikut --online või kasutage seda käsuga edoc facts
cli-error-write = { $path }: ei saa kirjutada ({ $detail })
cli-hint-write = kontrollige õigusi ja vaba ruumi; midagi poolikut ei jäetud maha
cli-error-exists = { $path }: on juba olemas
cli-hint-exists = nimetage teine kaust; midagi ei kirjutata üle
cli-hint-exists-file = nimetage teine fail; midagi ei kirjutata üle
cli-error-etsi-files = ETSI TS 119 102-2 aruanne on ühe faili kohta
cli-hint-etsi-files = nimetage üks fail või kasutage valikut --json
cli-error-etsi-unsigned = { $path }: ei ole allkirja, mille kohta ETSI TS 119 102-2 järgi aruannet koostada
cli-hint-etsi-unsigned = et näha, mis fail see on, ärge kasutage valikut --etsi-xml
cli-error-not-a-container = { $path }: sellest failist ei saa midagi välja võtta
cli-error-refused = { $path }: fail on rikutud või ohtlik, seega ei võeta sellest midagi välja
cli-hint-refused = paluge algset faili uuesti

# Mida tehakse.
cli-error-online-not-here = --online on mõeldud käskudele, mis faile kontrollivad: verify, show, list, extract
cli-hint-online-not-here = edoc trust update kasutab võrku ka ilma selleta; teised käsud ei kasuta võrku kunagi
cli-online-asking-ocsp = Küsitakse, kas allkirja või väljastaja sertifikaat „{ $certificate }“ on tühistatud (OCSP-aadress): { $url }; saadetakse selle number ja väljastaja, dokumendist mitte midagi.
cli-online-asking-crl = Küsitakse tühistusnimekirja allkirja või väljastaja sertifikaadile „{ $certificate }“ (CRL-aadress): { $url }; dokumendist ei saadeta midagi.
cli-online-asking = Küsitakse puuduva väljastaja sertifikaati (caIssuers-aadress): { $url }; dokumendist ei saadeta midagi.
cli-extracted = välja võetud: { $path }
cli-extracted-as = fail „{ $name }“ salvestati turvalise nime all: { $path }
cli-facts-saved = andmed salvestatud: { $path }
cli-facts-personal = salvestatud andmetes on nimed ja isikukoodid täielikult; hoidke neid nagu e-dokumenti
cli-warning-not-covered = faili „{ $name }“ ei kata ükski kehtiv allkiri; ärge toetuge selle päritolule
cli-warning-changed = faili „{ $name }“ on pärast allkirjastamist muudetud; ärge toetuge selle sisule
cli-summary-files = { $count ->
    [one] { $count } fail
   *[other] { $count } faili
}
cli-summary = Kokku: { $files }; kinnitatud { $passed }, kehtetu { $failed }, kinnitamata { $open }, allkirjata { $unsigned }, tegemata { $undone }
cli-no-display = Akna avamiseks ei ole ekraani, seega on aruanne väljastatud tekstina.
cli-progress = kontrollitud { $done } / { $all }
cli-written = kirjutatud: { $path }
cli-withheld = tulemust ei näidata
