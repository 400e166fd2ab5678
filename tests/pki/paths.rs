//! Paths: what is found, in which order, and at what cost.

use edoc::limits;
use edoc::pki::Certificate;
use edoc::pki::path::{Budget, CandidatePath, PathFault, candidate_paths, violations};

use crate::forge::der;
use crate::forge::keys::Key;
use crate::forge::x509::{COMMON_NAME, COUNTRY, Entity, Extension, Template, Weight};

const FROM: &str = "2020-01-01T00:00:00Z";
const TO: &str = "2040-01-01T00:00:00Z";

fn key(word: &str) -> Key {
    Key::p256(&format!("path {word}"))
}

fn authority(common: &str, key: &Key) -> Template {
    Template::new(&[(COUNTRY, "LV"), (COMMON_NAME, common)], key, FROM, TO)
        .with([Extension::authority(None), Extension::key_usage(&[5, 6])])
}

fn end_entity(common: &str) -> Template {
    Template::new(&[(COUNTRY, "LV"), (COMMON_NAME, common)], &key("end"), FROM, TO).with([Extension::end_entity()])
}

fn parse(entity: &Entity) -> Certificate {
    Certificate::parse(&entity.der).unwrap()
}

fn pool(entities: &[&Entity]) -> Vec<Certificate> {
    entities.iter().map(|entity| parse(entity)).collect()
}

fn search(end: &Entity, pool: &[Certificate], anchor: Option<&Entity>) -> (Vec<CandidatePath>, usize) {
    let anchor = anchor.map(|anchor| parse(anchor).sha256);
    let is_anchor = |certificate: &Certificate| Some(certificate.sha256) == anchor;
    let mut budget = Budget { signature_checks: limits::PATH_SIGNATURE_CHECKS };
    let found = candidate_paths(&parse(end), pool, &is_anchor, &mut budget);
    (found, limits::PATH_SIGNATURE_CHECKS - budget.signature_checks)
}

fn names(path: &CandidatePath) -> Vec<String> {
    path.certificates.iter().map(|certificate| certificate.subject.display_name()).collect()
}

#[test]
fn a_plain_path_and_its_dead_end() {
    let root = authority("PARAUGS Root", &key("root")).self_signed();
    let middle = authority("PARAUGS CA", &key("middle")).issued_by(&root);
    let end = end_entity("PARAUGS").issued_by(&middle);
    let (found, checks) = search(&end, &pool(&[&end, &root, &middle]), Some(&root));
    assert_eq!(found.len(), 1);
    assert!(found[0].anchored && violations(&found[0]).is_empty());
    assert_eq!(names(&found[0]), ["PARAUGS", "PARAUGS CA", "PARAUGS Root"]);
    assert_eq!(checks, 2);
    let (found, _) = search(&end, &pool(&[&middle]), Some(&root));
    assert_eq!((found.len(), found[0].anchored), (1, false));
    assert_eq!(found[0].certificates.last().unwrap().issuer.display_name(), "PARAUGS Root", "who is missing");
    let (found, _) = search(&end, &pool(&[&root, &middle]), None);
    assert_eq!((found.len(), found[0].anchored, found[0].certificates.len()), (1, false, 3), "a root nobody lists");
    let (found, _) = search(&end, &[], Some(&end));
    assert!(found[0].anchored && found[0].certificates.len() == 1, "listed itself");
}

#[test]
fn the_same_certificates_many_times_change_nothing() {
    let root = authority("PARAUGS Root", &key("root")).self_signed();
    let middle = authority("PARAUGS CA", &key("middle")).issued_by(&root);
    let end = end_entity("PARAUGS").issued_by(&middle);
    let many: Vec<_> = (0..100).flat_map(|_| pool(&[&root, &middle, &end])).collect();
    let (found, checks) = search(&end, &many, Some(&root));
    assert_eq!((found.len(), checks), (1, 2));
}

#[test]
fn of_many_keys_under_one_name_the_right_one_is_found() {
    let root = authority("PARAUGS Root", &key("root")).self_signed();
    let same_name: Vec<_> = (0..8).map(|number| authority("PARAUGS CA", &key(&number.to_string()))).collect();
    let same_name: Vec<_> = same_name.iter().map(|template| template.issued_by(&root)).collect();
    let end = end_entity("PARAUGS").issued_by(&same_name[6]);
    let mut all = pool(&same_name.iter().collect::<Vec<_>>());
    all.push(parse(&root));
    let (found, checks) = search(&end, &all, Some(&root));
    assert_eq!((found.len(), found[0].certificates[1].sha256), (1, parse(&same_name[6]).sha256));
    assert_eq!(checks, 9, "eight candidates, and one of them by the root");
    // With key identifiers nothing has to be tried.
    let with_identifier = |number: usize| {
        let key = key(&number.to_string());
        authority("PARAUGS CA", &key).with([Extension::subject_key(&key)]).issued_by(&root)
    };
    let identified: Vec<_> = (0..8).map(with_identifier).collect();
    let end = end_entity("PARAUGS").with([Extension::authority_key(&identified[6].key)]).issued_by(&identified[6]);
    let mut all = pool(&identified.iter().collect::<Vec<_>>());
    all.push(parse(&root));
    let (found, checks) = search(&end, &all, Some(&root));
    assert!(found[0].anchored && checks == 2, "{checks}");
}

#[test]
fn an_authority_that_changed_its_key_leads_on() {
    let (old, new) = (key("old"), key("new"));
    let root = authority("PARAUGS Root", &old).self_signed();
    // The new key, certified by the old one, under the same name.
    let new_with_old = authority("PARAUGS Root", &new).signed(&root.subject, &old);
    let end = end_entity("PARAUGS").issued_by(&new_with_old);
    let (found, _) = search(&end, &pool(&[&new_with_old, &root]), Some(&root));
    assert!(found[0].anchored && found[0].certificates.len() == 3);
    assert!(violations(&found[0]).is_empty());
}

#[test]
fn cross_certificates_give_every_path_shortest_first() {
    let (one, two, middle) = (key("one"), key("two"), key("middle"));
    let first = authority("PARAUGS Root 1", &one).self_signed();
    let second = authority("PARAUGS Root 2", &two).self_signed();
    let second_by_first = authority("PARAUGS Root 2", &two).issued_by(&first);
    let by_first = authority("PARAUGS CA", &middle).issued_by(&first);
    let by_second = authority("PARAUGS CA", &middle).issued_by(&second);
    let end = end_entity("PARAUGS").issued_by(&by_second);
    let all = pool(&[&by_second, &second_by_first, &second, &by_first, &first]);
    let (found, _) = search(&end, &all, Some(&first));
    assert!(found.iter().all(|path| path.anchored));
    assert_eq!(found.iter().map(|path| path.certificates.len()).collect::<Vec<_>>(), [3, 4]);
    let (again, _) = search(&end, &all, Some(&first));
    let digests = |paths: &[CandidatePath]| {
        paths.iter().map(|path| path.certificates.iter().map(|each| each.sha256).collect()).collect::<Vec<Vec<_>>>()
    };
    assert_eq!(digests(&found), digests(&again));
}

#[test]
fn loops_long_chains_and_thickets_end() {
    // Two authorities that certify each other.
    let (a, b) = (key("a"), key("b"));
    let (plain_a, plain_b) = (authority("PARAUGS A", &a).self_signed(), authority("PARAUGS B", &b).self_signed());
    let (a_by_b, b_by_a) =
        (authority("PARAUGS A", &a).issued_by(&plain_b), authority("PARAUGS B", &b).issued_by(&plain_a));
    let end = end_entity("PARAUGS").issued_by(&a_by_b);
    let (found, _) = search(&end, &pool(&[&a_by_b, &b_by_a]), None);
    assert_eq!((found.len(), found[0].anchored), (1, false));

    // Fifty authorities, one below the other.
    let mut chain = vec![authority("PARAUGS 0", &key("0")).self_signed()];
    for number in 1..50 {
        let template = authority(&format!("PARAUGS {number}"), &key(&number.to_string()));
        chain.push(template.issued_by(&chain[number - 1]));
    }
    let end = end_entity("PARAUGS").issued_by(&chain[49]);
    let all = pool(&chain.iter().collect::<Vec<_>>());
    let (found, _) = search(&end, &all, Some(&chain[0]));
    assert_eq!((found[0].anchored, found[0].certificates.len()), (false, limits::PATH_LENGTH));
    let (found, _) = search(&end, &all, Some(&chain[49 - (limits::PATH_LENGTH - 2)]));
    assert_eq!((found[0].anchored, found[0].certificates.len()), (true, limits::PATH_LENGTH), "just long enough");

    // Five authorities that all certify each other: far more paths than anybody may want.
    let keys: Vec<_> = (0..5).map(|number| key(&format!("thicket {number}"))).collect();
    let selves: Vec<_> = (0..5).map(|own| authority(&format!("PARAUGS {own}"), &keys[own]).self_signed()).collect();
    let mut thicket = Vec::new();
    for (own, key) in keys.iter().enumerate() {
        for other in (0..5).filter(|other| *other != own) {
            thicket.push(authority(&format!("PARAUGS {own}"), key).issued_by(&selves[other]));
        }
    }
    thicket.push(selves[4].clone());
    let end = end_entity("PARAUGS").issued_by(&selves[0]);
    let (found, checks) = search(&end, &pool(&thicket.iter().collect::<Vec<_>>()), Some(&selves[4]));
    assert!(found.iter().all(|path| path.anchored) && (1..=limits::PATHS).contains(&found.len()));
    assert!(checks <= limits::PATH_SIGNATURE_CHECKS);
}

#[test]
fn dead_ends_do_not_hide_a_path() {
    // Twenty certificates of the issuer's key by authorities that are not at hand, before the one that leads on.
    let root = authority("PARAUGS Root", &key("root")).self_signed();
    let middle = authority("PARAUGS CA", &key("middle"));
    let mut all = Vec::new();
    for number in 0..20 {
        let elsewhere = authority(&format!("PARAUGS Elsewhere {number}"), &key(&format!("elsewhere {number}")));
        all.push(middle.issued_by(&elsewhere.self_signed()));
    }
    let right = middle.issued_by(&root);
    all.push(right.clone());
    all.push(root.clone());
    let end = end_entity("PARAUGS").issued_by(&right);
    let (found, _) = search(&end, &pool(&all.iter().collect::<Vec<_>>()), Some(&root));
    assert!(found[0].anchored);
}

#[test]
fn a_spent_budget_says_so() {
    let root = authority("PARAUGS Root", &key("root")).self_signed();
    let end = end_entity("PARAUGS").issued_by(&root);
    let mut budget = Budget { signature_checks: 0 };
    let found = candidate_paths(&parse(&end), &pool(&[&root]), &|_| false, &mut budget);
    assert!(!found[0].anchored && found[0].certificates.len() == 1 && budget.is_exhausted());
}

#[test]
fn a_wrong_signature_or_key_identifier_is_no_link() {
    let root = authority("PARAUGS Root", &key("root")).with([Extension::subject_key(&key("root"))]).self_signed();
    let other_key = end_entity("PARAUGS").signed(&root.subject, &key("other"));
    assert!(!search(&other_key, &pool(&[&root]), Some(&root)).0[0].anchored);
    let identifier = end_entity("PARAUGS").with([Extension::authority_key(&key("other"))]).issued_by(&root);
    assert!(!search(&identifier, &pool(&[&root]), Some(&root)).0[0].anchored);
    let honest = end_entity("PARAUGS").with([Extension::authority_key(&key("root"))]).issued_by(&root);
    assert!(search(&honest, &pool(&[&root]), Some(&root)).0[0].anchored);
}

/// The faults of the path of an end entity below `template` below a root.
fn faults(template: &Template) -> Vec<PathFault> {
    let root = authority("PARAUGS Root", &key("root")).self_signed();
    let middle = template.issued_by(&root);
    let end = end_entity("PARAUGS").issued_by(&middle);
    let (found, _) = search(&end, &pool(&[&middle, &root]), Some(&root));
    assert!(found[0].anchored);
    violations(&found[0]).into_iter().map(|violation| violation.fault).collect()
}

#[test]
fn what_an_authority_must_be_and_may_demand() {
    let middle = authority("PARAUGS CA", &key("middle"));
    assert_eq!(faults(&middle), []);
    let not_an_authority = middle.clone().without("2.5.29.19").with([Extension::end_entity()]);
    assert_eq!(faults(&not_an_authority), [PathFault::NotAnAuthority]);
    assert_eq!(faults(&middle.clone().without("2.5.29.19")), [PathFault::NotAnAuthority]);
    let may_not = middle.clone().without("2.5.29.15").with([Extension::key_usage(&[6])]);
    assert_eq!(faults(&may_not), [PathFault::MayNotIssue]);
    let critical = middle.clone().with([Extension::new("1.2.3.4", Weight::Critical, der::null())]);
    assert_eq!(faults(&critical), [PathFault::UnknownCritical { extensions: vec!["1.2.3.4".to_owned()] }]);
    let constrained = |base: &str| {
        let subtree = der::sequence(&[der::context(4, &crate::forge::x509::name(&[(COUNTRY, base)]))]);
        let value = der::sequence(&[der::context(0, &subtree)]);
        middle.clone().with([Extension::new("2.5.29.30", Weight::Critical, value)])
    };
    assert_eq!(faults(&constrained("LV")), []);
    assert_eq!(faults(&constrained("EE")), [PathFault::NameNotAllowed]);
    let explicit = Extension::new("2.5.29.36", Weight::Critical, der::sequence(&[der::context_primitive(0, &[0])]));
    assert_eq!(faults(&middle.with([explicit])), [PathFault::NoCommonPolicy]);
}

#[test]
fn what_an_anchor_demands_holds_and_what_it_is_does_not_matter() {
    let anchor = |extensions: Vec<Extension>| {
        Template::new(&[(COUNTRY, "LV"), (COMMON_NAME, "PARAUGS Root")], &key("root"), FROM, TO)
            .with(extensions)
            .self_signed()
    };
    let faults = |root: &Entity| {
        let middle = authority("PARAUGS CA", &key("middle")).issued_by(root);
        let end = end_entity("PARAUGS").issued_by(&middle);
        let (found, _) = search(&end, &pool(&[&middle, root]), Some(root));
        violations(&found[0]).into_iter().map(|violation| violation.fault).collect::<Vec<_>>()
    };
    assert_eq!(faults(&anchor(Vec::new())), []);
    assert_eq!(faults(&anchor(vec![Extension::authority(Some(0))])), [PathFault::PathTooLong]);
    assert_eq!(faults(&anchor(vec![Extension::authority(Some(1))])), []);
}
