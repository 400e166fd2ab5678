//! Revocation answers and tokens of real files against what an independent reader found in them.

use std::path::Path;

use edoc::pki::crl::Crl;
use edoc::pki::ocsp::{CertificateStatus, OcspResponse, ResponderId};
use edoc::pki::timestamp::TimestampToken;
use serde::Deserialize;

use crate::corpus;

#[derive(Deserialize)]
struct Row {
    file: String,
    #[serde(default)]
    err: String,
    #[serde(default)]
    produced_at: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    this_update: String,
    #[serde(default)]
    next_update: String,
    #[serde(default)]
    entries: String,
    #[serde(default)]
    responder_id: String,
    #[serde(default)]
    tsa_cn: String,
    #[serde(default)]
    gen_time: String,
    #[serde(default)]
    imprint_alg: String,
}

fn rows(corpus: &Path, kind: &str) -> Vec<(Row, Vec<u8>)> {
    let mut reader = csv::Reader::from_path(corpus.join(format!("pki/{kind}.csv"))).unwrap();
    let rows = reader.deserialize().map(Result::<Row, _>::unwrap);
    rows.map(|row| (std::fs::read(corpus.join("pki").join(kind).join(&row.file)).unwrap(), row))
        .map(|(bytes, row)| (row, bytes))
        .collect()
}

/// The table gives whole seconds.
fn same_second(text: &str, at: edoc::Timestamp) -> bool {
    text.parse::<edoc::Timestamp>().is_ok_and(|stated| stated.as_second() == at.as_second())
}

#[test]
fn ocsp_responses_of_real_files_say_what_others_read_in_them() {
    let Some(corpus) = corpus::folder() else { return };
    let (mut read, mut signed, mut wrong, mut unread) = (0, 0, Vec::new(), Vec::new());
    for (row, bytes) in rows(&corpus, "ocsp") {
        let Ok(response) = OcspResponse::parse(&bytes) else {
            unread.push(format!("{} ({})", row.file, row.err));
            continue;
        };
        read += 1;
        if row.err.is_empty() {
            assert!(same_second(&row.produced_at, response.produced_at), "{}", row.file);
            let status = response.responses.iter().map(|single| match single.status {
                CertificateStatus::Good => "good",
                CertificateStatus::Revoked { .. } => "revoked",
                CertificateStatus::Unknown => "unknown",
            });
            assert_eq!(status.collect::<Vec<_>>().join("+"), row.status, "{}", row.file);
            let naming = match response.responder {
                ResponderId::Name(_) => "name",
                ResponderId::KeyHash(_) => "key",
            };
            assert_eq!(naming, row.responder_id, "{}", row.file);
            assert_eq!(response.unread_certificates, 0, "{}", row.file);
        }
        let responder = response.certificates.iter().find(|certificate| response.names_responder(certificate));
        match responder.map(|responder| response.signature_by(responder)) {
            // Many responders leave their certificate out: it is then among the certificate values of the signature.
            None => {}
            Some(Ok(_)) => signed += 1,
            Some(Err(fault)) => wrong.push(format!("{}: {fault}", row.file)),
        }
    }
    println!("OCSP: wrongly signed: {wrong:?}");
    println!(
        "OCSP: {read} read, {signed} rightly signed by a certificate that came along, {} not read: {unread:?}",
        unread.len()
    );
    assert!(read >= 740 && unread.len() <= 10);
    assert!(signed >= 540 && wrong.len() <= 5, "{signed} {wrong:?}");
}

#[test]
fn revocation_lists_of_real_files_say_what_others_read_in_them() {
    let Some(corpus) = corpus::folder() else { return };
    let mut read = 0;
    for (row, bytes) in rows(&corpus, "crl") {
        let crl = Crl::parse(&bytes).unwrap_or_else(|fault| panic!("{}: {fault}", row.file));
        assert!(same_second(&row.this_update, crl.this_update), "{}", row.file);
        assert_eq!(row.entries.parse::<usize>().unwrap(), crl.entries().map(Result::unwrap).count(), "{}", row.file);
        assert_eq!(crl.status_of("0123456789abcdef0123456789").unwrap(), CertificateStatus::Good);
        for entry in crl.entries().step_by(997).map(Result::unwrap) {
            let status = crl.status_of(&entry.serial).unwrap();
            assert!(matches!(status, CertificateStatus::Revoked { .. }), "{} {}", row.file, entry.serial);
        }
        let next_update = crl.next_update.map_or(row.next_update.is_empty(), |at| same_second(&row.next_update, at));
        assert!(next_update, "{}", row.file);
        read += 1;
    }
    println!("CRL: {read} read");
    assert!(read >= 70);
}

#[test]
fn time_stamp_tokens_of_real_files_say_what_others_read_in_them() {
    let Some(corpus) = corpus::folder() else { return };
    let (mut read, mut ber, mut signed, mut unread) = (0, 0, 0, Vec::new());
    let (mut unbound, mut not_for_time, mut otherwise_named, mut along, mut wrong) = (0, 0, 0, 0, Vec::new());
    for (row, bytes) in rows(&corpus, "tst") {
        let token = match TimestampToken::parse(&bytes) {
            Ok(token) => token,
            Err(fault) => {
                assert!(!row.err.is_empty(), "{}: another reader reads it: {fault}", row.file);
                unread.push(format!("{}: {fault}", row.file));
                continue;
            }
        };
        read += 1;
        ber += usize::from(token.ber);
        if row.err.is_empty() && !row.gen_time.is_empty() {
            assert!(same_second(&row.gen_time, token.gen_time), "{}: {}", row.file, token.gen_time);
            let digest = token.imprint_algorithm.map(|algorithm| algorithm.name().replace('-', "").to_lowercase());
            assert_eq!(digest.as_deref(), Some(row.imprint_alg.as_str()), "{}", row.file);
        }
        match token.signing_certificate(&[]).map(|authority| (token.signature_by(&authority), authority)) {
            // The authority's certificate did not come along, or nothing binds it to the token.
            None => unbound += 1,
            Some((Ok(_), authority)) => {
                signed += 1;
                not_for_time += usize::from(!TimestampToken::is_authority(&authority));
                otherwise_named += usize::from(token.names_authority(&authority) == Some(false));
            }
            Some((Err(fault), _)) => wrong.push(format!("{}: {fault}", row.file)),
        }
        let mut named = token.certificates.iter().filter_map(|certificate| certificate.subject.attribute("2.5.4.3"));
        assert!(row.tsa_cn.is_empty() || named.any(|name| name == row.tsa_cn), "{}: {}", row.file, row.tsa_cn);
        along += token.crls.len() + token.ocsp_responses.len();
        assert!(token.unknown_critical.is_empty(), "{}", row.file);
    }
    println!(
        "TST: {unbound} without bound certificate, {not_for_time} by certificates not for stamping time alone, \
         {otherwise_named} naming another authority, {along} revocation answers along, wrongly signed: {wrong:?}"
    );
    println!(
        "TST: {read} read ({ber} in BER), {signed} rightly signed by a certificate that came along, {} not read",
        unread.len()
    );
    unread.iter().for_each(|line| println!("  {line}"));
    assert!(read >= 1_450);
    assert!(ber >= 500 && signed >= 1_430 && unbound <= 12 && wrong.len() <= 16, "{ber} {signed} {unbound}");
    // Three tokens of the corpus were altered on purpose; the others are signed by `rsa` of X.509 (2.5.8.1.1).
    assert_eq!(wrong.iter().filter(|line| line.ends_with("does not match")).count(), 3, "{wrong:?}");
}
