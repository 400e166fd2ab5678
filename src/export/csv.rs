//! CSV (RFC 4180), in UTF-8: for programs, and for spreadsheets that expect `;` between values and a comma in numbers.
//!
//! Whatever stands in a text, no spreadsheet takes it for a formula: an apostrophe is put before what would begin one.

use std::io::{self, Write};

use unicode_normalization::UnicodeNormalization as _;

use super::table::{Cell, Column, Table};
use crate::words::{Words, clean};

/// For whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `,` between values, `.` in numbers.
    #[default]
    Programs,
    /// `;` between values, `,` in numbers, and a byte order mark, without which some spreadsheets take UTF-8 for another encoding.
    Spreadsheets,
}

impl Dialect {
    fn separator(self) -> char {
        match self {
            Self::Programs => ',',
            Self::Spreadsheets => ';',
        }
    }

    fn decimal(self) -> char {
        match self {
            Self::Programs => '.',
            Self::Spreadsheets => ',',
        }
    }
}

/// Writes a table, row by row.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(table: &Table<'_>, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(head(table.words, dialect).as_bytes())?;
    table.order().iter().try_for_each(|entry| out.write_all(line(&table.cells(*entry), dialect).as_bytes()))
}

/// The first line of every table in this language, with what stands before it.
#[must_use]
pub fn head(words: &Words, dialect: Dialect) -> String {
    let headings: Vec<_> = Column::ALL.iter().map(|column| Cell::Text(column.heading(words))).collect();
    let mark = match dialect {
        Dialect::Programs => "",
        Dialect::Spreadsheets => "\u{feff}",
    };
    format!("{mark}{}", line(&headings, dialect))
}

fn line(cells: &[Cell], dialect: Dialect) -> String {
    let values: Vec<_> = cells.iter().map(|cell| value(cell, dialect)).collect();
    format!("{}\r\n", values.join(&String::from(dialect.separator())))
}

fn value(cell: &Cell, dialect: Dialect) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Percent(percent) => {
            let (whole, fraction) = (percent.hundredths() / 100, percent.hundredths() % 100);
            // In quotation marks only where its comma is a separator, which it is in neither dialect.
            format!("{whole}{}{fraction:02}", dialect.decimal())
        }
        Cell::Day(day) => day.to_string(),
        Cell::Time(at) => at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// In quotation marks where RFC 4180 asks for them, and wherever either separator stands: the reader's program may expect the other.
fn quoted(text: &str) -> String {
    if text.contains([',', ';', '"', '\t', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// The text with an apostrophe before every place where a formula would begin: at its beginning, and behind what a program that
/// expects another separator would take for the end of a value. Characters that control are made visible.
pub(crate) fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for character in clean(text).chars() {
        if begins && !character.is_whitespace() {
            if begins_formula(character) {
                out.push('\'');
            }
            begins = false;
        }
        if [',', ';', '"'].contains(&character) {
            begins = true;
        }
        out.push(character);
    }
    out
}

/// `=`, `+`, `-` and `@`, full-width and small ones too.
pub(super) fn begins_formula(character: char) -> bool {
    std::iter::once(character).nfkc().next().is_some_and(|plain| matches!(plain, '=' | '+' | '-' | '@'))
}

#[cfg(test)]
mod tests;
