//! What a page hides: by an attribute, by a style, by a rule of its own style sheet in its simplest forms.

use std::collections::HashSet;

use super::tags::Tag;
use crate::exam::text::markup::end_of_element;

/// Rules of one page that are kept.
const RULES: usize = 1_000;
/// Elements that strike their text out.
const STRUCK: [&str; 3] = ["del", "s", "strike"];

/// Selectors of rules that hide: an element, a class or an identifier.
pub(super) struct Hidden {
    selectors: HashSet<String>,
    /// Whether no style sheet paints a ground: white text is then on white, unless an element around it has a ground.
    paper: bool,
}

impl Hidden {
    /// From the style sheets within the text.
    pub(super) fn of(text: &str) -> Self {
        let sheets = sheets(text);
        let paper = !sheets.iter().any(|sheet| sheet.contains("background"));
        let mut selectors = HashSet::new();
        for rule in sheets.iter().flat_map(|sheet| sheet.split('}')) {
            let Some((selector, declarations)) = rule.rsplit_once('{') else { continue };
            let selector = selector.rsplit(['{', ';', '>', '/']).next().unwrap_or_default();
            let unseen = hides(declarations) || (paper && is_white(declarations));
            if unseen && selectors.len() < RULES {
                // Of ".page .x" the last part is what is hidden; where it stands is not looked at.
                selectors.extend(
                    selector.split(',').filter_map(|one| one.split_whitespace().next_back()).map(str::to_lowercase),
                );
            }
        }
        Self { selectors, paper }
    }

    /// Whether an element paints what its text stands on.
    pub(super) fn is_ground(tag: &Tag) -> bool {
        tag.attribute("bgcolor").is_some() || tag.attribute("style").is_some_and(|style| style.contains("background"))
    }

    /// Whether an element is hidden with all that is in it.
    pub(super) fn hides(&self, tag: &Tag, on_ground: bool) -> bool {
        let white = self.paper && !on_ground && !Self::is_ground(tag);
        let by_itself = (white && tag.attribute("style").is_some_and(is_white))
            || tag.attribute("hidden").is_some()
            || tag.attribute("style").is_some_and(hides)
            || STRUCK.contains(&tag.name.as_str());
        by_itself || (!self.selectors.is_empty() && self.names(tag))
    }

    fn names(&self, tag: &Tag) -> bool {
        let is_selected = |own: String| {
            let whole = format!("{}{own}", tag.name);
            self.selectors.contains(&own) || self.selectors.contains(&whole)
        };
        let classes = tag.attribute("class").unwrap_or_default().to_lowercase();
        let id = tag.attribute("id").map(|id| format!("#{}", id.to_lowercase()));
        self.selectors.contains(&tag.name)
            || classes.split_whitespace().take(16).any(|class| is_selected(format!(".{class}")))
            || id.is_some_and(is_selected)
    }
}

/// The style sheets within a text.
fn sheets(text: &str) -> Vec<&str> {
    let mut sheets = Vec::new();
    let mut rest = text;
    // ASCII alone changes its case, so that offsets stay.
    let lower = text.to_ascii_lowercase();
    while let Some(at) = lower.get(text.len().saturating_sub(rest.len())..).and_then(|lower| lower.find("<style")) {
        rest = rest.get(at..).unwrap_or_default();
        let after = end_of_element(rest, "style");
        sheets.push(rest.get(..rest.len().saturating_sub(after.len())).unwrap_or_default());
        rest = after;
    }
    sheets
}

/// Whether declarations of a style make text white or clear.
fn is_white(style: &str) -> bool {
    let style: String = style.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let white = ["#fff", "#ffffff", "white", "transparent", "rgb(255,255,255)"];
    style
        .split(';')
        .filter_map(|one| one.split_once(':'))
        .any(|(name, value)| name == "color" && white.contains(&value.strip_suffix("!important").unwrap_or(value)))
}

/// Whether declarations of a style hide.
fn hides(style: &str) -> bool {
    let style: String = style.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    style.split(';').any(|declaration| {
        let declaration = declaration.strip_suffix("!important").unwrap_or(declaration);
        let zero = |value: &str| value.trim_end_matches(|c: char| c.is_alphabetic() || c == '%').parse() == Ok(0.0_f32);
        match declaration.split_once(':') {
            Some(("display", "none")) | Some(("visibility", "hidden" | "collapse")) => true,
            Some(("opacity" | "font-size", value)) => zero(value),
            _ => false,
        }
    })
}
