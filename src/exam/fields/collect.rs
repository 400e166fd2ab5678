//! Labels with their values in lines of cells: in one cell, beside each other, or one above the other.

use super::labels::{Field, Label, Segment, Strength, fold, in_percent, label, prefixed, segments};
use super::names;
use super::places::{close_below, same_left, under};
use super::subjects;
use super::values::{Rank, is_institution, value};
use crate::exam::Place;
use crate::exam::text::{Cell, Line};

/// A text that may be the value of a field.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) field: Field,
    pub(super) text: String,
    /// The label as it stands: it may carry the percent sign.
    pub(super) announced: String,
    pub(super) rank: Rank,
    pub(super) place: Place,
    /// Number of the line the label stands in.
    pub(super) line: usize,
}

/// Every label that has a value, in the lines that belong to no table.
pub(super) fn collect(lines: &[Line], taken: &[bool]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let style = Lines { lines, taken, style: Style::Unknown }.style();
    let all = Lines { lines, taken, style };
    for (number, line) in lines.iter().enumerate().filter(|(number, _)| all.is_free(*number)) {
        for position in 0..line.cells.len() {
            all.cell(number, position, &mut found);
        }
    }
    found
}

struct Lines<'a> {
    lines: &'a [Line],
    taken: &'a [bool],
    style: Style,
}

/// Where the values of labels stand that have none beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Below: labels are headings.
    Headings,
    /// Above: labels are captions.
    Captions,
    /// Nothing tells.
    Unknown,
}

impl Lines<'_> {
    /// How the document is laid out, by the labels that only one of both fits.
    fn style(&self) -> Style {
        let (mut above, mut below) = (false, false);
        for (number, line) in self.lines.iter().enumerate().filter(|(number, _)| self.is_free(*number)) {
            let labels: Option<Vec<_>> = line.cells.iter().map(|cell| label(&cell.text)).collect();
            for (position, label) in labels.unwrap_or_default().into_iter().enumerate() {
                let fits =
                    |other: Option<(&Line, &Cell)>| other.is_some_and(|(_, cell)| is_valid(label.field, &cell.text));
                let (over, under) =
                    (fits(self.above(number, position)), fits(self.below(label.field, number, position)));
                above |= over && !under;
                below |= under && !over;
            }
        }
        match (above, below) {
            (true, false) => Style::Captions,
            (false, true) => Style::Headings,
            _ => Style::Unknown,
        }
    }

    fn is_free(&self, number: usize) -> bool {
        !self.taken.get(number).copied().unwrap_or(false)
    }

    /// A line that belongs to no table.
    fn line(&self, number: usize) -> Option<&Line> {
        self.lines.get(number).filter(|_| self.is_free(number))
    }

    fn cell(&self, number: usize, position: usize, found: &mut Vec<Candidate>) {
        let Some(cell) = self.line(number).and_then(|line| line.cells.get(position)) else { return };
        let parts = segments(&cell.text);
        if let Some((last, before)) = parts.split_last() {
            for segment in before {
                self.push(segment.label, segment.announced, (segment.value, number, position), found);
            }
            if last.value.is_empty() {
                self.apart(last.label, last.announced, number, position, found);
            } else {
                self.within(last, number, position, found);
            }
        } else if let Some(label) = label(&cell.text) {
            self.apart(label, &cell.text, number, position, found);
        } else if let Some(segment) = prefixed(&cell.text) {
            let right = self.line(number).map(|line| beside(line, position)).unwrap_or_default();
            let text = match segment.label.field {
                Field::Overall => {
                    right.iter().fold(segment.value.to_owned(), |value, cell| format!("{value}; {}", cell.text))
                }
                _ => segment.value.to_owned(),
            };
            if is_typed(segment.label.field, segment.value)
                || (segment.label.field == Field::Overall && !right.is_empty())
            {
                self.push(segment.label, segment.announced, (&text, number, position), found);
            }
        } else {
            self.broken(number, position, found);
        }
    }

    /// A value in the cell of its label, with what goes on in the line below.
    fn within(&self, segment: &Segment<'_>, number: usize, position: usize, found: &mut Vec<Candidate>) {
        let mut value = self.continued(segment.label.field, segment.value, number, position);
        if matches!(segment.label.field, Field::Overall | Field::Result) {
            // "Kopvērtējums: 35/40 | 87,50 %": the result may stand behind the points.
            let right = self.line(number).map(|line| beside(line, position)).unwrap_or_default();
            let right = right.into_iter().filter(|cell| in_percent(&cell.text));
            value = right.fold(value, |value, cell| format!("{value}; {}", cell.text));
        }
        self.push(segment.label, segment.announced, (&value, number, position), found);
    }

    /// A label with its value in another cell: to the right, above where the label is a caption in brackets, else below.
    fn apart(&self, label: Label, announced: &str, number: usize, position: usize, found: &mut Vec<Candidate>) {
        let Some(line) = self.line(number) else { return };
        let caption = announced.trim().starts_with('(') && announced.trim().ends_with(')');
        let right = if caption { Vec::new() } else { beside(line, position) };
        if let Some((first, _)) = right.first().zip(line.cells.get(position)) {
            let text = chosen(label.field, &right);
            let text = self.continued(label.field, &text, number, position.saturating_add(1));
            self.add(label, announced, &text, (number, first, line), Rank::Labelled, found);
            return;
        }
        let other = if caption || self.style == Style::Captions {
            self.above(number, position)
        } else {
            let own = |cell: &Cell| self.style == Style::Unknown && is_valid(label.field, &cell.text);
            // "Valsts vidējais" over "54 %": that figure has a heading of its own.
            let heading = number.checked_sub(2).and_then(|at| self.line(at)).map(Line::text).unwrap_or_default();
            let owned = super::role::is_aside_heading(&heading);
            let above = !owned && self.above(number, position).is_some_and(|(_, cell)| own(cell));
            self.below(label.field, number, position).filter(|_| !above)
        };
        if let Some((other_line, cell)) = other {
            self.add(label, announced, &cell.text, (number, cell, other_line), Rank::Weak, found);
        } else if label.field == Field::Overall {
            self.total_below(label, number, found);
        }
    }

    /// `Kopā` alone in its line, and `Rezultāts: 85 %` below it; points may stand between them.
    fn total_below(&self, label: Label, number: usize, found: &mut Vec<Candidate>) {
        let page = self.line(number).filter(|line| line.cells.len() == 1).map(|line| line.page);
        for at in number.saturating_add(1)..number.saturating_add(4) {
            let Some(line) = self.line(at).filter(|line| Some(line.page) == page) else { return };
            let Some(cell) = line.cells.first() else { return };
            match (announces(&cell.text), segments(&cell.text).first()) {
                (Some(Field::Other), _) => {}
                (Some(Field::Result), Some(segment)) if !segment.value.is_empty() => {
                    return self.add(label, segment.announced, segment.value, (number, cell, line), Rank::Weak, found);
                }
                (Some(Field::Result), None) => {
                    let right = beside(line, 0);
                    return self.add(
                        label,
                        &cell.text,
                        &chosen(Field::Overall, &right),
                        (number, cell, line),
                        Rank::Weak,
                        found,
                    );
                }
                _ => return,
            }
        }
    }

    /// Whether a line stands below a heading of its own that is no part of the exam's name: `Teksta analīze` over `Rezultāts`,
    /// also where points stand between them.
    fn under_heading(&self, number: usize) -> bool {
        let points = |line: &&Line| line.cells.first().is_some_and(|cell| announces(&cell.text) == Some(Field::Other));
        let above = self.lines.get(..number).unwrap_or_default().iter().rev().take(3).find(|line| !points(line));
        let Some([cell]) = above.map(|line| line.cells.as_slice()) else { return false };
        let exam = |word: &str| {
            ["eksamen", "exam", "sertifikat", "certificate", "izrakst", "limen", "level", "rezultat", "result"]
                .iter()
                .any(|start| word.starts_with(start))
        };
        let folded = fold(&cell.text);
        // "2.1. Lasītprasme" is a heading with a number.
        let name = cell.text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
        let short = !name.is_empty() && !name.contains(|c: char| c.is_ascii_digit()) && folded.split(' ').count() <= 12;
        let known = subjects::only_known(subjects::without_level(&cell.text)).is_some()
            || is_institution(&cell.text)
            || names::has_name_shape(&cell.text);
        short && is_value(cell) && !known && !folded.split(' ').any(exam)
    }

    /// Whether the line directly above is the name of a part alone: `Kopā` below it is the part's.
    fn under_part(&self, number: usize) -> bool {
        let above = number.checked_sub(1).and_then(|before| self.lines.get(before));
        matches!(above.map(|line| line.cells.as_slice()), Some([cell]) if super::parts::is_part(&super::parts::trimmed(&cell.text)))
    }

    /// A label that goes on in the cell below: `Mācību satura` over `apguves līmenis`. Its value stands beside either half.
    fn broken(&self, number: usize, position: usize, found: &mut Vec<Candidate>) {
        let Some((line, next)) = self.line(number).zip(self.line(number.saturating_add(1))) else { return };
        let Some(cell) = line.cells.get(position).filter(|_| line.page == next.page && position == 0) else { return };
        let Some(under) = next.cells.first().filter(|under| same_left(cell, under)) else { return };
        let text = format!("{} {}", cell.text.trim_end_matches('-'), under.text);
        let whole = text.trim().trim_end_matches(':');
        let Some(label) = label(whole).filter(|found| found.strength == Strength::Strong) else { return };
        let beside_first = beside(line, 0);
        let (cells, at) = if beside_first.is_empty() { (beside(next, 0), next) } else { (beside_first, line) };
        if let Some(first) = cells.first() {
            self.add(label, whole, &chosen(label.field, &cells), (number, first, at), Rank::Labelled, found);
        }
    }

    fn push(&self, label: Label, announced: &str, at: (&str, usize, usize), found: &mut Vec<Candidate>) {
        let (text, number, position) = at;
        let Some((line, cell)) = self.line(number).and_then(|line| Some((line, line.cells.get(position)?))) else {
            return;
        };
        if !text.is_empty() && super::labels::label(text).is_none() {
            self.add(label, announced, text, (number, cell, line), Rank::Labelled, found);
        }
    }

    fn add(
        &self,
        label: Label,
        announced: &str,
        text: &str,
        at: (usize, &Cell, &Line),
        rank: Rank,
        found: &mut Vec<Candidate>,
    ) {
        let (number, cell, line) = at;
        let of_heading = label.field == Field::Result && self.under_heading(number);
        let of_part = label.field == Field::Overall && self.under_part(number);
        if of_heading || of_part {
            return;
        }
        let rank = if label.strength == Strength::Weak { rank.min(Rank::Weak) } else { rank };
        let place = Place { page: line.page, area: cell.area, source: cell.text.clone() };
        let candidate = Candidate {
            field: label.field,
            text: text.to_owned(),
            announced: announced.to_owned(),
            rank,
            place,
            line: number,
        };
        found.extend(companions(&candidate));
        found.push(candidate);
    }

    /// A name of an institution or a subject that the line ended too early for.
    fn continued(&self, field: Field, text: &str, number: usize, position: usize) -> String {
        let kept = text.to_owned();
        let wraps = matches!(field, Field::School | Field::Issuer | Field::Subject | Field::Level);
        let cell = self.line(number).and_then(|line| line.cells.get(position));
        let next = self.line(number.saturating_add(1)).filter(|_| wraps);
        let Some((cell, next)) = cell.zip(next) else { return kept };
        let [under] = next.cells.as_slice() else { return kept };
        let placed = cell.area.is_some() || under.area.is_some();
        let short = fold(&under.text).split(' ').count() <= 5;
        if (placed && !close_below(cell, under)) || !is_value(under) || text.ends_with('.') || !short {
            return kept;
        }
        let lower = under.text.starts_with(char::is_lowercase) && !under.text.contains(|c: char| c.is_ascii_digit());
        let unfinished =
            placed && position > 0 && field == Field::School && !is_institution(text) && is_institution(&under.text);
        if lower || unfinished { format!("{text} {}", under.text) } else { kept }
    }

    /// The cell below: the one that overlaps where there are places, else the one at the same position of a line with as many
    /// cells. The label's own line must hold nothing but labels; the same label in the other language is passed over.
    fn below(&self, field: Field, number: usize, position: usize) -> Option<(&Line, &Cell)> {
        let line = self.line(number)?;
        let cell = line.cells.get(position)?;
        if !line.cells.iter().all(|cell| announces(&cell.text).is_some()) {
            return None;
        }
        let mut next = number.saturating_add(1);
        let same = |line: &Line| {
            line.cells.len() == 1 && line.cells.first().and_then(|cell| announces(&cell.text)) == Some(field)
        };
        if line.cells.len() == 1 && self.line(next).is_some_and(same) {
            next = next.saturating_add(1);
        }
        let next = self.line(next).filter(|next| next.page == line.page)?;
        under(line, position, cell, next).map(|under| (next, under))
    }

    /// The cell above a caption.
    fn above(&self, number: usize, position: usize) -> Option<(&Line, &Cell)> {
        let line = self.line(number)?;
        let cell = line.cells.get(position)?;
        let before = self.line(number.checked_sub(1)?).filter(|before| before.page == line.page)?;
        under(line, position, cell, before).map(|above| (before, above))
    }
}

/// What else the value of one label says: a level behind the subject, a code behind the name, a date behind the issuer.
fn companions(candidate: &Candidate) -> Vec<Candidate> {
    let other = |field, rank: Rank| Candidate { field, rank: rank.min(candidate.rank), ..candidate.clone() };
    match candidate.field {
        Field::Subject if !subjects::levels(&candidate.text).is_empty() => {
            let name = subjects::levels(&candidate.text).into_iter().map(|level| level.name).collect::<Vec<_>>();
            let [name] = name.as_slice() else { return Vec::new() };
            vec![Candidate { text: name.clone(), ..other(Field::Level, Rank::Weak) }]
        }
        Field::Person | Field::PersonSurnameFirst if names::codes(&candidate.text).len() == 1 => {
            vec![other(Field::Identifier, Rank::Weak)]
        }
        Field::IssueDate => {
            // "Izsniegts: Anna PARAUGA": to whom, in whichever case.
            let coded = names::codes(&candidate.text).len() == 1;
            let code = coded.then(|| other(Field::Identifier, Rank::Weak));
            [Some(other(Field::Person, Rank::Inflected)), code].into_iter().flatten().collect()
        }
        Field::Issuer if super::dates::dates(&candidate.text).len() == 1 => vec![other(Field::IssueDate, Rank::Weak)],
        Field::Stage => vec![other(Field::Class, Rank::Weak)],
        Field::Level => vec![
            other(Field::Class, Rank::Weak),
            other(Field::Stage, Rank::Weak),
            other(Field::LanguageLevel, Rank::Weak),
        ],
        _ => Vec::new(),
    }
}

/// Whether a text looks like a value of a field even away from its label.
fn is_valid(field: Field, text: &str) -> bool {
    match field {
        Field::Overall | Field::Result => super::parts::whole_percent(text).is_some(),
        Field::PersonalCode | Field::Identifier => names::codes(text).len() == 1,
        _ => value(field, text, Rank::Weak).is_some(),
    }
}

/// Values that no prose can be: a code, a date, a percentage. A name counts when it looks like one.
fn is_typed(field: Field, text: &str) -> bool {
    use super::parts::whole_percent;
    match field {
        Field::PersonalCode | Field::Identifier => names::codes(text).len() == 1 && text.chars().count() < 30,
        Field::Overall => whole_percent(text).is_some_and(|percent| !super::parts::is_scale(text, &percent)),
        Field::Result => false,
        Field::Person | Field::PersonSurnameFirst => value(field, text, Rank::Weak).is_some(),
        Field::School => {
            text.starts_with(char::is_uppercase)
                && value(field, text, Rank::Weak).is_some()
                && fold(text).split(' ').count() <= 8
        }
        Field::Subject => subjects::only_known(subjects::without_level(text)).is_some(),
        Field::Level | Field::LanguageLevel | Field::Class | Field::Stage | Field::Number => {
            value(field, text, Rank::Weak).is_some() && fold(text).split(' ').count() <= 6
        }
        Field::Year | Field::ExamDate | Field::IssueDate => {
            value(field, text, Rank::Weak).is_some() && fold(text).split(' ').count() <= 6
        }
        _ => false,
    }
}

/// The cells to the right up to the next label, without signs that stand alone.
fn beside(line: &Line, position: usize) -> Vec<&Cell> {
    let right = line.cells.iter().skip(position.saturating_add(1)).filter(|cell| !fold(&cell.text).is_empty());
    right.take_while(|cell| is_value(cell)).collect()
}

/// The first cell where it is a value by itself, else all of them: a wide gap inside a name or a date. Results are judged together.
fn chosen(field: Field, cells: &[&Cell]) -> String {
    let first = cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
    let all = || cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
    match field {
        Field::Overall | Field::Result => all().join("; "),
        // Two values beside one label are columns without a head: neither is this one's.
        _ if cells.iter().filter(|cell| is_valid(field, &cell.text)).count() > 1 => String::new(),
        Field::PersonalCode | Field::Identifier if !names::codes(&first).is_empty() => first,
        _ if cells.len() < 2 || value(field, &first, Rank::Weak).is_some() => first,
        _ => {
            let joined = all().join(" ");
            let person = matches!(
                field,
                Field::Person | Field::PersonSurnameFirst | Field::ExamDate | Field::IssueDate | Field::Year
            );
            if person && value(field, &joined, Rank::Weak).is_some() { joined } else { first }
        }
    }
}

/// The field that a cell announces, with its value or without.
pub(super) fn announces(text: &str) -> Option<Field> {
    label(text).or_else(|| segments(text).first().map(|segment| segment.label)).map(|label| label.field)
}

pub(super) fn is_value(cell: &Cell) -> bool {
    announces(&cell.text).is_none()
}
