//! Everything seen together: persons, findings across files, figures. Of few files that is done at once, of many on a thread of its
//! own, while the rows stay as they are.

use std::sync::Arc;

use super::super::state::Opened;
use super::{Filed, Table, Working};
use crate::dossier::Dossier;

/// So many files are seen together within a frame, in less time than one may take.
pub(super) const AT_ONCE: usize = 100;

/// What is to be seen together.
pub(in crate::gui) struct ToSee {
    /// Tells it from what there was before and comes after.
    pub(in crate::gui) version: u64,
    /// The files.
    pub(in crate::gui) files: Vec<Filed>,
}

impl Table {
    /// Whether everything that is judged was seen together.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !self.stale
    }

    /// What is to be seen together elsewhere; nothing where more will come, or where it was asked for already.
    pub(in crate::gui) fn unseen(&mut self, working: Working) -> Option<ToSee> {
        if !self.stale || working == Working::Yes || self.asked == Some(self.version) {
            return None;
        }
        self.asked = Some(self.version);
        Some(ToSee { version: self.version, files: self.filed.clone() })
    }

    /// Takes what was seen together; of files that have changed since it says nothing.
    pub(in crate::gui) fn take_seen(&mut self, files: &[Arc<Opened>], version: u64, dossier: Dossier) {
        if self.stale && version == self.version {
            self.take(files, dossier);
        }
    }

    /// Sees everything together now.
    pub(in crate::gui) fn see_together(&mut self, files: &[Arc<Opened>]) {
        self.take(files, Dossier::of(self.filed.clone()));
    }

    fn take(&mut self, files: &[Arc<Opened>], dossier: Dossier) {
        self.dossier = dossier;
        self.mark_findings();
        self.order();
        self.count(files);
        self.stale = false;
        (self.arranged, self.replaced) = (self.lines.len(), false);
    }

    /// Findings across files that name this file.
    pub fn findings_about(&self, file: usize) -> impl Iterator<Item = &crate::dossier::Finding> {
        let numbers = self.findings.get(file).into_iter().flatten();
        numbers.filter_map(|number| self.dossier.findings.get(*number))
    }

    /// Notes on each row what its file says together with others.
    fn mark_findings(&mut self) {
        self.lines.iter_mut().flatten().for_each(|line| (line.across, line.concern) = (None, None));
        for (entry, concern) in self.dossier.entries.iter().zip(self.dossier.concerns()) {
            let line = self.lines.get_mut(entry.file).and_then(|lines| lines.get_mut(entry.row));
            line.into_iter().for_each(|line| line.concern = Some(concern));
        }
        self.findings = vec![Vec::new(); self.lines.len()];
        for (number, finding) in self.dossier.findings.iter().enumerate() {
            for file in finding.files() {
                self.findings.get_mut(*file).into_iter().for_each(|about| about.push(number));
                let lines = self.lines.get_mut(*file).into_iter().flatten();
                lines.filter(|line| line.across.is_none()).for_each(|line| line.across = Some(number));
            }
        }
    }
}
