//! Numbers, sizes and texts within a message.

use super::super::{Picture, ProtocolError};
use crate::exam::TextCell;
use crate::limits;

/// What is left of a message.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

pub(super) fn put(out: &mut Vec<u8>, octets: &[u8]) {
    out.extend_from_slice(octets);
}

/// Cells up to the limit; the rest is left out, as a search that ends early would.
pub(super) fn put_cells(out: &mut Vec<u8>, cells: &[TextCell]) {
    for cell in cells {
        let text = cell.text.as_bytes();
        if out.len().saturating_add(text.len()).saturating_add(32) > limits::PREVIEW_TEXT_BYTES {
            return;
        }
        put(out, &cell.page.to_le_bytes());
        put(out, &cell.line.to_le_bytes());
        out.push(u8::from(cell.area.is_some()));
        for side in cell.area.unwrap_or_default() {
            put(out, &side.to_le_bytes());
        }
        put(out, &u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
        put(out, text);
    }
}

impl<'a> Fields<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], ProtocolError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(ProtocolError::Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ProtocolError> {
        self.take(N)?.try_into().map_err(|_| ProtocolError::Malformed)
    }

    pub(super) fn u8(&mut self) -> Result<u8, ProtocolError> {
        self.array().map(u8::from_le_bytes)
    }

    pub(super) fn u16(&mut self) -> Result<u16, ProtocolError> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32, ProtocolError> {
        self.array().map(u32::from_le_bytes)
    }

    /// A number that can be reckoned with.
    fn f32(&mut self) -> Result<f32, ProtocolError> {
        let number = self.array().map(f32::from_le_bytes)?;
        if number.is_finite() { Ok(number) } else { Err(ProtocolError::Malformed) }
    }

    /// Nothing may stand after the last field.
    pub(super) fn end(&self) -> Result<(), ProtocolError> {
        if self.0.is_empty() { Ok(()) } else { Err(ProtocolError::Malformed) }
    }

    pub(super) fn sizes(&mut self) -> Result<Vec<[f32; 2]>, ProtocolError> {
        let mut sizes = Vec::new();
        while !self.0.is_empty() {
            let size = [self.f32()?, self.f32()?];
            let sane = size.iter().all(|side| (1.0..=limits::PREVIEW_PAGE_POINTS).contains(side));
            if !sane || sizes.len() >= limits::PREVIEW_PAGES {
                return Err(ProtocolError::Malformed);
            }
            sizes.push(size);
        }
        Ok(sizes)
    }

    pub(super) fn picture(&mut self) -> Result<Picture, ProtocolError> {
        let (width, height) = (self.u16()?, self.u16()?);
        let within = |side| (1..=limits::PREVIEW_TILE).contains(&side);
        if !within(width) || !within(height) {
            return Err(ProtocolError::Malformed);
        }
        let octets = usize::from(width).saturating_mul(usize::from(height)).saturating_mul(4);
        Ok(Picture { width, height, rgba: self.take(octets)?.to_vec() })
    }

    pub(super) fn cells(&mut self) -> Result<Vec<TextCell>, ProtocolError> {
        let mut cells = Vec::new();
        while !self.0.is_empty() {
            let (page, line) = (self.u32()?, self.u32()?);
            let placed = self.u8()? != 0;
            let area = [self.f32()?, self.f32()?, self.f32()?, self.f32()?];
            let length = usize::try_from(self.u32()?).map_err(|_| ProtocolError::Malformed)?;
            let text = std::str::from_utf8(self.take(length)?).map_err(|_| ProtocolError::Malformed)?;
            cells.push(TextCell { page, line, area: placed.then_some(area), text: text.to_owned() });
        }
        Ok(cells)
    }
}
