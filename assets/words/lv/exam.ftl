# Eksāmena sertifikāts: lauki, atradumi, iemesli.
exam-title = Eksāmena rezultāts
exam-kind-certificate = Centralizētā eksāmena sertifikāts
exam-kind-extract = Izraksts
exam-kind-statement = Izziņa
exam-kind-language-proficiency = Valsts valodas prasmes apliecība
exam-person = Vārds, uzvārds
exam-identifier = Personas kods
exam-identifier-other = Identifikators
exam-class = Klase
exam-stage = Izglītības pakāpe
exam-subject = Mācību priekšmets
exam-level = Līmenis
exam-year = Gads
exam-date = Eksāmena datums
exam-series = Sērija
exam-number = Numurs
exam-school = Izglītības iestāde
exam-overall = Kopvērtējums
exam-parts = Eksāmena daļas
exam-language-level = Valodas prasmes līmenis
exam-issuer = Izdevējs pēc dokumenta
exam-issue-date = Izdošanas datums
exam-not-certain = jāsalīdzina ar dokumentu
exam-not-found = dokumentā nav droši nolasāms

exam-standing-not-confirmed = Rezultāts nav apstiprināts: nav pierādīts, ka dokuments ir īsts.
exam-by-facts = Ņemts no saglabātajiem faktiem, kurus varēja mainīt jebkurš: rezultātu tas nepierāda.
exam-standing-withheld = Rezultātu nerāda, jo dokuments nav derīgs.
exam-standing-none = Šajā datnē nav eksāmena rezultāta, ko drīkstētu rādīt.

exam-finding-two-overall-results = Dokumentā ir vairāki atšķirīgi kopvērtējumi ({ $values }), tāpēc rezultātu skatiet pašā dokumentā.
exam-finding-percent-out-of-range = Dokumentā procentu vietā ir „{ $text }”, kas nav iespējams rezultāts.
exam-finding-two-names = Dokumentā ir vairāki atšķirīgi vārdi: { $names }.
exam-finding-overall-not-certain = Kopvērtējumu nevarēja droši nolasīt, tāpēc skatiet to pašā dokumentā.

exam-unreadable-unknown-type = Šāda veida datnē eksāmena rezultātu nemeklē.
exam-unreadable-no-text = Datnē nav teksta, tikai attēls, tāpēc rezultātu skatiet pašā dokumentā.
exam-unreadable-not-an-exam-certificate = Šis nav eksāmena sertifikāts.
exam-unreadable-damaged = Datne ir bojāta vai pārāk sarežģīta, tāpēc rezultātu nevarēja nolasīt.
