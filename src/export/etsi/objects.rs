//! SignatureValidationObjects (clause 4.4): everything a report refers to, once, by its digest.

use std::collections::HashSet;

use super::names;
use super::parts::{digest, status};
use crate::crypto::Sha256;
use crate::export::xml::Xml;
use crate::report::{PathStep, Report, SignatureReport, TimestampReport};
use crate::validation::Indication;

/// What kind of object.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Certificate,
    Timestamp,
    Ocsp,
    Crl,
    Document,
}

/// One object.
struct Object {
    kind: Kind,
    sha256: Sha256,
    /// What a time-stamp is worth.
    indication: Option<Indication>,
}

/// The Id under which an object stands.
pub(super) fn id(kind: Kind, sha256: Sha256) -> String {
    let letter = match kind {
        Kind::Certificate => 'C',
        Kind::Timestamp => 'T',
        Kind::Ocsp | Kind::Crl => 'R',
        Kind::Document => 'D',
    };
    format!("{letter}-{sha256}")
}

fn urn(kind: Kind) -> &'static str {
    match kind {
        Kind::Certificate => "urn:etsi:019102:validationObject:certificate",
        Kind::Timestamp => "urn:etsi:019102:validationObject:timestamp",
        Kind::Ocsp => "urn:etsi:019102:validationObject:OCSPResponse",
        Kind::Crl => "urn:etsi:019102:validationObject:CRL",
        Kind::Document => "urn:etsi:019102:validationObject:signedData",
    }
}

/// Writes all objects of a report, in the order in which they are met.
pub(super) fn write(xml: &mut Xml<'_>, report: &Report) {
    let mut seen = HashSet::new();
    let mut objects: Vec<Object> = report.signatures.iter().flat_map(of_signature).collect();
    objects.extend(report.documents.iter().map(|document| plain(Kind::Document, document.sha256)));
    objects.retain(|object| seen.insert(id(object.kind, object.sha256)));
    // The list may not be empty.
    if objects.is_empty() {
        return;
    }
    xml.element("SignatureValidationObjects", &[], |xml| objects.iter().for_each(|object| write_one(xml, object)));
}

fn of_signature(signature: &SignatureReport) -> Vec<Object> {
    let certificate = |sha256| plain(Kind::Certificate, sha256);
    let of_path = |path: &[PathStep]| path.iter().map(|step| certificate(step.sha256)).collect::<Vec<_>>();
    let mut objects: Vec<Object> =
        signature.signer.iter().map(|signer| certificate(signer.certificate_sha256)).collect();
    objects.extend(of_path(&signature.path));
    for stamp in &signature.timestamps {
        objects.push(of_stamp(stamp));
        objects.extend(of_path(&stamp.path));
    }
    let kind = |kind: &str| if kind == "CRL" { Kind::Crl } else { Kind::Ocsp };
    objects.extend(signature.revocation.iter().map(|answer| plain(kind(&answer.kind), answer.sha256)));
    objects
}

fn of_stamp(stamp: &TimestampReport) -> Object {
    Object { kind: Kind::Timestamp, sha256: stamp.sha256, indication: Some(stamp.indication) }
}

fn plain(kind: Kind, sha256: Sha256) -> Object {
    Object { kind, sha256, indication: None }
}

fn write_one(xml: &mut Xml<'_>, object: &Object) {
    let id = id(object.kind, object.sha256);
    xml.element("ValidationObject", &[("id", &id)], |xml| {
        xml.text("ObjectType", urn(object.kind));
        xml.element("ValidationObjectRepresentation", &[], |xml| digest(xml, object.sha256));
        if let Some(indication) = object.indication {
            xml.element("ValidationReport", &[], |xml| {
                let main = names::of_object(indication);
                xml.element("SignatureValidationStatus", &[], |xml| status(xml, &main, indication));
            });
        }
    });
}
