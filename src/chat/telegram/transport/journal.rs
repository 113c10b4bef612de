//! What was taken from Telegram and not yet answered, on disk: a stop loses no question.
//!
//! Telegram forgets an update once a later one is asked for. Before that
//! happens, those that are not answered are written down here. Where a bot
//! stops and cannot let Telegram know what it took, so are the ids of those
//! that are, since they come again. Questions are on disk no longer than they
//! wait for their answer.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::time::Duration;

use super::lanes::{Lanes, Progress};
use super::update::UpdateId;
use crate::private;
use crate::wording::count;

/// Telegram keeps updates for a day, and numbers them anew after a week of silence.
const AGE: Duration = Duration::from_hours(24);

/// The file of one bot.
#[derive(Debug)]
pub(super) struct Journal {
    /// `None` where there is no folder for what outlives a run.
    path: Option<PathBuf>,
    /// What the file holds; `None` where that is not known.
    written: Option<Progress>,
    has_failed: bool,
}

impl Journal {
    /// Opens the journal of a bot, and returns what an earlier run left.
    pub(super) fn open(data: Option<&Path>, bot: i64) -> (Self, Progress) {
        let path = data.map(|folder| folder.join(format!("telegram-{bot}.json")));
        let left = path.as_deref().map(left_in).unwrap_or_default();
        let journal = Self {
            path,
            written: None,
            has_failed: false,
        };
        (journal, left)
    }

    /// Whether it outlives the run.
    pub(super) fn keeps(&self) -> bool {
        self.path.is_some()
    }

    /// Waits for `work`; what is done meanwhile goes out of the journal.
    pub(super) async fn keep_while<T>(
        &mut self,
        lanes: &Lanes,
        work: impl Future<Output = T>,
    ) -> T {
        let mut work = pin!(work);
        loop {
            let written = self.written.as_ref().map(|progress| &progress.undone);
            let kept: Vec<UpdateId> = written
                .into_iter()
                .flatten()
                .filter_map(UpdateId::of)
                .collect();
            tokio::select! {
                done = &mut work => return done,
                () = lanes.is_any_done(&kept) => self.write(lanes.undone()).await,
            }
        }
    }

    /// Writes down how things stand. Failing is told once and stops nothing.
    pub(super) async fn write(&mut self, progress: Progress) {
        let is_news = self.written.as_ref() != Some(&progress);
        let Some(path) = self.path.clone().filter(|_| is_news) else {
            return;
        };
        let writing = tokio::task::spawn_blocking(move || {
            let written = serde_json::to_vec(&progress).map_err(io::Error::from);
            let written = written.and_then(|bytes| private::replace(&path, &bytes));
            written.map_or_else(|error| Err((path, error)), |()| Ok(progress))
        });
        // Where it fails, nobody knows what the file holds, and it is written when there is more.
        self.written = None;
        match writing.await {
            Ok(Ok(progress)) => (self.written, self.has_failed) = (Some(progress), false),
            Ok(Err((path, error))) if !self.has_failed => {
                self.has_failed = true;
                log::warn!(
                    "{}: {error}; questions that wait are lost if the bot is killed",
                    path.display()
                );
            }
            Ok(Err(_)) | Err(_) => {}
        }
    }
}

/// What a file holds, unless that is too old. A file that cannot be read is put aside.
fn left_in(path: &Path) -> Progress {
    let read = fs::read(path).and_then(|bytes| Ok(serde_json::from_slice(&bytes)?));
    let left: Progress = match read {
        Ok(left) => left,
        Err(error) => {
            if error.kind() != ErrorKind::NotFound {
                let lost = "so questions of the last run may be lost";
                private::put_aside(path, &error, lost);
            }
            return Progress::default();
        }
    };
    let written = fs::metadata(path).and_then(|file| file.modified());
    let age = written.map(|written| written.elapsed().unwrap_or_default());
    if !age.is_ok_and(|age| age > AGE) {
        return left;
    }
    if !left.undone.is_empty() {
        let number = count(left.undone.len(), "question");
        log::warn!("not answered, as the last run ended more than a day ago: {number}");
    }
    Progress::default()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use serde_json::{Value, json};
    use tempfile::TempDir;

    use super::*;

    fn progress(done: &[u32], undone: &[Value]) -> Progress {
        let id = |number| UpdateId::of(&json!({"update_id": number}));
        Progress {
            done: done.iter().filter_map(id).collect(),
            undone: undone.to_vec(),
        }
    }

    #[tokio::test]
    async fn the_next_run_gets_what_was_not_done() {
        let folder = TempDir::new().unwrap();
        let data = folder.path().join("not/yet/there");
        let left = |bot: i64| Journal::open(Some(&data), bot).1;
        let (mut journal, none) = Journal::open(Some(&data), 42);
        assert_eq!(none, Progress::default());
        let half = progress(&[1, 2], &[json!({"update_id": 3})]);
        journal.write(half.clone()).await;
        assert_eq!(left(42), half);
        assert_eq!(left(43), Progress::default(), "another bot");
        journal.write(progress(&[1, 2, 3], &[])).await;
        assert!(left(42).undone.is_empty());
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_stops_nothing() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        let (mut journal, _) = Journal::open(Some(&folder.path().join("file")), 42);
        journal.write(progress(&[1], &[])).await;
        assert!(journal.has_failed && journal.keeps());
        let (mut nowhere, _) = Journal::open(None, 42);
        nowhere.write(progress(&[1], &[])).await;
        assert!(!nowhere.keeps());
    }
}
