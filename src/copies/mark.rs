//! The mark that Windows puts on files from the network ("mark of the web"): a copy of what came from there came from there.

use std::path::Path;

/// Gives a copy the mark that the container has; elsewhere there is no such mark.
#[cfg(windows)]
pub(super) fn carry_over(from: &Path, to: &Path) {
    let stream = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push(":Zone.Identifier");
        name
    };
    if let Ok(mark) = std::fs::read(stream(from)) {
        // File systems without such streams cannot keep it.
        let _nowhere_to_keep = std::fs::write(stream(to), mark);
    }
}

#[cfg(not(windows))]
pub(super) fn carry_over(_from: &Path, _to: &Path) {}
