//! General names and the constraints on them (RFC 5280, 4.2.1.6 and 4.2.1.10).

use super::Certificate;
use super::name::{Name, read};
use crate::pki::der::{DerFault, Reader, Value, tag};

/// emailAddress of a subject (RFC 2985).
const EMAIL_ADDRESS: &str = "1.2.840.113549.1.9.1";

/// A GeneralName.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeneralName {
    /// rfc822Name.
    Email(String),
    /// dNSName.
    Dns(String),
    /// directoryName.
    Directory(Name),
    /// uniformResourceIdentifier.
    Uri(String),
    /// iPAddress, in a constraint followed by its mask.
    Address(Vec<u8>),
    /// Any other kind, by the number of its tag.
    Other(u8),
}

/// nameConstraints of an authority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameConstraints {
    /// Where names of a kind must lie, if any of that kind is listed.
    pub permitted: Vec<GeneralName>,
    /// Where names must not lie.
    pub excluded: Vec<GeneralName>,
}

impl GeneralName {
    /// Reads one value of the choice.
    ///
    /// # Errors
    /// [`DerFault`].
    pub(in crate::pki) fn read(value: Value<'_>) -> Result<Self, DerFault> {
        // IA5String: ASCII. Anything else cannot be compared, and is kept visible rather than refused.
        let text = || String::from_utf8_lossy(value.content).into_owned();
        Ok(match value.tag {
            0x81 => Self::Email(text()),
            0x82 => Self::Dns(text()),
            0xa4 => Self::Directory(read(value.content)?),
            0x86 => Self::Uri(text()),
            0x87 => Self::Address(value.content.to_vec()),
            other if other & 0xc0 == 0x80 => Self::Other(other & 0x1f),
            _ => return Err(DerFault("not a general name")),
        })
    }

    /// Reads GeneralNames, without their own tag and length.
    ///
    /// # Errors
    /// [`DerFault`].
    pub(in crate::pki) fn read_all(content: &[u8]) -> Result<Vec<Self>, DerFault> {
        let mut list = Reader::new(content);
        let mut names = Vec::new();
        while !list.is_empty() {
            names.push(Self::read(list.any()?)?);
        }
        Ok(names)
    }

    /// The address, if it is one that could be fetched.
    pub(in crate::pki) fn web_address(&self) -> Option<&str> {
        let is_web = |uri: &&str| {
            let scheme = uri.split_once("://").map(|(scheme, _)| scheme);
            scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        };
        match self {
            Self::Uri(uri) => Some(uri.as_str()).filter(is_web),
            _ => None,
        }
    }

    /// Whether this name lies in the subtree of `base`, a name of a constraint of the same kind; `None` where that cannot
    /// be told.
    fn lies_in(&self, base: &Self) -> Option<bool> {
        match (self, base) {
            (Self::Directory(name), Self::Directory(base)) => Some(name.is_within(base)),
            (Self::Dns(name), Self::Dns(base)) => Some(base.is_empty() || is_host_or_below(name, base)),
            (Self::Email(name), Self::Email(base)) => email_lies_in(name, base),
            (Self::Uri(uri), Self::Uri(base)) => host(uri).map(|host| host_lies_in(host, base)),
            (Self::Address(address), Self::Address(base)) => address_lies_in(address, base),
            _ => None,
        }
    }

    fn is_of_kind(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(left), Self::Other(right)) => left == right,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl NameConstraints {
    /// Reads the value of the extension.
    ///
    /// # Errors
    /// [`DerFault`], also for minimum and maximum, which RFC 5280 forbids.
    pub(super) fn read(octets: &[u8]) -> Result<Self, DerFault> {
        let mut file = Reader::new(octets);
        let mut fields = file.inside(tag::SEQUENCE)?;
        file.end()?;
        let permitted = subtrees(&mut fields, tag::context(0))?;
        let excluded = subtrees(&mut fields, tag::context(1))?;
        fields.end()?;
        Ok(Self { permitted, excluded })
    }

    /// Whether every name of `certificate` is allowed: its subject, its alternative names, and the electronic mail
    /// address in its subject where the alternative names have none.
    #[must_use]
    pub fn admit(&self, certificate: &Certificate) -> bool {
        let subject = (!certificate.subject.attributes.is_empty()).then(|| certificate.subject.clone());
        let alternative = &certificate.extensions.alternative_names;
        let has_address = alternative.iter().any(|name| matches!(name, GeneralName::Email(_)));
        let in_subject = certificate.subject.attributes.iter().filter(|(oid, _)| !has_address && oid == EMAIL_ADDRESS);
        let in_subject = in_subject.map(|(_, address)| GeneralName::Email(address.clone()));
        subject.map(GeneralName::Directory).into_iter().chain(in_subject).all(|name| self.admit_name(&name))
            && alternative.iter().all(|name| self.admit_name(name))
    }

    /// What cannot be told is not allowed.
    fn admit_name(&self, name: &GeneralName) -> bool {
        let mut excluded = self.excluded.iter().filter(|base| base.is_of_kind(name));
        let mut permitted = self.permitted.iter().filter(|base| base.is_of_kind(name)).peekable();
        excluded.all(|base| name.lies_in(base) == Some(false))
            && (permitted.peek().is_none() || permitted.any(|base| name.lies_in(base) == Some(true)))
    }
}

fn subtrees(fields: &mut Reader<'_>, list_tag: u8) -> Result<Vec<GeneralName>, DerFault> {
    let Some(list) = fields.optional(list_tag)? else { return Ok(Vec::new()) };
    let mut list = Reader::new(list.content);
    let mut bases = Vec::new();
    while !list.is_empty() {
        let mut subtree = list.inside(tag::SEQUENCE)?;
        bases.push(GeneralName::read(subtree.any()?)?);
        subtree.end()?;
    }
    Ok(bases)
}

/// `host` is `base`, or has more labels in front of it.
fn is_host_or_below(host: &str, base: &str) -> bool {
    let base = base.strip_prefix('.').unwrap_or(base);
    host.eq_ignore_ascii_case(base) || is_below(host, base)
}

fn is_below(host: &str, base: &str) -> bool {
    let labels = host.len().checked_sub(base.len()).and_then(|length| host.split_at_checked(length));
    labels.is_some_and(|(labels, end)| labels.len() > 1 && labels.ends_with('.') && end.eq_ignore_ascii_case(base))
}

/// A host that a constraint names, or, after a leading dot, any below it.
fn host_lies_in(host: &str, base: &str) -> bool {
    match base.strip_prefix('.') {
        Some(domain) => is_below(host, domain),
        None => base.is_empty() || host.eq_ignore_ascii_case(base),
    }
}

fn email_lies_in(name: &str, base: &str) -> Option<bool> {
    let (user, host) = name.rsplit_once('@')?;
    Some(match base.rsplit_once('@') {
        Some((base_user, base_host)) => user == base_user && host.eq_ignore_ascii_case(base_host),
        None => host_lies_in(host, base),
    })
}

/// The host of an address with an authority part.
fn host(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

fn address_lies_in(address: &[u8], base: &[u8]) -> Option<bool> {
    let (network, mask) = base.split_at_checked(base.len() / 2)?;
    if !matches!(address.len(), 4 | 16) || network.len() != mask.len() {
        return None;
    }
    let bits = address.iter().zip(network).zip(mask);
    Some(address.len() == network.len() && bits.into_iter().all(|((own, net), mask)| own & mask == net & mask))
}

#[cfg(test)]
mod tests {
    use super::{GeneralName, NameConstraints};

    fn admits(permitted: &[GeneralName], excluded: &[GeneralName], name: &GeneralName) -> bool {
        NameConstraints { permitted: permitted.to_vec(), excluded: excluded.to_vec() }.admit_name(name)
    }

    fn dns(name: &str) -> GeneralName {
        GeneralName::Dns(name.to_owned())
    }

    fn email(name: &str) -> GeneralName {
        GeneralName::Email(name.to_owned())
    }

    fn uri(name: &str) -> GeneralName {
        GeneralName::Uri(name.to_owned())
    }

    #[test]
    fn hosts_lie_in_whole_labels() {
        for (name, inside) in [("paraugs.example", true), ("www.Paraugs.Example", true), ("neparaugs.example", false)] {
            assert_eq!(admits(&[dns("paraugs.example")], &[], &dns(name)), inside, "{name}");
            assert_eq!(admits(&[], &[dns("paraugs.example")], &dns(name)), !inside, "{name}");
        }
        assert!(admits(&[dns("paraugs.example")], &[], &email("a@cits.example")), "another kind is not constrained");
    }

    #[test]
    fn mailboxes_hosts_and_domains() {
        assert!(admits(&[email("a@paraugs.example")], &[], &email("a@PARAUGS.example")));
        assert!(!admits(&[email("a@paraugs.example")], &[], &email("b@paraugs.example")));
        assert!(admits(&[email("paraugs.example")], &[], &email("b@paraugs.example")));
        assert!(!admits(&[email("paraugs.example")], &[], &email("b@c.paraugs.example")));
        assert!(admits(&[email(".paraugs.example")], &[], &email("b@c.paraugs.example")));
        assert!(!admits(&[email(".paraugs.example")], &[], &email("b@paraugs.example")));
        assert!(!admits(&[], &[email("paraugs.example")], &email("no mailbox")), "what cannot be told is refused");
    }

    #[test]
    fn addresses_of_both_lengths_and_of_services() {
        let address = |octets: &[u8]| GeneralName::Address(octets.to_vec());
        let network = address(&[10, 1, 0, 0, 255, 255, 0, 0]);
        assert!(admits(std::slice::from_ref(&network), &[], &address(&[10, 1, 2, 3])));
        assert!(!admits(std::slice::from_ref(&network), &[], &address(&[10, 2, 2, 3])));
        assert!(!admits(&[network], &[], &address(&[0; 16])));
        assert!(!admits(&[address(&[10, 1, 0])], &[], &address(&[10, 1, 2, 3])));
        assert!(admits(&[uri(".paraugs.example")], &[], &uri("http://a@www.paraugs.example:80/x?y")));
        assert!(!admits(&[uri("paraugs.example")], &[], &uri("http://www.paraugs.example")));
        assert!(!admits(&[], &[uri("paraugs.example")], &uri("urn:nothing")));
        assert!(!admits(&[], &[GeneralName::Other(0)], &GeneralName::Other(0)));
        assert!(admits(&[], &[GeneralName::Other(0)], &GeneralName::Other(8)));
    }
}
