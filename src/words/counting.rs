//! How many: a whole number as a language writes it, and the form of the words beside it.
//!
//! The forms are those of CLDR 47. The rules that `fluent-bundle` brings along (CLDR 37) have lost the modulo before
//! their ranges: 111 files had the Latvian form of 2, and 22 the Lithuanian form of 10. So the variant is chosen here.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use super::Language;

/// The value on which the form depends.
pub(super) const COUNT: &str = "count";
/// Smaller numbers are easily read without groups.
const GROUPED_FROM: usize = 10_000;

/// `12 345` with no-break spaces, in English `12,345`; below 10 000 without groups.
pub(super) fn number(language: Language, number: usize) -> String {
    let digits = number.to_string();
    if number < GROUPED_FROM {
        return digits;
    }
    let separator = match language {
        Language::English => ',',
        Language::Latvian | Language::Russian | Language::Lithuanian | Language::Estonian => '\u{a0}',
    };
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A text with the variant for `count` wherever it selects on it.
pub(super) fn chosen<'text>(pattern: &Pattern<&'text str>, language: Language, count: usize) -> Pattern<&'text str> {
    let mut elements = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Select { selector, variants } }
                if is_count(selector) =>
            {
                let variant = variant(variants, language, count);
                elements.extend(variant.into_iter().flat_map(|found| chosen(&found.value, language, count).elements));
            }
            other => elements.push(other.clone()),
        }
    }
    Pattern { elements }
}

fn is_count(selector: &InlineExpression<&str>) -> bool {
    matches!(selector, InlineExpression::VariableReference { id } if id.name == COUNT)
}

/// The number itself, else its form, else the one marked as the default.
fn variant<'variants, 'text>(
    variants: &'variants [Variant<&'text str>],
    language: Language,
    count: usize,
) -> Option<&'variants Variant<&'text str>> {
    let is_number =
        |key: &VariantKey<&str>| matches!(key, VariantKey::NumberLiteral { value } if value.parse() == Ok(count));
    let form = form(language, count);
    let is_form = |key: &VariantKey<&str>| matches!(key, VariantKey::Identifier { name } if *name == form);
    let by = |wanted: &dyn Fn(&VariantKey<&str>) -> bool| variants.iter().find(|variant| wanted(&variant.key));
    by(&is_number).or_else(|| by(&is_form)).or_else(|| variants.iter().find(|variant| variant.default))
}

/// The cardinal form of a whole number (CLDR 47, Language Plural Rules).
fn form(language: Language, count: usize) -> &'static str {
    let (ones, tens) = (count % 10, count % 100);
    match language {
        Language::Latvian => match (ones, tens) {
            (0, _) | (_, 11..=19) => "zero",
            (1, _) => "one",
            _ => "other",
        },
        Language::Russian => match (ones, tens) {
            (_, 11..=14) => "many",
            (1, _) => "one",
            (2..=4, _) => "few",
            _ => "many",
        },
        Language::Lithuanian => match (ones, tens) {
            (0, _) | (_, 11..=19) => "other",
            (1, _) => "one",
            _ => "few",
        },
        Language::English | Language::Estonian => match count {
            1 => "one",
            _ => "other",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{form, number};
    use crate::words::Language;

    #[test]
    fn every_number_has_its_form() {
        const NUMBERS: [usize; 20] = [0, 1, 2, 4, 5, 9, 10, 11, 12, 14, 19, 20, 21, 22, 100, 101, 111, 112, 119, 121];
        // 1001, 1002, 1011, 1021, 10000: as 1, 2, 11, 21 and 0.
        let table = [
            (Language::Latvian, "z1oooozzzzzz1oz1zzz1"),
            (Language::Russian, "m1ffmmmmmmmm1fm1mmm1"),
            (Language::Lithuanian, "o1ffffoooooo1fo1ooo1"),
            (Language::Estonian, "o1oooooooooooooooooo"),
            (Language::English, "o1oooooooooooooooooo"),
        ];
        let letter = |form: &str| if form == "one" { "1".to_owned() } else { form[..1].to_owned() };
        for (language, expected) in table {
            let found: String = NUMBERS.iter().map(|count| letter(form(language, *count))).collect();
            assert_eq!(found, expected, "{language:?}");
        }
        for (large, small) in [(1001, 1), (1002, 2), (1011, 11), (1021, 21), (10_000, 0), (1_000_112, 112)] {
            for language in [Language::Latvian, Language::Russian, Language::Lithuanian] {
                assert_eq!(form(language, large), form(language, small), "{language:?} {large}");
            }
        }
    }

    #[test]
    fn large_numbers_stand_in_groups() {
        for (language, ten, million) in [
            (Language::Latvian, "10\u{a0}000", "1\u{a0}234\u{a0}567"),
            (Language::Russian, "10\u{a0}000", "1\u{a0}234\u{a0}567"),
            (Language::Lithuanian, "10\u{a0}000", "1\u{a0}234\u{a0}567"),
            (Language::Estonian, "10\u{a0}000", "1\u{a0}234\u{a0}567"),
            (Language::English, "10,000", "1,234,567"),
        ] {
            assert_eq!([0, 9_999, 10_000, 1_234_567].map(|n| number(language, n)), ["0", "9999", ten, million]);
        }
    }
}
