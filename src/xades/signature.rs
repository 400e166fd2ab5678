//! One signature.

/// A signature.
pub struct Signature;
/// Reads.
pub fn read_signatures() {}
