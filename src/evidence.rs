//! Facts without judgement: digests, signature values, paths, time-stamps, revocation. Built once, serialisable.

mod brought;
mod build;
mod covered;
mod covers;
mod facts;
mod form;
mod imprint;
mod open_end;
mod pool;
mod references;
mod revocation;
mod signer;
mod timestamps;

pub use brought::{Answer, AtHand, Brought};
pub use build::{Gathered, gather, gather_with};
pub use covered::Covered;
pub use facts::*;
pub use open_end::OpenEnd;
