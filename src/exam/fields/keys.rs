//! What two ways to write one thing have in common: for comparing what several documents say. Never shown, never a value.

use unicode_normalization::UnicodeNormalization as _;

use super::{dates, labels, names, subjects};
use crate::exam::{ExamCertificate, Found};

/// A subject named in a text that is none, such as the name of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectNamed {
    /// As [`subject_key`] gives it.
    pub key: String,
    /// As it stands there.
    pub written: String,
}

/// The same for every spelling of a name in lower and upper case, composed and decomposed, however wide its spaces are. Letters
/// with diacritics stay apart from those without: they make another name.
#[must_use]
pub fn name_key(name: &str) -> String {
    // Upper then lower case joins what simple folding keeps apart (`ß`).
    let folded: String = name.nfc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect();
    let plain = folded.chars().filter(|c| !is_invisible(*c)).map(|c| match c {
        '‐' | '‑' | '–' | '−' => '-',
        '’' | '‘' | '`' => '\'',
        ',' => ' ',
        other => other,
    });
    let plain: String = plain.collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lower case without diacritics, its words joined by one space: for putting names in order and looking for them.
#[must_use]
pub fn plain_key(text: &str) -> String {
    labels::fold(text)
}

/// Whether two names may be one, inflected, in another order or without its diacritics.
#[must_use]
pub fn may_be_one_name(one: &str, other: &str) -> bool {
    names::same_person(one, other)
}

/// The same for every form and language of a known subject.
#[must_use]
pub fn subject_key(subject: &str) -> String {
    subjects::only_known(subject).map_or_else(|| labels::fold(subject), |known| known.key)
}

/// The same for every form and language of a level of mastery.
#[must_use]
pub fn level_key(level: &str) -> String {
    subjects::level_key(level)
}

/// Every known subject that a text names.
#[must_use]
pub fn subjects_named(text: &str) -> Vec<SubjectNamed> {
    let named = |known: subjects::Known| SubjectNamed {
        written: text.get(known.start..known.end).unwrap_or_default().to_owned(),
        key: known.key,
    };
    subjects::known(text).into_iter().map(named).collect()
}

impl ExamCertificate {
    /// The calendar year in which the school year ends that the exam belongs to, by the school year, else the year, else the date of
    /// the exam; `None` where none of them was read with certainty.
    #[must_use]
    pub fn exam_year(&self) -> Option<u16> {
        let year = self.year.as_ref().and_then(Found::certain).and_then(|year| written_year(year));
        year.or_else(|| {
            let date = self.exam_day()?;
            let (year, month): (u16, u16) = (date.get(..4)?.parse().ok()?, date.get(5..7)?.parse().ok()?);
            // A school year begins on the first of September.
            if month >= 9 { year.checked_add(1) } else { Some(year) }
        })
    }

    /// The day of the exam as `2025-05-27`, where it was read with certainty.
    #[must_use]
    pub fn exam_day(&self) -> Option<String> {
        let written = dates::dates(self.exam_date.as_ref().and_then(Found::certain)?);
        let [one] = written.as_slice() else { return None };
        Some(one.key.clone())
    }
}

fn written_year(text: &str) -> Option<u16> {
    match dates::school_years(text).as_slice() {
        [one] => one.key.split_once('/')?.1.parse().ok(),
        [] => dates::single_year(text)?.key.parse().ok(),
        _ => None,
    }
}

/// What is invisible inside a word: soft hyphens, zero-width spaces and joiners.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exam::{Certainty, Place};

    fn found(text: &str, certainty: Certainty) -> Option<Found<String>> {
        Some(Found { value: text.to_owned(), certainty, place: Place { page: 1, area: None, source: String::new() } })
    }

    #[test]
    fn a_name_is_the_same_in_any_case_form_and_width() {
        for other in ["ANNA PARAUDZIŅA", "anna  paraudziņa", "Anna\u{a0}Paraudzin\u{327}a", "Anna, Parau\u{ad}dziņa"]
        {
            assert_eq!(name_key(other), name_key("Anna Paraudziņa"), "{other}");
        }
        for other in ["Anna Paraudzina", "Paraudziņa Anna", "Anna Marija Paraudziņa", "AnnaParaudziņa"] {
            assert_ne!(name_key(other), name_key("Anna Paraudziņa"), "{other}");
        }
        assert_eq!(name_key("PARAUGA–KALNE"), name_key("Parauga-Kalne"));
    }

    #[test]
    fn subjects_and_levels_have_one_key_in_every_form_and_two_have_two() {
        assert_eq!(subject_key("Mathematics"), subject_key("MATEMĀTIKA"));
        assert_ne!(subject_key("Matemātika I"), subject_key("Matemātika II"));
        assert_eq!(subject_key("Krāmu mācība"), subject_key("krāmu  mācība"));
        assert_eq!(level_key("augstākais"), level_key("augstākais mācību satura apguves līmenis"));
        assert_ne!(level_key("augstākais"), level_key("optimālais"));
    }

    #[test]
    fn subjects_in_the_name_of_a_file_are_found() {
        let named = subjects_named("anna_anglu-valoda 2025");
        assert_eq!(named.len(), 1);
        assert_eq!(
            (named[0].key.as_str(), named[0].written.as_str()),
            (subject_key("Angļu valoda").as_str(), "anglu-valoda")
        );
        assert!(subjects_named("anna_parauga_2025").is_empty());
    }

    #[test]
    fn school_year_year_and_date_are_one_year_and_doubt_is_none() {
        let year = |text, certainty| ExamCertificate { year: found(text, certainty), ..ExamCertificate::default() };
        for text in ["2023./2024.", "2023/24", "2024. gads"] {
            assert_eq!(year(text, Certainty::Certain).exam_year(), Some(2024), "{text}");
            assert_eq!(year(text, Certainty::Probable).exam_year(), None, "{text}");
        }
        let day = |text| ExamCertificate { exam_date: found(text, Certainty::Certain), ..ExamCertificate::default() };
        assert_eq!(day("28.05.2024.").exam_year(), Some(2024));
        assert_eq!(day("2023. gada 11. septembris").exam_year(), Some(2024));
        assert_eq!(day("28.05.2024.").exam_day().unwrap(), "2024-05-28");
        assert_eq!(day("maijā").exam_day(), None);
    }
}
