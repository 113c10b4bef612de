//! The right to write to an index, which one process has at a time.
//!
//! It is a record in the cluster that its holder renews. Who finds one waits to
//! see whether it is: what was not renewed for as long as a lease lasts was left by
//! a process that is gone, by whatever clock. Each holder has a higher number
//! than the one before, and the cluster takes nothing that a lower one writes
//! where a higher one has written; besides, who could not renew in time writes
//! no more.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{Body, Client};
use crate::index::IndexError;

/// A lease lasts so long.
const LASTS: Duration = Duration::from_secs(15);
/// It is renewed after so long.
const RENEWED: Duration = Duration::from_secs(4);
/// So often somebody who waits for it looks.
const LOOKS: Duration = Duration::from_secs(1);

/// The right to write.
pub(super) struct Lease {
    held: Arc<Held>,
    number: u64,
    end: Sender<()>,
    renewing: Option<JoinHandle<()>>,
}

/// What is known of a lease that is held.
struct Held {
    client: Arc<Client>,
    path: String,
    /// Until when; `None` where another process has it.
    until: Mutex<Option<Instant>>,
}

/// A lease as it stands in the cluster.
struct Standing {
    holder: String,
    number: u64,
    is_free: bool,
    /// What changes with every renewal.
    mark: (u64, u64),
}

impl Lease {
    /// Takes the lease of the indexes that begin with `prefix`. Where another process has it, it
    /// is waited for, or told who that is if nobody `is_patient`.
    pub(super) fn take(
        client: &Arc<Client>,
        prefix: &str,
        is_patient: bool,
    ) -> Result<Self, IndexError> {
        let held = Held {
            client: Arc::clone(client),
            path: format!("/{prefix}-lease/_doc/writer"),
            until: Mutex::new(None),
        };
        let mut seen: Option<((u64, u64), Instant)> = None;
        let mut is_told = false;
        loop {
            let start = Instant::now();
            let standing = held.standing()?;
            let is_left = match &standing {
                None => true,
                Some(standing) if standing.is_free => true,
                Some(standing) => match seen {
                    Some((mark, since)) if mark == standing.mark => since.elapsed() > LASTS,
                    Some(_) if !is_patient => {
                        return Err(IndexError::Settings(format!(
                            "another process writes to the index {prefix:?}: {}\nhint: stop it, or leave it to write; with --watch this one waits until it ends",
                            standing.holder
                        )));
                    }
                    _ => {
                        seen = Some((standing.mark, Instant::now()));
                        false
                    }
                },
            };
            if is_left {
                let number = standing.as_ref().map_or(1, |it| it.number + 1);
                if held.write(number, false, standing.map(|it| it.mark), start)? {
                    return Ok(Self::renewed(held, number));
                }
                seen = None;
            } else if let Some(standing) = standing
                && !std::mem::replace(&mut is_told, true)
            {
                log::warn!(
                    "another process writes to the index {prefix:?}: {}; waiting for whether it goes on",
                    standing.holder
                );
            }
            thread::sleep(LOOKS);
        }
    }

    fn renewed(held: Held, number: u64) -> Self {
        let held = Arc::new(held);
        let (end, ended) = mpsc::channel();
        let own = Arc::clone(&held);
        let renewing = thread::Builder::new()
            .name("lease".to_owned())
            .spawn(move || {
                while ended.recv_timeout(RENEWED) == Err(RecvTimeoutError::Timeout) {
                    if let Err(error) = own.renew(number) {
                        log::warn!("the right to write could not be renewed: {error}");
                    }
                }
            });
        Self {
            held,
            number,
            end,
            renewing: renewing.ok(),
        }
    }

    /// The holder's number, unless the lease could not be renewed in time, or is another's.
    pub(super) fn number(&self) -> Result<u64, IndexError> {
        let until = *self.held.until();
        match until {
            Some(until) if Instant::now() < until => Ok(self.number),
            Some(_) => Err(IndexError::Unreachable(
                "the right to write could not be renewed in time".to_owned(),
            )),
            None => Err(IndexError::lost()),
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let _ = self.end.send(());
        if let Some(renewing) = self.renewing.take() {
            let _ = renewing.join();
        }
        if self.number().is_ok() {
            let standing = self.held.standing().ok().flatten();
            let own = standing.filter(|it| it.number == self.number);
            if let Some(own) = own {
                // Where that fails, others wait until the lease has run out.
                let (held, now) = (&self.held, Instant::now());
                let _ = held.write(self.number, true, Some(own.mark), now);
            }
        }
    }
}

impl Held {
    /// The lease as it stands, if there ever was one.
    fn standing(&self) -> Result<Option<Standing>, IndexError> {
        let reply = self.client.send(&Method::GET, &self.path, Body::None)?;
        if reply.status == reqwest::StatusCode::NOT_FOUND {
            return Ok(None);
        }
        let body = reply.ok()?;
        let number = |name: &str| body[name].as_u64().unwrap_or_default();
        let source = &body["_source"];
        Ok(Some(Standing {
            holder: source["holder"].as_str().unwrap_or_default().to_owned(),
            number: source["number"].as_u64().unwrap_or_default(),
            is_free: source["is_free"] == true,
            mark: (number("_seq_no"), number("_primary_term")),
        }))
    }

    /// Writes the lease over the one with this mark, to last from when it was asked for. Returns
    /// whether that still stood.
    fn write(
        &self,
        number: u64,
        is_free: bool,
        over: Option<(u64, u64)>,
        since: Instant,
    ) -> Result<bool, IndexError> {
        let condition = over.map_or("op_type=create".to_owned(), |(seq_no, term)| {
            format!("if_seq_no={seq_no}&if_primary_term={term}")
        });
        let path = format!("{}?{condition}", self.path);
        let record = json!({"holder": holder(), "number": number, "is_free": is_free});
        let reply = self.client.send(&Method::PUT, &path, Body::Json(&record))?;
        if reply.status == reqwest::StatusCode::CONFLICT {
            // It may have been written by this very request, whose answer was lost.
            let standing = self.standing()?;
            let is_own = standing.is_some_and(|it| it.number == number && it.holder == holder());
            if is_own && !is_free {
                *self.until() = Some(since + LASTS);
            }
            return Ok(is_own);
        }
        let _: Value = reply.ok()?;
        *self.until() = Some(since + LASTS);
        Ok(true)
    }

    /// Renews the lease of that number.
    fn renew(&self, number: u64) -> Result<(), IndexError> {
        let start = Instant::now();
        let standing = self.standing()?;
        let own = standing.filter(|it| it.number == number && it.holder == holder());
        let is_renewed = match own {
            Some(own) => self.write(number, false, Some(own.mark), start)?,
            None => false,
        };
        if !is_renewed {
            *self.until() = None;
        }
        Ok(())
    }

    fn until(&self) -> MutexGuard<'_, Option<Instant>> {
        self.until.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who this is, in words for a person who looks for it.
fn holder() -> String {
    let host = std::fs::read_to_string("/etc/hostname")
        .ok()
        .or_else(|| std::env::var("COMPUTERNAME").ok());
    let host = host.as_deref().map_or("this network", str::trim);
    format!("process {} on {host}", std::process::id())
}
