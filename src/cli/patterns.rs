//! `*.edoc` where the shell has left it as it was typed, as those of Windows do: `*` and `?` in the last part of a path stand for the
//! files there.
//!
//! It is done on every system alike, and only where there is no file of that very name: what a shell has expanded is never expanded
//! again. Lists of paths are not expanded at all. Where nothing fits, the pattern stays, and is complained about as a file that is missing.

use std::fs;
use std::path::{Path, PathBuf};

/// What stands for any characters, and for one.
const ANY: char = '*';
const ONE: char = '?';

/// Files and folders in the place of patterns, by name.
pub(super) fn resolve(paths: &mut Vec<PathBuf>) {
    let typed = std::mem::take(paths);
    for path in typed {
        let found = if path.symlink_metadata().is_ok() { Vec::new() } else { fitting(&path) };
        if found.is_empty() {
            paths.push(path);
        } else {
            paths.extend(found);
        }
    }
}

fn fitting(path: &Path) -> Vec<PathBuf> {
    let Some(pattern) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { return Vec::new() };
    if !pattern.contains([ANY, ONE]) {
        return Vec::new();
    }
    let pattern = folded(&pattern);
    let folder = path.parent().unwrap_or(Path::new(""));
    let looked_into = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(looked_into) else { return Vec::new() };
    let mut names: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    names.retain(|name| fits(&pattern, &folded(&name.to_string_lossy())));
    names.sort();
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// As the system tells names apart.
fn folded(name: &str) -> Vec<char> {
    if cfg!(windows) { name.to_lowercase().chars().collect() } else { name.chars().collect() }
}

/// Whether a name fits a pattern. What is hidden must be asked for with its dot.
fn fits(pattern: &[char], name: &[char]) -> bool {
    if name.first() == Some(&'.') && pattern.first() != Some(&'.') {
        return false;
    }
    let (mut pattern, mut name) = (pattern, name);
    // Where to go on when it does not fit: behind the last `*`, which then stands for one character more.
    let mut again: Option<(&[char], &[char])> = None;
    loop {
        match (pattern.split_first(), name.split_first()) {
            (None, None) => return true,
            (Some((&ANY, rest)), _) => {
                again = Some((rest, name));
                pattern = rest;
            }
            (Some((wanted, pattern_rest)), Some((found, name_rest))) if wanted == found || *wanted == ONE => {
                (pattern, name) = (pattern_rest, name_rest);
            }
            _ => {
                let Some((behind, from)) = again else { return false };
                let Some((_, later)) = from.split_first() else { return false };
                again = Some((behind, later));
                (pattern, name) = (behind, later);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, name: &str) -> bool {
        super::fits(&folded(pattern), &folded(name))
    }

    #[test]
    fn patterns_fit_what_they_mean() {
        for (pattern, name) in [
            ("*.edoc", "a.edoc"),
            ("*.edoc", "a.b.edoc"),
            ("*", "ā"),
            ("?.edoc", "ā.edoc"),
            ("a*b*c", "aXbYbZc"),
            ("**a", "a"),
            ("a*", "a"),
            (".*", ".hidden"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("*.edoc", "a.asice"),
            ("*.edoc", "a.edoc.zip"),
            ("?.edoc", ".edoc"),
            ("?.edoc", "ab.edoc"),
            ("a*b*c", "aXcYb"),
            ("*", ".hidden"),
            ("a?", "a"),
            ("", "a"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
        assert_eq!(fits("*.EDOC", "a.edoc"), cfg!(windows));
        // Not exponential, however many stars there are.
        assert!(!fits(&"*a".repeat(50), &"a".repeat(49)));
        assert!(fits(&"*a".repeat(50), &"a".repeat(500)));
    }

    #[test]
    fn patterns_become_files_by_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.edoc", "a.edoc", "c.asice", "d[1].edoc"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let of = |names: &[&str]| names.iter().map(|name| folder.path().join(name)).collect::<Vec<_>>();
        let resolved = |names: &[&str]| {
            let mut paths = of(names);
            resolve(&mut paths);
            paths
        };
        assert_eq!(resolved(&["c.asice", "?.edoc", "none.*"]), of(&["c.asice", "a.edoc", "b.edoc", "none.*"]));
        // Brackets are ordinary characters, and a folder's name is no pattern.
        assert_eq!(resolved(&["d[1].edoc", "*/a.edoc"]), of(&["d[1].edoc", "*/a.edoc"]));
        #[cfg(unix)]
        {
            fs::write(folder.path().join("*.edoc"), "").unwrap();
            assert_eq!(resolved(&["*.edoc"]), of(&["*.edoc"]));
        }
    }
}
