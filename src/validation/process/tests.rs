//! Table tests: every row is a literal fact and a word, without any cryptography. Each broken row stands beside a right one
//! that differs from it in one thing.

mod algorithms;
mod archive;
mod archive_authorities;
mod build;
mod early;
mod form;
mod level;
mod path;
mod properties;
mod responder;
mod revocation;
mod rows;
mod stamps;
mod times;
