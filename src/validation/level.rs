//! The level of a signature (EN 319 132-1, clause 6): what evidence it carries. Information, never validity.

use serde::{Deserialize, Serialize};

use super::process::links_of;
use super::{Conclusion, Indication};
use crate::evidence::{Evidence, RevocationFacts, RevocationSource, SignatureFacts, TimestampFacts};

/// Levels, as the standards name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EvidenceLevel {
    /// XAdES-BASELINE-B.
    #[serde(rename = "XAdES-BASELINE-B")]
    BaselineB,
    /// XAdES-BASELINE-T.
    #[serde(rename = "XAdES-BASELINE-T")]
    BaselineT,
    /// XAdES-BASELINE-LT.
    #[serde(rename = "XAdES-BASELINE-LT")]
    BaselineLt,
    /// XAdES-BASELINE-LTA.
    #[serde(rename = "XAdES-BASELINE-LTA")]
    BaselineLta,
    /// XAdES-BES, of EN 319 132-2: no baseline, no policy.
    #[serde(rename = "XAdES-BES")]
    Bes,
    /// XAdES-EPES: with an explicit policy.
    #[serde(rename = "XAdES-EPES")]
    Epes,
    /// XAdES-T.
    #[serde(rename = "XAdES-T")]
    T,
    /// XAdES-C: with references to certificates and revocation data.
    #[serde(rename = "XAdES-C")]
    C,
    /// XAdES-X: time-stamps over those.
    #[serde(rename = "XAdES-X")]
    X,
    /// XAdES-X-L: with the data themselves.
    #[serde(rename = "XAdES-XL")]
    Xl,
    /// XAdES-A.
    #[serde(rename = "XAdES-A")]
    A,
    /// XML signature without the properties of XAdES.
    #[serde(rename = "XML-NOT-ETSI")]
    NotEtsi,
}

/// The level of a signature that was judged. LT needs revocation data for every certificate below the listed ones, so the
/// level depends on the lists.
#[must_use]
pub fn evidence_level(signature: &SignatureFacts, conclusion: &Conclusion, evidence: &Evidence) -> EvidenceLevel {
    if !is_baseline_b(signature) {
        return extended(signature);
    }
    if !is_t(signature, evidence) {
        return EvidenceLevel::BaselineB;
    }
    if !is_lt(signature, conclusion, evidence) {
        return EvidenceLevel::BaselineT;
    }
    if signature.timestamps.iter().any(is_archive) { EvidenceLevel::BaselineLta } else { EvidenceLevel::BaselineLt }
}

fn is_baseline_b(signature: &SignatureFacts) -> bool {
    let form = &signature.form;
    form.one_signing_certificate_property
        && form.one_signing_time
        && form.signer_in_key_info
        && form.formats_complete
        && form.references_baseline
        && form.no_old_archive_timestamp
}

fn is_t(signature: &SignatureFacts, evidence: &Evidence) -> bool {
    let end = match &signature.signer {
        crate::evidence::SignerFacts::Found { certificate, .. } => evidence.certificate(*certificate),
        _ => None,
    };
    let mut stamps = signature.timestamps.iter().filter(|stamp| stamp.kind == "SignatureTimeStamp").peekable();
    let within = |stamp: &TimestampFacts| {
        stamp.tokens_in_property == 1
            && stamp.at.is_some_and(|at| end.is_some_and(|certificate| at < certificate.not_after))
    };
    stamps.peek().is_some() && stamps.all(within)
}

fn is_lt(signature: &SignatureFacts, conclusion: &Conclusion, evidence: &Evidence) -> bool {
    let form = &signature.form;
    let has = |name: &str| signature.properties.unsigned.iter().any(|known| known.starts_with(name));
    let references = ["CompleteCertificateRefs", "CompleteRevocationRefs", "SigAndRefsTimeStamp", "RefsOnlyTimeStamp"];
    let plain = form.certificate_values <= 1 && form.revocation_values <= 1 && !references.into_iter().any(has);
    let embedded =
        |sha256| signature.revocation.iter().any(|answer| answer.about == Some(sha256) && is_embedded(answer));
    let answered = |path: Option<(usize, usize)>, paths: &[crate::evidence::PathFacts]| {
        links_of(path, paths, evidence).is_some_and(|links| {
            links.iter().all(|certificate| {
                certificate.no_revocation_available || certificate.ocsp_no_check || embedded(certificate.sha256)
            })
        })
    };
    let last_archive = signature.timestamps.iter().rposition(is_archive);
    let stamps = signature.timestamps.iter().zip(&conclusion.timestamps).enumerate();
    let mut stamps = stamps.filter(|(position, _)| Some(*position) != last_archive);
    plain
        && signature.revocation.iter().any(is_embedded)
        && answered(conclusion.path, &signature.paths)
        && stamps.all(|(_, (stamp, judged))| answered(judged.path, &stamp.paths))
}

/// What was fetched is not in the file: it makes no level.
fn is_embedded(answer: &RevocationFacts) -> bool {
    answer.source != RevocationSource::Fetched
}

fn is_archive(stamp: &TimestampFacts) -> bool {
    stamp.kind == "ArchiveTimeStamp"
}

/// Levels beside the baseline, by the properties that are there.
fn extended(signature: &SignatureFacts) -> EvidenceLevel {
    let has = |name: &str| signature.properties.unsigned.iter().any(|known| known.starts_with(name));
    let is_xades =
        signature.properties.signing_time.is_some() || !signature.properties.certificate_digest_method.is_empty();
    match () {
        () if !is_xades => EvidenceLevel::NotEtsi,
        () if has("ArchiveTimeStamp") => EvidenceLevel::A,
        () if has("CertificateValues") || has("RevocationValues") => {
            if has("SignatureTimeStamp") {
                EvidenceLevel::Xl
            } else {
                EvidenceLevel::Bes
            }
        }
        () if has("SigAndRefsTimeStamp") || has("RefsOnlyTimeStamp") => EvidenceLevel::X,
        () if has("CompleteCertificateRefs") && has("CompleteRevocationRefs") => EvidenceLevel::C,
        () if has("SignatureTimeStamp") => EvidenceLevel::T,
        () if signature.properties.policy.is_some() => EvidenceLevel::Epes,
        () => EvidenceLevel::Bes,
    }
}

impl EvidenceLevel {
    /// The standard's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BaselineB => "XAdES-BASELINE-B",
            Self::BaselineT => "XAdES-BASELINE-T",
            Self::BaselineLt => "XAdES-BASELINE-LT",
            Self::BaselineLta => "XAdES-BASELINE-LTA",
            Self::Bes => "XAdES-BES",
            Self::Epes => "XAdES-EPES",
            Self::T => "XAdES-T",
            Self::C => "XAdES-C",
            Self::X => "XAdES-X",
            Self::Xl => "XAdES-XL",
            Self::A => "XAdES-A",
            Self::NotEtsi => "XML-NOT-ETSI",
        }
    }
}

impl Conclusion {
    /// Whether it is TOTAL-PASSED.
    #[must_use]
    pub fn has_passed(&self) -> bool {
        self.indication == Indication::TotalPassed
    }
}
