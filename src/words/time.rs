//! Instants as the two languages write them. Latvian time always says so, and its distance to UTC.

use jiff::Zoned;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::Words;
use crate::Timestamp;

pub(super) fn date_time(words: &Words, at: Timestamp) -> String {
    let zoned = in_riga(words, at);
    let offset = offset(&zoned);
    let values = [("date", &*day(words, &zoned)), ("time", &clock(&zoned)), ("offset", &offset)];
    words.text_with("time-date-time", &values)
}

pub(super) fn date_time_utc(words: &Words, at: Timestamp) -> String {
    let zoned = at.to_zoned(TimeZone::UTC);
    let date = format!("{:04}-{:02}-{:02}", zoned.year(), zoned.month(), zoned.day());
    words.text_with("time-utc", &[("date", &date), ("time", &clock(&zoned))])
}

pub(super) fn date(words: &Words, at: Timestamp) -> String {
    day(words, &in_riga(words, at))
}

fn in_riga(words: &Words, at: Timestamp) -> Zoned {
    // The database is part of the program, so the zone is always there; UTC would still be told apart by its offset.
    let riga = words.riga.get_or_init(|| TimeZoneDatabase::bundled().get("Europe/Riga").unwrap_or(TimeZone::UTC));
    at.to_zoned(riga.clone())
}

fn day(words: &Words, zoned: &Zoned) -> String {
    let month = words.text(&format!("time-month-{}", zoned.month()));
    let (year, day) = (zoned.year().to_string(), zoned.day().to_string());
    words.text_with("time-date", &[("year", &year), ("month", &month), ("day", &day)])
}

fn clock(zoned: &Zoned) -> String {
    format!("{:02}:{:02}:{:02}", zoned.hour(), zoned.minute(), zoned.second())
}

/// `UTC+3`; with minutes where there are any.
fn offset(zoned: &Zoned) -> String {
    let seconds = zoned.offset().seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() % 3600 / 60);
    if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
}
