//! One national list.

use super::{Fetched, Fresh, ListOutcome, Update, UpdateFault, fetch_list, keep};
use crate::trust::list::{ListKind, Pointer, TrustedList};
use crate::trust::lotl::worth;
use crate::trust::seal::check_list;
use crate::trust::{ListFacts, NamedBy};

/// Fetches, checks and keeps the list a pointer points to.
pub(super) fn update(update: &Update<'_>, pointer: &Pointer, lotl: &TrustedList) -> ListOutcome {
    let held = update.folder.load_one(&pointer.territory);
    let result = newest(update, pointer, lotl, held.as_ref());
    let (facts, result) = match result {
        Ok((facts, fresh)) => (Some(facts), Ok(fresh)),
        Err(fault) => (held, Err(fault)),
    };
    let mut outcome = ListOutcome::new(&pointer.territory, &pointer.location, result);
    if let Some(facts) = facts {
        outcome.remark_age(&facts, update.at);
    }
    outcome
}

fn newest(
    update: &Update<'_>,
    pointer: &Pointer,
    lotl: &TrustedList,
    held: Option<&ListFacts>,
) -> Result<(ListFacts, Fresh), UpdateFault> {
    let digest = held.and_then(|facts| facts.sha256);
    let (body, note) = match (fetch_list(update, &pointer.territory, &pointer.location, digest)?, held) {
        (Fetched::Changed { body, note }, _) => (body, note),
        (Fetched::Same, Some(held)) => return Ok((held.clone(), Fresh::Same { sequence: held.sequence })),
        (Fetched::Same, None) => return Err(UpdateFault::NoPointer),
    };
    let checked = check_list(&body).map_err(|fault| UpdateFault::NotAList { fault })?;
    if checked.list.kind != ListKind::National {
        return Err(UpdateFault::OtherKind);
    }
    if checked.list.facts.territory != pointer.territory {
        return Err(UpdateFault::OtherTerritory { found: checked.list.facts.territory.clone() });
    }
    let named_by = NamedBy::ListOfLists { sequence: lotl.facts.sequence };
    let signature = worth(&checked, &pointer.signers, &named_by);
    let (list, fresh) = keep(update, checked, signature, note)?;
    Ok((list.facts, fresh))
}
