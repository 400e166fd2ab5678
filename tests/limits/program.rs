//! Hostile sizes through the real program, in a bounded memory: a word or a sentence, never a crash.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::rc::Rc;

use crate::containers::{ASIC_E, SIGNATURES, good};
use crate::forge::container::Container;
use crate::forge::ocsp::Response;
use crate::forge::xades::{Dialect, parts};
use crate::forge::xml::Node;
use crate::judging::{documents, honest};
use crate::program::*;
use crate::zip_writer::{Item, Zip, extra};

/// Address space for one hostile file, in KiB: an ordinary one has room, and what grows with what a file states has not.
const MEMORY: u32 = 1_500_000;

/// Ends with a word on the file, or with a complaint; says which exit code and what.
fn verify(path: &Path) -> (i32, String) {
    let mut command = program();
    if cfg!(target_os = "linux") {
        command = quiet("sh");
        command.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""), PROGRAM]);
        // What the system sets aside for each thread is no use of ours.
        command.env("MALLOC_ARENA_MAX", "1");
    }
    let ran = Ran::of(command.args(["verify", "--jobs", "1"]).args(setting()).arg(path));
    let said = format!("{}{}", ran.out, ran.err);
    assert!(!said.contains("panicked") && !said.contains("internal"), "{said}");
    (ran.code, said)
}

fn verify_octets(octets: &[u8]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.edoc");
    std::fs::write(&path, octets).unwrap();
    verify(&path)
}

#[test]
fn an_ordinary_file_has_room() {
    assert_eq!(verify_octets(&Container::signed(documents(), &honest(Dialect::Dss)).bytes()).0, 0);
}

#[test]
fn forty_two_kilobytes_of_zeros_in_a_zip_are_a_limit() {
    let bomb = good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; 42 << 20])).bytes();
    assert!(bomb.len() < 50_000, "{}", bomb.len());
    let (code, said) = verify_octets(&bomb);
    assert!(code == 2 && said.contains("too large, too compressed"), "{said}");
    // Beneath a signature file as well, and with sizes that lie.
    let inside = good().replace(SIGNATURES, |_| Item::deflated(SIGNATURES, vec![b' '; 42 << 20]));
    assert_eq!(verify_octets(&inside.bytes()).0, 2);
    let lying = good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; 42 << 20]).both(|header| header.size = 7));
    assert!(matches!(verify_octets(&lying.bytes()).0, 1 | 2));
}

#[test]
fn as_many_entries_as_a_zip_can_name_are_a_limit() {
    let head = Zip::of([Item::stored("mimetype", ASIC_E)]);
    let zip = (1..65_535).fold(head, |zip, n| zip.and(Item::stored(&format!("{n}"), "")));
    let (code, said) = verify_octets(&zip.bytes());
    assert!(code == 2 && said.starts_with("error: "), "{said}");
}

#[test]
fn a_million_references_and_a_million_levels_are_refused() {
    for xml in [
        format!(
            "<asic:XAdESSignatures xmlns:asic='http://uri.etsi.org/02918/v1.2.1#'><ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:SignedInfo>{}</ds:SignedInfo></ds:Signature></asic:XAdESSignatures>",
            "<ds:Reference/>".repeat(1_000_000)
        ),
        format!("<asic:XAdESSignatures xmlns:asic='http://uri.etsi.org/02918/v1.2.1#'>{}", "<a>".repeat(1_000_000)),
    ] {
        let stored = good().replace(SIGNATURES, |_| Item::stored(SIGNATURES, &xml));
        let (code, said) = verify_octets(&stored.bytes());
        assert!(matches!(code, 1 | 2), "{code} {said}");
    }
}

#[test]
fn ten_thousand_certificates_are_looked_through_within_bounds() {
    let mut signing = honest(Dialect::Dss);
    let authority = signing.chain[0].der.clone();
    signing.on_unsigned = Some(Rc::new(move |unsigned| {
        let mut many = honest(Dialect::Dss);
        let one = many.chain[0].clone();
        // Another signature on each: another certificate, under the name of the issuer that is looked for.
        let other = |number: usize| {
            let mut entity = one.clone();
            let last = authority.len() - 1;
            (entity.der[last], entity.der[last - 1]) = ((number % 256) as u8, (number / 256) as u8);
            entity
        };
        many.chain = (0..10_000).map(other).collect();
        unsigned.children.insert(0, Node::Element(parts::certificate_values(&many)));
    }));
    let (code, said) = verify_octets(&Container::signed(documents(), &signing).bytes());
    // Which of them comes first may hide the right one: a doubt, or found all the same.
    assert!(matches!(code, 0..=3), "{code} {said}");
}

#[test]
fn an_answer_with_more_than_can_be_read_is_passed_over() {
    let mut signing = honest(Dialect::Dss);
    signing.on_response = Some(Rc::new(|response: &mut Response| {
        response.answers = vec![response.answers[0].clone(); 100_000];
    }));
    let (code, said) = verify_octets(&Container::signed(documents(), &signing).bytes());
    assert_eq!(code, 3, "without its answer it is not confirmed: {said}");
}

#[test]
fn four_gibibytes_stored_as_nothing_on_the_disk_end_within_bounds() {
    // One octet more than an entry may have, in a file that is all hole.
    let size = edoc::limits::ENTRY_BYTES + 1;
    let wide = [size.to_le_bytes(), size.to_le_bytes()].concat();
    let item = Item::stored("a.txt", "").both(|header| {
        (header.size, header.compressed) = (u32::MAX, u32::MAX);
        header.extra = extra(1, &wide);
    });
    let bytes = Zip::of([Item::stored("mimetype", ASIC_E), item]).bytes();
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.edoc");
    let mut file = File::create(&path).unwrap();
    file.write_all(&bytes[..directory]).unwrap();
    file.seek(SeekFrom::Current(size as i64)).unwrap();
    file.write_all(&bytes[directory..]).unwrap();
    let (code, said) = verify(&path);
    assert!(matches!(code, 1 | 2), "{code} {said}");
}
