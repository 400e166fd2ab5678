//! `--online`: asking for missing issuers and for answers about revocation, and saying beforehand what is asked where.

#[cfg(not(feature = "online"))]
use super::complaint::complaint;
use crate::dossier::Setting;
#[cfg(feature = "online")]
use crate::report::Asked;
use crate::words::Words;

/// Whether files are judged for the time at which they are, or for one that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    Running,
    Stopped,
}

/// Permits it.
#[cfg(feature = "online")]
pub(super) fn permit(setting: &mut Setting, clock: Clock, words: &Words) -> Result<(), String> {
    use crate::Timestamp;
    use crate::dossier::{Online, Places};

    let language = words.language();
    let announce = move |asked: &Asked, url: &str| say(&Words::new(language), asked, url);
    let online = Online::new(Places::of_system(), Box::new(announce));
    setting.permit_network(match clock {
        Clock::Running => online.following(Timestamp::now),
        Clock::Stopped => online,
    });
    Ok(())
}

/// On a terminal only: a log is for results, and the report says it too.
#[cfg(feature = "online")]
fn say(words: &Words, asked: &Asked, url: &str) {
    use std::io::{self, IsTerminal as _, Write as _};

    if io::stderr().is_terminal() {
        let line = words.asking(asked, url);
        // Nobody is left to be told where standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{line}");
    }
}

/// What a program without the feature `online` answers.
#[cfg(not(feature = "online"))]
pub(super) fn permit(_setting: &mut Setting, _clock: Clock, words: &Words) -> Result<(), String> {
    Err(complaint(words, &words.text("trust-offline-build"), &words.text("trust-hint-offline-build")))
}
