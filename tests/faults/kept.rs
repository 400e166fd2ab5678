//! What is kept between runs, cut off anywhere, written by two at once, or by one that was killed.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use crate::corpus;
use crate::program::*;

fn with(data: &Path, arguments: &[&str]) -> Ran {
    Ran::of(program().env("EDOC_DATA", data).args(arguments))
}

#[test]
fn issuers_cut_off_anywhere_are_whole_refused_or_fewer_and_never_lost() {
    let data = tempfile::tempdir().unwrap();
    let text = fs::read(sample("issuers.toml")).unwrap();
    let path = data.path().join("issuers.toml");
    for cut in 0..=text.len() {
        fs::write(&path, &text[..cut]).unwrap();
        let ran = with(data.path(), &["issuers", "list"]);
        assert!(ran.code == 0 || ran.code == 2, "cut off at {cut}: {} {}", ran.code, ran.err);
        if ran.code == 2 {
            ran.complains("issuers", "");
        }
        assert_eq!(fs::read(&path).unwrap(), &text[..cut], "what is there is left as it is");
    }
    assert!(with(data.path(), &["issuers", "list"]).out.contains("PARAUGS"), "the whole file is read");
}

#[test]
fn two_programs_that_keep_a_list_at_once_leave_a_whole_one() {
    let Some(corpus) = corpus::folder() else { return };
    let list = corpus.join("trust/eu/LV.xml");
    let data = tempfile::tempdir().unwrap();
    let import = || {
        let mut command = program();
        command.env("EDOC_DATA", data.path()).args(["trust", "--at", AT, "import"]).arg(&list);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let mut both = [import(), import(), import()];
    assert!(both.iter_mut().all(|child| child.wait().unwrap().code() == Some(0)));
    whole(data.path(), "imported from a file");
}

#[test]
fn a_program_killed_while_it_keeps_a_list_leaves_the_old_or_the_new_one() {
    let Some(corpus) = corpus::folder() else { return };
    let list = corpus.join("trust/eu/LV.xml");
    let (mut kept, mut killed) = (0, 0);
    for moment in 0..24 {
        let data = tempfile::tempdir().unwrap();
        let mut command = program();
        command.env("EDOC_DATA", data.path()).args(["trust", "--at", AT, "import"]).arg(&list);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Until something is there, and then a little longer each time.
        let folder = data.path().join("lists-1");
        let begun = begins(&mut child, || fs::read_dir(&folder).map_or(0, Iterator::count) > 0);
        std::thread::sleep(Duration::from_micros(moment * moment * 40));
        child.kill().unwrap();
        // Of a program that came to its end there is a code.
        let ended = child.wait().unwrap().code();
        assert!(matches!(ended, None | Some(0)), "{ended:?}");
        killed += usize::from(begun && ended.is_none());
        let there = folder.join("LV.list").exists();
        kept += usize::from(there);
        whole(data.path(), if there { "imported from a file" } else { "built into the program" });
        // And the next run keeps it, whatever lies about.
        let again = with(data.path(), &["trust", "--at", AT, "import", list.to_str().unwrap()]);
        assert_eq!((again.code, again.err.as_str()), (0, ""), "{}", again.out);
    }
    println!("{killed} of 24 were killed at work; {kept} had kept the list by then");
    assert!(killed > 0);
}

/// The list in force is this one, and nothing is damaged.
fn whole(data: &Path, from: &str) {
    let status = with(data, &["trust", "--at", AT, "status"]);
    assert_eq!((status.code, status.err.as_str()), (0, ""), "{}", status.out);
    let mut lines = status.out.lines().skip_while(|line| !line.contains("LV, number 51"));
    assert!(lines.next().is_some() && status.out.contains(from), "{}", status.out);
}
