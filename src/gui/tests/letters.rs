//! The fonts of the window have every letter of every language that it offers: a missing one is drawn as a box.

use std::collections::BTreeSet;
use std::path::Path;

use egui::{FontFamily, FontId, RawInput};

use crate::words::Language;

/// All letters and marks of the texts of a language, and of the words of this family.
fn letters(language: Language) -> BTreeSet<char> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words").join(language.code());
    let files = std::fs::read_dir(folder).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    texts.flat_map(|text| text.chars().collect::<Vec<_>>()).filter(|letter| !letter.is_control()).collect()
}

fn missing(letters: &BTreeSet<char>, family: &FontFamily) -> Vec<char> {
    let context = egui::Context::default();
    // Fonts are there from the first frame on.
    context.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
    let font = FontId::new(14.0, family.clone());
    letters.iter().copied().filter(|letter| !context.fonts_mut(|fonts| fonts.has_glyph(&font, *letter))).collect()
}

#[test]
fn every_letter_of_an_offered_language_can_be_drawn() {
    for language in Language::offered() {
        let letters = letters(*language);
        assert!(letters.len() > 60, "{language:?}: {} letters were read", letters.len());
        for family in [FontFamily::Proportional, FontFamily::Monospace] {
            let missing = missing(&letters, &family);
            assert!(missing.is_empty(), "{language:?} in {family:?}: {missing:?}");
        }
    }
    // Cuneiform is not in them: the fonts are really asked.
    assert_eq!(missing(&BTreeSet::from(['\u{12000}']), &FontFamily::Proportional), ['\u{12000}']);
}
