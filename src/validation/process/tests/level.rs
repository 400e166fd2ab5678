//! Levels (reference 3.8): what is there, never what it is worth.

use super::build::*;
use crate::validation::{EvidenceLevel, Policy, evidence_level};

type Change = fn(&mut World);

fn level(start: fn() -> World, change: fn(&mut World)) -> EvidenceLevel {
    let mut world = start();
    change(&mut world);
    let conclusion = world.judge(&Policy::zimogs_1().unwrap());
    evidence_level(&world.signature, &conclusion, &world.evidence)
}

fn unsigned(world: &mut World, names: &[&str]) {
    world.signature.properties.unsigned = names.iter().map(|name| (*name).to_owned()).collect();
}

#[test]
fn baseline() {
    use EvidenceLevel::*;
    let rows: &[(&str, Change, EvidenceLevel)] = &[
        ("all of it", |_| {}, BaselineLt),
        ("no time-stamp", |w| w.signature.timestamps.clear(), BaselineB),
        ("two tokens in one property", |w| w.stamp().tokens_in_property = 2, BaselineB),
        ("stamped at the certificate's end", |w| w.certificate("seal").not_after = at(STAMPED), BaselineB),
        ("stamped a second before", |w| w.certificate("seal").not_after = at("2023-03-01T10:00:01Z"), BaselineLt),
        ("an unreadable time-stamp", |w| w.stamp().at = None, BaselineB),
        ("a wrong time-stamp is one too", |w| w.stamp().imprint = crate::evidence::ImprintFacts::Differs, BaselineLt),
        ("no answers", |w| w.signature.revocation.clear(), BaselineT),
        ("answers fetched", |w| w.answer().source = crate::evidence::RevocationSource::Fetched, BaselineT),
        ("answers about others", |w| w.answer().about = Some(id("tsu")), BaselineT),
        ("nobody lists the authority", |w| drop(w.services.remove(0)), BaselineT),
        ("nobody lists the time-stamping authority", |w| drop(w.services.pop()), BaselineT),
        ("two CertificateValues", |w| w.signature.form.certificate_values = 2, BaselineT),
        ("two RevocationValues", |w| w.signature.form.revocation_values = 2, BaselineT),
        ("no CertificateValues", |w| w.signature.form.certificate_values = 0, BaselineLt),
        ("references to certificates", |w| unsigned(w, &["CompleteCertificateRefs"]), BaselineT),
        ("references to answers", |w| unsigned(w, &["CompleteRevocationRefs"]), BaselineT),
        ("stamp over references", |w| unsigned(w, &["SigAndRefsTimeStampV2"]), BaselineT),
    ];
    for (row, change, expected) in rows {
        assert_eq!(level(World::new, *change), *expected, "{row}");
    }
    assert_eq!(level(World::archived, |_| {}), BaselineLta);
    assert_eq!(level(World::archived, |w| w.signature.revocation.clear()), BaselineT);
    assert_eq!(level(World::under_a_root, |_| {}), BaselineLt);
    assert_eq!(level(World::under_a_root, |w| w.forget_last_answer()), BaselineT);
    assert_eq!(level(World::unit_below_an_authority, |_| {}), BaselineLt);
    assert_eq!(level(World::unit_below_an_authority, |w| w.forget_last_answer()), BaselineT);
    assert_eq!(
        level(World::unit_below_an_authority, |w| {
            w.signature.revocation.pop();
            w.certificate("tsu").no_revocation_available = true;
        }),
        BaselineLt
    );
}

#[test]
fn form_decides_the_baseline() {
    use EvidenceLevel::*;
    let rows: &[(&str, Change)] = &[
        ("SigningCertificate not once", |w| w.signature.form.one_signing_certificate_property = false),
        ("SigningTime not once", |w| w.signature.form.one_signing_time = false),
        ("signer not in KeyInfo", |w| w.signature.form.signer_in_key_info = false),
        ("DataObjectFormat missing", |w| w.signature.form.formats_complete = false),
        ("references", |w| w.signature.form.references_baseline = false),
        ("old archive time-stamp", |w| w.signature.form.no_old_archive_timestamp = false),
    ];
    for (row, change) in rows {
        assert_eq!(level(World::new, *change), Xl, "{row}");
    }
}

#[test]
fn beside_the_baseline() {
    use EvidenceLevel::*;
    let rows: &[(&[&str], EvidenceLevel)] = &[
        (&[], Bes),
        (&["SignatureTimeStamp"], T),
        (&["CompleteCertificateRefs", "CompleteRevocationRefs"], C),
        (&["CompleteCertificateRefs"], Bes),
        (&["SignatureTimeStamp", "SigAndRefsTimeStamp"], X),
        (&["RefsOnlyTimeStampV2"], X),
        (&["SignatureTimeStamp", "CertificateValues", "RevocationValues"], Xl),
        (&["CertificateValues"], Bes),
        (&["SignatureTimeStamp", "ArchiveTimeStamp"], A),
    ];
    for (names, expected) in rows {
        let mut world = World::new();
        world.signature.form.formats_complete = false;
        unsigned(&mut world, names);
        let conclusion = world.judge(&Policy::zimogs_1().unwrap());
        assert_eq!(evidence_level(&world.signature, &conclusion, &world.evidence), *expected, "{names:?}");
    }
    let mut world = World::new();
    world.signature.form.formats_complete = false;
    unsigned(&mut world, &[]);
    world.signature.properties.policy = Some("1.2.3".to_owned());
    let conclusion = world.judge(&Policy::zimogs_1().unwrap());
    assert_eq!(evidence_level(&world.signature, &conclusion, &world.evidence), Epes);
    world.signature.properties.signing_time = None;
    world.signature.properties.certificate_digest_method.clear();
    assert_eq!(evidence_level(&world.signature, &conclusion, &world.evidence), NotEtsi);
}
