# The report and how times are written.
report-advice = What to do next
report-facts = Three facts
report-findings = More about the file
report-signatures = Signatures and seals
report-signer = Signer
report-signer-missing = not known
report-organisation = Organisation
report-serial-number = Code in the signing certificate
report-issuer = Issuer of the signing certificate
report-valid = Signing certificate in force
report-claimed-time = Time claimed by the signer
report-timestamp-time = Time by the time-stamp (not judged yet)
report-indication = Conclusion by EN 319 102-1
report-path = Issuers up to a trusted list
report-covers = Files that the signature covers
report-checks = Checks
report-revocation = Data on revocation
report-documents = Files in the e-document
report-lists = Trusted lists
report-list = { $territory }, number { $sequence }, issued { $issued }
report-list-user = { $territory }, number { $sequence }, issued { $issued }, added by you
report-list-outdated = outdated: the next one was due { $next }
report-lists-none = none
report-checked-at = Checked at
report-offline = checked offline
report-tool = Program
report-policy = rules { $policy }, version { $version }
report-sha256 = Fingerprint SHA-256
report-size = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
report-parenthesis = { $text } ({ $remark })
report-label = { $label }: { $value }

time-date = { $day } { $month } { $year }
time-date-time = { $date }, { $time } (Latvian time, { $offset })
time-utc = { $date } { $time } UTC
time-month-1 = January
time-month-2 = February
time-month-3 = March
time-month-4 = April
time-month-5 = May
time-month-6 = June
time-month-7 = July
time-month-8 = August
time-month-9 = September
time-month-10 = October
time-month-11 = November
time-month-12 = December
percent = { $whole }.{ $fraction }%
