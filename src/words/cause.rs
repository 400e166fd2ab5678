//! A cause as a sentence: why, and what to do next. Codes and technical details stay with the report.

use super::{Filled, Words, fault, finding};
use crate::pki::path::PathFault;
use crate::validation::{AnswerFault, Cause, Use};

/// Why, one sentence.
pub(super) fn reason(cause: &Cause, words: &Words) -> Filled {
    match cause {
        Cause::ArchiveRefused { reason } => fault::archive(reason),
        Cause::ContainerRule { rule } => finding::container(rule),
        Cause::FormatNotJudged { format } => Filled::new(finding::format(*format)),
        Cause::XmlRefused { file, reason } => Filled::new(fault::xml(reason)).with("file", file),
        Cause::StructureRefused { file, reason } => Filled::new(fault::structure(reason)).with("file", file),
        Cause::SignatureValueWrong { reason } => Filled::new(fault::value(reason)),
        Cause::TimestampRefused { reason } => Filled::new(fault::timestamp(reason)),
        Cause::DocumentNotCovered { document } | Cause::DocumentChanged { document } => {
            Filled::new(id(cause)).with("document", document)
        }
        Cause::ExamAuthority { name }
        | Cause::NotExamAuthority { name }
        | Cause::ExamAuthorityOutsideItsTime { name }
        | Cause::TestHierarchy { name } => Filled::new(id(cause)).with("name", name),
        Cause::DocumentMissing { uri }
        | Cause::ReferenceNotPermitted { uri }
        | Cause::TransformNotPermitted { uri, .. }
        | Cause::DigestUnsupported { uri, .. }
        | Cause::SignedPartChanged { uri } => Filled::new(id(cause)).with("uri", uri),
        Cause::NoPath { issuer } | Cause::IssuerNotAuthority { issuer } => {
            Filled::new(id(cause)).with("issuer", issuer)
        }
        Cause::IssuerListedNotAtHand { issuer, territory } => {
            Filled::new(id(cause)).with("issuer", issuer).with("territory", territory)
        }
        Cause::PathFound { service, provider, territory } => {
            Filled::new(id(cause)).with("service", service).with("provider", provider).with("territory", territory)
        }
        Cause::TimestampFound { at, authority } => {
            Filled::new(id(cause)).with("at", &words.date_time(*at)).with("authority", authority)
        }
        Cause::TimestampAuthorityNotListed { authority } => Filled::new(id(cause)).with("authority", authority),
        Cause::AlgorithmEnded { algorithm, .. } => Filled::new(id(cause)).with("algorithm", algorithm),
        Cause::PathViolated { certificate, reason } => Filled::new(violation(reason)).with("certificate", certificate),
        Cause::RevocationRefused { certificate, reason } => {
            Filled::new(answer(*reason)).with("certificate", certificate)
        }
        Cause::NotForSigning { certificate }
        | Cause::ForbiddenExtension { certificate }
        | Cause::NoRevocationData { certificate } => Filled::new(id(cause)).with("certificate", certificate),
        Cause::ServiceNotInForce { service, .. } => Filled::new(id(cause)).with("service", service),
        Cause::Revoked { certificate, at }
        | Cause::OnHold { certificate, at }
        | Cause::RevokedLater { certificate, at } => {
            Filled::new(id(cause)).with("certificate", certificate).with("at", &words.date_time(*at))
        }
        Cause::NotRevoked { at }
        | Cause::InForceAt { at }
        | Cause::TimestampOutsideAuthority { at }
        | Cause::ArchiveTimestamped { at }
        | Cause::ProvenByArchive { at } => Filled::new(id(cause)).with("at", &words.date_time(*at)),
        Cause::ClaimedTimeOutside { claimed } => Filled::new(id(cause)).with("at", &words.date_time(*claimed)),
        Cause::RevocationTooOld { at, proven }
        | Cause::RevocationEarly { at, proven }
        | Cause::RevocationLate { at, proven } => {
            Filled::new(id(cause)).with("at", &words.date_time(*at)).with("proven", &words.date_time(*proven))
        }
        Cause::MediaTypeDiffers { document, listed, signed } => {
            let filled = Filled::new(id(cause)).with("document", document);
            filled.with("listed", listed).with("signed", signed)
        }
        Cause::RevocationIssuerExpired { responder, not_after } => {
            Filled::new(id(cause)).with("responder", responder).with("end", &words.date(*not_after))
        }
        Cause::CertificateExpired { certificate, not_after, at } => {
            let filled = Filled::new(id(cause)).with("certificate", certificate);
            filled.with("end", &words.date(*not_after)).with("at", &words.date_time(*at))
        }
        Cause::CertificateNotYetValid { certificate, not_before, at } => {
            let filled = Filled::new(id(cause)).with("certificate", certificate);
            filled.with("start", &words.date(*not_before)).with("at", &words.date_time(*at))
        }
        Cause::SignaturePolicy { identifier } => Filled::new(id(cause)).with("identifier", identifier),
        Cause::TimestampAuthorityPurpose { authority } => Filled::new(id(cause)).with("authority", authority),
        Cause::TimestampAuthorityExpired { authority, not_after } => {
            Filled::new(id(cause)).with("authority", authority).with("end", &words.date(*not_after))
        }
        Cause::NotSigned
        | Cause::CanonicalizationNotPermitted { .. }
        | Cause::TimeMark
        | Cause::NoSigningCertificate
        | Cause::SigningCertificateNotNamed
        | Cause::NoDocumentSigned
        | Cause::SignedPropertiesChanged
        | Cause::SignedPropertiesNotCovered
        | Cause::SignatureValueWithoutNull
        | Cause::SignatureMethodUnsupported { .. }
        | Cause::NoTimestamp
        | Cause::TimestampImprintWrong
        | Cause::TimestampImprintUnsupported
        | Cause::ClaimedTimeMissing
        | Cause::IssuerSerialDiffers
        | Cause::TimestampExtension
        | Cause::TimestampOrder
        | Cause::NoArchiveTimestamp
        | Cause::NotReached => Filled::new(id(cause)),
    }
}

/// The cause's own text; what to do next, where there is anything, is its attribute `advice`.
pub(super) fn id(cause: &Cause) -> &'static str {
    match cause {
        Cause::ArchiveRefused { .. } => "cause-archive-refused",
        Cause::NotSigned => "cause-not-signed",
        Cause::FormatNotJudged { .. } => "cause-format-not-judged",
        Cause::DocumentNotCovered { .. } => "cause-document-not-covered",
        Cause::ExamAuthority { .. } => "cause-exam-authority",
        Cause::NotExamAuthority { .. } => "cause-not-exam-authority",
        Cause::ExamAuthorityOutsideItsTime { .. } => "cause-exam-authority-outside-its-time",
        Cause::ContainerRule { .. } => "cause-container-rule",
        Cause::XmlRefused { .. } => "cause-xml-refused",
        Cause::StructureRefused { .. } => "cause-structure-refused",
        Cause::CanonicalizationNotPermitted { .. } => "cause-canonicalization-not-permitted",
        Cause::TimeMark => "cause-time-mark",
        Cause::NoSigningCertificate => "cause-no-signing-certificate",
        Cause::SigningCertificateNotNamed => "cause-signing-certificate-not-named",
        Cause::DocumentMissing { .. } => "cause-document-missing",
        Cause::ReferenceNotPermitted { .. } => "cause-reference-not-permitted",
        Cause::TransformNotPermitted { .. } => "cause-transform-not-permitted",
        Cause::DigestUnsupported { .. } => "cause-digest-unsupported",
        Cause::DocumentChanged { .. } => "cause-document-changed",
        Cause::NoDocumentSigned => "cause-no-document-signed",
        Cause::SignedPropertiesChanged => "cause-signed-properties-changed",
        Cause::SignedPropertiesNotCovered => "cause-signed-properties-not-covered",
        Cause::SignedPartChanged { .. } => "cause-signed-part-changed",
        Cause::SignatureValueWrong { .. } => "cause-signature-value-wrong",
        Cause::SignatureValueWithoutNull => "cause-signature-value-without-null",
        Cause::SignatureMethodUnsupported { .. } => "cause-signature-method-unsupported",
        Cause::NoPath { .. } => "cause-no-path",
        Cause::IssuerNotAuthority { .. } => "cause-issuer-not-authority",
        Cause::IssuerListedNotAtHand { .. } => "cause-issuer-listed-not-at-hand",
        Cause::TestHierarchy { .. } => "cause-test-hierarchy",
        Cause::PathFound { .. } => "cause-path-found",
        Cause::NoTimestamp => "cause-no-timestamp",
        Cause::TimestampImprintWrong => "cause-timestamp-imprint-wrong",
        Cause::TimestampImprintUnsupported => "cause-timestamp-imprint-unsupported",
        Cause::TimestampRefused { .. } => "cause-timestamp-refused",
        Cause::TimestampFound { .. } => "cause-timestamp-found",
        Cause::TimestampAuthorityNotListed { .. } => "cause-timestamp-authority-not-listed",
        Cause::AlgorithmEnded { used_for, .. } => algorithm(*used_for),
        Cause::PathViolated { reason, .. } => violation(reason),
        Cause::NotForSigning { .. } => "cause-not-for-signing",
        Cause::ForbiddenExtension { .. } => "cause-forbidden-extension",
        Cause::ServiceNotInForce { .. } => "cause-service-not-in-force",
        Cause::NoRevocationData { .. } => "cause-no-revocation-data",
        Cause::RevocationRefused { reason, .. } => answer(*reason),
        Cause::Revoked { .. } => "cause-revoked",
        Cause::OnHold { .. } => "cause-on-hold",
        Cause::RevokedLater { .. } => "cause-revoked-later",
        Cause::NotRevoked { .. } => "cause-not-revoked",
        Cause::RevocationTooOld { .. } => "cause-revocation-too-old",
        Cause::RevocationEarly { .. } => "cause-revocation-early",
        Cause::RevocationLate { .. } => "cause-revocation-late",
        Cause::IssuerSerialDiffers => "cause-issuer-serial-differs",
        Cause::MediaTypeDiffers { .. } => "cause-media-type-differs",
        Cause::RevocationIssuerExpired { .. } => "cause-revocation-issuer-expired",
        Cause::CertificateExpired { .. } => "cause-certificate-expired",
        Cause::CertificateNotYetValid { .. } => "cause-certificate-not-yet-valid",
        Cause::InForceAt { .. } => "cause-in-force-at",
        Cause::ClaimedTimeMissing => "cause-claimed-time-missing",
        Cause::ClaimedTimeOutside { .. } => "cause-claimed-time-outside",
        Cause::SignaturePolicy { .. } => "cause-signature-policy",
        Cause::TimestampAuthorityPurpose { .. } => "cause-timestamp-authority-purpose",
        Cause::TimestampExtension => "cause-timestamp-extension",
        Cause::TimestampOutsideAuthority { .. } => "cause-timestamp-outside-authority",
        Cause::TimestampAuthorityExpired { .. } => "cause-timestamp-authority-expired",
        Cause::TimestampOrder => "cause-timestamp-order",
        Cause::NoArchiveTimestamp => "cause-no-archive-timestamp",
        Cause::ArchiveTimestamped { .. } => "cause-archive-timestamped",
        Cause::ProvenByArchive { .. } => "cause-proven-by-archive",
        Cause::NotReached => "cause-not-reached",
    }
}

fn algorithm(used_for: Use) -> &'static str {
    match used_for {
        Use::Signature => "cause-algorithm-of-signature",
        Use::Certificate => "cause-algorithm-of-certificate",
        Use::Revocation => "cause-algorithm-of-revocation",
        Use::Timestamp => "cause-algorithm-of-timestamp",
    }
}

fn violation(fault: &PathFault) -> &'static str {
    match fault {
        PathFault::NotAnAuthority | PathFault::MayNotIssue => "cause-path-not-an-authority",
        PathFault::PathTooLong => "cause-path-too-long",
        PathFault::NameNotAllowed => "cause-path-name-not-allowed",
        PathFault::UnknownCritical { .. } => "cause-path-unknown-critical",
        PathFault::NoCommonPolicy | PathFault::AnyPolicyMapped => "cause-path-no-common-policy",
    }
}

fn answer(fault: AnswerFault) -> &'static str {
    match fault {
        AnswerFault::StatusUnknown => "cause-answer-status-unknown",
        AnswerFault::OutOfScope => "cause-answer-out-of-scope",
        AnswerFault::NoResponder => "cause-answer-no-responder",
        AnswerFault::NotAuthorised => "cause-answer-not-authorised",
        AnswerFault::SignatureWrong => "cause-answer-signature-wrong",
        AnswerFault::ResponderNotInForce => "cause-answer-responder-not-in-force",
        AnswerFault::BeforeCertificate => "cause-answer-before-certificate",
        AnswerFault::NoLongerSpeaks => "cause-answer-no-longer-speaks",
        AnswerFault::OtherCertificate => "cause-answer-other-certificate",
        AnswerFault::FromTheFuture => "cause-answer-from-the-future",
    }
}
