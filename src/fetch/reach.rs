//! Which addresses a client may go to. An address that stands in a file was chosen by whoever wrote the file: it must not
//! lead this computer to its own services or to its neighbours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Where a client may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Wherever an address leads: addresses of the program's own and of the reader.
    Anywhere,
    /// The public network only: addresses out of files.
    Public,
}

/// Why an address is not gone to: the error inside ureq's own.
#[derive(Debug, thiserror::Error)]
#[error("not an address of the public network")]
pub(super) struct NotPublic;

/// Names as the system resolves them, without what is not public. The addresses given back are those that are connected
/// to, so a name that answers differently the next time gains nothing.
#[derive(Debug, Default)]
pub(super) struct PublicOnly(DefaultResolver);

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.0.resolve(uri, config, timeout)?;
        // The reader's own proxy commonly stands in the reader's own network.
        if config.proxy().is_some_and(|proxy| proxy.uri().authority() == uri.authority()) {
            return Ok(found);
        }
        let mut public = self.empty();
        found.iter().filter(|address| is_public(address.ip())).for_each(|address| public.push(*address));
        if public.is_empty() { Err(ureq::Error::Other(Box::new(NotPublic))) } else { Ok(public) }
    }
}

/// Whether an address may be public by how it is written. Behind a proxy this is all that is asked: there the proxy
/// resolves the name, and who runs it decides where it leads.
pub(super) fn may_be_public(uri: &Uri) -> bool {
    let Some(authority) = uri.authority() else { return false };
    // A name and password out of a file are nobody's.
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host().trim_matches(['[', ']']).trim_end_matches('.').to_ascii_lowercase();
    if let Ok(address) = host.parse::<IpAddr>() {
        return is_public(address);
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    // `127.1`, `0x7f.1` and `2130706433` are addresses of this computer to the system's resolver.
    let is_number = last.starts_with("0x") || last.bytes().all(|octet| octet.is_ascii_digit());
    !is_number && last != "localhost"
}

/// Whether an address is one of the public network (IANA special-purpose address registries, RFC 6890).
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let special = address.is_unspecified()
        || address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_broadcast()
        || address.is_documentation();
    let shared = match address.octets() {
        // "This network", and what is reserved for later.
        [0 | 240..=255, ..] => true,
        // Shared by a provider's customers (RFC 6598), IETF protocols, benchmarks (RFC 2544).
        [100, 64..=127, ..] | [192, 0, 0, _] | [198, 18 | 19, ..] => true,
        _ => false,
    };
    !special && !shared
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let embedded = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match address.segments() {
        // An IPv4 address in other clothes: mapped, translated (RFC 6052), 6to4 (RFC 3056).
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            embedded(high, low)
        }
        // Teredo hides one; documentation.
        [0x2001, 0 | 0xdb8, ..] => false,
        // All that is public today is 2000::/3; loopback, unique local, link-local and multicast lie outside of it.
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use ureq::config::Config;
    use ureq::unversioned::resolver::Resolver as _;
    use ureq::unversioned::transport::NextTimeout;

    use super::{PublicOnly, is_public, may_be_public};

    #[test]
    fn a_name_is_held_to_where_it_leads() {
        // The one name that every system resolves without asking anybody.
        let uri = "http://localhost:9/".parse().unwrap();
        let resolved = PublicOnly::default().resolve(&uri, &Config::default(), NextTimeout::default());
        assert!(matches!(resolved, Err(ureq::Error::Other(error)) if error.is::<super::NotPublic>()));
    }

    #[test]
    fn addresses_of_this_computer_and_its_neighbours_are_not_public() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in
            ["1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2a00:1450::1", "::ffff:1.1.1.1"]
        {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn an_address_is_seen_through_its_spelling() {
        for url in [
            "http://127.0.0.1/a.crt",
            "http://127.0.0.1./a.crt",
            "http://127.1/a.crt",
            "http://2130706433/a.crt",
            "http://0x7f000001/a.crt",
            "http://0177.0.0.0x1/a.crt",
            "http://localhost/a.crt",
            "http://LOCALHOST:8080/a.crt",
            "http://a.localhost./a.crt",
            "http://[::1]:80/a.crt",
            "http://[::ffff:127.0.0.1]/a.crt",
            "http://user@paraugs.example/a.crt",
            "http://1.1.1.1@10.0.0.1/a.crt",
        ] {
            assert!(!may_be_public(&url.parse().unwrap()), "{url}");
        }
        for url in
            ["http://paraugs.example/a.crt", "https://1.1.1.1/a.crt", "http://4x.example.:80/", "http://[2a00::1]/"]
        {
            assert!(may_be_public(&url.parse().unwrap()), "{url}");
        }
    }
}
