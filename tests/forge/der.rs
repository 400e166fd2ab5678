//! Writes DER (ITU-T X.690) and, where a forged object needs it, BER with indefinite lengths.

/// One element: tag byte, definite length, content.
pub fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    if length < 0x80 {
        out.push(length as u8);
    } else {
        let bytes = length.to_be_bytes();
        let skip = bytes.iter().take_while(|byte| **byte == 0).count();
        out.push(0x80 | (bytes.len() - skip) as u8);
        out.extend_from_slice(&bytes[skip..]);
    }
    out.extend_from_slice(content);
    out
}

/// One element of indefinite length, closed by two zero bytes (BER only).
pub fn indefinite(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, 0x80], content, &[0, 0]].concat()
}

/// SEQUENCE of the parts in the order given.
pub fn sequence<T: AsRef<[u8]>>(parts: &[T]) -> Vec<u8> {
    tlv(0x30, &join(parts))
}

/// SET OF, its parts sorted as DER demands.
pub fn set<T: AsRef<[u8]>>(parts: &[T]) -> Vec<u8> {
    let mut sorted: Vec<&[u8]> = parts.iter().map(AsRef::as_ref).collect();
    sorted.sort_unstable();
    tlv(0x31, &join(&sorted))
}

/// The parts one behind the other.
pub fn join<T: AsRef<[u8]>>(parts: &[T]) -> Vec<u8> {
    parts.iter().flat_map(|part| part.as_ref().iter().copied()).collect()
}

/// Context-specific constructed `[number]` around whole elements (EXPLICIT, or IMPLICIT of a constructed type).
pub fn context(number: u8, content: &[u8]) -> Vec<u8> {
    tlv(0xA0 | number, content)
}

/// Context-specific primitive `[number]` (IMPLICIT of a primitive type).
pub fn context_primitive(number: u8, content: &[u8]) -> Vec<u8> {
    tlv(0x80 | number, content)
}

/// INTEGER from unsigned big-endian bytes.
pub fn integer(unsigned: &[u8]) -> Vec<u8> {
    let skip = unsigned.iter().take_while(|byte| **byte == 0).count();
    let digits = &unsigned[skip..];
    match digits.first() {
        None => tlv(0x02, &[0]),
        Some(first) if *first >= 0x80 => tlv(0x02, &[&[0], digits].concat()),
        Some(_) => tlv(0x02, digits),
    }
}

/// INTEGER from a number.
pub fn number(value: u64) -> Vec<u8> {
    integer(&value.to_be_bytes())
}

/// ENUMERATED from a small number.
pub fn enumerated(value: u8) -> Vec<u8> {
    tlv(0x0A, &[value])
}

/// BOOLEAN TRUE; FALSE is what DER leaves out.
pub fn truth() -> Vec<u8> {
    tlv(0x01, &[0xFF])
}

/// NULL.
pub fn null() -> Vec<u8> {
    tlv(0x05, &[])
}

/// OCTET STRING.
pub fn octets(content: &[u8]) -> Vec<u8> {
    tlv(0x04, content)
}

/// BIT STRING of whole bytes.
pub fn bits(content: &[u8]) -> Vec<u8> {
    tlv(0x03, &[&[0], content].concat())
}

/// BIT STRING of named bits, trailing zero bits removed as DER demands; bit 0 is the highest.
pub fn named_bits(numbers: &[u8]) -> Vec<u8> {
    let Some(highest) = numbers.iter().max() else { return tlv(0x03, &[0]) };
    let mut bytes = vec![0_u8; usize::from(highest / 8) + 1];
    for number in numbers {
        bytes[usize::from(number / 8)] |= 0x80 >> (number % 8);
    }
    tlv(0x03, &[&[7 - highest % 8], bytes.as_slice()].concat())
}

/// UTF8String.
pub fn utf8(text: &str) -> Vec<u8> {
    tlv(0x0C, text.as_bytes())
}

/// PrintableString; the caller keeps to its alphabet.
pub fn printable(text: &str) -> Vec<u8> {
    tlv(0x13, text.as_bytes())
}

/// IA5String.
pub fn ia5(text: &str) -> Vec<u8> {
    tlv(0x16, text.as_bytes())
}

/// OBJECT IDENTIFIER from its dotted form.
pub fn oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u64> = dotted.split('.').map(|arc| arc.parse().expect("an arc is a number")).collect();
    let mut content = base128(arcs[0] * 40 + arcs[1]);
    for arc in &arcs[2..] {
        content.extend(base128(*arc));
    }
    tlv(0x06, &content)
}

fn base128(mut value: u64) -> Vec<u8> {
    let mut digits = vec![(value & 0x7F) as u8];
    value >>= 7;
    while value > 0 {
        digits.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    digits.reverse();
    digits
}

/// The content of the outermost element, without tag and length.
pub fn content(element: &[u8]) -> &[u8] {
    let first = element[1];
    if first < 0x80 { &element[2..] } else { &element[2 + usize::from(first & 0x7F)..] }
}

/// Lower-case hexadecimal digits, as names write values they cannot spell.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The elements inside a constructed element of ours (definite lengths only).
pub fn children(element: &[u8]) -> Vec<&[u8]> {
    let mut rest = content(element);
    let mut found = Vec::new();
    while rest.len() > 1 {
        let first = usize::from(rest[1]);
        let digits = if first < 0x80 { 0 } else { first & 0x7F };
        let length = if digits == 0 {
            first
        } else {
            rest[2..2 + digits].iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
        };
        let (child, after) = rest.split_at(2 + digits + length);
        found.push(child);
        rest = after;
    }
    found
}
