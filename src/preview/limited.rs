//! What the process that draws pages takes away from itself before it reads the first octet.

use crate::limits;

/// Memory, processor time and files. What the system does not know how to limit stays as it is: the deadline of the other
/// side holds in any case.
#[cfg(unix)]
pub(super) fn limit_this_process() {
    use rlimit::Resource;

    let seconds = limits::PREVIEW_PROCESS_SECONDS;
    let bounds = [
        (Resource::AS, limits::PREVIEW_PROCESS_BYTES),
        // If the window dies while a page is drawn, nobody is left to end this process.
        (Resource::CPU, seconds),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
        // Nothing beyond the three it has: no file, no socket.
        (Resource::NOFILE, 3),
    ];
    for (resource, most) in bounds {
        let _unknown_here = resource.set(most, most);
    }
}

/// Windows bounds processes by job objects, which cannot be had without unsafe code.
#[cfg(not(unix))]
pub(super) fn limit_this_process() {
    let _only_the_deadline = (limits::PREVIEW_PROCESS_BYTES, limits::PREVIEW_PROCESS_SECONDS);
}
