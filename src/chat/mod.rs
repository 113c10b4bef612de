//! The front ends: each takes questions from somewhere and renders the same answers.
//!
//! [`questions`] tells the questions of one message apart, and
//! [`conversation`] gives a message its meaning after what was said before.
//! [`text`] and [`json`] render an answer, [`explanation`] how it came about; [`examples`] are
//! questions to begin with; [`lines`] and [`repl`] are the terminal, [`telegram`]
//! the chat.

pub mod conversation;
mod examples;
pub(crate) mod explanation;
pub mod json;
mod line;
pub mod lines;
mod questions;
pub mod repl;
#[cfg(test)]
mod samples;
pub mod telegram;
pub mod text;
