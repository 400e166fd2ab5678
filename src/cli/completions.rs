//! `edoc completions`: what a shell proposes while a command is typed, made from the one definition of the arguments.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap_complete::aot::{Generator as _, Shell};

use super::Exit;
use super::run::{Written, undone};

/// Shells that are served, by the names of their programs.
const SHELLS: [(&str, Shell); 4] =
    [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];

/// A shell, as it is asked for.
pub(super) fn shells() -> impl TypedValueParser<Value = Shell> {
    PossibleValuesParser::new(SHELLS.map(|(name, _)| name)).map(|asked| {
        let found = SHELLS.into_iter().find(|(name, _)| *name == asked);
        found.map_or(Shell::Bash, |(_, shell)| shell)
    })
}

/// The script that the shell reads.
pub(super) fn run(shell: Shell, mut definition: clap::Command) -> Written {
    definition.set_bin_name("edoc");
    definition.build();
    let mut script = Vec::new();
    match shell.try_generate(&definition, &mut script).map(|()| String::from_utf8(script)) {
        Ok(Ok(out)) => Written { out, err: String::new(), exit: Exit::Passed },
        // Only where memory could not be written to.
        Ok(Err(_)) | Err(_) => undone(String::new()),
    }
}
