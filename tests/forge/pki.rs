//! The sample hierarchy: one root, two issuing authorities, responders, time-stamping units, seals and persons.
//! All of it is invented and says so in its names.

use super::keys::Key;
use super::x509::{
    Attribute, COMMON_NAME, COUNTRY, Device, Entity, Extension, GIVEN_NAME, ORGANIZATION, ORGANIZATION_IDENTIFIER,
    Qualified, SERIAL_NUMBER, SURNAME, Template, UNIT, Weight,
};
use std::sync::OnceLock;

const OPERATOR: &str = "PARAUGS: uzticamības pakalpojumi";
const OPERATOR_CODE: &str = "NTRLV-00000000000";
const PRACTICE: &str = "https://paraugs.example/repository";
const RESPONDER_ADDRESS: &str = "http://ocsp.paraugs.example";

/// The exam authority of the samples.
pub const EXAM_CENTRE: &str = "PARAUGS: eksāmenu centrs";
/// Registration of the exam authority of the samples.
pub const EXAM_CENTRE_CODE: &str = "NTRLV-00000000001";
/// An organisation that is not the exam authority.
pub const OTHER_ORGANIZATION: &str = "PARAUGS: cita iestāde";

/// All entities, built once: signing is slow in unoptimised builds.
pub struct Pki {
    pub root: Entity,
    /// Issues seals (RSA-2048).
    pub seal_authority: Entity,
    /// Issues certificates of persons (P-521).
    pub person_authority: Entity,
    /// Time-stamping unit of 2023, over by now (RSA-2048).
    pub unit_2023: Entity,
    /// Time-stamping unit of 2025 (P-384).
    pub unit_2025: Entity,
    /// Seal of the exam centre 2023 to 2025 (RSA-2048).
    pub seal_2023: Entity,
    /// Seal of the exam centre from 2025 (P-256).
    pub seal_2025: Entity,
    /// Another seal of the exam centre from 2025 (P-521).
    pub seal_2025_large: Entity,
    /// Seal of another organisation (RSA-2048).
    pub other_seal: Entity,
    /// A student's own certificate (P-384).
    pub student: Entity,
    /// Signs the sample trusted list (P-256, self-signed).
    pub list_operator: Entity,
}

impl Pki {
    /// The sample hierarchy.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Pki> = OnceLock::new();
        SHARED.get_or_init(build)
    }
}

fn build() -> Pki {
    let root = root_template().self_signed();
    let seal_authority = authority_template(&seal_authority_key(), "PARAUGS eZīmogi ICA", &root).issued_by(&root);
    let person_key = Key::p521("sample authority for persons");
    let person_authority = authority_template(&person_key, "PARAUGS Personas ICA", &root).issued_by(&root);
    let seal = |key: &Key, from: &str, to: &str| {
        let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
        seal_template(&subject, key, from, to, &seal_authority).issued_by(&seal_authority)
    };
    let unit =
        |key: &Key, label: &str, from: &str, to: &str| unit_template(key, label, from, to, &root).issued_by(&root);
    let other = seal_subject(OTHER_ORGANIZATION, "NTRLV-00000000002");
    let other_key = Key::rsa(include_bytes!("keys/public-test-key-other-rsa2048.pk8"));
    let (from, to) = ("2025-05-05T08:00:00Z", "2028-05-05T08:00:00Z");
    Pki {
        unit_2023: unit(
            &Key::rsa(include_bytes!("keys/public-test-key-tsu-rsa2048.pk8")),
            "PARAUGS TSA A 2023R",
            "2023-01-10T08:00:00Z",
            "2026-01-10T08:00:00Z",
        ),
        unit_2025: unit(
            &Key::p384("sample time-stamping unit"),
            "PARAUGS TSA A 2025E",
            "2025-01-10T08:00:00Z",
            "2028-01-10T08:00:00Z",
        ),
        seal_2023: seal(&seal_key(), "2023-05-08T08:00:00Z", "2025-05-08T08:00:00Z"),
        seal_2025: seal(&Key::p256("sample seal of 2025"), from, to),
        seal_2025_large: seal(&Key::p521("sample large seal of 2025"), "2025-05-06T08:00:00Z", to),
        other_seal: seal_template(&other, &other_key, from, to, &seal_authority).issued_by(&seal_authority),
        student: person_template(&Key::p384("sample student"), "ANNA", "PARAUGA", "320000-00001", &person_authority)
            .issued_by(&person_authority),
        list_operator: list_operator_template().self_signed(),
        root,
        seal_authority,
        person_authority,
    }
}

fn seal_authority_key() -> Key {
    Key::rsa(include_bytes!("keys/public-test-key-ca-rsa2048.pk8"))
}

fn seal_key() -> Key {
    Key::rsa(include_bytes!("keys/public-test-key-seal-rsa2048.pk8"))
}

fn operator_name(common: &str) -> Vec<Attribute<'_>> {
    vec![(COUNTRY, "LV"), (ORGANIZATION, OPERATOR), (ORGANIZATION_IDENTIFIER, OPERATOR_CODE), (COMMON_NAME, common)]
}

/// Subject of a seal: country, unit, organisation, registration, common name.
pub fn seal_subject<'a>(organization: &'a str, code: &'a str) -> Vec<Attribute<'a>> {
    let common = if organization == EXAM_CENTRE {
        "PARAUGS: eksāmenu centrs : eZīmogs"
    } else {
        "PARAUGS: cita iestāde : eZīmogs"
    };
    vec![
        (COUNTRY, "LV"),
        (UNIT, "eSeal"),
        (ORGANIZATION, organization),
        (ORGANIZATION_IDENTIFIER, code),
        (COMMON_NAME, common),
    ]
}

/// The self-signed root.
pub fn root_template() -> Template {
    let key = Key::p384("sample root");
    let extensions = [Extension::authority(None), Extension::key_usage(&[5, 6]), Extension::subject_key(&key)];
    Template::new(&operator_name("PARAUGS Root CA"), &key, "2020-01-01T00:00:00Z", "2045-01-01T00:00:00Z")
        .with(extensions)
}

/// An issuing authority under the root.
pub fn authority_template(key: &Key, common: &str, issuer: &Entity) -> Template {
    Template::new(&operator_name(common), key, "2021-01-29T08:00:00Z", "2035-01-29T08:00:00Z").with([
        Extension::authority(Some(0)),
        Extension::key_usage(&[5, 6]),
        Extension::subject_key(key),
        Extension::authority_key(&issuer.key),
        Extension::access(Some("http://paraugs.example/cert/root.crt"), None),
        Extension::policies(&["0.4.0.194112.1.0", "0.4.0.194112.1.1", "0.4.0.194112.1.2"], PRACTICE),
        Extension::distribution("http://paraugs.example/crl/root.crl"),
    ])
}

/// A seal: qualified certificate for a legal person, key in a file (no qualified device).
pub fn seal_template(subject: &[Attribute<'_>], key: &Key, from: &str, to: &str, issuer: &Entity) -> Template {
    Template::new(subject, key, from, to).with([
        Extension::end_entity(),
        Extension::key_usage(&[1]),
        Extension::subject_key(key),
        Extension::authority_key(&issuer.key),
        Extension::purposes(Weight::Plain, &["1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.311.10.3.12"]),
        Extension::policies(&["0.4.0.194112.1.1"], PRACTICE),
        Extension::access(Some("http://paraugs.example/cert/seals.crt"), Some(RESPONDER_ADDRESS)),
        Extension::qualified(Qualified::Seal, Device::None),
        Extension::distribution("http://paraugs.example/crl/seals.crl"),
    ])
}

/// A person's signature certificate: qualified, key in a qualified device.
pub fn person_template(key: &Key, given: &str, surname: &str, code: &str, issuer: &Entity) -> Template {
    let (common, serial) = (format!("{given} {surname}"), format!("PNOLV-{code}"));
    let subject = [
        (COUNTRY, "LV"),
        (COMMON_NAME, common.as_str()),
        (SURNAME, surname),
        (GIVEN_NAME, given),
        (SERIAL_NUMBER, serial.as_str()),
    ];
    Template::new(&subject, key, "2024-09-01T08:00:00Z", "2029-09-01T08:00:00Z").with([
        Extension::end_entity(),
        Extension::key_usage(&[1]),
        Extension::subject_key(key),
        Extension::authority_key(&issuer.key),
        Extension::purposes(Weight::Plain, &["1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.311.10.3.12"]),
        Extension::policies(&["0.4.0.194112.1.2"], PRACTICE),
        Extension::access(Some("http://paraugs.example/cert/persons.crt"), Some(RESPONDER_ADDRESS)),
        Extension::qualified(Qualified::Signature, Device::Certified),
        Extension::distribution("http://paraugs.example/crl/persons.crl"),
    ])
}

/// A time-stamping unit.
pub fn unit_template(key: &Key, common: &str, from: &str, to: &str, issuer: &Entity) -> Template {
    Template::new(&operator_name(common), key, from, to).with([
        Extension::key_usage(&[0, 1]),
        Extension::purposes(Weight::Critical, &["1.3.6.1.5.5.7.3.8"]),
        Extension::subject_key(key),
        Extension::authority_key(&issuer.key),
        Extension::access(Some("http://paraugs.example/cert/root.crt"), None),
        Extension::distribution("http://paraugs.example/crl/root.crl"),
    ])
}

/// An OCSP responder of this authority, for the month that begins at `from`.
pub fn responder_template(issuer: &Entity, common: &str, from: &str, to: &str) -> Template {
    let key = Key::p384(&format!("sample responder {common} {from}"));
    Template::new(&operator_name(common), &key, from, to).with([
        Extension::key_usage(&[0, 1]),
        Extension::purposes(Weight::Plain, &["1.3.6.1.5.5.7.3.9"]),
        Extension::subject_key(&key),
        Extension::authority_key(&issuer.key),
        Extension::no_check(),
        Extension::access(Some("http://paraugs.example/cert/issuer.crt"), None),
        Extension::end_entity(),
        Extension::distribution("http://paraugs.example/crl/issuer.crl"),
    ])
}

/// Signer of the sample trusted list (extended key usage id-tsl-kp-tslSigning).
pub fn list_operator_template() -> Template {
    let key = Key::p256("sample list operator");
    let subject = [(COUNTRY, "LV"), (ORGANIZATION, "PARAUGS"), (COMMON_NAME, "PARAUGS: saraksta uzturētājs (SAMPLE)")];
    Template::new(&subject, &key, "2024-01-01T00:00:00Z", "2035-01-01T00:00:00Z").with([
        Extension::end_entity(),
        Extension::key_usage(&[0]),
        Extension::purposes(Weight::Plain, &["0.4.0.2231.3.0"]),
        Extension::subject_key(&key),
        Extension::authority_key(&key),
    ])
}
