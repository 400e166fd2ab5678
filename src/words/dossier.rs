//! Persons, and what several files say together, in words.

use super::{Filled, Words, clean};
use crate::dossier::{Agreement, Dossier, ExamFigures, Filed, Finding, KnownBy, NameDifference, Person, Unexamined};
use crate::exam::Identifier;

/// Names that are listed in one sentence; the rest is an ellipsis.
const LISTED: usize = 6;

impl Words {
    /// What several files say together. Personal codes are masked.
    #[must_use]
    pub fn finding_across(&self, finding: &Finding, dossier: &Dossier) -> String {
        self.fill(&filled(finding, dossier))
    }

    /// Who it is: the name, else the masked code.
    #[must_use]
    pub fn person_name(&self, person: &Person) -> String {
        clean(&name(person))
    }

    /// How many certificates a person has and how many of them are genuine; that only the name says so, where it does.
    #[must_use]
    pub fn person_counts(&self, person: &Person) -> String {
        let mut parts = vec![
            self.counted("dossier-person-certificates", person.certificates),
            self.counted("dossier-person-genuine", person.genuine),
        ];
        if person.known_by == KnownBy::NameAlone {
            parts.push(self.text("dossier-by-name"));
        }
        parts.join(", ")
    }

    /// Why nothing can be said about an input, for where its name stands beside it.
    #[must_use]
    pub fn unexamined(&self, reason: &Unexamined) -> String {
        self.text(match reason {
            Unexamined::NotFound => "gui-error-not-found",
            Unexamined::Denied => "gui-error-denied",
            Unexamined::Folder | Unexamined::EmptyFolder => "gui-error-empty-folder",
            Unexamined::NotAFile => "gui-error-not-a-file",
            Unexamined::EmptyArchive => "gui-error-empty-archive",
            Unexamined::NestedArchive => "gui-error-nested-archive",
            Unexamined::Archive(_) => "gui-error-archive",
            Unexamined::TooManyFiles => "gui-error-too-many",
            Unexamined::Read { .. } | Unexamined::Facts(_) => "gui-error-read",
            Unexamined::Limit { .. } => "gui-error-limit",
            Unexamined::Internal => "gui-error-internal",
        })
    }

    /// Subject, level and year of an exam.
    #[must_use]
    pub fn exam_name(&self, exam: &ExamFigures) -> String {
        exam_name(&exam.subject, exam.level.as_deref(), exam.year)
    }
}

fn filled(finding: &Finding, dossier: &Dossier) -> Filled {
    let person = |at: &usize| dossier.persons.get(*at).map(name).unwrap_or_default();
    match finding {
        Finding::SeveralPersonsInFolder { folder, persons, .. } => Filled::new("dossier-several-persons")
            .with("folder", folder)
            .with("persons", &listed(persons.iter().map(person))),
        Finding::SeveralNames { person, names, difference, .. } => Filled::new(match difference {
            NameDifference::Spelling => "dossier-names-spelling",
            NameDifference::Name => "dossier-names-different",
        })
        .with("code", &dossier.persons.get(*person).map(code).unwrap_or_default())
        .with("names", &listed(names.iter().cloned())),
        Finding::NameWithoutCode { persons, .. } => {
            Filled::new("dossier-name-alone").with("name", &persons.first().map(person).unwrap_or_default())
        }
        Finding::SameExam { person: whose, subject, level, year, results, .. } => Filled::new(match results {
            Agreement::Same => "dossier-same-exam-same",
            Agreement::Different => "dossier-same-exam-different",
            Agreement::NotKnown => "dossier-same-exam-not-known",
        })
        .with("person", &person(whose))
        .with("exam", &exam_name(subject, level.as_deref(), Some(*year))),
        Finding::SameFile { files, .. } => Filled::new("dossier-same-file")
            .with("files", &listed(files.iter().map(|at| file_name(&dossier.files, *at)))),
        Finding::NamedAfterAnother { surname, person: whose, files } => Filled::new("dossier-named-after-another")
            .with("file", &files.first().map(|at| file_name(&dossier.files, *at)).unwrap_or_default())
            .with("surname", surname)
            .with("person", &person(whose)),
        Finding::NamedAfterSubject { named, subject, files } => Filled::new("dossier-named-after-subject")
            .with("file", &files.first().map(|at| file_name(&dossier.files, *at)).unwrap_or_default())
            .with("named", named)
            .with("subject", subject),
    }
}

fn name(person: &Person) -> String {
    person.name.clone().unwrap_or_else(|| code(person))
}

fn code(person: &Person) -> String {
    match &person.identifier {
        Some(Identifier::PersonalCode(code)) => code.masked(),
        // Of any other number nobody knows which part of it tells something.
        Some(Identifier::Other(_)) => "••••••".to_owned(),
        None => String::new(),
    }
}

fn listed(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> = names.collect();
    let more = names.len() > LISTED;
    names.truncate(LISTED);
    if more {
        names.push("…".to_owned());
    }
    names.join(", ")
}

fn file_name(files: &[Filed], at: usize) -> String {
    let path = files.get(at).map(|file| file.path.file_name().unwrap_or(file.path.as_os_str()));
    path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default()
}

fn exam_name(subject: &str, level: Option<&str>, year: Option<u16>) -> String {
    let year = year.map(|year| year.to_string());
    let parts = [Some(subject), level, year.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
