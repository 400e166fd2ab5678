//! A workbook (Office Open XML): a dossier with typed percentages and dates, a sheet each for certificates, files, persons, findings and
//! how everything was checked.
//!
//! Texts are text cells, which no spreadsheet calculates; those that would begin a formula are also marked as quoted, so that
//! editing one does not make it one either.
//!
//! Fifty thousand rows as cells take 400 MiB, so each row goes into a temporary file as soon as it is known, one for each sheet, in the
//! folder that the workbook goes into: what is told of persons lies nowhere else. Such a file has no name, so nobody else can open it and it is gone with the program however that ends; where a system has no such files it is
//! made for its owner alone (mode 0600) and its name is taken away at once.

mod sheets;

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::csv::begins_formula;
use super::table::{Cell, Table};
use crate::Timestamp;
use crate::limits;

/// Writes a workbook. Rows wait in `folder` until all are known.
///
/// # Errors
/// Where `out` or `folder` cannot be written to, or there are more rows than a sheet can have.
pub fn write(table: &Table<'_>, folder: &Path, out: &mut dyn Write) -> io::Result<()> {
    // The library takes a file that cannot be written to, such as on a full disk, for impossible and panics.
    let written = catch_unwind(AssertUnwindSafe(|| workbook(table, folder)?.save_to_buffer()));
    let octets = written.map_err(|_| io::Error::other("rows could not be kept"))?.map_err(io::Error::other)?;
    out.write_all(&octets)
}

fn workbook(table: &Table<'_>, folder: &Path) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    book.set_tempdir(folder)?;
    let mut properties = DocProperties::new().set_title(table.words.text("columns-sheet-certificates"));
    // Not the time of writing: the same files, judged for the same time, give the same workbook.
    if let Some(at) = table.collected.checked.first().and_then(|checked| date_time(checked.at)) {
        properties = properties.set_creation_datetime(&at);
    }
    book.set_properties(&properties);
    sheets::certificates(table, &mut book)?;
    sheets::files(table, &mut book)?;
    sheets::persons(table, &mut book)?;
    sheets::findings(table, &mut book)?;
    sheets::checked(table, &mut book)?;
    Ok(book)
}

/// What stands in one cell of a sheet.
enum Value {
    Cell(Cell),
    Count(usize),
}

/// A column of a sheet: what stands above it, and how wide it is in characters.
struct Head {
    heading: String,
    width: u8,
}

/// A sheet being filled, row by row.
struct Sheet<'b> {
    sheet: &'b mut Worksheet,
    formats: Formats,
    row: u32,
    columns: u16,
}

struct Formats {
    head: Format,
    percent: Format,
    day: Format,
    time: Format,
    quoted: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            head: Format::new().set_bold(),
            percent: Format::new().set_num_format("0.00%"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            time: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            quoted: Format::new().set_quote_prefix(),
        }
    }
}

impl<'b> Sheet<'b> {
    /// A sheet with its head, which stays in sight.
    fn new(book: &'b mut Workbook, name: &str, heads: &[Head]) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        let columns = u16::try_from(heads.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        let formats = Formats::new();
        for (column, head) in (0..columns).zip(heads) {
            sheet.set_column_width(column, head.width)?;
            sheet.write_string_with_format(0, column, &head.heading, &formats.head)?;
        }
        Ok(Self { sheet, formats, row: 0, columns })
    }

    fn push(&mut self, values: impl IntoIterator<Item = Value>) -> Result<(), XlsxError> {
        self.row = self.row.saturating_add(1);
        for (column, value) in (0..self.columns).zip(values) {
            self.write(column, value)?;
        }
        Ok(())
    }

    fn write(&mut self, column: u16, value: Value) -> Result<(), XlsxError> {
        let (row, sheet, formats) = (self.row, &mut *self.sheet, &self.formats);
        match value {
            Value::Count(count) => {
                sheet.write_number(row, column, u32::try_from(count).unwrap_or(u32::MAX))?;
            }
            Value::Cell(Cell::Empty) => {}
            Value::Cell(Cell::Text(text)) => {
                let text = shortened(text);
                if text.trim_start().starts_with(begins_formula) {
                    sheet.write_string_with_format(row, column, text, &formats.quoted)?;
                } else {
                    sheet.write_string(row, column, text)?;
                }
            }
            Value::Cell(Cell::Percent(percent)) => {
                let share = f64::from(percent.hundredths()) / 10_000.0;
                sheet.write_number_with_format(row, column, share, &formats.percent)?;
            }
            Value::Cell(Cell::Day(day)) => match excel_day(day) {
                Some(date) => drop(sheet.write_datetime_with_format(row, column, &date, &formats.day)?),
                // Before spreadsheets begin to count days.
                None => drop(sheet.write_string(row, column, day.to_string())?),
            },
            Value::Cell(Cell::Time(at)) => match date_time(at) {
                Some(time) => drop(sheet.write_datetime_with_format(row, column, &time, &formats.time)?),
                None => drop(sheet.write_string(row, column, at.to_string())?),
            },
        }
        Ok(())
    }

    /// Every column can be filtered.
    fn finish(self) -> Result<(), XlsxError> {
        self.sheet.autofilter(0, 0, self.row, self.columns.saturating_sub(1))?;
        Ok(())
    }
}

fn excel_day(day: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// In UTC: a spreadsheet knows no zones. `None` before it begins to count days.
fn date_time(at: Timestamp) -> Option<ExcelDateTime> {
    ExcelDateTime::from_timestamp(at.as_second()).ok()
}

/// A cell holds only so much, counted as UTF-16.
fn shortened(text: String) -> String {
    let mut units = 0_usize;
    let beyond = |(_, character): &(usize, char)| {
        units = units.saturating_add(character.len_utf16());
        units > limits::SHEET_TEXT
    };
    match text.char_indices().find(beyond) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests;
