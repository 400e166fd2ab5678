//! Fetching lists (ETSI TS 119 615, 4.1 and 4.2), feature `online`:
//!
//! 1. the list of lists, and the pivots between the pinned notice and it, oldest first;
//! 2. its signature by the pins and pivots; where it is not right, the list of lists at hand goes on to count;
//! 3. each national list it points to, in parallel: changed since last time (ETag, Last-Modified, `.sha2` companion)?
//! 4. its form, territory and signature by the pointer's certificates;
//! 5. kept in the place of an older one, never of a newer one.
//!
//! Whatever goes wrong with a list leaves the one that is there, and is said.

mod national;
mod report;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

pub use report::{Fresh, ListOutcome, Remark, UpdateFault, UpdateReport};

use super::folder::{ListFolder, Note};
use super::list::{ListKind, TrustedList};
use super::lotl::{follow, national_pointers, pivots, worth};
use super::pins::Pins;
use super::seal::{CheckedList, check_list};
use super::{ListOrigin, ListSignature};
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::fetch::{Answer, Client, FetchFault, Wanted};
use crate::limits;

/// What is to be updated, and with what.
pub struct Update<'u> {
    /// Asks servers.
    pub client: &'u Client,
    /// Whom to trust before anybody else.
    pub pins: &'u Pins,
    /// Where lists are kept.
    pub folder: &'u ListFolder,
    /// Territories; all where empty.
    pub countries: &'u [String],
    /// The time it is.
    pub at: Timestamp,
    /// Set by whoever wants no more lists: those under way are finished.
    pub stop: &'u AtomicBool,
}

/// How far an update is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Lists that are done.
    pub done: usize,
    /// Lists in all; 1 until the list of lists is known.
    pub total: usize,
    /// The territory that was done last.
    pub territory: String,
}

/// Fetches, checks and keeps lists. `progress` is called from several threads, one at a time.
#[must_use]
pub fn update(update: &Update<'_>, progress: &(dyn Fn(Progress) + Sync)) -> UpdateReport {
    let (lotl, outcome) = list_of_lists(update);
    let known = outcome.territory.clone();
    let mut report = UpdateReport { lists: vec![outcome] };
    let Some(lotl) = lotl else {
        progress(Progress { done: 1, total: 1, territory: known });
        return report;
    };
    let wanted = |territory: &str| update.countries.is_empty() || update.countries.iter().any(|one| one == territory);
    let mut pointers: Vec<_> = national_pointers(&lotl).filter(|pointer| wanted(&pointer.territory)).collect();
    pointers.sort_by_key(|pointer| (pointer.territory != "LV", pointer.territory.clone()));
    pointers.dedup_by(|left, right| left.territory == right.territory);
    for country in update.countries.iter().filter(|one| !pointers.iter().any(|pointer| pointer.territory == **one)) {
        report.lists.push(ListOutcome::failed(country, "", UpdateFault::NoPointer));
    }
    let total = pointers.len().saturating_add(1);
    progress(Progress { done: 1, total, territory: known });
    let (next, outcomes) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..limits::DOWNLOADS.min(pointers.len()) {
            scope.spawn(|| {
                while !update.stop.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(pointer) = pointers.get(place) else { break };
                    let outcome = national::update(update, pointer, &lotl);
                    let mut outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
                    outcomes.push((place, outcome));
                    let done = outcomes.len().saturating_add(1);
                    progress(Progress { done, total, territory: pointer.territory.clone() });
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    outcomes.sort_by_key(|(place, _)| *place);
    report.lists.extend(outcomes.into_iter().map(|(_, outcome)| outcome));
    report
}

/// The list of lists to go on with, and what became of it.
fn list_of_lists(update: &Update<'_>) -> (Option<TrustedList>, ListOutcome) {
    let held = update.folder.load().list_of_lists();
    let url = update.pins.lotl.as_str();
    match newest_list_of_lists(update, held.as_ref()) {
        Ok((list, fresh)) => {
            let mut outcome = ListOutcome::new(&list.facts.territory, url, Ok(fresh));
            outcome.remark_age(&list.facts, update.at);
            (Some(list), outcome)
        }
        // What went wrong with the new one takes nothing from the old one.
        Err(fault) => (held, ListOutcome::failed(LOTL_TERRITORY, url, fault)),
    }
}

const LOTL_TERRITORY: &str = "EU";

fn newest_list_of_lists(update: &Update<'_>, held: Option<&TrustedList>) -> Result<(TrustedList, Fresh), UpdateFault> {
    let fetched = fetch_list(update, LOTL_TERRITORY, &update.pins.lotl, held.and_then(|list| list.facts.sha256))?;
    let (body, note) = match (fetched, held) {
        (Fetched::Changed { body, note }, _) => (body, note),
        (Fetched::Same, Some(held)) => return Ok((held.clone(), Fresh::Same { sequence: held.facts.sequence })),
        (Fetched::Same, None) => return Err(UpdateFault::Fetch { fault: FetchFault::Status { status: 304 } }),
    };
    let checked = check_list(&body).map_err(|fault| UpdateFault::NotAList { fault })?;
    if checked.list.kind != ListKind::Lists {
        return Err(UpdateFault::OtherKind);
    }
    let wanted =
        pivots(&checked.list, update.pins).map_err(|fault| UpdateFault::Pivot { detail: fault.to_string() })?;
    let followed: Result<Vec<_>, UpdateFault> =
        wanted.into_iter().map(|url| fetch_pivot(update, &url).map(|pivot| (url, pivot))).collect();
    let signers = follow(&followed?, update.pins).map_err(|fault| UpdateFault::Pivot { detail: fault.to_string() })?;
    let signature = worth(&checked, &signers.certificates, &signers.named_by);
    keep(update, checked, signature, note)
}

fn fetch_pivot(update: &Update<'_>, url: &str) -> Result<CheckedList, UpdateFault> {
    match update.client.fetch(Wanted::new(url, limits::TRUSTED_LIST_BYTES)) {
        Ok(Answer::Found { body, .. }) => check_list(&body).map_err(|fault| UpdateFault::NotAList { fault }),
        Ok(Answer::NotModified) => Err(UpdateFault::Fetch { fault: FetchFault::Status { status: 304 } }),
        Err(fault) => Err(UpdateFault::Fetch { fault }),
    }
}

/// What came from a list's address.
enum Fetched {
    Same,
    Changed { body: Vec<u8>, note: Note },
}

/// Fetches a list unless the server says that the one at hand, whose file has this digest, is the same.
fn fetch_list(update: &Update<'_>, territory: &str, url: &str, held: Option<Sha256>) -> Result<Fetched, UpdateFault> {
    let notes = update.folder.notes();
    // A note says nothing unless the list it speaks of is the one that is here.
    let note =
        notes.into_iter().find(|note| note.territory == territory && note.url == url && Some(note.sha256) == held);
    let validated = note.as_ref().is_some_and(|note| note.etag.is_some() || note.last_modified.is_some());
    if let Some(held) = held.filter(|_| !validated)
        && companion(update.client, url) == Some(held)
    {
        return Ok(Fetched::Same);
    }
    let wanted = Wanted {
        etag: note.as_ref().and_then(|note| note.etag.as_deref()),
        last_modified: note.as_ref().and_then(|note| note.last_modified.as_deref()),
        ..Wanted::new(url, limits::TRUSTED_LIST_BYTES)
    };
    match update.client.fetch(wanted).map_err(|fault| UpdateFault::Fetch { fault })? {
        Answer::NotModified => {
            if let Some(note) = note {
                // Only the time of asking is lost where this fails.
                let _ = update.folder.note(Note { at: update.at, ..note });
            }
            Ok(Fetched::Same)
        }
        Answer::Found { body, etag, last_modified } => {
            let (territory, url) = (territory.to_owned(), url.to_owned());
            let note = Note { territory, url, etag, last_modified, sha256: Sha256::of(&body), at: update.at };
            Ok(if Some(note.sha256) == held { Fetched::Same } else { Fetched::Changed { body, note } })
        }
    }
}

/// The digest beside a list (TS 119 612, 6.1): same address, `.sha2` for `.xml`; 32 octets or hexadecimal digits. It only
/// spares a download: nothing is believed by it.
fn companion(client: &Client, url: &str) -> Option<Sha256> {
    let address = format!("{}.sha2", url.strip_suffix(".xml")?);
    let Ok(Answer::Found { body, .. }) = client.fetch(Wanted::new(&address, limits::COMPANION_BYTES)) else {
        return None;
    };
    Sha256::from_bytes(&body).or_else(|| std::str::from_utf8(&body).ok()?.split_whitespace().next()?.parse().ok())
}

/// Keeps a list whose signature is right, with the note on where it came from.
fn keep(
    update: &Update<'_>,
    checked: CheckedList,
    signature: ListSignature,
    note: Note,
) -> Result<(TrustedList, Fresh), UpdateFault> {
    let mut list = checked.list;
    list.facts.origin = ListOrigin::Update;
    list.facts.signature = signature;
    let kept = update.folder.keep(&list).map_err(UpdateFault::from)?;
    // A note that cannot be written costs a download next time.
    let _ = update.folder.note(note);
    let fresh = Fresh::of(kept, list.facts.sequence);
    Ok((list, fresh))
}
