//! A result on the clipboard: every certain value with where it stands in the document, and what the result is worth.

use egui::Ui;

use super::super::super::update::Command;
use super::super::text::inline_button;
use super::reader::{Reader, certain};
use crate::exam::{Certainty, ExamCertificate, Found, Place};
use crate::report::Standing;
use crate::words::{Words, clean};

pub(super) fn button(ui: &mut Ui, reader: &mut Reader<'_>, exam: &ExamCertificate, standing: Standing) {
    if inline_button(ui, &reader.state.words.text("gui-copy-result")).clicked() {
        let text = result(&reader.state.words, &reader.document, exam, standing);
        let text = reader.secrets.mask(&text);
        reader.give(Command::Copy(text));
    }
}

/// One value with its source.
pub(super) fn line(words: &Words, document: &str, label: &str, value: &str, place: &Place) -> String {
    let (page, source) = (place.page.to_string(), clean(&place.source));
    let values = [("document", &*clean(document)), ("page", &*page), ("source", &*source)];
    format!("{label}: {value} ({})", words.text_with("gui-source", &values))
}

/// A result that is not confirmed says so in its first line, wherever it is pasted.
fn result(words: &Words, document: &str, exam: &ExamCertificate, standing: Standing) -> String {
    let mut lines = Vec::new();
    if standing != Standing::Confirmed {
        lines.push(words.standing(standing));
    }
    let texts = [
        ("gui-person", &exam.person),
        ("gui-subject", &exam.subject),
        ("gui-level", &exam.level),
        ("gui-year", &exam.year),
        ("gui-exam-date", &exam.exam_date),
    ];
    let text = |(label, found): (&str, &Option<Found<String>>)| {
        certain(found).map(|found| line(words, document, &words.text(label), &clean(&found.value), &found.place))
    };
    lines.extend(texts.into_iter().filter_map(text));
    if let Some(overall) = certain(&exam.overall) {
        lines.push(line(words, document, &words.text("gui-overall"), &words.percent(overall.value), &overall.place));
    }
    for part in exam.parts.iter().filter(|part| part.percent.certainty == Certainty::Certain) {
        lines.push(line(words, document, &clean(&part.name), &words.percent(part.percent.value), &part.percent.place));
    }
    lines.join("\n")
}
