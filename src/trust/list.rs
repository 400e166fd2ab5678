//! Reading one trusted list (ETSI TS 119 612, clause 5).

use super::{ListFacts, TrustService};

/// Why a file is not taken as a trusted list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a trusted list: {detail}")]
pub struct ListFault {
    /// What is wrong.
    pub detail: String,
}

/// Reads a trusted list that the user vouches for. Its own signature is not looked at here.
///
/// # Errors
/// [`ListFault`].
pub fn read_list(_bytes: &[u8]) -> Result<(ListFacts, Vec<TrustService>), ListFault> {
    Err(ListFault { detail: String::new() })
}
