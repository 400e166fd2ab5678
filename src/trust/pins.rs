//! The certificates that may sign the list of lists (`assets/trust/pins.toml`): the only root of everything.

use serde::Deserialize;

use crate::crypto::Sha256;

/// Whom the program trusts before anybody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pins {
    /// Where the list of lists is.
    pub lotl: String,
    /// The notice in force.
    pub notice: Notice,
    /// Scheme operators known beside it: territory and certificates.
    pub operators: Vec<(String, Vec<Sha256>)>,
}

/// A notice in the Official Journal of the European Union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its name: `OJ C/2026/1944`.
    pub name: String,
    /// Its address, as the list of lists gives it among SchemeInformationURI.
    pub url: String,
    /// SHA-256 of each certificate that it names.
    pub certificates: Vec<Sha256>,
}

/// A file of pins cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pins cannot be used: {detail}")]
pub struct PinsFault {
    /// What is wrong.
    pub detail: String,
}

const SHIPPED: &str = include_str!("../../assets/trust/pins.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PinsFile {
    lotl: LotlEntry,
    notice: Vec<NoticeEntry>,
    #[serde(default)]
    operator: Vec<OperatorEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LotlEntry {
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeEntry {
    name: String,
    url: String,
    #[serde(rename = "published")]
    _published: String,
    /// When it ceased to be in force; empty while it is.
    until: String,
    certificates: Vec<CertificateEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OperatorEntry {
    territory: String,
    certificates: Vec<CertificateEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CertificateEntry {
    sha256: Sha256,
    #[serde(rename = "not_after")]
    _not_after: String,
}

impl Pins {
    /// The pins built into the program, by the notice in force.
    ///
    /// # Errors
    /// None in a program that was built from this repository: a test reads them.
    pub fn shipped() -> Result<Self, PinsFault> {
        Self::parse(SHIPPED, None)
    }

    /// The pins built into the program as they were under an older notice: for old lists in tests.
    ///
    /// # Errors
    /// [`PinsFault`] where there is no notice of that name.
    pub fn shipped_under(notice: &str) -> Result<Self, PinsFault> {
        Self::parse(SHIPPED, Some(notice))
    }

    /// Reads a file of pins; the notice of that name, or the one in force.
    ///
    /// # Errors
    /// [`PinsFault`] where a field is missing, unknown or of the wrong kind, or there is not exactly one such notice.
    pub fn parse(text: &str, notice: Option<&str>) -> Result<Self, PinsFault> {
        let file: PinsFile = toml::from_str(text).map_err(|error| PinsFault { detail: error.to_string() })?;
        let wanted = |entry: &NoticeEntry| notice.map_or(entry.until.is_empty(), |name| entry.name == name);
        let mut notices: Vec<_> = file.notice.into_iter().filter(wanted).collect();
        let (Some(found), true) = (notices.pop(), notices.is_empty()) else {
            return Err(PinsFault { detail: "there is not exactly one such notice".to_owned() });
        };
        let digests = |entries: Vec<CertificateEntry>| entries.into_iter().map(|entry| entry.sha256).collect();
        Ok(Self {
            lotl: file.lotl.url,
            notice: Notice { name: found.name, url: found.url, certificates: digests(found.certificates) },
            operators: file.operator.into_iter().map(|entry| (entry.territory, digests(entry.certificates))).collect(),
        })
    }

    /// Certificates pinned for the list of a territory.
    #[must_use]
    pub fn operators_of(&self, territory: &str) -> &[Sha256] {
        self.operators.iter().find(|(known, _)| known == territory).map_or(&[], |(_, certificates)| certificates)
    }
}

#[cfg(test)]
mod tests {
    use super::Pins;

    #[test]
    fn the_shipped_pins_read() {
        let pins = Pins::shipped().unwrap();
        assert_eq!((pins.notice.name.as_str(), pins.notice.certificates.len()), ("OJ C/2026/1944", 6));
        assert_eq!(pins.operators_of("LV").len(), 2);
        assert!(pins.operators_of("EE").is_empty());
        assert_eq!(Pins::shipped_under("OJ C 276/2019").unwrap().notice.certificates.len(), 8);
        assert!(Pins::shipped_under("OJ C 1/1999").is_err());
    }

    #[test]
    fn pins_with_two_notices_in_force_or_unknown_fields_are_refused() {
        let text = super::SHIPPED;
        assert!(Pins::parse(text, None).is_ok(), "the twin");
        assert!(Pins::parse(&text.replace("until = \"2026-04-29\"", "until = \"\""), None).is_err());
        assert!(Pins::parse(&text.replace("[lotl]", "trust_everybody = true\n[lotl]"), None).is_err());
        assert!(Pins::parse(&text.replace("d2064fdd", "xyz"), None).is_err());
    }
}
