//! Every state that `docs/pictures/make.sh` lists is drawn by the real window and written as a picture: of its size, not blank, and with
//! the colour of its verdict in it. With `EDOC_PICTURES=1` the pictures of the documentation themselves are made, in both looks; else each
//! second state in another look, in a folder that goes again.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use edoc::gui::ThemeChoice;
use edoc::gui::theme::{Palette, Tone, apply};
use image::Rgba;

use super::Desk;
use crate::program::is_here;

/// A state as the script has it.
struct Shown {
    name: String,
    size: (u32, u32),
    arguments: Vec<String>,
}

fn listed() -> Vec<Shown> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = std::fs::read_to_string(root.join("docs/pictures/make.sh")).unwrap();
    let given = ["--trust", "samples/trust-list.xml", "--issuers", "samples/issuers.toml"].map(str::to_owned);
    let one = |line: &str| {
        let mut words = line.strip_prefix("picture ")?.split_whitespace().map(str::to_owned);
        let (name, size) = (words.next()?, words.next()?);
        let (width, height) = size.split_once('x')?;
        let arguments = words.flat_map(|word| if word.contains("given") { given.to_vec() } else { vec![word] });
        Some(Shown { name, size: (width.parse().ok()?, height.parse().ok()?), arguments: arguments.collect() })
    };
    script.lines().filter_map(one).collect()
}

/// The colour that a state must show: that of its word.
fn tone(name: &str) -> Option<Tone> {
    Some(match name {
        "good" | "beside" => Tone::Good,
        "tampered" => Tone::Bad,
        "doubtful" => Tone::Doubt,
        "foreign" => Tone::Other,
        "unsigned" | "missing" => Tone::Quiet,
        _ => return None,
    })
}

/// Language and theme.
const LOOKS: [(&str, &str, &str); 2] = [("lv", "light", ""), ("en", "dark", "-en")];

fn draw(desk: &Desk, shown: &Shown, (language, theme, _): (&str, &str, &str), to: &Path) {
    let size = format!("{}x{}", shown.size.0, shown.size.1);
    let mut program = desk.program(&[]);
    program.current_dir(env!("CARGO_MANIFEST_DIR")).args(&shown.arguments);
    program.args(["--lang", language, "--theme", theme, "--size", &size, "--screenshot"]).arg(to);
    assert!(program.status().unwrap().success(), "{}", shown.name);
    let picture = image::open(to).unwrap_or_else(|error| panic!("{}: {error}", shown.name)).to_rgba8();
    assert_eq!(picture.dimensions(), shown.size, "{}", shown.name);
    let colours: HashSet<Rgba<u8>> = picture.pixels().copied().collect();
    assert!(colours.len() > 40, "{}: {} colours", shown.name, colours.len());
    let context = egui::Context::default();
    apply(&context, if theme == "dark" { ThemeChoice::Dark } else { ThemeChoice::Light });
    let palette = Palette::of(&context);
    let has = |colour: egui::Color32| colours.contains(&Rgba(colour.to_array()));
    assert!(has(palette.background), "{}: the background is of the {theme} theme", shown.name);
    if let Some(tone) = tone(&shown.name) {
        assert!(has(palette.ink(tone)) && has(palette.ground(tone)), "{}: the colour of its word", shown.name);
    }
}

#[test]
fn every_state_makes_its_picture() {
    if !is_here("Xvfb") {
        return;
    }
    let (desk, states) = (Desk::new(), listed());
    assert!(states.len() > 10, "{} states are listed", states.len());
    let documented = std::env::var_os("EDOC_PICTURES").is_some();
    for (number, shown) in states.iter().enumerate() {
        let looks = if documented { &LOOKS[..] } else { &LOOKS[number % 2..][..1] };
        for look in looks {
            let file = format!("{}{}.png", shown.name, look.2);
            let to: PathBuf = if documented {
                Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures").join(file)
            } else {
                desk.home.path().join(file)
            };
            draw(&desk, shown, *look, &to);
        }
    }
}
