//! Puts documents, manifest and signatures into one ASiC-E container (ETSI EN 319 162-1).

use super::time::Instant;
use super::xades::{Dialect, Document, Signing};
use super::xml::Element;
use super::zip::{Archive, Entry};

/// The media type of ASiC-E.
pub const MEDIA_TYPE: &str = "application/vnd.etsi.asic-e+zip";
const MANIFEST: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

/// What a container will hold.
#[derive(Clone)]
pub struct Container {
    pub dialect: Dialect,
    /// What the signatures cover.
    pub documents: Vec<Document>,
    /// Files beside the covered ones.
    pub uncovered: Vec<Document>,
    pub signings: Vec<Signing>,
    pub modified: Instant,
    /// Another manifest than the right one.
    pub manifest: Option<String>,
}

impl Container {
    /// A container with one signature over all its documents.
    pub fn signed(documents: Vec<Document>, signing: &Signing) -> Self {
        let modified = signing.stamp_time.plus(2);
        Self {
            dialect: signing.dialect,
            documents,
            uncovered: Vec::new(),
            signings: vec![signing.clone()],
            modified,
            manifest: None,
        }
    }

    /// The archive, still open to forging.
    pub fn archive(&self) -> Archive {
        let mut entries = vec![Entry::stored("mimetype", MEDIA_TYPE.as_bytes())];
        let files = self.documents.iter().chain(&self.uncovered);
        entries.extend(files.map(|document| Entry::deflated(&document.name, &document.data)));
        for signing in &self.signings {
            let file = signing.sign(&self.documents);
            entries.push(Entry::deflated(&file.path, file.xml.as_bytes()));
        }
        let manifest = self.manifest.clone().unwrap_or_else(|| self.honest_manifest());
        let manifest = Entry::deflated("META-INF/manifest.xml", manifest.as_bytes());
        entries.push(match self.dialect {
            Dialect::Lvrtc => manifest.commented("EDOC/2.0; LIB/2.10.1"),
            Dialect::Dss => manifest,
        });
        Archive::new(entries, self.modified)
    }

    /// The bytes of the container.
    pub fn bytes(&self) -> Vec<u8> {
        self.archive().bytes()
    }

    fn honest_manifest(&self) -> String {
        let entry = |path: &str, media_type: &str| {
            Element::new("manifest:file-entry")
                .attribute("manifest:full-path", path)
                .attribute("manifest:media-type", media_type)
        };
        let files = self.documents.iter().chain(&self.uncovered);
        let root = Element::new("manifest:manifest")
            .declaring("manifest", MANIFEST)
            .attribute("manifest:version", "1.2")
            .child(entry("/", MEDIA_TYPE))
            .children(files.map(|document| entry(&document.name, &document.media_type)));
        let text = root.document();
        let text = match self.dialect {
            Dialect::Lvrtc => text
                .replace("<manifest:file-entry", "\n    <manifest:file-entry")
                .replace("</manifest:manifest>", "\n</manifest:manifest>\n"),
            Dialect::Dss => text,
        };
        let line_end = if self.dialect == Dialect::Lvrtc { "\n" } else { "" };
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>{line_end}{text}")
    }
}
