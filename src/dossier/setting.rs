//! What files are judged with: lists, recognised issuers, rules and the time.

use std::borrow::Cow;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::answers::KeptAnswers;
use super::{Places, Unexamined};
use crate::Timestamp;
use crate::evidence::Brought;
use crate::exam::{RecognisedIssuer, read_issuers, shipped_issuers};
use crate::limits;
use crate::pki::Certificate;
use crate::report::Circumstances;
use crate::trust::{CheckedList, ListKind, ListOrigin, Pins, TrustStore, TrustedList, check_list, judged, snapshot};
use crate::validation::Policy;

/// What files are judged with.
#[derive(Clone, Debug)]
pub struct Setting {
    trust: Cow<'static, TrustStore>,
    issuers: Vec<RecognisedIssuer>,
    policy: Policy,
    at: Timestamp,
    answers: Option<KeptAnswers>,
    #[cfg(feature = "online")]
    online: Option<super::Online>,
}

/// What there was in the reader's folder of lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptLists {
    /// How many lists can be read.
    pub lists: usize,
    /// Names of the files that cannot: their lists are not used.
    pub damaged: Vec<String>,
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
    /// No rules of this name are built in, and it is no file.
    #[error("there is no policy named {name}")]
    PolicyUnknown {
        /// The name that was asked for.
        name: String,
    },
    /// A file of rules cannot be used.
    #[error("not a policy: {detail}")]
    PolicyFile {
        /// What is wrong.
        detail: String,
    },
    /// A file of rules bears the name of rules that are built in, and is not theirs.
    #[error("{id} is built in, and these rules are others")]
    PolicyName {
        /// The name.
        id: String,
    },
}

impl Setting {
    /// The lists and issuers built into the program, the default rules, and a time to judge for.
    ///
    /// # Errors
    /// [`SettingError::Policy`], in no program that was built from this repository.
    pub fn shipped(at: Timestamp) -> Result<Self, SettingError> {
        let policy = Policy::zimogs_1().map_err(|error| SettingError::Policy { detail: error.detail })?;
        Ok(Self {
            trust: Cow::Borrowed(snapshot()),
            issuers: shipped_issuers(),
            policy,
            at,
            answers: None,
            #[cfg(feature = "online")]
            online: None,
        })
    }

    /// The same with other lists in the place of those built in.
    #[must_use]
    pub fn with_trust(self, trust: TrustStore) -> Self {
        Self { trust: Cow::Owned(trust), ..self }
    }

    /// Takes what the reader keeps: lists that were fetched or imported in the place of older ones built in, certificates of
    /// issuers and answers about revocation that were fetched, and issuers beside those built in. Names of damaged files come back: they are not used.
    ///
    /// # Errors
    /// [`SettingError`] where the file of issuers is there and cannot be used.
    pub fn use_places(&mut self, places: &Places) -> Result<Vec<String>, SettingError> {
        let mut damaged = self.use_lists(places).damaged;
        damaged.extend(self.use_certificates(places));
        self.use_answers(places);
        self.use_issuers(places)?;
        Ok(damaged)
    }

    /// Takes the lists that the reader keeps in the place of older ones built in.
    pub fn use_lists(&mut self, places: &Places) -> KeptLists {
        let mut held = places.lists().load();
        let damaged = std::mem::take(&mut held.damaged);
        let lists = held.lists().count();
        if lists > 0 {
            self.trust = Cow::Owned(held.with_snapshot());
        }
        KeptLists { lists, damaged }
    }

    /// Takes the certificates that were fetched for building paths; they are trusted for nothing by that. Names of damaged
    /// files come back.
    pub fn use_certificates(&mut self, places: &Places) -> Vec<String> {
        let kept = places.certificates().load();
        kept.certificates.into_iter().for_each(|certificate| self.add_certificate(certificate));
        kept.damaged
    }

    /// Takes the answers about revocation that were fetched. They are read where one is missing for the first time.
    pub fn use_answers(&mut self, places: &Places) {
        self.answers = Some(KeptAnswers::of(places.answers()));
    }

    /// Takes what was fetched for other files since: certificates, and answers about revocation, which are read anew.
    #[cfg(feature = "online")]
    pub fn use_fetched(&mut self, places: &Places) {
        // Damaged files were told when all was read.
        let _damaged = self.use_certificates(places);
        self.use_answers(places);
    }

    /// The answers about revocation that are kept.
    pub(super) fn kept_answers(&self) -> &Brought {
        static NOTHING: Brought = Brought::NONE;
        self.answers.as_ref().map_or(&NOTHING, |answers| &answers.held(self.at).brought)
    }

    /// Names of damaged files among those answers, once they were read: they are not used.
    #[must_use]
    pub fn damaged_answers(&self) -> &[String] {
        self.answers.as_ref().map_or(&[], KeptAnswers::damaged)
    }

    /// Takes the issuers that the reader added beside those built in.
    ///
    /// # Errors
    /// [`SettingError`] where their file is there and cannot be used.
    pub fn use_issuers(&mut self, places: &Places) -> Result<(), SettingError> {
        self.issuers.extend(places.issuers()?);
        Ok(())
    }

    /// Judges for another time from now on: a window stays open longer than a command runs.
    pub fn set_time(&mut self, at: Timestamp) {
        self.at = at;
    }

    /// Judges by other rules.
    pub fn set_policy(&mut self, policy: Policy) {
        self.policy = policy;
    }

    /// Judges by the rules of this name that are built in, else by those of a file of their form. Rules of another's making
    /// never bear the name of those built in: a report names its rules, and readers know them by it.
    ///
    /// # Errors
    /// [`SettingError`] where there are no such rules, or the file cannot be used.
    pub fn choose_policy(&mut self, name: &Path) -> Result<(), SettingError> {
        let shown = name.to_string_lossy();
        self.policy = match Policy::named(&shown) {
            Some(policy) => policy,
            None if is_policy_file(name) => read_policy(name)?,
            None => return Err(SettingError::PolicyUnknown { name: shown.into_owned() }),
        };
        Ok(())
    }

    /// Adds a trusted list that the user vouches for, or every list (`*.xml`) of a folder. The signature of each is checked
    /// and said all the same: by the pins, and by a list of lists among them.
    ///
    /// # Errors
    /// [`SettingError`] where a file cannot be read or is no trusted list, or a folder holds none.
    pub fn add_trusted_list(&mut self, path: &Path) -> Result<(), SettingError> {
        let files = if path.is_dir() { xml_files(path)? } else { vec![path.to_owned()] };
        let lists: Result<Vec<CheckedList>, SettingError> = files.par_iter().map(|path| checked(path)).collect();
        let pins = Pins::shipped().map_err(|fault| SettingError::TrustedList { detail: fault.detail })?;
        let (lotl, national): (Vec<_>, Vec<_>) =
            lists?.into_iter().partition(|checked| checked.list.kind == ListKind::Lists);
        let judge = |list, lotl: Option<&TrustedList>| judged(list, &pins, lotl, ListOrigin::User);
        let lotl: Vec<_> = lotl.into_iter().map(|list| judge(list, None)).collect();
        let known =
            lotl.iter().find(|list| matches!(list.facts.signature, crate::trust::ListSignature::Verified { .. }));
        for list in national {
            self.trust.to_mut().add_list(&judge(list, known));
        }
        lotl.iter().for_each(|list| self.trust.to_mut().add_list(list));
        Ok(())
    }

    /// Adds a certificate for building paths; it is trusted for nothing by that.
    pub fn add_certificate(&mut self, certificate: Certificate) {
        self.trust.to_mut().add_certificate(certificate);
    }

    /// Permits asking the addresses in certificates for what is missing. Without it nothing is ever sent.
    #[cfg(feature = "online")]
    pub fn permit_network(&mut self, online: super::Online) {
        self.online = Some(online);
    }

    /// Who asks for what is missing, where that is permitted.
    #[cfg(feature = "online")]
    pub(super) fn online(&self) -> Option<&super::Online> {
        self.online.as_ref()
    }

    /// All of it together.
    pub(super) fn circumstances(&self) -> Circumstances<'_> {
        Circumstances { trust: &self.trust, issuers: &self.issuers, policy: &self.policy, at: self.at }
    }

    /// Adds the issuers of a TOML file to those whose exam certificates count.
    ///
    /// # Errors
    /// [`SettingError`] where the file cannot be read or is no list of issuers.
    pub fn add_issuers(&mut self, path: &Path) -> Result<(), SettingError> {
        let refused = |detail: String| SettingError::Issuers { detail };
        let bytes = read_file(path, limits::ISSUERS_FILE_BYTES)?;
        let text = String::from_utf8(bytes).map_err(|_| refused("not UTF-8".to_owned()))?;
        self.issuers.extend(read_issuers(&text).map_err(|fault| refused(fault.detail))?);
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

/// A name without extension or folder is the name of rules, whether there are such or not.
fn is_policy_file(name: &Path) -> bool {
    name.extension().is_some() || name.components().count() > 1
}

fn read_policy(path: &Path) -> Result<Policy, SettingError> {
    let refused = |detail: String| SettingError::PolicyFile { detail };
    let bytes = read_file(path, limits::POLICY_FILE_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|_| refused("not UTF-8".to_owned()))?;
    let policy = Policy::parse(&text).map_err(|error| refused(error.detail))?;
    match Policy::named(&policy.id) {
        Some(shipped) if shipped != policy => Err(SettingError::PolicyName { id: policy.id }),
        _ => Ok(policy),
    }
}

/// One list with what its signature is.
fn checked(path: &Path) -> Result<CheckedList, SettingError> {
    let bytes = read_file(path, limits::TRUSTED_LIST_BYTES)?;
    check_list(&bytes).map_err(|fault| SettingError::TrustedList { detail: fault.detail })
}

/// The lists of a folder, by name.
fn xml_files(folder: &Path) -> Result<Vec<PathBuf>, SettingError> {
    let entries = fs::read_dir(folder).map_err(|error| Unexamined::from(&error))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_xml = |path: &PathBuf| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
    let mut found: Vec<_> = paths.filter(is_xml).take(limits::LISTS).collect();
    found.sort();
    if found.is_empty() { Err(Unexamined::EmptyFolder.into()) } else { Ok(found) }
}

/// A whole file of at most `limit` bytes. A device or a pipe is never opened.
///
/// # Errors
/// [`Unexamined`].
pub fn read_file(path: &Path, limit: usize) -> Result<Vec<u8>, Unexamined> {
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
