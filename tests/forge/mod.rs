//! The forge: makes signed containers, honest and false, without any code of the library, so that the two sides check
//! each other. Everything repeats: fixed keys, fixed times, ECDSA nonces after RFC 6979, its own deflate.
//!
//! `Pki::shared` is the sample hierarchy. `samples::sealed` gives an honest [`xades::Signing`]; change its fields or
//! hang hooks into it (`on_token`, `on_signed_info`, `on_xml`, ...) to lie, then ask `Container::signed(..).archive()`
//! for the ZIP entries, lie there too, and take the `bytes()`. Certificates are forged by changing a
//! [`x509::Template`] before `issued_by`; the trusted list by changing [`trust_list::TrustList::sample`].

#![allow(dead_code, unreachable_pub, missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)]

pub mod container;
pub mod crl;
pub mod deflate;
pub mod der;
pub mod exams;
pub mod index;
pub mod keys;
pub mod layouts;
pub mod ocsp;
pub mod pdf;
pub mod pki;
pub mod samples;
pub mod time;
pub mod trust_list;
pub mod tst;
pub mod x509;
pub mod xades;
pub mod xml;
pub mod zip;
