//! Documents of every format but PDF, built here, and the lines they are read as.

use std::io::Write as _;

use super::{Line, Unreadable, lines};

/// Lines with their cells divided by `|`.
fn read(content: &[u8]) -> Vec<String> {
    let text = |line: &Line| line.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
    lines(content).map(|lines| lines.iter().map(text).collect()).unwrap_or_default()
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn word(root: &str, body: &str) -> String {
    format!(
        "<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"urn:mc\" xmlns:wps=\"urn:wps\" xmlns:v=\"urn:v\">{body}</w:{root}>"
    )
}

fn docx(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", &word("document", &format!("<w:body>{body}</w:body>")))])
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn docx_paragraphs_tables_tabs_and_breaks() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let nested =
        format!("{}<w:tbl><w:tr>{}{}</w:tr></w:tbl>{}", p("Daļas"), cell(&p("Lasīšana")), cell(&p("85 %")), p(""));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(&p("Kopvērtē\u{ad}jums")),
        cell(&p("87,50 %")),
        cell(&nested),
        cell(&format!("{}{}", p("divas"), p("rindas")))
    );
    let body = format!(
        "{}<w:p><w:r><w:t>Gads</w:t><w:tab/><w:t>2025</w:t><w:br/><w:t>Līmenis</w:t></w:r></w:p>{table}<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        p("Sertifikāts"),
        p("beigas")
    );
    let expected = [
        "Sertifikāts",
        "Gads|2025",
        "Līmenis",
        "Kopvērtējums|87,50 %",
        "Daļas|divas rindas",
        "Lasīšana|85 %",
        "beigas",
    ];
    assert_eq!(read(&docx(&body)), expected);
}

#[test]
fn docx_text_boxes_are_read_once_and_by_themselves() {
    let drawing = format!(
        "<w:p><w:r><w:t>pirms </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>pēc</w:t></w:r></w:p>",
        p("Kopvērtējums: 87 %"),
        p("Kopvērtējums: 87 %")
    );
    assert_eq!(read(&docx(&drawing)), ["Kopvērtējums: 87 %", "pirms pēc"]);
}

#[test]
fn docx_hidden_and_deleted_text_is_not_read() {
    let body = "<w:p><w:r><w:t>redzams </w:t></w:r><w:del><w:r><w:delText>90 %</w:delText><w:t>91 %</w:t></w:r></w:del>\
        <w:moveFrom><w:r><w:t>92 %</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>100 %</w:t></w:r>\
        <w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>99 %</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
        <w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>98 %</w:t></w:r>\
        <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>arī</w:t></w:r><w:ins><w:r><w:t> šis</w:t></w:r></w:ins></w:p>\
        <w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>paliek</w:t></w:r></w:p>";
    let styles = word("styles", "<w:style w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>");
    let document = word("document", &format!("<w:body>{body}</w:body>"));
    let file = package(&[("word/document.xml", &document), ("word/styles.xml", &styles)]);
    assert_eq!(read(&file), ["redzams arī šis", "paliek"]);
}

#[test]
fn white_text_on_the_page_is_not_read() {
    let run = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", run("W", "tabulā"));
    let document = word("document", &format!("<w:body>{}{}{table}</w:body>", run("W2", "100 %"), run("N", "redzams")));
    let styles = "<w:style w:styleId=\"W2\"><w:basedOn w:val=\"W\"/></w:style><w:style w:styleId=\"W\"><w:rPr><w:color w:val=\"ffffff\"/></w:rPr></w:style>";
    let file = package(&[("word/document.xml", &document), ("word/styles.xml", &word("styles", styles))]);
    assert_eq!(read(&file), ["redzams", "tabulā"]);
    let html = "<html><style>.w{color:#FFF}</style><p class=w>100 %</p><p style='color: white'>100 %</p><p>redzams<p style='background:#003'><b style='color:#fff'>uz zila</b>";
    assert_eq!(read(html.as_bytes()), ["redzams", "uz zila"]);
    let names = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\"";
    let odt = format!(
        "<office:document-content {names}><office:automatic-styles><style:style style:name=\"W\"><style:text-properties fo:color=\"#ffffff\"/></style:style></office:automatic-styles>\
         <office:body><office:text><text:p text:style-name=\"W\">100 %</text:p><text:p>redzams</text:p></office:text></office:body></office:document-content>"
    );
    assert_eq!(read(&package(&[("content.xml", &odt)])), ["redzams"]);
}

#[test]
fn docx_headers_stand_first_and_footers_last() {
    let file = package(&[
        ("word/footer1.xml", &word("ftr", &p("Izdevējs"))),
        ("word/document.xml", &word("document", &format!("<w:body>{}</w:body>", p("saturs")))),
        ("word/header2.xml", &word("hdr", &p("otrā"))),
        ("word/header1.xml", &word("hdr", &p("pirmā"))),
        ("word/header3.xml", &word("hdr", &p("pirmā"))),
    ]);
    assert_eq!(read(&file), ["pirmā", "otrā", "saturs", "Izdevējs"]);
}

#[test]
fn odt_is_read_like_a_page() {
    let names =
        "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\" xmlns:draw=\"d\" xmlns:fo=\"f\"";
    let content = format!(
        "<office:document-content {names}><office:automatic-styles><style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style></office:automatic-styles>\
         <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>99 %</text:p></text:deletion></text:changed-region></text:tracked-changes>\
         <text:h>Sertifikāts</text:h><text:p>Gads<text:tab/>20<text:s/>25<text:line-break/>Līme<text:span>nis</text:span><text:span text:style-name=\"H\">100 %</text:span></text:p>\
         <table:table><table:table-row><table:table-cell><text:p>Kopvērtējums</text:p></table:table-cell><table:table-cell><text:p>87 %</text:p></table:table-cell></table:table-row></table:table>\
         <text:p>pirms <draw:frame><draw:text-box><text:p>rāmī</text:p></draw:text-box></draw:frame>pēc</text:p></office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {names}><office:master-styles><style:master-page><style:header><text:p>galvene</text:p></style:header><style:footer><text:p>kājene</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
    );
    let file = package(&[("content.xml", &content), ("styles.xml", &styles)]);
    let expected =
        ["galvene", "Sertifikāts", "Gads|20 25", "Līmenis", "Kopvērtējums|87 %", "rāmī", "pirms pēc", "kājene"];
    assert_eq!(read(&file), expected);
}

#[test]
fn packages_stay_within_limits() {
    assert_eq!(lines(&package(&[("a.txt", "x")])), Err(Unreadable::UnknownType));
    let bomb = format!("<w:document>{}</w:document>", " ".repeat(20 << 20));
    let file = package(&[("word/document.xml", &bomb)]);
    assert!(file.len() < 100_000);
    assert!(matches!(lines(&file), Err(Unreadable::Damaged { .. })));
    let deep = docx(&format!("{}{}", "<w:p>".repeat(100_000), "</w:p>".repeat(100_000)));
    assert!(matches!(lines(&deep), Err(Unreadable::Damaged { .. })));
}

#[test]
fn html_is_read_as_it_is_shown() {
    let page = "<!DOCTYPE html><html><head><title>t</title><style>.slepts, p.x { display: none } @media print { .y{color:red} }</style>\
        <script>if (a < b) document.write('Kopvērtējums: 99 %')</script></head><body class=a>\
        <h1>Eks&amacr;mena<br>sertifikāts</h1><p hidden>100 %</p><p class='slepts b'>100 %<p>Gads:\n   2025&nbsp;g.\
        <div style='DISPLAY : none'><p>100 %</p>100 %</div><span style=\"font-size:0\">100 %</span><del>50 %</del>\
        <table title='a > b'><tr><th>Kopvērtējums<td>87,50&#32;&percnt;<tr><td>Daļas</td><td><table><tr><td>Lasīšana</td><td>85 %</td></tr></table></td></tr></table>\
        <dl><dt>Vārds</dt><dd>Anna</dd><dt>Uzvārds<dd>PARAUGA</dl><ul><li>viens<li>divi</ul><!-- 100 % --><input type=hidden value='100 %'><input value='88'>\
        <template>100 %</template></body></html>";
    let expected = [
        "Eksāmena",
        "sertifikāts",
        "Gads: 2025 g.",
        "Kopvērtējums|87,50 %",
        "Daļas",
        "Lasīšana|85 %",
        "Vārds|Anna",
        "Uzvārds|PARAUGA",
        "viens",
        "divi",
        "88",
    ];
    assert_eq!(read(page.as_bytes()), expected);
}

#[test]
fn text_without_end_or_bottom_stays_within_limits() {
    let deep = format!("<html>{}Kopvērtējums<td>87 %", "<table><tr><td>".repeat(50_000));
    assert_eq!(read(deep.as_bytes()), ["Kopvērtējums 87 %"]);
    let many = format!(
        "<html><style>{}</style>{}",
        ".a{display:none}.b{opacity:0}".repeat(900),
        "<p class='a b c d e f'>x".repeat(20_000)
    );
    assert_eq!(lines(many.as_bytes()), Err(Unreadable::NoText));
    let long = "<br>x".repeat(30_000);
    assert_eq!(read(format!("<html>{long}").as_bytes()).len(), crate::limits::TEXT_LINES);
    let groups = format!("{{\\rtf1 {}x", "{".repeat(200_000));
    assert_eq!(read(groups.as_bytes()), ["x"]);
    assert!(matches!(lines(&vec![b'a'; 9 << 20]), Err(Unreadable::Damaged { .. })));
}

#[test]
fn names_of_unknown_xml_are_labels() {
    let xml = "<?xml version='1.0'?><sertifikats xmlns='urn:x' numurs='P-1'><Vards>Anna</Vards><macibuPrieksmets>Fizika</macibuPrieksmets>\
        <lauks nosaukums='Kopvērtējums'>87,50 %</lauks><field name='Gads' value='2025'/><Rezultats vertiba='88'/>\
        <Dalas><Dala><Nosaukums>Lasīšana</Nosaukums><Rezultats>85 %</Rezultats></Dala><Dala><Nosaukums>Rakstīšana</Nosaukums><Rezultats>75 %</Rezultats></Dala></Dalas>\
        <teksts>Apliecina, ka <b>Anna</b> ir</teksts></sertifikats>";
    let expected = [
        "numurs|P-1",
        "Vards|Anna",
        "macibu Prieksmets|Fizika",
        "Kopvērtējums|87,50 %",
        "Gads|2025",
        "Rezultats|88",
        "Nosaukums|Rezultats",
        "Lasīšana|85 %",
        "Rakstīšana|75 %",
        "Apliecina, ka Anna ir",
    ];
    assert_eq!(read(xml.as_bytes()), expected);
    assert_eq!(read(b"<a><b>broken<c>xml"), ["brokenxml"]);
}

#[test]
fn plain_text_in_its_encodings() {
    let text = "Vārds:\tAnna\r\nKopvērtējums ........ 87,50 %\nGads      2025\n| Daļa | Rezultāts |\n";
    let expected = ["Vārds:|Anna", "Kopvērtējums|87,50 %", "Gads|2025", "Daļa|Rezultāts"];
    assert_eq!(read(text.as_bytes()), expected);
    assert_eq!(read(&encoding_rs::WINDOWS_1257.encode(text).0), expected);
    assert_eq!(read(format!("\u{feff}{text}").as_bytes()), expected);
    let wide =
        |order: fn(u16) -> [u8; 2]| format!("\u{feff}{text}").encode_utf16().flat_map(order).collect::<Vec<u8>>();
    assert_eq!(read(&wide(u16::to_le_bytes)), expected);
    assert_eq!(read(&wide(u16::to_be_bytes)), expected);
    assert_eq!(
        read("Sertiﬁkāts, a\u{304}bols, kop\u{ad}vērtējums, 87²".as_bytes()),
        ["Sertifikāts, ābols, kopvērtējums, 87²"]
    );
}

#[test]
fn rtf_is_read_by_its_code_pages() {
    let file = b"{\\rtf1\\ansi\\ansicpg1257{\\fonttbl{\\f0\\fcharset186 Arial;}{\\f1\\fcharset0 Arial;}}{\\*\\generator x;}\\f0 Kopv\\'e7rt\\'e7jums\\tab 87,50 %\\par \
        {\\v 100 %}{\\f1 caf\\'e9}\\line \\u256?\\uc1 bols {\\deleted 99 %}\\par\\trowd\\cellx100\\intbl Gads\\cell 2025\\cell\\row\\pard beigas}";
    assert_eq!(read(file), ["Kopvērtējums|87,50 %", "café", "Ābols", "Gads|2025", "beigas"]);
}

#[test]
fn images_have_no_text() {
    for head in [
        &b"\x89PNG\r\n\x1a\n"[..],
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"BM\x10\0\0\0\0\0\0\0\x36\0",
        b"\0\0\0\x18ftypheic",
    ] {
        assert_eq!(lines(head), Err(Unreadable::NoText), "{head:?}");
    }
}

#[test]
fn no_octets_of_any_format_bring_the_reader_down() {
    use proptest::prelude::*;
    let document = docx(&format!("{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("Sertifikāts"), p("87 %")));
    let seeds = [
        document,
        b"<!DOCTYPE html><table><tr><td>a<td b='>'>c</table><style>.x{display:none}</style><p class=x>&#x41;".to_vec(),
        b"<a b='c'><d>e</d><f g='h'/>i<![CDATA[j]]></a>".to_vec(),
        b"{\\rtf1\\ansicpg1257{\\fonttbl{\\f0\\fcharset186 x;}}\\u256?\\'e7\\trowd a\\cell\\row{\\*\\x y}\\bin3 abc}"
            .to_vec(),
        "Vārds:\tAnna | b ....... c".as_bytes().to_vec(),
    ];
    proptest!(|(which in 0..seeds.len(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12), cut in any::<prop::sample::Index>())| {
        let mut content = seeds[which].clone();
        for (at, octet) in changes {
            let at = at.index(content.len());
            content[at] = octet;
        }
        let _ = lines(&content);
        content.truncate(cut.index(content.len()));
        let _ = lines(&content);
    });
}

/// What hides text hides it however deep, in capitals, and under another selector; what is shown beside it is read.
#[test]
fn no_depth_and_no_spelling_shows_what_a_page_hides() {
    let deep = |inside: &str| format!("<!DOCTYPE html><p>redzams</p>{}{inside}", "<b>".repeat(400));
    assert!(read(deep("<span>Kopā 98 %").as_bytes()).iter().any(|line| line.contains("98")));
    assert!(!read(deep("<span hidden>Kopā 99 %").as_bytes()).iter().any(|line| line.contains("99")));
    for style in [
        "<STYLE>.x{display:none}</STYLE>",
        "<style>.page .x{display:none}</style>",
        "<style>P.X , a{visibility:hidden}</style>",
    ] {
        let page = format!("<!DOCTYPE html>{style}<p>redzams<p class=x>Kopā 99 %");
        assert_eq!(read(page.as_bytes()), ["redzams"], "{style}");
        let shown = format!("<!DOCTYPE html>{style}<p>redzams<p class=y>Kopā 99 %");
        assert_eq!(read(shown.as_bytes()), ["redzams", "Kopā 99 %"], "{style}");
    }
    let nested = |open: &str, close: &str| {
        format!("{{\\rtf1 redzams\\par {{\\v {}{} Kop 99 %\\par }} beigas}}", open.repeat(400), close.repeat(400))
    };
    assert!(!read(nested("{", "}").as_bytes()).iter().any(|line| line.contains("99")));
    let silent = format!("{{\\rtf1 redzams\\par {}{{\\*\\x Kop 99 %}}{}}}", "{".repeat(400), "}".repeat(400));
    assert_eq!(read(silent.as_bytes()), ["redzams"]);
}

#[test]
fn headers_of_many_parts_do_not_multiply_the_work() {
    let body: String = (0..2_000).map(|n| format!("<w:p><w:r><w:t>{n}</w:t></w:r></w:p>")).collect();
    let header = |part: usize| {
        let own: String = (0..2_000).map(|n| format!("<w:p><w:r><w:t>{part}/{n}</w:t></w:r></w:p>")).collect();
        (format!("word/header{part}.xml"), word("hdr", &own))
    };
    let headers: Vec<_> = (0..12).map(header).collect();
    let document = word("document", &format!("<w:body>{body}</w:body>"));
    let mut parts: Vec<(&str, &str)> = headers.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    parts.push(("word/document.xml", &document));
    assert_eq!(read(&package(&parts)).len(), crate::limits::TEXT_LINES);
}
