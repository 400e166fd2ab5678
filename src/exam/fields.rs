//! Labels to values.
