//! `edoc man`: manual pages, made from the one definition of the arguments and its words, in the reader's language.

mod page;

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::Exit;
use super::dossier::{Output, not_written};
use super::run::{Written, undone};
use crate::export::{Codes, Secrets};
use crate::files::Existing;
use crate::words::{Words, clean};

/// Prints the page about the whole program, or writes it and one for each command into a folder, where none of them is yet.
pub(super) fn run(folder: Option<&Path>, mut definition: clap::Command, words: &Words) -> Written {
    definition.build();
    let Some(folder) = folder else {
        return Written { out: page::of(&definition, &[], words), err: String::new(), exit: Exit::Passed };
    };
    let said = write_all(folder, &definition, words);
    // A folder may be named after anybody.
    said.map_or_else(
        |complaint| undone(Secrets::none(Codes::Masked).mask(&complaint)),
        |out| Written { out: Secrets::none(Codes::Masked).mask(&out), err: String::new(), exit: Exit::Passed },
    )
}

fn write_all(folder: &Path, definition: &clap::Command, words: &Words) -> Result<String, String> {
    fs::create_dir_all(folder).map_err(|error| not_written(words, folder, &error))?;
    let mut pages = vec![("edoc".to_owned(), page::of(definition, &[], words))];
    for command in definition.get_subcommands() {
        let name = format!("edoc-{}", command.get_name());
        pages.push((name.clone(), page::of(command, &[definition], words)));
        for below in command.get_subcommands() {
            pages.push((format!("{name}-{}", below.get_name()), page::of(below, &[definition, command], words)));
        }
    }
    let mut said = String::new();
    for (name, text) in pages {
        let place = folder.join(format!("{name}.1"));
        write(&place, &text).map_err(|error| not_written(words, &place, &error))?;
        let path = clean(&place.to_string_lossy());
        said.push_str(&format!("{}\n", words.text_with("cli-written", &[("path", &path)])));
    }
    Ok(said)
}

fn write(place: &Path, text: &str) -> io::Result<()> {
    let mut output = Output::at(place, Existing::Stays)?;
    output.write_all(text.as_bytes())?;
    output.finish()
}
