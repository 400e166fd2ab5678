//! Fonts that documents name and do not bring along. Those built into the PDF reader lack most Latvian letters, so that a name
//! would lose them; these have them, and the widths of the fonts they stand for (`assets/fonts/README.md`).

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};

use crate::fonts::{SANS, SANS_BOLD};

const SERIF: &[u8] = include_bytes!("../../assets/fonts/zimogs-serif-regular.ttf");
const SERIF_BOLD: &[u8] = include_bytes!("../../assets/fonts/zimogs-serif-bold.ttf");
const MONO: &[u8] = include_bytes!("../../assets/fonts/zimogs-mono-regular.ttf");
const MONO_BOLD: &[u8] = include_bytes!("../../assets/fonts/zimogs-mono-bold.ttf");

/// How pages are read: with these fonts, and with nothing from this computer, so that a page looks the same on every one.
pub(super) fn settings() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|query| {
            let standard = match query {
                FontQuery::Standard(standard) => *standard,
                FontQuery::Fallback(wanted) => wanted.pick_standard_font(),
            };
            Some(font(standard))
        }),
        ..InterpreterSettings::default()
    }
}

/// Italics stand upright here: legible, and without six more files.
fn font(standard: StandardFont) -> (FontData, u32) {
    let octets = match standard {
        StandardFont::Helvetica | StandardFont::HelveticaOblique => SANS,
        StandardFont::HelveticaBold | StandardFont::HelveticaBoldOblique => SANS_BOLD,
        StandardFont::TimesRoman | StandardFont::TimesItalic => SERIF,
        StandardFont::TimesBold | StandardFont::TimesBoldItalic => SERIF_BOLD,
        StandardFont::Courier | StandardFont::CourierOblique => MONO,
        StandardFont::CourierBold | StandardFont::CourierBoldOblique => MONO_BOLD,
        StandardFont::ZapfDingBats | StandardFont::Symbol => return standard.get_font_data(),
    };
    (Arc::new(octets), 0)
}
