//! The Fluent files of a language, each read when its first text is asked for: a program that prints JSON reads none.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::Language;

/// The files, in the order of [`FILES`].
const COUNT: usize = 10;

/// What identifiers begin with, the file they stand in, in Latvian and in English.
const FILES: [(&[&str], &str, &str); COUNT] = [
    (
        &["verdict-"],
        include_str!("../../assets/words/lv/verdict.ftl"),
        include_str!("../../assets/words/en/verdict.ftl"),
    ),
    (&["cause-"], include_str!("../../assets/words/lv/cause.ftl"), include_str!("../../assets/words/en/cause.ftl")),
    (&["check-"], include_str!("../../assets/words/lv/check.ftl"), include_str!("../../assets/words/en/check.ftl")),
    (
        &["report-", "time-", "percent"],
        include_str!("../../assets/words/lv/report.ftl"),
        include_str!("../../assets/words/en/report.ftl"),
    ),
    (&["exam-"], include_str!("../../assets/words/lv/exam.ftl"), include_str!("../../assets/words/en/exam.ftl")),
    (&["cli-"], include_str!("../../assets/words/lv/cli.ftl"), include_str!("../../assets/words/en/cli.ftl")),
    (&["trust-"], include_str!("../../assets/words/lv/trust.ftl"), include_str!("../../assets/words/en/trust.ftl")),
    (
        &["qualification-"],
        include_str!("../../assets/words/lv/qualification.ftl"),
        include_str!("../../assets/words/en/qualification.ftl"),
    ),
    (
        &["menu", "recent-", "settings", "about", "help"],
        include_str!("../../assets/words/lv/program.ftl"),
        include_str!("../../assets/words/en/program.ftl"),
    ),
    // Last: every identifier that is not one of the above is the window's.
    (&[""], include_str!("../../assets/words/lv/gui.ftl"), include_str!("../../assets/words/en/gui.ftl")),
];

/// All texts of one language.
pub(super) struct Texts {
    language: Language,
    files: [OnceLock<FluentBundle<FluentResource>>; COUNT],
}

impl Texts {
    pub(super) fn new(language: Language) -> Self {
        Self { language, files: std::array::from_fn(|_| OnceLock::new()) }
    }

    /// The text `id`, or its attribute where `id` reads `message.attribute`; `None` where there is none.
    pub(super) fn format(&self, id: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let bundle = self.file_of(name)?;
        let message = bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        // A missing value shows as its name; a test keeps every sentence complete.
        Some(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
    }

    fn file_of(&self, name: &str) -> Option<&FluentBundle<FluentResource>> {
        let at = FILES.iter().position(|(beginnings, ..)| beginnings.iter().any(|start| name.starts_with(start)))?;
        let (_, latvian, english) = FILES.get(at)?;
        let source = match self.language {
            Language::Latvian => latvian,
            Language::English => english,
        };
        Some(self.files.get(at)?.get_or_init(|| bundle(self.language, source)))
    }
}

fn bundle(language: Language, source: &str) -> FluentBundle<FluentResource> {
    // A resource with mistakes keeps its good messages; a test refuses mistakes.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
    // Isolation marks are for mixed directions; both languages are written from left to right, and the marks would
    // reach copied text and terminals.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
