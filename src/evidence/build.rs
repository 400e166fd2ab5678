//! From a container to [`Evidence`]:
//!
//! 1. read each signature file into a tree, refuse what is no acceptable XML or has no acceptable structure;
//! 2. for each signature gather its certificates, find the signing certificate by its digest, check the signature value;
//! 3. digest what lies inside the signature file; note what lies outside;
//! 4. check time-stamps, follow paths towards listed services, then read revocation answers for all who are known by then;
//! 5. digest every document once, with every algorithm asked for, and settle the noted references;
//! 6. read whatever nobody asked for, so that the whole archive has been compared with its directory.

use super::form::form;
use super::imprint::{Allowance, Imprints};
use super::pool::Pool;
use super::references::{Pending, Settled, examine};
use super::revocation::revocation;
use super::signer::{find_signer, signature_value};
use super::timestamps::Stamping;
use super::*;
use crate::container::{Container, ContentError, SignatureFile};
use crate::limits;
use crate::pki::path::Budget;
use crate::trust::{Role, TrustStore};
use crate::xades::dsig::IdIndex;
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
    gather_with(container, trust, &Brought::NONE).map(|gathered| gathered.evidence)
}

/// Evidence, with what is needed to look for more.
#[derive(Debug)]
pub struct Gathered {
    /// The facts.
    pub evidence: Evidence,
    /// Paths that lead to no listed service.
    pub open_ends: Vec<OpenEnd>,
    /// The certificates of the facts.
    pub at_hand: AtHand,
}

/// As [`gather`], with answers that did not come with the file.
///
/// # Errors
/// As [`gather`].
pub fn gather_with(container: &Container<'_>, trust: &TrustStore, brought: &Brought) -> Result<Gathered, ContentError> {
    let (mut ends, mut at_hand) = (Vec::new(), AtHand::default());
    let mut pending = Pending::default();
    let mut allowance = Allowance::of(container);
    let mut certificates = Vec::new();
    let mut signature_files = Vec::new();
    for (index, file) in container.signature_files.iter().take(limits::SIGNATURE_FILES).enumerate() {
        let mut gathering = Gathering {
            container,
            trust,
            brought,
            allowance: &mut allowance,
            pending: &mut pending,
            certificates: &mut certificates,
            ends: &mut ends,
            at_hand: &mut at_hand,
        };
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
    let evidence = Evidence { container: facts, documents, certificates, signature_files };
    Ok(Gathered { evidence, open_ends: ends, at_hand })
}

struct Gathering<'g, 's> {
    container: &'g Container<'s>,
    trust: &'g TrustStore,
    brought: &'g Brought,
    allowance: &'g mut Allowance,
    pending: &'g mut Pending,
    certificates: &'g mut Vec<CertificateFacts>,
    ends: &'g mut Vec<OpenEnd>,
    at_hand: &'g mut AtHand,
}

impl Gathering<'_, '_> {
    fn signature_file(&mut self, index: usize, file: &SignatureFile) -> Result<SignatureFileFacts, ContentError> {
        let bytes = self.container.read_signature_file(file)?;
        let name = file.name.clone();
        let (refused, signatures) = match self.signatures(index, &bytes)? {
            Ok(signatures) => (None, signatures),
            Err(refused) => (Some(refused), Vec::new()),
        };
        Ok(SignatureFileFacts { name, refused, signatures })
    }

    /// The signatures of a file, or why it cannot be read as one.
    fn signatures(&mut self, file: usize, bytes: &[u8]) -> Result<Result<Vec<SignatureFacts>, Refused>, ContentError> {
        let text = match xml::decode(bytes) {
            Ok(text) => text,
            Err(reason) => return Ok(Err(Refused::Xml { reason })),
        };
        let tree = match xml::parse(&text).and_then(|tree| xml::refuse_ambiguous(&tree).map(|()| tree)) {
            Ok(tree) => tree,
            Err(reason) => return Ok(Err(Refused::Xml { reason })),
        };
        let document = match read_signatures(&tree) {
            Ok(document) => document,
            Err(reason) => return Ok(Err(Refused::Structure { reason })),
        };
        let mut facts = Vec::with_capacity(document.signatures.len());
        for (position, signature) in document.signatures.into_iter().enumerate() {
            facts.push(match signature {
                Err(fault) => SignatureFacts::refused(fault),
                Ok(signature) => {
                    let references = examine(&signature, &document.ids, self.container);
                    let references = self.pending.note(file, position, references);
                    self.signature(signature, &document.ids, references)?
                }
            });
        }
        Ok(Ok(facts))
    }

    fn signature<'a, 'input>(
        &mut self,
        signature: Signature<'a, 'input>,
        ids: &IdIndex<'a, 'input>,
        references: Vec<ReferenceFacts>,
    ) -> Result<SignatureFacts, ContentError> {
        let mut budget = Budget { signature_checks: limits::PATH_SIGNATURE_CHECKS };
        let mut pool = Pool::of(&signature);
        let (signer, certificate) = find_signer(&signature, &pool);
        let (value, signed_info) = signature_value(&signature, certificate.as_ref());
        let mut imprints = Imprints::new(&signature, ids, self.container, self.allowance);
        let (signed_by, trust) = (certificate.as_ref(), self.trust);
        let mut stamping = Stamping { signature: &signature, signer: signed_by, trust, budget: &mut budget };
        let timestamps = stamping.timestamps(&mut pool, &mut imprints)?;
        let paths = signed_by.map(|signer| pool.paths(signer, Role::Issuer, trust, &mut budget)).unwrap_or_default();
        pool.add_brought(self.brought);
        // Authorities that only the lists have are at hand now: answers about and by them can be told.
        pool.add_answerers(trust);
        let of_stamps = timestamps.iter().flat_map(|stamp| &stamp.paths);
        let revocation = revocation(&pool, paths.iter().chain(of_stamps));
        let algorithm = super::signer::method(&signature);
        pool.record(self.certificates, self.at_hand);
        let facts = SignatureFacts {
            id: signature.id.clone(),
            refused: None,
            canonicalization: signature.signed_info.canonicalization_uri.clone(),
            signature_method: signature.signed_info.signature_method.clone(),
            signature_algorithm: algorithm.map(|algorithm| algorithm.name()),
            algorithm,
            form: form(&signature, signed_by),
            value,
            signed_info,
            signer,
            references,
            properties: properties(&signature),
            paths,
            timestamps,
            revocation,
            unreadable: pool.unreadable.clone(),
            notes: signature.notes,
        };
        super::open_end::note(self.ends, &facts, signed_by, &pool);
        Ok(facts)
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
        certificate_digest_method: signature
            .signed
            .signing_certificates
            .first()
            .map(|reference| reference.digest_method.clone())
            .unwrap_or_default(),
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
            algorithm: None,
            form: FormFacts::default(),
            value: ValueFacts::NoKey,
            signed_info: None,
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
