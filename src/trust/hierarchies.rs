//! Test hierarchies that are known by digest, so that they can be named instead of merely not being found.

use crate::crypto::Sha256;

/// SHA-256 of a certificate, and the name of its hierarchy.
const KNOWN: [(&str, &str); 2] = [
    ("f64651d4deb52caf1dfaa5b4504c14d428e7875a01bf2c211785e91dd4f51de8", "DEMO eParaksts"),
    ("ace94bcedb4a9cf4659a06a331733dca35a3c8615401e8cd27cc60b01395f312", "DEMO eParaksts"),
];

/// The name of the test hierarchy that a certificate belongs to, where it is known as one.
#[must_use]
pub fn known_test_hierarchy(certificate: &Sha256) -> Option<&'static str> {
    let digest = certificate.to_string();
    KNOWN.iter().find(|(known, _)| *known == digest).map(|(_, name)| *name)
}
