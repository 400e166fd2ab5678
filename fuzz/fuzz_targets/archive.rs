#![no_main]
//! Opening an archive and reading every entry of it.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(edoc::container::Opened::Container(container)) = edoc::container::open(&edoc::container::Bytes(data)) {
        let _ = container.check_remaining();
    }
});
