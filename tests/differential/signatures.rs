//! Signatures over generated documents, good and with one change, against `xmlsec1`.

use std::path::PathBuf;
use std::process::Command;
use std::rc::Rc;

use edoc::crypto::{DigestAlgorithm, SignatureForm, verify};
use edoc::xades::dsig::{
    self, IdIndex, Permitted, Target, canonical_signed_info, read_signed_info, same_document_octets,
    signature_algorithm, signature_value,
};
use edoc::xml::{decode, parse, refuse_ambiguous};

use super::chance::Chance;
use super::tools::Files;
use crate::forge::keys::{Hash, Padding, Scheme};
use crate::forge::pki::Pki;
use crate::forge::samples::sealed;
use crate::forge::xades::parts::{algorithm, with_digest};
use crate::forge::xades::{ASIC, DS, Dialect, Level, Signing, XADES};
use crate::forge::xml::{Canonical, Element};
use crate::keys;
use crate::program::is_here;

/// Signed documents; each is looked at as it is and with one change.
const DOCUMENTS: usize = 500;
/// Threads that start the other program.
const AT_ONCE: usize = 4;

const WORDS: [&str; 9] = ["PARAUGS", "a<b&c>d", "\"'", "\r", "\t\n", "ārzemes €", "🙂", "  ", "]]>"];
const FORMS: [Canonical; 3] = [Canonical::Inclusive10, Canonical::Inclusive11, Canonical::Exclusive];

/// An element with what canonical forms differ in: declarations used, unused, repeated and changed.
///
/// No namespace has an ampersand: the other program writes it twice encoded.
fn element(chance: &mut Chance, depth: usize, bound: &[&str]) -> Element {
    let mut bound = bound.to_vec();
    let mut declares = Vec::new();
    for prefix in ["", "p", "q", "ds"] {
        if chance.once_in(3) {
            declares.push((
                prefix.to_owned(),
                chance.one_of(&["urn:p", "urn:q", "http://paraugs.example/?a=b"]).to_owned(),
            ));
            bound.push(prefix);
        }
    }
    let name = |chance: &mut Chance| {
        let local = chance.one_of(&["a", "b-1", "ķ", "Object"]);
        let prefix = if bound.is_empty() { "" } else { chance.one_of(&bound) };
        if prefix.is_empty() { local.to_owned() } else { format!("{prefix}:{local}") }
    };
    let mut element = Element::new(&name(chance));
    element.declares = declares;
    for (prefix, local) in [("", "z"), ("p", "x"), ("", "a"), ("q", "y")] {
        if chance.once_in(3) && (prefix.is_empty() || bound.contains(&prefix)) {
            let name = if prefix.is_empty() { local.to_owned() } else { format!("{prefix}:{local}") };
            element = element.attribute(&name, chance.one_of(&WORDS));
        }
    }
    for _ in 0..chance.below(4) {
        element = if depth < 4 && chance.once_in(2) {
            element.child(self::element(chance, depth + 1, &bound))
        } else {
            element.text(chance.one_of(&WORDS))
        };
    }
    element
}

/// A signed document: an object of generated elements, referenced through a canonical form, and the properties.
fn signed(chance: &mut Chance) -> String {
    let pki = Pki::shared();
    let (seal, unit) =
        if chance.once_in(2) { (&pki.seal_2023, &pki.unit_2023) } else { (&pki.seal_2025, &pki.unit_2025) };
    let dialect = if chance.once_in(2) { Dialect::Lvrtc } else { Dialect::Dss };
    let mut signing: Signing = sealed(dialect, seal, unit, "2024-07-11T05:00:00Z");
    signing.level = Level::B;
    signing.digest = [Hash::Sha256, Hash::Sha384, Hash::Sha512][chance.below(3)];
    signing.canonical = Some(FORMS[chance.below(3)]);
    if std::ptr::eq(seal, &raw const pki.seal_2023) {
        // The other program knows no PSS.
        let hash = [Hash::Sha256, Hash::Sha384, Hash::Sha512][chance.below(3)];
        signing.scheme = Scheme { hash, padding: Padding::Pkcs1 };
    }
    let object = Element::new("ds:Object").attribute("Id", "object").child(element(chance, 0, &["ds", "asic"]));
    let form = FORMS[chance.below(3)];
    let around = [("asic".to_owned(), ASIC.to_owned()), ("ds".to_owned(), DS.to_owned())];
    let (hash, octets) = (signing.digest, object.canonical(form, &around));
    signing.objects = vec![object];
    signing.on_signed_info = Some(Rc::new(move |info| {
        let transforms = Element::new("ds:Transforms").child(algorithm("ds:Transform", form.uri()));
        let reference = Element::new("ds:Reference").attribute("URI", "#object").child(transforms);
        let reference = with_digest(reference, hash, &hash.of(&octets));
        info.children.push(crate::forge::xml::Node::Element(reference));
    }));
    signing.sign(&[]).xml
}

/// One change: of an octet, or of how the same is written.
fn changed(chance: &mut Chance, xml: &str) -> String {
    let behind_tags: Vec<usize> =
        xml.match_indices('>').map(|(at, _)| at + 1).filter(|at| *at > 60 && *at < xml.len()).collect();
    let place = behind_tags[chance.below(behind_tags.len())];
    let insert = |text: &str| format!("{}{text}{}", &xml[..place], &xml[place..]);
    match chance.below(8) {
        0 => insert(" "),
        1 => insert("<!-- -->"),
        2 => insert("<?target data?>"),
        3 => insert("<![CDATA[]]>"),
        4 => xml.replacen("/>", " />", 1 + chance.below(4)),
        _ => {
            // Not in the certificate: how strictly it is read is not what is compared here.
            let certificate = xml.find("<ds:X509Certificate>").unwrap()..xml.find("</ds:X509Certificate>").unwrap();
            let free = |(at, c): &(usize, char)| c.is_ascii_alphanumeric() && !certificate.contains(at);
            let letters: Vec<usize> = xml.char_indices().filter(free).map(|(at, _)| at).collect();
            let at = letters[chance.below(letters.len())];
            let other = chance.one_of(&["a", "B", "7", "+"]);
            format!("{}{other}{}", &xml[..at], &xml[at + 1..])
        }
    }
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    Good,
    /// Not what was signed.
    Differs,
    /// Not looked at further, by a rule.
    Refused(String),
}

fn ours(xml: &str) -> Word {
    checked(xml).unwrap_or_else(Word::Refused)
}

fn checked(xml: &str) -> Result<Word, String> {
    let text = decode(xml.as_bytes()).map_err(|fault| fault.to_string())?;
    let document = parse(&text).map_err(|fault| fault.to_string())?;
    refuse_ambiguous(&document).map_err(|fault| fault.to_string())?;
    let ids = IdIndex::of(&document);
    let signature =
        document.descendants().find(|node| node.has_tag_name((dsig::NAMESPACE, "Signature"))).ok_or("none")?;
    let info = read_signed_info(signature).map_err(|fault| fault.to_string())?;
    for reference in &info.references {
        if !matches!(reference.target(), Target::SameDocument(_)) {
            return Err("a reference of another kind".to_owned());
        }
        let (octets, _) = same_document_octets(reference, &ids, signature, Permitted::Container)
            .map_err(|fault| fault.to_string())?;
        let digest = DigestAlgorithm::from_uri(&reference.digest_method).ok_or("digest")?;
        if digest.digest(&octets) != reference.digest_value {
            return Ok(Word::Differs);
        }
    }
    let message = canonical_signed_info(&info).ok_or("canonicalisation")?;
    let method = signature_algorithm(&info).ok_or("algorithm")?;
    let value = signature_value(signature).map_err(|fault| fault.to_string())?;
    let key = keys::of(signature).into_iter().flatten().next().ok_or("no key")?;
    let verified = verify(method, &key, &message, &value, SignatureForm::Raw);
    Ok(if verified.is_ok() { Word::Good } else { Word::Differs })
}

/// Whether `xmlsec1` calls each of them good.
fn theirs(paths: &[PathBuf]) -> Vec<bool> {
    let one = |path: &PathBuf| {
        let mut command = Command::new("xmlsec1");
        command.args(["--verify", "--insecure", "--enabled-reference-uris", "same-doc"]);
        command.args(["--id-attr:Id", &format!("{XADES}:SignedProperties"), "--id-attr:Id", &format!("{DS}:Object")]);
        command.arg(path).output().unwrap().status.success()
    };
    let share = paths.len().div_ceil(AT_ONCE);
    std::thread::scope(|scope| {
        let work = |paths: &'_ [PathBuf]| paths.iter().map(one).collect::<Vec<_>>();
        let threads: Vec<_> = paths.chunks(share).map(|paths| scope.spawn(move || work(paths))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn signatures_over_generated_documents_are_what_xmlsec_says_of_them() {
    if !is_here("xmlsec1") {
        return;
    }
    let mut chance = Chance::of(3);
    let good: Vec<String> = (0..DOCUMENTS).map(|_| signed(&mut chance)).collect();
    let bad: Vec<String> = good.iter().map(|xml| changed(&mut chance, xml)).collect();
    let all: Vec<String> = good.into_iter().chain(bad).collect();
    let files = Files::of("xml", &all.iter().map(|xml| xml.clone().into_bytes()).collect::<Vec<_>>());
    let theirs = theirs(&files.paths);
    let (mut both_good, mut both_bad, mut stricter) = (0, 0, 0);
    for (number, (xml, theirs)) in all.iter().zip(theirs).enumerate() {
        match (ours(xml), theirs) {
            (Word::Good, true) => both_good += 1,
            (Word::Differs | Word::Refused(_), false) => both_bad += 1,
            (Word::Refused(_), true) if number >= DOCUMENTS => stricter += 1,
            (ours, theirs) => panic!("{number}: ours {ours:?}, xmlsec1 {theirs}: {xml}"),
        }
    }
    println!(
        "{} signatures: {both_good} good for both, {both_bad} bad for both, {stricter} refused here by a rule",
        all.len()
    );
    assert!(both_good >= DOCUMENTS && both_bad > DOCUMENTS / 4);
}
