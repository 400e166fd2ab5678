//! Copies of documents: where a person says in the system's dialog, or private ones for other programs.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::Repaint;
use crate::copies::{PrivateCopies, Stopped, safe_name, save, save_all};
use crate::dossier::EXTENSIONS;
use crate::files::Existing;
use crate::gui::exporting::{self, ToWrite};
use crate::report::{DocumentReport, Report};

/// What became of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is there.
    Saved(PathBuf),
    /// It is not: a file of its name is in the folder already.
    Exists,
    /// It is not, for this reason.
    Failed(String),
    /// A private copy is open in another program.
    Opened,
    /// It could not be handed to another program.
    NotOpened,
    /// A container that was in a container: to be opened here, as a file of its own.
    Container(PathBuf),
}

/// Makes copies on threads of their own: dialogs and disks may take their time.
pub(in crate::gui) struct Copying {
    private: Arc<Mutex<Option<PrivateCopies>>>,
    say: Sender<Copied>,
    outcomes: Receiver<Copied>,
    repaint: Repaint,
}

impl Copying {
    /// Removes what an earlier run left behind.
    pub(in crate::gui) fn start(repaint: Repaint) -> Self {
        let _detached =
            thread::Builder::new().name("sweep".to_owned()).spawn(|| PrivateCopies::sweep(&std::env::temp_dir()));
        let (say, outcomes) = channel();
        Self { private: Arc::default(), say, outcomes, repaint }
    }

    /// What became of copies since the last call.
    pub(in crate::gui) fn outcomes(&self) -> Vec<Copied> {
        self.outcomes.try_iter().collect()
    }

    /// Asks where, and saves one document there.
    pub(in crate::gui) fn save(&self, file: &Path, document: &DocumentReport) {
        let (file, document) = (file.to_owned(), document.clone());
        self.spawn(move || {
            let target = rfd::FileDialog::new().set_file_name(safe_name(&document.name)).save_file()?;
            Some(saved(save(&file, &document, &target), target))
        });
    }

    /// Asks for a folder, and saves all documents there.
    pub(in crate::gui) fn save_all(&self, file: &Path, report: &Report) {
        let (file, report) = (file.to_owned(), report.clone());
        self.spawn(move || {
            let folder = rfd::FileDialog::new().pick_folder()?;
            Some(saved(save_all(&file, &report, &folder).map(|_| ()), folder))
        });
    }

    /// Asks where, and writes the table there: what was shown when it was asked for, whatever the window shows by then.
    pub(in crate::gui) fn save_table(&self, name: String, table: ToWrite) {
        self.spawn(move || {
            let dialog = rfd::FileDialog::new()
                .add_filter(exporting::EXTENSIONS.join(", ").to_uppercase(), exporting::EXTENSIONS);
            Some(written(&table, dialog.set_file_name(name).save_file()?))
        });
    }

    /// Makes a private copy and has the system open it, or gives it back where it is a container.
    pub(in crate::gui) fn open(&self, file: &Path, document: &DocumentReport) {
        let (file, document, private) = (file.to_owned(), document.clone(), Arc::clone(&self.private));
        self.spawn(move || Some(opened(&file, &document, &private)));
    }

    fn spawn(&self, work: impl FnOnce() -> Option<Copied> + Send + 'static) {
        let (say, repaint) = (self.say.clone(), Arc::clone(&self.repaint));
        let _detached = thread::Builder::new().name("copy".to_owned()).spawn(move || {
            if let Some(copied) = work() {
                let _gone = say.send(copied);
                repaint();
            }
        });
    }
}

fn saved(outcome: Result<(), Stopped>, target: PathBuf) -> Copied {
    match outcome {
        Ok(()) => Copied::Saved(target),
        Err(Stopped::Writing(error)) if error.kind() == std::io::ErrorKind::AlreadyExists => Copied::Exists,
        Err(stopped) => Copied::Failed(stopped.to_string()),
    }
}

fn written(table: &ToWrite, chosen: PathBuf) -> Copied {
    let to = exporting::named(chosen.clone());
    let existing = exporting::existing(&chosen, &to);
    // Before the work is done rather than after it.
    if existing == Existing::Stays && to.symlink_metadata().is_ok() {
        return Copied::Exists;
    }
    match table.write(&to, existing) {
        Ok(()) => Copied::Saved(to),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Copied::Exists,
        Err(error) => Copied::Failed(error.to_string()),
    }
}

fn opened(file: &Path, document: &DocumentReport, private: &Mutex<Option<PrivateCopies>>) -> Copied {
    let mut private = private.lock().unwrap_or_else(PoisonError::into_inner);
    if private.is_none() {
        *private = PrivateCopies::below(&std::env::temp_dir()).ok();
    }
    let Some(copies) = private.as_mut() else { return Copied::NotOpened };
    match copies.copy(file, document) {
        Ok(copy) if is_container(&document.name) => Copied::Container(copy),
        Ok(copy) if opener::open(&copy).is_ok() => Copied::Opened,
        Ok(_) => Copied::NotOpened,
        Err(stopped) => Copied::Failed(stopped.to_string()),
    }
}

/// Kinds of documents that another program only shows. Anything else might be run.
const SHOWN: [&str; 14] =
    ["pdf", "txt", "docx", "odt", "rtf", "xlsx", "ods", "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp"];

/// Whether a document may be handed to another program: by its name, since that is how systems choose one.
pub(in crate::gui) fn may_be_opened(name: &str) -> bool {
    let extension = extension(name);
    is_container(name) || SHOWN.contains(&extension.as_str())
}

/// Whether a document is a container of its own.
pub(in crate::gui) fn is_container(name: &str) -> bool {
    EXTENSIONS.contains(&extension(name).as_str())
}

fn extension(name: &str) -> String {
    // The copy has a safe name, and that is what a program is chosen by.
    safe_name(name).rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_shown_is_handed_to_another_program() {
        assert!(may_be_opened("Sertifikāts.PDF") && may_be_opened("b.edoc") && is_container("b.ASICE"));
        for name in ["a.exe", "a.sh", "a.desktop", "a.html", "a.pdf.lnk", "pdf", "a.pdf\u{202e}exe", "a.js", ""] {
            assert!(!may_be_opened(name), "{name}");
        }
    }
}
