//! Recognised issuers in words: by what they are recognised, when, and who says so.

use super::{Words, clean};
use crate::exam::{IssuerOrigin, RecognisedIssuer};

impl Words {
    /// One line on a recognised issuer: its names, and how it is recognised.
    #[must_use]
    pub fn issuer_line(&self, issuer: &RecognisedIssuer, origin: IssuerOrigin) -> String {
        let names: Vec<_> = issuer.organisation_names.iter().map(|name| clean(name)).collect();
        let (short, names, country) = (clean(&issuer.short_name), names.join(" / "), clean(&issuer.country));
        let how = self.issuer_how(issuer, origin);
        let values = [("short", short.as_str()), ("names", &names), ("country", &country), ("how", &how)];
        self.text_with("trust-issuer-line", &values)
    }

    fn issuer_how(&self, issuer: &RecognisedIssuer, origin: IssuerOrigin) -> String {
        let mut how = vec![match &issuer.identifier {
            Some(identifier) => self.text_with("trust-issuer-identifier", &[("identifier", &clean(identifier))]),
            None => self.text("trust-issuer-by-name"),
        }];
        how.extend(issuer.from.map(|from| self.text_with("trust-issuer-from", &[("from", &self.date(from))])));
        // The end itself is no longer in it: the day before is the last one.
        let last = issuer.until.and_then(|until| until.checked_sub(jiff::SignedDuration::from_secs(1)).ok());
        how.extend(last.map(|last| self.text_with("trust-issuer-until", &[("until", &self.date(last))])));
        how.push(self.text(match origin {
            IssuerOrigin::Shipped => "trust-issuer-shipped",
            IssuerOrigin::Added => "trust-issuer-added",
        }));
        how.join(", ")
    }
}
