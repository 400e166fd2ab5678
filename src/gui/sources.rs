//! What the window judges with, and where that comes from: lists and issuers given as arguments, and what the reader keeps.

use std::path::PathBuf;

use super::state::{ListEntry, Rules, Trouble, TrustFacts};
use crate::Timestamp;
use crate::dossier::{Places, Setting, SettingError};
use crate::exam::{IssuerOrigin, shipped_issuers};
use crate::trust::Pins;

/// Everything that is read before files are judged, and read again once lists were fetched. Tests name another folder and
/// other addresses than the reader's.
pub(super) struct Sources {
    /// Lists, or folders of them, that the reader vouches for.
    pub(super) trust: Vec<PathBuf>,
    /// Files of issuers that the reader recognises.
    pub(super) issuers: Vec<PathBuf>,
    /// Rules by name or file; the default ones where none are given.
    pub(super) policy: Option<PathBuf>,
    /// Where lists and issuers are kept, where the system names such a place.
    pub(super) places: Option<Places>,
    /// Where the list of lists is, and whose signature of it counts.
    pub(super) pins: Pins,
}

impl Sources {
    /// Reads everything. What is kept and cannot be used is told among the facts, and the rest is used all the same.
    ///
    /// # Errors
    /// [`SettingError`] where a file that was given as an argument cannot be used.
    pub(super) fn read(&self, at: Timestamp) -> Result<(Setting, TrustFacts), SettingError> {
        let mut setting = Setting::shipped(at)?;
        let mut facts = TrustFacts { at, source: self.pins.lotl.clone(), ..TrustFacts::default() };
        if let Some(places) = &self.places {
            let kept = setting.use_lists(places);
            facts.place = Some(places.path().to_owned());
            facts.folder = Some(places.lists().path().to_owned());
            facts.kept = kept.lists;
            facts.troubles.extend(kept.damaged.into_iter().map(|file| Trouble::DamagedList { file }));
            let damaged = setting.use_certificates(places).into_iter();
            facts.troubles.extend(damaged.map(|file| Trouble::DamagedCertificate { file }));
            setting.use_answers(places);
            if let Err(error) = setting.use_issuers(places) {
                facts.troubles.push(Trouble::Issuers { detail: error.to_string() });
            }
        }
        self.trust.iter().try_for_each(|path| setting.add_trusted_list(path))?;
        self.issuers.iter().try_for_each(|path| setting.add_issuers(path))?;
        self.policy.iter().try_for_each(|name| setting.choose_policy(name))?;
        facts.lists = entries(&setting);
        facts.issuers = issuers(&setting);
        let policy = setting.policy();
        facts.rules = Some(Rules { id: policy.id.clone(), version: policy.version, digest: policy.digest });
        Ok((setting, facts))
    }
}

fn entries(setting: &Setting) -> Vec<ListEntry> {
    let trust = setting.trust();
    let entry = |(index, facts): (usize, &crate::trust::ListFacts)| ListEntry {
        facts: facts.clone(),
        services: trust.services_on(index),
    };
    let mut entries: Vec<_> = trust.lists.iter().enumerate().map(entry).collect();
    entries.sort_by_cached_key(|entry| {
        let territory = entry.facts.territory.clone();
        (territory != "LV", territory != "EU", territory)
    });
    entries
}

fn issuers(setting: &Setting) -> Vec<(crate::exam::RecognisedIssuer, IssuerOrigin)> {
    let shipped = shipped_issuers();
    let origin = |issuer| if shipped.contains(issuer) { IssuerOrigin::Shipped } else { IssuerOrigin::Added };
    setting.issuers().iter().map(|issuer| (issuer.clone(), origin(issuer))).collect()
}
