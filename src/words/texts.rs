//! The Fluent files of a language, each read when its first text is asked for: a program that prints JSON reads none.
//!
//! What a language lacks, a file or a text, is taken from English.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;

use super::{Language, counting};

/// A file of texts in all the languages that have it.
struct File {
    /// What the identifiers in it begin with.
    beginnings: &'static [&'static str],
    /// Code of a language, and the file in it.
    sources: &'static [(&'static str, &'static str)],
}

/// A file, the beginnings of its identifiers, and the languages that have it; `en` is always among them.
macro_rules! file {
    ($name:literal, $beginnings:expr, [$($code:literal),+]) => {
        File {
            beginnings: &$beginnings,
            sources: &[$(($code, include_str!(concat!("../../assets/words/", $code, "/", $name, ".ftl")))),+],
        }
    };
}

const FILES: &[File] = &[
    file!("verdict", ["verdict-"], ["lv", "en", "ru", "lt", "et"]),
    file!("cause", ["cause-"], ["lv", "en", "ru", "lt", "et"]),
    file!("check", ["check-"], ["lv", "en", "ru", "lt", "et"]),
    file!("report", ["report-", "time-", "percent"], ["lv", "en", "ru", "lt", "et"]),
    file!("exam", ["exam-"], ["lv", "en", "ru", "lt", "et"]),
    file!("cli", ["cli-"], ["lv", "en", "ru", "lt", "et"]),
    file!("trust", ["trust-"], ["lv", "en", "ru", "lt", "et"]),
    file!("qualification", ["qualification-"], ["lv", "en", "ru", "lt", "et"]),
    file!("rows", ["rows-"], ["lv", "en", "ru", "lt", "et"]),
    file!("dossier", ["dossier-"], ["lv", "en", "ru", "lt", "et"]),
    file!("program", ["menu", "recent-", "settings", "about", "help"], ["lv", "en", "ru", "lt", "et"]),
    file!("pdf", ["pdf-"], ["lv", "en", "ru", "lt", "et"]),
    file!("columns", ["columns-"], ["lv", "en", "ru", "lt", "et"]),
    // Last: every identifier that is not one of the above is the window's.
    file!("gui", [""], ["lv", "en", "ru", "lt", "et"]),
];

/// All texts of one language.
pub(super) struct Texts {
    language: Language,
    files: &'static [File],
    own: Read,
    english: Read,
}

/// The files of one language that were read; `None` where the language does not have the file.
type Read = Box<[OnceLock<Option<FluentBundle<FluentResource>>>]>;

/// A text that was found, in the language it was found in.
struct Found<'texts> {
    language: Language,
    bundle: &'texts FluentBundle<FluentResource>,
    pattern: &'texts Pattern<&'texts str>,
}

impl Texts {
    pub(super) fn new(language: Language) -> Self {
        Self::of(language, FILES)
    }

    fn of(language: Language, files: &'static [File]) -> Self {
        let unread = || files.iter().map(|_| OnceLock::new()).collect();
        Self { language, files, own: unread(), english: unread() }
    }

    /// The text `id`, or its attribute where `id` reads `message.attribute`; `None` where there is none.
    pub(super) fn format(&self, id: &str, values: Option<&FluentArgs<'_>>) -> Option<String> {
        let found = self.find(id)?;
        // A missing value shows as its name; a test keeps every sentence complete.
        Some(found.bundle.format_pattern(found.pattern, values, &mut Vec::new()).into_owned())
    }

    /// The same for a text that depends on a number, `count`: with the form of words that goes with it.
    pub(super) fn counted(&self, id: &str, count: usize, values: &[(&str, &str)]) -> Option<String> {
        let Found { language, bundle, pattern } = self.find(id)?;
        let pattern = counting::chosen(pattern, language, count);
        let mut filled: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        filled.set(counting::COUNT, counting::number(language, count));
        Some(bundle.format_pattern(&pattern, Some(&filled), &mut Vec::new()).into_owned())
    }

    fn find(&self, id: &str) -> Option<Found<'_>> {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let at = self.files.iter().position(|file| file.beginnings.iter().any(|start| name.starts_with(start)))?;
        let (language, bundle) = match self.read(&self.own, at, self.language) {
            Some(bundle) if bundle.has_message(name) => (self.language, bundle),
            _ if self.language == Language::English => return None,
            _ => (Language::English, self.read(&self.english, at, Language::English)?),
        };
        let message = bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        Some(Found { language, bundle, pattern })
    }

    fn read<'kept>(
        &self,
        kept: &'kept Read,
        at: usize,
        language: Language,
    ) -> Option<&'kept FluentBundle<FluentResource>> {
        let source = || self.files.get(at)?.sources.iter().find(|(code, _)| *code == language.code());
        kept.get(at)?.get_or_init(|| source().map(|(_, source)| bundle(language, source))).as_ref()
    }
}

fn bundle(language: Language, source: &str) -> FluentBundle<FluentResource> {
    // A resource with mistakes keeps its good messages; a test refuses mistakes.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
    // Isolation marks are for mixed directions; all languages are written from left to right, and the marks would
    // reach copied text and terminals.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_is_in_the_table() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words");
        for language in Language::ALL {
            let files = fs::read_dir(folder.join(language.code())).into_iter().flatten();
            let files: BTreeSet<_> = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
            let sources = FILES.iter().flat_map(|file| file.sources);
            let listed: BTreeSet<_> =
                sources.filter(|(code, _)| *code == language.code()).map(|(_, text)| (*text).to_owned()).collect();
            assert!(files == listed, "{language:?}: {} files, {} in the table", files.len(), listed.len());
        }
        assert!(FILES.iter().all(|file| file.sources.iter().any(|(code, _)| *code == "en")));
    }

    /// One file that Lithuanian has in part, one that it has not.
    const SMALL: &[File] = &[
        File {
            beginnings: &["part-"],
            sources: &[
                ("lt", "part-own = Savas"),
                ("en", "part-own = Own\npart-other = Other { $name }\n    .advice = Ask."),
            ],
        },
        File {
            beginnings: &[""],
            sources: &[(
                "en",
                "days = { $count ->\n    [0] today\n    [one] { $count } day\n   *[other] { $count } days\n}",
            )],
        },
    ];

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let texts = Texts::of(Language::Lithuanian, SMALL);
        let say = |id| texts.format(id, None);
        assert_eq!(say("part-own").as_deref(), Some("Savas"));
        assert_eq!(say("part-other.advice").as_deref(), Some("Ask."));
        let values = FluentArgs::from_iter([("name", FluentValue::from("Ž"))]);
        assert_eq!(texts.format("part-other", Some(&values)).as_deref(), Some("Other Ž"));
        // The whole sentence is English then: form and groups of the number too.
        let days = [0, 1, 21, 12_345].map(|count| texts.counted("days", count, &[]).unwrap());
        assert_eq!(days, ["today", "1 day", "21 days", "12,345 days"]);
        assert_eq!((say("part-none"), say("part-own.advice"), say("none")), (None, None, None));
    }

    #[test]
    fn every_language_reads_its_own_files() {
        let genuine = Language::ALL.map(|language| Texts::new(language).format("verdict-word-genuine", None));
        assert_eq!(genuine.iter().flatten().collect::<BTreeSet<_>>().len(), Language::ALL.len());
    }
}
