//! Letters, layout, and what is written: nothing is lost, nothing stands outside its page.

use std::path::PathBuf;

use super::layout::{self, Owner, Piece, Placed};
use super::letters::{Letters, Weight};
use super::look::{BOTTOM, SIDE, TOP, Tone, WIDTH};
use super::sheet::{Block, Sheet, Writer};
use super::*;
use crate::dossier::{Setting, examine};
use crate::export::Secrets;
use crate::words::Language;

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn sample(name: &str) -> Examined {
    let mut setting = Setting::shipped(at()).unwrap();
    setting.add_trusted_list(&samples().join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples().join("issuers.toml")).unwrap();
    examine(&samples().join(name), &setting)
}

fn at() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn words() -> Words {
    Words::new(Language::Latvian)
}

fn sheet_of(blocks: Vec<Block>, words: &Words) -> Sheet {
    let mut writer = Writer::new("paraugs.edoc", words, Secrets::none(Codes::Masked));
    blocks.into_iter().for_each(|block| writer.push(block));
    writer.finish(vec![Block::Note("last".to_owned(), String::new())])
}

/// Texts of blocks on each page, in their order.
fn written(pages: &[Vec<Placed>]) -> Vec<String> {
    let text = |placed: &Placed| match (&placed.piece, placed.owner) {
        (Piece::Text { text, .. }, Owner::Block(_) | Owner::Title) => Some(text.clone()),
        _ => None,
    };
    pages.iter().map(|page| page.iter().filter_map(text).collect()).collect()
}

#[test]
fn every_letter_of_every_language_is_there() {
    let letters = Letters::new().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words");
    for language in Language::ALL {
        for file in std::fs::read_dir(folder.join(language.code())).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap().replace('\n', " ");
            assert!(!letters.lacks(&text), "{}: {:?}", path.display(), letters.writable(&text));
        }
    }
    assert!(letters.lacks("漢") && !letters.lacks("āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ ŗ ō → •"));
}

#[test]
fn what_no_font_has_is_written_by_its_number() {
    let letters = Letters::new().unwrap();
    assert_eq!(letters.writable("Ķ 漢🙂\u{fffd}"), "Ķ [U+6F22][U+1F642][U+FFFD]");
    assert_eq!(letters.writable("a\u{304}"), "ā", "composed");
    assert_eq!(letters.letters("Āā", Weight::Bold).len(), 2);
}

#[test]
fn lines_hold_all_of_a_text_and_are_never_too_wide() {
    let letters = Letters::new().unwrap();
    let texts = ["", "īss", "vārdi un vārdi  ar atstarpēm ", &"garumā".repeat(200), &"ļoti gari vārdi ".repeat(80)];
    for text in texts {
        for width in [40.0, 111.0, WIDTH] {
            let lines = letters.lines(text, Weight::Regular, 9.0, width);
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().all(|line| letters.width(line, Weight::Regular, 9.0) <= width), "{lines:?}");
        }
    }
    let wide = letters.width("m", Weight::Regular, 9.0);
    assert!(letters.width("m", Weight::Bold, 18.0) > wide && letters.width("i", Weight::Regular, 9.0) < wide);
    let fitted = letters.fitted(&"garumā".repeat(20), Weight::Regular, 9.0, 60.0);
    assert!(fitted.ends_with('…') && letters.width(&fitted, Weight::Regular, 9.0) <= 60.0);
}

#[test]
fn a_long_sheet_goes_on_over_pages_and_loses_nothing() {
    let (letters, words) = (Letters::new().unwrap(), words());
    let mut blocks = vec![Block::Verdict { tone: Tone::Doubt, word: "W".to_owned(), sentence: "garš ".repeat(600) }];
    for number in 0..60 {
        blocks.push(Block::Heading(format!("heading{number} ")));
        blocks.push(Block::Field { label: format!("label{number} "), value: "vērtība ".repeat(number) });
        blocks.push(Block::Item(Some(Tone::Good), format!("item{number} ")));
        blocks.push(Block::Text("teksts ".repeat(number)));
    }
    let sheet = sheet_of(blocks.clone(), &words);
    let pages = layout::pages(&sheet, &letters, &words);
    let text = written(&pages);
    assert!(pages.len() > 4, "{}", pages.len());
    let all = text.concat();
    for block in &blocks {
        assert!(block.texts().iter().all(|text| all.contains(text)), "{block:?}");
    }
    for placed in pages.iter().flatten() {
        let (width, beneath) = match &placed.piece {
            Piece::Text { text, weight, size, .. } => (letters.width(text, *weight, *size), 0.0),
            Piece::Shape { side, .. } => (*side, *side),
            Piece::Panel { width, height, .. } => (*width, *height),
            Piece::Rule { width } => (*width, 0.0),
        };
        assert!(placed.x >= SIDE && placed.x + width <= SIDE + WIDTH + 0.01, "{placed:?}");
        assert!(placed.y >= TOP - 12.0 && placed.y + beneath <= BOTTOM + 0.01, "{placed:?}");
    }
    for (number, page) in pages.iter().enumerate() {
        let last = page.iter().rev().find(|placed| matches!(placed.piece, Piece::Text { .. })).unwrap();
        let Owner::Block(block) = last.owner else { panic!("{last:?}") };
        assert!(!matches!(blocks.get(block), Some(Block::Heading(_))), "a heading ends page {number}");
    }
}

#[test]
fn short_fields_stand_beside_each_other_and_long_ones_below() {
    let (letters, words) = (Letters::new().unwrap(), words());
    let field = |value: &str| Block::Field { label: "Gads:".to_owned(), value: value.to_owned() };
    let heights = |values: [&str; 2]| {
        let pages = layout::pages(&sheet_of(values.map(field).to_vec(), &words), &letters, &words);
        let of = |block| pages[0].iter().find(|placed| placed.owner == Owner::Block(block)).unwrap().y;
        (of(0), of(1))
    };
    let (one, other) = heights(["2024", "2025"]);
    assert!((one - other).abs() < 0.01);
    let (one, other) = heights(["2024", "augstākais mācību satura apguves līmenis"]);
    assert!(one < other);
}

#[test]
fn what_has_no_room_is_counted_and_the_last_lines_stand() {
    let words = words();
    let half = "a".repeat(limits::REPORT_PAGES_BYTES / 2 + 1);
    let block = || Block::Text(half.clone());
    let whole = sheet_of(vec![block()], &words);
    assert_eq!(whole.blocks.len(), 2);
    let cut = sheet_of(vec![block(), block(), block()], &words);
    let [Block::Text(_), Block::Strong(said), Block::Note(last, _)] = cut.blocks.as_slice() else { panic!() };
    assert!(said.contains("Vēl 2") && last == "last", "{said}");
}

#[test]
fn a_summary_has_room_of_its_own() {
    let words = words();
    let with = |bytes: usize| {
        let mut writer = Writer::new("title", &words, Secrets::none(Codes::Masked));
        writer.room(limits::REPORT_SUMMARY_BYTES);
        writer.push(Block::Text("a".repeat(bytes)));
        writer.finish(Vec::new()).blocks
    };
    assert!(matches!(with(limits::REPORT_SUMMARY_BYTES).as_slice(), [Block::Text(_)]));
    assert!(matches!(with(limits::REPORT_SUMMARY_BYTES + 1).as_slice(), [Block::Strong(_)]));
}

#[test]
fn a_report_of_too_many_files_is_refused() {
    let words = words();
    let mut pages = Pages::new(&words, Codes::Masked, at());
    let half = Arc::new(sheet_of(vec![Block::Text("a".repeat(limits::REPORT_PAGES_BYTES))], &words));
    let most = limits::REPORT_BYTES / half.bytes();
    for _ in 0..most {
        pages.push(Arc::clone(&half)).unwrap();
    }
    assert_eq!(pages.push(half).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
}

#[test]
fn nothing_that_a_file_may_hold_keeps_a_report_from_being_written() {
    let words = words();
    let nasty = [
        "\u{feff}\u{0}\u{1b}[31m\u{fffe}\u{e000}\u{f8ff}",
        "مرحبا עולם 漢字 🙂🇱🇻 e\u{301}\u{200d}\u{1d173}",
        "\u{10ffff}\u{ffff}\u{ad}\u{a0}\t\r\n",
        "",
        " ",
    ];
    for text in nasty {
        let text = text.to_owned();
        let blocks = vec![
            Block::Heading(text.clone()),
            Block::Verdict { tone: Tone::Bad, word: text.clone(), sentence: text.clone() },
            Block::Result { tone: Tone::Other, label: text.clone(), value: text.clone() },
            Block::Field { label: text.clone(), value: text.clone() },
            Block::Item(Some(Tone::Quiet), text.clone()),
            Block::Item(None, text.clone()),
            Block::Note(text.clone(), text.clone()),
        ];
        let mut pages = Pages::new(&words, Codes::Masked, at());
        let mut writer = Writer::new(&text, &words, Secrets::none(Codes::Masked));
        blocks.into_iter().for_each(|block| writer.push(block));
        pages.push(Arc::new(writer.finish(Vec::new()))).unwrap();
        let mut octets = Vec::new();
        let written = pages.write(&mut octets);
        assert!(written.is_ok() && octets.starts_with(b"%PDF-1.7"), "{text:?}: {written:?}");
    }
}

#[test]
fn only_what_is_confirmed_is_shown_plainly() {
    let words = words();
    let blocks = |name: &str| {
        let examined = sample(name);
        file::sheet(&examined.path, examined.result.as_ref(), &words, Codes::Masked).blocks
    };
    let percent = |block: &Block| block.texts().iter().any(|text| text.contains('%'));
    let result = |blocks: &[Block]| {
        let found = blocks.iter().find_map(|block| match block {
            Block::Result { tone, value, .. } => Some((*tone, value.clone())),
            _ => None,
        });
        found.unwrap()
    };
    assert_eq!(result(&blocks("anna-matematika.edoc")), (Tone::Good, "87,50\u{a0}%".to_owned()));
    let (tone, value) = result(&blocks("liga-biologija.asice"));
    assert!(tone == Tone::Doubt && value.ends_with("(neapstiprināts)"), "{value}");
    let tampered = blocks("tampered.edoc");
    assert!(!tampered.iter().any(percent), "{tampered:?}");
    let [Block::Verdict { tone: Tone::Bad, word, .. }, ..] = tampered.as_slice() else { panic!() };
    assert_eq!(word, "NEDERĪGS");
}

#[test]
fn the_same_file_under_another_name_has_pages_of_its_own() {
    let words = words();
    let mut pages = Pages::new(&words, Codes::Masked, at());
    pages.add(&sample("anna-matematika.edoc")).unwrap();
    pages.add_again(Path::new("mape/320000-00001.edoc"), 0).unwrap();
    pages.add_again(Path::new("b.edoc"), 7).unwrap();
    let [first, again] = pages.sheets.as_slice() else { panic!("{}", pages.sheets.len()) };
    assert_eq!((first.title(), again.title()), ("anna-matematika.edoc", "••••••-•••01.edoc"));
    let says = |sheet: &Sheet, text: &str| sheet.blocks.iter().any(|block| block.texts().contains(&text));
    assert!(says(again, "mape/••••••-•••01.edoc") && !says(first, "mape/••••••-•••01.edoc"));
    assert_eq!(first.blocks.len(), again.blocks.len());
}
