# Pārbaudes pārskats un laika pieraksts.
report-advice = Ko darīt tālāk
report-facts = Trīs fakti
report-findings = Vēl par datni
report-signatures = Paraksti un zīmogi
report-signer = Parakstītājs
report-signer-missing = nav noskaidrots
report-organisation = Iestāde
report-serial-number = Kods paraksta sertifikātā
report-issuer = Paraksta sertifikāta izdevējs
report-valid = Paraksta sertifikāts spēkā
report-claimed-time = Parakstītāja norādītais laiks
report-timestamp-time = Laiks pēc laika zīmoga (vēl nav vērtēts)
report-indication = Slēdziens pēc EN 319 102-1
report-path = Izdevēji līdz uzticamības sarakstam
report-covers = Paraksta aptvertās datnes
report-checks = Pārbaudes
report-revocation = Dati par atsaukšanu
report-documents = Datnes e-dokumentā
report-lists = Uzticamības saraksti
report-list = { $territory }, numurs { $sequence }, izdots { $issued }
report-list-user = { $territory }, numurs { $sequence }, izdots { $issued }, Jūsu pievienots
report-list-outdated = novecojis: nākamais bija gaidāms { $next }
report-lists-none = neviens
report-checked-at = Pārbaudes laiks
report-offline = pārbaudīts bezsaistē
report-tool = Programma
report-policy = noteikumi { $policy }, versija { $version }
report-sha256 = Nospiedums SHA-256
report-size = { $count ->
    [zero] { $count } baitu
    [one] { $count } baits
   *[other] { $count } baiti
}
report-parenthesis = { $text } ({ $remark })
report-label = { $label }: { $value }

time-date = { $year }. gada { $day }. { $month }
time-date-time = { $date }, { $time } (Latvijas laiks, { $offset })
time-utc = { $date } { $time } UTC
time-month-1 = janvāris
time-month-2 = februāris
time-month-3 = marts
time-month-4 = aprīlis
time-month-5 = maijs
time-month-6 = jūnijs
time-month-7 = jūlijs
time-month-8 = augusts
time-month-9 = septembris
time-month-10 = oktobris
time-month-11 = novembris
time-month-12 = decembris
percent = { $whole },{ $fraction } %
