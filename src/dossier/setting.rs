//! What files are judged with: lists, recognised issuers, rules and the time.

use std::borrow::Cow;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use serde::Deserialize;

use super::Unexamined;
use crate::Timestamp;
use crate::exam::{RecognisedIssuer, shipped_issuers};
use crate::limits;
use crate::trust::{TrustStore, read_list, snapshot};
use crate::validation::Policy;

/// What files are judged with.
#[derive(Clone, Debug)]
pub struct Setting {
    trust: Cow<'static, TrustStore>,
    issuers: Vec<RecognisedIssuer>,
    policy: Policy,
    at: Timestamp,
}

/// A file of the setting cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// The file itself cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unexamined),
    /// It is not a trusted list.
    #[error("not a trusted list: {detail}")]
    TrustedList {
        /// What is wrong.
        detail: String,
    },
    /// It is not a list of issuers.
    #[error("not a list of issuers: {detail}")]
    Issuers {
        /// What is wrong.
        detail: String,
    },
    /// The rules built into the program cannot be read.
    #[error("the policy cannot be read: {detail}")]
    Policy {
        /// What is wrong.
        detail: String,
    },
}

/// A file of recognised issuers: `[[issuer]]` with the fields of [`RecognisedIssuer`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IssuersFile {
    issuer: Vec<RecognisedIssuer>,
}

impl Setting {
    /// The lists and issuers built into the program, the default rules, and a time to judge for.
    ///
    /// # Errors
    /// [`SettingError::Policy`], in no program that was built from this repository.
    pub fn shipped(at: Timestamp) -> Result<Self, SettingError> {
        let policy = Policy::zimogs_1().map_err(|error| SettingError::Policy { detail: error.detail })?;
        Ok(Self { trust: Cow::Borrowed(snapshot()), issuers: shipped_issuers(), policy, at })
    }

    /// Adds a trusted list that the user vouches for.
    ///
    /// # Errors
    /// [`SettingError`] where the file cannot be read or is no trusted list.
    pub fn add_trusted_list(&mut self, path: &Path) -> Result<(), SettingError> {
        let bytes = read(path, limits::TRUSTED_LIST_BYTES)?;
        let (list, services) = read_list(&bytes).map_err(|fault| SettingError::TrustedList { detail: fault.detail })?;
        self.trust.to_mut().add(list, services);
        Ok(())
    }

    /// Adds the issuers of a TOML file to those whose exam certificates count.
    ///
    /// # Errors
    /// [`SettingError`] where the file cannot be read or is no list of issuers.
    pub fn add_issuers(&mut self, path: &Path) -> Result<(), SettingError> {
        let refused = |detail: String| SettingError::Issuers { detail };
        let bytes = read(path, limits::ISSUERS_FILE_BYTES)?;
        let text = String::from_utf8(bytes).map_err(|_| refused("not UTF-8".to_owned()))?;
        let file: IssuersFile = toml::from_str(&text).map_err(|error| refused(error.message().to_owned()))?;
        self.issuers.extend(file.issuer);
        Ok(())
    }

    /// The trusted lists.
    #[must_use]
    pub fn trust(&self) -> &TrustStore {
        &self.trust
    }

    /// Whose exam certificates count.
    #[must_use]
    pub fn issuers(&self) -> &[RecognisedIssuer] {
        &self.issuers
    }

    /// The rules.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The time to judge for.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }
}

/// A whole file of at most `limit` bytes. A device or a pipe is never opened.
fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Unexamined> {
    let failed = |error: std::io::Error| Unexamined::from(&error);
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(Unexamined::Folder);
    }
    if !metadata.is_file() {
        return Err(Unexamined::NotAFile);
    }
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    fs::File::open(path).map_err(failed)?.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > limit {
        return Err(Unexamined::Limit { limit: format!("{limit} B") });
    }
    Ok(bytes)
}
