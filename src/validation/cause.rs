//! Why a check came out as it did: facts only; `words` makes sentences of them.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::container::{ArchiveFault, ContainerFinding, Format};
use crate::crypto::SignatureFault;
use crate::pki::path::PathFault;
use crate::pki::timestamp::TimestampFault;
use crate::xades::StructureFault;
use crate::xml::XmlFault;

/// Why a revocation answer is not accepted (EN 319 102-1, 5.2.5 and RFC 6960, 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerFault {
    /// The responder does not know the certificate.
    StatusUnknown,
    /// It does not speak about certificates like this one: another kind, some reasons, changes only.
    OutOfScope,
    /// Nobody at hand can be who signed it.
    NoResponder,
    /// Whoever signed it may not answer for the issuer.
    NotAuthorised,
    /// Its signature is wrong.
    SignatureWrong,
    /// Its signer's certificate was not in force when it was made.
    ResponderNotInForce,
    /// It was made before the certificate was.
    BeforeCertificate,
    /// It no longer speaks of certificates that have run out, as this one had.
    NoLongerSpeaks,
    /// It states the digest of another certificate.
    OtherCertificate,
    /// It was made after the time that is judged for.
    FromTheFuture,
}

/// What an algorithm was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// The signature itself, its references, the digest of its certificate.
    Signature,
    /// A certificate of the path.
    Certificate,
    /// A revocation answer.
    Revocation,
    /// A time-stamp.
    Timestamp,
}

/// Why a check came out as it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Cause {
    /// The archive breaks a rule that protects its reader.
    ArchiveRefused {
        /// Which.
        reason: ArchiveFault,
    },
    /// The container has documents and no signature.
    NotSigned,
    /// The file is of a kind that this program does not judge.
    FormatNotJudged {
        /// Which.
        format: Format,
    },
    /// A document lies in the container that no signature covers.
    DocumentNotCovered {
        /// Its name.
        document: String,
    },
    /// The signer is a body that issues exam certificates.
    ExamAuthority {
        /// Which.
        name: String,
    },
    /// The signer is somebody else.
    NotExamAuthority {
        /// Whom the certificate names.
        name: String,
    },
    /// The signer is a body that issues exam certificates, but not at that time.
    ExamAuthorityOutsideItsTime {
        /// Which.
        name: String,
    },
    /// The container breaks a rule of its kind.
    ContainerRule {
        /// Which.
        rule: ContainerFinding,
    },
    /// The signature file is not acceptable XML.
    XmlRefused {
        /// Name of the signature file.
        file: String,
        /// Why.
        reason: XmlFault,
    },
    /// The signature's parts are not where they must be.
    StructureRefused {
        /// Name of the signature file.
        file: String,
        /// Why.
        reason: StructureFault,
    },
    /// CanonicalizationMethod is not one that is permitted.
    CanonicalizationNotPermitted {
        /// Its URI.
        algorithm: String,
    },
    /// A time-mark signature of Estonia: recognised, not judged.
    TimeMark,
    /// No certificate in the file has the digest that the signed properties name.
    NoSigningCertificate,
    /// The signed properties name no certificate.
    SigningCertificateNotNamed,
    /// A signed document is not in the file.
    DocumentMissing {
        /// Its reference, as written.
        uri: String,
    },
    /// A reference points outside the file or is written in a way that is never followed.
    ReferenceNotPermitted {
        /// The reference, as written.
        uri: String,
    },
    /// A reference asks for a transform that is never carried out.
    TransformNotPermitted {
        /// The reference, as written.
        uri: String,
        /// The transform's URI.
        algorithm: String,
    },
    /// A reference uses a digest that cannot be computed.
    DigestUnsupported {
        /// The reference, as written.
        uri: String,
        /// The digest's URI.
        algorithm: String,
    },
    /// A signed document was changed.
    DocumentChanged {
        /// Its name.
        document: String,
    },
    /// The signature covers no document.
    NoDocumentSigned,
    /// The signed properties were changed.
    SignedPropertiesChanged,
    /// The signature does not cover its own properties.
    SignedPropertiesNotCovered,
    /// Another signed part of the signature was changed.
    SignedPartChanged {
        /// Its reference, as written.
        uri: String,
    },
    /// The signature value is wrong.
    SignatureValueWrong {
        /// How.
        reason: SignatureFault,
    },
    /// RSA DigestInfo without its NULL parameter: accepted, and said.
    SignatureValueWithoutNull,
    /// SignatureMethod is not supported, or never accepted (HMAC).
    SignatureMethodUnsupported {
        /// Its URI.
        algorithm: String,
    },
    /// No path leads to a listed service.
    NoPath {
        /// The last issuer that was looked for in vain.
        issuer: String,
    },
    /// A certificate of the path was issued by one that may not issue any.
    IssuerNotAuthority {
        /// Whom it is for.
        issuer: String,
    },
    /// The issuer is on a list, but its certificate is neither in the file nor in the program.
    IssuerListedNotAtHand {
        /// The issuer.
        issuer: String,
        /// Territory of the list.
        territory: String,
    },
    /// The path ends at a known test hierarchy.
    TestHierarchy {
        /// Its name.
        name: String,
    },
    /// A path leads to this service.
    PathFound {
        /// The listed service.
        service: String,
        /// Its provider.
        provider: String,
        /// Territory of the list.
        territory: String,
    },
    /// The signature has no time-stamp.
    NoTimestamp,
    /// No time-stamp belongs to this signature.
    TimestampImprintWrong,
    /// The time-stamp's imprint cannot be computed: an unknown digest, or data that are not in the file.
    TimestampImprintUnsupported,
    /// The time-stamp token is not right.
    TimestampRefused {
        /// Why.
        reason: TimestampFault,
    },
    /// A token of this time.
    TimestampFound {
        /// The authority's time.
        at: Timestamp,
        /// The authority's name.
        authority: String,
    },
    /// The authority of the time-stamp is not on a list.
    TimestampAuthorityNotListed {
        /// The authority.
        authority: String,
    },
    /// An algorithm had ended, or never held, when its strength mattered.
    AlgorithmEnded {
        /// Its name.
        algorithm: String,
        /// What it was used for.
        used_for: Use,
    },
    /// A certificate of the path breaks what those above it demand, or has what nobody understands (RFC 5280, 6.1).
    PathViolated {
        /// Whose it is.
        certificate: String,
        /// How.
        reason: PathFault,
    },
    /// The signing certificate is not for binding its holder: keyUsage lacks nonRepudiation.
    NotForSigning {
        /// Whose it is.
        certificate: String,
    },
    /// A certificate has an extension that it may not have.
    ForbiddenExtension {
        /// Whose it is.
        certificate: String,
    },
    /// The listed service was not in force at the proven time.
    ServiceNotInForce {
        /// The service.
        service: String,
        /// Its status then; empty where it was not listed yet.
        status: String,
    },
    /// Nothing at hand says whether a certificate was revoked.
    NoRevocationData {
        /// Whose it is.
        certificate: String,
    },
    /// What is at hand about revocation is not accepted.
    RevocationRefused {
        /// Whose certificate it is about.
        certificate: String,
        /// Why the newest answer is not.
        reason: AnswerFault,
    },
    /// A certificate was revoked.
    Revoked {
        /// Whose it is.
        certificate: String,
        /// Since when.
        at: Timestamp,
    },
    /// A certificate was suspended.
    OnHold {
        /// Whose it is.
        certificate: String,
        /// Since when.
        at: Timestamp,
    },
    /// A certificate was revoked after the proven time of signing.
    RevokedLater {
        /// Whose it is.
        certificate: String,
        /// Since when.
        at: Timestamp,
    },
    /// The newest answer says that the certificate was not revoked.
    NotRevoked {
        /// When it was made.
        at: Timestamp,
    },
    /// The newest answer was made long before the proven time.
    RevocationTooOld {
        /// When it was made.
        at: Timestamp,
        /// The proven time.
        proven: Timestamp,
    },
    /// The answer was made somewhat before the proven time: accepted, and said.
    RevocationEarly {
        /// When it was made.
        at: Timestamp,
        /// The proven time.
        proven: Timestamp,
    },
    /// The answer was made long after the proven time: accepted, and said.
    RevocationLate {
        /// When it was made.
        at: Timestamp,
        /// The proven time.
        proven: Timestamp,
    },
    /// Issuer and serial number beside the right digest of the signing certificate are of another one: a hint, and said.
    IssuerSerialDiffers,
    /// The list of documents and the signer call a document by different media types: claims both, and said.
    MediaTypeDiffers {
        /// Which document.
        document: String,
        /// By META-INF/manifest.xml.
        listed: String,
        /// By DataObjectFormat of the signature.
        signed: String,
    },
    /// The certificate of whoever answered has run out since.
    RevocationIssuerExpired {
        /// Who answered.
        responder: String,
        /// The end of its certificate.
        not_after: Timestamp,
    },
    /// A certificate had run out at the time it is judged for.
    CertificateExpired {
        /// Whose it is.
        certificate: String,
        /// Its end.
        not_after: Timestamp,
        /// The time.
        at: Timestamp,
    },
    /// A certificate was not in force yet at the time it is judged for.
    CertificateNotYetValid {
        /// Whose it is.
        certificate: String,
        /// Its beginning.
        not_before: Timestamp,
        /// The time.
        at: Timestamp,
    },
    /// In force at the proven time.
    InForceAt {
        /// The proven time.
        at: Timestamp,
    },
    /// The signer states no time of signing.
    ClaimedTimeMissing,
    /// The time that the signer states lies outside the validity of the signing certificate.
    ClaimedTimeOutside {
        /// The stated time.
        claimed: Timestamp,
    },
    /// The signature names a policy of its own, which is shown and not judged.
    SignaturePolicy {
        /// Its identifier.
        identifier: String,
    },
    /// The certificate of the time-stamping authority is not for stamping time alone.
    TimestampAuthorityPurpose {
        /// The authority.
        authority: String,
    },
    /// The time-stamp has a critical extension that nobody understands.
    TimestampExtension,
    /// The time of the time-stamp lies outside the validity of its authority's certificate.
    TimestampOutsideAuthority {
        /// Its time.
        at: Timestamp,
    },
    /// The certificate of the time-stamping authority has run out since; the time-stamp is accepted.
    TimestampAuthorityExpired {
        /// The authority.
        authority: String,
        /// The end of its certificate.
        not_after: Timestamp,
    },
    /// Time-stamps in an order that cannot be.
    TimestampOrder,
    /// The signature has no archive time-stamp.
    NoArchiveTimestamp,
    /// Archive time-stamps that are right, the last of this time.
    ArchiveTimestamped {
        /// The last one's time.
        at: Timestamp,
    },
    /// Archive time-stamps prove that it existed while it could be relied on.
    ProvenByArchive {
        /// The time that is proven.
        at: Timestamp,
    },
    /// An earlier check did not pass, so this one says nothing.
    NotReached,
}
