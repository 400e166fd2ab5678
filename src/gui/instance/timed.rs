//! A socket that is read and written until a moment and no longer, however slowly the other side goes.

use std::io::{self, Read, Write};
use std::time::{Duration, Instant};

use super::UnixStream;

/// A socket with a deadline for everything that is said over it.
pub(super) struct Timed<'s> {
    stream: &'s UnixStream,
    end: Instant,
}

impl<'s> Timed<'s> {
    pub(super) fn until(stream: &'s UnixStream, end: Instant) -> Self {
        Self { stream, end }
    }

    /// What is left; the system takes no wait of nothing.
    fn left(&self) -> io::Result<Option<Duration>> {
        match self.end.saturating_duration_since(Instant::now()) {
            Duration::ZERO => Err(io::ErrorKind::TimedOut.into()),
            left => Ok(Some(left)),
        }
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(self.left()?)?;
        let mut stream = self.stream;
        stream.read(buffer)
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(self.left()?)?;
        let mut stream = self.stream;
        stream.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
