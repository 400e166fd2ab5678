//! Attacks upon the exam layer: what is signed rightly and still must not be taken for a result. Each stands beside its honest
//! twin; the table of them is `data/exam-attacks.csv`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod forge;
#[path = "verdicts/judging.rs"]
#[allow(dead_code)]
mod judging;
#[allow(dead_code)]
mod program;
mod exam_attacks {
    pub mod pages;
    pub mod scene;
    pub mod signers;
    pub mod tables;
    pub mod texts;
}
