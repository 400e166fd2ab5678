//! Reports that were written earlier, read back: what they said of which file, and what they judged with.

mod bounded;
mod compared;
mod forms;

use std::sync::Arc;

use super::super::table::{CertificateFacts, Checked};
use crate::crypto::Sha256;
use crate::limits;
use crate::report::Authenticity;
use bounded::{Bounded, Rows as _};
use forms::{Dossier, Entry, Line, Verified};

pub use compared::Difference;

/// What an earlier report says of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// Its path then, as it stands in the report: a personal code in it may be masked.
    pub path: String,
    /// Its digest then; `None` where it was not read to its end.
    pub sha256: Option<Sha256>,
    /// The word on it then; `None` where it was not examined, or only saved facts about it were.
    pub word: Option<Authenticity>,
    /// What it was judged with.
    pub checked: Option<Arc<Checked>>,
    /// What it then said of the certificates; `None` in a form where that is not compared.
    pub certificates: Option<Vec<CertificateFacts>>,
}

/// This is no report that `edoc verify --json` or `edoc dossier` wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a report: {detail}")]
pub struct NotAReport {
    /// What is wrong.
    pub detail: String,
}

/// Reads what `edoc verify --json`, or `edoc dossier` as JSON or as lines of it, wrote.
///
/// Its beginning says which form it is: trying one form after another would hold all of a hostile report as values.
///
/// # Errors
/// [`NotAReport`].
pub fn read(text: &str) -> Result<Vec<Earlier>, NotAReport> {
    let text = text.trim_start();
    if text.starts_with('[') {
        let Bounded(files) = parsed::<Bounded<Verified>>(text)?;
        return Ok(files.into_iter().map(Earlier::from).collect());
    }
    let first = text.lines().next().unwrap_or_default();
    if serde_json::from_str::<Line>(first).is_ok() { lines(text) } else { dossier(parsed(text)?) }
}

fn dossier(dossier: Dossier) -> Result<Vec<Earlier>, NotAReport> {
    known(dossier.dossier)?;
    // Held once: many files name one.
    let checked = dossier.checked.into_iter().map(of_few_lists).collect::<Result<Vec<_>, _>>()?;
    let own = |at: Option<usize>| at.and_then(|at| checked.get(at)).cloned();
    let Bounded(files) = dossier.files;
    Ok(files.into_iter().map(|entry| entry.with_checked(own)).collect())
}

fn lines(text: &str) -> Result<Vec<Earlier>, NotAReport> {
    let (mut files, mut rows) = (Vec::new(), 0_usize);
    for line in text.lines() {
        let begins: Line = parsed(line)?;
        known(begins.dossier)?;
        if begins.line == "file" {
            let mut entry: Entry<Option<Checked>> = parsed(line)?;
            rows = rows.saturating_add(entry.rows());
            if rows > limits::FOLDER_FILES {
                return Err(NotAReport { detail: format!("more than {} rows", limits::FOLDER_FILES) });
            }
            let checked = entry.checked.take().map(of_few_lists).transpose()?;
            files.push(entry.with_checked(|_| checked));
        }
    }
    Ok(files)
}

fn parsed<'t, T: serde::Deserialize<'t>>(text: &'t str) -> Result<T, NotAReport> {
    serde_json::from_str(text).map_err(|error| NotAReport { detail: error.to_string() })
}

/// No more lists than there can be: they are compared for every file.
fn of_few_lists(checked: Checked) -> Result<Arc<Checked>, NotAReport> {
    if checked.lists.len() > limits::LISTS {
        return Err(NotAReport { detail: format!("more than {} lists", limits::LISTS) });
    }
    Ok(Arc::new(checked))
}

/// A later schema may mean something else by the same names.
fn known(version: u32) -> Result<(), NotAReport> {
    if version == super::dossier::VERSION { Ok(()) } else { Err(NotAReport { detail: format!("version {version}") }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_documents_are_refused() {
        for text in
            ["", "{}", "[1]", "null", "{\"dossier\":2,\"checked\":[],\"files\":[]}", "{\"dossier\":2,\"line\":\"end\"}"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert_eq!(read("[]"), Ok(Vec::new()));
        assert_eq!(read("{\"dossier\":1,\"line\":\"end\"}"), Ok(Vec::new()));
        assert_eq!(read("{\"dossier\":1,\"checked\":[],\"files\":[]}"), Ok(Vec::new()));
    }

    #[test]
    fn what_does_not_fit_is_refused_where_it_stands() {
        // The rest of a hostile report is never read, let alone held.
        let rest = "[1,".repeat(90);
        for (text, at) in [
            (format!("[1,{rest}"), "column 2"),
            (format!("[{{\"path\":{rest}"), "column 9"),
            (format!("[{{\"path\":\"\",\"report\":{{\"authenticity\":{{\"detail\":{rest}"), "column 47"),
            (format!("{{\"dossier\":1,\"checked\":[],\"files\":[{rest}"), "column 37"),
        ] {
            let refused = read(&text).unwrap_err();
            assert!(refused.detail.ends_with(at), "{text}: {refused}");
        }
        let whole =
            "[{\"path\":\"\",\"report\":{\"authenticity\":{\"detail\":\"HASH_FAILURE\",\"verdict\":\"refuted\"}}}]";
        let missing = read(whole).unwrap_err();
        assert!(missing.detail.starts_with("missing field `file`"), "{missing}");
    }

    #[test]
    fn more_files_than_a_run_judges_are_refused() {
        let run = |count: usize| format!("[{}{{\"path\":\"\"}}]", "{\"path\":\"\"},".repeat(count - 1));
        assert_eq!(read(&run(3)).map(|files| files.len()), Ok(3));
        assert!(read(&run(limits::FOLDER_FILES + 1)).is_err());
    }

    #[test]
    fn rows_are_counted_over_all_files() {
        let file = |count: usize| {
            let rows = vec!["{\"standing\":\"withheld\",\"parts\":[]}"; count].join(",");
            format!("{{\"dossier\":1,\"line\":\"file\",\"path\":\"\",\"checked\":null,\"certificates\":[{rows}]}}\n")
        };
        let half = limits::FOLDER_FILES / 2;
        let certificates = |text: &str| read(text).map(|files| files[0].certificates.as_ref().map(Vec::len));
        assert_eq!(certificates(&file(2)), Ok(Some(2)));
        assert!(read(&file(half)).is_ok() && read(&[file(half), file(half + 1)].concat()).is_err());
    }

    #[test]
    fn more_lists_than_there_can_be_are_refused() {
        let list = "{\"territory\":\"LV\",\"sequence\":1,\"issued\":\"2026-01-01T00:00:00Z\"}";
        let report = |count: usize| {
            let (lists, digest) = (vec![list; count].join(","), "0".repeat(64));
            let rules =
                format!("\"policy\":\"p\",\"policy_version\":1,\"policy_sha256\":\"{digest}\",\"lists\":[{lists}]");
            let checked = format!("{{\"program\":\"a\",\"version\":\"1\",{rules},\"at\":\"2026-01-01T00:00:00Z\"}}");
            format!("{{\"dossier\":1,\"checked\":[{checked}],\"files\":[]}}")
        };
        assert_eq!(read(&report(limits::LISTS)), Ok(Vec::new()));
        assert!(read(&report(limits::LISTS + 1)).is_err());
    }

    #[test]
    fn every_line_has_a_version() {
        let lines = |version| {
            let file = "\"line\":\"file\",\"path\":\"a\",\"checked\":null,\"certificates\":[]";
            format!("{{\"dossier\":1,{file}}}\n{{\"dossier\":{version},{file}}}\n")
        };
        assert_eq!(read(&lines(1)).map(|files| files.len()), Ok(2));
        assert_eq!(read(&lines(2)), Err(NotAReport { detail: "version 2".to_owned() }));
    }

    #[test]
    fn a_file_without_a_report_is_known_by_its_path_alone() {
        let read = read("[{\"path\":\"a\",\"error\":{\"code\":\"not-found\",\"detail\":\"\"}}]").unwrap();
        assert_eq!(
            read,
            [Earlier { path: "a".to_owned(), sha256: None, word: None, checked: None, certificates: None }]
        );
    }
}
