//! The signatures of real lists: every intact one verifies by a certificate that was named for it, every altered one fails.

use std::path::{Path, PathBuf};

use edoc::trust::{
    CheckedList, ListSignature, NamedBy, Pins, SealFault, check_list, follow, national_pointers, pivots, worth,
};

use super::corpus;
use super::facts::files;

fn checked(path: &Path) -> CheckedList {
    check_list(&std::fs::read(path).unwrap()).unwrap_or_else(|fault| panic!("{path:?}: {fault}"))
}

fn lotl(corpus: &Path) -> CheckedList {
    checked(&corpus.join("trust/eu/eu-lotl.xml"))
}

#[test]
fn the_list_of_lists_follows_from_the_pinned_notice() {
    let Some(corpus) = corpus::folder() else { return };
    let pins = Pins::shipped().unwrap();
    let lotl = lotl(&corpus);
    assert_eq!(pivots(&lotl.list, &pins), Ok(Vec::new()), "nothing stands before the notice");
    let signers = follow(&[], &pins).unwrap();
    let worth = worth(&lotl, &signers.certificates, &signers.named_by);
    let ListSignature::Verified { name, named_by, .. } = worth else { panic!("{worth:?}") };
    println!("list of lists {}: signed by {name}", lotl.list.facts.sequence);
    assert_eq!(named_by, NamedBy::OfficialJournal { notice: "OJ C/2026/1944".to_owned() });
    // The pins in the program are the certificates that the corpus has beside the list.
    let mut in_corpus: Vec<_> = (1..=6)
        .map(|number| {
            let pem = std::fs::read_to_string(corpus.join(format!("trust/eu/tl-mp{number}.crt"))).unwrap();
            let body: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
            edoc::crypto::Sha256::of(&edoc::xades::dsig::decode_base64(&body).unwrap())
        })
        .collect();
    let mut pinned = pins.notice.certificates.clone();
    in_corpus.sort();
    pinned.sort();
    assert_eq!(pinned, in_corpus);
}

#[test]
fn every_national_list_is_signed_by_whom_the_list_of_lists_names_but_croatias() {
    let Some(corpus) = corpus::folder() else { return };
    let lotl = lotl(&corpus);
    let (mut verified, mut others) = (0, Vec::new());
    for path in files(&corpus.join("trust/eu")) {
        let list = checked(&path);
        let territory = list.list.facts.territory.clone();
        let pointer = national_pointers(&lotl.list).find(|pointer| pointer.territory == territory);
        // The list of lists points to no list of the United Kingdom any more, and to itself by another kind.
        let Some(pointer) = pointer else {
            assert!(matches!(territory.as_str(), "UK" | "EU"), "{territory}");
            assert!(list.seal.is_ok(), "{territory}: {:?}", list.seal);
            continue;
        };
        let named_by = NamedBy::ListOfLists { sequence: lotl.list.facts.sequence };
        match worth(&list, &pointer.signers, &named_by) {
            ListSignature::Verified { .. } => verified += 1,
            other => others.push((territory, other)),
        }
    }
    println!("{verified} national lists verified");
    let [(territory, ListSignature::Stranger { name, .. })] = others.as_slice() else { panic!("{others:?}") };
    println!("{territory}: signed by {name}, whom the list of lists does not name");
    assert_eq!(territory, "HR");
    assert!(verified >= 27, "{verified}");
}

#[test]
fn older_lists_of_lists_verify_by_the_notice_of_their_time_or_the_pivots_between() {
    let Some(corpus) = corpus::folder() else { return };
    let older: Vec<PathBuf> =
        files(&corpus.join("trust/older")).into_iter().filter(|path| name(path).starts_with("EU-")).collect();
    let mut seals = 0;
    for path in &older {
        let list = checked(path);
        assert!(list.seal.is_ok(), "{}: {:?}", name(path), list.seal);
        seals += 1;
    }
    println!("{seals} older lists of lists are rightly signed");
    assert!(seals >= 8);
    // Under the notice of 2019 the list of that time asks for its pivots.
    let pins = Pins::shipped_under("OJ C 276/2019").unwrap();
    let list = checked(&older[0]);
    let asked = pivots(&list.list, &pins).unwrap();
    assert!(!asked.is_empty() && asked.windows(2).all(|pair| pair[0] < pair[1]), "oldest first: {asked:?}");
}

#[test]
fn every_intact_older_national_list_is_rightly_signed() {
    let Some(corpus) = corpus::folder() else { return };
    let mut index = csv::Reader::from_path(corpus.join("trust/lists.csv")).unwrap();
    let mut right = 0;
    for row in index.records() {
        let row = row.unwrap();
        if !matches!(&row[5], "5" | "6") || &row[12] != "yes" {
            continue;
        }
        let list = checked(&corpus.join("trust").join(&row[0]));
        assert!(list.seal.is_ok(), "{}: {:?}", &row[0], list.seal);
        right += 1;
    }
    println!("{right} older lists are rightly signed");
    assert!(right >= 40);
}

#[test]
fn one_altered_octet_in_any_list_breaks_it() {
    let Some(corpus) = corpus::folder() else { return };
    let (mut altered, mut unreadable) = (0, 0);
    for path in files(&corpus.join("trust/eu")) {
        let bytes = std::fs::read(&path).unwrap();
        if bytes.len() > 800_000 {
            continue;
        }
        // A digit of a time, a letter of a name, a character of a certificate, of a digest, of the signature value.
        let text = String::from_utf8_lossy(&bytes);
        for place in ["ListIssueDateTime", "Name xml:lang=\"en\"", "X509Certificate", "DigestValue", "SignatureValue"] {
            let begin = text.find(place).and_then(|at| Some(at + text[at..].find('>')? + 3));
            let Some(at) = begin else { continue };
            let mut copy = bytes.clone();
            let Some(at) = (at..copy.len()).find(|at| copy[*at].is_ascii_alphanumeric()) else { continue };
            copy[at] = if copy[at] == b'1' { b'2' } else { b'1' };
            altered += 1;
            match check_list(&copy) {
                Err(_) => unreadable += 1,
                Ok(list) => assert!(list.seal.is_err(), "{}: {place} at {at}", name(&path)),
            }
        }
    }
    println!("{altered} alterations: {unreadable} cannot be read, the others are not rightly signed");
    assert!(altered >= 60);
}

#[test]
fn an_octet_altered_anywhere_in_a_list_breaks_it() {
    let Some(corpus) = corpus::folder() else { return };
    let bytes = std::fs::read(corpus.join("trust/eu/CY.xml")).unwrap();
    let signature = String::from_utf8_lossy(&bytes).find(":Signature ").unwrap();
    let mut kept = Vec::new();
    // The root's own tag declares prefixes that nothing uses: exclusive canonicalisation leaves them out.
    let start = String::from_utf8_lossy(&bytes).find("SchemeInformation").unwrap();
    let positions: Vec<usize> = (start..signature).step_by(151).collect();
    for at in &positions {
        let mut copy = bytes.clone();
        copy[*at] ^= 1;
        if check_list(&copy).is_ok_and(|list| list.seal.is_ok()) {
            kept.push(*at);
        }
    }
    // What canonicalisation makes equal is no alteration: white space inside tags.
    let significant: Vec<_> = kept.into_iter().filter(|at| !bytes[*at].is_ascii_whitespace()).collect();
    println!("{} octets altered, one at a time", positions.len());
    assert!(significant.is_empty() && positions.len() > 300, "{significant:?}");
}

#[test]
fn the_test_list_of_estonia_is_signed_by_its_own_operator() {
    let Some(corpus) = corpus::folder() else { return };
    let list = checked(&corpus.join("trust/test/EE_T.xml"));
    let pem = std::fs::read_to_string(corpus.join("trust/test/EE_T-signer.crt")).unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    let signer = edoc::crypto::Sha256::of(&edoc::xades::dsig::decode_base64(&body).unwrap());
    assert!(list.is_sealed_by(&[signer]), "{:?}", list.seal);
    assert!(!list.is_sealed_by(&Pins::shipped().unwrap().notice.certificates));
    for bomb in ["xml-bomb-attr.xml", "xml-bomb-cont.xml"] {
        assert!(check_list(&std::fs::read(corpus.join("trust/cases").join(bomb)).unwrap()).is_err(), "{bomb}");
    }
}

#[test]
fn a_list_without_its_signature_is_not_signed() {
    let Some(corpus) = corpus::folder() else { return };
    let text = std::fs::read_to_string(corpus.join("trust/eu/LV.xml")).unwrap();
    let start = text.find("<ds:Signature ").unwrap();
    let end = text.rfind("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    let bare = format!("{}{}", &text[..start], &text[end..]);
    assert_eq!(check_list(bare.as_bytes()).unwrap().seal.unwrap_err(), SealFault::NotSigned);
    let twice = format!("{}{}{}", &text[..end], &text[start..end], &text[end..]);
    let seal = check_list(twice.as_bytes()).map(|list| list.seal.map(|_| ()));
    assert!(matches!(seal, Ok(Err(SealFault::Misplaced { count: 2 }))), "{seal:?}");
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
