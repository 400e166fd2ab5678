//! Looks whether files are there, on a thread of its own: a drive on the network may let one wait.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::gui::worker::Repaint;

/// What the thread is asked.
enum Ask {
    /// A person has opened these.
    Opened(Vec<PathBuf>),
    /// Which of these are not there?
    LookFor(Vec<PathBuf>),
}

/// What it has seen.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// These were opened and are there; whole paths.
    Opened(Vec<PathBuf>),
    /// Of those last asked for, these are not there.
    Missing(HashSet<PathBuf>),
}

/// The thread and the way to talk to it.
pub(super) struct Looking {
    ask: Sender<Ask>,
    news: Receiver<Seen>,
}

impl Looking {
    pub(super) fn start(repaint: Repaint) -> Self {
        let (ask, asked) = channel();
        let (say, news) = channel();
        // The thread ends when the window drops its side of the channel.
        let _detached = thread::Builder::new().name("look".to_owned()).spawn(move || {
            for one in asked {
                let _gone = say.send(look(one));
                repaint();
            }
        });
        Self { ask, news }
    }

    pub(super) fn opened(&self, paths: &[PathBuf]) {
        let _gone = self.ask.send(Ask::Opened(paths.to_vec()));
    }

    pub(super) fn look_for(&self, paths: &[PathBuf]) {
        let _gone = self.ask.send(Ask::LookFor(paths.to_vec()));
    }

    pub(super) fn news(&self) -> Vec<Seen> {
        self.news.try_iter().collect()
    }
}

fn look(ask: Ask) -> Seen {
    match ask {
        // Only so many are remembered, so no more need be looked at.
        Ask::Opened(paths) => {
            let whole = paths.iter().filter_map(|path| std::path::absolute(path).ok());
            Seen::Opened(whole.filter(|path| path.exists()).take(crate::limits::RECENT_FILES).collect())
        }
        Ask::LookFor(paths) => Seen::Missing(paths.into_iter().filter(|path| !path.exists()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_there_is_told_from_what_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let (there, gone) = (folder.path().join("a.edoc"), folder.path().join("b.edoc"));
        fs::write(&there, "").unwrap();
        let both = || vec![there.clone(), gone.clone()];
        assert_eq!(look(Ask::Opened(both())), Seen::Opened(vec![there.clone()]));
        assert_eq!(look(Ask::LookFor(both())), Seen::Missing(HashSet::from([gone.clone()])));
        let Seen::Opened(whole) = look(Ask::Opened(vec!["samples".into()])) else { panic!("these were opened") };
        assert!(whole[0].is_absolute() && whole[0].ends_with("samples"));
    }
}
