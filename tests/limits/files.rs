//! Files and folders that the reader names: holes as large as a limit, through the real program.

use std::fs::{self, File};
use std::path::Path;

use edoc::limits;

use crate::program::*;

/// What the program says for these arguments, the last of which is a file of this size that holds nothing.
fn said(arguments: &[&str], name: &str, size: usize) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    File::create(&path).unwrap().set_len(size as u64).unwrap();
    run(arguments, &path)
}

fn run(arguments: &[&str], path: &Path) -> String {
    Ran::of(program().args(arguments).arg(path).arg(sample("unsigned.edoc"))).err
}

#[test]
fn files_that_the_reader_names_are_read_to_their_limit() {
    for (arguments, name, limit) in [
        (&["verify", "--issuers"][..], "a.toml", limits::ISSUERS_FILE_BYTES),
        (&["verify", "--policy"], "a.toml", limits::POLICY_FILE_BYTES),
        (&["verify", "--trust"], "a.xml", limits::TRUSTED_LIST_BYTES),
        (&["judge"], "a.json", limits::FACTS_BYTES),
        (&["recheck"], "a.json", limits::EARLIER_REPORT_BYTES),
    ] {
        let (at, above) = (said(arguments, name, limit), said(arguments, name, limit + 1));
        assert!(above.contains("too large") && !at.contains("too large"), "{arguments:?}: {at} {above}");
        assert!(
            at.starts_with("error: ") && at.len() < 10 * limits::FAULT_CHARACTERS,
            "{arguments:?}: {} octets",
            at.len()
        );
    }
    // Read to their limit these would only be slow.
    let list = said(&["dossier", "--from"], "list.txt", limits::PATH_LIST_BYTES + 1);
    assert!(list.contains("too large"), "{list}");
}

#[test]
fn folders_are_walked_to_a_depth() {
    let folder = tempfile::tempdir().unwrap();
    let mut deepest = folder.path().to_owned();
    // The folder that is named is the first.
    (1..limits::FOLDER_DEPTH).for_each(|_| deepest.push("a"));
    fs::create_dir_all(&deepest).unwrap();
    fs::copy(sample("unsigned.edoc"), deepest.join("a.edoc")).unwrap();
    assert_eq!(run(&["verify"], folder.path()), "");
    fs::create_dir(deepest.join("b")).unwrap();
    assert!(run(&["verify"], folder.path()).starts_with("error: "));
}
