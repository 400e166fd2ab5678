//! The elements of a signature, dialect by dialect.

use super::{ASIC, DS, Dialect, Level, Named, Reference, Signing, XADES, XADES141};
use crate::forge::der;
use crate::forge::keys::Hash;
use crate::forge::x509::Entity;
use crate::forge::xml::{Canonical, Element};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How the reference to the signed properties is canonicalised: LVRTC names no transform, so Canonical XML 1.0 applies.
pub fn properties_form(dialect: Dialect) -> Canonical {
    match dialect {
        Dialect::Lvrtc => Canonical::Inclusive10,
        Dialect::Dss => Canonical::Exclusive,
    }
}

/// `ds:SignedInfo`.
pub fn signed_info(signing: &Signing, references: &[Reference], properties: &[u8]) -> Element {
    let mut info = Element::new("ds:SignedInfo");
    if signing.dialect == Dialect::Lvrtc {
        info = info.attribute("Id", &format!("{}-SignedInfo", signing.id));
    }
    info = info
        .child(algorithm("ds:CanonicalizationMethod", signing.canonical().uri()))
        .child(algorithm("ds:SignatureMethod", &signing.scheme.uri()));
    for (index, reference) in references.iter().enumerate() {
        let element = Element::new("ds:Reference")
            .attribute("Id", &reference_id(signing, index + 1))
            .attribute("URI", &reference.uri);
        info = info.child(lines(signing, with_digest(element, reference.hash, &reference.hash.of(&reference.data))));
    }
    let mut element = Element::new("ds:Reference");
    if signing.dialect == Dialect::Lvrtc {
        element = element.attribute("Id", &format!("{}-ref-SignedProperties", signing.id));
    }
    element = element
        .attribute("Type", "http://uri.etsi.org/01903#SignedProperties")
        .attribute("URI", &format!("#{}", properties_id(signing)));
    if signing.dialect == Dialect::Dss {
        let transform = algorithm("ds:Transform", Canonical::Exclusive.uri());
        element = element.child(Element::new("ds:Transforms").child(transform));
    }
    info = info.child(lines(signing, with_digest(element, signing.digest, &signing.digest.of(properties))));
    lines(signing, info)
}

/// `ds:SignatureValue`.
pub fn signature_value(signing: &Signing, value: &[u8]) -> Element {
    let element = Element::new("ds:SignatureValue");
    match signing.dialect {
        Dialect::Lvrtc => element.text(&wrapped(value, "\n")),
        Dialect::Dss => element.attribute("Id", &format!("value-{}", signing.id)).text(&STANDARD.encode(value)),
    }
}

/// `ds:KeyInfo` with the signer's certificate.
pub fn key_info(signing: &Signing) -> Element {
    let text = match signing.dialect {
        Dialect::Lvrtc => format!("\n{}\n", wrapped(&signing.signer.der, "\r\n")),
        Dialect::Dss => STANDARD.encode(&signing.signer.der),
    };
    let certificate = Element::new("ds:X509Certificate").text(&text);
    let data = lines(signing, Element::new("ds:X509Data").child(certificate));
    lines(signing, Element::new("ds:KeyInfo").child(data))
}

/// `xades:SignedProperties`.
pub fn signed_properties(signing: &Signing, references: &[Reference]) -> Element {
    let mut signature = Element::new("xades:SignedSignatureProperties");
    if signing.dialect == Dialect::Lvrtc {
        signature = signature.attribute("Id", &format!("{}-SignedSignatureProperties", signing.id));
    }
    signature = signature
        .child(Element::new("xades:SigningTime").text(&signing.signing_time.xml()))
        .children(signing_certificate(signing));
    if signing.dialect == Dialect::Lvrtc {
        let version = if signing.named == Named::V1 { "" } else { "V2" };
        let roles = Element::new("xades:ClaimedRoles").child(Element::new("xades:ClaimedRole"));
        signature = signature
            .child(Element::new(&format!("xades:SignatureProductionPlace{version}")))
            .child(Element::new(&format!("xades:SignerRole{version}")).child(roles));
    }
    let formats = references.iter().enumerate().map(|(index, reference)| {
        Element::new("xades:DataObjectFormat")
            .attribute("ObjectReference", &format!("#{}", reference_id(signing, index + 1)))
            .child(Element::new("xades:MimeType").text(&reference.media_type))
    });
    let objects = Element::new("xades:SignedDataObjectProperties").children(formats);
    Element::new("xades:SignedProperties").attribute("Id", &properties_id(signing)).child(signature).child(objects)
}

fn signing_certificate(signing: &Signing) -> Option<Element> {
    let certificate = signing.named_certificate.as_ref().unwrap_or(&signing.signer);
    let hash = signing.certificate_digest;
    let digest = with_digest(Element::new("xades:CertDigest"), hash, &hash.of(&certificate.der));
    let (name, issuer) = match signing.named {
        Named::No => return None,
        Named::V1 => ("xades:SigningCertificate", issuer_serial(certificate)),
        Named::V2 => {
            let text = encoded(signing, &certificate.issuer_serial());
            ("xades:SigningCertificateV2", Element::new("xades:IssuerSerialV2").text(&text))
        }
    };
    Some(Element::new(name).child(Element::new("xades:Cert").child(digest).child(issuer)))
}

fn issuer_serial(certificate: &Entity) -> Element {
    let serial = certificate.serial.iter().fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
    Element::new("xades:IssuerSerial")
        .child(Element::new("ds:X509IssuerName").text(&name_text(&certificate.issuer)))
        .child(Element::new("ds:X509SerialNumber").text(&serial.to_string()))
}

/// A name as RFC 2253 writes it, organizationIdentifier as digits of its DER, as Latvian files have it.
pub fn name_text(name: &[u8]) -> String {
    let mut sets: Vec<String> = der::children(name)
        .into_iter()
        .map(|set| {
            let attribute = der::children(set)[0];
            let parts = der::children(attribute);
            let text = String::from_utf8_lossy(der::content(parts[1])).into_owned();
            match parts[0] {
                [_, _, 0x55, 0x04, 3] => format!("CN={text}"),
                [_, _, 0x55, 0x04, 6] => format!("C={text}"),
                [_, _, 0x55, 0x04, 10] => format!("O={text}"),
                [_, _, 0x55, 0x04, 11] => format!("OU={text}"),
                [_, _, 0x55, 0x04, last] => format!("2.5.4.{last}=#{}", der::hex(parts[1])),
                other => panic!("an attribute nobody wrote: {}", der::hex(other)),
            }
        })
        .collect();
    sets.reverse();
    sets.join(",")
}

/// `xades:UnsignedSignatureProperties`, still empty.
pub fn unsigned_signature_properties(signing: &Signing) -> Element {
    let element = Element::new("xades:UnsignedSignatureProperties");
    match signing.dialect {
        Dialect::Lvrtc => element.attribute("Id", &format!("{}-UnsignedSignatureProperties", signing.id)),
        Dialect::Dss => element,
    }
}

/// `xades:SignatureTimeStamp`.
pub fn signature_time_stamp(signing: &Signing, token: &[u8]) -> Element {
    let id = match signing.dialect {
        Dialect::Lvrtc => format!("{}-ts-0", signing.id),
        Dialect::Dss => time_stamp_id(token),
    };
    time_stamp(signing, Element::new("xades:SignatureTimeStamp").attribute("Id", &id), token)
}

/// As DSS names time-stamps.
pub fn time_stamp_id(token: &[u8]) -> String {
    format!("TS-{}", der::hex(&Hash::Sha256.of(token)[..16]))
}

/// A time-stamp property with its token.
pub fn time_stamp(signing: &Signing, element: Element, token: &[u8]) -> Element {
    let mut encapsulated = Element::new("xades:EncapsulatedTimeStamp");
    if signing.dialect == Dialect::Dss {
        encapsulated = encapsulated.attribute("Id", &format!("E{}", time_stamp_id(token)));
    }
    element
        .child(algorithm("ds:CanonicalizationMethod", signing.canonical().uri()))
        .child(encapsulated.text(&encoded(signing, token)))
}

/// `xades:CertificateValues`: responder, chain, time-stamping unit.
pub fn certificate_values(signing: &Signing) -> Element {
    let chain = signing.chain.iter();
    let all = std::iter::once(&signing.responder).chain(chain).chain(std::iter::once(&signing.unit));
    certificates(signing, all)
}

fn certificates<'a>(signing: &Signing, all: impl Iterator<Item = &'a Entity>) -> Element {
    let values =
        all.map(|entity| Element::new("xades:EncapsulatedX509Certificate").text(&encoded(signing, &entity.der)));
    Element::new("xades:CertificateValues").children(values)
}

/// `xades:RevocationValues`.
pub fn revocation_values(signing: &Signing, responses: &[Vec<u8>], crls: &[Vec<u8>]) -> Element {
    let values = |name: &str, items: &[Vec<u8>]| -> Vec<Element> {
        items.iter().map(|item| Element::new(name).text(&encoded(signing, item))).collect()
    };
    let mut element = Element::new("xades:RevocationValues");
    if !crls.is_empty() {
        let list = values("xades:EncapsulatedCRLValue", crls);
        element = element.child(Element::new("xades:CRLValues").children(list));
    }
    if !responses.is_empty() {
        let list = values("xades:EncapsulatedOCSPValue", responses);
        element = element.child(Element::new("xades:OCSPValues").children(list));
    }
    element
}

/// `xades141:TimeStampValidationData`: the root and its list for the time-stamping unit.
pub fn time_stamp_validation_data(signing: &Signing) -> Element {
    Element::new("xades141:TimeStampValidationData")
        .declaring("xades141", XADES141)
        .child(certificates(signing, signing.chain.last().into_iter()))
        .child(revocation_values(signing, &[], &signing.unit_crls))
}

/// The whole document.
pub fn document(
    signing: &Signing,
    info: Element,
    value: Element,
    key_info: Element,
    properties: Element,
    unsigned: Element,
) -> Element {
    let mut qualifying = Element::new("xades:QualifyingProperties").declaring("xades", XADES);
    let mut unsigned_properties = Element::new("xades:UnsignedProperties");
    if signing.dialect == Dialect::Lvrtc {
        qualifying = qualifying.attribute("Id", &format!("{}-QualifyingProperties", signing.id));
        unsigned_properties = unsigned_properties.attribute("Id", &format!("{}-UnsignedProperties", signing.id));
    }
    qualifying = qualifying.attribute("Target", &format!("#{}", signing.id)).child(properties);
    if signing.level > Level::B || !unsigned.children.is_empty() {
        qualifying = qualifying.child(unsigned_properties.child(unsigned));
    }
    let signature = Element::new("ds:Signature")
        .declaring("ds", DS)
        .attribute("Id", &signing.id)
        .child(info)
        .child(value)
        .child(key_info)
        .child(Element::new("ds:Object").child(qualifying))
        .children(signing.objects.iter().cloned());
    Element::new("asic:XAdESSignatures").declaring("asic", ASIC).child(lines(signing, signature))
}

/// An element with an `Algorithm` attribute.
pub fn algorithm(name: &str, uri: &str) -> Element {
    Element::new(name).attribute("Algorithm", uri)
}

/// The same element with digest method and value.
pub fn with_digest(element: Element, hash: Hash, digest: &[u8]) -> Element {
    element
        .child(algorithm("ds:DigestMethod", hash.uri()))
        .child(Element::new("ds:DigestValue").text(&STANDARD.encode(digest)))
}

fn lines(signing: &Signing, element: Element) -> Element {
    match signing.dialect {
        Dialect::Lvrtc => element.in_lines(),
        Dialect::Dss => element,
    }
}

/// Id of the reference of this number, from 1.
pub fn reference_id(signing: &Signing, number: usize) -> String {
    match signing.dialect {
        Dialect::Lvrtc => format!("{}-ref-{number}", signing.id),
        Dialect::Dss => format!("r-{}-{number}", signing.id),
    }
}

fn properties_id(signing: &Signing) -> String {
    match signing.dialect {
        Dialect::Lvrtc => format!("{}-SignedProperties", signing.id),
        Dialect::Dss => format!("xades-{}", signing.id),
    }
}

fn encoded(signing: &Signing, bytes: &[u8]) -> String {
    match signing.dialect {
        Dialect::Lvrtc => wrapped(bytes, "\r\n"),
        Dialect::Dss => STANDARD.encode(bytes),
    }
}

/// Base64 in lines of 76 characters, as Java writes it.
fn wrapped(bytes: &[u8], line_end: &str) -> String {
    let text = STANDARD.encode(bytes);
    let lines: Vec<&str> = text.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    lines.join(line_end)
}
