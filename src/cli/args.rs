//! Arguments: what was typed, and what it means.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ErrorKind};
use clap::{ArgAction, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use clap_complete::aot::Shell;

use super::complaint::complaint;
use super::completions;
use super::dossier::DossierArguments;
use super::issuers::IssuersAction;
use super::recheck::RecheckArguments;
use super::report_file::ReportFormat;
use super::trust::TrustAction;
use super::watch::WatchArguments;
use crate::Timestamp;
use crate::dossier::Jobs;
use crate::export::Codes;
use crate::words::{Language, Words, clean};

/// What was typed. Help texts are not here: they are words, set by [`localised`].
#[derive(Debug, Parser)]
#[command(
    name = "edoc",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
struct Typed {
    #[command(subcommand)]
    command: Command,
    #[arg(long, global = true, value_name = "PATH")]
    trust: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "FILE.toml")]
    issuers: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME|FILE.toml")]
    policy: Option<PathBuf>,
    #[arg(long, global = true, value_name = "lv|en|ru|lt|et", value_parser = codes(), hide_possible_values = true)]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "TIME")]
    at: Option<Timestamp>,
    #[arg(long, global = true)]
    online: bool,
    #[arg(long, global = true)]
    show_codes: bool,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub(super) enum Command {
    /// Judge files and folders.
    Verify {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
        #[arg(long, conflicts_with = "json")]
        etsi_xml: bool,
        #[arg(id = "report_format", long = "format", value_name = "text|json|pdf", value_parser = ReportFormat::parser())]
        #[arg(hide_possible_values = true, conflicts_with_all = ["json", "etsi_xml"])]
        format: Option<ReportFormat>,
        #[arg(long, value_name = "FILE", requires = "report_format")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
        jobs: Option<u16>,
        #[arg(long, short)]
        quiet: bool,
    },
    /// See many files together.
    Dossier(DossierArguments),
    /// See whether an earlier report still holds.
    Recheck(RecheckArguments),
    /// Keep a table of a folder.
    Watch(WatchArguments),
    /// Show the exam result of a file.
    Show {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// List what is in a file.
    List {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Trusted lists.
    Trust {
        #[command(subcommand)]
        action: TrustAction,
    },
    /// Recognised issuers of exam certificates.
    #[command(name = "issuers")]
    Issuers {
        #[command(subcommand)]
        action: IssuersAction,
    },
    /// Save what is known of a file before it is judged.
    Facts {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "FACTS.json")]
        out: PathBuf,
    },
    /// Judge saved facts.
    Judge {
        #[arg(required = true, value_name = "FACTS.json")]
        facts: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    /// Copy documents out of a file.
    Extract {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// What a shell needs to complete what is typed.
    Completions {
        #[arg(value_name = "bash|zsh|fish|powershell", value_parser = completions::shells(), hide_possible_values = true)]
        shell: Shell,
    },
    /// Manual pages.
    Man {
        #[arg(long = "out", value_name = "DIR")]
        pages: Option<PathBuf>,
    },
}

/// What it means.
pub(super) struct Request {
    pub(super) command: Command,
    pub(super) trust: Vec<PathBuf>,
    pub(super) issuers: Option<PathBuf>,
    pub(super) policy: Option<PathBuf>,
    pub(super) at: Option<Timestamp>,
    pub(super) codes: Codes,
    pub(super) network: Network,
}

/// Whether judging a file may ask the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Network {
    Never,
    Permitted,
}

/// Arguments that lead to no work.
pub(super) enum NoRequest {
    /// Help or version was asked for: this is to be printed.
    Asked(String),
    /// They cannot be understood: a complaint.
    Wrong(String),
}

impl Command {
    /// Whether files are judged.
    fn judges(&self) -> bool {
        !matches!(self, Self::Trust { .. } | Self::Issuers { .. } | Self::Completions { .. } | Self::Man { .. })
    }

    /// Does something to the files and folders that were typed, where there can be several.
    pub(super) fn with_paths(&mut self, change: impl FnOnce(&mut Vec<PathBuf>)) {
        match self {
            Self::Verify { files, .. } => change(files),
            Self::Dossier(arguments) => change(&mut arguments.paths),
            Self::Recheck(arguments) => change(&mut arguments.paths),
            Self::Judge { facts, .. } => change(facts),
            _ => {}
        }
    }

    /// How many files to judge at once.
    pub(super) fn jobs(&self) -> Jobs {
        match self {
            Self::Verify { jobs: Some(jobs), .. } => Jobs::AtMost(usize::from(*jobs)),
            _ => Jobs::All,
        }
    }
}

fn codes() -> PossibleValuesParser {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
}

/// The language asked for, before anything else is read: complaints about the other arguments use it too.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let mut asked = None;
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            asked = arguments.next().and_then(|code| Language::from_code(&code));
        } else if let Some(code) = argument.strip_prefix("--lang=") {
            asked = Language::from_code(code);
        }
    }
    asked.unwrap_or_else(Language::of_system)
}

/// From what was typed to what it means. The first argument is the program's own name.
pub(super) fn parse(arguments: Vec<OsString>, words: &Words) -> Result<Request, NoRequest> {
    let parsed = definition(words).try_get_matches_from(arguments);
    let typed = parsed.and_then(|matches| Typed::from_arg_matches(&matches)).map_err(|error| refusal(&error, words))?;
    let codes = if typed.show_codes { Codes::Shown } else { Codes::Masked };
    let network = if typed.online { Network::Permitted } else { Network::Never };
    let Typed { command, trust, issuers, policy, at, .. } = typed;
    // Taken silently, it would seem to permit something.
    if network == Network::Permitted && !command.judges() {
        let hint = words.text("cli-hint-online-not-here");
        return Err(NoRequest::Wrong(complaint(words, &words.text("cli-error-online-not-here"), &hint)));
    }
    Ok(Request { command, trust, issuers, policy, at, codes, network })
}

/// Everything that can be typed, in the language of `words`.
pub(super) fn definition(words: &Words) -> clap::Command {
    localised(Typed::command(), words)
}

fn localised(command: clap::Command, words: &Words) -> clap::Command {
    let (usage, commands) = (words.text("cli-usage"), words.text("cli-commands"));
    let (arguments, options) = (words.text("cli-arguments"), words.text("cli-options"));
    let top = format!(
        "{{about}}\n\n{usage}: {{usage}}\n\n{commands}:\n{{subcommands}}\n\n{options}:\n{{options}}{{after-help}}"
    );
    let below = format!(
        "{{about}}\n\n{usage}: {{usage}}\n\n{arguments}:\n{{positionals}}\n\n{options}:\n{{options}}{{after-help}}"
    );
    let group = format!(
        "{{about}}\n\n{usage}: {{usage}}\n\n{commands}:\n{{subcommands}}\n\n{options}:\n{{options}}{{after-help}}"
    );
    let helped = |arg: clap::Arg| {
        let text = words.text(&format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-")));
        arg.help(text)
    };
    command
        .about(words.text("cli-about"))
        .after_help(words.text("cli-examples"))
        .help_template(top)
        .override_usage(words.text("cli-usage-edoc"))
        .mut_args(helped)
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            let about = words.text(&format!("cli-command-{name}"));
            let line = words.text(&format!("cli-usage-{name}"));
            let sub = sub.about(about).override_usage(line).disable_help_subcommand(true);
            let sub =
                if sub.has_subcommands() { sub.help_template(group.clone()) } else { sub.help_template(below.clone()) };
            sub.mut_args(helped).mut_subcommands(|inner| {
                let about = words.text(&format!("cli-command-{name}-{}", inner.get_name()));
                let line = words.text(&format!("cli-usage-{name}-{}", inner.get_name()));
                inner.about(about).override_usage(line).help_template(below.clone()).mut_args(helped)
            })
        })
}

fn refusal(error: &clap::Error, words: &Words) -> NoRequest {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return NoRequest::Asked(error.to_string());
    }
    let context = |kind: ContextKind| error.get(kind).map(|value| clean(&value.to_string()));
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let said = |id: &str, argument: &str| words.text_with(id, &[("argument", argument), ("value", &value)]);
    let (message, hint) = match error.kind() {
        ErrorKind::UnknownArgument => (said("cli-error-unknown-argument", &argument), None),
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            (said("cli-error-unknown-command", &command), None)
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg).unwrap_or_default();
            let values = [("argument", argument.as_str()), ("other", other.as_str())];
            (words.text_with("cli-error-conflict", &values), None)
        }
        ErrorKind::MissingRequiredArgument => (said("cli-error-missing-argument", &argument), None),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            (words.text("cli-error-missing-command"), None)
        }
        // No value at all, where one must stand.
        ErrorKind::InvalidValue if value.is_empty() => (said("cli-error-missing-argument", &argument), None),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            (said("cli-error-invalid-value", &argument), value_hint(&argument))
        }
        _ => (words.text("cli-error-arguments"), None),
    };
    let similar = context(ContextKind::SuggestedArg).or_else(|| context(ContextKind::SuggestedSubcommand));
    let hint = match (hint, similar) {
        (Some(id), _) => words.text(id),
        (None, Some(similar)) => said("cli-hint-similar", &similar),
        (None, None) => words.text("cli-hint-help"),
    };
    NoRequest::Wrong(complaint(words, &message, &hint))
}

fn value_hint(argument: &str) -> Option<&'static str> {
    const HINTS: [(&str, &str); 7] = [
        ("--at", "cli-hint-time"),
        ("--jobs", "cli-hint-jobs"),
        ("--lang", "cli-hint-language"),
        ("--format", "cli-hint-format"),
        ("--by", "cli-hint-by"),
        ("--only", "cli-hint-only"),
        ("<bash|", "cli-hint-shell"),
    ];
    HINTS.into_iter().find(|(option, _)| argument.starts_with(option)).map(|(_, hint)| hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound_and_every_argument_has_words() {
        for language in Language::ALL {
            let command = localised(Typed::command(), &Words::new(language));
            command.clone().debug_assert();
            let inner = command.get_subcommands().flat_map(clap::Command::get_subcommands);
            let commands: Vec<_> = command.get_subcommands().chain(inner).collect();
            for sub in &commands {
                let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(about.contains(' ') && !about.starts_with("cli-"), "{about}");
            }
            let below = commands.into_iter().flat_map(clap::Command::get_arguments);
            for argument in command.get_arguments().chain(below) {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                let file = ["Datne", "File", "Файл", "Failas", "Fail"].contains(&help.as_str());
                assert!(help.contains(' ') && !help.starts_with("cli-") || file, "{help}");
            }
        }
    }

    #[test]
    fn the_language_is_known_before_the_rest() {
        let language = |arguments: &[&str]| language(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(language(&["edoc", "--lang", "lv", "--nonsense"]), Language::Latvian);
        assert_eq!(language(&["edoc", "verify", "--lang=en"]), Language::English);
        // Prepared languages are there for whoever asks for them.
        for asked in Language::ALL {
            assert_eq!(language(&["edoc", "--lang", asked.code()]), asked);
        }
    }
}
