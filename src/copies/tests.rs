//! Copies are what was judged, and leave nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::dossier::{Setting, examine};

fn sample() -> (PathBuf, Report) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/uncovered-file.edoc");
    let setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    let report = examine(&path, &setting).result.unwrap();
    (path, report)
}

#[test]
fn one_and_all_documents_are_saved_as_they_are() {
    let (file, report) = sample();
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(save_all(&file, &report, folder.path()).unwrap(), report.documents.len());
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, report.documents.len());
    assert!(matches!(save_all(&file, &report, folder.path()), Err(Stopped::Writing(_))), "nothing is replaced");
    let target = folder.path().join("one.pdf");
    fs::write(&target, "old").unwrap();
    save(&file, &report.documents[0], &target).unwrap();
    assert_eq!(fs::read(&target).unwrap(), content(&file, &report.documents[0], 1 << 20).unwrap());
}

#[test]
fn a_file_that_changed_since_gives_nothing() {
    let (file, report) = sample();
    let mut judged = report.documents[0].clone();
    judged.sha256 = report.documents[1].sha256;
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(content(&file, &judged, 1 << 20), Err(Stopped::AnotherFile)));
    assert!(matches!(save(&file, &judged, &folder.path().join("a.pdf")), Err(Stopped::AnotherFile)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
    judged.name = "elsewhere.pdf".to_owned();
    assert!(matches!(content(&file, &judged, 1 << 20), Err(Stopped::AnotherFile)));
}

#[test]
fn the_container_itself_is_never_written_to() {
    let (file, report) = sample();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.edoc");
    fs::copy(&file, &copy).unwrap();
    assert!(matches!(save(&copy, &report.documents[0], &copy), Err(Stopped::Writing(_))));
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&file).unwrap());
}

#[test]
fn private_copies_are_read_only_and_go_with_their_owner() {
    let (file, report) = sample();
    let temporary = tempfile::tempdir().unwrap();
    let mut copies = PrivateCopies::below(temporary.path()).unwrap();
    let first = copies.copy(&file, &report.documents[0]).unwrap();
    let again = copies.copy(&file, &report.documents[0]).unwrap();
    assert!(first != again && first.file_name() == again.file_name() && copies.holds(&first));
    assert!(fs::metadata(&first).unwrap().permissions().readonly());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&first), mode(first.parent().unwrap())), (0o400, 0o700));
    }
    PrivateCopies::sweep(temporary.path());
    assert!(first.exists(), "whoever runs keeps its copies");
    drop(copies);
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
}

#[test]
fn what_a_crash_left_is_swept_and_nothing_else() {
    let temporary = tempfile::tempdir().unwrap();
    let left = temporary.path().join("zimogs-copies-0123");
    fs::create_dir_all(left.join("1")).unwrap();
    fs::write(left.join("lock"), "").unwrap();
    for other in ["zimogs-copies-without-lock", "other"] {
        fs::create_dir_all(temporary.path().join(other)).unwrap();
    }
    PrivateCopies::sweep(temporary.path());
    assert!(!left.exists());
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 2);
}
