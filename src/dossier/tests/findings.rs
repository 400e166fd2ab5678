//! What several files say together: each rule with what is one and what is none.

use super::made::*;
use crate::dossier::{Agreement, Dossier, Filed, Finding, NameDifference, steps};
use crate::report::Standing;

fn findings(made: &[Made]) -> Vec<Finding> {
    dossier(made).findings
}

fn at(path: &str, person: (&str, &str), subject: &str) -> Made {
    certificate(path, person).about(subject)
}

#[test]
fn two_codes_in_an_applicants_folder() {
    let layout = |second: (&str, &str)| {
        findings(&[
            at("in/anna/1", ANNA, "Fizika"),
            at("in/anna/2", second, "Ķīmija"),
            at("in/janis/1", JANIS, "Vēsture"),
            at("in/liga/1", LIGA, "Bioloģija"),
        ])
    };
    assert_eq!(layout(ANNA), []);
    let found = layout(JANIS);
    let [Finding::SeveralPersonsInFolder { folder, persons, files }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        (folder.as_str(), persons.as_slice(), files.as_slice()),
        ("in/anna", [0, 1].as_slice(), [0, 1].as_slice())
    );
}

#[test]
fn many_codes_in_other_layouts_are_no_finding() {
    let people: Vec<(String, String)> =
        (0..30).map(|n| (format!("Anna PARAUGA{}", char::from(b'A' + n)), format!("320000-000{n:02}"))).collect();
    let person = |n: usize| (people[n].0.as_str(), people[n].1.as_str());
    let everybody: Vec<_> = (0..30).map(|n| at(&format!("in/{n}"), person(n), "Fizika")).collect();
    assert_eq!(findings(&everybody), []);
    let classes: Vec<_> = (0..30).map(|n| at(&format!("in/{}/{n}", n % 3), person(n), "Fizika")).collect();
    assert_eq!(findings(&classes), []);
    let two_folders =
        [at("in/a/1", person(0), "Fizika"), at("in/b/1", person(1), "Fizika"), at("in/b/2", person(2), "Fizika")];
    assert_eq!(findings(&two_folders), []);
    // A folder for each subject: the same person alone in most of them.
    let by_subject = [
        at("in/x/1", person(0), "Fizika"),
        at("in/y/1", person(0), "Ķīmija"),
        at("in/z/1", person(0), "Vēsture"),
        at("in/z/2", person(1), "Vēsture"),
    ];
    assert_eq!(findings(&by_subject), []);
    // Without codes nobody knows how many people they are.
    let mut names: Vec<_> = (0..4).map(|n| at(&format!("in/{n}/1"), person(n), "Fizika").uncoded()).collect();
    names.push(at("in/0/2", person(5), "Fizika").uncoded());
    assert_eq!(findings(&names), []);
}

#[test]
fn one_code_with_two_names() {
    let names = |second: &str| findings(&[at("a", ANNA, "Fizika"), at("b", (second, ANNA.1), "Ķīmija")]);
    for same in ["Anna PARAUGA", "ANNA  parauga", "PARAUGA Anna", "Parauga, Anna"] {
        assert_eq!(names(same), [], "{same}");
    }
    for (other, expected) in [
        ("Anna PARAUGĀ", NameDifference::Spelling),
        ("Annai PARAUGAI", NameDifference::Spelling),
        ("Anna KALNA", NameDifference::Name),
        ("Anna Marija PARAUGA", NameDifference::Name),
    ] {
        let found = names(other);
        let [Finding::SeveralNames { person: 0, names, difference, files }] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!((*difference, names.as_slice()), (expected, [ANNA.0.to_owned(), other.to_owned()].as_slice()));
        assert_eq!(files.as_slice(), [0, 1]);
    }
    let withheld = [at("a", ANNA, "Fizika"), at("b", ("Anna KALNA", ANNA.1), "Ķīmija").standing(Standing::Withheld)];
    assert_eq!(findings(&withheld), []);
}

#[test]
fn a_name_without_a_code_beside_one_with_it() {
    let alone = |second: (&str, &str)| findings(&[at("a", ANNA, "Fizika"), at("b", second, "Ķīmija").uncoded()]);
    assert_eq!(alone(JANIS), []);
    assert_eq!(alone(ANNA), [Finding::NameWithoutCode { persons: vec![0, 1], files: vec![1] }]);
    let namesakes = findings(&[at("a", ANNA, "Fizika"), at("b", (ANNA.0, "320000-00009"), "Ķīmija")]);
    assert_eq!(namesakes, []);
}

#[test]
fn the_same_exam_in_several_files() {
    let again = |second: Made| findings(&[at("a", ANNA, "Fizika"), second]);
    let results = |found: &[Finding]| match found {
        [Finding::SameExam { person: 0, subject, year: 2024, results, files, .. }] => {
            assert_eq!((subject.as_str(), files.as_slice()), ("Fizika", [0, 1].as_slice()));
            *results
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(results(&again(at("b", ANNA, "FIZIKA"))), Agreement::Same);
    assert_eq!(results(&again(at("b", ANNA, "Physics").with_result(9_100))), Agreement::Different);
    assert_eq!(results(&again(at("b", ANNA, "Fizika").on(None))), Agreement::Same);
    let mut unread = at("b", ANNA, "Fizika");
    unread.certificate().overall = None;
    assert_eq!(results(&again(unread)), Agreement::NotKnown);

    assert_eq!(again(at("b", JANIS, "Fizika")), []);
    assert_eq!(again(at("b", ANNA, "Ķīmija")), []);
    assert_eq!(again(at("b", ANNA, "Fizika").on(Some("11.06.2024."))), []);
    assert_eq!(again(at("b", ANNA, "Fizika").standing(Standing::Withheld)), []);
    let mut other_level = at("b", ANNA, "Fizika");
    other_level.certificate().level = found("optimālais".to_owned());
    assert_eq!(again(other_level), []);
    let mut other_year = at("b", ANNA, "Fizika").on(None);
    other_year.certificate().year = found("2024./2025.".to_owned());
    assert_eq!(again(other_year), []);
    let mut no_year = [at("a", ANNA, "Fizika").on(None), at("b", ANNA, "Fizika").on(None)];
    no_year.iter_mut().for_each(|made| made.certificate().year = None);
    assert_eq!(findings(&no_year), []);
}

#[test]
fn of_several_sittings_those_of_one_day_are_the_same_exam() {
    let day = |path: &str, day| at(path, ANNA, "Fizika").on(day);
    let found = findings(&[
        day("a", Some("28.05.2024.")),
        day("b", Some("11.06.2024.")),
        day("c", None),
        day("d", Some("2024. gada 11. jūnijs")),
    ]);
    let [Finding::SameExam { files, results: Agreement::Same, .. }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(files.as_slice(), [1, 3]);
}

#[test]
fn one_file_under_two_names() {
    let first = at("a", ANNA, "Fizika");
    let copy = at("b", ANNA, "Fizika").copy_of(&first);
    let found = findings(&[first.clone(), copy.clone()]);
    assert_eq!(found, [Finding::SameFile { sha256: first.report.file.sha256.unwrap(), files: vec![0, 1] }]);
    let twice = at("a", ANNA, "Fizika").copy_of(&first);
    assert_eq!(findings(&[first.clone(), twice]), [], "a path given twice is no finding");
    // A third file with the same exam is compared with the copies.
    let found = findings(&[first, copy, at("c", ANNA, "Fizika")]);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_file_named_after_somebody_else() {
    let named = |path: &str| {
        findings(&[
            at(path, ANNA, "Fizika"),
            at("x", JANIS, "Fizika"),
            at("y", LIGA, "Fizika"),
            at("z", ("Ija ILE", "320000-00004"), "Fizika"),
        ])
    };
    for none in [
        "parauga.edoc",
        "Anna_Parauga.edoc",
        "sertifikats 2024.edoc",
        "paraugs.edoc",                // a form of the right surname
        "anna-paraudzins.edoc",        // the right given name
        "parauga_paraudzins.edoc",     // names both
        "paraudzins_paraugkalne.edoc", // names two others: a list, or nobody knows
        "janis.edoc",                  // a given name is many people's
        "ile.edoc",                    // too short
        "paraudzins/1.edoc",           // a folder's name
    ] {
        assert_eq!(named(none), [], "{none}");
    }
    for one in ["Paraudziņš.edoc", "PARAUDZINS-fizika-2024.edoc", "j.paraudzins.edoc"] {
        let expected = Finding::NamedAfterAnother { surname: "PARAUDZIŅŠ".to_owned(), person: 0, files: vec![0] };
        let mut found = named(one);
        if let Some(Finding::NamedAfterAnother { person, .. }) = found.first_mut() {
            *person = 0;
        }
        assert_eq!(found, [expected], "{one}");
    }
    let unknown = findings(&[at("paraudzins", ANNA, "Fizika"), at("x", JANIS, "Fizika").uncoded()]);
    assert_eq!(unknown, [], "known by the name alone");
    let mut several = at("paraudzins", ANNA, "Fizika");
    several.report.exams.push(at("", LIGA, "Fizika").report.exams[0].clone());
    assert_eq!(findings(&[several, at("x", JANIS, "Ķīmija")]), [], "certificates of two people");
    let withheld = at("paraudzins", ANNA, "Fizika").standing(Standing::Withheld);
    assert_eq!(findings(&[withheld, at("x", JANIS, "Fizika")]), []);
}

#[test]
fn a_file_named_after_another_subject() {
    let named = |path: &str, subject: &str| findings(&[at(path, ANNA, subject)]);
    for (path, subject) in [
        ("fizika.edoc", "Fizika"),
        ("anna-anglu-valoda.edoc", "Angļu valoda"),
        ("svesvaloda.edoc", "Angļu valoda"),
        ("anglu valoda.edoc", "Svešvaloda (angļu)"),
        ("matematika.edoc", "Matemātika I"),
        ("vesture.edoc", "Vēsture un sociālās zinātnes"),
        ("fizika un kimija.edoc", "Bioloģija"),
        ("certificate english.edoc", "Fizika"),
        ("science.edoc", "Fizika"),
        ("fizika.edoc", "Krāmu mācība"),
        ("skola.edoc", "Fizika"),
    ] {
        assert_eq!(named(path, subject), [], "{path}: {subject}");
    }
    for (path, subject, written) in [
        ("anna_kimija_2024.edoc", "Fizika", "kimija"),
        ("Ķīmija.edoc", "Angļu valoda", "kimija"),
        ("anglu-valoda.edoc", "Latviešu valoda", "anglu valoda"),
        ("mathematics.edoc", "Fizika", "mathematics"),
    ] {
        let expected =
            Finding::NamedAfterSubject { named: written.to_owned(), subject: subject.to_owned(), files: vec![0] };
        assert_eq!(named(path, subject), [expected], "{path}: {subject}");
    }
    let mut extract = at("kimija", ANNA, "Fizika");
    extract.report.exams.push(at("", ANNA, "Bioloģija").report.exams[0].clone());
    assert_eq!(findings(&[extract]), [], "two subjects");
    let mut unread = at("kimija", ANNA, "Fizika");
    unread.certificate().subject = None;
    assert_eq!(findings(&[unread]), [], "a subject that was not read");
}

#[test]
fn findings_survive_being_written_and_read() {
    let dossier = dossier(&[
        at("a", ANNA, "Fizika"),
        at("kimija", ANNA, "Fizika").with_result(100),
        at("b", ANNA, "Bioloģija").uncoded(),
    ]);
    assert_eq!(dossier.findings.len(), 3);
    let json = serde_json::to_string(&dossier.findings).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Finding>>(&json).unwrap(), dossier.findings);
    let json = serde_json::to_string(&dossier.summary).unwrap();
    assert_eq!(serde_json::from_str::<crate::dossier::Summary>(&json).unwrap(), dossier.summary);
    assert!(serde_json::to_string(&(&dossier.entries, &dossier.persons)).unwrap().contains("name-alone"));
}

/// Every shape in which one group could grow with the rows.
#[test]
fn twice_the_rows_take_twice_the_steps() {
    let letters = |n: usize| {
        (0..4)
            .map(|place| char::from_digit(10 + u32::try_from((n >> (4 * place)) % 16).unwrap(), 36).unwrap())
            .collect::<String>()
            .to_uppercase()
    };
    let code = |n: usize| format!("32{:04}-{:05}", n / 100_000, n % 100_000);
    let shapes: [(&str, &dyn Fn(usize) -> Made); 6] = [
        ("one person, one exam, one folder", &|n| certificate(&format!("in/{n}"), ANNA)),
        ("one code, many names", &|n| certificate(&format!("in/{n}"), (&format!("Anna PAR{}", letters(n)), ANNA.1))),
        ("one name, many codes", &|n| certificate(&format!("in/{n}"), (ANNA.0, &code(n)))),
        ("one name, no code", &|n| certificate(&format!("in/{n}"), ANNA).uncoded()),
        ("a folder each, named after the next", &|n| {
            certificate(&format!("in/{n}/par{}", letters(n + 1)), (&format!("Anna PAR{}", letters(n)), &code(n)))
        }),
        ("one file under many names", &|n| {
            let mut made = certificate(&format!("in/{n}"), ANNA);
            made.report.file.sha256 = crate::crypto::Sha256::from_bytes(&[7; 32]);
            made
        }),
    ];
    for (shape, make) in shapes {
        let files: Vec<Filed> = (0..10_000).map(|n| make(n).filed()).collect();
        let (half, _) = steps::of(|| Dossier::of(files[..5_000].to_vec()));
        let (whole, dossier) = steps::of(|| Dossier::of(files.clone()));
        assert_eq!(dossier.entries.len(), 10_000);
        assert!(half >= 5_000 && whole <= half * 2 + 100, "{shape}: {half} steps, then {whole}");
        let named: usize = dossier.findings.iter().map(|finding| finding.files().len()).sum();
        assert!(named <= 10_000 * 3, "{shape}: {named} files named");
    }
}
