//! A linear look at the markup before the parser sees it: refuses what would stall the parser (its work grows with the
//! cube of nested namespace declarations and the square of attributes) and what it takes although XML does not.

use super::XmlFault;
use super::source::ends_name;
use crate::limits;

/// Checks `text` and returns what follows the XML declaration.
pub(super) fn accept(text: &str) -> Result<&str, XmlFault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let declaration = Declaration::read(text)?;
    let body = text.get(declaration.map_or(0, |declaration| declaration.length)..).unwrap_or_default();
    for mark in [b'<', b'='] {
        if body.bytes().filter(|byte| *byte == mark).count() > limits::XML_MARKS {
            return Err(limit("markup"));
        }
    }
    Scan { rest: body, at: 0, open: Vec::new(), in_scope: 0, work: 0 }.run()?;
    Ok(body)
}

/// The XML declaration (2.8).
#[derive(Debug)]
pub(super) struct Declaration<'input> {
    /// Declared encoding.
    pub(super) encoding: Option<&'input str>,
    /// Octets from `<?xml` to `?>`.
    pub(super) length: usize,
}

impl<'input> Declaration<'input> {
    /// Reads the declaration at the start of `text`, if there is one.
    pub(super) fn read(text: &'input str) -> Result<Option<Self>, XmlFault> {
        let Some(rest) = text.strip_prefix("<?xml").filter(|rest| rest.starts_with(is_space)) else { return Ok(None) };
        let malformed = || malformed("the XML declaration", 0);
        let end = rest.find("?>").ok_or_else(malformed)?;
        let mut inside = rest.get(..end).unwrap_or_default();
        let version = pseudo_attribute(&mut inside, "version").ok_or_else(malformed)?;
        if version != "1.0" {
            return Err(XmlFault::Version);
        }
        let encoding = pseudo_attribute(&mut inside, "encoding");
        let standalone = pseudo_attribute(&mut inside, "standalone");
        if !inside.trim_matches(is_space).is_empty() || !matches!(standalone, None | Some("yes" | "no")) {
            return Err(malformed());
        }
        Ok(Some(Self { encoding, length: "<?xml".len() + end + "?>".len() }))
    }
}

fn pseudo_attribute<'input>(inside: &mut &'input str, name: &str) -> Option<&'input str> {
    let rest = inside.strip_prefix(is_space)?.trim_start_matches(is_space).strip_prefix(name)?;
    let rest = rest.trim_start_matches(is_space).strip_prefix('=')?.trim_start_matches(is_space);
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, rest) = rest.strip_prefix(quote)?.split_once(quote)?;
    *inside = rest;
    Some(value)
}

/// The parser reads a reference to what is no character at all, a surrogate or a number too high, as U+FFFD.
fn check_references(text: &str, at: usize) -> Result<(), XmlFault> {
    for reference in text.split('&').skip(1).filter_map(|after| after.strip_prefix('#')) {
        let number = reference.split(';').next().unwrap_or_default();
        let code = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        if code.ok().and_then(char::from_u32).is_none() {
            return Err(malformed("a character reference", at));
        }
    }
    Ok(())
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn malformed(what: &str, at: usize) -> XmlFault {
    XmlFault::NotWellFormed { detail: format!("{what} at octet {at}") }
}

fn limit(limit: &str) -> XmlFault {
    XmlFault::Limit { limit: limit.to_owned() }
}

struct Scan<'input> {
    rest: &'input str,
    /// Octets before `rest`.
    at: usize,
    /// Namespace declarations made by each open element.
    open: Vec<usize>,
    /// Sum of `open`.
    in_scope: usize,
    /// Comparisons the parser will make.
    work: usize,
}

/// What one start tag holds.
#[derive(Default)]
struct Tag {
    attributes: usize,
    declarations: usize,
    declares_default: bool,
}

impl<'input> Scan<'input> {
    fn run(mut self) -> Result<(), XmlFault> {
        while let Some((text, _)) = self.rest.split_once('<') {
            check_references(text, self.at)?;
            self.skip(text.len() + 1);
            let rest = self.rest;
            if let Some(comment) = rest.strip_prefix("!--") {
                self.skip_past("!--".len(), comment, "-->", "a comment")?;
            } else if let Some(data) = rest.strip_prefix("![CDATA[") {
                self.skip_past("![CDATA[".len(), data, "]]>", "a CDATA section")?;
            } else if rest.starts_with("!DOCTYPE") {
                return Err(XmlFault::Doctype);
            } else if rest.starts_with('!') {
                return Err(malformed("a markup declaration", self.at));
            } else if let Some(instruction) = rest.strip_prefix('?') {
                self.processing_instruction(instruction)?;
            } else if let Some(end_tag) = rest.strip_prefix('/') {
                self.in_scope -= self.open.pop().ok_or_else(|| malformed("an end tag", self.at))?;
                self.skip_past(1, end_tag, ">", "an end tag")?;
            } else {
                self.start_tag()?;
            }
        }
        Ok(())
    }

    fn skip(&mut self, octets: usize) {
        self.rest = self.rest.get(octets..).unwrap_or_default();
        self.at += octets;
    }

    fn skip_past(&mut self, opening: usize, inside: &str, closing: &str, what: &str) -> Result<(), XmlFault> {
        let length = inside.find(closing).ok_or_else(|| malformed(what, self.at))?;
        self.skip(opening + length + closing.len());
        Ok(())
    }

    /// The parser takes a target that runs into its data, and an XML declaration written with a tab.
    fn processing_instruction(&mut self, inside: &str) -> Result<(), XmlFault> {
        let length = inside.find("?>").ok_or_else(|| malformed("a processing instruction", self.at))?;
        let inside = inside.get(..length).unwrap_or_default();
        let target = inside.split(is_space).next().unwrap_or_default();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ':') || !c.is_ascii();
        if target.eq_ignore_ascii_case("xml") || !target.chars().all(is_name) {
            return Err(malformed("a processing instruction", self.at));
        }
        self.skip(1 + length + "?>".len());
        Ok(())
    }

    fn start_tag(&mut self) -> Result<(), XmlFault> {
        let mut tag = Tag::default();
        self.name()?;
        loop {
            self.spaces();
            if self.rest.starts_with('>') {
                self.skip(1);
                self.count(&tag)?;
                self.in_scope += tag.declarations;
                self.open.push(tag.declarations);
                return if self.open.len() > limits::XML_DEPTH { Err(limit("depth")) } else { Ok(()) };
            }
            if self.rest.starts_with("/>") {
                self.skip(2);
                return self.count(&tag);
            }
            self.attribute(&mut tag)?;
        }
    }

    fn name(&mut self) -> Result<&'input str, XmlFault> {
        let length = self.rest.bytes().position(ends_name).unwrap_or(self.rest.len());
        let name = self.rest.get(..length).unwrap_or_default();
        if name.is_empty() || name.starts_with(':') || name.ends_with(':') {
            return Err(malformed("a name", self.at));
        }
        self.skip(length);
        Ok(name)
    }

    fn spaces(&mut self) {
        let length = self.rest.len() - self.rest.trim_start_matches(is_space).len();
        self.skip(length);
    }

    fn attribute(&mut self, tag: &mut Tag) -> Result<(), XmlFault> {
        let at = self.at;
        let name = self.name()?;
        self.spaces();
        let rest = self.rest.strip_prefix('=').ok_or_else(|| malformed("an attribute", at))?;
        let rest = rest.trim_start_matches(is_space);
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let quote = quote.ok_or_else(|| malformed("an attribute", at))?;
        let (value, rest) = rest
            .strip_prefix(quote)
            .and_then(|rest| rest.split_once(quote))
            .ok_or_else(|| malformed("an attribute", at))?;
        if value.len() > limits::XML_ATTRIBUTE_BYTES {
            return Err(limit("attribute length"));
        }
        check_references(value, at)?;
        self.skip(self.rest.len() - rest.len());
        tag.take(name, value).ok_or_else(|| malformed("a namespace declaration", at))
    }

    /// Counts what the parser will compare for this tag: its attributes with each other, its names with all namespaces
    /// in scope, its declarations with those they are merged into.
    fn count(&mut self, tag: &Tag) -> Result<(), XmlFault> {
        if tag.attributes > limits::XML_ATTRIBUTES {
            return Err(limit("attributes"));
        }
        let in_scope = self.in_scope + tag.declarations;
        if in_scope > limits::XML_NAMESPACE_DECLARATIONS {
            return Err(limit("namespace declarations"));
        }
        let merged = if tag.declarations == 0 { 0 } else { in_scope * in_scope };
        self.work += tag.attributes * tag.attributes + (1 + tag.attributes) * in_scope + merged;
        if self.work > limits::XML_PARSING_WORK { Err(limit("namespaces and attributes")) } else { Ok(()) }
    }
}

impl Tag {
    /// `None` for declarations that Namespaces in XML 1.0 forbids and the parser takes: an undeclared prefix, the prefix
    /// `xmlns`, a default namespace declared twice, an attribute called `xmlns` under a prefix (taken for the default).
    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name.split_once(':') {
            Some(("xmlns", prefix)) if value.is_empty() || prefix == "xmlns" => return None,
            Some(("xmlns", _)) => self.declarations += 1,
            Some((_, "xmlns")) => return None,
            None if name == "xmlns" => {
                if std::mem::replace(&mut self.declares_default, true) {
                    return None;
                }
                self.declarations += 1;
            }
            _ => self.attributes += 1,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests;
