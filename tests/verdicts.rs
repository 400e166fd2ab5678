//! What the pipeline says of honest and of forged containers. Each forgery starts from an honest container that is
//! judged in the same test, so that the test shows what the break alone does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod forge;
mod verdicts {
    pub mod algorithms;
    pub mod archive;
    pub mod archives;
    pub mod certificates;
    pub mod codes;
    pub mod containers;
    pub mod forms;
    pub mod hierarchy;
    pub mod judging;
    pub mod references;
    pub mod revocation;
    pub mod samples;
    pub mod signers;
    pub mod stamps;
    pub mod times;
    pub mod values;
    pub mod xml;
}
