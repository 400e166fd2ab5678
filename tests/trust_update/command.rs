//! `edoc trust update` as its users meet it: the real program against the real server.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use super::lists::{Scheme, operator};
use super::server::Page;
use crate::program::*;

/// A reader's folder and a file of the scheme's pins.
struct Reader {
    data: tempfile::TempDir,
}

impl Reader {
    fn of(scheme: &Scheme) -> Self {
        let data = tempfile::tempdir().unwrap();
        let notice = &scheme.pins.notice;
        let pins = format!(
            "[lotl]\nurl = \"{}\"\n[[notice]]\nname = \"{}\"\nurl = \"{}\"\npublished = \"2026-01-01\"\nuntil = \"\"\n\
             certificates = [{{ sha256 = \"{}\", not_after = \"2030-01-01\" }}]\n",
            scheme.pins.lotl, notice.name, notice.url, notice.certificates[0]
        );
        std::fs::write(data.path().join("pins.toml"), pins).unwrap();
        Self { data }
    }

    fn pins(&self) -> String {
        self.data.path().join("pins.toml").to_str().unwrap().to_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command
            .env("EDOC_DATA", self.data.path().join("kept"))
            // No proxy of the machine that runs the tests stands between it and itself.
            .env("NO_PROXY", "127.0.0.1")
            .args(["trust", "--at", "2026-11-23T12:00:00Z"])
            .args(arguments);
        command
    }

    fn edoc(&self, arguments: &[&str]) -> Ran {
        Ran::of(&mut self.command(arguments))
    }

    /// What is kept: names, sizes and when they were written.
    fn kept(&self) -> BTreeMap<OsString, (u64, SystemTime)> {
        let Ok(entries) = std::fs::read_dir(self.data.path().join("kept/lists-1")) else { return BTreeMap::new() };
        // One that goes meanwhile is seen to be gone the next time.
        let facts = entries.flatten().filter_map(|entry| {
            let facts = entry.metadata().ok()?;
            Some((entry.file_name(), (facts.len(), facts.modified().ok()?)))
        });
        facts.collect()
    }

    fn update(&self, more: &[&str]) -> Ran {
        self.edoc(&[&["update", "--pins", &self.pins()], more].concat())
    }
}

#[test]
fn lists_are_fetched_kept_and_shown() {
    let scheme = Scheme::good();
    let reader = Reader::of(&scheme);
    let ran = reader.update(&[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert_eq!(
        ran.out,
        "EU: number 7, new\nXX: number 5, new\nXY: number 5, new\nAll lists are as new as they can be had\n"
    );
    let status = reader.edoc(&["status"]);
    assert!(status.out.contains("XX, number 5, issued") && status.out.contains("\n  fetched\n"), "{}", status.out);
    assert!(status.out.contains("LV, number 51"), "the list built in is still there");
    let again = reader.update(&["--country", "xx"]);
    assert_eq!(again.out.lines().next(), Some("EU: number 7, nothing newer"));
    assert_eq!(again.out.lines().nth(1), Some("XX: number 5, nothing newer"));
}

#[test]
fn another_address_of_the_list_of_lists_can_be_named() {
    let scheme = Scheme::good();
    scheme.server.serve("elsewhere.xml", Page::Body(scheme.lotl(|list| list.sequence = 8)));
    let ran = Reader::of(&scheme).update(&["--lotl", &scheme.server.url("elsewhere.xml"), "--country", "XY"]);
    assert!(ran.code == 0 && ran.out.starts_with("EU: number 8, new\nXY: number 5, new\n"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_list_that_cannot_be_had_is_said_and_the_others_are_kept() {
    let scheme = Scheme::good();
    let reader = Reader::of(&scheme);
    assert_eq!(reader.update(&[]).code, 0);
    scheme.serve_national("XX", |list| {
        list.sequence = 6;
        list.signer = operator("stranger");
    });
    scheme.server.serve("XY.xml", Page::Status(503));
    let ran = reader.update(&[]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""), "{}", ran.out);
    assert!(ran.out.contains("\nXX: not updated: signed by ") && ran.out.contains("whom nobody names"), "{}", ran.out);
    assert!(ran.out.contains("\nXY: not updated: the server answered with status 503\n"), "{}", ran.out);
    assert!(ran.out.contains("2 lists could not be updated"), "{}", ran.out);
    assert!(reader.edoc(&["status"]).out.contains("XX, number 5, issued"), "the old one is still there");
    scheme.server.serve("lotl.xml", Page::Status(404));
    assert_eq!(reader.update(&[]).code, 2, "without the list of lists nothing is certain");
}

#[test]
fn strange_pins_and_strange_countries_are_complaints() {
    let scheme = Scheme::good();
    let reader = Reader::of(&scheme);
    let bad = reader.data.path().join("bad.toml");
    std::fs::write(&bad, "[lotl]\nurl = 1\n").unwrap();
    let ran = reader.edoc(&["update", "--pins", bad.to_str().unwrap()]);
    assert!(ran.code == 2 && ran.err.contains("the pins cannot be used"), "{}", ran.err);
    assert!(scheme.server.asked().is_empty());
    let ran = reader.update(&["--country", "ZZ"]);
    assert!(
        ran.code == 3 && ran.out.contains("ZZ: not updated: the EU list of lists names no such list"),
        "{}",
        ran.out
    );
    assert!(!Path::new(&reader.data.path().join("kept/lists-1/ZZ.list")).exists());
}

#[test]
fn an_update_that_is_killed_leaves_the_old_or_the_new_lists() {
    let scheme = Scheme::good();
    let reader = Reader::of(&scheme);
    assert_eq!(reader.update(&[]).code, 0);
    let pins = reader.pins();
    let (mut killed, mut newest) = (0, 5);
    for round in 0..16_u64 {
        for territory in ["XX", "XY"] {
            scheme.serve_national(territory, |list| list.sequence = 6 + u32::try_from(round).unwrap());
        }
        let before = reader.kept();
        let mut update = reader.command(&["update", "--pins", &pins]);
        let mut child = update.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Once something is kept, each at another moment of the work.
        let begun = begins(&mut child, || reader.kept() != before);
        std::thread::sleep(Duration::from_micros(40 * round * round));
        child.kill().unwrap();
        let ended = child.wait().unwrap().code();
        // Some systems give a program that was killed a code, and it is this one.
        assert!(matches!(ended, None | Some(0 | 1)), "{ended:?}");
        killed += u32::from(begun && ended != Some(0));
        let status = reader.edoc(&["status"]);
        assert_eq!((status.code, status.err.as_str()), (0, ""), "nothing is damaged");
        for territory in ["XX", "XY"] {
            let line = status.out.lines().find(|line| line.contains(&format!("{territory}, number "))).unwrap();
            let number = line.split("number ").nth(1).unwrap().split(',').next().unwrap().parse::<u64>().unwrap();
            assert!((newest..=6 + round).contains(&number), "{line}");
        }
        if round % 4 == 3 {
            assert_eq!(reader.update(&[]).code, 0, "the next one finds nothing in its way");
            newest = 6 + round;
        }
    }
    println!("{killed} of 16 updates were killed at work");
    assert!(killed > 0);
}
