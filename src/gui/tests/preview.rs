//! The document beside its verdict: what comes by itself, what must be asked for, what leads where.

use egui::{Event, Key, Modifiers, pos2, vec2};

use super::super::preview::{Content, Key as Document, News, Preview, PreviewStep, Spot, Tile};
use super::keyboard::press;
use super::{Authenticity, Command, Direction, Failure, Standing, State, Window, state};
use crate::exam::{Certainty, Place, Reading, TextCell};
use crate::preview::{Fault, Opened, Zoom};

const A4: [f32; 2] = [595.0, 842.0];

fn key(state: &State, number: usize) -> Document {
    let report = state.files[0].result.as_ref().unwrap();
    Document { path: state.files[0].path.clone(), document: report.documents[number].name.clone() }
}

fn show(state: &State, number: usize) -> Command {
    Command::Preview(PreviewStep::Show(Spot { key: key(state, number), place: None }))
}

fn preview(state: &mut State) -> &mut Preview {
    state.preview.as_mut().unwrap()
}

/// A window with the document of a sample in it, so many pages long.
fn opened(file: &str, pages: usize) -> (Window, State) {
    let mut state = state(&[file]);
    let shown = show(&state, 0);
    state.apply(&shown);
    preview(&mut state).take(News::Opened(Ok(Opened::Pages(vec![A4; pages]))));
    let mut window = Window::sized(vec2(1_240.0, 860.0));
    window.show(&state);
    (window, state)
}

/// What the window wants drawn.
fn wanted(window: &Window) -> Vec<crate::preview::Window> {
    let last = window.commands.iter().rev().find_map(|command| match command {
        Command::Preview(PreviewStep::Want(wanted)) => Some(wanted.clone()),
        _ => None,
    });
    last.unwrap_or_default()
}

#[test]
fn a_covered_document_comes_beside_its_verdict_where_there_is_room() {
    let mut genuine = state(&["anna-matematika.edoc"]);
    genuine.follow(false);
    assert!(genuine.preview.is_none(), "not in a narrow window");
    genuine.follow(true);
    assert_eq!(genuine.preview.as_ref().unwrap().key, key(&genuine, 0));
    genuine.apply(&Command::Preview(PreviewStep::Close));
    genuine.follow(true);
    assert!(genuine.preview.is_none(), "what a person closed stays closed");
}

#[test]
fn what_is_refuted_or_not_covered_must_be_asked_for() {
    for file in ["tampered.edoc", "unsigned.edoc"] {
        let mut state = state(&[file]);
        state.follow(true);
        assert!(state.preview.is_none(), "{file}");
    }
    let mut withheld = state(&["anna-matematika.edoc"]);
    std::sync::Arc::make_mut(&mut withheld.files[0]).result.as_mut().unwrap().exams[0].standing = Standing::Withheld;
    withheld.follow(true);
    assert!(withheld.preview.is_none());
    let mut beside = state(&["uncovered-file.edoc"]);
    beside.follow(true);
    let shown = preview(&mut beside).key.clone();
    let (_, document) = beside.judged(&shown).unwrap();
    assert_eq!(document.coverage, crate::report::Coverage::Covered);
}

#[test]
fn each_document_can_be_viewed_and_says_what_it_is_worth() {
    let mut window = Window::new();
    let mut state = state(&["uncovered-file.edoc"]);
    window.show(&state);
    let report = state.files[0].result.as_ref().unwrap();
    let at = report.documents.iter().position(|one| one.coverage == crate::report::Coverage::NotCovered).unwrap();
    let name = format!("Skatīt dokumentu {}", report.documents[at].name);
    assert_eq!(window.click(&state, &name), [show(&state, at)]);
    let shown = show(&state, at);
    state.apply(&shown);
    window.show(&state);
    assert!(window.has("Neviens paraksts neaptver šo dokumentu."));
    assert!(!window.has("DERĪGS · "), "it borrows no word");
    let other = show(&state, 1 - at);
    state.apply(&other);
    window.show(&state);
    assert!(window.has("DERĪGS · ") && !window.has("Neviens paraksts neaptver šo dokumentu."));
}

#[test]
fn a_refuted_file_warns_above_its_document() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    assert!(!window.has("Uzmanību!"));
    std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().authenticity =
        Authenticity::Refuted(Failure::Revoked);
    window.show(&state);
    assert!(window.has("Uzmanību! Šai datnei") && window.has("NEDERĪGS · "));
}

#[test]
fn only_pages_in_sight_and_the_next_are_wanted() {
    let (window, state) = opened("anna-matematika.edoc", 200);
    let pages: Vec<_> = wanted(&window).iter().map(|part| part.page).collect();
    assert!(pages.starts_with(&[0, 1]) && pages.len() <= 3, "{pages:?}");
    assert!(window.has("1. lappuse no 200") && !window.has("9. lappuse no 200"));
    drop(state);
}

#[test]
fn what_was_drawn_stays_until_the_sharp_page_comes() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    let parts = wanted(&window);
    state.apply(&Command::Preview(PreviewStep::Want(parts.clone())));
    for part in parts {
        let image = egui::ColorImage::example();
        let texture = window.context.load_texture("part", image, egui::TextureOptions::LINEAR);
        preview(&mut state).take(News::Drawn(Tile { window: part, texture }));
    }
    assert!(preview(&mut state).is_settled());
    state.apply(&Command::Preview(PreviewStep::Zoom(Zoom::Percent(400))));
    window.commands.clear();
    window.show(&state);
    let larger = wanted(&window);
    assert!(!larger.is_empty() && larger.iter().all(|part| part.scale > 5_000), "{larger:?}");
    state.apply(&Command::Preview(PreviewStep::Want(larger)));
    assert!(!preview(&mut state).is_settled() && preview(&mut state).tiles.len() == 1);
}

#[test]
fn keys_zoom_search_and_close() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    let zooms = |commands: Vec<Command>| {
        let zoom = |command| match command {
            Command::Preview(PreviewStep::Zoom(zoom)) => Some(zoom),
            _ => None,
        };
        commands.into_iter().find_map(zoom)
    };
    assert_eq!(zooms(press(&mut window, &state, Key::Plus, Modifiers::NONE)), Some(Zoom::Percent(80)));
    assert_eq!(zooms(press(&mut window, &state, Key::Minus, Modifiers::NONE)), Some(Zoom::Percent(67)));
    assert_eq!(zooms(press(&mut window, &state, Key::Num0, Modifiers::NONE)), Some(Zoom::Width));
    press(&mut window, &state, Key::F, Modifiers::COMMAND);
    window.show(&state);
    assert_eq!(window.focused, "Meklēt dokumentā");
    window.commands.clear();
    window.frame(&state, vec![Event::Text("0".to_owned())]);
    let searched = Command::Preview(PreviewStep::Search("0".to_owned()));
    assert!(window.commands.contains(&searched), "what is written is searched for, and does not zoom");
    state.apply(&searched);
    window.commands.clear();
    window.frame(&state, vec![Event::Paste("/1".to_owned())]);
    let pasted = Command::Preview(PreviewStep::Search("0/1".to_owned()));
    assert!(window.commands.contains(&pasted));
    let opened_it = window.commands.iter().any(|command| matches!(command, Command::Open(_) | Command::Tell(_)));
    assert!(!opened_it, "what is pasted into a field belongs to the field");
    let (mut window, state) = opened("anna-matematika.edoc", 1);
    let closed = press(&mut window, &state, Key::Escape, Modifiers::NONE);
    assert_eq!(closed.first(), Some(&Command::Preview(PreviewStep::Close)));
}

/// Where the overall result of the sample was read.
fn overall(state: &State) -> Place {
    let Reading::Exams { certificates, .. } = &state.files[0].result.as_ref().unwrap().exams[0].reading else {
        panic!()
    };
    certificates[0].overall.as_ref().unwrap().place.clone()
}

#[test]
fn pointing_at_a_value_outlines_its_place_and_a_click_goes_there() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    let spot = Spot { key: key(&state, 0), place: Some(overall(&state)) };
    assert!(spot.place.as_ref().unwrap().area.is_some());
    let name = window.name_with("87,50");
    let commands = window.click(&state, &name);
    assert!(commands.contains(&Command::Preview(PreviewStep::Point(Some(spot.clone())))), "{commands:?}");
    assert!(commands.contains(&Command::Preview(PreviewStep::Show(spot.clone()))), "{commands:?}");
    commands.iter().for_each(|command| state.apply(command));
    assert_eq!(preview(&mut state).pointed, spot.place);
    assert_eq!(preview(&mut state).aim(), spot.place);
    window.commands.clear();
    window.frame(&state, vec![Event::PointerMoved(pos2(5.0, 5.0))]);
    window.frame(&state, Vec::new());
    assert!(window.commands.contains(&Command::Preview(PreviewStep::Point(None))), "{:?}", window.commands);
}

#[test]
fn an_uncertain_value_is_no_result_and_says_where_to_read_it() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc"]);
    let place = overall(&state);
    let Reading::Exams { certificates, .. } =
        &mut std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().exams[0].reading
    else {
        panic!()
    };
    certificates[0].overall.as_mut().unwrap().certainty = Certainty::Probable;
    window.show(&state);
    assert!(!window.has("87,50"), "what is not certain is not shown as a result");
    let spot = Spot { key: key(&state, 0), place: Some(place) };
    let commands = window.click(&state, "Skatiet dokumentā (1. lpp.)");
    assert_eq!(commands, [Command::Preview(PreviewStep::Show(spot))]);
}

#[test]
fn a_result_is_copied_with_its_source_and_without_hidden_codes() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc"]);
    let copied = |window: &mut Window, state: &State| match &window.click(state, "Kopēt rezultātu ar avotu")[..] {
        [Command::Copy(text)] => text.clone(),
        other => panic!("{other:?}"),
    };
    let text = copied(&mut window, &state);
    assert!(text.contains("kopvērtējums: 87,50\u{a0}% (Sertifikāts PARAUGS-24-000001.pdf, 1. lpp.: „"), "{text}");
    assert!(text.starts_with("Vārds, uzvārds: Anna PARAUGA") && !text.contains("320000"), "{text}");
    std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().exams[0].standing = Standing::NotConfirmed;
    window.show(&state);
    let text = copied(&mut window, &state);
    assert!(text.lines().next().unwrap().contains("nav apstiprināts"), "{text}");
}

#[test]
fn a_narrow_window_shows_the_document_alone_and_only_when_asked() {
    let mut window = Window::sized(vec2(620.0, 860.0));
    let mut state = state(&["anna-matematika.edoc"]);
    state.follow(true);
    preview(&mut state).take(News::Opened(Ok(Opened::Pages(vec![A4]))));
    window.show(&state);
    assert!(window.has("DERĪGS\n") && !window.has("1. lappuse no 1"), "the verdict is never covered unasked");
    let shown = show(&state, 0);
    state.apply(&shown);
    window.show(&state);
    assert!(window.has("1. lappuse no 1") && window.has("Aizvērt dokumentu") && window.has("DERĪGS · "));
    for (name, area) in &window.named {
        assert!(area.right() <= 620.5, "{name} ends at {}", area.right());
    }
}

#[test]
fn a_document_without_pages_is_shown_as_text_and_searched() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    let cell = |line, text: &str| TextCell { page: 1, line, area: None, text: text.to_owned() };
    preview(&mut state).content = Content::Text;
    assert!(preview(&mut state).needs_text());
    preview(&mut state).take(News::Text(Ok(vec![cell(0, "Kopvērtējums"), cell(0, "87,50 %"), cell(1, "Fizika")])));
    window.show(&state);
    assert!(window.has("Kopvērtējums    87,50 %") && window.has("Fizika"));
    state.apply(&Command::Preview(PreviewStep::Search("fizika".to_owned())));
    window.show(&state);
    assert!(window.has("1 no 1"));
    let next = window.click(&state, "Nākamā atrastā vieta");
    assert_eq!(next, [Command::Preview(PreviewStep::Walk(Direction::Next))]);
    state.apply(&Command::Preview(PreviewStep::Search("nav tāda".to_owned())));
    window.show(&state);
    assert!(window.has("nav atrasts"));
}

#[test]
fn what_cannot_be_shown_says_why_and_leaves_the_verdict() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 2);
    preview(&mut state).take(News::NotDrawn(0, Fault::TooSlow));
    window.show(&state);
    assert!(window.has("aizņēma pārāk daudz laika") && window.has("DERĪGS\n"));
    preview(&mut state).take(News::Opened(Err(Fault::NotTheFile)));
    window.show(&state);
    assert!(window.has("Datne kopš pārbaudes ir mainīta") && window.has("DERĪGS\n"));
}

#[test]
fn a_file_that_is_judged_again_keeps_no_picture_of_other_octets() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    state.follow(true);
    let number = preview(&mut state).number;
    state.follow(true);
    assert_eq!(preview(&mut state).number, number, "nothing has changed");
    std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().documents[0].sha256 =
        crate::crypto::Sha256::of(b"PARAUGS");
    state.follow(true);
    assert!(preview(&mut state).number > number && preview(&mut state).content == Content::Loading);
    // What came by itself goes where it would not come any more.
    assert!(!preview(&mut state).asked);
    std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().authenticity =
        Authenticity::Refuted(Failure::HashFailure);
    state.follow(true);
    assert!(state.preview.is_none());
    window.show(&state);
}

#[test]
fn a_withheld_document_borrows_no_word_and_is_warned_about() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    assert!(window.has("DERĪGS · ") && !window.has("Uzmanību!"));
    std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().exams[0].standing = Standing::Withheld;
    window.show(&state);
    assert!(!window.has("DERĪGS · ") && window.has("Uzmanību!"));
}

#[test]
fn pages_without_text_are_not_called_searched() {
    let (mut window, mut state) = opened("anna-matematika.edoc", 1);
    state.apply(&Command::Preview(PreviewStep::Search("fizika".to_owned())));
    preview(&mut state).take(News::Text(Err(Fault::TooSlow)));
    assert!(!preview(&mut state).needs_text());
    window.show(&state);
    assert!(window.has("aizņēma pārāk daudz laika") && !window.has("nav atrasts"));
}

#[test]
fn the_room_of_the_pages_is_known_while_they_are_read() {
    for zoom in [Zoom::Width, Zoom::Percent(80)] {
        let mut state = state(&["anna-matematika.edoc"]);
        state.zoom = zoom;
        let shown = show(&state, 0);
        state.apply(&shown);
        let mut window = Window::sized(vec2(1_240.0, 860.0));
        window.show(&state);
        let room = window.commands.iter().find_map(|command| match command {
            Command::Preview(PreviewStep::Expect(room)) => Some(*room),
            _ => None,
        });
        state.apply(&Command::Preview(PreviewStep::Expect(room.unwrap())));
        window.commands.clear();
        window.show(&state);
        assert!(window.commands.is_empty(), "it is said once");
        preview(&mut state).take(News::Opened(Ok(Opened::Pages(vec![A4; 2]))));
        window.show(&state);
        assert_eq!(room.unwrap().first(&[A4; 2]), wanted(&window).first().copied());
    }
}
