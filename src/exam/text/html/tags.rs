//! HTML text to tags and what stands between them.

/// A start tag.
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Written as an element without content.
    pub(super) empty: bool,
}

/// A piece of an HTML text.
pub(super) enum Token<'t> {
    Text(&'t str),
    Begin(Tag),
    End(String),
}

/// Attributes of one tag that are looked at.
const ATTRIBUTES: usize = 64;

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether a form field shows its value.
    pub(super) fn shows_value(&self) -> bool {
        let kind = self.attribute("type").unwrap_or("text").to_ascii_lowercase();
        ["text", "number", "date", "email", "search", "tel", "url"].contains(&kind.as_str())
    }
}

/// Takes the next piece off `rest`. Comments, declarations and processing instructions are passed over.
pub(super) fn next<'t>(rest: &mut &'t str) -> Option<Token<'t>> {
    loop {
        if rest.is_empty() {
            return None;
        }
        let text = *rest;
        let Some(after) = text.strip_prefix('<') else {
            let (before, tag) = text.split_at_checked(text.find('<').unwrap_or(text.len()))?;
            *rest = tag;
            return Some(Token::Text(before));
        };
        match after.chars().next() {
            Some('!' | '?') => {
                let end = if after.starts_with("!--") {
                    after.find("-->").map(|at| at.saturating_add(3))
                } else {
                    after.find('>').map(|at| at.saturating_add(1))
                };
                *rest = end.and_then(|end| after.get(end..)).unwrap_or_default();
            }
            Some('/') => {
                let end = after.find('>').unwrap_or(after.len());
                *rest = after.get(end.saturating_add(1)..).unwrap_or_default();
                return Some(Token::End(name(after.get(1..end).unwrap_or_default())));
            }
            Some(first) if first.is_ascii_alphabetic() => {
                let end = end_of_tag(after);
                *rest = after.get(end.saturating_add(1)..).unwrap_or_default();
                return Some(Token::Begin(tag(after.get(..end).unwrap_or_default())));
            }
            _ => {
                *rest = after;
                return Some(Token::Text("<"));
            }
        }
    }
}

/// Where the tag ends; a `>` within a quoted value does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    let mut value = false;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if value => quote = Some(character),
            (None, '>') => return at,
            _ => {}
        }
        value = character == '=' || (value && character.is_whitespace());
    }
    // A quote that never ends: the tag ends where it would without one.
    text.find('>').unwrap_or(text.len())
}

fn name(text: &str) -> String {
    let end = text.find(|c: char| c.is_whitespace() || c == '/' || c == '>').unwrap_or(text.len());
    text.get(..end).unwrap_or_default().to_ascii_lowercase()
}

fn tag(text: &str) -> Tag {
    let name = name(text);
    let mut attributes = Vec::new();
    let mut rest = text.get(name.len()..).unwrap_or_default();
    while attributes.len() < ATTRIBUTES {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
        let key = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
        if key.is_empty() {
            break;
        }
        rest = rest.get(end..).unwrap_or_default().trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            (value, rest) = attribute_value(after.trim_start());
        }
        attributes.push((key, value.to_owned()));
    }
    Tag { name, attributes, empty: text.ends_with('/') }
}

/// The value at the start, and what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let inner = if quote.is_some() { text.get(1..).unwrap_or_default() } else { text };
    let end = match quote {
        Some(quote) => inner.find(quote),
        None => inner.find(char::is_whitespace),
    };
    let (value, rest) = inner.split_at_checked(end.unwrap_or(inner.len())).unwrap_or((inner, ""));
    (value, rest.strip_prefix(['"', '\'']).filter(|_| quote.is_some()).unwrap_or(rest))
}
