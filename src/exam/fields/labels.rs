//! What announces a value: labels compared without case, diacritics and punctuation, in one language or both.

use unicode_normalization::UnicodeNormalization as _;

use super::vocabulary::{LABELS, OWNERS};
use crate::limits;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Number,
    Series,
    Person,
    /// A name under "surname, name".
    PersonSurnameFirst,
    GivenNames,
    Surname,
    /// A label that promises a personal code and nothing else.
    PersonalCode,
    /// A label under which other identifiers may stand.
    Identifier,
    School,
    Class,
    Stage,
    Subject,
    Level,
    Year,
    ExamDate,
    Overall,
    /// "Result", "percent": of the whole exam or of a part, by what stands around it.
    Result,
    LanguageLevel,
    Issuer,
    IssueDate,
    /// Head of a column or list of parts.
    PartHead,
    /// A label of something that is not read, known so that it is not taken for a value.
    Other,
}

/// How much a label says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Enough.
    Strong,
    /// Only together with a value that could be nothing else.
    Weak,
}

/// A label recognised in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) field: Field,
    pub(super) strength: Strength,
}

/// A word of a text, folded, with its place in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A label inside a text, with what follows it up to the next label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment<'t> {
    pub(super) label: Label,
    pub(super) announced: &'t str,
    pub(super) value: &'t str,
}

/// Lower case, without diacritics; every run of anything but letters and digits is one space.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Most words: nothing to decompose, and one letter stays one letter.
        return joined(text.len(), text.chars().map(|character| character.to_ascii_lowercase()));
    }
    let plain = text.nfkd().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase);
    joined(text.len(), plain)
}

fn joined(length: usize, characters: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(length);
    for character in characters {
        if character.is_alphanumeric() {
            folded.push(character);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Combining marks, and what is invisible inside a word: soft hyphens, zero-width spaces.
fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character) || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// The words of a text: runs of letters and digits.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, character) in ends {
        let inside = character.is_alphanumeric() || is_mark(character);
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Word { folded: fold(text.get(from..at).unwrap_or_default()), start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The field that a whole text announces, and nothing else.
pub(super) fn label(text: &str) -> Option<Label> {
    if text.len() > 400 {
        return None;
    }
    let folded = fold(text);
    if folded.is_empty() || folded.len() > 120 {
        return None;
    }
    phrase(&folded)
        .or_else(|| numbered(text, &folded))
        .or_else(|| in_pieces(text))
        .or_else(|| twice(&folded))
        .or_else(|| explained(text))
}

/// Whether a text announces a percentage: it carries the sign or the word.
pub(super) fn in_percent(text: &str) -> bool {
    let folded = fold(text);
    text.contains('%') || folded.contains("procent") || folded.contains("percent") || folded.contains("per cent")
}

fn phrase(folded: &str) -> Option<Label> {
    exact(folded).or_else(|| {
        let rest = ["procentos", "procenti", "percent", "in percent", "per cent", "in per cent"]
            .iter()
            .find_map(|unit| folded.strip_suffix(unit)?.strip_suffix(' '));
        rest.and_then(exact).or_else(|| owned(folded))
    })
}

fn exact(folded: &str) -> Option<Label> {
    LABELS.get(folded).copied()
}

/// `skolēna vārds, uzvārds`: whose it is stands before what it is.
fn owned(folded: &str) -> Option<Label> {
    let rest = OWNERS.iter().find_map(|owner| folded.strip_prefix(owner)?.strip_prefix(' '))?;
    let rest = exact(rest)?;
    let personal = [
        Field::Person,
        Field::PersonSurnameFirst,
        Field::GivenNames,
        Field::Surname,
        Field::PersonalCode,
        Field::Identifier,
        Field::School,
        Field::Class,
    ];
    personal.contains(&rest.field).then_some(Label { strength: Strength::Strong, ..rest })
}

/// `3. Personas kods`, `2) Mācību priekšmets`. A class and a part keep their number: there it is the value.
fn numbered(text: &str, folded: &str) -> Option<Label> {
    let trimmed = text.trim_start();
    let digits = trimmed.find(|c: char| !c.is_ascii_digit()).filter(|at| (1..=2).contains(at))?;
    let after = trimmed.get(digits..)?;
    if !after.starts_with([')', '.']) {
        return None;
    }
    let (_, rest) = folded.split_once(' ')?;
    phrase(rest).filter(|found| !matches!(found.field, Field::Class | Field::PartHead | Field::Stage | Field::Level))
}

/// A label in two languages, or with its unit: every piece names the same field.
fn in_pieces(text: &str) -> Option<Label> {
    let pieces: Vec<_> = text.split(['/', '|', '(', ')', '[', ']', '•', '·', '–', '—', ',', ';', '\n']).collect();
    if pieces.len() < 2 {
        return None;
    }
    of_one_field(pieces.into_iter().filter(|piece| !is_unit(piece)).map(label_of_piece))
}

fn label_of_piece(piece: &str) -> Option<Label> {
    let folded = fold(piece);
    let folded = ["vai ", "or ", "un ", "and "].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    phrase(folded).or_else(|| twice(folded))
}

/// `Personas kods (ja ir)`: words in brackets explain the label. What they could change is a result or a number.
fn explained(text: &str) -> Option<Label> {
    let (before, inside) = text.trim().strip_suffix(')')?.split_once('(')?;
    let label = exact(&fold(before)).filter(|label| label.strength == Strength::Strong)?;
    let fixed = !matches!(
        label.field,
        Field::Overall | Field::Result | Field::Number | Field::PartHead | Field::GivenNames | Field::Surname
    );
    (fixed && !inside.contains(['(', ')']) && !super::role::say_no_result(inside)).then_some(label)
}

/// `Vārds, uzvārds Name, surname`: two labels of one field with nothing between.
fn twice(folded: &str) -> Option<Label> {
    folded.match_indices(' ').find_map(|(at, _)| {
        let (first, second) = (folded.get(..at)?, folded.get(at.saturating_add(1)..)?);
        of_one_field([phrase(first), phrase(second)].into_iter())
    })
}

/// The label all agree on; the strongest of them says how strong.
fn of_one_field(labels: impl Iterator<Item = Option<Label>>) -> Option<Label> {
    let mut agreed: Option<Label> = None;
    for label in labels {
        let label = label?;
        match &mut agreed {
            None => agreed = Some(label),
            Some(kept) if same_field(kept.field, label.field) => {
                if label.strength == Strength::Strong {
                    *kept = Label { field: kept.field, strength: Strength::Strong };
                }
            }
            Some(_) => return None,
        }
    }
    agreed
}

/// English has one word where Latvian has two: "name" beside "vārds", "identity number" beside "personas kods".
fn same_field(one: Field, other: Field) -> bool {
    let pair = |a, b| (one == a && other == b) || (one == b && other == a);
    one == other
        || pair(Field::PersonalCode, Field::Identifier)
        || pair(Field::GivenNames, Field::Person)
        || pair(Field::Overall, Field::Result)
        || pair(Field::Stage, Field::Level)
}

fn is_unit(piece: &str) -> bool {
    matches!(
        fold(piece).as_str(),
        "" | "izteikts procentos"
            | "izteikta procentos"
            | "expressed in percent"
            | "procentos"
            | "procenti"
            | "percent"
            | "in percent"
            | "ja attiecinams"
            | "ja ir"
            | "if applicable"
            | "ja piemerojams"
    )
}

/// Labels with a colon, a dash or a leader after them, each with its value; the first stands at the beginning.
pub(super) fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut found: Vec<Segment<'_>> = Vec::new();
    if text.len() > limits::FIELD_TEXT {
        return found;
    }
    let separators = separators(text);
    if separators.len() > limits::FIELD_SEPARATORS {
        return found;
    }
    let mut cursor = 0;
    for (at, after) in separators {
        if at < cursor {
            continue;
        }
        let before = text.get(cursor..at).unwrap_or_default();
        let colon = text.get(at..).is_some_and(|rest| rest.starts_with(':'));
        let whole = label(before).map(|label| (label, before, 0));
        let new = match (whole, found.is_empty()) {
            (Some(new), true) => Some(new),
            (Some(new), false) if colon || found.last().is_some_and(|last| last.value.is_empty()) => Some(new),
            (_, false) if colon => last_label(before),
            _ => None,
        };
        let Some((label, announced, from)) = new else { continue };
        let of_subject = found.first().is_none_or(|first| first.label.field == Field::Subject);
        let label =
            if label.field == Field::Result && !of_subject { Label { field: Field::Other, ..label } } else { label };
        if let Some(last) = found.last_mut() {
            last.value = bare(text.get(cursor..cursor.saturating_add(from)).unwrap_or_default());
        }
        cursor = after;
        found.push(Segment { label, announced, value: bare(text.get(after..).unwrap_or_default()) });
        if found.len() > limits::FIELD_SEGMENTS {
            return Vec::new();
        }
    }
    merge_languages(found)
}

/// `Vārds – Name: Anna`: the first of two labels of one field has no value of its own.
fn merge_languages(segments: Vec<Segment<'_>>) -> Vec<Segment<'_>> {
    let mut kept: Vec<Segment<'_>> = Vec::new();
    for segment in segments {
        match kept.last_mut() {
            Some(last) if last.value.is_empty() && same_field(last.label.field, segment.label.field) => *last = segment,
            _ => kept.push(segment),
        }
    }
    kept
}

fn bare(value: &str) -> &str {
    value
        .trim()
        .trim_start_matches([':', '–', '—', '=', '…', '_', '.'])
        .trim_end_matches([',', ';', '|', '_', '·', '•', ' '])
        .trim()
}

/// Where a separator begins and ends: colon, dash, equals sign, or a leader of dots.
fn separators(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at.saturating_add(character.len_utf8());
        let rest = text.get(at..).unwrap_or_default();
        let spaced =
            character == '-' && text.get(..at).is_some_and(|before| before.ends_with(' ')) && rest.starts_with("- ");
        let leader =
            rest.starts_with("...") || rest.starts_with("___") || rest.starts_with(". . .") || character == '…';
        if matches!(character, ':' | '–' | '—' | '=') || spaced || leader {
            let more = rest.trim_start_matches(['.', '…', '_', ' ']);
            let length = if leader { rest.len().saturating_sub(more.len()) } else { 0 };
            found.push((at, end.max(at.saturating_add(length))));
        }
    }
    found
}

/// The longest label that ends a text, with where it begins: `Anna Uzvārds` ends with one.
fn last_label(whole: &str) -> Option<(Label, &str, usize)> {
    // A label is short; what stands far before it is not looked at again for each colon.
    let cut = (whole.len().saturating_sub(limits::FIELD_LABEL)..=whole.len()).find(|at| whole.is_char_boundary(*at))?;
    let text = whole.get(cut..)?;
    let all = words(text);
    let from = all.len().saturating_sub(6);
    let starts = all.iter().enumerate().skip(from);
    for (index, word) in starts {
        let tail = text.get(word.start..)?;
        let Some(found) = phrase(&fold(tail)) else { continue };
        let before = index.checked_sub(1).and_then(|index| all.get(index));
        // "klases kopvērtējums", "lasīšanas rezultāts": somebody else's, or a part's, unless a label begins anew there.
        let anew = tail.starts_with(char::is_uppercase)
            || before.is_none_or(|before| {
                text.get(before.end..word.start).is_some_and(|gap| gap.contains([',', ';', '.', '|', ')']))
            });
        let owned = matches!(found.field, Field::Overall | Field::Result) && !anew;
        let spoiled = owned || before.is_some_and(|word| super::role::is_no_result(&word.folded));
        let loose = found.strength == Strength::Weak
            && !matches!(found.field, Field::Number | Field::Level | Field::Year | Field::Result);
        let label = if spoiled || loose { Label { field: Field::Other, strength: Strength::Strong } } else { found };
        return Some((label, tail, cut.saturating_add(word.start)));
    }
    None
}

/// A label at the beginning of a text with nothing but a space after it: the longest one, and what follows.
pub(super) fn prefixed(text: &str) -> Option<Segment<'_>> {
    if text.len() > limits::FIELD_TEXT {
        return None;
    }
    let all = words(text);
    for word in all.iter().take(all.len().saturating_sub(1)).take(10).rev() {
        let head = text.get(..word.end)?;
        if let Some(label) = label(head) {
            let value = text.get(word.end..)?.trim_start_matches([' ', ',', '.', ')', '%']).trim();
            return Some(Segment { label, announced: head, value });
        }
    }
    None
}
