//! A good list is never replaced by a worse one, and a damaged file is never read as a list.

use super::{FolderFault, Kept, ListFolder, Note};
use crate::crypto::Sha256;
use crate::trust::{ListKind, ListOrigin, ListSignature, NamedBy, TrustedList, parse_list};

fn list(sequence: u64, issued: &str) -> TrustedList {
    let text = include_str!("../../../samples/trust-list.xml");
    let mut list = parse_list(text.as_bytes()).unwrap();
    list.kind = ListKind::National;
    list.facts.sequence = sequence;
    list.facts.issued = issued.parse().unwrap();
    list.facts.sha256 = Some(Sha256::of(format!("{sequence} {issued}").as_bytes()));
    list.facts.origin = ListOrigin::Import;
    list.facts.signature = ListSignature::Verified {
        signer: Sha256([1; 32]),
        name: "PARAUGS".to_owned(),
        named_by: NamedBy::ListOfLists { sequence: 1 },
    };
    list
}

fn folder() -> (tempfile::TempDir, ListFolder) {
    let place = tempfile::tempdir().unwrap();
    let folder = ListFolder::below(place.path());
    (place, folder)
}

#[test]
fn a_list_is_kept_and_comes_back() {
    let (_place, folder) = folder();
    assert!(folder.load().tables.is_empty(), "a folder that is not there");
    let first = list(3, "2026-01-01T00:00:00Z");
    assert_eq!(folder.keep(&first).unwrap(), Kept::New);
    assert_eq!(folder.keep(&first).unwrap(), Kept::Same);
    assert_eq!(folder.keep(&list(4, "2026-02-01T00:00:00Z")).unwrap(), Kept::Replaced { from: 3 });
    let held = folder.load();
    assert_eq!(held.lists().map(|facts| facts.sequence).collect::<Vec<_>>(), [4]);
    let store = held.with_snapshot();
    assert_eq!(store.lists[0].territory, "LV", "the list that most files need comes first");
    assert_eq!(store.services().filter(|service| store.territory(service) == "XX").count(), first.services.len());
    assert!(store.services().any(|service| store.territory(service) == "EE"), "the lists built in are still there");
}

#[test]
fn an_older_list_never_replaces_a_newer_one() {
    let (_place, folder) = folder();
    folder.keep(&list(4, "2026-02-01T00:00:00Z")).unwrap();
    for older in [list(3, "2026-03-01T00:00:00Z"), list(4, "2026-01-31T00:00:00Z")] {
        assert!(matches!(folder.keep(&older), Err(FolderFault::Older { held: 4, .. })));
    }
    assert_eq!(folder.load().lists().next().unwrap().issued.to_string(), "2026-02-01T00:00:00Z");
    assert_eq!(folder.keep(&list(4, "2026-02-02T00:00:00Z")).unwrap(), Kept::Replaced { from: 4 }, "issued again");
}

#[test]
fn a_list_that_nobody_vouches_for_is_not_kept() {
    let (_place, folder) = folder();
    for signature in [
        ListSignature::NotChecked,
        ListSignature::NotVouchedFor,
        ListSignature::Stranger { signer: Sha256([1; 32]), name: String::new() },
    ] {
        let mut list = list(1, "2026-01-01T00:00:00Z");
        list.facts.signature = signature;
        assert!(matches!(folder.keep(&list), Err(FolderFault::NotVouchedFor { .. })));
    }
    assert!(folder.load().tables.is_empty());
}

#[test]
fn a_stored_list_that_is_cut_off_or_altered_anywhere_is_not_used() {
    let (place, folder) = folder();
    folder.keep(&list(4, "2026-02-01T00:00:00Z")).unwrap();
    let path = place.path().join("lists-1/XX.list");
    let whole = std::fs::read(&path).unwrap();
    let used = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        let held = folder.load();
        assert_eq!(held.tables.len() + held.damaged.len(), 1);
        held.tables.len()
    };
    assert_eq!(used(&whole), 1, "the twin");
    let step = whole.len() / 97;
    for cut in (0..whole.len()).step_by(step) {
        assert_eq!(used(&whole[..cut]), 0, "cut off at {cut}");
        let mut altered = whole.clone();
        altered[cut] ^= 1;
        assert_eq!(used(&altered), 0, "altered at {cut}");
    }
    // What is damaged may be replaced by anything good.
    assert_eq!(folder.keep(&list(2, "2025-02-01T00:00:00Z")).unwrap(), Kept::New);
}

#[test]
fn a_newer_list_built_into_the_program_wins_over_an_older_one_kept() {
    let (_place, folder) = folder();
    let mut old = list(1, "2015-01-01T00:00:00Z");
    old.facts.territory = "LV".to_owned();
    folder.keep(&old).unwrap();
    let store = folder.load().with_snapshot();
    let latvian: Vec<_> = store.lists.iter().filter(|list| list.territory == "LV").map(|list| list.sequence).collect();
    assert_eq!(latvian, [51]);
}

#[test]
fn notes_are_kept_by_territory_and_lost_without_harm() {
    let (place, folder) = folder();
    let note = |etag: &str| Note {
        territory: "LV".to_owned(),
        url: "https://paraugs.example/".to_owned(),
        etag: Some(etag.to_owned()),
        last_modified: None,
        sha256: Sha256([3; 32]),
        at: "2026-01-01T00:00:00Z".parse().unwrap(),
    };
    folder.note(note("a")).unwrap();
    folder.note(note("b")).unwrap();
    assert_eq!(folder.notes(), [note("b")]);
    std::fs::write(place.path().join("lists-1/fetched.json"), "{").unwrap();
    assert!(folder.notes().is_empty());
}

#[test]
fn many_at_once_leave_the_newest() {
    let (_place, folder) = folder();
    std::thread::scope(|scope| {
        for sequence in 1..9 {
            let folder = &folder;
            scope.spawn(move || folder.keep(&list(sequence, "2026-01-01T00:00:00Z")));
        }
    });
    let held = folder.load();
    assert_eq!((held.lists().map(|facts| facts.sequence).collect::<Vec<_>>(), held.damaged.len()), (vec![8], 0));
}
