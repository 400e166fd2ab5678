//! `edoc trust`: what is known of lists and services, and lists kept from files.

use std::fs;
use std::path::Path;

use super::program::{Ran, program, samples};
use crate::corpus;

const AT: &str = "2026-11-23T12:00:00Z";

fn edoc(data: &Path, arguments: &[&str]) -> Ran {
    Ran::of(program().env("EDOC_DATA", data).args(["trust", "--at", AT]).args(arguments))
}

fn sample_list() -> String {
    samples().join("trust-list.xml").to_str().unwrap().to_owned()
}

#[test]
fn status_names_every_list_with_number_age_origin_signature_and_what_is_overdue() {
    let data = tempfile::tempdir().unwrap();
    let ran = edoc(data.path(), &["status"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("No lists have been fetched"), "{}", ran.out);
    let latvia = "LV, number 51, issued 28 April 2026 (208 days ago)\n  the next issue was due 28 October 2026\n  \
                  built into the program\n  signature checked when the program was made\n";
    assert!(ran.out.contains(latvia), "{}", ran.out);
    let lists = ran.out.lines().filter(|line| line.contains(", number ")).count();
    assert_eq!(lists, edoc::trust::snapshot().lists.len());
    let overdue = ran.out.lines().filter(|line| line.contains("the next issue was due")).count();
    let overdue = overdue + ran.out.lines().filter(|line| line.contains("the list is closed")).count();
    assert!(overdue > 0 && ran.out.contains(&format!("{overdue} lists are past")), "{overdue}: {}", ran.out);
    let before = Ran::of(program().args(["trust", "status", "--at", "2026-05-01T00:00:00Z"]));
    assert!(before.out.contains("next issue due 28 October 2026"), "{}", before.out);
    assert!(fs::read_dir(data.path()).unwrap().next().is_none(), "looking writes nothing");
}

#[test]
fn a_list_given_with_trust_is_shown_with_what_its_signature_is_worth() {
    let data = tempfile::tempdir().unwrap();
    let ran = edoc(data.path(), &["status", "--trust", &sample_list()]);
    assert!(ran.out.contains("added by you"), "{}", ran.out);
    assert!(ran.out.contains("whom nobody names as its signer"), "{}", ran.out);
    let folder = tempfile::tempdir().unwrap();
    fs::copy(sample_list(), folder.path().join("one.XML")).unwrap();
    fs::write(folder.path().join("README.md"), "no list").unwrap();
    let ran = edoc(data.path(), &["status", "--trust", folder.path().to_str().unwrap()]);
    assert!(ran.code == 0 && ran.out.contains("added by you"), "a folder: {}{}", ran.out, ran.err);
    fs::write(folder.path().join("two.xml"), "<no/>").unwrap();
    let ran = edoc(data.path(), &["status", "--trust", folder.path().to_str().unwrap()]);
    ran.complains("cannot be used as a trusted list", "TS 119 612");
}

#[test]
fn services_are_listed_by_country_with_their_status_at_the_time_asked_for() {
    let data = tempfile::tempdir().unwrap();
    let latvia = edoc(data.path(), &["list", "--country", "lv"]);
    assert_eq!((latvia.code, latvia.err.as_str()), (0, ""));
    assert!(latvia.out.contains("granted since 12 February 2021: CA/QC, LV eParaksts ICA 2021"), "{}", latvia.out);
    assert!(!latvia.out.contains("\nEE, "), "another country");
    let then = Ran::of(program().args(["trust", "list", "--country", "LV", "--at", "2018-02-01T00:00:00Z"]));
    assert!(then.out.contains("not listed at that time: CA/QC, LV eParaksts ICA 2021"), "{}", then.out);
    assert!(then.out.contains("withdrawn since 16 January 2018: CA/QC, "), "{}", then.out);
    let two = edoc(data.path(), &["list", "--country", "LV,EE"]);
    assert!(
        two.out.contains("\nEE, number ") && two.out.contains("\nLV, number ") || two.out.starts_with("LV, number ")
    );
    let nobody = edoc(data.path(), &["list", "--country", "XQ"]);
    assert_eq!(nobody.code, 2);
    nobody.complains("no list of XQ", "edoc trust status");
}

#[test]
fn what_is_listed_under_a_digest_is_shown_with_its_history() {
    let data = tempfile::tempdir().unwrap();
    let certificate = "79a0a1574bcfbedf598d80c2dae92895d5dce4c04ef9d9ab4837884083c2917d";
    let ran = edoc(data.path(), &["show", certificate]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for text in ["NTRLV-40003011203", "LV, number 51", "withdrawn since", "granted since", "not at hand", certificate] {
        assert!(ran.out.contains(text), "{text}: {}", ran.out);
    }
    let key = edoc::trust::snapshot().services().find_map(|service| {
        let mut listed = service.certificates.iter();
        Some(listed.find(|listed| listed.sha256.to_string() == certificate)?.spki_sha256.to_string())
    });
    assert!(edoc(data.path(), &["show", &key.unwrap()]).out.contains(certificate), "by its key");
    let unknown = edoc(data.path(), &["show", &"0".repeat(64)]);
    assert!(unknown.code == 3 && unknown.out.contains("No trusted list names"), "{}", unknown.out);
    assert_eq!(edoc(data.path(), &["show", "12"]).code, 2);
}

#[test]
fn a_real_list_is_imported_by_the_pins_and_a_changed_or_older_one_is_not() {
    let Some(corpus) = corpus::folder() else { return };
    let data = tempfile::tempdir().unwrap();
    let list = corpus.join("trust/eu/LV.xml");
    let import = |path: &Path| edoc(data.path(), &["import", path.to_str().unwrap()]);
    let ran = import(&list);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("LV, number 51") && ran.out.contains("new"), "{}", ran.out);
    assert!(import(&list).out.contains("nothing newer"));
    let status = edoc(data.path(), &["status"]);
    assert!(status.out.contains("Kept in ") && status.out.contains("imported from a file"), "{}", status.out);
    assert!(status.out.contains("rightly signed"), "{}", status.out);
    let shown = edoc(data.path(), &["show", "adecfba900af836536a21d4f30fba95628ae18bf2c139cd9a59af131e4497cf9"]);
    assert!(shown.out.contains("The certificate is at hand"), "{}", shown.out);

    let older = import(&corpus.join("trust/older/LV-seq48-113c907b.xml"));
    older.complains("is older than the one here, number 51", "--trust");
    let changed = data.path().join("changed.xml");
    fs::write(&changed, fs::read_to_string(&list).unwrap().replacen("granted", "withdrawn", 1)).unwrap();
    import(&changed).complains("the list was changed after it was signed", "--trust");
    import(&corpus.join("trust/eu/EE.xml")).complains("whom nobody names as its signer", "--trust");
    import(&samples().join("unsigned.edoc")).complains("cannot be used as a trusted list", "");
    let status = edoc(data.path(), &["status"]);
    assert!(status.out.contains("LV, number 51") && status.out.contains("imported from a file"), "still there");
}

#[test]
fn the_list_of_lists_vouches_for_the_lists_imported_with_it_in_any_order() {
    let Some(corpus) = corpus::folder() else { return };
    let data = tempfile::tempdir().unwrap();
    let files = ["EE.xml", "LT.xml", "eu-lotl.xml"].map(|name| corpus.join("trust/eu").join(name));
    let files: Vec<_> = files.iter().map(|path| path.to_str().unwrap()).collect();
    let ran = edoc(data.path(), &[&["import"], files.as_slice()].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let status = edoc(data.path(), &["status"]);
    assert!(status.out.contains("named by the EU list of lists, number 390"), "{}", status.out);
    assert!(status.out.contains("EU list of lists, number 390, issued"), "{}", status.out);
    let croatia = corpus.join("trust/eu/HR.xml");
    edoc(data.path(), &["import", croatia.to_str().unwrap()]).complains("whom nobody names as its signer", "--trust");
}

#[test]
fn a_damaged_file_is_said_and_the_list_built_in_counts() {
    let Some(corpus) = corpus::folder() else { return };
    let data = tempfile::tempdir().unwrap();
    let list = corpus.join("trust/eu/LV.xml");
    assert_eq!(edoc(data.path(), &["import", list.to_str().unwrap()]).code, 0);
    let kept = data.path().join("lists-1/LV.list");
    let mut octets = fs::read(&kept).unwrap();
    let middle = octets.len() / 2;
    octets[middle] ^= 1;
    fs::write(&kept, octets).unwrap();
    let ran = edoc(data.path(), &["status"]);
    assert!(ran.code == 0 && ran.err.contains("Damaged, not used: LV.list"), "{}", ran.err);
    assert!(ran.out.contains("LV, number 51") && ran.out.contains("built into the program"), "{}", ran.out);
    let file = samples().join("anna-matematika.edoc");
    let verified = Ran::of(program().env("EDOC_DATA", data.path()).arg("verify").arg(file));
    assert!(verified.code == 3 && verified.err.contains("Damaged, not used: LV.list"), "{}", verified.err);
}
