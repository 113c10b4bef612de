//! Sees that files change, and has the library look at them.
//!
//! What the file system tells is only that it is time to look: events get lost
//! in new folders and under load, and say nothing of files on other machines.
//! So a look is at all files, soon after the last event of a burst, and now and
//! then without any. Where the file system tells nothing, looks are frequent.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
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

/// Looks at the files for as long as it lives; a look that is under way then
/// goes on to its end, and is the last.
pub struct Watching {
    signals: Sender<Signal>,
}

/// What is told, the weightiest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Signal {
    /// Something below a root has changed.
    Changed,
    /// A root is another folder than before, or is gone.
    Replaced,
    /// Nobody needs to look any more.
    Ended,
}

impl Watching {
    /// Watches `roots`, and has `look` look at them; it returns whether it
    /// left something for later.
    pub(crate) fn start(roots: &[PathBuf], look: impl FnMut() -> bool + Send + 'static) -> Self {
        let (sender, receiver) = mpsc::channel();
        let (roots, signals) = (roots.to_vec(), sender.clone());
        let thread = thread::Builder::new()
            .name("watching".to_owned())
            .spawn(move || run(&roots, &sender, &receiver, look));
        if let Err(error) = thread {
            log::warn!("changes of files are not seen: {error}");
        }
        Self { signals }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // A thread that could not be started needs no end.
        let _ = self.signals.send(Signal::Ended);
    }
}

/// Has the file system tell of changes below `roots`, and of what becomes of
/// these themselves: that only the folders above them tell.
fn watch(roots: &[PathBuf], signals: &Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let roots: Vec<PathBuf> = roots
        .iter()
        .map(std::path::absolute)
        .collect::<Result<_, _>>()?;
    let (told, signals) = (roots.clone(), signals.clone());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Some(signal) = signal(event, &told) {
            // Nobody listens any more at the end.
            let _ = signals.send(signal);
        }
    })?;
    for root in &roots {
        if root.is_dir() {
            watcher.watch(root, RecursiveMode::Recursive)?;
        }
        if let Some(above) = root.parent() {
            watcher.watch(above, RecursiveMode::NonRecursive)?;
        }
    }
    Ok(watcher)
}

/// What an event means, if anything.
fn signal(event: notify::Result<Event>, roots: &[PathBuf]) -> Option<Signal> {
    // An error means that events were lost.
    let Ok(event) = event else {
        return Some(Signal::Changed);
    };
    let is_below = |path: &PathBuf| roots.iter().any(|root| path.starts_with(root));
    match event.kind {
        // Reading is no change.
        EventKind::Access(_) => None,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
            if event.paths.iter().any(|path| roots.contains(path)) =>
        {
            Some(Signal::Replaced)
        }
        // Without a path, anything may have changed.
        _ if event.paths.is_empty() || event.paths.iter().any(is_below) => Some(Signal::Changed),
        _ => None,
    }
}

/// Looks whenever the file system tells of changes, until the end.
fn run(
    roots: &[PathBuf],
    signals: &Sender<Signal>,
    receiver: &Receiver<Signal>,
    mut look: impl FnMut() -> bool,
) {
    let mut has_failed = false;
    loop {
        // Told of changes for as long as it lives.
        let watcher = watch(roots, signals);
        let pause = if watcher.is_ok() { SELDOM } else { OFTEN };
        if let Err(error) = &watcher
            && !std::mem::replace(&mut has_failed, true)
        {
            log::warn!("the file system does not tell of changes ({error}); looking every second");
        }
        // Changes before the file system was asked to tell of any were not told.
        let mut pause_now = Duration::ZERO;
        loop {
            let told = match receiver.recv_timeout(pause_now) {
                Ok(told) => is_over(receiver, told),
                Err(RecvTimeoutError::Timeout) => Signal::Changed,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if told == Signal::Ended {
                return;
            }
            let start = Instant::now();
            let is_left = look();
            // What was watched is another folder now, or none.
            if told == Signal::Replaced {
                break;
            }
            pause_now = if is_left {
                QUIET
            } else {
                pause.max(start.elapsed() * SHARE)
            };
        }
    }
}

/// Waits until a burst of changes is over that began with `first`; what it came to.
fn is_over(signals: &Receiver<Signal>, first: Signal) -> Signal {
    let (start, mut all) = (Instant::now(), first);
    while start.elapsed() < LONGEST && all != Signal::Ended {
        match signals.recv_timeout(QUIET) {
            Ok(signal) => all = all.max(signal),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return Signal::Ended,
        }
    }
    all
}
