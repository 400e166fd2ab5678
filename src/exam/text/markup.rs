//! What HTML and XML have in common: which of them it is, and their character references.

use super::{Line, html, vocabulary};

/// The lines of a markup text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    if is_html(text) {
        return html::lines(text);
    }
    // What is no well-formed XML is read as a browser would.
    vocabulary::lines(text).unwrap_or_else(|| html::lines(text))
}

fn is_html(text: &str) -> bool {
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= 2048).unwrap_or(text.len());
    let head = text.get(..end).unwrap_or_default().to_ascii_lowercase();
    ["<html", "<!doctype html", "<body", "<table", "<div"].iter().any(|tag| head.contains(tag))
}

/// What stands after the end tag of an element without elements in it; nothing where it does not end.
pub(super) fn end_of_element<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        let after = rest.get(at.saturating_add(2)..).unwrap_or_default();
        if after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return after.find('>').and_then(|end| after.get(end.saturating_add(1)..)).unwrap_or_default();
        }
        rest = after;
    }
    ""
}

/// Text with its character references as characters.
pub(super) fn characters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(rest.get(..at).unwrap_or_default());
        let entity = rest.get(at..).unwrap_or_default();
        let end = entity.char_indices().take(12).find(|(_, c)| *c == ';').map(|(end, _)| end);
        match end.and_then(|end| Some((character(entity.get(1..end)?)?, end))) {
            Some((character, end)) => {
                plain.push(character);
                rest = entity.get(end.saturating_add(1)..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = entity.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Named characters that documents in Latvian and English use.
const NAMED: [(&str, char); 56] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("percnt", '%'),
    ("comma", ','),
    ("period", '.'),
    ("colon", ':'),
    ("semi", ';'),
    ("num", '#'),
    ("sol", '/'),
    ("lpar", '('),
    ("rpar", ')'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("deg", '°'),
    ("sect", '§'),
    ("numero", '№'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("amacr", 'ā'),
    ("Amacr", 'Ā'),
    ("ccaron", 'č'),
    ("Ccaron", 'Č'),
    ("emacr", 'ē'),
    ("Emacr", 'Ē'),
    ("Gcedil", 'Ģ'),
    ("imacr", 'ī'),
    ("Imacr", 'Ī'),
    ("kcedil", 'ķ'),
    ("Kcedil", 'Ķ'),
    ("lcedil", 'ļ'),
    ("Lcedil", 'Ļ'),
    ("ncedil", 'ņ'),
    ("Ncedil", 'Ņ'),
    ("scaron", 'š'),
    ("Scaron", 'Š'),
    ("umacr", 'ū'),
    ("zcaron", 'ž'),
    ("Zcaron", 'Ž'),
];

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    match code {
        // Browsers read these as the characters of Windows-1252.
        0x80..=0x9f => encoding_rs::WINDOWS_1252.decode(&[u8::try_from(code).ok()?]).0.chars().next(),
        _ => char::from_u32(code),
    }
}
