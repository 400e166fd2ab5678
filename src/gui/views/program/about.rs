//! What this program is, what it sends where, where it keeps things, and what it is built from.

use egui::accesskit::Role;
use egui::{CollapsingHeader, RichText, ScrollArea, Ui};

use super::super::super::settings::Keeping;
use super::super::super::shapes;
use super::super::super::state::State;
use super::super::super::theme::{Palette, size, space};
use super::super::super::update::Command;
use super::super::text::{Lines, button, field, heading, inline_button, leading, muted, paragraph};
use super::settings::rules_named;
use super::{crates, group, title};
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    title(ui, state, "about", commands);
    ui.horizontal_top(|ui| {
        shapes::seal(ui, 64.0);
        ui.add_space(space::S);
        let palette = Palette::of(ui.ctx());
        Lines::default()
            .line(&version(words), size::HEADING, palette.text)
            .line(&words.text("about-what"), size::BODY, palette.text)
            .line(&words.text("about-licence"), size::SMALL, palette.muted)
            .show(ui);
    });
    group(ui, words, "about-sent", |ui| sent(ui, state));
    group(ui, words, "about-files", |ui| places(ui, state, commands));
    group(ui, words, "about-report", |ui| {
        muted(ui, &words.text("about-report-remark"));
        if button(ui, &words.text("about-report-copy")).clicked() {
            commands.push(Command::Copy(report(state)));
        }
    });
    libraries(ui, words);
}

fn version(words: &Words) -> String {
    words.text_with("about-version", &[("version", env!("CARGO_PKG_VERSION"))])
}

/// Whole sentences: whoever must decide whether the program may be used reads this.
fn sent(ui: &mut Ui, state: &State) {
    let words = &state.words;
    if cfg!(feature = "online") {
        paragraph(ui, &words.text("about-sent-nothing"));
        ui.add_space(space::XS);
        paragraph(ui, &words.text_with("about-sent-lists", &[("url", &clean(&state.trust.source))]));
        ui.add_space(space::XS);
        paragraph(ui, &words.text("about-sent-online"));
    } else {
        paragraph(ui, &words.text("about-sent-never"));
    }
}

fn places(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let mut places = vec![
        ("about-program", state.program.executable.as_ref()),
        ("about-place", state.trust.place.as_ref()),
        ("about-lists", state.trust.folder.as_ref()),
    ];
    match &state.program.keeping {
        Keeping::InFile(file) | Keeping::Refused { file, .. } => places.push(("about-settings", Some(file))),
        Keeping::NoPlace => places.push(("about-settings", None)),
        Keeping::NotAsked => {}
    }
    for (label, path) in places {
        let label = words.text(label);
        let shown = path.map_or_else(|| words.text("about-no-place"), |path| clean(&path.to_string_lossy()));
        field(ui, &label, RichText::new(&shown), |ui| {
            let name = words.text_with("about-copy", &[("what", &label)]);
            if path.is_some() && inline_button(ui, &words.text("gui-copy")).accessible_name(name).clicked() {
                commands.push(Command::Copy(shown.clone()));
            }
        });
    }
}

/// What helps to find a fault, and says nothing of the reader: no paths, no files.
pub(super) fn report(state: &State) -> String {
    let words = &state.words;
    let system = [std::env::consts::OS, std::env::consts::ARCH].join(" ");
    let network = if cfg!(feature = "online") { "about-report-online" } else { "about-report-offline" };
    let mut lines = vec![
        words.text_with("report-parenthesis", &[("text", &version(words)), ("remark", &system)]),
        words.text_with("about-report-language", &[("language", words.language().code())]),
        words.text(network),
    ];
    if let Some(rules) = &state.trust.rules {
        let values = [("rules", &*rules_named(words, &rules.id, rules.version)), ("digest", &rules.digest.to_string())];
        lines.push(words.text_with("about-report-rules", &values));
    }
    lines.push(words.text("about-report-lists"));
    for list in state.trust.lists.iter().map(|list| &list.facts) {
        let values = [
            ("territory", clean(&list.territory)),
            ("sequence", list.sequence.to_string()),
            ("date", words.date_in_figures(list.issued)),
            ("origin", words.list_origin(list.origin)),
        ];
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lines.push(words.text_with("about-report-list", &values));
    }
    lines.join("\n")
}

fn libraries(ui: &mut Ui, words: &Words) {
    heading(ui, &words.text("about-crates"));
    muted(ui, &words.text("about-crates-remark"));
    let count = crates::all().count();
    let title = RichText::new(words.counted("about-crates-count", count));
    CollapsingHeader::new(title).id_salt("crates").default_open(false).show_unindented(ui, |ui| {
        let rows = ScrollArea::vertical().auto_shrink([false, true]).max_height(320.0).id_salt("crates in sight");
        rows.show_rows(ui, leading(size::SMALL), count, |ui, visible| {
            for (index, one) in crates::all().enumerate().skip(visible.start).take(visible.len()) {
                let values = [("name", one.name), ("version", one.version), ("licence", one.licence)];
                let text = words.text_with("about-crate", &values);
                let line = ui.add(egui::Label::new(RichText::new(&text).size(size::SMALL)).truncate());
                ui.ctx().accesskit_node_builder(line.id, |node| {
                    node.set_role(Role::ListItem);
                    node.set_label(text);
                    node.set_position_in_set(index.saturating_add(1));
                    node.set_size_of_set(count);
                });
            }
        });
    });
}
