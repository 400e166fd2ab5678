//! The fonts that come with the program (`assets/fonts/README.md`), each once in it.

/// In the place of Helvetica, and of the reports.
pub(crate) static SANS: &[u8] = include_bytes!("../assets/fonts/zimogs-sans-regular.ttf");
/// The same, bold.
pub(crate) static SANS_BOLD: &[u8] = include_bytes!("../assets/fonts/zimogs-sans-bold.ttf");
