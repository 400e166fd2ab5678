//! Extracting: what is written, where, and what never is.

use std::fs;
use std::path::{Path, PathBuf};

use super::containers::{ASIC_E, asic_e};
use super::program::{Ran, edoc, samples};
use super::zip_writer::{Item, Zip};

fn extract(file: &Path, to: &Path) -> Ran {
    edoc(["extract".as_ref(), file.as_os_str(), "--to".as_ref(), to.as_os_str()])
}

/// Every file below a folder, by path.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(everything(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn documents_are_copied_out_and_the_original_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (file, to) = (folder.path().join("a.edoc"), folder.path().join("new/deep"));
    let bytes = asic_e(&[("Sertifikāts PARAUGS.txt", "Paraugs"), ("b.txt", "Cits")]).bytes();
    fs::write(&file, &bytes).unwrap();
    let ran = extract(&file, &to);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(fs::read_to_string(to.join("Sertifikāts PARAUGS.txt")).unwrap(), "Paraugs");
    assert_eq!(fs::read_to_string(to.join("b.txt")).unwrap(), "Cits");
    assert_eq!(everything(&to).len(), 2);
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.edoc");
    fs::write(&file, asic_e(&[("first.txt", "1"), ("second.txt", "2")]).bytes()).unwrap();
    let to = folder.path().join("to");
    fs::create_dir(&to).unwrap();
    fs::write(to.join("second.txt"), "mine").unwrap();
    let ran = extract(&file, &to);
    assert_eq!(ran.code, 2);
    ran.complains("is there already", "nothing is overwritten");
    assert_eq!(everything(&to), [to.join("second.txt")]);
    assert_eq!(fs::read_to_string(to.join("second.txt")).unwrap(), "mine");
}

#[test]
fn names_stay_inside_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.edoc");
    fs::write(&file, asic_e(&[("a/b.txt", "1"), ("con.txt", "2"), ("A_B.TXT", "3"), (".hidden", "4")]).bytes())
        .unwrap();
    let to = folder.path().join("to");
    let ran = extract(&file, &to);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let names: Vec<_> = everything(&to).iter().map(|p| p.strip_prefix(&to).unwrap().to_owned()).collect();
    let mut expected = ["A_B (2).TXT", "_con.txt", "a_b.txt", "hidden"].map(PathBuf::from);
    expected.sort();
    assert_eq!(names, expected);
    assert!(ran.out.contains("“a/b.txt” was stored under a safe name"), "{}", ran.out);
}

#[test]
fn an_archive_that_climbs_out_gives_nothing() {
    for name in ["../escaped.txt", "/escaped.txt", "..\\escaped.txt", "a/../../escaped.txt"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.edoc");
        let items = [Item::stored("mimetype", ASIC_E), Item::stored("a.txt", "x"), Item::stored(name, "x")];
        fs::write(&file, Zip::of(items).bytes()).unwrap();
        let ran = extract(&file, &folder.path().join("deep/to"));
        assert_eq!(ran.code, 2, "{name}");
        ran.complains("damaged or dangerous", "original file");
        assert_eq!(everything(folder.path()), [file], "{name}");
    }
}

#[test]
fn a_damaged_archive_gives_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.edoc");
    let spoilt = Item::stored("b.txt", "second").with(|item| item.data[0] ^= 1);
    let items = [Item::stored("mimetype", ASIC_E), Item::stored("a.txt", "first"), spoilt];
    fs::write(&file, Zip::of(items).bytes()).unwrap();
    let ran = extract(&file, &folder.path().join("to"));
    assert_eq!(ran.code, 2, "{}", ran.out);
    ran.complains("damaged or dangerous", "original file");
    assert_eq!(everything(folder.path()), [file]);
}

#[test]
fn what_no_signature_covers_comes_with_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let ran = extract(&samples().join("uncovered-file.edoc"), &folder.path().join("to"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.err.lines().filter(|line| line.starts_with("warning: ")).count(), 1, "{}", ran.err);
    let covered = extract(&samples().join("anna-matematika.edoc"), &folder.path().join("covered"));
    assert_eq!((covered.code, covered.err.as_str()), (0, ""));
    let tampered = extract(&samples().join("tampered.edoc"), &folder.path().join("tampered"));
    assert!(tampered.err.contains("was changed after it was signed"), "{}", tampered.err);
}

#[test]
fn what_is_no_container_gives_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.edoc");
    fs::write(&file, "%PDF-1.7\n").unwrap();
    let ran = extract(&file, &folder.path().join("to"));
    assert_eq!(ran.code, 2);
    ran.complains("nothing can be copied out", "PDF");
    assert!(!folder.path().join("to").exists());
}

#[cfg(unix)]
#[test]
fn where_nothing_may_be_written_nothing_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.edoc");
    fs::write(&file, asic_e(&[("a.txt", "1")]).bytes()).unwrap();
    // A file stands where the folder should be made.
    let to = folder.path().join("taken");
    fs::write(&to, "mine").unwrap();
    let ran = extract(&file, &to.join("below"));
    assert_eq!(ran.code, 2);
    ran.complains("cannot be written", "nothing unfinished");
    assert_eq!(everything(folder.path()), [file, to]);
}
