//! What a report looks like, and what never reaches a terminal.

use super::*;
use crate::container::{ContainerFinding, Format};
use crate::crypto::Sha256;
use crate::exam::{
    Certainty, DocumentKind, ExamCertificate, Found, Identifier, IssuerMatch, Percent, PersonalCode, Place, Reading,
};
use crate::report::{
    Authenticity, Coverage, DocumentReport, ExamReport, FileFacts, ReportSource, SCHEMA_VERSION, Standing, Tool,
};
use crate::validation::{Cause, Doubt, Failure};
use crate::words::Language;

fn found<T>(value: T, certainty: Certainty) -> Found<T> {
    Found { value, certainty, place: Place { page: 1, area: None, source: String::new() } }
}

fn exam(certainty: Certainty) -> ExamCertificate {
    ExamCertificate {
        person: Some(found("Anna PARAUGA".to_owned(), Certainty::Certain)),
        identifier: PersonalCode::parse("320000-00012")
            .map(|code| found(Identifier::PersonalCode(code), Certainty::Certain)),
        subject: Some(found("Matemātika".to_owned(), Certainty::Certain)),
        overall: Percent::from_hundredths(8750).map(|percent| found(percent, certainty)),
        ..ExamCertificate::default()
    }
}

fn report(authenticity: Authenticity, standing: Standing, certainty: Certainty) -> Report {
    let fact = |outcome| Fact { outcome, cause: None };
    Report {
        source: ReportSource::File,
        schema: SCHEMA_VERSION,
        file: FileFacts { name: "a\u{1b}[2J\u{202e}.edoc".to_owned(), size: 1, sha256: None },
        format: Format::AsicE,
        authenticity,
        cause: Some(Cause::DocumentChanged { document: "x\r\ny".to_owned() }),
        facts: ThreeFacts {
            unchanged: fact(Outcome::Passed),
            vouched_for: fact(Outcome::Passed),
            exam_authority: fact(Outcome::Passed),
            issuer: Some(IssuerMatch::ByName { short_name: "VISC".to_owned() }),
        },
        signatures: Vec::new(),
        documents: vec![DocumentReport {
            name: "320000-00012\u{7}.txt".to_owned(),
            size: 7,
            sha256: Sha256::of(b"PARAUGS"),
            claimed_media_type: None,
            coverage: Coverage::Covered,
        }],
        exams: vec![ExamReport {
            document: "d.txt".to_owned(),
            standing,
            reading: Reading::Exams { certificates: vec![exam(certainty)], findings: Vec::new() },
        }],
        findings: vec![ContainerFinding::ArchiveComment { comment: "\u{1b}]0;title\u{7}".to_owned() }],
        lists: Vec::new(),
        fetched: Vec::new(),
        tool: Tool {
            name: "edoc".to_owned(),
            version: "0".to_owned(),
            policy: "zimogs-1".to_owned(),
            policy_version: 1,
            policy_sha256: Sha256::of(b""),
            algorithms: String::new(),
        },
        checked_at: "2026-11-23T12:00:00Z".parse().unwrap(),
    }
}

fn text(report: &Report, codes: Codes) -> String {
    report_text(report, &Words::new(Language::English), codes)
}

#[test]
fn a_statement_without_a_result_asks_nobody_to_look_for_one() {
    let mut report = report(Authenticity::Genuine, Standing::Confirmed, Certainty::Certain);
    let Reading::Exams { certificates, .. } = &mut report.exams[0].reading else { panic!("exams") };
    certificates[0].overall = None;
    assert!(text(&report, Codes::Masked).contains("Overall result"));
    let Reading::Exams { certificates, .. } = &mut report.exams[0].reading else { panic!("exams") };
    certificates[0].kind = Some(found(DocumentKind::Statement, Certainty::Certain));
    assert!(!text(&report, Codes::Masked).contains("Overall result"));
}

#[test]
fn a_confirmed_result_is_shown_plainly() {
    let text = text(&report(Authenticity::Genuine, Standing::Confirmed, Certainty::Certain), Codes::Masked);
    assert!(text.contains("VALID: The document is unchanged and was signed by the exam authority VISC"), "{text}");
    assert!(text.contains("Overall result: 87.50%"), "{text}");
    assert!(!text.contains("not confirmed"), "{text}");
}

#[test]
fn an_uncertain_result_is_not_shown() {
    let text = text(&report(Authenticity::Genuine, Standing::Confirmed, Certainty::Probable), Codes::Masked);
    assert!(!text.contains("87.50"), "{text}");
}

#[test]
fn a_result_that_is_not_confirmed_says_so() {
    let word = Authenticity::CannotConfirm(Doubt::TryLater);
    let text = text(&report(word, Standing::NotConfirmed, Certainty::Certain), Codes::Masked);
    assert!(text.contains("The result is not confirmed") && text.contains("87.50%"), "{text}");
}

#[test]
fn a_withheld_result_is_nowhere() {
    let report = report(Authenticity::Refuted(Failure::HashFailure), Standing::Withheld, Certainty::Certain);
    for text in [text(&report, Codes::Shown), exam_text(&report, &Words::new(Language::Latvian), Codes::Shown)] {
        assert!(!text.contains("87") && !text.contains("PARAUGA"), "{text}");
    }
}

#[test]
fn nothing_from_a_file_controls_the_terminal() {
    let report = report(Authenticity::Genuine, Standing::Confirmed, Certainty::Certain);
    for language in Language::ALL {
        let words = Words::new(language);
        for text in [
            report_text(&report, &words, Codes::Shown),
            exam_text(&report, &words, Codes::Shown),
            list_text(&report, &words, Codes::Shown),
        ] {
            let raw = text.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
            assert_eq!(raw, None, "{text:?}");
        }
    }
}

#[test]
fn codes_are_masked_unless_asked_for() {
    let report = report(Authenticity::Genuine, Standing::Confirmed, Certainty::Certain);
    let masked = text(&report, Codes::Masked);
    assert!(!masked.contains("320000") && !masked.contains("32000000012"), "{masked}");
    assert!(text(&report, Codes::Shown).contains("320000-00012"));
}

/// The text on a sample, as the samples are to be judged.
fn of_sample(file: &str, language: Language) -> String {
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut setting = crate::dossier::Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples.join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples.join("issuers.toml")).unwrap();
    let report = crate::dossier::examine(&samples.join(file), &setting).result.unwrap();
    report_text(&report, &Words::new(language), Codes::Masked)
}

#[test]
fn a_signature_tells_its_times_its_levels_and_its_stamps() {
    let text = of_sample("anna-matematika.edoc", Language::Latvian);
    for line in [
        "Pierādītais laiks (laika zīmogs): 2024. gada 11. jūlijs, 08:00:05 (Latvijas laiks, UTC+3); 2024-07-11 05:00:05 UTC",
        "Juridiskais līmenis: uzlabots zīmogs ar kvalificētu sertifikātu",
        "Pierādījumu līmenis: XAdES-BASELINE-LT (ar laika zīmogu un datiem par atsaukšanu)",
        "Algoritmu drošības termiņš: 2029. gada 1. janvāris",
        "Slēdziens pēc EN 319 102-1: TOTAL-PASSED",
        "✔ Paraksta laika zīmogs, 2024-07-11 05:00:05 UTC, PARAUGS TSA A 2023R, derīgs, kvalificēts elektroniskais laika zīmogs",
        "✔ OCSP, PARAUGS: eksāmenu centrs : eZīmogs, nav atsaukts, ",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    let unproven = of_sample("liga-biologija.asice", Language::Latvian);
    assert!(unproven.contains("Pierādītais laiks: nav; nekas nepierāda"), "{unproven}");
}

#[test]
fn what_was_achieved_comes_before_why() {
    let text = of_sample("anna-matematika.edoc", Language::English);
    let at = |wanted: &str| text.find(wanted).unwrap_or_else(|| panic!("{wanted} is not in\n{text}"));
    assert!(at("VALID: ") < at("Exam result") && at("Exam result") < at("Three facts"));
    assert!(at("Three facts") < at("Signatures and seals"));
    assert!(of_sample("tampered.edoc", Language::English).contains("There is no exam result in this file"));
}

#[test]
fn no_sentence_is_said_twice() {
    for file in ["anna-matematika.edoc", "liga-biologija.asice", "foreign-issuer.edoc", "unsigned.edoc"] {
        for language in Language::ALL {
            let text = of_sample(file, language);
            let sentence = |line: &str| line.trim_start_matches([' ', '✔', '✖', '?', '–']).to_owned();
            let said: Vec<_> =
                text.lines().map(sentence).filter(|line| line.ends_with('.') && line.len() > 30).collect();
            for (index, one) in said.iter().enumerate() {
                assert!(!said[index + 1..].iter().any(|other| other.ends_with(one.as_str())), "{file}: {one}\n{text}");
            }
        }
    }
}
