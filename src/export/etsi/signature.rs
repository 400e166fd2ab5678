//! One SignatureValidationReport (clause 4.3), its parts in the order of the schema.

use std::collections::HashSet;

use super::names;
use super::objects::{Kind, id};
use super::parts::{digest, digest_parts, reference, status};
use crate::crypto::Sha256;
use crate::export::xml::Xml;
use crate::qualification::Level;
use crate::report::{DocumentReport, PathStep, Report, SignatureReport, TimestampReport, Tool};
use crate::validation::{Cause, Check, ProvenBy};

/// Attributes that are time-stamps, as the schema orders them, before and after those that cannot stand here.
const SIGNED_STAMPS: [&str; 2] = ["AllDataObjectsTimeStamp", "IndividualDataObjectsTimeStamp"];
const UNSIGNED_STAMPS: [&str; 4] =
    ["SignatureTimeStamp", "SigAndRefsTimeStamp", "RefsOnlyTimeStamp", "ArchiveTimeStamp"];

pub(super) fn write(xml: &mut Xml<'_>, number: usize, signature: &SignatureReport, report: &Report) {
    xml.element("SignatureValidationReport", &[], |xml| {
        identifier(xml, number, signature);
        constraints(xml, signature, &report.tool);
        time(xml, signature, report);
        signers_document(xml, signature, report);
        attributes(xml, signature);
        signer(xml, signature);
        quality(xml, signature);
        xml.element("SignatureValidationProcess", &[], |xml| xml.text("SignatureValidationProcessID", names::PROCESS));
        xml.element("SignatureValidationStatus", &[], |xml| {
            status(xml, &names::of_signature(signature.indication), signature.indication);
            associated(xml, signature, report);
        });
    });
}

/// SignatureIdentifier (clause 4.3.3): the data that were signed, by digest.
fn identifier(xml: &mut Xml<'_>, number: usize, signature: &SignatureReport) {
    let id = format!("S-{number}");
    xml.element("SignatureIdentifier", &[("id", &id)], |xml| {
        if let Some(sha256) = signature.signed_info_sha256 {
            digest(xml, sha256);
        }
        // The signature and its documents were at hand, not their digests alone.
        xml.text("HashOnly", "false");
        xml.text("DocHashOnly", "false");
        let own = signature.id.as_deref().unwrap_or_default();
        xml.text("DAIdentifier", &format!("{}#{own}", signature.file));
    });
}

/// ValidationConstraintsEvaluationReport (clause 4.3.5): the rules, and every check. A check that was not made is `disabled`.
fn constraints(xml: &mut Xml<'_>, signature: &SignatureReport, tool: &Tool) {
    xml.element("ValidationConstraintsEvaluationReport", &[], |xml| {
        xml.element("SignatureValidationPolicy", &[], |xml| {
            xml.element("SignaturePolicyIdentifier", &[], |xml| {
                xml.element("xades:SignaturePolicyId", &[], |xml| {
                    let identifier = names::policy(&tool.policy, tool.policy_version);
                    xml.element("xades:SigPolicyId", &[], |xml| xml.text("xades:Identifier", &identifier));
                    xml.element("xades:SigPolicyHash", &[], |xml| digest_parts(xml, tool.policy_sha256));
                });
            });
            xml.text("PolicyName", &format!("{} {}", tool.policy, tool.policy_version));
        });
        signature.checks.iter().for_each(|check| constraint(xml, check));
    });
}

fn constraint(xml: &mut Xml<'_>, check: &Check) {
    let main = names::of_outcome(check.outcome);
    xml.element("ValidationConstraint", &[], |xml| {
        xml.text("ValidationConstraintIdentifier", &format!("{}check:{}", names::OURS, names::code(&check.id)));
        let applied = if main.is_some() { names::APPLIED } else { names::DISABLED };
        xml.element("ConstraintStatus", &[], |xml| xml.text("Status", applied));
        if let Some(main) = &main {
            xml.element("ValidationStatus", &[], |xml| xml.text("MainIndication", main));
        }
    });
}

/// ValidationTimeInfo (clause 4.3.6).
fn time(xml: &mut Xml<'_>, signature: &SignatureReport, report: &Report) {
    let proven = signature.proven_time;
    let by_stamp = (proven.by == ProvenBy::Timestamp)
        .then(|| signature.timestamps.iter().find(|stamp| stamp.at == Some(proven.at)))
        .flatten();
    xml.element("ValidationTimeInfo", &[], |xml| {
        xml.text("ValidationTime", &report.checked_at.to_string());
        xml.element("BestSignatureTime", &[], |xml| {
            xml.text("POETime", &proven.at.to_string());
            xml.text("TypeOfProof", names::PROOF_BY_VALIDATION);
            if let Some(stamp) = by_stamp {
                reference(xml, "POEObject", &id(Kind::Timestamp, stamp.sha256));
            }
        });
    });
}

/// SignersDocument (clause 4.3.7): only what the signature covers as it is in the file. The schema knows one element: of one
/// document it has the digest, of several the objects that have theirs.
fn signers_document(xml: &mut Xml<'_>, signature: &SignatureReport, report: &Report) {
    let covered = |document: &&DocumentReport| signature.covers.contains(&document.name);
    let mut digests: Vec<Sha256> = report.documents.iter().filter(covered).map(|document| document.sha256).collect();
    let mut seen = HashSet::new();
    digests.retain(|sha256| seen.insert(*sha256));
    let ids: Vec<String> = digests.iter().map(|sha256| id(Kind::Document, *sha256)).collect();
    let ids = ids.join(" ");
    match digests[..] {
        [] => {}
        [one] => xml.element("SignersDocument", &[], |xml| {
            digest(xml, one);
            reference(xml, "SignersDocumentRef", &ids);
        }),
        _ => xml.element("SignersDocument", &[], |xml| {
            reference(xml, "SignersDocumentRepresentation", &ids);
        }),
    }
}

/// SignatureAttributes (clause 4.3.8), as far as the report has them.
fn attributes(xml: &mut Xml<'_>, signature: &SignatureReport) {
    let stamps = || signature.timestamps.iter().filter(|stamp| stamp.at.is_some());
    if signature.claimed_time.is_none() && signature.signer.is_none() && stamps().next().is_none() {
        return;
    }
    xml.element("SignatureAttributes", &[], |xml| {
        if let Some(at) = signature.claimed_time {
            xml.element("SigningTime", &[("Signed", "true")], |xml| xml.text("Time", &at.to_string()));
        }
        if let Some(signer) = &signature.signer {
            xml.element("SigningCertificate", &[("Signed", "true")], |xml| {
                reference(xml, "AttributeObject", &id(Kind::Certificate, signer.certificate_sha256));
                xml.element("CertID", &[], |xml| digest_parts(xml, signer.certificate_sha256));
            });
        }
        let of_kind = |kind: &'static str| stamps().filter(move |stamp| stamp.kind == kind);
        SIGNED_STAMPS.into_iter().flat_map(of_kind).for_each(|stamp| timestamp(xml, stamp, "true"));
        UNSIGNED_STAMPS.into_iter().flat_map(of_kind).for_each(|stamp| timestamp(xml, stamp, "false"));
    });
}

fn timestamp(xml: &mut Xml<'_>, stamp: &TimestampReport, signed: &str) {
    let Some(at) = stamp.at else { return };
    xml.element(&stamp.kind, &[("Signed", signed)], |xml| {
        reference(xml, "AttributeObject", &id(Kind::Timestamp, stamp.sha256));
        xml.text("TimeStampValue", &at.to_string());
    });
}

/// SignerInformation (clause 4.3.9).
fn signer(xml: &mut Xml<'_>, signature: &SignatureReport) {
    let Some(signer) = &signature.signer else { return };
    xml.element("SignerInformation", &[], |xml| {
        reference(xml, "SignerCertificate", &id(Kind::Certificate, signer.certificate_sha256));
        xml.text("Signer", &signer.subject);
    });
}

/// SignatureQuality (clause 4.3.10): the legal level, only where the lists settle it.
fn quality(xml: &mut Xml<'_>, signature: &SignatureReport) {
    if let Some(Level::Settled { result }) = signature.qualification {
        xml.element("SignatureQuality", &[], |xml| {
            xml.text("SignatureQualityInformation", &names::qualification(result));
        });
    }
}

/// AssociatedValidationReportData (clause 4.3.12): the path, revocation, and what a reader must know beside the indication.
fn associated(xml: &mut Xml<'_>, signature: &SignatureReport, report: &Report) {
    let certificate = |step: &PathStep| id(Kind::Certificate, step.sha256);
    let anchor = signature.path.last().filter(|step| step.service.is_some());
    xml.element("AssociatedValidationReportData", &[], |xml| {
        if let Some(anchor) = anchor {
            reference(xml, "TrustAnchor", &certificate(anchor));
        }
        if let Some(signer) = &signature.signer {
            chain(xml, &id(Kind::Certificate, signer.certificate_sha256), &signature.path);
        }
        revocation(xml, signature);
        xml.element("AdditionalValidationReportData", &[], |xml| additional(xml, signature, report));
    });
}

fn chain(xml: &mut Xml<'_>, signer: &str, path: &[PathStep]) {
    xml.element("CertificateChain", &[], |xml| {
        reference(xml, "SigningCertificate", signer);
        for step in path {
            let certificate = id(Kind::Certificate, step.sha256);
            // A signing certificate that is listed itself stands twice.
            match &step.service {
                Some(_) => reference(xml, "TrustAnchor", &certificate),
                None if certificate != signer => reference(xml, "IntermediateCertificate", &certificate),
                None => {}
            }
        }
    });
}

/// RevocationStatusInformation, where the indication rests on it.
fn revocation(xml: &mut Xml<'_>, signature: &SignatureReport) {
    let Some(Cause::Revoked { certificate, at } | Cause::OnHold { certificate, at }) = &signature.cause else { return };
    let Some(step) = signature.path.iter().find(|step| step.name == *certificate) else { return };
    xml.element("RevocationStatusInformation", &[], |xml| {
        reference(xml, "ValidationObjectId", &id(Kind::Certificate, step.sha256));
        xml.text("RevocationTime", &at.to_string());
    });
}

/// What the standard's report has no place for: above all that a valid signature may be anybody's, and whether the file was
/// looked at.
fn additional(xml: &mut Xml<'_>, signature: &SignatureReport, report: &Report) {
    let mut one = |name: &str, value: &str| {
        xml.element("ReportData", &[], |xml| {
            xml.text("Type", &format!("{}{name}", names::OURS));
            xml.text("Value", value);
        });
    };
    one("source", &names::code(&report.source));
    one("by-exam-authority", &names::code(&signature.facts.exam_authority.outcome));
    if let Some(cause) = &signature.cause {
        one("cause", &names::code(cause));
    }
    if let Some(until) = signature.holds_until {
        one("holds-until", &until.to_string());
    }
    if let Some(level) = signature.level {
        one("level", level.name());
    }
}
