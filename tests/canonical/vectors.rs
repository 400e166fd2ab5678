//! The vectors of the corpus: whole documents, and those XPath subsets that are subtrees.

use std::fs;
use std::path::Path;

use edoc::xml::{Canonicalization, Document, Form, Node, Subset, XmlFault, canonicalize, decode, parse};

use super::corpus;
use super::refused::{self, Outcomes};

struct Vector {
    mode: String,
    input: String,
    xpath: String,
    prefixes: String,
    expected: String,
}

/// The index of the corpus, and the vectors that it does not list.
fn vectors(place: &Path) -> Vec<Vector> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/c14n-more.csv");
    [place.join("index.csv"), own]
        .iter()
        .flat_map(|index| csv::Reader::from_path(index).unwrap().into_records().collect::<Vec<_>>())
        .map(|row| {
            let row = row.unwrap();
            let field = |at: usize| row[at].to_owned();
            Vector { mode: field(1), input: field(2), xpath: field(3), prefixes: field(4), expected: field(5) }
        })
        .collect()
}

fn method(mode: &str, prefixes: &str) -> Canonicalization {
    let form = match mode {
        mode if mode.starts_with("1-1") => Form::Inclusive11,
        mode if mode.starts_with("exc") => Form::Exclusive10,
        _ => Form::Inclusive10,
    };
    let inclusive_prefixes = prefixes.split_whitespace().map(str::to_owned).collect();
    Canonicalization { form, comments: !mode.contains("without"), inclusive_prefixes }
}

fn rule(fault: &XmlFault) -> String {
    match fault {
        XmlFault::Doctype => "document type declaration".to_owned(),
        XmlFault::Encoding => "encoding other than UTF-8 and UTF-16".to_owned(),
        other => other.to_string(),
    }
}

/// What an XPath expression selects, where it can be said in subtrees.
fn subsets<'a, 'input>(document: &'a Document<'input>, xpath: &str) -> Option<Vec<Subset<'a, 'input>>> {
    let declared = parse(xpath).ok();
    let expression: String = match &declared {
        Some(xpath) => xpath.root_element().children().filter(Node::is_text).filter_map(|text| text.text()).collect(),
        None => xpath.to_owned(),
    };
    let expression = expression.split_whitespace().collect::<Vec<_>>().join(" ");
    let expression = expression.strip_prefix("(//. | //@* | //namespace::*)")?.trim();
    let expression = expression.strip_prefix('[')?.strip_suffix(']')?.trim();
    let selected = |name: &str| -> Option<Vec<Node<'a, 'input>>> {
        let name = name.trim().strip_prefix("ancestor-or-self::")?;
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if !local.chars().all(char::is_alphanumeric) {
            return None;
        }
        let namespace = match (&declared, prefix) {
            (_, "") => None,
            (Some(xpath), prefix) => Some(xpath.root_element().lookup_namespace_uri(Some(prefix))?.to_owned()),
            (None, _) => Some("http://www.ietf.org".to_owned()),
        };
        let is_selected = |node: &Node<'_, '_>| {
            let found = node.tag_name().namespace().filter(|namespace| !namespace.is_empty());
            node.is_element() && node.tag_name().name() == local && found == namespace.as_deref()
        };
        Some(document.descendants().filter(is_selected).collect())
    };
    if let Some((whole, omitted)) = expression.split_once(" and not(") {
        let ([element], [omitted]) = (&selected(whole)?[..], &selected(omitted.strip_suffix(')')?)?[..]) else {
            return None;
        };
        return Some(vec![Subset::SubtreeWithout { element: *element, omitted: *omitted }]);
    }
    let mut elements = Vec::new();
    for name in expression.split(" or ") {
        elements.extend(selected(name)?);
    }
    elements.sort();
    let outermost = |element: &&Node<'_, '_>| !element.ancestors().skip(1).any(|above| elements.contains(&above));
    Some(elements.iter().filter(outermost).map(|element| Subset::Subtree(*element)).collect())
}

#[derive(Clone, Copy)]
enum WithoutDoctype {
    AsItIs,
    CutOut,
}

/// The text without its document type declaration, for vectors whose declaration changes nothing.
fn cut_doctype(text: &str) -> String {
    let Some((before, rest)) = text.split_once("<!DOCTYPE") else { return text.to_owned() };
    let end = match (rest.find('['), rest.find('>')) {
        (Some(subset), Some(end)) if subset < end => rest.find("]>").map(|end| end + 2),
        (_, end) => end.map(|end| end + 1),
    };
    format!("{before}{}", &rest[end.unwrap()..])
}

fn run(place: &Path, vector: &Vector, without_doctype: WithoutDoctype) -> Result<(), String> {
    let octets = fs::read(place.join(&vector.input)).unwrap();
    let text = decode(&octets).map_err(|fault| rule(&fault))?;
    let text = match without_doctype {
        WithoutDoctype::AsItIs => text,
        WithoutDoctype::CutOut => cut_doctype(&text).into(),
    };
    let document = parse(&text).map_err(|fault| rule(&fault))?;
    let named = |name: &str| vec![Subset::Subtree(super::named(document.root(), name))];
    let subsets = if vector.mode.contains("ds:SignedInfo") {
        named("SignedInfo")
    } else if let Some(name) = vector.xpath.strip_prefix('=') {
        named(name)
    } else if vector.xpath.is_empty() {
        vec![Subset::Document(document.root())]
    } else {
        let xpath = fs::read_to_string(place.join(&vector.xpath)).unwrap();
        subsets(&document, &xpath).ok_or("XPath node-set that is no subtree")?
    };
    let prefixes = match vector.prefixes.as_str() {
        "" => String::new(),
        file => fs::read_to_string(place.join(file)).unwrap(),
    };
    let method = method(&vector.mode, &prefixes);
    let found: Vec<u8> = subsets.into_iter().flat_map(|subset| canonicalize(subset, &method)).collect();
    let expected = fs::read(place.join(&vector.expected)).unwrap();
    if found == expected { Ok(()) } else { Err(format!("DIFFERS: {}", String::from_utf8_lossy(&found))) }
}

#[test]
fn every_vector_of_the_corpus_passes_or_is_refused_by_a_rule() {
    let Some(place) = corpus::folder().map(|place| place.join("c14n")) else { return };
    let outcomes: Outcomes = vectors(&place)
        .iter()
        .map(|vector| (vector.expected.clone(), run(&place, vector, WithoutDoctype::AsItIs)))
        .collect();
    let different: Vec<_> = outcomes
        .iter()
        .filter(|(_, outcome)| outcome.as_ref().is_err_and(|rule| rule.starts_with(refused::DIFFERS)))
        .collect();
    assert!(different.is_empty(), "{different:#?}");
    refused::compare("c14n-refused.csv", &outcomes);
}

#[test]
fn declarations_cut_out_the_canonical_form_is_right_where_they_change_nothing() {
    let Some(place) = corpus::folder().map(|place| place.join("c14n")) else { return };
    let (mut same, mut other) = (Vec::new(), Vec::new());
    for vector in vectors(&place) {
        if run(&place, &vector, WithoutDoctype::AsItIs) == Err("document type declaration".to_owned()) {
            let outcome = run(&place, &vector, WithoutDoctype::CutOut);
            if outcome.is_ok() { &mut same } else { &mut other }.push((vector.expected, outcome));
        }
    }
    println!("{} of {} vectors with a declaration pass without it", same.len(), same.len() + other.len());
    assert!(same.len() >= 5);
}

#[test]
fn dot_segments_are_removed_as_appendix_a_of_canonical_xml_1_1_shows() {
    let Some(place) = corpus::folder() else { return };
    let place = place.join("c14n/santuario/src/test/resources/org/w3c/www/interop/c14n11/appendixa");
    let (inputs, outputs) =
        ["inputs.txt", "outputs.txt"].map(|name| fs::read_to_string(place.join(name)).unwrap()).into();
    let method = method("1-1-without-comments", "");
    let mut count = 0;
    // Two slashes at the start are an authority where the path stands alone in an attribute.
    for (input, output) in inputs.lines().zip(outputs.lines()).filter(|(input, _)| !input.starts_with("//")) {
        let text = format!("<a xml:base=''><b xml:base='{input}'/></a>");
        let document = parse(&text).unwrap();
        let element = document.root_element().first_element_child().unwrap();
        let found = String::from_utf8(canonicalize(Subset::Subtree(element), &method)).unwrap();
        let expected = if output.is_empty() { "<b></b>".to_owned() } else { format!("<b xml:base=\"{output}\"></b>") };
        assert_eq!(found, expected, "{input}");
        count += 1;
    }
    println!("{count} paths of appendix A");
    assert!(count >= 60);
}
