//! The fact types: what was found, good and bad, without judgement. All of it serialises, so that a saved fact file can
//! be judged again.

mod certificate;
mod signature;
mod time;

use serde::{Deserialize, Serialize};

pub use certificate::{CertificateFacts, HolderKind, KeyFacts, NameFacts, PathFacts};
pub use signature::{
    Agreement, FormFacts, PropertyFacts, ReferenceFacts, ReferenceMatch, ReferenceTarget, SignatureFacts, SignerFacts,
    ValueFacts,
};
pub use time::{
    CoveredObjects, ImprintFacts, RevocationFacts, RevocationKind, RevocationSource, StatusFacts, TimestampFacts,
};

use crate::container::{ContainerFinding, Format};
use crate::crypto::Sha256;
use crate::xades::StructureFault;
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

impl Evidence {
    /// A certificate by its digest.
    #[must_use]
    pub fn certificate(&self, sha256: Sha256) -> Option<&CertificateFacts> {
        self.certificates.iter().find(|certificate| certificate.sha256 == sha256)
    }

    /// A signature that covers `document` as it is in the file, the first of them.
    #[must_use]
    pub fn covering(&self, document: &str) -> Option<&SignatureFacts> {
        let signatures = self.signature_files.iter().flat_map(|file| &file.signatures);
        signatures.into_iter().find(|signature| signature.covers(document))
    }
}
