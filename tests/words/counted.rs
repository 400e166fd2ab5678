//! Counted sentences: every form of every language, for the numbers at which rules go wrong.

use edoc::words::Words;

use super::*;

const NUMBERS: [usize; 16] = [0, 1, 2, 10, 11, 21, 22, 100, 101, 111, 112, 119, 121, 1001, 1011, 12_345];

/// The words beside [`NUMBERS`] in order; figures name the forms, so that a row can be read.
type Row = (Language, &'static str, [&'static str; 3], [usize; 16]);

const LATVIAN: [usize; 16] = [0, 1, 2, 0, 0, 1, 2, 0, 1, 0, 0, 0, 1, 1, 0, 2];
const RUSSIAN: [usize; 16] = [0, 1, 2, 0, 0, 1, 2, 0, 1, 0, 0, 0, 1, 1, 0, 0];
const LITHUANIAN: [usize; 16] = LATVIAN;
const OTHERS: [usize; 16] = [2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];

const TABLE: [Row; 15] = [
    (Language::Latvian, "gui-files", ["{} datņu", "{} datne", "{} datnes"], LATVIAN),
    (Language::Latvian, "trust-services", ["{} pakalpojumu", "{} pakalpojums", "{} pakalpojumi"], LATVIAN),
    (
        Language::Latvian,
        "trust-update-incomplete",
        [
            "{} sarakstu neizdevās atjaunināt; tiek lietoti līdzšinējie",
            "{} sarakstu neizdevās atjaunināt; tiek lietots līdzšinējais",
            "{} sarakstus neizdevās atjaunināt; tiek lietoti līdzšinējie",
        ],
        LATVIAN,
    ),
    (Language::Russian, "gui-files", ["{} файлов", "{} файл", "{} файла"], RUSSIAN),
    (Language::Russian, "trust-services", ["{} услуг", "{} услуга", "{} услуги"], RUSSIAN),
    (Language::Russian, "gui-trust-lists", ["{} списков", "{} список", "{} списка"], RUSSIAN),
    (Language::Lithuanian, "gui-files", ["{} failų", "{} failas", "{} failai"], LITHUANIAN),
    (Language::Lithuanian, "trust-services", ["{} paslaugų", "{} paslauga", "{} paslaugos"], LITHUANIAN),
    (Language::Lithuanian, "gui-trust-lists", ["{} sąrašų", "{} sąrašas", "{} sąrašai"], LITHUANIAN),
    (Language::Estonian, "gui-files", ["", "{} fail", "{} faili"], OTHERS),
    (Language::Estonian, "trust-services", ["", "{} teenus", "{} teenust"], OTHERS),
    (Language::Estonian, "gui-trust-lists", ["", "{} nimekiri", "{} nimekirja"], OTHERS),
    (Language::English, "gui-files", ["", "{} file", "{} files"], OTHERS),
    (Language::English, "trust-services", ["", "{} service", "{} services"], OTHERS),
    (Language::English, "gui-trust-lists", ["", "{} list", "{} lists"], OTHERS),
];

#[test]
fn counted_sentences_have_the_form_of_their_number() {
    for (language, id, forms, expected) in TABLE {
        let words = Words::new(language);
        for (count, form) in NUMBERS.into_iter().zip(expected) {
            assert_eq!(words.counted(id, count), forms[form].replace("{}", &words.number(count)), "{language:?} {id}");
        }
    }
}

#[test]
fn the_age_of_a_list_is_counted_too() {
    for (language, expected) in [
        (Language::Latvian, ["šodien", "pirms 1 dienas", "pirms 2 dienām", "pirms 11 dienām", "pirms 121 dienas"]),
        (Language::English, ["today", "1 day ago", "2 days ago", "11 days ago", "121 days ago"]),
        (Language::Russian, ["сегодня", "1 день назад", "2 дня назад", "11 дней назад", "121 день назад"]),
        (Language::Lithuanian, ["šiandien", "prieš 1 dieną", "prieš 2 dienas", "prieš 11 dienų", "prieš 121 dieną"]),
        (Language::Estonian, ["täna", "1 päev tagasi", "2 päeva tagasi", "11 päeva tagasi", "121 päeva tagasi"]),
    ] {
        let words = Words::new(language);
        assert_eq!([0, 1, 2, 11, 121].map(|days| words.counted("trust-age", days)), expected, "{language:?}");
    }
}

#[test]
fn other_values_stand_beside_the_number() {
    let words = Words::new(Language::Latvian);
    assert_eq!(words.counted_with("gui-files", 111, &[("name", "x")]), "111 datņu");
    assert_eq!(words.counted_with("no-such-text", 1, &[]), "no-such-text");
    // What a value says is text, whatever it looks like.
    assert_eq!(words.text_with("gui-code", &[("code", "{ $count }")]), "personas kods { $count }");
}

/// A form too few would be said with the words of another number, a form too many by nobody.
#[test]
fn every_counted_text_has_all_forms_of_its_language() {
    let mut read = 0;
    for (language, forms) in [
        ("lv", &["one", "other", "zero"][..]),
        ("en", &["one", "other"]),
        ("ru", &["few", "many", "one"]),
        ("lt", &["few", "one", "other"]),
        ("et", &["one", "other"]),
    ] {
        for (id, Entry { says, .. }) in texts(language) {
            let counted = says.contains("{ $count ->");
            let found = keys(&says);
            let of_numbers = found.iter().any(|key| ["zero", "one", "two", "few", "many"].contains(&key.as_str()));
            assert_eq!(counted, of_numbers, "{language}: {id} selects on something else than $count");
            if counted {
                let found: Vec<_> = found.iter().filter(|key| key.parse::<usize>().is_err()).collect();
                assert_eq!(found, forms, "{language}: {id}");
                read += 1;
            }
        }
    }
    assert!(read >= 25, "{read} counted texts were read");
}

/// The keys of its variants, sorted.
fn keys(says: &str) -> BTreeSet<String> {
    let key = |line: &str| Some(line.trim_start_matches('*').strip_prefix('[')?.split_once(']')?.0.to_owned());
    says.lines().filter_map(key).collect()
}
