//! Archives of files: each e-document in one is judged by itself, and nothing in one leads anywhere else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

#[allow(dead_code)]
mod program;
#[path = "container/zip_writer.rs"]
#[allow(dead_code)]
mod zip_writer;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use edoc::container::{ArchiveFault, Bundle, Bytes, NameDanger, Source, bundle, bundled};
use edoc::copies::{PrivateCopies, Stopped, content, save, save_all};
use edoc::dossier::{Jobs, Octets, Setting, Unexamined, examine, examine_all, expand, file_holding, open_source};
use edoc::limits;
use edoc::report::Authenticity;
use zip_writer::{Item, Zip};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(samples().join(name)).unwrap()
}

fn setting() -> Setting {
    let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples().join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples().join("issuers.toml")).unwrap();
    setting
}

fn zip(items: Vec<Item>) -> Vec<u8> {
    Zip { items, ..Zip::default() }.bytes()
}

/// A folder with one archive in it.
fn archive(name: &str, items: Vec<Item>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, zip(items)).unwrap();
    (folder, path)
}

/// What one archive stands for: paths within it, and reasons.
fn inside(archive: &Path) -> Vec<(String, Option<Unexamined>)> {
    let relative = |path: PathBuf| path.strip_prefix(archive).unwrap().to_str().unwrap().to_owned();
    let inputs = expand(&[archive.to_owned()]);
    inputs
        .into_iter()
        .map(|input| match input {
            Ok(path) => (relative(path), None),
            Err((path, reason)) => (relative(path), Some(reason)),
        })
        .collect()
}

#[test]
fn an_archive_stands_for_the_e_documents_in_it_by_name() {
    let anna = sample("anna-matematika.edoc");
    let (_folder, path) = archive(
        "pieteikumi.zip",
        vec![
            Item::stored("b/", ""),
            Item::deflated("b/Ķīmija.EDOC", sample("janis-kimija.asice")),
            Item::stored("b/readme.txt", "no e-document"),
            Item::stored("a.edoc", &anna),
            Item::stored("__MACOSX/._a.edoc", "of macOS"),
            Item::deflated("tampered.edoc", sample("tampered.edoc")),
        ],
    );
    let examined = examine_all(&[samples().join("unsigned.edoc"), path.clone()], &setting(), Jobs::AtMost(2));
    let words: Vec<_> = examined.iter().map(|one| one.result.as_ref().unwrap().authenticity).collect();
    let paths: Vec<_> = examined.iter().skip(1).map(|one| one.path.clone()).collect();
    assert_eq!(paths, [path.join("a.edoc"), path.join("b/Ķīmija.EDOC"), path.join("tampered.edoc")]);
    assert_eq!(words[..3], [Authenticity::Unsigned, Authenticity::Genuine, Authenticity::Genuine]);
    assert!(matches!(words[3], Authenticity::Refuted(_)));
    let report = examined[1].result.as_ref().unwrap();
    assert_eq!((report.file.name.as_str(), report.file.size), ("a.edoc", anna.len() as u64));
    let alone = examine(&samples().join("anna-matematika.edoc"), &setting()).result.unwrap();
    assert_eq!((&report.file.sha256, &report.exams), (&alone.file.sha256, &alone.exams));
}

#[test]
fn content_and_not_its_name_tells_a_container_from_an_archive_of_files() {
    let folder = tempfile::tempdir().unwrap();
    let container = folder.path().join("container.zip");
    fs::write(&container, sample("anna-matematika.edoc")).unwrap();
    let plain = folder.path().join("plain.zip");
    fs::write(&plain, zip(vec![Item::stored("a.edoc", sample("anna-matematika.edoc"))])).unwrap();
    let found: Vec<_> = expand(&[folder.path().to_owned()]).into_iter().map(Result::unwrap).collect();
    assert_eq!(found, [container.clone(), plain.join("a.edoc")]);
    for found in &found {
        assert_eq!(examine(found, &setting()).result.unwrap().authenticity, Authenticity::Genuine, "{found:?}");
    }
    // Named, it may be called anything; under the name of an e-document it is judged as what it claims to be.
    let (_folder, other) = archive("from-mail", vec![Item::stored("a.edoc", "x")]);
    assert_eq!(inside(&other), [("a.edoc".to_owned(), None)]);
    let (_folder, claimed) = archive("a.edoc", vec![Item::stored("a.edoc", "x")]);
    assert_eq!(expand(std::slice::from_ref(&claimed)), [Ok(claimed.clone())]);
    assert_eq!(examine(&claimed, &setting()).result.unwrap().authenticity, Authenticity::NotAnEDocument);
    // What is in a container is not reached by a path either.
    assert_eq!(open_source(&container.join("mimetype")).unwrap_err(), Unexamined::NotFound);
}

#[test]
fn packages_of_every_kind_are_no_archives_of_files() {
    let is_bundle = |name: &str| {
        bundle(&Bytes(&zip(vec![Item::stored(name, "x"), Item::stored("a.edoc", "x")]))).unwrap().is_some()
    };
    for name in [
        "mimetype",
        "MIMETYPE",
        "META-INF/signatures0.xml",
        "META-INF/MANIFEST.MF",
        "meta-inf/a.p7s",
        "[Content_Types].xml",
    ] {
        assert!(!is_bundle(name), "{name}");
    }
    for name in ["folder/mimetype", "folder/META-INF/signatures0.xml", "META-INFO.txt", "b.edoc"] {
        assert!(is_bundle(name), "{name}");
    }
    assert!(bundle(&Bytes(b"%PDF-1.7")).unwrap().is_none());
    assert!(bundle(&Bytes(b"")).unwrap().is_none());
}

#[test]
fn an_archive_without_e_documents_is_said() {
    let (folder, path) = archive("photos.zip", vec![Item::stored("a.jpg", "x")]);
    for named in [&path, &folder.path().to_owned()] {
        assert_eq!(expand(std::slice::from_ref(named)), [Err((path.clone(), Unexamined::EmptyArchive))]);
    }
    let (_folder, empty) = archive("empty.zip", Vec::new());
    assert_eq!(inside(&empty), [(String::new(), Some(Unexamined::EmptyArchive))]);
    let (_folder, unnamed) = archive("photos.bin", vec![Item::stored("a.jpg", "x")]);
    assert_eq!(expand(std::slice::from_ref(&unnamed)), [Ok(unnamed)], "some file, judged as it is");
}

#[test]
fn an_archive_within_is_named_and_not_entered() {
    let inner = zip(vec![Item::stored("b.edoc", sample("anna-matematika.edoc"))]);
    let (_folder, path) = archive("outer.zip", vec![Item::stored("inner.zip", inner), Item::stored("a.edoc", "x")]);
    let nested = Unexamined::NestedArchive;
    assert_eq!(inside(&path), [("a.edoc".to_owned(), None), ("inner.zip".to_owned(), Some(nested.clone()))]);
    let again = path.join("inner.zip");
    assert_eq!(expand(std::slice::from_ref(&again)), [Err((again.clone(), nested))]);
    assert_eq!(open_source(&again.join("b.edoc")).unwrap_err(), Unexamined::NotFound);
}

#[test]
fn dangerous_names_lead_nowhere_and_are_named() {
    let good = sample("anna-matematika.edoc");
    for (name, danger, shown) in [
        ("../up.edoc", NameDanger::DotSegment, ".._up.edoc"),
        ("a/../../up.edoc", NameDanger::DotSegment, "a_.._.._up.edoc"),
        ("/etc/a.edoc", NameDanger::Absolute, "_etc_a.edoc"),
        ("C:\\a.edoc", NameDanger::Backslash, "C__a.edoc"),
        ("C:a.edoc", NameDanger::Drive, "C_a.edoc"),
        ("..\\a.edoc", NameDanger::Backslash, ".._a.edoc"),
        ("a\u{1b}[2J\n.edoc", NameDanger::ControlCharacter, "a_[2J_.edoc"),
        ("a//b.edoc", NameDanger::EmptySegment, "a__b.edoc"),
    ] {
        let (folder, path) = archive("in.zip", vec![Item::stored(name, &good), Item::stored("good.edoc", &good)]);
        fs::write(folder.path().join("up.edoc"), "outside").unwrap();
        let mut found = inside(&path);
        found.sort_by_key(|(path, _)| path == "good.edoc");
        assert_eq!(found, [(shown.to_owned(), None), ("good.edoc".to_owned(), None)], "{name:?}");
        let examined = examine_all(std::slice::from_ref(&path), &setting(), Jobs::AtMost(1));
        for one in &examined {
            match one.path == path.join(shown) {
                true => {
                    let fault = ArchiveFault::NameUnsafe { name: name.to_owned(), danger };
                    assert_eq!(one.result.as_ref().unwrap_err(), &Unexamined::Archive(fault));
                }
                false => assert_eq!(one.result.as_ref().unwrap().authenticity, Authenticity::Genuine, "{name:?}"),
            }
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is written");
    }
    let not_utf8 = Item::stored("x", "x").both(|header| header.name = b"\xff\xfe.edoc".to_vec());
    let (_folder, path) = archive("in.zip", vec![not_utf8]);
    let examined = examine_all(&[path], &setting(), Jobs::AtMost(1));
    assert!(matches!(examined[0].result, Err(Unexamined::Archive(ArchiveFault::NameNotUtf8 { .. }))));
}

#[test]
fn a_path_never_climbs_out_of_an_archive() {
    let (folder, path) = archive("in.zip", vec![Item::stored("a.edoc", "x")]);
    fs::write(folder.path().join("b.edoc"), "outside").unwrap();
    assert!(open_source(&path.join("a.edoc")).is_ok());
    for missing in ["../b.edoc", "a.edoc/../a.edoc", "a.edoc/b", "b.edoc", "A.EDOC"] {
        let opened = open_source(&path.join(missing));
        // Whatever the operating system makes of it, it is not out of the archive.
        assert!(!matches!(opened, Ok(Octets::Bundled(_))), "{missing}");
    }
    assert_eq!(open_source(&folder.path().join("nowhere/a.edoc")).unwrap_err(), Unexamined::NotFound);
    assert_eq!(open_source(&folder.path().join("b.edoc/a.edoc")).unwrap_err(), Unexamined::NotFound);
}

#[test]
fn two_entries_under_one_name_are_neither() {
    let (first, second) = (Item::stored("a.edoc", "x"), Item::stored("a.edoc", "y"));
    let (_folder, path) = archive("in.zip", vec![first, second, Item::stored("b.edoc", "z")]);
    assert_eq!(inside(&path).len(), 2);
    let twice = ArchiveFault::NameTwice { name: "a.edoc".to_owned() };
    assert_eq!(open_source(&path.join("a.edoc")).unwrap_err(), Unexamined::Archive(twice));
    assert_eq!(open_source(&path.join("b.edoc")).unwrap().len(), 1);
    // A dangerous name does not pass for the harmless one that stands for it.
    let (_folder, path) = archive("in.zip", vec![Item::stored("a\\b.edoc", "x"), Item::stored("a_b.edoc", "y")]);
    assert!(matches!(open_source(&path.join("a_b.edoc")), Err(Unexamined::Archive(ArchiveFault::NameTwice { .. }))));
}

#[test]
fn a_bad_entry_has_its_reason_and_the_others_are_judged() {
    let good = sample("anna-matematika.edoc");
    let name = "bad.edoc".to_owned();
    let bad = || Item::deflated("bad.edoc", &good);
    let mut cut = bad();
    cut.data.truncate(20);
    let mut damaged = bad();
    damaged.data[10] ^= 0xff;
    let mut link = bad();
    link.mode = 0o120_777;
    let mut lost = bad();
    lost.offset = Some(1);
    let length = good.len() as u32;
    let cases = [
        (bad().both(|header| header.flags |= 1), ArchiveFault::Encrypted { name: name.clone() }),
        (bad().both(|header| header.method = 12), ArchiveFault::MethodUnknown { name: name.clone(), method: 12 }),
        (bad().both(|header| header.checksum ^= 1), ArchiveFault::ContentChecksum { name: name.clone() }),
        (link, ArchiveFault::NotAFile { name: name.clone(), mode: 0o120_777 }),
        (lost, ArchiveFault::LocalHeaderMissing { name: name.clone(), offset: 1 }),
    ];
    let judged = |item: Item| {
        let (_folder, path) = archive("in.zip", vec![item, Item::stored("good.edoc", &good)]);
        let mut examined = examine_all(&[path], &setting(), Jobs::AtMost(1));
        assert_eq!(examined[1].result.as_ref().unwrap().authenticity, Authenticity::Genuine);
        examined.remove(0).result
    };
    for (item, fault) in cases {
        assert_eq!(judged(item).unwrap_err(), Unexamined::Archive(fault));
    }
    for item in [cut, damaged, bad().both(|header| header.size = length + 1), bad().local(|header| header.size += 1)] {
        assert!(matches!(judged(item).unwrap_err(), Unexamined::Archive(_)));
    }
    assert_eq!(judged(bad()).unwrap().authenticity, Authenticity::Genuine);
    assert_eq!(judged(bad().streamed(true, false)).unwrap().authenticity, Authenticity::Genuine);
}

#[test]
fn entries_that_share_octets_are_refused() {
    let good = sample("anna-matematika.edoc");
    let mut second = Item::stored("b.edoc", &good);
    second.offset = Some(0);
    let (_folder, path) = archive("in.zip", vec![Item::stored("a.edoc", &good), second, Item::stored("c.edoc", &good)]);
    for name in ["a.edoc", "b.edoc"] {
        assert!(matches!(open_source(&path.join(name)), Err(Unexamined::Archive(_))), "{name}");
    }
    assert_eq!(open_source(&path.join("c.edoc")).unwrap().len(), good.len() as u64);
}

#[test]
fn a_damaged_archive_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let whole = zip(vec![Item::stored("a.edoc", sample("anna-matematika.edoc"))]);
    let path = folder.path().join("in.zip");
    for length in [2, 30, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let [Err((_, Unexamined::Archive(_)))] = expand(std::slice::from_ref(&path)).as_slice() else {
            panic!("{length}")
        };
    }
    for at in 0..whole.len().min(200) {
        let mut flipped = whole.clone();
        let last = flipped.len() - 1 - at;
        flipped[last] ^= 0xff;
        fs::write(&path, &flipped).unwrap();
        for one in examine_all(std::slice::from_ref(&path), &setting(), Jobs::AtMost(1)) {
            assert_ne!(one.result.as_ref().err(), Some(&Unexamined::Internal), "{at}");
        }
    }
}

#[test]
fn sizes_and_counts_are_bounded() {
    let most = limits::BUNDLED_FILE_BYTES;
    let zeros = |bytes: u64| Item::deflated("a.edoc", vec![0; bytes as usize]);
    let limited = |items: Vec<Item>| {
        matches!(bundled(&Bytes(&zip(items)), "a.edoc"), Err(edoc::container::ContentError::Container(_)))
    };
    assert!(limited(vec![zeros(2 * 1024 * 1024)]), "a thousand times smaller");
    assert!(!limited(vec![zeros(1024)]));
    // By what the directory says: nothing is expanded.
    let stated =
        |size: u64| zeros(10).both(|header| (header.size, header.compressed) = (size as u32, size as u32 / 50));
    assert!(limited(vec![stated(most + 1)]));
    assert!(!limited(vec![stated(most)]));
    let many = |count: usize| zip((0..count).map(|n| Item::stored(&format!("{n}.edoc"), "x")).collect());
    assert_eq!(bundle(&Bytes(&many(limits::BUNDLE_ENTRIES))).unwrap().unwrap().len(), limits::BUNDLE_ENTRIES);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.zip");
    fs::write(&path, many(limits::BUNDLE_ENTRIES + 1)).unwrap();
    assert!(matches!(expand(&[path]).as_slice(), [Err((_, Unexamined::Limit { .. }))]));
    let halves = (0..3).map(|n| Item::stored(&format!("{n}.edoc"), "x").both(|header| header.size = u32::MAX / 2));
    let (_folder, large) = archive("large.zip", halves.collect());
    let found = inside(&large);
    assert!(found[0].1.is_none() && found[1].1.is_none() && matches!(found[2].1, Some(Unexamined::Limit { .. })));
}

/// Octets that count how often they are asked for.
struct Counting<'c>(&'c [u8], AtomicUsize);

impl Source for Counting<'_> {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> std::io::Result<()> {
        self.1.fetch_add(buffer.len(), Ordering::Relaxed);
        Bytes(self.0).read_exact_at(offset, buffer)
    }
}

#[test]
fn one_file_is_taken_out_without_reading_the_others() {
    let octets = zip((0..50).map(|n| Item::stored(&format!("{n}.edoc"), vec![n; 100_000])).collect());
    let counting = Counting(&octets, AtomicUsize::new(0));
    assert_eq!(bundled(&counting, "7.edoc").unwrap(), vec![7; 100_000]);
    let read = counting.1.load(Ordering::Relaxed);
    assert!((100_000..400_000).contains(&read), "{read} of {} octets", octets.len());
}

#[test]
fn the_directory_is_read_once_for_all_files() {
    let name = |n: u16| format!("{n:01000}.edoc");
    let octets = zip((0..200).map(|n| Item::stored(&name(n), [n as u8])).collect());
    let counting = Counting(&octets, AtomicUsize::new(0));
    let opened = Bundle::read(&counting).unwrap().unwrap();
    let read = || counting.1.swap(0, Ordering::Relaxed);
    assert!(read() > 200 * 1000, "the directory, with its names");
    for n in 0..200 {
        assert_eq!(opened.content(&counting, &name(n)).unwrap(), [n as u8]);
        assert!(read() < 3 * 1000, "one local header with its name, and the content");
    }
    assert!(bundled(&counting, &name(7)).is_ok() && read() > 200 * 1000);
}

#[test]
fn an_archive_that_became_another_one_is_read_anew() {
    let (_folder, path) = archive("in.zip", vec![Item::stored("a.edoc", "first")]);
    let octets = |name: &str| match open_source(&path.join(name)).unwrap() {
        Octets::Bundled(content) => content,
        Octets::File(_) => panic!("{name}"),
    };
    let time = |file: &Path| fs::metadata(file).unwrap().modified().unwrap();
    let put = |name: &str, content: &str, modified| {
        fs::write(&path, zip(vec![Item::stored(name, content)])).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
    };
    let first = time(&path);
    assert_eq!(octets("a.edoc"), b"first");
    assert_eq!(octets("a.edoc"), b"first");
    put("b.edoc", "other", first + std::time::Duration::from_secs(2));
    assert_eq!(octets("b.edoc"), b"other");
    assert_eq!(open_source(&path.join("a.edoc")).unwrap_err(), Unexamined::NotFound);
    // Of the same length and time, what is not where it was is refused, never taken for what was asked for.
    put("c.edoc", "third", first + std::time::Duration::from_secs(2));
    assert!(matches!(open_source(&path.join("b.edoc")), Err(Unexamined::Archive(_))));
}

#[test]
fn documents_are_copied_out_of_a_file_in_an_archive() {
    let (folder, path) = archive("in.zip", vec![Item::deflated("x/a.edoc", sample("anna-matematika.edoc"))]);
    let before = fs::read(&path).unwrap();
    let file = path.join("x/a.edoc");
    assert_eq!(file_holding(&file), path);
    assert_eq!(file_holding(&path), path);
    let report = examine(&file, &setting()).result.unwrap();
    let judged = &report.documents[0];
    let expected = content(&samples().join("anna-matematika.edoc"), judged, 1 << 20).unwrap();
    assert_eq!(content(&file, judged, 1 << 20).unwrap(), expected);
    let target = folder.path().join("one.pdf");
    save(&file, judged, &target).unwrap();
    assert_eq!(fs::read(&target).unwrap(), expected);
    assert!(matches!(save(&file, judged, &path), Err(Stopped::Writing(_))), "the archive is never written to");
    let to = folder.path().join("all");
    fs::create_dir(&to).unwrap();
    assert_eq!(save_all(&file, &report, &to).unwrap(), report.documents.len());
    let mut copies = PrivateCopies::below(folder.path()).unwrap();
    assert_eq!(fs::read(copies.copy(&file, judged).unwrap()).unwrap(), expected);
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(&path).unwrap();
    assert!(matches!(save(&file, judged, &target), Err(Stopped::Writing(_) | Stopped::AnotherFile)));
}

#[test]
fn the_command_line_judges_and_extracts_through_an_archive() {
    let good = sample("anna-matematika.edoc");
    let (folder, path) = archive(
        "in.zip",
        vec![
            Item::stored("a.edoc", &good),
            Item::stored("b.edoc", &good).both(|header| header.flags |= 1),
            Item::stored("c.zip", "x"),
        ],
    );
    let run = |arguments: &[&std::ffi::OsStr]| {
        let mut command = program::program();
        command.env("EDOC_DATA", folder.path().join("no-data")).args(program::trusting());
        let ran = program::Ran::of(command.args(arguments));
        (ran.code, ran.out, ran.err)
    };
    let (code, out, err) = run(&["verify".as_ref(), "--json".as_ref(), path.as_ref()]);
    assert_eq!(code, 2, "{err}");
    for expected in ["a.edoc\"", "\"genuine\"", "\"archive\"", "\"nested-archive\""] {
        assert!(out.contains(expected), "{expected} is missing in {out}");
    }
    assert!(err.contains("“b.edoc” is encrypted") && err.contains("an archive within an archive"), "{err}");
    let to = folder.path().join("to");
    let (code, _, err) = run(&["extract".as_ref(), path.join("a.edoc").as_ref(), "--to".as_ref(), to.as_ref()]);
    assert_eq!((code, fs::read_dir(&to).unwrap().count()), (0, 1), "{err}");
}
