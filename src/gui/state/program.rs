//! The program itself, as its own pages show it: what is set, whether that is kept, and what there is to say once.

use std::collections::HashSet;
use std::path::PathBuf;

use super::State;
use crate::gui::options::ThemeChoice;
use crate::gui::settings::{Keeping, Recent, Remembering, Scale, SetAside, Settings};
use crate::gui::update::Command;
use crate::words::{Language, Words};

/// Settings and what is known about them.
#[derive(Clone, Debug)]
pub struct Program {
    /// What is set, and kept where it can be. What an argument asked for is not among it.
    pub settings: Settings,
    /// The language chosen, by an argument or a setting; `None`: as the system has it.
    pub language: Option<Language>,
    /// Whether settings outlive the window.
    pub keeping: Keeping,
    /// Files opened of late that are not there now.
    pub missing: HashSet<PathBuf>,
    /// What is to be said once, above the page.
    pub notice: Option<Notice>,
    /// The program's own file, where the system tells.
    pub executable: Option<PathBuf>,
}

/// What is said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The settings could not be used.
    SetAside(SetAside),
    /// So many files of settings that had been set aside were removed, because files opened of late are to be forgotten.
    RemovedAside(usize),
    /// There is no path in what was pasted.
    NothingToPaste,
}

/// A change of what is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Speak the system's language.
    SpeakAsSystem,
    /// Draw everything larger or smaller.
    Scale(Scale),
    /// Remember files opened of late, or do not.
    Remember(Remembering),
    /// Forget those that are remembered.
    Forget,
}

impl Default for Program {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            language: None,
            keeping: Keeping::NotAsked,
            missing: HashSet::new(),
            notice: None,
            executable: None,
        }
    }
}

impl State {
    /// A choice that a command makes is kept, however it was made.
    pub(in crate::gui) fn remember_choice(&mut self, command: &Command) {
        match command {
            Command::Speak(language) => {
                self.program.language = Some(*language);
                self.program.settings.language = Some(*language);
            }
            Command::Theme(theme) => self.program.settings.theme = *theme,
            _ => {}
        }
    }

    /// Carries out a change of what is set.
    pub(in crate::gui) fn change(&mut self, change: Change) {
        let settings = &mut self.program.settings;
        match change {
            Change::SpeakAsSystem => {
                settings.language = None;
                self.program.language = None;
                self.words = Words::new(Language::of_system());
            }
            Change::Scale(scale) => settings.scale = scale,
            Change::Remember(remembering) => settings.recent.switch(remembering),
            Change::Forget => settings.recent.forget(),
        }
    }

    /// Begins with what is set, where no argument says otherwise.
    pub(in crate::gui) fn begin_with(
        &mut self,
        settings: Settings,
        theme: Option<ThemeChoice>,
        language: Option<Language>,
    ) {
        self.theme = theme.unwrap_or(settings.theme);
        self.program.language = language.or(settings.language);
        self.words = Words::new(self.program.language.unwrap_or_else(Language::of_system));
        self.program.settings = settings;
    }
}

impl Program {
    /// Files opened of late, the newest first.
    #[must_use]
    pub fn recent(&self) -> &[PathBuf] {
        self.settings.recent.paths()
    }

    /// Whether files opened of late are remembered.
    #[must_use]
    pub fn remembers(&self) -> bool {
        matches!(self.settings.recent, Recent::On(_))
    }
}
