//! Real containers, read in place.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use edoc::container::{ContainerError, ContentError, FileSource, Format, Opened, open};

struct Expected {
    id: String,
    kind: String,
}

/// The corpus, or `None` where it is not at hand and nobody demands it.
fn corpus() -> Option<PathBuf> {
    let named = std::env::var_os("EDOC_CORPUS").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let found = named.or_else(|| beside.is_dir().then_some(beside));
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "the corpus is needed here: set EDOC_CORPUS");
        println!("no corpus: nothing compared");
    }
    found
}

fn expected(corpus: &Path) -> Vec<Expected> {
    let mut reader = csv::Reader::from_path(corpus.join("expected.csv")).unwrap();
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (id, folder, kind) = (column("id"), column("folder"), column("kind"));
    let rows = reader.records().map(Result::unwrap).filter(|row| &row[folder] == "containers");
    rows.map(|row| Expected { id: row[id].to_owned(), kind: row[kind].to_owned() }).collect()
}

/// What opening a file came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// A container with signature files.
    Signed(Format),
    /// A container without.
    Unsigned,
    Recognised(Format),
    Refused,
    /// Refused once its contents were compared.
    RefusedByContent,
    Limit,
}

/// What the kind of a file lets expect; `None` for kinds that promise nothing.
fn promised(kind: &str) -> Option<Outcome> {
    Some(match kind {
        "ASiC-E XAdES" | "ASiC-E XAdES (X-Road)" | "BDOC-TM" | "BDOC-TS" | "EDOC (ASiC-E XAdES)" => {
            Outcome::Signed(Format::AsicE)
        }
        "ASiC-S XAdES" => Outcome::Signed(Format::AsicS),
        "ASiC-E CAdES" | "ASiC-S CAdES" => Outcome::Recognised(Format::AsicCades),
        "ASiC-E TST" | "ASiC-S TST" => Outcome::Recognised(Format::AsicTimestamp),
        "ASiC-E ER" | "ASiC-S ER" => Outcome::Recognised(Format::AsicEvidenceRecord),
        "ASiC-E hashcode (no data)" => Outcome::Recognised(Format::AsicHashcode),
        "ASiC no-signature" | "ASiC-S no-signature" => Outcome::Unsigned,
        "ADOC" => Outcome::Recognised(Format::Adoc),
        "BDOC-1.0" => Outcome::Recognised(Format::Bdoc1),
        "broken XML" | "broken zip" => return None,
        other => panic!("a kind without a promise: {other}"),
    })
}

/// Files that are not what their kind promises, each with the reason why that is right.
const DIVERGENCES: &[(&str, Outcome, &str)] = &[
    ("ae0074.asice", Outcome::Refused, "the first local header is overwritten; DSS and libdigidocpp fail as well"),
    ("ae0170.asice", Outcome::Refused, "one byte before the archive"),
    ("ae0233.asice", Outcome::Limit, "made to have more than 1,000 entries; DSS refuses as well"),
    ("btm0094.bdoc", Outcome::Refused, "two manifests; its origin refuses as well"),
    ("btm0098.bdoc", Outcome::Refused, "two documents of one name; its origin refuses as well"),
    (
        "bts0030.bdoc",
        Outcome::Signed(Format::AsicS),
        "media type text/plain, one document, no manifest: ASiC-S by shape",
    ),
    ("bts0032.bdoc", Outcome::Signed(Format::AsicS), "the same"),
    ("bts0035.bdoc", Outcome::Signed(Format::AsicS), "the same"),
    ("bts0036.bdoc", Outcome::Signed(Format::AsicS), "the same"),
    ("hc0016.asice", Outcome::Signed(Format::AsicE), "holds __MACOSX files, which are documents like any other"),
    ("hc0017.asice", Outcome::Signed(Format::AsicE), "the same"),
    ("hc0068.asice", Outcome::Limit, "made to expand 217 times"),
    ("hc0075.asice", Outcome::Signed(Format::AsicE), "holds __MACOSX files, which are documents like any other"),
    ("ns0002.sce", Outcome::Recognised(Format::OtherZip), "nothing in it says ASiC but the extension"),
    ("ns0020.asice", Outcome::Recognised(Format::OtherZip), "an archive without entries"),
    ("ns0027.bdoc", Outcome::Recognised(Format::OtherZip), "media type \"incorrect mimetype\" and nothing else"),
    ("ns0028.bdoc", Outcome::Recognised(Format::OtherZip), "an ordinary archive"),
    ("ns0038.asice", Outcome::Refused, "a name with `..`; its origin refuses as well"),
    ("st0105.asics", Outcome::Refused, "two entries called mimetype"),
    ("sx0034.asics", Outcome::Signed(Format::AsicE), "no mimetype, two documents at the root"),
    ("xr0001.zip", Outcome::Recognised(Format::OtherZip), "an archive around a container: never opened by itself"),
    ("xr0005.asice", Outcome::Refused, "a document called /message.xml"),
    ("xr0018.asice", Outcome::Signed(Format::AsicS), "no mimetype, one document, no manifest: ASiC-S by shape"),
];

fn outcome(path: &Path) -> Outcome {
    let source = FileSource::open(path).unwrap();
    match open(&source) {
        Err(ContainerError::Limit { .. }) => Outcome::Limit,
        Err(error) => panic!("{}: {error}", path.display()),
        Ok(Opened::Refused(fault)) => {
            println!("refused {}: {fault}", path.display());
            Outcome::Refused
        }
        Ok(Opened::Recognised(format)) => Outcome::Recognised(format),
        Ok(Opened::Container(container)) => match container.check_remaining() {
            Err(ContentError::Refused(_)) => Outcome::RefusedByContent,
            Err(ContentError::Container(error)) => panic!("{}: {error}", path.display()),
            Ok(()) if container.signature_files.is_empty() => Outcome::Unsigned,
            Ok(()) => Outcome::Signed(container.format),
        },
    }
}

#[test]
fn every_real_container_is_what_its_kind_promises() {
    let Some(corpus) = corpus() else { return };
    let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut surprises = Vec::new();
    let mut seen = Vec::new();
    for Expected { id, kind } in expected(&corpus) {
        let found = outcome(&corpus.join("containers").join(&id));
        *table.entry((kind.clone(), format!("{found:?}"))).or_default() += 1;
        let divergence = DIVERGENCES.iter().find(|(name, ..)| *name == id);
        seen.extend(divergence.map(|(name, ..)| *name));
        let wanted = divergence.map(|(_, outcome, _)| *outcome).or_else(|| promised(&kind));
        if wanted.is_some_and(|wanted| wanted != found) {
            surprises.push(format!("{id} ({kind}): {found:?}, not {wanted:?}"));
        }
    }
    for ((kind, outcome), count) in &table {
        println!("{count:4}  {kind:28} {outcome}");
    }
    assert!(surprises.is_empty(), "{surprises:#?}");
    assert_eq!(seen.len(), DIVERGENCES.len(), "a divergence names a file that is not there");
}

#[test]
fn broken_files_are_told_apart() {
    let Some(corpus) = corpus() else { return };
    for (id, wanted) in [
        ("ot0017.asics", Outcome::Refused),
        ("ot0019.asice", Outcome::Refused),
        ("ot0020.bdoc", Outcome::Recognised(Format::Empty)),
        ("ot0021.asice", Outcome::Recognised(Format::Other)),
        ("ot0015.xml", Outcome::Recognised(Format::BareXades)),
        ("ot0011.xml", Outcome::Recognised(Format::Other)),
    ] {
        assert_eq!(outcome(&corpus.join("containers").join(id)), wanted, "{id}");
    }
}

#[test]
fn latvian_containers_have_nothing_amiss() {
    let Some(corpus) = corpus() else { return };
    for (id, producer) in [
        ("ed0001.edoc", None),
        ("ed0002.edoc", Some("EDOC/2.0; LIB/2.10.1")),
        ("ed0009.edoc", Some("EDOC/2.0; LIB/2.6.1")),
        ("ed0011.asice", None),
    ] {
        let source = FileSource::open(&corpus.join("containers").join(id)).unwrap();
        let Opened::Container(container) = open(&source).unwrap() else { panic!("{id} was not read") };
        container.check_remaining().unwrap();
        assert_eq!(container.producer.as_deref(), producer, "{id}");
        assert_eq!((container.findings.len(), container.format_faults.len()), (0, 0), "{id}: {:?}", container.findings);
        assert!(container.documents.iter().all(|document| document.media_type.is_some()), "{id}");
    }
}
