//! Updating trusted lists, against a real server on 127.0.0.1 that serves generated lists, good and bad.

#![cfg(feature = "online")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod forge;

#[path = "trust_update/bad.rs"]
mod bad;
#[path = "trust_update/command.rs"]
mod command;
#[path = "trust_update/good.rs"]
mod good;
#[path = "trust_update/lists.rs"]
mod lists;
#[path = "trust_update/pivots.rs"]
mod pivots;
#[allow(dead_code)]
mod program;
#[path = "trust_update/server.rs"]
mod server;
