//! Reports for tests: read from a sample, then given other values.

use std::path::{Path, PathBuf};

use crate::crypto::Sha256;
use crate::dossier::{Dossier, Filed, Setting, Unexamined, examine};
use crate::exam::{Certainty, ExamCertificate, Found, Identifier, Percent, PersonalCode, Place, Reading};
use crate::report::{Report, Standing};

pub const ANNA: (&str, &str) = ("Anna PARAUGA", "320000-00001");
pub const JANIS: (&str, &str) = ("Jānis PARAUDZIŅŠ", "320000-00002");
pub const LIGA: (&str, &str) = ("Līga PARAUGKALNE", "320000-00003");

pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

pub fn sample_setting() -> Setting {
    let mut setting = Setting::shipped("2026-11-23T12:00:00Z".parse().unwrap()).unwrap();
    setting.add_trusted_list(&samples().join("trust-list.xml")).unwrap();
    setting.add_issuers(&samples().join("issuers.toml")).unwrap();
    setting
}

/// A file whose report can be given other values.
#[derive(Clone)]
pub struct Made {
    pub path: PathBuf,
    pub report: Report,
}

/// Tells files apart that nobody said are one.
static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
static FIRST: std::sync::LazyLock<Report> = std::sync::LazyLock::new(|| {
    let report = examine(&samples().join("anna-matematika.edoc"), &sample_setting()).result.unwrap();
    // A dossier does not look at them, and copies of them take their time.
    Report { signatures: Vec::new(), lists: Vec::new(), ..report }
});

/// A genuine certificate of mathematics with 87,50 %.
pub fn certificate(path: &str, (name, code): (&str, &str)) -> Made {
    let mut made = Made { path: PathBuf::from(path), report: FIRST.clone() };
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let mut octets = [0; 32];
    octets[..8].copy_from_slice(&number.to_be_bytes());
    made.report.file.sha256 = Sha256::from_bytes(&octets);
    made.named(name).coded(code)
}

impl Made {
    pub fn certificate(&mut self) -> &mut ExamCertificate {
        let Reading::Exams { certificates, .. } = &mut self.report.exams[0].reading else { panic!("no certificate") };
        &mut certificates[0]
    }

    fn with(mut self, change: impl FnOnce(&mut ExamCertificate)) -> Self {
        change(self.certificate());
        self
    }

    pub fn named(self, name: &str) -> Self {
        self.with(|read| {
            (read.given_names, read.surname) = (None, None);
            read.person = found(name.to_owned());
        })
    }

    pub fn unnamed(self) -> Self {
        self.with(|read| (read.person, read.given_names, read.surname) = (None, None, None))
    }

    pub fn coded(self, code: &str) -> Self {
        let code = Identifier::PersonalCode(PersonalCode::parse(code).unwrap());
        self.with(|read| read.identifier = found(code))
    }

    pub fn numbered(self, number: &str) -> Self {
        self.with(|read| read.identifier = found(Identifier::Other(number.to_owned())))
    }

    pub fn uncoded(self) -> Self {
        self.with(|read| read.identifier = None)
    }

    pub fn doubted(self) -> Self {
        self.with(|read| read.identifier.as_mut().unwrap().certainty = Certainty::Probable)
    }

    pub fn about(self, subject: &str) -> Self {
        self.with(|read| read.subject = found(subject.to_owned()))
    }

    pub fn on(self, day: Option<&str>) -> Self {
        self.with(|read| read.exam_date = day.and_then(|day| found(day.to_owned())))
    }

    pub fn with_result(self, hundredths: u16) -> Self {
        self.with(|read| read.overall = found(Percent::from_hundredths(hundredths).unwrap()))
    }

    pub fn standing(mut self, standing: Standing) -> Self {
        self.report.exams[0].standing = standing;
        self
    }

    pub fn copy_of(mut self, other: &Self) -> Self {
        self.report.file.sha256 = other.report.file.sha256;
        self
    }

    pub fn filed(&self) -> Filed {
        Filed::of(&self.path, Ok(&self.report))
    }
}

pub fn found<T>(value: T) -> Option<Found<T>> {
    Some(Found { value, certainty: Certainty::Certain, place: Place { page: 1, area: None, source: String::new() } })
}

pub fn dossier(made: &[Made]) -> Dossier {
    Dossier::of(made.iter().map(Made::filed).collect())
}

pub fn missing(path: &str) -> Filed {
    Filed::of(Path::new(path), Err(&Unexamined::NotFound))
}
