//! Valid signatures by whoever may not issue exam certificates, and documents that nobody signed.

use edoc::exam::{IssuerMatch, RecognisedIssuer};
use edoc::report::{Authenticity, Coverage, Standing};
use edoc::validation::Outcome;

use super::scene::*;
use crate::forge::container::Container;
use crate::forge::pki::{EXAM_CENTRE, EXAM_CENTRE_CODE, seal_subject};
use crate::forge::x509::COUNTRY;
use crate::forge::xades::Reference;
use crate::judging::{judge, judge_as, only, sample_issuers};

const FILE: &str = "Sertifikāts.txt";

#[test]
fn a_student_s_valid_signature_makes_no_result() {
    let document = || text(&exam("98,00 %"), "Sertifikāts");
    let honest = judge(&holding(document(), &centre()));
    assert_eq!(
        (honest.authenticity, result(&honest, FILE)),
        (Authenticity::Genuine, (Some(9800), Standing::Confirmed))
    );
    let forged = judge(&holding(document(), &student()));
    assert_eq!(only(&forged).indication, only(&honest).indication, "the signature itself is as good");
    assert_eq!(forged.authenticity, Authenticity::ValidButOtherIssuer);
    assert_eq!(result(&forged, FILE), (Some(9800), Standing::NotConfirmed));
    assert_eq!(forged.facts.exam_authority.outcome, Outcome::Failed);
}

/// The exam centre as it is recognised while its registration is not known: by its name and country.
fn by_name() -> Vec<RecognisedIssuer> {
    let mut issuers = sample_issuers();
    issuers.iter_mut().for_each(|issuer| issuer.identifier = None);
    issuers
}

#[test]
fn a_name_that_only_looks_the_same_is_another_organisation() {
    let document = || text(&exam("98,00 %"), "Sertifikāts");
    let honest = judge_as(&holding(document(), &centre()), &by_name());
    assert_eq!(honest.authenticity, Authenticity::Genuine);
    assert!(matches!(honest.facts.issuer, Some(IssuerMatch::ByName { .. })));
    let lookalikes = [
        ("Cyrillic letters", EXAM_CENTRE.replace('e', "е")),
        ("a space more", EXAM_CENTRE.replace(' ', "  ")),
        ("a space behind", format!("{EXAM_CENTRE} ")),
        ("a wide space", EXAM_CENTRE.replace(' ', "\u{a0}")),
        ("a space without width", EXAM_CENTRE.replace(' ', " \u{200b}")),
        ("letters taken apart", EXAM_CENTRE.replace('ā', "a\u{304}")),
        ("capitals", EXAM_CENTRE.to_uppercase()),
        ("turned round", format!("\u{202d}{EXAM_CENTRE}")),
    ];
    for (what, name) in lookalikes {
        assert_ne!(name, EXAM_CENTRE, "{what}");
        let forged = judge_as(&holding(document(), &organisation(&name, "NTRLV-00000000077")), &by_name());
        assert_eq!(forged.authenticity, Authenticity::ValidButOtherIssuer, "{what}");
        assert_eq!(result(&forged, FILE).1, Standing::NotConfirmed, "{what}");
    }
}

#[test]
fn the_same_name_in_another_country_is_another_organisation() {
    let of_country = |country| {
        let mut subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
        let place = subject.iter().position(|(kind, _)| *kind == COUNTRY).unwrap();
        subject[place].1 = country;
        holding(text(&exam("98,00 %"), "Sertifikāts"), &seal_of(&subject, country))
    };
    assert_eq!(judge_as(&of_country("LV"), &by_name()).authenticity, Authenticity::Genuine);
    for country in ["LT", "lv", "LV "] {
        let forged = judge_as(&of_country(country), &by_name());
        assert_ne!(forged.authenticity, Authenticity::Genuine, "{country:?}");
        assert_eq!(forged.facts.exam_authority.outcome, Outcome::Failed, "{country:?}");
    }
}

#[test]
fn where_the_registration_is_known_the_name_does_not_help() {
    let document = || text(&exam("98,00 %"), "Sertifikāts");
    let renamed = judge(&holding(document(), &organisation("PARAUGS: cits nosaukums", EXAM_CENTRE_CODE)));
    assert_eq!(renamed.authenticity, Authenticity::Genuine, "a new name of the same organisation");
    let forged = judge(&holding(document(), &organisation(EXAM_CENTRE, "NTRLV-00000000077")));
    assert_eq!(forged.authenticity, Authenticity::ValidButOtherIssuer);
}

#[test]
fn a_certificate_beside_the_covered_one_is_not_read() {
    let covered = || text(&exam("61,50 %"), "Sertifikāts");
    let honest = judge(&holding(covered(), &centre()));
    let mut container = Container::signed(vec![covered()], &centre());
    container.uncovered.push(text(&exam("100,00 %"), "Sertifikāts (jaunais)"));
    let forged = judge(&container.bytes());
    for report in [&honest, &forged] {
        assert_eq!(report.exams.len(), 1);
        assert_eq!(result(report, FILE), (Some(6150), Standing::Confirmed));
    }
    let beside = forged.documents.iter().find(|document| document.name == "Sertifikāts (jaunais).txt").unwrap();
    assert_eq!(beside.coverage, Coverage::NotCovered);
}

#[test]
fn of_two_certificates_only_the_covered_one_counts() {
    // The reference names the first; a name that a careless reader folds or decodes onto it names the other.
    for other in ["sertifikāts.txt", "mape/Sertifikāts.txt", "Sertifika\u{304}ts.txt", "Sertif%C4%ABk%C4%81ts.txt"] {
        let (covered, mut beside) = (text(&exam("61,50 %"), "Sertifikāts"), text(&exam("100,00 %"), "x"));
        other.clone_into(&mut beside.name);
        let both = vec![covered.clone(), beside.clone()];
        let honest = judge(&Container::signed(both.clone(), &centre()).bytes());
        assert_eq!(result(&honest, other), (Some(10_000), Standing::Confirmed), "sealed as well");
        let mut signing = centre();
        signing.references = Some(vec![Reference::to(&covered, signing.digest)]);
        for documents in [both.clone(), both.into_iter().rev().collect()] {
            let forged = judge(&Container::signed(documents, &signing).bytes());
            let read: Vec<_> = forged.exams.iter().map(|exam| exam.document.as_str()).collect();
            assert_eq!(read, [FILE], "{other}");
            assert_eq!(result(&forged, FILE).0, Some(6150), "{other}");
        }
    }
}

#[test]
fn a_second_document_borrows_nothing_of_the_first_one_s_seal() {
    let (own, added) = (text(&exam("61,50 %"), "Sertifikāts"), text(&exam("100,00 %"), "Pielikums"));
    let both = |second: crate::forge::xades::Signing| {
        let (mut first, mut second) = (centre(), second.numbered(1));
        first.references = Some(vec![Reference::to(&own, first.digest)]);
        second.references = Some(vec![Reference::to(&added, second.digest)]);
        let mut container = Container::signed(vec![own.clone(), added.clone()], &first);
        container.signings.push(second);
        judge(&container.bytes())
    };
    assert_eq!(result(&both(centre()), "Pielikums.txt"), (Some(10_000), Standing::Confirmed));
    let forged = both(student());
    assert_eq!(result(&forged, "Pielikums.txt"), (Some(10_000), Standing::NotConfirmed));
    assert_ne!(forged.authenticity, Authenticity::Genuine);
}
