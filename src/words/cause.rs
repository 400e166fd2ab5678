//! A cause as a sentence: why, and what to do next. Codes and technical details stay with the report.

use super::{Filled, Words, fault, finding};
use crate::validation::{Cause, Unjudged};

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
        Cause::WeakAlgorithm { algorithm } => Filled::new(id(cause)).with("algorithm", algorithm),
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
        | Cause::NotJudged { .. }
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
        Cause::WeakAlgorithm { .. } => "cause-weak-algorithm",
        Cause::NotJudged { what } => not_judged(*what),
        Cause::NotReached => "cause-not-reached",
    }
}

fn not_judged(what: Unjudged) -> &'static str {
    match what {
        Unjudged::Revocation => "cause-not-judged-revocation",
        Unjudged::Time => "cause-not-judged-time",
        Unjudged::PathConstraints => "cause-not-judged-path-constraints",
        Unjudged::Algorithms => "cause-not-judged-algorithms",
        Unjudged::Archive => "cause-not-judged-archive",
        Unjudged::Qualification => "cause-not-judged-qualification",
    }
}
