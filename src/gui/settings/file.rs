//! The text of the settings: TOML. Every key must be there and the last one ends in a bracket, so that a file cut short anywhere
//! is told from a whole one.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::recent::can_be_kept;
use super::{Recent, Scale, Settings, Spoiled, WindowSize};
use crate::gui::options::ThemeChoice;
use crate::limits;
use crate::words::Language;

/// The form this program writes. A program that writes another one counts on.
const VERSION: u32 = 1;
/// In the place of a language.
const AS_THE_SYSTEM: &str = "system";

/// What every form has.
#[derive(Deserialize)]
struct Numbered {
    version: u32,
}

/// The settings as their file has them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    language: String,
    theme: ThemeChoice,
    zoom: u16,
    window: [u16; 2],
    remember_files: bool,
    recent_files: Vec<PathBuf>,
}

/// Reads settings.
pub(super) fn parse(bytes: &[u8]) -> Result<Settings, Spoiled> {
    let text = std::str::from_utf8(bytes).map_err(|_| Spoiled::Broken)?;
    let Numbered { version } = toml::from_str(text).map_err(|_| Spoiled::Broken)?;
    if version > VERSION {
        return Err(Spoiled::Newer);
    }
    let written: Written = toml::from_str(text).map_err(|_| Spoiled::Broken)?;
    meant(written).ok_or(Spoiled::Broken)
}

/// What is written, where it makes sense.
fn meant(written: Written) -> Option<Settings> {
    let language = match written.language.as_str() {
        AS_THE_SYSTEM => None,
        code => Some(Language::from_code(code)?),
    };
    let [width, height] = written.window;
    let mut files = written.recent_files;
    let few = files.len() <= limits::RECENT_FILES;
    // One that another system wrote is no reason to lose all others.
    files.retain(|path| can_be_kept(path));
    let recent = match written.remember_files {
        true if few => Recent::On(files),
        false if files.is_empty() => Recent::Off,
        _ => return None,
    };
    Some(Settings {
        language,
        theme: written.theme,
        scale: Scale::from_percent(written.zoom)?,
        window: WindowSize::within(width, height),
        recent,
    })
}

/// Writes settings.
pub(super) fn text(settings: &Settings) -> Result<String, toml::ser::Error> {
    let WindowSize { width, height } = settings.window;
    toml::to_string(&Written {
        version: VERSION,
        language: settings.language.map_or(AS_THE_SYSTEM, Language::code).to_owned(),
        theme: settings.theme,
        zoom: settings.scale.percent(),
        window: [width, height],
        remember_files: matches!(settings.recent, Recent::On(_)),
        recent_files: settings.recent.paths().to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn settings() -> Settings {
        let path = |name: &str| std::path::absolute(name).unwrap();
        Settings {
            language: Some(Language::English),
            theme: ThemeChoice::Dark,
            scale: Scale::from_percent(125).unwrap(),
            window: WindowSize::within(1000, 700),
            recent: Recent::On(vec![path("Ņina \"Ozola\"\n.edoc"), path("mape ' ar = [zīmēm] #")]),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for settings in [Settings::default(), settings(), Settings { recent: Recent::Off, ..settings() }] {
            assert_eq!(parse(text(&settings).unwrap().as_bytes()), Ok(settings));
        }
    }

    #[test]
    fn a_file_cut_short_anywhere_is_known_for_one() {
        for settings in [Settings::default(), settings()] {
            let whole = text(&settings).unwrap().into_bytes();
            let content = whole.trim_ascii_end().len();
            for end in 0..content {
                assert_eq!(parse(&whole[..end]), Err(Spoiled::Broken), "cut after {end} of {content}");
            }
            assert_eq!(parse(&whole[..content]), Ok(settings));
        }
    }

    #[test]
    fn a_newer_file_is_told_from_a_broken_one() {
        let newer = "version = 2\nlanguage = \"lv\"\nspoken = true\n";
        assert_eq!(parse(newer.as_bytes()), Err(Spoiled::Newer));
        let unknown = format!("{}colour = \"red\"\n", text(&Settings::default()).unwrap());
        assert_eq!(parse(unknown.as_bytes()), Err(Spoiled::Broken));
    }

    #[test]
    fn what_makes_no_sense_is_broken() {
        let good = text(&Settings { recent: Recent::Off, ..Settings::default() }).unwrap();
        assert!(parse(good.as_bytes()).is_ok());
        for (from, to) in [
            ("zoom = 100", "zoom = 5000"),
            ("language = \"system\"", "language = \"klingon\""),
            ("theme = \"system\"", "theme = \"pink\""),
            ("recent_files = []", "recent_files = [\"/a.edoc\"]"),
        ] {
            let bad = good.replace(from, to);
            assert_ne!(bad, good, "{from}");
            assert_eq!(parse(bad.as_bytes()), Err(Spoiled::Broken), "{to}");
        }
    }

    #[test]
    fn a_path_that_cannot_be_kept_is_dropped_alone() {
        let whole = text(&settings()).unwrap();
        let first = "recent_files = [";
        assert_eq!(whole.matches(first).count(), 1);
        let with = whole.replace(first, "recent_files = [\"relative.edoc\", ");
        assert_eq!(parse(with.as_bytes()), Ok(settings()));
    }

    proptest! {
        #[test]
        fn no_octets_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = parse(&bytes);
        }

        #[test]
        fn one_wrong_octet_does_no_harm(at in 0usize..200, octet in any::<u8>()) {
            let mut bytes = text(&settings()).unwrap().into_bytes();
            let at = at % bytes.len();
            bytes[at] = octet;
            let _ = parse(&bytes);
        }
    }
}
