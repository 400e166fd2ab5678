//! Every cause, check and verdict as a sentence, in the languages of the interface. Texts are Fluent files under
//! `assets/words/`; this module only picks and fills them. It decides nothing.

mod cause;
mod clean;
mod counting;
mod dossier;
mod exam;
mod fault;
mod fetched;
mod finding;
mod issuer;
mod language;
mod qualification;
mod texts;
mod time;
mod trust;
mod verdict;

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::Timestamp;
use crate::container::{ContainerFinding, Format};
use crate::exam::{ExamFinding, IssuerMatch, Percent, Unreadable};
use crate::report::{Authenticity, Coverage, Fact, SignerKind, Standing, ThreeFacts};
use crate::validation::{Cause, Check, CheckId, EvidenceLevel, Indication, Outcome};

pub use clean::clean;
pub use language::Language;
use texts::Texts;

/// The texts of one language. Each file of texts is read when its first text is asked for.
pub struct Words {
    language: Language,
    texts: Texts,
    riga: OnceLock<jiff::tz::TimeZone>,
}

/// The first line on a file: a word and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// DERĪGS, NEDERĪGS, NEVAR APSTIPRINĀT, …
    pub word: String,
    /// One sentence, without its full stop.
    pub sentence: String,
}

/// What is said of a cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Why, one sentence.
    pub reason: String,
    /// What to do next, one sentence; `None` where there is nothing to do.
    pub advice: Option<String>,
}

/// Which of the three facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// Is the document unchanged?
    Unchanged,
    /// Who vouches for the signer?
    VouchedFor,
    /// Is the signer an exam authority?
    ExamAuthority,
}

/// A text's identifier and the values it is filled with.
struct Filled {
    id: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Filled {
    fn new(id: &'static str) -> Self {
        Self { id, values: Vec::new() }
    }

    /// Adds a value that comes from a file: made harmless here, so that no sentence can forget it.
    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.values.push((name, clean(value)));
        self
    }
}

impl Words {
    /// The texts of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, texts: Texts::new(language), riga: OnceLock::new() }
    }

    /// Which language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A fixed text of the interface by its identifier; the identifier itself where there is no such text.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.texts.format(id, None).unwrap_or_else(|| id.to_owned())
    }

    /// A text with values in it: `{ $name }`. Values that come from a file are to be made harmless with [`clean`].
    #[must_use]
    pub fn text_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let values: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.texts.format(id, Some(&values)).unwrap_or_else(|| id.to_owned())
    }

    /// A text that depends on a number: `{ $count }` selects the plural form.
    #[must_use]
    pub fn counted(&self, id: &str, count: usize) -> String {
        self.counted_with(id, count, &[])
    }

    /// The same with other values in it. Those that come from a file are to be made harmless with [`clean`].
    #[must_use]
    pub fn counted_with(&self, id: &str, count: usize, values: &[(&str, &str)]) -> String {
        self.texts.counted(id, count, values).unwrap_or_else(|| id.to_owned())
    }

    /// A whole number as the language writes it: `12 345`, in English `12,345`.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        counting::number(self.language, number)
    }

    /// The first line on a file.
    #[must_use]
    pub fn headline(&self, authenticity: &Authenticity, facts: &ThreeFacts) -> Headline {
        Headline {
            word: self.text(verdict::word(*authenticity)),
            sentence: self.fill(&verdict::sentence(*authenticity, facts)),
        }
    }

    /// The word on a file alone.
    #[must_use]
    pub fn verdict_word(&self, authenticity: Authenticity) -> String {
        self.text(verdict::word(authenticity))
    }

    /// The word on a file, or that there is none.
    #[must_use]
    pub fn file_word(&self, word: Option<Authenticity>) -> String {
        word.map_or_else(|| self.text("columns-not-examined"), |word| self.verdict_word(word))
    }

    /// What is said of a cause.
    #[must_use]
    pub fn cause(&self, cause: &Cause) -> Said {
        let reason = self.fill(&cause::reason(cause, self));
        let advice = self.texts.format(&format!("{}.advice", cause::id(cause)), None);
        Said { reason, advice }
    }

    /// What to do next about a whole file; `None` where there is nothing to do.
    ///
    /// That somebody else signed weighs more than what is missing to judge that signature.
    #[must_use]
    pub fn advice(&self, authenticity: &Authenticity, cause: Option<&Cause>, facts: &ThreeFacts) -> Option<String> {
        let authority = &facts.exam_authority;
        if *authenticity == Authenticity::ValidButOtherIssuer && authority.outcome == Outcome::Passed {
            return Some(self.text("verdict-other-issuer-in-part.advice"));
        }
        let foreign = authority.cause.as_ref().filter(|_| authority.outcome == Outcome::Failed);
        foreign.or(cause).and_then(|cause| self.cause(cause).advice)
    }

    /// Why a whole file has its word; `None` where the headline says it already, or a good file needs no reason.
    #[must_use]
    pub fn reason(&self, authenticity: &Authenticity, cause: Option<&Cause>, facts: &ThreeFacts) -> Option<String> {
        let cause = cause.filter(|_| *authenticity != Authenticity::Genuine)?;
        let (reason, headline) = (self.cause(cause).reason, self.headline(authenticity, facts).sentence);
        (reason.trim_end_matches('.') != headline).then_some(reason)
    }

    /// The question a check asks.
    #[must_use]
    pub fn question(&self, check: CheckId) -> String {
        self.text(verdict::question(check))
    }

    /// The answer of a check in one sentence.
    #[must_use]
    pub fn answer(&self, check: &Check) -> String {
        match &check.cause {
            Some(cause) => self.cause(cause).reason,
            None => self.text(verdict::answer(check.id, check.outcome)),
        }
    }

    /// A check as one line, with its answer unless that was said before: one that passed is its answer; any other its question, what
    /// became of it, and why.
    #[must_use]
    pub fn check(&self, check: &Check, answer: Option<String>) -> String {
        match (check.outcome, answer) {
            (Outcome::Passed, Some(answer)) => answer,
            (outcome, answer) => {
                let (question, outcome) = (self.question(check.id), self.outcome(outcome));
                let line = self.text_with("report-parenthesis", &[("text", &question), ("remark", &outcome)]);
                format!("{line} {}", answer.unwrap_or_default())
            }
        }
    }

    /// passed, failed, not known, not checked: one or two words.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> String {
        self.text(verdict::outcome(outcome))
    }

    /// What one of the three facts is called.
    #[must_use]
    pub fn fact_name(&self, kind: FactKind) -> String {
        self.text(verdict::fact_name(kind))
    }

    /// The sentence for one of the three facts.
    #[must_use]
    pub fn fact(&self, kind: FactKind, fact: &Fact, issuer: Option<&IssuerMatch>) -> String {
        match verdict::fact_cause(kind, fact, issuer) {
            Some(cause) => self.cause(&cause).reason,
            None => self.text(verdict::fact_sentence(kind, fact)),
        }
    }

    /// The same without its cause, for where the cause was said before.
    #[must_use]
    pub fn fact_in_short(&self, kind: FactKind, fact: &Fact) -> String {
        self.text(verdict::fact_sentence(kind, fact))
    }

    /// What evidence a signature carries: the standard's name, and what it means.
    #[must_use]
    pub fn evidence_level(&self, level: EvidenceLevel) -> String {
        let meaning = self.text(verdict::evidence_level(level));
        self.text_with("report-parenthesis", &[("text", level.name()), ("remark", &meaning)])
    }

    /// What a time-stamp is called, by the name of its element.
    #[must_use]
    pub fn timestamp_kind(&self, kind: &str) -> String {
        match kind {
            "SignatureTimeStamp" => self.text("report-timestamp-of-signature"),
            "ArchiveTimeStamp" => self.text("report-timestamp-of-archive"),
            other => self.text_with("report-timestamp-of-other", &[("kind", &clean(other))]),
        }
    }

    /// What an answer says of a certificate, by its word in the report.
    #[must_use]
    pub fn revocation_status(&self, status: &str) -> String {
        self.text(match status {
            "good" => "report-revocation-good",
            "revoked" => "report-revocation-revoked",
            _ => "report-revocation-none",
        })
    }

    /// Whether a time-stamp proves its time.
    #[must_use]
    pub fn timestamp_worth(&self, indication: Indication) -> String {
        self.text(match indication {
            Indication::TotalPassed => "report-timestamp-passed",
            Indication::TotalFailed(_) => "report-timestamp-failed",
            Indication::Indeterminate(_) => "report-timestamp-open",
        })
    }

    /// What a container finding means.
    #[must_use]
    pub fn finding(&self, finding: &ContainerFinding) -> String {
        self.fill(&finding::container(finding))
    }

    /// What a finding about an exam's results means.
    #[must_use]
    pub fn exam_finding(&self, finding: &ExamFinding) -> String {
        self.fill(&exam::finding(finding, self))
    }

    /// Why a document gives no result.
    #[must_use]
    pub fn unreadable(&self, reason: &Unreadable) -> String {
        self.text(exam::unreadable(reason))
    }

    /// What kind of file it is, one sentence.
    #[must_use]
    pub fn format(&self, format: Format) -> String {
        self.text(finding::format(format))
    }

    /// Covered, partly, not covered, changed.
    #[must_use]
    pub fn coverage(&self, coverage: Coverage) -> String {
        self.text(verdict::coverage(coverage))
    }

    /// How a result may be taken; empty for a confirmed one.
    #[must_use]
    pub fn standing(&self, standing: Standing) -> String {
        verdict::standing(standing).map(|id| self.text(id)).unwrap_or_default()
    }

    /// Signature, seal, or either.
    #[must_use]
    pub fn signer_kind(&self, kind: SignerKind) -> String {
        self.text(verdict::signer_kind(kind))
    }

    /// A percentage as the language writes it: `87,50 %`.
    #[must_use]
    pub fn percent(&self, percent: Percent) -> String {
        let (whole, fraction) = (percent.hundredths() / 100, percent.hundredths() % 100);
        self.text_with("percent", &[("whole", &whole.to_string()), ("fraction", &format!("{fraction:02}"))])
    }

    /// Date and time in Latvia with the zone said, as the language writes them.
    #[must_use]
    pub fn date_time(&self, at: Timestamp) -> String {
        time::date_time(self, at)
    }

    /// Date and time in UTC, said so.
    #[must_use]
    pub fn date_time_utc(&self, at: Timestamp) -> String {
        time::date_time_utc(self, at)
    }

    /// A date in Latvia.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> String {
        time::date(self, at)
    }

    /// A date in Latvia in figures, for where there is little room.
    #[must_use]
    pub fn date_in_figures(&self, at: Timestamp) -> String {
        time::date_in_figures(self, at)
    }

    fn fill(&self, filled: &Filled) -> String {
        let values: Vec<_> = filled.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.text_with(filled.id, &values)
    }
}

#[cfg(test)]
mod tests;
