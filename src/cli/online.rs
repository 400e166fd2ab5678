//! `--online`: asking for missing issuers, and saying beforehand what is asked where.

#[cfg(not(feature = "online"))]
use super::complaint::complaint;
use crate::dossier::Setting;
use crate::words::Words;

/// Permits it.
#[cfg(feature = "online")]
pub(super) fn permit(setting: &mut Setting, words: &Words) -> Result<(), String> {
    use crate::dossier::{MissingIssuers, Places};

    let language = words.language();
    let announce = move |url: &str| say(&Words::new(language), url);
    let folder = Places::of_system().map(|places| places.certificates());
    setting.ask_for_missing_issuers(MissingIssuers::new(folder, Box::new(announce)));
    Ok(())
}

/// On a terminal only: a log is for results, and the report says it too.
#[cfg(feature = "online")]
fn say(words: &Words, url: &str) {
    use std::io::{self, IsTerminal as _, Write as _};

    if io::stderr().is_terminal() {
        let line = words.text_with("cli-online-asking", &[("url", &crate::words::clean(url))]);
        // Nobody is left to be told where standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{line}");
    }
}

/// What a program without the feature `online` answers.
#[cfg(not(feature = "online"))]
pub(super) fn permit(_setting: &mut Setting, words: &Words) -> Result<(), String> {
    Err(complaint(words, &words.text("trust-offline-build"), &words.text("trust-hint-offline-build")))
}
