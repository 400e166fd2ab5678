//! Where windows of one reader meet. Nobody else may enter: a folder or a socket of another owner, or that others may open, is refused.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::crypto::Sha256;

/// A place in a folder of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct Place {
    folder: PathBuf,
    name: String,
}

impl Place {
    /// The one for windows that keep their things in `data` and show on the same display; `None` where none is safe.
    pub(in crate::gui) fn of_system(data: &Path) -> Option<Self> {
        let name = name(data, &["DISPLAY", "WAYLAND_DISPLAY"].map(|name| std::env::var_os(name).unwrap_or_default()));
        let runtime = runtime_folder().filter(|folder| is_private(folder));
        runtime.or_else(|| own_folder(data)).map(|folder| Self { folder, name })
    }

    /// Such a place in a folder; `None` where others may enter it.
    #[cfg(test)]
    pub(in crate::gui) fn below(folder: &Path) -> Option<Self> {
        is_private(folder).then(|| Self { folder: folder.to_owned(), name: "zimogs".to_owned() })
    }

    /// Where is listened.
    pub(super) fn socket(&self) -> PathBuf {
        self.folder.join(format!("{}.socket", self.name))
    }

    /// The file that is locked by the one who listens.
    pub(super) fn lock(&self) -> io::Result<File> {
        let mut options = File::options();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(self.folder.join(format!("{}.lock", self.name)))
    }

    /// Keeps others from a socket just made.
    #[cfg(unix)]
    pub(super) fn make_ours(&self, socket: &Path) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(socket, fs::Permissions::from_mode(0o600))
    }

    /// The user's folder keeps others away.
    #[cfg(not(unix))]
    pub(super) fn make_ours(&self, socket: &Path) -> io::Result<()> {
        fs::metadata(socket).map(|_| ())
    }

    /// Whether a socket is one of ours.
    #[cfg(unix)]
    pub(super) fn is_ours(&self, socket: &Path) -> bool {
        use std::os::unix::fs::FileTypeExt as _;
        let found = |found: fs::Metadata| found.file_type().is_socket() && owner_only(&found);
        is_private(&self.folder) && fs::symlink_metadata(socket).is_ok_and(found)
    }

    /// Whether there is one.
    #[cfg(not(unix))]
    pub(super) fn is_ours(&self, socket: &Path) -> bool {
        fs::symlink_metadata(socket).is_ok()
    }
}

/// Windows that keep their things elsewhere, or show elsewhere, are strangers to each other.
fn name(data: &Path, displays: &[std::ffi::OsString]) -> String {
    let mut octets = data.as_os_str().as_encoded_bytes().to_vec();
    for display in displays {
        octets.push(0);
        octets.extend(display.as_encoded_bytes());
    }
    let digest = Sha256::of(&octets).to_string();
    format!("zimogs-{}", digest.get(..16).unwrap_or_default())
}

#[cfg(unix)]
fn runtime_folder() -> Option<PathBuf> {
    std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute())
}

/// Below the one folder that Windows keeps for this user and this computer alone.
#[cfg(not(unix))]
fn runtime_folder() -> Option<PathBuf> {
    let local = std::env::var_os("LOCALAPPDATA").map(PathBuf::from).filter(|folder| folder.is_absolute())?;
    let folder = local.join("zimogs").join("run");
    fs::create_dir_all(&folder).ok().map(|()| folder)
}

/// A private folder among the reader's own data, made where it is missing.
#[cfg(unix)]
fn own_folder(data: &Path) -> Option<PathBuf> {
    let folder = data.join("run");
    if !folder.exists() {
        fs::create_dir_all(data).ok()?;
        let mut builder = fs::DirBuilder::new();
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        // Another start may have made it just now.
        let _there = builder.create(&folder);
    }
    is_private(&folder).then_some(folder)
}

/// What others may do in any other folder is not known.
#[cfg(not(unix))]
fn own_folder(_data: &Path) -> Option<PathBuf> {
    None
}

#[cfg(unix)]
fn is_private(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir() && owner_only(&found))
}

#[cfg(not(unix))]
fn is_private(folder: &Path) -> bool {
    folder.is_dir()
}

/// Owned by whoever runs this program, and closed to everybody else.
#[cfg(unix)]
fn owner_only(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    found.uid() == rustix::process::geteuid().as_raw() && found.mode() & 0o077 == 0
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    #[test]
    fn windows_with_other_data_or_on_another_display_are_strangers() {
        let display = |display: &str| [OsString::from(display), OsString::new()];
        let here = name(Path::new("/a"), &display(":0"));
        assert_eq!(here, name(Path::new("/a"), &display(":0")));
        assert_ne!(here, name(Path::new("/b"), &display(":0")));
        assert_ne!(here, name(Path::new("/a"), &display(":1")));
        assert_eq!(here.len(), "zimogs-".len() + 16);
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_that_others_may_enter_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let set = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
        for mode in [0o755, 0o710, 0o701, 0o777] {
            set(mode);
            assert_eq!(Place::below(folder.path()), None, "{mode:o}");
        }
        set(0o700);
        assert!(Place::below(folder.path()).is_some());
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path(), &link).unwrap();
        assert_eq!(Place::below(&link), None, "a link leads who knows where tomorrow");
        // Root's own, wherever these tests run as somebody else, and not closed where they run as root.
        assert_eq!(Place::below(Path::new("/")), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_of_our_own_is_made_private_and_one_that_is_not_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;

        let data = tempfile::tempdir().unwrap();
        let place = data.path().join("below");
        let folder = own_folder(&place).unwrap();
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(own_folder(&place), Some(folder.clone()));
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(own_folder(&place), None);
    }
}
