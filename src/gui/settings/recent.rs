//! Files and folders opened of late: where they lie, and nothing of what is in them.

use std::path::{Path, PathBuf};

use crate::gui::pasting::is_here;
use crate::limits;

/// Files opened of late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recent {
    /// They are remembered, the newest first.
    On(Vec<PathBuf>),
    /// They are not.
    Off,
}

/// Whether files opened of late are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembering {
    /// From now on.
    On,
    /// Not any more; those remembered are forgotten at once.
    Off,
}

impl Recent {
    /// Where they lie, the newest first.
    #[must_use]
    pub fn paths(&self) -> &[PathBuf] {
        match self {
            Self::On(paths) => paths,
            Self::Off => &[],
        }
    }

    /// Whether they are remembered.
    #[must_use]
    pub fn remembering(&self) -> Remembering {
        match self {
            Self::On(_) => Remembering::On,
            Self::Off => Remembering::Off,
        }
    }

    /// Puts paths before those remembered, where any are. The first of them becomes the newest.
    pub fn note(&mut self, opened: &[PathBuf]) {
        let Self::On(paths) = self else { return };
        let mut all: Vec<PathBuf> = Vec::new();
        for path in opened.iter().filter(|path| can_be_kept(path)).chain(&*paths) {
            if all.len() < limits::RECENT_FILES && !all.contains(path) {
                all.push(path.clone());
            }
        }
        *paths = all;
    }

    /// Begins or ceases to remember.
    pub fn switch(&mut self, remembering: Remembering) {
        match (remembering, &*self) {
            (Remembering::On, Self::Off) => *self = Self::On(Vec::new()),
            (Remembering::Off, _) => *self = Self::Off,
            (Remembering::On, Self::On(_)) => {}
        }
    }

    /// Forgets them all, and goes on remembering where it did.
    pub fn forget(&mut self) {
        if let Self::On(paths) = self {
            paths.clear();
        }
    }
}

impl Default for Recent {
    fn default() -> Self {
        Self::On(Vec::new())
    }
}

/// Only whole paths mean the same at the next start, and only Unicode stands in a file of text.
pub(super) fn can_be_kept(path: &Path) -> bool {
    // What is looked for unasked must not lead to another computer.
    path.is_absolute() && is_here(path) && path.to_str().is_some_and(|text| text.len() <= limits::PATH_BYTES)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Recent, Remembering};
    use crate::limits;

    fn path(name: &str) -> PathBuf {
        std::path::absolute(name).unwrap()
    }

    #[test]
    fn the_newest_come_first_once_each_and_no_more_than_twelve() {
        let mut recent = Recent::default();
        for number in 0..20 {
            recent.note(&[path(&format!("{number}.edoc"))]);
        }
        assert_eq!(recent.paths().len(), limits::RECENT_FILES);
        assert_eq!(recent.paths()[0], path("19.edoc"));
        recent.note(&[path("15.edoc"), path("new.edoc")]);
        assert_eq!(recent.paths()[..3], [path("15.edoc"), path("new.edoc"), path("19.edoc")]);
        assert_eq!(recent.paths().iter().filter(|one| **one == path("15.edoc")).count(), 1);
    }

    #[test]
    fn what_means_nothing_at_the_next_start_is_not_remembered() {
        let mut recent = Recent::default();
        recent.note(&[PathBuf::from("relative.edoc"), path(&"x".repeat(limits::PATH_BYTES))]);
        assert_eq!(recent, Recent::default());
        recent.note(&[path("whole.edoc")]);
        assert_eq!(recent.paths().len(), 1);
    }

    #[test]
    fn switching_off_forgets_at_once_and_forgetting_goes_on() {
        let mut recent = Recent::On(vec![path("a.edoc")]);
        recent.switch(Remembering::On);
        assert_eq!(recent.paths().len(), 1, "nothing changes");
        recent.forget();
        assert_eq!(recent, Recent::default());
        recent.note(&[path("a.edoc")]);
        recent.switch(Remembering::Off);
        assert_eq!((recent.paths().len(), recent.remembering()), (0, Remembering::Off));
        recent.note(&[path("b.edoc")]);
        recent.switch(Remembering::On);
        assert_eq!(recent.paths().len(), 0, "what was opened meanwhile is not known");
    }
}
