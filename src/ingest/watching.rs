//! Sees that files change, and has the library look at them.
//!
//! What the file system tells is only that it is time to look: events get lost
//! in new folders and under load, and say nothing of files on other machines.
//! So a look is at all files, soon after the last event of a burst, and now and
//! then without any. Where the file system tells nothing, looks are frequent.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A burst of changes is over when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(200);
/// However long a burst lasts, changes are looked at after so long.
const LONGEST: Duration = Duration::from_secs(1);
/// Between two looks that nothing gave a reason for.
const SELDOM: Duration = Duration::from_mins(1);
/// The same where the file system tells nothing.
const OFTEN: Duration = Duration::from_secs(1);
/// Looks without a reason take no more than this share of the time.
const SHARE: u32 = 20;

/// Looks at the files for as long as it lives.
pub struct Watching {
    /// Closed at the end.
    signals: Option<Sender<Signal>>,
    thread: Option<JoinHandle<()>>,
}

enum Signal {
    Changed,
    Ended,
}

impl Watching {
    /// Watches `roots`, and has `look` look at them; it returns whether it
    /// left something for later.
    pub(crate) fn start(roots: &[PathBuf], look: impl FnMut() -> bool + Send + 'static) -> Self {
        let (sender, receiver) = mpsc::channel();
        let roots = roots.to_vec();
        let signals = sender.clone();
        let thread = thread::Builder::new()
            .name("watching".to_owned())
            .spawn(move || {
                let watcher = watch(&roots, sender);
                let told = watcher.is_ok();
                if let Err(error) = &watcher {
                    log::warn!(
                        "the file system does not tell of changes ({error}); looking every second"
                    );
                }
                run(&receiver, if told { SELDOM } else { OFTEN }, look);
            });
        Self {
            thread: thread
                .inspect_err(|error| log::warn!("changes of files are not seen: {error}"))
                .ok(),
            signals: Some(signals),
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(signals) = self.signals.take() {
            let _ = signals.send(Signal::Ended);
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Has the file system tell of changes below `roots`.
fn watch(roots: &[PathBuf], sender: Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Reading is no change; an error means that events were lost.
        let is_read = |event: &Event| matches!(event.kind, EventKind::Access(_));
        if !event.is_ok_and(|event| is_read(&event)) {
            let _ = sender.send(Signal::Changed);
        }
    })?;
    for root in roots {
        watcher.watch(root, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

fn run(signals: &Receiver<Signal>, pause: Duration, mut look: impl FnMut() -> bool) {
    let mut pause_now = pause;
    loop {
        match signals.recv_timeout(pause_now) {
            Ok(Signal::Changed) => {
                if !is_over(signals) {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Ok(Signal::Ended) | Err(RecvTimeoutError::Disconnected) => return,
        }
        let start = Instant::now();
        let is_left = look();
        pause_now = if is_left {
            QUIET
        } else {
            pause.max(start.elapsed() * SHARE)
        };
    }
}

/// Waits until a burst of changes is over; `false` at the end of all.
fn is_over(signals: &Receiver<Signal>) -> bool {
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        match signals.recv_timeout(QUIET) {
            Ok(Signal::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(Signal::Ended) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}
