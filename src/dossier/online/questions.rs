//! What would be asked where, to be said before anything is. More may follow from the answers; each address is told afterwards.

use std::path::Path;

use super::super::{Setting, Unexamined, guarded, judge_with_kept, open_source};
use super::{answers, issuers};
use crate::crypto::Sha256;
use crate::evidence::OpenEnd;
use crate::limits;
use crate::report::Asked;
use crate::trust::TrustStore;
use crate::verify::{Input, Unanswered};

/// An address that would be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What for.
    pub asked: Asked,
    /// The address, as the certificate has it that names it.
    pub url: String,
}

/// What would be asked about one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// Digest of the file that they are about, where it was read to its end.
    pub sha256: Option<Sha256>,
    /// Whether the file lacks anything that could be asked for.
    pub lack: Lack,
    /// The addresses.
    pub addresses: Vec<Question>,
}

/// Whether a file lacks anything that a network could bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lack {
    /// Something else decides about it: an algorithm that has ended, a time that nothing proves.
    #[default]
    Nothing,
    /// An issuer, or an answer about revocation, whether anybody is named to be asked for it or not.
    Something,
}

/// Every address that may be asked about one file by what it says itself. None of them is, whatever `setting` permits.
///
/// # Errors
/// [`Unexamined`] where the file cannot be read.
pub fn questions(path: &Path, setting: &Setting) -> Result<Questions, Unexamined> {
    guarded(|| {
        let source = open_source(path)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let input = Input { name: &name, source: &source };
        let (judgement, _) = judge_with_kept(&input, &setting.circumstances(), setting)?;
        let above = judgement.open_ends.iter().flat_map(|end| above(end, setting.trust()));
        let mut addresses: Vec<Question> = Vec::new();
        for question in above.chain(judgement.unanswered.iter().flat_map(about)) {
            if !addresses.contains(&question) {
                addresses.push(question);
            }
        }
        let lacks_nothing = judgement.open_ends.is_empty() && judgement.unanswered.is_empty();
        let lack = if lacks_nothing { Lack::Nothing } else { Lack::Something };
        Ok(Questions { sha256: judgement.report.file.sha256, lack, addresses })
    })
}

/// Where the issuer above the end of a path may be had: for one end, as many as may be asked for a whole file.
fn above(end: &OpenEnd, trust: &TrustStore) -> Vec<Question> {
    let path = issuers::best(end, &[], trust);
    let Some(last) = issuers::open(&path) else { return Vec::new() };
    let asked = Asked::Issuer { issuer: last.issuer.display_name() };
    let question = |url: &String| Question { asked: asked.clone(), url: url.clone() };
    issuers::addresses(last).take(limits::ISSUER_ADDRESSES).map(question).collect()
}

/// Where it may be asked whether a certificate was revoked: for one certificate, as many as may be asked for a whole file. Which of
/// several are asked about depends on the answers.
fn about(one: &Unanswered) -> impl Iterator<Item = Question> {
    let ways = answers::ways(one).take(limits::REVOCATION_ADDRESSES);
    ways.map(|way| Question { asked: way.asked, url: way.url.to_owned() })
}
