//! Values that lead to where they were read: pointing at one outlines its place on the page, a click goes there.

use std::path::Path;

use egui::{CursorIcon, Response, Ui};

use super::super::super::preview::{Key, PreviewStep, Spot};
use super::super::super::state::State;
use super::super::super::update::Command;
use super::super::text::inline_button;
use super::copy;
use crate::exam::{Certainty, Found, Place};
use crate::export::{Codes, Secrets};
use crate::report::Report;

/// What a person does with the values of one file.
pub(super) struct Reader<'s> {
    pub(super) state: &'s State,
    path: &'s Path,
    /// Codes that are not to be copied either as long as they are hidden.
    pub(super) secrets: Secrets,
    /// The document that is being drawn.
    pub(super) document: String,
    /// What is pointed at in this frame.
    pointed: Option<Spot>,
    given: Vec<Command>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(state: &'s State, path: &'s Path, report: &Report) -> Self {
        let secrets = Secrets::of(report, if state.codes_revealed { Codes::Shown } else { Codes::Masked });
        Self { state, path, secrets, document: String::new(), pointed: None, given: Vec::new() }
    }

    pub(super) fn give(&mut self, command: Command) {
        self.given.push(command);
    }

    /// What was asked for, and what is pointed at where that is something new.
    pub(super) fn commands(mut self) -> Vec<Command> {
        if let Some(preview) = &self.state.preview {
            let here = self.pointed.as_ref().filter(|spot| spot.key == preview.key);
            if here.and_then(|spot| spot.place.as_ref()) != preview.pointed.as_ref() {
                self.given.push(Command::Preview(PreviewStep::Point(self.pointed)));
            }
        }
        self.given
    }

    fn spot(&self, place: Option<&Place>) -> Spot {
        let key = Key { path: self.path.to_owned(), document: self.document.clone() };
        Spot { key, place: place.cloned() }
    }

    /// Lets a drawn value lead to its place.
    pub(super) fn lead(&mut self, response: Response, label: &str, value: &str, place: &Place) {
        let words = &self.state.words;
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(words.text("gui-shown-at"));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.hovered() || response.has_focus() {
            self.pointed = Some(self.spot(Some(place)));
        }
        if response.clicked() {
            let spot = self.spot(Some(place));
            self.give(Command::Preview(PreviewStep::Show(spot)));
        }
        response.context_menu(|ui| {
            if ui.button(words.text("gui-copy-value")).clicked() {
                let line = self.secrets.mask(&copy::line(words, &self.document, label, value, place));
                self.given.push(Command::Copy(line));
                ui.close();
            }
        });
    }

    /// In the place of a value that is not certain: where to read it.
    pub(super) fn read_in_document(&mut self, ui: &mut Ui, place: Option<&Place>) {
        let words = &self.state.words;
        let text = match place {
            Some(place) => words.text_with("gui-read-at", &[("page", &place.page.to_string())]),
            None => words.text("gui-read-in-document"),
        };
        let response = inline_button(ui, &text);
        if response.hovered() || response.has_focus() {
            self.pointed = place.map(|place| self.spot(Some(place)));
        }
        if response.clicked() {
            let spot = self.spot(place);
            self.give(Command::Preview(PreviewStep::Show(spot)));
        }
    }
}

/// The value where the reading is certain; anything less a person must read in the document.
pub(super) fn certain<T>(found: &Option<Found<T>>) -> Option<&Found<T>> {
    found.as_ref().filter(|found| found.certainty == Certainty::Certain)
}

/// Where a value stands that was found, and not with certainty.
pub(super) fn doubtful<T>(found: &Option<Found<T>>) -> Option<&Place> {
    found.as_ref().filter(|found| found.certainty != Certainty::Certain).map(|found| &found.place)
}
