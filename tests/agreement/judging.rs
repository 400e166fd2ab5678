//! Lists, policies and times of the corpus, and our word on a file under them.

use std::path::Path;

use edoc::container::FileSource;
use edoc::report::{Authenticity, Report, SignatureReport};
use edoc::trust::{ListOrigin, Pins, TrustStore, check_list, judged};
use edoc::validation::{Indication, Policy};
use edoc::verify::{Input, verify};
use serde::Deserialize;

/// Kinds that are judged.
pub const KINDS: [&str; 6] =
    ["ASiC-E XAdES", "ASiC-E XAdES (X-Road)", "ASiC-S XAdES", "EDOC (ASiC-E XAdES)", "BDOC-TM", "BDOC-TS"];

#[derive(Clone, Deserialize)]
pub struct Row {
    pub id: String,
    pub folder: String,
    pub kind: String,
    pub origin: String,
    pub origin_indication: String,
    pub origin_note: String,
    pub at: String,
    pub dss_eu_now: String,
    pub dss_eu_at: String,
    pub dss_test_now: String,
    pub dss_test_at: String,
    pub libdigidocpp_eu: String,
    pub libdigidocpp_test: String,
}

pub fn rows(corpus: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(corpus.join("expected.csv")).unwrap();
    let rows = reader.deserialize().map(Result::<Row, _>::unwrap);
    rows.filter(|row| row.folder == "containers" && KINDS.contains(&row.kind.as_str())).collect()
}

/// The EU lists as the list of lists vouches for them, with their certificates.
pub fn eu_lists(corpus: &Path) -> TrustStore {
    let folder = corpus.join("trust/eu");
    let pins = Pins::shipped().unwrap();
    let read = |name: &Path| check_list(&std::fs::read(name).unwrap()).unwrap();
    let lotl = judged(read(&folder.join("eu-lotl.xml")), &pins, None, ListOrigin::Import);
    let mut store = TrustStore::default();
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|e| e == "xml")) {
        if !path.ends_with("eu-lotl.xml") {
            store.add_list(&judged(read(path), &pins, Some(&lotl), ListOrigin::Import));
        }
    }
    store
}

/// The Estonian test list and the Latvian test authorities, vouched for by whoever runs the test.
pub fn test_lists(corpus: &Path) -> TrustStore {
    let folder = corpus.join("trust/test");
    let pins = Pins::shipped().unwrap();
    let mut store = TrustStore::default();
    let list = check_list(&std::fs::read(folder.join("EE_T.xml")).unwrap()).unwrap();
    store.add_list(&judged(list, &pins, None, ListOrigin::User));
    let demo = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let demo = demo.filter(|path| path.extension().is_some_and(|e| e == "der"));
    let certificates = demo.map(|path| edoc::pki::Certificate::parse(&std::fs::read(path).unwrap()).unwrap());
    super::table::add_anchors(&mut store, certificates);
    store
}

/// Our words on a file: for each signature its place and what it is; or one word on the whole.
pub struct Words {
    pub report: Option<Box<Report>>,
    pub error: String,
}

impl Words {
    pub fn of(path: &Path, trust: &TrustStore, policy: &Policy, at: &str) -> Self {
        let source = FileSource::open(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        match verify(&Input { name, source: &source }, trust, &[], policy, at.parse().unwrap()) {
            Ok(report) => Self { report: Some(Box::new(report)), error: String::new() },
            Err(error) => Self { report: None, error: error.to_string() },
        }
    }

    /// `INDICATION/SUB` of the signature with this Id in a file that ends so; of the whole where there is no such.
    pub fn on(&self, file: &str, id: &str) -> String {
        let Some(report) = &self.report else { return "ERROR".to_owned() };
        match self.find(file, id) {
            Some(signature) => word(signature.indication),
            None => match report.authenticity {
                Authenticity::Refuted(failure) => word(Indication::TotalFailed(failure)),
                other => format!("{other:?}"),
            },
        }
    }

    /// The signature with this Id; the only one of its file where it has none.
    fn find(&self, file: &str, id: &str) -> Option<&SignatureReport> {
        let signatures = || self.report.iter().flat_map(|report| &report.signatures);
        let in_file: Vec<_> = signatures().filter(|signature| signature.file.ends_with(file)).collect();
        let named = in_file.iter().find(|signature| signature.id.as_deref().unwrap_or_default() == id);
        let only = in_file.first().filter(|one| in_file.len() == 1 && one.id.is_none());
        named.or(only).copied()
    }

    pub fn why(&self, file: &str, id: &str) -> String {
        let Some(report) = &self.report else { return self.error.clone() };
        self.find(file, id).map_or(format!("{:?}", report.cause), |signature| {
            let stamps: Vec<_> =
                signature.timestamps.iter().map(|stamp| (&stamp.kind, stamp.at, &stamp.cause)).collect();
            format!("{:?} proven {:?} stamps {stamps:?}", signature.cause, signature.proven_time)
        })
    }

    /// The word that is the same for every signature, the worst where they differ; that on the file where there is none.
    pub fn whole(&self) -> String {
        let Some(report) = &self.report else { return "ERROR".to_owned() };
        let worst =
            report.signatures.iter().map(|signature| signature.indication).max_by_key(|indication| match indication {
                Indication::TotalPassed => 0,
                Indication::Indeterminate(_) => 1,
                Indication::TotalFailed(_) => 2,
            });
        worst.map_or_else(|| format!("{:?}", report.authenticity), word)
    }

    pub fn passed(&self) -> usize {
        let signatures = self.report.iter().flat_map(|report| &report.signatures);
        signatures.filter(|signature| signature.indication == Indication::TotalPassed).count()
    }
}

pub fn word(indication: Indication) -> String {
    let value = serde_json::to_value(indication).unwrap();
    match value["sub_indication"].as_str() {
        Some(sub) => format!("{}/{sub}", value["indication"].as_str().unwrap()),
        None => value["indication"].as_str().unwrap().to_owned(),
    }
}
