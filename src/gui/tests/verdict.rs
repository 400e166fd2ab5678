//! What the judgement says reaches the window: word and tone, times, levels, what is missing and what to do.

use egui::Rect;

use super::super::theme::Tone;
use super::super::views::{tone_of, verdict_tone};
use super::{Authenticity, Command, State, Window, state};
use crate::qualification::{Level, QualificationDoubt, SignatureQualification};
use crate::report::Report;
use crate::validation::{Cause, Doubt, Failure, Outcome};
use crate::words::Language;

fn report(state: &State) -> &Report {
    state.files[0].result.as_ref().unwrap()
}

/// The value beside a label.
fn value(window: &Window, label: &str) -> String {
    let label_is = window.named.iter().find(|(name, _)| name == label);
    let label_area = label_is.unwrap_or_else(|| panic!("nothing is called {label}")).1;
    let beside = |area: &Rect| area.left() > label_area.right() && (area.top() - label_area.top()).abs() < 6.0;
    let found = window.named.iter().filter(|(_, area)| beside(area));
    let found = found.min_by(|(_, one), (_, other)| one.left().total_cmp(&other.left()));
    found.unwrap_or_else(|| panic!("nothing stands beside {label}")).0.clone()
}

#[test]
fn a_genuine_file_says_so_in_its_tone() {
    let mut window = Window::new();
    let state = state(&["anna-matematika.edoc"]);
    window.show(&state);
    let said = window.name_with("DERĪGS\n");
    assert!(said.contains("parakstījusi eksāmenu iestāde PARAUGS: eksāmenu centrs"), "{said}");
    assert!(!said.contains("Ko darīt tālāk"), "nothing is left to do: {said}");
    assert_eq!(verdict_tone(report(&state).authenticity), Tone::Good);
}

#[test]
fn another_issuer_never_wears_the_tone_of_a_genuine_file() {
    let words = [
        Authenticity::Genuine,
        Authenticity::ValidButOtherIssuer,
        Authenticity::CannotConfirm(Doubt::TryLater),
        Authenticity::Refuted(Failure::HashFailure),
        Authenticity::Unsigned,
    ];
    let tones = words.map(verdict_tone);
    for (index, tone) in tones.iter().enumerate() {
        assert!(!tones[index + 1..].contains(tone), "{tone:?} is worn twice");
    }
    assert!([Outcome::Failed, Outcome::Unknown, Outcome::Skipped].iter().all(|one| tone_of(*one) != Tone::Good));
    let mut window = Window::new();
    for file in ["foreign-issuer.edoc", "self-signed-by-student.edoc"] {
        let state = state(&[file]);
        window.show(&state);
        let said = window.name_with("CITS PARAKSTĪTĀJS\n");
        assert!(said.contains("dokumentu nav parakstījusi ne VISC, ne VIAA"), "{said}");
        assert!(said.contains("Ko darīt tālāk: Palūdziet sākotnējo datni"), "{said}");
        assert!(!window.named.iter().any(|(name, _)| name.starts_with("DERĪGS")), "{file}");
        assert_eq!(verdict_tone(report(&state).authenticity), Tone::Other);
    }
}

#[test]
fn a_signature_of_a_student_is_qualified_and_confirms_no_result() {
    let mut window = Window::new();
    window.show(&state(&["self-signed-by-student.edoc"]));
    assert_eq!(value(&window, "Parakstītājs"), "ANNA PARAUGA (elektroniskais paraksts)");
    assert_eq!(value(&window, "Juridiskais līmenis"), "kvalificēts elektroniskais paraksts");
    assert!(
        window.has("nav apstiprināts\nDokumentu ir parakstījis vai apzīmogojis „ANNA PARAUGA”, nevis VISC vai VIAA.")
    );
}

#[test]
fn without_revocation_data_it_is_said_what_is_missing_and_what_to_do() {
    let mut window = Window::new();
    let mut state = state(&["liga-biologija.asice"]);
    window.show(&state);
    let said = window.name_with("NEVAR APSTIPRINĀT\n");
    assert!(said.contains("Nav datu par to, vai paraksta vai izdevēja sertifikāts"), "{said}");
    assert!(said.contains("palūdziet izdevējam dokumentu, kurā ir dati par atsaukšanu"), "{said}");
    assert_eq!(value(&window, "Pierādītais laiks"), "nav; nekas nepierāda, ka paraksts pastāvēja pirms šīs pārbaudes");
    assert!(value(&window, "Parakstītāja norādītais laiks").starts_with("2026. gada 3. jūlijs, 08:03:00"));
    assert!(value(&window, "Juridiskais līmenis").ends_with(", ja tā derīgums tiks apstiprināts"));
    state.apply(&Command::Speak(Language::English));
    window.show(&state);
    let said = window.name_with("CANNOT CONFIRM\n");
    assert!(said.contains("There is no data on whether") && said.contains("ask the issuer for a document"), "{said}");
    assert_eq!(value(&window, "Proven time"), "none; nothing proves that the signature existed before this check");
}

#[test]
fn the_proven_time_is_shown_locally_and_in_utc_beside_the_claimed_one() {
    let mut window = Window::new();
    window.show(&state(&["anna-matematika.edoc"]));
    let proven = value(&window, "Pierādītais laiks (laika zīmogs)");
    assert_eq!(proven, "2024. gada 11. jūlijs, 08:00:05 (Latvijas laiks, UTC+3)\n2024-07-11 05:00:05 UTC");
    let claimed = value(&window, "Parakstītāja norādītais laiks");
    assert!(claimed.ends_with("2024-07-11 05:00:00 UTC"), "{claimed}");
}

#[test]
fn a_seal_kept_in_a_file_is_advanced_and_never_called_qualified() {
    let mut window = Window::new();
    window.show(&state(&["anna-matematika.edoc"]));
    assert_eq!(value(&window, "Juridiskais līmenis"), "uzlabots zīmogs ar kvalificētu sertifikātu");
    assert!(!window.has("kvalificēts zīmogs") && !window.has("kvalificēts elektroniskais zīmogs"));
    let level = value(&window, "Pierādījumu līmenis");
    assert_eq!(level, "XAdES-BASELINE-LT (ar laika zīmogu un datiem par atsaukšanu)");
    assert_eq!(value(&window, "Algoritmu drošības termiņš"), "2029. gada 1. janvāris");
    assert!(value(&window, "Piezīme").starts_with("Datus par atsaukšanu sniedza"));
}

#[test]
fn an_open_level_says_why_and_what_to_do() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc"]);
    let level = Level::Open {
        doubt: QualificationDoubt::CriteriaNotKnown { list: 0, service: "PARAUGS eZīmogi ICA".to_owned() },
        possible: vec![SignatureQualification::AdESealQc, SignatureQualification::AdESeal],
    };
    std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap().signatures[0].qualification = Some(level);
    window.show(&state);
    let said = value(&window, "Juridiskais līmenis");
    assert!(said.contains("nevar noteikt droši; iespējams: uzlabots zīmogs ar kvalificētu"), "{said}");
    assert!(window.has("nav norādīts, uz kuriem paraksta sertifikātiem"));
    assert!(window.has("Ko darīt tālāk: Atjauniniet uzticamības sarakstus"));
}

#[test]
fn details_tell_what_each_time_stamp_is_worth_and_mask_codes() {
    let mut window = Window::new();
    let mut state = state(&["self-signed-by-student.edoc"]);
    window.click(&state, "Tehniskā informācija");
    (0..40).for_each(|_| window.frame(&state, Vec::new()));
    let stamp = value(&window, "Paraksta laika zīmogs");
    assert!(stamp.contains("PARAUGS TSA A 2025E\nderīgs (TOTAL-PASSED)\nkvalificēts elektroniskais laika"), "{stamp}");
    assert!(window.has("PNOLV-••••••-•••01") && !window.has("320000-00001"));
    let copied = window.click(&state, "Kopēt visu");
    let [Command::Copy(all)] = copied.as_slice() else { panic!("{copied:?}") };
    assert!(
        all.contains("Juridiskais līmenis: kvalificēts elektroniskais paraksts") && !all.contains("320000"),
        "{all}"
    );
    state.apply(&Command::ToggleCodes);
    window.show(&state);
    assert!(window.has("PNOLV-320000-00001"));
}

#[test]
fn results_that_the_authority_did_not_sign_are_told_from_those_it_did() {
    let mut window = Window::new();
    let mut state = state(&["anna-matematika.edoc"]);
    let report = std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap();
    report.authenticity = Authenticity::ValidButOtherIssuer;
    window.show(&state);
    let said = window.name_with("CITS PARAKSTĪTĀJS\n");
    assert!(said.contains("nav parakstījusi visus šajā datnē esošos rezultātus"), "{said}");
    assert!(said.contains("Ko darīt tālāk: Paļaujieties tikai"), "{said}");
}

#[test]
fn what_the_sentence_says_already_is_not_said_again_as_its_reason() {
    let mut window = Window::new();
    let mut state = state(&["unsigned.edoc"]);
    window.show(&state);
    let said = window.name_with("NAV PARAKSTA\n");
    assert_eq!(said.matches("nav neviena paraksta").count(), 1, "{said}");
    let report = std::sync::Arc::make_mut(&mut state.files[0]).result.as_mut().unwrap();
    report.authenticity = Authenticity::CannotConfirm(Doubt::TryLater);
    report.cause = Some(Cause::OnHold { certificate: "X".to_owned(), at: report.checked_at });
    window.show(&state);
    assert!(window.name_with("NEVAR APSTIPRINĀT\n").contains("darbība ir apturēta: "));
}
