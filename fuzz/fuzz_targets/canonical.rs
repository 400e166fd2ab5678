#![no_main]
//! Canonical forms of a document and of a part of it: what is written is well-formed, and its own canonical form.

use edoc::xml::{Canonicalization, Form, Subset, canonicalize, decode, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first octet chooses what is asked for.
    let Some((choice, data)) = data.split_first() else { return };
    let form = [Form::Inclusive10, Form::Inclusive11, Form::Exclusive10][usize::from(choice % 3)];
    let comments = choice & 64 != 0;
    let prefixes = if choice & 32 != 0 { vec!["a".to_owned(), "#default".to_owned()] } else { Vec::new() };
    let method = Canonicalization { form, comments, inclusive_prefixes: prefixes };
    let Ok(text) = decode(data) else { return };
    let Ok(tree) = parse(&text) else { return };
    let elements: Vec<_> = tree.descendants().filter(|node| node.is_element()).take(64).collect();
    let part = elements.get(usize::from(choice / 3) % elements.len().max(1)).copied();
    let subsets = [Some(Subset::Document(tree.root())), part.map(Subset::Subtree)];
    for subset in subsets.into_iter().flatten() {
        let once = canonicalize(subset, &method);
        let text = std::str::from_utf8(&once).expect("a canonical form is UTF-8");
        // One that grew beyond the limits of parsing is not looked at further.
        let Ok(tree) = parse(text) else { continue };
        // Prefixes of the list that are declared nowhere below are gone: without a list it must be the same.
        let plain = Canonicalization { inclusive_prefixes: Vec::new(), ..method.clone() };
        if method.inclusive_prefixes.is_empty() {
            assert_eq!(once, canonicalize(Subset::Document(tree.root()), &plain), "its own canonical form");
        }
    }
});
