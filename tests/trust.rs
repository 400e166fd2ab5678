//! Trusted lists: what real ones say, whose signature they bear, what of them is built into the program, and every way in
//! which a list is not one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;
mod forge;

#[path = "trust/facts.rs"]
mod facts;
#[path = "trust/forged.rs"]
mod forged;
#[path = "trust/seals.rs"]
mod seals;
