//! Canonical XML 1.0, 1.1 and Exclusive XML Canonicalization 1.0.

mod inherited;
mod method;
mod octets;

use std::borrow::Cow;

pub use method::{Canonicalization, EXCLUSIVE_NAMESPACE, Form};
use octets::{push_attribute, push_text, push_unescaped};

use super::Node;
use super::source::{QName, same_namespaces_as_parent};

/// What is canonicalised.
#[derive(Clone, Copy, Debug)]
pub enum Subset<'a, 'input> {
    /// The whole document this node belongs to, comments and processing instructions outside the root included.
    Document(Node<'a, 'input>),
    /// An element with everything below it.
    Subtree(Node<'a, 'input>),
    /// The whole document without one element: the enveloped signature.
    DocumentWithout {
        /// Any node of the document.
        document: Node<'a, 'input>,
        /// The element left out.
        omitted: Node<'a, 'input>,
    },
    /// An element without one element below it: the enveloped signature.
    SubtreeWithout {
        /// The element.
        element: Node<'a, 'input>,
        /// The element left out.
        omitted: Node<'a, 'input>,
    },
}

/// The canonical octets of `subset`.
#[must_use]
pub fn canonicalize(subset: Subset<'_, '_>, method: &Canonicalization) -> Vec<u8> {
    let (apex, omitted) = match subset {
        Subset::Document(node) => (node.document().root(), None),
        Subset::Subtree(element) => (element, None),
        Subset::DocumentWithout { document, omitted } => (document.document().root(), Some(omitted)),
        Subset::SubtreeWithout { element, omitted } => (element, Some(omitted)),
    };
    let mut walk = Walk::new(apex, method);
    walk.run(omitted);
    walk.out
}

/// A namespace node: prefix, none for the default namespace, and name.
type Binding<'a> = (Option<&'a str>, &'a str);

/// An element whose end tag is still to be written.
struct Open<'a, 'input> {
    element: Node<'a, 'input>,
    name: QName<'input>,
    /// How many namespace nodes were written when it began.
    written: usize,
}

struct AttributeNode<'a> {
    namespace: Option<&'a str>,
    local: &'a str,
    name: &'a str,
    value: Cow<'a, str>,
}

/// One walk over a subset in document order, without recursion.
struct Walk<'a, 'input, 'm> {
    out: Vec<u8>,
    method: &'m Canonicalization,
    apex: Node<'a, 'input>,
    source: &'input str,
    /// The root element has begun, or was passed over.
    root_seen: bool,
    open: Vec<Open<'a, 'input>>,
    /// Namespace nodes written by the open elements, innermost last.
    written: Vec<Binding<'a>>,
    /// Namespace nodes and attributes of the element at hand; kept to spare allocations.
    bindings: Vec<Binding<'a>>,
    attributes: Vec<AttributeNode<'a>>,
}

impl<'a, 'input, 'm> Walk<'a, 'input, 'm> {
    fn new(apex: Node<'a, 'input>, method: &'m Canonicalization) -> Self {
        let length = apex.range().len();
        Self {
            out: Vec::with_capacity(length + length / 16),
            method,
            apex,
            source: apex.document().input_text(),
            root_seen: false,
            open: Vec::new(),
            written: Vec::new(),
            bindings: Vec::new(),
            attributes: Vec::new(),
        }
    }

    fn run(&mut self, omitted: Option<Node<'a, 'input>>) {
        let mut nodes = self.apex.descendants();
        while let Some(node) = nodes.next() {
            self.close_until(node.parent());
            self.root_seen |= node.is_element();
            if omitted == Some(node) {
                // Its descendants follow it in document order.
                let below = node.descendants().len().saturating_sub(1);
                if let Some(last) = below.checked_sub(1) {
                    nodes.nth(last);
                }
                continue;
            }
            match node.node_type() {
                roxmltree::NodeType::Root => {}
                roxmltree::NodeType::Element => self.start(node),
                roxmltree::NodeType::Text => push_text(&mut self.out, node.text().unwrap_or_default()),
                roxmltree::NodeType::PI => self.processing_instruction(node),
                roxmltree::NodeType::Comment => self.comment(node),
            }
        }
        self.close_until(None);
    }

    /// Writes the end tags of all open elements that are not `parent`.
    fn close_until(&mut self, parent: Option<Node<'a, 'input>>) {
        while let Some(last) = self.open.pop_if(|last| parent.is_none_or(|parent| parent.id() != last.element.id())) {
            self.out.extend_from_slice(b"</");
            self.out.extend_from_slice(last.name.as_str().as_bytes());
            self.out.push(b'>');
            self.written.truncate(last.written);
        }
    }

    fn start(&mut self, element: Node<'a, 'input>) {
        let name = QName::of_element(element);
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_str().as_bytes());
        self.open.push(Open { element, name, written: self.written.len() });
        self.collect_attributes(element);
        match self.method.form {
            Form::Exclusive10 => self.collect_exclusive(element, name),
            Form::Inclusive10 | Form::Inclusive11 => self.collect_inclusive(element),
        }
        self.write_namespaces();
        self.write_attributes();
        self.out.push(b'>');
    }

    fn collect_attributes(&mut self, element: Node<'a, 'input>) {
        for attribute in element.attributes() {
            self.attributes.push(AttributeNode {
                namespace: attribute.namespace(),
                local: attribute.name(),
                name: QName::of_attribute(&attribute, self.source).as_str(),
                value: Cow::Borrowed(attribute.value()),
            });
        }
        if element == self.apex {
            inherited::add(self.method.form, element, &mut self.attributes);
        }
    }

    /// Canonical XML 1.0 and 1.1, 2.3: every namespace node in scope that the nearest written ancestor lacks.
    fn collect_inclusive(&mut self, element: Node<'a, 'input>) {
        if self.adds_nothing_to_parent(element) {
            return;
        }
        for binding in in_scope(element) {
            self.add_unless_written(binding);
        }
    }

    /// Whether the parent was written and has the same namespace nodes: what Canonical XML would write, it wrote.
    fn adds_nothing_to_parent(&self, element: Node<'a, 'input>) -> bool {
        self.open.len() > 1 && same_namespaces_as_parent(element)
    }

    /// Exclusive XML Canonicalization 1.0, 3: only prefixes that the element or its attributes use, and those of the
    /// PrefixList as Canonical XML would write them.
    fn collect_exclusive(&mut self, element: Node<'a, 'input>, name: QName<'input>) {
        self.add_unless_written((name.prefix(), element.tag_name().namespace().unwrap_or_default()));
        for attribute in element.attributes() {
            if let Some(namespace) = attribute.namespace() {
                let prefix = QName::of_attribute(&attribute, self.source).prefix();
                self.add_unless_written((prefix, namespace));
            }
        }
        if !self.method.inclusive_prefixes.is_empty() && !self.adds_nothing_to_parent(element) {
            for (prefix, namespace) in in_scope(element) {
                let token = prefix.unwrap_or("#default");
                if self.method.inclusive_prefixes.iter().any(|listed| listed == token) {
                    self.add_unless_written((prefix, namespace));
                }
            }
        }
    }

    fn add_unless_written(&mut self, binding: Binding<'a>) {
        let (prefix, namespace) = binding;
        let above = self.written.iter().rev().find(|(written, _)| *written == prefix).map(|(_, namespace)| *namespace);
        let known = match above {
            Some(above) => above == namespace,
            // An undeclared default namespace is written only to end one that was written.
            None => namespace.is_empty(),
        };
        if !known && prefix != Some("xml") && !self.bindings.contains(&binding) {
            self.bindings.push(binding);
        }
    }

    /// The default namespace first, then by prefix.
    fn write_namespaces(&mut self) {
        self.bindings.sort_unstable();
        for (prefix, namespace) in self.bindings.drain(..) {
            self.out.extend_from_slice(b" xmlns");
            if let Some(prefix) = prefix {
                self.out.push(b':');
                self.out.extend_from_slice(prefix.as_bytes());
            }
            self.out.extend_from_slice(b"=\"");
            push_attribute(&mut self.out, namespace);
            self.out.push(b'"');
            self.written.push((prefix, namespace));
        }
    }

    /// By namespace name, then local name; attributes without a namespace first.
    fn write_attributes(&mut self) {
        if self.attributes.len() > 1 {
            self.attributes.sort_unstable_by(|a, b| (a.namespace, a.local).cmp(&(b.namespace, b.local)));
        }
        for attribute in self.attributes.drain(..) {
            self.out.push(b' ');
            self.out.extend_from_slice(attribute.name.as_bytes());
            self.out.extend_from_slice(b"=\"");
            push_attribute(&mut self.out, &attribute.value);
            self.out.push(b'"');
        }
    }

    fn processing_instruction(&mut self, node: Node<'a, 'input>) {
        let Some(instruction) = node.pi() else { return };
        self.outside_root(node, |out| {
            out.extend_from_slice(b"<?");
            out.extend_from_slice(instruction.target.as_bytes());
            if let Some(data) = instruction.value {
                out.push(b' ');
                push_unescaped(out, data);
            }
            out.extend_from_slice(b"?>");
        });
    }

    fn comment(&mut self, node: Node<'a, 'input>) {
        if self.method.comments {
            self.outside_root(node, |out| {
                out.extend_from_slice(b"<!--");
                push_unescaped(out, node.text().unwrap_or_default());
                out.extend_from_slice(b"-->");
            });
        }
    }

    /// A line feed parts what stands outside the root element from it.
    fn outside_root(&mut self, node: Node<'a, 'input>, write: impl FnOnce(&mut Vec<u8>)) {
        let at_top = node.parent().is_some_and(|parent| parent.is_root()) && self.apex.is_root();
        if at_top && self.root_seen {
            self.out.push(b'\n');
        }
        write(&mut self.out);
        if at_top && !self.root_seen {
            self.out.push(b'\n');
        }
    }
}

/// The namespace nodes of an element, the default namespace among them only where it is declared.
fn in_scope<'a>(element: Node<'a, '_>) -> impl Iterator<Item = Binding<'a>> {
    element
        .namespaces()
        .map(|namespace| (namespace.name(), namespace.uri()))
        .filter(|(prefix, _)| *prefix != Some("xml"))
}

#[cfg(test)]
mod tests;
