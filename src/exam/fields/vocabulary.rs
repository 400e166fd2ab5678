//! The words a certificate is made of: labels, subjects and parts from `assets/exam/`, folded once; and the words beside a
//! percentage or a name that tell what it is not.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::labels::{Field, Label, Strength, fold};

/// A subject by one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SubjectForm {
    /// In the nominative, with diacritics.
    pub(super) nominative: &'static str,
    /// The same for every form and language.
    pub(super) key: String,
}

/// A part by one of its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartForm {
    pub(super) nominative: &'static str,
    /// Whether it names a part only together with the word for one.
    pub(super) needs_word: bool,
}

/// Labels, folded.
pub(super) static LABELS: LazyLock<HashMap<&'static str, Label>> =
    LazyLock::new(|| labels(include_str!("../../../assets/exam/labels.txt")));

/// Subjects by every form, folded.
pub(super) static SUBJECTS: LazyLock<HashMap<String, SubjectForm>> =
    LazyLock::new(|| subjects(include_str!("../../../assets/exam/subjects.txt")));

/// Parts by every form, folded.
pub(super) static PARTS: LazyLock<HashMap<&'static str, PartForm>> =
    LazyLock::new(|| parts(include_str!("../../../assets/exam/parts.txt")));

/// Lines that say something.
fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn labels(text: &'static str) -> HashMap<&'static str, Label> {
    let mut all = HashMap::new();
    for line in entries(text) {
        let Some((head, labels)) = line.split_once(':') else { continue };
        let Some(label) = announced(head) else { continue };
        for folded in labels.split('|') {
            all.entry(folded.trim()).or_insert(label);
        }
    }
    all
}

fn announced(head: &str) -> Option<Label> {
    let (name, strength) = head.split_once(' ')?;
    let strength = match strength {
        "strong" => Strength::Strong,
        "weak" => Strength::Weak,
        _ => return None,
    };
    FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| Label { field: *field, strength })
}

/// Names of fields in the list of labels.
const FIELDS: [(&str, Field); 22] = [
    ("number", Field::Number),
    ("series", Field::Series),
    ("person", Field::Person),
    ("person-surname-first", Field::PersonSurnameFirst),
    ("given-names", Field::GivenNames),
    ("surname", Field::Surname),
    ("personal-code", Field::PersonalCode),
    ("identifier", Field::Identifier),
    ("school", Field::School),
    ("class", Field::Class),
    ("stage", Field::Stage),
    ("subject", Field::Subject),
    ("level", Field::Level),
    ("year", Field::Year),
    ("exam-date", Field::ExamDate),
    ("overall", Field::Overall),
    ("result", Field::Result),
    ("language-level", Field::LanguageLevel),
    ("issuer", Field::Issuer),
    ("issue-date", Field::IssueDate),
    ("part-head", Field::PartHead),
    ("other", Field::Other),
];

fn subjects(text: &'static str) -> HashMap<String, SubjectForm> {
    let mut all = HashMap::new();
    for line in entries(text) {
        let (form, nominative, key) = match (line.split_once(" = "), line.split_once(" > ")) {
            (Some((nominative, form)), _) => (fold(form), nominative, fold(nominative)),
            (None, Some((english, latvian))) => (fold(english), english, fold(latvian)),
            (None, None) => (fold(line), line, fold(line)),
        };
        all.entry(form).or_insert(SubjectForm { nominative, key });
    }
    all
}

fn parts(text: &'static str) -> HashMap<&'static str, PartForm> {
    let mut all = HashMap::new();
    for line in entries(text) {
        let (needs_word, line) = line.strip_prefix("+ ").map_or((false, line), |line| (true, line));
        if let Some((form, nominative)) = line.split_once(" = ") {
            all.entry(form).or_insert(PartForm { nominative, needs_word });
        }
    }
    all
}

/// Who the name under a label belongs to, standing before the label: `skolēna vārds, uzvārds`.
pub(super) const OWNERS: &[&str] = &[
    "skolena",
    "skolenes",
    "skolnieka",
    "skolnieces",
    "izglitojama",
    "izglitojamas",
    "eksaminejama",
    "eksaminejamas",
    "pretendenta",
    "kandidata",
    "personas",
    "absolventa",
    "sertifikata ipasnieka",
    "sertifikata sanemeja",
    "eksamena kartotaja",
    "candidate s",
    "student s",
    "learner s",
    "pupil s",
    "holder s",
    "examinee s",
    "the",
    "candidate",
    "student",
    "learner",
    "pupil",
];

/// Beginnings of words that make the percentage beside them something else than a result of this exam.
pub(super) const NO_RESULT: &[&str] = &[
    "videj",
    "average",
    "median",
    "sliek",
    "slieg",
    "threshold",
    "minim",
    "maksim",
    "maxim",
    "ipatsvar",
    "svars",
    "svaru",
    "weight",
    "jaiegust",
    "jasasniedz",
    "jasanem",
    "nepiecies",
    "vismaz",
    "requir",
    "mazak",
    "vairak",
    "nacional",
    "national",
    "nokartosan",
    "veido",
    "sastad",
    "koeficient",
    "coefficient",
    "kludas",
    "robez",
    "salidzin",
    "ieprieks",
    "previous",
    "agrak",
    "starpib",
    "difference",
    "aptuven",
    "approx",
    "apmeram",
    "konvert",
    "converted",
    "parrekin",
    "prognoz",
    "apmekl",
    "procentpunkt",
    "konkurs",
    "iespejam",
    "possible",
];

/// Whole words of the same kind.
pub(super) const NO_RESULT_WORDS: &[&str] = &[
    "mean", "max", "maks", "min", "least", "below", "above", "less", "more", "virs", "zem", "lidz", "under", "over",
    "valsti", "passing", "pass", "ja", "if", "jabut", "must", "share", "range", "katra", "each", "citi", "citu", "up",
    "than",
];

/// Beginnings of words in the name of a school or another institution, never in a person's.
pub(super) const INSTITUTIONS: &[&str] = &[
    "skol",
    "vidusskol",
    "pamatskol",
    "sakumskol",
    "arodskol",
    "arodvidusskol",
    "makslasskol",
    "internatskol",
    "gimnazij",
    "valstsgimnazij",
    "tehnikum",
    "koledz",
    "licej",
    "akademij",
    "universit",
    "augstskol",
    "institut",
    "centr",
    "school",
    "college",
    "gymnasium",
    "lyceum",
    "academy",
    "agentur",
    "ministrij",
    "iestad",
    "institution",
    "agency",
    "centre",
    "center",
    "visc",
    "viaa",
    "pasvaldib",
    "novad",
    "republik",
    "parvald",
    "departament",
    "dienest",
    "biedrib",
    "komisij",
    "pagast",
    "valsts",
];

/// Words that stand in headings and prose and never in a name.
pub(super) const NO_NAMES: &[&str] = &[
    "sertifikat",
    "izrakst",
    "izzin",
    "aplieciba",
    "eksamen",
    "exam",
    "centraliz",
    "certificat",
    "statement",
    "extract",
    "kopvertej",
    "rezultat",
    "vertej",
    "macib",
    "prieksmet",
    "limen",
    "personas",
    "kods",
    "vards",
    "uzvards",
    "datum",
    "klas",
    "gada",
    "gads",
    "numur",
    "izdev",
    "izdots",
    "izsnie",
    "nav",
    "direktor",
    "vaditaj",
    "parakst",
    "procent",
    "punkt",
    "dala",
    "latvij",
    "izglitib",
    "valoda",
    "matemati",
    "fizika",
    "kimija",
    "biologij",
    "geografij",
    "vestur",
    "dublik",
    "original",
    "dokument",
    "lappus",
    "subject",
    "level",
    "school",
    "result",
    "overall",
    "name",
    "surname",
    "visparej",
    "videj",
    "augstak",
    "optimal",
    "visparig",
    "pamat",
    "noteikum",
    "ministr",
    "kabinet",
    "elektron",
    "drosa",
    "laika",
    "zimog",
    "copy",
    "sample",
    "rakst",
    "lasi",
    "klaus",
    "runa",
    "kultur",
    "dizain",
    "programm",
    "socia",
    "svesvalod",
    "skolen",
    "skolniec",
    "izglitojam",
    "page",
    "english",
    "language",
];

/// Languages of the Common European Framework, from low to high.
pub(super) const LANGUAGE_LEVELS: &[&str] = &["A1", "A2", "B1", "B2", "C1", "C2"];

#[cfg(test)]
mod tests {
    use super::{LABELS, PARTS, announced, entries, fold};

    #[test]
    fn every_line_is_understood_and_folded() {
        for line in entries(include_str!("../../../assets/exam/labels.txt")) {
            let (head, labels) = line.split_once(':').unwrap();
            assert!(announced(head).is_some(), "{line}");
            for label in labels.split('|').map(str::trim) {
                assert_eq!(fold(label), label, "{line}");
            }
        }
        assert!(PARTS.keys().all(|part| fold(part) == *part));
        assert!(LABELS.len() > 400 && PARTS.len() > 60);
    }
}
