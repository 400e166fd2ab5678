//! Whether a certificate meets the criteria of a qualification (TS 119 612, 5.5.9.2.2).

use crate::evidence::CertificateFacts;
use crate::trust::{Assert, Condition, Criteria};

/// What comes of criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Answer {
    /// The certificate meets them.
    Met,
    /// It does not.
    NotMet,
    /// It hangs on a criterion that is not understood. Whatever the list asserts, nothing is captured by it.
    NotKnown,
}

/// Whether a certificate meets criteria. An empty list is met under `all` and `none`, and not under `atLeastOne`.
pub fn matches(criteria: &Criteria, certificate: &CertificateFacts) -> Answer {
    let answers = || criteria.conditions.iter().map(|condition| holds(condition, certificate));
    match criteria.assert {
        Assert::All => all(answers()),
        Assert::AtLeastOne => opposite(all(answers().map(opposite))),
        Assert::None => all(answers().map(opposite)),
    }
}

/// Names of criteria that are not understood, nested ones too.
pub(super) fn not_understood(criteria: &Criteria) -> Vec<&str> {
    let conditions = criteria.conditions.iter();
    conditions
        .flat_map(|condition| match condition {
            Condition::Unknown(name) => vec![name.as_str()],
            Condition::Nested(inner) => not_understood(inner),
            _ => Vec::new(),
        })
        .collect()
}

fn holds(condition: &Condition, certificate: &CertificateFacts) -> Answer {
    let every = |wanted: &[String], there: &[String]| answer(wanted.iter().all(|one| there.contains(one)));
    match condition {
        Condition::KeyUsage(bits) => {
            let usage = certificate.key_usage.as_deref().unwrap_or_default();
            answer(bits.iter().all(|(name, wanted)| usage.contains(name) == *wanted))
        }
        Condition::Policies(wanted) => every(wanted, &certificate.policies),
        Condition::Nested(inner) => matches(inner, certificate),
        Condition::SubjectAttributes(wanted) => {
            let there = &certificate.subject.attributes;
            answer(wanted.iter().all(|one| there.iter().any(|(kind, _)| kind == one)))
        }
        Condition::ExtendedKeyUsage(wanted) => every(wanted, &certificate.extended_key_usage),
        Condition::QcStatements(wanted) => every(wanted, &certificate.qc_statements),
        Condition::Unknown(_) => Answer::NotKnown,
    }
}

fn answer(met: bool) -> Answer {
    if met { Answer::Met } else { Answer::NotMet }
}

fn opposite(answer: Answer) -> Answer {
    match answer {
        Answer::Met => Answer::NotMet,
        Answer::NotMet => Answer::Met,
        Answer::NotKnown => Answer::NotKnown,
    }
}

/// One that fails settles it; else one that is not known leaves it open.
fn all(answers: impl Iterator<Item = Answer>) -> Answer {
    let mut result = Answer::Met;
    for one in answers {
        match one {
            Answer::NotMet => return Answer::NotMet,
            Answer::NotKnown => result = Answer::NotKnown,
            Answer::Met => {}
        }
    }
    result
}
