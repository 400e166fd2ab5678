//! Labels with values, in every arrangement a designer may choose.

use super::sketch::{placed, plain, says};

#[test]
fn two_columns() {
    says(
        &plain(
            "CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS\nSērija | CE\nNumurs | 2025-000123\nVārds, uzvārds | Anna PARAUGA\n\
             Personas kods | 320000-00012\nIzglītības iestāde | Paraugu 1. vidusskola\nKlase | 12.a\nIzglītības pakāpe | vispārējā vidējā izglītība\n\
             Mācību priekšmets | Ķīmija\nMācību satura apguves līmenis | augstākais\nMācību gads | 2024./2025.\nEksāmena datums | 2025. gada 12. maijs\n\
             Kopvērtējums | 87,50 %\n1. daļa | 90,00 %\n2. daļa | 85,00 %\nIzdevējs | Valsts izglītības attīstības aģentūra\nIzdošanas datums | 03.07.2025.",
        ),
        &[
            "series=CE",
            "number=2025-000123",
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "school=Paraugu 1. vidusskola",
            "class=12.a",
            "stage=vispārējā vidējā izglītība",
            "subject=Ķīmija",
            "level=augstākais",
            "year=2024./2025.",
            "date=2025. gada 12. maijs",
            "overall=8750",
            "1. daļa=9000",
            "2. daļa=8500",
            "issuer=Valsts izglītības attīstības aģentūra",
            "issued=03.07.2025.",
        ],
    );
}

#[test]
fn two_languages_in_one_label() {
    says(
        &plain(
            "SERTIFIKĀTS / CERTIFICATE\nSertifikāta numurs / Certificate number | CE-25-77\nVārds, uzvārds / Name, surname | Anna PARAUGA\n\
             Personas kods / Personal identity code | 32000000012\nIzglītības iestāde / Educational institution | Paraugu vidusskola\n\
             Mācību priekšmets / Subject | Angļu valoda\nLīmenis / Level | optimālais\nMācību gads / School year | 2024/2025\n\
             Kopvērtējums / Overall result | 87.5%\nKlausīšanās / Listening | 80 %\nLasīšana / Reading | 90 %",
        ),
        &[
            "number=CE-25-77",
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "school=Paraugu vidusskola",
            "subject=Angļu valoda",
            "level=optimālais",
            "year=2024/2025",
            "overall=8750",
            "Klausīšanās / Listening=8000",
            "Lasīšana / Reading=9000",
        ],
    );
    says(
        &plain(
            "CERTIFICATE\nVārds, uzvārds (Name, surname): Anna PARAUGA\nKopvērtējums – Overall result: 50 %\nPersonas kods Personal code: 320000-00012",
        ),
        &["person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "overall=5000", "code=320000-00012"],
    );
}

#[test]
fn two_languages_in_two_lines() {
    says(
        &placed(
            "SERTIFIKĀTS\nVārds, uzvārds           Anna PARAUGA\nName, surname\nMācību priekšmets        Fizika\nSubject\nKopvērtējums             64,25 %\nOverall result",
        ),
        &["person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "subject=Fizika", "overall=6425"],
    );
    says(
        &plain("SERTIFIKĀTS\nVārds, uzvārds\nName, surname\nAnna PARAUGA\nKopvērtējums\nOverall result\n64,25 %"),
        &["person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "overall=6425"],
    );
}

#[test]
fn colon_dash_leader_and_nothing() {
    says(
        &plain(
            "Eksāmena sertifikāts\nVārds: Anna\nUzvārds – PARAUGA\nPersonas kods 320000-00012\nMācību priekšmets ........ Bioloģija\nMācību gads = 2024./2025.\n\
             Kopvērtējums 70,5 %\nIzdošanas datums: Rīgā, 2025. gada 3. jūlijā",
        ),
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "subject=Bioloģija",
            "year=2024./2025.",
            "overall=7050",
            "issued=2025. gada 3. jūlijā",
        ],
    );
    says(
        &plain(
            "Eksāmena sertifikāts\nVārds: Anna Uzvārds: PARAUGA\nSkola: Paraugu 1. vidusskola, klase: 12.b\nEksāmena rezultāts: 70 %",
        ),
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "school=Paraugu 1. vidusskola",
            "class=12.b",
            "overall=7000",
        ],
    );
}

#[test]
fn a_label_above_its_value() {
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\n\nVārds, uzvārds           Personas kods\nAnna PARAUGA             320000-00012\n\n\
             Mācību priekšmets        Līmenis            Mācību gads\nMatemātika               optimālais         2024./2025.\n\n\
             Kopvērtējums\n87,50 %",
        ),
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "subject=Matemātika",
            "level=optimālais",
            "year=2024./2025.",
            "overall=8750",
        ],
    );
}

#[test]
fn an_empty_place_is_absent_and_never_the_next() {
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds           Personas kods            Klase\n                         320000-00012             12.a\nSkola:\nMācību priekšmets:\nKopvērtējums:            50 %",
        ),
        &["code=320000-00012", "class=12.a", "overall=5000"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds:\nPersonas kods: 320000-00012\nIzglītības iestāde\nMācību priekšmets | Fizika\nKopvērtējums |\nIzdevējs | Paraugu centrs",
        ),
        &["code=320000-00012", "subject=Fizika", "issuer=Paraugu centrs"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds: –\nPersonas kods: nav\nMācību priekšmets\nKopvērtējums\n87,50 %"),
        &["overall=8750"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nIzglītības iestāde:\nSertifikāts apliecina eksāmena nokārtošanu.\nMācību priekšmets: Fizika",
        ),
        &["subject=Fizika"],
    );
}

#[test]
fn a_caption_below_its_value() {
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nAnna PARAUGA\n(vārds, uzvārds)\n320000-00012\n(personas kods)\nParaugu vidusskola\n(izglītības iestāde)\nMatemātika\n(mācību priekšmets)\nKopvērtējums: 50 %",
        ),
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "school=Paraugu vidusskola",
            "subject=Matemātika",
            "overall=5000",
        ],
    );
}

#[test]
fn a_caption_without_brackets() {
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\n\nAnna PARAUGA                              320000-00012\nvārds, uzvārds                            personas kods\nParaugu vidusskola                        12.a\nizglītības iestāde                        klase\n\nKopvērtējums   87,50 %",
        ),
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "code=320000-00012",
            "school=Paraugu vidusskola",
            "class=12.a",
            "overall=8750",
        ],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds\nAnna PARAUGA\nEksāmena datums\n12.05.2025.\nIzdošanas datums\n03.07.2025.\nKopvērtējums: 50 %",
        ),
        &[
            "person=Anna PARAUGA",
            "given=Anna",
            "surname=PARAUGA",
            "date=12.05.2025.",
            "issued=03.07.2025.",
            "overall=5000",
        ],
    );
}

#[test]
fn two_values_beside_one_label_are_none() {
    says(&plain("EKSĀMENA SERTIFIKĀTS\nGads | 2023 | 2024\nMācību priekšmets | Matemātika | Fizika"), &[]);
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nVārds, uzvārds | Anna | PARAUGA\nGads | 2023"),
        &["person=Anna PARAUGA", "given=Anna", "surname=PARAUGA", "year=2023"],
    );
}

#[test]
fn a_label_broken_over_two_lines() {
    for sketch in [
        "EKSĀMENA SERTIFIKĀTS\nMācību satura            optimālais\napguves līmenis\nKopvērtējums             50 %",
        "EKSĀMENA SERTIFIKĀTS\nMācību satura\napguves līmenis          optimālais\nKopvērtējums             50 %",
    ] {
        says(&placed(sketch), &["level=optimālais", "overall=5000"]);
    }
}

#[test]
fn a_value_broken_over_two_lines() {
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\nIzglītības iestāde       Paraugu Valsts\n                         vācu ģimnāzija\nMācību priekšmets        Latviešu valoda\n                         un literatūra\nKopvērtējums             50 %",
        ),
        &["school=Paraugu Valsts vācu ģimnāzija", "subject=Latviešu valoda un literatūra", "overall=5000"],
    );
    says(
        &placed(
            "EKSĀMENA SERTIFIKĀTS\nIzglītības iestāde       Paraugu vidusskola\n                         Sertifikāts ir derīgs\nKopvērtējums             50 %",
        ),
        &["school=Paraugu vidusskola", "overall=5000"],
    );
}

#[test]
fn numbers_of_other_things_are_not_the_number() {
    says(
        &plain(
            "SERTIFIKĀTS Nr. CE-2025-000123\nIzsniegts saskaņā ar MK noteikumiem Nr. 398\nIzglītības iestāde: Rīgas 64. vidusskola, reģ. Nr. 3713001234\nTālr. Nr. 67000000\nKopvērtējums: 50 %",
        ),
        &["number=CE-2025-000123", "school=Rīgas 64. vidusskola", "overall=5000"],
    );
    says(
        &plain(
            "SERTIFIKĀTS\nMK 2022. gada 5. jūlija noteikumi Nr. 398\nIzglītības iestādes reģistrācijas numurs | 3713001234\nIzglītības iestāde: Rīgas 64. vidusskola\nKopvērtējums: 50 %\nN.p.k. | 1",
        ),
        &["school=Rīgas 64. vidusskola", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nSērija CE Nr. 000123\nKopvērtējums: 50 %"),
        &["series=CE", "number=000123", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nSērija un numurs: CE 000123\nKopvērtējums: 50 %"),
        &["number=CE 000123", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nNr. CE-25-000123\nKopvērtējums: 50 %"),
        &["number=CE-25-000123", "overall=5000"],
    );
}

#[test]
fn codes_with_their_date_and_checksum() {
    let with = |code: &str| plain(&format!("EKSĀMENA SERTIFIKĀTS\nPersonas kods: {code}\nKopvērtējums: 50 %"));
    says(&with("010199-10000"), &["code=010199-10000", "overall=5000"]);
    says(&with("01019910000"), &["code=010199-10000", "overall=5000"]);
    says(&with("010199 - 10000"), &["code=010199-10000", "overall=5000"]);
    says(&with("010199-10001"), &["code?=010199-10001", "overall=5000"]);
    says(&with("320000-00012"), &["code=320000-00012", "overall=5000"]);
    says(&with("******-**012"), &["overall=5000"]);
    says(&with("01.01.1999."), &["overall=5000"]);
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nIdentifikācijas numurs: PAR-00077\nKopvērtējums: 50 %"),
        &["id=PAR-00077", "overall=5000"],
    );
    says(&with("PAR-00077"), &["id?=PAR-00077", "overall=5000"]);
}

#[test]
fn the_ninth_grade_and_levels_of_language() {
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nKlase: 9. klase\nIzglītības pakāpe: pamatizglītība\nMācību priekšmets: Latviešu valoda\nValodas prasmes līmenis: B2 līmenis\nKopvērtējums: 50 %",
        ),
        &["class=9. klase", "stage=pamatizglītība", "subject=Latviešu valoda", "cefr=B2", "overall=5000"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nMācību priekšmets: Angļu valoda (augstākais līmenis)\nLīmenis: C1\nKopvērtējums: 50 %",
        ),
        &["subject=Angļu valoda", "level=augstākais līmenis", "cefr=C1", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nValodas prasmes līmeņi ir A1, A2, B1, B2, C1, C2.\nKopvērtējums: 50 %"),
        &["overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nRezultāts atbilst valodas prasmes līmenim B2.\nKopvērtējums: 50 %"),
        &["cefr=B2", "overall=5000"],
    );
}

#[test]
fn a_title_with_the_subject_and_the_name() {
    says(
        &plain(
            "Valsts izglītības satura centrs\nCENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS\nMATEMĀTIKA\n(optimālais mācību satura apguves līmenis)\nAnna PARAUGA\n320000-00012\nKopvērtējums: 50 %",
        ),
        &[
            "issuer?=Valsts izglītības satura centrs",
            "subject=MATEMĀTIKA",
            "level=optimālais mācību satura apguves līmenis",
            "person?=Anna PARAUGA",
            "overall=5000",
        ],
    );
}
