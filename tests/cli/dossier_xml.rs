//! `edoc dossier --format etsi-xml`: a report for each file, in a folder.

use std::fs;
use std::path::Path;

use super::program::{Ran, judged, sample, samples};

fn run(folder: &Path, more: &[&str]) -> Ran {
    judged("dossier", &[&["--format", "etsi-xml", "--out", folder.to_str().unwrap()], more].concat())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn each_file_has_the_report_that_verify_writes() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("reports");
    let paths = [sample("anna-matematika.edoc"), sample("tampered.edoc"), sample("unsigned.edoc")];
    let ran = run(&out, &paths.each_ref().map(String::as_str));
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with(&format!("written: {}\nIn all: 3 files;", out.display())), "{}", ran.out);
    ran.complains("there is no signature to report on", "without --etsi-xml");
    assert_eq!(names(&out), ["anna-matematika.edoc.xml", "tampered.edoc.xml"]);
    for path in &paths[..2] {
        let name = Path::new(path).file_name().unwrap().to_str().unwrap();
        let written = fs::read_to_string(out.join(format!("{name}.xml"))).unwrap();
        assert_eq!(written, judged("verify", &["--etsi-xml", path]).out);
    }
    assert_eq!(run(&folder.path().join("b"), &[&paths[2], "--quiet"]).err, "");
}

#[test]
fn files_of_one_name_have_reports_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let (out, inside) = (folder.path().join("reports"), folder.path().join("files"));
    for (applicant, sample) in [("a", "anna-matematika.edoc"), ("b", "tampered.edoc"), ("c", "anna-matematika.edoc")] {
        fs::create_dir_all(inside.join(applicant)).unwrap();
        fs::copy(samples().join(sample), inside.join(applicant).join("x.edoc")).unwrap();
    }
    fs::copy(samples().join("anna-anglu-valoda.edoc"), inside.join("32000000001.edoc")).unwrap();
    assert_eq!(run(&out, &["--quiet", inside.to_str().unwrap()]).code, 1);
    assert_eq!(names(&out)[..3], ["x.edoc (2).xml", "x.edoc (3).xml", "x.edoc.xml"]);
    // The same octets under another name: reported on again.
    let verdicts = |name: &str| fs::read_to_string(out.join(name)).unwrap().contains("total-passed");
    assert!(verdicts("x.edoc.xml") && !verdicts("x.edoc (2).xml") && verdicts("x.edoc (3).xml"));
    let named = &names(&out)[3];
    assert!(named.ends_with(".edoc.xml") && !named.contains("32000000001"), "{named}");
}

#[test]
fn nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("tampered.edoc.xml");
    fs::write(&there, "somebody's own").unwrap();
    let ran = run(folder.path(), &[&sample("anna-matematika.edoc"), &sample("tampered.edoc")]);
    assert_eq!(ran.code, 2);
    ran.complains("tampered.edoc.xml: is there already", "nothing is overwritten");
    assert_eq!(fs::read_to_string(&there).unwrap(), "somebody's own");
    // What was finished before stays.
    assert_eq!(names(folder.path()), ["anna-matematika.edoc.xml", "tampered.edoc.xml"]);
    let file = folder.path().join("tampered.edoc.xml");
    assert_eq!(run(&file.join("below"), &[&sample("tampered.edoc")]).code, 2);
}
