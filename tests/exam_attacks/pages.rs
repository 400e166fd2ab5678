//! Pages that say one thing to a person and another to a program.

use edoc::report::{Authenticity, Standing};
use edoc::validation::{Failure, Outcome};

use super::scene::*;
use crate::forge::container::Container;
use crate::forge::pdf::{exam_certificate, exam_certificate_and, misnamed, updated};
use crate::forge::xades::Reference;
use crate::judging::judge;

const FILE: &str = "Sertifikāts.pdf";

#[test]
fn a_result_that_nobody_sees_is_not_read() {
    let drawn = |colour| {
        let lines = [(colour, 100.0, ["Kopvērtējums", "100,00 %"])];
        judge(&holding(pdf(FILE, exam_certificate_and(&exam("61,50 %"), &lines)), &centre()))
    };
    // The twin: in black it is a second result, and which one counts is not certain.
    let seen = drawn("0 0 0");
    let text = format!("{:?}", read(&seen, FILE).reading);
    assert!(text.contains("10000"), "what is seen is read: {text}");
    for hidden in ["1 1 1", "0.99 1 0.98", "3 Tr 0 0 0"] {
        let report = drawn(hidden);
        assert_eq!(result(&report, FILE), (Some(6150), Standing::Confirmed), "{hidden}");
        assert!(!format!("{:?}", read(&report, FILE).reading).contains("10000"), "{hidden}");
    }
}

#[test]
fn a_result_hidden_in_a_page_of_a_student_is_confirmed_by_nobody() {
    let lines = [("1 1 1", 100.0, ["Kopvērtējums", "100,00 %"])];
    let forged = judge(&holding(pdf(FILE, exam_certificate_and(&exam("61,50 %"), &lines)), &student()));
    assert_eq!(result(&forged, FILE), (Some(6150), Standing::NotConfirmed));
}

#[test]
fn an_update_behind_the_end_of_a_sealed_page_is_a_change() {
    let sealed = exam_certificate(&exam("61,50 %"));
    let later = updated(&sealed, &exam_certificate(&exam("91,50 %")));
    assert!(later.starts_with(&sealed), "every sealed octet is still there");
    let (honest, shown) = (pdf(FILE, sealed), pdf(FILE, later));
    let mut signing = centre();
    signing.references = Some(vec![Reference::to(&honest, signing.digest)]);
    let twin = judge(&Container::signed(vec![honest], &signing).bytes());
    assert_eq!((twin.authenticity, result(&twin, FILE).0), (Authenticity::Genuine, Some(6150)));
    let forged = judge(&Container::signed(vec![shown], &signing).bytes());
    assert_eq!(forged.authenticity, Authenticity::Refuted(Failure::HashFailure));
    assert_eq!(forged.facts.unchanged.outcome, Outcome::Failed);
    assert!(forged.exams.is_empty(), "nothing is read of it");
}

#[test]
fn of_a_page_that_was_updated_before_sealing_the_last_one_is_read_as_every_program_shows_it() {
    let first = exam_certificate(&exam("61,50 %"));
    let later = updated(&first, &exam_certificate(&exam("91,50 %")));
    for (octets, overall) in [(first, 6150), (later, 9150)] {
        let report = judge(&holding(pdf(FILE, octets), &centre()));
        assert_eq!(result(&report, FILE), (Some(overall), Standing::Confirmed));
    }
}

#[test]
fn a_signature_inside_a_page_proves_nothing_here_with_an_update_or_without() {
    let signed = {
        let mut page = exam_certificate(&exam("61,50 %"));
        page.extend(b"40 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 9 9] /Contents <00> >>\nendobj\n");
        page
    };
    let later = updated(&signed, &exam_certificate(&exam("91,50 %")));
    for page in [signed, later] {
        // By itself it is no e-document that this program judges.
        let alone = judge(&page);
        assert!(matches!(alone.authenticity, Authenticity::Unsupported | Authenticity::NotAnEDocument));
        assert!(alone.signatures.is_empty() && alone.exams.is_empty());
        // In a container it is a document, and only the signature over the container counts.
        let mut container = Container::signed(vec![pdf(FILE, page.clone())], &centre());
        assert_eq!(judge(&container.bytes()).authenticity, Authenticity::Genuine);
        container.signings.clear();
        assert_eq!(judge(&container.bytes()).authenticity, Authenticity::Unsigned);
        let own = judge(&holding(pdf(FILE, page), &student()));
        assert_eq!(own.authenticity, Authenticity::ValidButOtherIssuer);
    }
}

/// What a page draws and what its text layer calls it cannot be compared without reading pictures: the layer is read. It is signed
/// like everything else, so that only whoever seals can make the two differ.
#[test]
fn a_text_layer_that_lies_is_read_and_counts_for_its_signer_only() {
    let page = exam_certificate(&exam("61,50 %"));
    let lying = misnamed(&page, '6', '9');
    assert_ne!(page, lying);
    assert_eq!(result(&judge(&holding(pdf(FILE, page.clone()), &student())), FILE).0, Some(6150));
    let forged = judge(&holding(pdf(FILE, lying.clone()), &student()));
    assert_eq!(result(&forged, FILE), (Some(9150), Standing::NotConfirmed));
    assert_eq!(forged.authenticity, Authenticity::ValidButOtherIssuer);
    let mut signing = centre();
    signing.references = Some(vec![Reference::to(&pdf(FILE, page), signing.digest)]);
    let exchanged = judge(&Container::signed(vec![pdf(FILE, lying)], &signing).bytes());
    assert_eq!(exchanged.authenticity, Authenticity::Refuted(Failure::HashFailure));
}
