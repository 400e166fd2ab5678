//! The command line: arguments, what they ask for, and what is printed.

mod args;
mod complaint;
mod dossier;
mod exit;
mod extract;
mod facts;
mod interrupt;
mod issuers;
mod online;
pub mod print;
pub mod run;
mod trust;

pub use exit::Exit;
pub use run::{main, without_display};
