//! Why a check came out as it did: facts only; `words` makes sentences of them.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::container::{ArchiveFault, ContainerFinding, Format};
use crate::crypto::SignatureFault;
use crate::pki::timestamp::TimestampFault;
use crate::xades::StructureFault;
use crate::xml::XmlFault;

/// What this version does not judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unjudged {
    /// Revocation answers are shown, not weighed.
    Revocation,
    /// Validity of certificates at the proven time.
    Time,
    /// Constraints on the certificates of a path.
    PathConstraints,
    /// End dates of algorithms.
    Algorithms,
    /// Archive time-stamps.
    Archive,
    /// The legal level.
    Qualification,
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
    /// The time-stamp's imprint cannot be computed.
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
    /// SHA-1 or weaker was used.
    WeakAlgorithm {
        /// Its name.
        algorithm: String,
    },
    /// Not judged by this version of the program.
    NotJudged {
        /// What.
        what: Unjudged,
    },
    /// An earlier check did not pass, so this one says nothing.
    NotReached,
}
