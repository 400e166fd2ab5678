//! Text from a file, made harmless before it stands in a sentence or reaches a terminal.

/// Shows characters that control, hide or reverse text as what they are.
///
/// Control characters become their pictures (`␛`), line and paragraph separators `␤`, marks that change the direction
/// of writing and invisible characters `�`. Everything else stays as it is.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().map(harmless).collect()
}

fn harmless(character: char) -> char {
    match character {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' => '\u{2424}',
        _ if is_deceptive(character) => '\u{fffd}',
        _ => character,
    }
}

/// C1 controls, soft hyphen, marks of direction, characters without width, tags, byte order mark, interlinear marks.
fn is_deceptive(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn ordinary_text_stays() {
        let text = "Matemātika (augstākais līmenis) — 87,50\u{a0}% 🙂";
        assert_eq!(clean(text), text);
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(clean("a\u{1b}[31mb\r\n\u{7f}\u{9b}2J"), "a␛[31mb␍␊␡\u{fffd}2J");
    }

    #[test]
    fn direction_cannot_be_reversed() {
        assert_eq!(clean("exam\u{202e}fdp.exe\u{200b}\u{feff}"), "exam\u{fffd}fdp.exe\u{fffd}\u{fffd}");
    }
}
