//! Sees that files change, and has the library look at them.
//!
//! What the file system tells is only that it is time to look: events get lost
//! in new folders and under load, and say nothing of files on other machines.
//! So a look is at all files, soon after the last event of a burst, and now and
//! then without any. Where the file system tells nothing, looks are frequent.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

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
    thread: Option<JoinHandle<()>>,
}

/// What is told, the weightiest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Signal {
    /// Something below a root has changed.
    Changed,
    /// A root is another folder than before, or is gone, or events were lost:
    /// what is watched is no longer what there is.
    Replaced,
    /// Nobody needs to look any more.
    Ended,
}

impl Watching {
    /// Watches `roots`, and has `look` look at them; it returns how soon it has
    /// to look again at the latest, where it left something for later.
    pub(crate) fn start(
        roots: &[PathBuf],
        look: impl FnMut() -> Option<Duration> + Send + 'static,
    ) -> Self {
        let (sender, receiver) = mpsc::channel();
        let (roots, signals) = (roots.to_vec(), sender.clone());
        let thread = thread::Builder::new()
            .name("watching".to_owned())
            .spawn(move || run(&roots, &sender, &receiver, look));
        if let Err(error) = &thread {
            log::warn!("changes of files are not seen: {error}");
        }
        Self {
            signals,
            thread: thread.ok(),
        }
    }

    /// Ends it, and waits for a look that is under way.
    pub fn end(mut self) {
        let _ = self.signals.send(Signal::Ended);
        if let Some(thread) = self.thread.take() {
            // Where it failed, it has ended all the more.
            let _ = thread.join();
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // A thread that could not be started needs no end.
        let _ = self.signals.send(Signal::Ended);
    }
}

/// Where a root is called so, and where its files are: for one that is a link, where that leads to.
/// Both are without other links, as events name their paths; a root that is gone may come back.
fn places_of(root: &Path) -> io::Result<[PathBuf; 2]> {
    let whole = std::path::absolute(root)?;
    let named = match (whole.parent(), whole.file_name()) {
        (Some(above), Some(name)) => above.canonicalize().map(|above| above.join(name)),
        _ => whole.canonicalize(),
    };
    let named = named.unwrap_or(whole);
    let real = named.canonicalize().unwrap_or_else(|_| named.clone());
    Ok([named, real])
}

/// Has the file system tell of changes below `roots`, and of what becomes of
/// these themselves: that only the folders above them tell.
fn watch(roots: &[PathBuf], signals: &Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let places = roots.iter().map(|root| places_of(root));
    let places: Vec<[PathBuf; 2]> = places.collect::<io::Result<_>>()?;
    let folders = places.iter().map(|[_, real]| real.clone());
    let folders: Vec<PathBuf> = folders.filter(|real| real.is_dir()).collect();
    let places = places.concat();
    let (told, signals) = (places.clone(), signals.clone());
    let tell = move |event: notify::Result<Event>| {
        if let Some(signal) = signal(event, &told) {
            // Nobody listens any more at the end.
            let _ = signals.send(signal);
        }
    };
    // Files behind links are no documents.
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(tell, config)?;
    for folder in &folders {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    for above in places.iter().filter_map(|place| place.parent()) {
        // Watched twice, a folder would be watched as the last call has it: alone.
        if !folders.iter().any(|folder| above.starts_with(folder)) {
            watcher.watch(above, RecursiveMode::NonRecursive)?;
        }
    }
    Ok(watcher)
}

/// What an event means, if anything.
fn signal(event: notify::Result<Event>, roots: &[PathBuf]) -> Option<Signal> {
    // Events were lost, and among them may be new folders that are to be watched.
    let Some(event) = event.ok().filter(|event| !event.need_rescan()) else {
        return Some(Signal::Replaced);
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
    mut look: impl FnMut() -> Option<Duration>,
) {
    let mut has_failed = false;
    loop {
        // Told of changes for as long as it lives.
        let watcher = watch(roots, signals);
        let pause = if watcher.is_ok() { SELDOM } else { OFTEN };
        if let Err(error) = &watcher
            && !std::mem::replace(&mut has_failed, true)
        {
            log::warn!(
                "the file system does not tell of changes ({error}); looking every second, or less often where looking takes long"
            );
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
            // Nothing that one look meets ends all later ones: the system may refuse a thread.
            let soon = catch_unwind(AssertUnwindSafe(&mut look)).unwrap_or_else(|_| {
                log::error!("looking at the files failed; they are looked at again in a while");
                None
            });
            // What was watched is another folder now, or none.
            if told == Signal::Replaced {
                break;
            }
            let pause = pause.max(start.elapsed() * SHARE);
            pause_now = soon.map_or(pause, |soon| soon.clamp(QUIET, pause));
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use notify::event::Flag;
    use tempfile::TempDir;

    use super::*;

    /// Without any reason for a look, none comes for so long.
    const CALM: Duration = Duration::from_millis(700);
    /// A look that there is a reason for comes sooner, and one without any later.
    const PATIENCE: Duration = Duration::from_secs(20);

    struct Watched {
        looks: Receiver<()>,
        _watching: Watching,
    }

    impl Watched {
        fn of(roots: &[PathBuf]) -> Self {
            let (sender, looks) = mpsc::channel();
            let watching = Watching::start(roots, move || {
                let _ = sender.send(());
                None
            });
            let watched = Self {
                looks,
                _watching: watching,
            };
            watched.is_looked_at();
            watched
        }

        /// Waits for a look, and until all is calm.
        fn is_looked_at(&self) {
            self.looks.recv_timeout(PATIENCE).unwrap();
            while self.looks.recv_timeout(CALM).is_ok() {}
        }
    }

    #[test]
    fn a_new_folder_is_watched_also_where_a_root_lies_inside_another() {
        let place = TempDir::new().unwrap();
        let (outer, inner) = (place.path().join("outer"), place.path().join("outer/inner"));
        fs::create_dir_all(&inner).unwrap();
        fs::write(outer.join("tram.txt"), "tram").unwrap();
        let file = outer.join("tram.txt");
        let all = [[&outer, &inner], [&inner, &outer], [&outer, &file]];
        for (round, roots) in all.iter().enumerate() {
            let watched = Watched::of(&roots.map(Clone::clone));
            let new = outer.join(format!("new {round}"));
            fs::create_dir(&new).unwrap();
            watched.is_looked_at();
            fs::write(new.join("ferry.txt"), "ferry").unwrap();
            watched.is_looked_at();
        }
    }

    #[test]
    fn what_was_left_for_later_is_looked_at_in_time() {
        let place = TempDir::new().unwrap();
        let (sender, looks) = mpsc::channel();
        let _watching = Watching::start(&[place.path().to_owned()], move || {
            let _ = sender.send(());
            Some(Duration::from_millis(1))
        });
        for _ in 0..3 {
            looks.recv_timeout(PATIENCE).unwrap();
        }
    }

    #[test]
    fn a_look_that_fails_is_not_the_last() {
        let place = TempDir::new().unwrap();
        let (sender, looks) = mpsc::channel();
        let mut count = 0;
        let _watching = Watching::start(&[place.path().to_owned()], move || {
            count += 1;
            let _ = sender.send(count);
            assert!(count > 1, "as the test wants");
            None
        });
        assert_eq!(looks.recv_timeout(PATIENCE), Ok(1));
        fs::write(place.path().join("tram.txt"), "tram").unwrap();
        assert_eq!(looks.recv_timeout(PATIENCE), Ok(2));
    }

    #[test]
    fn lost_events_have_all_watched_anew() {
        let roots = [PathBuf::from("/trams")];
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let failed = notify::Error::generic("no more watches");
        assert_eq!(signal(Ok(lost), &roots), Some(Signal::Replaced));
        assert_eq!(signal(Err(failed), &roots), Some(Signal::Replaced));
    }

    #[cfg(unix)]
    #[test]
    fn links_below_a_root_are_not_followed() {
        let (place, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        std::os::unix::fs::symlink(outside.path(), place.path().join("link")).unwrap();
        std::os::unix::fs::symlink(place.path(), place.path().join("loop")).unwrap();
        let watched = Watched::of(&[place.path().to_owned()]);
        fs::write(outside.path().join("bus.txt"), "bus").unwrap();
        assert!(watched.looks.recv_timeout(CALM).is_err());
        fs::write(place.path().join("ferry.txt"), "ferry").unwrap();
        watched.is_looked_at();
    }

    #[cfg(unix)]
    #[test]
    fn a_root_that_is_a_link_is_watched_wherever_it_leads() {
        let place = TempDir::new().unwrap();
        let at = |name: &str| place.path().join(name);
        let (old, new) = (at("far/old"), at("far/away/new"));
        fs::create_dir_all(&old).unwrap();
        fs::create_dir_all(&new).unwrap();
        fs::create_dir(at("near")).unwrap();
        let link = at("near/link");
        std::os::unix::fs::symlink(&old, &link).unwrap();
        let watched = Watched::of(std::slice::from_ref(&link));
        fs::write(old.join("ferry.txt"), "ferry").unwrap();
        watched.is_looked_at();
        std::os::unix::fs::symlink(&new, at("near/other")).unwrap();
        fs::rename(at("near/other"), &link).unwrap();
        watched.is_looked_at();
        fs::write(new.join("ferry.txt"), "ferry").unwrap();
        watched.is_looked_at();
        // What it leads to makes way for another.
        fs::rename(&new, at("far/away/gone")).unwrap();
        fs::create_dir(&new).unwrap();
        watched.is_looked_at();
        fs::write(new.join("tram.txt"), "tram").unwrap();
        watched.is_looked_at();
    }
}
