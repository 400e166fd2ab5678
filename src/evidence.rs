//! Facts without judgement: digests, signature values, paths, time-stamps, revocation. Built once, serialisable.

mod build;
mod covered;
mod covers;
mod facts;
mod form;
mod imprint;
mod pool;
mod references;
mod revocation;
mod signer;
mod timestamps;

pub use build::gather;
pub use covered::Covered;
pub use facts::*;
