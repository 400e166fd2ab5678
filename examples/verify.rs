//! The library in a dozen lines: judges the files that are named, and prints the word on each and the results that may be shown.
//!
//! `cargo run --example verify -- samples/anna-matematika.edoc`

use std::path::Path;
use std::process::ExitCode;

use edoc::Timestamp;
use edoc::dossier::{Setting, examine};
use edoc::exam::Reading;
use edoc::report::{Report, Standing};
use edoc::words::{Language, Words};

fn main() -> ExitCode {
    let Ok(mut setting) = Setting::shipped(Timestamp::now()) else { return ExitCode::from(2) };
    // What the invented samples need: their own trusted list, and their own exam authority.
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let added = setting.add_trusted_list(&samples.join("trust-list.xml"));
    if added.and_then(|()| setting.add_issuers(&samples.join("issuers.toml"))).is_err() {
        return ExitCode::from(2);
    }
    let words = Words::new(Language::English);
    for path in std::env::args_os().skip(1) {
        match examine(Path::new(&path), &setting).result {
            Ok(report) => print(&report, &words),
            Err(reason) => eprintln!("{}: {reason}", Path::new(&path).display()),
        }
    }
    ExitCode::SUCCESS
}

fn print(report: &Report, words: &Words) {
    println!("{}: {}", report.file.name, words.verdict_word(report.authenticity));
    // Only what is confirmed is a result.
    for exam in report.exams.iter().filter(|exam| exam.standing == Standing::Confirmed) {
        let Reading::Exams { certificates, .. } = &exam.reading else { continue };
        for certificate in certificates {
            let subject = certificate.subject.as_ref().map(|found| found.value.as_str());
            let overall = certificate.overall.as_ref().map(|found| words.percent(found.value));
            println!("  {}: {}", subject.unwrap_or("?"), overall.unwrap_or_default());
        }
    }
}
