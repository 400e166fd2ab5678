//! What would be asked where, to be said before anything is. More may follow from the answers; each address is told afterwards.

use std::path::Path;

use super::super::{Setting, Unexamined, guarded, judge_with_kept, open_source};
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

/// The addresses that would be asked about one file. None of them is, whatever `setting` permits.
///
/// # Errors
/// [`Unexamined`] where the file cannot be read.
pub fn questions(path: &Path, setting: &Setting) -> Result<Vec<Question>, Unexamined> {
    guarded(|| {
        let source = open_source(path)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let input = Input { name: &name, source: &source };
        let (judgement, _) = judge_with_kept(&input, &setting.circumstances(), setting)?;
        let issuers = judgement.open_ends.iter().flat_map(|end| above(end, setting.trust()));
        let mut found = Vec::new();
        for question in issuers.chain(judgement.unanswered.iter().flat_map(about)) {
            let room = found.len() < limits::ISSUER_ADDRESSES.saturating_add(limits::REVOCATION_ADDRESSES);
            if room && question.url.len() <= limits::ADDRESS_BYTES && !found.contains(&question) {
                found.push(question);
            }
        }
        Ok(found)
    })
}

/// Where the issuer above the end of a path may be had.
fn above(end: &OpenEnd, trust: &TrustStore) -> Vec<Question> {
    let paths = end.paths(&[], trust);
    let last = paths.first().filter(|path| !path.anchored).and_then(|path| path.certificates.last());
    let Some(last) = last.filter(|last| !last.is_self_issued()) else { return Vec::new() };
    let asked = Asked::Issuer { issuer: last.issuer.display_name() };
    let question = |url: &String| Question { asked: asked.clone(), url: url.clone() };
    last.extensions.ca_issuers.iter().map(question).collect()
}

/// Where it may be asked whether a certificate was revoked.
fn about(one: &Unanswered) -> Vec<Question> {
    let certificate = || one.certificate.subject.display_name();
    let extensions = &one.certificate.extensions;
    let ocsp = extensions.ocsp.iter().map(|url| (url, Asked::Ocsp { certificate: certificate() }));
    let lists = extensions.crl_distribution_points.iter().map(|url| (url, Asked::Crl { certificate: certificate() }));
    ocsp.chain(lists).map(|(url, asked)| Question { asked, url: url.clone() }).collect()
}
