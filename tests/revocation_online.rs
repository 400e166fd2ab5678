//! Answers about revocation, asked for at a real server on 127.0.0.1. No other address is ever asked.

#![cfg(feature = "online")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod forge;

#[path = "revocation_online/bounds.rs"]
mod bounds;
#[path = "revocation_online/crl.rs"]
mod crl;
#[path = "revocation_online/kept.rs"]
mod kept;
#[path = "revocation_online/ocsp.rs"]
mod ocsp;
#[allow(dead_code)]
mod program;
#[path = "revocation_online/scene.rs"]
mod scene;
#[path = "trust_update/server.rs"]
mod server;
#[path = "revocation_online/stamps.rs"]
mod stamps;
#[path = "revocation_online/words.rs"]
mod words;
