//! Certificates as an address of caIssuers serves them (RFC 5280, 4.2.2.1): one in DER, or a certs-only CMS message (RFC
//! 8551, 3.8) in DER or BER. Servers also serve either of them as PEM (RFC 7468).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Certificate;
use super::der::{DerFault, Reader, normalise, tag};
use crate::limits;

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";

/// Octets hold no certificates in a form that an issuer's address may serve.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("holds no certificate: {detail}")]
pub struct NoCertificates {
    /// What is wrong, for the technical details.
    pub detail: String,
}

/// Reads every certificate of `octets`, in their order; at least one.
///
/// # Errors
/// [`NoCertificates`] where they have none of these forms, where a certificate in them cannot be read, or where they are too
/// many.
pub fn read_certificates(octets: &[u8]) -> Result<Vec<Certificate>, NoCertificates> {
    let text = std::str::from_utf8(octets).ok().filter(|text| text.contains(BEGIN));
    let found = match text {
        Some(text) => armoured(text)?,
        None => plain(octets)?,
    };
    match found.len() {
        0 => Err(refused("nothing there")),
        1..=limits::ANSWER_CERTIFICATES => Ok(found),
        _ => Err(refused("too many")),
    }
}

fn refused(detail: &str) -> NoCertificates {
    NoCertificates { detail: detail.to_owned() }
}

/// One certificate, or a message of them.
fn plain(octets: &[u8]) -> Result<Vec<Certificate>, NoCertificates> {
    match Certificate::parse(octets) {
        Ok(certificate) => Ok(vec![certificate]),
        Err(fault) => certificates_only(octets).map_err(|message| {
            let detail = format!("{fault}; nor a message of certificates: {message}");
            NoCertificates { detail }
        }),
    }
}

/// PEM blocks; what stands between them is a comment (RFC 7468, 2).
fn armoured(text: &str) -> Result<Vec<Certificate>, NoCertificates> {
    let mut found = Vec::new();
    for block in text.split(BEGIN).skip(1) {
        let (label, rest) = block.split_once(DASHES).ok_or_else(|| refused("a block without a label"))?;
        let end = format!("-----END {label}-----");
        let (body, _) = rest.split_once(&end).ok_or_else(|| refused("a block without an end"))?;
        let digits: String = body.split_ascii_whitespace().collect();
        let octets = STANDARD.decode(digits).map_err(|_| refused("a block that is not base64"))?;
        match label {
            "CERTIFICATE" | "X509 CERTIFICATE" => {
                found.push(Certificate::parse(&octets).map_err(|fault| refused(&fault.to_string()))?);
            }
            "PKCS7" | "CMS" => {
                found.extend(certificates_only(&octets).map_err(|fault| refused(&fault.to_string()))?);
            }
            _ => return Err(refused("a block of another kind")),
        }
        if found.len() > limits::ANSWER_CERTIFICATES {
            return Err(refused("too many"));
        }
    }
    Ok(found)
}

/// SignedData without content and without signers (RFC 5652, 5.1; RFC 8551, 3.8). Nobody signed the message: what its
/// certificates are worth, their own signatures say.
fn certificates_only(octets: &[u8]) -> Result<Vec<Certificate>, DerFault> {
    let der = normalise(octets)?;
    let mut file = Reader::new(&der);
    let mut info = file.inside(tag::SEQUENCE)?;
    file.end()?;
    if info.object_identifier()? != SIGNED_DATA {
        return Err(DerFault("not signed data"));
    }
    let mut explicit = info.inside(tag::context(0))?;
    info.end()?;
    let mut data = explicit.inside(tag::SEQUENCE)?;
    explicit.end()?;
    data.small_integer()?;
    data.value(tag::SET)?;
    let mut encapsulated = data.inside(tag::SEQUENCE)?;
    encapsulated.object_identifier()?;
    encapsulated.end()?;
    let mut list = data.inside(tag::context(0))?;
    data.optional(tag::context(1))?;
    data.inside(tag::SET)?.end()?;
    data.end()?;
    let mut found = Vec::new();
    while !list.is_empty() {
        let value = list.any()?;
        // Other kinds of certificates have tags of their own (RFC 5652, 10.2.2).
        if value.tag == tag::SEQUENCE {
            found.push(Certificate::parse(value.octets).map_err(|_| DerFault("a certificate that cannot be read"))?);
        }
        if found.len() > limits::ANSWER_CERTIFICATES {
            return Err(DerFault("too many certificates"));
        }
    }
    Ok(found)
}
