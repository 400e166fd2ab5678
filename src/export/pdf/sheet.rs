//! What stands on the pages about one file, or on a summary: texts that are masked and harmless already, and how they are meant.

use super::super::codes::{Codes, Secrets};
use super::look::Tone;
use crate::limits;
use crate::words::Words;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// What stands above some others.
    Heading(String),
    /// The word on a file, with its sentence.
    Verdict { tone: Tone, word: String, sentence: String },
    /// A result in large letters, with what it is the result of.
    Result { tone: Tone, label: String, value: String },
    /// A paragraph.
    Text(String),
    /// A paragraph of weight.
    Strong(String),
    /// `label: value`; the label with its colon.
    Field { label: String, value: String },
    /// A fact or check behind its shape, or one of several.
    Item(Option<Tone>, String),
    /// A remark that must not be missed, with what is to be said beside it, in a frame.
    Note(String, String),
}

impl Block {
    /// What is written in it.
    pub(super) fn texts(&self) -> [&str; 2] {
        match self {
            Self::Heading(text) | Self::Text(text) | Self::Strong(text) | Self::Item(_, text) => [text, ""],
            Self::Note(text, beside) => [text, beside],
            Self::Verdict { word, sentence, .. } => [word, sentence],
            Self::Result { label, value, .. } | Self::Field { label, value } => [label, value],
        }
    }
}

/// The pages about one file, or a summary.
#[derive(Clone)]
pub(super) struct Sheet {
    title: String,
    /// Beside the page number: what tells this file from others of its name.
    pub(super) foot: String,
    pub(super) blocks: Vec<Block>,
    bytes: usize,
    /// Where the path stands among the blocks.
    path: Option<usize>,
    /// What must not be shown.
    secrets: Secrets,
}

impl Sheet {
    /// What stands at its top, and in the outline.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// Octets of its texts.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// The same about the same file under another path.
    pub(super) fn under(&self, path: &str, codes: Codes) -> Self {
        let mut sheet = self.clone();
        let path = if codes == Codes::Shown { path.to_owned() } else { self.secrets.mask(path) };
        sheet.title = file_name(&path).to_owned();
        if let Some(Block::Field { value, .. }) = self.path.and_then(|at| sheet.blocks.get_mut(at)) {
            *value = path;
        }
        sheet
    }

    /// The same with what several files say together, behind the word and its reasons.
    pub(super) fn with_findings(&self, findings: &[&str], words: &Words) -> Self {
        let mut sheet = self.clone();
        let is_heading = |block: &Block| matches!(block, Block::Heading(_));
        let behind = sheet.blocks.iter().position(is_heading).unwrap_or(sheet.blocks.len());
        let mut added = vec![Block::Heading(words.text("columns-findings"))];
        added.extend(findings.iter().map(|said| Block::Item(None, (*said).to_owned())));
        sheet.blocks.splice(behind..behind, added);
        sheet
    }
}

/// A sheet being written.
pub(super) struct Writer<'w> {
    pub(super) words: &'w Words,
    sheet: Sheet,
    /// Sentences that stand there already.
    said: Vec<String>,
    /// Octets of texts that have room.
    room: usize,
    left_out: usize,
}

impl<'w> Writer<'w> {
    /// Nothing but a title.
    pub(super) fn new(title: &str, words: &'w Words, secrets: Secrets) -> Self {
        let title = secrets.mask(title);
        let sheet = Sheet { title, foot: String::new(), blocks: Vec::new(), bytes: 0, path: None, secrets };
        Self { words, sheet, said: Vec::new(), room: limits::REPORT_PAGES_BYTES, left_out: 0 }
    }

    /// Other room than the pages about a file have.
    pub(super) fn room(&mut self, bytes: usize) {
        self.room = bytes;
    }

    /// Adds a block while there is room; what has none is counted.
    pub(super) fn push(&mut self, block: Block) {
        let bytes: usize = block.texts().iter().map(|text| text.len()).sum();
        if self.left_out > 0 || self.sheet.bytes.saturating_add(bytes) > self.room {
            self.left_out = self.left_out.saturating_add(1);
            return;
        }
        self.sheet.bytes = self.sheet.bytes.saturating_add(bytes);
        let block = self.masked(block);
        self.sheet.blocks.push(block);
    }

    /// What stands above some others, by its identifier.
    pub(super) fn heading(&mut self, id: &str) {
        let text = self.words.text(id);
        self.push(Block::Heading(text));
    }

    /// `label: value`, the label by its identifier.
    pub(super) fn field(&mut self, label: &str, value: &str) {
        let label = self.words.text(label);
        self.named(&label, value);
    }

    /// `label: value` as one of several.
    pub(super) fn item(&mut self, label: &str, value: &str) {
        let text = self.words.text_with("report-label", &[("label", label), ("value", value)]);
        self.push(Block::Item(None, text));
    }

    /// `label: value`.
    pub(super) fn named(&mut self, label: &str, value: &str) {
        let label = self.label(label);
        self.push(Block::Field { label, value: value.to_owned() });
    }

    /// A label with its colon.
    pub(super) fn label(&self, label: &str) -> String {
        self.words.text_with("report-label", &[("label", label), ("value", "")]).trim_end().to_owned()
    }

    /// The path: where the same octets have another, it takes this place.
    pub(super) fn path(&mut self, path: &str) {
        let at = self.sheet.blocks.len();
        self.field("columns-file", path);
        self.sheet.path = Some(at);
    }

    /// What stands beside the page number.
    pub(super) fn foot(&mut self, text: &str) {
        self.sheet.foot = self.sheet.secrets.mask(text);
    }

    /// The sentence, the first time it is asked for.
    pub(super) fn once(&mut self, sentence: String) -> Option<String> {
        if self.said.contains(&sentence) {
            return None;
        }
        self.said.push(sentence.clone());
        Some(sentence)
    }

    /// What was said of one thing may be said of the next.
    pub(super) fn forget(&mut self) {
        self.said.clear();
    }

    /// The sheet, with its last blocks, which always have room.
    pub(super) fn finish(mut self, last: Vec<Block>) -> Sheet {
        if self.left_out > 0 {
            let said = self.words.counted("pdf-left-out", self.left_out);
            self.sheet.blocks.push(Block::Strong(said));
        }
        let last: Vec<_> = last.into_iter().map(|block| self.masked(block)).collect();
        self.sheet.blocks.extend(last);
        self.sheet
    }

    fn masked(&self, block: Block) -> Block {
        let mask = |text: &str| self.sheet.secrets.mask(text);
        match block {
            Block::Heading(text) => Block::Heading(mask(&text)),
            Block::Verdict { tone, word, sentence } => Block::Verdict { tone, word, sentence: mask(&sentence) },
            Block::Result { tone, label, value } => Block::Result { tone, label: mask(&label), value },
            Block::Text(text) => Block::Text(mask(&text)),
            Block::Strong(text) => Block::Strong(mask(&text)),
            Block::Field { label, value } => Block::Field { label: mask(&label), value: mask(&value) },
            Block::Item(tone, text) => Block::Item(tone, mask(&text)),
            Block::Note(text, beside) => Block::Note(mask(&text), mask(&beside)),
        }
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path)
}
