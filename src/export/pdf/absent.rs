//! What stands in the place of PDF in a program that was built without it: everything is refused.

use std::io::{self, Write};
use std::path::Path;

use super::codes::Codes;
use super::table::Table;
use crate::Timestamp;
use crate::dossier::{Examined, Unexamined};
use crate::report::Report;
use crate::words::Words;

/// Whether this program writes PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// It does.
    Yes,
    /// It was built without the feature `pdf`.
    No,
}

/// This program does not.
pub const BUILT_IN: BuiltIn = BuiltIn::No;

/// No pages.
pub struct Pages<'w>(std::marker::PhantomData<&'w Words>);

impl<'w> Pages<'w> {
    /// Nothing, ever.
    #[must_use]
    pub fn new(_words: &'w Words, _codes: Codes, _at: Timestamp) -> Self {
        Self(std::marker::PhantomData)
    }

    /// Refuses.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`], always.
    pub fn add(&mut self, _examined: &Examined) -> io::Result<()> {
        refused()
    }

    /// Refuses.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub fn take(&mut self, _path: &Path, _result: Result<&Report, &Unexamined>) -> io::Result<()> {
        refused()
    }

    /// Refuses.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub fn add_again(&mut self, _path: &Path, _first: usize) -> io::Result<()> {
        refused()
    }

    /// Refuses.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub fn write(&self, _out: &mut dyn Write) -> io::Result<()> {
        refused()
    }

    /// Refuses.
    ///
    /// # Errors
    /// As [`Pages::add`].
    pub fn write_with_summary(&self, _table: &Table<'_>, _out: &mut dyn Write) -> io::Result<()> {
        refused()
    }
}

fn refused() -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}
