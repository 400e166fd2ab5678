# Programm ise: menüü, sätted, viimati avatud failid, abi, teave programmi kohta.
menu = Menüü
menu-quit = Lõpeta töö

recent-heading = Viimati avatud
recent-none = Viimati avatud faile ei ole
recent-off = Viimati avatud faile ei jäeta meelde
recent-in-folder = { $name } · { $folder }
recent-missing = { $name } · ei leitud

settings = Sätted
settings-language = Keel
settings-language-system = Nagu süsteemis
settings-scale = Suurus
settings-scale-larger = Suurenda kogu akent
settings-scale-smaller = Vähenda kogu akent
settings-scale-usual = Tavaline suurus
settings-scale-percent = { $percent }%
settings-recent = Jäta viimati avatud failid meelde
settings-recent-remark = Hoitakse ainult failide asukohti, mitte üle { $most }. Väljalülitamisel unustatakse need kohe.
settings-recent-forget = Unusta kohe
settings-codes = Akna avamisel on isikukoodid alati peidetud.
settings-judging = Kontrollimine
settings-rules = Reeglid: { $rules }, SHA-256 { $digest }…
settings-lists = Usaldusnimekirjad ja tunnustatud väljastajad
settings-kept = Hoidmine
settings-kept-in = Sätteid hoitakse failis { $path }
settings-kept-nowhere = Süsteem ei nimeta kohta sätete hoidmiseks, seega kehtivad need ainult akna sulgemiseni. Määrake kaust keskkonnamuutujas EDOC_DATA.
settings-kept-not-asked = Seekord sätteid ei salvestata.
settings-kept-refused = Sätteid ei saa hoida failis { $path }, seega kehtivad need ainult akna sulgemiseni ({ $detail }).
settings-set-aside-broken = Sätete fail oli rikutud, seega kasutatakse tavalisi sätteid. Rikutud fail on teisaldatud: { $path }
settings-set-aside-newer = Sätted on kirjutanud programmi uuem versioon, seega kasutatakse tavalisi sätteid. Fail on teisaldatud: { $path }
settings-removed-aside = { $count ->
    [one] Koos hiljuti avatud failide loendiga kustutati ka { $count } kõrvale pandud seadete fail, sest ka selles võis olla selliseid nimesid.
   *[other] Koos hiljuti avatud failide loendiga kustutati ka { $count } kõrvale pandud seadete faili, sest ka neis võis olla selliseid nimesid.
}
settings-left-broken = Sätete fail on rikutud ja seda ei saa teisaldada, seega kasutatakse tavalisi sätteid ja muudatusi ei salvestata.
settings-left-newer = Sätted on kirjutanud programmi uuem versioon ja nende faili ei saa teisaldada, seega kasutatakse tavalisi sätteid ja muudatusi ei salvestata.
settings-nothing-to-paste = Lõikelaual ei ole faili teed. Kopeerige fail või selle tee ja kleepige uuesti.
settings-understood = Selge

about = Teave programmi kohta
about-version = Zīmogs { $version }
about-what = Avab Läti eksamitunnistustega e-dokumente, näitab tulemusi ja põhjendab, kas dokument on ehtne. See ei ole valideerimisteenus eIDASe määruse tähenduses.
about-licence = Litsents: MIT või Apache-2.0, Teie valikul.
about-sent = Mida saadetakse
about-sent-nothing = Mitte midagi, kui Te seda ise ei palu. Faile kontrollitakse selles arvutis; programm ei kogu Teie kohta midagi ega otsi uusi versioone.
about-sent-lists = Nupp „Uuenda nimekirju…“ küsib pärast Teie kinnitust usaldusnimekirju aadressilt { $url } ja seal nimetatud aadressidelt. Päringus ei ole midagi Teie failidest.
about-sent-online = Nupp „Küsi võrgust…“ faili juures, mida ei saa kinnitada, pärast Teie nõusolekut ja käsureaprogramm edoc valikuga --online küsivad puuduvaid väljastajate sertifikaate ja tühistusandmeid allkirja sertifikaatides nimetatud aadressidelt. Server saab teada, millise allkirja sertifikaadi numbri kohta küsitakse; dokumendist ei saadeta midagi.
about-sent-never = See programm on ehitatud ilma võrguühenduseta: see ei saa midagi saata.
about-files = Kus miski asub
about-program = Programm
about-place = Programmi andmed
about-lists = Allalaaditud nimekirjad
about-settings = Sätted
about-no-place = süsteem ei nimeta kohta
about-copy = Kopeeri: { $what }
about-report = Veast teatamiseks
about-report-remark = Tekstis on versioon, süsteem, keel ja nimekirjade kuupäevad. Selles ei ole midagi Teie ega Teie failide kohta.
about-report-copy = Kopeeri andmed veast teatamiseks
about-report-language = Keel: { $language }
about-report-rules = Reeglid: { $rules }, SHA-256 { $digest }
about-report-online = Võrk: ainult palumisel
about-report-offline = Võrk: ei ole sisse ehitatud
about-report-lists = Usaldusnimekirjad:
about-report-list = { $territory } { $sequence }, { $date }, { $origin }
about-crates = Kasutatud teegid ja nende litsentsid
about-crates-count = { $count ->
    [one] { $count } teek
   *[other] { $count } teeki
}
about-crates-remark = Neid Rusti teeke on vaja programmi ehitamiseks ühele või teisele süsteemile, mille jaoks see on mõeldud. Dokumentide näitamiseks on lisatud kirjatüübid litsentsiga OFL-1.1.
about-crate = { $name } { $version }: { $licence }

help = Abi
help-intro = Lohistage aknasse faile või kaustu või kasutage nuppe ja klahve. Klahviga Tab jõuab iga nupuni; Enter või tühikuklahv vajutab seda.
help-files = Failid
help-document = Dokument
help-window = Aken
help-pages = Leheküljed
help-open-files = Näitab süsteemi akent, kus saab valida ühe või mitu faili.
help-open-folder = Avab kõik e-dokumendid kaustas ja selle alamkaustades.
help-paste = Kleebi failide teed
help-paste-help = Avab failid, mille teed on lõikelaual, igal real üks.
help-close-all = Sulgeb kõik failid; faile endid ei muudeta.
help-export = Salvestab tabeli faili, mille avab tabelarvutusprogramm; isikukoodid on selles nii, nagu aken neid näitab.
help-walk = Eelmine või järgmine fail
help-walk-help = Liigutab valikut failide loendis.
help-key-up = nool üles
help-key-down = nool alla
help-find = Viib dokumendi kõrval olevale otsinguväljale.
help-page-larger = Suurenda lehekülge
help-page-smaller = Vähenda lehekülge
help-page-width = Lehekülg kogu laiuses
help-page-help = Muudab ainult dokumendi lehekülgede suurust.
help-close-document = Vabastab ruumi kontrolli tulemusele.
help-scroll = Ekraani võrra edasi või tagasi
help-scroll-help = Kerib lehekülge; Home ja End viivad algusesse ja lõppu.
help-larger = Suurendab kõike aknas, kuni 300%.
help-smaller = Vähendab kõike aknas, kuni 80%.
help-usual = Taastab 100%.
help-theme = Vahetab heleda ja tumeda välimuse.
help-language = Muudab akna keelt.
help-lists = Näitab nimekirju, mille järgi kontrollitakse, ja nende vanust.
help-settings = Keel, välimus, suurus, viimati avatud failid.
help-help = Näitab seda lehekülge.
help-about = Versioon, litsentsid, mida ja kuhu saadetakse.
help-menu = Avab menüü viimati avatud failide ja nende lehekülgedega.
help-back = Viib leheküljelt tagasi failide juurde.
help-quit = Sulgeb akna.
