//! Everything a reader may want to know about one file, as plain data: the stable schema (`docs/report-schema.md`).

mod build;
mod model;

pub use build::{ReportParts, build};
pub use model::*;
