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
verdict-unsigned = This e-document has no signature
verdict-unsupported = This program recognises signed files of this kind, but does not check them
verdict-not-e-document = This is not an e-document file

# Not confirmed only because this version leaves checks out: what it knows and what it does not.

# Cannot confirm: sub-indications of EN 319 102-1.
verdict-doubt-sig-constraints-failure = The signature does not meet what is required of its contents
verdict-doubt-chain-constraints-failure = The signing certificate does not meet what is required of a signer
verdict-doubt-certificate-chain-general-failure = The chain of issuers of the signing certificate cannot be checked to its end
verdict-doubt-crypto-constraints-failure = The signature uses an algorithm that is no longer secure
verdict-doubt-crypto-constraints-failure-no-poe = The signature uses an algorithm that is no longer secure, and nothing proves that it was made while it was
verdict-doubt-policy-processing-error = The signature policy that the signature names cannot be processed
verdict-doubt-signature-policy-not-available = The signature policy that the signature names is not available
verdict-doubt-timestamp-order-failure = The time-stamps are in an impossible order
verdict-doubt-no-signing-certificate-found = The signing certificate that the signature was made with is not in the file
verdict-doubt-no-certificate-chain-found = No issuer on a trusted list was found that vouches for the signer
verdict-doubt-no-certificate-chain-found-no-poe = The issuer of the signing certificate is no longer trusted, and nothing proves that the signature is older
verdict-doubt-revoked-no-poe = The signing certificate is revoked, and nothing proves that the signature was made before
verdict-doubt-revoked-ca-no-poe = The certificate of an issuer is revoked, and nothing proves that the signature was made before
verdict-doubt-out-of-bounds-not-revoked = The signing certificate has expired, and nothing proves that the signature was made before
verdict-doubt-out-of-bounds-no-poe = The signing certificate is not in force now, and nothing proves that the signature was made while it was
verdict-doubt-revocation-out-of-bounds-no-poe = The data on revocation of the signing certificate cannot be relied on: their issuer has expired
verdict-doubt-no-poe = There is no proof of when the signature was made
verdict-doubt-try-later = There is no data yet that is new enough to tell whether the signing certificate was revoked
verdict-doubt-signed-data-not-found = A document that the signature names is not in the file

# Not valid: sub-indications of EN 319 102-1.
verdict-failure-format-failure = The file or its signature is damaged or not made by the rules
verdict-failure-hash-failure = The document was changed after it was signed
verdict-failure-sig-crypto-failure = The signature does not belong to the document: it is damaged or forged
verdict-failure-revoked = The signing certificate was revoked when it was used
verdict-failure-expired = The signing certificate had expired when it was used
verdict-failure-not-yet-valid = The signing certificate was not yet in force when it was used

# The three facts that are never folded into one.
verdict-fact-unchanged = Contents
verdict-fact-vouched-for = Trust
verdict-fact-exam-authority = Exam authority
verdict-fact-unchanged-passed = The document has not changed since it was signed.
verdict-fact-unchanged-failed = The document was changed after it was signed.
verdict-fact-unchanged-unknown = It cannot be determined whether the document is unchanged.
verdict-fact-unchanged-skipped = There is no signature to compare the document with.
verdict-fact-vouched-for-passed = The issuer of the signing certificate is on a trusted list.
verdict-fact-vouched-for-failed = No issuer on a trusted list vouches for the signer.
verdict-fact-vouched-for-unknown = It cannot be determined who vouches for the signer.
verdict-fact-vouched-for-skipped = There is no signature whose issuer could be looked for.
verdict-fact-exam-authority-passed = The document was signed by an exam authority.
verdict-fact-exam-authority-failed = The document was signed neither by VISC nor by VIAA.
verdict-fact-exam-authority-unknown = It cannot be determined whether the signer is an exam authority, because nobody vouches for the signer's name.
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
