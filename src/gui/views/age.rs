//! The date of the trusted lists a verdict stands on. It stands beside every verdict.

use crate::report::Report;
use crate::words::Words;

/// How old the lists of a verdict are.
pub(super) struct Age {
    /// Which list, its date and how long ago that was; of several the oldest.
    pub(super) line: String,
    /// The same where there is little room.
    pub(super) short: String,
    /// That the next issue is overdue.
    pub(super) overdue: Option<String>,
    /// All of it, for where there is room once it is asked for.
    pub(super) whole: String,
}

impl Age {
    /// `None` where no list was needed for the verdict.
    pub(super) fn of(words: &Words, report: &Report) -> Option<Self> {
        let oldest = report.oldest_list()?;
        let (date, age) = (words.date(oldest.issued), words.list_age(oldest, report.checked_at));
        let territory = words.territory(&oldest.territory);
        let values = [("territory", territory.as_str()), ("date", &date), ("age", &age)];
        let (line, short) = match report.lists.as_slice() {
            [_] => ("gui-list-age", "gui-list-date"),
            _ => ("gui-lists-age", "gui-lists-date"),
        };
        let figures = words.date_in_figures(oldest.issued);
        let short = words.text_with(short, &[("territory", &territory), ("date", &figures)]);
        let line = words.text_with(line, &values);
        let overdue = overdue(words, report);
        let whole = overdue.as_ref().map_or_else(|| line.clone(), |overdue| format!("{line}\n{overdue}"));
        Some(Self { line, short, overdue, whole })
    }
}

fn overdue(words: &Words, report: &Report) -> Option<String> {
    let at = report.checked_at;
    let past: Vec<_> = report.lists.iter().filter(|list| list.is_past_next_update(at)).collect();
    match (past.as_slice(), report.lists.len()) {
        ([], _) => None,
        ([list], 1) => Some(words.text_with("gui-list-overdue", &[("next", &words.list_next(list, at))])),
        (several, _) => {
            let said = words.counted("trust-status-past", several.len());
            Some(words.text_with("gui-lists-overdue", &[("past", &said)]))
        }
    }
}
