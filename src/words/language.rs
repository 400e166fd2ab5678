//! The languages of the interface: their codes, and which of them are offered.

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Latviešu.
    Latvian,
    /// English.
    English,
    /// Русский.
    Russian,
    /// Lietuvių.
    Lithuanian,
    /// Eesti.
    Estonian,
}

impl Language {
    /// All of them. What a language lacks is said in English, text by text.
    pub const ALL: [Self; 5] = [Self::Latvian, Self::English, Self::Russian, Self::Lithuanian, Self::Estonian];

    /// Those with every text of their own, in the order of a menu. The others are reached by their code only.
    ///
    /// `tests/words.rs` counts the texts and holds this list to them.
    #[must_use]
    pub fn offered() -> &'static [Self] {
        &Self::ALL
    }

    /// The language of the operating system where it is offered, else English.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::English, |locale| Self::of_locale(&locale))
    }

    /// The language of a code: `lv`, `en`, `ru`, `lt` or `et`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its code (ISO 639-1), which is also the name of its folder of texts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Latvian => "lv",
            Self::English => "en",
            Self::Russian => "ru",
            Self::Lithuanian => "lt",
            Self::Estonian => "et",
        }
    }

    /// Identifier of the text that offers it: its name in the language itself.
    #[must_use]
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Latvian => "gui-speak-latvian",
            Self::English => "gui-speak-english",
            Self::Russian => "gui-speak-russian",
            Self::Lithuanian => "gui-speak-lithuanian",
            Self::Estonian => "gui-speak-estonian",
        }
    }

    /// `lv`, `lv-LV` and `lv_LV.UTF-8` are Latvian; `lvx` is not.
    fn of_locale(locale: &str) -> Self {
        let code = locale.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        Self::from_code(&code).filter(|language| Self::offered().contains(language)).unwrap_or(Self::English)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn every_language_is_known_by_its_code() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("de"), None);
        assert_eq!(Language::from_code(""), None);
    }

    #[test]
    fn the_system_decides_among_those_offered() {
        for locale in ["lv", "lv-LV", "lv_LV.UTF-8", "LV"] {
            assert_eq!(Language::of_locale(locale), Language::Latvian, "{locale}");
        }
        for locale in ["en-GB", "lvx", "de-DE", "C", "C.UTF-8", ""] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
        for language in Language::ALL {
            let offered = Language::offered().contains(&language);
            let expected = if offered { language } else { Language::English };
            assert_eq!(Language::of_locale(language.code()), expected);
        }
    }
}
