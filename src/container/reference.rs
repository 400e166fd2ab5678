//! From the URI of a `ds:Reference` to an entry of the container: by exact name only, never by a matching digest.

use serde::{Deserialize, Serialize};

use super::{Container, mimetype};

/// What a reference URI means in a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A document, by its place in [`Container::documents`].
    Document {
        /// Which one.
        index: usize,
        /// How the name was found.
        spelling: Spelling,
    },
    /// An entry under META-INF: it can be digested and does not count as a document.
    OtherEntry {
        /// Its name.
        name: String,
        /// How the name was found.
        spelling: Spelling,
    },
    /// No entry has that name.
    NotFound,
    /// The URI does not name an entry, whatever the container holds. Nothing is ever fetched.
    NotPermitted(Unresolvable),
}

/// How a URI was read as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spelling {
    /// Percent-decoded, as RFC 3986 has it; also where there was nothing to decode.
    Decoded,
    /// Percent-decoded, with a `%` that begins no octet kept as it is.
    LoosePercent,
    /// Taken literally, because the producer did not encode it.
    Literal,
}

/// Why a URI names no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unresolvable {
    /// Empty: the enclosing document, which a detached signature does not have.
    Empty,
    /// `#…`: a place in the signature file itself.
    SameDocument,
    /// A scheme such as `http:` or `file:`.
    Scheme,
    /// `//host`.
    Authority,
    /// A leading `/`, or a segment `.` or `..`: names are not normalised.
    Path,
    /// The `mimetype` entry or a folder.
    NotAFile,
}

impl Container<'_> {
    /// Finds the entry a reference means: percent-decoded octets compared with the decoded name octet for octet,
    /// without folding case or normalising; `+` stays `+`. Where no entry has that name, the URI as written is tried.
    #[must_use]
    pub fn resolve(&self, uri: &str) -> Resolved {
        if let Some(reason) = not_permitted(uri) {
            return Resolved::NotPermitted(reason);
        }
        // A query or a fragment is not a part of a name, unless the producer forgot to encode it.
        if !uri.contains(['?', '#']) {
            let decoded = percent_decode(uri);
            if let Some(found) = decoded.text.and_then(|name| self.named(&name, decoded.spelling)) {
                return found;
            }
        }
        self.named(uri, Spelling::Literal).unwrap_or(Resolved::NotFound)
    }

    fn named(&self, name: &str, spelling: Spelling) -> Option<Resolved> {
        if let Some(index) = self.documents.iter().position(|document| document.name == name) {
            return Some(Resolved::Document { index, spelling });
        }
        let index = self.archive.find(name)?;
        let entry = self.archive.entries.get(index)?;
        Some(if entry.is_folder() || mimetype::is(name) {
            Resolved::NotPermitted(Unresolvable::NotAFile)
        } else {
            Resolved::OtherEntry { name: name.to_owned(), spelling }
        })
    }
}

fn not_permitted(uri: &str) -> Option<Unresolvable> {
    if uri.is_empty() {
        Some(Unresolvable::Empty)
    } else if uri.starts_with('#') {
        Some(Unresolvable::SameDocument)
    } else if uri.starts_with("//") {
        Some(Unresolvable::Authority)
    } else if has_scheme(uri) {
        Some(Unresolvable::Scheme)
    } else if uri.starts_with('/') || uri.split('/').any(|segment| matches!(segment, "." | "..")) {
        Some(Unresolvable::Path)
    } else {
        None
    }
}

/// RFC 3986, 3.1; before decoding, so that `%3A` is a part of a name.
fn has_scheme(uri: &str) -> bool {
    uri.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
    })
}

/// A percent-decoded text.
pub(super) struct PercentDecoded {
    /// `None` where the octets are not UTF-8.
    pub(super) text: Option<String>,
    spelling: Spelling,
}

/// Decodes `%XX` to octets and the octets to UTF-8. A `%` that begins no octet is kept.
pub(super) fn percent_decode(text: &str) -> PercentDecoded {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let mut spelling = Spelling::Decoded;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            octets.push(*first);
            continue;
        }
        let digit = |place: usize| after.get(place).and_then(|digit| char::from(*digit).to_digit(16));
        let value = digit(0).zip(digit(1)).and_then(|(high, low)| u8::try_from(high << 4 | low).ok());
        match value {
            Some(octet) => {
                octets.push(octet);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                octets.push(b'%');
                spelling = Spelling::LoosePercent;
            }
        }
    }
    PercentDecoded { text: String::from_utf8(octets).ok(), spelling }
}
