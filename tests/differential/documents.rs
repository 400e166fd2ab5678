//! Canonical forms of generated documents, against `xmllint`.

use std::fmt::Write as _;

use edoc::xml::{Canonicalization, Form, Subset, canonicalize, decode, parse};

use super::chance::Chance;
use super::tools::{Files, run};
use crate::program::is_here;

const DOCUMENTS: usize = 3_000;
/// Documents that one process reads.
const AT_ONCE: usize = 250;

const PREFIXES: [&str; 5] = ["", "a", "b", "ds", "ā"];
// The other program takes only names that are right URIs, and writes an ampersand in them twice encoded.
const NAMESPACES: [&str; 5] =
    ["urn:a", "urn:b", "http://paraugs.example/c?d=e", "urn:e:1", "http://www.w3.org/2000/09/xmldsig#"];
const NAMES: [&str; 6] = ["r", "Object", "x-1", "y.z", "ķ", "_"];
const VALUES: [&str; 12] = [
    "",
    "PARAUGS",
    "&lt;&amp;&quot;&apos;&gt;",
    "&#13;",
    "&#x9;&#10;",
    "a\tb\n c",
    "\r\n",
    "ārzemes €",
    "🙂",
    "&#x1F642;",
    "  two  ",
    "&#xA0;",
];

/// A document made of what canonical forms differ in.
fn document(chance: &mut Chance) -> String {
    let mut out = String::new();
    if chance.once_in(2) {
        out.push_str(
            chance.one_of(&["<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n"]),
        );
    }
    aside(chance, &mut out, "\n");
    let mut scope = vec![(String::new(), String::new())];
    element(chance, &mut out, 0, &mut scope);
    aside(chance, &mut out, "\n");
    out
}

/// Now and then what stands beside elements.
fn aside(chance: &mut Chance, out: &mut String, line_end: &str) {
    if chance.once_in(4) {
        out.push_str(chance.one_of(&["<!-- & <a> -->", "<?target  data?>", "<?target?>", "<!--ā\r\n-->", "<!---->"]));
        out.push_str(line_end);
    }
}

fn element(chance: &mut Chance, out: &mut String, depth: usize, scope: &mut Vec<(String, String)>) {
    let outer = scope.len();
    let mut attributes = Vec::new();
    for _ in 0..chance.below(4) {
        let prefix = PREFIXES[chance.below(PREFIXES.len())];
        let may_be_none = prefix.is_empty() && chance.once_in(3);
        let namespace = if may_be_none { "" } else { NAMESPACES[chance.below(NAMESPACES.len())] };
        if scope[outer..].iter().all(|(declared, _)| declared != prefix) {
            let name = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
            attributes.push((name, namespace.to_owned()));
            scope.push((prefix.to_owned(), namespace.to_owned()));
        }
    }
    let bound = |prefix: &str| {
        scope.iter().rev().find(|(declared, _)| declared == prefix).map(|(_, namespace)| namespace.clone())
    };
    let mut expanded = Vec::new();
    for _ in 0..chance.below(5) {
        let (prefix, local) = (PREFIXES[chance.below(PREFIXES.len())], NAMES[chance.below(NAMES.len())]);
        // An attribute without prefix has no namespace; no two may have one expanded name.
        let Some(namespace) = (if prefix.is_empty() { Some(String::new()) } else { bound(prefix) }) else { continue };
        if !expanded.contains(&(namespace.clone(), local)) {
            expanded.push((namespace, local));
            attributes.push((qualified(prefix, local), VALUES[chance.below(VALUES.len())].to_owned()));
        }
    }
    if chance.once_in(6) {
        let (name, value) = [("xml:lang", "lv"), ("xml:space", "preserve"), ("xml:id", "i")][chance.below(3)];
        // One `xml:id` of a value in a document: at its root.
        if name != "xml:id" || depth == 0 {
            attributes.push((name.to_owned(), value.to_owned()));
        }
    }
    let prefix = PREFIXES[chance.below(PREFIXES.len())];
    let prefix = if bound(prefix).is_some() { prefix } else { "" };
    let name = qualified(prefix, NAMES[chance.below(NAMES.len())]);
    write!(out, "<{name}").unwrap();
    for at in (0..attributes.len()).rev() {
        // In any order.
        attributes.swap(at, chance.below(at + 1));
    }
    for (name, value) in &attributes {
        let quote = if value.contains('\'') || chance.once_in(2) { '"' } else { '\'' };
        let space = chance.one_of(&[" ", "\n  ", "\t"]);
        let equals = chance.one_of(&["=", " = "]);
        write!(out, "{space}{name}{equals}{quote}{value}{quote}").unwrap();
    }
    content(chance, out, depth, scope, &name);
    scope.truncate(outer);
}

fn content(chance: &mut Chance, out: &mut String, depth: usize, scope: &mut Vec<(String, String)>, name: &str) {
    if chance.once_in(5) {
        out.push_str(chance.one_of(&["/>", " />"]));
        return;
    }
    out.push('>');
    for _ in 0..chance.below(5) {
        match chance.below(5) {
            0 | 1 if depth < 6 => element(chance, out, depth + 1, scope),
            2 => out.push_str(chance.one_of(&["<![CDATA[<&>]]>", "<![CDATA[]]>", "<![CDATA[\r\nā]]>"])),
            3 => aside(chance, out, ""),
            _ => out.push_str(VALUES[chance.below(VALUES.len())]),
        }
    }
    write!(out, "</{name}{}>", chance.one_of(&["", " ", "\n"])).unwrap();
}

fn qualified(prefix: &str, local: &str) -> String {
    if prefix.is_empty() { local.to_owned() } else { format!("{prefix}:{local}") }
}

fn ours(text: &str, form: Form) -> Vec<u8> {
    let method = Canonicalization { form, comments: true, inclusive_prefixes: Vec::new() };
    let text = decode(text.as_bytes()).unwrap();
    let document = parse(&text).unwrap_or_else(|fault| panic!("{fault}: {text}"));
    canonicalize(Subset::Document(document.root()), &method)
}

#[test]
fn canonical_forms_of_generated_documents_are_those_of_xmllint() {
    if !is_here("xmllint") {
        return;
    }
    let mut chance = Chance::of(1);
    let texts: Vec<String> = (0..DOCUMENTS).map(|_| document(&mut chance)).collect();
    let files = Files::of("xml", &texts.iter().map(|text| text.clone().into_bytes()).collect::<Vec<_>>());
    let mut compared = 0;
    for (option, form) in
        [("--c14n", Form::Inclusive10), ("--c14n11", Form::Inclusive11), ("--exc-c14n", Form::Exclusive10)]
    {
        for (texts, paths) in texts.chunks(AT_ONCE).zip(files.paths.chunks(AT_ONCE)) {
            let expected = run("xmllint", &["--nonet", option], paths).stdout;
            let forms: Vec<_> = texts.iter().map(|text| ours(text, form)).collect();
            compared += texts.len();
            if forms.concat() == expected {
                continue;
            }
            for ((text, path), form) in texts.iter().zip(paths).zip(forms) {
                let theirs = run("xmllint", &["--nonet", option], std::slice::from_ref(path));
                assert_eq!(String::from_utf8_lossy(&form), String::from_utf8_lossy(&theirs.stdout), "{option}: {text}");
            }
        }
    }
    println!("{DOCUMENTS} documents, {compared} canonical forms are those of xmllint");
    let (one, other) = (ours("<a b='1'/>", Form::Inclusive10), run("xmllint", &["--c14n"], &files.paths[..1]).stdout);
    assert_ne!(one, other, "another document has another form");
}
