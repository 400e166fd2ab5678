//! Names under which documents are copied: each one ordinary file on every system.

use std::path::{Path, PathBuf};

use crate::container::Document;
use crate::words::clean;

/// Where each document goes: directly into `to`, under a safe name that no other has, whatever the system's case rules.
pub fn targets(documents: &[Document], to: &Path) -> Vec<PathBuf> {
    let mut taken: Vec<String> = Vec::new();
    let mut targets = Vec::new();
    for document in documents {
        let safe = safe_name(&document.name);
        let numbered = (1..).map(|number| if number == 1 { safe.clone() } else { with_number(&safe, number) });
        let free = numbered.into_iter().find(|name| !taken.contains(&name.to_lowercase()));
        let name = free.unwrap_or_else(|| safe.clone());
        taken.push(name.to_lowercase());
        targets.push(to.join(name));
    }
    targets
}

fn with_number(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem} ({number}).{extension}"),
        None => format!("{name} ({number})"),
    }
}

/// Characters of a safe name; below the 255 octets that file systems allow, with room for a number.
const NAME_CHARACTERS: usize = 60;
/// Names that Windows takes for devices, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name that is one ordinary file on every system: no folder, no device, nothing hidden, nothing that deceives.
pub fn safe_name(name: &str) -> String {
    let harmless = |character: char| {
        let deceives = clean(character.encode_utf8(&mut [0; 4])) != character.to_string();
        if deceives || r#"/\<>:"|?*"#.contains(character) { '_' } else { character }
    };
    let name: String = name.chars().map(harmless).collect();
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 10 => (stem, Some(extension)),
        _ => (name, None),
    };
    let stem: String = stem.chars().take(NAME_CHARACTERS).collect();
    let first = stem.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let device = DEVICES.contains(&first.to_lowercase().as_str());
    let stem = if device || stem.is_empty() { format!("_{stem}") } else { stem };
    extension.map_or_else(|| stem.clone(), |extension| format!("{stem}.{extension}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_name_stays() {
        for name in ["Sertifikāts 87,50 %.pdf", "a.b.txt", "rezultāti"] {
            assert_eq!(safe_name(name), name);
        }
    }

    #[test]
    fn a_name_cannot_leave_the_folder() {
        for name in ["../../etc/passwd", "/etc/passwd", "a/../../b", "..\\..\\b.txt", "C:\\b.txt", "..", ".", ""] {
            let safe = safe_name(name);
            let plain = Path::new(&safe).components().count() == 1 && !safe.contains(['/', '\\', ':']);
            assert!(plain && !safe.starts_with('.'), "{name} became {safe}");
        }
    }

    #[test]
    fn a_name_cannot_be_a_device_hide_or_deceive() {
        for (name, safe) in [
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.pdf", "_com1.pdf"),
            (".bashrc", "bashrc"),
            ("exam\u{202e}fdp.exe", "exam_fdp.exe"),
            ("a\nb.txt", "a_b.txt"),
            ("trailing. ", "trailing"),
        ] {
            assert_eq!(safe_name(name), safe);
        }
        assert!(safe_name(&format!("{}.pdf", "ā".repeat(5_000))).len() < 200);
    }
}
