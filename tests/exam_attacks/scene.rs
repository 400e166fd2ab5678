//! An exam, who seals it, and what is read of it.

use edoc::exam::{ExamCertificate, Reading};
use edoc::report::{ExamReport, Report, Standing};

use crate::forge::container::Container;
use crate::forge::exams::{ANNA, Exam, Form, Person};
use crate::forge::keys::Key;
use crate::forge::pki::{Pki, person_template, seal_subject, seal_template};
use crate::forge::samples::{responder, sealed};
use crate::forge::x509::{Attribute, Entity};
use crate::forge::xades::{Dialect, Document, Signing};

/// When everything here is signed.
pub const AT: &str = "2025-07-03T05:00:00Z";

/// An invented exam with this overall result.
pub fn exam(overall: &'static str) -> Exam {
    Exam {
        person: ANNA,
        number: "PARAUGS-25-000099",
        subject: "Matemātika",
        level: "augstākais mācību satura apguves līmenis",
        year: "2024./2025.",
        exam_date: "27.05.2025.",
        overall,
        parts: &[("1. daļa", "63,00 %"), ("2. daļa", "60,00 %")],
        issue_date: "03.07.2025.",
    }
}

/// The same of somebody who writes their name like this.
pub fn of_person(name: &'static str) -> Exam {
    Exam { person: Person { name, ..ANNA }, ..exam("61,50 %") }
}

/// A page as a document of its container.
pub fn pdf(name: &str, octets: Vec<u8>) -> Document {
    Document::new(name, "application/pdf", octets)
}

/// The certificate as plain text.
pub fn text(exam: &Exam, name: &str) -> Document {
    exam.document(name, Form::Text)
}

/// The seal of the exam centre.
pub fn centre() -> Signing {
    let pki = Pki::shared();
    sealed(Dialect::Dss, &pki.seal_2025, &pki.unit_2025, AT)
}

/// A seal that the listed authority has issued to whoever has this subject.
pub fn seal_of(subject: &[Attribute<'_>], word: &str) -> Signing {
    let pki = Pki::shared();
    let (from, to) = ("2025-05-05T08:00:00Z", "2028-05-05T08:00:00Z");
    let seal = seal_template(subject, &Key::p256(word), from, to, &pki.seal_authority);
    sealed(Dialect::Dss, &seal.issued_by(&pki.seal_authority), &pki.unit_2025, AT)
}

/// A seal of an organisation of this name and registration.
pub fn organisation(name: &str, code: &str) -> Signing {
    seal_of(&seal_subject(name, code), name)
}

/// A signature by a person with a valid certificate of their own.
pub fn student() -> Signing {
    by_person(&Pki::shared().student)
}

/// A person of this name.
pub fn person(given: &str, surname: &str) -> Entity {
    let authority = &Pki::shared().person_authority;
    person_template(&Key::p384(given), given, surname, "320000-00009", authority).issued_by(authority)
}

/// A signature by this person.
pub fn by_person(signer: &Entity) -> Signing {
    let pki = Pki::shared();
    let chain = [pki.person_authority.clone(), pki.root.clone()];
    let answers = responder(&pki.person_authority, "PARAUGS Personas ICA OCSP", AT);
    Signing::new(Dialect::Dss, signer, &chain, &answers, &pki.unit_2025, AT)
}

/// A container of one document.
pub fn holding(document: Document, signing: &Signing) -> Vec<u8> {
    Container::signed(vec![document], signing).bytes()
}

/// What was read of a document.
pub fn read<'r>(report: &'r Report, document: &str) -> &'r ExamReport {
    report.exams.iter().find(|exam| exam.document == document).unwrap_or_else(|| panic!("{:?}", report.exams))
}

/// The only certificate in it.
pub fn certificate(read: &ExamReport) -> &ExamCertificate {
    match &read.reading {
        Reading::Exams { certificates, .. } if certificates.len() == 1 => &certificates[0],
        other => panic!("{other:?}"),
    }
}

/// The overall result in hundredths, where one was read, and what it is worth.
pub fn result(report: &Report, document: &str) -> (Option<u16>, Standing) {
    let read = read(report, document);
    let certificate = certificate(read);
    (certificate.overall.as_ref().map(|overall| overall.value.hundredths()), read.standing)
}
