//! Archives: what the directory may say, and how much may be held or expanded.

use edoc::container::{Bytes, ContainerError, ContainerFinding, ContentError, open};
use edoc::limits;

use crate::containers::{ASIC_E, SIGNATURES, accepted, findings, good, limited, manifest_xml};
use crate::zip_writer::{Item, Zip, extra};

/// Whether opening stops at a limit; it may stop at something else.
fn is_limited(zip: &Zip) -> bool {
    matches!(open(&Bytes(&zip.bytes())), Err(ContainerError::Limit { .. }))
}

/// Whether it stops at this one. What is only stated is too much for its archive all the same.
fn is_limited_by(zip: &Zip, what: &str) -> bool {
    matches!(open(&Bytes(&zip.bytes())), Err(ContainerError::Limit { limit }) if limit == what)
}

/// An entry that states these sizes; what is behind it does not matter, since nothing is expanded before sizes are judged.
fn stating(name: &str, compressed: u64, size: u64) -> Item {
    let item = Item::deflated(name, "x");
    let wide = [size.to_le_bytes(), compressed.to_le_bytes()].concat();
    item.central(|header| {
        (header.size, header.compressed) = (u32::MAX, u32::MAX);
        header.extra = extra(1, &wide);
    })
}

#[test]
fn bytes_of_one_entry_are_limited() {
    let one = |size: u64| good().replace("a.txt", |_| stating("a.txt", size / 50, size));
    let what = "4294967296 bytes of one entry";
    assert!(!is_limited_by(&one(limits::ENTRY_BYTES), what));
    assert!(is_limited_by(&one(limits::ENTRY_BYTES + 1), what));
}

#[test]
fn expanded_bytes_of_an_archive_are_limited() {
    let others: u64 =
        good().items.iter().filter_map(|item| item.central.as_ref()).map(|header| u64::from(header.size)).sum();
    let three = |last: u64| {
        let zip = good().and(stating("b", limits::ENTRY_BYTES / 50, limits::ENTRY_BYTES));
        zip.and(stating("c", last / 50, last))
    };
    let room = limits::ARCHIVE_BYTES - limits::ENTRY_BYTES - others;
    let what = "8589934592 expanded bytes of an archive";
    assert!(!is_limited_by(&three(room), what));
    assert!(is_limited_by(&three(room + 1), what));
}

#[test]
fn expansion_is_limited_by_its_ratio_beyond_what_is_free() {
    let zeros = |bytes: u64| good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; bytes as usize]));
    let others: u64 =
        good().without("a.txt").items.iter().map(|item| u64::from(item.central.as_ref().unwrap().size)).sum();
    let free = limits::EXPANSION_FREE_BYTES;
    assert!(!is_limited(&zeros(free - others)), "the whole archive counts");
    assert!(is_limited(&zeros(free + 1)));
    let stated = |size: u64| {
        let item = stating("a.txt", 20_000, size).with(|item| item.data = vec![1; 20_000]);
        good().replace("a.txt", |_| item)
    };
    assert!(!is_limited(&stated(20_000 * limits::EXPANSION_RATIO)));
    assert_eq!(limited(&stated(20_000 * limits::EXPANSION_RATIO + 1)), "100 times expansion");
}

#[test]
fn bytes_of_the_directory_are_limited() {
    let with_comments = |shift: i64| {
        let mut zip = (0..900).fold(good(), |zip, n| {
            zip.and(Item::stored(&format!("{n:03}"), "").with(|item| item.comment = vec![b' '; 9_000]))
        });
        let size = |zip: &Zip| -> i64 {
            let of = |item: &Item| {
                46 + item.local.name.len() + item.central.as_ref().unwrap().extra.len() + item.comment.len()
            };
            zip.items.iter().map(of).sum::<usize>() as i64
        };
        let more = limits::ARCHIVE_DIRECTORY_BYTES as i64 - size(&zip) + shift;
        // Spread over the entries, as a comment has at most 65,535 octets.
        for item in zip.items.iter_mut().rev().take(100) {
            let own = more / 100;
            item.comment.resize((9_000 + own) as usize, b' ');
        }
        let rest = (more % 100) as usize;
        let last = zip.items.last_mut().unwrap();
        last.comment.resize(last.comment.len() + rest, b' ');
        assert_eq!(size(&zip), limits::ARCHIVE_DIRECTORY_BYTES as i64 + shift);
        zip
    };
    assert!(!is_limited(&with_comments(0)));
    assert_eq!(limited(&with_comments(1)), "8388608 bytes of a central directory");
}

#[test]
fn bytes_between_entries_are_limited() {
    let gap = |bytes: u64| good().replace("a.txt", |item| item.with(|item| item.before = vec![0; bytes as usize]));
    let found = findings(&gap(limits::ARCHIVE_GAP_BYTES));
    assert!(matches!(found.as_slice(), [ContainerFinding::ArchiveGap { .. }]), "{found:?}");
    assert_eq!(limited(&gap(limits::ARCHIVE_GAP_BYTES + 1)), "65536 bytes between entries");
}

#[test]
fn bytes_of_the_media_type_are_limited() {
    let padded = |bytes: u64| {
        let text = format!("{ASIC_E:<width$}", width = bytes as usize);
        findings(&good().replace("mimetype", |_| Item::stored("mimetype", &text)))
    };
    assert_eq!(padded(limits::MIMETYPE_BYTES), [ContainerFinding::MimetypePadded]);
    assert_eq!(padded(limits::MIMETYPE_BYTES + 1), [ContainerFinding::MimetypeUnexpected { value: String::new() }]);
}

#[test]
fn bytes_and_entries_of_the_manifest_are_limited() {
    let unusable = |manifest: &str| {
        let zip = good().replace("META-INF/manifest.xml", |_| Item::stored("META-INF/manifest.xml", manifest));
        findings(&zip).iter().any(|finding| matches!(finding, ContainerFinding::ManifestUnusable { .. }))
    };
    let long = |bytes: u64| {
        let manifest = manifest_xml(&["a.txt"]);
        let spaces = " ".repeat(bytes as usize - manifest.len());
        format!("{manifest}{spaces}")
    };
    assert!(!unusable(&long(limits::MANIFEST_BYTES)));
    assert!(unusable(&long(limits::MANIFEST_BYTES + 1)));
    let many = |entries: usize| {
        let names: Vec<String> = (2..entries).map(|n| format!("{n}")).chain(["a.txt".to_owned()]).collect();
        // One entry more stands for the package.
        manifest_xml(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert!(!unusable(&many(limits::MANIFEST_ENTRIES)));
    assert!(unusable(&many(limits::MANIFEST_ENTRIES + 1)));
}

#[test]
fn comments_are_kept_to_a_length() {
    for length in [limits::COMMENT_CHARACTERS, limits::COMMENT_CHARACTERS + 1] {
        let found = findings(&good().with(|zip| zip.comment = vec![b'a'; length]));
        let [ContainerFinding::ArchiveComment { comment }] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(comment.len(), limits::COMMENT_CHARACTERS);
    }
}

#[test]
fn bytes_of_a_signature_file_and_of_a_document_that_is_read_are_limited() {
    let of = |bytes: u64| good().replace(SIGNATURES, |_| Item::stored(SIGNATURES, vec![b' '; bytes as usize]));
    let read = |bytes: u64| {
        accepted(&of(bytes), |container| {
            container.read_signature_file(&container.signature_files[0]).map(|octets| octets.len())
        })
    };
    assert_eq!(read(limits::SIGNATURE_FILE_BYTES).unwrap() as u64, limits::SIGNATURE_FILE_BYTES);
    let beyond = read(limits::SIGNATURE_FILE_BYTES + 1);
    assert!(matches!(beyond, Err(ContentError::Container(ContainerError::Limit { .. }))));
    // The same function with the limit of its caller.
    accepted(&good(), |container| {
        assert!(container.read_document(&container.documents[0], 7).is_ok());
        let beyond = container.read_document(&container.documents[0], 6);
        assert!(matches!(beyond, Err(ContentError::Container(ContainerError::Limit { .. }))));
    });
}
