//! The window program. Where no window can be shown it prints what `edoc verify` would.

// A double-click must not open a console beside the window.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

#[cfg(feature = "gui")]
fn main() -> ExitCode {
    use std::io::Write as _;

    use edoc::gui::{NoWindow, run};
    use edoc::preview;

    // Before anything else: that process knows nothing of windows.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == preview::WORKER_ARGUMENT) {
        preview::serve_standard();
        return ExitCode::SUCCESS;
    }
    match run(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(NoWindow::Answered { text, wrong: false }) => {
            let _closed = write!(std::io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Err(NoWindow::NoDisplay { .. }) => ExitCode::from(edoc::cli::without_display(std::env::args_os()).code()),
        Err(error) => {
            let _closed = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

#[cfg(not(feature = "gui"))]
fn main() -> ExitCode {
    ExitCode::from(edoc::cli::without_display(std::env::args_os()).code())
}
