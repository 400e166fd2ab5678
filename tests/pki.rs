//! Certificates, revocation answers, time-stamp tokens and paths: real ones say what others read in them, the NIST suite is
//! judged as NIST judges it, and forged ones are told from their honest twins.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod corpus;
mod forge;

mod pki {
    mod bundles;
    mod certificates;
    mod nist;
    mod paths;
    mod real;
    mod revocation;
    mod tokens;
}
