//! Gathering facts from a container.

/// Gathers.
pub fn gather() {}
