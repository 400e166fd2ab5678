//! Every cause, check and verdict as a sentence, in Latvian and English. Texts are Fluent files under `assets/words/`;
//! this module only picks and fills them. It decides nothing.

use crate::Timestamp;
use crate::container::{ContainerFinding, Format};
use crate::exam::IssuerMatch;
use crate::exam::{ExamFinding, Percent, Unreadable};
use crate::report::{Authenticity, Coverage, Fact, SignerKind, Standing, ThreeFacts};
use crate::validation::{Cause, Check, CheckId, Outcome};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Latviešu.
    Latvian,
    /// English.
    English,
}

/// The texts of one language.
pub struct Words {
    language: Language,
}

/// The first line on a file: a word and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// DERĪGS, NEDERĪGS, NEVAR APSTIPRINĀT, …
    pub word: String,
    /// One sentence.
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

impl Words {
    /// The texts of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Which language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A fixed text of the interface by its identifier.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        id.to_owned()
    }

    /// A text with values in it: `{ $name }`.
    #[must_use]
    pub fn text_with(&self, id: &str, _values: &[(&str, &str)]) -> String {
        id.to_owned()
    }

    /// A text that depends on a number: `{ $count }` selects the plural form.
    #[must_use]
    pub fn counted(&self, id: &str, _count: usize) -> String {
        id.to_owned()
    }

    /// The first line on a file.
    #[must_use]
    pub fn headline(&self, _authenticity: &Authenticity, _facts: &ThreeFacts) -> Headline {
        Headline { word: String::new(), sentence: String::new() }
    }

    /// What is said of a cause.
    #[must_use]
    pub fn cause(&self, _cause: &Cause) -> Said {
        Said { reason: String::new(), advice: None }
    }

    /// The question a check asks.
    #[must_use]
    pub fn question(&self, _check: CheckId) -> String {
        String::new()
    }

    /// The answer of a check in one sentence.
    #[must_use]
    pub fn answer(&self, _check: &Check) -> String {
        String::new()
    }

    /// passed, failed, not known, not checked: one or two words.
    #[must_use]
    pub fn outcome(&self, _outcome: Outcome) -> String {
        String::new()
    }

    /// The sentence for one of the three facts.
    #[must_use]
    pub fn fact(&self, _kind: FactKind, _fact: &Fact, _issuer: Option<&IssuerMatch>) -> String {
        String::new()
    }

    /// What a container finding means.
    #[must_use]
    pub fn finding(&self, _finding: &ContainerFinding) -> String {
        String::new()
    }

    /// What a finding about an exam's results means.
    #[must_use]
    pub fn exam_finding(&self, _finding: &ExamFinding) -> String {
        String::new()
    }

    /// Why a document gives no result.
    #[must_use]
    pub fn unreadable(&self, _reason: &Unreadable) -> String {
        String::new()
    }

    /// What kind of file it is, one sentence.
    #[must_use]
    pub fn format(&self, _format: Format) -> String {
        String::new()
    }

    /// Covered, partly, not covered, changed.
    #[must_use]
    pub fn coverage(&self, _coverage: Coverage) -> String {
        String::new()
    }

    /// How a result may be taken; empty for a confirmed one.
    #[must_use]
    pub fn standing(&self, _standing: Standing) -> String {
        String::new()
    }

    /// Signature, seal, or either.
    #[must_use]
    pub fn signer_kind(&self, _kind: SignerKind) -> String {
        String::new()
    }

    /// A percentage as the language writes it: `87,50 %`.
    #[must_use]
    pub fn percent(&self, _percent: Percent) -> String {
        String::new()
    }

    /// Date and time in Latvia with the zone said, as the language writes them.
    #[must_use]
    pub fn date_time(&self, _at: Timestamp) -> String {
        String::new()
    }

    /// Date and time in UTC, said so.
    #[must_use]
    pub fn date_time_utc(&self, _at: Timestamp) -> String {
        String::new()
    }

    /// A date in Latvia.
    #[must_use]
    pub fn date(&self, _at: Timestamp) -> String {
        String::new()
    }
}
