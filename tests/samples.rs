//! The samples can be made again, byte for byte, and say of themselves what their index says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod forge;

use forge::keys::{Hash, Key, Padding, Scheme};
use forge::time::Instant;
use forge::xml::{Canonical, Element};
use std::io::Read as _;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

#[test]
fn regenerating_gives_identical_bytes() {
    for (name, bytes) in forge::samples::files() {
        let committed = std::fs::read(folder().join(&name)).unwrap();
        assert!(committed == bytes, "{name} differs: run `cargo run --example samples` and look at the difference");
    }
}

#[test]
fn the_folder_holds_nothing_else() {
    let mut expected: Vec<String> = forge::samples::files().into_iter().map(|(name, _)| name).collect();
    expected.extend(["README.md", ".gitattributes"].map(str::to_owned));
    expected.extend(["layouts/documents", "layouts/sources", "layouts/layouts.toml"].map(str::to_owned));
    let in_layouts = std::fs::read_dir(folder().join("layouts")).unwrap();
    let in_layouts = in_layouts.map(|entry| format!("layouts/{}", entry.unwrap().file_name().to_str().unwrap()));
    let at_top = std::fs::read_dir(folder()).unwrap();
    let at_top = at_top.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in at_top.filter(|name| name != "layouts").chain(in_layouts) {
        assert!(expected.contains(&name), "{name} is not written by the forge");
    }
}

#[test]
fn the_index_is_toml_and_names_every_container() {
    let index: toml::Table = std::fs::read_to_string(folder().join("index.toml")).unwrap().parse().unwrap();
    let listed: Vec<&str> =
        index["sample"].as_array().unwrap().iter().map(|sample| sample["file"].as_str().unwrap()).collect();
    let made: Vec<&str> = forge::samples::all().into_iter().map(|sample| sample.file).collect();
    assert_eq!(listed, made);
    assert!(listed.len() >= 12);
}

#[test]
fn deflating_is_undone_by_an_independent_inflater() {
    let mixed: Vec<u8> = (0..70_000_u32).map(|index| (u64::from(index).pow(2) / 7 % 251) as u8).collect();
    for data in [&b""[..], b"a", b"abcabcabcabcabc", &[7; 1_000], &mixed] {
        let mut inflated = Vec::new();
        flate2::read::DeflateDecoder::new(&forge::deflate::deflate(data)[..]).read_to_end(&mut inflated).unwrap();
        assert_eq!(inflated, data);
        inflated.clear();
        flate2::read::ZlibDecoder::new(&forge::deflate::zlib(data)[..]).read_to_end(&mut inflated).unwrap();
        assert_eq!(inflated, data);
    }
}

#[test]
fn a_bomb_inflates_to_what_it_promises() {
    for count in [0, 1, 2, 3, 258, 259, 260, 100_000] {
        let mut inflated = Vec::new();
        flate2::read::DeflateDecoder::new(&forge::deflate::repeated(7, count)[..]).read_to_end(&mut inflated).unwrap();
        assert_eq!(inflated, vec![7; count]);
    }
}

#[test]
fn canonical_forms_match_vectors_of_other_programs() {
    let tree = Element::new("p:s").attribute("Id", "S").child(Element::new("c").declaring("", "")).child(
        Element::new("q:t").attribute("b", "<\"\r").attribute("a", "&>").text("<&>\r\"").declaring("p", "urn:p"),
    );
    let around =
        [("", "urn:d"), ("p", "urn:p"), ("q", "urn:q")].map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned()));
    let inclusive = "<p:s xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" Id=\"S\"><c xmlns=\"\"></c>\
                     <q:t a=\"&amp;>\" b=\"&lt;&quot;&#xD;\">&lt;&amp;&gt;&#xD;\"</q:t></p:s>";
    let exclusive = "<p:s xmlns:p=\"urn:p\" Id=\"S\"><c></c>\
                     <q:t xmlns:q=\"urn:q\" a=\"&amp;>\" b=\"&lt;&quot;&#xD;\">&lt;&amp;&gt;&#xD;\"</q:t></p:s>";
    assert_eq!(String::from_utf8(tree.canonical(Canonical::Inclusive10, &around)).unwrap(), inclusive);
    assert_eq!(String::from_utf8(tree.canonical(Canonical::Exclusive, &around)).unwrap(), exclusive);
}

#[test]
fn times_are_written_as_the_calendar_has_them() {
    for text in ["1970-01-01T00:00:00Z", "2000-02-29T23:59:59Z", "2024-12-31T12:00:01Z", "2026-03-01T00:00:00Z"] {
        assert_eq!(Instant::of(text).xml(), text);
    }
    assert_eq!(Instant::of("2026-11-23T12:00:00Z").0, 1_795_435_200);
}

#[test]
fn signing_repeats_and_depends_on_the_message() {
    let keys = [Key::p256("a"), Key::p384("a"), Key::p521("a")];
    for key in keys {
        let sign = |message: &[u8]| key.sign(key.scheme(), message);
        assert_eq!(sign(b"message"), sign(b"message"));
        assert_ne!(sign(b"message"), sign(b"Message"));
    }
    let key = Key::rsa(include_bytes!("forge/keys/public-test-key-rsa1024.pk8"));
    let with = |padding| key.sign(Scheme { hash: Hash::Sha1, padding }, b"message");
    assert_eq!(with(Padding::Pkcs1).len(), 128);
    assert_ne!(with(Padding::Pkcs1), with(Padding::Pkcs1WithoutNull));
}
