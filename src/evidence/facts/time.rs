//! Time-stamps and revocation answers as facts.

use serde::{Deserialize, Serialize};

use super::{Agreement, PathFacts, ValueFacts};
use crate::Timestamp;
use crate::crypto::{DigestAlgorithm, Sha256, SignatureAlgorithm};
use crate::pki::crl::CrlDefect;
use crate::pki::ocsp::ResponderRight;
use crate::pki::timestamp::TimestampFault;

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
    /// What it must cover is not in the file, or is reached in a way that is never followed.
    DataMissing,
}

/// One time-stamp token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimestampFacts {
    /// SHA-256 of the token as found.
    pub id: Sha256,
    /// Name of its property: `SignatureTimeStamp`.
    pub kind: String,
    /// Why it could not be read; everything below is then empty.
    pub malformed: Option<TimestampFault>,
    /// The authority's time.
    pub at: Option<Timestamp>,
    /// The authority's policy, dotted.
    pub policy: Option<String>,
    /// Accuracy in microseconds, where given.
    pub accuracy: Option<u64>,
    /// Digest algorithm of the imprint, where supported.
    pub imprint_digest: Option<DigestAlgorithm>,
    /// What became of the imprint.
    pub imprint: ImprintFacts,
    /// What became of the token's own signature; `None` where it is right.
    pub signature: Option<TimestampFault>,
    /// How the token is signed; `None` where the algorithm is not supported.
    pub algorithm: Option<SignatureAlgorithm>,
    /// SHA-256 of the authority's certificate.
    pub authority: Option<Sha256>,
    /// The authority's certificate is for stamping time and nothing else: a critical extendedKeyUsage with that purpose
    /// alone (RFC 3161, 2.3).
    pub authority_stamps_only: bool,
    /// Whether the authority's name inside the token is its certificate's.
    pub authority_name: Agreement,
    /// Critical extensions of TSTInfo, none of which is understood: dotted identifiers.
    pub unknown_critical: Vec<String>,
    /// The token says that it is qualified (EN 319 422, 9.1).
    pub states_qualified: bool,
    /// How many tokens its property holds; one, where it keeps to the baseline.
    pub tokens_in_property: usize,
    /// What its imprint covers, where it matches: proof that these existed at its time.
    pub covers: CoveredObjects,
    /// Paths from the authority's certificate, anchored ones first.
    pub paths: Vec<PathFacts>,
}

/// What a time-stamp proves to have existed at its time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoveredObjects {
    /// The signature value, and with it what it signs.
    pub signature: bool,
    /// The signed documents.
    pub documents: bool,
    /// SHA-256 of certificates, revocation answers and time-stamp tokens, those inside covered tokens and answers too.
    pub objects: Vec<Sha256>,
}

/// One revocation answer about one certificate; an answer about none of the certificates at hand stands once, about nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationFacts {
    /// SHA-256 of the OCSP response or list.
    pub id: Sha256,
    /// OCSP or CRL.
    pub kind: RevocationKind,
    /// How it came here.
    pub source: RevocationSource,
    /// When it was made: producedAt, or thisUpdate of a list.
    pub produced_at: Timestamp,
    /// When the status was known to be right.
    pub this_update: Timestamp,
    /// When newer information was due.
    pub next_update: Option<Timestamp>,
    /// SHA-256 of the certificate it speaks about.
    pub about: Option<Sha256>,
    /// SHA-256 of the issuer's certificate for whom it answers.
    pub issuer: Option<Sha256>,
    /// What it says of the certificate.
    pub status: Option<StatusFacts>,
    /// SHA-256 of the certificate that signed it, or that it names where none did.
    pub responder: Option<Sha256>,
    /// SHA-256 of the certificate that issued the responder's, where that is at hand.
    pub responder_issuer: Option<Sha256>,
    /// By what right the responder answers for the issuer; a list's signer is the issuer itself or nobody.
    pub right: ResponderRight,
    /// Whether the answer's own signature is right; `None` where there is no certificate to check it with.
    pub signature: Option<ValueFacts>,
    /// How it is signed; `None` where the algorithm is not supported.
    pub algorithm: Option<SignatureAlgorithm>,
    /// Why a list says nothing about the certificate (RFC 5280, 6.3.3).
    pub defect: Option<CrlDefect>,
    /// archiveCutoff or expiredCertsOnCRL: since when it also speaks of certificates that have run out.
    pub retained_since: Option<Timestamp>,
    /// Whether certHash of the answer is the certificate's digest.
    pub certificate_hash: Agreement,
}

/// How a revocation answer came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RevocationSource {
    /// It is a value of the signature's properties.
    Signature,
    /// It came along inside a time-stamp token.
    Timestamp,
    /// It was asked for over the network.
    Fetched,
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
        /// CRLReason code, where given.
        reason: Option<u8>,
    },
    /// The responder does not know it.
    Unknown,
}
