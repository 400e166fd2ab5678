//! The little DER that is written: what is sent to an OCSP responder.

/// One value: its tag, its length, and its content in these parts.
pub(in crate::pki) fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut octets = vec![tag];
    match u8::try_from(content.len()) {
        Ok(length) if length < 0x80 => octets.push(length),
        _ => {
            let length = content.len().to_be_bytes();
            let digits: Vec<u8> = length.into_iter().skip_while(|digit| *digit == 0).collect();
            octets.push(0x80 | u8::try_from(digits.len()).unwrap_or(0x7f));
            octets.extend(digits);
        }
    }
    octets.extend(content);
    octets
}

/// OBJECT IDENTIFIER from its dotted form; `None` where that is none.
pub(in crate::pki) fn object_identifier(dotted: &str) -> Option<Vec<u8>> {
    let mut arcs = dotted.split('.').map(|arc| arc.parse::<u64>().ok());
    let (root, second) = (arcs.next()??, arcs.next()??);
    let mut content = base_128(root.checked_mul(40)?.checked_add(second)?);
    for arc in arcs {
        content.extend(base_128(arc?));
    }
    Some(value(super::tag::OBJECT_IDENTIFIER, &[&content]))
}

/// INTEGER from the hexadecimal digits that [`super::hexadecimal`] gives; `None` where they are none.
pub(in crate::pki) fn integer(digits: &str) -> Option<Vec<u8>> {
    let (negative, digits) = digits.strip_prefix('-').map_or((false, digits), |digits| (true, digits));
    let even = if digits.len() % 2 == 0 { digits.to_owned() } else { format!("0{digits}") };
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let octets: Vec<u8> = even.as_bytes().chunks(2).map(pair).collect::<Option<_>>()?;
    let sign: &[u8] = if !negative && *octets.first()? >= 0x80 { &[0] } else { &[] };
    Some(value(super::tag::INTEGER, &[sign, &octets]))
}

/// An arc, its last octet without the bit that says that more follows.
fn base_128(arc: u64) -> Vec<u8> {
    let digit = |shift: u32| u8::try_from(arc >> shift & 0x7f).unwrap_or_default();
    let mut octets: Vec<u8> =
        (1..10).rev().map(|place| 0x80 | digit(7_u32.saturating_mul(place))).skip_while(|d| *d == 0x80).collect();
    octets.push(digit(0));
    octets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pki::der::{Reader, tag};

    #[test]
    fn what_is_written_is_read_again() {
        for dotted in ["1.3.6.1.5.5.7.48.1.2", "2.16.840.1.101.3.4.2.1", "0.9.2342.19200300.100.1.25", "2.999.0"] {
            let octets = object_identifier(dotted).unwrap();
            assert_eq!(Reader::new(&octets).object_identifier().unwrap(), dotted);
        }
        assert_eq!(object_identifier("1.3.6").unwrap(), [6, 2, 0x2b, 6]);
        assert!(object_identifier("1").is_none() && object_identifier("1.a").is_none());
        for serial in ["0", "1", "7f", "80", "abc", "ffffffffffffffffffffffffffffffffffffff", "-80", "-ff01"] {
            let octets = integer(serial).unwrap();
            assert_eq!(Reader::new(&octets).integer().unwrap(), serial);
        }
        assert_eq!((integer("80").unwrap(), integer("-80").unwrap()), (vec![2, 2, 0, 0x80], vec![2, 1, 0x80]));
        assert!(integer("").is_none() && integer("xy").is_none());
        for length in [0, 1, 127, 128, 255, 256, 65_536] {
            let content = vec![7; length];
            let octets = value(tag::OCTET_STRING, &[&content[..length / 2], &content[length / 2..]]);
            assert_eq!(Reader::new(&octets).value(tag::OCTET_STRING).unwrap().content, content);
        }
    }
}
