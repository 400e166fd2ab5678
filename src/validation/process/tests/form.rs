//! Form, signing certificate, references, value (EN 319 102-1, 5.2.2 to 5.2.4 and 5.2.7), and which word comes first.

use super::build::*;
use super::rows::{Row, check};
use crate::container::{ContainerFinding, Format};
use crate::crypto::SignatureFault;
use crate::evidence::*;
use crate::xades::StructureFault;

fn document(world: &mut World) -> &mut ReferenceFacts {
    &mut world.signature.references[0]
}

fn properties(world: &mut World) -> &mut ReferenceFacts {
    &mut world.signature.references[1]
}

fn another(result: ReferenceMatch) -> ReferenceFacts {
    ReferenceFacts { result, ..reference("otrs.pdf", ReferenceTarget::Document("otrs.pdf".to_owned())) }
}

fn broken_value(world: &mut World) {
    world.signature.value = ValueFacts::Wrong { reason: SignatureFault::Mismatch };
}

#[test]
fn form() {
    let rows: &[Row] = &[
        ("everything right", |_| {}, "TP -", "TP -"),
        (
            "structure refused",
            |w| w.signature.refused = Some(StructureFault::Target),
            "TF/FORMAT_FAILURE structure-refused",
            "TF/FORMAT_FAILURE structure-refused",
        ),
        (
            "a rule of its kind broken",
            |w| w.evidence.container.faults.push(ContainerFinding::MimetypeMissing),
            "TF/FORMAT_FAILURE container-rule",
            "TF/FORMAT_FAILURE container-rule",
        ),
        (
            "manifest missing (P8)",
            |w| w.evidence.container.findings.push(ContainerFinding::ManifestMissing),
            "TP -",
            "TF/FORMAT_FAILURE container-rule",
        ),
        ("mimetype not first", |w| w.evidence.container.findings.push(ContainerFinding::MimetypeNotFirst), "TP", "TP"),
        (
            "neither mimetype nor manifest, one document",
            |w| {
                w.evidence.container.findings =
                    vec![ContainerFinding::MimetypeMissing, ContainerFinding::ManifestMissing];
            },
            "TP",
            "TP",
        ),
        (
            "neither mimetype nor manifest, several documents",
            |w| {
                w.evidence.container.findings =
                    vec![ContainerFinding::MimetypeMissing, ContainerFinding::ManifestMissing];
                let other = w.evidence.documents[0].clone();
                w.evidence.documents.push(other);
            },
            "TF/FORMAT_FAILURE container-rule",
            "TF/FORMAT_FAILURE container-rule",
        ),
        (
            "ASiC-S with a time-stamp beside signatures",
            |w| {
                w.evidence.container.format = Format::AsicS;
                let name = "META-INF/timestamp.tst".to_owned();
                w.evidence.container.findings.push(ContainerFinding::OtherEvidence { name });
            },
            "TF/FORMAT_FAILURE container-rule",
            "TF/FORMAT_FAILURE container-rule",
        ),
        (
            "canonicalization not permitted",
            |w| w.signature.value = ValueFacts::CanonicalizationNotPermitted,
            "TF/FORMAT_FAILURE canonicalization-not-permitted",
            "TF/FORMAT_FAILURE canonicalization-not-permitted",
        ),
    ];
    check(World::new, rows);
}

#[test]
fn signing_certificate_and_policy() {
    let not_found = "IND/NO_SIGNING_CERTIFICATE_FOUND no-signing-certificate";
    let rows: &[Row] = &[
        ("N83, N84: not in the file", |w| w.signature.signer = SignerFacts::NotFound, not_found, not_found),
        (
            "found, and not among the facts",
            |w| w.evidence.certificates.retain(|one| one.sha256 != id("seal")),
            not_found,
            not_found,
        ),
        (
            "found, and nothing to check the value with",
            |w| w.signature.value = ValueFacts::NoKey,
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE not-reached",
            "IND/CERTIFICATE_CHAIN_GENERAL_FAILURE not-reached",
        ),
        (
            "not named",
            |w| w.signature.signer = SignerFacts::NotNamed,
            "IND/NO_SIGNING_CERTIFICATE_FOUND signing-certificate-not-named",
            "IND/NO_SIGNING_CERTIFICATE_FOUND signing-certificate-not-named",
        ),
        (
            "N85: issuer and serial number of another",
            |w| {
                w.signature.signer = SignerFacts::Found { certificate: id("seal"), issuer_serial: Agreement::Differs };
            },
            "TP",
            "TP",
        ),
        ("a policy of the signer", |w| w.signature.properties.policy = Some("1.2.3".to_owned()), "TP", "TP"),
        ("an implied policy", |w| w.signature.properties.policy = Some("implied".to_owned()), "TP", "TP"),
    ];
    check(World::new, rows);
}

#[test]
fn references_and_value() {
    let hash = "TF/HASH_FAILURE";
    let missing = "IND/SIGNED_DATA_NOT_FOUND";
    let value = "TF/SIG_CRYPTO_FAILURE";
    let rows: &[Row] = &[
        ("document changed", |w| document(w).result = ReferenceMatch::Differs, hash, hash),
        ("document not there", |w| document(w).result = ReferenceMatch::NotFound, missing, missing),
        ("never followed", |w| document(w).result = ReferenceMatch::NotPermitted, missing, missing),
        (
            "transform never carried out",
            |w| document(w).result = ReferenceMatch::TransformNotPermitted { algorithm: "xpath".to_owned() },
            "IND/SIGNED_DATA_NOT_FOUND transform-not-permitted",
            "IND/SIGNED_DATA_NOT_FOUND transform-not-permitted",
        ),
        (
            "digest unsupported",
            |w| document(w).result = ReferenceMatch::DigestUnsupported,
            "IND/SIGNED_DATA_NOT_FOUND digest-unsupported",
            "IND/SIGNED_DATA_NOT_FOUND digest-unsupported",
        ),
        ("no XML for a transform", |w| document(w).result = ReferenceMatch::NotXml, missing, missing),
        (
            "N44: only the properties signed",
            |w| drop(w.signature.references.remove(0)),
            "IND/SIGNED_DATA_NOT_FOUND no-document-signed",
            "IND/SIGNED_DATA_NOT_FOUND no-document-signed",
        ),
        (
            "an entry under META-INF is no document",
            |w| document(w).target = ReferenceTarget::OtherEntry("META-INF/manifest.xml".to_owned()),
            "IND/SIGNED_DATA_NOT_FOUND no-document-signed",
            "IND/SIGNED_DATA_NOT_FOUND no-document-signed",
        ),
        ("two documents", |w| w.signature.references.push(another(ReferenceMatch::Matches)), "TP", "TP"),
        ("the second changed", |w| w.signature.references.push(another(ReferenceMatch::Differs)), hash, hash),
        ("the second not there", |w| w.signature.references.push(another(ReferenceMatch::NotFound)), missing, missing),
        (
            "one document twice, once wrong",
            |w| {
                let again = ReferenceFacts { result: ReferenceMatch::Differs, ..w.signature.references[0].clone() };
                w.signature.references.push(again);
            },
            hash,
            hash,
        ),
        ("properties changed", |w| properties(w).result = ReferenceMatch::Differs, hash, hash),
        ("properties not there", |w| properties(w).result = ReferenceMatch::NotFound, missing, missing),
        (
            "the typed reference leads elsewhere",
            |w| {
                properties(w).target = ReferenceTarget::Nothing;
                properties(w).result = ReferenceMatch::NotFound;
            },
            missing,
            missing,
        ),
        (
            "properties not covered",
            |w| drop(w.signature.references.remove(1)),
            "IND/SIG_CONSTRAINTS_FAILURE signed-properties-not-covered",
            "IND/SIG_CONSTRAINTS_FAILURE signed-properties-not-covered",
        ),
        (
            "properties covered by a reference without its type",
            |w| properties(w).reference_type = None,
            "IND/SIG_CONSTRAINTS_FAILURE signed-properties-not-covered",
            "IND/SIG_CONSTRAINTS_FAILURE signed-properties-not-covered",
        ),
        (
            "properties covered twice, once wrong and without the type",
            |w| {
                let mut again = w.signature.references[1].clone();
                (again.reference_type, again.result) = (None, ReferenceMatch::Differs);
                w.signature.references.push(again);
            },
            "TF/HASH_FAILURE signed-properties-changed",
            "TF/HASH_FAILURE signed-properties-changed",
        ),
        (
            "properties covered twice, once by a digest that nobody computes",
            |w| {
                let mut again = w.signature.references[1].clone();
                (again.reference_type, again.result) = (None, ReferenceMatch::DigestUnsupported);
                w.signature.references.push(again);
            },
            missing,
            missing,
        ),
        ("N69: value wrong", broken_value, "TF/SIG_CRYPTO_FAILURE signature-value-wrong", value),
        ("N72: method never accepted", |w| w.signature.value = ValueFacts::MethodUnsupported, value, value),
        ("N74: without NULL", |w| w.signature.value = ValueFacts::RightWithoutNull, "TP", "TP"),
    ];
    check(World::new, rows);
}

/// FORMAT before the signing certificate before references and value before the path before the rest.
#[test]
fn precedence() {
    fn changed(w: &mut World) {
        document(w).result = ReferenceMatch::Differs;
    }
    fn no_path(w: &mut World) {
        w.services.remove(0);
    }
    fn claimed(w: &mut World) {
        w.signature.properties.signing_time = None;
    }
    let rows: &[Row] = &[
        (
            "form before all",
            |w| {
                w.signature.refused = Some(StructureFault::Target);
                w.signature.signer = SignerFacts::NotFound;
                changed(w);
            },
            "TF/FORMAT_FAILURE",
            "TF/FORMAT_FAILURE",
        ),
        (
            "signing certificate before references",
            |w| {
                w.signature.signer = SignerFacts::NotFound;
                changed(w);
                broken_value(w);
            },
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
            "IND/NO_SIGNING_CERTIFICATE_FOUND",
        ),
        (
            "digest before value",
            |w| {
                changed(w);
                broken_value(w);
            },
            "TF/HASH_FAILURE",
            "TF/HASH_FAILURE",
        ),
        (
            "a missing document before the value",
            |w| {
                document(w).result = ReferenceMatch::NotFound;
                broken_value(w);
            },
            "IND/SIGNED_DATA_NOT_FOUND",
            "IND/SIGNED_DATA_NOT_FOUND",
        ),
        (
            "missing first, changed second",
            |w| {
                document(w).result = ReferenceMatch::NotFound;
                w.signature.references.push(another(ReferenceMatch::Differs));
            },
            "IND/SIGNED_DATA_NOT_FOUND",
            "IND/SIGNED_DATA_NOT_FOUND",
        ),
        (
            "changed first, missing second",
            |w| {
                changed(w);
                w.signature.references.push(another(ReferenceMatch::NotFound));
            },
            "TF/HASH_FAILURE",
            "TF/HASH_FAILURE",
        ),
        (
            "properties changed first, document missing second",
            |w| {
                w.signature.references.swap(0, 1);
                w.signature.references[0].result = ReferenceMatch::Differs;
                w.signature.references[1].result = ReferenceMatch::NotFound;
            },
            "TF/HASH_FAILURE signed-properties-changed",
            "TF/HASH_FAILURE signed-properties-changed",
        ),
        (
            "document missing first, properties changed second",
            |w| {
                document(w).result = ReferenceMatch::NotFound;
                properties(w).result = ReferenceMatch::Differs;
            },
            "IND/SIGNED_DATA_NOT_FOUND",
            "IND/SIGNED_DATA_NOT_FOUND",
        ),
        (
            "value before what the properties do not cover",
            |w| {
                w.signature.references.remove(1);
                broken_value(w);
            },
            "TF/SIG_CRYPTO_FAILURE",
            "TF/SIG_CRYPTO_FAILURE",
        ),
        (
            "path before what the properties do not cover",
            |w| {
                w.signature.references.remove(1);
                no_path(w);
            },
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
        ),
        (
            "value before path",
            |w| {
                broken_value(w);
                no_path(w);
            },
            "TF/SIG_CRYPTO_FAILURE",
            "TF/SIG_CRYPTO_FAILURE",
        ),
        (
            "path before acceptance",
            |w| {
                no_path(w);
                claimed(w);
                w.signature.references[0].digest_method = SHA1.to_owned();
            },
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
            "IND/NO_CERTIFICATE_CHAIN_FOUND",
        ),
        (
            "acceptance: the stated time before algorithms",
            |w| {
                claimed(w);
                w.signature.references[0].digest_method = SHA1.to_owned();
            },
            "IND/SIG_CONSTRAINTS_FAILURE",
            "IND/SIG_CONSTRAINTS_FAILURE",
        ),
    ];
    check(World::new, rows);
}
