//! The four columns of DSS against `etsi-strict`.

use std::collections::{BTreeMap, BTreeSet};

use edoc::trust::TrustStore;
use edoc::validation::Policy;
use serde::Deserialize;

use super::corpus;
use super::judging::{Row, Words, eu_lists, rows, test_lists};

pub const NOW: &str = "2026-11-23T12:00:00Z";

/// What must be reached where the policies agree, per hundred.
const INDICATIONS: usize = 97;
const SUB_INDICATIONS: usize = 90;

#[derive(Default)]
struct Tally {
    signatures: usize,
    indication: usize,
    sub: usize,
    /// Signatures whose file is judged otherwise by a rule of ours.
    by_policy: usize,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.signatures += other.signatures;
        self.indication += other.indication;
        self.sub += other.sub;
        self.by_policy += other.by_policy;
    }

    fn print(&self, name: &str, column: &str) {
        let Self { signatures, indication, sub, by_policy } = self;
        println!("{name:<44} {column:<9} {signatures:>10} {indication:>10} {sub:>14} {by_policy:>10}");
    }
}

#[derive(Deserialize)]
struct Divergences {
    judgement: Vec<Divergence>,
}

#[derive(Deserialize)]
struct Divergence {
    id: String,
    class: String,
    reason: String,
    /// `SIGNATURE COLUMN…: our word, DSS its word`, sorted.
    words: Vec<String>,
}

fn known() -> Vec<Divergence> {
    let known: Divergences = toml::from_str(include_str!("../divergences.toml")).unwrap();
    let known = known.judgement;
    assert!(known.iter().all(|one| one.reason.len() > 12 && ["policy", "reading"].contains(&one.class.as_str())));
    known
}

/// What differs in one file: columns of each signature, our word and DSS's.
#[derive(Default)]
struct Differences {
    columns: BTreeMap<(String, String, String), Vec<&'static str>>,
    why: BTreeSet<String>,
}

impl Differences {
    fn words(&self) -> Vec<String> {
        let word = |((id, ours, theirs), columns): (&(String, String, String), &Vec<&str>)| {
            format!("{id} {}: {ours}, DSS {theirs}", columns.join(" "))
        };
        self.columns.iter().map(word).collect()
    }
}

#[test]
fn etsi_strict_agrees_with_dss() {
    let Some(corpus) = corpus::folder() else { return };
    let policy = Policy::etsi_strict().unwrap();
    let (eu, test) = (eu_lists(&corpus), test_lists(&corpus));
    let known = known();
    let mut tallies: BTreeMap<(String, &str), Tally> = BTreeMap::new();
    let mut differing: BTreeMap<String, Differences> = BTreeMap::new();
    for row in rows(&corpus) {
        let path = corpus.join("containers").join(&row.id);
        let by_policy = known.iter().any(|one| one.id == row.id && one.class == "policy");
        for (column, trust, at, theirs) in columns(&row, &eu, &test) {
            let entries = entries(theirs);
            if entries.is_empty() {
                continue;
            }
            let ours = Words::of(&path, trust, &policy, at);
            for (file, id, expected) in entries {
                let word = ours.on(file, id);
                let tally = tallies.entry((row.origin.clone(), column)).or_default();
                tally.signatures += 1;
                tally.indication += usize::from(main(&word) == main(expected));
                tally.sub += usize::from(word == expected);
                if word != expected {
                    tally.by_policy += usize::from(by_policy && main(&word) != main(expected));
                    let differences = differing.entry(row.id.clone()).or_default();
                    differences.why.insert(ours.why(file, id));
                    let place = (format!("{file}#{id}"), word, expected.to_owned());
                    differences.columns.entry(place).or_default().push(column);
                }
            }
        }
    }
    print_and_hold(&tallies);
    hold_listed(&known, &differing);
}

/// Every difference is listed word for word, and nothing is listed that does not differ so.
fn hold_listed(known: &[Divergence], differing: &BTreeMap<String, Differences>) {
    let mut wrong = Vec::new();
    for (id, differences) in differing {
        let listed = known.iter().find(|one| one.id == *id).map(|one| one.words.as_slice()).unwrap_or_default();
        let words = differences.words();
        if listed != words {
            wrong.push(format!("{id}: words = {words:#?}\nlisted: {listed:#?}\n{:#?}", differences.why));
        }
    }
    let stale =
        known.iter().filter(|one| !differing.contains_key(&one.id)).map(|one| format!("{}: agrees now", one.id));
    wrong.extend(stale);
    let ids: BTreeSet<_> = known.iter().map(|one| &one.id).collect();
    assert_eq!(ids.len(), known.len(), "a file is listed twice");
    assert!(wrong.is_empty(), "{} files:\n{}", wrong.len(), wrong.join("\n"));
}

fn print_and_hold(tallies: &BTreeMap<(String, &str), Tally>) {
    println!(
        "\n{:<44} {:<9} {:>10} {:>10} {:>14} {:>10}",
        "origin", "DSS", "signatures", "indication", "sub-indication", "our rules"
    );
    let mut sums: BTreeMap<&str, Tally> = BTreeMap::new();
    for ((origin, column), tally) in tallies {
        tally.print(origin, column);
        sums.entry(column).or_default().add(tally);
    }
    assert_eq!(sums.len(), 4, "a column of DSS is empty");
    for (column, sum) in &sums {
        sum.print("all", column);
        let comparable = sum.signatures - sum.by_policy;
        assert!(comparable > 250, "the corpus is not whole");
        assert!(sum.indication * 100 >= comparable * INDICATIONS, "{column}: {} of {comparable}", sum.indication);
        assert!(sum.sub * 100 >= comparable * SUB_INDICATIONS, "{column}: {} of {comparable}", sum.sub);
    }
}

/// Never right: TOTAL-PASSED here, under either policy, where DSS says TOTAL-FAILED under the same lists at the same time.
#[test]
fn nothing_passes_here_that_fails_there() {
    let Some(corpus) = corpus::folder() else { return };
    let policies = [Policy::etsi_strict().unwrap(), Policy::zimogs_1().unwrap()];
    let (eu, test) = (eu_lists(&corpus), test_lists(&corpus));
    let (mut passed, mut forbidden, mut wrong) = (0, 0, Vec::new());
    for row in rows(&corpus) {
        let path = corpus.join("containers").join(&row.id);
        for (column, trust, at, theirs) in columns(&row, &eu, &test) {
            for policy in &policies {
                let ours = Words::of(&path, trust, policy, at);
                passed += ours.passed();
                for (file, id, expected) in entries(theirs) {
                    let failed = main(expected) == "TOTAL-FAILED";
                    forbidden += usize::from(failed);
                    if failed && PASSING.contains(&ours.on(file, id).as_str()) {
                        wrong.push(format!("{}#{id} {column} {}: theirs {expected}", row.id, policy.id));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(passed > 300, "{passed} passed");
    // Signatures that must not pass, under each policy: without them nothing was shown.
    assert!(forbidden >= 480, "{forbidden} signatures that DSS fails");
}

/// What a signature is called that passes: by itself, or where its Id was not found, as the whole file is.
const PASSING: [&str; 3] = ["TOTAL-PASSED", "Genuine", "ValidButOtherIssuer"];

fn main(word: &str) -> &str {
    word.split('/').next().unwrap_or_default()
}

pub fn columns<'r>(
    row: &'r Row,
    eu: &'r TrustStore,
    test: &'r TrustStore,
) -> [(&'static str, &'r TrustStore, &'r str, &'r str); 4] {
    let at = if row.at.is_empty() { NOW } else { &row.at };
    [
        ("eu-now", eu, NOW, &row.dss_eu_now),
        ("eu-at", eu, at, &row.dss_eu_at),
        ("test-now", test, NOW, &row.dss_test_now),
        ("test-at", test, at, &row.dss_test_at),
    ]
}

/// File, Id and word of each entry: `file#id: INDICATION/SUB format qualification`.
pub fn entries(column: &str) -> Vec<(&str, &str, &str)> {
    let parts = column.split(" | ").filter_map(|entry| entry.split_once(": "));
    parts
        .filter_map(|(place, rest)| {
            let (file, id) = place.rsplit_once('#')?;
            Some((file, id, rest.split(' ').next()?))
        })
        .filter(|(_, _, word)| *word != "error")
        .collect()
}
