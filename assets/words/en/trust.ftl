# Trusted lists and recognised issuers.
trust-list = { $territory ->
    [EU] EU list of lists
   *[other] { $territory }
}, number { $sequence }, issued { $issued } ({ $age })
trust-list-user = { $territory ->
    [EU] EU list of lists
   *[other] { $territory }
}, number { $sequence }, issued { $issued } ({ $age }), added by you
trust-territory = { $territory ->
    [EU] EU list of lists
   *[other] { $territory }
}
trust-age = { $count ->
    [0] today
    [one] { $count } day ago
   *[other] { $count } days ago
}
trust-past = the next issue was due { $next }
trust-past-closed = the list is closed
trust-next = next issue due { $next }
trust-origin-snapshot = built into the program
trust-origin-update = fetched
trust-origin-import = imported from a file
trust-origin-user = added by you
trust-signature-not-checked = signature not checked
trust-signature-checked-beforehand = signature checked when the program was made
trust-signature-not-vouched-for = not used: it is signed by somebody whom the EU list of lists does not name
trust-signature-verified = rightly signed: { $name }, named by { $named }
trust-signature-stranger = signed by { $name }, whom nobody names as its signer
trust-signature-wrong = signature not right: { $reason }
trust-named-official-journal = the Official Journal of the EU ({ $notice })
trust-named-pivot = pivot { $sequence } of the EU list of lists
trust-named-list-of-lists = the EU list of lists, number { $sequence }
trust-named-pin = this program
trust-seal-not-signed = it is not signed
trust-seal-misplaced = it has several signatures, or one in the wrong place
trust-seal-malformed = the signature is malformed
trust-seal-not-whole = the signature does not cover the whole list
trust-seal-not-permitted = the signature uses a method that is not permitted
trust-seal-changed = the list was changed after it was signed
trust-seal-no-certificate = the signature certificate is not in the list
trust-seal-value-wrong = the signature value is wrong
trust-seal-certificate-not-valid = the signature certificate was not valid at that time

trust-status-heading = Trusted lists
trust-status-folder = Kept in { $path }
trust-status-nothing-kept = No lists have been fetched: those built into the program are used. To fetch them: edoc trust update
trust-status-damaged = Damaged, not used: { $file }
trust-status-past = { $count ->
    [one] { $count } list is past the date of its next issue
   *[other] { $count } lists are past the date of their next issue
}
trust-services = { $count ->
    [one] { $count } service
   *[other] { $count } services
}

trust-service-line = { $status } since { $since }: { $type }, { $name }
trust-service-not-yet = not listed at that time: { $type }, { $name }
trust-service-provider = Provider
trust-service-list = List
trust-service-history = States
trust-service-purposes = For
trust-service-qualifiers = Qualifiers
trust-service-subject = Certificate subject
trust-service-period = { $status } since { $since } ({ $type })
trust-service-taken-over = Taken over by
trust-service-revocation = Revocation kept beyond the end of certificates since
trust-service-at-hand = The certificate is at hand
trust-service-not-at-hand = The certificate is not at hand: edoc trust update fetches it
trust-service-none = No trusted list names a certificate or key with this SHA-256
trust-status-word = { $status ->
    [granted] granted
    [withdrawn] withdrawn
    [accredited] accredited
    [undersupervision] under supervision
    [supervisionincessation] supervision in cessation
    [supervisionceased] supervision ceased
    [supervisionrevoked] supervision revoked
    [accreditationceased] accreditation ceased
    [accreditationrevoked] accreditation revoked
    [setbynationallaw] set by national law
    [recognisedatnationallevel] recognised at national level
    [deprecatedbynationallaw] deprecated by national law
    [deprecatedatnationallevel] deprecated at national level
    [unreadable] unreadable
   *[other] { $status }
}

trust-update-asking = Trusted lists will be fetched: { $url } and the lists it names. Nothing of your documents will be sent.
trust-update-progress = { $done } of { $total }: { $territory }
trust-update-new = number { $sequence }, new
trust-update-replaced = number { $to } in the place of number { $from }
trust-update-same = number { $sequence }, nothing newer
trust-update-failed = not updated: { $reason }
trust-update-incomplete = { $count ->
    [one] { $count } list could not be updated; the one that was here goes on to be used
   *[other] { $count } lists could not be updated; those that were here go on to be used
}
trust-update-complete = All lists are as new as they can be had
trust-fault-address = the address cannot be used
trust-fault-not-public = the address is not on the public network
trust-fault-status = the server answered with status { $status }
trust-fault-too-large = the answer is too large
trust-fault-timed-out = there was no answer in time
trust-fault-redirects = the server redirects too often, or to an address that is not used
trust-fault-connection = no connection ({ $detail })
trust-fault-not-a-list = the answer is no trusted list ({ $detail })
trust-fault-other-kind = it is a list of another kind
trust-fault-other-territory = it is the list of { $found }
trust-fault-pivot = the list of lists does not follow from what the program knows: { $detail }
trust-fault-older = the list offered, number { $offered }, is older than the one here, number { $held }
trust-fault-no-pointer = the EU list of lists names no such list
trust-fault-not-written = it could not be written ({ $detail })

trust-import-done = { $list }: { $outcome }
trust-offline-build = this program was built without the network
trust-hint-offline-build = fetch the lists elsewhere and use: edoc trust import FILE.xml
trust-no-folder = there is no place to keep lists
trust-hint-no-folder = name a folder in the environment variable EDOC_DATA

trust-issuers-heading = Recognised issuers of exam certificates
trust-issuer-identifier = by identifier { $identifier }
trust-issuer-by-name = by name
trust-issuer-shipped = built in
trust-issuer-added = added by you
trust-issuer-from = from { $from }
trust-issuer-until = until { $until }
trust-issuer-line = { $short }: { $names } ({ $country }), { $how }
trust-issuers-added = Added: { $issuer }
trust-issuers-removed = Removed: { $issuer }
trust-issuers-known = there is already an issuer of this short name: { $short }
trust-hint-issuers-known = remove it first, or choose another short name
trust-issuers-unknown = you have added no issuer of this short name: { $short }
trust-hint-issuers-unknown = what there is, is shown by: edoc issuers list
trust-issuers-nameless = an issuer needs an organisation identifier or an exact organisation name
trust-hint-issuers-nameless = for example: edoc issuers add VIAA --name 'Valsts izglītības attīstības aģentūra'
trust-issuers-country = the country must be two letters, not { $country }
trust-hint-issuers-country = for example: LV
trust-list-none-of = there is no list of { $country }
trust-hint-none-of = those that are here are shown by: edoc trust status
