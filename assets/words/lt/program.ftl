# Pati programa: meniu, nuostatos, neseniai atverti failai, žinynas, apie programą.
menu = Meniu
menu-quit = Baigti darbą

recent-heading = Neseniai atverti
recent-none = Neseniai atvertų failų nėra
recent-off = Neseniai atverti failai neįsimenami
recent-in-folder = { $name } · { $folder }
recent-missing = { $name } · nerastas

settings = Nuostatos
settings-language = Kalba
settings-language-system = Kaip sistemoje
settings-scale = Dydis
settings-scale-larger = Didinti visą langą
settings-scale-smaller = Mažinti visą langą
settings-scale-usual = Įprastas dydis
settings-scale-percent = { $percent } %
settings-recent = Įsiminti neseniai atvertus failus
settings-recent-remark = Laikomos tik failų vietos, ne daugiau kaip { $most }. Išjungus jos iš karto pamirštamos.
settings-recent-forget = Pamiršti dabar
settings-codes = Atveriant langą asmens kodai visada paslėpti.
settings-judging = Patikra
settings-rules = Taisyklės: { $rules }, SHA-256 { $digest }…
settings-lists = Patikimi sąrašai ir pripažinti išdavėjai
settings-kept = Laikymas
settings-kept-in = Nuostatos laikomos faile { $path }
settings-kept-nowhere = Sistema nenurodo vietos nuostatoms laikyti, todėl jos galioja tik iki lango užvėrimo. Nurodykite aplanką aplinkos kintamajame EDOC_DATA.
settings-kept-not-asked = Šį kartą nuostatos neišsaugomos.
settings-kept-refused = Nuostatų negalima laikyti faile { $path }, todėl jos galioja tik iki lango užvėrimo ({ $detail }).
settings-set-aside-broken = Nuostatų failas buvo sugadintas, todėl naudojamos įprastos nuostatos. Sugadintas failas perkeltas: { $path }
settings-set-aside-newer = Nuostatas įrašė naujesnė programos versija, todėl naudojamos įprastos nuostatos. Failas perkeltas: { $path }
settings-removed-aside = { $count ->
    [one] Kartu su neseniai atidarytų failų sąrašu ištrintas ir { $count } atidėtas nuostatų failas, nes ir jame galėjo būti tokių pavadinimų.
    [few] Kartu su neseniai atidarytų failų sąrašu ištrinti ir { $count } atidėti nuostatų failai, nes ir juose galėjo būti tokių pavadinimų.
   *[other] Kartu su neseniai atidarytų failų sąrašu ištrinta ir { $count } atidėtų nuostatų failų, nes ir juose galėjo būti tokių pavadinimų.
}
settings-left-broken = Nuostatų failas sugadintas ir jo negalima perkelti, todėl naudojamos įprastos nuostatos, o pakeitimai neišsaugomi.
settings-left-newer = Nuostatas įrašė naujesnė programos versija ir jų failo negalima perkelti, todėl naudojamos įprastos nuostatos, o pakeitimai neišsaugomi.
settings-nothing-to-paste = Iškarpinėje nėra failo kelio. Nukopijuokite failą arba jo kelią ir įklijuokite dar kartą.
settings-understood = Supratau

about = Apie programą
about-version = Zīmogs { $version }
about-what = Atveria e. dokumentus su Latvijos egzaminų pažymėjimais, parodo rezultatus ir paaiškina, ar dokumentas tikras ir kodėl. Tai nėra galiojimo patvirtinimo paslauga, kaip ji suprantama eIDAS reglamente.
about-licence = Licencija: MIT arba Apache-2.0, Jūsų pasirinkimu.
about-sent = Kas išsiunčiama
about-sent-nothing = Niekas, jei to neprašote patys. Failai tikrinami šiame kompiuteryje; programa apie Jus nieko nerenka ir naujų versijų neieško.
about-sent-lists = Mygtukas „Atnaujinti sąrašus…“ Jums patvirtinus paprašo patikimų sąrašų iš { $url } ir ten nurodytais adresais. Užklausoje nėra nieko iš Jūsų failų.
about-sent-online = Mygtukas „Klausti tinkle…“ prie failo, kurio negalima patvirtinti, Jums sutikus, ir komandų eilutės programa edoc su --online paprašo trūkstamų išdavėjų sertifikatų ir atšaukimo duomenų parašo sertifikatuose nurodytais adresais. Serveris sužino, apie kurio parašo sertifikato numerį klausiama; iš dokumento nieko neišsiunčiama.
about-sent-never = Ši programa sukurta be prieigos prie tinklo: ji nieko negali išsiųsti.
about-files = Kur kas yra
about-program = Programa
about-place = Programos duomenys
about-lists = Atsisiųsti sąrašai
about-settings = Nuostatos
about-no-place = sistema vietos nenurodo
about-copy = Kopijuoti: { $what }
about-report = Pranešimui apie klaidą
about-report-remark = Tekste nurodyta versija, sistema, kalba ir sąrašų datos. Jame nieko nėra apie Jus ir Jūsų failus.
about-report-copy = Kopijuoti duomenis pranešimui apie klaidą
about-report-language = Kalba: { $language }
about-report-rules = Taisyklės: { $rules }, SHA-256 { $digest }
about-report-online = Tinklas: tik paprašius
about-report-offline = Tinklas: neįtaisytas
about-report-lists = Patikimi sąrašai:
about-report-list = { $territory } { $sequence }, { $date }, { $origin }
about-crates = Naudojamos bibliotekos ir jų licencijos
about-crates-count = { $count ->
    [one] { $count } biblioteka
    [few] { $count } bibliotekos
   *[other] { $count } bibliotekų
}
about-crates-remark = Šių Rust bibliotekų reikia programai sukurti vienai ar kitai sistemai, kuriai ji skirta. Dokumentams rodyti pridėti šriftai, kurių licencija OFL-1.1.
about-crate = { $name } { $version }: { $licence }

help = Žinynas
help-intro = Vilkite į langą failus arba aplankus arba naudokite mygtukus ir klavišus. Klavišu Tab galima pasiekti kiekvieną mygtuką; Enter arba tarpo klavišas jį paspaudžia.
help-files = Failai
help-document = Dokumentas
help-window = Langas
help-pages = Puslapiai
help-open-files = Parodo sistemos langą, kuriame galima pasirinkti vieną ar kelis failus.
help-open-folder = Atveria visus e. dokumentus aplanke ir jo poaplankiuose.
help-paste = Įklijuoti failų kelius
help-paste-help = Atveria failus, kurių keliai yra iškarpinėje, po vieną eilutėje.
help-close-all = Užveria visus failus; patys failai nekeičiami.
help-export = Įrašo lentelę į failą, kurį atveria skaičiuoklė; asmens kodai jame tokie, kokius rodo langas.
help-walk = Ankstesnis arba kitas failas
help-walk-help = Perkelia pasirinkimą failų sąraše.
help-key-up = rodyklė aukštyn
help-key-down = rodyklė žemyn
help-find = Pereina į paieškos lauką šalia dokumento.
help-page-larger = Didinti puslapį
help-page-smaller = Mažinti puslapį
help-page-width = Puslapis per visą plotį
help-page-help = Keičia tik dokumento puslapių dydį.
help-close-document = Atlaisvina vietą patikros rezultatui.
help-scroll = Per ekraną pirmyn arba atgal
help-scroll-help = Slenka puslapį; Home ir End perkelia į pradžią ir pabaigą.
help-larger = Didina viską lange, iki 300 %.
help-smaller = Mažina viską lange, iki 80 %.
help-usual = Grąžina 100 %.
help-theme = Keičia šviesią ir tamsią išvaizdą.
help-language = Keičia lango kalbą.
help-lists = Parodo sąrašus, pagal kuriuos tikrinami failai, ir jų amžių.
help-settings = Kalba, išvaizda, dydis, neseniai atverti failai.
help-help = Parodo šį puslapį.
help-about = Versija, licencijos, kas ir kur išsiunčiama.
help-menu = Atveria meniu su neseniai atvertais failais ir šiais puslapiais.
help-back = Iš puslapio grįžta prie failų.
help-quit = Užveria langą.
