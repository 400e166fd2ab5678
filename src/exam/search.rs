//! The text of a document with its places, for showing and searching. It is no result; only covered bytes can become one.

use super::{Unreadable, text};

/// Text that stands together, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct TextCell {
    /// Page, from 1; 1 where the format has no pages.
    pub page: u32,
    /// Line in the document, from 0: cells of one line stand beside each other.
    pub line: u32,
    /// Left, top, right, bottom in points from the page's top left corner; `None` where the format has no positions.
    pub area: Option<[f32; 4]>,
    /// The text.
    pub text: String,
}

/// Every cell of a document's text, in reading order.
///
/// # Errors
/// [`Unreadable`] says why there is no text.
pub fn text_cells(content: &[u8]) -> Result<Vec<TextCell>, Unreadable> {
    let mut cells = Vec::new();
    for (number, line) in (0_u32..).zip(text::lines(content)?) {
        let page = line.page;
        cells.extend(line.cells.into_iter().map(|cell| TextCell {
            page,
            line: number,
            area: cell.area,
            text: cell.text,
        }));
    }
    Ok(cells)
}
