//! Containers whose issuers are listed and not at hand, and a server that has them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use edoc::dossier::{Jobs, Online, Places, Setting, examine, examine_all};
use edoc::fetch::{Client, Patience, Reach};
use edoc::report::{Asked, FetchResult, Report};
use edoc::trust::{TrustStore, read_list};
use edoc::validation::{CheckId, Outcome};

use crate::forge::container::Container;
use crate::forge::der;
use crate::forge::keys::Key;
use crate::forge::pki::{
    EXAM_CENTRE, EXAM_CENTRE_CODE, Pki, authority_template, seal_subject, seal_template, unit_template,
};
use crate::forge::samples::sealed;
use crate::forge::trust_list::{Service, TrustList};
use crate::forge::x509::{Entity, Extension};
use crate::forge::xades::{Dialect, Document, Level, Signing};
use crate::server::{Page, Server};

pub const ACCESS: &str = "1.3.6.1.5.5.7.1.1";
/// Addresses of revocation lists: nobody is asked for any here.
pub const LISTS: &str = "2.5.29.31";
/// Common name of the authority for seals.
pub const NAME: &str = "PARAUGS Zīmogu CA";

/// A server, a folder with one container, and what is listed.
pub struct Scene {
    pub server: Server,
    pub folder: tempfile::TempDir,
    pub listed: Vec<Service>,
    /// Addresses that were announced.
    pub announced: Arc<Mutex<Vec<String>>>,
}

/// The listed authority that issues seals. It names no address, so that no test asks any but its own server's.
pub fn authority() -> &'static Entity {
    static AUTHORITY: OnceLock<Entity> = OnceLock::new();
    AUTHORITY.get_or_init(|| {
        let root = &Pki::shared().root;
        authority_template(&Key::p384("authority for seals"), NAME, root).without(ACCESS).without(LISTS).issued_by(root)
    })
}

/// The listed time-stamping unit, which names no address either.
pub fn unit() -> &'static Entity {
    static UNIT: OnceLock<Entity> = OnceLock::new();
    UNIT.get_or_init(|| {
        let (root, key) = (&Pki::shared().root, Key::p384("a unit without address"));
        let template = unit_template(&key, "PARAUGS TSA C", "2025-01-10T08:00:00Z", "2028-01-10T08:00:00Z", root);
        template.without(ACCESS).without(LISTS).issued_by(root)
    })
}

pub fn service(kind: &str, certificate: &Entity) -> Service {
    Service::new(kind, "PARAUGS: pakalpojums", certificate, "granted", "2021-02-12T12:00:00Z")
}

/// A seal of the exam centre that names this address of its issuer.
pub fn seal(issuer: &Entity, address: &str) -> Entity {
    seal_with(issuer, Extension::access(Some(address), None))
}

/// The same with another authorityInfoAccess.
pub fn seal_with(issuer: &Entity, access: Extension) -> Entity {
    let key = Key::p256("seal with an address");
    let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
    seal_template(&subject, &key, "2025-05-05T08:00:00Z", "2028-05-05T08:00:00Z", issuer)
        .without(ACCESS)
        .without(LISTS)
        .with([access])
        .issued_by(issuer)
}

/// An authority of one's own under `issuer` that names this address of its issuer.
pub fn below(issuer: &Entity, word: &str, common: &str, address: &str) -> Entity {
    authority_template(&Key::p384(word), common, issuer)
        .without(ACCESS)
        .without(LISTS)
        .with([Extension::access(Some(address), None)])
        .issued_by(issuer)
}

/// A certs-only CMS message, DER or BER of indefinite length.
pub fn bundle(certificates: &[&Entity], ber: bool) -> Vec<u8> {
    let list: Vec<&[u8]> = certificates.iter().map(|one| one.der.as_slice()).collect();
    let wrap = |tag: u8, content: Vec<u8>| if ber { der::indefinite(tag, &content) } else { der::tlv(tag, &content) };
    let none: [Vec<u8>; 0] = [];
    let data = [
        der::number(1),
        der::set(&none),
        der::sequence(&[der::oid("1.2.840.113549.1.7.1")]),
        wrap(0xa0, list.concat()),
        der::set(&none),
    ];
    let data = wrap(0x30, data.concat());
    wrap(0x30, [der::oid("1.2.840.113549.1.7.2"), wrap(0xa0, data)].concat())
}

impl Scene {
    /// A server that serves nothing yet. The authority for seals is listed, and so is the time-stamping unit.
    pub fn new() -> Self {
        Self {
            server: Server::start(),
            folder: tempfile::tempdir().unwrap(),
            listed: vec![service("CA/QC", authority()), service("TSA/QTST", unit())],
            announced: Arc::default(),
        }
    }

    /// The same with a container whose seal names `issuer.crt`, where this page is served.
    pub fn serving(page: Page) -> Self {
        let scene = Self::new();
        scene.seal_file("a.edoc", &seal(authority(), &scene.server.url("issuer.crt")));
        scene.server.serve("issuer.crt", page);
        scene
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a container with this seal, without anything above it.
    pub fn seal_file(&self, name: &str, seal: &Entity) {
        self.signed_file(name, seal, unit(), |_| {});
    }

    pub fn signed_file(&self, name: &str, seal: &Entity, unit: &Entity, change: impl Fn(&mut Signing)) {
        let mut signing = sealed(Dialect::Lvrtc, seal, unit, "2025-07-03T05:00:00Z");
        signing.level = Level::T;
        change(&mut signing);
        let document = Document::new("PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\nKopvērtējums: 87,50 %\n");
        fs::write(self.path(name), Container::signed(vec![document], &signing).bytes()).unwrap();
    }

    /// The lists as a table has them: digests, and no certificate at hand.
    pub fn trust(&self) -> TrustStore {
        let mut list = TrustList::sample();
        list.services.clone_from(&self.listed);
        let (list, mut services) = read_list(list.xml().as_bytes()).unwrap();
        services.iter_mut().flat_map(|service| &mut service.certificates).for_each(|listed| listed.der = None);
        let mut trust = TrustStore::default();
        trust.add(list, services);
        trust
    }

    /// Without permission to ask.
    pub fn offline(&self) -> Setting {
        Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap().with_trust(self.trust())
    }

    /// With permission, by a client that may go to 127.0.0.1.
    pub fn online(&self) -> Setting {
        self.online_to(Reach::Anywhere)
    }

    pub fn online_to(&self, reach: Reach) -> Setting {
        let mut setting = self.offline();
        let patience = Patience { connect: Duration::from_secs(2), whole: Duration::from_secs(2) };
        let announced = Arc::clone(&self.announced);
        let announce = move |_: &Asked, url: &str| {
            assert!(url.starts_with("http://127.0.0.1:"), "{url}");
            announced.lock().unwrap().push(url.to_owned());
        };
        let client = Client::reaching(reach, patience);
        setting.permit_network(Online::asking_by(client, Some(self.places()), Box::new(announce)));
        setting
    }

    /// Where this scene keeps what it fetches.
    pub fn places(&self) -> Places {
        Places::at(&self.path("data"))
    }

    pub fn judge(&self, setting: &Setting) -> Report {
        report(&self.path("a.edoc"), setting)
    }

    pub fn judge_all(&self, names: &[String], setting: &Setting) -> Vec<Report> {
        let paths: Vec<_> = names.iter().map(|name| self.path(name)).collect();
        examine_all(&paths, setting, Jobs::AtMost(4)).into_iter().map(|one| one.result.unwrap()).collect()
    }

    /// How many certificates are kept.
    pub fn kept(&self) -> usize {
        self.places().certificates().load().certificates.len()
    }

    /// Judged online, the path leads to the list, and the twin offline does not.
    #[track_caller]
    pub fn finds(&self) -> Report {
        let offline = self.judge(&self.offline());
        assert_eq!(path_of(&offline), Outcome::Unknown);
        assert_eq!((offline.fetched.as_slice(), self.server.asked().as_slice()), (&[][..], &[][..]));
        let report = self.judge(&self.online());
        assert_eq!(path_of(&report), Outcome::Passed, "{:?}", report.fetched);
        assert!(self.kept() > 0);
        report
    }

    /// Judged online, nothing was accepted or kept, the verdict is what it is offline, and this came of the only address.
    #[track_caller]
    pub fn refuses(&self) -> FetchResult {
        let offline = self.judge(&self.offline());
        let mut report = self.judge(&self.online());
        assert_eq!(report.fetched.len(), 1, "{:?}", report.fetched);
        let result = report.fetched.remove(0).result;
        assert_eq!(report, offline);
        assert_eq!(path_of(&report), Outcome::Unknown);
        assert_eq!(self.kept(), 0);
        result
    }
}

pub fn report(path: &Path, setting: &Setting) -> Report {
    examine(path, setting).result.unwrap()
}

/// Outcome of the check of the signer's path.
pub fn path_of(report: &Report) -> Outcome {
    outcome(report, CheckId::Path)
}

pub fn outcome(report: &Report, id: CheckId) -> Outcome {
    assert_eq!(report.signatures.len(), 1, "{:?}", report.cause);
    report.signatures[0].checks.iter().find(|check| check.id == id).unwrap().outcome
}
