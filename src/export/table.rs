//! A dossier as a table: the columns that CSV, XLSX and whoever else shows rows have in common, defined once.
//!
//! A row is a certificate, or a file without any, in the order of [`crate::dossier::Dossier::entries`]. Rows are small and made one
//! file at a time, so that no report need stay.

mod arranged;
mod cells;
mod made;
mod row;

pub use arranged::{Arranged, By, Only, Table};
pub use cells::{Cell, Column, word_code};
pub(super) use cells::{policy, text};
pub use made::{Collected, Collecting, Kept};
pub use row::{CertificateFacts, Checked, FileFacts, ListDate, Part, TableRow, rows};

#[cfg(test)]
mod tests;
