//! RTF: paragraphs to lines, table rows to lines of cells. Fonts, pictures, field codes and what is hidden or deleted are
//! passed over.

use std::collections::HashMap;

use encoding_rs::Encoding;

use super::Line;
use super::flow::Flow;
use crate::limits;

/// Groups whose content is no text of the document.
const SILENT: [&str; 14] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "fldinst",
    "themedata",
    "datastore",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
];
/// Groups that readers may pass over and that are text all the same.
const TEXT: [&str; 2] = ["shptxt", "shpinst"];

/// The lines of an RTF file.
pub(super) fn lines(content: &[u8]) -> Vec<Line> {
    let mut reader = Reader {
        flow: Flow::default(),
        groups: vec![Group { instead: 1, ..Group::default() }],
        deeper: 0,
        fonts: HashMap::new(),
        encoding: encoding_rs::WINDOWS_1257,
        octets: Vec::new(),
        in_row: false,
        skip: 0,
    };
    let mut rest = content;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'{' => reader.begin(after),
            b'}' => reader.end(after),
            b'\\' => reader.control(after),
            b'\r' | b'\n' => after,
            octet => {
                reader.octet(*octet);
                after
            }
        };
        if reader.flow.is_full() {
            break;
        }
    }
    reader.end_octets();
    reader.flow.finish()
}

/// What holds until the end of a group.
#[derive(Clone, Default)]
struct Group {
    silent: bool,
    hidden: bool,
    in_fonts: bool,
    /// Characters that follow one written as a number and stand for the same.
    instead: usize,
    font: i32,
}

struct Reader {
    flow: Flow,
    groups: Vec<Group>,
    /// Groups open beyond the depth that is kept.
    deeper: usize,
    fonts: HashMap<i32, &'static Encoding>,
    encoding: &'static Encoding,
    /// Octets that are not decoded yet.
    octets: Vec<u8>,
    in_row: bool,
    skip: usize,
}

impl Reader {
    fn group(&mut self) -> Option<&mut Group> {
        self.groups.last_mut()
    }

    fn state(&self) -> Group {
        self.groups.last().cloned().unwrap_or_default()
    }

    fn begin<'c>(&mut self, after: &'c [u8]) -> &'c [u8] {
        self.end_octets();
        let mut group = self.state();
        let unknown = after.strip_prefix(b"\\*\\");
        if let Some(name) = unknown {
            group.silent |= !TEXT.iter().any(|text| name.starts_with(text.as_bytes()));
        }
        // Deeper groups share the state of the last one: what hides in one of them hides the rest of it too.
        if self.groups.len() < limits::RTF_DEPTH {
            self.groups.push(group);
        } else {
            self.deeper = self.deeper.saturating_add(1);
            if let Some(last) = self.groups.last_mut() {
                *last = group;
            }
        }
        after
    }

    fn end<'c>(&mut self, after: &'c [u8]) -> &'c [u8] {
        self.end_octets();
        if self.deeper > 0 {
            self.deeper = self.deeper.saturating_sub(1);
        } else if self.groups.len() > 1 {
            self.groups.pop();
        }
        after
    }

    /// A control word or symbol; gives what follows it.
    fn control<'c>(&mut self, text: &'c [u8]) -> &'c [u8] {
        let letters = text.iter().take_while(|octet| octet.is_ascii_alphabetic()).count();
        if letters == 0 {
            return self.symbol(text);
        }
        let (word, after) = text.split_at_checked(letters).unwrap_or((text, &[]));
        let digits =
            after.iter().enumerate().take_while(|(at, octet)| octet.is_ascii_digit() || (*at == 0 && **octet == b'-'));
        let (number, after) = after.split_at_checked(digits.count()).unwrap_or((after, &[]));
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i32>().ok());
        let after = after.strip_prefix(b" ").unwrap_or(after);
        if word == b"bin" {
            let length = number.and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
            return after.get(length..).unwrap_or_default();
        }
        self.word(std::str::from_utf8(word).unwrap_or_default(), number);
        after
    }

    fn symbol<'c>(&mut self, text: &'c [u8]) -> &'c [u8] {
        let Some((symbol, after)) = text.split_first() else { return text };
        match symbol {
            b'\'' => {
                let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                if let Some(octet) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.octet(octet);
                }
                return after.get(2..).unwrap_or_default();
            }
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'-' => self.text("\u{ad}"),
            b'{' | b'}' | b'\\' => self.octet(*symbol),
            b'\r' | b'\n' => self.end_paragraph(),
            _ => {}
        }
        after
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if SILENT.contains(&word) {
            let Some(group) = self.group() else { return };
            group.silent = true;
            group.in_fonts |= word == "fonttbl";
            return;
        }
        let on = number != Some(0);
        match word {
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" => self.text("\n"),
            "tab" => self.text("\t"),
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "u" => self.unicode(number.unwrap_or(0)),
            "trowd" => {
                if !std::mem::replace(&mut self.in_row, true) {
                    self.flow.begin_row();
                }
            }
            "cell" | "nestcell" => {
                self.end_octets();
                self.flow.end_cell();
            }
            "row" => {
                self.end_octets();
                if std::mem::take(&mut self.in_row) {
                    self.flow.end_row();
                }
            }
            _ => self.property(word, number, on),
        }
    }

    /// What changes how text is read.
    fn property(&mut self, word: &str, number: Option<i32>, on: bool) {
        if matches!(word, "f" | "fcharset" | "ansicpg") {
            self.end_octets();
        }
        let count = number.and_then(|number| usize::try_from(number).ok());
        match (word, number) {
            ("ansicpg", Some(page)) => self.encoding = code_page(page).unwrap_or(self.encoding),
            ("fcharset", Some(set)) => {
                let group = self.state();
                if let Some(encoding) =
                    character_set(set).filter(|_| group.in_fonts && self.fonts.len() < limits::PDF_FONTS)
                {
                    self.fonts.insert(group.font, encoding);
                }
            }
            _ => {
                let Some(group) = self.group() else { return };
                match word {
                    "v" | "deleted" => group.hidden = on,
                    "plain" => group.hidden = false,
                    "f" => group.font = number.unwrap_or(0),
                    "uc" => group.instead = count.unwrap_or(1).min(8),
                    _ => {}
                }
            }
        }
    }

    fn unicode(&mut self, number: i32) {
        let code = u32::try_from(if number < 0 { number.saturating_add(0x1_0000) } else { number }).unwrap_or(0);
        let text = char::from_u32(code).unwrap_or('\u{fffd}').to_string();
        self.text(&text);
        self.skip = self.state().instead;
    }

    fn octet(&mut self, octet: u8) {
        if self.skip > 0 {
            self.skip = self.skip.saturating_sub(1);
            return;
        }
        let group = self.state();
        if !group.silent && !group.hidden {
            self.octets.push(octet);
        }
    }

    fn text(&mut self, text: &str) {
        self.end_octets();
        let group = self.state();
        if !group.silent && !group.hidden {
            self.flow.text(text);
        }
    }

    fn end_octets(&mut self) {
        self.skip = 0;
        let octets = std::mem::take(&mut self.octets);
        if !octets.is_empty() {
            let font = self.state().font;
            let encoding = self.fonts.get(&font).copied().unwrap_or(self.encoding);
            self.flow.text(&encoding.decode_without_bom_handling(&octets).0);
        }
    }

    fn end_paragraph(&mut self) {
        self.end_octets();
        let group = self.state();
        if !group.silent {
            self.flow.end_paragraph();
        }
    }
}

fn code_page(page: i32) -> Option<&'static Encoding> {
    Encoding::for_label(format!("windows-{page}").as_bytes())
}

/// Character sets of fonts that documents in Latvia use.
fn character_set(set: i32) -> Option<&'static Encoding> {
    match set {
        0 => Some(encoding_rs::WINDOWS_1252),
        186 => Some(encoding_rs::WINDOWS_1257),
        204 => Some(encoding_rs::WINDOWS_1251),
        238 => Some(encoding_rs::WINDOWS_1250),
        _ => None,
    }
}
