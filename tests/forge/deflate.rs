//! Deflates with fixed Huffman codes (RFC 1951, 3.2.6): the same bytes on every machine, which no fast library promises.

/// Packs bits, lowest first.
struct Bits {
    out: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u32, width: u32) {
        self.pending |= value << self.count;
        self.count += width;
        while self.count >= 8 {
            self.out.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// Huffman codes go highest bit first.
    fn code(&mut self, code: u32, width: u32) {
        self.push(code.reverse_bits() >> (32 - width), width);
    }

    fn symbol(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xC0 + symbol - 280, 8),
        }
    }
}

const MAX_MATCH: usize = 258;
const MIN_MATCH: usize = 3;
const WINDOW: usize = 32_768;

/// Raw deflate data for these bytes.
pub fn deflate(data: &[u8]) -> Vec<u8> {
    let mut bits = Bits { out: Vec::new(), pending: 0, count: 0 };
    bits.push(0b011, 3);
    let mut latest = std::collections::HashMap::new();
    let mut at = 0;
    while at < data.len() {
        let key = data.get(at..at + MIN_MATCH);
        let before = key.and_then(|key| latest.get(key).copied()).filter(|before| at - before <= WINDOW);
        let length = before.map_or(0, |before| match_length(data, before, at));
        let step = length.max(1);
        match before {
            Some(before) if length >= MIN_MATCH => write_match(&mut bits, length as u32, (at - before) as u32),
            _ => bits.symbol(u32::from(data[at])),
        }
        for place in at..at + step {
            if let Some(key) = data.get(place..place + MIN_MATCH) {
                latest.insert(key.to_vec(), place);
            }
        }
        at += step;
    }
    bits.symbol(256);
    bits.push(0, 7);
    bits.out
}

/// The same in the zlib wrapping (RFC 1950) that PDF streams ask for.
pub fn zlib(data: &[u8]) -> Vec<u8> {
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    [&[0x78, 0x9C], deflate(data).as_slice(), &((high << 16) | low).to_be_bytes()].concat()
}

/// Raw deflate data that inflates to `count` times the same byte: a bomb without needing its space.
pub fn repeated(byte: u8, count: usize) -> Vec<u8> {
    let mut bits = Bits { out: Vec::new(), pending: 0, count: 0 };
    bits.push(0b011, 3);
    let mut left = count;
    while left > 0 {
        let length = if left == count { 1 } else { left.min(MAX_MATCH) };
        if length < MIN_MATCH {
            bits.symbol(u32::from(byte));
            left -= 1;
        } else {
            write_match(&mut bits, length as u32, 1);
            left -= length;
        }
    }
    bits.symbol(256);
    bits.push(0, 7);
    bits.out
}

fn match_length(data: &[u8], before: usize, at: usize) -> usize {
    data[before..].iter().zip(&data[at..]).take(MAX_MATCH).take_while(|(left, right)| left == right).count()
}

fn write_match(bits: &mut Bits, length: u32, distance: u32) {
    if length == 258 {
        bits.symbol(285);
    } else {
        let (symbol, extra, width) = bucket(length - 3, 4);
        bits.symbol(257 + symbol);
        bits.push(extra, width);
    }
    let (symbol, extra, width) = bucket(distance - 1, 2);
    bits.code(symbol, 5);
    bits.push(extra, width);
}

/// Symbol, extra bits and their count; `per` symbols share each number of extra bits (RFC 1951, 3.2.5).
fn bucket(value: u32, per: u32) -> (u32, u32, u32) {
    if value < per * 2 {
        return (value, 0, 0);
    }
    let width = value.ilog2() - per.ilog2();
    let symbol = per * width + (value >> width);
    (symbol, value & ((1 << width) - 1), width)
}
