//! Rules Z1 to Z12: every defect beside its sound twin. Case numbers are those of the list of negative cases.

use edoc::container::{ArchiveFault, ContainerFinding, ContentError, HeaderField, NameDanger, NameTrick};
use edoc::crypto::DigestAlgorithm;

use crate::samples::{accepted, asic_e, findings, good, limited, refused, refused_bytes, signature_xml};
use crate::zip_writer::{Item, Zip, Zip64, crc32, deflate, descriptor, extra, unicode_path};

fn name_twice(name: &str) -> ArchiveFault {
    ArchiveFault::NameTwice { name: name.to_owned() }
}

fn differs(field: HeaderField) -> ArchiveFault {
    ArchiveFault::LocalHeaderDiffers { name: "a.txt".to_owned(), field }
}

/// The sound container with its document stored, not streamed, so that fields can be set one by one.
fn plain() -> Zip {
    good().replace("a.txt", |_| Item::stored("a.txt", "Paraugs"))
}

#[test]
fn the_sound_archive_has_nothing_to_be_said_about() {
    assert_eq!(findings(&good()), []);
    assert_eq!(findings(&plain()), []);
}

#[test]
fn n01_n02_a_name_occurs_once() {
    assert_eq!(refused(&good().and(Item::stored("a.txt", "cits"))), name_twice("a.txt"));
    assert_eq!(refused(&good().and(Item::stored("mimetype", "x"))), name_twice("mimetype"));
    let manifest = Item::stored("META-INF/manifest.xml", "<x/>");
    assert_eq!(refused(&good().and(manifest)), name_twice("META-INF/manifest.xml"));
    let signature = Item::stored(crate::samples::SIGNATURES, signature_xml("S0"));
    assert_eq!(refused(&good().and(signature)), name_twice(crate::samples::SIGNATURES));
    // A file and a folder in one place.
    assert_eq!(refused(&good().and(Item::stored("a.txt/", ""))), name_twice("a.txt/"));
    assert_eq!(findings(&asic_e(&[("a.txt", "1"), ("b.txt", "2")])), []);
}

#[test]
fn n03_n04_names_that_collide_elsewhere_are_found() {
    let collide =
        |first: &str, second: &str| ContainerFinding::NamesCollide { first: first.into(), second: second.into() };
    assert_eq!(findings(&asic_e(&[("A.txt", "1"), ("a.txt", "2")])), [collide("A.txt", "a.txt")]);
    let (composed, decomposed) = ("\u{e9}.txt", "e\u{301}.txt");
    assert_eq!(findings(&asic_e(&[(composed, "1"), (decomposed, "2")])), [collide(composed, decomposed)]);
    assert_eq!(findings(&asic_e(&[("\u{e9}.txt", "1"), ("e.txt", "2")])), []);
}

#[test]
fn n05_n06_local_header_and_directory_agree() {
    let zip = |change: fn(&mut crate::zip_writer::Header)| plain().replace("a.txt", |item| item.local(change));
    assert_eq!(refused(&zip(|header| header.name = b"b.txt".to_vec())), differs(HeaderField::Name));
    assert_eq!(refused(&zip(|header| header.name = b"a.txt2".to_vec())), differs(HeaderField::Name));
    assert_eq!(refused(&zip(|header| header.method = 8)), differs(HeaderField::Method));
    assert_eq!(refused(&zip(|header| header.checksum ^= 1)), differs(HeaderField::Checksum));
    assert_eq!(refused(&zip(|header| header.compressed -= 1)), differs(HeaderField::CompressedSize));
    assert_eq!(refused(&zip(|header| header.size += 1)), differs(HeaderField::Size));
    assert_eq!(refused(&zip(|header| header.flags ^= 1 << 11)), differs(HeaderField::Flags));
    assert_eq!(refused(&zip(|header| header.flags |= 1 << 3)), differs(HeaderField::Flags));
    // Zeros are for streamed entries only.
    assert_eq!(refused(&zip(|header| header.checksum = 0)), differs(HeaderField::Checksum));
    // Bits that only tell how well it was compressed mean nothing.
    assert_eq!(findings(&zip(|header| header.flags |= 2)), []);
}

#[test]
fn a_local_header_must_be_where_the_directory_says() {
    let zip = plain().replace("a.txt", |item| item.with(|item| item.offset = Some(1_000_000)));
    // The true place is then in nobody's possession and holds a local header.
    assert!(matches!(refused(&zip), ArchiveFault::HiddenEntry { .. } | ArchiveFault::LocalHeaderMissing { .. }));
    let only = Zip::of([Item::stored("a.txt", "x").with(|item| item.offset = Some(1))]);
    assert_eq!(refused(&only), ArchiveFault::HiddenEntry { offset: 0 });
}

#[test]
fn n07_a_data_descriptor_says_what_the_directory_says() {
    for signed in [true, false] {
        for wide in [true, false] {
            for content in ["Paraugs", ""] {
                let item = || Item::deflated("a.txt", content).streamed(signed, wide);
                assert_eq!(findings(&good().replace("a.txt", |_| item())), [], "{signed} {wide}");
                for place in 0..item().descriptor.len() {
                    let zip = good().replace("a.txt", |_| item().with(|item| item.descriptor[place] ^= 0x41));
                    let fault = ArchiveFault::DataDescriptorDiffers { name: "a.txt".to_owned() };
                    assert_eq!(refused(&zip), fault, "{signed} {wide} {place}");
                }
            }
        }
    }
    for change in [|bytes: &mut Vec<u8>| bytes.clear(), |bytes: &mut Vec<u8>| bytes.extend([0; 4])] {
        let zip = good().replace("a.txt", |item| item.with(|item| change(&mut item.descriptor)));
        assert_eq!(refused(&zip), ArchiveFault::DataDescriptorDiffers { name: "a.txt".to_owned() });
    }
}

#[test]
fn a_streamed_entry_may_know_its_sizes_beforehand() {
    let item = Item::deflated("a.txt", "Paraugs").both(|header| header.flags |= 1 << 3);
    let item = item.with(|item| item.descriptor = descriptor(&item.local, true, false));
    assert_eq!(findings(&good().replace("a.txt", |_| item.clone())), []);
    let lying = item.local(|header| header.size += 1);
    assert_eq!(refused(&good().replace("a.txt", |_| lying)), differs(HeaderField::Size));
}

#[test]
fn n08_entries_do_not_overlap() {
    let zip = asic_e(&[("a.txt", "1"), ("b.txt", "2")]);
    // Both central records lead to one local header: the name gives it away.
    let offset = accepted(&zip, |_| u32::try_from(30 + "mimetype".len() + 31).unwrap());
    let quine = zip.clone().replace("b.txt", |item| item.with(|item| item.offset = Some(offset)));
    assert!(matches!(refused(&quine), ArchiveFault::EntriesOverlap { .. } | ArchiveFault::LocalHeaderDiffers { .. }));
    // Content that reaches over the next entry.
    let reaching = plain().replace("a.txt", |item| item.both(|header| (header.compressed, header.size) = (60, 60)));
    let fault = ArchiveFault::EntriesOverlap { first: "a.txt".into(), second: "META-INF/manifest.xml".into() };
    assert_eq!(refused(&reaching), fault);
    // A whole archive as one stored entry is no overlap.
    let nested = asic_e(&[]).and(Item::stored("a.edoc", good().bytes()));
    assert!(findings(&nested).iter().all(|finding| matches!(finding, ContainerFinding::PresentButUnlisted { .. })));
}

#[test]
fn n09_no_entry_hides_from_the_directory() {
    let hidden = good().and(Item::stored("slepts.txt", "x").with(|item| item.central = None));
    assert!(matches!(refused(&hidden), ArchiveFault::HiddenEntry { .. }));
    let mut between = good();
    between.items.insert(1, Item::stored("slepts.txt", "x").with(|item| item.central = None));
    assert!(matches!(refused(&between), ArchiveFault::HiddenEntry { offset: 69 }));
    let mut first = good();
    first.items.insert(0, Item::stored("slepts.txt", "x").with(|item| item.central = None));
    assert_eq!(refused(&first), ArchiveFault::HiddenEntry { offset: 0 });
    let large = good().and(Item::stored("slepts.bin", vec![0; 100_000]).with(|item| item.central = None));
    assert!(matches!(refused(&large), ArchiveFault::HiddenEntry { .. }));
    // Padding that hides nothing is only worth a word, and not much of it is allowed.
    let gap = good().replace("a.txt", |item| item.with(|item| item.before = vec![0; 16]));
    assert_eq!(findings(&gap), [ContainerFinding::ArchiveGap { offset: 69, bytes: 16 }]);
    let last = || good().and(Item::stored("META-INF/x", "x"));
    let before_directory = last().with(|zip| zip.before_directory = vec![0; 7]);
    assert!(matches!(findings(&before_directory)[..], [ContainerFinding::ArchiveGap { bytes: 7, .. }]));
    let wide = last().with(|zip| zip.before_directory = vec![0; 70_000]);
    assert_eq!(limited(&wide), "65536 bytes between entries");
    let before = |item: Item| item.with(|item| item.before = vec![0; 40_000]);
    let many = plain().and(before(Item::stored("b", ""))).and(before(Item::stored("c", "")));
    assert!(matches!(refused(&many), ArchiveFault::DataDescriptorDiffers { .. }));
    let many = plain().replace("a.txt", before).and(Item::stored("b", "")).and(before(Item::stored("c", "")));
    assert_eq!(limited(&many), "65536 bytes between entries");
}

#[test]
fn n10_nothing_precedes_the_archive() {
    // Bytes put before, offsets left as they were.
    let bytes = [b"MZ foreign".as_slice(), &good().bytes()].concat();
    assert_eq!(refused_bytes(&bytes), ArchiveFault::PrefixData { bytes: 10 });
    // Offsets made right.
    let aware = good().replace("mimetype", |item| item.with(|item| item.before = b"MZ foreign".to_vec()));
    assert_eq!(refused(&aware), ArchiveFault::PrefixData { bytes: 10 });
    // Two archives one after the other.
    let two = [good().bytes(), plain().bytes()].concat();
    let bytes = good().bytes().len() as u64;
    assert_eq!(refused_bytes(&two), ArchiveFault::PrefixData { bytes });
}

#[test]
fn n11_nothing_follows_the_archive() {
    let bytes = [good().bytes(), b"more".to_vec()].concat();
    assert_eq!(refused_bytes(&bytes), ArchiveFault::TrailingData { bytes: 4 });
    let short = good().with(|zip| zip.comment = b"comment".to_vec()).bytes();
    assert_eq!(refused_bytes(&short[..short.len() - 1]), ArchiveFault::NoEndRecord);
    assert_eq!(refused(&good().with(|zip| zip.comment_length_shift = 1)), ArchiveFault::NoEndRecord);
    // A second end record within the comment, whether or not it reaches the end.
    let empty_archive = Zip::default().bytes();
    let fake = good().with(|zip| zip.comment = empty_archive.clone());
    assert_eq!(refused(&fake), ArchiveFault::SeveralEndRecords);
    let inner = good().with(|zip| zip.comment = [empty_archive, b"tail".to_vec()].concat());
    assert_eq!(refused(&inner), ArchiveFault::SeveralEndRecords);
    let comment = good().with(|zip| zip.comment = b"LIB".to_vec());
    assert_eq!(findings(&comment), [ContainerFinding::ArchiveComment { comment: "LIB".to_owned() }]);
    let longest = good().with(|zip| zip.comment = vec![b'x'; 65_535]);
    assert_eq!(findings(&longest).len(), 1);
}

#[test]
fn z2_the_end_record_is_true() {
    let zip = good().with(|zip| zip.count = Some(3));
    assert_eq!(refused(&zip), ArchiveFault::EntryCount { stated: 3, found: 4 });
    assert_eq!(refused(&good().with(|zip| zip.disk = 1)), ArchiveFault::SeveralDisks);
    assert_eq!(refused(&good().with(|zip| zip.directory_shift = 1)), ArchiveFault::DirectoryMisplaced);
    assert_eq!(refused(&good().with(|zip| zip.before_end = vec![0; 3])), ArchiveFault::DirectoryMisplaced);
}

#[test]
fn z2_zip64_says_the_same_or_is_needed() {
    let zip = |count_shift, saturate| good().with(|zip| zip.zip64 = Some(Zip64 { count_shift, saturate }));
    assert_eq!(findings(&zip(0, true)), []);
    assert_eq!(findings(&zip(0, false)), []);
    assert_eq!(refused(&zip(1, false)), ArchiveFault::Zip64Contradiction);
    assert_eq!(refused(&zip(1, true)), ArchiveFault::EntryCount { stated: 5, found: 4 });
    // Sizes in the extra field, in both headers.
    let wide = |size: u64| [7u64.to_le_bytes(), size.to_le_bytes()].concat();
    let item = |local: u64| {
        Item::stored("a.txt", "Paraugs")
            .both(|header| {
                (header.compressed, header.size) = (u32::MAX, u32::MAX);
                header.extra = extra(1, &wide(7));
            })
            .local(|header| header.extra = extra(1, &wide(local)))
    };
    assert_eq!(findings(&good().replace("a.txt", |_| item(7))), []);
    assert_eq!(refused(&good().replace("a.txt", |_| item(8))), differs(HeaderField::CompressedSize));
    let missing = good().replace("a.txt", |_| item(7).central(|header| header.extra.clear()));
    assert_eq!(refused(&missing), ArchiveFault::ExtraFieldDamaged { name: "a.txt".to_owned() });
}

#[test]
fn n12_n13_limits_are_errors_of_their_own() {
    let bomb = good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; 2 * 1024 * 1024]));
    assert_eq!(limited(&bomb), "100 times expansion");
    let small = good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; 500 * 1024]));
    assert_eq!(findings(&small), []);
    let split = (0..20).fold(good(), |zip, n| zip.and(Item::deflated(&format!("{n}"), vec![0; 900 * 1024])));
    assert_eq!(limited(&split), "100 times expansion");
    let named = |count: usize| (4..count).fold(good(), |zip, n| zip.and(Item::stored(&format!("{n}"), "")));
    assert_eq!(findings(&named(1000)).len(), 996);
    assert_eq!(limited(&named(1001)), "1000 entries in an archive");
    let huge = good().replace("a.txt", |item| {
        item.central(|header| {
            header.size = u32::MAX;
            header.extra = extra(1, &(5u64 << 30).to_le_bytes());
        })
    });
    assert_eq!(limited(&huge), "4294967296 bytes of one entry");
    assert_eq!(limited(&asic_e(&[(&"n".repeat(1_025), "x")])), "1024 bytes of an entry name");
    assert_eq!(findings(&asic_e(&[(&"n".repeat(1_024), "x")])), []);
    let signature = |n: usize| Item::stored(&format!("META-INF/signatures{n}.xml"), format!("<x>{n}</x>"));
    assert_eq!(findings(&(1..100).fold(good(), |zip, n| zip.and(signature(n)))), []);
    assert_eq!(limited(&(1..101).fold(good(), |zip, n| zip.and(signature(n)))), "100 signature files in a container");
}

#[test]
fn n12_a_bomb_that_lies_about_its_size_is_stopped_at_the_stated_size() {
    let lying = Item::deflated("a.txt", vec![0; 50 * 1024 * 1024]).both(|header| header.size = 1000);
    accepted(&good().replace("a.txt", |_| lying), |container| {
        let fault = ArchiveFault::ContentLength { name: "a.txt".to_owned() };
        let outcome = container.digest_document(&container.documents[0], &[DigestAlgorithm::Sha256]);
        assert!(matches!(outcome, Err(ContentError::Refused(found)) if found == fault));
    });
}

#[test]
fn n14_n15_names_stay_inside_and_are_text() {
    for (name, danger) in [
        ("../x", NameDanger::DotSegment),
        ("a/../x", NameDanger::DotSegment),
        ("./x", NameDanger::DotSegment),
        (".", NameDanger::DotSegment),
        ("/x", NameDanger::Absolute),
        ("C:/x", NameDanger::Drive),
        ("a\\x", NameDanger::Backslash),
        ("a//x", NameDanger::EmptySegment),
        ("", NameDanger::Empty),
        ("a\0.txt", NameDanger::ControlCharacter),
        ("a\n.txt", NameDanger::ControlCharacter),
        ("a\u{7f}", NameDanger::ControlCharacter),
    ] {
        let zip = good().and(Item::stored(name, "x"));
        assert_eq!(refused(&zip), ArchiveFault::NameUnsafe { name: name.to_owned(), danger });
    }
    assert_eq!(findings(&asic_e(&[("mape/apakšmape/x..y", "x"), (".x", "x")])), []);
}

#[test]
fn deceptive_names_are_found() {
    for (name, trick) in [
        ("a\u{202e}fdp.exe", NameTrick::Bidirectional),
        ("a\u{200b}.txt", NameTrick::Invisible),
        ("12:30.txt", NameTrick::Colon),
        ("a.txt ", NameTrick::TrailingDotOrSpace),
        ("mape./a.txt", NameTrick::TrailingDotOrSpace),
    ] {
        let expected = ContainerFinding::NameDeceptive { name: name.to_owned(), trick };
        assert_eq!(findings(&asic_e(&[(name, "x")])), [expected]);
    }
}

#[test]
fn n16_one_entry_has_one_name() {
    let field = |name: &str| unicode_path(b"a.txt", name);
    let both = |name: &str| plain().replace("a.txt", |item| item.both(|header| header.extra = field(name)));
    assert_eq!(findings(&both("a.txt")), []);
    let fault = ArchiveFault::NameContradiction { name: "a.txt".to_owned(), unicode_path: "b.txt".to_owned() };
    assert_eq!(refused(&both("b.txt")), fault);
    let local = plain().replace("a.txt", |item| item.local(|header| header.extra = field("b.txt")));
    assert_eq!(refused(&local), fault);
    // Made for another header name: to be ignored by its own specification.
    let stale = unicode_path(b"other", "b.txt");
    assert_eq!(findings(&plain().replace("a.txt", |item| item.both(|header| header.extra = stale.clone()))), []);
    // Two of them, or one that overruns.
    let twice = [field("a.txt"), field("a.txt")].concat();
    let damaged = ArchiveFault::ExtraFieldDamaged { name: "a.txt".to_owned() };
    assert_eq!(refused(&plain().replace("a.txt", |item| item.both(|header| header.extra = twice.clone()))), damaged);
    let cut = field("a.txt")[..8].to_vec();
    assert_eq!(refused(&plain().replace("a.txt", |item| item.both(|header| header.extra = cut.clone()))), damaged);
}

#[test]
fn names_are_read_by_their_octets() {
    let raw = |name: &[u8], flags: u16| {
        let name = name.to_vec();
        good().and(Item::stored("x", "x").both(|header| (header.name, header.flags) = (name.clone(), flags)))
    };
    let document = |zip: &Zip| accepted(zip, |container| container.documents[1].name.clone());
    assert_eq!(document(&raw("ā.txt".as_bytes(), 1 << 11)), "ā.txt");
    assert_eq!(document(&raw("ā.txt".as_bytes(), 0)), "ā.txt");
    assert_eq!(document(&raw(b"\x84.txt", 0)), "ä.txt");
    let finding = ContainerFinding::NameNotUtf8 { name: "ä.txt".to_owned() };
    assert!(findings(&raw(b"\x84.txt", 0)).contains(&finding));
    assert!(matches!(refused(&raw(b"\x84.txt", 1 << 11)), ArchiveFault::NameNotUtf8 { .. }));
}

#[test]
fn n17_only_readable_ordinary_files() {
    let name = "a.txt".to_owned();
    for flag in [1 << 0, 1 << 5, 1 << 6, 1 << 13] {
        let zip = plain().replace("a.txt", |item| item.both(|header| header.flags |= flag));
        assert_eq!(refused(&zip), ArchiveFault::Encrypted { name: name.clone() });
    }
    for method in [1, 9, 12, 14, 93, 99] {
        let zip = plain().replace("a.txt", |item| item.both(|header| header.method = method));
        assert_eq!(refused(&zip), ArchiveFault::MethodUnknown { name: name.clone(), method });
    }
    for mode in [0o120_777, 0o020_666, 0o010_644, 0o040_755] {
        let zip = plain().replace("a.txt", |item| item.with(|item| item.mode = mode));
        assert_eq!(refused(&zip), ArchiveFault::NotAFile { name: name.clone(), mode });
    }
    assert_eq!(findings(&plain().replace("a.txt", |item| item.with(|item| item.mode = 0o100_644))), []);
    let folder = |content: &str| Item::stored("mape/", content).with(|item| item.mode = 0o040_755);
    assert_eq!(findings(&good().and(folder(""))), []);
    let filled = ContainerFinding::FolderWithContent { name: "mape/".to_owned() };
    assert_eq!(findings(&good().and(folder("x"))), [filled]);
}

/// The fault that reading the only document meets, and that checking the rest meets as well.
#[track_caller]
fn content_fault(item: Item) -> ArchiveFault {
    accepted(&good().replace("a.txt", |_| item), |container| {
        let Err(ContentError::Refused(fault)) = container.read_document(&container.documents[0], 1 << 30) else {
            panic!("was read")
        };
        let Err(ContentError::Refused(again)) = container.check_remaining() else { panic!("was passed over") };
        assert_eq!(fault, again);
        fault
    })
}

#[test]
fn n18_content_has_the_stated_length_and_checksum() {
    let name = "a.txt".to_owned();
    let checksum = |item: Item| item.both(|header| header.checksum ^= 1);
    assert_eq!(
        content_fault(checksum(Item::stored("a.txt", "Paraugs"))),
        ArchiveFault::ContentChecksum { name: name.clone() }
    );
    assert_eq!(
        content_fault(checksum(Item::deflated("a.txt", "Paraugs"))),
        ArchiveFault::ContentChecksum { name: name.clone() }
    );
    let length = ArchiveFault::ContentLength { name: name.clone() };
    assert_eq!(content_fault(Item::deflated("a.txt", "Paraugs").both(|header| header.size += 1)), length);
    assert_eq!(content_fault(Item::deflated("a.txt", "Paraugs").both(|header| header.size -= 1)), length);
    // Bytes behind the end of the compressed stream, where a second content could hide.
    let mut data = deflate(b"Paraugs");
    data.extend(deflate(b"cits"));
    let trailing = Item::deflated("a.txt", "Paraugs")
        .both(|header| header.compressed = data.len() as u32)
        .with(|item| item.data = data.clone());
    assert_eq!(content_fault(trailing), length);
    let damaged = ArchiveFault::ContentDamaged { name };
    let cut = Item::deflated("a.txt", "Paraugs").both(|header| header.compressed -= 1).with(|item| {
        item.data.pop();
    });
    assert_eq!(content_fault(cut), damaged);
    assert_eq!(content_fault(Item::deflated("a.txt", "Paraugs").with(|item| item.data[0] = 0xff)), damaged);
    // A stored entry has one size.
    let two_sizes = plain().replace("a.txt", |item| item.both(|header| header.size += 1));
    assert_eq!(refused(&two_sizes), length);
}

#[test]
fn large_entries_are_digested_like_small_ones() {
    let content: Vec<u8> = (0..9_000_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let algorithms = [DigestAlgorithm::Sha512, DigestAlgorithm::Sha256];
    for item in [Item::stored("a.txt", &content), Item::deflated("a.txt", &content).streamed(false, true)] {
        let damaged = item.clone().both(|header| header.checksum ^= 4).with(|item| item.descriptor = Vec::new());
        accepted(&good().replace("a.txt", |_| item), |container| {
            let found = container.digest_document(&container.documents[0], &algorithms).unwrap();
            assert_eq!(found, algorithms.map(|algorithm| algorithm.digest(&content)));
            assert_eq!(container.read_document(&container.documents[0], 9_000_000).unwrap(), content);
            assert!(matches!(
                container.read_document(&container.documents[0], 8_999_999),
                Err(ContentError::Container(_))
            ));
            container.check_remaining().unwrap();
        });
        if damaged.local.flags & 8 == 0 {
            accepted(&good().replace("a.txt", |_| damaged), |container| {
                let outcome = container.digest_document(&container.documents[0], &algorithms);
                assert!(matches!(outcome, Err(ContentError::Refused(ArchiveFault::ContentChecksum { .. }))));
            });
        }
    }
    assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
}

#[test]
fn the_directory_may_have_any_order() {
    let zip = good().with(|zip| zip.directory_order = Some(vec![0, 3, 1, 2]));
    assert_eq!(findings(&zip), []);
}
