//! The forge: makes signed containers, honest and false, without any code of the library, so that the two sides check
//! each other. Everything repeats: fixed keys, fixed times, ECDSA nonces after RFC 6979.

#![allow(dead_code, unreachable_pub, missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)]

pub mod container;
pub mod crl;
pub mod deflate;
pub mod der;
pub mod exams;
pub mod index;
pub mod keys;
pub mod ocsp;
pub mod pki;
pub mod samples;
pub mod time;
pub mod trust_list;
pub mod tst;
pub mod x509;
pub mod xades;
pub mod xml;
pub mod zip;
