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

/// What one use of a form may cost, in steps of work. Fails where all that will be interpreted asks for too much.
pub(super) fn before_reading(pdf: &Pdf) -> Result<usize, Excess> {
    let mut asked = Asked::default();
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        let subtype = stream.dict().get::<Name<'_>>("Subtype");
        if subtype.is_some_and(|name| name.as_ref() == b"Form") {
            asked.form(&stream)?;
        } else if ["ShadingType", "FunctionType", "PatternType"].iter().any(|key| stream.dict().contains_key(key)) {
            asked.shading = asked.shading.max(stream.decoded_data().map_or(0, |data| data.len()));
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
            asked.form(&appearance)?;
        }
    }
    asked.cost()
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
#[derive(Default)]
struct Asked {
    octets: usize,
    instructions: usize,
    fonts: HashSet<Vec<u8>>,
    /// Octets of the largest form, of the largest that is a group, and of the largest shading or function. Each is expanded
    /// anew whenever it is named.
    form: usize,
    group: usize,
    shading: usize,
    uses: Uses,
    most: Uses,
}

/// How often content names what is expanded whenever it is named.
#[derive(Clone, Copy, Default)]
struct Uses {
    states: usize,
    shadings: usize,
}

impl Uses {
    /// In steps of work: expanding takes a hundred octets to the microsecond, a shading is taken apart as well.
    fn cost(self, asked: &Asked) -> usize {
        let states = self.states.saturating_mul(asked.group / 128);
        states.saturating_add(self.shadings.saturating_mul(asked.shading / 16))
    }
}

/// One content stream.
#[derive(Default)]
struct Open {
    states: usize,
    clips: bool,
    clipped: usize,
    uses: Uses,
}

impl Asked {
    fn cost(&self) -> Result<usize, Excess> {
        if self.uses.cost(self) > limits::PDF_WORK {
            return Err(Excess);
        }
        Ok((self.form / 32).saturating_add(40).saturating_add(self.most.cost(self)))
    }

    fn form(&mut self, stream: &Stream<'_>) -> Result<(), Excess> {
        let Ok(data) = stream.decoded_data() else { return Ok(()) };
        self.form = self.form.max(data.len());
        if stream.dict().contains_key("Group") {
            self.group = self.group.max(data.len());
        }
        self.content(&data)
    }

    /// States that are open at once, glyphs that are shown at once, fonts that are asked for.
    fn content(&mut self, data: &[u8]) -> Result<(), Excess> {
        self.octets = self.octets.saturating_add(data.len());
        let mut open = Open::default();
        let mut instructions = TypedIter::new(data);
        while let Some(instruction) = instructions.next() {
            let shown = self.instruction(&instruction, &mut open);
            self.instructions = self.instructions.saturating_add(1);
            let too_much = open.states > limits::PDF_STATES || shown.max(open.clipped) > limits::PDF_SHOWN_BYTES;
            if too_much || self.instructions > limits::PDF_INSTRUCTIONS || self.fonts.len() > limits::PDF_FONTS {
                return Err(Excess);
            }
        }
        self.uses.states = self.uses.states.saturating_add(open.uses.states);
        self.uses.shadings = self.uses.shadings.saturating_add(open.uses.shadings);
        self.most.states = self.most.states.max(open.uses.states);
        self.most.shadings = self.most.shadings.max(open.uses.shadings);
        if self.octets > limits::PDF_CONTENT_BYTES { Err(Excess) } else { Ok(()) }
    }

    /// Gives the octets of text that the instruction shows.
    fn instruction(&mut self, instruction: &TypedInstruction<'_, '_>, open: &mut Open) -> usize {
        let shown = match instruction {
            TypedInstruction::ShowText(text) => text.0.as_bytes().len(),
            TypedInstruction::NextLineAndShowText(text) => text.0.as_bytes().len(),
            TypedInstruction::ShowTextWithParameters(text) => text.2.as_bytes().len(),
            TypedInstruction::ShowTexts(texts) => texts.0.data().len(),
            _ => 0,
        };
        let more = |count: usize| count.saturating_add(1);
        match instruction {
            TypedInstruction::SaveState(_) => open.states = more(open.states),
            TypedInstruction::RestoreState(_) => open.states = open.states.saturating_sub(1),
            TypedInstruction::TextRenderingMode(mode) => open.clips = mode.0.as_i64() >= 4,
            TypedInstruction::SetGraphicsState(_) => open.uses.states = more(open.uses.states),
            TypedInstruction::Shading(_)
            | TypedInstruction::NonStrokeColorNamed(_)
            | TypedInstruction::StrokeColorNamed(_) => open.uses.shadings = more(open.uses.shadings),
            TypedInstruction::TextFont(font) => {
                self.fonts.insert(font.0.as_ref().to_vec());
            }
            _ => {}
        }
        open.clipped = open.clipped.saturating_add(if open.clips { shown } else { 0 });
        shown
    }
}
