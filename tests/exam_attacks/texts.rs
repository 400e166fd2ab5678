//! Characters that turn, join or hide what stands beside them.

use edoc::container::{ContainerFinding, NameTrick};
use edoc::report::Standing;

use super::scene::*;
use crate::judging::judge;

const FILE: &str = "Sertifikāts.txt";
const PLAIN: &str = "Anna PARAUGA";

#[test]
fn a_name_with_characters_that_are_not_seen_is_read_as_it_is_seen() {
    for name in ["Anna\u{200b} PAR\u{200d}AUGA", "\u{202e}Anna PARAUGA\u{202c}", "An\u{ad}na PARA\u{feff}UGA", PLAIN] {
        let report = judge(&holding(text(&of_person(name), "Sertifikāts"), &centre()));
        let person = certificate(read(&report, FILE)).person.as_ref().unwrap();
        assert_eq!(person.value, PLAIN, "{name:?}");
    }
}

#[test]
fn a_number_with_characters_that_are_not_seen_is_no_other_number() {
    for overall in ["61\u{200b},50 %", "6\u{202e}1,50\u{202c} %", "61,50 %"] {
        let report = judge(&holding(text(&exam(overall), "Sertifikāts"), &centre()));
        assert_eq!(result(&report, FILE), (Some(6150), Standing::Confirmed), "{overall:?}");
    }
}

#[test]
fn a_letter_of_another_alphabet_is_another_letter() {
    let report = judge(&holding(text(&of_person("Аnna PARAUGA"), "Sertifikāts"), &centre()));
    let person = certificate(read(&report, FILE)).person.as_ref().map(|person| person.value.clone());
    assert_ne!(person.as_deref(), Some(PLAIN), "two persons are never made one by a letter that looks the same");
}

#[test]
fn a_name_of_a_file_that_deceives_is_said() {
    let findings = |name: &str| {
        let mut document = text(&exam("61,50 %"), "x");
        name.clone_into(&mut document.name);
        let report = judge(&holding(document, &centre()));
        let tricks = report.findings.iter().filter_map(|finding| match finding {
            ContainerFinding::NameDeceptive { trick, .. } => Some(*trick),
            _ => None,
        });
        tricks.collect::<Vec<_>>()
    };
    assert_eq!(findings("Sertifikāts.txt"), []);
    assert_eq!(findings("Sertifikāts\u{202e}fdp.txt"), [NameTrick::Bidirectional]);
    assert_eq!(findings("Serti\u{200b}fikāts.txt"), [NameTrick::Invisible]);
}
