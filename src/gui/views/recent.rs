//! Files opened of late: in the empty window, and in the menu.

use std::path::Path;

use egui::text::LayoutJob;
use egui::{Button, FontId, Response, TextFormat, Ui};

use super::super::state::State;
use super::super::theme::{Palette, size, space};
use super::super::update::Command;
use super::text::muted;
use crate::words::{Words, clean};

/// As wide as names become in a menu.
const WIDEST: f32 = 420.0;

/// Height of one in the empty window.
const ROW: f32 = 33.0;
/// The most that stand there: the menu has all of them.
const MOST: u8 = 6;
/// What stands there always.
const ABOVE: f32 = 420.0;

/// How many have room in an empty window of this height.
pub(super) fn room_for(height: f32) -> usize {
    (1..=MOST).filter(|row| f32::from(*row) * ROW + ABOVE < height).count()
}

/// How much room so many take, with their heading.
pub(super) fn height(count: usize) -> f32 {
    let rows = u8::try_from(count).unwrap_or(u8::MAX);
    if rows == 0 { 0.0 } else { f32::from(rows) * ROW + 40.0 }
}

/// In the empty window: as many as there is room for.
pub(super) fn list(ui: &mut Ui, state: &State, most: usize, commands: &mut Vec<Command>) {
    if state.program.recent().is_empty() || most == 0 {
        return;
    }
    ui.add_space(space::M);
    muted(ui, &state.words.text("recent-heading"));
    ui.spacing_mut().item_spacing.y = 2.0;
    offer(ui, state, most, commands);
}

/// In the menu: all of them, or why there are none.
pub(super) fn menu(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.set_max_width(WIDEST);
    if state.program.recent().is_empty() {
        let why = if state.program.remembers() { "recent-none" } else { "recent-off" };
        muted(ui, &state.words.text(why));
    }
    if offer(ui, state, usize::MAX, commands) {
        ui.close();
    }
}

/// Whether one was chosen.
fn offer(ui: &mut Ui, state: &State, most: usize, commands: &mut Vec<Command>) -> bool {
    let mut chosen = false;
    for path in state.program.recent().iter().take(most) {
        if item(ui, state, path).clicked() {
            commands.push(Command::Open(vec![path.clone()]));
            chosen = true;
        }
    }
    chosen
}

/// One that is missing is said to be, and may be tried all the same: it may lie on a drive that comes back.
fn item(ui: &mut Ui, state: &State, path: &Path) -> Response {
    let palette = Palette::of(ui.ctx());
    let missing = state.program.missing.contains(path);
    let name = named(&state.words, path, missing);
    let colour = if missing { palette.muted } else { palette.text };
    let format = TextFormat { font_id: FontId::proportional(size::BODY), color: colour, ..TextFormat::default() };
    let button = Button::new(LayoutJob::single_section(name.clone(), format)).frame_when_inactive(false).truncate();
    ui.add(button).accessible_name(name).on_hover_text(clean(&path.to_string_lossy()))
}

/// Its name, and that of its folder, so that two of a name can be told apart.
fn named(words: &Words, path: &Path, missing: bool) -> String {
    let last = |path: &Path| clean(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
    let name = last(path);
    let name = match path.parent() {
        Some(folder) => words.text_with("recent-in-folder", &[("name", &name), ("folder", &last(folder))]),
        None => name,
    };
    if missing { words.text_with("recent-missing", &[("name", &name)]) } else { name }
}
