//! Instants of the forge: seconds since 1970, written as certificates, tokens and XML want them.

use super::der;

/// A second in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl Instant {
    /// Reads `2025-07-03T08:00:00Z`.
    pub fn of(text: &str) -> Self {
        let part = |from: usize, to: usize| text[from..to].parse::<i64>().expect("digits of a time");
        let days = days_before(part(0, 4), part(5, 7), part(8, 10));
        Self(days * 86_400 + part(11, 13) * 3_600 + part(14, 16) * 60 + part(17, 19))
    }

    /// This instant moved by some seconds.
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0 + seconds)
    }

    /// Year, month, day, hour, minute, second.
    pub fn civil(self) -> [i64; 6] {
        let day = self.0.div_euclid(86_400);
        let second = self.0.rem_euclid(86_400);
        let mut year = 1970 + day / 366;
        while days_before(year + 1, 1, 1) <= day {
            year += 1;
        }
        let mut month = 1;
        while month < 12 && days_before(year, month + 1, 1) <= day {
            month += 1;
        }
        [year, month, day - days_before(year, month, 1) + 1, second / 3_600, second / 60 % 60, second % 60]
    }

    /// `2025-07-03T08:00:00Z`.
    pub fn xml(self) -> String {
        let [year, month, day, hour, minute, second] = self.civil();
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    /// GeneralizedTime of whole seconds.
    pub fn generalized(self) -> Vec<u8> {
        self.generalized_with("")
    }

    /// GeneralizedTime with a fraction such as `.371`.
    pub fn generalized_with(self, fraction: &str) -> Vec<u8> {
        let [year, month, day, hour, minute, second] = self.civil();
        der::tlv(0x18, format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{fraction}Z").as_bytes())
    }

    /// UTCTime.
    pub fn utc(self) -> Vec<u8> {
        let [year, month, day, hour, minute, second] = self.civil();
        let year = year % 100;
        der::tlv(0x17, format!("{year:02}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z").as_bytes())
    }

    /// UTCTime to 2049, GeneralizedTime after, as RFC 5280, 4.1.2.5 asks.
    pub fn certificate(self) -> Vec<u8> {
        if self.civil()[0] < 2050 { self.utc() } else { self.generalized() }
    }
}

/// Days from 1970-01-01 to this date of the Gregorian calendar.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    const BEFORE_MONTH: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let past = year - 1;
    let leaps = past / 4 - past / 100 + past / 400 - 477;
    let today = i64::from(month > 2 && leap(year));
    (year - 1970) * 365 + leaps + BEFORE_MONTH[(month - 1) as usize] + today + day - 1
}
