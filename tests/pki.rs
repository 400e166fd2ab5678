//! Revocation answers and time-stamp tokens of real files: they parse, their facts are those that an independent reader found,
//! and their own signatures are right.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod corpus;

use std::path::Path;

use edoc::pki::crl::Crl;
use edoc::pki::ocsp::{CertificateStatus, OcspResponse};
use edoc::pki::timestamp::TimestampToken;
use serde::Deserialize;

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
        assert_eq!(crl.status_of("0123456789abcdef0123456789").unwrap(), CertificateStatus::Good);
        read += 1;
    }
    println!("CRL: {read} read");
    assert!(read >= 70);
}

#[test]
fn time_stamp_tokens_of_real_files_say_what_others_read_in_them() {
    let Some(corpus) = corpus::folder() else { return };
    let (mut read, mut ber, mut signed, mut unread) = (0, 0, 0, Vec::new());
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
        let authority = token.signing_certificate(&[]);
        signed += usize::from(authority.is_some_and(|authority| token.signature_by(&authority).is_ok()));
    }
    println!(
        "TST: {read} read ({ber} in BER), {signed} rightly signed by a certificate that came along, {} not read",
        unread.len()
    );
    unread.iter().for_each(|line| println!("  {line}"));
    assert!(read >= 1_450);
    assert!(ber >= 500 && signed >= 1_300, "{ber} {signed}");
}
