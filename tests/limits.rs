//! Every limit at its edge and just above it, and inputs of hostile size through the real program. `data/limits.csv` names the tests
//! of each limit; a new limit without a row there fails.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

#[path = "container/samples.rs"]
#[allow(dead_code)]
mod containers;
mod forge;
#[path = "verdicts/judging.rs"]
#[allow(dead_code)]
mod judging;
#[allow(dead_code)]
mod program;
mod tables;
#[path = "container/zip_writer.rs"]
#[allow(dead_code)]
mod zip_writer;
mod limits {
    pub mod archives;
    #[cfg(unix)]
    pub mod files;
    pub mod objects;
    #[cfg(unix)]
    pub mod program;
    pub mod table;
    pub mod texts;
    pub mod trees;
}
