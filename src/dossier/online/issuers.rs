//! Missing issuers (RFC 5280, 4.2.2.1):
//!
//! 1. facts are gathered; a signer or a time-stamping authority whose paths lead to no listed service is an open end;
//! 2. the last certificate of its longest path names addresses of its issuer: they are asked, each once in a run;
//! 3. an answer counts where it holds a certificate of the issuer's name whose key made that certificate's signature;
//! 4. where that leads to no listed service yet, its own issuer is asked for, a few levels up;
//! 5. only certificates on a path to a listed service are accepted: kept, and the facts are gathered again with them.
//!
//! An address is asked for by `GET`, without more.

use super::ask::Asking;
use crate::evidence::OpenEnd;
use crate::limits;
use crate::pki::Certificate;
use crate::pki::path::CandidatePath;
use crate::report::{Asked, FetchResult, Fetched};
use crate::trust::TrustStore;

/// What came of looking for the issuers of one file.
pub(super) struct Found {
    /// Each address with its result.
    pub(super) fetched: Vec<Fetched>,
    /// Certificates on a path to a listed service.
    pub(super) accepted: Vec<Certificate>,
}

/// Looks for the issuers above every open end.
pub(super) fn look_for(ends: &[OpenEnd], asking: &Asking, trust: &TrustStore) -> Found {
    let mut search = Search { asking, trust, fetched: Vec::new(), accepted: Vec::new() };
    ends.iter().for_each(|end| search.follow(end));
    Found { fetched: search.fetched, accepted: search.accepted }
}

/// The search for the issuers of one file.
struct Search<'s> {
    asking: &'s Asking,
    trust: &'s TrustStore,
    fetched: Vec<Fetched>,
    accepted: Vec<Certificate>,
}

/// A certificate that came from an address, on trial.
struct Trial {
    certificate: Certificate,
    url: String,
    /// The issuer that was asked for.
    issuer: String,
}

impl Search<'_> {
    /// Climbs from one open end.
    fn follow(&mut self, end: &OpenEnd) {
        let mut trials: Vec<Trial> = Vec::new();
        for _ in 0..limits::ISSUER_LEVELS {
            let path = self.path(end, &trials);
            let Some(last) = open(&path) else { break };
            if !self.ask_for_issuer(last, &mut trials) {
                break;
            }
        }
        let path = self.path(end, &trials);
        self.settle(&path, trials);
    }

    /// The best path with what is on trial and what was accepted for other ends of the file.
    fn path(&self, end: &OpenEnd, trials: &[Trial]) -> CandidatePath {
        let trial = trials.iter().map(|trial| trial.certificate.clone());
        let more: Vec<_> = trial.chain(self.accepted.iter().cloned()).collect();
        best(end, &more, self.trust)
    }

    /// Asks the addresses of one certificate's issuer until one gives it.
    fn ask_for_issuer(&mut self, child: &Certificate, trials: &mut Vec<Trial>) -> bool {
        let issuer = child.issuer.display_name();
        for url in addresses(child) {
            let mut asked: Vec<&str> = self.fetched.iter().map(|fetched| fetched.url.as_str()).collect();
            asked.extend(trials.iter().map(|trial| trial.url.as_str()));
            asked.sort_unstable();
            asked.dedup();
            let known = asked.binary_search(&url.as_str()).is_ok();
            let wanted = Asked::Issuer { issuer: issuer.clone() };
            let said = |result| Fetched { asked: wanted.clone(), url: url.clone(), result };
            if !known && asked.len() >= limits::ISSUER_ADDRESSES {
                self.say(said(FetchResult::NotAsked));
                return false;
            }
            match self.asking.issuer(url, &wanted) {
                Err(result) => self.say(said(result)),
                Ok(certificates) if !certificates.iter().any(|found| issued(found, child)) => {
                    self.say(said(FetchResult::NotTheIssuer));
                }
                Ok(certificates) => {
                    let trial = |certificate| Trial { certificate, url: url.clone(), issuer: issuer.clone() };
                    trials.extend(certificates.into_iter().map(trial));
                    return true;
                }
            }
        }
        false
    }

    /// Accepts what stands on a sound path, and says of every answer what came of it.
    fn settle(&mut self, path: &CandidatePath, trials: Vec<Trial>) {
        let on_path = |trial: &Trial| path.certificates.iter().any(|one| one.sha256 == trial.certificate.sha256);
        let mut said: Vec<String> = Vec::new();
        let (good, others): (Vec<_>, Vec<_>) = trials.into_iter().partition(|trial| is_sound(path) && on_path(trial));
        for Trial { certificate, url, issuer } in good {
            let result = FetchResult::Accepted { sha256: certificate.sha256, name: certificate.subject.display_name() };
            said.push(url.clone());
            self.say(Fetched { asked: Asked::Issuer { issuer }, url, result });
            if !self.accepted.iter().any(|known| known.sha256 == certificate.sha256) {
                self.accepted.push(certificate);
            }
        }
        // Of a bundle, one line is enough.
        for Trial { certificate, url, issuer } in others {
            if !said.contains(&url) {
                let result =
                    FetchResult::NotListed { sha256: certificate.sha256, name: certificate.subject.display_name() };
                said.push(url.clone());
                self.say(Fetched { asked: Asked::Issuer { issuer }, url, result });
            }
        }
    }

    fn say(&mut self, fetched: Fetched) {
        if !self.fetched.contains(&fetched) {
            self.fetched.push(fetched);
        }
    }
}

/// The path of an end that leads furthest, with `more` certificates.
pub(super) fn best(end: &OpenEnd, more: &[Certificate], trust: &TrustStore) -> CandidatePath {
    let mut paths = end.paths(more, trust);
    let best = paths.iter().position(is_sound).unwrap_or_default();
    if best < paths.len() {
        paths.swap_remove(best)
    } else {
        CandidatePath { certificates: Vec::new(), anchored: false }
    }
}

/// The certificate at the end of a path whose issuer is missing.
pub(super) fn open(path: &CandidatePath) -> Option<&Certificate> {
    path.certificates.last().filter(|last| !path.anchored && !last.is_self_issued())
}

/// Every address at which the issuer of a certificate may be had, in the order in which they are asked.
pub(super) fn addresses(child: &Certificate) -> impl Iterator<Item = &String> {
    child.extensions.ca_issuers.iter().filter(|url| url.len() <= limits::ADDRESS_BYTES)
}

/// Whether `issuer` issued `child`: its name, and its key made the signature (RFC 5280, 6.1.3 (a)).
fn issued(issuer: &Certificate, child: &Certificate) -> bool {
    issuer.subject.same(&child.issuer) && child.signature_by(issuer).is_ok()
}

/// Whether a path leads to a listed service by certificates that may issue (RFC 5280, 6.1.4 (k) and (n)). The listed one is
/// trusted for what it is listed for.
fn is_sound(path: &CandidatePath) -> bool {
    let between = path.certificates.len().saturating_sub(2);
    path.anchored && path.certificates.iter().skip(1).take(between).all(|issuer| issuer.is_ca())
}
