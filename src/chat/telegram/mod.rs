//! Telegram: questions from chats, answers as replies. The only place that knows teloxide.
//!
//! Updates come by `polling` (broken `surrogates` and all) or by a `webhook`,
//! are read by `update`, and the `dispatcher` has each handled once; its
//! `journal` outlives a stop. What is
//! to be done about one, `admission` says: `incoming` reads what it asks,
//! `access` knows who may. A `session` does it: `replying` to messages,
//! `pressing` of `buttons` under what is `shown`, `inline` questions; of a
//! `service` it needs the documents, which `filing` lets admins add to and take
//! from: `deeds` that can be undone. A `reply` is rendered into `markup` (made
//! of `characters`) and goes out by `sending`, through the `api`, at the pace
//! of `pacing`. Beside that: `startup` is what precedes the first message,
//! `wording` what the bot says beside answers, `trouble` how errors are told,
//! `feedback` and `statistics` what its operator gets to know.
//!
//! Logs hold ids and timings, never anyone's words unless that was asked for,
//! and nothing here prints a bot or an error of the network as they print
//! themselves: both hold the token.

mod access;
mod admission;
mod api;
mod buttons;
mod characters;
mod deeds;
mod dispatcher;
mod feedback;
mod filing;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod incoming;
mod inline;
mod journal;
mod markup;
mod pacing;
mod polling;
mod pressing;
mod reply;
mod replying;
mod sending;
mod service;
mod session;
mod shown;
mod startup;
mod statistics;
mod surrogates;
mod trouble;
mod update;
mod webhook;
mod wording;

pub use access::Access;
pub use replying::LOG;
pub use service::{Asked, Saying, Service};

use std::io::{self, Write as _};
use std::panic;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use futures_util::FutureExt as _;
use teloxide::Bot;

use crate::{Quoth, config};
use dispatcher::Dispatcher;
use journal::Journal;
use polling::Polling;
use sending::Sender;
use session::Session;

/// How long replies that are under way may take once the bot is told to stop.
/// Those who stop services kill them after 10 seconds at the earliest; what
/// follows takes a moment where the network works.
const GRACE: Duration = Duration::from_secs(8);

/// Serves Telegram until SIGINT (Ctrl+C) or SIGTERM.
///
/// # Errors
///
/// A token that Telegram refuses, a webhook that cannot be served, or a system
/// that grants no threads or signals.
pub fn run(
    quoth: Arc<Quoth>,
    settings: config::Telegram,
    data: Option<std::path::PathBuf>,
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
        let service = Service {
            data,
            log_questions: settings.log_questions,
            ..Service::new(quoth, access)
        };
        serve(bot, service, settings.webhook.as_ref(), announce, stop).await
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
/// A token that Telegram refuses, or a webhook that cannot be served.
pub async fn serve(
    bot: Bot,
    service: Service,
    webhook: Option<&config::Webhook>,
    ready: impl FnOnce(&str),
    stop: impl Future<Output = ()> + Send,
) -> anyhow::Result<()> {
    let stop = stop.shared();
    // Before anybody is told that the bot answers.
    let webhook = match webhook {
        Some(webhook) => Some((&webhook.url, webhook::listen(webhook).await?)),
        None => None,
    };
    let sender = Arc::new(Sender::new(bot));
    let me = tokio::select! {
        me = startup::introduce(&sender.api) => me?,
        () = stop.clone() => return Ok(()),
    };
    tokio::spawn({
        let sender = Arc::clone(&sender);
        async move { startup::offer_menu(&sender.api).await }
    });
    let service = Arc::new(service);
    let (mut journal, left) = Journal::open(service.data.as_deref(), me.id);
    let name = me.username.clone();
    let session = Arc::new(Session::new(me, Arc::clone(&sender), service));
    let dispatcher = Dispatcher::new(session, left.done);
    for update in left.undone {
        dispatcher.take_up(update);
    }
    let api = &sender.api;
    let Some((url, listener)) = webhook else {
        ready(&name);
        startup::expect_polls(api).await;
        let mut polling = Polling::new(api);
        let served = polling.run(&dispatcher, &mut journal, stop).await;
        drain(&dispatcher, &mut journal).await;
        if polling.take_leave().await {
            journal.write(dispatcher.undone()).await;
        }
        return served;
    };
    let secret = tokio::select! {
        secret = webhook::announce(url, api) => secret?,
        () = stop.clone() => return Ok(()),
    };
    ready(&name);
    let served = webhook::run(
        listener,
        url.path(),
        secret,
        &dispatcher,
        &mut journal,
        stop,
    )
    .await;
    drain(&dispatcher, &mut journal).await;
    served
}

/// Lets what was taken be answered, for a while, and writes down what was and what was not.
async fn drain(dispatcher: &Dispatcher, journal: &mut Journal) {
    if tokio::time::timeout(GRACE, dispatcher.all_done())
        .await
        .is_err()
    {
        dispatcher.close();
        let left = dispatcher.account().undone.len();
        log::warn!("stopped before all was answered: {left} left for the next start");
    }
    journal.write(dispatcher.account()).await;
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
