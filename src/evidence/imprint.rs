//! Imprints of time-stamps: is the token's digest that of what its kind must cover (EN 319 132-1, 5.2.8, 5.3, 5.5.2 and
//! A.1.5)? [`parts`] says what that is and in which order; here it is digested.
//!
//! Documents are passed on block by block. The documents at the beginning of SignedInfo, which archive time-stamps
//! all begin with, are read once for each digest algorithm and not again for each time-stamp.

mod parts;

use std::borrow::Cow;

use parts::{Part, parts};
pub(super) use parts::{data_references, included_references, preceding_references};

use super::ImprintFacts;
use crate::container::{Container, ContentError, Resolved};
use crate::crypto::{DigestAlgorithm, Hasher};
use crate::limits;
use crate::pki::timestamp::TimestampToken;
use crate::xades::dsig::{self, IdIndex, Permitted, Reference, Target};
use crate::xades::{Signature, TimestampProperty};
use crate::xml::{Canonicalization, Node, Subset, canonicalize};

/// Octets that may still be digested for the imprints of one container.
pub(super) struct Allowance(u64);

impl Allowance {
    /// As much as `container` allows.
    pub(super) fn of(container: &Container<'_>) -> Self {
        let documents = container.documents.iter().fold(0_u64, |sum, document| sum.saturating_add(document.size));
        Self(documents.saturating_mul(limits::IMPRINT_READINGS).max(limits::IMPRINT_BYTES))
    }

    fn take(&mut self, octets: u64) -> Result<(), Missing> {
        self.0 = self.0.checked_sub(octets).ok_or(Missing::Allowance)?;
        Ok(())
    }
}

/// Why there is nothing to compare an imprint with.
enum Missing {
    /// The data is not there, or may not be had in this way.
    Data,
    /// It would be too much work.
    Allowance,
    /// The container cannot be read.
    Content(ContentError),
}

/// Digests what the time-stamps of one signature cover.
pub(super) struct Imprints<'g, 'a, 'input, 's> {
    signature: &'g Signature<'a, 'input>,
    ids: &'g IdIndex<'a, 'input>,
    container: &'g Container<'s>,
    allowance: &'g mut Allowance,
    /// Digests of the documents that SignedInfo begins with, not finished.
    begun: Vec<(DigestAlgorithm, Hasher)>,
    /// Whether anything was left out because it would be too much work.
    pub(super) exhausted: bool,
}

impl<'g, 'a, 'input, 's> Imprints<'g, 'a, 'input, 's> {
    pub(super) fn new(
        signature: &'g Signature<'a, 'input>,
        ids: &'g IdIndex<'a, 'input>,
        container: &'g Container<'s>,
        allowance: &'g mut Allowance,
    ) -> Self {
        Self { signature, ids, container, allowance, begun: Vec::new(), exhausted: false }
    }

    /// What became of the imprint of `token`, which stands in `property`.
    pub(super) fn compare(
        &mut self,
        property: &TimestampProperty<'a, 'input>,
        token: &TimestampToken,
    ) -> Result<ImprintFacts, ContentError> {
        let Some(algorithm) = token.imprint_algorithm else { return Ok(ImprintFacts::DigestUnsupported) };
        let Some(method) = &property.canonicalization else { return Ok(ImprintFacts::DataMissing) };
        let Some(parts) = parts(self.signature, property) else { return Ok(ImprintFacts::DataMissing) };
        match self.digest(algorithm, method, &parts) {
            Ok(digest) if digest == token.imprint => Ok(ImprintFacts::Matches),
            Ok(_) => Ok(ImprintFacts::Differs),
            Err(Missing::Data) => Ok(ImprintFacts::DataMissing),
            Err(Missing::Allowance) => {
                self.exhausted = true;
                Ok(ImprintFacts::DataMissing)
            }
            Err(Missing::Content(error)) => Err(error),
        }
    }

    fn digest(
        &mut self,
        algorithm: DigestAlgorithm,
        method: &Canonicalization,
        parts: &[Part<'a, 'input>],
    ) -> Result<Vec<u8>, Missing> {
        let beginning = self.leading_documents();
        let begins_with_them = beginning > 0
            && parts.get(..beginning).is_some_and(|first| {
                first.iter().enumerate().all(|(at, part)| matches!(part, Part::Reference(index) if *index == at))
            });
        let (mut hasher, rest) = if begins_with_them {
            (self.begun(algorithm, method, beginning)?, parts.get(beginning..).unwrap_or_default())
        } else {
            (Hasher::new(algorithm), parts)
        };
        for part in rest {
            self.feed(part, method, &mut hasher)?;
        }
        Ok(hasher.finish())
    }

    /// How many references at the beginning of SignedInfo are to files.
    fn leading_documents(&self) -> usize {
        let references = self.signature.signed_info.references.iter();
        references.take_while(|reference| matches!(reference.target(), Target::Detached(_))).count()
    }

    fn begun(
        &mut self,
        algorithm: DigestAlgorithm,
        method: &Canonicalization,
        beginning: usize,
    ) -> Result<Hasher, Missing> {
        if let Some((_, hasher)) = self.begun.iter().find(|(of, _)| *of == algorithm) {
            return Ok(hasher.clone());
        }
        let mut hasher = Hasher::new(algorithm);
        for index in 0..beginning {
            self.feed(&Part::Reference(index), method, &mut hasher)?;
        }
        self.begun.push((algorithm, hasher.clone()));
        Ok(hasher)
    }

    fn feed(&mut self, part: &Part<'a, 'input>, method: &Canonicalization, hasher: &mut Hasher) -> Result<(), Missing> {
        match part {
            Part::Element(element) => {
                self.allow(*element)?;
                hasher.update(&canonicalize(Subset::Subtree(*element), method));
                Ok(())
            }
            Part::Reference(index) => {
                let reference = self.signature.signed_info.references.get(*index).ok_or(Missing::Data)?;
                self.feed_reference(reference, method, hasher)
            }
        }
    }

    fn allow(&mut self, element: Node<'_, '_>) -> Result<(), Missing> {
        self.allowance.take(octets(element.range().len()))
    }

    /// The octets a reference digests; a node set becomes octets by the time-stamp's own canonicalisation (4.5).
    fn feed_reference(
        &mut self,
        reference: &'g Reference<'a, 'input>,
        method: &Canonicalization,
        hasher: &mut Hasher,
    ) -> Result<(), Missing> {
        match reference.target() {
            Target::SameDocument(id) => {
                self.allow(self.ids.element(id).ok_or(Missing::Data)?)?;
                let (ids, element) = (self.ids, self.signature.element);
                let found = dsig::same_document_octets_by(method, reference, ids, element, Permitted::Container);
                hasher.update(&found.map_err(|_| Missing::Data)?.0);
                Ok(())
            }
            Target::Detached(uri) => self.feed_file(reference, uri, hasher),
            Target::WholeDocument | Target::Absent | Target::NotPermitted => Err(Missing::Data),
        }
    }

    fn feed_file(&mut self, reference: &Reference<'_, '_>, uri: &str, hasher: &mut Hasher) -> Result<(), Missing> {
        let plain = reference.transforms.is_empty();
        let mut sink = |octets: &[u8]| hasher.update(octets);
        match self.container.resolve(uri) {
            Resolved::Document(index) => {
                let document = self.container.documents.get(index).ok_or(Missing::Data)?;
                self.allowance.take(document.size)?;
                if plain {
                    return self.container.expand_document(document, &mut sink).map_err(Missing::Content);
                }
                if document.size > limits::DOCUMENT_TEXT_BYTES {
                    return Err(Missing::Data);
                }
                let content = self.container.read_document(document, limits::DOCUMENT_TEXT_BYTES);
                let content = Cow::Owned(content.map_err(Missing::Content)?);
                sink(&dsig::detached_octets(&reference.transforms, content).map_err(|_| Missing::Data)?);
                Ok(())
            }
            Resolved::OtherEntry(name) if plain => {
                self.allowance.take(self.container.entry_size(&name).ok_or(Missing::Data)?)?;
                self.container.expand_entry(&name, &mut sink).map_err(Missing::Content)
            }
            Resolved::OtherEntry(_) | Resolved::NotFound | Resolved::NotPermitted => Err(Missing::Data),
        }
    }
}

fn octets(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::Allowance;

    #[test]
    fn what_exceeds_the_allowance_is_refused_and_the_rest_still_had() {
        let mut allowance = Allowance(10);
        assert!(allowance.take(6).is_ok());
        assert!(
            allowance.take(5).is_err(),
            "archive time-stamps over one another would else cost the square of their number"
        );
        assert!(allowance.take(4).is_ok());
    }
}
