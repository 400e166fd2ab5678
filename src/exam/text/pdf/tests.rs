//! Pages as they are drawn, lines as they are read.

use super::samples::{at, page, set, string, with};
use crate::exam::text::lines;

/// Lines with their cells divided by `|`.
fn read(content: &[u8]) -> Vec<String> {
    let lines = lines(content).unwrap_or_default();
    let text =
        |line: &crate::exam::text::Line| line.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
    lines.iter().map(text).collect()
}

#[test]
fn text_is_read_in_the_order_of_the_page_whatever_the_order_of_drawing() {
    let content = [
        at(300.0, 600.0, 22.0, "87,50 %"),
        at(80.0, 500.0, 10.0, "zemāk"),
        at(80.0, 603.0, 10.0, "Kopvērtējums"),
        at(80.0, 700.0, 10.0, "Sertiﬁkāts"),
    ];
    assert_eq!(read(&page(&content.concat())), ["Sertifikāts", "Kopvērtējums|87,50 %", "zemāk"]);
    // Letter by letter, backwards.
    let letters = [("a", 20.55), ("k", 15.55), ("i", 13.33), ("z", 8.33), ("i", 6.11), ("F", 0.0)];
    let letters: String = letters.iter().map(|(letter, x)| at(80.0 + x, 600.0, 10.0, letter)).collect();
    assert_eq!(read(&page(&letters)), ["Fizika"]);
}

#[test]
fn what_cannot_be_seen_is_not_read() {
    let value = at(300.0, 600.0, 12.0, "100 %");
    let label = at(80.0, 600.0, 12.0, "Kopvērtējums");
    let white = "<</ExtGState<</G<</ca 0>>>>/Font<</F1 5 0 R>>>>";
    let hidden = [
        ("mode 3", format!("{label} 3 Tr {value}")),
        ("white on white", format!("{label} 1 g {value}")),
        ("nearly white on white", format!("{label} 0.99 1 0.98 rg {value}")),
        ("blue on blue", format!("{label} 0 0 0.5 rg 290 590 100 30 re f 0 0 0.49 rg {value}")),
        ("under a white box", format!("{label} {value} 1 g 290 590 100 30 re f")),
        ("under a white shape", format!("{label} {value} 1 g 280 580 m 420 585 l 420 640 l 285 630 l h f")),
        ("off the page", format!("{label} {}", at(700.0, 600.0, 12.0, "100 %"))),
        ("clipped", format!("{label} q 0 0 100 100 re W n {value} Q")),
        ("no size", format!("{label} {}", at(300.0, 600.0, 0.0, "100 %"))),
        ("tiny", format!("{label} {}", at(300.0, 600.0, 0.4, "100 %"))),
        ("mirrored", format!("{label} {}", set("-1 0 0 1 400 600", 12.0, "100 %"))),
        ("askew", format!("{label} {}", set("0.7 0.7 -0.7 0.7 300 600", 12.0, "100 %"))),
        ("clear", format!("{label} /G gs {value}")),
    ];
    for (how, content) in hidden {
        let entries = format!("/Resources {white}");
        let file = with(&entries, content.as_bytes(), "", &[]);
        assert_eq!(read(&file), ["Kopvērtējums"], "{how}");
    }
    let shown = [
        ("white on blue", format!("0 0 0.5 rg 290 590 100 30 re f 1 g {value}")),
        ("box before", format!("1 g 290 590 100 30 re f 0 g {value}")),
        ("frame around", format!("{value} 1 g 280 580 200 60 re 285 585 190 50 re f*")),
        ("outlined", format!("1 Tr {value}")),
        ("clipped around", format!("q 250 550 300 100 re W n {value} Q")),
        ("box beside", format!("{value} 1 g 100 590 100 30 re f")),
    ];
    for (how, content) in shown {
        assert_eq!(read(&page(&content)), ["100 %"], "{how}");
    }
}

#[test]
fn a_hidden_layer_is_not_read() {
    let content = format!("{} /OC /L BDC {} EMC", at(80.0, 600.0, 12.0, "redzams"), at(80.0, 500.0, 12.0, "100 %"));
    let mut file = with(
        "/Resources<</Font<</F1 5 0 R>>/Properties<</L 10 0 R>>>>",
        content.as_bytes(),
        "",
        &[b"<</Type/OCG/Name(L)>>"],
    );
    let catalogue = "<</Type/Catalog/Pages 2 0 R";
    let text = String::from_utf8_lossy(&file).into_owned();
    file =
        text.replace(catalogue, &format!("{catalogue}/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>")).into_bytes();
    assert_eq!(read(&file), ["redzams"]);
}

#[test]
fn pages_are_read_as_they_are_displayed() {
    // Drawn so that it is upright once the page is turned.
    let content = format!("{}{}", set("0 1 -1 0 100 300", 12.0, "Fizika"), set("0 1 -1 0 140 300", 12.0, "Eksāmens"));
    let file = with("/Rotate 90", content.as_bytes(), "", &[]);
    assert_eq!(read(&file), ["Fizika", "Eksāmens"]);
    let area = lines(&file).unwrap()[0].cells[0].area.unwrap();
    assert!((area[0] - 300.0).abs() < 1.0 && area[2] < 350.0 && area[1] > 80.0 && area[3] < 110.0, "{area:?}");
    // The same without turning the page: the text lies on its side, and is read all the same.
    let file = page(&content);
    assert_eq!(read(&file).len(), 2, "{:?}", read(&file));
    let area = lines(&file).unwrap()[0].cells[0].area.unwrap();
    assert!(area[2] - area[0] < area[3] - area[1], "upright on the page: {area:?}");
    assert_eq!(read(&with("/Rotate 180", set("-1 0 0 -1 300 300", 12.0, "Fizika").as_bytes(), "", &[])), ["Fizika"]);
    let moved = with("/MediaBox[100 100 400 400]", at(120.0, 150.0, 12.0, "Fizika").as_bytes(), "", &[]);
    let area = lines(&moved).unwrap()[0].cells[0].area.unwrap();
    assert!((area[0] - 20.0).abs() < 1.0 && (area[3] - 253.0).abs() < 1.0, "{area:?}");
}

#[test]
fn cells_are_what_gaps_of_letters_divide() {
    let narrow = format!("{}{}", at(80.0, 600.0, 10.0, "Eksāmena daļa"), at(155.0, 600.0, 10.0, "Rezultāts"));
    assert_eq!(read(&page(&narrow)), ["Eksāmena daļa|Rezultāts"], "set apart by little more than a space");
    let justified = format!("BT /F1 10 Tf 9 Tw 80 600 Td {} Tj ET", string("vienas rindas vārdi"));
    assert_eq!(read(&page(&justified)), ["vienas rindas vārdi"], "stretched spaces");
    let kerned = "BT /F1 10 Tf 80 600 Td [(V) 80 (alsts) -280 (va) 20 (loda)] TJ ET".to_owned();
    assert_eq!(read(&page(&kerned)), ["Valsts valoda"], "spaces as gaps");
    let covered = format!("BT /F1 10 Tf 80 600 Td [(Kop) ( ) 278 {}] TJ ET", string("vērtējums"));
    assert_eq!(read(&page(&covered)), ["Kopvērtējums"], "a space that takes no room");
    let by_hand = at(80.0, 600.0, 10.0, "Līmenis:          optimālais");
    assert_eq!(read(&page(&by_hand)), ["Līmenis:|optimālais"]);
}

#[test]
fn spaced_headings_are_words() {
    let spaced = format!("BT /F1 14 Tf 6 Tc 80 600 Td {} Tj ET", string("EKSĀMENA SERTIFIKĀTS"));
    assert_eq!(read(&page(&spaced)), ["EKSĀMENA SERTIFIKĀTS"], "by character spacing");
    assert_eq!(read(&page(&at(80.0, 600.0, 14.0, "S E R T I F I K Ā T S"))), ["SERTIFIKĀTS"], "by hand");
    assert_eq!(read(&page(&at(80.0, 600.0, 14.0, "V A L S T S   V A L O D A S"))), ["VALSTS VALODAS"]);
    assert_eq!(read(&page(&at(80.0, 600.0, 14.0, "A B C"))), ["A B C"]);
    assert_eq!(read(&page(&at(80.0, 600.0, 14.0, "87 90 75 60 80 12"))), ["87 90 75 60 80 12"]);
}

#[test]
fn a_letter_drawn_twice_counts_once() {
    let bold = format!("{}{}", at(80.0, 600.0, 12.0, "Kopvērtējums 88 %"), at(80.4, 600.0, 12.0, "Kopvērtējums 88 %"));
    assert_eq!(read(&page(&bold)), ["Kopvērtējums 88 %"]);
    assert_eq!(read(&page(&format!("2 Tr {}", at(80.0, 600.0, 12.0, "88 %")))), ["88 %"], "filled and outlined");
    assert_eq!(read(&page(&at(80.0, 600.0, 12.0, "illā 1111"))), ["illā 1111"]);
}

#[test]
fn marks_drawn_apart_belong_to_their_letter() {
    use super::rows::{Placed, rows};
    let glyph =
        |text: &str, left: f64, right: f64| Placed { text: text.to_owned(), left, right, baseline: 100.0, size: 10.0 };
    let text = |glyphs: Vec<Placed>| super::cells::cells(&rows(glyphs).remove(0), &[]).remove(0).text;
    let word = |mark: Placed| vec![glyph("T", 0.0, 6.0), glyph("a", 6.0, 12.0), mark, glyph("s", 12.0, 17.0)];
    assert_eq!(text(word(glyph("\u{304}", 12.0, 12.0))), "Tās", "without width, at the end of its letter");
    assert_eq!(text(word(glyph("\u{af}", 7.0, 11.0))), "Tās", "an accent of its own over the letter");
    let before = vec![glyph("\u{30c}", 0.5, 5.0), glyph("S", 0.0, 6.0), glyph("i", 6.0, 9.0)];
    assert_eq!(text(before), "Ši", "drawn first");
}

#[test]
fn divided_words_are_put_together() {
    let content = [
        at(80.0, 600.0, 10.0, "Apliecinām, ka centrali-"),
        at(80.0, 588.0, 10.0, "zētajā eksāmenā"),
        at(80.0, 560.0, 10.0, "Kopvērtē-"),
        at(300.0, 560.0, 10.0, "87 %"),
        at(80.0, 548.0, 10.0, "jums"),
        at(80.0, 500.0, 10.0, "LV-"),
        at(80.0, 488.0, 10.0, "1050"),
    ];
    let expected = ["Apliecinām, ka centralizētajā", "eksāmenā", "Kopvērtējums|87 %", "LV-", "1050"];
    assert_eq!(read(&page(&content.concat())), expected);
}

#[test]
fn columns_of_running_text_are_read_one_after_the_other_and_tables_by_rows() {
    let column = |x: f64, text: [&str; 5]| -> String {
        (0..).zip(text).map(|(n, line)| at(x, 600.0 - 12.0 * f64::from(n), 10.0, line)).collect()
    };
    let left = [
        "Eksāmens ir nokārtots, ja tajā",
        "ir iegūts vismaz noteiktais",
        "slieksnis, ko nosaka kārtība",
        "valstī, un to apliecina ar šo",
        "izsniegto dokumentu.",
    ];
    let right = [
        "The exam is passed when at the",
        "least the threshold set by the",
        "order of the state is reached,",
        "which this document certifies",
        "to whom it may concern.",
    ];
    let text = read(&page(&format!("{}{}", column(60.0, left), column(300.0, right))));
    assert_eq!(text, [left, right].concat());
    let results = format!("{}{}", at(60.0, 616.0, 10.0, "Kopvērtējums"), at(300.0, 616.0, 10.0, "87,50 %"));
    let text = read(&page(&format!("{results}{}{}", column(60.0, left), column(300.0, right))));
    assert_eq!(text, [&["Kopvērtējums|87,50 %"][..], &left, &right].concat(), "a row before the columns");
    let labels = ["Vārds, uzvārds", "Personas kods", "Mācību priekšmets", "Kopvērtējums", "Gads"];
    let values = ["Anna PARAUGA", "320000-00001", "Matemātika", "87,50 %", "2025"];
    let table = read(&page(&format!("{}{}", column(60.0, labels), column(300.0, values))));
    let rows: Vec<_> = labels.iter().zip(values).map(|(label, value)| format!("{label}|{value}")).collect();
    assert_eq!(table, rows);
}

#[test]
fn rules_divide_cells_and_keep_their_lines_together() {
    let content = [
        "80 620 m 300 620 l S 80 590 m 300 590 l S 80 570 m 300 570 l S".to_owned(),
        "150 620 m 150 570 l S 220 570 0.5 50 re f".to_owned(),
        at(82.0, 609.0, 10.0, "Mācību satura"),
        at(82.0, 597.0, 10.0, "apguves līme-"),
        at(152.0, 603.0, 10.0, "optimālais"),
        at(82.0, 577.0, 10.0, "Rezultāts jau"),
        at(152.0, 577.0, 10.0, "87,50 % kopā"),
        at(222.0, 577.0, 10.0, "2025"),
        at(82.0, 540.0, 10.0, "Kopvērtējums ................ 88 %"),
    ];
    let expected = ["Mācību satura apguves līme-|optimālais", "Rezultāts jau|87,50 % kopā|2025", "Kopvērtējums|88 %"];
    assert_eq!(read(&page(&content.join("\n"))), expected);
}

#[test]
fn a_word_with_a_letter_of_unknown_name_is_left_out() {
    // Code 200 has a glyph name that stands for nothing.
    let font: &[u8] =
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[200/g1 49/one/zero]>>>>";
    let content = "BT /F1 12 Tf 80 600 Td (Fizika \\310\\061 12 %) Tj ET";
    let file = with("/Resources<</Font<</F1 10 0 R>>>>", content.as_bytes(), "", &[font]);
    let read = read(&file).join(" ");
    assert!(!read.contains('\u{fffd}') && read.starts_with("Fizika"), "{read}");
}

#[test]
fn form_fields_and_annotations_are_read_where_they_are_shown() {
    let appearance = super::samples::stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 5 0 R>>>>",
        at(2.0, 5.0, 10.0, "87 %").as_bytes(),
    );
    let shown: &[u8] = b"<</Type/Annot/Subtype/Widget/Rect[300 595 500 615]/AP<</N 10 0 R>>>>";
    let hidden: &[u8] = b"<</Type/Annot/Subtype/Widget/F 2/Rect[300 495 500 515]/AP<</N 10 0 R>>>>";
    let file = with(
        "/Annots[11 0 R 12 0 R]",
        at(80.0, 600.0, 10.0, "Kopvērtējums").as_bytes(),
        "",
        &[&appearance, shown, hidden],
    );
    assert_eq!(read(&file), ["Kopvērtējums|87 %"]);
}
