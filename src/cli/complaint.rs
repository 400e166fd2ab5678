//! Errors as two lines: what is wrong, and what to do.

use std::path::Path;

use crate::dossier::{SettingError, Unexamined};
use crate::validation::Cause;
use crate::verify::FactsFault;
use crate::words::{Words, clean};

/// `error: …` and `hint: …`.
pub(super) fn complaint(words: &Words, error: &str, hint: &str) -> String {
    let line = |label: &str, text: &str| {
        let label = words.text(label);
        words.text_with("report-label", &[("label", &label), ("value", text)])
    };
    format!("{}\n{}\n", line("cli-error", error), line("cli-hint", hint))
}

/// `warning: …`.
pub(super) fn warning(words: &Words, text: &str) -> String {
    let label = words.text("cli-warning");
    format!("{}\n", words.text_with("report-label", &[("label", &label), ("value", text)]))
}

/// Why nothing can be said about an input.
pub(super) fn unexamined(words: &Words, path: &Path, reason: &Unexamined) -> String {
    let (error, hint, detail) = match reason {
        Unexamined::NotFound => ("cli-error-not-found", "cli-hint-not-found", ""),
        Unexamined::Denied => ("cli-error-denied", "cli-hint-denied", ""),
        Unexamined::Folder => ("cli-error-folder", "cli-hint-folder", ""),
        Unexamined::NotAFile => ("cli-error-not-a-file", "cli-hint-not-a-file", ""),
        Unexamined::EmptyFolder => ("cli-error-empty-folder", "cli-hint-empty-folder", ""),
        Unexamined::EmptyArchive => ("cli-error-empty-archive", "cli-hint-empty-folder", ""),
        Unexamined::NestedArchive => ("cli-error-nested-archive", "cli-hint-nested-archive", ""),
        Unexamined::Archive(fault) => {
            let said = words.cause(&Cause::ArchiveRefused { reason: fault.clone() });
            return about_path(words, "cli-error-archive", "cli-hint-archive", path, &said.reason);
        }
        Unexamined::TooManyFiles => ("cli-error-too-many", "cli-hint-too-many", ""),
        Unexamined::Read { detail } => ("cli-error-read", "cli-hint-read", detail.as_str()),
        // Which limit stands in the JSON; here it would be a figure without a use.
        Unexamined::Limit { .. } => ("cli-error-limit", "cli-hint-limit", ""),
        Unexamined::Facts(fault) => return saved_facts(words, path, fault),
        Unexamined::Internal => ("cli-error-internal", "cli-hint-internal", ""),
    };
    about_path(words, error, hint, path, detail)
}

/// Why saved facts cannot be judged.
pub(super) fn saved_facts(words: &Words, path: &Path, fault: &FactsFault) -> String {
    let (error, hint, detail) = match fault {
        FactsFault::NotFacts { detail } => ("cli-error-facts", "cli-hint-facts", detail.clone()),
        FactsFault::Altered => ("cli-error-facts-altered", "cli-hint-facts", String::new()),
        FactsFault::Contradiction { .. } => ("cli-error-facts-contradiction", "cli-hint-facts", String::new()),
        FactsFault::Version { found } => ("cli-error-facts-version", "cli-hint-facts-version", found.to_string()),
        FactsFault::TooLarge => ("cli-error-limit", "cli-hint-limit", String::new()),
    };
    about_path(words, error, hint, path, &detail)
}

/// Why a file of the setting cannot be used.
pub(super) fn setting(words: &Words, path: &Path, error: &SettingError) -> String {
    match error {
        SettingError::Unreadable(reason) => unexamined(words, path, reason),
        SettingError::TrustedList { detail } => about_path(words, "cli-error-trust", "cli-hint-trust", path, detail),
        SettingError::Issuers { detail } => about_path(words, "cli-error-issuers", "cli-hint-issuers", path, detail),
        SettingError::Policy { detail } => about_path(words, "cli-error-policy", "cli-hint-policy", path, detail),
        SettingError::PolicyUnknown { .. } => {
            about_path(words, "cli-error-policy-unknown", "cli-hint-policy-unknown", path, "")
        }
        SettingError::PolicyFile { detail } => {
            about_path(words, "cli-error-policy-file", "cli-hint-policy-file", path, detail)
        }
        SettingError::PolicyName { id } => about_path(words, "cli-error-policy-name", "cli-hint-policy-name", path, id),
    }
}

/// A complaint about a path.
pub(super) fn about_path(words: &Words, error: &str, hint: &str, path: &Path, detail: &str) -> String {
    let path = clean(&path.to_string_lossy());
    // Parsers may answer in several lines.
    let detail: Vec<_> = detail.split_whitespace().map(clean).collect();
    let (detail, path) = (detail.join(" "), path.as_str());
    let values = [("path", path), ("detail", &detail)];
    complaint(words, &words.text_with(error, &values), &words.text(hint))
}
