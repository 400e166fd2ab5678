//! What goes over the pipe: one request, one answer, each with its length in front. Both sides hold the other to limits, because
//! either may have been taken over by a document.

use std::io::{self, Read, Write};

use self::fields::{Fields, put};
use crate::exam::TextCell;
use crate::limits;

mod fields;

/// What is asked of the process that draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Take this document.
    Open(Vec<u8>),
    /// Draw a part of a page.
    Draw(Window),
    /// Read its text.
    Text,
}

/// A part of a page, in pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Page, from 0.
    pub page: u32,
    /// Thousandths of a pixel to a point of the page.
    pub scale: u16,
    /// Left edge.
    pub left: u16,
    /// Top edge.
    pub top: u16,
    /// Width, at most [`limits::PREVIEW_TILE`].
    pub width: u16,
    /// Height, at most [`limits::PREVIEW_TILE`].
    pub height: u16,
}

/// What it answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The document is taken.
    Opened(Opened),
    /// A part of a page.
    Picture(Picture),
    /// Its text.
    Text(Vec<TextCell>),
    /// It could not be done.
    Failed(Fault),
}

/// What kind of document was taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// Pages that can be drawn: width and height of each in points.
    Pages(Vec<[f32; 2]>),
    /// Text only: it has no pages.
    Text,
}

/// Pixels without transparency, four octets each.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// Red, green, blue, 255.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Picture {} x {}", self.width, self.height)
    }
}

/// Why there is no preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not a kind of document that is shown.
    #[error("not a kind of document that is shown")]
    UnknownKind,
    /// Damaged, or its reader gave up.
    #[error("cannot be drawn")]
    Damaged,
    /// It took too long.
    #[error("took too long")]
    TooSlow,
    /// It took too much memory, or the process ended in another way.
    #[error("the process that draws ended")]
    Ended,
    /// More bytes, pages or pixels than `limits` allow.
    #[error("exceeds a limit")]
    TooLarge,
    /// The file could not be read, or is another one than was judged.
    #[error("the file is not the one that was judged")]
    NotTheFile,
    /// The process could not be started.
    #[error("the process that draws cannot be started")]
    NotStarted,
}

/// What came is not what may come.
#[derive(Debug, thiserror::Error)]
pub enum ProtocolError {
    /// The pipe is closed or broken.
    #[error(transparent)]
    Pipe(#[from] io::Error),
    /// More octets than may come.
    #[error("{0} octets are more than may come")]
    TooLong(u32),
    /// Not a message.
    #[error("not a message")]
    Malformed,
}

const FAULTS: [Fault; 7] = [
    Fault::UnknownKind,
    Fault::Damaged,
    Fault::TooSlow,
    Fault::Ended,
    Fault::TooLarge,
    Fault::NotTheFile,
    Fault::NotStarted,
];

/// Beside its pixels, text or document a message has few octets.
const HEAD_BYTES: usize = 64 * 1024;

impl Request {
    /// # Errors
    /// [`ProtocolError`] where the pipe is broken.
    pub fn write(&self, pipe: &mut dyn Write) -> Result<(), ProtocolError> {
        let mut head = Vec::new();
        let mut body: &[u8] = &[];
        match self {
            Self::Open(content) => {
                head.push(1);
                body = content;
            }
            Self::Draw(window) => {
                head.push(2);
                put(&mut head, &window.page.to_le_bytes());
                for side in [window.scale, window.left, window.top, window.width, window.height] {
                    put(&mut head, &side.to_le_bytes());
                }
            }
            Self::Text => head.push(3),
        }
        write_message(pipe, &head, body)
    }

    /// # Errors
    /// [`ProtocolError`] where the pipe is closed, or what comes is no request.
    pub fn read(pipe: &mut dyn Read) -> Result<Self, ProtocolError> {
        let most = usize::try_from(limits::PREVIEW_DOCUMENT_BYTES).unwrap_or(usize::MAX);
        let mut octets = read_message(pipe, most.saturating_add(HEAD_BYTES))?;
        let mut fields = Fields(&octets);
        let request = match fields.u8()? {
            1 => {
                // The document is most of the message: what stands before it goes, without a second copy.
                octets.remove(0);
                return Ok(Self::Open(octets));
            }
            2 => Self::Draw(Window {
                page: fields.u32()?,
                scale: fields.u16()?,
                left: fields.u16()?,
                top: fields.u16()?,
                width: fields.u16()?,
                height: fields.u16()?,
            }),
            3 => Self::Text,
            _ => return Err(ProtocolError::Malformed),
        };
        fields.end().map(|()| request)
    }
}

impl Answer {
    /// # Errors
    /// [`ProtocolError`] where the pipe is broken.
    pub fn write(&self, pipe: &mut dyn Write) -> Result<(), ProtocolError> {
        let mut head = Vec::new();
        let mut body: &[u8] = &[];
        match self {
            Self::Opened(Opened::Pages(sizes)) => {
                head.push(1);
                sizes.iter().flatten().for_each(|side| put(&mut head, &side.to_le_bytes()));
            }
            Self::Opened(Opened::Text) => head.push(2),
            Self::Picture(picture) => {
                head.push(3);
                put(&mut head, &picture.width.to_le_bytes());
                put(&mut head, &picture.height.to_le_bytes());
                body = &picture.rgba;
            }
            Self::Text(cells) => {
                head.push(4);
                fields::put_cells(&mut head, cells);
            }
            Self::Failed(fault) => {
                head.push(5);
                let at = FAULTS.iter().position(|one| one == fault).unwrap_or(1);
                head.push(u8::try_from(at).unwrap_or(1));
            }
        }
        write_message(pipe, &head, body)
    }

    /// # Errors
    /// [`ProtocolError`] where the pipe is closed, or what comes is no answer.
    pub fn read(pipe: &mut dyn Read) -> Result<Self, ProtocolError> {
        let tile = usize::from(limits::PREVIEW_TILE);
        let most = tile.saturating_mul(tile).saturating_mul(4).max(limits::PREVIEW_TEXT_BYTES);
        let octets = read_message(pipe, most.saturating_add(HEAD_BYTES))?;
        let mut fields = Fields(&octets);
        let answer = match fields.u8()? {
            1 => Self::Opened(Opened::Pages(fields.sizes()?)),
            2 => Self::Opened(Opened::Text),
            3 => Self::Picture(fields.picture()?),
            4 => Self::Text(fields.cells()?),
            5 => Self::Failed(*FAULTS.get(usize::from(fields.u8()?)).ok_or(ProtocolError::Malformed)?),
            _ => return Err(ProtocolError::Malformed),
        };
        fields.end().map(|()| answer)
    }
}

fn write_message(pipe: &mut dyn Write, head: &[u8], body: &[u8]) -> Result<(), ProtocolError> {
    let length = head.len().saturating_add(body.len());
    let length = u32::try_from(length).map_err(|_| ProtocolError::TooLong(u32::MAX))?;
    pipe.write_all(&length.to_le_bytes())?;
    pipe.write_all(head)?;
    pipe.write_all(body)?;
    Ok(pipe.flush()?)
}

fn read_message(pipe: &mut dyn Read, most: usize) -> Result<Vec<u8>, ProtocolError> {
    let mut length = [0; 4];
    pipe.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if usize::try_from(length).is_ok_and(|length| length > most) {
        return Err(ProtocolError::TooLong(length));
    }
    // What is promised is not set aside before it comes.
    let mut octets = Vec::new();
    let came = pipe.take(u64::from(length)).read_to_end(&mut octets)?;
    if u32::try_from(came) != Ok(length) {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
    }
    Ok(octets)
}

#[cfg(test)]
mod tests;
