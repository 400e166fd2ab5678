//! What other programs make of the same octets: canonical forms by `xmllint`, XML signatures by `xmlsec1`, archives by Python's
//! `zipfile` and by `unzip`. Documents are generated from fixed seeds, thousands a run, and handed over many at a time.

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
#[path = "xmldsig/keys.rs"]
#[allow(dead_code)]
mod keys;
#[allow(dead_code)]
mod program;
#[path = "container/zip_writer.rs"]
#[allow(dead_code)]
mod zip_writer;
mod differential {
    pub mod archives;
    pub mod chance;
    pub mod documents;
    pub mod signatures;
    pub mod tools;
}
