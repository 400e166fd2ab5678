//! Facts of honest signatures, dialect by dialect and level by level.

use edoc::crypto::Sha256;
use edoc::evidence::{
    Agreement, Evidence, FormFacts, ImprintFacts, ReferenceMatch, SignerFacts, TimestampFacts, ValueFacts,
};

use super::gathering::*;
use crate::forge::crl::List;
use crate::forge::pki::Pki;
use crate::forge::samples;
use crate::forge::xades::{Dialect, Level, Signing};
use crate::forge::{ocsp::Response, x509::Entity};

const LEVELS: [Level; 4] = [Level::B, Level::T, Level::Lt, Level::Lta];

fn of_level(dialect: Dialect, level: Level) -> Signing {
    changed(dialect, |signing| signing.level = level)
}

fn id(entity: &Entity) -> Sha256 {
    Sha256::of(&entity.der)
}

#[test]
fn values_references_and_signer_are_right_at_every_level() {
    for (dialect, level) in BOTH.into_iter().flat_map(|dialect| LEVELS.map(|level| (dialect, level))) {
        let facts = facts(&of_level(dialect, level));
        assert_eq!(facts.value, ValueFacts::Right);
        assert!(facts.references.iter().all(|reference| reference.result == ReferenceMatch::Matches));
        let certificate = id(&Pki::shared().seal_2025);
        assert_eq!(facts.signer, SignerFacts::Found { certificate, issuer_serial: Agreement::Agrees });
        assert!(facts.unreadable.is_empty(), "{:?}", facts.unreadable);
        assert!(facts.paths[0].anchored, "{dialect:?} {level:?}: the list has what the file lacks");
        assert!(facts.paths.iter().all(|path| path.violations.is_empty()));
    }
}

#[test]
fn the_form_is_that_of_the_baseline() {
    for (dialect, level) in BOTH.into_iter().flat_map(|dialect| LEVELS.map(|level| (dialect, level))) {
        let values = usize::from(level >= Level::Lt);
        let expected = FormFacts {
            one_signing_certificate_property: true,
            one_signing_time: true,
            signer_in_key_info: true,
            formats_complete: true,
            references_baseline: true,
            no_old_archive_timestamp: true,
            certificate_values: if dialect == Dialect::Dss { values } else { 0 },
            revocation_values: values,
            counter_signatures: 0,
        };
        assert_eq!(facts(&of_level(dialect, level)).form, expected, "{dialect:?} {level:?}");
    }
}

fn is_honest(stamp: &TimestampFacts, unit: &Entity) {
    assert_eq!(stamp.malformed, None);
    assert_eq!(stamp.signature, None);
    assert_eq!(stamp.imprint, ImprintFacts::Matches);
    assert_eq!(stamp.authority, Some(id(unit)));
    assert_eq!(stamp.authority_name, Agreement::Agrees);
    assert!(stamp.authority_stamps_only && stamp.states_qualified);
    assert_eq!((stamp.tokens_in_property, stamp.accuracy), (1, Some(1_000_000)));
    assert_eq!(stamp.algorithm.map(|algorithm| algorithm.name()).as_deref(), Some("ECDSA with SHA-256"));
    assert!(stamp.unknown_critical.is_empty());
    assert!(stamp.paths[0].anchored && stamp.paths[0].violations.is_empty());
}

#[test]
fn time_stamps_are_the_authoritys_and_say_what_they_say() {
    let unit = &Pki::shared().unit_2025;
    for dialect in BOTH {
        assert!(facts(&of_level(dialect, Level::B)).timestamps.is_empty());
        for level in [Level::T, Level::Lt] {
            let facts = facts(&of_level(dialect, level));
            is_honest(stamp(&facts, "SignatureTimeStamp"), unit);
            assert_eq!(facts.timestamps.len(), 1);
        }
        let facts = facts(&of_level(dialect, Level::Lta));
        facts.timestamps.iter().for_each(|stamp| is_honest(stamp, unit));
        let times: Vec<_> = facts.timestamps.iter().map(|stamp| stamp.at.unwrap().to_string()).collect();
        assert_eq!(times, ["2025-07-03T05:00:05Z", "2025-07-03T05:00:30Z"]);
    }
}

#[test]
fn an_archive_time_stamp_proves_all_that_stands_before_it_and_inside() {
    let pki = Pki::shared();
    for dialect in BOTH {
        let mut signing = of_level(dialect, Level::Lta);
        let list = List::empty(&pki.root, signing.ocsp_time).der();
        signing.unit_crls = vec![list.clone()];
        let facts = facts(&signing);
        let response = Response::good(&signing.signer, &signing.chain[0], &signing.responder, signing.ocsp_time).der();
        let covers = &stamp(&facts, "ArchiveTimeStamp").covers;
        assert!(covers.signature && covers.documents);
        let (first, last) = (stamp(&facts, "SignatureTimeStamp"), stamp(&facts, "ArchiveTimeStamp"));
        for (what, object) in [
            ("the signer in KeyInfo", id(&signing.signer)),
            ("the OCSP response", Sha256::of(&response)),
            ("the responder inside it", id(&signing.responder)),
            ("the issuer inside it", id(&pki.seal_authority)),
            ("the list", Sha256::of(&list)),
            ("the root beside it", id(&pki.root)),
            ("the first token", first.id),
            ("the unit inside it", id(&signing.unit)),
        ] {
            assert!(covers.objects.contains(&object), "{dialect:?}: {what}");
        }
        assert!(!covers.objects.contains(&last.id), "not itself");
        let mut once = covers.objects.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), covers.objects.len(), "each once");
        assert_eq!(first.covers.objects, [id(&signing.signer)], "the properties name it by its digest");
        assert!(first.covers.signature && !first.covers.documents);
    }
}

#[test]
fn deviations_of_form_are_told() {
    use crate::forge::xades::{Archive, parts};
    use crate::forge::xml::{Element, Node};
    use std::rc::Rc;
    let form = |change: &dyn Fn(&mut Signing)| facts(&changed(Dialect::Dss, change)).form;
    let without = |name: &'static str| {
        move |signing: &mut Signing| {
            signing.on_signed_properties = Some(Rc::new(move |properties| {
                for parent in
                    ["xades:SignedSignatureProperties", "xades:SignedDataObjectProperties", "xades:DataObjectFormat"]
                {
                    for parent in properties.descendants_mut(parent) {
                        parent.children.retain(|child| !matches!(child, Node::Element(child) if child.name == name));
                    }
                }
            }));
        }
    };
    assert!(!form(&without("xades:SigningTime")).one_signing_time);
    assert!(!form(&without("xades:DataObjectFormat")).formats_complete);
    assert!(!form(&without("xades:MimeType")).formats_complete);
    assert!(!form(&without("xades:SigningCertificateV2")).one_signing_certificate_property);
    let two = form(&|signing: &mut Signing| {
        signing.on_signed_properties = Some(Rc::new(|properties| {
            let parent = properties.descendants_mut("xades:SignedSignatureProperties").remove(0);
            parent.children.push(Node::Element(Element::new("xades:SigningCertificate")));
        }));
    });
    assert!(!two.one_signing_certificate_property);
    let other = form(&|signing: &mut Signing| {
        let swapped = Signing { signer: Pki::shared().other_seal.clone(), ..signing.clone() };
        signing.on_key_info = Some(Rc::new(move |element| *element = parts::key_info(&swapped)));
    });
    assert!(!other.signer_in_key_info);
    let old = form(&|signing: &mut Signing| (signing.level, signing.archives) = (Level::Lta, vec![Archive::Old]));
    assert!(!old.no_old_archive_timestamp);
}

/// A saved fact file is read again without a loss.
#[test]
fn evidence_is_the_same_once_written_and_read() {
    let mut count = 0;
    for sample in samples::all() {
        let evidence = facts_of_bytes(&sample.bytes);
        let text = serde_json::to_string(&evidence).unwrap();
        let read: Evidence = serde_json::from_str(&text).unwrap();
        assert_eq!(read, evidence, "{}", sample.file);
        count += 1;
    }
    assert!(count > 10);
}
