//! What was asked of the network for one file, and what came of it.

use serde::{Deserialize, Serialize};

use crate::crypto::Sha256;
use crate::pki::ocsp::AnswerNonce;

/// An address that was asked, with what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// What it was asked for.
    #[serde(flatten)]
    pub asked: Asked,
    /// The address, as the certificate has it that names it.
    pub url: String,
    /// What came of it.
    #[serde(flatten)]
    pub result: FetchResult,
}

/// What an address is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "asked", rename_all = "kebab-case")]
pub enum Asked {
    /// The certificate of a missing issuer (RFC 5280, 4.2.2.1).
    Issuer {
        /// Its name, as the certificate below has it.
        issuer: String,
    },
    /// An answer about revocation by OCSP (RFC 6960).
    Ocsp {
        /// Name of the certificate asked about.
        certificate: String,
    },
    /// A revocation list (RFC 5280, 4.2.1.13).
    Crl {
        /// Name of the certificate that it is wanted for.
        certificate: String,
    },
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub enum FetchResult {
    /// A certificate that is listed, or is signed by way of others by a listed one.
    Accepted {
        /// SHA-256 of the certificate.
        sha256: Sha256,
        /// Whom it names.
        name: String,
    },
    /// The right issuer, and no path from it leads to a listed service.
    NotListed {
        /// SHA-256 of the certificate.
        sha256: Sha256,
        /// Whom it names.
        name: String,
    },
    /// Certificates, and none of them is the issuer: another name or another key.
    NotTheIssuer,
    /// An answer without certificates.
    NotCertificates,
    /// An answer about revocation, which the judgement takes: the certificate is revoked or it is not.
    Answered {
        /// SHA-256 of the answer.
        sha256: Sha256,
        /// Whether it was made for this question; `None` for a list, which is made for everybody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nonce: Option<AnswerNonce>,
    },
    /// An answer about revocation that is judged like those of the file, and by which the same is still missing.
    NotEnough {
        /// SHA-256 of the answer.
        sha256: Sha256,
    },
    /// Neither an OCSP response nor a revocation list.
    NotAnAnswer,
    /// The responder says that it cannot answer.
    ResponderError {
        /// responseStatus (RFC 6960, 4.2.1).
        status: u8,
    },
    /// An answer to somebody else's question: its nonce is not ours.
    OtherNonce,
    /// An answer about another certificate, or a list of another issuer.
    NotAbout,
    /// The address cannot be used.
    BadAddress,
    /// The address is not one of the public network.
    NotPublic,
    /// The server answered with another status than success.
    Status {
        /// HTTP status code.
        status: u16,
    },
    /// The answer is larger than anything of its kind, or than what may still be read in this run.
    TooLarge,
    /// There was no answer in time.
    TimedOut,
    /// The server sent us on and on, or where nobody goes.
    Redirects,
    /// No connection, or one that broke.
    Connection,
    /// Not asked: so much was asked in this run already, or of this server.
    NotAsked,
}
