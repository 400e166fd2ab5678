//! One flipped bit of an honest container proves less, and never more: see `verdicts/flips.rs` for what is flipped.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    dead_code,
    missing_docs
)]

mod forge;
mod verdicts {
    pub mod flips;
    pub mod judging;
}
