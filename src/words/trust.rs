//! Trusted lists in words: how old, from where, and what their signature is worth.

use super::{Filled, Words, clean};
use crate::Timestamp;
use crate::trust::{ListFacts, ListOrigin, ListSignature, NamedBy, SealFault};

impl Words {
    /// One line on a list: territory, number, date, age.
    #[must_use]
    pub fn list_line(&self, list: &ListFacts, at: Timestamp) -> String {
        let id = if list.origin == ListOrigin::User { "trust-list-user" } else { "trust-list" };
        let (sequence, issued) = (list.sequence.to_string(), self.date(list.issued));
        let values = [
            ("territory", clean(&list.territory)),
            ("sequence", sequence),
            ("issued", issued),
            ("age", self.list_age(list, at)),
        ];
        self.text_with(id, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// A territory, and the list of lists by its name.
    #[must_use]
    pub fn territory(&self, territory: &str) -> String {
        self.text_with("trust-territory", &[("territory", &clean(territory))])
    }

    /// How long ago a list was issued.
    #[must_use]
    pub fn list_age(&self, list: &ListFacts, at: Timestamp) -> String {
        self.counted("trust-age", usize::try_from(list.age_in_days(at)).unwrap_or_default())
    }

    /// When the next issue of a list is due, or was.
    #[must_use]
    pub fn list_next(&self, list: &ListFacts, at: Timestamp) -> String {
        match list.next_update {
            None => self.text("trust-past-closed"),
            Some(next) => {
                let id = if list.is_past_next_update(at) { "trust-past" } else { "trust-next" };
                self.text_with(id, &[("next", &self.date(next))])
            }
        }
    }

    /// How a list came here.
    #[must_use]
    pub fn list_origin(&self, origin: ListOrigin) -> String {
        self.text(match origin {
            ListOrigin::Snapshot => "trust-origin-snapshot",
            ListOrigin::Update => "trust-origin-update",
            ListOrigin::Import => "trust-origin-import",
            ListOrigin::User => "trust-origin-user",
        })
    }

    /// What the signature of a list is worth.
    #[must_use]
    pub fn list_signature(&self, signature: &ListSignature) -> String {
        let filled = match signature {
            ListSignature::NotChecked => Filled::new("trust-signature-not-checked"),
            ListSignature::CheckedBeforehand => Filled::new("trust-signature-checked-beforehand"),
            ListSignature::NotVouchedFor => Filled::new("trust-signature-not-vouched-for"),
            ListSignature::Verified { name, named_by, .. } => {
                Filled::new("trust-signature-verified").with("name", name).with("named", &self.named_by(named_by))
            }
            ListSignature::Stranger { name, .. } => Filled::new("trust-signature-stranger").with("name", name),
            ListSignature::Wrong { reason } => {
                Filled::new("trust-signature-wrong").with("reason", &self.text(seal_fault(reason)))
            }
        };
        self.fill(&filled)
    }

    fn named_by(&self, named_by: &NamedBy) -> String {
        let filled = match named_by {
            NamedBy::OfficialJournal { notice } => Filled::new("trust-named-official-journal").with("notice", notice),
            NamedBy::Pivot { sequence } => Filled::new("trust-named-pivot").with("sequence", &sequence.to_string()),
            NamedBy::ListOfLists { sequence } => {
                Filled::new("trust-named-list-of-lists").with("sequence", &sequence.to_string())
            }
            NamedBy::Pin => Filled::new("trust-named-pin"),
        };
        self.fill(&filled)
    }

    /// A status of a service (TS 119 612, 5.5.4).
    #[must_use]
    pub fn service_status(&self, status: &str) -> String {
        self.text_with("trust-status-word", &[("status", &clean(status))])
    }
}

fn seal_fault(fault: &SealFault) -> &'static str {
    match fault {
        SealFault::NotSigned => "trust-seal-not-signed",
        SealFault::Misplaced { .. } => "trust-seal-misplaced",
        SealFault::Malformed { .. } => "trust-seal-malformed",
        SealFault::NotWhole => "trust-seal-not-whole",
        SealFault::NotPermitted { .. } => "trust-seal-not-permitted",
        SealFault::Changed => "trust-seal-changed",
        SealFault::NoCertificate => "trust-seal-no-certificate",
        SealFault::ValueWrong { .. } => "trust-seal-value-wrong",
        SealFault::CertificateNotValid => "trust-seal-certificate-not-valid",
    }
}

#[cfg(feature = "online")]
mod update {
    use super::{Filled, Words};
    use crate::fetch::FetchFault;
    use crate::trust::{Fresh, ListOutcome, Remark, UpdateFault, UpdateReport};

    impl Words {
        /// What became of a list that was to be updated.
        #[must_use]
        pub fn update_result(&self, result: &Result<Fresh, UpdateFault>) -> String {
            let filled = match result {
                Ok(Fresh::New { sequence }) => Filled::new("trust-update-new").with("sequence", &sequence.to_string()),
                Ok(Fresh::Replaced { from, to }) => {
                    let filled = Filled::new("trust-update-replaced").with("from", &from.to_string());
                    filled.with("to", &to.to_string())
                }
                Ok(Fresh::Same { sequence }) => {
                    Filled::new("trust-update-same").with("sequence", &sequence.to_string())
                }
                Err(fault) => Filled::new("trust-update-failed").with("reason", &self.update_fault(fault)),
            };
            self.fill(&filled)
        }

        /// What became of a list, with what to know beside.
        #[must_use]
        pub fn list_outcome(&self, outcome: &ListOutcome) -> String {
            let mut line = self.update_result(&outcome.result);
            for Remark::PastNextUpdate { next_update } in &outcome.remarks {
                let remark = match next_update {
                    Some(next) => self.text_with("trust-past", &[("next", &self.date(*next))]),
                    None => self.text("trust-past-closed"),
                };
                line = self.text_with("report-parenthesis", &[("text", &line), ("remark", &remark)]);
            }
            line
        }

        /// What became of all of them together.
        #[must_use]
        pub fn update_summary(&self, report: &UpdateReport) -> String {
            match report.lists.iter().filter(|list| list.result.is_err()).count() {
                0 => self.text("trust-update-complete"),
                failed => self.counted("trust-update-incomplete", failed),
            }
        }

        /// Why a list was not taken.
        #[must_use]
        pub fn update_fault(&self, fault: &UpdateFault) -> String {
            let filled = match fault {
                UpdateFault::Fetch { fault } => fetch_fault(fault),
                UpdateFault::NotAList { fault } => Filled::new("trust-fault-not-a-list").with("detail", &fault.detail),
                UpdateFault::OtherKind => Filled::new("trust-fault-other-kind"),
                UpdateFault::OtherTerritory { found } => {
                    Filled::new("trust-fault-other-territory").with("found", found)
                }
                UpdateFault::Pivot { detail } => Filled::new("trust-fault-pivot").with("detail", detail),
                UpdateFault::NotVouchedFor { signature } => return self.list_signature(signature),
                UpdateFault::Older { held, offered } => Filled::new("trust-fault-older")
                    .with("held", &held.to_string())
                    .with("offered", &offered.to_string()),
                UpdateFault::NoPointer => Filled::new("trust-fault-no-pointer"),
                UpdateFault::NotWritten { detail } => Filled::new("trust-fault-not-written").with("detail", detail),
            };
            self.fill(&filled)
        }

        /// Why there was no answer.
        #[must_use]
        pub fn fetch_fault(&self, fault: &FetchFault) -> String {
            self.fill(&fetch_fault(fault))
        }
    }

    fn fetch_fault(fault: &FetchFault) -> Filled {
        match fault {
            FetchFault::Address => Filled::new("trust-fault-address"),
            FetchFault::NotPublic => Filled::new("trust-fault-not-public"),
            FetchFault::Status { status } => Filled::new("trust-fault-status").with("status", &status.to_string()),
            FetchFault::TooLarge { .. } => Filled::new("trust-fault-too-large"),
            FetchFault::TimedOut => Filled::new("trust-fault-timed-out"),
            FetchFault::Redirects => Filled::new("trust-fault-redirects"),
            FetchFault::Connection { detail } => Filled::new("trust-fault-connection").with("detail", detail),
        }
    }
}
