//! Everything a reader may want to know about one file, as plain data: the stable schema (`docs/report-schema.md`).

mod build;
mod documents;
mod facts;
mod fetched;
mod model;
mod parts;
mod remarks;
mod signature;
mod verdict;

pub use build::{Circumstances, Judged, Subject, of_container, without_signatures};
pub use fetched::{Asked, FetchResult, Fetched};
pub use model::*;
pub use parts::*;
pub use remarks::Remark;
