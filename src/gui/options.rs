//! Arguments of the window program.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use serde::{Deserialize, Serialize};

use super::NoWindow;
use super::sources::Sources;
use super::state::Page;
use super::table::{Aside, By, TableStep};
use crate::dossier::{Places, SettingError};
use crate::trust::Pins;
use crate::words::Language;

/// What the window is started with.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "edoc-viewer",
    version,
    about = "Zīmogs: opens Latvian .edoc exam certificates and says whether they are genuine"
)]
pub struct Options {
    /// Files and folders to open.
    pub paths: Vec<PathBuf>,
    /// A trusted list (ETSI TS 119 612) that you vouch for, or a folder of them; may be given several times.
    #[arg(long = "trust", value_name = "FILE.xml|FOLDER")]
    trust: Vec<PathBuf>,
    /// Issuers of exam certificates that you recognise beside VISC and VIAA.
    #[arg(long = "issuers", value_name = "FILE.toml")]
    issuers: Vec<PathBuf>,
    /// Rules to judge by: zimogs-1, etsi-strict, or a file of their form.
    #[arg(long, value_name = "NAME|FILE.toml")]
    policy: Option<PathBuf>,
    /// Language of the window: lv, en, ru, lt or et.
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
    /// Light or dark, or as the system has it.
    #[arg(long, value_enum)]
    pub theme: Option<ThemeChoice>,
    /// Opens a window of its own beside one that is open already.
    #[arg(long)]
    pub new_window: bool,
    /// Size of the window in points: 1080x820.
    #[arg(long, value_name = "WxH", hide = true)]
    pub size: Option<String>,
    /// Shows the trusted lists first.
    #[arg(long, hide = true)]
    pub lists: bool,
    /// How the table looks first: for pictures of it.
    #[arg(long, value_enum, hide = true)]
    pub table: Vec<Look>,
    /// Shows another page first.
    #[arg(long, value_enum, hide = true)]
    page: Option<Page>,
    /// Writes how long it took until the verdict and the document were drawn, and closes the window.
    #[arg(long, hide = true)]
    pub timings: bool,
    /// Writes a picture of the window once everything is judged, and closes it.
    #[arg(long, value_name = "OUT.png")]
    pub screenshot: Option<PathBuf>,
}

/// Light, dark, or the system's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A look of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Look {
    /// Rows of one person together.
    Persons,
    /// With what several files say together.
    Findings,
    /// With the results of each exam.
    Results,
}

impl Look {
    /// What a person would do to have it.
    pub(super) fn step(self) -> TableStep {
        match self {
            Self::Persons => TableStep::Group(By::Person),
            Self::Findings => TableStep::Aside(Some(Aside::Findings)),
            Self::Results => TableStep::Aside(Some(Aside::Results)),
        }
    }
}

impl Options {
    pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, NoWindow> {
        Self::try_parse_from(arguments)
            .map_err(|error| NoWindow::Answered { text: error.to_string(), wrong: error.use_stderr() })
    }

    /// The language asked for.
    pub(super) fn language(&self) -> Option<Language> {
        self.lang.as_deref().and_then(Language::from_code)
    }

    /// Whether the window is for a person who works with it: not one that measures, or only writes a picture of itself.
    pub(super) fn is_for_work(&self) -> bool {
        !self.timings && self.screenshot.is_none()
    }

    /// Whether an open window may take the files instead. Not where other lists, issuers or rules are asked for than those that
    /// window judges with.
    pub(super) fn may_hand_over(&self) -> bool {
        let as_usual = self.trust.is_empty() && self.issuers.is_empty() && self.policy.is_none();
        as_usual && !self.new_window && self.is_for_work()
    }

    /// Width and height in points, where asked for.
    pub(super) fn window_size(&self) -> Option<egui::Vec2> {
        let (width, height) = self.size.as_deref()?.split_once('x')?;
        Some(egui::vec2(width.parse().ok()?, height.parse().ok()?))
    }

    /// Lists, issuers and rules to judge with: those given, and those kept in `places`.
    pub(super) fn sources(&self, places: Option<Places>) -> Result<Sources, SettingError> {
        let pins = Pins::shipped().map_err(|fault| SettingError::TrustedList { detail: fault.detail })?;
        let (trust, issuers, policy) = (self.trust.clone(), self.issuers.clone(), self.policy.clone());
        Ok(Sources { trust, issuers, policy, places, pins })
    }

    /// What is in sight first.
    pub(super) fn page(&self) -> Page {
        let first = if self.lists { Page::Trust } else { Page::Files };
        self.page.unwrap_or(first)
    }
}
