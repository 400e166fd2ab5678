//! A small XML tree that can be written as a document and, independently of the library, in canonical form.

use std::fmt::Write as _;

/// Bindings of prefix to namespace; the empty prefix is the default namespace.
pub type Bindings = Vec<(String, String)>;

/// An element with its own declarations and attributes in the order a document shows them.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Qualified name, such as `ds:Reference`.
    pub name: String,
    pub declares: Bindings,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// Element or text.
#[derive(Clone, Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Canonical forms the forge writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canonical {
    /// Canonical XML 1.0. Equal to 1.1 here: the forge inherits no `xml:` attributes.
    Inclusive10,
    Inclusive11,
    Exclusive,
}

impl Canonical {
    /// The URI of XML signatures.
    pub fn uri(self) -> &'static str {
        match self {
            Self::Inclusive10 => "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            Self::Inclusive11 => "http://www.w3.org/2006/12/xml-c14n11",
            Self::Exclusive => "http://www.w3.org/2001/10/xml-exc-c14n#",
        }
    }
}

impl Element {
    /// An empty element.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The same declaring a prefix.
    pub fn declaring(mut self, prefix: &str, namespace: &str) -> Self {
        self.declares.push((prefix.to_owned(), namespace.to_owned()));
        self
    }

    /// The same with one more attribute.
    pub fn attribute(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Every element of this name at or below this one, to be changed.
    pub fn descendants_mut(&mut self, name: &str) -> Vec<&mut Self> {
        if self.name == name {
            return vec![self];
        }
        let elements = self.children.iter_mut().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        elements.flat_map(|element| element.descendants_mut(name)).collect()
    }

    /// The same with text.
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(text.to_owned()));
        self
    }

    /// The same with one more child.
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The same with more children.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// The same with a line feed before every child and after the last.
    pub fn in_lines(mut self) -> Self {
        let mut spaced = Vec::new();
        for child in std::mem::take(&mut self.children) {
            spaced.extend([Node::Text("\n".to_owned()), child]);
        }
        spaced.push(Node::Text("\n".to_owned()));
        self.children = spaced;
        self
    }

    /// The same with every child that is not text on a line of its own, four spaces deeper.
    pub fn indented(mut self, depth: usize) -> Self {
        if self.children.iter().any(|child| matches!(child, Node::Text(_))) || self.children.is_empty() {
            return self;
        }
        let mut spaced = Vec::new();
        for child in std::mem::take(&mut self.children) {
            let Node::Element(child) = child else { continue };
            let line = format!("\n{}", "    ".repeat(depth + 1));
            spaced.extend([Node::Text(line), Node::Element(child.indented(depth + 1))]);
        }
        spaced.push(Node::Text(format!("\n{}", "    ".repeat(depth))));
        self.children = spaced;
        self
    }

    /// As a document would show it: empty elements short, carriage returns as character references.
    pub fn document(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let _ = write!(out, "<{}", self.name);
        for (prefix, namespace) in &self.declares {
            let _ = write!(out, " {}=\"{}\"", declaration(prefix), escape_attribute(namespace));
        }
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escape_attribute(value));
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape_text(text).replace("&#xD;", "&#13;")),
            }
        }
        let _ = write!(out, "</{}>", self.name);
    }

    /// Canonical form of this element where `inherited` bindings hold around it.
    pub fn canonical(&self, form: Canonical, inherited: &[(String, String)]) -> Vec<u8> {
        let mut out = String::new();
        self.write_canonical(form, &inherited.to_vec(), &Vec::new(), &mut out);
        out.into_bytes()
    }

    fn write_canonical(&self, form: Canonical, around: &Bindings, shown: &Bindings, out: &mut String) {
        let mut scope = around.clone();
        for (prefix, namespace) in &self.declares {
            bind(&mut scope, prefix, namespace);
        }
        let wanted: Vec<String> = match form {
            Canonical::Inclusive10 | Canonical::Inclusive11 => {
                let mut all: Vec<String> = scope.iter().map(|(prefix, _)| prefix.clone()).collect();
                all.sort();
                all
            }
            Canonical::Exclusive => self.used_prefixes(),
        };
        let mut shown = shown.clone();
        let _ = write!(out, "<{}", self.name);
        for prefix in wanted {
            let namespace = lookup(&scope, &prefix);
            if namespace != lookup(&shown, &prefix) {
                let _ = write!(out, " {}=\"{}\"", declaration(&prefix), escape_attribute(namespace));
                bind(&mut shown, &prefix, namespace);
            }
        }
        let mut attributes = self.attributes.clone();
        attributes.sort_by_key(|(name, _)| sort_key(name, &scope));
        for (name, value) in attributes {
            let _ = write!(out, " {name}=\"{}\"", escape_attribute(&value));
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write_canonical(form, &scope, &shown, out),
                Node::Text(text) => out.push_str(&escape_text(text)),
            }
        }
        let _ = write!(out, "</{}>", self.name);
    }

    fn used_prefixes(&self) -> Vec<String> {
        let own = std::iter::once(prefix_of(&self.name).to_owned());
        let attributes = self.attributes.iter().map(|(name, _)| prefix_of(name).to_owned());
        let mut all: Vec<String> =
            own.chain(attributes.filter(|prefix| !prefix.is_empty() && prefix != "xml")).collect();
        all.sort();
        all.dedup();
        all
    }
}

fn prefix_of(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

fn sort_key(name: &str, scope: &Bindings) -> (String, String) {
    match name.split_once(':') {
        None => (String::new(), name.to_owned()),
        Some(("xml", local)) => ("http://www.w3.org/XML/1998/namespace".to_owned(), local.to_owned()),
        Some((prefix, local)) => (lookup(scope, prefix).to_owned(), local.to_owned()),
    }
}

fn declaration(prefix: &str) -> String {
    if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") }
}

fn bind(bindings: &mut Bindings, prefix: &str, namespace: &str) {
    bindings.retain(|(bound, _)| bound != prefix);
    bindings.push((prefix.to_owned(), namespace.to_owned()));
}

fn lookup<'a>(bindings: &'a Bindings, prefix: &str) -> &'a str {
    bindings.iter().find(|(bound, _)| bound == prefix).map_or("", |(_, namespace)| namespace)
}

fn escape_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#xD;")
}

fn escape_attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
        .replace('\t', "&#x9;")
        .replace('\n', "&#xA;")
        .replace('\r', "&#xD;")
}
