//! Input nobody should have to handle: one sentence each, at once, and never a backtrace.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant};

use super::containers::{ASIC_E, good};
use super::program::{Ran, edoc};
use super::zip_writer::{Item, Zip};

fn verify(folder: &Path, name: &str, bytes: &[u8]) -> Ran {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let ran = edoc(["verify".as_ref(), path.as_os_str()]);
    assert!(!ran.err.contains("panicked") && !ran.out.contains("panicked"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), bytes, "{name} was written to");
    ran
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    let folder = tempfile::tempdir().unwrap();
    let ran = verify(folder.path(), "a.edoc", b"");
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("NOT AN E-DOCUMENT") && ran.out.contains("The file is empty"), "{}", ran.out);
}

#[test]
fn an_empty_folder_is_said_to_be_empty() {
    let folder = tempfile::tempdir().unwrap();
    let ran = edoc(["verify".as_ref(), folder.path().as_os_str()]);
    assert_eq!(ran.code, 2);
    ran.complains("there is no e-document file in the folder", ".edoc");
}

#[test]
fn ten_sparse_gigabytes_are_answered_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.edoc");
    File::create(&path).unwrap().set_len(10 * 1024 * 1024 * 1024).unwrap();
    let begun = Instant::now();
    let ran = edoc(["verify".as_ref(), path.as_os_str()]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    // Reading it all would take far longer; the bound only tells those two apart.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn a_device_is_not_waited_for() {
    edoc(["verify", "/dev/zero"]).complains("this is not an ordinary file", "ordinary file");
}

#[test]
fn a_name_with_dots_refuses_the_archive() {
    let folder = tempfile::tempdir().unwrap();
    let zip = Zip::of([Item::stored("mimetype", ASIC_E), Item::stored("../escaped.txt", "x")]);
    let ran = verify(folder.path(), "a.edoc", &zip.bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("An entry has the dangerous name “../escaped.txt”."), "{}", ran.out);
}

#[test]
fn a_truncated_archive_says_that_its_end_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let whole = good().bytes();
    let ran = verify(folder.path(), "a.edoc", &whole[..whole.len() - 30]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("The file is incomplete: its end is missing."), "{}", ran.out);
    // A broken download is no proof that anybody changed anything.
    assert!(ran.out.contains("The contents are not what was signed, or the file is damaged."), "{}", ran.out);
    assert!(!ran.out.contains("changed after it was signed"), "{}", ran.out);
    let tampered = edoc(["verify", "samples/tampered.edoc"]).out;
    assert!(tampered.contains("The document was changed after it was signed."), "{tampered}");
    assert!(!verify(folder.path(), "b.edoc", &whole).out.contains("incomplete"));
}

#[test]
fn a_document_type_declaration_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let xml =
        "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><asic:XAdESSignatures xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\"/>";
    let zip = Zip::of([
        Item::stored("mimetype", ASIC_E),
        Item::stored("a.txt", "Paraugs"),
        Item::deflated("META-INF/signatures0.xml", xml),
    ]);
    let ran = verify(folder.path(), "a.edoc", &zip.bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("has a document type declaration, which is not permitted for safety"), "{}", ran.out);
}

#[test]
fn a_bomb_is_a_limit() {
    let folder = tempfile::tempdir().unwrap();
    let zip = Zip::of([Item::stored("mimetype", ASIC_E), Item::deflated("a.txt", "0".repeat(64 * 1024 * 1024))]);
    let ran = verify(folder.path(), "a.edoc", &zip.bytes());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    ran.complains("the file is too large, too compressed", "ask for the original file again");
}

#[test]
fn names_never_reach_the_terminal_raw() {
    let folder = tempfile::tempdir().unwrap();
    let name = "exam\u{202e}fdp.\u{200b}exe";
    let zip = Zip::of([Item::stored("mimetype", ASIC_E), Item::stored(name, "x")]);
    let path = folder.path().join("a.edoc");
    fs::write(&path, zip.bytes()).unwrap();
    let escape = folder.path().join("no\u{1b}[2Jsuch.edoc");
    for command in ["verify", "list", "show"] {
        for path in [&path, &escape] {
            let ran = edoc([command.as_ref(), path.as_os_str()]);
            let raw = |c: char| (c.is_control() && c != '\n') || ['\u{202e}', '\u{200b}'].contains(&c);
            assert!(!ran.out.contains(raw) && !ran.err.contains(raw), "{command}: {:?} {:?}", ran.out, ran.err);
        }
    }
}
