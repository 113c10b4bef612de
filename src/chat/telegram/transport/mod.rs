//! Everything between Telegram and a handler of updates: updates in, calls out.
//! Nothing here knows what is asked or answered, and nothing outside names teloxide.
//!
//! Updates come by [`polling`] or by a [`webhook`] with its [`callers`], as [`json`] that may
//! be broken, and are read by [`update`]. [`lanes`] have each handled once, in
//! order within a chat; their [`journal`] outlives a stop. What the handler
//! says is a [`post`], goes out by [`sending`], as [`files`] or as [`cards`] through the [`api`],
//! at the pace of [`pacing`]; [`limits`] say who writes too often, both [`keyed`] by person or chat.
//! [`errors`] are how what fails is told, and how seldom what often does.
//! [`startup`] is what precedes the first update.

mod api;
mod callers;
mod cards;
mod errors;
mod files;
mod journal;
mod json;
mod keyed;
mod lanes;
mod limits;
mod pacing;
mod polling;
mod post;
mod sending;
mod startup;
mod update;
mod webhook;

pub use api::{Api, LARGEST};
pub use cards::FROM_INLINE;
pub use errors::{Error, tell_moved};
pub use files::LARGEST_SENT;
pub use lanes::{Delivery, Handler, Origin};
pub use limits::{Limits, TooMany};
pub use post::{Button, Card, Does, Keyboard, Post};
pub use sending::{Place, Sender, Sent};
pub use startup::{Me, Menu};
pub use update::{Asker, Attached, Entity, Event, Inline, Message, Person, Press, now};

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;

use crate::config;
use journal::Journal;
use lanes::Lanes;
use polling::Polling;

/// How long replies that are under way may take once the bot is told to stop.
/// Those who stop services kill them after 10 seconds at the earliest; what
/// follows takes a moment where the network works.
const GRACE: Duration = Duration::from_secs(8);

/// How the bot meets Telegram.
pub struct Connection<'a> {
    pub api: Api,
    /// Where Telegram brings updates; `None` to ask for them.
    pub webhook: Option<&'a config::Webhook>,
    /// The folder for what outlives a run, if there is one.
    pub data: Option<PathBuf>,
}

/// Has updates handled until `stop` is done, and then lets what is under way finish.
///
/// Once Telegram knows the bot, `handler` makes what handles its updates, and
/// `ready` gets its user name. `menus` are those of the bot's commands.
///
/// # Errors
///
/// A token that Telegram refuses, or a webhook that cannot be served.
pub async fn serve(
    connection: Connection<'_>,
    menus: Vec<Menu>,
    handler: impl FnOnce(Me, Arc<Sender>) -> Box<Handler>,
    ready: impl FnOnce(&str),
    stop: impl Future<Output = ()> + Send,
) -> anyhow::Result<()> {
    let Connection { api, webhook, data } = connection;
    let stop = stop.shared();
    // Before anybody is told that the bot answers.
    let webhook = match webhook {
        Some(webhook) => Some((&webhook.url, webhook::listen(webhook).await?)),
        None => None,
    };
    let sender = Arc::new(Sender { api });
    let me = tokio::select! {
        me = startup::introduce(&sender.api) => me?,
        () = stop.clone() => return Ok(()),
    };
    tokio::spawn({
        let sender = Arc::clone(&sender);
        async move { startup::offer_menus(&sender.api, menus).await }
    });
    let (mut journal, left) = Journal::open(data.as_deref(), me.id);
    let name = me.username.clone();
    let lanes = Lanes::new(handler(me, Arc::clone(&sender)), left.done);
    for update in left.undone {
        lanes.take(update, Origin::Journal);
    }
    let api = &sender.api;
    let Some((url, listener)) = webhook else {
        ready(&name);
        tokio::select! {
            () = startup::expect_polls(api) => {}
            () = stop.clone() => {}
        }
        let mut polling = Polling::new(api);
        let served = polling.run(&lanes, &mut journal, stop).await;
        drain(&lanes, &mut journal).await;
        if polling.take_leave().await {
            journal.write(lanes.undone()).await;
        }
        return served;
    };
    let announced = tokio::select! {
        announced = webhook::announce(url, api) => announced.map(Some),
        () = stop.clone() => Ok(None),
    };
    if let Ok(Some(secret)) = &announced {
        ready(&name);
        webhook::run(listener, url.path(), secret, &lanes, &mut journal, stop).await;
    }
    // What an earlier run left may have been answered by now, and is not to be answered again.
    drain(&lanes, &mut journal).await;
    announced.map(drop)
}

/// The events in a response of Telegram's, or in one update.
#[cfg(any(test, fuzzing))]
pub fn events(text: &str) -> Vec<Event> {
    let response = json::parsed(text);
    let updates = match response.clone().and_then(json::result).or(response) {
        Some(serde_json::Value::Array(updates)) => updates,
        update => update.into_iter().collect(),
    };
    let read = |update: &serde_json::Value| {
        let _ = update::UpdateId::of(update);
        Event::read(update)
    };
    updates.iter().filter_map(read).collect()
}

/// Lets what was taken be answered, for a while, and writes down what was and what was not.
async fn drain(lanes: &Lanes, journal: &mut Journal) {
    if tokio::time::timeout(GRACE, lanes.all_done()).await.is_err() {
        lanes.close();
        let left = lanes.progress().undone.len();
        let fate = if journal.keeps() {
            "left for the next start"
        } else {
            "not kept, as there is no folder for data"
        };
        log::warn!("stopped before all was answered: {left} {fate}");
    }
    journal.write(lanes.progress()).await;
}
