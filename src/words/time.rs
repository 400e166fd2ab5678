//! Instants as the languages write them. Latvian time always says so, and its distance to UTC.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

use super::Words;
use crate::Timestamp;

pub(super) fn date_time(words: &Words, at: Timestamp) -> String {
    let (local, offset) = in_riga(words, at);
    let (date, time, offset) = (day(words, local), clock(local), distance(offset));
    words.text_with("time-date-time", &[("date", &date), ("time", &time), ("offset", &offset)])
}

pub(super) fn date_time_utc(words: &Words, at: Timestamp) -> String {
    let utc = TimeZone::UTC.to_datetime(at);
    let date = format!("{:04}-{:02}-{:02}", utc.year(), utc.month(), utc.day());
    words.text_with("time-utc", &[("date", &date), ("time", &clock(utc))])
}

pub(super) fn date(words: &Words, at: Timestamp) -> String {
    day(words, in_riga(words, at).0)
}

pub(super) fn date_in_figures(words: &Words, at: Timestamp) -> String {
    let local = in_riga(words, at).0;
    let (year, month, day) = (local.year().to_string(), format!("{:02}", local.month()), format!("{:02}", local.day()));
    words.text_with("time-date-figures", &[("year", &year), ("month", &month), ("day", &day)])
}

fn in_riga(words: &Words, at: Timestamp) -> (DateTime, Offset) {
    // The database is part of the program, so the zone is always there; UTC would still be told apart by its offset.
    let riga = words.riga.get_or_init(|| TimeZoneDatabase::bundled().get("Europe/Riga").unwrap_or(TimeZone::UTC));
    (riga.to_datetime(at), riga.to_offset(at))
}

fn day(words: &Words, at: DateTime) -> String {
    let month = words.text(&format!("time-month-{}", at.month()));
    let (year, day) = (at.year().to_string(), at.day().to_string());
    words.text_with("time-date", &[("year", &year), ("month", &month), ("day", &day)])
}

fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// `UTC+3`; with minutes where there are any.
fn distance(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() % 3600 / 60);
    if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
}
