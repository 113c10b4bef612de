//! What an extraction process has left: memory, time, and the pipes that it was given.
//! It can open no file and no connection, and start no program or process.
//!
//! Only Linux is asked for that, twice over: Landlock keeps files and networks away,
//! and a seccomp filter all calls to the system but a few. Where the kernel has one
//! alone, or neither, the process goes on with what it has.

#[cfg(all(
    target_os = "linux",
    target_pointer_width = "64",
    target_endian = "little"
))]
#[path = "confinement/linux.rs"]
mod system;

/// Systems that are asked for nothing.
#[cfg(not(all(
    target_os = "linux",
    target_pointer_width = "64",
    target_endian = "little"
)))]
mod system {
    pub(in crate::ingest::extraction) fn forbid_files() -> bool {
        false
    }

    pub(in crate::ingest::extraction) fn forbid_calls() -> bool {
        false
    }
}

pub(super) use system::{forbid_calls, forbid_files};

#[cfg(all(test, target_os = "linux"))]
#[expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]
mod tests;
