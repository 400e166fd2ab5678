//! `edoc watch`: files that come are in the table, and Ctrl-C ends it.

use std::fs;

use super::program::edoc;

#[cfg(unix)]
#[test]
fn files_that_come_are_in_the_table_until_ctrl_c() {
    use std::process::{Command, Stdio};

    use super::program::{Running, begins, program, samples};

    let folder = tempfile::tempdir().unwrap();
    let (inbox, table) = (folder.path().join("inbox"), folder.path().join("table.csv"));
    fs::create_dir(&inbox).unwrap();
    // A table of an earlier run, which this one goes on with.
    let earlier = edoc(["dossier", "--format", "csv", "--quiet", "no-such.edoc"]).out;
    assert_eq!(earlier.lines().count(), 2);
    fs::write(&table, &earlier).unwrap();
    let mut command = program();
    command.args(["watch", "--every", "1"]).args([&inbox, std::path::Path::new("--out"), &table]);
    let mut watch = Running::start(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
    let mut waits_for = |rows: usize, said: &str| {
        let mut text = String::new();
        let come = begins(watch.child(), || {
            text = fs::read_to_string(&table).unwrap_or_default();
            text.lines().count() == rows + 1 && text.contains(said)
        });
        assert!(come, "it ended by itself: {text}");
    };
    waits_for(0, "Verdict");
    fs::copy(samples().join("unsigned.edoc"), inbox.join("a.edoc")).unwrap();
    waits_for(1, "unsigned");
    fs::copy(samples().join("tampered.edoc"), inbox.join("b.edoc")).unwrap();
    waits_for(2, "refuted/HASH_FAILURE");
    fs::remove_file(inbox.join("a.edoc")).unwrap();
    waits_for(1, "refuted/HASH_FAILURE");
    let sent = Command::new("kill").args(["-INT", &watch.child().id().to_string()]).status().unwrap();
    assert!(sent.success());
    let output = watch.ended();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("NOT SIGNED: ") && said.contains("NOT VALID: "), "{said}");
    // Nothing unfinished lies beside the table.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn nothing_but_an_earlier_table_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path().join("inbox");
    fs::create_dir(&inbox).unwrap();
    let run = |table: &std::path::Path, more: &[&str]| {
        let arguments = ["watch", inbox.to_str().unwrap(), "--out", table.to_str().unwrap()];
        edoc([&arguments[..], more].concat())
    };
    // Whatever its name, whatever stands there.
    for name in ["a.edoc", "b.ASICE", "c.zip"] {
        run(&folder.path().join(name), &[]).complains("the name of an e-document", "table.csv");
    }
    let other = folder.path().join("320000-00001.csv");
    let head = edoc(["dossier", "--format", "csv", "--quiet", "no-such.edoc"]).out.lines().next().unwrap().to_owned();
    for text in ["", "somebody's own", "PK\u{3}\u{4}", &head[..head.len() - 1], &head.replace(',', ";")] {
        fs::write(&other, text).unwrap();
        let ran = run(&other, &[]);
        ran.complains("is no table of this form", "only an earlier table");
        assert!(ran.code == 2 && ran.err.contains("••••••-•••01.csv"), "{}", ran.err);
        assert_eq!(fs::read_to_string(&other).unwrap(), text);
    }
    // In another language or with another separator it is another table.
    fs::write(&other, format!("{head}\r\n")).unwrap();
    assert_eq!([run(&other, &["--semicolon"]).code, run(&other, &["--lang", "lv"]).code], [2, 2]);
    #[cfg(unix)]
    {
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(&other, &link).unwrap();
        run(&link, &[]).complains("is no table of this form", "only an earlier table");
        assert!(link.symlink_metadata().unwrap().is_symlink());
    }
    run(&inbox, &[]).complains("is no table of this form", "only an earlier table");
}

#[test]
fn a_folder_and_a_place_for_the_table_are_needed() {
    let folder = tempfile::tempdir().unwrap();
    let shown = folder.path().to_str().unwrap();
    edoc(["watch", "/no/such/folder", "--out", "a.csv"]).complains("there is no such file", "check the path");
    edoc(["watch", shown]).complains("missing: --out", "--help");
    let nowhere = folder.path().join("none/table.csv");
    edoc(["watch", shown, "--out", nowhere.to_str().unwrap()]).complains("cannot be written", "free space");
    edoc(["watch", shown, "--out", "a.csv", "--every", "0"]).complains("“0”", "--help");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
