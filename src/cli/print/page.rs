//! Lines being put together.

use crate::words::Words;

/// A text being written.
pub(in crate::cli) struct Page<'w> {
    words: &'w Words,
    text: String,
    /// Sentences that stand there already.
    said: Vec<String>,
}

impl<'w> Page<'w> {
    pub(in crate::cli) fn new(words: &'w Words) -> Self {
        Self { words, text: String::new(), said: Vec::new() }
    }

    pub(in crate::cli) fn words(&self) -> &'w Words {
        self.words
    }

    /// One line, indented by spaces.
    pub(in crate::cli) fn line(&mut self, indent: usize, text: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// `label: value`.
    pub(in crate::cli) fn field(&mut self, indent: usize, label: &str, value: &str) {
        let label = self.words.text(label);
        let text = self.words.text_with("report-label", &[("label", &label), ("value", value)]);
        self.line(indent, &text);
    }

    /// What stands below a field: `name: text`, or the text alone.
    pub(in crate::cli) fn item(&mut self, indent: usize, name: Option<&str>, text: &str) {
        match name {
            Some(name) => {
                let text = self.words.text_with("report-label", &[("label", name), ("value", text)]);
                self.line(indent, &text);
            }
            None => self.line(indent, text),
        }
    }

    /// The sentence, the first time it is asked for: no reader wants to read it again.
    pub(in crate::cli) fn once(&mut self, sentence: String) -> Option<String> {
        if self.said.contains(&sentence) {
            return None;
        }
        self.said.push(sentence.clone());
        Some(sentence)
    }

    /// What was said of one thing may be said of the next.
    pub(in crate::cli) fn forget(&mut self) {
        self.said.clear();
    }

    /// A line that begins a section.
    pub(in crate::cli) fn heading(&mut self, id: &str) {
        let text = self.words.text(id);
        self.line(0, &text);
    }

    /// An empty line between sections.
    pub(in crate::cli) fn gap(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    pub(in crate::cli) fn finish(self) -> String {
        self.text
    }
}
