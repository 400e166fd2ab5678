//! Who signed, when that is proven, and what the signature is in law: one card a signature.

use egui::{RichText, Ui};

use super::super::shapes;
use super::super::theme::{self, Palette, Tone, space};
use super::text::{field, heading, muted};
use crate::Timestamp;
use crate::qualification::{Level, SignatureQualification};
use crate::report::{Report, SignatureReport};
use crate::validation::ProvenBy;
use crate::words::{Words, clean};

pub(super) fn draw(ui: &mut Ui, words: &Words, report: &Report) {
    if report.signatures.is_empty() {
        return;
    }
    heading(ui, &words.text("report-signatures"));
    for signature in &report.signatures {
        theme::card(Palette::of(ui.ctx())).show(ui, |ui| {
            ui.set_width(ui.available_width());
            signer(ui, words, signature);
            times(ui, words, signature);
            levels(ui, words, signature);
            for note in &signature.notes {
                line(ui, words, "report-note", &words.cause(note).reason);
            }
        });
    }
}

fn line(ui: &mut Ui, words: &Words, label: &str, value: &str) {
    field(ui, &words.text(label), RichText::new(value), |_| {});
}

fn signer(ui: &mut Ui, words: &Words, signature: &SignatureReport) {
    let Some(signer) = &signature.signer else {
        line(ui, words, "report-signer", &words.text("report-signer-missing"));
        return;
    };
    let kind = words.signer_kind(signer.kind);
    line(ui, words, "report-signer", &format!("{} ({kind})", clean(&signer.name)));
    if let Some(organisation) = &signer.organisation {
        line(ui, words, "report-organisation", &clean(organisation));
    }
    line(ui, words, "report-issuer", &clean(&signer.issuer));
}

/// The proven time, and beside it what the signer claims: never one in the place of the other.
fn times(ui: &mut Ui, words: &Words, signature: &SignatureReport) {
    match signature.proven_time.by {
        ProvenBy::Timestamp => {
            line(ui, words, "report-timestamp-time", &local_and_utc(words, signature.proven_time.at));
        }
        ProvenBy::Now => line(ui, words, "report-proven-time", &words.text("report-proven-now")),
    }
    if let Some(claimed) = signature.claimed_time {
        line(ui, words, "report-claimed-time", &local_and_utc(words, claimed));
    }
}

fn local_and_utc(words: &Words, at: Timestamp) -> String {
    format!("{}\n{}", words.date_time(at), words.date_time_utc(at))
}

fn levels(ui: &mut Ui, words: &Words, signature: &SignatureReport) {
    if let Some(level) = &signature.qualification {
        line(ui, words, "report-qualification", &words.signature_level(level));
        open(ui, words, level);
    }
    if let Some(level) = signature.level {
        line(ui, words, "report-level", &words.evidence_level(level));
    }
    if let Some(until) = signature.holds_until {
        line(ui, words, "report-holds-until", &words.date(until));
    }
}

/// Why a level is open, and what to do.
fn open(ui: &mut Ui, words: &Words, level: &Level<SignatureQualification>) {
    let Level::Open { doubt, .. } = level else { return };
    let said = words.qualification_doubt(doubt);
    theme::notice(Palette::of(ui.ctx()), Tone::Doubt).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            shapes::draw(ui, Tone::Doubt, 18.0);
            ui.vertical(|ui| {
                muted(ui, &said.reason);
                if let Some(advice) = &said.advice {
                    muted(ui, &format!("{}: {advice}", words.text("report-advice")));
                }
            });
        });
    });
    ui.add_space(space::XS);
}
