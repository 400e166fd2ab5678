//! What the level of a signature is read from (EN 319 132-1, 6.3).

use super::FormFacts;
use crate::pki::Certificate;
use crate::xades::dsig::{self, Target};
use crate::xades::structure::{elements, is};
use crate::xades::{Signature, StructureNote};
use crate::xml::attribute;

/// The form of `signature`, whose signing certificate is `signer`. What the reader refuses altogether is not asked again:
/// a property twice, several Transforms in one reference, several MimeType in one format.
pub(super) fn form(signature: &Signature<'_, '_>, signer: Option<&Certificate>) -> FormFacts {
    let named = |name: &str| signature.unsigned.names.iter().filter(|property| *property == name).count();
    FormFacts {
        one_signing_certificate_property: signature.signed.signing_certificate_version.is_some()
            && !signature.notes.contains(&StructureNote::TwoSigningCertificateProperties),
        one_signing_time: signature.signed.signing_time_text.is_some(),
        signer_in_key_info: signer.is_some_and(|signer| signature.key_info.contains(&signer.der)),
        formats_complete: formats_complete(signature),
        references_baseline: signature.signed_info.references.len() >= 2,
        no_old_archive_timestamp: signature.unsigned.old_archive_timestamps == 0,
        certificate_values: named("CertificateValues"),
        revocation_values: named("RevocationValues"),
        counter_signatures: signature.unsigned.counter_signatures,
    }
}

/// Every reference to what is signed has a format, and every format names its reference and a media type.
fn formats_complete(signature: &Signature<'_, '_>) -> bool {
    let formats = &signature.signed.formats;
    let key_info = elements(signature.element).find(|node| is(*node, dsig::NAMESPACE, "KeyInfo"));
    let key_info = key_info.and_then(|node| attribute(node, "Id"));
    let is_key_info = |target: Target<'_>| matches!(target, Target::SameDocument(id) if Some(id) == key_info);
    let references = signature.signed_info.references.iter().enumerate();
    let mut data = references.filter(|(at, reference)| {
        Some(*at) != signature.signed_properties_reference && !is_key_info(reference.target())
    });
    let has_format = |id: Option<&str>| id.is_some() && formats.iter().any(|format| format.reference.as_deref() == id);
    data.all(|(_, reference)| has_format(reference.id.as_deref()))
        && formats.iter().all(|format| format.reference.is_some() && format.media_type.is_some())
}
