//! Lists and services as text.

use crate::cli::Exit;
use crate::cli::complaint::complaint;
use crate::cli::print::Page;
use crate::cli::run::{Written, undone};
use crate::crypto::Sha256;
use crate::dossier::{Places, Setting};
use crate::trust::{ListFacts, TrustService, TrustStore};
use crate::words::{Words, clean};

/// The lists: number, date, age, next issue, where from, signature, services; those past their date are counted.
pub(super) fn status(setting: &Setting, words: &Words) -> Written {
    let (trust, at) = (setting.trust(), setting.at());
    let mut page = Page::new(words);
    page.heading("trust-status-heading");
    if let Some(places) = Places::of_system() {
        let held = places.lists().load();
        if held.lists().next().is_none() {
            page.line(2, &words.text("trust-status-nothing-kept"));
        } else {
            let path = clean(&places.lists().path().to_string_lossy());
            page.line(2, &words.text_with("trust-status-folder", &[("path", &path)]));
        }
    }
    let past = trust.lists.iter().filter(|list| list.is_past_next_update(at)).count();
    if past > 0 {
        page.line(2, &words.counted("trust-status-past", past));
    }
    for (index, list) in trust.lists.iter().enumerate() {
        page.gap();
        page.line(0, &words.list_line(list, at));
        page.line(2, &words.list_next(list, at));
        page.line(2, &words.list_origin(list.origin));
        page.line(2, &words.list_signature(&list.signature));
        let services = trust.services().filter(|service| service.list == index).count();
        page.line(2, &words.counted("trust-services", services));
    }
    passed(page)
}

/// Every service of the lists, or of those of some countries, with its status at the time asked for.
pub(super) fn list(setting: &Setting, countries: &[String], words: &Words) -> Written {
    let (trust, at) = (setting.trust(), setting.at());
    let mut page = Page::new(words);
    let is_here = |one: &str| trust.lists.iter().any(|list| list.territory == one.to_uppercase());
    if let Some(missing) = countries.iter().find(|one| !is_here(one)) {
        let error = words.text_with("trust-list-none-of", &[("country", &clean(&missing.to_uppercase()))]);
        return undone(complaint(words, &error, &words.text("trust-hint-none-of")));
    }
    let wanted =
        |list: &ListFacts| countries.is_empty() || countries.iter().any(|one| list.territory == one.to_uppercase());
    for (index, list) in trust.lists.iter().enumerate().filter(|(_, list)| wanted(list)) {
        page.gap();
        page.line(0, &words.list_line(list, at));
        let mut provider = "";
        for service in trust.services().filter(|service| service.list == index) {
            if service.provider != provider {
                provider = &service.provider;
                page.line(2, &clean(provider));
            }
            let (name, today) = (clean(&service.name), clean(service.service_type()));
            match service.status_at(at) {
                None => page.line(4, &words.text_with("trust-service-not-yet", &[("type", &today), ("name", &name)])),
                Some(period) => {
                    let (status, since) = (words.service_status(&period.status.0), words.date(period.since));
                    let kind = clean(&period.service_type);
                    let values = [("status", status.as_str()), ("since", &since), ("type", &kind), ("name", &name)];
                    page.line(4, &words.text_with("trust-service-line", &values));
                }
            }
            service.certificates.iter().for_each(|listed| page.line(6, &listed.sha256.to_string()));
        }
    }
    passed(page)
}

/// The services that list a certificate or key with this SHA-256.
pub(super) fn show(setting: &Setting, digest: Sha256, words: &Words) -> Written {
    let trust = setting.trust();
    let mut page = Page::new(words);
    let has = |service: &&TrustService| {
        service.certificates.iter().any(|listed| listed.sha256 == digest || listed.spki_sha256 == digest)
    };
    let mut found = false;
    for service in trust.services().filter(has) {
        found = true;
        page.gap();
        one(&mut page, service, trust, setting.at());
    }
    if found {
        return passed(page);
    }
    page.line(0, &words.text("trust-service-none"));
    Written { exit: Exit::Open, ..passed(page) }
}

fn one(page: &mut Page<'_>, service: &TrustService, trust: &TrustStore, at: crate::Timestamp) {
    let words = page.words();
    page.line(0, &clean(&service.name));
    let registrations = service.registrations.iter().map(|one| clean(one));
    let provider: Vec<_> = std::iter::once(clean(&service.provider)).chain(registrations).collect();
    page.field(2, "trust-service-provider", &provider.join(", "));
    if let Some(list) = trust.list_of(service) {
        page.field(2, "trust-service-list", &words.list_line(list, at));
    }
    page.line(2, &words.text("trust-service-history"));
    for period in &service.periods {
        let (status, since) = (words.service_status(&period.status.0), words.date(period.since));
        let kind = clean(&period.service_type);
        let values = [("status", status.as_str()), ("since", &since), ("type", &kind)];
        page.line(4, &words.text_with("trust-service-period", &values));
        let extensions = &period.extensions;
        let joined =
            |words: &mut dyn Iterator<Item = &String>| words.map(|one| clean(one)).collect::<Vec<_>>().join(", ");
        if !extensions.purposes.is_empty() {
            page.field(6, "trust-service-purposes", &joined(&mut extensions.purposes.iter()));
        }
        let mut qualifiers = extensions.qualifications.iter().flat_map(|one| &one.qualifiers).peekable();
        if qualifiers.peek().is_some() {
            page.field(6, "trust-service-qualifiers", &joined(&mut qualifiers));
        }
        if let Some(provider) = &extensions.taken_over_by {
            page.field(6, "trust-service-taken-over", &clean(provider));
        }
        if let Some(since) = extensions.expired_certificates_since {
            page.field(6, "trust-service-revocation", &words.date(since));
        }
    }
    for listed in &service.certificates {
        page.field(2, "trust-service-subject", &clean(&listed.subject));
        page.line(4, &format!("SHA-256 {}", listed.sha256));
        let at_hand = if listed.der.is_some() { "trust-service-at-hand" } else { "trust-service-not-at-hand" };
        page.line(4, &words.text(at_hand));
    }
}

fn passed(page: Page<'_>) -> Written {
    Written { out: page.finish(), err: String::new(), exit: Exit::Passed }
}
