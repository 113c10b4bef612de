//! The Telegram side of Quoth as Telegram meets it: the real listener,
//! dispatcher and rendering, in this process or as the real binary, against a
//! Bot API server in this process. Tests wait for events, never for time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod above;
mod access;
mod answering;
#[cfg(unix)]
mod binary;
mod bot;
mod buttons;
mod conversing;
mod editing;
mod files;
mod filing;
mod forging;
mod groups;
mod inline;
mod languages;
mod limits;
mod links;
mod messages;
mod methods;
mod mishaps;
mod offering;
mod operating;
#[cfg(unix)]
mod restarting;
mod server;
mod sources;
mod starting;
mod stopping;
mod together;
mod verdicts;
mod webhooks;
