//! Containers, and the facts of them.

use edoc::container::{Bytes, Opened, Source, open};
use edoc::evidence::{Evidence, SignatureFacts, TimestampFacts, gather};
use edoc::trust::{TrustStore, read_list};

use crate::forge::container::Container;
use crate::forge::pki::Pki;
use crate::forge::samples::sealed;
use crate::forge::trust_list::TrustList;
use crate::forge::xades::{Dialect, Document, Reference, Signing};

pub const BOTH: [Dialect; 2] = [Dialect::Lvrtc, Dialect::Dss];

/// Two short texts as documents.
pub fn documents() -> Vec<Document> {
    vec![
        Document::new("Sertifikāts PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\nKopvērtējums: 87,50 %\n"),
        Document::new("pielikums.txt", "text/plain", "PARAUGS / SAMPLE\n"),
    ]
}

/// An honest seal of the sample exam centre.
pub fn honest(dialect: Dialect) -> Signing {
    let pki = Pki::shared();
    sealed(dialect, &pki.seal_2025, &pki.unit_2025, "2025-07-03T05:00:00Z")
}

/// The honest seal with one thing changed.
pub fn changed(dialect: Dialect, change: impl Fn(&mut Signing)) -> Signing {
    let mut signing = honest(dialect);
    change(&mut signing);
    signing
}

/// The sample trusted list as the only one.
pub fn sample_trust() -> TrustStore {
    let (list, services) = read_list(TrustList::sample().xml().as_bytes()).unwrap();
    let mut trust = TrustStore::default();
    trust.add(list, services);
    trust
}

/// The facts of a container's bytes; `None` where they are no container.
pub fn facts_of(source: &dyn Source, trust: &TrustStore) -> Option<Evidence> {
    match open(source).ok()? {
        Opened::Container(container) => gather(&container, trust).ok(),
        _ => None,
    }
}

/// The facts of an archive.
pub fn facts_of_bytes(bytes: &[u8]) -> Evidence {
    facts_of(&Bytes(bytes), &sample_trust()).unwrap()
}

/// The facts of the only signature over [`documents`].
pub fn facts(signing: &Signing) -> SignatureFacts {
    facts_beside(signing, &documents())
}

/// The facts of the only signature, made over [`documents`], in a container with these documents.
pub fn facts_beside(signing: &Signing, inside: &[Document]) -> SignatureFacts {
    let references = documents().iter().map(|document| Reference::to(document, signing.digest)).collect();
    let signing = Signing { references: Some(references), ..signing.clone() };
    only(facts_of_bytes(&Container::signed(inside.to_vec(), &signing).bytes()))
}

/// The only signature.
pub fn only(evidence: Evidence) -> SignatureFacts {
    let mut signatures: Vec<_> = evidence.signature_files.into_iter().flat_map(|file| file.signatures).collect();
    assert_eq!(signatures.len(), 1);
    signatures.remove(0)
}

/// The only time-stamp of a kind.
pub fn stamp<'f>(facts: &'f SignatureFacts, kind: &str) -> &'f TimestampFacts {
    let mut found = facts.timestamps.iter().filter(|stamp| stamp.kind == kind);
    let stamp = found.next().unwrap_or_else(|| panic!("no {kind} in {:?}", facts.refused));
    assert!(found.next().is_none(), "several {kind}");
    stamp
}
