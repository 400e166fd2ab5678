# The first line on a file: one word and one sentence.
verdict-word-genuine = VALID
verdict-word-other-issuer = OTHER SIGNER
verdict-word-cannot-confirm = CANNOT CONFIRM
verdict-word-refuted = NOT VALID
verdict-word-unsigned = NOT SIGNED
verdict-word-unsupported = NOT SUPPORTED
verdict-word-not-e-document = NOT AN E-DOCUMENT

verdict-genuine = The document is unchanged and was signed by the exam authority { $issuer }
verdict-genuine-unnamed = The document is unchanged and was signed by an exam authority
verdict-other-issuer = The signature is valid, but the document was signed neither by VISC nor by VIAA
verdict-other-issuer-outside-its-time = The signature is valid, but this body did not issue exam certificates at the time of signing
verdict-other-issuer-in-part = The signature is valid, but the exam authority did not sign every result in this file
    .advice = Rely only on results that are not marked here as not confirmed.
verdict-unsigned = The e-document has files, but no signature
verdict-unsupported = This program recognises signed files of this kind, but does not check them
verdict-not-e-document = This is not an e-document file

# Cannot confirm: sub-indications of EN 319 102-1.
verdict-doubt-sig-constraints-failure = The signature lacks something it must state, such as the time of signing, or contradicts itself
verdict-doubt-chain-constraints-failure = The document was signed with a certificate that is not meant for such signatures
verdict-doubt-certificate-chain-general-failure = It cannot be made sure that the signing certificate could be trusted when it was used
verdict-doubt-crypto-constraints-failure = The signature was made with an algorithm that was no longer secure at that time
verdict-doubt-crypto-constraints-failure-no-poe = The signature rests on an algorithm that is no longer secure, and nothing proves that it was made while the algorithm was
verdict-doubt-policy-processing-error = The signature policy that the signature names cannot be processed
verdict-doubt-signature-policy-not-available = The signature policy that the signature names is not available
verdict-doubt-timestamp-order-failure = The time-stamps are in an impossible order
verdict-doubt-no-signing-certificate-found = It cannot be determined which signing certificate the signature was made with
verdict-doubt-no-certificate-chain-found = No issuer on a trusted list was found that vouches for the signer
verdict-doubt-no-certificate-chain-found-no-poe = The trust service that vouches for the signer was not in force at the proven time
verdict-doubt-revoked-no-poe = The signing certificate is revoked, and nothing proves that the signature was made before
verdict-doubt-revoked-ca-no-poe = The certificate of an issuer is revoked, and nothing proves that the signature was made before
verdict-doubt-out-of-bounds-not-revoked = The signing certificate has expired, and nothing proves that the signature was made before
verdict-doubt-out-of-bounds-no-poe = Nothing proves that the signature was made while the certificates of the signer and its issuers were in force
verdict-doubt-revocation-out-of-bounds-no-poe = The data on revocation cannot be relied on: the certificate of whoever gave them has expired
verdict-doubt-no-poe = Nothing proves when the signature was made
verdict-doubt-try-later = What is known of the revocation of the signing certificate is too old, or the certificate is suspended
verdict-doubt-signed-data-not-found = What was signed is not in the file or cannot be checked

# Not valid: sub-indications of EN 319 102-1.
verdict-failure-format-failure = The file or its signature is damaged or not made by the rules
verdict-failure-hash-failure = The document was changed after it was signed
verdict-failure-sig-crypto-failure = The signature does not belong to the document: it is damaged or forged
verdict-failure-revoked = The signing certificate had been revoked when it was used
verdict-failure-expired = The signing certificate had expired when it was used
verdict-failure-not-yet-valid = The signing certificate was not yet in force when it was used

# The three facts that are never folded into one.
verdict-fact-unchanged = Contents
verdict-fact-vouched-for = Trust
verdict-fact-exam-authority = Exam authority
verdict-fact-unchanged-passed = The document has not changed since it was signed.
verdict-fact-unchanged-failed = The document was changed after it was signed.
verdict-fact-unchanged-damaged = The contents are not what was signed, or the file is damaged.
verdict-fact-unchanged-unknown = It cannot be determined whether the document is unchanged.
verdict-fact-unchanged-skipped = There is no signature to compare the document with.
verdict-fact-vouched-for-passed = The issuer of the signing certificate is on a trusted list.
verdict-fact-vouched-for-failed = No issuer on a trusted list validly vouches for the signer.
verdict-fact-vouched-for-unknown = It cannot be determined whether an issuer on a trusted list reliably vouches for the signer.
verdict-fact-vouched-for-skipped = There is no signature whose issuer could be looked for.
verdict-fact-exam-authority-passed = The document was signed by an exam authority.
verdict-fact-exam-authority-failed = The document was signed neither by VISC nor by VIAA.
verdict-fact-exam-authority-unknown = It cannot be determined whether an exam authority signed the document, because the signature or the signer's name is not confirmed.
verdict-fact-exam-authority-skipped = There is no signer to compare with the exam authorities.

# The answer in a word.
verdict-outcome-passed = passed
verdict-outcome-failed = failed
verdict-outcome-unknown = cannot be determined
verdict-outcome-skipped = not checked

# How far a document is covered.
verdict-coverage-covered = signed
verdict-coverage-partly = signed in part
verdict-coverage-not-covered = not signed
verdict-coverage-changed = changed after signing

# How a result may be taken.
verdict-standing-not-confirmed = not confirmed
verdict-standing-withheld = not to be taken as a result

verdict-kind-signature = electronic signature
verdict-kind-seal = electronic seal
verdict-kind-unknown = electronic signature or seal
