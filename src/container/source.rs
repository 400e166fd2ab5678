//! Where bytes come from: a slice, or a file read in place so that a large one is never held whole.

use std::io;

/// Bytes at known places.
pub trait Source: Sync {
    /// How many bytes there are.
    fn len(&self) -> u64;

    /// Fills `buffer` from `offset`.
    ///
    /// # Errors
    /// The operating system's, or `UnexpectedEof` where the source ends first.
    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()>;

    /// Whether there is no byte at all.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
