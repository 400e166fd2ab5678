//! Digests and signature values: the only caller of cryptographic crates.
//!
//! Nothing here decides whether an algorithm is acceptable; it says whether a value is mathematically right.

mod der;
mod digest;
mod key;
mod random;
mod signature;

pub use digest::{DigestAlgorithm, Hasher, NotSha256, Sha256};
pub use key::{KeyFamily, PublicKey};
pub use random::{NoRandomness, random};
pub use signature::{SignatureAlgorithm, SignatureFault, SignatureForm, Verified, verify};
