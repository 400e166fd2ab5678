//! Trusted lists (ETSI TS 119 612): which services are listed, under what status, at what time.

mod list;
mod snapshot;
mod store;

pub use list::{ListFault, read_list};
pub use snapshot::snapshot;
pub use store::{
    ListFacts, ListOrigin, ListedCertificate, Role, ServiceStatus, StatusPeriod, TrustService, TrustStore,
};
