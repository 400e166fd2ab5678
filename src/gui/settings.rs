//! What a reader has set for the window, kept between runs in a file of its own.
//!
//! Nothing in it weighs on a verdict, and personal codes are hidden at every start whatever it says. `file` reads and writes its
//! text, `keeper` writes it on a thread of its own, `merge` sees to several windows with one file, `recent` is the list of files opened of late.

mod file;
mod keeper;
mod merge;
mod recent;
mod scale;

use std::io;
use std::path::{Path, PathBuf};

pub(super) use keeper::Keeper;
pub use recent::{Recent, Remembering};
pub use scale::Scale;

use super::options::ThemeChoice;
use crate::dossier::{Unexamined, read_file};
use crate::files::{Readers, set_aside, set_aside_names, write_whole_for};
use crate::limits;
use crate::words::Language;

/// Its name in the reader's folder.
const FILE: &str = "settings.toml";

/// What is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `None`: as the system has it.
    pub language: Option<Language>,
    /// Light, dark, or the system's.
    pub theme: ThemeChoice,
    /// How large everything is drawn.
    pub scale: Scale,
    /// How large the window is.
    pub window: WindowSize,
    /// Files opened of late.
    pub recent: Recent,
}

/// Width and height of the window in the system's points, whatever its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowSize {
    /// From left to right.
    pub width: u16,
    /// From top to bottom.
    pub height: u16,
}

impl WindowSize {
    /// The smallest that can be used; a smaller one is never asked for.
    pub const LEAST: Self = Self { width: 520, height: 420 };
    /// Larger than any screen.
    const MOST: u16 = 16_384;

    /// A size within what can be used.
    #[must_use]
    pub fn within(width: u16, height: u16) -> Self {
        Self { width: width.clamp(Self::LEAST.width, Self::MOST), height: height.clamp(Self::LEAST.height, Self::MOST) }
    }
}

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1240, height: 860 }
    }
}

/// Whether settings outlive the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In this file.
    InFile(PathBuf),
    /// The system names no place for them.
    NoPlace,
    /// Not in this file, for this reason.
    Refused {
        /// Which one.
        file: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// Nobody asked for it: the window only writes a picture of itself, or measures.
    NotAsked,
}

/// What was wrong with the settings that were there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoiled {
    /// They are damaged.
    Broken,
    /// They are of a program newer than this one.
    Newer,
}

/// Settings that could not be used, and where they are now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// What was wrong with them.
    pub why: Spoiled,
    /// Where they are now; `None` where they could not be moved and are left in their place.
    pub to: Option<PathBuf>,
}

/// Settings as they were found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) settings: Settings,
    pub(super) keeping: Keeping,
    pub(super) spoiled: Option<SetAside>,
}

impl Found {
    /// For a window that only writes a picture of itself, or measures: the same for every reader, and nothing is kept.
    pub(super) fn unasked() -> Self {
        Self { settings: Settings::default(), keeping: Keeping::NotAsked, spoiled: None }
    }
}

/// Reads the settings in the reader's folder. Those that cannot be used are set aside, never deleted, and never written over.
pub(super) fn find(folder: Option<&Path>) -> Found {
    let found = |settings, keeping, spoiled| Found { settings, keeping, spoiled };
    let Some(folder) = folder else { return found(Settings::default(), Keeping::NoPlace, None) };
    let path = folder.join(FILE);
    let why = match read_file(&path, limits::SETTINGS_BYTES) {
        Ok(bytes) => match file::parse(&bytes) {
            Ok(settings) => return found(settings, Keeping::InFile(path), None),
            Err(why) => why,
        },
        Err(Unexamined::NotFound) => return found(Settings::default(), Keeping::InFile(path), None),
        Err(Unexamined::Limit { .. }) => Spoiled::Broken,
        Err(error) => {
            let keeping = Keeping::Refused { file: path, detail: error.to_string() };
            return found(Settings::default(), keeping, None);
        }
    };
    let (keeping, to) = match set_aside(&path) {
        Ok(to) => (Keeping::InFile(path), Some(to)),
        Err(error) => (Keeping::Refused { file: path, detail: error.to_string() }, None),
    };
    found(Settings::default(), keeping, Some(SetAside { why, to }))
}

/// What became of keeping settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// How many files of settings that had been set aside were removed.
    pub(super) removed: usize,
    /// What stood in their place and could not be used.
    pub(super) aside: Option<SetAside>,
}

/// Keeps what this window changed from `before` to `now`, beside what another one changed. Where a person has files forgotten, settings
/// that were set aside go as well: they may name the same files.
fn keep(path: &Path, before: &Settings, now: &Settings) -> io::Result<Kept> {
    let merged = match read_file(path, limits::SETTINGS_BYTES) {
        Ok(bytes) => file::parse(&bytes).map(|there| merge::merged(before, now, there)),
        Err(Unexamined::NotFound) => Ok(now.clone()),
        Err(Unexamined::Limit { .. }) => Err(Spoiled::Broken),
        Err(error) => return Err(io::Error::other(error.to_string())),
    };
    let aside = match merged.as_ref().err() {
        Some(why) => Some(SetAside { why: *why, to: Some(set_aside(path)?) }),
        None => None,
    };
    write(path, merged.as_ref().unwrap_or(now))?;
    if !merge::forgets(&before.recent, &now.recent) {
        return Ok(Kept { removed: 0, aside });
    }
    let removed = set_aside_names(path).filter(|aside| std::fs::remove_file(aside).is_ok()).count();
    let is_there = |aside: &SetAside| aside.to.as_ref().is_some_and(|to| to.exists());
    Ok(Kept { removed, aside: aside.filter(is_there) })
}

/// Writes settings whole, so that a reader finds the old ones or the new ones.
fn write(path: &Path, settings: &Settings) -> io::Result<()> {
    let text = file::text(settings).map_err(io::Error::other)?;
    let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
    // Where somebody's certificates lie is nobody else's business.
    write_whole_for(Readers::Owner, folder, FILE, &[text.as_bytes()])
}

#[cfg(test)]
mod tests;
