//! Writes the folder `samples`, or compares it with what would be written (`--check`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)]

#[path = "../tests/forge/mod.rs"]
mod forge;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let check = std::env::args().any(|argument| argument == "--check");
    let mut differing = 0;
    for (name, bytes) in forge::samples::files() {
        let path = folder.join(&name);
        if std::fs::read(&path).is_ok_and(|committed| committed == bytes) {
            continue;
        }
        differing += 1;
        if check {
            eprintln!("{name}: differs from what the forge writes");
        } else {
            std::fs::create_dir_all(&folder).expect("the folder can be made");
            std::fs::write(&path, &bytes).expect("the file can be written");
            println!("{name}: {} bytes", bytes.len());
        }
    }
    if check && differing > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
