//! Why a file is no document, or not the one that it is now, and when it is tried again.

use std::time::{Duration, Instant};

use super::record;
use crate::corpus::files::Found;

/// A file whose text could not be extracted is tried again after so long,
const FIRST: Duration = Duration::from_mins(1);
/// and as long as that fails after twice as long each time, up to this.
const LONGEST: Duration = Duration::from_hours(1);

/// What is wrong with a file.
pub(super) struct Fault {
    pub(super) reason: String,
    /// Where it may pass though the file stays as it is.
    pub(super) retry: Option<Retry>,
}

/// When a file is tried again.
#[derive(Clone, Copy)]
pub(super) struct Retry {
    /// What the file looked like when it was tried last.
    looks: u64,
    at: Instant,
    pause: Duration,
}

impl Fault {
    /// A fault that lasts until the file changes.
    pub(super) fn of(reason: String) -> Self {
        Self {
            reason,
            retry: None,
        }
    }

    /// A fault in reading `file` or extracting its text, where `answers` says whether an earlier
    /// version of it is indexed, and `before` what was wrong until now.
    pub(super) fn passing(
        reason: String,
        answers: bool,
        file: &Found,
        before: Option<&Self>,
    ) -> Self {
        let looks = record::looks(file);
        let before = before.and_then(|fault| fault.retry);
        let again = before.filter(|retry| retry.looks == looks);
        let pause = again.map_or(FIRST, |retry| (retry.pause * 2).min(LONGEST));
        Self {
            reason: if answers {
                format!("{reason}; its earlier version still answers")
            } else {
                reason
            },
            retry: Some(Retry {
                looks,
                at: Instant::now() + pause,
                pause,
            }),
        }
    }
}

impl Retry {
    /// Whether the file is as it was when it was tried.
    pub(super) fn is_of(&self, file: &Found) -> bool {
        self.looks == record::looks(file)
    }

    /// How long until the file is tried again.
    pub(super) fn due_in(&self) -> Duration {
        self.at.saturating_duration_since(Instant::now())
    }

    /// Has the time for it come.
    #[cfg(test)]
    pub(super) fn hurry(&mut self) {
        self.at = Instant::now();
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::corpus::files;

    #[test]
    fn pauses_double_up_to_an_hour_until_the_file_changes() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a.txt");
        let found = |content: &str| {
            fs::write(&path, content).unwrap();
            let (mut found, _) = files::find(std::slice::from_ref(&path)).unwrap();
            found.remove(0)
        };
        let file = found("The ferry sails.");
        let mut fault: Option<Fault> = None;
        let mut pauses = Vec::new();
        for _ in 0..8 {
            let next = Fault::passing("late".to_owned(), false, &file, fault.as_ref());
            pauses.push(next.retry.unwrap().pause.as_secs() / 60);
            fault = Some(next);
        }
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60]);
        let changed = found("The night ferry sails.");
        let next = Fault::passing("late".to_owned(), true, &changed, fault.as_ref());
        let retry = next.retry.unwrap();
        assert_eq!(retry.pause, FIRST);
        assert!(retry.is_of(&changed) && !retry.is_of(&file) && !retry.due_in().is_zero());
        assert_eq!(next.reason, "late; its earlier version still answers");
    }
}
