//! The fact types: what was found, good and bad, without judgement. All of it serialises, so that a saved fact file can
//! be judged again.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::container::{ContainerFinding, Format};
use crate::crypto::{Sha256, SignatureFault};
use crate::pki::timestamp::TimestampFault;
use crate::xades::{StructureFault, StructureNote};
use crate::xml::XmlFault;

/// Everything found in one container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The container itself.
    pub container: ContainerFacts,
    /// Files outside META-INF.
    pub documents: Vec<DocumentFacts>,
    /// Every certificate that was looked at, once.
    pub certificates: Vec<CertificateFacts>,
    /// Signature files in name order.
    pub signature_files: Vec<SignatureFileFacts>,
}

/// The container itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerFacts {
    /// What kind.
    pub format: Format,
    /// Rules of its kind that it breaks (C8, ASiC-S with several documents).
    pub faults: Vec<ContainerFinding>,
    /// What else there is to know.
    pub findings: Vec<ContainerFinding>,
}

/// A file outside META-INF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFacts {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its digest.
    pub sha256: Sha256,
    /// Media type by the manifest, which nobody signed.
    pub media_type: Option<String>,
}

/// A certificate, as far as judgement and display need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// SHA-256 of the certificate.
    pub sha256: Sha256,
    /// SHA-256 of its SubjectPublicKeyInfo.
    pub spki_sha256: Sha256,
    /// Subject.
    pub subject: NameFacts,
    /// Issuer.
    pub issuer: NameFacts,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// First instant of validity.
    pub not_before: Timestamp,
    /// Last instant of validity.
    pub not_after: Timestamp,
    /// Kind and size of the key: `RSA-2048`.
    pub key: String,
    /// How its issuer signed it: `RSA-SHA256`; empty where the algorithm is not supported.
    pub signature_algorithm: String,
    /// Digest of that signature, where known.
    pub signature_digest: Option<crate::crypto::DigestAlgorithm>,
    /// basicConstraints says CA, and keyUsage, where there is one, says keyCertSign (RFC 5280, 4.2.1.3 and 4.2.1.9).
    pub issues_certificates: bool,
    /// QcType values, dotted.
    pub qc_types: Vec<String>,
    /// QCStatements, dotted.
    pub qc_statements: Vec<String>,
    /// Name of the test hierarchy it belongs to, where it is known as one.
    pub test_hierarchy: Option<String>,
}

/// A distinguished name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameFacts {
    /// What a person calls the holder.
    pub display: String,
    /// All attributes as text.
    pub text: String,
    /// Attributes: dotted type and value.
    pub attributes: Vec<(String, String)>,
}

/// One signature file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureFileFacts {
    /// Its name in the container.
    pub name: String,
    /// Why it could not be read at all.
    pub refused: Option<Refused>,
    /// Its signatures in document order.
    pub signatures: Vec<SignatureFacts>,
}

/// Why a signature or its file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refused", rename_all = "kebab-case")]
pub enum Refused {
    /// Not acceptable XML.
    Xml {
        /// Why.
        reason: XmlFault,
    },
    /// Its parts are not where they must be.
    Structure {
        /// Why.
        reason: StructureFault,
    },
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureFacts {
    /// Id attribute.
    pub id: Option<String>,
    /// Why it could not be read; everything below is then empty.
    pub refused: Option<StructureFault>,
    /// Oddities of its structure that do not stop reading.
    pub notes: Vec<StructureNote>,
    /// URI of CanonicalizationMethod.
    pub canonicalization: String,
    /// URI of SignatureMethod.
    pub signature_method: String,
    /// Name of the signature algorithm, where supported.
    pub signature_algorithm: Option<String>,
    /// Digest inside the signature algorithm, where supported.
    pub signature_digest: Option<crate::crypto::DigestAlgorithm>,
    /// Whether the signature value is right.
    pub value: ValueFacts,
    /// How the signing certificate is named and whether it was found.
    pub signer: SignerFacts,
    /// References in document order.
    pub references: Vec<ReferenceFacts>,
    /// Signed properties, as claimed by the signer.
    pub properties: PropertyFacts,
    /// Paths from the signing certificate, anchored ones first.
    pub paths: Vec<PathFacts>,
    /// Time-stamps in document order.
    pub timestamps: Vec<TimestampFacts>,
    /// Revocation answers in document order.
    pub revocation: Vec<RevocationFacts>,
    /// Objects inside the signature that could not be read as what they are called, each with why.
    pub unreadable: Vec<String>,
}

/// Whether the signature value is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "value", rename_all = "kebab-case")]
pub enum ValueFacts {
    /// It is.
    Right,
    /// It is, with a DigestInfo that lacks its NULL parameter.
    RightWithoutNull,
    /// It is not.
    Wrong {
        /// How.
        reason: SignatureFault,
    },
    /// SignatureMethod is not supported, or never accepted.
    MethodUnsupported,
    /// CanonicalizationMethod is not permitted.
    CanonicalizationNotPermitted,
    /// There is no key to check it with.
    NoKey,
}

/// How the signing certificate is named and found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "signer", rename_all = "kebab-case")]
pub enum SignerFacts {
    /// A certificate in the file has the digest that the signed properties name.
    Found {
        /// SHA-256 of the certificate.
        certificate: Sha256,
        /// Whether issuer and serial number, where given, agree too.
        issuer_serial: Agreement,
    },
    /// The signed properties name a certificate that is not in the file.
    NotFound,
    /// The signed properties name none.
    NotNamed,
}

/// Whether a second statement agrees with the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// It does.
    Agrees,
    /// It does not.
    Differs,
    /// It is not made.
    NotStated,
}

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "target", content = "name", rename_all = "kebab-case")]
pub enum ReferenceTarget {
    /// SignedProperties of this very signature.
    SignedProperties,
    /// A document, by name.
    Document(String),
    /// Another entry of the archive, by name.
    OtherEntry(String),
    /// Another part of the signature file.
    SignaturePart,
    /// Nothing that is there.
    Nothing,
}

/// What became of a reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "match", rename_all = "kebab-case")]
pub enum ReferenceMatch {
    /// The digest is that of the data.
    Matches,
    /// The digest is another.
    Differs,
    /// The data is not in the file.
    NotFound,
    /// The reference is written in a way that is never followed.
    NotPermitted,
    /// A transform that is never carried out.
    TransformNotPermitted {
        /// Its URI.
        algorithm: String,
    },
    /// The digest algorithm is not supported.
    DigestUnsupported,
    /// A transform that needs XML was given octets that are none.
    NotXml,
}

/// One reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceFacts {
    /// Id attribute.
    pub id: Option<String>,
    /// URI as written; empty where absent.
    pub uri: String,
    /// Type attribute.
    pub reference_type: Option<String>,
    /// What it names.
    pub target: ReferenceTarget,
    /// URI of DigestMethod.
    pub digest_method: String,
    /// What became of it.
    pub result: ReferenceMatch,
}

/// Signed properties, all of them claims of the signer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyFacts {
    /// SigningTime.
    pub signing_time: Option<Timestamp>,
    /// SignaturePolicyIdentifier: the identifier, or `implied`.
    pub policy: Option<String>,
    /// The policy is that of the Estonian time-mark.
    pub time_mark: bool,
    /// Claimed roles.
    pub roles: Vec<String>,
    /// City, state, postal code, country, whatever is not empty.
    pub place: Vec<String>,
    /// Commitment types.
    pub commitments: Vec<String>,
    /// Names of unsigned properties in document order.
    pub unsigned: Vec<String>,
}

/// A path: end entity first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathFacts {
    /// SHA-256 of each certificate.
    pub certificates: Vec<Sha256>,
    /// Whether the last one is listed for the role.
    pub anchored: bool,
}

/// What became of a time-stamp's imprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImprintFacts {
    /// It is the digest of what it must cover.
    Matches,
    /// It is not.
    Differs,
    /// Its digest algorithm is not supported.
    DigestUnsupported,
    /// Not computed for this kind of time-stamp by this version.
    NotComputed,
}

/// One time-stamp token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimestampFacts {
    /// Name of its property: `SignatureTimeStamp`.
    pub kind: String,
    /// Why it could not be read; everything below is then empty.
    pub malformed: Option<TimestampFault>,
    /// The authority's time.
    pub at: Option<Timestamp>,
    /// The authority's policy, dotted.
    pub policy: Option<String>,
    /// Digest algorithm of the imprint, where supported.
    pub imprint_digest: Option<crate::crypto::DigestAlgorithm>,
    /// What became of the imprint.
    pub imprint: ImprintFacts,
    /// What became of the token's own signature; `None` where it is right.
    pub signature: Option<TimestampFault>,
    /// SHA-256 of the authority's certificate.
    pub authority: Option<Sha256>,
    /// Paths from the authority's certificate, anchored ones first.
    pub paths: Vec<PathFacts>,
}

/// One revocation answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationFacts {
    /// OCSP or CRL.
    pub kind: RevocationKind,
    /// When it was made.
    pub produced_at: Timestamp,
    /// SHA-256 of the certificate it speaks about, where that is in the file.
    pub about: Option<Sha256>,
    /// What it says of it.
    pub status: Option<StatusFacts>,
    /// SHA-256 of the responder's certificate, where that is in the file.
    pub responder: Option<Sha256>,
    /// Whether the answer's own signature is right; `None` where there is no certificate to check it with.
    pub signature: Option<ValueFacts>,
}

/// OCSP or CRL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RevocationKind {
    /// An OCSP response.
    #[serde(rename = "OCSP")]
    Ocsp,
    /// A certificate revocation list.
    #[serde(rename = "CRL")]
    Crl,
}

/// Status of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum StatusFacts {
    /// Not revoked.
    Good,
    /// Revoked.
    Revoked {
        /// Since when.
        at: Timestamp,
    },
    /// The responder does not know it.
    Unknown,
}

impl Evidence {
    /// A certificate by its digest.
    #[must_use]
    pub fn certificate(&self, sha256: Sha256) -> Option<&CertificateFacts> {
        self.certificates.iter().find(|certificate| certificate.sha256 == sha256)
    }
}

impl SignatureFacts {
    /// Whether the signature value is right.
    #[must_use]
    pub fn value_is_right(&self) -> bool {
        matches!(self.value, ValueFacts::Right | ValueFacts::RightWithoutNull)
    }

    /// Whether the signature covers `document` as it is in the file: right value, right digests of the properties and
    /// of the document.
    #[must_use]
    pub fn covers(&self, document: &str) -> bool {
        let right = |reference: &ReferenceFacts| reference.result == ReferenceMatch::Matches;
        let named = |reference: &&ReferenceFacts| reference.target == ReferenceTarget::Document(document.to_owned());
        let signed_properties = |reference: &&ReferenceFacts| reference.target == ReferenceTarget::SignedProperties;
        self.refused.is_none()
            && self.value_is_right()
            && self.references.iter().filter(named).count() > 0
            && self.references.iter().filter(named).all(right)
            && self.references.iter().filter(signed_properties).count() == 1
            && self.references.iter().filter(signed_properties).all(right)
    }
}
