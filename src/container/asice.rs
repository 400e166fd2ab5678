//! ASiC-E and ASiC-S: which entries are documents, which are signatures (rules C1 to C14 of `docs/policy.md`).

use std::collections::HashMap;

use super::archive::{self, Archive, ContentError, Entry};
use super::recognise::{self, Kind};
use super::{ContainerError, ContainerFinding, Format, Opened, Source, manifest, mimetype};
use crate::crypto::DigestAlgorithm;
use crate::limits;

/// A container whose archive is sound.
pub struct Container<'s> {
    /// What kind: [`Format::AsicE`], [`Format::AsicS`] or [`Format::AsicUnsigned`].
    pub format: Format,
    /// Content of the `mimetype` entry, trimmed.
    pub media_type: Option<String>,
    /// Files outside META-INF, in archive order.
    pub documents: Vec<Document>,
    /// Files under META-INF that hold XAdES signatures, in name order.
    pub signature_files: Vec<SignatureFile>,
    /// Facts that do not stop reading and that a reader should know.
    pub findings: Vec<ContainerFinding>,
    /// Breaches of the container format for which every signature is to fail with FORMAT_FAILURE.
    pub format_faults: Vec<ContainerFinding>,
    /// The program that made the file, by its own word in a comment: `EDOC/2.0; LIB/2.10.1`. A hint, never proof.
    pub producer: Option<String>,
    /// The archive all of it is read from.
    pub(super) archive: Archive<'s>,
}

/// A file outside META-INF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name in the archive.
    pub name: String,
    /// Expanded size in bytes.
    pub size: u64,
    /// Media type by the manifest, which nobody signed.
    pub media_type: Option<String>,
    /// Which entry of the archive.
    pub(super) entry: usize,
}

/// A file under META-INF that holds signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureFile {
    /// Its name in the archive.
    pub name: String,
    /// Expanded size in bytes.
    pub size: u64,
    /// Which entry of the archive.
    pub(super) entry: usize,
}

/// Recognises and opens a file.
///
/// 1. An empty file and everything that does not begin like a ZIP archive is told apart by its first and last bytes.
/// 2. The archive's directory is read strictly; two possible readings refuse it.
/// 3. Media type and names under META-INF tell what kind of archive it is.
/// 4. In a container, documents and signature files are listed and compared with the manifest.
///
/// # Errors
/// [`ContainerError`] where reading failed or a limit was reached; anything wrong with the file is in [`Opened`].
pub fn open(source: &dyn Source) -> Result<Opened<'_>, ContainerError> {
    match recognise::by_octets(source)? {
        Kind::Archive => {}
        Kind::Known(format) => return Ok(Opened::Recognised(format)),
    }
    match open_archive(source) {
        Ok(opened) => Ok(opened),
        Err(ContentError::Refused(fault)) => Ok(Opened::Refused(fault)),
        Err(ContentError::Container(error)) => Err(error),
    }
}

fn open_archive(source: &dyn Source) -> Result<Opened<'_>, ContentError> {
    let mut findings = Vec::new();
    let archive = Archive::open(source, &mut findings)?;
    let media_type = mimetype::read(&archive, &mut findings)?;
    let names = recognise::Names::of(&archive);
    let mut manifest_findings = Vec::new();
    let manifest = manifest::read(&archive, &mut manifest_findings)?;
    let package = manifest.as_ref().and_then(|manifest| manifest.package.as_deref());
    let format =
        recognise::by_content(media_type.as_deref(), mimetype::in_comment(&archive).as_deref(), package, &names);
    if !matches!(format, Format::AsicE | Format::AsicS | Format::AsicUnsigned) {
        return Ok(Opened::Recognised(format));
    }
    findings.append(&mut manifest_findings);
    if names.signatures.len() > limits::SIGNATURE_FILES {
        return Err(archive::limit("signature files in a container", limits::SIGNATURE_FILES).into());
    }
    signature_findings(&archive, &names, &mut findings);
    let document_names: Vec<&str> = names.documents.iter().filter_map(|index| name_of(&archive, *index)).collect();
    let media_types = match manifest {
        Some(manifest) => manifest.compare(&archive, media_type.as_deref(), &document_names, &mut findings),
        None => HashMap::new(),
    };
    if let Some(comment) = archive.comment.clone() {
        findings.push(ContainerFinding::ArchiveComment { comment });
    }
    let container = Container {
        format,
        documents: list(&archive, &names.documents, |entry, index| Document {
            name: entry.name.clone(),
            size: entry.size,
            media_type: media_types.get(&entry.name).filter(|value| !value.is_empty()).cloned(),
            entry: index,
        }),
        signature_files: signature_files(&archive, &names.signatures),
        findings,
        format_faults: format_faults(&archive, format, media_type.as_deref(), &document_names),
        media_type,
        producer: producer(&archive),
        archive,
    };
    Ok(Opened::Container(container))
}

impl Container<'_> {
    /// The document with exactly this name.
    #[must_use]
    pub fn document(&self, name: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.name == name)
    }

    /// The whole content of a signature file, at most [`crate::limits::SIGNATURE_FILE_BYTES`].
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn read_signature_file(&self, file: &SignatureFile) -> Result<Vec<u8>, ContentError> {
        self.archive.read(file.entry, limits::SIGNATURE_FILE_BYTES)
    }

    /// The whole content of a document, at most `limit` bytes.
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn read_document(&self, document: &Document, limit: u64) -> Result<Vec<u8>, ContentError> {
        self.archive.read(document.entry, limit)
    }

    /// Hands the whole content of a document to `sink`, block by block, without holding it. What `sink` was given before
    /// an error is not to be trusted.
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn expand_document(&self, document: &Document, sink: &mut dyn FnMut(&[u8])) -> Result<(), ContentError> {
        self.archive.pass(document.entry, sink)
    }

    /// As [`Container::expand_document`], for any entry by its exact name, those under META-INF included.
    ///
    /// # Errors
    /// [`ContentError`]; `NotFound` where no entry has that name.
    pub fn expand_entry(&self, name: &str, sink: &mut dyn FnMut(&[u8])) -> Result<(), ContentError> {
        self.archive.pass(self.entry_named(name)?, sink)
    }

    /// Digests of a document in the order of `algorithms`, in one pass, without holding it.
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn digest_document(
        &self,
        document: &Document,
        algorithms: &[DigestAlgorithm],
    ) -> Result<Vec<Vec<u8>>, ContentError> {
        self.archive.digest(document.entry, algorithms)
    }

    /// Digests of any entry by its exact name, those under META-INF included.
    ///
    /// # Errors
    /// [`ContentError`]; `NotFound` where no entry has that name.
    pub fn digest_entry(&self, name: &str, algorithms: &[DigestAlgorithm]) -> Result<Vec<Vec<u8>>, ContentError> {
        self.archive.digest(self.entry_named(name)?, algorithms)
    }

    fn entry_named(&self, name: &str) -> Result<usize, std::io::Error> {
        self.archive.find(name).ok_or(std::io::ErrorKind::NotFound).map_err(std::io::Error::from)
    }

    /// Expanded size in bytes of an entry by its exact name.
    #[must_use]
    pub fn entry_size(&self, name: &str) -> Option<u64> {
        self.archive.entries.get(self.archive.find(name)?).map(|entry| entry.size)
    }

    /// Reads every entry nobody asked for, so that sizes and checksums of the whole archive have been compared (Z7).
    ///
    /// # Errors
    /// [`ContentError`].
    pub fn check_remaining(&self) -> Result<(), ContentError> {
        (0..self.archive.entries.len()).try_for_each(|index| self.archive.check(index))
    }

    /// Entries under META-INF that are neither signatures nor the manifest (C13).
    #[must_use]
    pub fn other_entries(&self) -> Vec<String> {
        let names = recognise::Names::of(&self.archive);
        names.others.iter().filter_map(|index| name_of(&self.archive, *index)).map(str::to_owned).collect()
    }
}

fn name_of<'a>(archive: &'a Archive<'_>, index: usize) -> Option<&'a str> {
    archive.entries.get(index).map(|entry| entry.name.as_str())
}

fn list<T>(archive: &Archive<'_>, indices: &[usize], make: impl Fn(&Entry, usize) -> T) -> Vec<T> {
    indices.iter().filter_map(|index| archive.entries.get(*index).map(|entry| make(entry, *index))).collect()
}

fn signature_files(archive: &Archive<'_>, indices: &[usize]) -> Vec<SignatureFile> {
    let mut files = list(archive, indices, |entry, index| SignatureFile {
        name: entry.name.clone(),
        size: entry.size,
        entry: index,
    });
    files.sort_by(|first, second| first.name.cmp(&second.name));
    files
}

/// C7, C13 and equal signature files.
fn signature_findings(archive: &Archive<'_>, names: &recognise::Names, findings: &mut Vec<ContainerFinding>) {
    let mut seen: HashMap<(u32, u64), &str> = HashMap::new();
    for entry in names.signatures.iter().filter_map(|index| archive.entries.get(*index)) {
        if !recognise::conformant_signature_name(&entry.name) {
            findings.push(ContainerFinding::SignatureFileName { name: entry.name.clone() });
        }
        // Checksum and size are compared with the content when it is read.
        match seen.get(&(entry.checksum, entry.size)) {
            Some(first) => findings
                .push(ContainerFinding::SignatureFileTwice { first: (*first).to_owned(), second: entry.name.clone() }),
            None => {
                seen.insert((entry.checksum, entry.size), &entry.name);
            }
        }
    }
    for name in names.other_evidence().filter_map(|index| name_of(archive, index)) {
        findings.push(ContainerFinding::OtherEvidence { name: name.to_owned() });
    }
}

fn format_faults(
    archive: &Archive<'_>,
    format: Format,
    media_type: Option<&str>,
    documents: &[&str],
) -> Vec<ContainerFinding> {
    let mut faults = Vec::new();
    faults.extend(mimetype::twice(archive));
    if documents.is_empty() {
        faults.push(ContainerFinding::NoDocument);
    } else if format == Format::AsicS {
        let root: Vec<String> = documents.iter().filter(|name| !name.contains('/')).map(|&name| name.into()).collect();
        if root.len() != 1 {
            faults.push(ContainerFinding::NotOneDocument { names: root });
        }
    }
    // ASiC-S may carry the media type of its document; in ASiC-E any other one is false.
    let foreign = media_type.filter(|value| *value != mimetype::ASIC_E && *value != mimetype::ASIC_S);
    if let Some(value) = foreign.filter(|_| format != Format::AsicS) {
        faults.push(ContainerFinding::ForeignMediaType {
            value: value.chars().take(limits::COMMENT_CHARACTERS).collect(),
        });
    }
    faults
}

/// The Latvian library comments the manifest, others comment every entry or the archive.
fn producer(archive: &Archive<'_>) -> Option<String> {
    let comments = archive.entries.iter().filter_map(|entry| entry.comment.as_deref());
    let whole = archive.comment.as_deref();
    let mut candidates = manifest::comment(archive).into_iter().chain(comments).chain(whole);
    candidates.find(|comment| !comment.starts_with("mimetype")).map(str::to_owned)
}
