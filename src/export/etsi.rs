//! The validation report of ETSI TS 119 102-2 as XML, by the schema of V1.4.1.
//!
//! It is written from a [`Report`] and says no more than that does. It is not signed.

mod names;
mod objects;
mod parts;
mod signature;

use super::xml::Xml;
use super::{Codes, Secrets};
use crate::report::{Report, Tool};

/// The report as XML; `None` where there is no signature to report on, since the standard's report is one on signatures.
#[must_use]
pub fn report(report: &Report, codes: Codes) -> Option<String> {
    if report.signatures.is_empty() {
        return None;
    }
    let secrets = Secrets::of(report, codes);
    let mut xml = Xml::new(&secrets);
    let namespaces = [
        ("xmlns", names::REPORT),
        ("xmlns:ds", names::XMLDSIG),
        ("xmlns:xades", names::XADES),
        ("xmlns:tsl", names::TRUSTED_LIST),
    ];
    xml.element("ValidationReport", &namespaces, |xml| {
        for (index, signature) in report.signatures.iter().enumerate() {
            signature::write(xml, index + 1, signature, report);
        }
        objects::write(xml, report);
        validator(xml, &report.tool);
    });
    Some(xml.finish())
}

/// SignatureValidator (clause 4.5): a program on somebody's computer, no service.
fn validator(xml: &mut Xml<'_>, tool: &Tool) {
    xml.element("SignatureValidator", &[], |xml| {
        xml.element("DigitalId", &[], |xml| {
            xml.text("tsl:X509SubjectName", &format!("CN={} {}", tool.name, tool.version));
        });
    });
}

#[cfg(test)]
mod tests;
