//! Seals of the exam centre under authorities of the forger's choice: the listed one, or one below the listed root.

use super::judging::*;
use crate::forge::crl::List;
use crate::forge::keys::Key;
use crate::forge::pki::{EXAM_CENTRE, EXAM_CENTRE_CODE, Pki, authority_template, seal_subject, seal_template};
use crate::forge::samples::{responder, sealed};
use crate::forge::trust_list::{Service, TrustList};
use crate::forge::x509::{Entity, Template};
use crate::forge::xades::{Dialect, Signing};
use edoc::trust::{TrustStore, read_list};

/// When everything here is sealed, unless a test says otherwise.
pub const AT: &str = "2025-07-03T05:00:00Z";

/// The exam centre's seal by the listed authority, its template changed.
pub fn seal(dialect: Dialect, change: impl FnOnce(&mut Template)) -> Signing {
    let pki = Pki::shared();
    sealed(dialect, &seal_by(&pki.seal_authority, change), &pki.unit_2025, AT)
}

fn seal_by(authority: &Entity, change: impl FnOnce(&mut Template)) -> Entity {
    let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
    let key = Key::p256("seal of a forger");
    let mut template = seal_template(&subject, &key, "2025-05-05T08:00:00Z", "2028-05-05T08:00:00Z", authority);
    change(&mut template);
    template.issued_by(authority)
}

/// Template of an authority that is not listed, below the listed root.
pub fn authority(name: &str, issuer: &Entity) -> Template {
    authority_template(&Key::p256(name), &format!("PARAUGS {name}"), issuer)
}

/// The exam centre's seal by this authority, whose chain follows. The root's list says that none of them is revoked.
pub fn below(dialect: Dialect, chain: &[Entity], change: impl FnOnce(&mut Template)) -> Signing {
    let pki = Pki::shared();
    let (seal, answering) = (seal_by(&chain[0], change), responder(&chain[0], "PARAUGS zara OCSP", AT));
    let mut signing = Signing::new(dialect, &seal, chain, &answering, &pki.unit_2025, AT);
    signing.crls = vec![List::empty(&pki.root, signing.ocsp_time).der()];
    let along: Vec<_> = chain.iter().map(|entity| entity.der.clone()).collect();
    signing.on_response = Some(std::rc::Rc::new(move |response| response.certificates.extend(along.clone())));
    signing
}

/// The exam centre's seal by an authority below the listed root, both templates changed.
pub fn branch(dialect: Dialect, on_authority: impl FnOnce(&mut Template)) -> Signing {
    let root = &Pki::shared().root;
    let mut template = authority("zara ICA", root);
    on_authority(&mut template);
    below(dialect, &[template.issued_by(root), root.clone()], |_| ())
}

/// The sample list with further services.
pub fn listing(services: impl IntoIterator<Item = Service>) -> TrustStore {
    let mut list = TrustList::sample();
    list.services.extend(services);
    let (list, services) = read_list(list.xml().as_bytes()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    trust
}

/// The forged signature beside its honest twin, judged under some lists: what the break alone does. The three outcomes are
/// unchanged, vouched for, exam authority.
pub fn beside_under(
    trust: &TrustStore,
    twin: &Signing,
    forged: &Signing,
    indication: edoc::validation::Indication,
    facts: [edoc::validation::Outcome; 3],
) -> edoc::report::Report {
    let twin = judge_under(&container(twin), trust);
    assert_eq!(only(&twin).indication, INTACT, "the twin: {:?}", only(&twin).cause);
    assert_eq!(twin.authenticity, edoc::report::Authenticity::Genuine, "the twin");
    let report = judge_under(&container(forged), trust);
    assert_eq!(only(&report).indication, indication, "{:?}", only(&report).cause);
    let found = [&report.facts.unchanged, &report.facts.vouched_for, &report.facts.exam_authority];
    assert_eq!(found.map(|fact| fact.outcome), facts, "{found:?}");
    assert_eq!(indication == INTACT, report.authenticity == edoc::report::Authenticity::Genuine);
    report
}

/// The same under the sample list.
pub fn beside(
    twin: &Signing,
    forged: &Signing,
    indication: edoc::validation::Indication,
    facts: [edoc::validation::Outcome; 3],
) -> edoc::report::Report {
    beside_under(&sample_trust(), twin, forged, indication, facts)
}
