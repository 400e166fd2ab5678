//! `edoc dossier`: every form, its order, what goes in and out, and the exit codes.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::program::{Ran, edoc, judged, program, sample, samples, setting};

fn run(arguments: &[&str]) -> Ran {
    judged("dossier", arguments)
}

fn table(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_sample_ends_with_the_code_that_verify_ends_with() {
    for entry in fs::read_dir(samples()).unwrap() {
        let path = entry.unwrap().path().to_str().unwrap().to_owned();
        if !path.ends_with(".edoc") && !path.ends_with(".asice") {
            continue;
        }
        let verified = edoc(["verify".to_owned()].into_iter().chain(setting()).chain([path.clone()])).code;
        for form in ["text", "json", "jsonl", "csv"] {
            assert_eq!(run(&["--format", form, &path]).code, verified, "{path} {form}");
        }
    }
}

#[test]
fn the_run_ends_with_the_first_of_2_1_3_4_0() {
    let [genuine, unsigned, open, refuted] =
        ["anna-matematika.edoc", "unsigned.edoc", "liga-biologija.asice", "tampered.edoc"].map(sample);
    let mut paths = vec![genuine.as_str()];
    for (more, code) in [(None, 0), (Some(&unsigned), 4), (Some(&open), 3), (Some(&refuted), 1)] {
        paths.extend(more.map(String::as_str));
        assert_eq!(run(&paths).code, code, "{paths:?}");
    }
    paths.insert(1, "no-such.edoc");
    let all = run(&paths);
    assert_eq!(all.code, 2);
    // One that is missing keeps none of the others back.
    assert!(all.out.contains("In all: 5 files; confirmed 1, not valid 1, not confirmed 1, not signed 1, not done 1"));
    all.complains("there is no such file", "check the path");
    assert_eq!(run(&[&paths[..], &["--quiet"]].concat()).err, "");
}

#[test]
fn text_is_by_person_or_by_file() {
    let folder = samples();
    let folder = folder.to_str().unwrap();
    let by_person = run(&[folder]).out;
    let heads: Vec<_> = by_person.lines().filter(|line| line.contains("exam certificate")).collect();
    assert!(heads[0].starts_with("Jānis PARAUDZIŅŠ (••••••-•••02): "), "{heads:?}");
    assert!(by_person.contains("\nPerson not established\n") && by_person.contains("To compare: 1"), "{by_person}");
    let by_file = run(&["--by", "file", folder]).out;
    let file = format!("\n{}\n  VALID: Anna PARAUGA, Matemātika", sample("anna-matematika.edoc"));
    assert!(by_file.contains(&file), "{by_file}");
    let problems = run(&["--only", "problems", folder]).out;
    assert!(problems.contains("NOT VALID") && !problems.contains("anna-matematika"), "{problems}");
    // Nobody's result is withheld, or shown as one, by accident.
    assert!(by_person.contains("88.00% (not confirmed)") && !by_person.contains("88.00%\n"), "{by_person}");
}

#[test]
fn json_is_whole_and_stable() {
    let folder = samples();
    let arguments = ["--format", "json", folder.to_str().unwrap()];
    let text = run(&arguments).out;
    assert_eq!(text, run(&[&arguments[..], &["--jobs", "1"]].concat()).out);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["dossier"], 1);
    let files = json["files"].as_array().unwrap();
    let paths: Vec<_> = files.iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert!(paths.is_sorted() && paths.len() == json["summary"]["files"].as_u64().unwrap() as usize);
    for person in json["persons"].as_array().unwrap() {
        for row in person["rows"].as_array().unwrap() {
            let place = (row["file"].as_u64().unwrap() as usize, row["certificate"].as_u64().unwrap() as usize);
            assert!(files[place.0]["certificates"][place.1]["standing"] != "withheld", "{row}");
        }
    }
    let genuine = files.iter().find(|file| file["path"] == sample("anna-matematika.edoc")).unwrap();
    assert_eq!(genuine["certificates"][0]["overall"], 8750);
    let checked = &json["checked"][genuine["checked"].as_u64().unwrap() as usize];
    assert_eq!((checked["policy"].as_str(), checked["lists"][0]["territory"].as_str()), (Some("zimogs-1"), Some("XX")));
    assert_eq!(genuine["concern"], "none");
}

#[test]
fn lines_of_json_come_in_the_order_of_the_inputs() {
    let paths =
        [sample("unsigned.edoc"), "no-such.edoc".to_owned(), sample("anna-matematika.edoc"), sample("unsigned.edoc")];
    let ran = run(&[&["--format", "jsonl"][..], &paths.each_ref().map(String::as_str)].concat());
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let said: Vec<_> = lines.iter().map(|line| line["path"].as_str().unwrap_or("").to_owned()).collect();
    assert_eq!((&said[..4], said.len()), (&paths[..], 5));
    assert_eq!(lines[1]["error"]["code"], "not-found");
    assert_eq!(lines[0]["authenticity"]["verdict"], "unsigned");
    // What was judged once is said twice.
    let without_number = |line: &Value| {
        let mut fields = line.as_object().unwrap().clone();
        (fields.remove("number").unwrap(), fields)
    };
    assert_eq!(without_number(&lines[0]).1, without_number(&lines[3]).1);
    assert_eq!([&lines[0]["number"], &lines[3]["number"]], [0, 3]);
    assert_eq!((lines[4]["line"].as_str(), lines[4]["files"].as_u64()), (Some("end"), Some(4)));
}

#[test]
fn csv_is_a_table_in_every_language() {
    let folder = samples();
    let folder = folder.to_str().unwrap();
    let json: Value = serde_json::from_str(&run(&["--format", "json", folder]).out).unwrap();
    let rows: usize = json["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["certificates"].as_array().unwrap().len().max(1))
        .sum();
    for language in ["lv", "en", "ru", "lt", "et"] {
        for (more, separator, result) in [(&[][..], b',', "87.50"), (&["--semicolon"], b';', "87,50")] {
            let ran = run(&[&["--format", "csv", "--lang", language, folder], more].concat());
            assert_eq!(ran.out.starts_with('\u{feff}'), separator == b';', "{language}");
            let table = table(&ran.out, separator);
            assert_eq!(table.len(), rows + 1, "{language}");
            assert!(table.iter().all(|row| row.len() == 21), "{language}");
            let row = table.iter().find(|row| row[13] == sample("anna-matematika.edoc")).unwrap();
            assert_eq!([&row[1], &row[8], &row[9]], ["genuine", result, ""], "{language}");
            assert!(table[0].iter().all(|heading| !heading.starts_with("columns-")), "{:?}", table[0]);
            // A foreign signature proves nothing: its percentage stands in another column.
            let foreign = table.iter().find(|row| row[13] == sample("foreign-issuer.edoc")).unwrap();
            assert!(foreign[8].is_empty() && foreign[9].starts_with("88"), "{foreign:?}");
        }
    }
}

#[test]
fn one_file_under_two_names_is_found() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.edoc", "=b.edoc"] {
        fs::copy(samples().join("anna-matematika.edoc"), folder.path().join(name)).unwrap();
    }
    let ran = run(&["--format", "csv", "--by", "person", folder.path().to_str().unwrap()]);
    let table = table(&ran.out, b',');
    assert!(table[1][16].contains("One and the same file") && table[2][16] == table[1][16], "{table:?}");
    assert!(!ran.out.contains(",=") && !ran.out.contains("\"="), "{}", ran.out);
}

#[test]
fn codes_are_masked_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("320000-00001.edoc");
    fs::copy(samples().join("self-signed-by-student.edoc"), &copy).unwrap();
    // The copy is not judged again, and its name is masked all the same.
    let paths = [sample("self-signed-by-student.edoc"), copy.to_str().unwrap().to_owned()];
    for form in ["text", "json", "jsonl", "csv"] {
        let arguments = [&["--format", form][..], &paths.each_ref().map(String::as_str)].concat();
        let masked = run(&arguments).out;
        assert!(!masked.contains("320000") && masked.contains("••••••-•••01"), "{form}: {masked}");
        assert!(run(&[&arguments[..], &["--show-codes"]].concat()).out.contains("320000-00001"), "{form}");
    }
}

/// Every sheet of a workbook as text.
fn sheets(path: &Path) -> String {
    use calamine::Reader as _;

    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let sheets = book.worksheets();
    sheets.iter().flat_map(|(_, sheet)| sheet.rows()).flatten().map(|cell| format!("{cell}\n")).collect()
}

#[test]
fn codes_in_names_of_files_and_folders_are_masked_in_findings_too() {
    let folder = tempfile::tempdir().unwrap();
    // As nothing but the certificates in them tells: no dash stands in them.
    let applicants = [
        ("a", &["anna-matematika.edoc"][..]),
        ("b", &["janis-fizika.asice"]),
        ("c", &["liga-matematika.edoc"]),
        ("32000000001", &["anna-matematika.edoc", "janis-fizika.asice"]),
    ];
    for (name, files) in applicants {
        fs::create_dir(folder.path().join(name)).unwrap();
        for (number, file) in files.iter().enumerate() {
            let copy = folder.path().join(name).join(format!("{number}.edoc"));
            fs::copy(samples().join(file), copy).unwrap();
        }
    }
    // Of somebody else as well, so that a code stands in the name of a file that a finding names.
    let copy = folder.path().join("32000000001.edoc");
    fs::copy(samples().join("anna-matematika.edoc"), copy).unwrap();
    let shown = folder.path().to_str().unwrap();
    let book = folder.path().join("book.xlsx");
    let found = ["holds exam certificates of several persons", "One and the same file"];
    for (form, says) in [
        ("text", found),
        ("csv", found),
        ("json", ["several-persons-in-folder", "same-file"]),
        ("jsonl", ["several-persons-in-folder", "same-file"]),
        ("xlsx", found),
    ] {
        let written = |more: &[&str]| {
            let out = if form == "xlsx" { &["--out", book.to_str().unwrap()][..] } else { &[] };
            let ran = run(&[&["--format", form, "--quiet", shown], out, more].concat());
            assert_eq!(ran.err, "", "{form}");
            if form != "xlsx" {
                return ran.out;
            }
            let text = sheets(&book);
            fs::remove_file(&book).unwrap();
            text
        };
        let masked = written(&[]);
        // A path is masked by what its own file tells: where Jānis's certificate lies under Anna's code, that stays in it.
        let other = masked.replace(&format!("{shown}/32000000001/1.edoc"), "");
        assert!(!other.contains("32000000001"), "{form}: {other}");
        assert!(says.iter().all(|says| other.contains(says)) && other.contains("•••••••••01"), "{form}: {other}");
        let open = written(&["--show-codes"]);
        assert!(open.contains("32000000001") && says.iter().all(|says| open.contains(says)), "{form}: {open}");
    }
}

#[test]
fn a_list_of_paths_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.txt");
    let text = format!("{}\r\n\n{}", sample("unsigned.edoc"), sample("anna-matematika.edoc"));
    fs::write(&list, &text).unwrap();
    let listed = run(&["--format", "csv", "--from", list.to_str().unwrap()]);
    assert_eq!((listed.code, table(&listed.out, b',').len()), (4, 3), "{}", listed.err);
    for arguments in [&["-"][..], &["--from", "-"]] {
        let mut child = program()
            .arg("dossier")
            .args(setting())
            .args(["--format", "csv"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), listed.out);
    }
    run(&["--from", "no-such.txt"]).complains("there is no such file", "check the path");
    // A list of nothing asks for nothing that could be done.
    fs::write(&list, "\n").unwrap();
    assert_eq!(run(&["--from", list.to_str().unwrap()]).code, 2);
}

#[test]
fn a_file_is_written_whole_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("table.csv");
    let (file, shown) = (sample("anna-matematika.edoc"), out.to_str().unwrap());
    let ran = run(&["--format", "csv", "--out", shown, &file]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with(&format!("written: {shown}\nIn all: 1 file;")), "{}", ran.out);
    let written = fs::read_to_string(&out).unwrap();
    assert_eq!(written, run(&["--format", "csv", &file]).out);
    let again = run(&["--format", "text", "--out", shown, &file]);
    assert_eq!(again.code, 2);
    again.complains("is there already", "nothing is overwritten");
    assert_eq!(fs::read_to_string(&out).unwrap(), written);
    let nowhere = folder.path().join("none").join("table.csv");
    run(&["--out", nowhere.to_str().unwrap(), &file]).complains("cannot be written", "nothing unfinished");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let quiet = run(&["--quiet", "--out", folder.path().join("b").to_str().unwrap(), &file]);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
    assert_eq!(run(&["--out", "-", &file]).out, run(&[&file]).out);
}

#[test]
fn a_workbook_goes_into_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (out, file) = (folder.path().join("table.xlsx"), sample("anna-matematika.edoc"));
    let ran = run(&["--format", "xlsx", "--out", out.to_str().unwrap(), &file, "no-such.edoc"]);
    assert_eq!(ran.code, 2);
    ran.complains("there is no such file", "check the path");
    assert!(ran.out.starts_with("written: ") && fs::read(&out).unwrap().starts_with(b"PK"), "{}", ran.out);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// Rows wait in temporary files beside the workbook and nowhere else: none of them stays.
#[cfg(unix)]
#[test]
fn a_workbook_leaves_no_temporary_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.xlsx");
    let arguments =
        ["--format", "xlsx", "--quiet", "--out", out.to_str().unwrap(), samples().to_str().unwrap()].map(str::to_owned);
    // Where temporary files of others would be, none can be.
    let nowhere = folder.path().join("nowhere");
    let ran = Ran::of(program().env("TMPDIR", nowhere).arg("dossier").args(setting()).args(arguments));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(sheets(&out).contains("Anna PARAUGA"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn arguments_that_would_change_nothing_are_refused() {
    for (arguments, error, hint) in [
        (&["--format", "yaml", "a"][..], "“yaml”", "text, json, jsonl, csv, xlsx, pdf or etsi-xml"),
        (&["--by", "name", "a"], "“name”", "person or file"),
        (&["--only", "good", "a"], "“good”", "problems"),
        (&["--jobs", "0", "a"], "“0”", "1 to 256"),
        (&["--format", "etsi-xml", "--by", "file", "a"], "--by does not go together with --format etsi-xml", "are for"),
        (&["--format", "etsi-xml", "--only", "problems", "a"], "--only does not go together", "are for"),
        (&["--format", "etsi-xml", "a"], "goes into a folder", "--out reports"),
        (&["--format", "etsi-xml", "--out", "-", "a"], "goes into a folder", "--out reports"),
        (&["--semicolon", "a"], "--semicolon does not go together with --format text", "is for csv"),
        (&["--format", "xlsx", "a"], "goes into a file", "--out table.xlsx"),
        (&["--format", "xlsx", "--out", "-", "a"], "goes into a file", "--out table.xlsx"),
        (&[], "missing: <PATH>", "--help"),
    ] {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        ran.complains(error, hint);
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_run() {
    for form in ["jsonl", "csv"] {
        let mut child = program()
            .args(["dossier", "--format", form, "--quiet"])
            .args((0..200).map(|_| samples().join("unsigned.edoc")))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(4), ""), "{form}");
    }
}

#[test]
fn hostile_names_reach_no_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a\u{1b}[2J\u{202e}b.edoc");
    fs::copy(samples().join("unsigned.edoc"), &path).unwrap();
    for form in ["text", "json", "jsonl", "csv"] {
        let ran = run(&["--format", form, folder.path().to_str().unwrap(), "no\u{1b}such"]);
        let raw = |c: char| (c.is_control() && c != '\n' && c != '\r') || c == '\u{202e}';
        assert!(!ran.out.contains(raw) && !ran.err.contains(raw), "{form}: {:?}", ran.out);
    }
    assert!(Path::new(&path).is_file());
}
