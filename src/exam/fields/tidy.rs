//! Lines as they are compared: composed letters, plain spaces, no invisible signs, a percent sign with its number.

use unicode_normalization::UnicodeNormalization as _;

use crate::exam::text::{Cell, Line};
use crate::limits;

/// The same lines, tidied; none of their values is changed.
pub(super) fn tidy(lines: &[Line]) -> Vec<Line> {
    let mut left = limits::FIELD_TOTAL;
    let tidied = lines.iter().take(limits::FIELD_LINES).map(|line| Line { page: line.page, cells: cells(&line.cells) });
    tidied
        .filter(|line| !line.cells.is_empty())
        .take_while(|line| {
            let size: usize = line.cells.iter().map(|cell| cell.text.len()).sum();
            left = left.saturating_sub(size);
            left > 0
        })
        .collect()
}

fn cells(cells: &[Cell]) -> Vec<Cell> {
    let mut kept: Vec<Cell> = Vec::new();
    for cell in cells.iter().filter(|cell| cell.text.len() <= limits::FIELD_TEXT) {
        let text = plain(&cell.text);
        let unit = matches!(text.as_str(), "%" | "procenti" | "procentu" | "procents" | "percent");
        match kept.last_mut().filter(|last| unit && is_number(&last.text)) {
            Some(number) => {
                number.text = format!("{} {text}", number.text);
                number.area = joined(number.area, cell.area);
            }
            None if text.is_empty() => {}
            None => kept.push(Cell { text, area: cell.area }),
        }
    }
    // No line of a certificate has so many; each would be compared with each.
    if kept.len() > limits::FIELD_CELLS { Vec::new() } else { kept }
}

fn joined(one: Option<[f32; 4]>, other: Option<[f32; 4]>) -> Option<[f32; 4]> {
    let ([left, top, _, bottom], [_, other_top, right, other_bottom]) = (one?, other?);
    Some([left, top.min(other_top), right, bottom.max(other_bottom)])
}

fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
}

fn plain(text: &str) -> String {
    let visible = text.nfc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'));
    let spaced: String = visible.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
