//! Several exams in one document.

use super::sketch::{placed, plain, says, says_each};

#[test]
fn one_exam_a_row() {
    let expected: &[&[&str]] = &[
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "subject=Matemātika",
            "level=optimālais",
            "date=12.05.2022.",
            "overall=8000",
            "issued=03.07.2025.",
        ],
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "subject=Angļu valoda",
            "level=augstākais",
            "date=14.05.2022.",
            "overall=7050",
            "issued=03.07.2025.",
        ],
    ];
    says_each(
        &plain("IZRAKSTS\nVārds, uzvārds | Anna PARAUGA\nPersonas kods | 320000-00012\nEksāmens | Līmenis | Datums | Rezultāts\nMatemātika | optimālais | 12.05.2022. | 80 %\nAngļu valoda | augstākais | 14.05.2022. | 70,50 %\nIzdošanas datums: 03.07.2025.".replace("Datums |", "Eksāmena datums |").as_str()),
        expected,
    );
    says_each(
        &placed(
            "IZRAKSTS\nVārds, uzvārds    Anna PARAUGA\nPersonas kods     320000-00012\n\nMācību priekšmets    Līmenis       Eksāmena datums    Rezultāts, %\nMatemātika           optimālais    12.05.2022.        80\nAngļu valoda         augstākais    14.05.2022.        70,50\n\nIzdošanas datums     03.07.2025.",
        ),
        expected,
    );
}

#[test]
fn a_row_without_a_result_has_none_and_takes_none() {
    says_each(
        &placed(
            "IZRAKSTS\nMācību priekšmets    Rezultāts    Vidēji valstī\nMatemātika           80 %         54 %\nFizika                            60 %\nĶīmija               70 %         50 %",
        ),
        &[&["subject=Matemātika", "overall=8000"], &["subject=Fizika"], &["subject=Ķīmija", "overall=7000"]],
    );
}

#[test]
fn parts_as_columns_of_the_table_of_exams() {
    says_each(
        &plain(
            "IZRAKSTS\nPriekšmets | Lasīšana | Rakstīšana | Kopvērtējums\nAngļu valoda | 80 % | 90 % | 85 %\nVācu valoda | 60 % | 70 % | 65 %",
        ),
        &[
            &["subject=Angļu valoda", "Lasīšana=8000", "Rakstīšana=9000", "overall=8500"],
            &["subject=Vācu valoda", "Lasīšana=6000", "Rakstīšana=7000", "overall=6500"],
        ],
    );
}

#[test]
fn blocks_one_below_the_other() {
    says_each(
        &plain(
            "IZRAKSTS\nVārds, uzvārds: Anna PARAUGA\nMācību gads: 2021./2022.\nEksāmena datums: 12.05.2022.\nEksāmens: Matemātika\nKopvērtējums: 80 %\nEksāmena datums: 14.05.2022.\nEksāmens: Fizika\nKopvērtējums: 70 %\nIzdošanas datums: 03.07.2025.",
        ),
        &[
            &[
                "person=Anna PARAUGA",
                "given=Anna",
                "surname=PARAUGA",
                "year=2021./2022.",
                "date=12.05.2022.",
                "subject=Matemātika",
                "overall=8000",
                "issued=03.07.2025.",
            ],
            &[
                "person=Anna PARAUGA",
                "given=Anna",
                "surname=PARAUGA",
                "year=2021./2022.",
                "date=14.05.2022.",
                "subject=Fizika",
                "overall=7000",
                "issued=03.07.2025.",
            ],
        ],
    );
    says_each(
        &plain(
            "IZRAKSTS\nVārds, uzvārds: Anna PARAUGA\n1. Matemātika\nKopvērtējums: 80 %\nLasīšana: 10 %\n2. Fizika\nKopvērtējums: 70 %",
        ),
        &[
            &[
                "person=Anna PARAUGA",
                "given=Anna",
                "surname=PARAUGA",
                "subject=Matemātika",
                "overall=8000",
                "Lasīšana=1000",
            ],
            &["person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "subject=Fizika", "overall=7000"],
        ],
    );
}

#[test]
fn one_subject_at_two_levels_is_two_exams() {
    says_each(
        &plain(
            "IZRAKSTS\nEksāmens: Matemātika\nLīmenis: augstākais\nRezultāts: 65,4 %\nEksāmens: Matemātika\nLīmenis: optimālais\nRezultāts: 75,4 %",
        ),
        &[
            &["subject=Matemātika", "level=augstākais", "overall=6540"],
            &["subject=Matemātika", "level=optimālais", "overall=7540"],
        ],
    );
    says(
        &plain(
            "SERTIFIKĀTS\nPriekšmets: Matemātika\nLīmenis: augstākais\nKopvērtējums: 65,4 %\nSubject: Mathematics\nLevel: highest level\nOverall result: 65.40 %",
        ),
        &["subject=Matemātika", "level=augstākais", "overall=6540"],
    );
}

#[test]
fn one_exam_a_sentence() {
    says_each(
        &plain(
            "IZRAKSTS\npersonas kods 320000-00012\nCentralizētais eksāmens matemātikā – kopvērtējums 80,00 %\nCentralizētais eksāmens angļu valodā – kopvērtējums 70,00 %",
        ),
        &[
            &["code=320000-00012", "subject=Matemātika", "overall=8000"],
            &["code=320000-00012", "subject=Angļu valoda", "overall=7000"],
        ],
    );
}

#[test]
fn an_extract_is_not_the_certificate_it_speaks_of() {
    use crate::exam::DocumentKind;
    let kind = |text: &str| crate::exam::fields::read(&plain(text)).certificates[0].kind.clone().map(|kind| kind.value);
    assert_eq!(kind("IZRAKSTS no centralizētā eksāmena sertifikāta\nKopvērtējums: 50 %"), Some(DocumentKind::Extract));
    assert_eq!(kind("CENTRALIZĒTĀ EKSĀMENA\nSERTIFIKĀTS\nKopvērtējums: 50 %"), Some(DocumentKind::Certificate));
    assert_eq!(kind("IZZIŅA par centralizēto eksāmenu\nDerīgs kopā ar: sertifikāts"), Some(DocumentKind::Statement));
    assert_eq!(kind("VALSTS VALODAS PRASMES\nAPLIECĪBA\nLīmenis: B2"), Some(DocumentKind::LanguageProficiency));
    assert_eq!(
        kind("Certificate of the Centralised Examination\nOverall result: 50 %"),
        Some(DocumentKind::Certificate)
    );
    assert_eq!(kind("Eksāmens\nKopvērtējums: 50 %"), None);
    says(
        &plain(
            "VALSTS VALODAS PRASMES APLIECĪBA Nr. VV-123\nVārds, uzvārds: Anna PARAUGA\nValsts valodas prasmes līmenis: B līmeņa 2. pakāpe (B2)",
        ),
        &["number=VV-123", "person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "cefr=B2"],
    );
}
