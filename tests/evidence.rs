//! What is gathered of honest and of changed containers: facts alone, before anybody judges them.

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
mod evidence {
    pub mod gathering;
    pub mod imprints;
    pub mod levels;
    pub mod limits;
    pub mod real;
    pub mod revocation;
}
