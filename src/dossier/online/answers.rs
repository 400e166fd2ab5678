//! Answers about revocation that are missing (RFC 6960; RFC 5280, 4.2.1.13):
//!
//! 1. a file is judged; certificates of judged paths about which no answer counts are handed up where that decides;
//! 2. for the first of them the next address that was not asked yet: OCSP responders, then revocation lists;
//! 3. the answer is added to what the file has, and the file is judged again by the same rules;
//! 4. until nothing is missing, every address was asked, or so many were as one file may ask.

use super::Online;
use super::ask::Reply;
use crate::crypto::Sha256;
use crate::evidence::Brought;
use crate::limits;
use crate::report::{Asked, Circumstances, FetchResult, Fetched};
use crate::verify::{Error, Input, Judgement, Unanswered, verify_with};

/// The search for what one file misses.
pub(super) struct Search<'s> {
    online: &'s Online,
    brought: Brought,
    fetched: Vec<Fetched>,
    /// Addresses, each with the certificate that it was asked for.
    tried: Vec<(String, Sha256)>,
}

/// Where an answer may be had.
pub(super) struct Way<'w> {
    pub(super) one: &'w Unanswered,
    pub(super) url: &'w str,
    pub(super) asked: Asked,
}

impl<'s> Search<'s> {
    /// A search that begins with what is at hand.
    pub(super) fn new(online: &'s Online, brought: Brought) -> Self {
        Self { online, brought, fetched: Vec::new(), tried: Vec::new() }
    }

    /// Asks until nothing is missing or nobody is left to be asked. The time goes on while answers are waited for.
    pub(super) fn answer(
        &mut self,
        input: &Input<'_>,
        circumstances: &mut Circumstances<'_>,
        mut judgement: Judgement,
    ) -> Result<Judgement, Error> {
        while let Some(way) = next_way(&judgement.unanswered, &self.tried) {
            if self.tried.len() >= limits::REVOCATION_ADDRESSES {
                self.say(&way, FetchResult::NotAsked);
                break;
            }
            self.tried.push((way.url.to_owned(), way.one.certificate.sha256));
            let reply = match way.asked {
                Asked::Crl { .. } => self.online.asking.crl(way.url, way.one, &way.asked),
                Asked::Ocsp { .. } | Asked::Issuer { .. } => self.online.asking.ocsp(way.url, way.one, &way.asked),
            };
            let reply = match reply {
                Ok(reply) => reply,
                Err(result) => {
                    self.say(&way, result);
                    continue;
                }
            };
            self.brought.add(&reply.answer);
            circumstances.at = self.online.now(circumstances.at);
            let again = verify_with(input, circumstances, &self.brought)?;
            let result = self.weigh(&reply, way.one, &again, circumstances);
            self.say(&way, result);
            judgement = again;
        }
        Ok(judgement)
    }

    /// What was asked, with what came of it.
    pub(super) fn into_fetched(self) -> Vec<Fetched> {
        self.fetched
    }

    /// An answer is worth keeping where it is no longer missing.
    fn weigh(
        &self,
        reply: &Reply,
        one: &Unanswered,
        again: &Judgement,
        circumstances: &Circumstances<'_>,
    ) -> FetchResult {
        let sha256 = reply.answer.sha256();
        if again.unanswered.iter().any(|still| still.certificate.sha256 == one.certificate.sha256) {
            return FetchResult::NotEnough { sha256 };
        }
        self.online.keep_answer(reply, circumstances.at);
        FetchResult::Answered { sha256, nonce: reply.nonce }
    }

    fn say(&mut self, way: &Way<'_>, result: FetchResult) {
        self.fetched.push(Fetched { asked: way.asked.clone(), url: way.url.to_owned(), result });
    }
}

/// The first address that was not tried, of the first certificate that has any.
fn next_way<'w>(unanswered: &'w [Unanswered], tried: &[(String, Sha256)]) -> Option<Way<'w>> {
    let was_tried =
        |way: &Way<'_>| tried.iter().any(|(url, sha256)| url == way.url && *sha256 == way.one.certificate.sha256);
    unanswered.iter().find_map(|one| ways(one).find(|way| !was_tried(way)))
}

/// Every address that may be asked about one certificate, in the order in which they are: responders, then revocation lists.
pub(super) fn ways(one: &Unanswered) -> impl Iterator<Item = Way<'_>> {
    let extensions = &one.certificate.extensions;
    let certificate = move || one.certificate.subject.display_name();
    let ocsp = extensions.ocsp.iter().map(move |url| (url, Asked::Ocsp { certificate: certificate() }));
    let crls = extensions.crl_distribution_points.iter();
    let ways = ocsp.chain(crls.map(move |url| (url, Asked::Crl { certificate: certificate() })));
    let short = ways.filter(|(url, _)| url.len() <= limits::ADDRESS_BYTES);
    short.map(move |(url, asked)| Way { one, url, asked })
}
