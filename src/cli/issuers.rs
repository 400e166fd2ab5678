//! `edoc issuers`: whose exam certificates count.

use clap::Subcommand;

use super::Exit;
use super::complaint::{about_path, complaint, setting as setting_complaint};
use super::run::{Written, undone};
use crate::Timestamp;
use crate::dossier::Places;
use crate::exam::{IssuerOrigin, RecognisedIssuer, shipped_issuers};
use crate::words::{Words, clean};

/// What to do with recognised issuers.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub(super) enum IssuersAction {
    /// Show them.
    List,
    /// Recognise another one.
    Add {
        #[arg(value_name = "SHORT")]
        short: String,
        #[arg(long, value_name = "NAME")]
        name: Vec<String>,
        #[arg(long, value_name = "NTRLV-…")]
        identifier: Option<String>,
        #[arg(long, value_name = "LV", default_value = "LV")]
        country: String,
        #[arg(long, value_name = "TIME")]
        from: Option<Timestamp>,
        #[arg(long, value_name = "TIME")]
        until: Option<Timestamp>,
    },
    /// Recognise one no more.
    Remove {
        #[arg(value_name = "SHORT")]
        short: String,
    },
}

/// Runs one of them.
pub(super) fn run_action(action: &IssuersAction, words: &Words) -> Written {
    let Some(places) = Places::of_system() else {
        return undone(complaint(words, &words.text("trust-no-folder"), &words.text("trust-hint-no-folder")));
    };
    let path = places.issuers_file();
    let own = match places.issuers() {
        Ok(own) => own,
        Err(error) => return undone(setting_complaint(words, &path, &error)),
    };
    let changed = match action {
        IssuersAction::List => return passed(all(&own, words)),
        IssuersAction::Add { short, name, identifier, country, from, until } => {
            let issuer = RecognisedIssuer {
                short_name: short.trim().to_owned(),
                organisation_names: name.clone(),
                country: country.trim().to_uppercase(),
                identifier: identifier.clone().filter(|identifier| !identifier.trim().is_empty()),
                from: *from,
                until: *until,
            };
            add(issuer, own, words)
        }
        IssuersAction::Remove { short } => remove(short.trim(), own, words),
    };
    let (issuers, line) = match changed {
        Ok(changed) => changed,
        Err(err) => return undone(err),
    };
    match places.keep_issuers(&issuers) {
        Ok(()) => passed(format!("{line}\n")),
        Err(error) => {
            let detail = error.to_string();
            undone(about_path(words, "cli-error-write", "cli-hint-denied", &path, &detail))
        }
    }
}

type Changed = (Vec<RecognisedIssuer>, String);

fn add(issuer: RecognisedIssuer, mut own: Vec<RecognisedIssuer>, words: &Words) -> Result<Changed, String> {
    let refused = |error: String, hint: &str| Err(complaint(words, &error, &words.text(hint)));
    let short = clean(&issuer.short_name);
    if issuer.identifier.is_none() && issuer.organisation_names.iter().all(|name| name.trim().is_empty()) {
        return refused(words.text("trust-issuers-nameless"), "trust-hint-issuers-nameless");
    }
    if issuer.country.len() != 2 || !issuer.country.chars().all(|letter| letter.is_ascii_uppercase()) {
        let error = words.text_with("trust-issuers-country", &[("country", &clean(&issuer.country))]);
        return refused(error, "trust-hint-issuers-country");
    }
    let known = |other: &RecognisedIssuer| other.short_name == issuer.short_name;
    if own.iter().any(known) || shipped_issuers().iter().any(known) {
        return refused(words.text_with("trust-issuers-known", &[("short", &short)]), "trust-hint-issuers-known");
    }
    let line = words.text_with("trust-issuers-added", &[("issuer", &words.issuer_line(&issuer, IssuerOrigin::Added))]);
    own.push(issuer);
    Ok((own, line))
}

fn remove(short: &str, own: Vec<RecognisedIssuer>, words: &Words) -> Result<Changed, String> {
    let (removed, left): (Vec<_>, Vec<_>) = own.into_iter().partition(|issuer| issuer.short_name == short);
    match removed.first() {
        Some(issuer) => {
            let line = words
                .text_with("trust-issuers-removed", &[("issuer", &words.issuer_line(issuer, IssuerOrigin::Added))]);
            Ok((left, line))
        }
        None => {
            let error = words.text_with("trust-issuers-unknown", &[("short", &clean(short))]);
            Err(complaint(words, &error, &words.text("trust-hint-issuers-unknown")))
        }
    }
}

fn all(own: &[RecognisedIssuer], words: &Words) -> String {
    let shipped = shipped_issuers();
    let lines = shipped.iter().map(|issuer| words.issuer_line(issuer, IssuerOrigin::Shipped));
    let lines = lines.chain(own.iter().map(|issuer| words.issuer_line(issuer, IssuerOrigin::Added)));
    let heading = words.text("trust-issuers-heading");
    lines.fold(format!("{heading}\n"), |text, line| format!("{text}  {line}\n"))
}

fn passed(out: String) -> Written {
    Written { out, err: String::new(), exit: Exit::Passed }
}
