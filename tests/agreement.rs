//! The judgement over every container of the corpus, against what EU DSS says of the same files under the same lists at the
//! same times, and against what the projects that made the files say. Each difference from DSS has a line with its reason
//! in `tests/divergences.toml`; one that may never be is forbidden outright.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;

#[path = "agreement/columns.rs"]
mod columns;
#[path = "agreement/judging.rs"]
mod judging;
#[path = "agreement/origins.rs"]
mod origins;
#[path = "agreement/table.rs"]
mod table;
