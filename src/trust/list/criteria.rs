//! Qualifications and their criteria (TS 119 612, 5.5.9.2).

use super::element::{line, object_identifier, plain, short};
use super::service::EXTENSION_PREFIX;
use crate::limits;
use crate::trust::{Assert, Condition, Criteria, Qualification};
use crate::xml::{Node, attribute};

/// Every QualificationElement of a Qualifications extension.
pub(super) fn qualifications(extension: Node<'_, '_>) -> Vec<Qualification> {
    let found = elements(extension).filter(|node| is(*node, "QualificationElement"));
    found.map(qualification).take(limits::QUALIFICATIONS).collect()
}

fn qualification(element: Node<'_, '_>) -> Qualification {
    let qualifiers = elements(element).filter(|node| is(*node, "Qualifiers")).flat_map(elements);
    let uris = qualifiers.filter_map(|qualifier| attribute(qualifier, "uri"));
    let criteria = elements(element).find(|node| is(*node, "CriteriaList"));
    Qualification {
        qualifiers: uris.map(|uri| short(uri, EXTENSION_PREFIX)).collect(),
        // A qualification without criteria is malformed: it captures nothing that is known.
        criteria: Some(criteria.map_or_else(|| unknown("CriteriaList"), |list| criteria_list(list, 0))),
    }
}

fn unknown(name: &str) -> Criteria {
    Criteria { assert: Assert::All, conditions: vec![Condition::Unknown(line(name))] }
}

fn criteria_list(list: Node<'_, '_>, depth: usize) -> Criteria {
    let assert = match attribute(list, "assert") {
        Some("all") => Assert::All,
        Some("atLeastOne") => Assert::AtLeastOne,
        Some("none") => Assert::None,
        _ => return unknown("assert"),
    };
    if depth >= limits::CRITERIA_DEPTH {
        return unknown("CriteriaList");
    }
    let conditions = elements(list).filter(|node| !is(*node, "Description")).flat_map(|node| condition(node, depth));
    Criteria { assert, conditions: conditions.take(limits::QUALIFICATIONS).collect() }
}

/// The conditions of one element; `otherCriteriaList` holds several.
fn condition(element: Node<'_, '_>, depth: usize) -> Vec<Condition> {
    let name = element.tag_name().name();
    let one = match name {
        "KeyUsage" => key_usage(element).map(Condition::KeyUsage),
        "PolicySet" => identifiers(element, "PolicyIdentifier", "Identifier").map(Condition::Policies),
        "CriteriaList" => Some(Condition::Nested(criteria_list(element, depth.saturating_add(1)))),
        "CertSubjectDNAttribute" => {
            identifiers(element, "AttributeOID", "Identifier").map(Condition::SubjectAttributes)
        }
        "ExtendedKeyUsage" => identifiers(element, "KeyPurposeId", "Identifier").map(Condition::ExtendedKeyUsage),
        "QcStatementSet" => qc_statements(element).map(Condition::QcStatements),
        "otherCriteriaList" => return elements(element).flat_map(|node| condition(node, depth)).collect(),
        _ => None,
    };
    vec![one.unwrap_or_else(|| Condition::Unknown(line(name)))]
}

fn key_usage(element: Node<'_, '_>) -> Option<Vec<(String, bool)>> {
    let bit = |node: Node<'_, '_>| {
        let wanted = match plain(node)?.as_str() {
            "true" | "1" => true,
            "false" | "0" => false,
            _ => return None,
        };
        Some((attribute(node, "name")?.to_owned(), wanted))
    };
    let bits: Option<Vec<_>> = elements(element).map(bit).collect();
    bits.filter(|bits| !bits.is_empty())
}

/// Object identifiers at `outer/inner`; `None` where one cannot be read or there is none.
fn identifiers(element: Node<'_, '_>, outer: &str, inner: &str) -> Option<Vec<String>> {
    let found: Option<Vec<_>> = elements(element)
        .filter(|node| is(*node, outer))
        .map(|node| elements(node).find(|node| is(*node, inner)).and_then(plain).map(|text| object_identifier(&text)))
        .collect();
    found.filter(|found| !found.is_empty())
}

/// Statements by identifier; one that asks for more than the identifier is not understood.
fn qc_statements(element: Node<'_, '_>) -> Option<Vec<String>> {
    let statement = |node: Node<'_, '_>| {
        // With QcStatementInfo the statement's content counts too.
        let id = elements(node).next().filter(|id| matches!(id.tag_name().name(), "QcStatementId" | "StatementId"))?;
        let alone = elements(node).count() == 1;
        identifiers(node, id.tag_name().name(), "Identifier").filter(|_| alone)?.into_iter().next()
    };
    let found: Option<Vec<_>> = elements(element).filter(|node| is(*node, "QcStatement")).map(statement).collect();
    found.filter(|found| !found.is_empty())
}

fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// By local name: lists write the parts of criteria in several namespaces.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}
