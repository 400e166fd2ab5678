//! The real program where things go wrong around it, and what it does to the system: nothing but what was asked for.

#![cfg(unix)]
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
#[path = "verdicts/judging.rs"]
#[allow(dead_code)]
mod judging;
#[path = "differential/tools.rs"]
#[allow(dead_code)]
mod tools;
mod faults {
    pub mod kept;
    pub mod program;
    pub mod reading;
    pub mod sandbox;
    pub mod surroundings;
    pub mod writing;
}
