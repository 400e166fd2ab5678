//! A PDF 1.7 writer for the sample certificates: one page, embedded subset fonts, ToUnicode, nothing that changes from run
//! to run.

use std::fmt::Write as _;

use super::exams::Exam;

/// An embedded font: its file, and code point, glyph, advance of every letter it has.
struct Font {
    name: &'static str,
    file: &'static [u8],
    table: &'static str,
}

const REGULAR: Font = Font {
    name: "SAMPLE+DejaVuSans",
    file: include_bytes!("fonts/sample-sans.ttf"),
    table: include_str!("fonts/sample-sans.tsv"),
};
const BOLD: Font = Font {
    name: "SAMPLE+DejaVuSans-Bold",
    file: include_bytes!("fonts/sample-sans-bold.ttf"),
    table: include_str!("fonts/sample-sans-bold.tsv"),
};

impl Font {
    fn glyphs(&self) -> impl Iterator<Item = (u32, u16, u32)> + '_ {
        self.table.lines().map(|line| {
            let mut fields = line.split('\t');
            let code = u32::from_str_radix(fields.next().unwrap(), 16).unwrap();
            (code, fields.next().unwrap().parse().unwrap(), fields.next().unwrap().parse().unwrap())
        })
    }

    fn glyph(&self, letter: char) -> (u16, u32) {
        let found = self.glyphs().find(|(code, ..)| *code == letter as u32);
        let (_, glyph, advance) = found.unwrap_or_else(|| panic!("the sample font has no {letter:?}"));
        (glyph, advance)
    }

    fn width(&self, text: &str, size: f64) -> f64 {
        text.chars().map(|letter| f64::from(self.glyph(letter).1) * size / 1000.0).sum()
    }

    fn hexadecimal(&self, text: &str) -> String {
        text.chars().map(|letter| format!("{:04X}", self.glyph(letter).0)).collect()
    }
}

/// Where and how a text stands.
struct Canvas(String);

const DARK: &str = "0.12 0.16 0.24";
const QUIET: &str = "0.42 0.45 0.52";
const ACCENT: &str = "0.48 0.10 0.16";

impl Canvas {
    fn text(&mut self, font: &Font, size: f64, colour: &str, x: f64, y: f64, text: &str) {
        let resource = if font.name == BOLD.name { "F2" } else { "F1" };
        let hexadecimal = font.hexadecimal(text);
        writeln!(self.0, "BT /{resource} {size} Tf {colour} rg 1 0 0 1 {x:.2} {y:.2} Tm <{hexadecimal}> Tj ET")
            .unwrap();
    }

    fn centred(&mut self, font: &Font, size: f64, colour: &str, y: f64, text: &str) {
        self.text(font, size, colour, (595.0 - font.width(text, size)) / 2.0, y, text);
    }

    fn line(&mut self, colour: &str, width: f64, from: (f64, f64), to: (f64, f64)) {
        let ((x, y), (right, top)) = (from, to);
        writeln!(self.0, "{colour} RG {width} w {x:.2} {y:.2} m {right:.2} {top:.2} l S").unwrap();
    }

    fn bar(&mut self, colour: &str, x: f64, y: f64, width: f64, height: f64) {
        writeln!(self.0, "{colour} rg {x:.2} {y:.2} {width:.2} {height:.2} re f").unwrap();
    }
}

/// The certificate as it would be printed.
pub fn exam_certificate(exam: &Exam) -> Vec<u8> {
    exam_certificate_and(exam, &[])
}

/// The same with more lines drawn last, each a label and a value: state and colour, height, both texts.
pub fn exam_certificate_and(exam: &Exam, more: &[(&str, f64, [&str; 2])]) -> Vec<u8> {
    let mut page = Canvas(String::new());
    stamp(&mut page);
    frame(&mut page);
    page.centred(&BOLD, 20.0, DARK, 738.0, "CENTRALIZĒTĀ EKSĀMENA");
    page.centred(&BOLD, 20.0, DARK, 712.0, "SERTIFIKĀTS");
    page.centred(&REGULAR, 9.5, ACCENT, 690.0, "PARAUGS / SAMPLE: izdomāts dokuments");
    let mut y = 640.0;
    for (label, value) in head(exam) {
        page.text(&REGULAR, 9.5, QUIET, 84.0, y, label);
        page.text(&BOLD, 11.0, DARK, 270.0, y, value);
        y -= 26.0;
    }
    y -= 18.0;
    page.bar("0.95 0.96 0.98", 76.0, y - 14.0, 443.0, 42.0);
    page.text(&BOLD, 13.0, DARK, 84.0, y, "Kopvērtējums");
    page.text(&BOLD, 22.0, ACCENT, 270.0, y - 3.0, exam.overall);
    y -= 52.0;
    y = table(&mut page, exam, y);
    y -= 18.0;
    for (label, value) in [("Izdevējs", super::pki::EXAM_CENTRE), ("Izdošanas datums", exam.issue_date)] {
        page.text(&REGULAR, 9.5, QUIET, 84.0, y, label);
        page.text(&REGULAR, 11.0, DARK, 270.0, y, value);
        y -= 24.0;
    }
    page.centred(&REGULAR, 8.0, QUIET, 66.0, "Izdrukai nav oriģināla juridiskā spēka. PARAUGS / SAMPLE.");
    for (colour, y, [label, value]) in more {
        page.text(&BOLD, 13.0, colour, 84.0, *y, label);
        page.text(&BOLD, 13.0, colour, 270.0, *y, value);
    }
    file(page.0.as_bytes())
}

/// The first certificate, and behind its end an update that puts the page of the second in the place of its own.
pub fn updated(first: &[u8], second: &[u8]) -> Vec<u8> {
    let find = |octets: &[u8], what: &[u8]| octets.windows(what.len()).position(|window| window == what).unwrap();
    let number = |octets: &[u8], after: &[u8]| -> String {
        let from = octets.windows(after.len()).rposition(|window| window == after).unwrap() + after.len();
        octets[from..].iter().take_while(|octet| octet.is_ascii_digit()).map(|octet| char::from(*octet)).collect()
    };
    let content = &second[find(second, b"\n4 0 obj\n") + 1..find(second, b"\n5 0 obj\n") + 1];
    let (size, before) = (number(first, b"/Size "), number(first, b"startxref\n"));
    let mut out = first.to_vec();
    let offset = out.len();
    out.extend(content);
    let start = out.len();
    out.extend(format!("xref\n4 1\n{offset:010} 00000 n \n").bytes());
    out.extend(format!("trailer\n<< /Size {size} /Root 1 0 R /Prev {before} >>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

/// The same page whose text layer calls one letter by the name of another; what is drawn stays.
pub fn misnamed(file: &[u8], drawn: char, named: char) -> Vec<u8> {
    let mut out = file.to_vec();
    for font in [&REGULAR, &BOLD] {
        let glyph = font.glyph(drawn).0;
        let [right, wrong] = [drawn, named].map(|letter| format!("<{glyph:04X}> <{:04X}>", letter as u32));
        let at = out.windows(right.len()).position(|window| window == right.as_bytes()).unwrap();
        out[at..at + right.len()].copy_from_slice(wrong.as_bytes());
    }
    out
}

fn head(exam: &Exam) -> [(&'static str, &'static str); 8] {
    [
        ("Sertifikāta numurs", exam.number),
        ("Vārds, uzvārds", exam.person.name),
        ("Personas kods", exam.person.code),
        ("Izglītības iestāde", exam.person.school),
        ("Mācību priekšmets", exam.subject),
        ("Apguves līmenis", exam.level),
        ("Mācību gads", exam.year),
        ("Eksāmena datums", exam.exam_date),
    ]
}

fn table(page: &mut Canvas, exam: &Exam, top: f64) -> f64 {
    let mut y = top;
    page.text(&REGULAR, 9.5, QUIET, 84.0, y, "Eksāmena daļa");
    page.text(&REGULAR, 9.5, QUIET, 270.0, y, "Rezultāts");
    page.line("0.80 0.82 0.87", 0.8, (76.0, y - 8.0), (519.0, y - 8.0));
    for (name, percent) in exam.parts {
        y -= 26.0;
        page.text(&REGULAR, 11.0, DARK, 84.0, y, name);
        page.text(&BOLD, 11.0, DARK, 270.0, y, percent);
        page.line("0.90 0.91 0.94", 0.5, (76.0, y - 9.0), (519.0, y - 9.0));
    }
    y - 18.0
}

fn frame(page: &mut Canvas) {
    let corners = [(44.0, 44.0), (551.0, 44.0), (551.0, 798.0), (44.0, 798.0), (44.0, 44.0)];
    for pair in corners.windows(2) {
        page.line(ACCENT, 1.6, pair[0], pair[1]);
    }
}

/// Written across the page, pale, below everything else.
fn stamp(page: &mut Canvas) {
    let text = BOLD.hexadecimal("PARAUGS / SAMPLE");
    writeln!(page.0, "BT /F2 54 Tf 0.93 0.93 0.95 rg 0.7071 0.7071 -0.7071 0.7071 125 220 Tm <{text}> Tj ET").unwrap();
}

/// Catalogue, page, fonts and content as one file with its cross-reference table.
fn file(content: &[u8]) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R /Lang (lv) >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 10 0 R >> >> >>"
            .to_vec(),
        stream("", content),
    ];
    for font in [&REGULAR, &BOLD] {
        let first = objects.len() + 1;
        objects.extend(font_objects(font, first));
    }
    let mut out = b"%PDF-1.7\n%\xc4\x81\xc4\x93\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n", index + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    out.extend(offsets.iter().flat_map(|offset| format!("{offset:010} 00000 n \n").into_bytes()));
    out.extend(format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
    out
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<< /Length {}{entries} >>\nstream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

/// Type 0 font, its descendant, descriptor, file and ToUnicode map: five objects numbered from `first`.
fn font_objects(font: &Font, first: usize) -> Vec<Vec<u8>> {
    let name = font.name;
    let widths: String = font.glyphs().map(|(_, glyph, advance)| format!("{glyph} [{advance}] ")).collect();
    let map: String =
        font.glyphs().map(|(code, glyph, _)| format!("1 beginbfchar <{glyph:04X}> <{code:04X}> endbfchar\n")).collect();
    let unicode = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /S def /CMapType 2 def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n{map}endcmap end end\n"
    );
    vec![
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{} 0 R] /ToUnicode {} 0 R >>",
            first + 1,
            first + 4
        )
        .into_bytes(),
        format!(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
             /FontDescriptor {} 0 R /CIDToGIDMap /Identity /DW 600 /W [{widths}] >>",
            first + 2
        )
        .into_bytes(),
        format!(
            "<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [-1021 -463 1793 1232] /ItalicAngle 0 /Ascent 928 \
             /Descent -236 /CapHeight 729 /StemV 80 /FontFile2 {} 0 R >>",
            first + 3
        )
        .into_bytes(),
        stream(&format!(" /Length1 {}", font.file.len()), font.file),
        stream("", unicode.as_bytes()),
    ]
}
