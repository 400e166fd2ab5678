//! Time-stamp tokens, forged beside their honest twins, in DER and in BER.

use edoc::crypto::SignatureFault;
use edoc::pki::Certificate;
use edoc::pki::certificate::GeneralName;
use edoc::pki::timestamp::{TimestampFault, TimestampToken};
use proptest::prelude::*;

use crate::forge::der;
use crate::forge::keys::Hash;
use crate::forge::pki::Pki;
use crate::forge::time::Instant;
use crate::forge::tst::{Encoding, Ess, Token};
use crate::forge::x509::{COMMON_NAME, Entity, Extension, Weight};

fn parse(entity: &Entity) -> Certificate {
    Certificate::parse(&entity.der).unwrap()
}

fn honest(encoding: Encoding) -> Token {
    let mut token = Token::over(b"PARAUGS", &Pki::shared().unit_2025, Instant::of("2025-06-05T10:00:00Z"));
    token.encoding = encoding;
    token
}

fn read(token: &Token) -> TimestampToken {
    TimestampToken::parse(&token.encoded()).unwrap()
}

#[test]
fn an_honest_token_says_the_same_in_both_encodings() {
    for (encoding, ber) in [(Encoding::Der, false), (Encoding::BerIndefinite, true)] {
        for unit in [&Pki::shared().unit_2025, &Pki::shared().unit_2023] {
            for ess in [Ess::V1, Ess::V2, Ess::Both] {
                let mut forged = Token::over(b"PARAUGS", unit, Instant::of("2025-06-05T10:00:00Z"));
                (forged.encoding, forged.ess, forged.nonce) = (encoding, ess, Some(0x1234));
                forged.fraction = ".371".to_owned();
                let token = read(&forged);
                assert_eq!(token.ber, ber);
                assert_eq!(token.gen_time.to_string(), "2025-06-05T10:00:00.371Z");
                assert_eq!((token.accuracy, token.nonce.as_deref()), (Some(1_000_000), Some("1234")));
                assert_eq!(token.imprint, Hash::Sha256.of(b"PARAUGS"));
                assert_eq!(token.policy, "0.4.0.2023.1.1");
                assert_eq!(token.extensions, ["1.3.6.1.5.5.7.1.3"]);
                assert!(token.unknown_critical.is_empty());
                let authority = token.signing_certificate(&[]).unwrap();
                assert_eq!(authority.sha256, parse(unit).sha256);
                assert!(token.signature_by(&authority).is_ok());
                assert!(TimestampToken::is_authority(&authority));
                assert_eq!(token.names_authority(&authority), Some(true));
                assert!(matches!(token.authority_name, Some(GeneralName::Directory(_))));
            }
        }
    }
}

#[test]
fn the_authority_is_bound_by_its_digest() {
    for encoding in [Encoding::Der, Encoding::BerIndefinite] {
        let unit = parse(&Pki::shared().unit_2025);
        let mut forged = honest(encoding);
        forged.certificates.clear();
        let token = read(&forged);
        assert!(token.signing_certificate(&[]).is_none());
        let others = [parse(&Pki::shared().root), unit.clone()];
        assert_eq!(token.signing_certificate(&others).map(|found| found.sha256), Some(unit.sha256));
        let mut unbound = honest(encoding);
        unbound.ess = Ess::None;
        assert!(read(&unbound).signing_certificate(&[]).is_none(), "no digest binds it");
        let mut other = honest(encoding);
        other.named = Some(Pki::shared().unit_2023.clone());
        other.certificates.push(Pki::shared().unit_2023.der.clone());
        assert!(read(&other).signing_certificate(&[]).is_none(), "signer and digest name two certificates");
    }
}

#[test]
fn content_that_was_changed_is_told_from_a_wrong_signature() {
    let unit = parse(&Pki::shared().unit_2025);
    let mut changed = honest(Encoding::Der);
    changed.message_digest = Some(vec![7; 32]);
    assert_eq!(read(&changed).signature_by(&unit), Err(TimestampFault::ContentChanged));
    let other = parse(&Pki::shared().seal_2025);
    let reason = match read(&honest(Encoding::Der)).signature_by(&other) {
        Err(TimestampFault::Signature { reason }) => reason,
        other => panic!("{other:?}"),
    };
    assert_ne!(reason, SignatureFault::Unsupported);
    let mut claiming = honest(Encoding::Der).claiming(&[(COMMON_NAME, "PARAUGS: cits")]);
    assert_eq!(read(&claiming).names_authority(&unit), Some(false));
    claiming.authority = None;
    assert_eq!(read(&claiming).names_authority(&unit), None);
}

#[test]
fn what_is_no_token_is_refused() {
    let refused = |bytes: &[u8]| matches!(TimestampToken::parse(bytes), Err(TimestampFault::Malformed { .. }));
    let honest_bytes = honest(Encoding::Der).encoded();
    assert!(!refused(&honest_bytes));
    assert!(refused(&[]) && refused(&honest_bytes[..honest_bytes.len() - 1]));
    assert!(refused(&[honest_bytes.as_slice(), &[1]].concat()), "something follows");
    let mut content = honest(Encoding::Der);
    content.content_type = "1.2.840.113549.1.7.1".to_owned();
    assert!(refused(&content.encoded()), "other content");
    let ber = honest(Encoding::BerIndefinite).encoded();
    assert!(refused(&ber[..ber.len() - 1]), "its end is missing");

    // A second signer: take SignedData apart and double the last set.
    let parts = der::children(&honest_bytes);
    let data = der::children(parts[1])[0];
    let mut fields: Vec<Vec<u8>> = der::children(data).into_iter().map(<[u8]>::to_vec).collect();
    let rebuilt = |fields: &[Vec<u8>]| der::sequence(&[parts[0].to_vec(), der::context(0, &der::sequence(fields))]);
    assert_eq!(rebuilt(&fields), honest_bytes);
    let last = fields.len() - 1;
    let signer = der::content(&fields[last]).to_vec();
    fields[last] = der::set(&[signer.clone(), signer]);
    assert!(refused(&rebuilt(&fields)), "two signers");
    fields[last] = der::set::<Vec<u8>>(&[]);
    assert!(refused(&rebuilt(&fields)), "no signer");
}

#[test]
fn critical_extensions_are_named() {
    let mut forged = honest(Encoding::Der);
    forged.extensions.push(Extension::new("1.2.3.4", Weight::Critical, der::null()));
    let token = read(&forged);
    assert_eq!(token.unknown_critical, ["1.2.3.4"]);
    assert_eq!(token.extensions.len(), 2);
}

#[test]
fn certificates_for_something_else_are_no_authority() {
    let pki = Pki::shared();
    let is_authority = |purposes: Vec<Extension>| {
        let template = crate::forge::pki::unit_template(
            &pki.unit_2025.key,
            "PARAUGS TSA",
            "2025-01-01T00:00:00Z",
            "2027-01-01T00:00:00Z",
            &pki.root,
        );
        TimestampToken::is_authority(&parse(&template.without("2.5.29.37").with(purposes).issued_by(&pki.root)))
    };
    let (stamping, mail) = ("1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.4");
    assert!(is_authority(vec![Extension::purposes(Weight::Critical, &[stamping])]));
    assert!(!is_authority(vec![Extension::purposes(Weight::Plain, &[stamping])]));
    assert!(!is_authority(vec![Extension::purposes(Weight::Critical, &[stamping, mail])]));
    assert!(!is_authority(vec![Extension::purposes(Weight::Critical, &[mail])]));
    assert!(!is_authority(Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// One changed octet never moves the time, the imprint or the policy of a token whose signature still verifies.
    #[test]
    fn no_changed_token_says_something_else(
        place in any::<prop::sample::Index>(),
        value in any::<u8>(),
        ber in any::<bool>(),
    ) {
        let forged = honest(if ber { Encoding::BerIndefinite } else { Encoding::Der });
        let original = read(&forged);
        let mut bytes = forged.encoded();
        let at = place.index(bytes.len());
        bytes[at] = value;
        let Ok(token) = TimestampToken::parse(&bytes) else { return Ok(()) };
        let unit = [parse(&Pki::shared().unit_2025)];
        let Some(authority) = token.signing_certificate(&unit) else { return Ok(()) };
        if token.signature_by(&authority).is_ok() {
            prop_assert_eq!(token.gen_time, original.gen_time);
            prop_assert_eq!(token.imprint, original.imprint);
            prop_assert_eq!(token.policy, original.policy);
            prop_assert_eq!(token.serial, original.serial);
        }
    }
}
