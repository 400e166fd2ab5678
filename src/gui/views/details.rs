//! Technical details: codes, path, digests, times, policy, lists. Each can be copied.

use egui::{CollapsingHeader, RichText, Ui};

use super::super::state::State;
use super::super::theme::{self, Palette, size, space};
use super::super::update::Command;
use super::text::{field, inline_button};
use crate::report::{PathStep, Report, SignatureReport};
use crate::validation::Indication;
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, state: &State, report: &Report, commands: &mut Vec<Command>) {
    ui.add_space(space::M);
    let title = RichText::new(state.words.text("gui-details")).size(size::HEADING);
    CollapsingHeader::new(title).id_salt("details").default_open(false).show_unindented(ui, |ui| {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            for (label, value) in lines(&state.words, report) {
                let copy = state.words.text("gui-copy");
                field(ui, &label, RichText::new(&value).monospace(), |ui| {
                    let button = inline_button(ui, &copy).accessible_name(format!("{copy}: {label}"));
                    if button.clicked() {
                        commands.push(Command::Copy(value.clone()));
                    }
                });
            }
        });
    });
}

fn lines(words: &Words, report: &Report) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut add = |id: &str, value: String| lines.push((words.text(id), value));
    if let Some(sha256) = report.file.sha256 {
        add("report-sha256", sha256.to_string());
    }
    add("report-checked-at", words.date_time_utc(report.checked_at));
    let tool = &report.tool;
    add("report-tool", format!("{} {}", tool.name, tool.version));
    // Rules may come from a file, and anybody may name them.
    add("report-policy", format!("{} {} {}", clean(&tool.policy), tool.policy_version, tool.policy_sha256));
    for list in &report.lists {
        add("report-lists", format!("{} {} {}", list.territory, list.sequence, list.issued));
    }
    for document in &report.documents {
        add("report-documents", format!("{} {}", clean(&document.name), document.sha256));
    }
    for signature in &report.signatures {
        lines.extend(signature_lines(words, signature));
    }
    lines
}

fn signature_lines(words: &Words, signature: &SignatureReport) -> Vec<(String, String)> {
    let mut lines = vec![
        (words.text("report-indication"), codes(signature.indication)),
        (words.text("gui-method"), format!("{} · {}", signature.signature_method, signature.canonicalization)),
    ];
    if let Some(signer) = &signature.signer {
        lines.push((
            words.text("gui-signer-certificate"),
            format!("{} {} {}", clean(&signer.name), signer.key, signer.certificate_sha256),
        ));
    }
    lines.extend(signature.path.iter().map(|step| (words.text("report-path"), step_line(step))));
    for stamp in &signature.timestamps {
        let at = stamp.at.map(|at| at.to_string()).unwrap_or_default();
        lines.push((stamp.kind.clone(), format!("{at} {}", clean(stamp.authority.as_deref().unwrap_or_default()))));
    }
    for answer in &signature.revocation {
        let (about, status) =
            (answer.about.as_deref().unwrap_or_default(), answer.status.as_deref().unwrap_or_default());
        let at = answer.produced_at.map(|at| at.to_string()).unwrap_or_default();
        lines.push((answer.kind.clone(), format!("{} {status} {at}", clean(about))));
    }
    lines
}

/// The codes as the standard writes them: `INDETERMINATE / NO_POE`.
fn codes(indication: Indication) -> String {
    let written = serde_json::to_value(indication).unwrap_or_default();
    let code = |key: &str| written.get(key).and_then(serde_json::Value::as_str).map(str::to_owned);
    [code("indication"), code("sub_indication")].into_iter().flatten().collect::<Vec<_>>().join(" / ")
}

fn step_line(step: &PathStep) -> String {
    let service = step.service.as_ref().map(|service| {
        let status = service.status.as_ref().map(|(status, since)| format!("{status} {since}")).unwrap_or_default();
        format!(" [{} {} {} {status}]", service.territory, service.service_type, clean(&service.name))
    });
    format!("{} {}{}", clean(&step.name), step.sha256, service.unwrap_or_default())
}
