//! Where a dossier goes: standard output as it comes, or a file that is whole or not there.

use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;

use super::not_written;
use crate::files::{Existing, Unfinished};
use crate::words::Words;

/// Where it goes.
pub(in crate::cli) enum Output {
    Standard(BufWriter<Stdout>),
    File(Unfinished),
}

impl Output {
    /// The file that was named, else standard output; nothing is overwritten.
    pub(in crate::cli) fn open(out: Option<&Path>, words: &Words) -> Result<Self, String> {
        match out {
            None => Ok(Self::Standard(BufWriter::new(io::stdout()))),
            Some(path) => Self::at(path, Existing::Stays).map_err(|error| not_written(words, path, &error)),
        }
    }

    /// A file.
    pub(in crate::cli) fn at(path: &Path, existing: Existing) -> io::Result<Self> {
        Unfinished::begin(path, existing).map(Self::File)
    }

    /// All of it was written.
    pub(in crate::cli) fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut standard) => standard.flush(),
            Self::File(file) => file.finish(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(standard) => standard.write(octets),
            Self::File(file) => file.write(octets),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(standard) => standard.flush(),
            Self::File(file) => file.flush(),
        }
    }
}
