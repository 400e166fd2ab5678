//! Every word of the vocabulary is met: each `Cause`, `Failure` and `Doubt` by a container that is judged here, or with the
//! reason why none can bring it about.

use std::collections::BTreeSet;
use std::rc::Rc;

use edoc::report::Report;
use edoc::trust::TrustStore;
use serde_json::Value;

use super::judging::*;
use super::{algorithms, archives, certificates, containers, forms, hierarchy, revocation, times};
use crate::forge::container::Container;
use crate::forge::keys::{Hash, Key, Padding, Scheme};
use crate::forge::ocsp::Status;
use crate::forge::pki::Pki;
use crate::forge::samples::sealed;
use crate::forge::time::Instant;
use crate::forge::x509::Extension;
use crate::forge::xades::{Content, Dialect, Level, Named, Signing};
use crate::forge::xml::Element;
use crate::forge::zip::Entry;

/// Words that no container brings about under policy zimogs-1, each with its reason.
const NOT_BY_A_CONTAINER: [(&str, &str); 6] = [
    ("document-not-covered", "the window says it of a document; the report has `Coverage`"),
    ("test-hierarchy", "real authorities, known by their digests: tests/latvian.rs"),
    ("POLICY_PROCESSING_ERROR", "signature policies are shown and not processed (reference 4.2, VCI)"),
    ("SIGNATURE_POLICY_NOT_AVAILABLE", "signature policies are shown and not processed (reference 4.2, VCI)"),
    ("NO_POE", "validation time sliding ends in the doubt it was to mend (EN 319 102-1, 5.6.2.4)"),
    ("REVOCATION_OUT_OF_BOUNDS_NO_POE", "decides under etsi-strict alone: see `a_strict_reader_doubts_more`"),
];

const DIALECT: Dialect = Dialect::Lvrtc;

fn replacing(from: &'static str, to: &'static str) -> Signing {
    changed(DIALECT, |signing| signing.on_xml = Some(Rc::new(move |xml| *xml = xml.replacen(from, to, 1))))
}

/// Signatures whose reports use the words on signatures, in the order of `Cause`.
fn signatures() -> Vec<Signing> {
    let pki = Pki::shared();
    let c14n = "http://www.w3.org/2006/12/xml-c14n11";
    let mut without_null = sealed(DIALECT, &pki.seal_2023, &pki.unit_2023, "2024-07-11T05:00:00Z");
    without_null.scheme = Scheme { hash: Hash::Sha256, padding: Padding::Pkcs1WithoutNull };
    let mut part = changed(DIALECT, |signing| signing.level = Level::B);
    part.objects = vec![Element::new("ds:Object").attribute("Id", "dala").text("PARAUGS")];
    let reference = "<ds:Reference URI=\"#dala\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>\
                     <ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo>";
    part.on_xml = Some(Rc::new(move |xml| *xml = xml.replacen("</ds:SignedInfo>", reference, 1)));
    let with_policy = |identifier: &'static str| {
        changed(DIALECT, |signing| {
            signing.on_signed_properties = Some(Rc::new(move |properties| policy(properties, identifier)));
        })
    };
    let mut content =
        revocation::status(DIALECT, "2025-07-03T05:00:06Z", Status::Revoked(Instant::of("2025-07-01T00:00:00Z"), None));
    content.content = Some(Content::All);
    let mut expired = times::ends(DIALECT, 2);
    expired.content = Some(Content::All);
    expired.on_token = Some(Rc::new(|token| token.at = token.at.max(Instant::of("2025-07-03T04:00:00Z"))));
    let revoked = |at| Status::Revoked(Instant::of(at), None);
    let hold = Status::Revoked(Instant::of("2025-07-01T00:00:00Z"), Some(6));
    let asked = "2025-09-02T00:00:00Z";
    vec![
        honest(DIALECT),
        replacing("Target=\"#", "Target=\"#x"),
        replacing(c14n, "urn:paraugs:c14n"),
        with_policy("1.3.6.1.4.1.10015.1000.3.2.1"),
        with_policy("1.3.6.1.4.1.99999.9"),
        certificates::without_certificate(DIALECT),
        certificates::other_serial(DIALECT),
        changed(DIALECT, |signing| signing.named = Named::No),
        replacing("URI=\"Sertifik", "URI=\"Nav"),
        replacing("URI=\"Sertifik", "URI=\"http://192.0.2.1/Sertifik"),
        changed(Dialect::Dss, |signing| {
            signing.on_xml = Some(Rc::new(|xml| {
                let exclusive = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"";
                *xml = xml.replacen(exclusive, "<ds:Transform Algorithm=\"urn:paraugs:transform\"", 1);
            }));
        }),
        algorithms::other_digest(DIALECT, Some("urn:paraugs:digest"), 32),
        algorithms::other_digest(DIALECT, None, 31),
        changed(DIALECT, |signing| signing.references = Some(Vec::new())),
        replacing("2025-07-03T05:00:00Z", "2025-07-03T05:00:01Z"),
        forms::untyped(DIALECT),
        part,
        changed(DIALECT, |signing| signing.on_value = Some(Rc::new(|value| value[7] ^= 1))),
        without_null,
        algorithms::other_method(DIALECT, "urn:paraugs:method"),
        certificates::missing_intermediate(DIALECT),
        certificates::no_authority(DIALECT, Extension::end_entity()),
        changed(DIALECT, |signing| signing.level = Level::B),
        times::borrowed_stamp(DIALECT),
        times::wrongly_signed_stamp(DIALECT),
        times::stamped_by(DIALECT, &times::unit(|_| ())).0,
        algorithms::sha_1_above(DIALECT)[0].clone(),
        certificates::two_authorities(DIALECT, 0),
        certificates::person(DIALECT, &[0]),
        certificates::never_asked(DIALECT),
        changed(DIALECT, |signing| signing.level = Level::T),
        revocation::wrongly_signed(DIALECT),
        revocation::status(DIALECT, "2025-07-03T05:00:06Z", revoked("2025-07-01T00:00:00Z")),
        revocation::revoked_authority(DIALECT, "2025-07-01T00:00:00Z"),
        content,
        expired,
        revocation::status(DIALECT, asked, hold),
        revocation::status(DIALECT, asked, revoked("2025-09-01T00:00:00Z")),
        revocation::hours_from_the_stamp(DIALECT, -25),
        revocation::hours_from_the_stamp(DIALECT, -23),
        times::unstamped(times::run_out(DIALECT)),
        times::begins(DIALECT, 4),
        not_yet(DIALECT),
        times::claims_nothing(DIALECT),
        times::claims(DIALECT, "2025-05-01T00:00:00Z"),
        times::strange_stamp(DIALECT),
        times::archived(DIALECT, -60),
        times::archived(DIALECT, 60),
        archives::edited_after(DIALECT, "EncapsulatedTimeStamp"),
    ]
}

/// A seal that comes into force after the judgement, without any time-stamp.
fn not_yet(dialect: Dialect) -> Signing {
    times::unstamped(hierarchy::seal(dialect, |template| {
        template.not_before = Instant::of("2027-01-01T00:00:00Z");
        template.not_after = Instant::of("2028-01-01T00:00:00Z");
    }))
}

fn policy(properties: &mut Element, identifier: &str) {
    let id = Element::new("xades:Identifier").text(&format!("urn:oid:{identifier}"));
    let digest = Element::new("xades:SigPolicyHash")
        .child(crate::forge::xades::parts::algorithm("ds:DigestMethod", Hash::Sha256.uri()))
        .child(Element::new("ds:DigestValue").text("AAAA"));
    let named =
        Element::new("xades:SignaturePolicyId").child(Element::new("xades:SigPolicyId").child(id)).child(digest);
    let policy = Element::new("xades:SignaturePolicyIdentifier").child(named);
    for element in properties.descendants_mut("xades:SignedSignatureProperties") {
        element.children.insert(2, crate::forge::xml::Node::Element(policy.clone()));
    }
}

/// Reports about containers and lists.
fn others() -> Vec<Report> {
    let honest_container = Container::signed(documents(), &honest(DIALECT));
    let archive = |change: &dyn Fn(&mut Vec<Entry>)| {
        let mut archive = honest_container.archive();
        change(&mut archive.entries);
        judge(&archive.bytes())
    };
    let mut list = crate::forge::trust_list::TrustList::sample();
    "withdrawn".clone_into(&mut list.services[0].states[0].0);
    let (list, services) = edoc::trust::read_list(list.xml().as_bytes()).unwrap();
    let mut withdrawn = TrustStore::default();
    withdrawn.add(list, services);
    let bare = changed(DIALECT, |signing| {
        signing.on_response = Some(Rc::new(|response| response.certificates.clear()));
    });
    let days = algorithms::OldDays::new();
    let mut late = days.sealed(DIALECT, &Key::p256("old seal"), "2013-07-01T00:00:00Z");
    (late.scheme, late.content) = (Scheme::ecdsa(Hash::Sha1), Some(Content::All));
    let purposeless = times::unit(|template| *template = template.clone().without("2.5.29.37"));
    let (purposeless, for_nothing) = times::stamped_by(DIALECT, &purposeless);
    let late_unit = times::unit(|template| template.not_before = Instant::of("2025-07-04T00:00:00Z"));
    let (run_out, for_run_out) = times::stamped_by_run_out_unit(DIALECT);
    let archived = algorithms::archived_in_its_days(&days, DIALECT, "2011-07-01T00:00:00Z");
    let mut without_document = Container::signed(documents(), &times::archived(DIALECT, 60)).archive();
    without_document.entries[1].name = b"cits.txt".to_vec();
    let (outside, for_outside) = times::stamped_by(DIALECT, &late_unit);
    let other = sealed(DIALECT, &Pki::shared().other_seal, &Pki::shared().unit_2025, hierarchy::AT);
    let mut reports = vec![
        judge(b"%PDF-1.7\n"),
        judge_under(&container(&bare), &sample_trust_without_certificates()),
        judge_under(&container(&honest(DIALECT)), &withdrawn),
        judge_under(&container(&late), &days.trust),
        judge_under(&container(&purposeless), &for_nothing),
        judge_under(&container(&outside), &for_outside),
        judge_under(&container(&run_out), &for_run_out),
        judge_under(&container(&archived), &days.trust),
        judge(&without_document.bytes()),
        judge(&containers::other_media_type(DIALECT).bytes()),
        judge(&container(&other)),
        archive(&|entries| entries[1].crc = Some(7)),
        archive(&|entries| entries.retain(|entry| !entry.name.ends_with(b"S1.xml"))),
        archive(&|entries| {
            entries.remove(1);
        }),
        archive(&|entries| entries[2].data = b"<x".to_vec()),
        archive(&|entries| entries.push(Entry::deflated("cits.txt", b"PARAUGS"))),
    ];
    // Recognised, but not at that time.
    let mut issuers = sample_issuers();
    issuers[0].until = Some("2025-01-01T00:00:00Z".parse().unwrap());
    reports.push(judge_as(&container(&honest(DIALECT)), &issuers));
    reports
}

/// Every code and every sub-indication in a report.
fn words(value: &Value, met: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for key in ["code", "sub_indication"] {
                met.extend(members.get(key).and_then(Value::as_str).map(str::to_owned));
            }
            members.values().for_each(|member| words(member, met));
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, met)),
        _ => {}
    }
}

/// The variants of an enum of the library, as they are written in data.
fn variants(source: &str, name: &str, written: fn(&str) -> String) -> Vec<String> {
    let body = source.split_once(&format!("pub enum {name} {{")).unwrap().1.split_once("\n}").unwrap().0;
    let is_variant = |line: &&str| line.starts_with("    ") && line.as_bytes()[4].is_ascii_uppercase();
    let lines = body.lines().filter(|line| line.len() > 4).filter(is_variant);
    lines.map(|line| written(line.trim().trim_end_matches([',', '{', ' ']))).collect()
}

fn separated(name: &str, separator: char) -> String {
    name.chars().fold(String::new(), |mut written, letter| {
        if letter.is_ascii_uppercase() && !written.is_empty() {
            written.push(separator);
        }
        written.push(letter);
        written
    })
}

#[test]
fn every_word_is_met_or_it_is_said_why_not() {
    let (causes, outcomes) =
        (include_str!("../../src/validation/cause.rs"), include_str!("../../src/validation/conclusion.rs"));
    let mut all = variants(causes, "Cause", |name| separated(name, '-').to_lowercase());
    all.extend(variants(outcomes, "Failure", |name| separated(name, '_').to_uppercase()));
    all.extend(variants(outcomes, "Doubt", |name| separated(name, '_').to_uppercase()));
    assert!(all.len() > 80, "{all:?}");
    let reports = signatures().iter().map(|signing| judge(&container(signing))).collect::<Vec<_>>();
    let samples = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/samples")).unwrap();
    let samples = samples
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "edoc" || extension == "asice"));
    let mut met = BTreeSet::new();
    let samples = samples.map(|path| judge(&std::fs::read(path).unwrap())).collect::<Vec<_>>();
    for report in reports.iter().chain(&others()).chain(&samples) {
        words(&serde_json::to_value(report).unwrap(), &mut met);
    }
    let excused: BTreeSet<&str> = NOT_BY_A_CONTAINER.iter().map(|(word, _)| *word).collect();
    let missing: Vec<_> = all.iter().filter(|word| !met.contains(*word) && !excused.contains(word.as_str())).collect();
    assert!(missing.is_empty(), "met by no container: {missing:?}");
    let needless: Vec<_> = excused.iter().filter(|word| met.contains(**word)).collect();
    assert!(needless.is_empty(), "excused and met: {needless:?}");
}

/// A responder and a time-stamping unit that have run out since: noted under zimogs-1, decisive under etsi-strict.
#[test]
fn a_strict_reader_doubts_more() {
    let mut met = BTreeSet::new();
    let strict = edoc::validation::Policy::etsi_strict().unwrap();
    let (run_out, trust) = times::stamped_by_run_out_unit(DIALECT);
    for signing in [honest(DIALECT), run_out] {
        let report = judge_with(&container(&signing), &trust, &sample_issuers(), &strict);
        words(&serde_json::to_value(&report).unwrap(), &mut met);
    }
    for word in ["REVOCATION_OUT_OF_BOUNDS_NO_POE", "timestamp-authority-expired"] {
        assert!(met.contains(word), "{word}: {met:?}");
    }
}
