//! The window itself, on a display without a screen, with keys and a mouse: what no drawing of it alone can show.
//!
//! Needs `Xvfb` and `xdotool`; where they are missing this says so and passes, except in CI.

#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "real_window/pictures.rs"]
mod pictures;
#[allow(dead_code)]
mod program;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use program::{is_here, samples};
use tempfile::TempDir;

/// How long anything may take before the test gives up: machines differ.
const PATIENCE: Duration = Duration::from_secs(60);

fn sample(name: &str) -> PathBuf {
    samples().join(name)
}

fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{what}: not seen");
        thread::sleep(Duration::from_millis(30));
    }
}

/// Two windows that draw by software at once keep each other waiting longer than the tests have patience.
static ALONE: Mutex<()> = Mutex::new(());

/// A display of our own; it ends with the test.
struct Display {
    server: Child,
    name: String,
    _alone: MutexGuard<'static, ()>,
}

impl Display {
    /// The server itself looks for a number that is free: two that look from outside may find the same one.
    fn start() -> Self {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]);
        let mut server = server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut number = String::new();
        let told = BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim_end());
        let display = Self { server, name, _alone: alone };
        assert!(told > 0, "no display is free");
        display
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _gone = (self.server.kill(), self.server.wait());
    }
}

/// The program with a home of its own, and a stand-in for the system's dialog that answers with a path.
struct Desk {
    display: Display,
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let (display, home) = (Display::start(), tempfile::tempdir().unwrap());
        let programs = home.path().join("programs");
        fs::create_dir(&programs).unwrap();
        let stub = programs.join("zenity");
        fs::write(&stub, "#!/bin/sh\ncat \"$ZIMOGS_ANSWER\"\n").unwrap();
        fs::set_permissions(&stub, fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700)).unwrap();
        Self { display, home }
    }

    /// What the dialog will answer.
    fn answer(&self, path: &Path) {
        fs::write(self.home.path().join("answer"), path.to_string_lossy().as_bytes()).unwrap();
    }

    fn program(&self, arguments: &[&Path]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_edoc-viewer"));
        let home = self.home.path();
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .args(arguments)
            .env("DISPLAY", &self.display.name)
            .env("PATH", format!("{}:{path}", home.join("programs").display()))
            .env("ZIMOGS_ANSWER", home.join("answer"))
            .env("EDOC_DATA", home)
            .env("XDG_RUNTIME_DIR", home)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // The dialogs of a desktop that is not there are not waited for.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn xdotool(&self, arguments: &[&str]) -> Output {
        Command::new("xdotool").args(arguments).env("DISPLAY", &self.display.name).output().unwrap()
    }

    fn said(&self, arguments: &[&str]) -> String {
        String::from_utf8_lossy(&self.xdotool(arguments).stdout).trim().to_owned()
    }
}

/// A running window; it ends with the test.
struct Window<'d> {
    desk: &'d Desk,
    program: Child,
    id: String,
}

impl<'d> Window<'d> {
    fn open(desk: &'d Desk, arguments: &[&Path]) -> Self {
        let program = desk.program(arguments).args(["--lang", "lv", "--theme", "light"]).spawn().unwrap();
        let id = wait_for("the window", || {
            let found = desk.said(&["search", "--onlyvisible", "--class", "zimogs"]);
            found.lines().next().map(str::to_owned)
        });
        Self { desk, program, id }
    }

    fn title(&self) -> String {
        self.desk.said(&["getwindowname", &self.id])
    }

    fn comes_to(&self, file: &str) {
        wait_for(&format!("{file} in the title, which is {}", self.title()), || {
            self.title().starts_with(file).then_some(())
        });
    }

    fn press(&self, key: &str) {
        // Nobody manages the windows of this display: the focus is ours to give.
        self.desk.xdotool(&["windowfocus", &self.id]);
        thread::sleep(Duration::from_millis(200));
        self.desk.xdotool(&["key", key]);
    }

    /// Clicks at a place of the window.
    fn click(&self, x: i32, y: i32) {
        self.desk.xdotool(&["mousemove", "--sync", "--window", &self.id, &x.to_string(), &y.to_string()]);
        // The window must have heard of the pointer before it is pressed.
        thread::sleep(Duration::from_millis(200));
        self.desk.xdotool(&["click", "1"]);
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _gone = (self.program.kill(), self.program.wait());
    }
}

#[test]
fn a_person_opens_walks_sorts_exports_and_leaves() {
    if !is_here("Xvfb") || !is_here("xdotool") {
        return;
    }
    let desk = Desk::new();
    let files = ["janis-fizika.asice", "anna-matematika.edoc", "tampered.edoc"].map(sample);
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let mut window = Window::open(&desk, &paths);
    // Several files are a table, and what most wants a look is marked.
    window.comes_to("tampered.edoc");
    window.press("Down");
    window.press("Down");
    window.comes_to("anna-matematika.edoc");
    // The mouse marks the first row; where the heading "Slēdziens" is, a click sorts the other way round.
    window.click(90, 187);
    window.comes_to("tampered.edoc");
    window.click(60, 150);
    window.click(60, 150);
    window.press("Home");
    wait_for("another first row", || (!window.title().starts_with("tampered")).then_some(()));
    // A second start hands its file to this window and ends.
    let second = desk.program(&[&sample("unsigned.edoc")]).status().unwrap();
    assert!(second.success());
    window.comes_to("unsigned.edoc");
    // Back to the table, and out of the program into a file.
    window.press("Escape");
    let table = desk.home.path().join("tabula.csv");
    desk.answer(&table);
    window.press("ctrl+e");
    let written = wait_for("the table in a file", || fs::read_to_string(&table).ok());
    assert!(written.contains("anna-matematika.edoc") && written.lines().count() == 5, "{written}");
    // The dialog opens one more.
    desk.answer(&sample("foreign-issuer.edoc"));
    window.press("ctrl+o");
    window.comes_to("foreign-issuer.edoc");
    window.press("ctrl+q");
    let ended = wait_for("the end", || window.program.try_wait().unwrap());
    assert!(ended.success());
    // A new start shows what was kept: the recent files, and nothing else of them.
    let kept = fs::read_to_string(desk.home.path().join("settings.toml")).unwrap();
    assert!(kept.contains("foreign-issuer.edoc") && !kept.contains("PARAUGA"));
}
