//! Canonical forms: vectors written out by hand, one test for each thing implementations get wrong, properties, and the
//! vectors of the corpus.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

mod corpus;
#[path = "canonical/refused.rs"]
mod refused;
#[path = "canonical/vectors.rs"]
mod vectors;

use edoc::xml::{Canonicalization, Form, Node, Subset, canonicalize, decode, parse};
use proptest::prelude::*;

const FORMS: [Form; 3] = [Form::Inclusive10, Form::Inclusive11, Form::Exclusive10];

fn method(form: Form) -> Canonicalization {
    Canonicalization { form, comments: false, inclusive_prefixes: Vec::new() }
}

fn with_comments(form: Form) -> Canonicalization {
    Canonicalization { comments: true, ..method(form) }
}

fn with_prefixes(prefixes: &[&str]) -> Canonicalization {
    let inclusive_prefixes = prefixes.iter().map(|prefix| (*prefix).to_owned()).collect();
    Canonicalization { inclusive_prefixes, ..method(Form::Exclusive10) }
}

fn whole(text: &str, method: &Canonicalization) -> String {
    let text = decode(text.as_bytes()).unwrap();
    let document = parse(&text).unwrap();
    String::from_utf8(canonicalize(Subset::Document(document.root()), method)).unwrap()
}

/// The element with this local name.
fn named<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Node<'a, 'input> {
    node.descendants().find(|node| node.is_element() && node.tag_name().name() == name).unwrap()
}

fn subtree(text: &str, name: &str, method: &Canonicalization) -> String {
    let text = decode(text.as_bytes()).unwrap();
    let document = parse(&text).unwrap();
    String::from_utf8(canonicalize(Subset::Subtree(named(document.root(), name)), method)).unwrap()
}

fn all_forms(text: &str, expected: &str) {
    for form in FORMS {
        assert_eq!(whole(text, &method(form)), expected, "{form:?}");
    }
}

#[test]
fn vector_a_a_whole_document() {
    let input = concat!(
        r#"<a:r xmlns:a="urn:a" xmlns="urn:d" xmlns:z="urn:z" b="2" a:y="1" z:c="3" "#,
        r#"A="&#x41;&lt;&amp;&quot;&#9;&#10;&#13;&gt;'"><e xmlns="" xmlns:a="urn:a"/>"#,
        r#"<f xmlns="urn:d">x&#13;y &gt;<![CDATA[<c&d>]]></f></a:r>"#
    );
    let inclusive = concat!(
        r#"<a:r xmlns="urn:d" xmlns:a="urn:a" xmlns:z="urn:z" A="A&lt;&amp;&quot;&#x9;&#xA;&#xD;>'" b="2" a:y="1" z:c="3">"#,
        r#"<e xmlns=""></e><f>x&#xD;y &gt;&lt;c&amp;d&gt;</f></a:r>"#
    );
    let exclusive = concat!(
        r#"<a:r xmlns:a="urn:a" xmlns:z="urn:z" A="A&lt;&amp;&quot;&#x9;&#xA;&#xD;>'" b="2" a:y="1" z:c="3">"#,
        r#"<e></e><f xmlns="urn:d">x&#xD;y &gt;&lt;c&amp;d&gt;</f></a:r>"#
    );
    assert_eq!(whole(input, &method(Form::Inclusive10)), inclusive);
    assert_eq!(whole(input, &method(Form::Inclusive11)), inclusive);
    assert_eq!(whole(input, &method(Form::Exclusive10)), exclusive);
}

const VECTOR_B: &str = concat!(
    r#"<r xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q" xml:lang="lv" xml:id="ID1" xml:space="preserve">"#,
    r#"<m><p:s Id="S"><c xmlns=""/><q:t/></p:s></m></r>"#
);

#[test]
fn vector_b_a_subtree() {
    let expected = [
        concat!(
            r#"<p:s xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q" Id="S" xml:id="ID1" xml:lang="lv" xml:space="preserve">"#,
            r#"<c xmlns=""></c><q:t></q:t></p:s>"#
        ),
        concat!(
            r#"<p:s xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q" Id="S" xml:lang="lv" xml:space="preserve">"#,
            r#"<c xmlns=""></c><q:t></q:t></p:s>"#
        ),
        r#"<p:s xmlns:p="urn:p" Id="S"><c></c><q:t xmlns:q="urn:q"></q:t></p:s>"#,
    ];
    for (form, expected) in FORMS.into_iter().zip(expected) {
        assert_eq!(subtree(VECTOR_B, "s", &method(form)), expected, "{form:?}");
    }
}

#[test]
fn a_prefix_list_brings_unused_namespaces_to_the_apex() {
    let expected = r#"<p:s xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q" Id="S"><c xmlns=""></c><q:t></q:t></p:s>"#;
    assert_eq!(subtree(VECTOR_B, "s", &with_prefixes(&["#default", "q"])), expected);
    let only_q = r#"<p:s xmlns:p="urn:p" xmlns:q="urn:q" Id="S"><c></c><q:t></q:t></p:s>"#;
    assert_eq!(subtree(VECTOR_B, "s", &with_prefixes(&["q", "unknown"])), only_q);
}

#[test]
fn exclusive_an_attribute_without_prefix_does_not_use_the_default_namespace() {
    let input = r#"<p:a xmlns="urn:d" xmlns:p="urn:p" b="c"><d/></p:a>"#;
    let expected = r#"<p:a xmlns:p="urn:p" b="c"><d xmlns="urn:d"></d></p:a>"#;
    assert_eq!(whole(input, &method(Form::Exclusive10)), expected);
}

#[test]
fn exclusive_a_prefix_is_written_again_on_each_sibling_that_uses_it() {
    let input = r#"<a xmlns:p="urn:p"><p:b><p:c/></p:b><p:b/></a>"#;
    let expected = r#"<a><p:b xmlns:p="urn:p"><p:c></p:c></p:b><p:b xmlns:p="urn:p"></p:b></a>"#;
    assert_eq!(whole(input, &method(Form::Exclusive10)), expected);
}

#[test]
fn exclusive_the_default_namespace_is_ended_where_it_was_written_only() {
    let input = r#"<a xmlns="urn:d"><p:b xmlns:p="urn:p" xmlns=""><c/></p:b></a>"#;
    let expected = r#"<a xmlns="urn:d"><p:b xmlns:p="urn:p"><c xmlns=""></c></p:b></a>"#;
    assert_eq!(whole(input, &method(Form::Exclusive10)), expected);
    assert_eq!(subtree(input, "b", &method(Form::Exclusive10)), r#"<p:b xmlns:p="urn:p"><c></c></p:b>"#);
}

#[test]
fn an_empty_default_namespace_is_never_written_on_the_apex() {
    let input = r#"<a xmlns="urn:d"><b xmlns=""><c/></b></a>"#;
    for form in FORMS {
        assert_eq!(subtree(input, "b", &method(form)), "<b><c></c></b>", "{form:?}");
        assert_eq!(whole(input, &method(form)), r#"<a xmlns="urn:d"><b xmlns=""><c></c></b></a>"#, "{form:?}");
    }
}

#[test]
fn two_prefixes_of_one_namespace_stay_what_they_are() {
    let input = r#"<p:a xmlns:p="urn:x" xmlns:q="urn:x"><q:b q:c="1" p:d="2"></q:b></p:a>"#;
    assert_eq!(whole(input, &method(Form::Inclusive10)), input);
    let exclusive = r#"<p:a xmlns:p="urn:x"><q:b xmlns:q="urn:x" q:c="1" p:d="2"></q:b></p:a>"#;
    assert_eq!(whole(input, &method(Form::Exclusive10)), exclusive);
}

#[test]
fn attributes_are_sorted_by_namespace_name_not_by_prefix() {
    let input = r#"<e xmlns:a="urn:z" xmlns:z="urn:a" a:k="1" z:k="2" xml:k="3" k="4" A="5"></e>"#;
    let expected = r#"<e xmlns:a="urn:z" xmlns:z="urn:a" A="5" k="4" xml:k="3" z:k="2" a:k="1"></e>"#;
    assert_eq!(whole(input, &method(Form::Inclusive10)), expected);
}

#[test]
fn a_redefined_prefix_is_written_and_a_repeated_one_is_not() {
    let input =
        r#"<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:1"><p:c xmlns:p="urn:2"><p:d xmlns:p="urn:1"/></p:c></p:b></p:a>"#;
    let expected = r#"<p:a xmlns:p="urn:1"><p:b><p:c xmlns:p="urn:2"><p:d xmlns:p="urn:1"></p:d></p:c></p:b></p:a>"#;
    all_forms(input, expected);
}

#[test]
fn the_xml_namespace_is_never_declared() {
    let input = r#"<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="lv"/>"#;
    all_forms(input, r#"<a xml:lang="lv"></a>"#);
}

#[test]
fn comments_and_instructions_outside_the_root() {
    let input = "<?xml version='1.0'?>\n<!-- 1 -->\n<?a  b ?>\n\n<r><!-- 2 --><?c?></r>\n<?d\te?>\n<!-- 3 -->\n";
    for form in FORMS {
        assert_eq!(whole(input, &method(form)), "<?a b ?>\n<r><?c?></r>\n<?d e?>");
        let expected = "<!-- 1 -->\n<?a b ?>\n<r><!-- 2 --><?c?></r>\n<?d e?>\n<!-- 3 -->";
        assert_eq!(whole(input, &with_comments(form)), expected);
    }
    assert_eq!(subtree(input, "r", &with_comments(Form::Inclusive10)), "<r><!-- 2 --><?c?></r>");
}

#[test]
fn line_ends_everywhere() {
    let input = "<r\r\na=\"1\r\n2\r3\">4\r\n5\r6&#13;\r&lt;\r<![CDATA[7\r\n8\r]]><!--9\r\n0\r--><?p 1\r\n2\r?></r>";
    let expected = "<r a=\"1 2 3\">4\n5\n6&#xD;\n&lt;\n7\n8\n<!--9\n0\n--><?p 1\n2\n?></r>";
    for form in FORMS {
        assert_eq!(whole(input, &with_comments(form)), expected);
    }
}

#[test]
fn white_space_in_attributes_stays_only_where_it_is_a_character_reference() {
    all_forms("<r a='\t\n &#9;&#10;&#13; x '/>", r#"<r a="   &#x9;&#xA;&#xD; x "></r>"#);
}

#[test]
fn escapes_of_text_and_of_attributes_differ() {
    all_forms(
        r#"<r a='"&apos;>&lt;&amp;'>"'&gt;&lt;&amp;&#x20AC;</r>"#,
        r#"<r a="&quot;'>&lt;&amp;">"'&gt;&lt;&amp;€</r>"#,
    );
}

#[test]
fn a_namespace_name_is_escaped_like_an_attribute() {
    all_forms(r#"<r xmlns="urn:a&amp;&lt;&quot;b"/>"#, r#"<r xmlns="urn:a&amp;&lt;&quot;b"></r>"#);
}

#[test]
fn xml_base_is_copied_in_1_0_joined_in_1_1_and_left_in_exclusive() {
    let input = "<a xml:base='http://host.example/x/y'><b xml:base='../z/'><c xml:base='w'/><d/></b></a>";
    assert_eq!(subtree(input, "c", &method(Form::Inclusive10)), r#"<c xml:base="w"></c>"#);
    assert_eq!(subtree(input, "d", &method(Form::Inclusive10)), r#"<d xml:base="../z/"></d>"#);
    let joined = r#"<c xml:base="http://host.example/z/w"></c>"#;
    assert_eq!(subtree(input, "c", &method(Form::Inclusive11)), joined);
    assert_eq!(subtree(input, "d", &method(Form::Inclusive11)), r#"<d xml:base="http://host.example/z/"></d>"#);
    assert_eq!(subtree(input, "d", &method(Form::Exclusive10)), "<d></d>");
    assert_eq!(subtree("<a xml:base='b'><c/></a>", "a", &method(Form::Inclusive11)), r#"<a xml:base="b"><c></c></a>"#);
}

#[test]
fn the_nearest_of_inherited_attributes_wins_and_the_own_one_most() {
    let input = "<a xml:lang='1' xml:space='2'><b xml:lang='3'><c xml:space='4'/></b></a>";
    for form in [Form::Inclusive10, Form::Inclusive11] {
        assert_eq!(subtree(input, "c", &method(form)), r#"<c xml:lang="3" xml:space="4"></c>"#);
    }
}

#[test]
fn leaving_out_one_element_leaves_out_nothing_else() {
    let text = "<?p?><r xmlns:s='urn:s'> <s:a><b/></s:a><!-- c --><s:a>2</s:a>t</r><?q?>";
    let document = parse(text).unwrap();
    let omitted = named(document.root(), "a");
    let octets = |subset, form| String::from_utf8(canonicalize(subset, &method(form))).unwrap();
    let without = Subset::DocumentWithout { document: document.root(), omitted };
    assert_eq!(octets(without, Form::Inclusive10), "<?p?>\n<r xmlns:s=\"urn:s\"> <s:a>2</s:a>t</r>\n<?q?>");
    let element = document.root_element();
    let within = Subset::SubtreeWithout { element, omitted };
    assert_eq!(octets(within, Form::Exclusive10), "<r> <s:a xmlns:s=\"urn:s\">2</s:a>t</r>");
    let leaf = Subset::SubtreeWithout { element, omitted: named(document.root(), "b") };
    assert_eq!(octets(leaf, Form::Exclusive10), "<r> <s:a xmlns:s=\"urn:s\"></s:a><s:a xmlns:s=\"urn:s\">2</s:a>t</r>");
    let nothing = Subset::DocumentWithout { document: element, omitted: element };
    assert_eq!(octets(nothing, Form::Inclusive10), "<?p?>\n\n<?q?>");
}

#[test]
fn nesting_to_the_limit_does_not_recurse() {
    let depth = edoc::limits::XML_DEPTH;
    let text = format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    all_forms(&text, &text);
}

/// A document as a generator makes it: every value already canonical.
#[derive(Clone, Debug)]
struct Element {
    prefix: usize,
    declared: Vec<(usize, usize)>,
    attributes: Vec<(usize, usize, String)>,
    content: Vec<Content>,
}

#[derive(Clone, Debug)]
enum Content {
    Text(String),
    Comment,
    Element(Element),
}

const PREFIXES: [&str; 4] = ["", "a", "b", "c"];
const NAMES: [&str; 3] = ["k", "l", "m"];

fn value() -> impl Strategy<Value = String> {
    "[ a-zāž<>&'\"\t\n\r]{0,8}"
}

fn element() -> impl Strategy<Value = Element> {
    let head = || {
        (
            0..PREFIXES.len(),
            prop::collection::vec((0..PREFIXES.len(), 0..3_usize), 0..4),
            prop::collection::vec((0..PREFIXES.len(), 0..NAMES.len(), value()), 0..4),
        )
    };
    let leaf =
        head().prop_map(|(prefix, declared, attributes)| Element { prefix, declared, attributes, content: Vec::new() });
    leaf.prop_recursive(5, 40, 4, move |inner| {
        let content =
            prop_oneof![value().prop_map(Content::Text), Just(Content::Comment), inner.prop_map(Content::Element),];
        (head(), prop::collection::vec(content, 0..4)).prop_map(|((prefix, declared, attributes), content)| Element {
            prefix,
            declared,
            attributes,
            content,
        })
    })
}

/// The order in which the writer puts what has no order.
#[derive(Clone, Copy)]
enum Order {
    Forward,
    Backward,
}

fn escaped(value: &str) -> String {
    value.chars().map(|c| format!("&#{};", u32::from(c))).collect()
}

/// Writes the element with `bound` prefixes in scope; every prefix is declared at the top.
fn write(element: &Element, order: Order, bound: [usize; 4], out: &mut String) {
    let mut bound = bound;
    let mut declared: Vec<(usize, usize)> = element.declared.clone();
    declared.sort_unstable();
    declared.dedup_by_key(|(prefix, _)| *prefix);
    for (prefix, uri) in &declared {
        bound[*prefix] = *uri;
    }
    let mut seen = std::collections::HashSet::new();
    let mut parts: Vec<String> = element
        .attributes
        .iter()
        .filter(|(prefix, name, _)| seen.insert((if *prefix == 0 { usize::MAX } else { bound[*prefix] }, *name)))
        .map(|(prefix, name, value)| {
            let colon = if *prefix == 0 { "" } else { ":" };
            format!(" {}{colon}{}=\"{}\"", PREFIXES[*prefix], NAMES[*name], escaped(value))
        })
        .collect();
    parts.extend(declared.iter().map(|(prefix, uri)| match *prefix {
        0 => format!(" xmlns=\"urn:{uri}\""),
        _ => format!(" xmlns:{}=\"urn:{uri}\"", PREFIXES[*prefix]),
    }));
    if matches!(order, Order::Backward) {
        parts.reverse();
    }
    let colon = if element.prefix == 0 { "" } else { ":" };
    let name = format!("{}{colon}e", PREFIXES[element.prefix]);
    out.push_str(&format!("<{name}{}>", parts.concat()));
    for content in &element.content {
        match content {
            Content::Text(text) => out.push_str(&escaped(text)),
            Content::Comment => out.push_str("<!--c-->"),
            Content::Element(inner) => write(inner, order, bound, out),
        }
    }
    out.push_str(&format!("</{name}>"));
}

fn document(element: &Element, order: Order) -> String {
    let mut top = element.clone();
    top.declared = vec![(0, 0), (1, 0), (2, 1), (3, 2)];
    let mut text = String::new();
    write(&top, order, [0; 4], &mut text);
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_attributes_and_declarations_does_not_matter(element in element()) {
        let (one, other) = (document(&element, Order::Forward), document(&element, Order::Backward));
        for form in FORMS {
            prop_assert_eq!(whole(&one, &with_comments(form)), whole(&other, &with_comments(form)));
        }
    }

    #[test]
    fn a_canonical_document_is_its_own_canonical_form(element in element()) {
        let text = document(&element, Order::Forward);
        for form in FORMS {
            for method in [method(form), with_comments(form)] {
                let once = whole(&text, &method);
                prop_assert_eq!(whole(&once, &method), once);
            }
        }
    }

    #[test]
    fn an_exclusive_subtree_does_not_depend_on_what_is_around_it(element in element()) {
        let text = document(&element, Order::Forward);
        let exclusive = method(Form::Exclusive10);
        let alone = whole(&text, &exclusive);
        let around = format!("<w xmlns:x='urn:x' xml:lang='lv'>{text}</w>");
        prop_assert_eq!(subtree(&around, "e", &exclusive), alone);
    }

    #[test]
    fn hostile_octets_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            let _ = parse(&text).is_ok();
        }
    }

    #[test]
    fn hostile_markup_never_panics(text in "[<>/?!\\[\\]:= a-c'\"&;#x-]{0,60}") {
        if let Ok(document) = parse(&text) {
            for form in FORMS {
                let _ = canonicalize(Subset::Document(document.root()), &with_comments(form));
            }
        }
    }
}
