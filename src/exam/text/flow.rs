//! Paragraphs and tables to lines, for every format without places. A table row is a line of cells; a table within a cell
//! has rows of its own, which follow the row they stand in.

use super::{Cell, Line};
use crate::limits;

/// Collects lines while a document is walked through.
#[derive(Default)]
pub(super) struct Flow {
    lines: Vec<Line>,
    text: String,
    rows: Vec<Row>,
    /// Rows open beyond the depth that is kept: their text belongs to the cell they stand in.
    deeper: usize,
}

/// A table row that is open.
#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    /// Text of the open cell; its paragraphs stand in one cell.
    cell: String,
    /// What is within the row and is no part of its cells.
    after: Vec<Line>,
}

impl Flow {
    /// More text of the paragraph.
    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A paragraph ends. In a cell it is a part of the cell.
    pub(super) fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        match self.rows.last_mut() {
            Some(row) => {
                row.cell.push_str(&text);
                row.cell.push('\n');
            }
            None => {
                for line in text.lines() {
                    self.push(Line::plain(line));
                }
            }
        }
    }

    /// A row begins.
    pub(super) fn begin_row(&mut self) {
        self.end_paragraph();
        if self.rows.len() < limits::TABLE_DEPTH {
            self.rows.push(Row::default());
        } else {
            self.deeper = self.deeper.saturating_add(1);
        }
    }

    /// A cell ends.
    pub(super) fn end_cell(&mut self) {
        self.end_paragraph();
        if let Some(row) = self.rows.last_mut().filter(|_| self.deeper == 0) {
            let text = std::mem::take(&mut row.cell);
            row.cells.extend(Cell::plain(&joined(&text)));
        }
    }

    /// A row ends; its line stands before the rows within it.
    pub(super) fn end_row(&mut self) {
        if self.deeper > 0 {
            self.deeper = self.deeper.saturating_sub(1);
            return self.end_paragraph();
        }
        self.end_cell();
        let Some(Row { cells, after, .. }) = self.rows.pop() else { return };
        self.push((!cells.is_empty()).then_some(Line { page: 1, cells }));
        for line in after {
            self.push(Some(line));
        }
    }

    /// Lines of what stands beside the text: before the paragraph or after the row it is anchored in.
    pub(super) fn aside(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.push(Some(line));
        }
    }

    fn push(&mut self, line: Option<Line>) {
        let lines = match self.rows.last_mut() {
            Some(row) => &mut row.after,
            None => &mut self.lines,
        };
        if lines.len() < limits::TEXT_LINES {
            lines.extend(line);
        }
    }

    /// Whether no more is kept.
    pub(super) fn is_full(&self) -> bool {
        self.lines.len() >= limits::TEXT_LINES
    }

    /// All lines, in document order.
    pub(super) fn finish(mut self) -> Vec<Line> {
        self.deeper = 0;
        while !self.rows.is_empty() {
            self.end_row();
        }
        self.end_paragraph();
        self.lines
    }
}

/// The paragraphs of a cell as one text. A word divided by hand at a line end is put together.
fn joined(text: &str) -> String {
    let mut whole = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let stem = whole.strip_suffix(['\u{ad}', '\u{2010}', '-']).filter(|stem| stem.ends_with(char::is_alphabetic));
        match stem.map(str::len) {
            Some(length) if line.starts_with(char::is_lowercase) => whole.truncate(length),
            _ if whole.is_empty() => {}
            _ => whole.push(' '),
        }
        whole.push_str(line);
    }
    whole
}
