//! Lists as tables of lines: the form of the snapshot built into the program, and of every list that is stored.
//!
//! One record a line, fields separated by tabs, the kind first. A record belongs to the nearest record above it of the
//! kind it is part of.
//!
//! | Line | Fields |
//! | --- | --- |
//! | `L` list | territory, sequence number, issued, next update or `-`, version or `-`, kind, origin, SHA-256 of its file or `-`, signature (JSON), operator |
//! | `U` information | one SchemeInformationURI |
//! | `O` pointer | another list (JSON) |
//! | `P` provider | name, registrations (`;`) |
//! | `S` service | name |
//! | `H` state | type, status, since, purposes (`;`), extensions: nothing, `-` not known, `~` and qualifiers without criteria, or JSON |
//! | `C` certificate | SHA-256, SHA-256 of its key, key identifier or `-`, subject, and where its octets are at hand their place and length |
//! | `K` identifier | key identifier, subject |

mod read;
mod write;

use std::sync::Arc;

pub(super) use write::write_table;

use super::list::{ListKind, Pointer, TrustedList};
use super::service::TrustService;
use super::store::{ListFacts, beginning};

/// One list, cut into records and not read further.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) facts: ListFacts,
    pub(super) kind: ListKind,
    pub(super) information: Vec<String>,
    pub(super) pointers: Vec<Pointer>,
    pub(super) records: Vec<Record>,
    /// Beginnings of digests and key identifiers, with the place among `records`.
    pub(super) certificates: Vec<(u64, u32)>,
    pub(super) keys: Vec<(u64, u32)>,
    pub(super) key_identifiers: Vec<(u64, u32)>,
}

/// The text of tables, and the octets of certificates beside it.
#[derive(Clone, Debug)]
pub(super) enum Text {
    /// Built into the program.
    Built(&'static str),
    /// Read from a file.
    Shared(Arc<Written>),
}

/// A table as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// The lines.
    pub(super) text: String,
    /// Certificates, DER, one after the other.
    pub(super) certificates: Vec<u8>,
}

impl Text {
    fn as_str(&self) -> &str {
        match self {
            Self::Built(text) => text,
            Self::Shared(written) => &written.text,
        }
    }

    fn octets(&self, from: usize, length: usize) -> Option<&[u8]> {
        match self {
            Self::Built(_) => None,
            Self::Shared(written) => written.certificates.get(from..from.checked_add(length)?),
        }
    }
}

/// One service in a table, read when it is asked for.
#[derive(Clone, Debug)]
pub(super) struct Record {
    text: Text,
    /// The line of its provider.
    provider: (u32, u32),
    /// Its lines: `S`, then its `H`, `C` and `K`.
    lines: (u32, u32),
}

impl Record {
    /// The service; a line that is not understood takes the whole service away, so that no state is ever overlooked.
    pub(super) fn read(&self, list: usize) -> Option<TrustService> {
        read::service(&self.text, self.slice(self.provider)?, self.slice(self.lines)?, list)
    }

    /// Whether its table has certificates and not only their digests.
    pub(super) fn brings_certificates(&self) -> bool {
        matches!(&self.text, Text::Shared(written) if !written.certificates.is_empty())
    }

    /// Whether the text occurs in the record: a quick no.
    pub(super) fn mentions(&self, text: &str) -> bool {
        self.slice(self.lines).is_some_and(|lines| lines.contains(text))
    }

    fn slice(&self, (from, to): (u32, u32)) -> Option<&str> {
        self.text.as_str().get(usize::try_from(from).ok()?..usize::try_from(to).ok()?)
    }
}

impl Table {
    /// Every list of a text.
    pub(super) fn parse_all(text: &Text) -> Vec<Self> {
        read::tables(text)
    }

    /// The one list of a stored table; `None` where it is none.
    pub(super) fn parse_shared(written: Written) -> Option<Self> {
        let mut tables = Self::parse_all(&Text::Shared(Arc::new(written)));
        tables.pop().filter(|_| tables.is_empty())
    }

    /// A list and services as a table.
    pub(super) fn of(facts: &ListFacts, services: &[TrustService]) -> Self {
        let list = TrustedList {
            facts: facts.clone(),
            kind: ListKind::Other,
            information: Vec::new(),
            pointers: Vec::new(),
            services: services.to_vec(),
            providers: 0,
        };
        let empty = Self {
            facts: facts.clone(),
            kind: ListKind::Other,
            information: Vec::new(),
            pointers: Vec::new(),
            records: Vec::new(),
            certificates: Vec::new(),
            keys: Vec::new(),
            key_identifiers: Vec::new(),
        };
        Self::parse_shared(write_table(&list)).unwrap_or(empty)
    }

    /// What the list says of itself and of other lists, without its services.
    pub(super) fn heading(&self) -> TrustedList {
        TrustedList {
            facts: self.facts.clone(),
            kind: self.kind,
            information: self.information.clone(),
            pointers: self.pointers.clone(),
            services: Vec::new(),
            providers: 0,
        }
    }

    fn index(&mut self, certificate: &str, key: &str, identifier: &str) {
        let place = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
        self.certificates.extend(eight(certificate).map(|digest| (digest, place)));
        self.keys.extend(eight(key).map(|digest| (digest, place)));
        self.index_identifier(identifier);
    }

    fn index_identifier(&mut self, identifier: &str) {
        let place = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
        self.key_identifiers.extend(eight(identifier).map(|digest| (digest, place)));
    }
}

/// The first eight octets of hexadecimal digits, as [`beginning`] has them.
fn eight(hexadecimal: &str) -> Option<u64> {
    let digits = hexadecimal.get(..hexadecimal.len().min(16)).filter(|digits| !digits.is_empty())?;
    if digits.len() == 16 {
        // One by one, without asking of each whether there is room for another: sixteen always fit.
        return digits.bytes().try_fold(0, |sum: u64, digit| Some(sum << 4 | u64::from(nibble(digit)?)));
    }
    let octets: Option<Vec<u8>> = (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(digits.get(at..at.checked_add(2)?)?, 16).ok())
        .collect();
    octets.map(|octets| beginning(&octets))
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(digit.wrapping_sub(b'a' - 10)),
        b'A'..=b'F' => Some(digit.wrapping_sub(b'A' - 10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
