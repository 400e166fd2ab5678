//! `edoc trust update`: says what is asked where, then asks.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::AtomicBool;

use crate::Timestamp;
use crate::cli::Exit;
use crate::cli::args::Request;
use crate::cli::run::Written;
use crate::dossier::Places;
use crate::fetch::{Client, Patience};
use crate::trust::{Pins, Progress, Update, UpdateReport, update};
use crate::words::{Words, clean};

/// Fetches lists into the reader's folder.
pub(super) fn update_lists(
    places: &Places,
    pins: &Pins,
    country: &[String],
    request: &Request,
    words: &Words,
) -> Written {
    say(&words.text_with("trust-update-asking", &[("url", &clean(&pins.lotl))]));
    let countries: Vec<String> = country.iter().map(|one| one.trim().to_uppercase()).collect();
    let report = update(
        &Update {
            client: &Client::new(Patience::default()),
            pins,
            folder: &places.lists(),
            countries: &countries,
            at: request.at.unwrap_or_else(Timestamp::now),
            stop: &AtomicBool::new(false),
        },
        &|progress| show(&progress, words),
    );
    written(&report, words)
}

/// On a terminal only: a log is for results.
fn say(line: &str) {
    if io::stderr().is_terminal() {
        // Nobody is left to be told where standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{line}");
    }
}

fn show(progress: &Progress, words: &Words) {
    let (done, total) = (progress.done.to_string(), progress.total.to_string());
    let territory = clean(&progress.territory);
    let values = [("done", done.as_str()), ("total", &total), ("territory", &territory)];
    if io::stderr().is_terminal() {
        let end = if progress.done == progress.total { "\n" } else { "" };
        let _ = write!(io::stderr().lock(), "\r{}          {end}", words.text_with("trust-update-progress", &values));
    }
}

fn written(report: &UpdateReport, words: &Words) -> Written {
    let mut out = String::new();
    for list in &report.lists {
        let line = words.list_outcome(list);
        out.push_str(&words.text_with("report-label", &[("label", &clean(&list.territory)), ("value", &line)]));
        out.push('\n');
    }
    let failed = report.lists.iter().filter(|list| list.result.is_err()).count();
    out.push_str(&format!("{}\n", words.update_summary(report)));
    let exit = match failed {
        0 => Exit::Passed,
        // The list of lists stands first: without it nothing is certain of the others.
        _ if failed == report.lists.len() || report.lists.first().is_some_and(|lotl| lotl.result.is_err()) => {
            Exit::Undone
        }
        _ => Exit::Open,
    };
    Written { out, err: String::new(), exit }
}
