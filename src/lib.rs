//! Zīmogs: opens Latvian `.edoc` files (ASiC-E containers with XAdES signatures) that hold exam certificates,
//! and says, with reasons, whether they are genuine.
//!
//! The work is one line: bytes go in, a [`report::Report`] comes out. Time, trust and policy are arguments;
//! nothing below [`verify`] reads a clock, a network or an environment variable.
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
