# Programma pati: izvēlne, iestatījumi, nesen atvērtās datnes, palīdzība, par programmu.
menu = Izvēlne
menu-quit = Beigt darbu

recent-heading = Nesen atvērtās
recent-none = Nav nesen atvērtu datņu
recent-off = Nesen atvērtās datnes netiek atcerētas
recent-in-folder = { $name } · { $folder }
recent-missing = { $name } · nav atrodama

settings = Iestatījumi
settings-language = Valoda
settings-language-system = Kā sistēmā
settings-scale = Lielums
settings-scale-larger = Palielināt visu logu
settings-scale-smaller = Samazināt visu logu
settings-scale-usual = Parastais lielums
settings-scale-percent = { $percent } %
settings-recent = Atcerēties nesen atvērtās datnes
settings-recent-remark = Tiek glabāts tikai tas, kur datnes atrodas, un ne vairāk kā { $most } datnes. Izslēdzot tās uzreiz tiek aizmirstas.
settings-recent-forget = Aizmirst tagad
settings-codes = Personas kodi, atverot logu, vienmēr ir slēpti.
settings-judging = Pārbaude
settings-rules = Noteikumi: { $rules }, SHA-256 { $digest }…
settings-lists = Uzticamības saraksti un atzītie izdevēji
settings-kept = Glabāšana
settings-kept-in = Iestatījumi glabājas datnē { $path }
settings-kept-nowhere = Sistēma nenorāda vietu, kur glabāt iestatījumus, tāpēc tie der tikai līdz loga aizvēršanai. Norādiet mapi vides mainīgajā EDOC_DATA.
settings-kept-not-asked = Šajā reizē iestatījumi netiek glabāti.
settings-kept-refused = Iestatījumus nevar glabāt datnē { $path }, tāpēc tie der tikai līdz loga aizvēršanai ({ $detail }).
settings-set-aside-broken = Iestatījumu datne bija bojāta, tāpēc tiek lietoti parastie iestatījumi. Bojātā datne ir pārvietota: { $path }
settings-set-aside-newer = Iestatījumus rakstījusi jaunāka programmas versija, tāpēc tiek lietoti parastie iestatījumi. Datne ir pārvietota: { $path }
settings-removed-aside = { $count ->
    [zero] Kopā ar nesen atvērto datņu sarakstu ir dzēstas arī { $count } malā noliktu iestatījumu datņu, jo arī tajās varēja būt šādi nosaukumi.
    [one] Kopā ar nesen atvērto datņu sarakstu ir dzēsta arī { $count } malā nolikta iestatījumu datne, jo arī tajā varēja būt šādi nosaukumi.
   *[other] Kopā ar nesen atvērto datņu sarakstu ir dzēstas arī { $count } malā noliktas iestatījumu datnes, jo arī tajās varēja būt šādi nosaukumi.
}
settings-left-broken = Iestatījumu datne ir bojāta un nav pārvietojama, tāpēc tiek lietoti parastie iestatījumi, un izmaiņas netiek glabātas.
settings-left-newer = Iestatījumus rakstījusi jaunāka programmas versija, un datne nav pārvietojama, tāpēc tiek lietoti parastie iestatījumi, un izmaiņas netiek glabātas.
settings-nothing-to-paste = Starpliktuvē nav datnes atrašanās vietas. Nokopējiet datni vai tās ceļu un ielīmējiet vēlreiz.
settings-understood = Skaidrs

about = Par programmu
about-version = Zīmogs { $version }
about-what = Atver Latvijas eksāmenu sertifikātu e-dokumentus, parāda rezultātus un pamato, vai dokuments ir īsts. Tas nav validācijas pakalpojums eIDAS regulas nozīmē.
about-licence = Licence: MIT vai Apache-2.0, pēc Jūsu izvēles.
about-sent = Kas tiek nosūtīts
about-sent-nothing = Nekas, ja vien Jūs to nelūdzat. Pārbaude notiek šajā datorā; programma neko par Jums nevāc un jaunas versijas nemeklē.
about-sent-lists = Poga „Atjaunināt sarakstus…” pēc Jūsu apstiprinājuma pieprasa uzticamības sarakstus no { $url } un no adresēm, kas tur nosauktas. Pieprasījumā nav nekā no Jūsu datnēm.
about-sent-online = Poga „Jautāt tīklā…” pie datnes, kuru nevar apstiprināt, pēc Jūsu apstiprinājuma un komandrindas programma edoc ar --online pieprasa trūkstošos izdevēju sertifikātus un ziņas par atsaukšanu no adresēm, kas norādītas paraksta sertifikātos. Serveris uzzina, par kura paraksta sertifikāta numuru jautā; no dokumenta netiek nosūtīts nekas.
about-sent-never = Šī programma ir veidota bez piekļuves tīklam: tā neko nevar nosūtīt.
about-files = Kur kas atrodas
about-program = Programma
about-place = Programmas dati
about-lists = Lejupielādētie saraksti
about-settings = Iestatījumi
about-no-place = sistēma vietu nenorāda
about-copy = Kopēt: { $what }
about-report = Kļūdas ziņojumam
about-report-remark = Teksts satur versiju, sistēmu, valodu un sarakstu datumus. Tajā nav nekā par Jums un Jūsu datnēm.
about-report-copy = Kopēt informāciju kļūdas ziņojumam
about-report-language = Valoda: { $language }
about-report-rules = Noteikumi: { $rules }, SHA-256 { $digest }
about-report-online = Tīkls: tikai pēc lūguma
about-report-offline = Tīkls: nav iebūvēts
about-report-lists = Uzticamības saraksti:
about-report-list = { $territory } { $sequence }, { $date }, { $origin }
about-crates = Lietotās bibliotēkas un to licences
about-crates-count = { $count ->
    [zero] { $count } bibliotēku
    [one] { $count } bibliotēka
   *[other] { $count } bibliotēkas
}
about-crates-remark = Šīs Rust bibliotēkas vajadzīgas programmas veidošanai kādā no sistēmām, kurām tā domāta. Dokumentu attēlošanai pievienoti burtveidoli ar licenci OFL-1.1.
about-crate = { $name } { $version }: { $licence }

help = Palīdzība
help-intro = Ievelciet logā datnes vai mapes, vai lietojiet pogas un taustiņus. Ar Tab var nokļūt pie katras pogas; Enter vai atstarpe to nospiež.
help-files = Datnes
help-document = Dokuments
help-window = Logs
help-pages = Lapas
help-open-files = Parāda sistēmas logu, kurā izvēlēties vienu vai vairākas datnes.
help-open-folder = Atver visus e-dokumentus mapē un tās apakšmapēs.
help-paste = Ielīmēt datņu ceļus
help-paste-help = Atver datnes, kuru ceļi ir starpliktuvē: pa vienam rindā.
help-close-all = Aizver visas datnes; pašas datnes netiek mainītas.
help-export = Saglabā tabulu datnē, ko atver izklājlapu programma; personas kodi tajā ir tādi, kā redzami logā.
help-walk = Iepriekšējā vai nākamā datne
help-walk-help = Pārvieto izvēli datņu sarakstā.
help-key-up = bultiņa augšup
help-key-down = bultiņa lejup
help-find = Parāda meklēšanas lauku blakus dokumentam.
help-page-larger = Palielināt lapu
help-page-smaller = Samazināt lapu
help-page-width = Lapa visā platumā
help-page-help = Maina tikai dokumenta lapu lielumu.
help-close-document = Atbrīvo vietu pārbaudes rezultātam.
help-scroll = Pa ekrānam uz priekšu vai atpakaļ
help-scroll-help = Ritina lapu; Home un End ved uz sākumu un beigām.
help-larger = Palielina visu logā, līdz 300 %.
help-smaller = Samazina visu logā, līdz 80 %.
help-usual = Atgriež 100 %.
help-theme = Maina gaišo un tumšo izskatu.
help-language = Maina loga valodu.
help-lists = Parāda sarakstus, pēc kuriem pārbauda, un to vecumu.
help-settings = Valoda, izskats, lielums, nesen atvērtās datnes.
help-help = Parāda šo lapu.
help-about = Versija, licences, kas un kur tiek nosūtīts.
help-menu = Atver izvēlni ar nesen atvērtajām datnēm un šīm lapām.
help-back = No lapas atgriežas pie datnēm.
help-quit = Aizver logu.
