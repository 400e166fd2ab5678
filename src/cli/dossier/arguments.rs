//! What `edoc dossier` is asked for.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::dossier::Jobs;
use crate::export::csv::Dialect;
use crate::export::table::{By, Only};

/// What `edoc dossier` is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(in crate::cli) struct DossierArguments {
    #[arg(required_unless_present = "list", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[arg(long = "from", value_name = "LIST|-")]
    pub(in crate::cli) list: Option<PathBuf>,
    #[arg(long, value_name = "text|json|jsonl|csv|xlsx|pdf|etsi-xml", value_parser = formats(), default_value = "text")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub(in crate::cli) format: Format,
    #[arg(long = "out", value_name = "FILE|DIR")]
    pub(in crate::cli) place: Option<PathBuf>,
    #[arg(long, value_name = "person|file", value_parser = orders(), hide_possible_values = true)]
    pub(in crate::cli) by: Option<By>,
    #[arg(long, value_name = "problems", value_parser = choices(), hide_possible_values = true)]
    pub(in crate::cli) only: Option<Only>,
    #[arg(long)]
    pub(in crate::cli) semicolon: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(in crate::cli) jobs: Option<u16>,
    #[arg(long, short)]
    pub(in crate::cli) quiet: bool,
}

/// How a dossier is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    Text,
    Json,
    Jsonl,
    Csv,
    Xlsx,
    EtsiXml,
    Pdf,
}

impl Format {
    /// As it is asked for.
    pub(in crate::cli) fn option(self) -> &'static str {
        match self {
            Self::Text => "--format text",
            Self::Json => "--format json",
            Self::Jsonl => "--format jsonl",
            Self::Csv => "--format csv",
            Self::Xlsx => "--format xlsx",
            Self::EtsiXml => "--format etsi-xml",
            Self::Pdf => "--format pdf",
        }
    }
}

fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["text", "json", "jsonl", "csv", "xlsx", "pdf", "etsi-xml"]).map(|name| {
        match name.as_str() {
            "json" => Format::Json,
            "jsonl" => Format::Jsonl,
            "csv" => Format::Csv,
            "xlsx" => Format::Xlsx,
            "etsi-xml" => Format::EtsiXml,
            "pdf" => Format::Pdf,
            _ => Format::Text,
        }
    })
}

fn orders() -> impl clap::builder::TypedValueParser<Value = By> {
    PossibleValuesParser::new(["person", "file"]).map(|name| if name == "person" { By::Person } else { By::File })
}

fn choices() -> impl clap::builder::TypedValueParser<Value = Only> {
    PossibleValuesParser::new(["problems"]).map(|_| Only::Problems)
}

impl DossierArguments {
    /// How many files to judge at once.
    pub(in crate::cli) fn jobs(&self) -> Jobs {
        self.jobs.map_or(Jobs::All, |jobs| Jobs::AtMost(usize::from(jobs)))
    }

    /// Where it goes, a file or, for reports of their own, a folder; `None` for standard output.
    pub(in crate::cli) fn place(&self) -> Option<&Path> {
        self.place.as_deref().filter(|out| *out != Path::new("-"))
    }

    /// The file that it goes into; `None` for standard output, or where each report is a file.
    pub(in crate::cli) fn file(&self) -> Option<&Path> {
        self.place().filter(|_| self.format != Format::EtsiXml)
    }

    /// Whether rows stand in their own order, all of them: each can be written as soon as it is known.
    pub(in crate::cli) fn streams(&self) -> bool {
        self.format == Format::Jsonl && self.only.is_none() && self.by != Some(By::Person)
    }

    /// For whom CSV is.
    pub(in crate::cli) fn dialect(&self) -> Dialect {
        if self.semicolon { Dialect::Spreadsheets } else { Dialect::Programs }
    }
}
