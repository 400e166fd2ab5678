//! The wording, by rule: verdicts, sentences, quotation marks and dashes, whose certificate, how readers are addressed.

use super::*;

/// Opening and closing marks of a language; all others are a slip.
const QUOTATION: [(&str, char, char); 5] =
    [("lv", '„', '”'), ("en", '“', '”'), ("ru", '«', '»'), ("lt", '„', '“'), ("et", '„', '“')];

#[test]
fn the_headlines_are_the_agreed_ones() {
    let languages = ["lv", "en", "ru", "lt", "et"].map(texts);
    for (id, words) in [
        ("verdict-word-genuine", ["DERĪGS", "VALID", "ДЕЙСТВИТЕЛЕН", "GALIOJA", "KEHTIV"]),
        ("verdict-word-refuted", ["NEDERĪGS", "NOT VALID", "НЕДЕЙСТВИТЕЛЕН", "NEGALIOJA", "KEHTETU"]),
        (
            "verdict-word-cannot-confirm",
            ["NEVAR APSTIPRINĀT", "CANNOT CONFIRM", "НЕЛЬЗЯ ПОДТВЕРДИТЬ", "NEGALIMA PATVIRTINTI", "EI SAA KINNITADA"],
        ),
        ("verdict-word-unsigned", ["NAV PARAKSTA", "NOT SIGNED", "НЕ ПОДПИСАН", "NEPASIRAŠYTA", "ALLKIRJASTAMATA"]),
        (
            "verdict-word-unsupported",
            ["NETIEK ATBALSTĪTS", "NOT SUPPORTED", "НЕ ПОДДЕРЖИВАЕТСЯ", "NEPALAIKOMA", "EI TOETATA"],
        ),
        (
            "verdict-word-not-e-document",
            ["NAV E-DOKUMENTS", "NOT AN E-DOCUMENT", "НЕ Э-ДОКУМЕНТ", "NE E. DOKUMENTAS", "EI OLE E-DOKUMENT"],
        ),
    ] {
        assert_eq!(languages.each_ref().map(|texts| texts[id].says.as_str()), words, "{id}");
    }
}

#[test]
fn reasons_and_advice_are_whole_sentences() {
    for language in Language::ALL.map(Language::code) {
        for (id, Entry { says, .. }) in texts(language).iter().filter(|(id, _)| id.starts_with("cause-")) {
            assert!(says.ends_with('.'), "{language}: {id} ends without a full stop");
            // `EDOC 1.0 (` and `.edoc` have dots inside; a second sentence begins after a space.
            let inner = says.trim_end_matches('.');
            let second = inner.split(". ").nth(1).is_some_and(|rest| rest.starts_with(char::is_uppercase));
            assert!(!second, "{language}: {id} is more than one sentence");
        }
    }
}

#[test]
fn headlines_carry_no_full_stop() {
    for language in Language::ALL.map(Language::code) {
        for (id, Entry { says, .. }) in texts(language) {
            let sentence = id.starts_with("verdict-fact-") || id.ends_with(".advice");
            let headline = id.starts_with("verdict-") && !sentence;
            assert!(!headline || !says.ends_with('.'), "{language}: {id}");
        }
    }
}

#[test]
fn no_verdict_reads_unknown() {
    for (language, never) in
        [("lv", "nezinām"), ("en", "unknown"), ("ru", "неизвестн"), ("lt", "nežinom"), ("et", "tundmat")]
    {
        for (id, Entry { says, .. }) in texts(language) {
            let verdict = id.starts_with("verdict-") || id.starts_with("check-");
            assert!(!verdict || !says.to_lowercase().contains(never), "{language}: {id}: {says}");
        }
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    for (language, opening, closing) in QUOTATION {
        for (id, Entry { says, .. }) in texts(language) {
            // There, as in every manual, three dots mean that more may follow.
            let says = if id.starts_with("cli-usage-") { says.replace("...", "") } else { says };
            let slips = mistyped(&says, opening, closing);
            assert!(slips.is_none(), "{language}: {id}: {}: {says}", slips.unwrap());
        }
    }
    assert!(mistyped("„a”", '„', '”').is_none() && mistyped("“a”", '“', '”').is_none());
    for slip in ["“a”", "„a“", "„a", "a”", "\"a\"", "a - b", "a  b", "a ,", "a...", "«a»"] {
        assert!(mistyped(slip, '„', '”').is_some(), "{slip}");
    }
}

/// Foreign or unpaired quotation marks, a hyphen for a dash, two spaces, a space before a mark, dots for an ellipsis.
fn mistyped(says: &str, opening: char, closing: char) -> Option<&'static str> {
    let marks: Vec<char> = says.chars().filter(|c| "„“”«»\"".contains(*c)).collect();
    let paired = marks.chunks(2).all(|pair| pair == [opening, closing]);
    [
        (!paired, "quotation marks"),
        (says.contains(" - "), "a hyphen for a dash"),
        (says.contains("  "), "two spaces"),
        ([" ,", " .", " ;", " :", " !", " ?"].iter().any(|gap| ends_with_gap(says, gap)), "a space before a mark"),
        (says.contains("..."), "dots for an ellipsis"),
    ]
    .into_iter()
    .find_map(|(wrong, what)| wrong.then_some(what))
}

/// `.edoc` after a space is a name; a mark before a space or at the end is a mark.
fn ends_with_gap(says: &str, gap: &str) -> bool {
    says.ends_with(gap) || says.contains(&format!("{gap} "))
}

#[test]
fn a_certificate_is_never_named_bare() {
    const LATVIAN: [&str; 14] = [
        "eksāmena",
        "eksāmenu",
        "paraksta",
        "zīmoga",
        "izdevēja",
        "izdevēju",
        "testa",
        "pamata",
        "pakalpojuma",
        "autentifikācijas",
        // A term of the law: no exam certificate is one.
        "kvalificēts",
        "kvalificētu",
        "kvalificētus",
        "kvalificētais",
    ];
    const RUSSIAN: [&str; 16] = [
        "подписи",
        "печати",
        "электронной",
        "аутентификации",
        "услуги",
        "службы",
        "издателя",
        "издателей",
        "издателем",
        "его",
        "этого",
        "другого",
        "недостающего",
        "экзамена",
        "экзаменов",
        "централизованного",
    ];
    for (id, Entry { says, .. }) in texts("lv") {
        assert!(bare(&says, "sertifikāt", &LATVIAN, &[]).is_none(), "{id}: {says}");
    }
    for (id, Entry { says, .. }) in texts("ru") {
        let before = ["квалифицированный", "квалифицированным", "квалифицированные", "тестовым", "основных"];
        assert!(bare(&says, "сертификат", &before, &RUSSIAN).is_none(), "{id}: {says}");
    }
    assert!(bare("Sertifikāts ir derīgs.", "sertifikāt", &LATVIAN, &[]).is_some());
    assert!(bare("Paraksta sertifikāts ir derīgs.", "sertifikāt", &LATVIAN, &[]).is_none());
    assert!(bare("Сертификат действителен.", "сертификат", &[], &RUSSIAN).is_some());
    assert!(bare("Сертификат подписи действителен.", "сертификат", &[], &RUSSIAN).is_none());
}

/// Lithuanian and Estonian have a word of their own for what a school hands out: the other one is the signer's.
#[test]
fn an_exam_certificate_has_its_own_word() {
    for (language, never) in [("lt", "sertifikat"), ("et", "sertifikaat"), ("et", "sertifikaad")] {
        for (id, Entry { says, .. }) in texts(language).iter().filter(|(id, _)| id.starts_with("exam-")) {
            assert!(!says.to_lowercase().contains(never), "{language}: {id}: {says}");
        }
    }
}

/// The first word that means a certificate, and says whose neither before nor after itself.
fn bare(text: &str, stem: &str, before: &[&str], after: &[&str]) -> Option<String> {
    let words = words(text);
    let is = |at: Option<usize>, whose: &[&str]| {
        at.and_then(|at| words.get(at)).is_some_and(|word| whose.contains(&word.as_str()))
    };
    let is_bare = |(at, word): &(usize, &String)| {
        word.starts_with(stem) && !is(at.checked_sub(1), before) && !is(Some(at + 1), after)
    };
    words.iter().enumerate().find(is_bare).map(|(_, word)| word.clone())
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Latvian as the glossary has it: the reader is addressed formally, a file is a „datne”.
#[test]
fn latvian_is_formal_and_says_datne() {
    for (id, Entry { says, .. }) in texts("lv") {
        let slips = informal(&says);
        assert!(slips.is_empty(), "{id}: {slips:?}: {says}");
    }
    for slip in ["Izvēlies failu", "Tavs dokuments", "Jūsu fails", "jūsu datne", "Spied šeit", "pārbaudi datni"] {
        assert!(!informal(slip).is_empty(), "{slip}");
    }
    for right in ["Izvēlieties datni", "Jūsu datne", "Pārbaudiet datni", "Pārbauda datnes"] {
        assert!(informal(right).is_empty(), "{right}");
    }
}

fn informal(text: &str) -> Vec<&str> {
    // „Atver” is how the help page says what a command does as well: only the eye tells.
    const NEVER: [&str; 23] = [
        "tu",
        "tev",
        "tevi",
        "tavs",
        "tava",
        "tavu",
        "tavus",
        "tavas",
        "izvēlies",
        "pārbaudi",
        "nospied",
        "spied",
        "ievelc",
        "norādi",
        "palūdz",
        "skaties",
        "fails",
        "faila",
        "failu",
        "failā",
        "faili",
        "failus",
        "failiem",
    ];
    let plain = |word: &&str| !word.is_empty();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(plain)
        // The reader's „Jūs” has a capital letter.
        .filter(|word| NEVER.contains(&word.to_lowercase().as_str()) || ["jūs", "jūsu", "jums"].contains(word))
        .collect()
}

/// Letters that look like those of another script: nobody sees them, and nobody finds the word.
#[test]
fn no_word_mixes_scripts() {
    for language in Language::ALL.map(Language::code) {
        for (id, Entry { says, .. }) in texts(language) {
            for word in words(&says) {
                assert!(!mixed(&word), "{language}: {id}: {word}");
            }
        }
    }
    assert!(mixed("пoдпись") && !mixed("подпись") && !mixed("paraksts"));
}

fn mixed(word: &str) -> bool {
    let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    word.chars().any(cyrillic) && word.chars().any(|c| c.is_alphabetic() && !cyrillic(c))
}
