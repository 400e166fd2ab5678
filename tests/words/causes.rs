//! Every cause of the judgement as a filled sentence.

use edoc::container::{ArchiveFault, ContainerFinding, Format};
use edoc::crypto::SignatureFault;
use edoc::pki::path::PathFault;
use edoc::pki::timestamp::TimestampFault;
use edoc::validation::{AnswerFault, Cause, Use};
use edoc::words::{Language, Words};
use edoc::xades::StructureFault;
use edoc::xml::XmlFault;

/// One of each kind. `words` matches exhaustively, so a new kind cannot be without an identifier; here is held that
/// each is filled.
fn one_of_each() -> Vec<Cause> {
    let text = || "value".to_owned();
    let at = "2025-06-21T11:05:33Z".parse().unwrap();
    let mut causes = vec![
        Cause::ArchiveRefused { reason: ArchiveFault::NoEndRecord },
        Cause::ArchiveRefused { reason: ArchiveFault::EntryCount { stated: 2, found: 3 } },
        Cause::ArchiveRefused { reason: ArchiveFault::EntriesOverlap { first: text(), second: text() } },
        Cause::ArchiveRefused { reason: ArchiveFault::NameContradiction { name: text(), unicode_path: text() } },
        Cause::ArchiveRefused { reason: ArchiveFault::NameTwice { name: text() } },
        Cause::NotSigned,
        Cause::FormatNotJudged { format: Format::Pdf },
        Cause::DocumentNotCovered { document: text() },
        Cause::ExamAuthority { name: text() },
        Cause::NotExamAuthority { name: text() },
        Cause::ExamAuthorityOutsideItsTime { name: text() },
        Cause::ContainerRule { rule: ContainerFinding::ForeignMediaType { value: text() } },
        Cause::ContainerRule { rule: ContainerFinding::NoDocument },
        Cause::XmlRefused { file: text(), reason: XmlFault::Doctype },
        Cause::StructureRefused { file: text(), reason: StructureFault::Target },
        Cause::CanonicalizationNotPermitted { algorithm: text() },
        Cause::TimeMark,
        Cause::NoSigningCertificate,
        Cause::SigningCertificateNotNamed,
        Cause::DocumentMissing { uri: text() },
        Cause::ReferenceNotPermitted { uri: text() },
        Cause::TransformNotPermitted { uri: text(), algorithm: text() },
        Cause::DigestUnsupported { uri: text(), algorithm: text() },
        Cause::DocumentChanged { document: text() },
        Cause::NoDocumentSigned,
        Cause::SignedPropertiesChanged,
        Cause::SignedPropertiesNotCovered,
        Cause::SignedPartChanged { uri: text() },
        Cause::SignatureValueWrong { reason: SignatureFault::Mismatch },
        Cause::SignatureValueWithoutNull,
        Cause::SignatureMethodUnsupported { algorithm: text() },
        Cause::NoPath { issuer: text() },
        Cause::IssuerNotAuthority { issuer: text() },
        Cause::IssuerNotAuthority { issuer: text() },
        Cause::IssuerListedNotAtHand { issuer: text(), territory: text() },
        Cause::TestHierarchy { name: text() },
        Cause::PathFound { service: text(), provider: text(), territory: text() },
        Cause::NoTimestamp,
        Cause::TimestampImprintWrong,
        Cause::TimestampImprintUnsupported,
        Cause::TimestampRefused { reason: TimestampFault::ContentChanged },
        Cause::TimestampFound { at, authority: text() },
        Cause::TimestampAuthorityNotListed { authority: text() },
        Cause::NotReached,
    ];
    causes.extend(
        [Use::Signature, Use::Certificate, Use::Revocation, Use::Timestamp]
            .map(|used_for| Cause::AlgorithmEnded { algorithm: text(), used_for }),
    );
    let faults = [
        PathFault::NotAnAuthority,
        PathFault::PathTooLong,
        PathFault::NameNotAllowed,
        PathFault::UnknownCritical { extensions: vec![text()] },
        PathFault::NoCommonPolicy,
    ];
    causes.extend(faults.map(|reason| Cause::PathViolated { certificate: text(), reason }));
    let answers = [
        AnswerFault::StatusUnknown,
        AnswerFault::OutOfScope,
        AnswerFault::NoResponder,
        AnswerFault::NotAuthorised,
        AnswerFault::SignatureWrong,
        AnswerFault::ResponderNotInForce,
        AnswerFault::BeforeCertificate,
        AnswerFault::NoLongerSpeaks,
        AnswerFault::OtherCertificate,
        AnswerFault::FromTheFuture,
    ];
    causes.extend(answers.map(|reason| Cause::RevocationRefused { certificate: text(), reason }));
    causes.extend([
        Cause::NotForSigning { certificate: text() },
        Cause::ForbiddenExtension { certificate: text() },
        Cause::ServiceNotInForce { service: text(), status: text() },
        Cause::NoRevocationData { certificate: text() },
        Cause::Revoked { certificate: text(), at },
        Cause::OnHold { certificate: text(), at },
        Cause::RevokedLater { certificate: text(), at },
        Cause::NotRevoked { at },
        Cause::RevocationTooOld { at, proven: at },
        Cause::RevocationEarly { at, proven: at },
        Cause::RevocationLate { at, proven: at },
        Cause::IssuerSerialDiffers,
        Cause::MediaTypeDiffers { document: text(), listed: text(), signed: text() },
        Cause::RevocationIssuerExpired { responder: text(), not_after: at },
        Cause::CertificateExpired { certificate: text(), not_after: at, at },
        Cause::CertificateNotYetValid { certificate: text(), not_before: at, at },
        Cause::InForceAt { at },
        Cause::ClaimedTimeMissing,
        Cause::ClaimedTimeOutside { claimed: at },
        Cause::SignaturePolicy { identifier: text() },
        Cause::TimestampAuthorityPurpose { authority: text() },
        Cause::TimestampExtension,
        Cause::TimestampOutsideAuthority { at },
        Cause::TimestampAuthorityExpired { authority: text(), not_after: at },
        Cause::TimestampOrder,
        Cause::NoArchiveTimestamp,
        Cause::ArchiveTimestamped { at },
        Cause::ProvenByArchive { at },
    ]);
    causes
}

#[test]
fn the_list_above_is_whole() {
    let source = std::fs::read_to_string(crate::root().join("src/validation/cause.rs")).unwrap();
    let body = source.split("pub enum Cause {\n").nth(1).unwrap().split("\n}\n").next().unwrap();
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
    let variants = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants: Vec<_> = variants.filter(|line| line.starts_with(char::is_uppercase)).map(name).collect();
    let listed: Vec<_> = one_of_each().iter().map(|cause| name(&format!("{cause:?}"))).collect();
    let missing: Vec<_> = variants.iter().filter(|variant| !listed.contains(variant)).collect();
    assert!(missing.is_empty() && variants.len() > 35, "not in the list: {missing:?}");
}

#[test]
fn every_cause_is_filled_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        for cause in one_of_each() {
            let said = words.cause(&cause);
            assert!(said.reason.ends_with('.'), "{cause:?}: {}", said.reason);
            for sentence in [Some(said.reason), said.advice].into_iter().flatten() {
                assert!(!sentence.contains(['{', '}', '$', '\u{2068}', '\u{2069}']), "{cause:?}: {sentence}");
                assert!(sentence.contains(' ') && !sentence.starts_with("cause-"), "{cause:?}: {sentence}");
            }
        }
    }
}
