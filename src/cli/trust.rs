//! `edoc trust`: which lists are here, what they say, and fetching newer ones.

mod listing;
#[cfg(feature = "online")]
mod update;

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::args::Request;
use super::complaint::{about_path, complaint, setting as setting_complaint};
use super::run::{Written, undone};
use super::{Exit, run};
use crate::dossier::{Places, Setting};
use crate::limits;
use crate::trust::{FolderFault, ListFacts, Pins};
use crate::words::{Words, clean};

/// What to do with trusted lists.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub(super) enum TrustAction {
    /// Fetch newer lists.
    Update {
        #[arg(long, value_name = "LV,EE", value_delimiter = ',')]
        country: Vec<String>,
        #[arg(long, value_name = "URL")]
        lotl: Option<String>,
        #[arg(long, value_name = "FILE.toml")]
        pins: Option<PathBuf>,
    },
    /// Keep lists from files.
    Import {
        #[arg(required = true, value_name = "FILE.xml")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "FILE.toml")]
        pins: Option<PathBuf>,
    },
    /// Show services.
    List {
        #[arg(long, value_name = "LV,EE", value_delimiter = ',')]
        country: Vec<String>,
    },
    /// Show what is listed under a digest.
    Show {
        #[arg(value_name = "SHA256")]
        sha256: crate::crypto::Sha256,
    },
    /// Show the lists themselves and their age.
    Status,
}

/// Runs one of them.
pub(super) fn run_action(action: &TrustAction, request: &Request, words: &Words) -> Written {
    match action {
        TrustAction::Update { country, lotl, pins } => with_places(words, |places| {
            let pins = read_pins(pins.as_deref(), words)?;
            let pins = Pins { lotl: lotl.clone().unwrap_or_else(|| pins.lotl.clone()), ..pins };
            Ok(update_lists(places, &pins, country, request, words))
        }),
        TrustAction::Import { files, pins } => with_places(words, |places| {
            let pins = read_pins(pins.as_deref(), words)?;
            Ok(import(places, &pins, files, request, words))
        }),
        TrustAction::List { country } => with_setting(request, words, |setting| listing::list(setting, country, words)),
        TrustAction::Show { sha256 } => with_setting(request, words, |setting| listing::show(setting, *sha256, words)),
        TrustAction::Status => with_setting(request, words, |setting| listing::status(setting, words)),
    }
}

fn with_places(words: &Words, act: impl FnOnce(&Places) -> Result<Written, String>) -> Written {
    match Places::of_system() {
        Some(places) => act(&places).unwrap_or_else(undone),
        None => undone(complaint(words, &words.text("trust-no-folder"), &words.text("trust-hint-no-folder"))),
    }
}

fn with_setting(request: &Request, words: &Words, act: impl FnOnce(&Setting) -> Written) -> Written {
    match run::setting(request, words) {
        Ok((setting, warnings)) => {
            let written = act(&setting);
            Written { err: format!("{warnings}{}", written.err), ..written }
        }
        Err(err) => undone(err),
    }
}

/// The pins built into the program, or those of a file.
fn read_pins(path: Option<&Path>, words: &Words) -> Result<Pins, String> {
    let Some(path) = path else {
        return Pins::shipped()
            .map_err(|fault| about_path(words, "cli-error-pins", "cli-hint-pins", Path::new(""), &fault.detail));
    };
    let bytes = crate::dossier::read_file(path, limits::ISSUERS_FILE_BYTES)
        .map_err(|reason| super::complaint::unexamined(words, path, &reason))?;
    let text = String::from_utf8_lossy(&bytes);
    Pins::parse(&text, None).map_err(|fault| about_path(words, "cli-error-pins", "cli-hint-pins", path, &fault.detail))
}

#[cfg(feature = "online")]
use update::update_lists;

/// What a program without the feature `online` answers.
#[cfg(not(feature = "online"))]
fn update_lists(_places: &Places, _pins: &Pins, _country: &[String], _request: &Request, words: &Words) -> Written {
    undone(complaint(words, &words.text("trust-offline-build"), &words.text("trust-hint-offline-build")))
}

/// Keeps lists from files: a list of lists first, since it names who signs the others.
fn import(places: &Places, pins: &Pins, files: &[PathBuf], request: &Request, words: &Words) -> Written {
    let at = request.at.unwrap_or_else(crate::Timestamp::now);
    let (mut out, mut err) = (String::new(), String::new());
    let mut waiting: Vec<&PathBuf> = files.iter().collect();
    // Each round may bring the list of lists that the next one needs.
    loop {
        let (mut left, mut complaints, before) = (Vec::new(), String::new(), waiting.len());
        for path in waiting {
            match import_one(places, pins, path) {
                Ok((list, kept)) => {
                    let fresh = kept_in_words(kept, list.sequence, words);
                    let line = words.list_line(&list, at);
                    out.push_str(&words.text_with("trust-import-done", &[("list", &line), ("outcome", &fresh)]));
                    out.push('\n');
                }
                Err(fault) => {
                    complaints.push_str(&import_complaint(path, &fault, words));
                    left.push(path);
                }
            }
        }
        if left.is_empty() || left.len() == before {
            err.push_str(&complaints);
            break;
        }
        waiting = left;
    }
    let exit = if err.is_empty() { Exit::Passed } else { Exit::Undone };
    Written { out, err, exit }
}

enum ImportFault {
    File(crate::dossier::Unexamined),
    Folder(FolderFault),
}

fn import_one(places: &Places, pins: &Pins, path: &Path) -> Result<(ListFacts, crate::trust::Kept), ImportFault> {
    let bytes = crate::dossier::read_file(path, limits::TRUSTED_LIST_BYTES).map_err(ImportFault::File)?;
    places.lists().import(&bytes, pins).map_err(ImportFault::Folder)
}

fn import_complaint(path: &Path, fault: &ImportFault, words: &Words) -> String {
    let shown = clean(&path.to_string_lossy());
    let said = |reason: String| {
        let error = words.text_with("report-label", &[("label", &shown), ("value", &reason)]);
        complaint(words, &error, &words.text("cli-hint-import"))
    };
    match fault {
        ImportFault::File(reason) => super::complaint::unexamined(words, path, reason),
        ImportFault::Folder(FolderFault::NotAList(fault)) => {
            let error = crate::dossier::SettingError::TrustedList { detail: fault.detail.clone() };
            setting_complaint(words, path, &error)
        }
        ImportFault::Folder(FolderFault::NotVouchedFor { signature }) => said(words.list_signature(signature)),
        ImportFault::Folder(FolderFault::Older { held, offered }) => {
            let (held, offered) = (held.to_string(), offered.to_string());
            said(words.text_with("trust-fault-older", &[("held", &held), ("offered", &offered)]))
        }
        ImportFault::Folder(FolderFault::Io(error)) => {
            said(words.text_with("trust-fault-not-written", &[("detail", &clean(&error.to_string()))]))
        }
    }
}

fn kept_in_words(kept: crate::trust::Kept, sequence: u64, words: &Words) -> String {
    let sequence = sequence.to_string();
    match kept {
        crate::trust::Kept::New => words.text_with("trust-update-new", &[("sequence", &sequence)]),
        crate::trust::Kept::Same => words.text_with("trust-update-same", &[("sequence", &sequence)]),
        crate::trust::Kept::Replaced { from } => {
            words.text_with("trust-update-replaced", &[("from", &from.to_string()), ("to", &sequence)])
        }
    }
}
