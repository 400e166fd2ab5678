#![no_main]
//! Saved facts: read, judged, and never taken for the file.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(facts) = edoc::verify::Facts::from_document(text) else { return };
    let Ok(policy) = edoc::validation::Policy::zimogs_1() else { return };
    let at = edoc::Timestamp::UNIX_EPOCH;
    let report = edoc::verify::judge_facts(&facts, edoc::trust::snapshot(), &[], &policy, at);
    assert_eq!(report.source, edoc::report::ReportSource::Facts);
});
