//! Proofs of existence (EN 319 102-1, 5.6.2.3): by when an object is known to have been there.

use std::collections::HashMap;

use crate::Timestamp;
use crate::crypto::Sha256;
use crate::evidence::CoveredObjects;

/// The lowest proven time of each object. Everything at hand exists now.
#[derive(Clone, Debug)]
pub(super) struct Existence {
    now: Timestamp,
    signature: Timestamp,
    objects: HashMap<Sha256, Timestamp>,
}

impl Existence {
    pub(super) fn now(now: Timestamp) -> Self {
        Self { now, signature: now, objects: HashMap::new() }
    }

    /// A valid time-stamp of `at` proves that what it covers existed then.
    pub(super) fn prove(&mut self, covered: &CoveredObjects, at: Timestamp) {
        if covered.signature {
            self.signature = self.signature.min(at);
        }
        for object in &covered.objects {
            let known = self.objects.entry(*object).or_insert(at);
            *known = (*known).min(at);
        }
    }

    /// Of the signature value, and with it of what it signs.
    pub(super) fn of_signature(&self) -> Timestamp {
        self.signature
    }

    /// Of a certificate, a revocation answer or a token.
    pub(super) fn of(&self, object: Sha256) -> Timestamp {
        self.objects.get(&object).map_or(self.now, |at| (*at).min(self.now))
    }
}
