//! Table tests, without cryptography.
