//! Who is one person, who is not, and in which order they stand.

use super::made::*;
use crate::dossier::{Concern, Dossier, KnownBy, Nobodys, Person, Whose};
use crate::exam::{Certainty, DocumentKind, ExamCertificate, ExamFinding, Reading};
use crate::report::{Authenticity, ReportSource, Standing};
use crate::validation::{Doubt, Failure};

fn known(person: &Person) -> (KnownBy, Option<&str>, usize) {
    (person.known_by, person.name.as_deref(), person.entries.len())
}

fn whose(dossier: &Dossier) -> Vec<Whose> {
    dossier.entries.iter().map(|entry| entry.whose).collect()
}

#[test]
fn the_samples_are_three_persons_and_what_is_refuted_or_unsigned_is_nobodys() {
    let names = [
        "anna-matematika.edoc",
        "janis-vesture.edoc",
        "liga-biologija.asice",
        "tampered.edoc",
        "unsigned.edoc",
        "foreign-issuer.edoc",
        "anna-anglu-valoda.edoc",
        "missing.edoc",
    ];
    let setting = sample_setting();
    let filed = names.iter().map(|name| {
        let examined = crate::dossier::examine(&samples().join(name), &setting);
        crate::dossier::Filed::of(&examined.path, examined.result.as_ref())
    });
    let dossier = Dossier::of(filed.collect());
    let persons: Vec<_> = dossier.persons.iter().map(known).collect();
    let code = KnownBy::Code;
    assert_eq!(persons, [(code, Some(JANIS.0), 2), (code, Some(ANNA.0), 2), (code, Some(LIGA.0), 1)]);
    let counts: Vec<_> = dossier.persons.iter().map(|person| (person.certificates, person.genuine)).collect();
    assert_eq!(counts, [(2, 1), (2, 2), (1, 0)]);
    assert_eq!(dossier.persons[1].entries, [0, 6]);
    let nobodys: Vec<_> = dossier.nobodys().collect();
    assert_eq!(nobodys, [3, 4, 7]);
    assert_eq!(dossier.entries[3].whose, Whose::Nobodys(Nobodys::NoCertificate), "nothing signed is left to read");
    assert_eq!(dossier.entries[4].whose, Whose::Nobodys(Nobodys::NoCertificate));
    assert_eq!(dossier.entries[7].whose, Whose::Nobodys(Nobodys::NotExamined));
    assert_eq!(dossier.findings, []);
    assert_eq!(dossier.problems_first(), [3, 7, 2, 5, 4, 0, 1, 6]);
    assert_eq!(dossier.persons_with_problems_first(), [2, 0, 1]);
}

#[test]
fn a_code_is_one_person_under_any_name_and_two_codes_are_two_under_one() {
    let one =
        dossier(&[certificate("a", ANNA), certificate("b", ("Anna Kalna", ANNA.1)), certificate("c", ANNA).unnamed()]);
    assert_eq!(one.persons.iter().map(known).collect::<Vec<_>>(), [(KnownBy::Code, Some(ANNA.0), 3)]);
    let two = dossier(&[certificate("a", ANNA), certificate("b", (ANNA.0, "320000-00009"))]);
    assert_eq!(two.persons.len(), 2);
}

#[test]
fn a_name_alone_is_said_and_never_joins_a_person_with_a_code() {
    let dossier = dossier(&[
        certificate("a", ANNA),
        certificate("b", ANNA).uncoded(),
        certificate("c", ANNA).uncoded().named("  anna   PARAUGA"),
        certificate("d", ANNA).uncoded().named("Anna PARAUGĀ"),
    ]);
    let persons: Vec<_> = dossier.persons.iter().map(known).collect();
    assert_eq!(
        persons,
        [
            (KnownBy::Code, Some("Anna PARAUGA"), 1),
            (KnownBy::NameAlone, Some("Anna PARAUGA"), 2),
            (KnownBy::NameAlone, Some("Anna PARAUGĀ"), 1)
        ]
    );
}

#[test]
fn another_number_or_a_code_in_doubt_needs_the_name_beside_it() {
    let other = |name: &str| certificate("a", ANNA).named(name).numbered("SAMPLE-7");
    let one = dossier(&[other("Anna PARAUGA"), other("ANNA PARAUGA")]);
    assert_eq!(one.persons.iter().map(known).collect::<Vec<_>>(), [(KnownBy::IdentifierAndName, Some(ANNA.0), 2)]);
    assert_eq!(dossier(&[other("Anna PARAUGA"), other("Jānis PARAUGS")]).persons.len(), 2);
    let doubted = dossier(&[certificate("a", ANNA), certificate("b", ANNA).doubted()]);
    let known_by: Vec<_> = doubted.persons.iter().map(|person| person.known_by).collect();
    assert_eq!(known_by, [KnownBy::Code, KnownBy::IdentifierAndName]);
    let told: Vec<_> = doubted.persons.iter().map(|person| person.identifier.is_some()).collect();
    assert_eq!(told, [true, false], "a code in doubt tells persons apart, and is nobody's code");
    let nameless = dossier(&[certificate("b", ANNA).unnamed().doubted()]);
    assert_eq!(whose(&nameless), [Whose::Nobodys(Nobodys::NotNamed)]);
}

#[test]
fn a_name_in_doubt_is_nobodys() {
    let mut doubtful = certificate("a", ANNA).uncoded();
    assert_eq!(whose(&dossier(&[doubtful.clone()])), [Whose::Person(0)]);
    doubtful.certificate().person.as_mut().unwrap().certainty = Certainty::Probable;
    assert_eq!(whose(&dossier(&[doubtful])), [Whose::Nobodys(Nobodys::NotNamed)]);
}

#[test]
fn what_is_withheld_joins_nobody_and_what_is_not_confirmed_joins_marked() {
    let withheld = dossier(&[certificate("a", ANNA), certificate("b", ANNA).standing(Standing::Withheld)]);
    assert_eq!(whose(&withheld), [Whose::Person(0), Whose::Nobodys(Nobodys::Withheld)]);
    assert_eq!((withheld.persons[0].certificates, withheld.summary.certificates.withheld), (1, 1));
    assert_eq!(withheld.problems_first(), [1, 0]);
    let open = dossier(&[certificate("a", ANNA), certificate("b", ANNA).standing(Standing::NotConfirmed)]);
    assert_eq!(whose(&open), [Whose::Person(0), Whose::Person(0)]);
    assert_eq!((open.persons[0].certificates, open.persons[0].genuine), (2, 1));
    assert_eq!(open.entries[1].standing, Some(Standing::NotConfirmed));
}

#[test]
fn the_name_shown_is_that_of_a_confirmed_certificate() {
    let forged = certificate("a", ("Anna VILTOTA", ANNA.1)).standing(Standing::NotConfirmed);
    assert_eq!(dossier(&[forged.clone(), certificate("b", ANNA)]).persons[0].name.as_deref(), Some(ANNA.0));
    assert_eq!(dossier(&[forged]).persons[0].name.as_deref(), Some("Anna VILTOTA"));
}

#[test]
fn saved_facts_confirm_nothing() {
    let mut saved = certificate("a", ANNA);
    assert_eq!(dossier(&[saved.clone()]).persons[0].genuine, 1);
    saved.report.source = ReportSource::Facts;
    assert_eq!(dossier(&[saved]).persons[0].genuine, 0);
}

#[test]
fn a_copy_counts_once_and_two_certificates_twice() {
    let first = certificate("a", ANNA);
    let copy = certificate("b", ANNA).copy_of(&first);
    let person = &dossier(&[first.clone(), copy]).persons[0];
    assert_eq!((person.entries.len(), person.certificates, person.genuine), (2, 1, 1));
    let person = &dossier(&[first, certificate("b", ANNA)]).persons[0];
    assert_eq!((person.entries.len(), person.certificates, person.genuine), (2, 2, 2));
}

#[test]
fn an_extract_gives_a_row_for_each_exam() {
    let mut extract = certificate("a", ANNA);
    let second = extract.certificate().clone();
    let Reading::Exams { certificates, .. } = &mut extract.report.exams[0].reading else { panic!() };
    certificates.push(second);
    let seen = dossier(&[extract.clone()]);
    assert_eq!((seen.entries.len(), seen.persons[0].certificates), (2, 2));
    let (_, read) = seen.entries[1].place.unwrap().of(&extract.report).unwrap();
    assert_eq!(read.subject.as_ref().unwrap().value, "Matemātika");
}

#[test]
fn persons_stand_by_surname_with_marks_after_plain_letters() {
    let names = [
        "Zane ZVIRBULE",
        "Āris ŠMITS",
        "Anna ABOLA",
        "Anna ĀBOLA",
        "Zane ABOLA",
        "Īrisa SAULE",
        "Una ŅIKNE",
        "Una NOTE",
    ];
    let made: Vec<_> = names.iter().map(|name| certificate("a", (name, ANNA.1)).uncoded()).collect();
    let dossier = dossier(&made);
    let sorted: Vec<_> = dossier.persons.iter().map(|person| person.name.as_deref().unwrap()).collect();
    let expected = [
        "Anna ABOLA",
        "Anna ĀBOLA",
        "Zane ABOLA",
        "Una ŅIKNE",
        "Una NOTE",
        "Īrisa SAULE",
        "Āris ŠMITS",
        "Zane ZVIRBULE",
    ];
    assert_eq!(sorted, expected);
    assert!(dossier.entries.iter().zip(names).all(|(entry, name)| {
        let Whose::Person(person) = entry.whose else { return false };
        dossier.persons[person].name.as_deref() == Some(name)
    }));
}

#[test]
fn problems_come_first_and_equals_stay_in_their_order() {
    let with = |authenticity: Authenticity| {
        let mut made = certificate("a", ANNA);
        made.report.authenticity = authenticity;
        made.filed()
    };
    let noted = {
        let mut made = certificate("a", ANNA).about("Fizika");
        let Reading::Exams { findings, .. } = &mut made.report.exams[0].reading else { panic!() };
        findings.push(ExamFinding::OverallNotCertain);
        made.filed()
    };
    let files = vec![
        certificate("a", ANNA).about("Ķīmija").filed(),
        noted,
        with(Authenticity::NotAnEDocument),
        with(Authenticity::Unsigned),
        with(Authenticity::ValidButOtherIssuer),
        with(Authenticity::CannotConfirm(Doubt::TryLater)),
        missing("b"),
        with(Authenticity::Refuted(Failure::HashFailure)),
        certificate("a", ANNA).about("Bioloģija").filed(),
    ];
    let mut dossier = Dossier::of(files);
    dossier.findings.clear();
    assert_eq!(dossier.problems_first(), [7, 6, 5, 4, 3, 2, 1, 0, 8]);
    assert_eq!(dossier.concerns()[0], Concern::None);
    assert_eq!(dossier.concerns()[1], Concern::Noted);
}

#[test]
fn what_was_not_read_with_certainty_is_worth_a_look() {
    let concern = |made: Made| dossier(&[made]).concerns()[0];
    assert_eq!(concern(certificate("a", ANNA)), Concern::None);
    let doubted = |change: fn(&mut ExamCertificate)| {
        let mut made = certificate("a", ANNA);
        change(made.certificate());
        concern(made)
    };
    let doubts: [fn(&mut ExamCertificate); 6] = [
        |read| read.person.as_mut().unwrap().certainty = Certainty::Probable,
        |read| read.person = None,
        |read| read.subject.as_mut().unwrap().certainty = Certainty::Probable,
        |read| read.subject = None,
        |read| read.overall.as_mut().unwrap().certainty = Certainty::Probable,
        |read| read.overall = None,
    ];
    assert_eq!(doubts.map(doubted), [Concern::Noted; 6]);
    // A statement need not have a result; one that is in doubt is in doubt there too.
    let statement = |read: &mut ExamCertificate| read.kind = found(DocumentKind::Statement);
    let mut resultless = certificate("a", ANNA);
    statement(resultless.certificate());
    resultless.certificate().overall = None;
    assert_eq!(concern(resultless), Concern::None);
    let mut in_doubt = certificate("a", ANNA);
    statement(in_doubt.certificate());
    in_doubt.certificate().overall.as_mut().unwrap().certainty = Certainty::Probable;
    assert_eq!(concern(in_doubt), Concern::Noted);
}
