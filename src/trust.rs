//! Trusted lists (ETSI TS 119 612): which services are listed, under what status, at what time.

mod hierarchies;
mod list;
mod snapshot;
mod store;

pub use hierarchies::known_test_hierarchy;
pub use list::{ListFault, read_list};
pub use snapshot::{load_snapshot, snapshot};
pub use store::{
    ListFacts, ListOrigin, ListedCertificate, Role, ServiceStatus, StatusPeriod, TrustService, TrustStore,
};
