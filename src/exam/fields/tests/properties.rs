//! What must hold for every arrangement.

use proptest::prelude::*;

use super::sketch::{facts, overall, plain};
use crate::exam::fields::labels::fold;
use crate::exam::fields::read;

const FIELDS: [(&str, &str); 12] = [
    ("Sertifikāta numurs", "CE-2025-000123"),
    ("Vārds, uzvārds", "Anna PARAUGA"),
    ("Personas kods", "320000-00012"),
    ("Izglītības iestāde", "Paraugu 1. vidusskola"),
    ("Klase", "12.a"),
    ("Mācību priekšmets", "Ķīmija"),
    ("Mācību satura apguves līmenis", "augstākais līmenis"),
    ("Mācību gads", "2024./2025."),
    ("Eksāmena datums", "12.05.2025."),
    ("Kopvērtējums", "87,50 %"),
    ("Izdevējs", "Paraugu centrs"),
    ("Izdošanas datums", "03.07.2025."),
];

fn folded(text: &str) -> Vec<String> {
    read(&plain(text)).certificates.iter().flat_map(facts).map(|fact| fold(&fact)).collect()
}

proptest! {
    #[test]
    fn order_spacing_case_and_diacritics_do_not_matter(
        order in Just((0..FIELDS.len()).collect::<Vec<_>>()).prop_shuffle(),
        separators in proptest::collection::vec(0..5_usize, FIELDS.len()),
        upper in any::<bool>(),
        bare in any::<bool>(),
    ) {
        let separators: Vec<_> = separators.into_iter().map(|at| [": ", " | ", ":  ", " – ", " .... "][at]).collect();
        let lines: Vec<_> = order.iter().zip(separators).map(|(at, separator)| format!("{}{separator}{}", FIELDS[*at].0, FIELDS[*at].1)).collect();
        let mut text = format!("Centralizētā eksāmena sertifikāts\n{}\n", lines.join("\n"));
        let expected = folded(&format!("Centralizētā eksāmena sertifikāts\n{}\n", FIELDS.map(|(label, value)| format!("{label}: {value}")).join("\n")));
        if upper {
            text = text.to_uppercase();
        }
        if bare {
            let table = [('ā', 'a'), ('č', 'c'), ('ē', 'e'), ('ī', 'i'), ('ķ', 'k'), ('š', 's'), ('ū', 'u'), ('ž', 'z'), ('Ā', 'A'), ('Ē', 'E'), ('Ī', 'I'), ('Ķ', 'K'), ('Š', 'S'), ('Ž', 'Z'), ('Ū', 'U')];
            text = table.iter().fold(text, |text, (from, to)| text.replace(*from, &to.to_string()));
        }
        let found = folded(&text);
        prop_assert_eq!(expected.len(), FIELDS.len() + 2, "given name and surname too");
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn no_percentage_is_the_overall_result_without_a_label_for_it(
        lines in proptest::collection::vec((0..WORDS.len(), 0..10_001_u32, 0..WORDS.len(), 0..4_usize), 1..8),
    ) {
        let line = |(before, percent, after, joint): &(usize, u32, usize, usize)| {
            let joint = [" ", ": ", " | ", " – "][*joint];
            format!("{}{joint}{},{:02} % {}", WORDS[*before], percent / 100, percent % 100, WORDS[*after])
        };
        let text = format!("SERTIFIKĀTS\n{}", lines.iter().map(line).collect::<Vec<_>>().join("\n"));
        prop_assert_eq!(overall(&plain(&text)), None, "{}", text);
    }

    #[test]
    fn any_cells_are_read_without_panic(text in "([ -~āčēģīķļņšūž|%:.,0-9\n]{0,40}(Kopvērtējums|Rezultāts, %|Mācību priekšmets|Lasīšana|Nr\\.|, ka |kods)?){0,8}") {
        let _ = read(&plain(&text));
        let _ = read(&super::sketch::placed(&text));
    }
}

#[test]
fn work_does_not_grow_with_the_square_of_the_text() {
    // Each of these took minutes where every label, name or part was compared with every other.
    let line = "Kopvērtējums: 50 % Lasīšana 5 %, ka Vārds, uzvārds: Anna PARAUGA – Nr. 5; ";
    let _ = read(&plain(&format!("Eksāmens {}", line.repeat(20_000))));
    let _ = read(&plain(&vec![line.repeat(40); 40].join("\n")));
    // And these: cells of one line, colons in one cell.
    for cells in ["Kopā x|".repeat(18_000), "nr|".repeat(60_000), format!("Kopvērtējums, %|{}", "1|".repeat(60_000))]
    {
        let _ = read(&plain(&format!("EKSĀMENA SERTIFIKĀTS\n{cells}")));
    }
    for colons in [format!("nr{}", ":a".repeat(1_900)), "nr:1,".repeat(780)] {
        let _ = read(&plain(&format!("EKSĀMENA SERTIFIKĀTS\n{}", vec![colons; 30].join("\n"))));
    }
    for pattern in [
        "Eksāmens: Fizika @\nKopvērtējums: 5 %",
        "Vārds, uzvārds: Anna PARAUGA@",
        "@. daļa | 5 %",
        "Mācību priekšmets: a@\nLīmenis: optimālais",
        "lasīšana @",
    ] {
        let letters = |number: usize| {
            number
                .to_string()
                .chars()
                .map(|digit| char::from(b'a' + u8::try_from(digit).unwrap_or(48) - 48))
                .collect::<String>()
        };
        let text: Vec<_> = (0..1_500).map(|number| pattern.replace('@', &letters(number))).collect();
        let _ = read(&plain(&format!("Eksāmena daļa | Rezultāts\n{}", text.join("\n"))));
        let _ = read(&plain(&text.join("\n")));
    }
}

const WORDS: [&str; 16] = [
    "",
    "Matemātika",
    "Lasīšana",
    "vidēji valstī",
    "slieksnis",
    "Rīga",
    "maksimums",
    "daļas īpatsvars",
    "skolā",
    "apmeklējums",
    "klases darbs",
    "pērn",
    "2024",
    "34/40",
    "punkti",
    "Anna PARAUGA",
];
