//! A report written out for machines.

pub mod json;
