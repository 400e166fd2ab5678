//! Files that ask for too much, and files that are damaged: each ends in a word, soon, and never in a panic.

use super::guard::before_loading;
use super::samples::{at, deflated, page, stream, with};
use crate::exam::Unreadable;
use crate::exam::text::lines;

/// Refused by what it asks for, and not because it is damaged.
fn refused(what: &str, file: &[u8]) {
    let started = std::time::Instant::now();
    let read = lines(file);
    let by_limit = ["the PDF is beyond a limit", "the PDF asks for too much work"];
    let refused = matches!(&read, Err(Unreadable::Damaged { detail }) if by_limit.contains(&detail.as_str()));
    assert!(refused, "{what}: {read:?}");
    println!("{what}: {:?}", started.elapsed());
}

const FORM: &str = "/Type/XObject/Subtype/Form/BBox[0 0 600 900]";

#[test]
fn what_asks_for_too_much_is_refused() {
    let flate = "/Filter/FlateDecode";
    let spaces = deflated(&vec![b' '; 100 << 20]);
    refused("a stream that expands without end", &with("", &spaces, flate, &[]));
    let again = deflated(&spaces);
    refused("expanded twice", &with("", &again, "/Filter[/FlateDecode /FlateDecode]", &[]));
    refused("under another spelling", &with("", &again, "/Filter[/Fl#61te#44ecode/F#6c]", &[]));
    refused("named elsewhere", &with("", &again, "/Filter 10 0 R", &[b"[/FlateDecode/FlateDecode]"]));
    refused(
        "broken, so that nobody can tell",
        &with("", &[&[0x78, 0x9c, 0xff][..], &[7; 200_000]].concat(), flate, &[]),
    );
    refused("an object stream", &with("", b"", "", &[&stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &spaces)]));
    refused("states without end", &page(&"q ".repeat(600)));
    refused("a text without end", &page(&format!("BT /F1 9 Tf ({}) Tj ET", "a".repeat(70_000))));
    refused(
        "letters to clip with",
        &page(&format!("BT /F1 9 Tf 7 Tr {} ET", "(aaaaaaaaaaaaaaaaaaaaaaa) Tj ".repeat(4_000))),
    );
    refused("fonts without end", &page(&(0..300).map(|n| format!("/G{n} 9 Tf ")).collect::<String>()));
    let parts = with("", &deflated(&vec![b' '; 1 << 20]), flate, &[]);
    let many =
        String::from_utf8_lossy(&page("")).replace("/Contents 4 0 R", &format!("/Contents[{}]", "4 0 R ".repeat(300)));
    refused("a part named again and again", many.as_bytes());
    assert!(lines(&parts).is_err());
    refused(
        "pages without end",
        format!("%PDF-1.7\n1 0 obj\n<</Kids[{}]>>\nendobj", "<<>>".repeat(200_000)).as_bytes(),
    );
    let group = stream(&format!("{FORM}/Group<</S/Transparency>>"), &[b' '; 200_000]);
    refused("masks without end", &with("/Resources<<>>", "/G gs ".repeat(5_000).as_bytes(), "", &[&group]));
}

#[test]
fn forms_within_forms_come_to_an_end() {
    let nested = |uses: &str, depth: usize| {
        let forms: Vec<_> = (0..depth)
            .map(|n| stream(&format!("{FORM}/Resources<</XObject<</X {} 0 R>>>>", n + 11), uses.as_bytes()))
            .collect();
        let forms: Vec<&[u8]> = forms.iter().map(Vec::as_slice).collect();
        let content = format!("/X Do {}", at(80.0, 600.0, 10.0, "Fizika"));
        with("/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>>", content.as_bytes(), "", &forms)
    };
    // As deep as the interpreter goes, on the stack of a thread.
    assert_eq!(lines(&nested("/X Do", 60)).unwrap().len(), 1);
    refused("twice as many with every level", &nested("/X Do /X Do", 40));
}

#[test]
fn ordinary_files_are_within_the_limits() {
    assert_eq!(before_loading(&page("(Filter) Tj")), Ok(()));
    let file = with("", &deflated(at(80.0, 600.0, 10.0, "Fizika").as_bytes()), "/Filter /FlateDecode", &[]);
    assert_eq!(lines(&file).unwrap().len(), 1);
    let font = b"<</Type/Font/Subtype/TrueType/BaseFont/Times#20New#20Roman>>";
    let file = with("", &deflated(at(80.0, 600.0, 10.0, "Fizika").as_bytes()), "/Filter[/FlateDecode]", &[font]);
    assert_eq!(lines(&file).unwrap().len(), 1);
    for size in ["0 0 0 0", "0 0 1e9 1e9", "0 0 -100 -100", "1e38 1e38 -1e38 -1e38", "a b"] {
        let _ = lines(&with(&format!("/MediaBox[{size}]"), at(80.0, 600.0, 10.0, "x").as_bytes(), "", &[]));
    }
}

#[test]
fn no_damage_brings_the_reader_down() {
    use proptest::prelude::*;
    let content =
        format!("0.5 g 10 10 300 300 re f q 0 0 600 800 re W n {} Q", at(80.0, 600.0, 10.0, "Kopvērtējums 87 %"));
    let seeds = [page(&content), with("/Rotate 270", &deflated(content.as_bytes()), "/Filter/FlateDecode", &[])];
    proptest!(ProptestConfig::with_cases(192), |(
        which in 0..seeds.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..10),
        cut in any::<prop::sample::Index>(),
    )| {
        let mut file = seeds[which].clone();
        for (at, octet) in changes {
            let at = at.index(file.len());
            file[at] = octet;
        }
        let _ = lines(&file);
        file.truncate(cut.index(file.len()));
        let _ = lines(&file);
    });
}

#[test]
fn any_content_is_interpreted_without_panic() {
    use proptest::prelude::*;
    let operators = prop::sample::select(vec![
        "q", "Q", "cm", "Tf", "Tj", "TJ", "Tm", "Td", "Tr", "Tz", "Ts", "Tc", "Tw", "BT", "ET", "re", "f", "W", "n",
        "S", "Do", "gs", "sh", "g", "rg", "scn", "l", "m", "c",
    ]);
    let operands = prop::sample::select(vec![
        "0",
        "1",
        "-1",
        "1e9",
        "-0.0001",
        "99999999999",
        "/F1",
        "/X",
        "(Fizika)",
        "[(a) -9999 (b)]",
        "<e2>",
        "100",
    ]);
    let instruction = (proptest::collection::vec(operands, 0..7), operators)
        .prop_map(|(operands, operator)| format!("{} {operator}\n", operands.join(" ")));
    proptest!(ProptestConfig::with_cases(192), |(content in proptest::collection::vec(instruction, 0..60))| {
        let _ = lines(&page(&content.concat()));
    });
}
