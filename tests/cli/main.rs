//! The terminal side of Quoth as a person or a program meets it: the real
//! binary, in a folder of its own, with an environment of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod asking;
mod checking;
mod conversing;
mod differing;
mod dot_env;
mod doubting;
mod explaining;
mod folders;
mod formats;
mod hostile;
mod languages;
mod live;
mod measuring;
mod piping;
mod place;
mod secrets;
mod settings;
mod spans;
mod talking;
mod verifying;
mod words;
