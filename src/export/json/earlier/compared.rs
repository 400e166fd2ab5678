//! What an earlier report says of the certificates in a file, against what the file says now.

use super::super::super::codes::{Codes, Secrets, alike, identifier_text, may_be_same};
use super::super::super::table::{Cell, CertificateFacts, Column, TableRow};
use super::Earlier;
use crate::report::Standing;
use crate::words::Words;

/// One value that is another one in the report than in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is the value of.
    pub label: String,
    /// As the report has it; empty where it has none. Not yet harmless to print.
    pub then: String,
    /// As the file has it.
    pub now: String,
}

/// What a certificate says. Who signed, and when, are a matter of judging.
const COLUMNS: [Column; 9] = [
    Column::Person,
    Column::Identifier,
    Column::Exam,
    Column::Level,
    Column::Year,
    Column::ExamDay,
    Column::Result,
    Column::Unconfirmed,
    Column::Parts,
];

impl Earlier {
    /// Its path, with the identifiers masked that it tells itself.
    #[must_use]
    pub fn masked_path(&self, codes: Codes) -> String {
        let identifiers = self.certificates.iter().flatten().filter_map(|one| one.identifier.as_deref());
        Secrets::written(identifiers, codes).mask(&self.path)
    }

    /// What it says otherwise than the rows of the same file do. Where the file has another word now, what is withheld is not compared,
    /// nor whether a percentage is a result.
    #[must_use]
    pub fn differences(&self, rows: &[TableRow], words: &Words, codes: Codes) -> Vec<Difference> {
        let (Some(then), Some(first)) = (&self.certificates, rows.first()) else { return Vec::new() };
        let now: Vec<&CertificateFacts> = rows.iter().filter_map(|row| row.certificate.as_ref()).collect();
        if then.len() != now.len() {
            let [then, now] = [then.len(), now.len()].map(|count| words.number(count));
            return vec![Difference { label: words.text("columns-certificates"), then, now }];
        }
        let same_word = self.word == first.file.word;
        let withheld = |one: &CertificateFacts| one.standing == Standing::Withheld;
        let pairs = then.iter().zip(now).filter(|(then, now)| same_word || !(withheld(then) || withheld(now)));
        let of_pair = |(then, now): (&CertificateFacts, &CertificateFacts)| {
            let mut then = then.clone();
            if !same_word {
                then.standing = now.standing;
            }
            let row = |own: &CertificateFacts| TableRow { certificate: Some(own.clone()), ..first.clone() };
            between(&row(&then), &row(now), words, codes)
        };
        pairs.flat_map(of_pair).collect()
    }
}

fn between(then: &TableRow, now: &TableRow, words: &Words, codes: Codes) -> Vec<Difference> {
    let mut found = Vec::new();
    for column in COLUMNS {
        let [was, is] = [then, now].map(|row| shown(column.cell(row, words), words));
        // Only an identifier is ever hidden whole.
        let same = if column == Column::Identifier { may_be_same(&was, &is) } else { alike(&was, &is) };
        if !same {
            let then = if column == Column::Identifier { identifier_text(&was, codes) } else { was };
            found.push(Difference { label: column.heading(words), then, now: is });
        }
    }
    // No column shows a percentage beside what is withheld; a program that reads the report may.
    let overall = |row: &TableRow| row.certificate.as_ref().and_then(|one| one.overall);
    if found.is_empty() && overall(then) != overall(now) {
        let percent = |row: &TableRow| overall(row).map(|percent| words.percent(percent)).unwrap_or_default();
        found.push(Difference { label: Column::Result.heading(words), then: percent(then), now: percent(now) });
    }
    let standing = |row: &TableRow| row.certificate.as_ref().map(|one| one.standing);
    if found.is_empty() && standing(then) != standing(now) {
        let name = |row: &TableRow| words.standing(standing(row).unwrap_or(Standing::Withheld));
        found.push(Difference { label: Column::Result.heading(words), then: name(then), now: name(now) });
    }
    found
}

fn shown(cell: Cell, words: &Words) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        Cell::Percent(percent) => words.percent(percent),
        Cell::Day(day) => day.to_string(),
        Cell::Time(at) => at.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::dossier::Unexamined;
    use crate::exam::Percent;
    use crate::export::table::{FileFacts, rows};
    use crate::report::Authenticity;
    use crate::validation::Failure;
    use crate::words::Language;

    const REFUTED: Authenticity = Authenticity::Refuted(Failure::HashFailure);

    fn certificate(standing: Standing, hundredths: Option<u16>) -> CertificateFacts {
        let overall = hundredths.and_then(Percent::from_hundredths);
        CertificateFacts { overall, ..CertificateFacts::of_standing(standing) }
    }

    /// What is said of a report with this word and certificate, where the file has these now.
    fn said(then: (Authenticity, CertificateFacts), now: (Authenticity, CertificateFacts)) -> Vec<[String; 2]> {
        let words = Words::new(Language::English);
        let mut row = rows(Path::new("a.edoc"), Err(&Unexamined::NotFound), &words, Codes::Masked).remove(0);
        row.file = Arc::new(FileFacts { word: Some(now.0), ..(*row.file).clone() });
        row.certificate = Some(now.1);
        let certificates = Some(vec![then.1]);
        let earlier = Earlier { path: String::new(), sha256: None, word: Some(then.0), checked: None, certificates };
        earlier.differences(&[row], &words, Codes::Masked).into_iter().map(|one| [one.then, one.now]).collect()
    }

    #[test]
    fn a_percentage_beside_what_is_withheld_is_found() {
        let withheld = |percent| (REFUTED, certificate(Standing::Withheld, percent));
        assert!(said(withheld(None), withheld(None)).is_empty());
        assert_eq!(said(withheld(Some(9950)), withheld(None)), [["99.50%", ""]]);
    }

    #[test]
    fn how_far_a_certificate_without_values_may_be_shown_is_compared() {
        let bare = |standing| (Authenticity::Genuine, certificate(standing, None));
        assert!(said(bare(Standing::Confirmed), bare(Standing::Confirmed)).is_empty());
        assert_eq!(said(bare(Standing::Confirmed), bare(Standing::NotConfirmed)), [["", "not confirmed"]]);
    }

    #[test]
    fn what_another_word_withholds_is_not_compared() {
        let genuine = |percent| (Authenticity::Genuine, certificate(Standing::Confirmed, Some(percent)));
        assert!(said(genuine(8750), (REFUTED, certificate(Standing::Withheld, None))).is_empty());
        let open = (Authenticity::ValidButOtherIssuer, certificate(Standing::NotConfirmed, Some(8750)));
        assert!(said(genuine(8750), open.clone()).is_empty());
        assert_eq!(said(genuine(9950), open), [["99.50%", "87.50%"]]);
    }
}
