//! A small world of facts: a seal, its path, one answer, one time-stamp, the lists. All of it is right; rows break it.

use crate::Timestamp;
use crate::container::Format;
use crate::crypto::{DigestAlgorithm, KeyFamily, Sha256, SignatureAlgorithm};
use crate::evidence::*;
use crate::pki::ocsp::ResponderRight;
use crate::pki::path::{PathFault, PathViolation};
use crate::trust::{
    Extensions, ListFacts, ListOrigin, ListSignature, ListedCertificate, ServicePeriod, ServiceStatus, TrustService,
    TrustStore,
};
use crate::validation::{Conclusion, Policy, judge};

pub(super) const ECDSA: SignatureAlgorithm = SignatureAlgorithm::Ecdsa { digest: DigestAlgorithm::Sha256 };
pub(super) const RSA: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1 { digest: DigestAlgorithm::Sha256 };
pub(super) const RSA_SHA1: SignatureAlgorithm = SignatureAlgorithm::RsaPkcs1 { digest: DigestAlgorithm::Sha1 };
pub(super) const SHA256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";
pub(super) const SHA1: &str = "http://www.w3.org/2000/09/xmldsig#sha1";
pub(super) use crate::pki::names::OCSP_SIGNING;

/// The time-stamp, the answer and the judgement of the world as it is made.
pub(super) const STAMPED: &str = "2023-03-01T10:00:00Z";
pub(super) const ANSWERED: &str = "2023-03-01T10:00:05Z";
pub(super) const NOW: &str = "2026-11-23T12:00:00Z";

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(super) fn id(label: &str) -> Sha256 {
    Sha256::of(label.as_bytes())
}

pub(super) fn key_of(label: &str) -> Sha256 {
    Sha256::of(format!("key of {label}").as_bytes())
}

pub(super) fn name(label: &str) -> NameFacts {
    let attributes = [("2.5.4.6", "LV"), ("2.5.4.10", "PARAUGS"), ("2.5.4.3", label)];
    NameFacts {
        display: label.to_owned(),
        text: format!("CN={label}, O=PARAUGS, C=LV"),
        attributes: attributes.map(|(oid, value)| (oid.to_owned(), value.to_owned())).to_vec(),
    }
}

pub(super) fn p256() -> Option<KeyFacts> {
    Some(KeyFacts { family: KeyFamily::P256, bits: 256 })
}

pub(super) fn rsa(bits: u32) -> Option<KeyFacts> {
    Some(KeyFacts { family: KeyFamily::Rsa, bits })
}

/// A certificate of this name by that issuer, from and to.
pub(super) fn certificate(label: &str, issuer: &str, from: &str, to: &str) -> CertificateFacts {
    CertificateFacts {
        sha256: id(label),
        spki_sha256: key_of(label),
        subject: name(label),
        issuer: name(issuer),
        serial: "01".to_owned(),
        not_before: at(from),
        not_after: at(to),
        key: "P-256".to_owned(),
        public_key: p256(),
        signature_algorithm: "ECDSA-SHA256".to_owned(),
        algorithm: Some(ECDSA),
        issues_certificates: false,
        key_usage: None,
        extended_key_usage: Vec::new(),
        policies: Vec::new(),
        ocsp_no_check: false,
        no_revocation_available: false,
        qc_types: Vec::new(),
        qc_statements: Vec::new(),
        qc_legislation: Vec::new(),
        test_hierarchy: None,
    }
}

pub(super) fn authority(label: &str, issuer: &str, from: &str, to: &str) -> CertificateFacts {
    let key_usage = Some(vec!["keyCertSign".to_owned(), "cRLSign".to_owned()]);
    CertificateFacts { issues_certificates: true, key_usage, ..certificate(label, issuer, from, to) }
}

pub(super) fn seal(label: &str, issuer: &str) -> CertificateFacts {
    let mut seal = certificate(label, issuer, "2022-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    seal.key_usage = Some(vec!["nonRepudiation".to_owned()]);
    seal
}

pub(super) fn responder(label: &str, issuer: &str) -> CertificateFacts {
    let mut responder = certificate(label, issuer, "2022-06-01T00:00:00Z", "2028-06-01T00:00:00Z");
    responder.extended_key_usage = vec![OCSP_SIGNING.to_owned()];
    responder.ocsp_no_check = true;
    responder
}

/// A good answer about `about` for `issuer`, by a responder that the issuer named for it.
pub(super) fn answer(label: &str, about: &str, issuer: &str, by: &str, made: &str) -> RevocationFacts {
    RevocationFacts {
        id: id(label),
        kind: RevocationKind::Ocsp,
        source: RevocationSource::Signature,
        produced_at: at(made),
        this_update: at(made),
        next_update: None,
        about: Some(id(about)),
        issuer: Some(id(issuer)),
        status: Some(StatusFacts::Good),
        responder: Some(id(by)),
        responder_issuer: Some(id(issuer)),
        right: ResponderRight::Delegated,
        signature: Some(ValueFacts::Right),
        algorithm: Some(ECDSA),
        defect: None,
        retained_since: None,
        certificate_hash: Agreement::NotStated,
    }
}

/// A list of `issuer` itself.
pub(super) fn crl(label: &str, about: &str, issuer: &str, made: &str, next: &str) -> RevocationFacts {
    RevocationFacts {
        kind: RevocationKind::Crl,
        next_update: Some(at(next)),
        responder: Some(id(issuer)),
        responder_issuer: None,
        right: ResponderRight::Authority,
        ..answer(label, about, issuer, issuer, made)
    }
}

pub(super) fn revoked(when: &str, reason: Option<u8>) -> Option<StatusFacts> {
    Some(StatusFacts::Revoked { at: at(when), reason })
}

pub(super) fn path(labels: &[&str]) -> PathFacts {
    PathFacts { certificates: labels.iter().map(|label| id(label)).collect(), anchored: true, violations: Vec::new() }
}

pub(super) fn violation(label: &str, fault: PathFault) -> PathViolation {
    PathViolation { certificate: id(label), fault }
}

/// A right time-stamp of `kind` by `authority`, which is listed itself.
pub(super) fn stamp(label: &str, kind: &str, authority: &str, time: &str, objects: &[&str]) -> TimestampFacts {
    let content = kind.ends_with("DataObjectsTimeStamp");
    TimestampFacts {
        id: id(label),
        kind: kind.to_owned(),
        malformed: None,
        at: Some(at(time)),
        policy: None,
        accuracy: None,
        imprint_digest: Some(DigestAlgorithm::Sha256),
        imprint: ImprintFacts::Matches,
        signature: None,
        algorithm: Some(ECDSA),
        authority: Some(id(authority)),
        authority_stamps_only: true,
        authority_name: Agreement::NotStated,
        unknown_critical: Vec::new(),
        states_qualified: false,
        tokens_in_property: 1,
        covers: CoveredObjects {
            signature: !content,
            documents: content,
            objects: objects.iter().map(|label| id(label)).collect(),
        },
        paths: vec![path(&[authority])],
    }
}

pub(super) fn service(label: &str, service_type: &str) -> TrustService {
    TrustService {
        list: 0,
        provider: "PARAUGS".to_owned(),
        registrations: Vec::new(),
        name: format!("service {label}"),
        periods: vec![period(service_type, "granted", "2016-07-01T00:00:00Z")],
        certificates: vec![ListedCertificate {
            sha256: id(label),
            spki_sha256: key_of(label),
            subject: name(label).text,
            key_identifier: None,
            der: None,
        }],
        identifiers: Vec::new(),
    }
}

pub(super) fn period(service_type: &str, status: &str, since: &str) -> ServicePeriod {
    ServicePeriod {
        service_type: service_type.to_owned(),
        status: ServiceStatus(status.to_owned()),
        since: at(since),
        extensions: Extensions::default(),
    }
}

pub(super) fn reference(uri: &str, target: ReferenceTarget) -> ReferenceFacts {
    let reference_type =
        (target == ReferenceTarget::SignedProperties).then(|| crate::xades::SIGNED_PROPERTIES_TYPE.to_owned());
    ReferenceFacts {
        id: None,
        uri: uri.to_owned(),
        reference_type,
        target,
        transforms: Vec::new(),
        digest_method: SHA256.to_owned(),
        media_type: None,
        result: ReferenceMatch::Matches,
    }
}

fn signature() -> SignatureFacts {
    let document = ReferenceTarget::Document("paraugs.pdf".to_owned());
    SignatureFacts {
        id: Some("S1".to_owned()),
        refused: None,
        notes: Vec::new(),
        canonicalization: "http://www.w3.org/2001/10/xml-exc-c14n#".to_owned(),
        signature_method: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256".to_owned(),
        signed_info: None,
        signature_algorithm: Some("ECDSA-SHA256".to_owned()),
        algorithm: Some(ECDSA),
        value: ValueFacts::Right,
        signer: SignerFacts::Found { certificate: id("seal"), issuer_serial: Agreement::Agrees },
        references: vec![
            reference("paraugs.pdf", document),
            reference("#S1-SignedProperties", ReferenceTarget::SignedProperties),
        ],
        properties: PropertyFacts {
            signing_time: Some(at("2023-03-01T09:59:00Z")),
            certificate_digest_method: SHA256.to_owned(),
            unsigned: ["SignatureTimeStamp", "CertificateValues", "RevocationValues"].map(str::to_owned).to_vec(),
            ..PropertyFacts::default()
        },
        paths: vec![path(&["seal", "ca"])],
        timestamps: vec![stamp("stamp", "SignatureTimeStamp", "tsu", STAMPED, &["seal"])],
        revocation: vec![answer("answer", "seal", "ca", "responder", ANSWERED)],
        form: FormFacts {
            one_signing_certificate_property: true,
            one_signing_time: true,
            signer_in_key_info: true,
            formats_complete: true,
            references_baseline: true,
            no_old_archive_timestamp: true,
            certificate_values: 1,
            revocation_values: 1,
            counter_signatures: 0,
        },
        unreadable: Vec::new(),
    }
}

/// Everything that a judgement is made of, to be changed by rows.
#[derive(Clone)]
pub(super) struct World {
    pub(super) evidence: Evidence,
    pub(super) signature: SignatureFacts,
    pub(super) services: Vec<TrustService>,
    pub(super) now: Timestamp,
}

impl World {
    /// A seal with one time-stamp and one answer, right in every way.
    pub(super) fn new() -> Self {
        let certificates = vec![
            seal("seal", "ca"),
            authority("ca", "root", "2015-01-01T00:00:00Z", "2035-01-01T00:00:00Z"),
            responder("responder", "ca"),
            certificate("tsu", "root", "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z"),
        ];
        let evidence = Evidence {
            container: ContainerFacts { format: Format::AsicE, faults: Vec::new(), findings: Vec::new() },
            documents: vec![DocumentFacts {
                name: "paraugs.pdf".to_owned(),
                size: 1,
                sha256: id("paraugs.pdf"),
                media_type: None,
            }],
            certificates,
            signature_files: Vec::new(),
        };
        let services = vec![service("ca", "CA/QC"), service("tsu", "TSA/QTST")];
        Self { evidence, signature: signature(), services, now: at(NOW) }
    }

    /// The same with an archive time-stamp a year later, over everything, by another authority.
    pub(super) fn archived() -> Self {
        let mut world = Self::new();
        world.add(certificate("archiver", "root", "2022-01-01T00:00:00Z", "2032-01-01T00:00:00Z"));
        world.services.push(service("archiver", "TSA/QTST"));
        let covered = ["seal", "ca", "responder", "tsu", "answer", "stamp"];
        world.archive("archive", "2024-03-01T10:00:00Z", &covered);
        world
    }

    /// The seal's authority is not listed itself, but the root above it; its answers come from the root's list.
    pub(super) fn under_a_root() -> Self {
        let mut world = Self::new();
        world.add(authority("root", "root", "2010-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
        world.services[0] = service("root", "CA/QC");
        world.signature.paths = vec![path(&["seal", "ca", "root"])];
        world.signature.revocation.push(crl("list", "ca", "root", "2023-02-20T00:00:00Z", "2023-05-20T00:00:00Z"));
        world
    }

    /// The time-stamping unit is not listed itself, but the authority that issued its certificate.
    pub(super) fn unit_below_an_authority() -> Self {
        let mut world = Self::new();
        world.add(authority("tsa", "root", "2015-01-01T00:00:00Z", "2035-01-01T00:00:00Z"));
        world.services[1] = service("tsa", "TSA/QTST");
        world.signature.timestamps[0].paths = vec![path(&["tsu", "tsa"])];
        world.signature.revocation.push(crl("units", "tsu", "tsa", "2023-03-10T00:00:00Z", "2023-06-10T00:00:00Z"));
        world
    }

    pub(super) fn archive(&mut self, label: &str, time: &str, covered: &[&str]) {
        self.signature.timestamps.push(stamp(label, "ArchiveTimeStamp", "archiver", time, covered));
        self.signature.properties.unsigned.push("ArchiveTimeStamp".to_owned());
    }

    pub(super) fn add(&mut self, certificate: CertificateFacts) {
        self.evidence.certificates.push(certificate);
    }

    pub(super) fn certificate(&mut self, label: &str) -> &mut CertificateFacts {
        self.evidence.certificates.iter_mut().find(|one| one.sha256 == id(label)).unwrap()
    }

    pub(super) fn service(&mut self, label: &str) -> &mut TrustService {
        self.services.iter_mut().find(|one| one.certificates.iter().any(|c| c.sha256 == id(label))).unwrap()
    }

    pub(super) fn answer(&mut self) -> &mut RevocationFacts {
        &mut self.signature.revocation[0]
    }

    pub(super) fn forget_last_answer(&mut self) {
        self.signature.revocation.pop();
    }

    pub(super) fn stamp(&mut self) -> &mut TimestampFacts {
        &mut self.signature.timestamps[0]
    }

    pub(super) fn last_stamp(&mut self) -> &mut TimestampFacts {
        self.signature.timestamps.last_mut().unwrap()
    }

    pub(super) fn trust(&self) -> TrustStore {
        let mut store = TrustStore::default();
        store.add(
            ListFacts {
                territory: "LV".to_owned(),
                operator: String::new(),
                version: Some(6),
                sequence: 51,
                issued: at("2026-05-01T00:00:00Z"),
                next_update: None,
                origin: ListOrigin::User,
                signature: ListSignature::NotChecked,
                sha256: None,
            },
            self.services.clone(),
        );
        store
    }

    pub(super) fn judge(&self, policy: &Policy) -> Conclusion {
        let file = "META-INF/signatures.xml";
        judge(&self.signature, file, &self.evidence, &self.trust(), policy, self.now)
    }
}
