//! Telegram: questions from chats, answers as replies. The only place that knows teloxide.
//!
//! In two layers: the [`transport`] brings updates in and takes messages out,
//! and knows nothing of answers; the [`bot`] is the handler that it calls for
//! each update, and says what to reply.
//!
//! Logs hold ids and timings, never anyone's words unless that was asked for,
//! and nothing here prints a bot or an error of the network as they print
//! themselves: both hold the token.

mod bot;
mod transport;

pub use bot::{Access, Asked, LOG, Say, Service};
pub use transport::Api;

#[cfg(any(test, fuzzing))]
pub(crate) use bot::fuzzing;

use std::io::{self, Write as _};
use std::panic;
use std::sync::Arc;

use anyhow::Context as _;

use crate::stopping;
use crate::wording::count;
use crate::{Quoth, config};
use bot::{Bot, menus};

/// Serves Telegram until SIGINT (Ctrl+C) or SIGTERM; `engine` where another process has the documents.
///
/// # Errors
///
/// A token that Telegram refuses, a webhook that cannot be served, or a system
/// that grants no threads or signals.
pub fn run(
    quoth: Arc<Quoth>,
    settings: config::Telegram,
    data: Option<std::path::PathBuf>,
    engine: bool,
) -> anyhow::Result<()> {
    // The message of a panic may quote a question; where it happened cannot.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        log::error!(
            "panicked at {}",
            place.as_deref().unwrap_or("an unknown place")
        );
    }));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("no threads to serve Telegram with")?;
    let served = runtime.block_on(async {
        let stop = stopping::stop_signal()?;
        let api = Api::new(settings.token.reveal(), settings.api_url)?;
        let who = match &settings.allowed_chats {
            Some(chats) => format!("{} may ask", count(chats.len(), "chat")),
            None => "everyone may ask, as QUOTH_ALLOWED_CHATS is not set".to_owned(),
        };
        let access = Access {
            chats: settings.allowed_chats,
            admins: settings.admins,
        };
        let service = Service {
            data,
            language: settings.language,
            log_questions: settings.log_questions,
            engine,
            ..Service::new(quoth, access)
        };
        let ready = |name: &str| {
            // Nobody may be watching; then nobody misses it.
            let _ = writeln!(
                io::stderr(),
                "@{name} answers on Telegram until this is stopped: {who}"
            );
        };
        serve(api, service, settings.webhook.as_ref(), ready, stop).await
    });
    // A question that is still being searched for must not hold up the end.
    runtime.shutdown_background();
    served
}

/// Serves until `stop` is done, and then lets replies that are under way
/// finish. Once Telegram knows the bot, `ready` gets its user name.
///
/// # Errors
///
/// A token that Telegram refuses, or a webhook that cannot be served.
pub async fn serve(
    api: Api,
    service: Service,
    webhook: Option<&config::Webhook>,
    ready: impl FnOnce(&str),
    stop: impl Future<Output = ()> + Send,
) -> anyhow::Result<()> {
    let service = Arc::new(service);
    let data = service.data.clone();
    let menus = menus(service.language);
    let handler = |me, sender| Bot::new(me, sender, service).handler();
    let connection = transport::Connection { api, webhook, data };
    transport::serve(connection, menus, handler, ready, stop).await
}
