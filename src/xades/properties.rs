//! Signed and unsigned properties as types (ETSI EN 319 132-1, clauses 5.2 to 5.5). Parsed, never judged.

mod signed;
mod unsigned;

pub use signed::{
    CertificateReference, DataObjectFormat, IssuerSerial, PropertyVersion, SignaturePolicy, SignedProperties,
    read_signed,
};
pub use unsigned::{Encapsulated, Include, TimestampKind, TimestampProperty, UnsignedProperties, read_unsigned};
