//! The process that draws pages: what it draws, what it refuses, and that it is ended when it must be.

#![cfg(all(feature = "gui", unix))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use edoc::preview::{Answer, Artist, Fault, Opened, Picture, Program, Request, WORKER_ARGUMENT, Window};

#[path = "preview/documents.rs"]
mod documents;

use documents::{certificate, flat, pdf, pdf_of};

fn artist() -> Artist {
    let path = PathBuf::from(env!("CARGO_BIN_EXE_edoc-viewer"));
    Artist::new(Program { path, arguments: vec![WORKER_ARGUMENT.into()] })
}

fn other(path: &str, arguments: &[&str]) -> Artist {
    Artist::new(Program { path: path.into(), arguments: arguments.iter().map(Into::into).collect() })
}

fn window(page: u32, scale: u16, width: u16, height: u16) -> Window {
    Window { page, scale, left: 0, top: 0, width, height }
}

fn draw(artist: &mut Artist, window: Window) -> Result<Picture, Fault> {
    match artist.ask(Request::Draw(window))? {
        Answer::Picture(picture) => Ok(picture),
        other => panic!("{other:?}"),
    }
}

/// Pixels that are not paper.
fn inked(picture: &Picture) -> usize {
    picture.rgba.chunks(4).filter(|pixel| pixel[..3] != [255, 255, 255]).count()
}

#[test]
fn a_certificate_is_drawn_in_parts_that_fit_together() {
    let mut artist = artist();
    let Opened::Pages(sizes) = artist.open(certificate()).unwrap() else { panic!("it has pages") };
    assert_eq!(sizes.len(), 1);
    let whole = draw(&mut artist, window(0, 1_000, 595, 842)).unwrap();
    assert!(inked(&whole) > 5_000, "{}", inked(&whole));
    let left = draw(&mut artist, window(0, 1_000, 300, 842)).unwrap();
    let right = draw(&mut artist, Window { left: 300, ..window(0, 1_000, 295, 842) }).unwrap();
    assert_eq!(inked(&left) + inked(&right), inked(&whole));
    let Answer::Text(cells) = artist.ask(Request::Text).unwrap() else { panic!("text") };
    assert!(cells.iter().any(|cell| cell.text.contains("87,50") && cell.area.is_some()));
}

#[test]
fn latvian_letters_of_fonts_that_are_not_embedded_are_drawn() {
    // Glyphs of `amacron` and `a` in Helvetica that the file does not bring along: the mark makes the difference.
    let mut artist = artist();
    for font in ["Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Courier", "Courier-Bold"] {
        let ink = ["amacron", "ccaron", "gcommaaccent", "umacron", "a"].map(|glyph| {
            artist.open(pdf_of(font, glyph)).unwrap();
            inked(&draw(&mut artist, window(0, 1_000, 200, 200)).unwrap())
        });
        assert!(ink.iter().all(|ink| *ink > 50), "{font}: {ink:?}");
        assert!(ink[0] > ink[4], "{font}: {ink:?}");
    }
}

#[test]
fn text_and_images_are_shown_and_nothing_else() {
    let mut artist = artist();
    assert_eq!(artist.open("Matemātika 87,50 %\n".into()).unwrap(), Opened::Text);
    let png = flat(40, 20);
    assert_eq!(artist.open(png).unwrap(), Opened::Pages(vec![[30.0, 15.0]]));
    let picture = draw(&mut artist, window(0, 2_000, 60, 30)).unwrap();
    assert_eq!((picture.width, picture.height, &picture.rgba[..4]), (60, 30, &[200, 30, 60, 255][..]));
    assert_eq!(artist.open(vec![0; 5_000]), Err(Fault::UnknownKind));
    assert_eq!(artist.open(b"%PDF-1.7\nnothing".to_vec()), Err(Fault::Damaged));
    assert_eq!(artist.open(b"\x89PNG\r\n\x1a\nnothing".to_vec()), Err(Fault::Damaged));
}

#[test]
fn what_is_not_there_or_too_large_is_not_drawn() {
    let mut artist = artist();
    artist.open(certificate()).unwrap();
    for bad in [window(9, 1_000, 10, 10), window(0, 1_000, 2_049, 10), window(0, 0, 10, 10), window(0, 1, 0, 10)] {
        assert!(draw(&mut artist, bad).is_err(), "{bad:?}");
    }
    assert!(draw(&mut artist, window(0, 1_000, 100, 100)).is_ok(), "and it goes on");
    assert_eq!(artist.open(flat(6_000, 6_000)), Err(Fault::TooLarge));
    assert_eq!(artist.open(vec![b' '; 49 * 1024 * 1024]), Err(Fault::TooLarge));
}

#[test]
fn a_page_of_absurd_size_is_bounded() {
    let mut artist = artist();
    let content = pdf("[0 0 1000000 1000000]", "0 0 500 500 re f", 1);
    let Opened::Pages(sizes) = artist.open(content).unwrap() else { panic!("pages") };
    assert!(sizes[0][0] <= 14_400.0);
    // Whether it can be drawn is the renderer's matter; that it ends is ours.
    let _drawn_or_not = draw(&mut artist, window(0, 1_000, 2_048, 2_048));
    assert!(artist.open(certificate()).is_ok());
}

#[test]
fn two_hundred_pages_open_at_once_and_are_drawn_one_by_one() {
    let mut artist = artist();
    let Opened::Pages(sizes) = artist.open(pdf("[0 0 595 842]", "100 100 200 200 re f", 200)).unwrap() else {
        panic!()
    };
    assert_eq!(sizes.len(), 200);
    for page in [0, 199] {
        assert!(inked(&draw(&mut artist, window(page, 500, 298, 421)).unwrap()) > 5_000);
    }
}

#[test]
fn who_takes_too_long_is_ended() {
    let start = Instant::now();
    let mut artist = other("/bin/sleep", &["60"]).with_patience(Duration::from_millis(100));
    assert_eq!(artist.open(b"x".to_vec()), Err(Fault::TooSlow));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn who_dies_or_lies_is_not_asked_again() {
    assert_eq!(other("/bin/false", &[]).open(b"x".to_vec()), Err(Fault::Ended));
    // It gives back what it was given, which is no answer.
    assert_eq!(other("/bin/cat", &[]).open(vec![b'x'; 100_000]), Err(Fault::Ended));
    assert_eq!(other("/nowhere/at/all", &[]).open(b"x".to_vec()), Err(Fault::NotStarted));
}

#[test]
fn a_page_that_wants_more_memory_than_there_is_ends_the_process_and_the_next_document_is_drawn() {
    let mut artist = artist().with_patience(Duration::from_secs(20));
    // Forms within forms: each draws the one below sixteen times.
    let hostile = documents::nested_groups(12);
    artist.open(hostile).unwrap();
    let drawn = draw(&mut artist, window(0, 3_000, 2_048, 2_048));
    assert!(matches!(drawn, Err(Fault::Ended | Fault::TooSlow)), "{drawn:?}");
    artist.open(certificate()).unwrap();
    assert!(draw(&mut artist, window(0, 1_000, 595, 842)).is_ok());
}

/// A width that is no whole number of pixels of the screen: the last part may be one pixel wide.
#[test]
fn an_image_is_drawn_in_all_its_parts() {
    let mut artist = artist();
    let Opened::Pages(sizes) = artist.open(flat(1_024, 10)).unwrap() else { panic!("a picture") };
    let parts = edoc::preview::parts(0, sizes[0], 2_667);
    assert!(parts.len() > 1, "{parts:?}");
    for part in parts {
        let picture = draw(&mut artist, part).unwrap();
        assert_eq!((picture.width, picture.height), (part.width, part.height));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_has_taken_its_own_means_away() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_edoc-viewer"));
    let mut child =
        child.arg(edoc::preview::WORKER_ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut to = child.stdin.take().unwrap();
    Request::Text.write(&mut to).unwrap();
    Answer::read(child.stdout.as_mut().unwrap()).unwrap();
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    drop(to);
    child.wait().unwrap();
    let of = |name: &str| {
        let line = limits.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace().next().unwrap().to_owned()
    };
    let taken = ["Max address space", "Max file size", "Max open files"].map(of);
    assert_eq!(taken, ["268435456", "0", "3"].map(str::to_owned));
}
