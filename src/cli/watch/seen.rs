//! What was seen in the folder: a file is ready when it looks the same twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How a file looks from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) length: u64,
    pub(super) modified: Option<SystemTime>,
    /// What whoever puts another file in its place cannot set.
    pub(super) kept_by_system: Option<KeptBySystem>,
}

/// Number of the file, and when anything about it last changed: seconds and nanoseconds. Windows tells neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeptBySystem {
    inode: u64,
    changed: (i64, i64),
}

/// How far a folder was walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    Whole,
    /// What was not seen may be there all the same.
    InPart,
}

/// A file, and whether it was judged as it looks.
#[derive(Clone, Copy, Debug)]
struct Known {
    stamp: Stamp,
    judged: bool,
}

/// Everything seen so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    files: BTreeMap<PathBuf, Known>,
}

/// What is different from the last look.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changed {
    /// Files that are new or changed, and look as they did at the last look.
    pub(super) ready: Vec<PathBuf>,
    /// Files that were judged and are no longer there.
    pub(super) gone: Vec<PathBuf>,
}

impl Changed {
    pub(super) fn is_empty(&self) -> bool {
        self.ready.is_empty() && self.gone.is_empty()
    }
}

impl Stamp {
    /// `None` where there is no such file.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let kept_by_system = KeptBySystem::of(&metadata);
        Some(Self { length: metadata.len(), modified: metadata.modified().ok(), kept_by_system })
    }
}

impl KeptBySystem {
    #[cfg(unix)]
    #[allow(clippy::unnecessary_wraps)] // Elsewhere there is none.
    fn of(metadata: &fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;

        Some(Self { inode: metadata.ino(), changed: (metadata.ctime(), metadata.ctime_nsec()) })
    }

    #[cfg(not(unix))]
    fn of(_: &fs::Metadata) -> Option<Self> {
        None
    }
}

impl Seen {
    /// Looks at what is there now, as far as the folder was walked.
    pub(super) fn look(&mut self, there: Vec<(PathBuf, Stamp)>, walk: Walk) -> Changed {
        let mut changed = Changed::default();
        let mut before = std::mem::take(&mut self.files);
        for (path, stamp) in there {
            let known = before.remove(&path);
            // One that is still being written has another length or time at the next look.
            let settled = known.is_some_and(|known| known.stamp == stamp);
            let judged = settled && known.is_some_and(|known| known.judged);
            if settled && !judged {
                changed.ready.push(path.clone());
            }
            self.files.insert(path, Known { stamp, judged: settled });
        }
        if walk == Walk::InPart {
            self.files.extend(before);
            return changed;
        }
        changed.gone = before.into_iter().filter(|(_, known)| known.judged).map(|(path, _)| path).collect();
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(seen: &mut Seen, there: &[(&str, u64)]) -> (Vec<String>, Vec<String>) {
        walked(seen, there, Walk::Whole)
    }

    fn walked(seen: &mut Seen, there: &[(&str, u64)], walk: Walk) -> (Vec<String>, Vec<String>) {
        let stamp = |length| Stamp { length, ..Stamp::default() };
        let there = there.iter().map(|(path, length)| (PathBuf::from(path), stamp(*length))).collect();
        let changed = seen.look(there, walk);
        let names = |paths: Vec<PathBuf>| paths.iter().map(|path| path.to_str().unwrap().to_owned()).collect();
        (names(changed.ready), names(changed.gone))
    }

    #[test]
    fn a_file_that_grows_is_left_until_it_rests() {
        let mut seen = Seen::default();
        let none = (Vec::new(), Vec::new());
        assert_eq!(looks(&mut seen, &[("a", 10)]), none);
        assert_eq!(looks(&mut seen, &[("a", 20)]), none);
        assert_eq!(looks(&mut seen, &[("a", 20)]).0, ["a"]);
        assert_eq!(looks(&mut seen, &[("a", 20)]), none);
        // Written anew: judged anew, once it rests.
        assert_eq!(looks(&mut seen, &[("a", 30), ("b", 1)]), none);
        assert_eq!(looks(&mut seen, &[("a", 30), ("b", 1)]).0, ["a", "b"]);
    }

    #[test]
    fn a_file_that_goes_is_forgotten() {
        let mut seen = Seen::default();
        looks(&mut seen, &[("a", 1), ("b", 1)]);
        assert_eq!(looks(&mut seen, &[("a", 1), ("b", 2)]).0, ["a"]);
        // One that was never judged leaves nothing to forget.
        assert_eq!(looks(&mut seen, &[]), (Vec::new(), vec!["a".to_owned()]));
        assert_eq!(looks(&mut seen, &[("a", 1)]), (Vec::new(), Vec::new()));
    }

    #[test]
    fn what_a_walk_did_not_reach_is_not_gone() {
        let mut seen = Seen::default();
        for _ in 0..2 {
            looks(&mut seen, &[("a", 1), ("b", 1)]);
        }
        assert_eq!(walked(&mut seen, &[("b", 1)], Walk::InPart), (Vec::new(), Vec::new()));
        // It was judged, and need not be again.
        assert_eq!(looks(&mut seen, &[("a", 1), ("b", 1)]), (Vec::new(), Vec::new()));
        assert_eq!(looks(&mut seen, &[("b", 1)]).1, ["a"]);
    }

    #[test]
    #[cfg(unix)]
    fn another_file_in_the_place_of_one_looks_different() {
        let folder = tempfile::tempdir().unwrap();
        let [place, other] = ["a.edoc", "other"].map(|name| folder.path().join(name));
        fs::write(&place, "genuine").unwrap();
        let before = Stamp::of(&place).unwrap();
        assert_eq!(Stamp::of(&place), Some(before));
        fs::write(&other, "forged!").unwrap();
        fs::File::options().write(true).open(&other).unwrap().set_modified(before.modified.unwrap()).unwrap();
        fs::rename(&other, &place).unwrap();
        let after = Stamp::of(&place).unwrap();
        assert_eq!((after.length, after.modified), (before.length, before.modified));
        assert_ne!(after, before);
    }
}
