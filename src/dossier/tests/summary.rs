//! Figures of a dossier.

use super::made::*;
use crate::dossier::Dossier;
use crate::exam::Certainty;
use crate::report::{Authenticity, Standing};
use crate::validation::{Doubt, Failure};

#[test]
fn every_word_is_counted_and_together_they_are_all_files() {
    let words = [
        Authenticity::Genuine,
        Authenticity::Genuine,
        Authenticity::ValidButOtherIssuer,
        Authenticity::CannotConfirm(Doubt::TryLater),
        Authenticity::Refuted(Failure::HashFailure),
        Authenticity::Unsigned,
        Authenticity::Unsupported,
        Authenticity::NotAnEDocument,
    ];
    let mut files: Vec<_> = words
        .iter()
        .map(|word| {
            let mut made = certificate("a", ANNA);
            made.report.authenticity = *word;
            made.filed()
        })
        .collect();
    files.push(missing("b"));
    let summary = Dossier::of(files).summary;
    let counts = summary.words;
    assert_eq!((summary.files, summary.not_examined, summary.persons), (9, 1, 1));
    assert_eq!(counts.genuine, 2);
    let ones = [
        counts.valid_but_other_issuer,
        counts.cannot_confirm,
        counts.refuted,
        counts.unsigned,
        counts.unsupported,
        counts.not_an_e_document,
    ];
    assert_eq!(ones, [1; 6]);
    assert_eq!(summary.findings, 1, "all of them are the same exam");
}

#[test]
fn only_confirmed_and_certain_results_become_figures() {
    let result = |hundredths| certificate("a", ANNA).with_result(hundredths);
    let mut unsure = result(500);
    unsure.certificate().overall.as_mut().unwrap().certainty = Certainty::Probable;
    let mut unnamed = result(600);
    unnamed.certificate().subject = None;
    let first = result(8_750);
    let made = [
        first.clone(),
        certificate("copy", ANNA).with_result(8_750).copy_of(&first),
        result(10_000),
        result(0),
        result(9_000),
        result(100).standing(Standing::NotConfirmed),
        result(200).standing(Standing::Withheld),
        unsure,
        unnamed,
    ];
    let summary = dossier(&made).summary;
    let [exam] = summary.exams.as_slice() else { panic!("{:?}", summary.exams) };
    assert_eq!((exam.subject.as_str(), exam.year, exam.count), ("Matemātika", Some(2024), 4));
    let hundredths = [exam.minimum, exam.median, exam.maximum].map(crate::exam::Percent::hundredths);
    assert_eq!(hundredths, [0, 8_875, 10_000]);
    assert_eq!(exam.bands, [1, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    assert_eq!(exam.results.len(), 4);
    assert_eq!((summary.certificates.not_confirmed, summary.certificates.withheld), (1, 1));
}

#[test]
fn each_exam_has_its_own_figures_in_order_and_its_spellings_are_one() {
    let about = |subject: &str, level: &str| {
        let mut made = certificate("a", ANNA).about(subject);
        made.certificate().level = found(level.to_owned());
        made
    };
    let made = [
        about("Vēsture", "augstākais"),
        about("Ķīmija", "optimālais"),
        about("Ķīmija", "augstākais"),
        about("ĶĪMIJA", "augstākais mācību satura apguves līmenis").with_result(5_001),
        about("Bioloģija", "augstākais"),
    ];
    let summary = dossier(&made).summary;
    let exams: Vec<_> =
        summary.exams.iter().map(|exam| (exam.subject.as_str(), exam.level.as_deref().unwrap(), exam.count)).collect();
    let expected = [
        ("Bioloģija", "augstākais", 1),
        ("Ķīmija", "augstākais", 2),
        ("Ķīmija", "optimālais", 1),
        ("Vēsture", "augstākais", 1),
    ];
    assert_eq!(exams, expected);
    // Half a hundredth between 50,01 and 87,50 is rounded up.
    assert_eq!(summary.exams[1].median.hundredths(), 6_876);
    assert_eq!(summary.exams[0].median.hundredths(), 8_750);
}
