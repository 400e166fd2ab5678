//! Certificates of issuers that were fetched, kept for the next run: `<SHA-256>.der`, each whole or not there.
//!
//! They are for building paths and trusted for nothing: whoever can write here could as well put them into a file.

use std::io;
use std::path::{Path, PathBuf};

use super::setting::read_file;
use crate::crypto::Sha256;
use crate::pki::Certificate;
use crate::{files, limits};

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
            match read(&path) {
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
        let name = format!("{}.{EXTENSION}", certificate.sha256);
        let path = self.folder.join(&name);
        if read(&path).is_some() {
            return Ok(());
        }
        if !path.exists() && self.files().len() >= limits::KEPT_CERTIFICATES {
            return Ok(());
        }
        files::write_whole(&self.folder, &name, &[&certificate.der])
    }

    fn files(&self) -> Vec<PathBuf> {
        files::with_extensions(&self.folder, &[EXTENSION], limits::KEPT_CERTIFICATES)
    }
}

/// A certificate whose octets have the digest that its file is named by.
fn read(path: &Path) -> Option<Certificate> {
    Certificate::parse(&read_named(path, limits::KEPT_CERTIFICATE_BYTES)?).ok()
}

/// Octets that have the digest by which their file is named.
pub(super) fn read_named(path: &Path, limit: usize) -> Option<Vec<u8>> {
    let octets = read_file(path, limit).ok()?;
    (path.file_stem()?.to_str()? == Sha256::of(&octets).to_string()).then_some(octets)
}
