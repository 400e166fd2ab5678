//! Names and values that contradict each other.

use super::sketch::{findings, plain, says};
use crate::exam::ExamFinding;

#[test]
fn a_name_in_the_title_and_another_in_the_table() {
    let two = |lines: &[crate::exam::text::Line]| {
        findings(lines).iter().any(|one| matches!(one, ExamFinding::TwoNames { .. }))
    };
    for text in [
        "EKSĀMENA SERTIFIKĀTS\nAnna PARAUGA\nVārds, uzvārds: Jānis PARAUDZIŅŠ\nKopvērtējums: 50 %",
        "EKSĀMENA SERTIFIKĀTS\nApliecina, ka Anna PARAUGA kārtojusi eksāmenu.\nVārds, uzvārds: Jānis PARAUDZIŅŠ\nKopvērtējums: 50 %",
        "EKSĀMENA SERTIFIKĀTS\nIzsniegts Annai Paraugai\nVārds, uzvārds: Jānis PARAUDZIŅŠ\nKopvērtējums: 50 %",
    ] {
        let lines = plain(text);
        assert!(two(&lines), "{text}");
        says(&lines, &["person?=Jānis PARAUDZIŅŠ", "overall=5000"]);
    }
    for text in [
        "EKSĀMENA SERTIFIKĀTS\nAnna PARAUGA\nVārds, uzvārds: Anna PARAUGA\nKopvērtējums: 50 %",
        "EKSĀMENA SERTIFIKĀTS\nIzsniegts Annai Paraugai\nVārds, uzvārds: Anna PARAUGA\nKopvērtējums: 50 %",
        "EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds: Anna PARAUGA\nKopvērtējums: 50 %\nDirektore | Jana PARAUDZIŅA",
    ] {
        let lines = plain(text);
        assert!(!two(&lines), "{text}");
        says(&lines, &["person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "overall=5000"]);
    }
}

#[test]
fn two_values_of_one_field_are_none() {
    let head = "EKSĀMENA SERTIFIKĀTS\nKopvērtējums: 50 %\n";
    says(&plain(&format!("{head}Mācību gads: 2023./2024.\nMācību gads: 2024./2025.")), &["overall=5000"]);
    says(
        &plain(&format!("{head}Mācību gads: 2024./2025.\nSchool year: 2024/2025")),
        &["overall=5000", "year=2024./2025."],
    );
    says(
        &plain(&format!("{head}Eksāmena datums: 12.05.2025.\nExam date: 2025-05-12")),
        &["overall=5000", "date=12.05.2025."],
    );
    says(&plain(&format!("{head}Personas kods: 320000-00012\nPersonas kods: 320000-00013")), &["overall=5000"]);
    says(
        &plain(&format!("{head}Izglītības iestāde: Paraugu vidusskola\nSchool: Sample Secondary School")),
        &["overall=5000", "school=Paraugu vidusskola"],
    );
    says(&plain(&format!("{head}Mācību priekšmets: Fizika\nSubject: Physics")), &["overall=5000", "subject=Fizika"]);
}

/// `Jānis` and `Jana` share a stem and are two people; a name in another case is the same.
#[test]
fn two_people_are_not_taken_for_one() {
    let two = |sentence: &str| {
        let lines =
            plain(&format!("EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds: Jānis Kalniņš\n{sentence}\nKopvērtējums: 87 %\n"));
        findings(&lines).iter().any(|finding| matches!(finding, ExamFinding::TwoNames { .. }))
    };
    assert!(two("Apliecina, ka Jana Kalniņa kārtojusi eksāmenu."));
    assert!(!two("Apliecina, ka Jānis Kalniņš kārtojis eksāmenu."));
    assert!(!two("Sertifikāts izsniegts Jānim Kalniņam."));
}
