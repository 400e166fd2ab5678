//! Containers without revocation data whose certificates name a server for it.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use edoc::dossier::{Jobs, Online, Places, Setting, examine, examine_all};
use edoc::fetch::{Client, Patience, Reach};
use edoc::report::{Asked, FetchResult, Report};
use edoc::trust::{TrustStore, read_list};
use edoc::validation::{Cause, Doubt, Indication};

use crate::forge::container::Container;
use crate::forge::der;
use crate::forge::keys::Key;
use crate::forge::ocsp::Response;
use crate::forge::pki::{
    EXAM_CENTRE, EXAM_CENTRE_CODE, Pki, authority_template, seal_subject, seal_template, unit_template,
};
use crate::forge::samples::{responder, sealed};
use crate::forge::time::Instant;
use crate::forge::trust_list::{Service, TrustList};
use crate::forge::x509::{Entity, Extension};
use crate::forge::xades::{Dialect, Document, Level};
use crate::server::{Page, Question, Server};

pub const ACCESS: &str = "1.3.6.1.5.5.7.1.1";
pub const LISTS: &str = "2.5.29.31";
/// When files here are signed.
pub const SIGNED: &str = "2025-07-03T05:00:00Z";
/// When they are judged.
pub const NOW: &str = "2026-11-23T12:00:00Z";

/// A moment before that.
pub fn before_now(seconds: i64) -> Instant {
    Instant::of(NOW).plus(-seconds)
}

/// The listed authority that issues seals; nobody answers for it, and nobody is asked.
pub fn authority() -> &'static Entity {
    static AUTHORITY: OnceLock<Entity> = OnceLock::new();
    AUTHORITY.get_or_init(|| {
        let root = &Pki::shared().root;
        let template = authority_template(&Key::p384("authority that is asked"), "PARAUGS Zīmogu CA", root);
        template.without(ACCESS).without(LISTS).issued_by(root)
    })
}

/// Its responder this month.
pub fn answerer() -> &'static Entity {
    static ANSWERER: OnceLock<Entity> = OnceLock::new();
    ANSWERER.get_or_init(|| responder(authority(), "PARAUGS Zīmogu CA OCSP", NOW))
}

/// The listed time-stamping unit.
pub fn unit() -> &'static Entity {
    static UNIT: OnceLock<Entity> = OnceLock::new();
    UNIT.get_or_init(|| unit_of(&Pki::shared().root, None, None))
}

/// A time-stamping unit that names these addresses.
pub fn unit_of(issuer: &Entity, ocsp: Option<&str>, list: Option<&str>) -> Entity {
    let key = Key::p384("a unit that is asked about");
    let template = unit_template(&key, "PARAUGS TSA D", "2025-01-10T08:00:00Z", "2028-01-10T08:00:00Z", issuer);
    let template = template.without(ACCESS).without(LISTS);
    let template = template.with(ocsp.map(|url| Extension::access(None, Some(url))));
    template.with(list.map(Extension::distribution)).issued_by(issuer)
}

/// A seal of the exam centre that names these addresses.
pub fn seal(ocsp: Option<&str>, list: Option<&str>) -> Entity {
    let key = Key::p256("a seal that is asked about");
    let subject = seal_subject(EXAM_CENTRE, EXAM_CENTRE_CODE);
    let template = seal_template(&subject, &key, "2025-05-05T08:00:00Z", "2028-05-05T08:00:00Z", authority());
    let template = template.without(ACCESS).without(LISTS);
    let template = template.with(ocsp.map(|url| Extension::access(None, Some(url))));
    template.with(list.map(Extension::distribution)).issued_by(authority())
}

pub fn service(kind: &str, certificate: &Entity) -> Service {
    Service::new(kind, "PARAUGS: pakalpojums", certificate, "granted", "2021-02-12T12:00:00Z")
}

pub struct Scene {
    pub server: Server,
    pub folder: tempfile::TempDir,
    pub listed: Vec<Service>,
    pub seal: Entity,
    /// Addresses that were announced.
    pub announced: Arc<Mutex<Vec<String>>>,
}

impl Scene {
    /// A file whose seal names `ocsp` of the server, `crl` of it, both or none.
    pub fn naming(names: &[&str]) -> Self {
        let server = Server::start();
        let url = |name: &str| names.contains(&name).then(|| server.url(name));
        let seal = seal(url("ocsp").as_deref(), url("crl").as_deref());
        let listed = vec![service("CA/QC", authority()), service("TSA/QTST", unit())];
        let scene = Self { server, folder: tempfile::tempdir().unwrap(), listed, seal, announced: Arc::default() };
        scene.write("a.edoc", &scene.seal, unit(), Level::T);
        scene
    }

    /// The same with a responder that answers like this.
    pub fn answering(make: impl Fn(&Asker<'_>) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let scene = Self::naming(&["ocsp"]);
        scene.serve_ocsp(move |asker| (200, make(asker)));
        scene
    }

    pub fn serve_ocsp(&self, make: impl Fn(&Asker<'_>) -> (u16, Vec<u8>) + Send + Sync + 'static) {
        let seal = self.seal.clone();
        let reply = move |question: &Question| make(&Asker { question, seal: &seal });
        self.server.serve("ocsp", Page::Reply(Arc::new(reply)));
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, seal: &Entity, unit: &Entity, level: Level) {
        let mut signing = sealed(Dialect::Lvrtc, seal, unit, SIGNED);
        signing.level = level;
        let document = Document::new("PARAUGS.txt", "text/plain", "PARAUGS / SAMPLE\nKopvērtējums: 87,50 %\n");
        fs::write(self.path(name), Container::signed(vec![document], &signing).bytes()).unwrap();
    }

    pub fn trust(&self) -> TrustStore {
        let mut list = TrustList::sample();
        list.services.clone_from(&self.listed);
        let (list, services) = read_list(list.xml().as_bytes()).unwrap();
        let mut trust = TrustStore::default();
        trust.add(list, services);
        trust
    }

    /// Without permission to ask, with what is kept.
    pub fn offline(&self) -> Setting {
        let mut setting = Setting::shipped(NOW.parse().unwrap()).unwrap().with_trust(self.trust());
        setting.use_answers(&self.places());
        setting
    }

    /// With permission, by a client that may go to 127.0.0.1.
    pub fn online(&self) -> Setting {
        self.online_to(Reach::Anywhere)
    }

    pub fn online_to(&self, reach: Reach) -> Setting {
        let mut setting = self.offline();
        setting.permit_network(self.asking(reach));
        setting
    }

    pub fn asking(&self, reach: Reach) -> Online {
        let patience = Patience { connect: Duration::from_secs(2), whole: Duration::from_secs(2) };
        let announced = Arc::clone(&self.announced);
        let announce = move |_: &Asked, url: &str| {
            assert!(url.starts_with("http://127.0.0.1:"), "{url}");
            announced.lock().unwrap().push(url.to_owned());
        };
        Online::asking_by(Client::reaching(reach, patience), Some(self.places()), Box::new(announce))
    }

    pub fn places(&self) -> Places {
        Places::at(&self.path("data"))
    }

    pub fn judge(&self, setting: &Setting) -> Report {
        examine(&self.path("a.edoc"), setting).result.unwrap()
    }

    pub fn judge_all(&self, names: &[String], setting: &Setting) -> Vec<Report> {
        let paths: Vec<_> = names.iter().map(|name| self.path(name)).collect();
        examine_all(&paths, setting, Jobs::AtMost(4)).into_iter().map(|one| one.result.unwrap()).collect()
    }

    /// Names of the files of answers that are kept.
    pub fn kept(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.places().answers().path()) else { return Vec::new() };
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Offline the answer is missing; online the file passes. The report comes back.
    #[track_caller]
    pub fn passes(&self) -> Report {
        self.is_open_offline();
        let report = self.judge(&self.online());
        assert_eq!(indication(&report), Indication::TotalPassed, "{:?} {:?}", report.fetched, cause(&report));
        assert_eq!(self.kept().len(), 1);
        report
    }

    /// Judged online it is neither passed nor failed, for this reason, and nothing is kept.
    #[track_caller]
    pub fn stays_open(&self) -> (Vec<FetchResult>, Cause) {
        self.is_open_offline();
        let report = self.judge(&self.online());
        assert!(matches!(indication(&report), Indication::Indeterminate(_)), "{:?}", report.fetched);
        assert_eq!(self.kept(), [""; 0]);
        (results(&report), cause(&report).unwrap())
    }

    #[track_caller]
    fn is_open_offline(&self) {
        let offline = self.judge(&self.offline());
        assert_eq!(indication(&offline), Indication::Indeterminate(Doubt::CertificateChainGeneralFailure));
        assert!(matches!(cause(&offline), Some(Cause::NoRevocationData { .. })), "{:?}", cause(&offline));
        assert_eq!((offline.fetched.len(), self.server.asked().len()), (0, 0));
    }
}

/// Who asks a responder.
pub struct Asker<'a> {
    pub question: &'a Question,
    pub seal: &'a Entity,
}

impl Asker<'_> {
    /// “Good”, a minute ago, for this question.
    pub fn good(&self) -> Response {
        let mut response = Response::good(self.seal, authority(), answerer(), before_now(60));
        response.nonce = self.nonce();
        response
    }

    /// extnValue of the nonce, read by the forge.
    pub fn nonce(&self) -> Option<Vec<u8>> {
        nonce_of(Some(self.question.body.as_slice()).filter(|body| !body.is_empty())?)
    }
}

/// The content of extnValue of the only extension of an OCSPRequest.
pub fn nonce_of(request: &[u8]) -> Option<Vec<u8>> {
    let question = *der::children(request).first()?;
    let extensions = *der::children(question).get(1)?;
    assert_eq!(extensions[0], 0xa2);
    let list = der::children(extensions)[0];
    let extension = der::children(der::children(list)[0]);
    assert_eq!(extension[0], der::oid("1.3.6.1.5.5.7.48.1.2"));
    Some(der::content(extension[1]).to_vec())
}

pub fn indication(report: &Report) -> Indication {
    assert_eq!(report.signatures.len(), 1, "{:?}", report.cause);
    report.signatures[0].indication
}

pub fn cause(report: &Report) -> Option<Cause> {
    report.signatures[0].cause.clone()
}

pub fn results(report: &Report) -> Vec<FetchResult> {
    report.fetched.iter().map(|fetched| fetched.result.clone()).collect()
}
