#![no_main]
//! The whole pipeline.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let input = edoc::verify::Input { name: "fuzz", source: &edoc::container::Bytes(data) };
    let Ok(policy) = edoc::validation::Policy::zimogs_1() else { return };
    let report = edoc::verify::verify(&input, edoc::trust::snapshot(), &[], &policy, edoc::Timestamp::UNIX_EPOCH);
    if let Ok(report) = report {
        assert!(!matches!(report.authenticity, edoc::report::Authenticity::Genuine), "nothing made by chance is genuine");
    }
});
