//! Telegram: questions from chats, answers as replies. The only place that knows teloxide.
//!
//! A message comes from the `listener`, is read by `incoming`, let in by
//! `access`, answered in `service`, rendered by `reply` into `markup` (made
//! of `characters`), and sent by `sending`. `startup` is what precedes the
//! first message, `wording` what the bot says beside answers, `trouble` how
//! errors are told. Logs hold ids and timings, never anyone's words, and
//! nothing here prints a bot or an error of the network as they print
//! themselves: both hold the token.

mod access;
mod characters;
mod incoming;
mod listener;
mod markup;
mod reply;
mod sending;
mod service;
mod startup;
mod trouble;
mod wording;

pub use access::Access;
pub use service::{Answering, Service};

use std::io::{self, Write as _};
use std::panic;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use teloxide::Bot;
use teloxide::dispatching::UpdateFilterExt as _;
use teloxide::error_handlers::IgnoringErrorHandlerSafe;
use teloxide::prelude::Dispatcher;
use teloxide::types::Update;

use crate::{Quoth, config};

/// How long replies that are under way may take once the bot is told to stop.
/// Those who stop services kill them after 10 seconds.
const GRACE: Duration = Duration::from_secs(8);

/// Serves Telegram until SIGINT (Ctrl+C) or SIGTERM.
///
/// # Errors
///
/// A token that Telegram refuses, or a system that grants no threads or signals.
pub fn run(quoth: Quoth, settings: config::Telegram) -> anyhow::Result<()> {
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
        let stop = stop_signal()?;
        let bot = Bot::new(settings.token.reveal());
        let bot = match settings.api_url {
            Some(url) => bot.set_api_url(url),
            None => bot,
        };
        let access = Access {
            chats: settings.allowed_chats,
            admins: settings.admins,
        };
        serve(bot, Service::new(quoth, access), announce, stop).await
    });
    // A question that is still being searched for must not hold up the end.
    runtime.shutdown_background();
    served
}

/// Tells the operator that the bot works, and by which name.
fn announce(name: &str) {
    // Nobody may be watching; then nobody misses it.
    let _ = writeln!(
        io::stderr(),
        "@{name} answers on Telegram until this is stopped"
    );
}

/// Serves until `stop` is done, and then lets replies that are under way
/// finish. Once Telegram knows the bot, `ready` gets its user name.
///
/// # Errors
///
/// A token that Telegram refuses.
pub async fn serve(
    bot: Bot,
    service: Service,
    ready: impl FnOnce(&str),
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let mut stop = pin!(stop);
    let sender = sending::within_limits(bot.clone());
    let me = tokio::select! {
        me = startup::introduce(&sender) => me?,
        () = &mut stop => return Ok(()),
    };
    ready(me.username.as_deref().unwrap_or_default());

    let (listener, stop_listening) = listener::polling(bot);
    let mut dispatcher =
        Dispatcher::builder(sender, Update::filter_message().endpoint(service::receive))
            .dependencies(teloxide::dptree::deps![Arc::new(service)])
            // teloxide's own would log the whole update, with what someone wrote.
            .default_handler(
                |update| async move { log::debug!("update {} is no message", update.id.0) },
            )
            .build();
    let mut serving =
        pin!(dispatcher.try_dispatch_with_listener(listener, IgnoringErrorHandlerSafe::new()));
    tokio::select! {
        // Fails only where getMe does, whose response the sender kept from the introduction.
        ended = &mut serving => return ended.map_err(|error| anyhow::anyhow!(trouble::describe(&error))),
        () = stop => stop_listening.stop(),
    }
    if tokio::time::timeout(GRACE, serving).await.is_err() {
        log::warn!("stopped before every reply was sent");
    }
    Ok(())
}

/// Done once the process is told to stop. From this call on, not from the
/// first wait: a signal in between is not lost.
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt =
            signal(SignalKind::interrupt()).context("SIGINT cannot be waited for")?;
        let mut terminate =
            signal(SignalKind::terminate()).context("SIGTERM cannot be waited for")?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without signals there is only the hard way to end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
