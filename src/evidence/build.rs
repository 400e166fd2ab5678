//! From a container to [`Evidence`]:
//!
//! 1. read each signature file into a tree, refuse what is no acceptable XML or has no acceptable structure;
//! 2. for each signature gather its certificates, find the signing certificate by its digest, check the signature value;
//! 3. digest what lies inside the signature file; note what lies outside;
//! 4. check time-stamps and revocation answers, follow paths towards listed services;
//! 5. digest every document once, with every algorithm asked for, and settle the noted references;
//! 6. read whatever nobody asked for, so that the whole archive has been compared with its directory.

use super::pool::Pool;
use super::references::{Pending, Settled, examine};
use super::revocation::revocation;
use super::signer::{find_signer, signature_value};
use super::timestamps::timestamps;
use super::*;
use crate::container::{Container, ContentError, SignatureFile};
use crate::limits;
use crate::pki::path::Budget;
use crate::trust::{Role, TrustStore};
use crate::xades::{Signature, SignaturePolicy, read_signatures};
use crate::xml;

/// Policy identifiers of the Estonian time-mark (BDOC 2.1).
const TIME_MARK_POLICIES: [&str; 3] =
    ["1.3.6.1.4.1.10015.1000.3.2.1", "1.3.6.1.4.1.10015.1000.3.2.3", "1.3.6.1.4.1.10015.1000.2.10.10"];

/// Gathers every fact of a container. `trust` says where paths may end; nothing is judged by it.
///
/// # Errors
/// [`ContentError`] where an entry contradicts the archive's directory, a limit was reached, or reading failed.
pub fn gather(container: &Container<'_>, trust: &TrustStore) -> Result<Evidence, ContentError> {
    gather_with_open_ends(container, trust).map(|(evidence, _)| evidence)
}

/// The same, with the paths that lead to no listed service.
///
/// # Errors
/// As [`gather`].
pub fn gather_with_open_ends(
    container: &Container<'_>,
    trust: &TrustStore,
) -> Result<(Evidence, Vec<OpenEnd>), ContentError> {
    let mut ends = Vec::new();
    let mut pending = Pending::default();
    let mut certificates = Vec::new();
    let mut signature_files = Vec::new();
    for (index, file) in container.signature_files.iter().take(limits::SIGNATURE_FILES).enumerate() {
        let (pending, certificates, ends) = (&mut pending, &mut certificates, &mut ends);
        let mut gathering = Gathering { container, trust, pending, certificates, ends };
        signature_files.push(gathering.signature_file(index, file)?);
    }
    let Settled { documents, results } = pending.settle(container)?;
    for (place, result) in results {
        if let Some(reference) = place.find(&mut signature_files) {
            reference.result = result;
        }
    }
    container.check_remaining()?;
    let facts = ContainerFacts {
        format: container.format,
        faults: container.format_faults.clone(),
        findings: container.findings.clone(),
    };
    Ok((Evidence { container: facts, documents, certificates, signature_files }, ends))
}

struct Gathering<'g, 's> {
    container: &'g Container<'s>,
    trust: &'g TrustStore,
    pending: &'g mut Pending,
    certificates: &'g mut Vec<CertificateFacts>,
    ends: &'g mut Vec<OpenEnd>,
}

impl Gathering<'_, '_> {
    fn signature_file(&mut self, index: usize, file: &SignatureFile) -> Result<SignatureFileFacts, ContentError> {
        let bytes = self.container.read_signature_file(file)?;
        let name = file.name.clone();
        let signatures = match self.signatures(index, &bytes) {
            Ok(signatures) => signatures,
            Err(refused) => return Ok(SignatureFileFacts { name, refused: Some(refused), signatures: Vec::new() }),
        };
        Ok(SignatureFileFacts { name, refused: None, signatures })
    }

    fn signatures(&mut self, file: usize, bytes: &[u8]) -> Result<Vec<SignatureFacts>, Refused> {
        let of_xml = |reason| Refused::Xml { reason };
        let text = xml::decode(bytes).map_err(of_xml)?;
        let tree = xml::parse(&text).map_err(of_xml)?;
        xml::refuse_ambiguous(&tree).map_err(of_xml)?;
        let document = read_signatures(&tree).map_err(|reason| Refused::Structure { reason })?;
        let facts = document.signatures.into_iter().enumerate().map(|(position, signature)| match signature {
            Err(fault) => SignatureFacts::refused(fault),
            Ok(signature) => {
                let references = examine(&signature, &document.ids, self.container);
                let references = self.pending.note(file, position, references);
                self.signature(signature, references)
            }
        });
        Ok(facts.collect())
    }

    fn signature(&mut self, signature: Signature<'_, '_>, references: Vec<ReferenceFacts>) -> SignatureFacts {
        let mut budget = Budget { signature_checks: limits::PATH_SIGNATURE_CHECKS };
        let mut pool = Pool::of(&signature);
        let (signer, certificate) = find_signer(&signature, &pool);
        let value = signature_value(&signature, certificate.as_ref());
        let stamps = timestamps(&signature, &mut pool, self.trust, &mut budget);
        let paths =
            certificate.as_ref().map(|certificate| pool.paths(certificate, Role::Issuer, self.trust, &mut budget));
        let revocation = revocation(&pool);
        let algorithm = super::signer::method(&signature);
        pool.record(self.certificates);
        let facts = SignatureFacts {
            id: signature.id.clone(),
            refused: None,
            canonicalization: signature.signed_info.canonicalization_uri.clone(),
            signature_method: signature.signed_info.signature_method.clone(),
            signature_algorithm: algorithm.map(|algorithm| algorithm.name()),
            signature_digest: algorithm.map(|algorithm| algorithm.digest()),
            value,
            signer,
            references,
            properties: properties(&signature),
            paths: paths.unwrap_or_default(),
            timestamps: stamps,
            revocation,
            unreadable: pool.unreadable.clone(),
            notes: signature.notes,
        };
        super::open_end::note(self.ends, &facts, certificate.as_ref(), &pool);
        facts
    }
}

fn properties(signature: &Signature<'_, '_>) -> PropertyFacts {
    let policy = match &signature.signed.policy {
        None => None,
        Some(SignaturePolicy::Implied) => Some("implied".to_owned()),
        Some(SignaturePolicy::Explicit { identifier, .. }) => Some(identifier.clone()),
    };
    PropertyFacts {
        signing_time: signature.signed.signing_time,
        time_mark: policy.as_deref().is_some_and(|policy| TIME_MARK_POLICIES.contains(&policy)),
        policy,
        roles: signature.signed.roles.clone(),
        place: signature.signed.place.clone(),
        commitments: signature.signed.commitments.clone(),
        unsigned: signature.unsigned.names.clone(),
    }
}

impl SignatureFacts {
    /// A signature of which nothing but its fault is known.
    fn refused(fault: crate::xades::StructureFault) -> Self {
        Self {
            id: None,
            refused: Some(fault),
            notes: Vec::new(),
            canonicalization: String::new(),
            signature_method: String::new(),
            signature_algorithm: None,
            signature_digest: None,
            value: ValueFacts::NoKey,
            signer: SignerFacts::NotNamed,
            references: Vec::new(),
            properties: PropertyFacts::default(),
            paths: Vec::new(),
            timestamps: Vec::new(),
            revocation: Vec::new(),
            unreadable: Vec::new(),
        }
    }
}
