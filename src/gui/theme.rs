//! Every colour and every size of the window. Nothing else in the program names one; a test computes the contrast of each pair.

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Theme, Visuals};

use super::options::ThemeChoice;

/// What a shape and its colour say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// It is so.
    Good,
    /// It is not so.
    Bad,
    /// It cannot be said.
    Doubt,
    /// It is so, and somebody else says it.
    Other,
    /// There is nothing to say.
    Quiet,
}

/// A colour of the palette, as views pass it on; only this file makes one.
pub type Ink = Color32;

/// Colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub background: Color32,
    /// Behind a card.
    pub card: Color32,
    /// Around a card and between lines.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text of less weight.
    pub muted: Color32,
    /// Links, focus, the selected row's mark.
    pub accent: Color32,
    /// Behind the selected row.
    pub selected: Color32,
    /// Paper of a document: white in either theme.
    pub paper: Color32,
    /// Around a place on paper.
    pub outline: Color32,
    /// Upon a place on paper; the text shows through.
    pub marker: Color32,
    good: (Color32, Color32),
    bad: (Color32, Color32),
    doubt: (Color32, Color32),
    other: (Color32, Color32),
    quiet: (Color32, Color32),
}

const LIGHT: Palette = Palette {
    background: Color32::from_rgb(0xF5, 0xF6, 0xF8),
    card: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    line: Color32::from_rgb(0xD9, 0xDD, 0xE4),
    text: Color32::from_rgb(0x1B, 0x21, 0x2C),
    muted: Color32::from_rgb(0x54, 0x5E, 0x6E),
    accent: Color32::from_rgb(0x1F, 0x4E, 0x9C),
    selected: Color32::from_rgb(0xE3, 0xEB, 0xF8),
    paper: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    outline: Color32::from_rgb(0x1F, 0x4E, 0x9C),
    marker: Color32::from_rgba_premultiplied(0x47, 0x38, 0x00, 0x48),
    good: (Color32::from_rgb(0x1A, 0x64, 0x1B), Color32::from_rgb(0xEA, 0xF8, 0xEA)),
    bad: (Color32::from_rgb(0xA3, 0x1F, 0x2F), Color32::from_rgb(0xFB, 0xEC, 0xED)),
    doubt: (Color32::from_rgb(0x7A, 0x52, 0x05), Color32::from_rgb(0xFD, 0xF5, 0xE2)),
    other: (Color32::from_rgb(0x6A, 0x2A, 0x8F), Color32::from_rgb(0xF6, 0xED, 0xFB)),
    quiet: (Color32::from_rgb(0x4B, 0x55, 0x65), Color32::from_rgb(0xEE, 0xF0, 0xF3)),
};

const DARK: Palette = Palette {
    background: Color32::from_rgb(0x14, 0x17, 0x1C),
    card: Color32::from_rgb(0x1D, 0x21, 0x28),
    line: Color32::from_rgb(0x3A, 0x41, 0x4D),
    text: Color32::from_rgb(0xE9, 0xEC, 0xF1),
    muted: Color32::from_rgb(0xA9, 0xB2, 0xC0),
    accent: Color32::from_rgb(0x8D, 0xB6, 0xF5),
    selected: Color32::from_rgb(0x26, 0x34, 0x4B),
    paper: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    outline: Color32::from_rgb(0x1F, 0x4E, 0x9C),
    marker: Color32::from_rgba_premultiplied(0x47, 0x38, 0x00, 0x48),
    good: (Color32::from_rgb(0x86, 0xD9, 0x8A), Color32::from_rgb(0x16, 0x2B, 0x19)),
    bad: (Color32::from_rgb(0xFF, 0xA0, 0xA6), Color32::from_rgb(0x36, 0x18, 0x1C)),
    doubt: (Color32::from_rgb(0xF2, 0xC8, 0x6B), Color32::from_rgb(0x32, 0x27, 0x0F)),
    other: (Color32::from_rgb(0xD9, 0xA9, 0xF5), Color32::from_rgb(0x2D, 0x1B, 0x3A)),
    quiet: (Color32::from_rgb(0xB7, 0xBF, 0xCC), Color32::from_rgb(0x2A, 0x2F, 0x38)),
};

impl Palette {
    /// The palette a context draws with.
    #[must_use]
    pub fn of(context: &egui::Context) -> &'static Self {
        match context.theme() {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// Colour of shape and word.
    #[must_use]
    pub fn ink(&self, tone: Tone) -> Color32 {
        self.pair(tone).0
    }

    /// Colour behind them.
    #[must_use]
    pub fn ground(&self, tone: Tone) -> Color32 {
        self.pair(tone).1
    }

    fn pair(&self, tone: Tone) -> (Color32, Color32) {
        match tone {
            Tone::Good => self.good,
            Tone::Bad => self.bad,
            Tone::Doubt => self.doubt,
            Tone::Other => self.other,
            Tone::Quiet => self.quiet,
        }
    }
}

/// Sizes of text, in points.
pub mod size {
    /// The word of a verdict.
    pub const WORD: f32 = 25.0;
    /// A result in percent.
    pub const RESULT: f32 = 34.0;
    /// A heading.
    pub const HEADING: f32 = 18.0;
    /// Text.
    pub const BODY: f32 = 15.0;
    /// Remarks.
    pub const SMALL: f32 = 13.0;
}

/// Distances, in points: steps of one scale.
pub mod space {
    /// Within a line.
    pub const XS: f32 = 4.0;
    /// Between lines.
    pub const S: f32 = 8.0;
    /// Within a card.
    pub const M: f32 = 16.0;
    /// Between groups.
    pub const L: f32 = 24.0;
    /// The widest a text may become before it is hard to read.
    pub const PAGE: f32 = 860.0;
}

/// Sets fonts, distances and colours of both themes, and which one is used.
pub fn apply(context: &egui::Context, choice: ThemeChoice) {
    context.set_theme(match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
    // Where the system does not say, paper is light.
    context.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        context.style_mut_of(theme, |style| {
            let font = |size| FontId::new(size, FontFamily::Proportional);
            style.text_styles = [
                (TextStyle::Heading, font(size::HEADING)),
                (TextStyle::Body, font(size::BODY)),
                (TextStyle::Button, font(size::BODY)),
                (TextStyle::Small, font(size::SMALL)),
                (TextStyle::Monospace, FontId::new(size::SMALL, FontFamily::Monospace)),
            ]
            .into();
            style.spacing.item_spacing = egui::vec2(space::S, 6.0);
            style.spacing.button_padding = egui::vec2(12.0, 7.0);
            style.spacing.interact_size.y = 24.0;
            style.visuals = visuals(theme);
            // Nothing moves by itself: motion makes some people ill, and a window that lies still costs nothing.
            style.animation_time = 0.0;
            style.scroll_animation = egui::style::ScrollAnimation::none();
            style.visuals.text_cursor.blink = false;
        });
    }
}

fn visuals(theme: Theme) -> Visuals {
    let (mut visuals, palette) = match theme {
        Theme::Light => (Visuals::light(), LIGHT),
        Theme::Dark => (Visuals::dark(), DARK),
    };
    visuals.override_text_color = Some(palette.text);
    visuals.panel_fill = palette.background;
    visuals.window_fill = palette.card;
    visuals.extreme_bg_color = palette.card;
    visuals.hyperlink_color = palette.accent;
    visuals.error_fg_color = palette.bad.0;
    visuals.warn_fg_color = palette.doubt.0;
    visuals.weak_text_color = Some(palette.muted);
    visuals.selection.bg_fill = palette.selected;
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    let radius = CornerRadius::same(6);
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = radius;
        widget.fg_stroke = Stroke::new(1.5, palette.text);
        widget.bg_stroke = Stroke::new(1.0, palette.line);
        widget.weak_bg_fill = palette.card;
        widget.bg_fill = palette.card;
    }
    visuals.widgets.hovered.bg_stroke = Stroke::new(1.5, palette.accent);
    visuals.widgets.active.bg_stroke = Stroke::new(2.0, palette.accent);
    visuals
}

/// Outlines what can be ticked or chosen strongly enough to be seen: a circle or a box has no word of its own.
pub fn outline(visuals: &mut Visuals, palette: &Palette) {
    visuals.widgets.inactive.bg_stroke = Stroke::new(1.5, palette.muted);
}

/// Marks the entry of a menu that the pointer or the keyboard is on: menus draw no borders around their entries.
pub fn menu(style: &mut egui::Style, palette: &Palette) {
    style.spacing.button_padding = egui::vec2(space::S, 3.0);
    let visuals = &mut style.visuals;
    for widget in [&mut visuals.widgets.hovered, &mut visuals.widgets.active, &mut visuals.widgets.open] {
        widget.weak_bg_fill = palette.selected;
        widget.bg_fill = palette.selected;
        widget.bg_stroke = Stroke::new(1.5, palette.accent);
    }
}

/// A card: one thought with a border around it.
pub fn card(palette: &Palette) -> egui::Frame {
    egui::Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::same(16))
}

/// A card that carries a verdict.
pub fn verdict_card(palette: &Palette, tone: Tone) -> egui::Frame {
    card(palette).fill(palette.ground(tone)).stroke(Stroke::new(1.5, palette.ink(tone)))
}

/// A remark within a card that must not be overlooked.
pub fn notice(palette: &Palette, tone: Tone) -> egui::Frame {
    egui::Frame::new()
        .fill(palette.ground(tone))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(10, 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_pair_can_be_read_in_both_themes() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            let mut pairs = vec![];
            for ground in [palette.background, palette.card, palette.selected] {
                pairs.extend([(palette.text, ground), (palette.muted, ground), (palette.accent, ground)]);
            }
            for tone in [Tone::Good, Tone::Bad, Tone::Doubt, Tone::Other, Tone::Quiet] {
                let ground = palette.ground(tone);
                pairs.extend([(palette.ink(tone), ground), (palette.text, ground), (palette.muted, ground)]);
                pairs.extend([(palette.ink(tone), palette.selected), (palette.ink(tone), palette.card)]);
                pairs.push((palette.ink(tone), palette.background));
            }
            for (ink, ground) in pairs {
                assert!(contrast(ink, ground) >= 4.5, "{name}: {ink:?} on {ground:?} is {:.2}", contrast(ink, ground));
            }
        }
    }

    #[test]
    fn nothing_moves_by_itself() {
        let context = egui::Context::default();
        assert!(context.style_of(Theme::Light).animation_time > 0.0, "else there would be nothing to switch off");
        apply(&context, ThemeChoice::System);
        for theme in [Theme::Light, Theme::Dark] {
            let style = context.style_of(theme);
            assert!(style.animation_time == 0.0 && !style.visuals.text_cursor.blink);
            assert_eq!(style.scroll_animation, egui::style::ScrollAnimation::none());
        }
    }

    #[test]
    fn the_measure_itself_is_right() {
        assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 0.01);
        assert!((contrast(Color32::WHITE, Color32::WHITE) - 1.0).abs() < 0.01);
    }
}
