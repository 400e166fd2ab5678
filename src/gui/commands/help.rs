//! What the help page lists: the commands of the table, and keys that belong to a part of the window.

use egui::{Key, KeyboardShortcut};

use super::{ESCAPE, Entry, F10, alone, close_all, ctrl, export, language, lists, menu, open, scaling, theme};
use crate::gui::state::State;

/// One line: keys, what they are called, what they do.
pub(in crate::gui) struct Line {
    /// Each of them alone does it.
    pub(in crate::gui) keys: Vec<KeyboardShortcut>,
    /// Identifier of the name.
    pub(in crate::gui) text: &'static str,
    /// Identifier of the sentence.
    pub(in crate::gui) help: &'static str,
}

impl From<Entry> for Line {
    fn from(entry: Entry) -> Self {
        Self { keys: entry.shortcut.into_iter().collect(), text: entry.text, help: entry.help }
    }
}

/// Groups of lines, each with the identifier of its heading.
pub(in crate::gui) fn groups(state: &State) -> [(&'static str, Vec<Line>); 4] {
    [("help-files", files()), ("help-document", document()), ("help-window", window(state)), ("help-pages", pages())]
}

fn line<const KEYS: usize>(keys: [KeyboardShortcut; KEYS], text: &'static str, help: &'static str) -> Line {
    Line { keys: keys.into(), text, help }
}

fn files() -> Vec<Line> {
    let mut lines: Vec<Line> = open().into_iter().map(Line::from).collect();
    lines.push(line([ctrl(Key::V)], "help-paste", "help-paste-help"));
    lines.push(line([alone(Key::ArrowUp), alone(Key::ArrowDown)], "help-walk", "help-walk-help"));
    lines.push(close_all().into());
    lines.push(export().into());
    lines
}

fn document() -> Vec<Line> {
    vec![
        line([ctrl(Key::F)], "gui-preview-search", "help-find"),
        line([alone(Key::Plus)], "help-page-larger", "help-page-help"),
        line([alone(Key::Minus)], "help-page-smaller", "help-page-help"),
        line([alone(Key::Num0)], "help-page-width", "help-page-help"),
        line([alone(Key::PageDown), alone(Key::PageUp)], "help-scroll", "help-scroll-help"),
        line([ESCAPE], "gui-preview-close", "help-close-document"),
    ]
}

fn window(state: &State) -> Vec<Line> {
    let mut lines: Vec<Line> = scaling(state).into_iter().map(Line::from).collect();
    lines.push(theme(false).into());
    lines.push(Line { text: "settings-language", ..language(state).into() });
    lines
}

fn pages() -> Vec<Line> {
    let mut lines = vec![line([F10], "menu", "help-menu"), lists().into()];
    lines.extend(menu().into_iter().map(Line::from));
    lines.insert(lines.len().saturating_sub(1), line([ESCAPE], "gui-back", "help-back"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::commands::{CTRL_O, with_keys};
    use crate::gui::options::ThemeChoice;
    use crate::words::{Language, Words};

    #[test]
    fn every_command_with_a_key_has_its_line() {
        let state = State::new(Language::Latvian, ThemeChoice::Light);
        let groups = groups(&state);
        let lines: Vec<&Line> = groups.iter().flat_map(|(_, lines)| lines).collect();
        let entries = with_keys(&state, true);
        assert!(entries.len() > 10 && entries.iter().any(|entry| entry.shortcut == Some(CTRL_O)));
        for entry in entries {
            assert!(lines.iter().any(|line| line.help == entry.help), "{} is not on the help page", entry.text);
        }
    }

    #[test]
    fn every_line_says_something_in_each_language() {
        for language in [Language::Latvian, Language::English] {
            let words = Words::new(language);
            let state = State::new(language, ThemeChoice::Light);
            for (heading, lines) in groups(&state) {
                assert_ne!(words.text(heading), heading);
                for Line { text, help, .. } in lines {
                    assert_ne!(words.text(text), text);
                    assert!(words.text(help).ends_with('.'), "{help}");
                }
            }
        }
    }
}
