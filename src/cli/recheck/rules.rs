//! What is different about the judging itself.

use std::collections::HashSet;
use std::sync::Arc;

use crate::Timestamp;
use crate::cli::print::Page;
use crate::export::table::{Checked, ListDate};
use crate::words::{Words, clean};

/// Differences that are listed: of more nobody reads the rest.
const LISTED: usize = 40;

/// What was found different so far, over all files.
#[derive(Default)]
pub(super) struct Rules {
    /// Each once.
    lines: Vec<String>,
    more: bool,
    /// The first times that are different, then and now.
    times: Option<[String; 2]>,
    /// What was compared already: most files share what they were judged with.
    compared: HashSet<[*const Checked; 2]>,
}

impl Rules {
    /// Compares what one file was judged with.
    pub(super) fn compare(&mut self, then: &Arc<Checked>, now: &Arc<Checked>, words: &Words) {
        if !self.compared.insert([then, now].map(Arc::as_ptr)) {
            return;
        }
        let times = [then, now].map(|checked| second(checked.at));
        if self.times.is_none() && times.first() != times.last() {
            self.times = Some(times);
        }
        for Change { label, then, now } in changes(then, now) {
            let line = line(label, &then, &now, words);
            if self.lines.contains(&line) {
                continue;
            }
            if self.lines.len() < LISTED {
                self.lines.push(line);
            } else {
                self.more = true;
            }
        }
    }

    /// Under a heading of their own. Another time alone is none of the rules: it is always another one.
    pub(super) fn write(&self, page: &mut Page<'_>) {
        let words = page.words();
        if self.lines.is_empty() {
            if let Some([then, now]) = &self.times {
                page.gap();
                page.line(0, &words.text_with("cli-recheck-time", &[("then", then), ("now", now)]));
            }
            return;
        }
        page.gap();
        page.heading("cli-recheck-differences");
        self.lines.iter().for_each(|line| page.line(2, line));
        if self.more {
            page.line(2, &words.text("cli-recheck-more"));
        }
        if let Some([then, now]) = &self.times {
            page.line(2, &line("columns-checked-at", then, now, words));
        }
    }
}

fn second(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn line(label: &str, then: &str, now: &str, words: &Words) -> String {
    let value = words.text_with("cli-recheck-then-now", &[("then", &clean(then)), ("now", &clean(now))]);
    words.text_with("report-label", &[("label", &words.text(label)), ("value", &value)])
}

struct Change {
    label: &'static str,
    then: String,
    now: String,
}

fn changes(then: &Checked, now: &Checked) -> Vec<Change> {
    let mut found = Vec::new();
    let mut note = |label: &'static str, then: String, now: String| {
        if then != now {
            found.push(Change { label, then, now });
        }
    };
    let policy = |checked: &Checked| format!("{} {}", checked.policy, checked.policy_version);
    if policy(then) == policy(now) {
        note("columns-policy", then.policy_sha256.to_string(), now.policy_sha256.to_string());
    } else {
        note("columns-policy", policy(then), policy(now));
    }
    let issue =
        |list: &ListDate| format!("{} {} ({})", list.territory, list.sequence, list.issued.strftime("%Y-%m-%d"));
    for list in &now.lists {
        // A list that another signature led to is no other issue of this one.
        if let Some(old) = then.lists.iter().find(|old| old.territory == list.territory) {
            note("columns-lists", issue(old), issue(list));
        }
    }
    let program = |checked: &Checked| format!("{} {}", checked.program, checked.version);
    note("columns-program", program(then), program(now));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn checked(version: &str, at: &str) -> Arc<Checked> {
        Arc::new(Checked {
            program: "edoc".to_owned(),
            version: version.to_owned(),
            policy: "zimogs-1".to_owned(),
            policy_version: 1,
            policy_sha256: crate::crypto::Sha256::of(b""),
            lists: Vec::new(),
            at: at.parse().unwrap(),
        })
    }

    fn written(pairs: &[[Arc<Checked>; 2]]) -> String {
        let words = Words::new(Language::English);
        let (mut rules, mut page) = (Rules::default(), Page::new(&words));
        pairs.iter().for_each(|[then, now]| rules.compare(then, now, &words));
        rules.write(&mut page);
        page.finish()
    }

    #[test]
    fn another_time_alone_is_no_other_rule() {
        let then = checked("1", "2026-11-23T12:00:00.123456789Z");
        assert_eq!(written(&[[then.clone(), checked("1", "2026-11-23T12:00:00.9Z")]]), "");
        let later = written(&[[then.clone(), checked("1", "2026-11-24T12:00:00.9Z")]]);
        assert!(!later.contains("Judged otherwise") && later.contains("2026-11-24T12:00:00Z now"), "{later}");
        let other = written(&[[then, checked("2", "2026-11-24T12:00:00Z")]]);
        assert!(other.contains("Judged otherwise") && other.contains("then edoc 1, now edoc 2"), "{other}");
        assert!(other.contains("then 2026-11-23T12:00:00Z, now 2026-11-24T12:00:00Z"), "{other}");
    }

    #[test]
    fn of_many_differences_some_are_listed() {
        let now = checked("0", "2026-11-23T12:00:00Z");
        let pairs = |count: usize| -> Vec<_> {
            (1..=count).map(|version| [checked(&version.to_string(), "2026-11-23T12:00:00Z"), now.clone()]).collect()
        };
        let few = written(&pairs(LISTED));
        assert!(few.lines().count() == LISTED + 2 && !few.contains("not listed"), "{few}");
        let many = written(&pairs(LISTED + 9));
        assert!(many.lines().count() == LISTED + 3 && many.contains("not listed"), "{many}");
    }
}
