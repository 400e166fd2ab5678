//! Where this program keeps what the reader asked it to keep: fetched lists, recognised issuers.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::setting::{SettingError, read_file};
use super::{AnswerFolder, CertificateFolder};
use crate::exam::{RecognisedIssuer, read_issuers, write_issuers};
use crate::trust::ListFolder;
use crate::{files, limits};

/// Names another folder than the system's.
const VARIABLE: &str = "EDOC_DATA";
const ISSUERS: &str = "issuers.toml";

/// A folder of the reader's own for data of programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    folder: PathBuf,
}

impl Places {
    /// The folder named by `EDOC_DATA`, else the system's; `None` where neither is known. Nothing is made yet.
    #[must_use]
    pub fn of_system() -> Option<Self> {
        if let Some(named) = std::env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
            return Some(Self::at(Path::new(&named)));
        }
        let system = etcetera::base_strategy::choose_native_strategy().ok()?;
        Some(Self { folder: system.data_dir().join("zimogs") })
    }

    /// Such a folder at a path.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Trusted lists that were fetched or imported.
    #[must_use]
    pub fn lists(&self) -> ListFolder {
        ListFolder::below(&self.folder)
    }

    /// Certificates of issuers that were fetched.
    #[must_use]
    pub fn certificates(&self) -> CertificateFolder {
        CertificateFolder::below(&self.folder)
    }

    /// Answers about revocation that were fetched.
    #[must_use]
    pub fn answers(&self) -> AnswerFolder {
        AnswerFolder::below(&self.folder)
    }

    /// The file of issuers that the reader recognises beside those the program ships.
    #[must_use]
    pub fn issuers_file(&self) -> PathBuf {
        self.folder.join(ISSUERS)
    }

    /// Issuers that the reader recognises; none where there is no file.
    ///
    /// # Errors
    /// [`SettingError`] where the file cannot be read or is no list of issuers.
    pub fn issuers(&self) -> Result<Vec<RecognisedIssuer>, SettingError> {
        let path = self.issuers_file();
        if !path.exists() {
            return Ok(Vec::new());
        }
        let refused = |detail: String| SettingError::Issuers { detail };
        let bytes = read_file(&path, limits::ISSUERS_FILE_BYTES)?;
        let text = String::from_utf8(bytes).map_err(|_| refused("not UTF-8".to_owned()))?;
        read_issuers(&text).map_err(|fault| refused(fault.detail))
    }

    /// Keeps these issuers in the place of those there; written beside the file and moved there.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn keep_issuers(&self, issuers: &[RecognisedIssuer]) -> io::Result<()> {
        let text = write_issuers(issuers).map_err(io::Error::other)?;
        files::write_whole(&self.folder, ISSUERS, &[text.as_bytes()])
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::exam::shipped_issuers;

    #[test]
    fn issuers_that_are_kept_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::at(&folder.path().join("below"));
        assert_eq!(places.issuers().unwrap(), []);
        places.keep_issuers(&shipped_issuers()).unwrap();
        assert_eq!(places.issuers().unwrap(), shipped_issuers());
        places.keep_issuers(&[]).unwrap();
        assert_eq!(places.issuers().unwrap(), []);
        std::fs::write(places.issuers_file(), "[[issuer]]\nshort_name = 1\n").unwrap();
        assert!(places.issuers().is_err());
    }
}
