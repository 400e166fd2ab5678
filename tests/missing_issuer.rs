//! Missing issuers, asked for at a real server on 127.0.0.1. No other address is ever asked.

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

#[path = "missing_issuer/answers.rs"]
mod answers;
#[path = "missing_issuer/bounds.rs"]
mod bounds;
#[path = "missing_issuer/command.rs"]
mod command;
#[path = "missing_issuer/kept.rs"]
mod kept;
#[allow(dead_code)]
mod program;
#[path = "missing_issuer/proxy.rs"]
mod proxy;
#[path = "missing_issuer/scene.rs"]
mod scene;
#[path = "trust_update/server.rs"]
mod server;
