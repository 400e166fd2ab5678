//! Several files as a table: its rows, their order, what is shown of them, and the keys that walk it.

use egui::{Event, Key, Modifiers, vec2};

use super::super::table::{Achieved, Cell, Chosen, Column, Filter, Order, Sort, TableStep, Worth};
use super::super::worker::{Errand, Message};
use super::keyboard::press;
use super::{Authenticity, Command, Direction, Failure, Opened, Standing, State, Window, opened, state};
use crate::exam::{Certainty, Reading};

pub(super) const FILES: [&str; 5] =
    ["anna-matematika.edoc", "janis-fizika.asice", "tampered.edoc", "unsigned.edoc", "foreign-issuer.edoc"];

pub(super) fn files(state: &State) -> Vec<String> {
    let line = |row: &super::super::table::Row| state.table.line(row.cell().unwrap()).unwrap().file.clone();
    state.table.rows().iter().filter(|row| row.cell().is_some()).map(line).collect()
}

fn sorted(state: &mut State, column: Column, order: Order) -> Vec<String> {
    state.apply(&Command::Table(TableStep::Sort(Sort::By(column, order))));
    files(state)
}

fn filtered(state: &mut State, filter: Filter) -> Vec<String> {
    state.apply(&Command::Table(TableStep::Filter(filter)));
    files(state)
}

pub(super) fn window(state: &State) -> Window {
    let mut window = Window::sized(vec2(1_400.0, 800.0));
    window.show(state);
    window
}

#[test]
fn problems_stand_first_and_the_rest_as_it_was_opened() {
    let state = state(&FILES);
    let expected =
        ["tampered.edoc", "unsigned.edoc", "foreign-issuer.edoc", "anna-matematika.edoc", "janis-fizika.asice"];
    assert_eq!(files(&state), expected);
}

#[test]
fn a_row_says_what_is_certain_and_nothing_that_is_withheld() {
    let state = state(&["anna-matematika.edoc", "tampered.edoc", "foreign-issuer.edoc"]);
    let line = |file, exam| state.table.line(Cell { file, exam }).unwrap();
    let genuine = line(0, 0);
    assert_eq!((genuine.worth, genuine.is_problem()), (Worth::Genuine, false));
    assert_eq!(genuine.person.as_deref(), Some("Anna PARAUGA"));
    assert!(matches!(genuine.result, Achieved::Confirmed(percent) if percent.hundredths() == 8_750));
    assert!(genuine.time.is_some() && genuine.issuer.is_some());
    let tampered = line(1, 0);
    assert_eq!((tampered.worth, tampered.result), (Worth::Refuted, Achieved::None));
    assert!(tampered.person.is_none() && tampered.code.is_none() && tampered.subject.is_none());
    let foreign = line(2, 0);
    assert_eq!(foreign.worth, Worth::OtherIssuer);
    assert!(matches!(foreign.result, Achieved::NotConfirmed(_)), "marked, never plain");
}

#[test]
fn what_is_not_certain_or_withheld_is_no_result() {
    let one = |change: &dyn Fn(&mut crate::report::Report)| {
        let mut file = opened("anna-matematika.edoc");
        change(file.result.as_mut().unwrap());
        let mut state = state(&[]);
        state.add(file);
        state.table.line(Cell::default()).unwrap().clone()
    };
    let probable = one(&|report| {
        let crate::exam::Reading::Exams { certificates, .. } = &mut report.exams[0].reading else { panic!() };
        certificates[0].overall.as_mut().unwrap().certainty = Certainty::Probable;
    });
    assert_eq!((probable.result, probable.is_problem()), (Achieved::SeeDocument, true));
    let mixed = one(&|report| {
        // Beside a document that a good signature covers stands one that only a broken signature covers.
        report.authenticity = Authenticity::ValidButOtherIssuer;
        report.exams[0].standing = Standing::Withheld;
        report.exams.push(report.exams[0].clone());
        report.exams[0].document = "cits.pdf".to_owned();
        report.exams[1].standing = Standing::NotConfirmed;
    });
    assert_eq!((mixed.worth, mixed.result), (Worth::Refuted, Achieved::None), "the word is its own");
    assert_eq!((mixed.issuer, mixed.time, mixed.person), (None, None, None), "and nothing of another signature");
    let withheld = one(&|report| {
        report.authenticity = Authenticity::Refuted(Failure::Revoked);
        report.exams[0].standing = Standing::Withheld;
    });
    assert_eq!((withheld.result, withheld.person), (Achieved::None, None));
    let beside = one(&|report| {
        let mut other = report.documents[0].clone();
        other.coverage = crate::report::Coverage::NotCovered;
        report.documents.push(other);
    });
    assert!(beside.is_problem(), "a document beside the signed one wants a look");
    assert!(!one(&|_| {}).is_problem());
}

#[test]
fn columns_sort_both_ways_and_empty_cells_stay_last() {
    let mut state = state(&FILES);
    let by_result = sorted(&mut state, Column::Result, Order::Rising);
    assert_eq!(by_result[..2], ["anna-matematika.edoc", "foreign-issuer.edoc"]);
    let falling = sorted(&mut state, Column::Result, Order::Falling);
    assert_eq!(falling.iter().take(3).rev().collect::<Vec<_>>(), by_result.iter().take(3).collect::<Vec<_>>());
    assert_eq!(by_result[3..], falling[3..], "what has no result stays where it is");
    let by_file = sorted(&mut state, Column::File, Order::Falling);
    assert_eq!(by_file.first().map(String::as_str), Some("unsigned.edoc"));
    for column in Column::ALL {
        let (mut rising, mut falling) =
            (sorted(&mut state, column, Order::Rising), sorted(&mut state, column, Order::Falling));
        rising.sort();
        falling.sort();
        assert_eq!((rising.len(), rising), (FILES.len(), falling), "{column:?} loses no row");
    }
}

#[test]
fn filters_and_search_show_what_was_asked_for() {
    let mut state = state(&FILES);
    let problems = filtered(&mut state, Filter { worth: Some(Chosen::Problems), ..Filter::default() });
    assert_eq!(problems, ["tampered.edoc", "unsigned.edoc", "foreign-issuer.edoc"]);
    let genuine = Filter { worth: Some(Chosen::Word(Worth::Genuine)), ..Filter::default() };
    assert_eq!(filtered(&mut state, genuine.clone()), ["anna-matematika.edoc", "janis-fizika.asice"]);
    let exam = Filter { exam: Some("fizika".to_owned()), ..genuine };
    assert_eq!(filtered(&mut state, exam), ["janis-fizika.asice"]);
    let search = |text: &str| Filter { search: text.to_owned(), ..Filter::default() };
    assert_eq!(filtered(&mut state, search("JANIS fizika")), ["janis-fizika.asice"]);
    assert_eq!(filtered(&mut state, search("320000-00001")), ["anna-matematika.edoc"], "by the whole code");
    assert!(filtered(&mut state, search("nav tāda")).is_empty());
    assert!(window(&state).has("Šādu datņu nav."));
    assert_eq!(filtered(&mut state, Filter::default()).len(), FILES.len());
}

#[test]
fn rows_do_not_move_while_files_are_being_judged() {
    let mut state = state(&[]);
    state.hear(Message::Expected(3, Errand::Open));
    for file in ["anna-matematika.edoc", "janis-fizika.asice"] {
        state.hear(Message::Done(Box::new(opened(file))));
        state.arrange();
    }
    assert_eq!(files(&state), ["anna-matematika.edoc", "janis-fizika.asice"]);
    state.hear(Message::Done(Box::new(opened("tampered.edoc"))));
    state.arrange();
    assert_eq!(files(&state)[0], "tampered.edoc", "in order once all is judged");
    state.settle();
    assert_eq!(state.shown().unwrap().name(), "tampered.edoc", "what most wants a look is marked");
    state.apply(&Command::Step(Direction::Next));
    state.settle();
    assert_eq!(state.shown().unwrap().name(), "anna-matematika.edoc", "a person's mark stays");
}

#[test]
fn those_who_have_had_enough_are_not_kept_waiting() {
    let mut state = state(&[]);
    state.hear(Message::Expected(300, Errand::Open));
    let mut window = window(&state);
    assert_eq!(window.click(&state, "Pārtraukt"), [Command::Stop]);
    assert!(press(&mut window, &state, Key::E, Modifiers::COMMAND).is_empty(), "a part would look like the whole");
    state.hear(Message::Stopped(300));
    assert!(!state.is_working());
    window.show(&state);
    assert!(!window.has("Pārtraukt"));
    state.add(opened("anna-matematika.edoc"));
    state.add(opened("tampered.edoc"));
    window.show(&state);
    assert!(window.has("nepārbaudīto datņu skaits ir 300"), "what was let go is said");
    state.hear(Message::Expected(2, Errand::Again));
    assert_eq!(state.let_go, 300, "they are not judged by that");
    state.hear(Message::Stopped(2));
    state.hear(Message::Expected(3, Errand::Open));
    state.hear(Message::Expected(1, Errand::Open));
    state.hear(Message::Stopped(3));
    assert_eq!(state.let_go, 3, "another opening has begun");
    state.apply(&Command::CloseAll);
    assert_eq!((state.let_go, state.is_working()), (0, false));
    state.hear(Message::Expected(300, Errand::Again));
    window.show(&state);
    assert!(!window.has("Pārtraukt"), "judging again by newer lists is not left half done");
}

#[test]
fn one_file_is_shown_by_itself_and_several_as_a_table() {
    let mut state = state(&["anna-matematika.edoc", "tampered.edoc"]);
    assert!(window(&state).has("Matemātika, ") && !window(&state).has("Kāpēc?"));
    state.hear(Message::Expected(1, Errand::Open));
    state.hear(Message::Done(Box::new(opened("janis-fizika.asice"))));
    state.arrange();
    assert!(window(&state).has("Kāpēc?") && state.shown().unwrap().name() == "janis-fizika.asice");
    state.hear(Message::Expected(3, Errand::Again));
    assert!(state.table.entered, "judging again leads nowhere else");
    state.hear(Message::Expected(2, Errand::Open));
    assert!(!state.table.entered);
}

#[test]
fn the_keyboard_walks_the_rows_enters_one_and_comes_back() {
    let mut state = state(&FILES);
    let mut window = window(&state);
    let step = |window: &mut Window, state: &mut State, key: Key| {
        press(window, state, key, Modifiers::NONE).iter().for_each(|command| state.apply(command));
        window.show(state);
    };
    assert_eq!(state.shown().unwrap().name(), "anna-matematika.edoc");
    step(&mut window, &mut state, Key::Home);
    assert_eq!(state.shown().unwrap().name(), "tampered.edoc");
    step(&mut window, &mut state, Key::ArrowDown);
    assert_eq!(state.shown().unwrap().name(), "unsigned.edoc");
    step(&mut window, &mut state, Key::Enter);
    assert!(state.table.entered && window.has("E-dokumentā ir datnes, bet nav neviena paraksta"));
    step(&mut window, &mut state, Key::Escape);
    assert!(!state.table.entered);
    step(&mut window, &mut state, Key::End);
    assert_eq!(state.shown().unwrap().name(), "janis-fizika.asice");
}

#[test]
fn clicking_a_heading_sorts_and_says_so() {
    let mut state = state(&FILES);
    let mut window = window(&state);
    for (name, sort) in [
        ("Rezultāts", Sort::By(Column::Result, Order::Rising)),
        ("Rezultāts, kārtošana augošā secībā", Sort::By(Column::Result, Order::Falling)),
        ("Rezultāts, kārtošana dilstošā secībā", Sort::ProblemsFirst),
    ] {
        let commands = window.click(&state, name);
        assert_eq!(commands, [Command::Table(TableStep::Sort(sort))]);
        state.apply(&commands[0]);
    }
}

#[test]
fn a_click_marks_a_row_and_a_second_one_enters_it() {
    let state = state(&FILES);
    let mut window = window(&state);
    let row = window.name_with("NEDERĪGS, ");
    assert!(row.contains("tampered.edoc") && !row.contains('%'), "{row}");
    let tampered = Cell { file: 2, exam: 0 };
    assert_eq!(window.click(&state, &row), [Command::Table(TableStep::Mark(tampered))]);
    let commands = window.click(&state, "Atvērt");
    assert_eq!(commands, [Command::Table(TableStep::Enter)]);
}

#[test]
fn codes_are_masked_in_the_table_until_asked_for() {
    let mut state = state(&FILES);
    assert!(window(&state).has("••••••-•••01") && !window(&state).has("320000-00001"));
    state.apply(&Command::ToggleCodes);
    assert!(window(&state).has("320000-00001"));
}

#[test]
fn words_are_counted_and_choose_rows() {
    let mut state = state(&FILES);
    let mut window = window(&state);
    for text in ["Visas: 5", "Jāpārbauda: 3", "NEDERĪGS: 1", "DERĪGS: 2", "CITS PARAKSTĪTĀJS: 1"] {
        assert!(window.has(text), "{text}");
    }
    let commands = window.click(&state, "Jāpārbauda: 3");
    state.apply(&commands[0]);
    assert_eq!(state.table.rows().len(), 3);
}

#[test]
fn a_marked_row_is_copied_as_cells() {
    let state = state(&FILES);
    let mut window = window(&state);
    let [Command::Copy(text)] = &window.click(&state, "Kopēt rindu")[..] else { panic!() };
    assert_eq!(text.split('\t').count(), Column::ALL.len());
    assert!(text.contains("Anna PARAUGA\t••••••-•••01\tMatemātika\t") && text.contains("\t87,50\u{a0}%\t"));
}

#[test]
fn a_copied_row_masks_names_of_files_as_the_export_does() {
    let mut state = state(&FILES);
    let mut named = opened("anna-matematika.edoc");
    named.path = "a/320000-00001.edoc".into();
    state.add(named);
    let file = state.files.len() - 1;
    state.apply(&Command::Table(TableStep::Mark(Cell { file, exam: 0 })));
    let copied = |state: &State| {
        let commands = window(state).click(state, "Kopēt rindu");
        let [Command::Copy(text)] = &commands[..] else { panic!("{commands:?}") };
        text.clone()
    };
    let masked = copied(&state);
    assert!(masked.contains("••••••-•••01.edoc") && !masked.contains("320000"), "{masked}");
    state.apply(&Command::ToggleCodes);
    assert!(copied(&state).contains("320000-00001.edoc"), "the twin");
}

#[test]
fn a_withheld_row_is_not_told_by_the_better_word_of_its_file() {
    let mut state = state(&["anna-matematika.edoc", "janis-fizika.asice"]);
    // The word and the name of the file stand on one line below the table, and nowhere else.
    let told = |state: &State| {
        let window = window(state);
        window.named.iter().find(|(name, _)| name.contains("  anna-matematika.edoc\n")).map(|(name, _)| name.clone())
    };
    let before = told(&state).unwrap();
    assert!(before.starts_with("DERĪGS"), "{before}");
    let mut file = opened("anna-matematika.edoc");
    file.result.as_mut().unwrap().exams[0].standing = Standing::Withheld;
    state.add(file);
    let after = told(&state).unwrap();
    assert!(after.starts_with("NEDERĪGS") && !after.contains("\nDERĪGS"), "{after}");
}

#[test]
fn of_a_file_about_several_persons_only_one_is_looked_at() {
    let mut state = state(&["janis-fizika.asice", "anna-anglu-valoda.edoc"]);
    let mut both = opened("anna-matematika.edoc");
    let other = opened("liga-matematika.edoc");
    let certificate = |opened: &Opened| match &opened.result.as_ref().unwrap().exams[0].reading {
        Reading::Exams { certificates, .. } => certificates[0].clone(),
        Reading::None { .. } => panic!("nothing is read"),
    };
    let more = certificate(&other);
    let Reading::Exams { certificates, .. } = &mut both.result.as_mut().unwrap().exams[0].reading else { panic!() };
    certificates.push(more);
    state.add(both);
    state.apply(&Command::Table(TableStep::Mark(Cell { file: 2, exam: 0 })));
    let commands = window(&state).click(&state, "Tikai šī persona");
    state.apply(&commands[0]);
    let persons = |state: &State| {
        let lines = state.table.rows().iter().filter_map(|row| state.table.line(row.cell()?));
        lines.map(|line| line.person.clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(persons(&state), ["Anna PARAUGA"; 2]);
    assert!(state.table.filter.files.is_none(), "that is what findings set");
    // The file is another one now.
    let Opened { result, .. } = other;
    state.add(Opened { path: state.files[2].path.clone(), result });
    assert_eq!(persons(&state), ["Anna PARAUGA"]);
}

#[test]
fn a_person_can_be_looked_at_alone() {
    let mut state = state(&["anna-matematika.edoc", "janis-fizika.asice", "anna-anglu-valoda.edoc"]);
    let mut window = window(&state);
    let commands = window.click(&state, "Tikai šī persona");
    state.apply(&commands[0]);
    assert_eq!(files(&state), ["anna-matematika.edoc", "anna-anglu-valoda.edoc"]);
    let commands = window.click(&state, "Visas personas");
    state.apply(&commands[0]);
    assert_eq!(files(&state).len(), 3);
    state.add(opened("tampered.edoc"));
    state.apply(&Command::Table(TableStep::Mark(Cell { file: 3, exam: 0 })));
    window.show(&state);
    assert!(!window.has("Tikai šī persona"), "what is withheld is nobody's");
}

#[test]
fn ten_thousand_rows_are_laid_out_as_few() {
    let mut state = state(&[]);
    let file = opened("anna-matematika.edoc");
    state.hear(Message::Expected(10_000, Errand::Open));
    for number in 0..10_000 {
        let copy = super::Opened { path: format!("{number}.edoc").into(), result: file.result.clone() };
        state.hear(Message::Done(Box::new(copy)));
    }
    state.arrange();
    assert_eq!(state.table.rows().len(), 10_000);
    let window = window(&state);
    let drawn = window.named.iter().filter(|(name, _)| name.starts_with("DERĪGS, ")).count();
    assert!((5..40).contains(&drawn), "{drawn} rows are drawn");
    state.apply(&Command::Step(Direction::Next));
    assert_eq!(state.selected, 1);
}

#[test]
fn search_takes_letters_that_are_commands_elsewhere() {
    let state = state(&FILES);
    let mut window = window(&state);
    press(&mut window, &state, Key::F, Modifiers::COMMAND);
    window.show(&state);
    window.commands.clear();
    window.frame(&state, vec![Event::Text("fizika".to_owned())]);
    let [Command::Table(TableStep::Filter(filter))] = &window.commands[..] else { panic!("{:?}", window.commands) };
    assert_eq!(filter.search, "fizika");
}

#[test]
fn beside_a_list_and_a_document_a_small_button_takes_the_next_line() {
    let mut state = state(&FILES);
    state.apply(&Command::Select(0));
    state.apply(&Command::Table(TableStep::Enter));
    state.follow(true);
    assert!(state.preview.is_some());
    for width in (1_100_u16..1_400).step_by(15) {
        let mut window = Window::sized(vec2(f32::from(width), 860.0));
        window.show(&state);
        let (_, area) = window.named.iter().find(|(name, _)| name == "Rādīt personas kodu").unwrap();
        assert!(area.height() < 40.0 && area.width() > 80.0, "{width}: {area:?}");
    }
}

#[test]
fn a_button_leads_back_to_the_table() {
    let mut state = state(&FILES);
    state.apply(&Command::Table(TableStep::Enter));
    let mut window = window(&state);
    assert_eq!(window.click(&state, "Atpakaļ"), [Command::Back]);
    state.apply(&Command::Back);
    window.show(&state);
    assert!(!state.table.entered && !window.has("Atpakaļ"));
}

#[test]
fn nothing_that_is_copied_is_a_formula() {
    let mut state = state(&[]);
    for name in ["=HYPERLINK(1).edoc", "b.edoc"] {
        let mut file = opened("anna-matematika.edoc");
        file.path = name.into();
        state.add(file);
    }
    let [Command::Copy(text)] = &window(&state).click(&state, "Kopēt rindu")[..] else { panic!() };
    assert!(text.contains("\t'=HYPERLINK(1).edoc\t"), "{text}");
}

#[test]
fn what_was_asked_to_be_shown_of_other_octets_is_not_shown_of_these() {
    let mut state = state(&["anna-matematika.edoc"]);
    let path = state.files[0].path.clone();
    state.apply(&Command::ShowWithheld(path.clone()));
    state.add(opened("anna-matematika.edoc"));
    assert!(state.is_unlocked(&path), "the same octets");
    let mut other = opened("tampered.edoc");
    other.path.clone_from(&path);
    state.add(other);
    assert!(!state.is_unlocked(&path));
}
