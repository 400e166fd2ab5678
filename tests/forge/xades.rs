//! Writes XAdES signatures in the two dialects met in Latvia. The forge computes every canonical form by itself.
//!
//! The order of work: references to the documents and to the signed properties; SignedInfo and its value; the
//! signature time-stamp over the value; certificates and revocation data; the archive time-stamp; the document.

pub mod parts;
pub mod stamps;

use super::keys::{Hash, Scheme};
use super::ocsp::Response;
use super::time::Instant;
use super::tst::Token;
use super::x509::Entity;
use super::xml::{Canonical, Element};
pub use stamps::{Archive, Content, Extended};
use std::rc::Rc;

pub const ASIC: &str = "http://uri.etsi.org/02918/v1.2.1#";
pub const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
pub const XADES: &str = "http://uri.etsi.org/01903/v1.3.2#";
pub const XADES141: &str = "http://uri.etsi.org/01903/v1.4.1#";

/// Who wrote the signature, in effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The library of LVRTC: `META-INF/edoc-signatures-S1.xml`, Canonical XML 1.1.
    Lvrtc,
    /// EU DSS and DigiDoc4j: `META-INF/signatures0.xml`, exclusive canonicalisation.
    Dss,
}

/// Baseline level to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    B,
    T,
    Lt,
    Lta,
}

/// Which property names the signing certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    No,
    V1,
    V2,
}

/// A file of the container.
#[derive(Clone, Debug)]
pub struct Document {
    pub name: String,
    pub media_type: String,
    pub data: Vec<u8>,
}

impl Document {
    /// A file with its declared media type.
    pub fn new(name: &str, media_type: &str, data: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), media_type: media_type.to_owned(), data: data.into() }
    }
}

/// One `ds:Reference` to a file.
#[derive(Clone, Debug)]
pub struct Reference {
    pub uri: String,
    pub media_type: String,
    pub hash: Hash,
    /// Bytes whose digest is written.
    pub data: Vec<u8>,
}

/// Changes something just before it is used. None: left as it is.
pub type Hook<T> = Option<Rc<dyn Fn(&mut T)>>;

/// Everything a signature will say. `Signing::new` gives an honest one; change fields or hooks to forge.
#[derive(Clone)]
pub struct Signing {
    pub dialect: Dialect,
    pub level: Level,
    /// Id of the signature: `S1` or `id-…`.
    pub id: String,
    /// Path of the signature file in the container.
    pub path: String,
    pub signer: Entity,
    /// The signer's issuer first, then upwards to the root.
    pub chain: Vec<Entity>,
    pub responder: Entity,
    pub unit: Entity,
    pub archive_unit: Entity,
    pub scheme: Scheme,
    /// Digest of references.
    pub digest: Hash,
    /// Digest of the certificate in the signing-certificate property.
    pub certificate_digest: Hash,
    pub named: Named,
    /// Certificate named by that property; none: the signer's.
    pub named_certificate: Option<Entity>,
    pub signing_time: Instant,
    pub stamp_time: Instant,
    pub ocsp_time: Instant,
    pub archive_time: Instant,
    /// References to files; none: one for every document handed over.
    pub references: Option<Vec<Reference>>,
    /// Canonicalisation of SignedInfo and time-stamps; none: the dialect's.
    pub canonical: Option<Canonical>,
    /// CRLs sent along in RevocationValues.
    pub crls: Vec<Vec<u8>>,
    /// CRLs sent along for the time-stamping unit (TimeStampValidationData).
    pub unit_crls: Vec<Vec<u8>>,
    /// A time-stamp over data before signing.
    pub content: Option<Content>,
    /// References to validation data, and time-stamps over them, before the archive time-stamp.
    pub extended: Option<Extended>,
    /// Which archive time-stamps are made, one after the other, at level LTA.
    pub archives: Vec<Archive>,
    /// Further `ds:Object` elements.
    pub objects: Vec<Element>,
    pub on_response: Hook<Response>,
    /// Every token before the archive time-stamp.
    pub on_token: Hook<Token>,
    pub on_archive_token: Hook<Token>,
    /// Before their digest is taken.
    pub on_signed_properties: Hook<Element>,
    /// Before it is signed.
    pub on_signed_info: Hook<Element>,
    /// The finished signature value, raw bytes.
    pub on_value: Hook<Vec<u8>>,
    /// KeyInfo, after signing.
    pub on_key_info: Hook<Element>,
    /// UnsignedSignatureProperties, before the archive time-stamp.
    pub on_unsigned: Hook<Element>,
    /// The whole document as a tree, after signing.
    pub on_root: Hook<Element>,
    /// The whole document as text, after signing.
    pub on_xml: Hook<String>,
}

/// A finished signature file.
#[derive(Clone, Debug)]
pub struct SignatureFile {
    pub path: String,
    pub xml: String,
}

impl Signing {
    /// An honest signature: time-stamp five seconds after the claimed time, OCSP answer the second after that.
    pub fn new(
        dialect: Dialect,
        signer: &Entity,
        chain: &[Entity],
        responder: &Entity,
        unit: &Entity,
        at: &str,
    ) -> Self {
        let at = Instant::of(at);
        let (id, path) = match dialect {
            Dialect::Lvrtc => ("S1".to_owned(), "META-INF/edoc-signatures-S1.xml".to_owned()),
            Dialect::Dss => {
                let digest = Hash::Sha256.of(&[signer.der.as_slice(), &at.0.to_be_bytes()].concat());
                (format!("id-{}", super::der::hex(&digest[..16])), "META-INF/signatures0.xml".to_owned())
            }
        };
        Self {
            dialect,
            level: Level::Lt,
            id,
            path,
            signer: signer.clone(),
            chain: chain.to_vec(),
            responder: responder.clone(),
            unit: unit.clone(),
            archive_unit: unit.clone(),
            scheme: signer.key.scheme(),
            digest: Hash::Sha256,
            certificate_digest: Hash::Sha256,
            named: Named::V2,
            named_certificate: None,
            signing_time: at,
            stamp_time: at.plus(5),
            ocsp_time: at.plus(6),
            archive_time: at.plus(30),
            references: None,
            canonical: None,
            crls: Vec::new(),
            unit_crls: Vec::new(),
            content: None,
            extended: None,
            archives: vec![Archive::New],
            objects: Vec::new(),
            on_response: None,
            on_token: None,
            on_archive_token: None,
            on_signed_properties: None,
            on_signed_info: None,
            on_value: None,
            on_key_info: None,
            on_unsigned: None,
            on_root: None,
            on_xml: None,
        }
    }

    /// The same as the signature of this number in its container, from 1 (LVRTC) or 0 (DSS).
    pub fn numbered(mut self, number: usize) -> Self {
        match self.dialect {
            Dialect::Lvrtc => {
                self.id = format!("S{number}");
                self.path = format!("META-INF/edoc-signatures-S{number}.xml");
            }
            Dialect::Dss => self.path = format!("META-INF/signatures{number}.xml"),
        }
        self
    }

    /// Canonicalisation of SignedInfo and of time-stamps.
    pub fn canonical(&self) -> Canonical {
        self.canonical.unwrap_or(match self.dialect {
            Dialect::Lvrtc => Canonical::Inclusive11,
            Dialect::Dss => Canonical::Exclusive,
        })
    }

    /// Signs these documents.
    pub fn sign(&self, documents: &[Document]) -> SignatureFile {
        let references = self
            .references
            .clone()
            .unwrap_or_else(|| documents.iter().map(|document| Reference::to(document, self.digest)).collect());
        let mut properties = parts::signed_properties(self, &references);
        stamps::add_content(self, &references, &mut properties);
        apply(&self.on_signed_properties, &mut properties);
        let properties_bytes = properties.canonical(parts::properties_form(self.dialect), &within_properties());

        let mut info = parts::signed_info(self, &references, &properties_bytes);
        apply(&self.on_signed_info, &mut info);
        let info_bytes = info.canonical(self.canonical(), &within_signature());
        let mut value = self.signer.key.sign_xml(self.scheme, &info_bytes);
        apply(&self.on_value, &mut value);
        let value = parts::signature_value(self, &value);
        let mut key_info = parts::key_info(self);
        apply(&self.on_key_info, &mut key_info);

        let value_bytes = value.canonical(self.canonical(), &within_signature());
        let mut unsigned = self.unsigned(&value_bytes);
        stamps::add_extended(self, &value_bytes, &mut unsigned);
        apply(&self.on_unsigned, &mut unsigned);
        if self.level >= Level::Lta {
            // Without a transform the reference to the properties gives nodes: the time-stamp's own form applies.
            let properties = match self.dialect {
                Dialect::Lvrtc => properties.canonical(self.canonical(), &within_properties()),
                Dialect::Dss => properties_bytes,
            };
            let mut before: Vec<u8> = references.iter().flat_map(|reference| reference.data.clone()).collect();
            before.extend(properties);
            before.extend(&info_bytes);
            before.extend(&value_bytes);
            before.extend(key_info.canonical(self.canonical(), &within_signature()));
            stamps::add_archives(self, &before, &mut unsigned);
        }
        let mut root = parts::document(self, info, value, key_info, properties, unsigned);
        apply(&self.on_root, &mut root);
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>";
        let mut xml = format!("{declaration}{}", root.document());
        apply(&self.on_xml, &mut xml);
        SignatureFile { path: self.path.clone(), xml }
    }

    fn unsigned(&self, value_bytes: &[u8]) -> Element {
        let mut unsigned = parts::unsigned_signature_properties(self);
        if self.level >= Level::T {
            let mut token = Token::over(value_bytes, &self.unit, self.stamp_time);
            apply(&self.on_token, &mut token);
            unsigned = unsigned.child(parts::signature_time_stamp(self, &token.encoded()));
        }
        if self.level >= Level::Lt {
            let issuer = self.chain.first().unwrap_or(&self.signer);
            let mut response = Response::good(&self.signer, issuer, &self.responder, self.ocsp_time);
            apply(&self.on_response, &mut response);
            if self.dialect == Dialect::Dss {
                unsigned = unsigned.child(parts::certificate_values(self));
            }
            unsigned = unsigned.child(parts::revocation_values(self, &[response.der()], &self.crls));
            if !self.unit_crls.is_empty() {
                unsigned = unsigned.child(parts::time_stamp_validation_data(self));
            }
        }
        unsigned
    }
}

impl Reference {
    /// A reference to a document by its percent-encoded name.
    pub fn to(document: &Document, hash: Hash) -> Self {
        let (media_type, data) = (document.media_type.clone(), document.data.clone());
        Self { uri: percent_encoded(&document.name), media_type, hash, data }
    }
}

/// UTF-8 bytes outside the unreserved set, `/` and `+` as `%XX`.
pub fn percent_encoded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/+".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

/// Lets a hook change a value.
pub fn apply<T>(hook: &Hook<T>, value: &mut T) {
    if let Some(hook) = hook {
        hook(value);
    }
}

/// Bindings around the children of `ds:Signature`.
fn within_signature() -> Vec<(String, String)> {
    vec![("asic".to_owned(), ASIC.to_owned()), ("ds".to_owned(), DS.to_owned())]
}

/// Bindings around the children of `xades:QualifyingProperties`.
fn within_properties() -> Vec<(String, String)> {
    let mut bindings = within_signature();
    bindings.push(("xades".to_owned(), XADES.to_owned()));
    bindings
}
