//! Several files seen together: persons, findings, figures, what is exported, and that rows say what exports say.

use std::path::Path;
use std::sync::Arc;

use egui::{Key, Modifiers};

use super::super::exporting::ToWrite;
use super::super::table::{Achieved, By, Cell, Filter, TableStep};
use super::super::worker::{Errand, Message};
use super::keyboard::press;
use super::table::{FILES, files, window};
use super::{Command, Direction, Opened, State, opened, state};
use crate::dossier::Dossier;
use crate::exam::Reading;
use crate::export::Codes;
use crate::export::table::rows;

#[test]
fn rows_stand_together_by_person_under_a_head() {
    let mut state = state(&["anna-matematika.edoc", "janis-fizika.asice", "tampered.edoc", "anna-anglu-valoda.edoc"]);
    let window = &mut window(&state);
    let commands = window.click(&state, "Pa personām");
    assert_eq!(commands, [Command::Table(TableStep::Group(By::Person))]);
    state.apply(&commands[0]);
    let heads: Vec<bool> = state.table.rows().iter().map(|row| row.cell().is_none()).collect();
    assert_eq!(heads, [true, false, true, false, true, false, false], "nobody's first: it wants a look");
    assert_eq!(
        files(&state),
        ["tampered.edoc", "janis-fizika.asice", "anna-matematika.edoc", "anna-anglu-valoda.edoc"]
    );
    window.show(&state);
    assert!(window.has("Anna PARAUGA: 2 eksāmena sertifikāti, 2 derīgi") && window.has("Persona nav noteikta"));
    state.apply(&Command::Step(Direction::Previous));
    assert_eq!(state.shown().unwrap().name(), "janis-fizika.asice", "heads are stepped over");
    state.apply(&Command::Step(Direction::Next));
    assert_eq!(state.shown().unwrap().name(), "anna-matematika.edoc");
    let search = Filter { search: "fizika".to_owned(), ..Filter::default() };
    state.apply(&Command::Table(TableStep::Filter(search)));
    assert_eq!(state.table.rows().len(), 2, "a head without rows goes");
}

#[test]
fn findings_lead_to_their_files() {
    let mut state = state(&["anna-matematika.edoc", "janis-fizika.asice"]);
    let mut window = window(&state);
    assert!(!window.has("Jāsalīdzina"), "nothing to compare");
    let mut copy = opened("anna-matematika.edoc");
    copy.path = "kopija.edoc".into();
    state.add(copy);
    let commands = window.click(&state, "Jāsalīdzina: 1");
    state.apply(&commands[0]);
    let sentence = "Viena un tā pati datne ar vairākiem nosaukumiem: anna-matematika.edoc, kopija.edoc.";
    let commands = window.click(&state, sentence);
    state.apply(&commands[0]);
    assert_eq!(files(&state), ["anna-matematika.edoc", "kopija.edoc"]);
    assert!(state.table.line(Cell::default()).unwrap().is_problem());
    let commands = window.click(&state, "Rādīt visu");
    state.apply(&commands[0]);
    assert_eq!(files(&state).len(), 3);
}

#[test]
fn results_of_an_exam_are_drawn_and_told() {
    let mut state = state(&["anna-matematika.edoc", "liga-matematika.edoc", "foreign-issuer.edoc"]);
    let mut window = window(&state);
    let commands = window.click(&state, "Rezultāti: 2");
    state.apply(&commands[0]);
    window.show(&state);
    assert!(window.has("80–90 %: 1") && window.has("50–60 %: 1"));
    let counted = |subject: &str| window.named.iter().any(|(name, _)| name.starts_with(subject));
    assert!(counted("Matemātika, ") && !counted("Ģeogrāfija, "), "what is not confirmed is not counted");
}

#[test]
fn rows_are_those_of_the_dossier() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let names = ["layouts/extract.asice", "layouts/scan.asice", "tampered.edoc", "unsigned.edoc", "missing.edoc"];
    assert!(names[..4].iter().all(|name| samples.join(name).exists()));
    let state = state(&names);
    let cells: Vec<Cell> =
        state.table.dossier.entries.iter().map(|entry| Cell { file: entry.file, exam: entry.row }).collect();
    assert!(cells.iter().all(|cell| state.table.line(*cell).is_some()));
    assert_eq!(cells.len(), state.table.lines().count());
}

#[test]
fn the_table_is_exported_with_codes_as_they_are_shown() {
    let mut state = state(&FILES);
    assert_eq!(press(&mut window(&state), &state, Key::E, Modifiers::COMMAND), [Command::Export]);
    assert_eq!(window(&state).click(&state, "Eksportēt…"), [Command::Export]);
    let written = |state: &State| {
        let octets = ToWrite::of(state).written(Path::new("a.csv")).unwrap();
        String::from_utf8(octets).unwrap()
    };
    let masked = written(&state);
    assert_eq!(masked.lines().count(), FILES.len() + 1, "a head and each file");
    assert!(masked.starts_with('\u{feff}') && masked.contains("Anna PARAUGA") && masked.contains("87,50"));
    assert!(!masked.contains("320000-00001") && !masked.contains("91,50"), "no code, and nothing withheld");
    let book = ToWrite::of(&state).written(Path::new("a.xlsx")).unwrap();
    assert!(book.starts_with(b"PK\x03\x04") && book.len() > 4_000);
    state.apply(&Command::ToggleCodes);
    assert!(written(&state).contains("320000-00001"));
    state.apply(&Command::Table(TableStep::Filter(Filter { search: "fizika".to_owned(), ..Filter::default() })));
    let shown = written(&state);
    assert_eq!(shown.lines().count(), 2, "only rows that are shown");
    assert!(shown.contains("janis-fizika.asice") && !shown.contains("Anna PARAUGA"));
}

/// Files like these, each under a name of its own.
fn copies(file: &str, count: usize) -> Vec<Opened> {
    let one = opened(file);
    (0..count).map(|number| Opened { path: format!("{number:03}.edoc").into(), result: one.result.clone() }).collect()
}

#[test]
fn a_row_says_what_the_export_says_of_every_sample() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let found = crate::dossier::expand(std::slice::from_ref(&samples));
    let names: Vec<String> = found
        .iter()
        .filter_map(|one| one.as_ref().ok()?.strip_prefix(&samples).ok()?.to_str().map(str::to_owned))
        .collect();
    assert!(names.len() > 20, "{} samples", names.len());
    let state = state(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let (mut certificates, mut signed) = (0, 0);
    for (number, file) in state.files.iter().enumerate() {
        let exported = rows(&file.path, file.result.as_ref(), &state.words, Codes::Shown);
        for (exam, row) in exported.iter().enumerate() {
            let name = format!("{}, row {exam}", file.name());
            let line = state.table.line(Cell { file: number, exam }).unwrap_or_else(|| panic!("{name} is not shown"));
            assert_eq!((line.issuer.as_deref(), line.time), (row.signer.as_deref(), row.proven), "{name}");
            signed += usize::from(line.issuer.is_some());
            let Some(facts) = &row.certificate else { continue };
            certificates += 1;
            let said = [&facts.person, &facts.subject, &facts.level, &facts.year].map(|text| text.as_deref());
            let shown = [&line.person, &line.subject, &line.level, &line.year].map(|text| text.as_deref());
            assert_eq!(shown, said, "{name}");
            assert_eq!(line.code.as_ref().map(|code| code.reveal()), facts.identifier.as_deref(), "{name}");
            let percent = match line.result {
                Achieved::Confirmed(percent) | Achieved::NotConfirmed(percent) => Some(percent),
                Achieved::SeeDocument | Achieved::None => None,
            };
            assert_eq!(percent, facts.overall, "{name}");
        }
        assert!(state.table.line(Cell { file: number, exam: exported.len() }).is_none(), "{} has more", file.name());
    }
    assert!(certificates > 10 && signed > 10, "{certificates} certificates, {signed} signed");
}

#[test]
fn many_files_are_seen_together_elsewhere_while_their_rows_stay() {
    let mut state = state(&[]);
    let many = copies("anna-matematika.edoc", 150);
    state.hear(Message::Expected(many.len(), Errand::Open));
    for file in many {
        let _nothing = state.hear(Message::Done(Box::new(file)));
    }
    state.settle();
    assert_eq!((state.table.rows().len(), state.is_settled(), state.is_working()), (150, false, false));
    assert!(!window(&state).has("Eksportēt…"), "a part would look like the whole");
    let to_see = state.unseen().expect("there is something to see");
    assert!(state.unseen().is_none(), "it is asked for once");
    let dossier = Dossier::of(to_see.files);
    assert_eq!(dossier.findings.len(), 1, "they are one file");
    state.take_seen(to_see.version, dossier);
    assert!(state.is_settled() && state.table.overview().problems == 150);
    assert!(window(&state).has("Eksportēt…"));
}

#[test]
fn what_was_seen_of_other_files_is_not_taken() {
    let mut state = state(&[]);
    copies("anna-matematika.edoc", 150).into_iter().for_each(|file| state.add(file));
    let to_see = state.unseen().unwrap();
    state.add(opened("tampered.edoc"));
    state.take_seen(to_see.version, Dossier::of(to_see.files));
    assert!(!state.is_settled(), "one more has come since");
    let again = state.unseen().expect("all of it is to be seen once more");
    assert_eq!(again.files.len(), 151);
    state.apply(&Command::CloseAll);
    state.take_seen(again.version, Dossier::of(again.files));
    assert!(state.table.rows().is_empty() && state.table.dossier.entries.is_empty());
}

#[test]
fn rows_that_come_one_by_one_are_those_that_would_come_at_once() {
    let mut slowly = state(&[]);
    slowly.asked = 1;
    let wanted = Filter { search: "anna".to_owned(), ..Filter::default() };
    slowly.apply(&Command::Table(TableStep::Filter(wanted)));
    for name in FILES.into_iter().chain(["anna-matematika.edoc", "liga-biologija.asice"]) {
        slowly.add(opened(name));
    }
    slowly.asked = 0;
    let (shown, counted) = (slowly.table.rows().len(), slowly.table.overview().all);
    slowly.arrange();
    assert_eq!((slowly.table.rows().len(), slowly.table.overview().all), (shown, counted));
    assert!(0 < shown && shown < counted, "{shown} of {counted}");
    assert_eq!(slowly.table.overview().dates, {
        let mut at_once = state(&FILES);
        at_once.add(opened("liga-biologija.asice"));
        at_once.table.overview().dates
    });
}

#[test]
fn what_is_written_does_not_change_while_it_is_written() {
    let mut state = state(&FILES);
    let to_write = ToWrite::of(&state);
    let before = to_write.written(Path::new("a.csv")).unwrap();
    assert!(Arc::strong_count(&state.files[0]) > 1, "shared, not copied");
    state.apply(&Command::ToggleCodes);
    state.apply(&Command::Table(TableStep::Filter(Filter { search: "fizika".to_owned(), ..Filter::default() })));
    assert_eq!(to_write.written(Path::new("a.csv")).unwrap(), before);
    state.apply(&Command::CloseAll);
    assert_eq!(to_write.written(Path::new("a.csv")).unwrap(), before);
}

/// The rows of a file that was judged again since all was seen together are more, or fewer: those below are still those that are shown.
#[test]
fn what_is_written_is_numbered_by_what_is_written() {
    let mut state = state(&["anna-matematika.edoc", "janis-fizika.asice"]);
    let mut several = opened("anna-matematika.edoc");
    let Reading::Exams { certificates, .. } = &mut several.result.as_mut().unwrap().exams[0].reading else { panic!() };
    certificates.push(certificates[0].clone());
    let only = Filter { search: "fizika".to_owned(), ..Filter::default() };
    state.apply(&Command::Table(TableStep::Filter(only)));
    // Being judged again: nothing is seen together until all is.
    state.asked = 1;
    state.add(several);
    let text = String::from_utf8(ToWrite::of(&state).written(Path::new("a.csv")).unwrap()).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("janis-fizika.asice") && !text.contains("Anna PARAUGA"), "{text}");
}

#[test]
fn a_file_says_what_it_says_together_with_others_and_leads_to_them() {
    let mut state = state(&["anna-matematika.edoc", "janis-fizika.asice"]);
    state.apply(&Command::Table(TableStep::Enter));
    assert!(!window(&state).has("Salīdzinājumā ar citām datnēm"), "there is nothing to say");
    let mut copy = opened("anna-matematika.edoc");
    copy.path = "kopija.edoc".into();
    state.add(copy);
    state.apply(&Command::Select(0));
    let mut shown = super::Window::sized(egui::vec2(1_400.0, 3_000.0));
    shown.show(&state);
    let sentence = "Viena un tā pati datne ar vairākiem nosaukumiem: anna-matematika.edoc, kopija.edoc.";
    assert!(shown.has("Salīdzinājumā ar citām datnēm") && shown.has(sentence));
    assert_eq!(shown.click(&state, "Atvērt kopija.edoc"), [Command::Select(2)]);
    let commands = shown.click(&state, "Rādīt šīs datnes tabulā");
    commands.iter().for_each(|command| state.apply(command));
    assert_eq!(files(&state), ["anna-matematika.edoc", "kopija.edoc"]);
    assert!(!state.table.entered);
    state.apply(&Command::Select(1));
    state.apply(&Command::Table(TableStep::Enter));
    shown.show(&state);
    assert!(!shown.has("Salīdzinājumā ar citām datnēm"), "nothing is said of this one");
}
