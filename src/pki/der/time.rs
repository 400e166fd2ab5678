//! Times of ASN.1 (ITU-T X.680, 46 and 47; RFC 5280, 4.1.2.5; RFC 3161, 2.4.2).

use super::DerFault;
use crate::Timestamp;

/// UTCTime `YYMMDDhhmm[ss]Z`: years 50 to 99 are of the last century.
///
/// # Errors
/// [`DerFault`] for any other form.
pub fn utc_time(content: &[u8]) -> Result<Timestamp, DerFault> {
    let text = std::str::from_utf8(content).map_err(|_| FAULT)?;
    let digits = text.strip_suffix('Z').ok_or(FAULT)?;
    let digits = if digits.len() == 10 { format!("{digits}00") } else { digits.to_owned() };
    let year: u16 = digits.get(..2).and_then(|year| year.parse().ok()).ok_or(FAULT)?;
    let century = if year >= 50 { "19" } else { "20" };
    instant(&format!("{century}{digits}"), "")
}

/// GeneralizedTime `YYYYMMDDhhmmss[.f…]Z`.
///
/// # Errors
/// [`DerFault`] for any other form.
pub fn generalized_time(content: &[u8]) -> Result<Timestamp, DerFault> {
    let text = std::str::from_utf8(content).map_err(|_| FAULT)?;
    let digits = text.strip_suffix('Z').ok_or(FAULT)?;
    match digits.split_once('.') {
        Some((seconds, fraction)) if (1..=9).contains(&fraction.len()) && all_digits(fraction) => {
            instant(seconds, fraction)
        }
        Some(_) => Err(FAULT),
        None => instant(digits, ""),
    }
}

const FAULT: DerFault = DerFault("a time of another form");

fn instant(digits: &str, fraction: &str) -> Result<Timestamp, DerFault> {
    if digits.len() != 14 || !all_digits(digits) {
        return Err(FAULT);
    }
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let point = if fraction.is_empty() { "" } else { "." };
    let text = format!(
        "{}-{}-{}T{}:{}:{}{point}{fraction}Z",
        part(0, 4),
        part(4, 6),
        part(6, 8),
        part(8, 10),
        part(10, 12),
        part(12, 14)
    );
    text.parse().map_err(|_| FAULT)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
