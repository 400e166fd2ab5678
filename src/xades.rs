//! XML signatures (XMLDSig 1.1) and their XAdES properties (ETSI EN 319 132-1).

pub mod dsig;
mod properties;
mod signature;
pub mod structure;

pub use properties::{
    CertificateReference, DataObjectFormat, Encapsulated, Include, IssuerSerial, PropertyVersion, SignaturePolicy,
    SignedProperties, TimestampKind, TimestampProperty, UnsignedProperties,
};
pub use signature::{SIGNED_PROPERTIES_TYPE, Signature, SignatureDocument, read_enveloped, read_signatures};
pub use structure::{StructureFault, StructureNote};
