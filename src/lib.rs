//! Zīmogs: opens Latvian `.edoc` files (ASiC-E containers with XAdES signatures) that hold exam certificates,
//! and says, with reasons, whether they are genuine.
//!
//! The work is one line: bytes go in, a [`report::Report`] comes out. Time, trust and policy are arguments;
//! nothing below [`verify`] reads a clock, a network or an environment variable.
//!
//! ```
//! use edoc::dossier::{Setting, examine};
//! use edoc::exam::Reading;
//! use edoc::report::{Authenticity, Standing};
//! use std::path::Path;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // The lists and rules built in, and what the invented samples need besides: a list and an exam authority of their own.
//! let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse()?)?;
//! setting.add_trusted_list(Path::new("samples/trust-list.xml"))?;
//! setting.add_issuers(Path::new("samples/issuers.toml"))?;
//!
//! let report = examine(Path::new("samples/anna-matematika.edoc"), &setting).result?;
//! assert_eq!(report.authenticity, Authenticity::Genuine);
//!
//! // A result is one only where the document it was read from is genuine.
//! let exam = report.exams.iter().find(|exam| exam.standing == Standing::Confirmed).ok_or("no result")?;
//! let Reading::Exams { certificates, .. } = &exam.reading else { return Err("no certificate".into()) };
//! let overall = certificates.first().and_then(|one| one.overall.as_ref()).ok_or("no percentage")?;
//! assert_eq!(overall.value.hundredths(), 8750); // 87,50 %
//! # Ok(())
//! # }
//! ```
//!
//! `examples/verify.rs` is the same as a program. [`verify`] itself takes octets, trust, policy and time, and reads no file.
//!
//! A module imports only what stands below it in this list (`tests/layers.rs` holds the order):
//!
//! `gui`, `cli`, `export`, `copies`, `words`, `preview` (feature `gui`), `dossier`, `verify`, `report`, `exam`, `qualification`, `validation`, `evidence`,
//! `trust`, `xades`, `pki`, `container`, `xml`, `crypto`, `fetch` (feature `online`), `files`, `fonts`, `limits`.

pub mod cli;
pub mod container;
pub mod copies;
pub mod crypto;
pub mod dossier;
pub mod evidence;
pub mod exam;
pub mod export;
#[cfg(feature = "online")]
pub mod fetch;
mod files;
#[cfg(any(feature = "gui", feature = "pdf"))]
mod fonts;
#[cfg(feature = "gui")]
pub mod gui;
pub mod limits;
pub mod pki;
#[cfg(feature = "gui")]
pub mod preview;
pub mod qualification;
pub mod report;
pub mod trust;
pub mod validation;
pub mod verify;
pub mod words;
pub mod xades;
pub mod xml;

/// An instant in UTC, as every layer passes it.
pub type Timestamp = jiff::Timestamp;
