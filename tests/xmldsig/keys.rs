//! Keys that a signature brings along. Only these tests trust them.

use std::fs;
use std::path::{Path, PathBuf};

use edoc::crypto::{KeyFamily, PublicKey};
use edoc::xades::dsig::{self, decode_base64, key_info_certificates, text_of};
use edoc::xml::Node;
use x509_parser::prelude::{FromDer, X509Certificate};

const DSIG11: &str = "http://www.w3.org/2009/xmldsig11#";
const MORE: &str = "http://www.w3.org/2001/04/xmldsig-more#";
const RSA_ENCRYPTION: [u8; 15] =
    [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00];
const EC_PUBLIC_KEY: [u8; 9] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];

/// Whether keys can be read at all.
pub fn are_supported() -> bool {
    let modulus = [vec![0xC1; 255], vec![0xC3]].concat();
    PublicKey::from_spki(&rsa(&modulus, &[1, 0, 1])).is_some_and(|key| key.family == KeyFamily::Rsa)
}

/// Every key in the KeyInfo of a signature; `None` for a key of an unsupported kind.
pub fn of(signature: Node<'_, '_>) -> Vec<Option<PublicKey>> {
    let Some(key_info) = signature.children().find(|child| child.has_tag_name((dsig::NAMESPACE, "KeyInfo"))) else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    for node in key_info.descendants() {
        let spki = match (node.tag_name().namespace(), node.tag_name().name()) {
            (Some(dsig::NAMESPACE), "RSAKeyValue") => octets(node, dsig::NAMESPACE, "Modulus")
                .zip(octets(node, dsig::NAMESPACE, "Exponent"))
                .map(|(modulus, exponent)| rsa(&modulus, &exponent)),
            (Some(DSIG11), "ECKeyValue") => ec(node),
            (Some(MORE), "ECDSAKeyValue") => ec_of_rfc_4050(node),
            (Some(DSIG11), "DEREncodedKeyValue") => text_of(node).and_then(|text| decode_base64(&text)),
            (Some(dsig::NAMESPACE), "DSAKeyValue") => None,
            _ => continue,
        };
        keys.push(spki.and_then(|spki| PublicKey::from_spki(&spki)));
    }
    for der in key_info_certificates(signature) {
        let spki = X509Certificate::from_der(&der).ok().map(|(_, certificate)| certificate.public_key().raw.to_vec());
        keys.push(spki.and_then(|spki| PublicKey::from_spki(&spki)));
    }
    keys
}

/// Keys of the certificates and key files in `folder`, in the folders below it and in `keys` beside it.
pub fn beside(folder: &Path) -> Vec<PublicKey> {
    let mut files = Vec::new();
    files_below(folder, &mut files);
    files_below(&folder.join("../keys"), &mut files);
    files.iter().filter_map(|file| read_key(file)).collect()
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files_below(&path, files);
        } else if path.extension().is_some_and(|kind| ["crt", "der", "pem", "cer"].iter().any(|known| kind == *known)) {
            files.push(path);
        }
    }
}

fn read_key(file: &Path) -> Option<PublicKey> {
    let octets = fs::read(file).ok()?;
    let der = match std::str::from_utf8(&octets).ok().and_then(|text| text.split_once("-----BEGIN ")) {
        Some((_, block)) => {
            let (kind, rest) = block.split_once("-----")?;
            if kind != "CERTIFICATE" && kind != "PUBLIC KEY" {
                return None;
            }
            decode_base64(rest.split_once("-----END")?.0)?
        }
        None => octets,
    };
    match X509Certificate::from_der(&der) {
        Ok((_, certificate)) => PublicKey::from_spki(certificate.public_key().raw),
        Err(_) => PublicKey::from_spki(&der),
    }
}

fn octets(parent: Node<'_, '_>, namespace: &str, name: &str) -> Option<Vec<u8>> {
    let child = parent.children().find(|child| child.has_tag_name((namespace, name)))?;
    decode_base64(&text_of(child)?)
}

fn ec(node: Node<'_, '_>) -> Option<Vec<u8>> {
    let curve = node.children().find(|child| child.has_tag_name((DSIG11, "NamedCurve")))?.attribute("URI")?;
    Some(point_on(curve_of(curve)?.0, &octets(node, DSIG11, "PublicKey")?))
}

/// The form of RFC 4050, with coordinates in decimal digits.
fn ec_of_rfc_4050(node: Node<'_, '_>) -> Option<Vec<u8>> {
    let named = |name: &str| node.descendants().find(|below| below.tag_name().name() == name);
    let (curve, size) = curve_of(named("NamedCurve")?.attribute("URN")?)?;
    let mut point = vec![4];
    for name in ["X", "Y"] {
        point.extend(big_endian(named(name)?.attribute("Value")?, size)?);
    }
    Some(point_on(curve, &point))
}

fn big_endian(decimal: &str, size: usize) -> Option<Vec<u8>> {
    let mut value = vec![0_u8; size];
    for digit in decimal.chars() {
        let mut carry = digit.to_digit(10)?;
        for byte in value.iter_mut().rev() {
            let sum = u32::from(*byte) * 10 + carry;
            *byte = (sum & 0xFF) as u8;
            carry = sum >> 8;
        }
    }
    Some(value)
}

/// Identifier of a curve and octets of a coordinate.
fn curve_of(urn: &str) -> Option<(&'static [u8], usize)> {
    match urn.strip_prefix("urn:oid:")? {
        "1.2.840.10045.3.1.7" => Some((&[0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07], 32)),
        "1.3.132.0.34" => Some((&[0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22], 48)),
        "1.3.132.0.35" => Some((&[0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x23], 66)),
        _ => None,
    }
}

fn point_on(curve: &[u8], point: &[u8]) -> Vec<u8> {
    let algorithm = der(0x30, &[&EC_PUBLIC_KEY, curve].concat());
    der(0x30, &[algorithm, der(0x03, &[&[0][..], point].concat())].concat())
}

fn rsa(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
    let numbers = [integer(modulus), integer(exponent)].concat();
    let key = der(0x30, &numbers);
    der(0x30, &[&RSA_ENCRYPTION[..], &der(0x03, &[&[0][..], &key].concat())].concat())
}

fn integer(value: &[u8]) -> Vec<u8> {
    let start = value.iter().position(|byte| *byte != 0).unwrap_or(value.len());
    let value = &value[start..];
    let sign: &[u8] = if value.first().is_none_or(|first| *first >= 0x80) { &[0] } else { &[] };
    der(0x02, &[sign, value].concat())
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut value = vec![tag];
    match length {
        0..=127 => value.push(length as u8),
        128..=255 => value.extend([0x81, length as u8]),
        _ => value.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    value.extend_from_slice(content);
    value
}
