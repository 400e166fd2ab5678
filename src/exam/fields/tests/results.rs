//! Results: which percentages are one, which are not, and tables of parts.

use super::sketch::{findings, overall, placed, plain, says};
use crate::exam::ExamFinding;

fn with(text: &str) -> Option<u16> {
    overall(&plain(&format!("EKSĀMENA SERTIFIKĀTS\n{text}\n")))
}

#[test]
fn every_label_of_the_overall_result() {
    for label in [
        "Kopvērtējums",
        "KOPVĒRTĒJUMS",
        "Kopējais vērtējums procentos",
        "Eksāmena rezultāts",
        "Kopā",
        "Iegūtais procentuālais vērtējums",
        "Overall result",
        "Total score",
        "Eksāmena kopvērtējums (%)",
        "Kopējais rezultāts, %",
        "Rezultāts",
        "Vērtējums procentos",
        "Galīgais vērtējums",
        "Centralizētā eksāmena rezultāts",
        "Kopvērtējums / Overall",
    ] {
        for value in [
            "87,50 %",
            "87.5%",
            "87,5\u{a0}%",
            "87,50 procenti",
            "(87,50 %)",
            "35/40 (87,50 %)",
            "35 punkti no 40 (87,50 %)",
            "87,50 % (35 no 40)",
        ] {
            assert_eq!(with(&format!("{label}: {value}")), Some(8750), "{label}: {value}");
            assert_eq!(with(&format!("{label} | {value}")), Some(8750), "{label} | {value}");
            assert_eq!(with(&format!("{label}\n{value}")), Some(8750), "{label} above {value}");
        }
    }
    assert_eq!(with("Kopvērtējums | 35/40 | 87,50 %"), Some(8750));
    assert_eq!(with("Kopvērtējums | 87,50 | %"), Some(8750));
    assert_eq!(with("Kopvērtējums: 100 %"), Some(10000));
    assert_eq!(with("Kopvērtējums: 87,50 % no 100 %"), Some(8750));
    assert_eq!(with("Kopvērtējums: 87,50 % (vidēji valstī 54,3 %)"), Some(8750));
}

#[test]
fn a_bare_number_counts_only_where_the_label_says_percent() {
    for label in ["Kopvērtējums, %", "Kopvērtējums (%)", "Kopvērtējums procentos", "Kopējais vērtējums (procentos)"]
    {
        assert_eq!(with(&format!("{label} | 87,50")), Some(8750), "{label}");
    }
    assert_eq!(with("Kopvērtējums | 87,50"), None);
    assert_eq!(with("Kopvērtējums: 35 punkti"), None);
}

#[test]
fn what_is_no_result() {
    for text in [
        "Vidējais rezultāts valstī: 54,3 %",
        "Skolas eksāmena rezultāts: 60 %",
        "Klases kopvērtējums | 58 %",
        "Vidējais kopvērtējums | 54,3 %",
        "National average: 54.3 %",
        "Vidēji valstī 54,3 %",
        "Nokārtošanas slieksnis: 20 %",
        "Minimālais kopvērtējums: 20 %",
        "Maksimālais vērtējums: 100 %",
        "Kopvērtējums: vismaz 20 %",
        "Kopvērtējums: 80–90 %",
        "Kopvērtējums: no 80 % līdz 90 %",
        "Kopvērtējums tiek aprēķināts procentos. Slieksnis ir 20 %.",
        "Eksāmens ir nokārtots, ja kopvērtējums ir vismaz 20 %.",
        "Kopvērtējumu veido lasīšana 40 % un rakstīšana 60 %.",
        "PVN 21 %",
        "87,50 %",
        "Matemātika | 87,50 %",
        "Matemātika: 87,50 %",
        "Kopvērtējuma īpatsvars: 40 %",
        "Daļas īpatsvars kopvērtējumā | 40 %",
        "Kopvērtējums (vidēji valstī) | 54,3 %",
        "Īpatsvars kopvērtējumā: 40 %",
    ] {
        assert_eq!(with(text), None, "{text}");
        let both = format!("{text}\nKopvērtējums: 87,50 %");
        let contradicts = text.starts_with("Kopvērtējums:");
        assert!(contradicts || with(&both) == Some(8750), "{text} beside a result: {:?}", with(&both));
    }
}

#[test]
fn parts_as_rows() {
    let expected = ["Klausīšanās=8000", "Lasīšana=8500", "Rakstīšana=9750", "overall=8750"];
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nEksāmena daļa | Rezultāts\nKlausīšanās | 80 %\nLasīšana | 85,00 %\nRakstīšana | 97,5 %\nKopvērtējums | 87,50 %",
        ),
        &expected,
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nDaļa | Punkti | Maksimālais punktu skaits | Rezultāts, %\nKlausīšanās | 32 | 40 | 80\nLasīšana | 34 | 40 | 85,00\nRakstīšana | 39 | 40 | 97,5\nKopā | 105 | 120 | 87,50",
        ),
        &expected,
    );
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\n                   Punkti      Procenti     Vidēji valstī\nKlausīšanās        32/40       80 %         54 %\nLasīšana           34/40       85 %         60 %\nRakstīšana         39/40       97,5 %       50 %\nKopā               105/120     87,50 %      55 %",
        ),
        &expected,
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nEksāmena daļa | Īpatsvars kopvērtējumā, % | Iegūtais vērtējums, %\nKlausīšanās | 30 | 80\nLasīšana | 30 | 85\nRakstīšana | 40 | 97,5\nKopvērtējums | 100 | 87,50",
        ),
        &expected,
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nKlausīšanās – 80 %\nLasīšana 34/40 85 %\nRakstīšana: 39 punkti no 40 (97,5 %)\nKopvērtējums: 87,50 %",
        ),
        &["Klausīšanās=8000", "Lasīšana=8500", "overall=8750", "Rakstīšana=9750"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nRezultāti pa daļām:\nTeorija un uzdevumi: 70 %\nDarbs laboratorijā | 80 %\nVidēji valstī | 40 %\nKopvērtējums | 75 %\nRīgā | 50 %",
        ),
        &["Teorija un uzdevumi=7000", "Darbs laboratorijā=8000", "overall=7500"],
    );
}

#[test]
fn parts_as_columns() {
    let expected = ["Klausīšanās=8000", "Lasīšana=8500", "overall=8250"];
    says(&plain("EKSĀMENA SERTIFIKĀTS\nKlausīšanās | Lasīšana | Kopvērtējums\n80 % | 85 % | 82,5 %"), &expected);
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nEksāmena daļa | Klausīšanās | Lasīšana | Kopā\nPunkti | 32 | 34 | 66\nRezultāts, % | 80 | 85 | 82,5",
        ),
        &expected,
    );
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\n                 Klausīšanās    Lasīšana    Kopā\nPunkti           32/40          34/40       66/80\nProcenti         80             85          82,5",
        ),
        &expected,
    );
    says(&plain("EKSĀMENA SERTIFIKĀTS\nKlausīšanās | Lasīšana | Kopvērtējums\n80 | 85 | 82,5"), &[]);
}

#[test]
fn a_head_broken_over_two_lines() {
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\nEksāmena            Iegūtais\ndaļa                rezultāts, %\nLasīšana            85\nRakstīšana          90\nKopā                87,5",
        ),
        &["Lasīšana=8500", "Rakstīšana=9000", "overall=8750"],
    );
}

#[test]
fn the_result_of_a_part_is_not_the_overall_one() {
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nLasīšana\nRezultāts: 85 %\nRakstīšana\nRezultāts: 90 %"),
        &["Lasīšana=8500", "Rakstīšana=9000"],
    );
    says(&plain("EKSĀMENA SERTIFIKĀTS\nLasīšana\nRezultāts: 85 %"), &["Lasīšana=8500"]);
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nEksāmena daļas\nLasīšana\nPunkti: 34 no 40\nProcenti: 85 %\nKopā\nPunkti: 66 no 80\nProcenti: 82,5 %",
        ),
        &["Lasīšana=8500", "overall=8250"],
    );
    says(&plain("EKSĀMENA SERTIFIKĀTS\nTeksta analīze\nRezultāts: 85 %"), &[]);
    says(&plain("EKSĀMENA SERTIFIKĀTS\nMatemātika\nRezultāts: 85 %"), &["subject=Matemātika", "overall=8500"]);
    says(&plain("EKSĀMENA SERTIFIKĀTS\nLasīšanas daļā iegūti 85 %."), &[]);
    assert_eq!(with("1. daļa kopā: 80 %"), None);
    assert_eq!(with("Mutvārdu daļas rezultāts: 80 %"), None);
    assert_eq!(with("Mutvārdu daļa\n80 %"), None);
}

#[test]
fn impossible_and_contradicting_figures_are_findings() {
    for text in ["Kopvērtējums: 187,50 %", "Kopvērtējums: 100,01 %", "Kopvērtējums: -5 %", "Kopvērtējums, % | 101"]
    {
        let lines = plain(&format!("EKSĀMENA SERTIFIKĀTS\n{text}"));
        assert_eq!(overall(&lines), None, "{text}");
        assert!(findings(&lines).iter().any(|one| matches!(one, ExamFinding::PercentOutOfRange { .. })), "{text}");
    }
    for text in [
        "Kopvērtējums: 80 %\nEksāmena rezultāts: 81 %",
        "Kopvērtējums: 80 % 81 %",
        "Kopvērtējums: 80 %\nEksāmenā iegūtais kopvērtējums ir 81 %.",
    ] {
        let lines = plain(&format!("EKSĀMENA SERTIFIKĀTS\n{text}"));
        assert_eq!(overall(&lines), None, "{text}");
        assert!(findings(&lines).iter().any(|one| matches!(one, ExamFinding::TwoOverallResults { .. })), "{text}");
    }
    let lines = plain("EKSĀMENA SERTIFIKĀTS\nKopvērtējums: 80 %\nLasīšana: 120 %\nRakstīšana: 80 %");
    says(&lines, &["overall=8000", "Rakstīšana=8000"]);
    assert!(findings(&lines).iter().any(|one| matches!(one, ExamFinding::PercentOutOfRange { .. })));
    says(&plain("EKSĀMENA SERTIFIKĀTS\nKopvērtējums: 80 %\nOverall result: 80.00 %"), &["overall=8000"]);
}

#[test]
fn shares_and_averages_are_never_results() {
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nKopvērtējums: 87,50 %\nDaļu īpatsvars\nLasīšana 30 %\nRakstīšana 30 %\nVidēji valstī\nKopvērtējums: 54 %\nLasīšana | 50 %",
        ),
        &["overall=8750"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nDaļu īpatsvars: lasīšana 30 %, rakstīšana 70 %\nLasīšana (30 %)\nKopvērtējums (100 %)",
        ),
        &[],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nDaļa | Īpatsvars\nLasīšana | 25 %\nRakstīšana | 75 %\nKopā | 100 %\nKopvērtējums: 87,50 %",
        ),
        &["overall=8750"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nKopvērtējums | Vidēji valstī | Slieksnis\n87,50 % | 54 % | 20 %"),
        &["overall=8750"],
    );
    says(&plain("EKSĀMENA SERTIFIKĀTS\nKopvērtējums (100 %) | 87,50 %\nLasīšana (25 %) | 85 %"), &["overall=8750"]);
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nKopvērtējums | 87,50 % | Slieksnis | 20 %\nLasīšana | 85 % | Rakstīšana | 90 %"),
        &["overall=8750", "Lasīšana=8500", "Rakstīšana=9000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nValsts vidējais\n54 %\nKopvērtējums\n87,50 %\nMinimālais slieksnis\n20 %"),
        &["overall=8750"],
    );
}

#[test]
fn a_number_cut_by_spaces_is_none() {
    for text in
        ["Kopvērtējums: 87 ,50 %", "Kopvērtējums: 87, 50 %", "Kopvērtējums: 8 7,50 %", "Kopvērtējums: 85 % un 90 %"]
    {
        assert_eq!(with(text), None, "{text}");
    }
    assert_eq!(with("Kopvērtējums: 87,50  %"), Some(8750));
}

/// What is a part's or somebody else's never becomes the overall result, and the learner's own beside it does.
#[test]
fn results_of_parts_and_of_others_are_not_the_exams() {
    for text in [
        "Teksta analīze\nIegūtie punkti: 12 no 20\nRezultāts: 60 %",
        "2.1. Lasītprasme\nRezultāts: 80 %",
        "Mutvārdu daļa\nKopā: 72 %",
        "Mācību priekšmets: Angļu valoda, lasīšanas rezultāts: 80 %",
        "Mācību priekšmets: Matemātika, klases kopvērtējums: 54 %",
        "Skolas kopējais eksāmena rezultāts ir 61 %.",
        "Latvijā kopējais eksāmena rezultāts ir 54,2 %.",
        "Latvijas skolēni šajā eksāmenā ieguva 54,2 %.",
        "Kopā: 80 % klausīšanās daļā",
        "Kopvērtējums: 80 % (rakstu daļa)",
        "Mācību priekšmets | Lasīšanas rezultāts, %\nAngļu valoda | 80",
        "Mācību priekšmets | Skolas rezultāts, %\nAngļu valoda | 80",
    ] {
        assert_eq!(with(text), None, "{text}");
        assert_eq!(with(&format!("Kopvērtējums: 87,50 %\nDatums: 03.07.2025.\n{text}")), Some(8750), "{text}");
    }
    for text in [
        "Mācību priekšmets: Angļu valoda, Kopvērtējums: 80 %",
        "Mācību priekšmets: Angļu valoda; rezultāts: 80 %",
        "Kopējais eksāmena rezultāts ir 80 %.",
        "Šajā eksāmenā ieguva 80 %.",
        "Mācību priekšmets | Rezultāts, %\nAngļu valoda | 80",
    ] {
        assert_eq!(with(text), Some(8000), "{text}");
    }
}
