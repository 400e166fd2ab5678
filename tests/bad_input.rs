//! Input nobody should have to handle, at the level of the library.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    missing_docs
)]

#[path = "container/samples.rs"]
#[allow(dead_code)]
mod samples;
#[path = "container/zip_writer.rs"]
#[allow(dead_code)]
mod zip_writer;

use std::io::{ErrorKind, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};

use edoc::container::{ArchiveFault, Bytes, ContainerError, FileSource, Format, Opened, Source, digest_source, open};
use edoc::crypto::{DigestAlgorithm, Sha256};
use samples::{format_of, good};
use zip_writer::Item;

#[test]
fn an_empty_file_is_named() {
    assert_eq!(format_of(b""), Format::Empty);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.edoc");
    std::fs::write(&path, b"").unwrap();
    let source = FileSource::open(&path).unwrap();
    assert!(matches!(open(&source).unwrap(), Opened::Recognised(Format::Empty)));
    assert_eq!(digest_source(&source).unwrap(), Sha256::of(b""));
}

#[test]
fn a_file_reads_like_a_slice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paraugs.edoc");
    let bytes = good().bytes();
    std::fs::write(&path, &bytes).unwrap();
    let source = FileSource::open(&path).unwrap();
    assert_eq!(source.len(), bytes.len() as u64);
    assert_eq!(digest_source(&source).unwrap(), Sha256::of(&bytes));
    let Opened::Container(container) = open(&source).unwrap() else { panic!("not read") };
    assert_eq!(container.read_document(&container.documents[0], 100).unwrap(), b"Paraugs");
    let mut beyond = [0; 2];
    assert_eq!(source.read_exact_at(source.len() - 1, &mut beyond).unwrap_err().kind(), ErrorKind::UnexpectedEof);
    let slice = Bytes(&bytes);
    assert_eq!(slice.read_exact_at(slice.len() - 1, &mut beyond).unwrap_err().kind(), ErrorKind::UnexpectedEof);
}

#[test]
fn a_folder_and_a_missing_file_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(FileSource::open(folder.path()).unwrap_err().kind(), ErrorKind::IsADirectory);
    assert_eq!(FileSource::open(&folder.path().join("nav")).unwrap_err().kind(), ErrorKind::NotFound);
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_errors_and_nobody_waits() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
        assert_eq!(FileSource::open(&pipe).unwrap_err().kind(), ErrorKind::InvalidInput);
    }
    assert_eq!(FileSource::open("/dev/zero".as_ref()).unwrap_err().kind(), ErrorKind::InvalidInput);
}

#[test]
fn ten_sparse_gigabytes_cost_no_more_than_a_few_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let sparse = |head: &[u8]| {
        let mut file = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
        file.write_all(head).unwrap();
        file.as_file().set_len(10 << 30).unwrap();
        file
    };
    for (head, format) in [(b"".as_slice(), Format::Other), (b"%PDF-1.7", Format::Pdf), (b"<a/>", Format::OtherXml)] {
        let file = sparse(head);
        let source = FileSource::open(file.path()).unwrap();
        assert!(matches!(open(&source).unwrap(), Opened::Recognised(found) if found == format));
    }
    let file = sparse(b"PK\x03\x04");
    let source = FileSource::open(file.path()).unwrap();
    assert!(matches!(open(&source).unwrap(), Opened::Refused(ArchiveFault::NoEndRecord)));
}

#[test]
fn a_bomb_is_a_limit_and_not_a_verdict() {
    let bomb = good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; 30 << 20]));
    assert!(matches!(open(&Bytes(&bomb.bytes())), Err(ContainerError::Limit { .. })));
    let ordinary = good().replace("a.txt", |_| Item::deflated("a.txt", vec![0; 1000 * 1024]));
    assert!(matches!(open(&Bytes(&ordinary.bytes())), Ok(Opened::Container(_))));
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paraugs.edoc");
    std::fs::write(&path, good().bytes()).unwrap();
    let source = FileSource::open(&path).unwrap();
    let Opened::Container(container) = open(&source).unwrap() else { panic!("not read") };
    std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(40).unwrap();
    assert!(container.digest_document(&container.documents[0], &[DigestAlgorithm::Sha256]).is_err());
    assert!(digest_source(&source).is_err());
}

/// Counts the bytes that are read.
struct Counting<'a> {
    bytes: Bytes<'a>,
    read: AtomicUsize,
}

impl Source for Counting<'_> {
    fn len(&self) -> u64 {
        self.bytes.len()
    }

    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> std::io::Result<()> {
        self.read.fetch_add(buffer.len(), Ordering::Relaxed);
        self.bytes.read_exact_at(offset, buffer)
    }
}

#[test]
fn a_bomb_that_lies_about_its_size_is_not_read_to_its_end() {
    // Noise that does not compress, behind a thousand zeros that are said to be everything.
    let mut state = 1u32;
    let noise = (0..2_000_000).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    });
    let content: Vec<u8> = std::iter::repeat_n(0, 1_000).chain(noise).collect();
    let lying = good().replace("a.txt", |_| Item::deflated("a.txt", &content).both(|header| header.size = 1_000));
    let bytes = lying.bytes();
    let source = Counting { bytes: Bytes(&bytes), read: AtomicUsize::new(0) };
    let Opened::Container(container) = open(&source).unwrap() else { panic!("not read") };
    source.read.store(0, Ordering::Relaxed);
    assert!(container.digest_document(&container.documents[0], &[DigestAlgorithm::Sha256]).is_err());
    let read = source.read.load(Ordering::Relaxed);
    assert!(read <= edoc::limits::READ_BLOCK_BYTES, "{read} of {} bytes", bytes.len());
}

/// A disk that fails from some place on.
struct Failing<'a> {
    bytes: Bytes<'a>,
    from: u64,
}

impl Source for Failing<'_> {
    fn len(&self) -> u64 {
        self.bytes.len()
    }

    fn read_exact_at(&self, offset: u64, buffer: &mut [u8]) -> std::io::Result<()> {
        let end = offset + buffer.len() as u64;
        if end > self.from {
            Err(std::io::Error::other("bad sector"))
        } else {
            self.bytes.read_exact_at(offset, buffer)
        }
    }
}

#[test]
fn a_failing_disk_is_our_failure_and_not_the_document_s() {
    let bytes = good().bytes();
    for from in 0..=bytes.len() as u64 {
        let source = Failing { bytes: Bytes(&bytes), from };
        match open(&source) {
            Err(ContainerError::Read(_)) => assert!(from < source.len()),
            Ok(Opened::Container(_)) => assert_eq!(from, source.len()),
            _ => panic!("a verdict on a file that could not be read, from byte {from}"),
        }
    }
}

#[test]
fn cut_at_any_byte_it_is_refused() {
    let whole = good().bytes();
    assert_eq!(format_of(&whole), Format::AsicE);
    for length in 2..whole.len() {
        match open(&Bytes(&whole[..length])).unwrap() {
            Opened::Refused(_) => {}
            Opened::Recognised(format) => panic!("{length} bytes: {format:?}"),
            Opened::Container(_) => panic!("{length} bytes were read"),
        }
    }
}

#[test]
fn without_its_first_bytes_it_is_refused_or_unknown() {
    let whole = good().bytes();
    for start in 1..whole.len() {
        let source = Bytes(&whole[start..]);
        let opened = open(&source).unwrap();
        assert!(!matches!(opened, Opened::Container(_)), "from byte {start}");
    }
}
