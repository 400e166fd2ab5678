//! Identifiers of elements. Without a DTD nothing says which attributes are identifiers; the schemas of XML signatures and
//! of XAdES use one: `Id` without a prefix.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::xml::{Document, Node, attribute};

/// Every `Id` attribute of a document. `ID`, `id` and `xml:id` name nothing here: neither schema has them, and a second
/// kind of identifier is what wrapping attacks live on.
#[derive(Debug, Default)]
pub struct IdIndex<'a, 'input> {
    /// `None` where more than one element has the identifier.
    elements: HashMap<&'a str, Option<Node<'a, 'input>>>,
    duplicates: Vec<String>,
}

impl<'a, 'input> IdIndex<'a, 'input> {
    /// The identifiers of all elements of `document`.
    #[must_use]
    pub fn of(document: &'a Document<'input>) -> Self {
        let mut index = Self::default();
        for element in document.descendants() {
            let Some(id) = attribute(element, "Id") else { continue };
            match index.elements.entry(id) {
                Entry::Vacant(free) => {
                    free.insert(Some(element));
                }
                Entry::Occupied(mut taken) => {
                    if taken.insert(None).is_some() {
                        index.duplicates.push(id.to_owned());
                    }
                }
            }
        }
        index
    }

    /// The element with this identifier; `None` where there is none or more than one.
    #[must_use]
    pub fn element(&self, id: &str) -> Option<Node<'a, 'input>> {
        self.elements.get(id).copied().flatten()
    }

    /// Identifiers that more than one element has, each once.
    #[must_use]
    pub fn duplicates(&self) -> &[String] {
        &self.duplicates
    }

    pub(super) fn is_duplicate(&self, id: &str) -> bool {
        self.elements.get(id).is_some_and(Option::is_none)
    }
}
