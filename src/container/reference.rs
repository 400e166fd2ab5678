//! From the URI of a `ds:Reference` to an entry of the container: by exact name only, never by a matching digest.

use serde::{Deserialize, Serialize};

use super::{Container, mimetype};

/// What a reference URI means in a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// A document, by its place in [`Container::documents`].
    Document(usize),
    /// An entry under META-INF, by its name: it can be digested and does not count as a document.
    OtherEntry(String),
    /// No entry has that name.
    NotFound,
    /// The URI does not name an entry, whatever the container holds. Nothing is ever fetched.
    NotPermitted,
}

/// What a URI means, and how that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// What it means.
    pub resolved: Resolved,
    /// What was unusual, if anything.
    pub note: Option<ReferenceNote>,
}

/// What is unusual about a reference URI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceNote {
    /// Found, with a `%` that begins no octet kept as it is.
    LoosePercent,
    /// Found as written, undecoded, because the producer did not encode it.
    Undecoded,
    /// Not permitted: empty, the enclosing document, which a detached signature does not have.
    Empty,
    /// Not permitted: `#…`, a place in the signature file itself.
    SameDocument,
    /// Not permitted: a scheme such as `http:` or `file:`.
    Scheme,
    /// Not permitted: `//host`.
    Authority,
    /// Not permitted: a leading `/`, or a segment `.` or `..`; names are not normalised.
    Path,
    /// Not permitted: the `mimetype` entry or a folder.
    NotAFile,
}

impl Container<'_> {
    /// Finds the entry a reference means: percent-decoded octets compared with the decoded name octet for octet,
    /// without folding case or normalising; `+` stays `+`. Where no entry has that name, the URI as written is tried.
    #[must_use]
    pub fn resolve(&self, uri: &str) -> Resolved {
        self.resolution(uri).resolved
    }

    /// As [`Container::resolve`], with a note of what was unusual.
    #[must_use]
    pub fn resolution(&self, uri: &str) -> Resolution {
        if let Some(note) = not_permitted(uri) {
            return Resolution { resolved: Resolved::NotPermitted, note: Some(note) };
        }
        // A query or a fragment is not a part of a name, unless the producer forgot to encode it.
        if !uri.contains(['?', '#']) {
            let PercentDecoded { text, note } = percent_decode(uri);
            if let Some(found) = text.and_then(|name| self.named(&name, note)) {
                return found;
            }
        }
        let missing = Resolution { resolved: Resolved::NotFound, note: None };
        self.named(uri, Some(ReferenceNote::Undecoded)).unwrap_or(missing)
    }

    fn named(&self, name: &str, note: Option<ReferenceNote>) -> Option<Resolution> {
        if let Some(index) = self.documents.iter().position(|document| document.name == name) {
            return Some(Resolution { resolved: Resolved::Document(index), note });
        }
        let index = self.archive.find(name)?;
        let entry = self.archive.entries.get(index)?;
        Some(if entry.is_folder() || mimetype::is(name) {
            Resolution { resolved: Resolved::NotPermitted, note: Some(ReferenceNote::NotAFile) }
        } else {
            Resolution { resolved: Resolved::OtherEntry(name.to_owned()), note }
        })
    }
}

fn not_permitted(uri: &str) -> Option<ReferenceNote> {
    if uri.is_empty() {
        Some(ReferenceNote::Empty)
    } else if uri.starts_with('#') {
        Some(ReferenceNote::SameDocument)
    } else if uri.starts_with("//") {
        Some(ReferenceNote::Authority)
    } else if has_scheme(uri) {
        Some(ReferenceNote::Scheme)
    } else if uri.starts_with('/') || uri.split('/').any(|segment| matches!(segment, "." | "..")) {
        Some(ReferenceNote::Path)
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
    note: Option<ReferenceNote>,
}

/// Decodes `%XX` to octets and the octets to UTF-8. A `%` that begins no octet is kept.
pub(super) fn percent_decode(text: &str) -> PercentDecoded {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let mut note = None;
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
                note = Some(ReferenceNote::LoosePercent);
            }
        }
    }
    PercentDecoded { text: String::from_utf8(octets).ok(), note }
}
