//! Certificates, revocation answers and time-stamp tokens as facts, and candidate paths between certificates.

pub mod bundle;
pub mod certificate;
pub mod crl;
pub mod der;
pub mod names;
pub mod ocsp;
pub mod path;
mod signed;
pub mod timestamp;

pub use certificate::Certificate;
