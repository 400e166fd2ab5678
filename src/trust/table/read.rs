//! Lines to lists, records and services.

use memchr::{memchr, memchr_iter};
use serde::de::DeserializeOwned;

use super::{Record, Table, Text};
use crate::trust::service::{
    Extensions, Knowledge, ListedCertificate, ListedIdentifier, Qualification, ServicePeriod, ServiceStatus,
    TrustService,
};
use crate::trust::store::ListFacts;

/// Cuts a text into lists and records and notes which digests they list. Nothing else is read yet: every start of the program waits for this.
pub(super) fn tables(text: &Text) -> Vec<Table> {
    let whole = text.as_str();
    let mut cut = Cut { text, tables: Vec::new(), provider: (0, 0), open: None };
    let mut at = 0;
    // Octets and not characters: a new line is no part of any other character in UTF-8.
    for newline in memchr_iter(b'\n', whole.as_bytes()).chain([whole.len()]) {
        let end = newline.saturating_add(1).min(whole.len());
        cut.line(whole.get(at..newline).unwrap_or_default(), at, end);
        at = end;
    }
    cut.close(at);
    cut.tables
}

struct Cut<'t> {
    text: &'t Text,
    tables: Vec<Table>,
    provider: (u32, u32),
    /// Where the lines of the open service begin.
    open: Option<usize>,
}

impl Cut<'_> {
    fn line(&mut self, line: &str, at: usize, end: usize) {
        let Some((kind, b'\t')) = line.as_bytes().first().zip(line.as_bytes().get(1)) else { return };
        let fields = line.get(2..).unwrap_or_default();
        if matches!(kind, b'L' | b'P' | b'S') {
            self.close(at);
        }
        match kind {
            b'L' => self.tables.extend(list(fields)),
            b'P' => self.provider = span(at, end),
            b'S' => self.open = Some(at),
            b'U' => self.with(|table| table.information.push(fields.to_owned())),
            b'O' => self.with(|table| table.pointers.extend(parsed(fields))),
            b'C' => self.with(|table| {
                let (certificate, rest) = field(fields);
                let (key, rest) = field(rest);
                table.index(certificate, key, field(rest).0);
            }),
            b'K' => self.with(|table| table.index_identifier(field(fields).0)),
            _ => {}
        }
    }

    fn with(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn close(&mut self, at: usize) {
        let Some(start) = self.open.take() else { return };
        let record = Record { text: self.text.clone(), provider: self.provider, lines: span(start, at) };
        self.with(|table| table.records.push(record));
    }
}

/// The first field and what follows it.
fn field(fields: &str) -> (&str, &str) {
    let end = memchr(b'\t', fields.as_bytes()).unwrap_or(fields.len());
    (fields.get(..end).unwrap_or_default(), fields.get(end.saturating_add(1)..).unwrap_or_default())
}

fn span(from: usize, to: usize) -> (u32, u32) {
    (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(to).unwrap_or(u32::MAX))
}

fn list(fields: &str) -> Option<Table> {
    let mut fields = fields.split('\t');
    let mut next = || fields.next();
    let territory = next()?.to_owned();
    let sequence = next()?.parse().ok()?;
    let issued = next()?.parse().ok()?;
    let next_update = match next()? {
        "-" => None,
        time => Some(time.parse().ok()?),
    };
    let version = match next()? {
        "-" => None,
        version => Some(version.parse().ok()?),
    };
    let kind = word(next()?)?;
    let origin = word(next()?)?;
    let sha256 = match next()? {
        "-" => None,
        digest => Some(digest.parse().ok()?),
    };
    let signature = parsed(next()?)?;
    let operator = next().unwrap_or_default().to_owned();
    Some(Table {
        facts: ListFacts { territory, operator, version, sequence, issued, next_update, origin, signature, sha256 },
        kind,
        information: Vec::new(),
        pointers: Vec::new(),
        records: Vec::new(),
        certificates: Vec::new(),
        keys: Vec::new(),
        key_identifiers: Vec::new(),
    })
}

/// One service from its lines; `None` where one of them is not understood.
pub(super) fn service(text: &Text, provider: &str, lines: &str, list: usize) -> Option<TrustService> {
    let mut provider = provider.trim_end_matches('\n').strip_prefix("P\t")?.split('\t');
    let mut lines = lines.lines();
    let mut service = TrustService {
        list,
        provider: provider.next()?.to_owned(),
        registrations: words(provider.next().unwrap_or_default()),
        name: lines.next()?.strip_prefix("S\t")?.to_owned(),
        periods: Vec::new(),
        certificates: Vec::new(),
        identifiers: Vec::new(),
    };
    for line in lines {
        let (kind, fields) = line.split_once('\t')?;
        match kind {
            "H" => service.periods.push(period(fields)?),
            "C" => service.certificates.push(certificate(text, fields)?),
            "K" => {
                let (key_identifier, subject) = fields.split_once('\t')?;
                let (key_identifier, subject) = (key_identifier.to_owned(), subject.to_owned());
                service.identifiers.push(ListedIdentifier { key_identifier, subject });
            }
            _ => return None,
        }
    }
    Some(service).filter(|service| !service.periods.is_empty())
}

fn period(fields: &str) -> Option<ServicePeriod> {
    let mut fields = fields.splitn(5, '\t');
    let mut next = || fields.next();
    let service_type = next()?.to_owned();
    let status = ServiceStatus(next()?.to_owned());
    let since = next()?.parse().ok()?;
    let purposes = words(next()?);
    let extensions = match next()? {
        "" => Extensions { purposes, ..Extensions::default() },
        "-" => Extensions { knowledge: Knowledge::None, ..Extensions::default() },
        rest => match rest.strip_prefix('~') {
            Some(qualifiers) => Extensions {
                knowledge: Knowledge::WithoutCriteria,
                purposes,
                qualifications: without_criteria(words(qualifiers)),
                ..Extensions::default()
            },
            None => parsed(rest)?,
        },
    };
    Some(ServicePeriod { service_type, status, since, extensions })
}

fn without_criteria(qualifiers: Vec<String>) -> Vec<Qualification> {
    if qualifiers.is_empty() { Vec::new() } else { vec![Qualification { qualifiers, criteria: None }] }
}

fn certificate(text: &Text, fields: &str) -> Option<ListedCertificate> {
    let mut fields = fields.split('\t');
    let mut next = || fields.next();
    let sha256 = next()?.parse().ok()?;
    let spki_sha256 = next()?.parse().ok()?;
    let key_identifier = Some(next()?).filter(|text| *text != "-").map(str::to_owned);
    let subject = next()?.to_owned();
    let der = match (next(), next()) {
        (Some(from), Some(length)) => Some(text.octets(from.parse().ok()?, length.parse().ok()?)?.into()),
        _ => None,
    };
    Some(ListedCertificate { sha256, spki_sha256, subject, key_identifier, der })
}

fn words(field: &str) -> Vec<String> {
    field.split(';').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn parsed<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

/// A unit variant by its name.
fn word<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}
