//! Who may issue exam certificates: VISC to 2024, VIAA from 2025, and whom the user recognises.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::limits;
use crate::pki::certificate::Name;

/// A body whose seal or signature makes an exam certificate official.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognisedIssuer {
    /// Short name for sentences: `VISC`.
    pub short_name: String,
    /// Exact organisation names (organizationName), any of which matches together with the country.
    pub organisation_names: Vec<String>,
    /// Country of the signing certificate: `LV`.
    pub country: String,
    /// organizationIdentifier, where known: `NTRLV-…`. Where it is, names no longer match.
    pub identifier: Option<String>,
    /// Issued from this instant on.
    pub from: Option<Timestamp>,
    /// Issued until this instant.
    pub until: Option<Timestamp>,
}

/// Who says that an issuer is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuerOrigin {
    /// It is built into the program.
    Shipped,
    /// The reader added it.
    Added,
}

/// Whether a signer is a recognised issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "issuer", rename_all = "kebab-case")]
pub enum IssuerMatch {
    /// By organisation identifier.
    ByIdentifier {
        /// Whom.
        short_name: String,
    },
    /// By exact organisation name and country.
    ByName {
        /// Whom.
        short_name: String,
    },
    /// A recognised issuer, but not at that time.
    OutsideItsTime {
        /// Whom.
        short_name: String,
    },
    /// Somebody else.
    Other {
        /// Organisation, else the person's name, as the certificate has it.
        name: String,
    },
}

impl IssuerMatch {
    /// Who it is, in short.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::ByIdentifier { short_name } | Self::ByName { short_name } | Self::OutsideItsTime { short_name } => {
                short_name
            }
            Self::Other { name } => name,
        }
    }
}

/// A file of recognised issuers cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the list of issuers cannot be used: {detail}")]
pub struct IssuersFault {
    /// What is wrong.
    pub detail: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IssuersFile {
    #[serde(default)]
    issuer: Vec<RecognisedIssuer>,
}

const SHIPPED: &str = include_str!("../../assets/policy/issuers.toml");

/// Attribute types of a subject.
const ORGANISATION: &str = "2.5.4.10";
const ORGANISATION_IDENTIFIER: &str = "2.5.4.97";
const COUNTRY: &str = "2.5.4.6";

impl RecognisedIssuer {
    /// Whether `subject` of a signing certificate is this issuer, at `at`; `None` where it is somebody else. Names are
    /// compared octet for octet: a letter that merely looks the same is another name.
    #[must_use]
    pub fn recognises(&self, subject: &Name, at: Timestamp) -> Option<IssuerMatch> {
        let short_name = self.short_name.clone();
        let found = match &self.identifier {
            Some(identifier) => {
                let same = subject.attribute(ORGANISATION_IDENTIFIER) == Some(identifier.as_str());
                same.then_some(IssuerMatch::ByIdentifier { short_name })
            }
            None => {
                let organisation = subject.attribute(ORGANISATION)?;
                let named = self.organisation_names.iter().any(|name| name == organisation);
                let country = subject.attribute(COUNTRY) == Some(self.country.as_str());
                (named && country).then_some(IssuerMatch::ByName { short_name })
            }
        }?;
        let in_time = self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until);
        Some(if in_time { found } else { IssuerMatch::OutsideItsTime { short_name: self.short_name.clone() } })
    }
}

/// Reads a file of the shape of `assets/policy/issuers.toml`.
///
/// # Errors
/// [`IssuersFault`] where a field is missing, unknown or of the wrong kind.
pub fn read_issuers(text: &str) -> Result<Vec<RecognisedIssuer>, IssuersFault> {
    let file: Result<IssuersFile, _> = toml::from_str(text);
    file.map(|file| file.issuer).map_err(|error| {
        let detail = error.to_string().chars().take(limits::FAULT_CHARACTERS).collect();
        IssuersFault { detail }
    })
}

/// Issuers as a file of that shape.
///
/// # Errors
/// [`IssuersFault`], for no issuer that was read or made here.
pub fn write_issuers(issuers: &[RecognisedIssuer]) -> Result<String, IssuersFault> {
    let file = IssuersFile { issuer: issuers.to_vec() };
    toml::to_string_pretty(&file).map_err(|error| IssuersFault { detail: error.to_string() })
}

/// The issuers the program ships: VISC and VIAA, by name until their identifiers are known.
#[must_use]
pub fn shipped_issuers() -> Vec<RecognisedIssuer> {
    read_issuers(SHIPPED).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{IssuerMatch, read_issuers, shipped_issuers};
    use crate::pki::certificate::Name;

    fn subject(organisation: &str, country: &str) -> Name {
        let attribute = |oid: &str, value: &str| (oid.to_owned(), value.to_owned());
        Name { attributes: vec![attribute("2.5.4.6", country), attribute("2.5.4.10", organisation)], der: Vec::new() }
    }

    fn matched(organisation: &str, country: &str, at: &str) -> Option<IssuerMatch> {
        let subject = subject(organisation, country);
        shipped_issuers().iter().find_map(|issuer| issuer.recognises(&subject, at.parse().unwrap()))
    }

    #[test]
    fn each_authority_is_recognised_in_its_time() {
        let by_name = |name: &str| Some(IssuerMatch::ByName { short_name: name.to_owned() });
        let outside = |name: &str| Some(IssuerMatch::OutsideItsTime { short_name: name.to_owned() });
        let (visc, viaa) = ("Valsts izglītības satura centrs", "Valsts izglītības attīstības aģentūra");
        assert_eq!(shipped_issuers().len(), 2);
        assert_eq!(matched(visc, "LV", "2024-07-11T05:00:00Z"), by_name("VISC"));
        assert_eq!(matched(visc, "LV", "2025-07-03T05:00:00Z"), outside("VISC"));
        assert_eq!(matched(viaa, "LV", "2025-07-03T05:00:00Z"), by_name("VIAA"));
        assert_eq!(matched(viaa, "LV", "2024-12-31T21:59:59Z"), outside("VIAA"));
    }

    #[test]
    fn a_name_that_only_looks_the_same_is_another() {
        for other in [
            "Valsts izglītības satura centrs ",
            "valsts izglītības satura centrs",
            "Valsts  izglītības satura centrs",
            "Vаlsts izglītības satura centrs",
            "Valsts izgli\u{304}ti\u{304}bas satura centrs",
            "VISC",
        ] {
            assert_eq!(matched(other, "LV", "2024-07-11T05:00:00Z"), None, "{other:?}");
        }
        assert_eq!(matched("Valsts izglītības satura centrs", "LT", "2024-07-11T05:00:00Z"), None);
    }

    #[test]
    fn where_an_identifier_is_known_the_name_no_longer_counts() {
        let text = "[[issuer]]\nshort_name = \"P\"\norganisation_names = [\"PARAUGS\"]\ncountry = \"LV\"\n\
                    identifier = \"NTRLV-00000000001\"\n";
        let issuer = &read_issuers(text).unwrap()[0];
        let at = "2025-01-01T00:00:00Z".parse().unwrap();
        let mut subject = subject("PARAUGS", "LV");
        assert_eq!(issuer.recognises(&subject, at), None);
        subject.attributes.push(("2.5.4.97".to_owned(), "NTRLV-00000000001".to_owned()));
        assert!(matches!(issuer.recognises(&subject, at), Some(IssuerMatch::ByIdentifier { .. })));
        assert!(read_issuers("[[issuer]]\nshort_name = 1\n").is_err());
    }
}
