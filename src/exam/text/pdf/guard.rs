//! What a PDF may ask for, looked at before the interpreter sees it: it expands streams whole, opens every page and keeps a
//! state for every `q`, and has no limits of its own.

mod streams;

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use crate::limits;
pub(super) use streams::before_loading;

/// The document asks for more than any certificate needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Excess;

/// Looks through everything that will be interpreted. Gives the octets of the largest form.
pub(super) fn before_reading(pdf: &Pdf) -> Result<usize, Excess> {
    let mut asked = Asked { fonts: HashSet::new(), left: limits::PDF_CONTENT_BYTES };
    let mut largest = 0;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        let subtype = stream.dict().get::<Name<'_>>("Subtype");
        if subtype.is_some_and(|name| name.as_ref() == b"Form") {
            largest = asked.stream(&stream)?.max(largest);
        }
    }
    for page in pdf.pages().iter().take(limits::PDF_PAGES) {
        // The parts of a page are put together: the same part named a thousand times is a thousand parts.
        if let Some(parts) = page.raw().get::<Array<'_>>("Contents") {
            let parts = parts.iter::<Stream<'_>>().take(limits::PDF_CONTENT_PARTS.saturating_add(1));
            let mut sum = 0_usize;
            for (number, part) in parts.enumerate() {
                sum = sum.saturating_add(part.decoded_data().map_or(0, |data| data.len()));
                if number >= limits::PDF_CONTENT_PARTS || sum > limits::PDF_CONTENT_BYTES {
                    return Err(Excess);
                }
            }
        }
        asked.content(page.page_stream().unwrap_or_default())?;
        for appearance in appearances(page.raw()) {
            largest = asked.stream(&appearance)?.max(largest);
        }
    }
    Ok(largest)
}

/// Streams that show annotations and form fields.
fn appearances<'a>(page: &Dict<'a>) -> Vec<Stream<'a>> {
    let mut found = Vec::new();
    let annotations = page.get::<Array<'_>>("Annots");
    for annotation in annotations.iter().flat_map(|all| all.iter::<Dict<'a>>()).take(limits::PDF_ANNOTATIONS) {
        match annotation.get::<Dict<'a>>("AP").and_then(|appearance| appearance.get::<Object<'a>>("N")) {
            Some(Object::Stream(stream)) => found.push(stream),
            Some(Object::Dict(states)) => {
                let names: Vec<_> = states.keys().take(limits::PDF_ANNOTATIONS).collect();
                found.extend(names.iter().filter_map(|name| states.get::<Stream<'a>>(name.as_ref())));
            }
            _ => {}
        }
    }
    found
}

/// What the content asks for so far.
struct Asked {
    fonts: HashSet<Vec<u8>>,
    left: usize,
}

impl Asked {
    fn stream(&mut self, stream: &Stream<'_>) -> Result<usize, Excess> {
        let Ok(data) = stream.decoded_data() else { return Ok(0) };
        self.content(&data)?;
        Ok(data.len())
    }

    /// States that are open at once, glyphs that are shown at once, fonts that are asked for.
    fn content(&mut self, data: &[u8]) -> Result<(), Excess> {
        self.left = self.left.checked_sub(data.len()).ok_or(Excess)?;
        let (mut states, mut clipping, mut clipped) = (0_usize, false, 0_usize);
        let mut instructions = TypedIter::new(data);
        while let Some(instruction) = instructions.next() {
            let shown = match instruction {
                TypedInstruction::SaveState(_) => {
                    states = states.saturating_add(1);
                    0
                }
                TypedInstruction::RestoreState(_) => {
                    states = states.saturating_sub(1);
                    0
                }
                TypedInstruction::TextFont(font) => {
                    self.fonts.insert(font.0.as_ref().to_vec());
                    0
                }
                TypedInstruction::TextRenderingMode(mode) => {
                    clipping = mode.0.as_i64() >= 4;
                    0
                }
                TypedInstruction::ShowText(text) => text.0.as_bytes().len(),
                TypedInstruction::NextLineAndShowText(text) => text.0.as_bytes().len(),
                TypedInstruction::ShowTextWithParameters(text) => text.2.as_bytes().len(),
                TypedInstruction::ShowTexts(texts) => texts.0.data().len(),
                _ => 0,
            };
            clipped = clipped.saturating_add(if clipping { shown } else { 0 });
            let too_much = states > limits::PDF_STATES || shown.max(clipped) > limits::PDF_SHOWN_BYTES;
            if too_much || self.fonts.len() > limits::PDF_FONTS {
                return Err(Excess);
            }
        }
        Ok(())
    }
}
