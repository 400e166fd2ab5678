# Eksamitunnistus: väljad, märkused, põhjused.
exam-title = Eksami tulemus
exam-kind-certificate = Riigieksamitunnistus
exam-kind-extract = Väljavõte
exam-kind-statement = Tõend
exam-kind-language-proficiency = Riigikeele oskuse tunnistus
exam-person = Ees- ja perekonnanimi
exam-identifier = Isikukood
exam-identifier-other = Identifikaator
exam-class = Klass
exam-stage = Haridusaste
exam-subject = Õppeaine
exam-level = Tase
exam-year = Aasta
exam-date = Eksami kuupäev
exam-series = Seeria
exam-number = Number
exam-school = Õppeasutus
exam-overall = Koondtulemus
exam-parts = Eksami osad
exam-language-level = Keeleoskuse tase
exam-issuer = Väljastaja dokumendi järgi
exam-issue-date = Väljastamise kuupäev
exam-not-certain = võrrelge dokumendiga
exam-not-found = dokumendist ei saa kindlalt lugeda

exam-standing-not-confirmed = Tulemus ei ole kinnitatud: ei ole tõendatud, et dokument on ehtne.
exam-by-facts = Võetud salvestatud andmetest, mida igaüks võis muuta: tulemust see ei tõenda.
exam-standing-withheld = Tulemust ei näidata, sest dokument on kehtetu.
exam-standing-none = Selles failis ei ole eksamitulemust, mida tohiks näidata.

exam-finding-two-overall-results = Dokumendis on mitu erinevat koondtulemust ({ $values }), seega vaadake tulemust dokumendist endast.
exam-finding-percent-out-of-range = Dokumendis on protsendi kohal „{ $text }“, mis ei ole võimalik tulemus.
exam-finding-two-names = Dokumendis on mitu erinevat nime: { $names }.
exam-finding-overall-not-certain = Koondtulemust ei saanud kindlalt lugeda, seega vaadake seda dokumendist endast.

exam-unreadable-unknown-type = Seda liiki failist eksamitulemust ei otsita.
exam-unreadable-no-text = Failis ei ole teksti, ainult pilt, seega vaadake tulemust dokumendist endast.
exam-unreadable-not-an-exam-certificate = See ei ole eksamitunnistus.
exam-unreadable-damaged = Fail on rikutud või liiga keerukas, seega tulemust ei saanud lugeda.
