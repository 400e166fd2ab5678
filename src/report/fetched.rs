//! What was asked of the network for one file, and what came of it.

use serde::{Deserialize, Serialize};

use crate::crypto::Sha256;

/// An address that was asked for the certificate of a missing issuer (RFC 5280, 4.2.2.1), with what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// The address, as the certificate below has it.
    pub url: String,
    /// Whose issuer was missing: the name in that certificate.
    pub issuer: String,
    /// What came of it.
    #[serde(flatten)]
    pub result: FetchResult,
}

/// What came of asking for a missing issuer.
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
    /// The address cannot be used.
    BadAddress,
    /// The address is not one of the public network.
    NotPublic,
    /// The server answered with another status than success.
    Status {
        /// HTTP status code.
        status: u16,
    },
    /// The answer is larger than any certificate.
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
