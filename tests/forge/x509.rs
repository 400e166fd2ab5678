//! Certificates with the extensions European ones carry. Every field may be forged.

use super::der;
use super::keys::{Key, Scheme};
use super::time::Instant;

/// One attribute of a name: dotted type and text.
pub type Attribute<'a> = (&'a str, &'a str);

pub const COUNTRY: &str = "2.5.4.6";
pub const ORGANIZATION: &str = "2.5.4.10";
pub const UNIT: &str = "2.5.4.11";
pub const ORGANIZATION_IDENTIFIER: &str = "2.5.4.97";
pub const COMMON_NAME: &str = "2.5.4.3";
pub const SURNAME: &str = "2.5.4.4";
pub const GIVEN_NAME: &str = "2.5.4.42";
pub const SERIAL_NUMBER: &str = "2.5.4.5";

/// Name in DER, one attribute a set, in the order given.
pub fn name(attributes: &[Attribute<'_>]) -> Vec<u8> {
    let sets: Vec<_> = attributes
        .iter()
        .map(|(kind, text)| {
            let printable = matches!(*kind, COUNTRY | SERIAL_NUMBER);
            let value = if printable { der::printable(text) } else { der::utf8(text) };
            der::set(&[der::sequence(&[der::oid(kind), value])])
        })
        .collect();
    der::sequence(&sets)
}

/// How important an extension says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Critical,
    Plain,
}

/// One extension: dotted identifier, weight, DER value.
#[derive(Clone, Debug)]
pub struct Extension {
    pub id: String,
    pub weight: Weight,
    pub value: Vec<u8>,
}

impl Extension {
    /// An extension of any kind.
    pub fn new(id: &str, weight: Weight, value: Vec<u8>) -> Self {
        Self { id: id.to_owned(), weight, value }
    }

    /// basicConstraints of an authority.
    pub fn authority(path_length: Option<u64>) -> Self {
        let mut content = vec![der::truth()];
        content.extend(path_length.map(der::number));
        Self::new("2.5.29.19", Weight::Critical, der::sequence(&content))
    }

    /// basicConstraints of an end entity.
    pub fn end_entity() -> Self {
        Self::new("2.5.29.19", Weight::Critical, der::sequence::<Vec<u8>>(&[]))
    }

    /// keyUsage: 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign, 6 cRLSign.
    pub fn key_usage(bits: &[u8]) -> Self {
        Self::new("2.5.29.15", Weight::Critical, der::named_bits(bits))
    }

    /// extKeyUsage.
    pub fn purposes(weight: Weight, purposes: &[&str]) -> Self {
        let purposes: Vec<_> = purposes.iter().map(|purpose| der::oid(purpose)).collect();
        Self::new("2.5.29.37", weight, der::sequence(&purposes))
    }

    /// subjectKeyIdentifier.
    pub fn subject_key(key: &Key) -> Self {
        Self::new("2.5.29.14", Weight::Plain, der::octets(&key.identifier()))
    }

    /// authorityKeyIdentifier.
    pub fn authority_key(issuer: &Key) -> Self {
        let value = der::sequence(&[der::context_primitive(0, &issuer.identifier())]);
        Self::new("2.5.29.35", Weight::Plain, value)
    }

    /// certificatePolicies, each with the address of a practice statement.
    pub fn policies(policies: &[&str], practice: &str) -> Self {
        let qualifier = der::sequence(&[der::oid("1.3.6.1.5.5.7.2.1"), der::ia5(practice)]);
        let items: Vec<_> = policies
            .iter()
            .map(|policy| der::sequence(&[der::oid(policy), der::sequence(std::slice::from_ref(&qualifier))]))
            .collect();
        Self::new("2.5.29.32", Weight::Plain, der::sequence(&items))
    }

    /// authorityInfoAccess: address of the issuer's certificate and of its OCSP service.
    pub fn access(issuer: Option<&str>, ocsp: Option<&str>) -> Self {
        let item = |method: &str, address: &str| {
            der::sequence(&[der::oid(method), der::context_primitive(6, address.as_bytes())])
        };
        let mut items = Vec::new();
        items.extend(issuer.map(|address| item("1.3.6.1.5.5.7.48.2", address)));
        items.extend(ocsp.map(|address| item("1.3.6.1.5.5.7.48.1", address)));
        Self::new("1.3.6.1.5.5.7.1.1", Weight::Plain, der::sequence(&items))
    }

    /// cRLDistributionPoints with one address.
    pub fn distribution(address: &str) -> Self {
        let full = der::context(0, &der::context_primitive(6, address.as_bytes()));
        let point = der::sequence(&[der::context(0, &full)]);
        Self::new("2.5.29.31", Weight::Plain, der::sequence(&[point]))
    }

    /// ocsp-nocheck (RFC 6960, 4.2.2.2.1).
    pub fn no_check() -> Self {
        Self::new("1.3.6.1.5.5.7.48.1.5", Weight::Plain, der::null())
    }

    /// qcStatements (ETSI EN 319 412-5).
    pub fn qualified(kind: Qualified, device: Device) -> Self {
        let statement = |id: &str| der::sequence(&[der::oid(id)]);
        let kinds = match kind {
            Qualified::Signature => "0.4.0.1862.1.6.1",
            Qualified::Seal => "0.4.0.1862.1.6.2",
        };
        let semantics = match kind {
            Qualified::Signature => "0.4.0.194121.1.1",
            Qualified::Seal => "0.4.0.194121.1.2",
        };
        let disclosure = |address: &str, language: &str| der::sequence(&[der::ia5(address), der::printable(language)]);
        let mut statements = vec![
            statement("0.4.0.1862.1.1"),
            der::sequence(&[der::oid("0.4.0.1862.1.6"), der::sequence(&[der::oid(kinds)])]),
            der::sequence(&[der::oid("1.3.6.1.5.5.7.11.2"), der::sequence(&[der::oid(semantics)])]),
            der::sequence(&[
                der::oid("0.4.0.1862.1.5"),
                der::sequence(&[
                    disclosure("https://paraugs.example/en/pds", "en"),
                    disclosure("https://paraugs.example/lv/pds", "lv"),
                ]),
            ]),
        ];
        if device == Device::Certified {
            statements.push(statement("0.4.0.1862.1.4"));
        }
        Self::new("1.3.6.1.5.5.7.1.3", Weight::Plain, der::sequence(&statements))
    }

    fn encoded(&self) -> Vec<u8> {
        let mut parts = vec![der::oid(&self.id)];
        if self.weight == Weight::Critical {
            parts.push(der::truth());
        }
        parts.push(der::octets(&self.value));
        der::sequence(&parts)
    }
}

/// What a qualified certificate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualified {
    Signature,
    Seal,
}

/// Whether the key is said to live in a qualified device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    Certified,
    None,
}

/// SEQUENCE of extensions.
pub fn extensions(list: &[Extension]) -> Vec<u8> {
    let encoded: Vec<_> = list.iter().map(Extension::encoded).collect();
    der::sequence(&encoded)
}

/// Everything a certificate will say.
#[derive(Clone)]
pub struct Template {
    /// 2 is X.509 version 3.
    pub version: u64,
    pub serial: Vec<u8>,
    pub subject: Vec<u8>,
    pub not_before: Instant,
    pub not_after: Instant,
    pub key: Key,
    pub extensions: Vec<Extension>,
    /// Algorithm the issuer signs with; none: the usual one of its key.
    pub scheme: Option<Scheme>,
    /// Another issuer name than the issuer's own.
    pub issuer: Option<Vec<u8>>,
    /// Another SubjectPublicKeyInfo than the key's own.
    pub public_info: Option<Vec<u8>>,
    /// AlgorithmIdentifier written outside, when it shall differ from the one inside.
    pub outer_algorithm: Option<Vec<u8>>,
}

/// A certificate and the key behind it.
#[derive(Clone)]
pub struct Entity {
    pub der: Vec<u8>,
    pub subject: Vec<u8>,
    pub issuer: Vec<u8>,
    pub serial: Vec<u8>,
    pub key: Key,
    pub not_after: Instant,
}

impl Template {
    /// A certificate without extensions; the serial follows from subject and start, so that it repeats.
    pub fn new(subject: &[Attribute<'_>], key: &Key, not_before: &str, not_after: &str) -> Self {
        let subject = name(subject);
        let mut serial = super::keys::Hash::Sha256.of(&[subject.as_slice(), not_before.as_bytes()].concat());
        serial.truncate(16);
        serial[0] = serial[0] & 0x3F | 0x40;
        let (not_before, not_after) = (Instant::of(not_before), Instant::of(not_after));
        let (extensions, key) = (Vec::new(), key.clone());
        Self {
            version: 2,
            serial,
            subject,
            not_before,
            not_after,
            key,
            extensions,
            scheme: None,
            issuer: None,
            public_info: None,
            outer_algorithm: None,
        }
    }

    /// The same with these extensions added.
    pub fn with(mut self, extensions: impl IntoIterator<Item = Extension>) -> Self {
        self.extensions.extend(extensions);
        self
    }

    /// The same without the extension of this identifier.
    pub fn without(mut self, id: &str) -> Self {
        self.extensions.retain(|extension| extension.id != id);
        self
    }

    /// Signed by its own key.
    pub fn self_signed(&self) -> Entity {
        self.signed(&self.subject, &self.key)
    }

    /// Signed by an authority.
    pub fn issued_by(&self, issuer: &Entity) -> Entity {
        self.signed(&issuer.subject, &issuer.key)
    }

    /// Signed by any key under any name.
    pub fn signed(&self, issuer_name: &[u8], issuer_key: &Key) -> Entity {
        let issuer = self.issuer.clone().unwrap_or_else(|| issuer_name.to_vec());
        let scheme = self.scheme.unwrap_or_else(|| issuer_key.scheme());
        let mut parts = Vec::new();
        if self.version > 0 {
            parts.push(der::context(0, &der::number(self.version)));
        }
        parts.push(der::integer(&self.serial));
        parts.push(scheme.algorithm());
        parts.push(issuer.clone());
        parts.push(der::sequence(&[self.not_before.certificate(), self.not_after.certificate()]));
        parts.push(self.subject.clone());
        parts.push(self.public_info.clone().unwrap_or_else(|| self.key.public_info()));
        if !self.extensions.is_empty() {
            parts.push(der::context(3, &extensions(&self.extensions)));
        }
        let inner = der::sequence(&parts);
        let value = der::bits(&issuer_key.sign(scheme, &inner));
        let outer = self.outer_algorithm.clone().unwrap_or_else(|| scheme.algorithm());
        Entity {
            der: der::sequence(&[inner, outer, value]),
            subject: self.subject.clone(),
            issuer,
            serial: self.serial.clone(),
            key: self.key.clone(),
            not_after: self.not_after,
        }
    }
}

impl Entity {
    /// IssuerSerial of RFC 5035: GeneralNames with the issuer, and the serial number.
    pub fn issuer_serial(&self) -> Vec<u8> {
        let names = der::sequence(&[der::context(4, &self.issuer)]);
        der::sequence(&[names, der::integer(&self.serial)])
    }
}

/// The common name of a name the forge wrote.
pub fn common_name(name: &[u8]) -> String {
    let found = der::children(name).into_iter().find_map(|set| {
        let parts = der::children(der::children(set)[0]);
        (parts[0] == der::oid(COMMON_NAME)).then(|| String::from_utf8_lossy(der::content(parts[1])).into_owned())
    });
    found.unwrap_or_default()
}
