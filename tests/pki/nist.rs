//! The NIST suite (PKITS 1.0.1): its certificates and lists are judged as its names say. Nothing it calls invalid may pass;
//! what it calls valid and does not pass here is listed with the reason.

use std::path::Path;

use edoc::Timestamp;
use edoc::limits;
use edoc::pki::Certificate;
use edoc::pki::crl::Crl;
use edoc::pki::ocsp::CertificateStatus;
use edoc::pki::path::{Budget, CandidatePath, candidate_paths, violations};

use crate::corpus;

/// Valid by NIST, and refused here, by choice.
const STRICTER: [(&str, &str); 4] = [
    ("DSA", "keys of DSA are not supported"),
    ("IDPwithindirectCRL", "indirect lists are not supported"),
    ("cRLIssuer", "indirect lists are not supported"),
    ("onlySomeReasons", "lists of some reasons only are not supported"),
];

/// Valid by NIST for one reason each that is not ours to follow.
const STRICTER_CASES: [(&str, &str); 5] = [
    ("ValiddeltaCRLTest5EE", "only the changes to a list say that the certificate is good again"),
    ("ValiddistributionPointTest1EE", "distribution points that are no web address"),
    ("ValiddistributionPointTest4EE", "distribution points that are no web address"),
    ("ValiddistributionPointTest5EE", "distribution points that are no web address"),
    ("ValiddistributionPointTest7EE", "distribution points that are no web address"),
];

/// Invalid by NIST under other settings than ours: only the changes to a list say that the certificate is revoked, and
/// reading them is left to the reader (RFC 5280, 6.3.3).
const OTHER_SETTINGS: [&str; 1] = ["InvaliddeltaCRLTest4EE.crt"];

struct Suite {
    certificates: Vec<Certificate>,
    anchor: Certificate,
    lists: Vec<Crl>,
    at: Timestamp,
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect();
    found.sort();
    found
}

impl Suite {
    fn budget() -> Budget {
        Budget { signature_checks: limits::PATH_SIGNATURE_CHECKS }
    }

    fn paths(&self, certificate: &Certificate) -> Vec<CandidatePath> {
        let is_anchor = |candidate: &Certificate| candidate.sha256 == self.anchor.sha256;
        let found = candidate_paths(certificate, &self.certificates, &is_anchor, &mut Self::budget());
        found.into_iter().filter(|path| path.anchored && violations(path).is_empty()).collect()
    }

    /// Why no path is right, or nothing where one is.
    fn fault(&self, certificate: &Certificate) -> Option<&'static str> {
        let paths = self.paths(certificate);
        if paths.is_empty() {
            return Some("no path");
        }
        let current = |certificate: &Certificate| certificate.not_before <= self.at && self.at <= certificate.not_after;
        let current = paths.iter().filter(|path| path.certificates.iter().all(current)).collect::<Vec<_>>();
        if current.is_empty() {
            return Some("not valid at the time");
        }
        let good = |path: &&CandidatePath| {
            let below_anchor = path.certificates.len() - 1;
            path.certificates[..below_anchor].iter().all(|certificate| self.is_good(certificate, &mut Vec::new()))
        };
        if current.into_iter().any(|path| good(&path)) { None } else { Some("revoked, or its status not known") }
    }

    /// Whether a usable list says so. Its signer needs a path, and a status, too.
    fn is_good(&self, certificate: &Certificate, asked: &mut Vec<edoc::crypto::Sha256>) -> bool {
        if asked.contains(&certificate.sha256) {
            return true;
        }
        asked.push(certificate.sha256);
        let usable = |crl: &&Crl| {
            crl.defect_for(certificate).is_none() && crl.next_update.is_some_and(|next_update| self.at <= next_update)
        };
        let statuses = self.lists.iter().filter(usable).filter_map(|crl| {
            let mut signers = self.certificates.iter().filter(|signer| {
                crl.names_issuer(signer) && crl.signature_by(signer).is_ok() && !self.paths(signer).is_empty()
            });
            let signer = signers.next()?;
            let signer_is_good = signer.sha256 == self.anchor.sha256 || self.is_good(signer, asked);
            crl.status_of(&certificate.serial).ok().filter(|_| signer_is_good)
        });
        let statuses: Vec<_> = statuses.collect();
        !statuses.is_empty() && statuses.iter().all(|status| *status == CertificateStatus::Good)
    }
}

#[test]
fn the_nist_suite_is_judged_as_its_names_say() {
    let Some(corpus) = corpus::folder() else { return };
    let folder = corpus.join("pki/PKITS");
    let read = |(name, bytes): (String, Vec<u8>)| {
        (Certificate::parse(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}")), name)
    };
    let named: Vec<_> = files(&folder.join("certs")).into_iter().map(read).collect();
    let lists = files(&folder.join("crls")).into_iter();
    let lists = lists.map(|(name, bytes)| Crl::parse(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}")));
    let anchor = named.iter().find(|(_, name)| name == "TrustAnchorRootCertificate.crt").unwrap().0.clone();
    let suite = Suite {
        certificates: named.iter().map(|(certificate, _)| certificate.clone()).collect(),
        anchor,
        lists: lists.collect(),
        at: "2010-01-01T00:00:00Z".parse().unwrap(),
    };
    let (mut right, mut wrong) = (0, Vec::new());
    for (certificate, name) in named.iter().filter(|(_, name)| name.ends_with("EE.crt")) {
        let fault = suite.fault(certificate);
        let stricter = STRICTER.iter().chain(&STRICTER_CASES).any(|(part, _)| name.contains(part));
        let agrees = match fault {
            None => !name.starts_with("Invalid") || OTHER_SETTINGS.contains(&name.as_str()),
            Some(_) => !name.starts_with("Valid") || stricter,
        };
        right += usize::from(agrees);
        if !agrees {
            wrong.push(format!("{name}: {fault:?}"));
        }
    }
    println!("NIST: {right} end entities judged as named; {} certificates, {} lists", named.len(), suite.lists.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right > 200);
}
