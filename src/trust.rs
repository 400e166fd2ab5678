//! Trusted lists (ETSI TS 119 612): which services are listed, under what status, at what time, and whose word that is.

mod criteria;
mod folder;
mod hierarchies;
mod list;
mod lotl;
mod pins;
mod seal;
mod service;
mod snapshot;
mod store;
mod table;
#[cfg(feature = "online")]
mod update;

pub use criteria::{Assert, Condition, Criteria};
pub use folder::{FolderFault, Held, Kept, ListFolder, Note, judged};
pub use hierarchies::known_test_hierarchy;
pub use list::{ListFault, ListKind, Pointer, TrustedList, parse_list, read_list};
pub use lotl::{PivotFault, Signers, follow, national_pointers, pivots, worth, worth_by_what_is_known};
pub use pins::{Notice, Pins, PinsFault};
pub use seal::{CheckedList, Seal, SealFault, check_list};
pub use service::{
    Extensions, Knowledge, ListedCertificate, ListedIdentifier, Qualification, Role, ServicePeriod, ServiceStatus,
    TrustService,
};
pub use snapshot::{load_snapshot, snapshot};
pub use store::{ListFacts, ListOrigin, ListSignature, Listing, NamedBy, TrustStore, Wanted};
#[cfg(feature = "online")]
pub use update::{Fresh, ListOutcome, Progress, Remark, Update, UpdateFault, UpdateReport, update};
