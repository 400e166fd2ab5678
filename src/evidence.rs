//! Facts without judgement: digests, signature values, paths, time-stamps, revocation. Built once, serialisable.

mod build;
mod covered;
mod facts;
mod open_end;
mod pool;
mod references;
mod revocation;
mod signer;
mod timestamps;

pub use build::{gather, gather_with_open_ends};
pub use covered::Covered;
pub use facts::*;
pub use open_end::OpenEnd;
