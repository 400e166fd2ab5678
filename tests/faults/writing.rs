//! Disks that are full: a plain sentence, and nothing half done.

use std::fs;

use crate::corpus;
use crate::program::*;

/// Runs the program where no file may grow beyond this many blocks of 512 octets, as on a full disk.
fn on_a_full_disk(blocks: u32, data: &std::path::Path, arguments: &[String]) -> Ran {
    // Without the trap the system would end the program before it is told.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    Ran::of(quiet("sh").env("EDOC_DATA", data).args(["-c", &script, PROGRAM]).args(arguments))
}

#[test]
fn a_table_that_does_not_fit_is_said_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for form in ["csv", "json", "xlsx", "text"] {
        let out = folder.path().join(format!("table.{form}"));
        let mut run = vec!["dossier".to_owned(), "--quiet".to_owned(), "--format".to_owned(), form.to_owned()];
        run.extend(["--out".to_owned(), out.to_str().unwrap().to_owned()]);
        run.extend(trusting());
        run.push(sample(""));
        let ran = on_a_full_disk(1, folder.path(), &run);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{form}");
        ran.complains("cannot be written", "");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{form}");
        // The twin has room.
        let ran = on_a_full_disk(100_000, folder.path(), &run);
        assert!(ran.err.is_empty() && out.is_file(), "{form}: {}", ran.err);
        fs::remove_file(out).unwrap();
    }
}

#[test]
fn documents_that_do_not_fit_are_said_and_none_is_left_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample("anna-matematika.edoc");
    let run = ["extract".to_owned(), "--to".to_owned(), folder.path().to_str().unwrap().to_owned(), file];
    let ran = on_a_full_disk(1, folder.path(), &run);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.starts_with("error: ") && !ran.err.contains("panicked"), "{}", ran.err);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert_eq!(on_a_full_disk(100_000, folder.path(), &run).code, 0);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn standard_output_that_takes_nothing_is_said() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    for command in ["verify", "list", "show", "dossier"] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut run = program();
        run.arg(command).arg(sample("anna-matematika.edoc")).stdout(full);
        let out = run.output().unwrap();
        let err = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{command}: {err}");
        assert!(
            err.starts_with("error: ") && err.lines().count() == 2 && !err.contains("panicked"),
            "{command}: {err}"
        );
    }
}

#[test]
fn a_list_that_does_not_fit_leaves_the_one_that_was_there() {
    let Some(corpus) = corpus::folder() else { return };
    let data = tempfile::tempdir().unwrap();
    let list = corpus.join("trust/eu/LV.xml").to_str().unwrap().to_owned();
    let import = ["trust", "--at", AT, "import", &list].map(str::to_owned);
    let nothing_kept = on_a_full_disk(1, data.path(), &import);
    assert_eq!(nothing_kept.code, 2, "{}", nothing_kept.out);
    nothing_kept.complains("could not be written", "");
    let kept = || fs::read_dir(data.path().join("lists-1")).map_or(0, Iterator::count);
    let lists = || fs::read(data.path().join("lists-1/LV.list"));
    assert!(lists().is_err());
    assert_eq!(on_a_full_disk(100_000, data.path(), &import).code, 0);
    let (before, count) = (lists().unwrap(), kept());
    // Keeping it once more writes nothing that it did not have.
    let again = on_a_full_disk(1, data.path(), &import);
    assert!(!again.err.contains("panicked"), "{}", again.err);
    assert!(lists().unwrap() == before && kept() == count);
}
