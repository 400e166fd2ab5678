//! Exit codes (`docs/exit-codes.md`).

use crate::dossier::Examined;
use crate::report::Authenticity;

/// What a run comes to, in order of precedence: the first that is true of any input is the run's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exit {
    /// 2: the job could not be done: bad arguments, a file that cannot be read, or one of a kind that is not judged.
    Undone,
    /// 1: something is proven wrong.
    Failed,
    /// 3: something can be neither confirmed nor refuted, or an exam authority did not sign it.
    Open,
    /// 4: nothing is signed.
    Unsigned,
    /// 0: everything was confirmed.
    Passed,
}

impl Exit {
    /// The number the program ends with.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Passed => 0,
            Self::Failed => 1,
            Self::Undone => 2,
            Self::Open => 3,
            Self::Unsigned => 4,
        }
    }

    /// What one input comes to.
    #[must_use]
    pub fn of(examined: &Examined) -> Self {
        match &examined.result {
            Ok(report) => Self::of_word(report.authenticity),
            Err(_) => Self::Undone,
        }
    }

    /// What a word on a file comes to.
    #[must_use]
    pub fn of_word(authenticity: Authenticity) -> Self {
        match authenticity {
            Authenticity::Genuine => Self::Passed,
            Authenticity::Refuted(_) => Self::Failed,
            // A valid signature of somebody else proves nothing about an exam.
            Authenticity::CannotConfirm(_) | Authenticity::ValidButOtherIssuer => Self::Open,
            Authenticity::Unsigned => Self::Unsigned,
            Authenticity::Unsupported | Authenticity::NotAnEDocument => Self::Undone,
        }
    }

    /// What a whole run comes to; a run of nothing was not done.
    #[must_use]
    pub fn of_all(examined: &[Examined]) -> Self {
        examined.iter().map(Self::of).min().unwrap_or(Self::Undone)
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Exit::{self, Failed, Open, Passed, Undone, Unsigned};

    #[test]
    fn precedence_is_2_1_3_4_0() {
        let mut all = [Passed, Unsigned, Open, Failed, Undone];
        all.sort();
        assert_eq!(all.map(Exit::code), [2, 1, 3, 4, 0]);
    }
}
