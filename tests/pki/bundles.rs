//! Certificates as issuers' addresses serve them: every form beside one that is a little wrong.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use edoc::pki::bundle::read_certificates;
use proptest::prelude::*;

use crate::forge::der;
use crate::forge::index::pem;
use crate::forge::pki::Pki;

/// What stands in the fields of a certs-only message.
#[derive(Clone)]
struct Message {
    kind: &'static str,
    content: Vec<u8>,
    certificates: Vec<Vec<u8>>,
    signers: Vec<Vec<u8>>,
    after: Vec<u8>,
}

impl Message {
    fn honest() -> Self {
        let pki = Pki::shared();
        Self {
            kind: "1.2.840.113549.1.7.2",
            content: Vec::new(),
            certificates: vec![pki.seal_authority.der.clone(), pki.root.der.clone()],
            signers: Vec::new(),
            after: Vec::new(),
        }
    }

    fn with(change: impl Fn(&mut Self)) -> Self {
        let mut message = Self::honest();
        change(&mut message);
        message
    }

    fn der(&self) -> Vec<u8> {
        let none: [Vec<u8>; 0] = [];
        let data = der::sequence(&[
            der::number(1),
            der::set(&none),
            der::sequence(&[der::oid("1.2.840.113549.1.7.1"), self.content.clone()]),
            der::context(0, &self.certificates.concat()),
            der::set(&self.signers),
        ]);
        [der::sequence(&[der::oid(self.kind), der::context(0, &data)]), self.after.clone()].concat()
    }

    /// How many certificates are read.
    fn read(&self) -> Option<usize> {
        read_certificates(&self.der()).ok().map(|found| found.len())
    }
}

#[test]
fn a_message_of_certificates_alone_is_read_and_no_other() {
    assert_eq!(Message::honest().read(), Some(2));
    assert_eq!(Message::with(|message| message.certificates.clear()).read(), None, "none at all");
    assert_eq!(Message::with(|message| message.kind = "1.2.840.113549.1.7.1").read(), None, "not signed data");
    assert_eq!(Message::with(|message| message.content = der::context(0, &der::octets(b"PARAUGS"))).read(), None);
    assert_eq!(Message::with(|message| message.signers = vec![der::sequence(&[der::number(1)])]).read(), None);
    assert_eq!(Message::with(|message| message.certificates[1] = der::sequence(&[der::number(1)])).read(), None);
    assert_eq!(Message::with(|message| message.after = vec![1]).read(), None);
    // Attribute certificates are not for paths.
    let with_attributes = Message::with(|message| message.certificates.push(der::context(2, b"")));
    assert_eq!(with_attributes.read(), Some(2));
    let many = |count| Message::with(|message| message.certificates = vec![Pki::shared().root.der.clone(); count]);
    assert_eq!(many(edoc::limits::ANSWER_CERTIFICATES).read(), Some(edoc::limits::ANSWER_CERTIFICATES));
    assert_eq!(many(edoc::limits::ANSWER_CERTIFICATES + 1).read(), None);
}

#[test]
fn armour_is_read_strictly() {
    let (root, authority) = (pem(&Pki::shared().root), pem(&Pki::shared().seal_authority));
    let read = |text: &str| read_certificates(text.as_bytes()).ok().map(|found| found.len());
    let message = STANDARD.encode(Message::honest().der());
    assert_eq!(read(&root), Some(1));
    assert_eq!(read(&root.replace('\n', "\r\n")), Some(1));
    assert_eq!(read(&format!("a comment\n{root}between\n{authority}after\n")), Some(2));
    assert_eq!(read(&format!("-----BEGIN PKCS7-----\n{message}\n-----END PKCS7-----\n")), Some(2));
    assert_eq!(read(&format!("-----BEGIN CMS-----\n{message}\n-----END CMS-----\n{root}")), Some(3));
    assert_eq!(read(&root.replace("-----END CERTIFICATE-----", "")), None);
    assert_eq!(read(&root.replace("END CERTIFICATE", "END PKCS7")), None);
    assert_eq!(read(&root.replace("CERTIFICATE", "PRIVATE KEY")), None);
    assert_eq!(read(&root.replacen("MII", "M!I", 1)), None);
    assert_eq!(read("-----BEGIN "), None);
    assert_eq!(read("<html>404</html>"), None);
}

#[test]
fn one_certificate_is_one() {
    let der = &Pki::shared().root.der;
    assert_eq!(read_certificates(der).unwrap().len(), 1);
    assert!(read_certificates(&[der.as_slice(), &[0]].concat()).is_err());
    assert!(read_certificates(&der[..der.len() - 1]).is_err());
    assert!(read_certificates(b"").is_err());
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_fall(mut octets in Just(Message::honest().der()), at in any::<prop::sample::Index>(), to: u8) {
        *at.get_mut(&mut octets) = to;
        let _ = read_certificates(&octets);
    }
}
