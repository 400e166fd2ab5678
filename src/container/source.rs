//! Where bytes come from: a slice, or a file read in place so that a large one is never held whole.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::crypto::{DigestAlgorithm, Hasher, Sha256};
use crate::limits;

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

/// Bytes in memory.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Source for Bytes<'_> {
    fn len(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX)
    }

    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(offset).map_err(|_| io::ErrorKind::UnexpectedEof)?;
        let end = start.checked_add(buffer.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        buffer.copy_from_slice(self.0.get(start..end).ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

/// An ordinary file, read at positions; neither mapped nor held in memory.
#[derive(Debug)]
pub struct FileSource {
    file: File,
    len: u64,
    modified: Option<SystemTime>,
}

impl FileSource {
    /// Opens an ordinary file for reading.
    ///
    /// # Errors
    /// The operating system's; `IsADirectory` for a folder, `InvalidInput` for a pipe, a socket or a device, which
    /// could make a reader wait for ever.
    pub fn open(path: &Path) -> io::Result<Self> {
        // Before opening: opening a pipe waits for its other end.
        ordinary(&std::fs::metadata(path)?)?;
        let file = File::open(path)?;
        // After opening: the name may mean another file by now.
        let metadata = file.metadata()?;
        ordinary(&metadata)?;
        Ok(Self { file, len: metadata.len(), modified: metadata.modified().ok() })
    }

    /// When the file was last written to, where the system says so.
    #[must_use]
    pub fn modified(&self) -> Option<SystemTime> {
        self.modified
    }
}

fn ordinary(metadata: &std::fs::Metadata) -> io::Result<()> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(io::Error::new(io::ErrorKind::IsADirectory, "is a folder"))
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "is not an ordinary file"))
    }
}

impl Source for FileSource {
    fn len(&self) -> u64 {
        self.len
    }

    #[cfg(unix)]
    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, buffer, offset)
    }

    #[cfg(windows)]
    fn read_exact_at(&self, mut offset: u64, mut buffer: &mut [u8]) -> io::Result<()> {
        use std::os::windows::fs::FileExt as _;
        while !buffer.is_empty() {
            match self.file.seek_read(buffer, offset) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(read) => {
                    offset = offset.saturating_add(u64::try_from(read).unwrap_or(0));
                    buffer = buffer.get_mut(read..).unwrap_or_default();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// The SHA-256 of everything a source holds, in large blocks.
///
/// # Errors
/// The source's.
pub fn digest_source(source: &dyn Source) -> io::Result<Sha256> {
    let mut hasher = Hasher::new(DigestAlgorithm::Sha256);
    let (mut offset, len) = (0, source.len());
    let mut buffer = vec![0; block(len)];
    while offset < len {
        let part = buffer.get_mut(..block(len - offset)).ok_or(io::ErrorKind::UnexpectedEof)?;
        source.read_exact_at(offset, part)?;
        hasher.update(part);
        offset = offset.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
    }
    Sha256::from_bytes(&hasher.finish()).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The size of the next block when `remaining` bytes are left.
pub(super) fn block(remaining: u64) -> usize {
    usize::try_from(remaining).unwrap_or(usize::MAX).min(limits::READ_BLOCK_BYTES)
}

/// At most `length` bytes from `offset`, fewer where the source ends.
pub(super) fn peek(source: &dyn Source, offset: u64, length: usize) -> io::Result<Vec<u8>> {
    let left = usize::try_from(source.len().saturating_sub(offset)).unwrap_or(usize::MAX);
    let mut buffer = vec![0; length.min(left)];
    if buffer.is_empty() {
        return Ok(buffer);
    }
    source.read_exact_at(offset, &mut buffer)?;
    Ok(buffer)
}
