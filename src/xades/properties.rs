//! Signed and unsigned properties as types (ETSI EN 319 132-1, clauses 5.2 to 5.5).

/// A certificate named by digest.
pub struct CertificateReference;
/// DataObjectFormat.
pub struct DataObjectFormat;
/// EncapsulatedValues.
pub struct EncapsulatedValues;
/// SignaturePolicy.
pub struct SignaturePolicy;
/// SignedProperties.
pub struct SignedProperties;
/// TimestampKind.
pub struct TimestampKind;
/// TimestampProperty.
pub struct TimestampProperty;
/// UnsignedProperties.
pub struct UnsignedProperties;
