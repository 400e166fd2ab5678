#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

#[path = "container/archive.rs"]
mod archive;
#[path = "container/corpus.rs"]
mod corpus;
#[path = "container/formats.rs"]
mod formats;
#[path = "container/mutation.rs"]
mod mutation;
#[path = "container/rules.rs"]
mod rules;
#[path = "container/samples.rs"]
mod samples;
#[path = "container/zip_writer.rs"]
mod zip_writer;
