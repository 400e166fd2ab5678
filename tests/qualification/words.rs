//! Every level, step and remark has its words in both languages.

use edoc::qualification::{
    CertificateKind, Inconsistency, Level, QualificationDoubt, Remark, SignatureQualification, StepId,
    TimestampQualification,
};
use edoc::validation::{Doubt, Failure, Indication};
use edoc::words::{Language, Words};

use super::built::*;
use super::matrix::certificates;

const LANGUAGES: [Language; 5] = Language::ALL;

fn one_of_each() -> Vec<Remark> {
    let text = || "value".to_owned();
    let (since, kind) = (at("2023-06-01T00:00:00Z"), CertificateKind::ESeal);
    let mut remarks = vec![
        Remark::NoService,
        Remark::NotListedYet { service: text(), at: since },
        Remark::UnknownCriticalExtension { service: text(), extension: text() },
        Remark::OtherType { service: text(), service_type: text() },
        Remark::OtherPurpose { service: text(), kind },
        Remark::UnknownCriterion { service: text(), criterion: text() },
        Remark::CriteriaNotKnown { service: text() },
        Remark::ExtensionsNotKnown { service: text() },
        Remark::Conflict { one: text(), other: text() },
        Remark::StatusOutOfItsTime { service: text(), status: text(), since },
        Remark::NotGranted { service: text(), status: "withdrawn".to_owned(), since },
        Remark::Granted { service: text(), status: "granted".to_owned(), since },
        Remark::NoServiceLeft,
        Remark::NotQualifiedByList { service: text() },
        Remark::QualifiedAndNot { service: text() },
        Remark::QualifiedByList { service: text() },
        Remark::QualifiedByCertificate,
        Remark::NotStatedInCertificate,
        Remark::OtherLaw { countries: text() },
        Remark::OtherLaw { countries: String::new() },
        Remark::KindByList { service: text(), kind },
        Remark::KindByItsTime { service: text() },
        Remark::SeveralKinds { service: text() },
        Remark::KindContradicted { service: text() },
        Remark::KindByCertificate { kind: CertificateKind::Unknown },
        Remark::KindByCertificate { kind },
        Remark::DeviceByList { service: text() },
        Remark::NoDeviceByList { service: text() },
        Remark::DeviceAndNot { service: text() },
        Remark::DeviceByCertificate,
        Remark::NoDeviceInCertificate,
    ];
    let rules = [
        Inconsistency::QualifiedAndNot,
        Inconsistency::LegalPersonSigns,
        Inconsistency::SeveralKinds,
        Inconsistency::KindAgainstPurpose,
        Inconsistency::KindBeforeItsTime,
        Inconsistency::DeviceAndNot,
        Inconsistency::DeviceAndAsInCertificate,
        Inconsistency::DeviceOfThePast,
        Inconsistency::UnknownQualifier,
    ];
    remarks.extend(rules.map(|rule| Remark::Inconsistent { service: text(), rule }));
    remarks
}

#[test]
fn the_list_above_is_whole() {
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/qualification/step.rs")).unwrap();
    let body = source.split("pub enum Remark {\n").nth(1).unwrap().split("\n}\n").next().unwrap();
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants: Vec<_> = lines.filter(|line| line.starts_with(char::is_uppercase)).map(name).collect();
    let listed: Vec<_> = one_of_each().iter().map(|remark| name(&format!("{remark:?}"))).collect();
    let missing: Vec<_> = variants.iter().filter(|variant| !listed.contains(variant)).collect();
    assert!(missing.is_empty() && variants.len() > 25, "not in the list: {missing:?}");
}

#[test]
fn every_remark_is_one_sentence_of_its_own() {
    for words in LANGUAGES.map(Words::new) {
        let mut said: Vec<_> = one_of_each().iter().map(|remark| words.qualification_remark(remark)).collect();
        for sentence in &said {
            assert!(sentence.ends_with('.') && sentence.contains(' '), "{sentence}");
            assert!(!sentence.contains(['{', '}', '$']) && !sentence.starts_with("qualification-"), "{sentence}");
        }
        let count = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), count, "two remarks read the same");
    }
}

#[test]
fn every_level_has_a_name_of_its_own() {
    let indications =
        [Indication::TotalPassed, Indication::Indeterminate(Doubt::NoPoe), Indication::TotalFailed(Failure::Revoked)];
    let of = |certificate| indications.map(|indication| SignatureQualification::of(certificate, indication));
    let mut levels: Vec<_> = certificates().into_iter().flat_map(of).collect();
    levels.sort();
    levels.dedup();
    assert_eq!(levels.len(), 22);
    for words in LANGUAGES.map(Words::new) {
        let mut names: Vec<_> = levels.iter().map(|level| words.signature_qualification(*level)).collect();
        names.extend(certificates().into_iter().map(|one| words.certificate_qualification(one)));
        names.extend(
            [TimestampQualification::Qtsa, TimestampQualification::Tsa, TimestampQualification::Na]
                .map(|one| words.timestamp_qualification(one)),
        );
        names.extend(StepId::ALL.map(|step| words.qualification_step(step)));
        assert!(names.iter().all(|name| name.contains(' ') && !name.ends_with('.')), "{names:?}");
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}

#[test]
fn a_seal_in_a_file_is_an_advanced_seal_with_a_qualified_certificate() {
    let level = SignatureQualification::of(result(&file_seal(), &[&granted()]), Indication::TotalPassed);
    let [latvian, english] =
        [Language::Latvian, Language::English].map(|language| Words::new(language).signature_qualification(level));
    assert_eq!(latvian, "uzlabots zīmogs ar kvalificētu sertifikātu");
    assert_eq!(english, "advanced seal with a qualified certificate");
    let names = [
        (SignatureQualification::QESig, "kvalificēts elektroniskais paraksts", "qualified electronic signature"),
        (SignatureQualification::QESeal, "kvalificēts elektroniskais zīmogs", "qualified electronic seal"),
        (SignatureQualification::AdESig, "uzlabots elektroniskais paraksts", "advanced electronic signature"),
        (SignatureQualification::AdESeal, "uzlabots elektroniskais zīmogs", "advanced electronic seal"),
    ];
    for (level, latvian, english) in names {
        assert_eq!(Words::new(Language::Latvian).signature_qualification(level), latvian);
        assert_eq!(Words::new(Language::English).signature_qualification(level), english);
    }
}

#[test]
fn an_open_level_says_what_is_possible_why_and_what_to_do() {
    let doubt = QualificationDoubt::CriteriaNotKnown { list: 0, service: "ICA".to_owned() };
    let possible = vec![SignatureQualification::QESeal, SignatureQualification::AdESealQc];
    let open = Level::Open { doubt: doubt.clone(), possible };
    let english = Words::new(Language::English);
    assert_eq!(
        english.signature_level(&open),
        "legal level not settled; possible: qualified electronic seal; advanced seal with a qualified certificate"
    );
    let empty: Level<edoc::qualification::CertificateQualification> =
        Level::Open { doubt: doubt.clone(), possible: Vec::new() };
    assert_eq!(english.certificate_level(&empty), "legal level not settled");
    assert_eq!(english.certificate_level(&Level::Settled { result: QESIG }), english.certificate_qualification(QESIG));
    let other = QualificationDoubt::ExtensionsNotKnown { list: 0, service: "ICA".to_owned() };
    for words in LANGUAGES.map(Words::new) {
        for doubt in [&doubt, &other] {
            let said = words.qualification_doubt(doubt);
            assert!(said.reason.contains("ICA") && said.advice.is_some_and(|advice| advice.ends_with('.')));
        }
    }
}
