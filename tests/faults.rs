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
#[allow(dead_code)]
mod program;
mod faults {
    pub mod kept;
    pub mod reading;
    #[cfg(target_os = "linux")]
    pub mod sandbox;
    pub mod surroundings;
    pub mod writing;
}
