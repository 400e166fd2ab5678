//! Small parts that stand in several places.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::names;
use crate::crypto::Sha256;
use crate::export::xml::Xml;
use crate::validation::Indication;

/// DigestAlgAndValue (XAdES 1.3.2), with SHA-256.
pub(super) fn digest(xml: &mut Xml<'_>, sha256: Sha256) {
    xml.element("DigestAlgAndValue", &[], |xml| digest_parts(xml, sha256));
}

/// ds:DigestMethod and ds:DigestValue.
pub(super) fn digest_parts(xml: &mut Xml<'_>, sha256: Sha256) {
    xml.empty("ds:DigestMethod", &[("Algorithm", names::SHA256)]);
    xml.text("ds:DigestValue", &STANDARD.encode(sha256.octets()));
}

/// MainIndication and SubIndication.
pub(super) fn status(xml: &mut Xml<'_>, main: &str, indication: Indication) {
    xml.text("MainIndication", main);
    if let Some(sub) = names::sub_indication(indication) {
        xml.text("SubIndication", &sub);
    }
}

/// An element that refers to objects.
pub(super) fn reference(xml: &mut Xml<'_>, name: &str, id: &str) {
    xml.empty(name, &[("VOReference", id)]);
}
