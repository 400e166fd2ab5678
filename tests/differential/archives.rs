//! Mutated archives, against Python's `zipfile` and `unzip`: what is accepted here is what they read, or something is said.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use edoc::container::{Bytes, Opened, open};
use edoc::crypto::Sha256;

use super::chance::Chance;
use super::tools::{Files, run};
use crate::containers::asic_e;
use crate::program::is_here;
use crate::zip_writer::{Item, Zip};

const ARCHIVES: usize = 4_000;
/// Archives that `unzip` looks at: it is started anew for each, twice.
const UNZIPPED: usize = 800;

/// Names with the digests of what stands under them, in their order; `Err` where the archive is refused.
type Read = Result<Vec<(String, String)>, String>;

/// Reads every archive of a folder in one process: a line of JSON for each.
const PYTHON: &str = r#"
import hashlib, json, os, sys, zipfile
for name in sorted(os.listdir(sys.argv[1])):
    try:
        with zipfile.ZipFile(os.path.join(sys.argv[1], name)) as archive:
            read = [[one.filename, hashlib.sha256(archive.read(one)).hexdigest()] for one in archive.infolist()]
        print(json.dumps({"Ok": read}))
    except Exception as error:
        print(json.dumps({"Err": type(error).__name__}))
"#;

/// A good archive with this name among others.
fn good(name: &str) -> Zip {
    let octets = "\u{0}\u{1}\u{2}";
    asic_e(&[("a.txt", "Paraugs, Paraugs, Paraugs"), (name, "cits"), ("c.bin", octets)])
        .replace("c.bin", |_| Item::stored("c.bin", octets))
}

/// Lies that a writer would have to tell, beside octets that merely changed.
fn lied(chance: &mut Chance, one: &str) -> Zip {
    let zip = good(one);
    let name = chance.one_of(&["a.txt", one, "c.bin", "mimetype"]);
    let number = chance.below(40) as u32;
    match chance.below(16) {
        0 => zip.replace(name, |item| item.local(|header| header.name = b"b.txt".to_vec())),
        1 => zip.replace(name, |item| item.central(|header| header.name = b"b.txt".to_vec())),
        2 => zip.replace(name, |item| item.with(|item| item.central = None)),
        3 => zip.and(Item::stored("a.txt", "cits saturs")),
        4 => zip.replace(name, |item| item.both(|header| header.size = number)),
        5 => zip.replace(name, |item| item.both(|header| header.checksum ^= number + 1)),
        6 => zip.replace(name, |item| item.with(|item| item.before = b"PK\x03\x04 cits".to_vec())),
        7 => zip.with(|zip| zip.count = Some(number as u16 % 8)),
        8 => zip.with(|zip| zip.directory_shift = number),
        9 => zip.with(|zip| zip.comment_length_shift = number as u16),
        10 => zip.with(|zip| zip.before_end = good(one).bytes()),
        11 => zip.with(|zip| zip.comment = good(one).bytes()),
        12 => zip.replace(name, |item| item.both(|header| header.method = [1, 9, 12, 14, 8, 0][number as usize % 6])),
        13 => zip.replace(name, |item| item.with(|item| item.offset = Some(number))),
        14 => zip.replace(name, |item| item.both(|header| header.flags ^= 1 << (number % 16))),
        _ => zip.replace(name, |item| item.both(|header| header.name = b"a.txt\0.exe".to_vec())),
    }
}

fn mutated(chance: &mut Chance, name: &str) -> Vec<u8> {
    let mut bytes = if chance.once_in(3) { lied(chance, name).bytes() } else { good(name).bytes() };
    match chance.below(8) {
        0 => {}
        1 => bytes.truncate(chance.below(bytes.len())),
        2 => {
            let (from, to) = (chance.below(bytes.len()), chance.below(bytes.len()));
            let piece = bytes[from..(from + chance.below(120)).min(bytes.len())].to_vec();
            bytes.splice(to..to, piece);
        }
        3 => bytes = [good(name).bytes(), bytes].concat(),
        _ => {
            for _ in 0..=chance.below(3) {
                // Half of them among the headers of the directory and its end.
                let length = bytes.len();
                let from = if chance.once_in(2) { length * 2 / 3 } else { 0 };
                let at = from + chance.below(length - from);
                bytes[at] = [chance.below(256) as u8, 0, 255, bytes[at] ^ 1][chance.below(4)];
            }
        }
    }
    bytes
}

/// What this library reads, with how much it has to say about it.
fn ours(bytes: &[u8]) -> (Read, usize) {
    let source = Bytes(bytes);
    let container = match open(&source) {
        Ok(Opened::Container(container)) => container,
        Ok(Opened::Refused(fault)) => return (Err(fault.to_string()), 0),
        Ok(Opened::Recognised(format)) => return (Err(format!("{format:?}")), 0),
        Err(error) => return (Err(error.to_string()), 0),
    };
    if let Err(fault) = container.check_remaining() {
        return (Err(fault.to_string()), 0);
    }
    let documents =
        container.documents.iter().map(|document| (document.name.clone(), container.read_document(document, 1 << 20)));
    let signatures =
        container.signature_files.iter().map(|file| (file.name.clone(), container.read_signature_file(file)));
    let mut read = Vec::new();
    for (name, content) in documents.chain(signatures) {
        match content {
            Ok(content) => read.push((name, Sha256::of(&content).to_string())),
            Err(fault) => return (Err(fault.to_string()), 0),
        }
    }
    (Ok(read), container.findings.len())
}

/// Names and digests as a set: only what this library hands on is compared, and nothing may stand twice.
fn agrees(ours: &[(String, String)], theirs: &[(String, String)]) -> bool {
    let mut by_name: BTreeMap<&str, &str> = BTreeMap::new();
    let once = theirs.iter().all(|(name, digest)| by_name.insert(name, digest).is_none());
    let same = ours.iter().all(|(name, digest)| by_name.remove(name.as_str()) == Some(digest));
    // What is left is neither a document nor a signature here.
    once && same
        && by_name.keys().all(|name| *name == "mimetype" || name.starts_with("META-INF/") || name.ends_with('/'))
}

fn archives(name: &str) -> Vec<Vec<u8>> {
    let mut chance = Chance::of(2);
    let mut archives = vec![good(name).bytes()];
    archives.extend((1..ARCHIVES).map(|_| mutated(&mut chance, name)));
    archives
}

/// Counts, and what speaks against it.
#[derive(Default)]
struct Tally {
    agreed: usize,
    refused: usize,
    said: usize,
    /// The other reader stops at something that changes neither names nor octets: a version, a flag.
    refused_there: usize,
    against: Vec<String>,
}

impl Tally {
    fn count(&mut self, number: usize, bytes: &[u8], theirs: impl FnOnce() -> Read) {
        let (Ok(read), findings) = ours(bytes) else {
            self.refused += 1;
            return;
        };
        match theirs() {
            Ok(theirs) if agrees(&read, &theirs) => self.agreed += 1,
            Ok(_) if findings > 0 => self.said += 1,
            Ok(theirs) => self.against.push(format!("{number}: {theirs:?}\n   {read:?}")),
            Err(_) => self.refused_there += 1,
        }
    }

    fn report(self, reader: &str) {
        assert_eq!(ours(&good("b.txt").bytes()).1, 0, "of a good archive nothing is said");
        let Self { agreed, refused, said, refused_there, against } = self;
        println!(
            "{reader}: {agreed} agree, {refused} refused here, {refused_there} there, {said} differ and it is said"
        );
        assert!(against.is_empty(), "{} against: {:#?}", against.len(), &against[..against.len().min(12)]);
        assert!(agreed > 10 * refused_there.max(1) && refused > agreed, "both kinds were met");
    }
}

#[test]
fn what_is_read_of_mutated_archives_is_what_zipfile_reads() {
    if !is_here("python3") {
        return;
    }
    let archives = archives("mape/ā.txt");
    let files = Files::of("zip", &archives);
    let out = run("python3", &["-c", PYTHON], &[files.folder().to_owned()]);
    let text = String::from_utf8(out.stdout).unwrap();
    let read: Vec<Read> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(read.len(), archives.len(), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(read[0].as_ref().is_ok_and(|theirs| agrees(&ours(&archives[0]).0.unwrap(), theirs)), "{:?}", read[0]);
    let mut tally = Tally::default();
    for (number, (bytes, theirs)) in archives.iter().zip(&read).enumerate() {
        tally.count(number, bytes, || theirs.clone());
    }
    tally.report("zipfile");
}

#[test]
fn what_is_read_of_mutated_archives_is_what_unzip_reads() {
    if !is_here("unzip") {
        return;
    }
    // It writes names beyond ASCII in ways of its own.
    let archives = archives("mape/b.txt");
    let files = Files::of("zip", &archives[..UNZIPPED]);
    let mut tally = Tally::default();
    for (number, (bytes, path)) in archives.iter().zip(&files.paths).enumerate() {
        tally.count(number, bytes, || unzipped(path));
    }
    tally.report("unzip");
}

/// Names by one run, contents by one run each. A warning is no refusal.
fn unzipped(path: &Path) -> Read {
    let unzip = |options: &str, pattern: Option<&str>| {
        let out = Command::new("unzip").env("LC_ALL", "C.UTF-8").arg(options).arg(path).args(pattern).output().unwrap();
        let read = matches!(out.status.code(), Some(0 | 1));
        if read { Ok(out.stdout) } else { Err(String::from_utf8_lossy(&out.stderr).into_owned()) }
    };
    let names = unzip("-Z1", None)?;
    let content = |name: &str| {
        let marked = |c: char| "[]*?\\".contains(c).then_some('\\').into_iter().chain([c]);
        let pattern: String = name.chars().flat_map(marked).collect();
        Ok((name.to_owned(), Sha256::of(&unzip("-p", Some(&pattern))?).to_string()))
    };
    String::from_utf8_lossy(&names).lines().map(content).collect()
}
