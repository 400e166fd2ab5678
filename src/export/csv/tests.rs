//! What is written is read back by a reader of another make, and is no formula anywhere.

use proptest::prelude::*;

use super::*;
use crate::exam::Percent;
use crate::words::clean;

fn read(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn written(cells: &[Cell], dialect: Dialect) -> Vec<u8> {
    line(cells, dialect).into_bytes()
}

/// Whether a spreadsheet would calculate it.
fn is_formula(value: &str) -> bool {
    value.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫'])
}

#[test]
fn formulas_are_texts() {
    for text in [
        "=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\u{a0}=1", "＝1", "＋1", "－1", "＠a", "﹦1", "a;=1", "a, =1",
        "a\";@b",
    ] {
        assert!(harmless(text).contains('\''), "{text}");
    }
    assert_eq!(harmless("\t=1"), "␉=1");
    assert_eq!(harmless("\r\n=1"), "␍␊=1");
    for text in ["Anna PARAUGA", "2024./2025.", "a-b", "a=b", "", "augstākais (C1)", "1 - 2"] {
        assert_eq!(harmless(text), text);
    }
}

#[test]
fn numbers_are_as_their_readers_write_them() {
    let cells =
        [Cell::Percent(Percent::from_hundredths(8_750).unwrap()), Cell::Text("a, b; c".to_owned()), Cell::Empty];
    assert_eq!(String::from_utf8(written(&cells, Dialect::Programs)).unwrap(), "87.50,\"a, b; c\",\r\n");
    assert_eq!(String::from_utf8(written(&cells, Dialect::Spreadsheets)).unwrap(), "87,50;\"a, b; c\";\r\n");
    let times = [Cell::Day("2025-05-27".parse().unwrap()), Cell::Time("2024-07-11T05:00:05.5Z".parse().unwrap())];
    assert_eq!(String::from_utf8(written(&times, Dialect::Programs)).unwrap(), "2025-05-27,2024-07-11T05:00:05Z\r\n");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(texts in prop::collection::vec("([ \t\r\n\u{a0}=+@＝＠;,\"'a-cāž0-9-]|\\PC){0,12}", 2..6)) {
        let cells: Vec<_> = texts.iter().map(|text| Cell::Text(text.clone())).collect();
        for (dialect, separator) in [(Dialect::Programs, b','), (Dialect::Spreadsheets, b';')] {
            let bytes = written(&cells, dialect);
            let rows = read(&bytes, separator);
            prop_assert_eq!(rows.len(), 1);
            prop_assert_eq!(rows[0].len(), texts.len());
            for (value, text) in rows[0].iter().zip(&texts) {
                prop_assert!(!is_formula(value), "{:?}", value);
                let plain = clean(text);
                // Nothing but apostrophes was added.
                let added = value.chars().filter(|c| *c != '\'').collect::<String>();
                prop_assert_eq!(added, plain.replace('\'', ""));
            }
        }
    }

    /// Whoever opens it with the wrong separator finds torn rows, and no formula either.
    #[test]
    fn the_wrong_separator_makes_no_formula(text in "[a ;,\"=+@-]{0,16}") {
        let cells = [Cell::Text("x".to_owned()), Cell::Text(text)];
        for (dialect, other) in [(Dialect::Programs, b';'), (Dialect::Spreadsheets, b',')] {
            for value in read(&written(&cells, dialect), other).concat() {
                prop_assert!(!is_formula(value.trim_start_matches(['"', ' '])), "{:?}", value);
            }
        }
    }
}
