//! The little strict DER that keys and signature values need. Objects with structure are read in `pki`.

/// SEQUENCE.
pub(super) const SEQUENCE: u8 = 0x30;
/// INTEGER.
pub(super) const INTEGER: u8 = 0x02;
/// BIT STRING.
pub(super) const BIT_STRING: u8 = 0x03;
/// OBJECT IDENTIFIER.
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
/// NULL.
pub(super) const NULL: u8 = 0x05;

/// Takes one value with `tag` off the front of `input`; lengths must be definite and minimal.
pub(super) fn take<'d>(tag: u8, input: &mut &'d [u8]) -> Option<&'d [u8]> {
    let (&first, rest) = input.split_first()?;
    let (&short, rest) = rest.split_first()?;
    let (length, rest) = match short {
        0..=0x7f => (usize::from(short), rest),
        0x81..=0x83 => {
            let count = usize::from(short & 0x7f);
            let (octets, rest) = rest.split_at_checked(count)?;
            let length = octets.iter().fold(0, |length: usize, octet| (length << 8) | usize::from(*octet));
            let minimal = length >= 0x80 && octets.first() != Some(&0);
            if !minimal {
                return None;
            }
            (length, rest)
        }
        _ => return None,
    };
    let (value, rest) = rest.split_at_checked(length)?;
    *input = rest;
    (first == tag).then_some(value)
}

/// The only value in `input`.
pub(super) fn only(tag: u8, mut input: &[u8]) -> Option<&[u8]> {
    let value = take(tag, &mut input)?;
    input.is_empty().then_some(value)
}

/// A positive INTEGER as octets without leading zeros. Old certificates leave out the sign octet; for a number that can
/// only be positive that is tolerated.
pub(super) fn positive<'d>(input: &mut &'d [u8]) -> Option<&'d [u8]> {
    let mut value = take(INTEGER, input)?;
    while let Some((0, rest)) = value.split_first() {
        value = rest;
    }
    Some(value)
}

/// A strictly encoded positive INTEGER: sign octet where needed and only there.
pub(super) fn strict_positive<'d>(input: &mut &'d [u8]) -> Option<&'d [u8]> {
    let value = take(INTEGER, input)?;
    match value {
        [] => None,
        [first, ..] if *first >= 0x80 => None,
        [0, second, ..] if *second < 0x80 => None,
        [0, rest @ ..] => Some(rest),
        _ => Some(value),
    }
}
