//! A scheme of its own: a list of lists, two national lists, their signers, and a folder to keep them in.

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use edoc::crypto::Sha256;
use edoc::fetch::{Client, Patience};
use edoc::trust::{Fresh, ListFolder, ListOutcome, Notice, Pins, Progress, Update, UpdateFault, UpdateReport, update};

use super::server::{Page, Server};
use crate::forge::keys::Key;
use crate::forge::pki::list_operator_template;
use crate::forge::time::Instant;
use crate::forge::trust_list::{Pointer, TrustList};
use crate::forge::x509::Entity;

pub const NOTICE: &str = "https://paraugs.example/notice/2026";
pub const NOW: &str = "2026-11-23T12:00:00Z";

/// Somebody who signs lists.
pub fn operator(word: &str) -> Entity {
    let mut template = list_operator_template();
    template.key = Key::p256(word);
    template.self_signed()
}

pub fn digest(signer: &Entity) -> Sha256 {
    Sha256::of(&signer.der)
}

/// A server, a folder and the pins of one scheme.
pub struct Scheme {
    pub server: Server,
    pub folder: ListFolder,
    pub pins: Pins,
    pub commission: Entity,
    pub national: Entity,
    _place: tempfile::TempDir,
}

impl Scheme {
    /// A scheme whose server serves good lists of two territories, number 5 each, under list of lists 7.
    pub fn good() -> Self {
        let server = Server::start();
        let place = tempfile::tempdir().unwrap();
        let (commission, national) = (operator("commission"), operator("national operator"));
        let notice = Notice {
            name: "SAMPLE notice".to_owned(),
            url: NOTICE.to_owned(),
            certificates: vec![digest(&commission)],
        };
        let scheme = Self {
            pins: Pins { lotl: server.url("lotl.xml"), notice, operators: Vec::new() },
            folder: ListFolder::below(place.path()),
            server,
            commission,
            national,
            _place: place,
        };
        scheme.serve_lotl(|_| {});
        scheme.serve_national("XX", |_| {});
        scheme.serve_national("XY", |_| {});
        scheme
    }

    pub fn pointer(&self, territory: &str, kind: &str, signer: &Entity) -> Pointer {
        Pointer {
            territory: territory.to_owned(),
            location: self.server.url(&format!("{territory}.xml")),
            kind: kind.to_owned(),
            signers: vec![signer.clone()],
        }
    }

    /// The list of lists with a change, signed.
    pub fn lotl(&self, change: impl Fn(&mut TrustList)) -> Vec<u8> {
        let mut list = TrustList::sample();
        list.territory = "EU".to_owned();
        list.kind = "EUlistofthelists".to_owned();
        list.sequence = 7;
        list.services.clear();
        list.information = vec![NOTICE.to_owned(), "https://paraugs.example/legal.html".to_owned()];
        list.signer = self.commission.clone();
        list.pointers = vec![
            self.pointer("EU", "EUlistofthelists", &self.commission),
            self.pointer("XX", "EUgeneric", &self.national),
            self.pointer("XY", "EUgeneric", &self.national),
        ];
        change(&mut list);
        list.xml().into_bytes()
    }

    /// A national list with a change, signed.
    pub fn national(&self, territory: &str, change: impl Fn(&mut TrustList)) -> Vec<u8> {
        let mut list = TrustList::sample();
        list.territory = territory.to_owned();
        list.sequence = 5;
        list.signer = self.national.clone();
        change(&mut list);
        list.xml().into_bytes()
    }

    pub fn serve_lotl(&self, change: impl Fn(&mut TrustList)) {
        self.server.serve("lotl.xml", Page::Body(self.lotl(change)));
    }

    pub fn serve_national(&self, territory: &str, change: impl Fn(&mut TrustList)) {
        self.server.serve(&format!("{territory}.xml"), Page::Body(self.national(territory, change)));
    }

    /// Updates all lists.
    pub fn update(&self) -> UpdateReport {
        self.update_of(&[])
    }

    /// Updates the lists of these territories.
    pub fn update_of(&self, countries: &[&str]) -> UpdateReport {
        let patience = Patience { connect: Duration::from_secs(5), whole: Duration::from_secs(3) };
        let countries: Vec<String> = countries.iter().map(|one| (*one).to_owned()).collect();
        let seen: Mutex<Vec<Progress>> = Mutex::default();
        let report = update(
            &Update {
                client: &Client::new(patience),
                pins: &self.pins,
                folder: &self.folder,
                countries: &countries,
                at: NOW.parse().unwrap(),
                stop: &AtomicBool::new(false),
            },
            &|progress| seen.lock().unwrap().push(progress),
        );
        let seen = seen.into_inner().unwrap();
        assert!(seen.last().is_some_and(|last| last.done == last.total), "{seen:?}");
        assert!(seen.windows(2).all(|pair| pair[0].done < pair[1].done), "{seen:?}");
        report
    }

    /// Number of the list kept for a territory.
    pub fn kept(&self, territory: &str) -> Option<u64> {
        let held = self.folder.load();
        assert!(held.damaged.is_empty(), "{:?}", held.damaged);
        held.lists().find(|list| list.territory == territory).map(|list| list.sequence)
    }
}

pub fn of<'r>(report: &'r UpdateReport, territory: &str) -> &'r ListOutcome {
    report.lists.iter().find(|list| list.territory == territory).unwrap_or_else(|| panic!("{territory}: {report:?}"))
}

/// What became of a territory's list.
pub fn result<'r>(report: &'r UpdateReport, territory: &str) -> &'r Result<Fresh, UpdateFault> {
    &of(report, territory).result
}

pub fn instant(text: &str) -> Instant {
    Instant::of(text)
}
