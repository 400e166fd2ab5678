//! Running text.

use super::sketch::{overall, plain, says};

#[test]
fn one_sentence_says_it_all() {
    says(
        &plain(
            "CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS\nŠis sertifikāts apliecina, ka Anna PARAUGA (personas kods 320000-00012)\n2024./2025. mācību gadā ir kārtojusi centralizēto eksāmenu matemātikā\n\
             (optimālais mācību satura apguves līmenis) un ieguvusi 87,50 %.",
        ),
        &[
            "person=Anna PARAUGA",
            "code=320000-00012",
            "year=2024./2025.",
            "subject=Matemātika",
            "level=optimālais mācību satura apguves līmenis",
            "overall=8750",
        ],
    );
    says(
        &plain(
            "CERTIFICATE\nThis is to certify that Anna PARAUGA (personal code 320000-00012) took the centralised examination in Mathematics (optimal level) in the school year 2024/2025 with an overall result of 87.50 %.",
        ),
        &[
            "person=Anna PARAUGA",
            "code=320000-00012",
            "year=2024/2025",
            "subject=Mathematics",
            "level=optimal level",
            "overall=8750",
        ],
    );
}

#[test]
fn subjects_in_the_locative() {
    for (written, subject) in [
        ("matemātikā", "Matemātika"),
        ("latviešu valodā", "Latviešu valoda"),
        ("angļu valodā", "Angļu valoda"),
        ("ķīmijā", "Ķīmija"),
        ("fizikā", "Fizika"),
        ("bioloģijā", "Bioloģija"),
        ("vēsturē", "Vēsture"),
        ("svešvalodā (angļu)", "Svešvaloda (angļu)"),
        ("sociālajās zinātnēs", "Sociālās zinātnes"),
        ("dizainā un tehnoloģijās", "Dizains un tehnoloģijas"),
        ("latviešu valodā un literatūrā", "Latviešu valoda un literatūra"),
    ] {
        let subject = format!("subject={subject}");
        says(
            &plain(&format!("SERTIFIKĀTS\nAnna kārtojusi centralizēto eksāmenu {written}. Kopvērtējums ir 50 %.")),
            &[&subject, "overall=5000"],
        );
        says(
            &plain(&format!("CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS {}\nKopvērtējums: 50 %", written)),
            &[&subject, "overall=5000"],
        );
    }
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nMatemātikas skolotāja Anna un eksāmens. Mīļākais priekšmets bija fizika.\nKopvērtējums: 50 %",
        ),
        &["overall=5000"],
    );
}

#[test]
fn persons_in_the_dative_are_only_probable() {
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nIzsniegts Annai Paraugai (personas kods 320000-00012)\nKopvērtējums: 50 %"),
        &["person?=Annai Paraugai", "code=320000-00012", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nIzsniegts Annai Paraugai\nVārds, uzvārds: Anna Parauga\nKopvērtējums: 50 %"),
        &["person=Anna Parauga", "given=Anna", "surname=Parauga", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nIzsniegts Paraugu vidusskolas skolniecei\nKopvērtējums: 50 %"),
        &["overall=5000"],
    );
}

#[test]
fn dates_by_the_word_beside_them() {
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nEksāmens kārtots 2025. gada 12. maijā.\nSertifikāts izsniegts Rīgā, 2025. gada 3. jūlijā.\nKopvērtējums: 50 %",
        ),
        &["date=2025. gada 12. maijā", "issued=2025. gada 3. jūlijā", "overall=5000"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nKopvērtējums: 50 %\nRīgā, 2025. gada 3. jūlijā"),
        &["issued?=2025. gada 3. jūlijā", "overall=5000"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nKopvērtējums: 50 %\nMinistru kabineta 2022. gada 5. jūlija noteikumi Nr. 398 par eksāmenu",
        ),
        &["overall=5000"],
    );
}

#[test]
fn results_and_parts_in_sentences() {
    says(
        &plain(
            "SERTIFIKĀTS\nEksāmena kopvērtējums ir 82,50 %: lasīšanā 85,00 %, klausīšanās daļā 80 %. Vidēji valstī eksāmena kopvērtējums bija 54 %.",
        ),
        &["overall=8250", "lasīšana=8500", "klausīšanās daļa=8000"],
    );
    let with = |text: &str| overall(&plain(&format!("SERTIFIKĀTS\n{text}")));
    assert_eq!(with("Centralizētajā eksāmenā matemātikā iegūts kopējais rezultāts 87,50 procenti."), Some(8750));
    assert_eq!(with("Eksāmena rezultāts – 87,50 %."), Some(8750));
    assert_eq!(with("Eksāmenu nokārtojusi ar 87,50 %."), Some(8750));
    assert_eq!(with("Eksāmenā ieguvusi 85 % lasīšanā."), None);
    assert_eq!(with("Eksāmenā lasīšanas daļā ieguvusi 85 %."), None);
    assert_eq!(with("Eksāmenu nokārto, ja iegūst 20 %."), None);
    assert_eq!(with("Eksāmenā ieguvusi 85 %, citi ieguva 90 %."), Some(8500));
    assert_eq!(with("Eksāmenā ieguvusi 85 % un 90 %."), None);
    assert_eq!(with("Eksāmenā ieguvusi 35 punktus (87,50 %)."), Some(8750));
}

#[test]
fn the_role_before_the_name_and_other_sentences() {
    says(
        &plain(
            "SERTIFIKĀTS\nApliecinām, ka Paraugu vidusskolas 12.a klases skolniece Anna PARAUGA, personas kods 320000-00012, 2025. gada 12. maijā kārtoja centralizēto eksāmenu ķīmijā augstākajā mācību satura apguves līmenī un ieguva 87,50 procentus.\nVidējais rezultāts valstī ir 54,30 %.",
        ),
        &[
            "class?=12.a klase",
            "code=320000-00012",
            "date=2025. gada 12. maijā",
            "level=augstākais mācību satura apguves līmenis",
            "overall=8750",
            "person=Anna PARAUGA",
            "subject=Ķīmija",
        ],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nOptimālā līmeņa eksāmens matemātikā atbilst B2 līmenim.\nKopvērtējums: 50 %"),
        &["overall=5000"],
    );
    says(
        &plain(
            "EKSĀMENA SERTIFIKĀTS\nApliecina, ka ANNA PARAUGA, personas kods 320000-00012, nokārtojusi centralizēto eksāmenu ANGĻU VALODĀ ar kopvērtējumu 90,25% un sasniegusi C1 līmeni.",
        ),
        &["cefr=C1", "code=320000-00012", "overall=9025", "person=ANNA PARAUGA", "subject=Angļu valoda"],
    );
    says(
        &plain("EKSĀMENA SERTIFIKĀTS\nIzsniegts: Anna PARAUGA, personas kods 320000-00012\nKopvērtējums: 50 %"),
        &["person?=Anna PARAUGA", "code=320000-00012", "overall=5000"],
    );
}
