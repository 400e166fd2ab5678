//! One signature as facts.

use serde::{Deserialize, Serialize};

use super::{PathFacts, RevocationFacts, TimestampFacts};
use crate::Timestamp;
use crate::crypto::{Sha256, SignatureAlgorithm, SignatureFault};
use crate::xades::{StructureFault, StructureNote};

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
    /// The signature algorithm for judging it; `None` where it is not supported.
    pub algorithm: Option<SignatureAlgorithm>,
    /// Whether the signature value is right.
    pub value: ValueFacts,
    /// SHA-256 of the canonical SignedInfo: the data that were signed. `None` where their canonicalisation is not permitted.
    pub signed_info: Option<Sha256>,
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
    /// What revocation answers say: OCSP responses, then lists, in document order, those inside time-stamps last.
    pub revocation: Vec<RevocationFacts>,
    /// What its form says of its level.
    pub form: FormFacts,
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
    /// URIs of its transforms, in order.
    pub transforms: Vec<String>,
    /// URI of DigestMethod.
    pub digest_method: String,
    /// MimeType that DataObjectFormat claims of it.
    pub media_type: Option<String>,
    /// What became of it.
    pub result: ReferenceMatch,
}

/// Signed properties, all of them claims of the signer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyFacts {
    /// SigningTime.
    pub signing_time: Option<Timestamp>,
    /// URI of the digest that names the signing certificate; empty where none is named.
    pub certificate_digest_method: String,
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

/// What the level of a signature is read from (EN 319 132-1, clause 6.3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFacts {
    /// Which of the properties names the signing certificate, and whether exactly one does.
    pub one_signing_certificate_property: bool,
    /// SigningTime stands once.
    pub one_signing_time: bool,
    /// The signing certificate stands in KeyInfo.
    pub signer_in_key_info: bool,
    /// Every data reference has a DataObjectFormat with a media type.
    pub formats_complete: bool,
    /// No reference has more than one Transforms element, and there are at least two references.
    pub references_baseline: bool,
    /// No ArchiveTimeStamp of the 1.3.2 namespace.
    pub no_old_archive_timestamp: bool,
    /// How many CertificateValues, and how many RevocationValues, stand directly among the unsigned properties.
    pub certificate_values: usize,
    /// The same for RevocationValues.
    pub revocation_values: usize,
    /// Counter-signatures: shown, not judged.
    pub counter_signatures: usize,
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
