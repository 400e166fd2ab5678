//! Certificates of issuers that were fetched, kept for the next run: `<SHA-256>.der`, each whole or not there.
//!
//! They are for building paths and trusted for nothing: whoever can write here could as well put them into a file.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::setting::read_file;
use crate::crypto::Sha256;
use crate::limits;
use crate::pki::Certificate;

/// The folder's layout; another layout would stand beside it.
const LAYOUT: &str = "certificates-1";
const EXTENSION: &str = "der";

/// A folder of certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFolder {
    folder: PathBuf,
}

/// What such a folder holds.
#[derive(Clone, Debug, Default)]
pub struct HeldCertificates {
    /// The certificates, by name of their files.
    pub certificates: Vec<Certificate>,
    /// Names of files that are damaged, or are not what their name says: they are not used.
    pub damaged: Vec<String>,
}

impl CertificateFolder {
    /// The certificates below `folder`, which need not exist.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self { folder: folder.join(LAYOUT) }
    }

    /// Where the certificates are.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Reads every certificate. A folder that is not there holds none.
    #[must_use]
    pub fn load(&self) -> HeldCertificates {
        let mut held = HeldCertificates::default();
        for path in self.files() {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            match read(&path, &name) {
                Some(certificate) => held.certificates.push(certificate),
                None => held.damaged.push(format!("{LAYOUT}/{name}.{EXTENSION}")),
            }
        }
        held
    }

    /// Keeps a certificate, unless the folder is full. One that is there already is written again only where it is damaged.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn keep(&self, certificate: &Certificate) -> io::Result<()> {
        let name = certificate.sha256.to_string();
        let path = self.folder.join(format!("{name}.{EXTENSION}"));
        if read(&path, &name).is_some() {
            return Ok(());
        }
        if !path.exists() && self.files().len() >= limits::KEPT_CERTIFICATES {
            return Ok(());
        }
        write_whole(&self.folder, &format!("{name}.{EXTENSION}"), &certificate.der)
    }

    fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let paths = paths.filter(|path| path.extension().is_some_and(|found| found == EXTENSION));
        let mut paths: Vec<_> = paths.take(limits::KEPT_CERTIFICATES).collect();
        paths.sort();
        paths
    }
}

/// Writes a file beside its place and moves it there, so that it is whole or not there.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn write_whole(folder: &Path, name: &str, octets: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Its own for each program: two at once must not write into one file.
    let beside = folder.join(format!("{name}.{}.new", std::process::id()));
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(octets)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&beside, folder.join(name)));
    if moved.is_err() {
        // Nothing to do where even this fails: nobody reads files of this name.
        let _ = fs::remove_file(&beside);
    }
    moved
}

/// A certificate whose octets have the digest that its file is named by.
fn read(path: &Path, name: &str) -> Option<Certificate> {
    let octets = read_file(path, limits::KEPT_CERTIFICATE_BYTES).ok()?;
    let right = Sha256::of(&octets).to_string() == name;
    Certificate::parse(&octets).ok().filter(|_| right)
}
