//! Legal level (TS 119 615): every step of the determination, every cell of the matrix, the negative cases N135 to N143, the
//! Latvian history, and what real and test lists make of certificates.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;

mod qualification {
    pub mod built;
    pub mod cases;
    pub mod criteria;
    pub mod devices;
    pub mod lists;
    pub mod matrix;
    pub mod peers;
    pub mod snapshot;
    pub mod steps;
    pub mod timestamps;
    pub mod words;
}
