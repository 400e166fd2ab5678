//! The invented exams of the samples, and the documents that tell of them: PDF, DOCX, HTML and plain text.

use super::time::Instant;
use super::xades::Document;
use super::xml::Element;
use super::zip::{Archive, Entry};

/// A visibly invented student.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub name: &'static str,
    pub code: &'static str,
    pub school: &'static str,
}

pub const ANNA: Person = Person { name: "Anna PARAUGA", code: "320000-00001", school: "PARAUGA vidusskola (SAMPLE)" };
pub const JANIS: Person =
    Person { name: "Jānis PARAUDZIŅŠ", code: "320000-00002", school: "PARAUGA Valsts ģimnāzija (SAMPLE)" };
pub const LIGA: Person =
    Person { name: "Līga PARAUGKALNE", code: "320000-00003", school: "PARAUGA vidusskola (SAMPLE)" };

/// What one certificate says.
#[derive(Clone, Debug)]
pub struct Exam {
    pub person: Person,
    pub number: &'static str,
    pub subject: &'static str,
    pub level: &'static str,
    pub year: &'static str,
    pub exam_date: &'static str,
    pub overall: &'static str,
    pub parts: &'static [(&'static str, &'static str)],
    pub issue_date: &'static str,
}

/// File type of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Pdf,
    Docx,
    Html,
    Text,
}

const TITLE: &str = "CENTRALIZĒTĀ EKSĀMENA SERTIFIKĀTS";
const MARK: &str = "PARAUGS / SAMPLE: izdomāts dokuments";

impl Exam {
    /// The certificate as a file of a container; the name without its ending.
    pub fn document(&self, name: &str, form: Form) -> Document {
        match form {
            Form::Pdf => Document::new(&format!("{name}.pdf"), "application/pdf", super::pdf::exam_certificate(self)),
            Form::Text => Document::new(&format!("{name}.txt"), "text/plain", self.text()),
            Form::Docx => Document::new(
                &format!("{name}.docx"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                self.docx(),
            ),
            Form::Html => Document::new(&format!("{name}.html"), "text/html", self.html()),
        }
    }

    /// Label and value of every line.
    fn lines(&self) -> Vec<(&'static str, &'static str)> {
        let mut lines = vec![
            ("Sertifikāta numurs", self.number),
            ("Vārds, uzvārds", self.person.name),
            ("Personas kods", self.person.code),
            ("Izglītības iestāde", self.person.school),
            ("Mācību priekšmets", self.subject),
            ("Mācību satura apguves līmenis", self.level),
            ("Mācību gads", self.year),
            ("Eksāmena datums", self.exam_date),
            ("Kopējais vērtējums", self.overall),
        ];
        lines.extend_from_slice(self.parts);
        lines.push(("Izdevējs", super::pki::EXAM_CENTRE));
        lines.push(("Izdošanas datums", self.issue_date));
        lines
    }

    fn text(&self) -> String {
        let lines: String = self.lines().iter().map(|(label, value)| format!("{label}: {value}\r\n")).collect();
        format!("{TITLE}\r\n{MARK}\r\n\r\n{lines}")
    }

    fn html(&self) -> String {
        let rows = self.lines().into_iter().map(|(label, value)| {
            Element::new("tr").child(Element::new("th").text(label)).child(Element::new("td").text(value))
        });
        let head = Element::new("head")
            .child(Element::new("meta").attribute("charset", "utf-8"))
            .child(Element::new("title").text("Sertifikāts (PARAUGS)"));
        let body = Element::new("body")
            .child(Element::new("h1").text(TITLE))
            .child(Element::new("p").text(MARK))
            .child(Element::new("table").children(rows));
        let page = Element::new("html").attribute("lang", "lv").child(head).child(body).indented(0);
        format!(
            "<!DOCTYPE html>\n{}\n",
            page.document().replace("<meta charset=\"utf-8\"/>", "<meta charset=\"utf-8\">")
        )
    }

    fn docx(&self) -> Vec<u8> {
        const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let paragraph =
            |text: &str| Element::new("w:p").child(Element::new("w:r").child(Element::new("w:t").text(text)));
        let rows = self.lines().into_iter().map(|(label, value)| {
            let cell = |text: &str| Element::new("w:tc").child(paragraph(text));
            Element::new("w:tr").child(cell(label)).child(cell(value))
        });
        let body = Element::new("w:body")
            .child(paragraph(TITLE))
            .child(paragraph(MARK))
            .child(Element::new("w:tbl").children(rows))
            .child(paragraph(""));
        let document = Element::new("w:document").declaring("w", WORDS).child(body);
        let content_type = |name: &str, key: &str, value: &str, kind: &str| {
            Element::new(name).attribute(key, value).attribute("ContentType", kind)
        };
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        let types = Element::new("Types")
            .declaring("", &format!("{PACKAGE}/content-types"))
            .child(content_type("Default", "Extension", "xml", "application/xml"))
            .child(content_type(
                "Default",
                "Extension",
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            ))
            .child(content_type("Override", "PartName", "/word/document.xml", main));
        let relation = Element::new("Relationship")
            .attribute("Id", "rId1")
            .attribute("Type", &format!("{OFFICE}/officeDocument"))
            .attribute("Target", "word/document.xml");
        let relations =
            Element::new("Relationships").declaring("", &format!("{PACKAGE}/relationships")).child(relation);
        let part = |name: &str, root: &Element| {
            let xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{}", root.document());
            Entry::deflated(name, xml.as_bytes())
        };
        let parts = vec![
            part("[Content_Types].xml", &types),
            part("_rels/.rels", &relations),
            part("word/document.xml", &document),
        ];
        Archive::new(parts, Instant::of("2024-01-01T00:00:00Z")).bytes()
    }
}
