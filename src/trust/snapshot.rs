//! The table of services built into the program (`assets/trust/`).

use super::TrustStore;

/// The store as it was when the program was made.
#[must_use]
pub fn snapshot() -> TrustStore {
    TrustStore::default()
}
