//! Numbers that nobody can foretell.

use ring::rand::{SecureRandom as _, SystemRandom};

/// The system gives no randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no randomness")]
pub struct NoRandomness;

/// Octets of the system's randomness.
///
/// # Errors
/// [`NoRandomness`].
pub fn random<const COUNT: usize>() -> Result<[u8; COUNT], NoRandomness> {
    let mut octets = [0; COUNT];
    SystemRandom::new().fill(&mut octets).map_err(|_| NoRandomness)?;
    Ok(octets)
}
