//! A list to lines.

use std::fmt::Write as _;

use super::Written;
use crate::trust::list::{ListKind, TrustedList};
use crate::trust::service::{Extensions, Knowledge, ServicePeriod, TrustService};
use crate::trust::store::ListFacts;

/// The table of a list. Every text was put on one line when the list was read; tabs and line ends cannot occur.
pub(in crate::trust) fn write_table(list: &TrustedList) -> Written {
    let mut written = Written::default();
    let out = &mut written.text;
    list_line(out, &list.facts, list.kind);
    list.information.iter().for_each(|uri| line(out, "U", &[uri]));
    list.pointers.iter().for_each(|pointer| line(out, "O", &[&json(pointer)]));
    let mut provider: Option<(&str, &[String])> = None;
    for service in &list.services {
        let own = (service.provider.as_str(), service.registrations.as_slice());
        if provider != Some(own) {
            line(&mut written.text, "P", &[&service.provider, &service.registrations.join(";")]);
            provider = Some(own);
        }
        write_service(&mut written, service);
    }
    written
}

fn list_line(out: &mut String, facts: &ListFacts, kind: ListKind) {
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let fields = [
        facts.territory.clone(),
        facts.sequence.to_string(),
        facts.issued.to_string(),
        optional(facts.next_update.map(|time| time.to_string())),
        optional(facts.version.map(|version| version.to_string())),
        word(&kind),
        word(&facts.origin),
        optional(facts.sha256.map(|digest| digest.to_string())),
        json(&facts.signature),
        facts.operator.clone(),
    ];
    line(out, "L", &fields.each_ref().map(String::as_str));
}

fn write_service(written: &mut Written, service: &TrustService) {
    line(&mut written.text, "S", &[&service.name]);
    service.periods.iter().for_each(|period| state(&mut written.text, period));
    for certificate in &service.certificates {
        let place = written.certificates.len().to_string();
        let identifier = certificate.key_identifier.as_deref().unwrap_or("-");
        let (sha256, key) = (certificate.sha256.to_string(), certificate.spki_sha256.to_string());
        let mut fields = vec![sha256.as_str(), &key, identifier, &certificate.subject];
        let length = certificate.der.as_ref().map(|der| der.len().to_string());
        if let (Some(der), Some(length)) = (&certificate.der, &length) {
            written.certificates.extend_from_slice(der);
            fields.extend([place.as_str(), length]);
        }
        line(&mut written.text, "C", &fields);
    }
    for known in &service.identifiers {
        line(&mut written.text, "K", &[&known.key_identifier, &known.subject]);
    }
}

fn state(out: &mut String, period: &ServicePeriod) {
    let extensions = &period.extensions;
    let plain = Extensions { purposes: extensions.purposes.clone(), ..Extensions::default() };
    let rest = match extensions.knowledge {
        Knowledge::None => "-".to_owned(),
        Knowledge::WithoutCriteria => {
            let qualifiers = extensions.qualifications.iter().flat_map(|one| &one.qualifiers);
            format!("~{}", qualifiers.map(String::as_str).collect::<Vec<_>>().join(";"))
        }
        Knowledge::Full if *extensions == plain => String::new(),
        Knowledge::Full => json(extensions),
    };
    let since = period.since.to_string();
    line(out, "H", &[&period.service_type, &period.status.0, &since, &extensions.purposes.join(";"), &rest]);
}

fn json(value: &impl serde::Serialize) -> String {
    // Maps have text keys and nothing here fails by itself; an empty text is refused on reading.
    serde_json::to_string(value).unwrap_or_default()
}

/// The name of a unit variant.
fn word(value: &impl serde::Serialize) -> String {
    json(value).trim_matches('"').to_owned()
}

/// Fields are cleaned once more: a tab in one would shift the meaning of all that follow.
fn line(out: &mut String, kind: &str, fields: &[&str]) {
    out.push_str(kind);
    for field in fields {
        let _ = write!(out, "\t{}", field.replace(|c: char| c.is_control(), " "));
    }
    out.push('\n');
}
