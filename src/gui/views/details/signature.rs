//! The details of one signature.

use crate::report::{PathStep, ReferenceReport, RevocationReport, SignatureReport, Signer, TimestampReport};
use crate::validation::{Cause, ProvenBy};
use crate::words::{Words, clean};

pub(super) fn lines(words: &Words, signature: &SignatureReport) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut add = |id: &str, value: String| lines.push((words.text(id), value));
    add("gui-signature-file", clean(&joined([Some(signature.file.as_str()), signature.id.as_deref()])));
    add("report-indication", signature.indication.to_string());
    match signature.proven_time.by {
        ProvenBy::Timestamp => add("report-timestamp-time", signature.proven_time.at.to_string()),
        ProvenBy::Now => add("report-proven-time", words.text("report-proven-now")),
    }
    if let Some(claimed) = signature.claimed_time {
        add("report-claimed-time", claimed.to_string());
    }
    if let Some(level) = &signature.qualification {
        add("report-qualification", words.signature_level(level));
    }
    if let Some(level) = &signature.certificate_qualification {
        add("report-certificate-level", words.certificate_level(level));
    }
    if let Some(level) = signature.level {
        add("report-level", level.name().to_owned());
    }
    if let Some(until) = signature.holds_until {
        add("report-holds-until", until.to_string());
    }
    add("gui-method", format!("{} · {}", clean(&signature.signature_method), clean(&signature.canonicalization)));
    for reference in &signature.references {
        add("gui-reference", reference_line(words, reference));
    }
    if let Some(signer) = &signature.signer {
        add("gui-signer-certificate", certificate(signer));
    }
    for step in &signature.path {
        add("report-path", step_line(step));
    }
    for stamp in &signature.timestamps {
        lines.extend(stamp_lines(words, stamp));
    }
    lines.extend(signature.revocation.iter().map(|answer| (answer.kind.clone(), answer_line(words, answer))));
    lines
}

fn reference_line(words: &Words, reference: &ReferenceReport) -> String {
    let outcome = words.outcome(reference.outcome);
    format!("{} · {} · {outcome}", clean(&reference.uri), clean(&reference.digest_algorithm))
}

fn certificate(signer: &Signer) -> String {
    let names = format!("{}\n{}", clean(&signer.subject), clean(&signer.issuer));
    let validity = format!("{} – {}", signer.not_before, signer.not_after);
    format!("{names}\n{} · {} · {validity}\n{}", signer.certificate_serial, signer.key, signer.certificate_sha256)
}

fn step_line(step: &PathStep) -> String {
    let service = step.service.as_ref().map(|service| {
        let status = service.status.as_ref().map(|(status, since)| format!("{status} {since}")).unwrap_or_default();
        format!(" [{} {} {} {status}]", service.territory, service.service_type, clean(&service.name))
    });
    format!("{} {}{}", clean(&step.name), step.sha256, service.unwrap_or_default())
}

/// A time-stamp with what it is worth, then the path of its authority.
fn stamp_lines(words: &Words, stamp: &TimestampReport) -> Vec<(String, String)> {
    let at = stamp.at.map(|at| at.to_string());
    let mut parts = vec![joined([at.as_deref(), stamp.authority.as_deref()])];
    parts.push(format!("{} ({})", words.timestamp_worth(stamp.indication), stamp.indication));
    parts.extend(stamp.qualification.map(|qualification| words.timestamp_qualification(qualification)));
    parts.extend(stamp.cause.as_ref().map(|cause| words.cause(cause).reason));
    let path = stamp.path.iter().map(|step| (words.text("report-path"), step_line(step)));
    std::iter::once((words.timestamp_kind(&stamp.kind), clean_lines(&parts))).chain(path).collect()
}

fn answer_line(words: &Words, answer: &RevocationReport) -> String {
    let at = answer.produced_at.map(|at| at.to_string());
    let said = joined([answer.about.as_deref(), answer.status.as_deref(), at.as_deref(), answer.responder.as_deref()]);
    let said = format!("{} · {}", clean(&said), words.outcome(answer.accepted));
    let Some(reason) = answer.reason else { return said };
    let certificate = answer.about.clone().unwrap_or_default();
    format!("{said}\n{}", clean(&words.cause(&Cause::RevocationRefused { certificate, reason }).reason))
}

fn joined<const N: usize>(parts: [Option<&str>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn clean_lines(parts: &[String]) -> String {
    parts.iter().map(|part| clean(part)).collect::<Vec<_>>().join("\n")
}
