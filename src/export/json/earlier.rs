//! Reports that were written earlier, read back: what they said of which file, and what they judged with.

use serde::Deserialize;

use super::super::table::{Checked, ListDate};
use crate::Timestamp;
use crate::crypto::Sha256;
use crate::report::{Authenticity, ReportSource, Tool};

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
    pub checked: Option<Checked>,
}

/// This is no report that `edoc verify --json` or `edoc dossier` wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a report: {detail}")]
pub struct NotAReport {
    /// What is wrong.
    pub detail: String,
}

/// Any of the forms: an array of reports, a dossier, or lines of one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    Run(Vec<Verified>),
    Dossier(Dossier),
}

#[derive(Deserialize)]
struct Verified {
    path: String,
    report: Option<Report>,
}

#[derive(Deserialize)]
struct Report {
    #[serde(default)]
    source: ReportSource,
    file: File,
    authenticity: Authenticity,
    lists: Vec<ListDate>,
    tool: Tool,
    checked_at: Timestamp,
}

#[derive(Deserialize)]
struct File {
    sha256: Option<Sha256>,
}

#[derive(Deserialize)]
struct Dossier {
    dossier: u32,
    checked: Vec<Checked>,
    files: Vec<Entry<Option<usize>>>,
}

#[derive(Deserialize)]
struct Entry<C> {
    path: String,
    sha256: Option<Sha256>,
    authenticity: Option<Authenticity>,
    checked: C,
}

#[derive(Deserialize)]
struct Line {
    dossier: u32,
    line: String,
}

/// Reads what `edoc verify --json`, or `edoc dossier` as JSON or as lines of it, wrote.
///
/// # Errors
/// [`NotAReport`].
pub fn read(text: &str) -> Result<Vec<Earlier>, NotAReport> {
    let first = text.lines().next().unwrap_or_default();
    if let Ok(line) = serde_json::from_str::<Line>(first) {
        known(line.dossier)?;
        return lines(text);
    }
    match serde_json::from_str(text).map_err(|error| refused(&error))? {
        Document::Run(files) => Ok(files.into_iter().map(Earlier::from).collect()),
        Document::Dossier(dossier) => {
            known(dossier.dossier)?;
            let checked = |at: Option<usize>| at.and_then(|at| dossier.checked.get(at)).cloned();
            Ok(dossier
                .files
                .into_iter()
                .map(|entry| {
                    let own = checked(entry.checked);
                    Earlier { path: entry.path, sha256: entry.sha256, word: entry.authenticity, checked: own }
                })
                .collect())
        }
    }
}

fn lines(text: &str) -> Result<Vec<Earlier>, NotAReport> {
    let mut files = Vec::new();
    for line in text.lines() {
        let begins: Line = serde_json::from_str(line).map_err(|error| refused(&error))?;
        if begins.line == "file" {
            let entry: Entry<Option<Checked>> = serde_json::from_str(line).map_err(|error| refused(&error))?;
            let Entry { path, sha256, authenticity, checked } = entry;
            files.push(Earlier { path, sha256, word: authenticity, checked });
        }
    }
    Ok(files)
}

/// A later schema may mean something else by the same names.
fn known(version: u32) -> Result<(), NotAReport> {
    if version == super::dossier::VERSION { Ok(()) } else { Err(NotAReport { detail: format!("version {version}") }) }
}

fn refused(error: &serde_json::Error) -> NotAReport {
    NotAReport { detail: error.to_string() }
}

impl From<Verified> for Earlier {
    fn from(verified: Verified) -> Self {
        let Some(report) = verified.report else {
            return Self { path: verified.path, sha256: None, word: None, checked: None };
        };
        let tool = report.tool;
        // Of saved facts nothing was proven, and the digest is whatever they say.
        let proven = report.source == ReportSource::File;
        Self {
            path: verified.path,
            sha256: report.file.sha256.filter(|_| proven),
            word: Some(report.authenticity).filter(|_| proven),
            checked: Some(Checked {
                program: tool.name,
                version: tool.version,
                policy: tool.policy,
                policy_version: tool.policy_version,
                policy_sha256: tool.policy_sha256,
                lists: report.lists,
                at: report.checked_at,
            }),
        }
    }
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
    fn a_file_without_a_report_is_known_by_its_path_alone() {
        let read = read("[{\"path\":\"a\",\"error\":{\"code\":\"not-found\",\"detail\":\"\"}}]").unwrap();
        assert_eq!(read, [Earlier { path: "a".to_owned(), sha256: None, word: None, checked: None }]);
    }
}
