//! `tests/data/cli.csv`: what is typed, the exit code, and a piece of what is said; and `docs/exit-codes.md` held against it.
//!
//! Columns: arguments; the exit code; the headline as `docs/exit-codes.md` has it, where the line is about one; a piece of standard
//! output, and one of standard error. Where the last is empty, nothing may be said there.

// Devices and paths are others on Windows.
#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;

use super::program::{Ran, program, setting};

/// Errors that no line of the table can bring about on every computer, and where they are tested or why they are not.
const ELSEWHERE: [(&str, &str); 10] = [
    ("denied", "whoever may read everything is never denied anything"),
    ("read", "a disk that fails"),
    ("internal", "a mistake of ours"),
    ("policy", "rules built in that cannot be read"),
    ("interrupted", "tests/cli/interrupted.rs"),
    ("pdf-terminal", "only where standard output is a terminal"),
    ("pdf-absent", "tests/pdf_report.rs: only a build without PDF"),
    ("pdf-too-much", "src/export/pdf/tests.rs: some four thousand files"),
    ("facts-contradiction", "src/verify: facts that were written by hand"),
    ("pins", "tests/trust_update.rs: only a build that may use the network reads them"),
];

struct Line {
    arguments: Vec<String>,
    code: i32,
    headline: String,
    out: String,
    err: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn lines() -> Vec<Line> {
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).from_path(root().join("tests/data/cli.csv")).unwrap();
    let line = |record: csv::StringRecord| Line {
        arguments: record[0].split_whitespace().map(str::to_owned).collect(),
        code: record[1].parse().unwrap(),
        headline: record[2].to_owned(),
        out: record[3].to_owned(),
        err: record[4].to_owned(),
    };
    let lines: Vec<_> = reader.records().map(|record| line(record.unwrap())).collect();
    // What only a build that may use the network answers in this way.
    let online = |line: &Line| line.err.starts_with("the pins");
    let pdf = |line: &Line| line.arguments.iter().any(|word| word == "pdf");
    let built = |line: &Line| (cfg!(feature = "online") || !online(line)) && (cfg!(feature = "pdf") || !pdf(line));
    lines.into_iter().filter(built).collect()
}

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, octets) in entries {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(*name, stored).unwrap();
        writer.write_all(octets).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The files that lines of the table name.
fn prepare(folder: &Path) {
    let write = |name: &str, octets: &[u8]| fs::write(folder.join(name), octets).unwrap();
    let genuine = fs::read(root().join("samples/anna-matematika.edoc")).unwrap();
    fs::create_dir(folder.join("empty")).unwrap();
    fs::create_dir_all(folder.join("deep").join(["d"; 40].join("/"))).unwrap();
    write("old.ddoc", br#"<?xml version="1.0"?><SignedDoc xmlns="http://www.sk.ee/DigiDoc/v1.3.0#" format="DIGIDOC-XML" version="1.3"/>"#);
    write("empty.zip", &archive(&[("a.txt", b"a")]));
    write("nested.zip", &archive(&[("inner.zip", &archive(&[("a.edoc", &genuine)])), ("a.edoc", &genuine)]));
    for name in ["broken.zip", "broken.edoc"] {
        write(name, &genuine[..genuine.len() / 2]);
    }
    write("bad.toml", b"id = 1");
    let rules = fs::read_to_string(root().join("assets/policy/zimogs-1.toml")).unwrap();
    write("named.toml", rules.replacen("\n[", "\n# Another octet.\n[", 1).as_bytes());
    File::create(folder.join("large.toml")).unwrap().set_len(1 << 30).unwrap();
    write("list.txt", b"samples/unsigned.edoc\n");
    write("there.csv", b"somebody's own");
    let made = |arguments: &[&str]| run(&arguments.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>(), folder);
    write("report.json", made(&["dossier", "--format", "json", "samples/anna-matematika.edoc"]).out.as_bytes());
    let of = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    assert_eq!(made(&["facts", "samples/anna-matematika.edoc", "--out", &of("facts.json")]).code, 0);
    assert_eq!(made(&["extract", "samples/anna-matematika.edoc", "--to", &of("copied")]).code, 0);
    assert_eq!(edoc_without_setting(&["man", "--out", &of("man1")]).code, 0);
    let facts = fs::read_to_string(folder.join("facts.json")).unwrap();
    write("newer.json", facts.replacen("\"facts\": 1", "\"facts\": 7", 1).as_bytes());
    write("altered.json", facts.replacen("\"value\": \"right\"", "\"value\": \"right\", \"by\": \"me\"", 1).as_bytes());
}

fn edoc_without_setting(arguments: &[&str]) -> Ran {
    Ran::of(program().current_dir(root()).args(arguments))
}

fn run(arguments: &[String], data: &Path) -> Ran {
    let mut command = program();
    command.current_dir(root()).env("EDOC_DATA", data.join("data"));
    Ran::of(command.args(arguments).args(setting()))
}

/// What each line gave.
fn answers(lines: &[Line]) -> Vec<(String, Ran)> {
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let answer = |line: &Line| {
        let new = tempfile::tempdir().unwrap();
        let place = |word: &String| {
            let word = word.replace("{dir}", folder.path().to_str().unwrap());
            word.replace("{new}", new.path().to_str().unwrap())
        };
        let good = || setting().into_iter().filter(|_| line.arguments.contains(&"{good}".to_owned()));
        // A time that the line names itself goes before that of the setting.
        let timed = line.arguments.contains(&"--at".to_owned());
        let good = good().skip(if timed { 2 } else { 0 });
        let typed: Vec<_> = line.arguments.iter().filter(|word| *word != "{good}").map(place).chain(good).collect();
        let mut command = program();
        command.current_dir(root()).env("EDOC_DATA", new.path().join("data"));
        (line.arguments.join(" "), Ran::of(command.args(&typed)))
    };
    lines.iter().map(answer).collect()
}

#[test]
fn every_line_is_answered_as_it_says() {
    let lines = lines();
    let answers = answers(&lines);
    let mut wrong = Vec::new();
    for (line, (typed, ran)) in lines.iter().zip(&answers) {
        let right = ran.code == line.code
            && ran.out.contains(&line.out)
            && ran.err.contains(&line.err)
            && (!line.err.is_empty() || ran.err.is_empty() || line.out.is_empty());
        if !right {
            wrong.push(format!(
                "edoc {typed}: {}\n{}{}",
                ran.code,
                ran.out.lines().take(5).collect::<String>(),
                ran.err
            ));
        }
        if line.code == 2 && line.out.is_empty() {
            let said: Vec<_> = ran.err.lines().map(|line| line.split(':').next().unwrap()).collect();
            assert!(said.contains(&"error") && said.contains(&"hint"), "{typed}: {}", ran.err);
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
    every_error_is_brought_about(&answers);
}

/// Every sentence `cli-error-…` was said in some line, but for those that have a reason.
fn every_error_is_brought_about(answers: &[(String, Ran)]) {
    let words = fs::read_to_string(root().join("assets/words/en/cli.ftl")).unwrap();
    let sentences: BTreeMap<&str, Vec<&str>> = words
        .lines()
        .filter_map(|line| line.strip_prefix("cli-error-")?.split_once(" = "))
        .map(|(id, text)| (id, text.split(['{', '}']).step_by(2).collect()))
        .collect();
    let said = |pieces: &Vec<&str>| answers.iter().any(|(_, ran)| pieces.iter().all(|piece| ran.err.contains(piece)));
    let never: BTreeSet<&str> = sentences.iter().filter(|(_, pieces)| !said(pieces)).map(|(id, _)| *id).collect();
    let known: BTreeSet<&str> = ELSEWHERE.iter().map(|(id, _)| *id).filter(|id| !sentences[id].is_empty()).collect();
    let unknown: Vec<_> = never.difference(&known).collect();
    assert!(unknown.is_empty(), "no line of tests/data/cli.csv brings about {unknown:?}");
}

/// What stands below a heading of the help of a command, word by word.
fn commands(above: &[&str]) -> Vec<String> {
    let help = edoc_without_setting(&[above, &["--help"]].concat()).out;
    let Some(list) = help.split("\nCommands:\n").nth(1) else { return Vec::new() };
    let lines = list.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    lines.map(|line| line.trim().split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn every_command_form_and_code_has_a_line() {
    let lines = lines();
    let typed: Vec<_> = lines.iter().map(|line| line.arguments.join(" ")).collect();
    for command in commands(&[]) {
        assert!(typed.iter().any(|typed| typed.split(' ').next() == Some(&command)), "{command}");
        for below in commands(&[&command]) {
            assert!(typed.iter().any(|typed| typed.starts_with(&format!("{command} {below}"))), "{command} {below}");
        }
    }
    let help = edoc_without_setting(&["dossier", "--help"]).out;
    let forms = help.split("--format <").nth(1).unwrap().split('>').next().unwrap();
    for form in forms.split('|').filter(|form| cfg!(feature = "pdf") || *form != "pdf") {
        let asked = format!("--format {form} ");
        assert!(lines.iter().zip(&typed).any(|(line, typed)| typed.contains(&asked) && line.code != 2), "{form}");
    }
    assert_eq!(lines.iter().map(|line| line.code).collect::<BTreeSet<_>>(), BTreeSet::from([0, 1, 2, 3, 4]));
}

/// Rows of the tables in `docs/exit-codes.md` that have this many columns.
fn documented(columns: usize) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("docs/exit-codes.md")).unwrap();
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows = text.lines().filter(|line| line.starts_with('|')).map(cells).filter(|row| row.len() == columns);
    rows.skip(1).filter(|row| !row[0].starts_with("---")).collect()
}

#[test]
fn the_codes_are_those_of_the_document() {
    let lines = lines();
    let codes: BTreeSet<i32> = documented(2).iter().map(|row| row[0].parse().unwrap()).collect();
    assert_eq!(codes, lines.iter().map(|line| line.code).collect());
    let headlines = documented(4);
    assert_eq!(headlines.len(), 8);
    for row in &headlines {
        let line = lines.iter().find(|line| line.headline == row[0]).unwrap_or_else(|| panic!("no line: {}", row[0]));
        assert_eq!(line.code, row[2].parse::<i32>().unwrap(), "{}", row[0]);
    }
    let known = |line: &&Line| !line.headline.is_empty() && !headlines.iter().any(|row| row[0] == line.headline);
    assert!(!lines.iter().any(|line| known(&line)));
    let text = fs::read_to_string(root().join("docs/exit-codes.md")).unwrap();
    for command in commands(&[]) {
        assert!(text.contains(&format!("`{command}")), "docs/exit-codes.md does not name {command}");
    }
}
