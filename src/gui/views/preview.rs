//! The document itself beside what was read in it: what it is worth above, then its pages or its text.

mod head;
mod pages;
mod text;

pub(super) use head::outcome;

use egui::{Id, Key as Button, KeyboardShortcut, Modifiers, Ui};

use super::super::preview::{Content, Preview, PreviewStep};
use super::super::state::State;
use super::super::theme::Palette;
use super::super::update::Command;
use super::text::paragraph;
use crate::preview::{Fault, Zoom};
use crate::report::{Authenticity, Coverage, DocumentReport, Report, Standing};
use crate::words::Words;

/// A window as wide as this has room for a document beside its verdict.
const ROOM: f32 = 1_100.0;

/// Whether a document may come by itself.
pub(in crate::gui) fn has_room(context: &egui::Context) -> bool {
    context.content_rect().width() >= ROOM
}

/// Where the search is written.
fn search_id() -> Id {
    Id::unique("search in the document")
}

pub(super) fn draw(ui: &mut Ui, state: &State, preview: &Preview, commands: &mut Vec<Command>) {
    let Some((report, document)) = state.judged(&preview.key) else { return };
    head::draw(ui, state, preview, (report, document), commands);
    warning(ui, &state.words, report, document);
    let seen = match &preview.content {
        Content::Loading => {
            let room = pages::room(ui, state);
            if preview.room != Some(room) {
                commands.push(Command::Preview(PreviewStep::Expect(room)));
            }
            paragraph(ui, &state.words.text("gui-preview-loading"));
            None
        }
        Content::Failed(fault) => {
            paragraph(ui, &state.words.text(fault_text(*fault)));
            None
        }
        Content::Text => {
            text::draw(ui, &state.words, preview);
            None
        }
        Content::Pages(sizes) => Some(pages::draw(ui, state, preview, sizes, commands)),
    };
    keys(ui, seen, commands);
}

/// What a document is worth stands above it, so that a picture of a certificate is never all there is to see.
fn warning(ui: &mut Ui, words: &Words, report: &Report, document: &DocumentReport) {
    let id = match document.coverage {
        Coverage::NotCovered => Some("gui-preview-not-covered"),
        Coverage::Changed => Some("gui-preview-changed"),
        Coverage::Covered | Coverage::Partly => None,
    };
    let withheld = head::standing(report, document) == Some(Standing::Withheld);
    let refuted =
        (withheld || matches!(report.authenticity, Authenticity::Refuted(_))).then_some("gui-preview-refuted");
    for id in refuted.into_iter().chain(id) {
        head::notice(ui, &words.text(id));
    }
}

fn fault_text(fault: Fault) -> &'static str {
    match fault {
        Fault::UnknownKind => "gui-preview-fault-unknown",
        Fault::Damaged => "gui-preview-fault-damaged",
        Fault::TooSlow => "gui-preview-fault-slow",
        Fault::Ended => "gui-preview-fault-ended",
        Fault::TooLarge => "gui-preview-fault-large",
        Fault::NotTheFile => "gui-preview-fault-another",
        Fault::NotStarted => "gui-preview-fault-not-started",
    }
}

/// `+`, `-` and `0` alone: with Ctrl they make the whole window larger, as everywhere in this toolkit.
fn keys(ui: &Ui, percent: Option<u16>, commands: &mut Vec<Command>) {
    let search = KeyboardShortcut::new(Modifiers::COMMAND, Button::F);
    if ui.input_mut(|input| input.consume_shortcut(&search)) {
        ui.memory_mut(|memory| memory.request_focus(search_id()));
    }
    if ui.ctx().text_edit_focused() {
        return;
    }
    let Some(percent) = percent else { return };
    let steps = [
        (Button::Plus, Zoom::larger(percent)),
        (Button::Equals, Zoom::larger(percent)),
        (Button::Minus, Zoom::smaller(percent)),
        (Button::Num0, Zoom::Width),
    ];
    for (key, zoom) in steps {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            commands.push(Command::Preview(PreviewStep::Zoom(zoom)));
        }
    }
}

/// The colour around a place, and the one upon it.
fn place_colours(ui: &Ui) -> (super::super::theme::Ink, super::super::theme::Ink) {
    let palette = Palette::of(ui.ctx());
    (palette.outline, palette.marker)
}
