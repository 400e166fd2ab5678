//! The sample containers of the folder `samples`, with what a reader should say about each.

use super::container::Container;
use super::crl;
use super::exams::{ANNA, Exam, Form, JANIS, LIGA};
use super::keys::{Hash, Padding, Scheme};
use super::ocsp::Responder;
use super::pki::{EXAM_CENTRE, OTHER_ORGANIZATION, Pki, responder_template};
use super::time::Instant;
use super::trust_list::TrustList;
use super::tst::{Encoding, Ess};
use super::x509::Entity;
use super::xades::{Dialect, Document, Level, Reference, Signing};
use std::rc::Rc;

/// What a reader should say under the sample trusted list, with the exam centre of the samples recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Genuine,
    OtherIssuer,
    CannotConfirm,
    Refuted,
    Unsigned,
}

/// One sample file.
pub struct Sample {
    pub file: &'static str,
    /// Why it is there.
    pub purpose: &'static str,
    pub bytes: Vec<u8>,
    pub signing: Option<Signing>,
    pub expected: Expected,
    pub altered: bool,
    pub covered: Vec<String>,
    pub uncovered: Vec<String>,
    /// The exam of the covered document; nothing where no certificate is covered.
    pub exam: Option<Exam>,
}

/// Every sample, in the order of the index.
pub fn all() -> Vec<Sample> {
    [honest_2024(), honest_2025(), honest_2026(), incomplete(), dishonest()].into_iter().flatten().collect()
}

/// Name and bytes of every generated file of the folder.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let samples = all();
    let mut files: Vec<(String, Vec<u8>)> =
        samples.iter().map(|sample| (sample.file.to_owned(), sample.bytes.clone())).collect();
    files.extend(super::layouts::files());
    files.push(("index.toml".to_owned(), super::index::toml(&samples).into_bytes()));
    files.push(("issuers.toml".to_owned(), super::index::issuers().into_bytes()));
    files.push(("trust-list.xml".to_owned(), TrustList::sample().xml().into_bytes()));
    files.push(("trust-list-signer.pem".to_owned(), super::index::pem(&Pki::shared().list_operator).into_bytes()));
    files
}

/// The seal of the exam centre at this time, in this dialect.
pub fn sealed(dialect: Dialect, seal: &Entity, unit: &Entity, at: &str) -> Signing {
    let pki = Pki::shared();
    let chain = [pki.seal_authority.clone(), pki.root.clone()];
    Signing::new(dialect, seal, &chain, &responder(&pki.seal_authority, "PARAUGS eZīmogi ICA OCSP", at), unit, at)
}

/// The authority's OCSP responder of that month.
pub fn responder(authority: &Entity, name: &str, at: &str) -> Entity {
    let [year, month, ..] = Instant::of(at).civil();
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let from = format!("{year:04}-{month:02}-01T00:00:00Z");
    let to = format!("{next_year:04}-{next_month:02}-01T00:00:00Z");
    responder_template(authority, name, &from, &to).issued_by(authority)
}

fn honest(file: &'static str, purpose: &'static str, signing: Signing, exam: Exam, form: Form) -> Sample {
    let document = exam.document(&format!("Sertifikāts {}", exam.number), form);
    let covered = vec![document.name.clone()];
    let bytes = Container::signed(vec![document], &signing).bytes();
    let expected = if signing.level < Level::Lt { Expected::CannotConfirm } else { Expected::Genuine };
    let (signing, exam, uncovered) = (Some(signing), Some(exam), Vec::new());
    Sample { file, purpose, bytes, signing, expected, altered: false, covered, uncovered, exam }
}

/// Sealed by certificates that have run out since: still genuine by the evidence inside.
fn honest_2024() -> Vec<Sample> {
    let pki = Pki::shared();
    let seal = |dialect, at| sealed(dialect, &pki.seal_2023, &pki.unit_2023, at);
    let plain = seal(Dialect::Lvrtc, "2024-07-11T05:00:00Z");
    let mut older = seal(Dialect::Lvrtc, "2024-07-11T05:02:00Z");
    older.scheme = Scheme { hash: Hash::Sha256, padding: Padding::Pkcs1WithoutNull };
    older.on_token = Some(Rc::new(|token| {
        token.encoding = Encoding::BerIndefinite;
        token.ess = Ess::V1;
        ".371".clone_into(&mut token.fraction);
    }));
    older.ocsp_time = older.stamp_time.plus(-40);
    let mut pss = seal(Dialect::Dss, "2024-07-11T05:04:00Z");
    pss.scheme = Scheme { hash: Hash::Sha256, padding: Padding::Pss };
    vec![
        honest("anna-matematika.edoc", "RSA seal of the LVRTC dialect", plain, exam(0), Form::Pdf),
        honest(
            "janis-vesture.edoc",
            "as old Latvian services wrote: DigestInfo without NULL, BER time-stamp, OCSP before the time-stamp",
            older,
            exam(1),
            Form::Pdf,
        ),
        honest("janis-kimija.asice", "RSA-PSS seal of the DSS dialect", pss, exam(2), Form::Pdf),
    ]
}

fn honest_2025() -> Vec<Sample> {
    let pki = Pki::shared();
    let mut edoc = sealed(Dialect::Lvrtc, &pki.seal_2025, &pki.unit_2025, "2025-07-03T05:00:00Z");
    edoc.on_response = Some(Rc::new(|response| response.naming = Responder::ByKey));
    let asice = sealed(Dialect::Dss, &pki.seal_2025, &pki.unit_2025, "2025-07-03T05:01:00Z");
    let mut archived = sealed(Dialect::Dss, &pki.seal_2025_large, &pki.unit_2025, "2025-07-03T05:02:00Z");
    archived.level = Level::Lta;
    archived.digest = Hash::Sha512;
    archived.certificate_digest = Hash::Sha512;
    archived.unit_crls = vec![crl::List::empty(&pki.root, archived.ocsp_time).der()];
    vec![
        honest("anna-anglu-valoda.edoc", "P-256 seal, responder named by its key", edoc, exam(3), Form::Pdf),
        honest("anna-latviesu-valoda.asice", "P-256 seal of the DSS dialect", asice, exam(4), Form::Pdf),
        honest("janis-fizika.asice", "P-521 seal with an archive time-stamp", archived, exam(5), Form::Pdf),
    ]
}

fn honest_2026() -> Vec<Sample> {
    let pki = Pki::shared();
    let seal = |dialect, at| sealed(dialect, &pki.seal_2025, &pki.unit_2025, at);
    let (word, page) = (seal(Dialect::Lvrtc, "2026-07-03T05:00:00Z"), seal(Dialect::Dss, "2026-07-03T05:01:00Z"));
    vec![
        honest("liga-matematika.edoc", "a certificate as a word-processor file", word, exam(6), Form::Docx),
        honest("liga-anglu-valoda.asice", "a certificate as a web page", page, exam(7), Form::Html),
    ]
}

/// Honest, but without the evidence that makes a signature last.
fn incomplete() -> Vec<Sample> {
    let pki = Pki::shared();
    let mut stamped = sealed(Dialect::Lvrtc, &pki.seal_2025, &pki.unit_2025, "2026-07-03T05:02:00Z");
    stamped.level = Level::T;
    let mut bare = sealed(Dialect::Dss, &pki.seal_2025, &pki.unit_2025, "2026-07-03T05:03:00Z");
    bare.level = Level::B;
    vec![
        honest("liga-latviesu-valoda.edoc", "time-stamp, but no revocation data", stamped, exam(8), Form::Text),
        honest("liga-biologija.asice", "neither time-stamp nor revocation data", bare, exam(9), Form::Pdf),
    ]
}

fn dishonest() -> Vec<Sample> {
    let pki = Pki::shared();
    let seal = |at| sealed(Dialect::Lvrtc, &pki.seal_2025, &pki.unit_2025, at);
    let chain = [pki.person_authority.clone(), pki.root.clone()];
    let at = "2026-07-10T17:00:00Z";
    let person_responder = responder(&pki.person_authority, "PARAUGS Personas ICA OCSP", at);
    let own = Signing::new(Dialect::Lvrtc, &pki.student, &chain, &person_responder, &pki.unit_2025, at);
    let foreign = sealed(Dialect::Lvrtc, &pki.other_seal, &pki.unit_2025, "2026-07-10T17:05:00Z");
    let mut foreign = honest("foreign-issuer.edoc", "sealed by another organisation", foreign, exam(11), Form::Pdf);
    foreign.expected = Expected::OtherIssuer;
    let purpose = "signed by the student with her own valid certificate";
    let mut own = honest("self-signed-by-student.edoc", purpose, own, exam(12), Form::Pdf);
    own.expected = Expected::OtherIssuer;
    vec![
        tampered(seal("2026-07-03T05:05:00Z")),
        foreign,
        own,
        unsigned(seal("2026-07-03T05:06:00Z")),
        with_uncovered_file(seal("2026-07-03T05:07:00Z")),
    ]
}

/// Sealed over 61,50 %; the document inside now says 91,50 %.
fn tampered(mut signing: Signing) -> Sample {
    let (sealed, shown) = (exam(10), Exam { overall: "91,50 %", ..exam(10) });
    let name = format!("Sertifikāts {}", sealed.number);
    let original = sealed.document(&name, Form::Pdf);
    signing.references = Some(vec![Reference::to(&original, signing.digest)]);
    let document = shown.document(&name, Form::Pdf);
    let covered = vec![document.name.clone()];
    let bytes = Container::signed(vec![document], &signing).bytes();
    Sample {
        file: "tampered.edoc",
        purpose: "one digit of the result was changed after sealing",
        bytes,
        signing: Some(signing),
        expected: Expected::Refuted,
        altered: true,
        covered,
        uncovered: Vec::new(),
        exam: Some(shown),
    }
}

fn unsigned(signing: Signing) -> Sample {
    let exam = exam(13);
    let document = exam.document(&format!("Sertifikāts {}", exam.number), Form::Pdf);
    let uncovered = vec![document.name.clone()];
    let mut container = Container::signed(vec![document], &signing);
    container.signings.clear();
    Sample {
        file: "unsigned.edoc",
        purpose: "a container without any signature",
        bytes: container.bytes(),
        signing: None,
        expected: Expected::Unsigned,
        altered: false,
        covered: Vec::new(),
        uncovered,
        exam: None,
    }
}

fn with_uncovered_file(signing: Signing) -> Sample {
    let (exam, added) = (exam(14), Exam { overall: "100,00 %", ..exam(14) });
    let document = exam.document(&format!("Sertifikāts {}", exam.number), Form::Pdf);
    let beside: Document = added.document("Sertifikāts (jaunais)", Form::Pdf);
    let (covered, uncovered) = (vec![document.name.clone()], vec![beside.name.clone()]);
    let mut container = Container::signed(vec![document], &signing);
    container.uncovered.push(beside);
    Sample {
        file: "uncovered-file.edoc",
        purpose: "a better certificate was laid beside the sealed one",
        bytes: container.bytes(),
        signing: Some(signing),
        expected: Expected::Genuine,
        altered: false,
        covered,
        uncovered,
        exam: Some(exam),
    }
}

const HIGHEST: &str = "augstākais mācību satura apguves līmenis";
const OPTIMUM: &str = "optimālais mācību satura apguves līmenis";
const LANGUAGE: [&str; 5] = ["Lasīšana", "Klausīšanās", "Valodas lietojums", "Rakstīšana", "Mutvārdu daļa"];

/// The invented exams, one a sample.
fn exam(index: usize) -> Exam {
    let row = |person, number, subject, level, overall, parts| Exam {
        person,
        number,
        subject,
        level,
        year: "2023./2024.",
        exam_date: "28.05.2024.",
        overall,
        parts,
        issue_date: "11.07.2024.",
    };
    let in_2025 = |exam| Exam { year: "2024./2025.", exam_date: "27.05.2025.", issue_date: "03.07.2025.", ..exam };
    let in_2026 = |exam| Exam { year: "2025./2026.", exam_date: "26.05.2026.", issue_date: "03.07.2026.", ..exam };
    match index {
        0 => row(
            ANNA,
            "PARAUGS-24-000001",
            "Matemātika",
            HIGHEST,
            "87,50 %",
            &[("1. daļa", "90,00 %"), ("2. daļa", "85,00 %")],
        ),
        1 => row(
            JANIS,
            "PARAUGS-24-000002",
            "Vēsture",
            HIGHEST,
            "72,00 %",
            &[("1. daļa", "70,00 %"), ("2. daļa", "74,00 %")],
        ),
        2 => row(
            JANIS,
            "PARAUGS-24-000003",
            "Ķīmija",
            HIGHEST,
            "64,25 %",
            &[("Rakstu daļa", "61,50 %"), ("Praktiskā daļa", "67,00 %")],
        ),
        3 => in_2025(row(ANNA, "PARAUGS-25-000004", "Angļu valoda", HIGHEST, "93,20 %", &ENGLISH)),
        4 => in_2025(row(ANNA, "PARAUGS-25-000005", "Latviešu valoda", OPTIMUM, "78,00 %", &LATVIAN)),
        5 => in_2025(row(
            JANIS,
            "PARAUGS-25-000006",
            "Fizika",
            HIGHEST,
            "100,00 %",
            &[("1. daļa", "100,00 %"), ("2. daļa", "100,00 %")],
        )),
        6 => in_2026(row(
            LIGA,
            "PARAUGS-26-000007",
            "Matemātika",
            OPTIMUM,
            "55,00 %",
            &[("1. daļa", "60,00 %"), ("2. daļa", "50,00 %")],
        )),
        7 => in_2026(row(LIGA, "PARAUGS-26-000008", "Angļu valoda", OPTIMUM, "81,40 %", &ENGLISH_OPTIMUM)),
        8 => in_2026(row(
            LIGA,
            "PARAUGS-26-000009",
            "Latviešu valoda",
            "9. klase",
            "69,00 %",
            &[("Rakstu daļa", "66,00 %"), ("Mutvārdu daļa", "72,00 %")],
        )),
        9 => in_2026(row(
            LIGA,
            "PARAUGS-26-000010",
            "Bioloģija",
            OPTIMUM,
            "47,75 %",
            &[("Rakstu daļa", "45,50 %"), ("Praktiskā daļa", "50,00 %")],
        )),
        10 => in_2026(row(
            JANIS,
            "PARAUGS-26-000011",
            "Matemātika",
            OPTIMUM,
            "61,50 %",
            &[("1. daļa", "63,00 %"), ("2. daļa", "60,00 %")],
        )),
        11 => in_2026(row(JANIS, "PARAUGS-26-000012", "Ģeogrāfija", HIGHEST, "88,00 %", &[("Rakstu daļa", "88,00 %")])),
        12 => in_2026(row(ANNA, "PARAUGS-26-000013", "Programmēšana", HIGHEST, "98,00 %", &[("1. daļa", "98,00 %")])),
        13 => in_2026(row(ANNA, "PARAUGS-26-000014", "Vēsture", HIGHEST, "77,00 %", &[("1. daļa", "77,00 %")])),
        _ => in_2026(row(
            LIGA,
            "PARAUGS-26-000015",
            "Ķīmija",
            OPTIMUM,
            "52,50 %",
            &[("Rakstu daļa", "50,00 %"), ("Praktiskā daļa", "55,00 %")],
        )),
    }
}

static ENGLISH: [(&str, &str); 5] = [
    (LANGUAGE[0], "95,00 %"),
    (LANGUAGE[1], "90,00 %"),
    (LANGUAGE[2], "92,00 %"),
    (LANGUAGE[3], "94,00 %"),
    (LANGUAGE[4], "95,00 %"),
];
static LATVIAN: [(&str, &str); 2] = [("Rakstu daļa", "76,00 %"), (LANGUAGE[4], "80,00 %")];
static ENGLISH_OPTIMUM: [(&str, &str); 5] = [
    (LANGUAGE[0], "84,00 %"),
    (LANGUAGE[1], "78,00 %"),
    (LANGUAGE[2], "80,00 %"),
    (LANGUAGE[3], "82,00 %"),
    (LANGUAGE[4], "83,00 %"),
];

/// Organisations whose names the index may show for a signer.
pub fn organization(signing: &Signing) -> Option<&'static str> {
    let pki = Pki::shared();
    if signing.signer.der == pki.student.der {
        None
    } else if signing.signer.der == pki.other_seal.der {
        Some(OTHER_ORGANIZATION)
    } else {
        Some(EXAM_CENTRE)
    }
}
