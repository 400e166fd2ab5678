//! Little-endian fields and extra fields of ZIP records (APPNOTE 6.3.10, 4.3 and 4.5).

/// Bytes being taken apart from the front.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*head)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// A four-octet signature.
    pub(super) fn expect(&mut self, signature: &[u8; 4]) -> Option<()> {
        self.array().filter(|found: &[u8; 4]| found == signature).map(|_| ())
    }
}

/// Header identifier of the ZIP64 extended information.
pub(super) const ZIP64: u16 = 0x0001;
/// Header identifier of the Info-ZIP Unicode Path.
pub(super) const UNICODE_PATH: u16 = 0x7075;

/// The extra field with this identifier. `Err` where one occurs twice or overruns the extra data.
///
/// Fewer than four bytes at the end are padding, which alignment tools leave.
pub(super) fn extra(all: &[u8], wanted: u16) -> Result<Option<&[u8]>, ExtraDamaged> {
    let mut fields = Fields(all);
    let mut found = None;
    while fields.0.len() >= 4 {
        let (Some(identifier), Some(length)) = (fields.u16(), fields.u16()) else { return Err(ExtraDamaged) };
        let content = fields.take(usize::from(length)).ok_or(ExtraDamaged)?;
        if identifier == wanted && found.replace(content).is_some() {
            return Err(ExtraDamaged);
        }
    }
    Ok(found)
}

/// The extra data is not a sequence of extra fields.
pub(super) struct ExtraDamaged;

/// Sizes and offset whose 32-bit fields may be saturated, completed from the ZIP64 extra field.
pub(super) struct Wide {
    pub(super) size: u64,
    pub(super) compressed: u64,
    pub(super) offset: u64,
}

impl Wide {
    /// `offset` is `None` in a local header, which has none.
    pub(super) fn complete(size: u32, compressed: u32, offset: Option<u32>, all: &[u8]) -> Result<Self, ExtraDamaged> {
        let mut fields = Fields(extra(all, ZIP64)?.unwrap_or_default());
        let mut widen = |narrow: u32| match narrow {
            u32::MAX => fields.u64().ok_or(ExtraDamaged),
            narrow => Ok(u64::from(narrow)),
        };
        Ok(Self { size: widen(size)?, compressed: widen(compressed)?, offset: widen(offset.unwrap_or(0))? })
    }
}
