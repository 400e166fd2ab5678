//! The fact types.
