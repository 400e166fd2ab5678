//! Hostile amounts: the work stops, what was looked at before keeps its facts, and nothing panics.

use std::rc::Rc;

use edoc::evidence::ImprintFacts;
use edoc::limits;

use super::gathering::*;
use crate::forge::container::Container;
use crate::forge::ocsp::Response;
use crate::forge::xades::Dialect;
use crate::forge::xml::Node;

#[test]
fn of_too_many_time_stamps_the_first_are_looked_at() {
    let signing = changed(Dialect::Dss, |signing| {
        signing.on_unsigned = Some(Rc::new(|unsigned| {
            let stamp = unsigned.children[0].clone();
            unsigned.children.extend(std::iter::repeat_n(stamp, limits::TIMESTAMPS + 5));
        }));
    });
    let facts = facts(&signing);
    assert_eq!(facts.timestamps.len(), limits::TIMESTAMPS);
    assert!(facts.timestamps.iter().all(|stamp| stamp.imprint == ImprintFacts::Matches));
    assert!(facts.unreadable.iter().any(|text| text.contains("time-stamps")), "{:?}", facts.unreadable);
}

#[test]
fn of_too_many_answers_the_first_are_looked_at() {
    let signing = changed(Dialect::Dss, |signing| {
        let (signer, chain, responder, at) =
            (signing.signer.clone(), signing.chain.clone(), signing.responder.clone(), signing.ocsp_time);
        signing.on_unsigned = Some(Rc::new(move |unsigned| {
            let mut bodies = Vec::new();
            let response = Response::good(&signer, &chain[0], &responder, at);
            for number in 0..limits::REVOCATION_ANSWERS + 5 {
                // Another octet in the signature: another answer, and a wrong one.
                let mut der = response.der();
                let last = der.len() - 1;
                der[last] = u8::try_from(number % 256).unwrap();
                der[last - 1] = u8::try_from(number / 256).unwrap();
                bodies.push(der);
            }
            let values = crate::forge::xades::parts::revocation_values(&honest(Dialect::Dss), &bodies, &[]);
            unsigned.children.push(Node::Element(values));
        }));
    });
    let facts = facts(&signing);
    assert_eq!(facts.revocation.len(), limits::REVOCATION_ANSWERS);
    let told = facts.unreadable.iter().filter(|text| text.contains("revocation answers")).count();
    assert_eq!(told, 1, "{:?}", facts.unreadable);
}

#[test]
fn of_too_many_certificates_the_first_are_looked_at() {
    let looked_at = |more: usize| {
        let signing = changed(Dialect::Dss, |signing| {
            signing.on_unsigned = Some(Rc::new(move |unsigned| {
                let mut many = honest(Dialect::Dss);
                let one = many.chain[0].clone();
                // Another octet in the signature: another certificate.
                let other = |number: usize| {
                    let mut entity = one.clone();
                    let last = entity.der.len() - 1;
                    entity.der[last] = u8::try_from(number % 256).unwrap();
                    entity.der[last - 1] = u8::try_from(number / 256).unwrap();
                    entity
                };
                many.chain = (0..more).map(other).collect();
                let values = crate::forge::xades::parts::certificate_values(&many);
                unsigned.children.push(Node::Element(values));
            }));
        });
        facts_of_bytes(&Container::signed(documents(), &signing).bytes()).certificates.len()
    };
    let without = looked_at(0);
    let room = limits::CERTIFICATES - without;
    assert_eq!(looked_at(room), limits::CERTIFICATES);
    assert_eq!(looked_at(room + 5), limits::CERTIFICATES);
}
