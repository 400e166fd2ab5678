//! The texts: both languages complete, every identifier of the program there, every value filled, no forbidden word.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One text: what it says and which values it is filled with.
#[derive(Debug)]
struct Entry {
    file: String,
    says: String,
    values: BTreeSet<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All texts of a language; attributes under `message.attribute`.
fn texts(language: &str) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    let mut files: Vec<_> = fs::read_dir(root().join("assets/words").join(language)).unwrap().collect();
    files.sort_by_key(|file| file.as_ref().unwrap().path());
    for file in files {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        read_file(&name, &fs::read_to_string(&path).unwrap(), &mut entries);
    }
    entries
}

fn read_file(file: &str, text: &str, entries: &mut BTreeMap<String, Entry>) {
    let (mut message, mut current) = (String::new(), None);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let trimmed = line.trim_start();
        let begins_message = line.starts_with(|c: char| c.is_ascii_lowercase());
        let begins_attribute = line.starts_with(' ') && trimmed.starts_with('.');
        if begins_message || begins_attribute {
            let (id, says) = trimmed.split_once('=').unwrap_or_else(|| panic!("{file}: {line}"));
            let id = if begins_message {
                message = id.trim().to_owned();
                message.clone()
            } else {
                format!("{message}{}", id.trim())
            };
            let entry = Entry { file: file.to_owned(), says: says.trim().to_owned(), values: BTreeSet::new() };
            assert!(entries.insert(id.clone(), entry).is_none(), "{file}: {id} stands there twice");
            current = Some(id);
        } else {
            let id = current.clone().unwrap_or_else(|| panic!("{file}: {line}"));
            let entry = entries.get_mut(&id).unwrap();
            entry.says.push('\n');
            entry.says.push_str(trimmed);
        }
    }
    for entry in entries.values_mut() {
        entry.values = values(&entry.says);
    }
}

/// Names after `$`.
fn values(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    text.split('$').skip(1).map(name).collect()
}

/// String literals of the program that name a text: `cause-…`, `verdict-…`, and so on.
fn named_in_source() -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        if path.ends_with("tests.rs") {
            continue;
        }
        for literal in text.split('"').skip(1).step_by(2) {
            let of_texts = [
                "verdict-",
                "cause-",
                "check-",
                "exam-",
                "report-",
                "cli-",
                "time-",
                "trust-",
                "qualification-",
                "recent-",
                "settings-",
                "about-",
                "help-",
                "menu-",
            ];
            let plain = literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
            if plain && !literal.ends_with('-') && of_texts.iter().any(|start| literal.starts_with(start)) {
                named.insert(literal.to_owned());
            }
        }
    }
    named
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_values() {
    let (latvian, english) = (texts("lv"), texts("en"));
    let only: Vec<_> = latvian.keys().filter(|id| !english.contains_key(*id)).collect();
    assert!(only.is_empty(), "only in Latvian: {only:?}");
    let only: Vec<_> = english.keys().filter(|id| !latvian.contains_key(*id)).collect();
    assert!(only.is_empty(), "only in English: {only:?}");
    for (id, entry) in &latvian {
        assert_eq!(entry.values, english[id].values, "{id} is filled with other values");
        assert_eq!(entry.file, english[id].file, "{id} stands in another file");
    }
    assert!(latvian.len() > 200, "{} texts were read", latvian.len());
}

#[test]
fn every_text_the_program_names_is_there() {
    let (texts, named) = (texts("en"), named_in_source());
    let missing: Vec<_> = named.iter().filter(|id| !texts.contains_key(*id)).collect();
    assert!(missing.is_empty(), "no such text: {missing:?}");
    assert!(named.len() > 150, "{} identifiers were found", named.len());
}

#[test]
fn every_text_is_used() {
    let (texts, named) = (texts("en"), named_in_source());
    let built = |id: &str| {
        id.ends_with(".advice")
            || id.starts_with("time-month-")
            || ["cli-arg-", "cli-command-", "cli-usage-"].iter().any(|start| id.starts_with(start))
    };
    // Names of one word, which no beginning tells from other strings.
    let whole = ["percent", "menu", "settings", "about", "help"];
    let idle: Vec<_> = texts
        .iter()
        .filter(|(id, entry)| {
            entry.file != "gui.ftl" && !named.contains(*id) && !whole.contains(&id.as_str()) && !built(id)
        })
        .map(|(id, _)| id)
        .collect();
    assert!(idle.is_empty(), "nobody says: {idle:?}");
}

#[test]
fn no_text_is_empty_or_broken() {
    for language in ["lv", "en"] {
        for (id, Entry { says, .. }) in texts(language) {
            assert!(!says.is_empty() || id.contains("size"), "{language}: {id} is empty");
            assert_eq!(says.matches('{').count(), says.matches('}').count(), "{language}: {id}: braces");
            assert!(!says.contains("  "), "{language}: {id}: two spaces");
            assert!(!says.contains('"'), "{language}: {id}: straight quotation marks");
        }
    }
}

#[test]
fn every_file_is_good_fluent() {
    for language in ["lv", "en"] {
        for file in fs::read_dir(root().join("assets/words").join(language)).unwrap() {
            let path = file.unwrap().path();
            let parsed = fluent_bundle::FluentResource::try_new(fs::read_to_string(&path).unwrap());
            assert!(parsed.is_ok(), "{}: {:?}", path.display(), parsed.err().map(|(_, errors)| errors));
        }
    }
    assert!(fluent_bundle::FluentResource::try_new("no-value\n".to_owned()).is_err());
}

#[test]
fn reasons_and_advice_are_whole_sentences() {
    for language in ["lv", "en"] {
        for (id, Entry { says, .. }) in texts(language).iter().filter(|(id, _)| id.starts_with("cause-")) {
            assert!(says.ends_with('.'), "{language}: {id} ends without a full stop");
            // `EDOC 1.0 (` and `.edoc` have dots inside; a second sentence begins after a space.
            let inner = says.trim_end_matches('.');
            let second = inner.split(". ").nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase));
            assert!(!second, "{language}: {id} is more than one sentence");
        }
    }
}

#[test]
fn headlines_carry_no_full_stop() {
    for language in ["lv", "en"] {
        for (id, Entry { says, .. }) in texts(language) {
            let sentence = id.starts_with("verdict-fact-") || id.ends_with(".advice");
            let headline = id.starts_with("verdict-") && !sentence;
            assert!(!headline || !says.ends_with('.'), "{language}: {id}");
        }
    }
}

#[test]
fn a_certificate_is_never_named_bare() {
    const WHOSE: [&str; 12] = [
        "eksāmena",
        "eksāmenu",
        "paraksta",
        "zīmoga",
        "izdevēja",
        "izdevēju",
        "testa",
        "pakalpojuma",
        "autentifikācijas",
        // A term of the law: no exam certificate is one.
        "kvalificēts",
        "kvalificētu",
        "kvalificētus",
    ];
    const FILES: [&str; 6] = ["verdict.ftl", "cause.ftl", "check.ftl", "gui.ftl", "qualification.ftl", "program.ftl"];
    for (id, Entry { file, says, .. }) in texts("lv") {
        if !FILES.contains(&file.as_str()) {
            continue;
        }
        assert!(bare(&says, &WHOSE).is_none(), "{id}: {says}");
    }
    assert!(bare("Sertifikāts ir derīgs.", &WHOSE).is_some());
    assert!(bare("Paraksta sertifikāts ir derīgs.", &WHOSE).is_none());
}

/// The first word that means a certificate and does not say whose.
fn bare(text: &str, whose: &[&str]) -> Option<String> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_bare = |(at, word): &(usize, &String)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        word.starts_with("sertifikāt") && !before.is_some_and(|before| whose.contains(&before.as_str()))
    };
    words.iter().enumerate().find(is_bare).map(|(_, word)| word.clone())
}

#[test]
fn no_verdict_reads_unknown() {
    for (language, never) in [("lv", "nezinām"), ("en", "unknown")] {
        for (id, Entry { says, .. }) in texts(language) {
            let verdict = id.starts_with("verdict-") || id.starts_with("check-");
            assert!(!verdict || !says.to_lowercase().contains(never), "{language}: {id}: {says}");
        }
    }
}

#[test]
fn the_headlines_are_the_agreed_ones() {
    let (latvian, english) = (texts("lv"), texts("en"));
    for (id, lv, en) in [
        ("verdict-word-genuine", "DERĪGS", "VALID"),
        ("verdict-word-refuted", "NEDERĪGS", "NOT VALID"),
        ("verdict-word-cannot-confirm", "NEVAR APSTIPRINĀT", "CANNOT CONFIRM"),
        ("verdict-word-unsigned", "NAV PARAKSTA", "NOT SIGNED"),
        ("verdict-word-unsupported", "NETIEK ATBALSTĪTS", "NOT SUPPORTED"),
        ("verdict-word-not-e-document", "NAV E-DOKUMENTS", "NOT AN E-DOCUMENT"),
    ] {
        assert_eq!((latvian[id].says.as_str(), english[id].says.as_str()), (lv, en), "{id}");
    }
}

mod causes {
    use edoc::container::{ArchiveFault, ContainerFinding, Format};
    use edoc::crypto::SignatureFault;
    use edoc::pki::path::PathFault;
    use edoc::pki::timestamp::TimestampFault;
    use edoc::validation::{AnswerFault, Cause, Use};
    use edoc::words::{Language, Words};
    use edoc::xades::StructureFault;
    use edoc::xml::XmlFault;

    /// One of each kind. `words` matches exhaustively, so a new kind cannot be without an identifier; here is held that
    /// each is filled.
    fn one_of_each() -> Vec<Cause> {
        let text = || "value".to_owned();
        let at = "2025-06-21T11:05:33Z".parse().unwrap();
        let mut causes = vec![
            Cause::ArchiveRefused { reason: ArchiveFault::NoEndRecord },
            Cause::ArchiveRefused { reason: ArchiveFault::EntryCount { stated: 2, found: 3 } },
            Cause::ArchiveRefused { reason: ArchiveFault::EntriesOverlap { first: text(), second: text() } },
            Cause::ArchiveRefused { reason: ArchiveFault::NameContradiction { name: text(), unicode_path: text() } },
            Cause::ArchiveRefused { reason: ArchiveFault::NameTwice { name: text() } },
            Cause::NotSigned,
            Cause::FormatNotJudged { format: Format::Pdf },
            Cause::DocumentNotCovered { document: text() },
            Cause::ExamAuthority { name: text() },
            Cause::NotExamAuthority { name: text() },
            Cause::ExamAuthorityOutsideItsTime { name: text() },
            Cause::ContainerRule { rule: ContainerFinding::ForeignMediaType { value: text() } },
            Cause::ContainerRule { rule: ContainerFinding::NoDocument },
            Cause::XmlRefused { file: text(), reason: XmlFault::Doctype },
            Cause::StructureRefused { file: text(), reason: StructureFault::Target },
            Cause::CanonicalizationNotPermitted { algorithm: text() },
            Cause::TimeMark,
            Cause::NoSigningCertificate,
            Cause::SigningCertificateNotNamed,
            Cause::DocumentMissing { uri: text() },
            Cause::ReferenceNotPermitted { uri: text() },
            Cause::TransformNotPermitted { uri: text(), algorithm: text() },
            Cause::DigestUnsupported { uri: text(), algorithm: text() },
            Cause::DocumentChanged { document: text() },
            Cause::NoDocumentSigned,
            Cause::SignedPropertiesChanged,
            Cause::SignedPropertiesNotCovered,
            Cause::SignedPartChanged { uri: text() },
            Cause::SignatureValueWrong { reason: SignatureFault::Mismatch },
            Cause::SignatureValueWithoutNull,
            Cause::SignatureMethodUnsupported { algorithm: text() },
            Cause::NoPath { issuer: text() },
            Cause::IssuerNotAuthority { issuer: text() },
            Cause::IssuerNotAuthority { issuer: text() },
            Cause::IssuerListedNotAtHand { issuer: text(), territory: text() },
            Cause::TestHierarchy { name: text() },
            Cause::PathFound { service: text(), provider: text(), territory: text() },
            Cause::NoTimestamp,
            Cause::TimestampImprintWrong,
            Cause::TimestampImprintUnsupported,
            Cause::TimestampRefused { reason: TimestampFault::ContentChanged },
            Cause::TimestampFound { at, authority: text() },
            Cause::TimestampAuthorityNotListed { authority: text() },
            Cause::NotReached,
        ];
        causes.extend(
            [Use::Signature, Use::Certificate, Use::Revocation, Use::Timestamp]
                .map(|used_for| Cause::AlgorithmEnded { algorithm: text(), used_for }),
        );
        let faults = [
            PathFault::NotAnAuthority,
            PathFault::PathTooLong,
            PathFault::NameNotAllowed,
            PathFault::UnknownCritical { extensions: vec![text()] },
            PathFault::NoCommonPolicy,
        ];
        causes.extend(faults.map(|reason| Cause::PathViolated { certificate: text(), reason }));
        let answers = [
            AnswerFault::StatusUnknown,
            AnswerFault::OutOfScope,
            AnswerFault::NoResponder,
            AnswerFault::NotAuthorised,
            AnswerFault::SignatureWrong,
            AnswerFault::ResponderNotInForce,
            AnswerFault::BeforeCertificate,
            AnswerFault::NoLongerSpeaks,
            AnswerFault::OtherCertificate,
            AnswerFault::FromTheFuture,
        ];
        causes.extend(answers.map(|reason| Cause::RevocationRefused { certificate: text(), reason }));
        causes.extend([
            Cause::NotForSigning { certificate: text() },
            Cause::ForbiddenExtension { certificate: text() },
            Cause::ServiceNotInForce { service: text(), status: text() },
            Cause::NoRevocationData { certificate: text() },
            Cause::Revoked { certificate: text(), at },
            Cause::OnHold { certificate: text(), at },
            Cause::RevokedLater { certificate: text(), at },
            Cause::NotRevoked { at },
            Cause::RevocationTooOld { at, proven: at },
            Cause::RevocationEarly { at, proven: at },
            Cause::RevocationLate { at, proven: at },
            Cause::IssuerSerialDiffers,
            Cause::MediaTypeDiffers { document: text(), listed: text(), signed: text() },
            Cause::RevocationIssuerExpired { responder: text(), not_after: at },
            Cause::CertificateExpired { certificate: text(), not_after: at, at },
            Cause::CertificateNotYetValid { certificate: text(), not_before: at, at },
            Cause::InForceAt { at },
            Cause::ClaimedTimeMissing,
            Cause::ClaimedTimeOutside { claimed: at },
            Cause::SignaturePolicy { identifier: text() },
            Cause::TimestampAuthorityPurpose { authority: text() },
            Cause::TimestampExtension,
            Cause::TimestampOutsideAuthority { at },
            Cause::TimestampAuthorityExpired { authority: text(), not_after: at },
            Cause::TimestampOrder,
            Cause::NoArchiveTimestamp,
            Cause::ArchiveTimestamped { at },
            Cause::ProvenByArchive { at },
        ]);
        causes
    }

    #[test]
    fn the_list_above_is_whole() {
        let source = std::fs::read_to_string(super::root().join("src/validation/cause.rs")).unwrap();
        let body = source.split("pub enum Cause {\n").nth(1).unwrap().split("\n}\n").next().unwrap();
        let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
        let variants = body.lines().filter_map(|line| line.strip_prefix("    "));
        let variants: Vec<_> = variants.filter(|line| line.starts_with(char::is_uppercase)).map(name).collect();
        let listed: Vec<_> = one_of_each().iter().map(|cause| name(&format!("{cause:?}"))).collect();
        let missing: Vec<_> = variants.iter().filter(|variant| !listed.contains(variant)).collect();
        assert!(missing.is_empty() && variants.len() > 35, "not in the list: {missing:?}");
    }

    #[test]
    fn every_cause_is_filled_in_both_languages() {
        for language in [Language::Latvian, Language::English] {
            let words = Words::new(language);
            for cause in one_of_each() {
                let said = words.cause(&cause);
                assert!(said.reason.ends_with('.'), "{cause:?}: {}", said.reason);
                for sentence in [Some(said.reason), said.advice].into_iter().flatten() {
                    assert!(!sentence.contains(['{', '}', '$', '\u{2068}', '\u{2069}']), "{cause:?}: {sentence}");
                    assert!(sentence.contains(' ') && !sentence.starts_with("cause-"), "{cause:?}: {sentence}");
                }
            }
        }
    }
}
