//! Search in the text of a document: without regard to case and to marks above and below letters, since who searches in
//! haste leaves them out.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::exam::TextCell;
use crate::limits;

/// One place where what is searched stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Number of the cell.
    pub cell: usize,
    /// Page, from 1.
    pub page: u32,
    /// Left, top, right, bottom in points; `None` where the format has no positions.
    pub area: Option<[f32; 4]>,
}

/// Every place where `wanted` stands, in reading order.
#[must_use]
pub fn find(cells: &[TextCell], wanted: &str) -> Vec<Hit> {
    let wanted: Vec<char> = folded(wanted.trim()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (number, cell) in cells.iter().enumerate() {
        let text: Vec<char> = folded(&cell.text).collect();
        for (at, window) in text.windows(wanted.len()).enumerate() {
            if window == wanted {
                let area = cell.area.map(|area| share(area, at, wanted.len(), text.len()));
                hits.push(Hit { cell: number, page: cell.page, area });
            }
            if hits.len() >= limits::PREVIEW_HITS {
                return hits;
            }
        }
    }
    hits
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase)
}

/// The part of a cell that some of its letters take, as if all were of one width.
fn share([left, top, right, bottom]: [f32; 4], from: usize, length: usize, all: usize) -> [f32; 4] {
    let part = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    let width = (right - left) / part(all).max(1.0);
    [left + width * part(from), top, left + width * part(from.saturating_add(length)), bottom]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, area: Option<[f32; 4]>) -> TextCell {
        TextCell { page: 1, line: 0, area, text: text.to_owned() }
    }

    #[test]
    fn case_and_marks_do_not_matter() {
        let cells = [cell("Mācību priekšmets", None), cell("MATEMĀTIKA", None)];
        assert_eq!(find(&cells, "macibu").len(), 1);
        assert_eq!(find(&cells, "matemātika")[0].cell, 1);
        assert_eq!(find(&cells, " Priekšmets ").len(), 1);
        assert!(find(&cells, "  ").is_empty() && find(&cells, "fizika").is_empty());
    }

    #[test]
    fn a_hit_is_the_part_of_the_cell_where_it_stands() {
        let hits = find(&[cell("aaabbb", Some([0.0, 10.0, 60.0, 20.0]))], "bbb");
        assert_eq!(hits[0].area, Some([30.0, 10.0, 60.0, 20.0]));
    }

    #[test]
    fn hits_are_bounded() {
        assert_eq!(find(&[cell(&"a".repeat(100_000), None)], "a").len(), limits::PREVIEW_HITS);
    }
}
