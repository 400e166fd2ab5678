//! Copies for other programs to open: read-only, in a folder that only this user can enter, gone when the window closes.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::{Stopped, mark, place, safe_name, with_document};
use crate::copies::Existing;
use crate::crypto::random;
use crate::dossier::file_holding;
use crate::report::DocumentReport;

/// What the folders begin with.
const PREFIX: &str = "zimogs-copies-";
/// Locked as long as the program runs: a folder whose lock is free was left behind by one that crashed.
const LOCK: &str = "lock";

/// A folder of copies, removed when it is dropped.
#[derive(Debug)]
pub struct PrivateCopies {
    folder: PathBuf,
    /// Closing it gives the lock back.
    _lock: File,
    count: u32,
}

impl PrivateCopies {
    /// Makes a folder below `temporary`.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn below(temporary: &Path) -> io::Result<Self> {
        let octets: [u8; 12] = random().map_err(io::Error::other)?;
        let name: String = octets.iter().map(|octet| format!("{octet:02x}")).collect();
        let folder = temporary.join(format!("{PREFIX}{name}"));
        make_private(&folder)?;
        let lock = File::create_new(folder.join(LOCK))?;
        lock.try_lock().map_err(io::Error::other)?;
        Ok(Self { folder, _lock: lock, count: 0 })
    }

    /// Copies a document under its own safe name, read-only.
    ///
    /// # Errors
    /// [`Stopped`] where it cannot be read or written, or the file changed since it was judged.
    pub fn copy(&mut self, file: &Path, judged: &DocumentReport) -> Result<PathBuf, Stopped> {
        // One folder each: names stay as they are, and an opened copy is never replaced.
        self.count = self.count.saturating_add(1);
        let own = self.folder.join(self.count.to_string());
        make_private(&own)?;
        let target = own.join(safe_name(&judged.name));
        with_document(file, judged, |container, document| {
            place(container, document, &target, Existing::Stays, judged)
        })?;
        mark::carry_over(file_holding(file), &target);
        let mut permissions = fs::metadata(&target)?.permissions();
        permissions.set_readonly(true);
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o400);
        fs::set_permissions(&target, permissions)?;
        Ok(target)
    }

    /// Whether a path is one of these copies.
    #[must_use]
    pub fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.folder)
    }

    /// Removes what programs that ended without tidying left below `temporary`.
    pub fn sweep(temporary: &Path) {
        let Ok(entries) = fs::read_dir(temporary) else { return };
        for entry in entries.flatten() {
            let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
            // A link is not followed: it may lead anywhere.
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if ours && folder && is_abandoned(&entry.path()) {
                remove(&entry.path());
            }
        }
    }
}

impl Drop for PrivateCopies {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// A lock that can be had is nobody's. A folder without one is being made, or is somebody else's.
fn is_abandoned(folder: &Path) -> bool {
    let lock = folder.join(LOCK);
    // A pipe that somebody else has put there would be waited for.
    fs::symlink_metadata(&lock).is_ok_and(|kind| kind.is_file())
        && File::open(lock).is_ok_and(|lock| lock.try_lock().is_ok())
}

/// What another program still holds open (Windows) goes at the next start.
fn remove(folder: &Path) {
    #[cfg(windows)]
    make_writable(folder);
    let _next_time = fs::remove_dir_all(folder);
}

/// Windows does not remove what is read-only.
#[cfg(windows)]
fn make_writable(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => make_writable(&entry.path()),
            Ok(metadata) => {
                let mut permissions = metadata.permissions();
                #[allow(clippy::permissions_set_readonly_false)] // Windows only: it widens nothing else there.
                permissions.set_readonly(false);
                let _next_time = fs::set_permissions(entry.path(), permissions);
            }
            Err(_) => {}
        }
    }
}

fn make_private(folder: &Path) -> io::Result<()> {
    #[allow(unused_mut)] // Only Unix has more to say.
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
