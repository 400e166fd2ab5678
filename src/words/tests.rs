//! Sentences as the languages have them; that no text is missing is held by `tests/words.rs`.

use super::*;
use crate::container::{ArchiveFault, NameDanger};
use crate::validation::{AnswerFault, Doubt};

fn latvian() -> Words {
    Words::new(Language::Latvian)
}

fn english() -> Words {
    Words::new(Language::English)
}

fn facts(outcomes: [Outcome; 3], issuer: Option<IssuerMatch>) -> ThreeFacts {
    let [unchanged, vouched_for, exam_authority] = outcomes.map(|outcome| Fact { outcome, cause: None });
    ThreeFacts { unchanged, vouched_for, exam_authority, issuer }
}

#[test]
fn words_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Words>();
}

#[test]
fn percentages_keep_both_decimals() {
    for (language, expected) in [
        (Language::Latvian, "87,50\u{a0}%"),
        (Language::English, "87.50%"),
        (Language::Russian, "87,50\u{a0}%"),
        (Language::Lithuanian, "87,50\u{a0}%"),
        (Language::Estonian, "87,50%"),
    ] {
        assert_eq!(Words::new(language).percent(Percent::from_hundredths(8750).unwrap()), expected);
    }
    assert_eq!(english().percent(Percent::from_hundredths(5).unwrap()), "0.05%");
    assert_eq!(english().percent(Percent::from_hundredths(10_000).unwrap()), "100.00%");
}

#[test]
fn times_say_their_zone() {
    let summer: Timestamp = "2025-06-21T11:05:33Z".parse().unwrap();
    let winter: Timestamp = "2025-01-05T22:30:00Z".parse().unwrap();
    for (language, expected) in [
        (Language::Latvian, "2025. gada 21. jūnijs, 14:05:33 (Latvijas laiks, UTC+3)"),
        (Language::English, "21 June 2025, 14:05:33 (Latvian time, UTC+3)"),
        (Language::Russian, "21 июня 2025 г., 14:05:33 (латвийское время, UTC+3)"),
        (Language::Lithuanian, "2025 m. birželio 21 d., 14:05:33 (Latvijos laikas, UTC+3)"),
        (Language::Estonian, "21. juuni 2025, 14:05:33 (Läti aeg, UTC+3)"),
    ] {
        assert_eq!(Words::new(language).date_time(summer), expected);
        assert_eq!(Words::new(language).date_time_utc(summer), "2025-06-21 11:05:33 UTC");
    }
    assert_eq!(english().date_time(winter), "6 January 2025, 00:30:00 (Latvian time, UTC+2)");
}

#[test]
fn dates_are_written_as_the_language_writes_them() {
    let new_year: Timestamp = "2025-01-05T22:30:00Z".parse().unwrap();
    for (language, words, figures) in [
        (Language::Latvian, "2025. gada 6. janvāris", "06.01.2025."),
        (Language::English, "6 January 2025", "2025-01-06"),
        (Language::Russian, "6 января 2025 г.", "06.01.2025"),
        (Language::Lithuanian, "2025 m. sausio 6 d.", "2025-01-06"),
        (Language::Estonian, "6. jaanuar 2025", "06.01.2025"),
    ] {
        let said = Words::new(language);
        assert_eq!((said.date(new_year).as_str(), said.date_in_figures(new_year).as_str()), (words, figures));
    }
}

#[test]
fn a_foreign_signer_is_said_first() {
    let other = IssuerMatch::Other { name: "Jānis Paraugs".to_owned() };
    let facts = facts([Outcome::Passed, Outcome::Passed, Outcome::Failed], Some(other));
    let open = latvian().headline(&Authenticity::CannotConfirm(Doubt::TryLater), &facts);
    assert_eq!(open.word, "NEVAR APSTIPRINĀT");
    let valid = latvian().headline(&Authenticity::ValidButOtherIssuer, &facts);
    assert_eq!(valid.sentence, "Paraksts ir derīgs, bet dokumentu nav parakstījusi ne VISC, ne VIAA");
}

#[test]
fn a_name_cannot_write_its_own_sentence() {
    let cause = Cause::DocumentChanged { document: "a\u{202e}\u{1b}[2J{ $x }.pdf".to_owned() };
    let reason = english().cause(&cause).reason;
    assert!(!reason.contains(['\u{202e}', '\u{1b}']), "{reason}");
    // What stands in braces in a value is text, not a value's name.
    assert!(reason.contains("{ $x }"), "{reason}");
    let fault = ArchiveFault::NameUnsafe { name: "a\0b".to_owned(), danger: NameDanger::ControlCharacter };
    assert!(latvian().cause(&Cause::ArchiveRefused { reason: fault }).reason.contains("a␀b"));
}

#[test]
fn a_cause_has_a_reason_and_where_possible_advice() {
    let certificate = "PARAUGS".to_owned();
    let said = latvian().cause(&Cause::RevocationRefused { certificate, reason: AnswerFault::StatusUnknown });
    assert!(said.reason.contains("„PARAUGS”") && said.advice.is_some());
    assert_eq!(english().cause(&Cause::NotReached).advice, None);
}

#[test]
fn the_third_fact_names_whom_it_is_about() {
    let unknown = Fact { outcome: Outcome::Unknown, cause: Some(Cause::NoPath { issuer: "X".to_owned() }) };
    assert!(english().fact(FactKind::VouchedFor, &unknown, None).contains("“X”"));
    assert!(english().fact(FactKind::ExamAuthority, &unknown, None).contains("name is not confirmed"));
    let failed = Fact { outcome: Outcome::Failed, cause: Some(Cause::NotExamAuthority { name: "Y".to_owned() }) };
    assert!(english().fact(FactKind::ExamAuthority, &failed, None).contains("“Y”"));
}

#[test]
fn a_foreign_signer_decides_what_to_do_next() {
    let open = Cause::NoRevocationData { certificate: "PARAUGS".to_owned() };
    let mut three = facts([Outcome::Passed; 3], None);
    let word = Authenticity::CannotConfirm(Doubt::NoPoe);
    let ordinary = english().advice(&word, Some(&open), &three).unwrap();
    assert!(ordinary.contains("qualified validation service"), "{ordinary}");
    let cause = Some(Cause::NotExamAuthority { name: "X".to_owned() });
    three.exam_authority = Fact { outcome: Outcome::Failed, cause };
    let foreign = english().advice(&word, Some(&open), &three).unwrap();
    assert!(foreign.contains("exam authority"), "{foreign}");
}

#[test]
fn an_unknown_identifier_shows_itself() {
    assert_eq!(latvian().text("no-such-text"), "no-such-text");
}
