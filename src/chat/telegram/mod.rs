//! Telegram.
use crate::Quoth;
use crate::config;
/// Serves.
pub fn run(_quoth: Quoth, _settings: config::Telegram) -> anyhow::Result<()> { Ok(()) }
