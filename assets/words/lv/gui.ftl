# Loga teksti.
gui-open-files = Atvērt datnes…
gui-open-folder = Atvērt mapi…
gui-close-all = Aizvērt visu
gui-speak-english = English
gui-speak-latvian = Latviski
gui-theme = Izskats
gui-theme-hint = Ctrl+D maina gaišo un tumšo izskatu
gui-theme-system = Kā sistēmā
gui-light = Gaišs
gui-dark = Tumšs
gui-progress = { $done } no { $total }
gui-working = Notiek pārbaude…
gui-drop-here = Ievelciet datnes vai mapi šeit
gui-let-go = Atlaidiet, lai atvērtu
gui-what-it-does = Zīmogs parāda eksāmena sertifikāta rezultātu un to, vai dokuments ir īsts.
gui-nothing-leaves = Pārbaude notiek šajā datorā: nekas netiek nosūtīts, un datnes netiek mainītas.
gui-files = { $count ->
    [zero] { $count } datņu
    [one] { $count } datne
   *[other] { $count } datnes
}
gui-not-examined = NEVAR ATVĒRT
gui-list-date = Saraksts { $territory }: { $date }
gui-lists-date = Saraksti: { $date }
gui-list-overdue = Uzticamības saraksts ir novecojis: { $next }.
gui-lists-overdue = { $past }.
gui-list-age = Uzticamības saraksts { $territory }, izdošanas datums: { $date } ({ $age })
gui-lists-age = Uzticamības saraksti, vecākā izdošanas datums: { $date } ({ $age })
gui-result = Eksāmena rezultāts
gui-overall = kopvērtējums
gui-nothing-read = Rezultāts netiek rādīts: neviens neskarts paraksts neaptver dokumentu.
gui-read-in-document = Skatiet dokumentā
gui-show-withheld = Tomēr parādīt, kas rakstīts dokumentā
gui-code = personas kods { $code }
gui-show-code = Rādīt personas kodu
gui-hide-code = Slēpt personas kodu
gui-number = Eksāmena sertifikāta numurs
gui-school = Izglītības iestāde
gui-language-level = Valodas prasmes līmenis
gui-issuer = Izdevējs (pēc dokumenta)
gui-issue-date = Izdošanas datums
gui-why = Kāpēc?
gui-details = Tehniskā informācija
gui-copy = Kopēt
gui-copy-all = Kopēt visu
gui-signature-file = Paraksta datne
gui-reference = Parakstītā daļa
gui-method = Paraksta algoritms
gui-signer-certificate = Paraksta sertifikāts
gui-error-not-found = Tādas datnes nav. Pārbaudiet nosaukumu un vietu.
gui-error-denied = Sistēma neļauj lasīt šo datni. Palūdziet tiesības vai nokopējiet datni savā mapē.
gui-error-empty-folder = Mapē nav e-dokumentu. Izvēlieties mapi ar .edoc vai .asice datnēm.
gui-error-not-a-file = Šī nav parasta datne. Izvēlieties .edoc vai .asice datni.
gui-error-too-many = Mapē ir pārāk daudz datņu vai apakšmapju. Izvēlieties mazāku mapi.
gui-error-read = Datni neizdevās izlasīt. Nokopējiet to šajā datorā un mēģiniet vēlreiz.
gui-error-limit = Datne pārsniedz programmas robežas, tāpēc netiek lasīta. Palūdziet iesūtīt sākotnējo datni.
gui-error-internal = Programmā radās kļūda. Pārējās datnes tā neskar; lūdzu, ziņojiet par to izstrādātājiem.
gui-fact-passed = ir kārtībā
gui-fact-failed = nav kārtībā
gui-fact-unknown = nevar noteikt
gui-fact-skipped = nav ko vērtēt
gui-back = Atpakaļ
gui-trust-nothing-kept = Saraksti nav lejupielādēti: tiek lietoti programmā iebūvētie.
gui-trust-no-folder = Nav vietas, kur glabāt lejupielādētus sarakstus: tiek lietoti programmā iebūvētie. Norādiet mapi vides mainīgajā EDOC_DATA.
gui-trust-offline-build = Šī programma ir veidota bez piekļuves tīklam. Lejupielādējiet sarakstus citur un importējiet ar komandu: edoc trust import DATNE.xml
gui-trust-damaged = { $file }: uzticamības saraksta datne ir bojāta un netiek lietota. Atjaunināšana to aizstāj.
gui-trust-damaged-certificate = { $file }: lejupielādēta izdevēja sertifikāta datne ir bojāta un netiek lietota.
gui-trust-issuers-unusable = Pievienoto izdevēju datne nav lietojama, tāpēc šie izdevēji netiek atzīti ({ $detail }).
gui-trust-not-read-again = Sarakstus neizdevās nolasīt no jauna, tāpēc tiek lietoti iepriekš nolasītie ({ $detail }).
gui-trust-lists = { $count ->
    [zero] { $count } sarakstu
    [one] { $count } saraksts
   *[other] { $count } saraksti
}
gui-fetch = Atjaunināt sarakstus…
gui-fetch-question = Vai atjaunināt uzticamības sarakstus?
gui-fetch-start = Lejupielādēt
gui-fetch-withdraw = Nelejupielādēt
gui-fetch-stop = Pārtraukt
gui-fetch-running = Notiek sarakstu lejupielāde…
gui-fetch-stopping = Tiek pabeigti jau iesāktie saraksti…
gui-fetch-progress = Saraksti: { $done } no { $total }
gui-fetch-ended = Atjaunināšanas iznākums
gui-fetch-stopped = Pārtraukts: jau lejupielādētie saraksti ir saglabāti, pārējie paliek līdzšinējie
gui-fetch-at-list-of-lists = Bez ES sarakstu saraksta nav zināms, kur ir pārējie saraksti, tāpēc tie netika lejupielādēti.
gui-fetch-news = Jaunie saraksti jau tiek lietoti; atvērtās datnes tiek pārbaudītas no jauna.
