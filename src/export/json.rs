//! JSON: the report as its schema has it (`docs/report-schema.md`).

pub mod dossier;
pub mod earlier;

use serde::Serialize;

use super::{Codes, Secrets, deceives};
use crate::dossier::{Examined, Unexamined};
use crate::report::Report;
use crate::verify::FactsFault;

/// One input of a run that gave no report.
#[derive(Serialize)]
struct Failed<'a> {
    path: &'a str,
    error: Problem,
}

/// Why there is no report.
#[derive(Serialize)]
struct Problem {
    code: &'static str,
    detail: String,
}

/// One report as a JSON object.
///
/// # Errors
/// None in practice: every part of a report has a JSON form.
pub fn report(report: &Report, codes: Codes) -> Result<String, serde_json::Error> {
    // The finished text is masked: its quotation and escapes never touch a digit, so no value can slip through.
    Ok(harmless(&Secrets::of(report, codes).mask(&serde_json::to_string_pretty(report)?)))
}

/// A run as a JSON array: one object an input, in their order, with `path` and either `report` or `error`.
///
/// # Errors
/// As [`report`].
pub fn run(examined: &[Examined], codes: Codes) -> Result<String, serde_json::Error> {
    let mut entries = Vec::with_capacity(examined.len());
    for one in examined {
        entries.push(entry(one, codes)?);
    }
    Ok(if entries.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", entries.join(",\n")) })
}

fn entry(examined: &Examined, codes: Codes) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Done<'a> {
        path: &'a str,
        report: &'a Report,
    }
    let path = &*examined.path.to_string_lossy();
    match &examined.result {
        Ok(report) => {
            let text = serde_json::to_string_pretty(&Done { path, report })?;
            Ok(harmless(&Secrets::of(report, codes).mask(&text)))
        }
        Err(reason) => {
            let error = Problem { code: error_code(reason), detail: reason.to_string() };
            let text = serde_json::to_string_pretty(&Failed { path, error })?;
            Ok(harmless(&Secrets::none(codes).mask(&text)))
        }
    }
}

/// Characters that control or deceive a terminal, as JSON escapes: the value stays the same, and printing it is safe.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        let plain = character.is_ascii() && character != '\u{7f}';
        if plain || !deceives(character) {
            out.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

/// Why nothing can be said about an input, as a code.
pub(super) fn error_code(reason: &Unexamined) -> &'static str {
    match reason {
        Unexamined::NotFound => "not-found",
        Unexamined::Denied => "denied",
        Unexamined::Folder => "folder",
        Unexamined::NotAFile => "not-a-file",
        Unexamined::EmptyFolder => "empty-folder",
        Unexamined::EmptyArchive => "empty-archive",
        Unexamined::NestedArchive => "nested-archive",
        Unexamined::Archive(_) => "archive",
        Unexamined::TooManyFiles => "too-many-files",
        Unexamined::Read { .. } => "read",
        Unexamined::Limit { .. } => "limit",
        Unexamined::Facts(FactsFault::Version { .. }) => "facts-version",
        Unexamined::Facts(FactsFault::TooLarge) => "limit",
        Unexamined::Facts(_) => "facts",
        Unexamined::Internal => "internal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_keep_the_value() {
        let value = "ā\u{202e}b\u{9b}2J\u{e0041}\u{7f}\n🙂";
        let json = harmless(&serde_json::to_string(value).unwrap());
        assert!(!json.contains(['\u{202e}', '\u{9b}', '\u{e0041}', '\u{7f}']), "{json}");
        assert!(json.contains('ā') && json.contains('🙂'), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), value);
    }
}
