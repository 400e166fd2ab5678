//! A report written out for machines.

mod codes;
pub mod json;

pub use codes::{Codes, Secrets};
