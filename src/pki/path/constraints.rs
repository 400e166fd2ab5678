//! What the certificates of a path forbid each other (RFC 5280, 6.1), without times, signatures and revocation.
//!
//! 1. The certificate at the top, where it is an anchor, is not examined itself; what it demands of others holds.
//! 2. Downwards, each certificate: unknown critical extensions, names within all constraints above it, policies.
//! 3. Each that has another below it: may it issue, and is the path below it short enough?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::CandidatePath;
use crate::crypto::Sha256;
use crate::pki::Certificate;
use crate::pki::certificate::{Extensions, NameConstraints, PathLength};

/// anyPolicy (RFC 5280, 4.2.1.4).
const ANY_POLICY: &str = "2.5.29.32.0";

/// What is wrong with one certificate of a path, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathViolation {
    /// SHA-256 of the certificate.
    pub certificate: Sha256,
    /// What is wrong.
    pub fault: PathFault,
}

/// What can be wrong with a certificate of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum PathFault {
    /// It issued the next one, and basicConstraints does not say CA (6.1.4 k).
    NotAnAuthority,
    /// It issued the next one, and keyUsage does not say keyCertSign (6.1.4 n).
    MayNotIssue,
    /// An authority above it allows no further authority below (6.1.4 l).
    PathTooLong,
    /// An authority above it does not allow one of its names (6.1.3 b and c).
    NameNotAllowed,
    /// Critical extensions nobody here understands, or restricting ones that cannot be read (6.1.4 o, 6.1.5 f).
    UnknownCritical {
        /// Dotted identifiers.
        extensions: Vec<String>,
    },
    /// An authority above it demands a policy, and none is left that all agree on (6.1.3 f, 6.1.5 g).
    NoCommonPolicy,
    /// It maps a policy to or from anyPolicy (6.1.4 a).
    AnyPolicyMapped,
}

/// Everything in `path` that RFC 5280 forbids, top first; nothing where all is well.
#[must_use]
pub fn violations(path: &CandidatePath) -> Vec<PathViolation> {
    let mut downwards = path.certificates.iter().rev().peekable();
    let mut state = State::new();
    let mut found = Vec::new();
    if path.anchored {
        let anchor = downwards.next();
        anchor.into_iter().for_each(|anchor| state.demand(&anchor.extensions));
    }
    while let Some(certificate) = downwards.next() {
        let mut report = |fault| found.push(PathViolation { certificate: certificate.sha256, fault });
        let position = if downwards.peek().is_some() { Position::Above } else { Position::EndEntity };
        state.examine(certificate, position, &mut report);
        if position == Position::Above {
            state.descend(certificate, &mut report);
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Another certificate stands below it.
    Above,
    EndEntity,
}

/// What the certificates above demand (6.1.2). Counters: `None` is no demand.
struct State<'p> {
    constraints: Vec<&'p NameConstraints>,
    further_authorities: Option<u32>,
    policies: Policies,
    explicit_policy: Option<u32>,
    policy_mapping: Option<u32>,
    any_policy: Option<u32>,
}

/// Policies that all certificates so far agree on. RFC 5280 keeps a tree; whether one is left needs its leaves only.
enum Policies {
    Any,
    These(BTreeSet<String>),
}

impl Policies {
    fn is_none(&self) -> bool {
        matches!(self, Self::These(policies) if policies.is_empty())
    }
}

impl<'p> State<'p> {
    fn new() -> Self {
        Self {
            constraints: Vec::new(),
            further_authorities: None,
            policies: Policies::Any,
            explicit_policy: None,
            policy_mapping: None,
            any_policy: None,
        }
    }

    fn examine(&mut self, certificate: &Certificate, position: Position, report: &mut impl FnMut(PathFault)) {
        let extensions = &certificate.extensions;
        if !extensions.unknown_critical.is_empty() {
            report(PathFault::UnknownCritical { extensions: extensions.unknown_critical.clone() });
        }
        let exempt = position == Position::Above && certificate.is_self_issued();
        if !exempt && !self.constraints.iter().all(|constraints| constraints.admit(certificate)) {
            report(PathFault::NameNotAllowed);
        }
        self.agree(extensions, self.any_policy != Some(0) || exempt);
        if position == Position::EndEntity {
            self.explicit_policy = self.explicit_policy.map(|left| left.saturating_sub(1));
            if extensions.require_explicit_policy == Some(0) {
                self.explicit_policy = Some(0);
            }
        }
        if self.explicit_policy == Some(0) && self.policies.is_none() {
            report(PathFault::NoCommonPolicy);
        }
    }

    /// The policies of the next certificate that those above agree with (6.1.3 d and e).
    fn agree(&mut self, extensions: &Extensions, any_policy_counts: bool) {
        let stated = &extensions.policies;
        if any_policy_counts && stated.iter().any(|policy| policy == ANY_POLICY) {
            return;
        }
        let shared = stated.iter().filter(|policy| match &self.policies {
            Policies::Any => *policy != ANY_POLICY,
            Policies::These(policies) => policies.contains(*policy),
        });
        self.policies = Policies::These(shared.cloned().collect());
    }

    /// Prepares for the certificate below (6.1.4).
    fn descend(&mut self, certificate: &'p Certificate, report: &mut impl FnMut(PathFault)) {
        let extensions = &certificate.extensions;
        if extensions.certificate_authority.is_none() {
            report(PathFault::NotAnAuthority);
        }
        if !certificate.allows_usage("keyCertSign") {
            report(PathFault::MayNotIssue);
        }
        if extensions.policy_mappings.iter().any(|(from, to)| from == ANY_POLICY || to == ANY_POLICY) {
            report(PathFault::AnyPolicyMapped);
        }
        self.map_policies(&extensions.policy_mappings);
        if !certificate.is_self_issued() {
            if self.further_authorities == Some(0) {
                report(PathFault::PathTooLong);
            }
            for counter in [
                &mut self.further_authorities,
                &mut self.explicit_policy,
                &mut self.policy_mapping,
                &mut self.any_policy,
            ] {
                *counter = counter.map(|left| left.saturating_sub(1));
            }
        }
        self.demand(extensions);
    }

    /// Adds what a certificate demands of all below it.
    fn demand(&mut self, extensions: &'p Extensions) {
        self.constraints.extend(extensions.name_constraints.as_ref());
        if let Some(PathLength::AtMost(length)) = extensions.certificate_authority {
            lower(&mut self.further_authorities, Some(length));
        }
        lower(&mut self.explicit_policy, extensions.require_explicit_policy);
        lower(&mut self.policy_mapping, extensions.inhibit_policy_mapping);
        lower(&mut self.any_policy, extensions.inhibit_any_policy);
    }

    fn map_policies(&mut self, mappings: &[(String, String)]) {
        let Policies::These(policies) = &mut self.policies else { return };
        let mapped: Vec<_> = mappings.iter().filter(|(from, _)| policies.contains(from)).cloned().collect();
        for (from, _) in &mapped {
            policies.remove(from);
        }
        if self.policy_mapping != Some(0) {
            policies.extend(mapped.into_iter().map(|(_, to)| to));
        }
    }
}

fn lower(counter: &mut Option<u32>, demand: Option<u32>) {
    *counter = match (*counter, demand) {
        (Some(left), Some(right)) => Some(left.min(right)),
        (left, right) => left.or(right),
    };
}
