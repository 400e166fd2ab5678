//! The validation process.

/// Judges.
pub fn judge() {}
