//! XML being written: elements that always close, text that is always escaped and masked.

use super::{Secrets, deceives};

/// Spaces a level.
const INDENT: usize = 2;

/// A document being written.
pub(super) struct Xml<'s> {
    out: String,
    depth: usize,
    secrets: &'s Secrets,
}

impl<'s> Xml<'s> {
    /// Begins a document; `secrets` are masked wherever text stands.
    pub(super) fn new(secrets: &'s Secrets) -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0, secrets }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An element with others inside.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.out.push_str(">\n");
        self.depth += 1;
        inside(self);
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.close(name);
    }

    /// An element with text inside.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.open(name, &[]);
        self.out.push('>');
        let masked = self.secrets.mask(value);
        push_escaped(&mut self.out, &masked);
        self.close(name);
    }

    /// An element with nothing inside.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.out.push_str("/>\n");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes {
            self.out.push(' ');
            self.out.push_str(attribute);
            self.out.push_str("=\"");
            push_escaped(&mut self.out, value);
            self.out.push('"');
        }
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', self.depth.saturating_mul(INDENT)));
    }
}

/// Characters that XML 1.0 cannot hold become `�`; those that control or deceive a terminal become references, so that the
/// value stays and printing it is safe.
fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            // Also where it does not end a CDATA section: `]]>` must not stand in text.
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => push_reference(out, character),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if deceives(character) => push_reference(out, character),
            _ => out.push(character),
        }
    }
}

fn push_reference(out: &mut String, character: char) {
    out.push_str(&format!("&#x{:x};", u32::from(character)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Codes;

    #[test]
    fn hostile_text_stays_text_and_keeps_its_value() {
        let secrets = Secrets::none(Codes::Shown);
        let value = "a]]>b&<c/>\"'\u{202e}\u{9b}\r\n\tā🙂";
        let mut xml = Xml::new(&secrets);
        xml.element("Root", &[("id", value)], |xml| xml.text("Text", value));
        let out = xml.finish();
        assert!(!out.contains(['\u{202e}', '\u{9b}', '\r', '\t']) && !out.contains("]]>"), "{out}");
        let tree = roxmltree::Document::parse(&out).unwrap();
        assert_eq!(tree.root_element().attribute("id"), Some(value));
        assert_eq!(tree.root_element().first_element_child().unwrap().text(), Some(value));
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        let secrets = Secrets::none(Codes::Shown);
        let mut xml = Xml::new(&secrets);
        xml.text("Text", "a\u{0}\u{1b}\u{fffe}b");
        let out = xml.finish();
        assert_eq!(roxmltree::Document::parse(&out).unwrap().root_element().text(), Some("a\u{fffd}\u{fffd}\u{fffd}b"));
    }

    #[test]
    fn codes_are_masked_before_they_are_escaped() {
        let secrets = Secrets::none(Codes::Masked);
        let mut xml = Xml::new(&secrets);
        xml.text("Text", "<320000-00012>");
        assert!(xml.finish().contains("<Text>&lt;••••••-•••12&gt;</Text>"));
    }
}
