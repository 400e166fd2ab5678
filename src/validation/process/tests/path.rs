//! Paths, their constraints, and the listed service (reference 5.1, 5.2, N86 to N94).

use super::build::*;
use super::rows::{Row, check};
use crate::pki::path::PathFault;

const NO_CHAIN: &str = "IND/NO_CERTIFICATE_CHAIN_FOUND";
const GENERAL: &str = "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE";
const OUT_OF_FORCE: &str = "IND/NO_CERTIFICATE_CHAIN_FOUND_NO_POE service-not-in-force";

fn person(world: &mut World) {
    world.certificate("seal").subject.attributes = vec![("2.5.4.42".to_owned(), "Paraugs".to_owned())];
}

fn usage(world: &mut World, bits: &[&str]) {
    world.certificate("seal").key_usage = Some(bits.iter().map(|bit| (*bit).to_owned()).collect());
}

fn violate(world: &mut World, label: &str, fault: PathFault) {
    world.signature.paths[0].violations.push(violation(label, fault));
}

#[test]
fn where_paths_end() {
    let rows: &[Row] = &[
        ("N86: an authority that nobody lists", |w| drop(w.services.remove(0)), NO_CHAIN, NO_CHAIN),
        (
            "a root at hand that nobody lists",
            |w| {
                w.services.remove(0);
                w.add(authority("root", "root", "2010-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
                w.signature.paths = vec![path(&["seal", "ca", "root"])];
            },
            "IND/NO_CERTIFICATE_CHAIN_FOUND no-path",
            "IND/NO_CERTIFICATE_CHAIN_FOUND no-path",
        ),
        (
            "N87: the issuer is listed and not at hand",
            |w| w.signature.paths = vec![path(&["seal"])],
            "IND/NO_CERTIFICATE_CHAIN_FOUND issuer-listed-not-at-hand",
            "IND/NO_CERTIFICATE_CHAIN_FOUND issuer-listed-not-at-hand",
        ),
        ("no path at all", |w| w.signature.paths.clear(), NO_CHAIN, NO_CHAIN),
        (
            "a test hierarchy",
            |w| {
                w.services.remove(0);
                w.certificate("ca").test_hierarchy = Some("DEMO".to_owned());
            },
            "IND/NO_CERTIFICATE_CHAIN_FOUND test-hierarchy",
            "IND/NO_CERTIFICATE_CHAIN_FOUND test-hierarchy",
        ),
        ("CA/PKC", |w| w.services[0] = service("ca", "CA/PKC"), "TP", "TP"),
        ("a national root", |w| w.services[0] = service("ca", "NationalRootCA-QC"), "TP", "TP"),
        ("listed for time-stamps only", |w| w.services[0] = service("ca", "TSA/QTST"), NO_CHAIN, NO_CHAIN),
        ("listed for answers only", |w| w.services[0] = service("ca", "Certstatus/OCSP/QC"), NO_CHAIN, NO_CHAIN),
        ("an unknown kind of service", |w| w.services[0] = service("ca", "RegisteredDelivery"), NO_CHAIN, NO_CHAIN),
        (
            "another certificate of the listed key, same name",
            |w| {
                w.services[0].certificates[0].sha256 = id("older certificate of ca");
            },
            "TP",
            "TP",
        ),
        (
            "the listed key under another name",
            |w| {
                w.services[0].certificates[0].sha256 = id("older certificate of ca");
                w.certificate("ca").subject = name("another");
            },
            NO_CHAIN,
            NO_CHAIN,
        ),
        (
            "a path past the listed one is cut there",
            |w| {
                w.add(authority("root", "root", "2010-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
                w.signature.paths = vec![path(&["seal", "ca", "root"])];
            },
            "TP",
            "TP",
        ),
        (
            "the first of two paths leads nowhere",
            |w| {
                let right = w.signature.paths[0].clone();
                w.add(authority("cross", "nobody", "2010-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
                w.signature.paths = vec![path(&["seal", "cross"]), right];
            },
            "TP",
            "TP",
        ),
        (
            "the first of two paths violates a constraint",
            |w| {
                let right = w.signature.paths[0].clone();
                w.add(authority("cross", "root", "2010-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
                w.certificate("cross").subject = name("ca");
                w.certificate("cross").spki_sha256 = key_of("ca");
                w.services.push(service("cross", "CA/QC"));
                let mut wrong = path(&["seal", "cross"]);
                wrong.violations.push(violation("seal", PathFault::NameNotAllowed));
                w.signature.paths = vec![wrong, right];
            },
            "TP",
            "TP",
        ),
        ("all paths violate one", |w| violate(w, "seal", PathFault::NameNotAllowed), GENERAL, GENERAL),
    ];
    check(World::new, rows);
}

#[test]
fn the_listed_service() {
    fn states(w: &mut World, states: &[(&str, &str)]) {
        w.service("ca").periods = states.iter().map(|(status, since)| period("CA/QC", status, since)).collect();
    }
    let rows: &[Row] = &[
        ("granted", |w| states(w, &[("granted", "2016-07-01T00:00:00Z")]), "TP", "TP"),
        (
            "withdrawn since, granted then",
            |w| states(w, &[("withdrawn", "2025-01-01T00:00:00Z"), ("granted", "2016-07-01T00:00:00Z")]),
            "TP",
            "TP",
        ),
        (
            "withdrawn then",
            |w| states(w, &[("withdrawn", "2023-01-01T00:00:00Z"), ("granted", "2016-07-01T00:00:00Z")]),
            OUT_OF_FORCE,
            "TP",
        ),
        (
            "withdrawn at that very second",
            |w| states(w, &[("withdrawn", STAMPED), ("granted", "2016-07-01T00:00:00Z")]),
            OUT_OF_FORCE,
            "TP",
        ),
        (
            "withdrawn one second later",
            |w| states(w, &[("withdrawn", "2023-03-01T10:00:01Z"), ("granted", "2016-07-01T00:00:00Z")]),
            "TP",
            "TP",
        ),
        (
            "granted since, withdrawn then",
            |w| states(w, &[("granted", "2024-01-01T00:00:00Z"), ("withdrawn", "2022-07-01T00:00:00Z")]),
            OUT_OF_FORCE,
            "TP",
        ),
        ("not listed yet", |w| states(w, &[("granted", "2023-03-01T10:00:01Z")]), OUT_OF_FORCE, "TP"),
        ("listed from that very second", |w| states(w, &[("granted", STAMPED)]), "TP", "TP"),
        ("accredited, by the former law", |w| states(w, &[("accredited", "2012-01-01T00:00:00Z")]), "TP", "TP"),
        ("under supervision", |w| states(w, &[("undersupervision", "2012-01-01T00:00:00Z")]), "TP", "TP"),
        ("in cessation", |w| states(w, &[("supervisionincessation", "2012-01-01T00:00:00Z")]), "TP", "TP"),
        ("national level", |w| states(w, &[("recognisedatnationallevel", "2012-01-01T00:00:00Z")]), "TP", "TP"),
        (
            "deprecated at national level",
            |w| states(w, &[("deprecatedatnationallevel", "2012-01-01T00:00:00Z")]),
            OUT_OF_FORCE,
            "TP",
        ),
        ("supervision ceased", |w| states(w, &[("supervisionceased", "2012-01-01T00:00:00Z")]), OUT_OF_FORCE, "TP"),
        ("revoked", |w| states(w, &[("supervisionrevoked", "2012-01-01T00:00:00Z")]), OUT_OF_FORCE, "TP"),
        ("not read", |w| states(w, &[("unreadable", "2012-01-01T00:00:00Z")]), OUT_OF_FORCE, "TP"),
        (
            "a critical extension nobody understands",
            |w| w.service("ca").periods[0].extensions.unknown_critical.push("X".to_owned()),
            OUT_OF_FORCE,
            "TP",
        ),
        (
            "granted then for something else, as an authority only since",
            |w| {
                w.service("ca").periods = vec![
                    period("CA/QC", "granted", "2024-01-01T00:00:00Z"),
                    period("TSA/QTST", "granted", "2016-07-01T00:00:00Z"),
                ];
            },
            OUT_OF_FORCE,
            "TP",
        ),
        (
            "an authority then, something else since",
            |w| {
                w.service("ca").periods = vec![
                    period("TSA/QTST", "granted", "2024-01-01T00:00:00Z"),
                    period("CA/QC", "granted", "2016-07-01T00:00:00Z"),
                ];
            },
            "TP",
            "TP",
        ),
        (
            "listed twice, once in force",
            |w| {
                states(w, &[("withdrawn", "2016-07-01T00:00:00Z")]);
                w.services.push(service("ca", "CA/QC"));
            },
            "TP",
            "TP",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn constraints() {
    let rows: &[Row] = &[
        (
            "N92: critical extension of the signer",
            |w| violate(w, "seal", PathFault::UnknownCritical { extensions: vec!["1.2.3".to_owned()] }),
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE path-violated",
            GENERAL,
        ),
        ("N91: name constraint", |w| violate(w, "seal", PathFault::NameNotAllowed), GENERAL, GENERAL),
        ("no common policy", |w| violate(w, "seal", PathFault::NoCommonPolicy), GENERAL, GENERAL),
        ("what the list answers for", |w| violate(w, "ca", PathFault::NotAnAuthority), "TP", "TP"),
        ("of a certificate not on this path", |w| violate(w, "root", PathFault::PathTooLong), "TP", "TP"),
        ("N94: ocsp-nocheck", |w| w.certificate("seal").ocsp_no_check = true, GENERAL, GENERAL),
        ("a seal without nonRepudiation (P9)", |w| usage(w, &["digitalSignature"]), "TP", "TP"),
        (
            "N93: a person without",
            |w| {
                person(w);
                usage(w, &["digitalSignature"]);
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE not-for-signing",
            "TP",
        ),
        (
            "an organisation's, for a web site",
            |w| {
                w.certificate("seal").extended_key_usage = vec!["1.3.6.1.5.5.7.3.1".to_owned()];
                usage(w, &["digitalSignature"]);
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE not-for-signing",
            "TP",
        ),
        (
            "an organisation's, qualified for web sites",
            |w| {
                w.certificate("seal").qc_types = vec!["0.4.0.1862.1.6.3".to_owned()];
                usage(w, &["digitalSignature"]);
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE",
            "TP",
        ),
        (
            "an organisation's, for mail",
            |w| {
                w.certificate("seal").extended_key_usage = vec!["1.3.6.1.5.5.7.3.4".to_owned()];
                usage(w, &["digitalSignature"]);
            },
            "TP",
            "TP",
        ),
        (
            "nobody can tell whose it is",
            |w| {
                w.certificate("seal").subject.attributes.clear();
                usage(w, &["digitalSignature"]);
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE",
            "TP",
        ),
        (
            "a listed authority that signs itself",
            |w| {
                w.services.push(service("seal", "CA/QC"));
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE not-for-signing",
            "IND/CHAIN_CONSTRAINTS_FAILURE not-for-signing",
        ),
        ("a person with", person, "TP", "TP"),
        (
            "a person without any key usage",
            |w| {
                person(w);
                w.certificate("seal").key_usage = None;
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE",
            "TP",
        ),
        (
            "a person by QcType",
            |w| {
                w.certificate("seal").qc_types = vec!["0.4.0.1862.1.6.1".to_owned()];
                usage(w, &["digitalSignature"]);
            },
            "IND/CHAIN_CONSTRAINTS_FAILURE",
            "TP",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn constraints_of_authorities() {
    let rows: &[Row] = &[
        ("everything right", |_| {}, "TP", "TP"),
        (
            "N89: CA:FALSE",
            |w| violate(w, "ca", PathFault::NotAnAuthority),
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE issuer-not-authority",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE issuer-not-authority",
        ),
        ("N89: without keyCertSign", |w| violate(w, "ca", PathFault::MayNotIssue), GENERAL, GENERAL),
        (
            "N90: pathLen",
            |w| violate(w, "ca", PathFault::PathTooLong),
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE path-violated",
            GENERAL,
        ),
        ("anyPolicy mapped", |w| violate(w, "ca", PathFault::AnyPolicyMapped), GENERAL, GENERAL),
        (
            "no answer about the authority",
            |w| w.forget_last_answer(),
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE no-revocation-data",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE no-revocation-data",
        ),
        (
            "an authority that excepts itself from revocation",
            |w| w.certificate("ca").no_revocation_available = true,
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE forbidden-extension",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE forbidden-extension",
        ),
        (
            "an authority with ocsp-nocheck",
            |w| w.certificate("ca").ocsp_no_check = true,
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE forbidden-extension",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE forbidden-extension",
        ),
        (
            "the authority had run out",
            |w| w.certificate("ca").not_after = at("2023-03-01T09:59:59Z"),
            "IND/OUT_OF_BOUNDS_NO_POE certificate-expired",
            "IND/OUT_OF_BOUNDS_NO_POE certificate-expired",
        ),
        ("it ran out that second", |w| w.certificate("ca").not_after = at(STAMPED), "TP", "TP"),
        (
            "the authority was not in force yet",
            |w| {
                w.certificate("ca").not_before = at("2023-03-01T10:00:01Z");
                w.signature.revocation[1].this_update = at("2023-03-01T10:00:02Z");
                w.signature.revocation[1].produced_at = at("2023-03-01T10:00:02Z");
            },
            "IND/OUT_OF_BOUNDS_NO_POE certificate-not-yet-valid",
            "IND/OUT_OF_BOUNDS_NO_POE certificate-not-yet-valid",
        ),
    ];
    check(World::under_a_root, rows);
}
