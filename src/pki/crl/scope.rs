//! For which certificates a revocation list speaks (RFC 5280, 5.2 and 6.3.3).

use serde::{Deserialize, Serialize};

use super::Crl;
use crate::Timestamp;
use crate::pki::Certificate;
use crate::pki::certificate::GeneralName;
use crate::pki::der::{DerFault, Reader, generalized_time, tag};
use crate::pki::signed::Extension;

const CRL_NUMBER: &str = "2.5.29.20";
const DELTA_INDICATOR: &str = "2.5.29.27";
const DISTRIBUTION_POINT: &str = "2.5.29.28";
const AUTHORITY_KEY_IDENTIFIER: &str = "2.5.29.35";
/// expiredCertsOnCRL (ITU-T X.509, 9.5.2.8).
const EXPIRED_CERTIFICATES: &str = "2.5.29.60";

/// issuingDistributionPoint (5.2.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DistributionPoint {
    /// Whether it names where it was distributed.
    pub is_named: bool,
    /// Its addresses.
    pub addresses: Vec<String>,
    /// onlyContainsUserCerts.
    pub only_end_entities: bool,
    /// onlyContainsCACerts.
    pub only_authorities: bool,
    /// onlyContainsAttributeCerts.
    pub only_attribute_certificates: bool,
    /// onlySomeReasons is present.
    pub only_some_reasons: bool,
    /// indirectCRL: entries may be about certificates of other issuers.
    pub indirect: bool,
}

/// Why a list says nothing about a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CrlDefect {
    /// It is the list of another issuer.
    OtherIssuer,
    /// It has a critical extension that nothing here understands.
    UnknownCritical,
    /// It holds changes to another list only.
    Delta,
    /// It may be about certificates of other issuers.
    Indirect,
    /// It holds some reasons of revocation only.
    SomeReasons,
    /// It is about certificates of another kind.
    OtherKind,
    /// It comes from a distribution point that the certificate does not name.
    OtherDistributionPoint,
}

/// What the extensions of a list say.
#[derive(Default)]
pub(super) struct Scope {
    pub(super) number: Option<String>,
    pub(super) authority_key_identifier: Option<Vec<u8>>,
    pub(super) delta_of: Option<String>,
    pub(super) distribution_point: Option<DistributionPoint>,
    pub(super) expired_certificates_since: Option<Timestamp>,
    pub(super) unknown_critical: Vec<String>,
}

pub(super) fn read(extensions: &[Extension<'_>]) -> Result<Scope, DerFault> {
    let mut scope = Scope::default();
    for extension in extensions {
        let mut value = Reader::new(extension.value);
        match extension.identifier.as_str() {
            CRL_NUMBER => scope.number = Some(value.integer()?),
            DELTA_INDICATOR => scope.delta_of = Some(value.integer()?),
            DISTRIBUTION_POINT => scope.distribution_point = Some(distribution_point(value.inside(tag::SEQUENCE)?)?),
            AUTHORITY_KEY_IDENTIFIER => {
                let key = value.inside(tag::SEQUENCE)?.optional(tag::primitive(0))?;
                scope.authority_key_identifier = key.map(|key| key.content.to_vec());
            }
            EXPIRED_CERTIFICATES => {
                scope.expired_certificates_since = Some(generalized_time(value.value(tag::GENERALIZED_TIME)?.content)?);
            }
            _ if extension.critical => scope.unknown_critical.push(extension.identifier.clone()),
            _ => {}
        }
    }
    Ok(scope)
}

fn distribution_point(mut fields: Reader<'_>) -> Result<DistributionPoint, DerFault> {
    let mut point = DistributionPoint::default();
    while !fields.is_empty() {
        let field = fields.any()?;
        let set = field.content != [0];
        match field.tag {
            0xa0 => {
                point.is_named = true;
                // fullName; a name relative to the issuer has no addresses.
                if let Some(names) = Reader::new(field.content).optional(tag::context(0))? {
                    let names = GeneralName::read_all(names.content)?;
                    let addresses = names.into_iter().filter_map(|name| match name {
                        GeneralName::Uri(uri) => Some(uri),
                        _ => None,
                    });
                    point.addresses = addresses.collect();
                }
            }
            0x81 => point.only_end_entities = set,
            0x82 => point.only_authorities = set,
            0x83 => point.only_some_reasons = true,
            0x84 => point.indirect = set,
            0x85 => point.only_attribute_certificates = set,
            _ => return Err(DerFault("a distribution point of another form")),
        }
    }
    Ok(point)
}

impl Crl {
    /// Why this list says nothing about `certificate`; `None` where it does. Times and signature are not looked at.
    #[must_use]
    pub fn defect_for(&self, certificate: &Certificate) -> Option<CrlDefect> {
        if !self.issuer.same(&certificate.issuer) {
            return Some(CrlDefect::OtherIssuer);
        }
        if !self.unknown_critical.is_empty() {
            return Some(CrlDefect::UnknownCritical);
        }
        if self.delta_of.is_some() {
            return Some(CrlDefect::Delta);
        }
        self.distribution_point.as_ref().and_then(|point| point.defect_for(certificate))
    }
}

impl DistributionPoint {
    fn defect_for(&self, certificate: &Certificate) -> Option<CrlDefect> {
        let is_authority = certificate.extensions.certificate_authority.is_some();
        let other_kind = self.only_attribute_certificates
            || (self.only_end_entities && is_authority)
            || (self.only_authorities && !is_authority);
        let stated = &certificate.extensions.crl_distribution_points;
        let other_point = self.is_named && !self.addresses.iter().any(|address| stated.contains(address));
        match () {
            () if self.indirect => Some(CrlDefect::Indirect),
            () if self.only_some_reasons => Some(CrlDefect::SomeReasons),
            () if other_kind => Some(CrlDefect::OtherKind),
            () if other_point => Some(CrlDefect::OtherDistributionPoint),
            () => None,
        }
    }
}
