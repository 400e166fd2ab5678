# Egzamino pažymėjimas: laukai, pastabos, priežastys.
exam-title = Egzamino rezultatas
exam-kind-certificate = Centralizuoto egzamino pažymėjimas
exam-kind-extract = Išrašas
exam-kind-statement = Pažyma
exam-kind-language-proficiency = Valstybinės kalbos mokėjimo pažymėjimas
exam-person = Vardas, pavardė
exam-identifier = Asmens kodas
exam-identifier-other = Identifikatorius
exam-class = Klasė
exam-stage = Švietimo pakopa
exam-subject = Mokomasis dalykas
exam-level = Lygis
exam-year = Metai
exam-date = Egzamino data
exam-series = Serija
exam-number = Numeris
exam-school = Švietimo įstaiga
exam-overall = Bendras įvertinimas
exam-parts = Egzamino dalys
exam-language-level = Kalbos mokėjimo lygis
exam-issuer = Išdavėjas pagal dokumentą
exam-issue-date = Išdavimo data
exam-not-certain = palyginkite su dokumentu
exam-not-found = dokumente negalima patikimai perskaityti

exam-standing-not-confirmed = Rezultatas nepatvirtintas: neįrodyta, kad dokumentas tikras.
exam-by-facts = Paimta iš išsaugotų faktų, kuriuos galėjo pakeisti bet kas: rezultato tai neįrodo.
exam-standing-withheld = Rezultatas nerodomas, nes dokumentas negalioja.
exam-standing-none = Šiame faile nėra egzamino rezultato, kurį būtų galima rodyti.

exam-finding-two-overall-results = Dokumente yra keli skirtingi bendri įvertinimai ({ $values }), todėl rezultatą žiūrėkite pačiame dokumente.
exam-finding-percent-out-of-range = Dokumente procentų vietoje yra „{ $text }“, o toks rezultatas neįmanomas.
exam-finding-two-names = Dokumente yra keli skirtingi vardai: { $names }.
exam-finding-overall-not-certain = Bendro įvertinimo nepavyko patikimai perskaityti, todėl žiūrėkite jį pačiame dokumente.

exam-unreadable-unknown-type = Tokiuose failuose egzamino rezultato neieškoma.
exam-unreadable-no-text = Faile nėra teksto, tik vaizdas, todėl rezultatą žiūrėkite pačiame dokumente.
exam-unreadable-not-an-exam-certificate = Tai ne egzamino pažymėjimas.
exam-unreadable-damaged = Failas sugadintas arba per sudėtingas, todėl rezultato nepavyko perskaityti.
