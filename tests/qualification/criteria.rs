//! Criteria (TS 119 612, 5.5.9.2.2): each condition met and not met, each way to combine them.

use edoc::qualification::{Answer, Remark, StepId, matches};
use edoc::trust::{Assert, Condition, Criteria};

use super::built::*;

fn list(assert: Assert, conditions: Vec<Condition>) -> Criteria {
    Criteria { assert, conditions }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn each_condition_is_met_and_not_met() {
    let bits = |bits: &[(&str, bool)]| Condition::KeyUsage(bits.iter().map(|(n, is)| ((*n).to_owned(), *is)).collect());
    let rows = [
        (bits(&[("nonRepudiation", true)]), Answer::Met),
        (bits(&[("nonRepudiation", false)]), Answer::NotMet),
        (bits(&[("nonRepudiation", true), ("digitalSignature", false)]), Answer::Met),
        (bits(&[("nonRepudiation", true), ("digitalSignature", true)]), Answer::NotMet),
        (Condition::Policies(texts(&["0.4.0.194112.1.2"])), Answer::Met),
        (Condition::Policies(texts(&["0.4.0.194112.1.2", "1.3.6.1.4.1.32061.2.1.3.2"])), Answer::Met),
        (Condition::Policies(texts(&["0.4.0.194112.1.2", "0.4.0.194112.1.3"])), Answer::NotMet),
        (Condition::SubjectAttributes(texts(&["2.5.4.5"])), Answer::Met),
        (Condition::SubjectAttributes(texts(&["2.5.4.5", "2.5.4.97"])), Answer::NotMet),
        (Condition::ExtendedKeyUsage(texts(&["1.3.6.1.5.5.7.3.4"])), Answer::Met),
        (Condition::ExtendedKeyUsage(texts(&["1.3.6.1.5.5.7.3.8"])), Answer::NotMet),
        (Condition::QcStatements(texts(&[COMPLIANCE, SSCD])), Answer::Met),
        (Condition::QcStatements(texts(&[COMPLIANCE, LEGISLATION])), Answer::NotMet),
        (Condition::Unknown("Weather".to_owned()), Answer::NotKnown),
    ];
    for (condition, answer) in rows {
        assert_eq!(matches(&list(Assert::All, vec![condition.clone()]), &person()), answer, "{condition:?}");
        let nested = Condition::Nested(list(Assert::All, vec![condition.clone()]));
        assert_eq!(matches(&list(Assert::AtLeastOne, vec![nested]), &person()), answer, "nested {condition:?}");
        let opposite = match answer {
            Answer::Met => Answer::NotMet,
            Answer::NotMet => Answer::Met,
            Answer::NotKnown => Answer::NotKnown,
        };
        assert_eq!(matches(&list(Assert::None, vec![condition.clone()]), &person()), opposite, "none {condition:?}");
    }
}

#[test]
fn without_key_usage_every_bit_is_off() {
    let mut bare = person();
    bare.key_usage = None;
    assert_eq!(matches(&list(Assert::All, vec![key_usage("nonRepudiation", false)]), &bare), Answer::Met);
    assert_eq!(matches(&list(Assert::All, vec![key_usage("nonRepudiation", true)]), &bare), Answer::NotMet);
}

#[test]
fn lists_combine_their_conditions() {
    use Answer::{Met, NotKnown, NotMet};
    let yes = || key_usage("nonRepudiation", true);
    let no = || key_usage("nonRepudiation", false);
    let unknown = || Condition::Unknown("Weather".to_owned());
    // Conditions; all, at least one, none.
    let rows = [
        (vec![], [Met, NotMet, Met]),
        (vec![yes(), yes()], [Met, Met, NotMet]),
        (vec![yes(), no()], [NotMet, Met, NotMet]),
        (vec![no(), no()], [NotMet, NotMet, Met]),
        (vec![yes(), unknown()], [NotKnown, Met, NotMet]),
        (vec![no(), unknown()], [NotMet, NotKnown, NotKnown]),
    ];
    for (conditions, expected) in rows {
        let asserts = [Assert::All, Assert::AtLeastOne, Assert::None];
        let found = asserts.map(|assert| matches(&list(assert, conditions.clone()), &person()));
        assert_eq!(found, expected, "{conditions:?}");
    }
}

#[test]
fn what_hangs_on_an_unknown_criterion_is_not_captured_and_is_said() {
    for assert in [Assert::All, Assert::AtLeastOne, Assert::None] {
        let mut service = granted();
        let criteria = list(assert, vec![Condition::Unknown("Weather".to_owned())]);
        service.periods[0].extensions.qualifications = vec![qualification(&["QCWithQSCD"], Some(criteria))];
        let found = now(&file_seal(), &[&service]);
        assert_eq!(found.level.settled(), Some(QC_ESEAL), "{assert:?}");
        let remark = Remark::UnknownCriterion { service: "ICA".to_owned(), criterion: "Weather".to_owned() };
        assert_eq!(remarks(&found, StepId::Consistent), [remark]);
    }
}

#[test]
fn qualifiers_are_captured_for_the_certificates_that_meet_them_only() {
    let mut service = granted();
    let criteria = list(Assert::AtLeastOne, vec![Condition::Policies(texts(&["0.4.0.194112.1.1"]))]);
    service.periods[0].extensions.qualifications = vec![qualification(&["QCWithQSCD"], Some(criteria))];
    assert_eq!(result(&file_seal(), &[&service]), QESEAL);
    let mut other = file_seal();
    other.policies.clear();
    assert_eq!(result(&other, &[&service]), QC_ESEAL);
}
