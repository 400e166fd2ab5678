//! Contents of entries, expanded block by block (rule Z7).

use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::directory::limit;
use super::{Archive, ArchiveFault, ContentError, Entry, Method};
use crate::container::ContainerError;
use crate::container::source::block;
use crate::crypto::{DigestAlgorithm, Hasher};

/// From this size on, expanding and hashing run side by side: below, starting a thread costs more than it saves.
const SIDE_BY_SIDE_BYTES: u64 = 4 * 1024 * 1024;
/// Blocks waiting between the two. Each has at most [`crate::limits::READ_BLOCK_BYTES`].
const WAITING_BLOCKS: usize = 4;

impl Archive<'_> {
    /// The whole content of an entry of at most `most` bytes.
    pub(crate) fn read(&self, index: usize, most: u64) -> Result<Vec<u8>, ContentError> {
        let entry = self.entry(index)?;
        if entry.size > most {
            return Err(limit("bytes of one entry", most).into());
        }
        let mut content = Vec::with_capacity(block(entry.size));
        self.pass(index, &mut |bytes| content.extend_from_slice(bytes))?;
        Ok(content)
    }

    /// Digests of an entry, in the order of `algorithms`, in one pass.
    pub(crate) fn digest(&self, index: usize, algorithms: &[DigestAlgorithm]) -> Result<Vec<Vec<u8>>, ContentError> {
        let mut hashers: Vec<Hasher> = algorithms.iter().map(|algorithm| Hasher::new(*algorithm)).collect();
        if self.entry(index)?.size < SIDE_BY_SIDE_BYTES {
            self.pass(index, &mut |bytes| hashers.iter_mut().for_each(|hasher| hasher.update(bytes)))?;
        } else {
            hashers = self.digest_side_by_side(index, hashers)?;
        }
        Ok(hashers.into_iter().map(Hasher::finish).collect())
    }

    /// Compares length and checksum of an entry, unless a whole pass did so before.
    pub(crate) fn check(&self, index: usize) -> Result<(), ContentError> {
        if self.read_whole.get(index).is_some_and(|done| done.load(Ordering::Relaxed)) {
            return Ok(());
        }
        self.pass(index, &mut |_| {})
    }

    fn digest_side_by_side(&self, index: usize, mut hashers: Vec<Hasher>) -> Result<Vec<Hasher>, ContentError> {
        let (full, filled) = mpsc::sync_channel::<Vec<u8>>(WAITING_BLOCKS);
        let (spent, emptied) = mpsc::channel::<Vec<u8>>();
        thread::scope(|scope| {
            let hashing = thread::Builder::new().spawn_scoped(scope, move || {
                for bytes in filled {
                    hashers.iter_mut().for_each(|hasher| hasher.update(&bytes));
                    // The other side may have finished already.
                    let _ = spent.send(bytes);
                }
                hashers
            })?;
            let outcome = self.pass(index, &mut |bytes| {
                let mut buffer = emptied.try_recv().unwrap_or_default();
                buffer.clear();
                buffer.extend_from_slice(bytes);
                // Fails only where the other side has stopped, which joining reports.
                let _ = full.send(buffer);
            });
            drop(full);
            let hashers = hashing.join().map_err(|_| std::io::Error::other("computing a digest stopped"))?;
            outcome.map(|()| hashers)
        })
    }

    /// Hands the whole content to `sink`, block by block, and compares length and checksum.
    pub(crate) fn pass(&self, index: usize, sink: &mut dyn FnMut(&[u8])) -> Result<(), ContentError> {
        let entry = self.entry(index)?;
        let mut checksum = Crc::new();
        let mut summing = |bytes: &[u8]| {
            checksum.update(bytes);
            sink(bytes);
        };
        match entry.method {
            Method::Stored => self.stored(entry, &mut summing)?,
            Method::Deflated => self.deflated(entry, &mut summing)?,
        }
        if checksum.sum() != entry.checksum {
            return Err(ArchiveFault::ContentChecksum { name: entry.name.clone() }.into());
        }
        if let Some(done) = self.read_whole.get(index) {
            done.store(true, Ordering::Relaxed);
        }
        Ok(())
    }

    fn stored(&self, entry: &Entry, sink: &mut dyn FnMut(&[u8])) -> Result<(), ContentError> {
        let mut input = Input::new(entry);
        while input.fill(self.source)? {
            sink(input.waiting());
            input.consume(usize::MAX);
        }
        Ok(())
    }

    fn deflated(&self, entry: &Entry, sink: &mut dyn FnMut(&[u8])) -> Result<(), ContentError> {
        let length = || ArchiveFault::ContentLength { name: entry.name.clone() };
        let damaged = || ArchiveFault::ContentDamaged { name: entry.name.clone() };
        let mut input = Input::new(entry);
        let mut output = vec![0; block(entry.size).max(1)];
        let mut inflater = Decompress::new(false);
        loop {
            input.fill(self.source)?;
            let (consumed, produced) = (inflater.total_in(), inflater.total_out());
            let status =
                inflater.decompress(input.waiting(), &mut output, FlushDecompress::None).map_err(|_| damaged())?;
            let step = |now: u64, before: u64| usize::try_from(now.saturating_sub(before)).unwrap_or(usize::MAX);
            let (consumed, produced) = (step(inflater.total_in(), consumed), step(inflater.total_out(), produced));
            // The directory's size is within the limits, so a lying one is all that must be stopped here.
            if inflater.total_out() > entry.size {
                return Err(length().into());
            }
            input.consume(consumed);
            sink(output.get(..produced).unwrap_or_default());
            if status == Status::StreamEnd {
                break;
            }
            if consumed == 0 && produced == 0 {
                return Err(damaged().into());
            }
        }
        if inflater.total_in() != entry.compressed || inflater.total_out() != entry.size {
            return Err(length().into());
        }
        Ok(())
    }

    fn entry(&self, index: usize) -> Result<&Entry, ContainerError> {
        self.entries.get(index).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound).into())
    }
}

/// The compressed bytes of an entry, one block at a time.
struct Input {
    buffer: Vec<u8>,
    /// The part of the buffer that waits to be consumed.
    from: usize,
    until: usize,
    offset: u64,
    remaining: u64,
}

impl Input {
    fn new(entry: &Entry) -> Self {
        let buffer = vec![0; block(entry.compressed)];
        Self { buffer, from: 0, until: 0, offset: entry.data, remaining: entry.compressed }
    }

    /// Reads the next block once the last one is consumed; says whether anything waits.
    fn fill(&mut self, source: &dyn crate::container::Source) -> std::io::Result<bool> {
        if self.from == self.until && self.remaining > 0 {
            (self.from, self.until) = (0, block(self.remaining));
            source.read_exact_at(self.offset, self.buffer.get_mut(..self.until).unwrap_or_default())?;
            let read = u64::try_from(self.until).unwrap_or(u64::MAX);
            self.offset = self.offset.saturating_add(read);
            self.remaining = self.remaining.saturating_sub(read);
        }
        Ok(self.from < self.until)
    }

    fn waiting(&self) -> &[u8] {
        self.buffer.get(self.from..self.until).unwrap_or_default()
    }

    fn consume(&mut self, bytes: usize) {
        self.from = self.from.saturating_add(bytes).min(self.until);
    }
}
