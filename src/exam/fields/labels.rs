//! Labels of an exam certificate, Latvian and English, compared without case, diacritics and punctuation.

use unicode_normalization::UnicodeNormalization as _;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Number,
    Person,
    GivenNames,
    Surname,
    Identifier,
    School,
    Subject,
    Level,
    Year,
    ExamDate,
    Overall,
    LanguageLevel,
    Issuer,
    IssueDate,
    /// Head of a column of parts.
    PartHead,
    /// Head of a column of results.
    ResultHead,
}

/// Labels in folded form. Longer ones are tried first, so that "kopvērtējums procentos" is not "kopvērtējums".
const LABELS: [(Field, &[&str]); 16] = [
    (
        Field::Number,
        &[
            "sertifikata numurs",
            "sertifikata nr",
            "sertifikata serija un numurs",
            "dokumenta numurs",
            "dokumenta nr",
            "izraksta numurs",
            "izraksta nr",
            "izzinas numurs",
            "apliecibas numurs",
            "numurs",
            "nr",
            "certificate number",
            "certificate no",
            "document number",
            "number",
        ],
    ),
    (
        Field::Person,
        &[
            "vards uzvards",
            "vards un uzvards",
            "uzvards vards",
            "izglitojama vards uzvards",
            "izglitojamais",
            "skolens",
            "eksaminejamais",
            "eksaminejama vards uzvards",
            "name and surname",
            "name surname",
            "full name",
            "given name and surname",
            "name",
        ],
    ),
    (Field::GivenNames, &["vards", "vardi", "vards i", "given name", "given names", "first name"]),
    (Field::Surname, &["uzvards", "surname", "last name", "family name"]),
    (
        Field::Identifier,
        &[
            "personas kods",
            "personas kods vai identifikacijas numurs",
            "identifikacijas numurs",
            "identifikators",
            "personal code",
            "personal identity code",
            "personal identity number",
            "identification number",
        ],
    ),
    (
        Field::School,
        &["izglitibas iestade", "izglitibas iestades nosaukums", "skola", "educational institution", "school"],
    ),
    (
        Field::Subject,
        &[
            "macibu prieksmets",
            "prieksmets",
            "eksamens",
            "centralizetais eksamens",
            "eksamena nosaukums",
            "subject",
            "exam",
            "examination",
        ],
    ),
    (
        Field::Level,
        &[
            "macibu satura apguves limenis",
            "apguves limenis",
            "eksamena limenis",
            "limenis",
            "izglitibas pakape",
            "level of mastery of the curriculum",
            "level of mastery",
            "level of curriculum",
            "level",
        ],
    ),
    (Field::Year, &["macibu gads", "macibu gada", "gads", "school year", "academic year", "year"]),
    (
        Field::ExamDate,
        &[
            "eksamena datums",
            "eksamena norises datums",
            "eksamena norises laiks",
            "kartosanas datums",
            "exam date",
            "date of exam",
            "date of examination",
        ],
    ),
    (
        Field::Overall,
        &[
            "kopvertejums",
            "kopvertejums procentos",
            "kopejais vertejums",
            "kopejais rezultats",
            "eksamena rezultats",
            "eksamena kopvertejums",
            "rezultats kopa",
            "kopejais rezultats procentos",
            "eksamena rezultats procentos",
            "kopa",
            "overall result",
            "overall",
            "total result",
            "total",
            "result of the exam",
            "exam result",
        ],
    ),
    (
        Field::LanguageLevel,
        &[
            "valodas prasmes limenis",
            "valsts valodas prasmes limenis",
            "valodas limenis",
            "language proficiency level",
            "language level",
            "cefr level",
        ],
    ),
    (Field::Issuer, &["izdevejs", "izsniedzejs", "izdevusi", "izsniegusi", "issuer", "issued by", "issuing body"]),
    (
        Field::IssueDate,
        &["izdosanas datums", "izsniegsanas datums", "izdots", "izsniegts", "date of issue", "issue date", "issued on"],
    ),
    (Field::PartHead, &["eksamena dala", "eksamena dalas", "dala", "dalas", "part of the exam", "exam part", "part"]),
    (
        Field::ResultHead,
        &[
            "rezultats",
            "rezultats procentos",
            "vertejums",
            "vertejums procentos",
            "procenti",
            "result",
            "percent",
            "score",
        ],
    ),
];

/// Names of parts that stand under no head.
const PARTS: [&str; 20] = [
    "klausisanas",
    "lasisana",
    "valodas lietojums",
    "rakstisana",
    "runasana",
    "mutvardu dala",
    "rakstu dala",
    "praktiska dala",
    "teoretiska dala",
    "zinasanas un izpratne",
    "tekstveide",
    "valodas kompetence",
    "listening",
    "reading",
    "use of language",
    "writing",
    "speaking",
    "oral part",
    "written part",
    "practical part",
];

/// Lower case, without diacritics; every run of anything but letters and digits is one space.
pub(super) fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(text.len());
    for character in plain {
        if character.is_alphanumeric() {
            folded.push(character);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.trim_end().to_owned()
}

fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// The field that a whole text announces, and nothing else.
pub(super) fn label(text: &str) -> Option<Field> {
    let folded = fold(text);
    LABELS.iter().find(|(_, labels)| labels.contains(&folded.as_str())).map(|(field, _)| *field)
}

/// A label at the beginning of a text, with what follows its colon or dash.
pub(super) fn labelled(text: &str) -> Option<(Field, &str)> {
    let separators = text.char_indices().filter(|(_, c)| matches!(c, ':' | '–' | '—' | '='));
    for (at, separator) in separators {
        let (before, after) = text.split_at_checked(at)?;
        let value = after.get(separator.len_utf8()..)?.trim();
        if let Some(field) = label(before).filter(|_| !value.is_empty()) {
            return Some((field, value));
        }
    }
    None
}

/// Whether a text names a part of an exam.
pub(super) fn is_part(text: &str) -> bool {
    let folded = fold(text);
    let numbered = folded.strip_suffix(" dala").or_else(|| folded.strip_prefix("part ")).unwrap_or_default();
    PARTS.contains(&folded.as_str()) || (!numbered.is_empty() && numbered.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Field, is_part, label, labelled};

    #[test]
    fn case_diacritics_and_punctuation_do_not_matter() {
        for text in ["Kopvērtējums", "KOPVĒRTĒJUMS:", "kopvertejums", " Kopvērtējums (procentos) "] {
            assert_eq!(label(text), Some(Field::Overall), "{text}");
        }
        assert_eq!(label("Vārds, uzvārds"), Some(Field::Person));
        assert_eq!(label("Vārds(-i)"), Some(Field::GivenNames));
        assert_eq!(label("Kopvērtējums 87,50 %"), None);
    }

    #[test]
    fn a_value_may_follow_a_colon_or_a_dash() {
        assert_eq!(labelled("Personas kods: 320000-00001"), Some((Field::Identifier, "320000-00001")));
        assert_eq!(labelled("Kopvērtējums – 87,50 %"), Some((Field::Overall, "87,50 %")));
        assert_eq!(labelled("Piezīme: Kopvērtējums"), None);
        assert_eq!(labelled("Vārds, uzvārds:"), None);
    }

    #[test]
    fn parts_are_known_by_name_or_number() {
        assert!(is_part("Lasīšana") && is_part("1. daļa") && is_part("MUTVĀRDU DAĻA"));
        assert!(!is_part("Lasīšana un rakstīšana kopā") && !is_part("daļa"));
    }
}
