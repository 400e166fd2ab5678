//! Real signatures under the lists of the Union, against what the EU's own validator (DSS) says with the same lists at the
//! same time.

use std::collections::BTreeMap;
use std::path::Path;

use edoc::Timestamp;
use edoc::container::{FileSource, Opened, open};
use edoc::evidence::{CertificateFacts, Evidence, SignatureFacts, gather};
use edoc::qualification::{SignatureQualification, qualify_certificate, services_of_path};
use edoc::trust::{Role, TrustStore, parse_list};
use edoc::validation::{Doubt, Failure, Indication};

/// Signatures for which DSS and this program differ, and how: DSS finds no signing certificate in them, and we find it by its
/// digest.
const UNREAD: &str = "indeterminate-qesig, DSS na (INDETERMINATE/NO_SIGNING_CERTIFICATE_FOUND)";
const DIVERGENCES: [(&str, &str); 3] = [
    ("btm0085.bdoc signatures0.xml#S0", UNREAD),
    ("btm0087.bdoc signatures0.xml#S0", UNREAD),
    ("bts0009.bdoc signatures0.xml#S0", UNREAD),
];

fn union(corpus: &Path) -> TrustStore {
    let mut trust = TrustStore::default();
    for file in std::fs::read_dir(corpus.join("trust/eu")).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|extension| extension == "xml") {
            trust.add_list(&parse_list(&std::fs::read(&file).unwrap()).unwrap());
        }
    }
    trust
}

/// Our level of a signature, given DSS's word on the signature itself.
fn level(
    evidence: &Evidence,
    signature: &SignatureFacts,
    trust: &TrustStore,
    indication: Indication,
    at: Option<Timestamp>,
) -> Option<SignatureQualification> {
    let facts = |digest| evidence.certificates.iter().find(|known: &&CertificateFacts| known.sha256 == digest);
    let path: Vec<_> = signature.paths.first()?.certificates.iter().filter_map(|digest| facts(*digest)).collect();
    let stamps = signature.timestamps.iter().filter(|stamp| stamp.malformed.is_none());
    let best = stamps.filter_map(|stamp| stamp.at).min().or(at)?;
    let services = services_of_path(trust, &path, Role::Issuer);
    qualify_certificate(path.first()?, &services, best).level.of_signature(indication).settled()
}

fn indication(word: &str) -> Indication {
    match word.split('/').next().unwrap() {
        "TOTAL-PASSED" => Indication::TotalPassed,
        "TOTAL-FAILED" => Indication::TotalFailed(Failure::HashFailure),
        _ => Indication::Indeterminate(Doubt::NoPoe),
    }
}

#[test]
fn real_signatures_have_the_level_that_dss_gives_them() {
    let Some(corpus) = super::super::corpus::folder() else { return };
    let trust = union(&corpus);
    let mut rows = csv::Reader::from_path(corpus.join("expected.csv")).unwrap();
    let headers = rows.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (id, at, dss) = (column("id"), column("at"), column("dss_eu_at"));
    let (mut compared, mut not_judged, mut skipped, mut agree, mut differ) =
        (0, 0, 0, BTreeMap::<String, usize>::new(), Vec::new());
    for row in rows.records().map(Result::unwrap).filter(|row| row[dss].contains("XAdES")) {
        let Ok(source) = FileSource::open(&corpus.join("containers").join(&row[id])) else { continue };
        let Ok(Opened::Container(container)) = open(&source) else {
            // Of another format, or refused: no signature is judged.
            not_judged += 1;
            continue;
        };
        let evidence = gather(&container, &trust).unwrap();
        for entry in row[dss].split(" | ") {
            let Some((name, words)) = entry.split_once(": ") else { continue };
            let Some((file, signature)) = name.split_once('#') else { continue };
            let words: Vec<_> = words.split(' ').collect();
            let named = |facts: &&edoc::evidence::SignatureFileFacts| facts.name.ends_with(&format!("/{file}"));
            let found = evidence.signature_files.iter().find(named);
            let with_id = |facts: &&SignatureFacts| facts.id.as_deref() == Some(signature);
            let Some(facts) = found.and_then(|found| found.signatures.iter().find(with_id)) else {
                skipped += 1;
                continue;
            };
            let indication = indication(words[0]);
            let Some(ours) = level(&evidence, facts, &trust, indication, row[at].parse().ok()) else {
                skipped += 1;
                continue;
            };
            let ours = serde_json::to_value(ours).unwrap().as_str().unwrap().to_owned();
            let theirs = dss_name(words[words.len() - 1]);
            compared += 1;
            // A broken signature under no list: DSS stops before the matrix, whose word for it is "not AdES".
            let stopped = ours == "not-ades" && theirs == "na" && matches!(indication, Indication::TotalFailed(_));
            if ours == theirs || stopped {
                *agree.entry(format!("{ours}, DSS {theirs}")).or_default() += 1;
            } else {
                differ.push((format!("{} {name}", &row[id]), format!("{ours}, DSS {theirs} ({})", words[0])));
            }
        }
    }
    println!("{compared} signatures compared; agree: {agree:?}");
    differ.iter().for_each(|(name, what)| println!("{name}: {what}"));
    let known = DIVERGENCES.map(|(name, what)| (name.to_owned(), what.to_owned()));
    assert_eq!(differ, known, "differences, and those whose reason is known");
    println!("{not_judged} files are not judged; {skipped} entries of DSS have no signature here");
    assert!(not_judged <= 74, "{not_judged} files are not judged");
    assert!(compared >= 316, "{compared} compared");
    assert!(skipped <= 12, "{skipped} entries of DSS have no signature here");
}

/// DSS's name of a level as ours.
fn dss_name(name: &str) -> String {
    match name {
        "NOT_ADES_QC_QSCD" => "not-ades-but-qc-with-qscd".to_owned(),
        "NOT_ADES_QC" => "not-ades-but-qc".to_owned(),
        other => other.to_lowercase().replace('_', "-"),
    }
}
