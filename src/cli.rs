//! The command line: arguments, what they ask for, and what is printed.

mod args;
mod complaint;
mod completions;
mod dossier;
mod exit;
mod extract;
mod facts;
mod interrupt;
mod issuers;
mod man;
mod online;
mod patterns;
pub mod print;
mod recheck;
mod report_file;
pub mod run;
mod trust;
mod watch;

pub use exit::Exit;
pub use run::{main, without_display};
