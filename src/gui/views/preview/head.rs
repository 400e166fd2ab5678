//! Above a document: its name and what signatures say of it, zoom, search, saving.

use egui::{Align, Layout, TextEdit, Ui};

use super::super::super::preview::{Content, Preview, PreviewStep};
use super::super::super::shapes;
use super::super::super::state::State;
use super::super::super::theme::{self, Palette, Tone, size, space};
use super::super::super::update::{Command, Direction};
use super::super::super::worker::{Copied, is_container, may_be_opened};
use super::super::text::{Lines, inline_button, muted, paragraph};
use super::super::tone;
use super::search_id;
use crate::preview::{Desk, Zoom};
use crate::report::{Coverage, DocumentReport, Report, Standing};
use crate::words::{Words, clean};

pub(super) fn draw(
    ui: &mut Ui,
    state: &State,
    preview: &Preview,
    (report, document): (&Report, &DocumentReport),
    commands: &mut Vec<Command>,
) {
    let words = &state.words;
    name(ui, words, report, document, commands);
    ui.horizontal_wrapped(|ui| {
        if let Content::Pages(sizes) = &preview.content {
            zoom(ui, state, sizes, commands);
        }
        copies(ui, words, preview, document, commands);
    });
    search(ui, words, preview, commands);
    if let Some(copied) = &state.copied {
        muted(ui, &outcome(words, copied));
    }
    ui.add_space(space::XS);
}

/// What is signed is worth what its file is worth; what is not signed borrows nothing from it.
fn worth(words: &Words, report: &Report, document: &DocumentReport) -> (Tone, String) {
    let coverage = words.coverage(document.coverage);
    let standing = standing(report, document);
    // The file's word is that of its best signature, which may not be one over this document.
    let shares = match document.coverage {
        Coverage::Covered => standing != Some(Standing::Withheld),
        Coverage::Partly => standing == Some(Standing::Confirmed),
        Coverage::NotCovered | Coverage::Changed => false,
    };
    if !shares {
        let withheld = standing == Some(Standing::Withheld);
        return (if withheld { Tone::Bad } else { tone::of_coverage(document.coverage) }, coverage);
    }
    let word = words.headline(&report.authenticity, &report.facts).word;
    (tone::of_verdict(report.authenticity), format!("{word} · {coverage}"))
}

/// How much what was read in a document may count.
pub(super) fn standing(report: &Report, document: &DocumentReport) -> Option<Standing> {
    report.exams.iter().find(|exam| exam.document == document.name).map(|exam| exam.standing)
}

fn name(ui: &mut Ui, words: &Words, report: &Report, document: &DocumentReport, commands: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        let (tone, worth) = worth(words, report, document);
        shapes::draw(ui, tone, 22.0);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = inline_button(ui, "×").accessible_name(words.text("gui-preview-close"));
            if close.on_hover_text(words.text("gui-preview-close")).clicked() {
                commands.push(Command::Preview(PreviewStep::Close));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let palette = Palette::of(ui.ctx());
                Lines::default()
                    .line(&clean(&document.name), size::BODY, palette.text)
                    .line(&worth, size::SMALL, palette.ink(tone))
                    .show(ui);
            });
        });
    });
}

fn zoom(ui: &mut Ui, state: &State, sizes: &[[f32; 2]], commands: &mut Vec<Command>) {
    let words = &state.words;
    let percent = Desk::new(sizes, state.zoom, ui.max_rect().width()).percent();
    let steps =
        [("−", "gui-preview-smaller", Zoom::smaller(percent)), ("+", "gui-preview-larger", Zoom::larger(percent))];
    for (sign, name, zoom) in steps {
        let name = words.text(name);
        if inline_button(ui, sign).accessible_name(&*name).on_hover_text(&*name).clicked() {
            commands.push(Command::Preview(PreviewStep::Zoom(zoom)));
        }
    }
    let percent = words.text_with("gui-preview-percent", &[("percent", &percent.to_string())]);
    muted(ui, &percent);
    if state.zoom != Zoom::Width && inline_button(ui, &words.text("gui-preview-width")).clicked() {
        commands.push(Command::Preview(PreviewStep::Zoom(Zoom::Width)));
    }
}

fn copies(ui: &mut Ui, words: &Words, preview: &Preview, document: &DocumentReport, commands: &mut Vec<Command>) {
    if inline_button(ui, &words.text("gui-preview-save")).clicked() {
        commands.push(Command::Preview(PreviewStep::Save(preview.key.clone())));
    }
    if may_be_opened(&document.name) {
        let text = if is_container(&document.name) { "gui-preview-open-here" } else { "gui-preview-open" };
        if inline_button(ui, &words.text(text)).clicked() {
            commands.push(Command::Preview(PreviewStep::Open(preview.key.clone())));
        }
    }
}

fn search(ui: &mut Ui, words: &Words, preview: &Preview, commands: &mut Vec<Command>) {
    let searchable = matches!(preview.content, Content::Pages(_) | Content::Text);
    if !searchable {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let name = words.text("gui-preview-search");
        let mut query = preview.query.clone();
        let field = TextEdit::singleline(&mut query).id(search_id()).desired_width(180.0).char_limit(100);
        let field = ui.add(field.hint_text(&*name)).accessible_name(&*name);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if query != preview.query {
            commands.push(Command::Preview(PreviewStep::Search(query)));
        } else if entered {
            field.request_focus();
            commands.push(Command::Preview(PreviewStep::Walk(Direction::Next)));
        }
        if preview.query.trim().is_empty() {
            return;
        }
        if let Some(fault) = preview.text_fault {
            muted(ui, &words.text(super::fault_text(fault)));
            return;
        }
        if preview.cells.is_none() {
            return;
        }
        if preview.hits.is_empty() {
            muted(ui, &words.text("gui-preview-no-hits"));
            return;
        }
        let (number, count) = (preview.hit.saturating_add(1).to_string(), preview.hits.len().to_string());
        muted(ui, &words.text_with("gui-preview-hits", &[("number", &number), ("count", &count)]));
        let ways = [("‹", "gui-preview-previous", Direction::Previous), ("›", "gui-preview-next", Direction::Next)];
        for (sign, name, direction) in ways {
            let name = words.text(name);
            if inline_button(ui, sign).accessible_name(&*name).on_hover_text(&*name).clicked() {
                commands.push(Command::Preview(PreviewStep::Walk(direction)));
            }
        }
    });
}

/// A warning that cannot be overlooked.
pub(super) fn notice(ui: &mut Ui, text: &str) {
    theme::notice(Palette::of(ui.ctx()), Tone::Bad).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Bad, 22.0);
            paragraph(ui, text);
        });
    });
}

pub(in super::super) fn outcome(words: &Words, copied: &Copied) -> String {
    let failed = |detail: &str| words.text_with("gui-preview-save-failed", &[("detail", detail)]);
    match copied {
        Copied::Saved(path) => words.text_with("gui-preview-saved", &[("path", &clean(&path.to_string_lossy()))]),
        Copied::Exists => failed(&words.text("gui-preview-exists")),
        Copied::Failed(detail) => failed(&clean(detail)),
        Copied::Opened => words.text("gui-preview-opened"),
        Copied::NotOpened => words.text("gui-preview-open-failed"),
        Copied::Container(_) => String::new(),
    }
}
