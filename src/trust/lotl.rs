//! Whether a list may be relied on: the list of lists by pins and pivots, a national list by the pointer to it
//! (ETSI TS 119 615, 4.1 and 4.2).
//!
//! 1. the notice whose certificates are pinned is named by the list of lists;
//! 2. the pivots that stand before it are followed, oldest first: each must be signed with a certificate of the set
//!    trusted so far, and its pointer to itself gives the next set;
//! 3. the list of lists must be signed with a certificate of the last set;
//! 4. a national list must be signed with a certificate of the pointer to it, and be of its territory.

use super::list::{ListKind, Pointer, TrustedList};
use super::pins::Pins;
use super::seal::CheckedList;
use super::{ListSignature, NamedBy};
use crate::crypto::Sha256;
use crate::limits;

/// Whose certificates may sign the list of lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signers {
    /// SHA-256 of each.
    pub certificates: Vec<Sha256>,
    /// Who names them.
    pub named_by: NamedBy,
}

/// Why the signers of the list of lists are not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PivotFault {
    /// It names another notice than the one that is pinned: the program is too old.
    #[error(
        "it does not name the notice {notice}, whose certificates this program knows; a newer version of the program is needed"
    )]
    OtherNotice {
        /// The notice that is pinned.
        notice: String,
    },
    /// More pivots than `limits` allow.
    #[error("it names too many pivots")]
    TooMany,
    /// A pivot is not rightly signed with a certificate trusted so far, is older than the one before it, or has no pointer
    /// to itself.
    #[error("the pivot {url} does not follow from the one before it")]
    Broken {
        /// Its address.
        url: String,
    },
}

/// Addresses of the pivots between the pinned notice and this list of lists, oldest first.
///
/// # Errors
/// [`PivotFault::OtherNotice`] and [`PivotFault::TooMany`].
pub fn pivots(lotl: &TrustedList, pins: &Pins) -> Result<Vec<String>, PivotFault> {
    let other_notice = || PivotFault::OtherNotice { notice: pins.notice.name.clone() };
    let notice = lotl.information.iter().position(|uri| *uri == pins.notice.url).ok_or_else(other_notice)?;
    let newer = lotl.information.iter().take(notice).filter(|uri| is_pivot(uri));
    let mut found: Vec<_> = newer.cloned().collect();
    found.reverse();
    if found.len() > limits::PIVOTS { Err(PivotFault::TooMany) } else { Ok(found) }
}

/// Pivots are lists; what else stands there is read by people.
fn is_pivot(uri: &str) -> bool {
    uri.ends_with(".xml")
}

/// Who may sign the list of lists after these pivots, given as address and list, oldest first.
///
/// # Errors
/// [`PivotFault::Broken`].
pub fn follow(pivots: &[(String, CheckedList)], pins: &Pins) -> Result<Signers, PivotFault> {
    let mut signers = Signers {
        certificates: pins.notice.certificates.clone(),
        named_by: NamedBy::OfficialJournal { notice: pins.notice.name.clone() },
    };
    let mut newest = 0;
    for (url, pivot) in pivots {
        let broken = || PivotFault::Broken { url: url.clone() };
        let facts = &pivot.list.facts;
        if !pivot.is_sealed_by(&signers.certificates) || pivot.list.kind != ListKind::Lists || facts.sequence <= newest
        {
            return Err(broken());
        }
        newest = facts.sequence;
        let own = own_pointer(&pivot.list).ok_or_else(broken)?;
        signers = Signers { certificates: own.signers.clone(), named_by: NamedBy::Pivot { sequence: facts.sequence } };
    }
    Ok(signers)
}

/// The pointer of the list of lists to itself.
fn own_pointer(list: &TrustedList) -> Option<&Pointer> {
    list.pointers.iter().find(|pointer| pointer.kind == ListKind::Lists && !pointer.signers.is_empty())
}

/// Pointers to national lists.
pub fn national_pointers(lotl: &TrustedList) -> impl Iterator<Item = &Pointer> {
    lotl.pointers.iter().filter(|pointer| pointer.kind == ListKind::National).take(limits::LISTS)
}

/// What a list's signature is worth where these certificates may have made it.
#[must_use]
pub fn worth(list: &CheckedList, signers: &[Sha256], named_by: &NamedBy) -> ListSignature {
    match &list.seal {
        Err(reason) => ListSignature::Wrong { reason: reason.clone() },
        Ok(seal) => {
            let signer = seal.certificate.sha256;
            let name = seal.certificate.subject.display_name();
            if signers.contains(&signer) {
                ListSignature::Verified { signer, name, named_by: named_by.clone() }
            } else {
                ListSignature::Stranger { signer, name }
            }
        }
    }
}

/// What a list's signature is worth by all that is known without asking anybody: the pins, and the list of lists at
/// hand with its number.
#[must_use]
pub fn worth_by_what_is_known(list: &CheckedList, pins: &Pins, lotl: Option<&TrustedList>) -> ListSignature {
    let territory = &list.list.facts.territory;
    if list.list.kind == ListKind::Lists {
        let named_by = NamedBy::OfficialJournal { notice: pins.notice.name.clone() };
        return worth(list, &pins.notice.certificates, &named_by);
    }
    let pointer = lotl.and_then(|lotl| {
        let pointer = national_pointers(lotl).find(|pointer| pointer.territory == *territory)?;
        let named_by = NamedBy::ListOfLists { sequence: lotl.facts.sequence };
        Some(worth(list, &pointer.signers, &named_by))
    });
    match pointer {
        Some(verified @ ListSignature::Verified { .. }) => verified,
        other => match (worth(list, pins.operators_of(territory), &NamedBy::Pin), other) {
            // A list of lists at hand that names others than the pins is newer than they are.
            (ListSignature::Verified { .. }, Some(stranger)) => stranger,
            (by_pin, _) => by_pin,
        },
    }
}
