//! A good archive, changed at random: never a panic, never another content without a word.

use edoc::container::{Bytes, Container, Opened, open};
use proptest::prelude::*;

use crate::samples::asic_e;
use crate::zip_writer::{Item, Zip};

/// Every entry a program could act on, by name, with its content.
type Entries = Vec<(String, Vec<u8>)>;

fn original() -> Zip {
    asic_e(&[("a.txt", "Paraugs, Paraugs, Paraugs"), ("mape/b.txt", "cits")])
        .and(Item::stored("c.bin", [0, 1, 2, 3, 4, 5, 6, 7]))
        .with(|zip| zip.comment = b"LIB".to_vec())
}

/// `None` where the archive is refused at any point.
fn entries(bytes: &[u8]) -> Option<Entries> {
    let source = Bytes(bytes);
    let Ok(Opened::Container(container)) = open(&source) else { return None };
    container.check_remaining().ok()?;
    read_all(&container)
}

fn read_all(container: &Container<'_>) -> Option<Entries> {
    let documents = container
        .documents
        .iter()
        .map(|document| Some((document.name.clone(), container.read_document(document, 1 << 20).ok()?)));
    let signatures = container
        .signature_files
        .iter()
        .map(|file| Some((file.name.clone(), container.read_signature_file(file).ok()?)));
    documents.chain(signatures).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_goes_unseen(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let good = original().bytes();
        let expected = entries(&good).unwrap();
        let mut bytes = good.clone();
        for (place, value) in &changes {
            let place = place.index(bytes.len());
            bytes[place] = *value;
        }
        if let Some(found) = entries(&bytes) {
            // What the archive calls a document or a signature may change with a changed name, and then shows: both
            // headers have to agree on it, which a few octets cannot bring about. Content never changes.
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn no_splice_goes_unseen(
        from in any::<prop::sample::Index>(),
        length in 0usize..200,
        to in any::<prop::sample::Index>(),
    ) {
        let good = original().bytes();
        let expected = entries(&good).unwrap();
        let from = from.index(good.len());
        let piece = good[from..(from + length).min(good.len())].to_vec();
        let mut bytes = good.clone();
        let to = to.index(good.len());
        bytes.splice(to..to, piece);
        if let Some(found) = entries(&bytes) {
            prop_assert_eq!(found, expected);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise_is_never_a_container(
        head in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"<?xml ", b"\xff\xfe<"]),
        noise in prop::collection::vec(any::<u8>(), 0..300),
        tail in prop::sample::select(vec![&b""[..], b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2e\0\0\0\0\0\0\0\0\0"]),
    ) {
        let bytes = [head, &noise, tail].concat();
        prop_assert!(!matches!(open(&Bytes(&bytes)), Ok(Opened::Container(_))));
    }
}

#[test]
fn every_single_bit_counts_or_is_harmless() {
    let good = original().bytes();
    let expected = entries(&good).unwrap();
    let mut harmless = 0;
    for place in 0..good.len() {
        for bit in 0..8 {
            let mut bytes = good.clone();
            bytes[place] ^= 1 << bit;
            if let Some(found) = entries(&bytes) {
                assert_eq!(found, expected, "byte {place}, bit {bit}");
                harmless += 1;
            }
        }
    }
    // Times, versions, attributes and comments: a small part of the whole.
    assert!(harmless * 3 < good.len() * 8, "{harmless} of {}", good.len() * 8);
}
