//! The languages that people chose, kept in a file: of so many people at most, and of those who
//! chose last.
//!
//! The file is written as a whole. Who chooses while it is written waits for the next writing, which
//! is one for all of them.

use std::fmt;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use lru::LruCache;
use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::Value;
use tokio::sync::Mutex;

use crate::private;
use crate::wording::{Wording, count};

/// People whose choice is kept.
const MOST: NonZeroUsize = NonZeroUsize::MIN.saturating_add(99_999);

/// The languages that people chose of a bot, by their numeric ids.
#[derive(Debug)]
pub(super) struct ChosenLanguages {
    /// Where they are kept; `None` for this run only.
    file: Option<PathBuf>,
    choices: RwLock<Choices>,
    /// Up to which change the file was written, as far as that could be. Held while it is.
    kept: Mutex<u64>,
}

/// What was chosen, from who chose last to who chose first, and how often that has changed.
#[derive(Debug)]
struct Choices {
    of: LruCache<i64, Wording>,
    changes: u64,
}

impl ChosenLanguages {
    /// Those of the bot with this id that are kept in a folder of data, if there is one. A file that
    /// cannot be read to its end is put aside, and that is told.
    pub(super) fn within(data: Option<&Path>, bot: i64) -> Self {
        let file = data.map(|folder| folder.join(format!("languages-{bot}.json")));
        // Room for so many people is made only once they are there.
        let mut of = LruCache::unbounded();
        of.resize(MOST);
        let mut choices = Choices { of, changes: 0 };
        if let Some(file) = &file {
            choices.read(file);
        }
        Self {
            file,
            choices: RwLock::new(choices),
            kept: Mutex::default(),
        }
    }

    pub(super) fn of(&self, person: i64) -> Option<Wording> {
        self.choices().of.peek(&person).copied()
    }

    fn choices(&self) -> RwLockReadGuard<'_, Choices> {
        self.choices.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers what a person chose, or that they choose nothing; returns the number of that
    /// change, where it is one.
    pub(super) fn choose(&self, person: i64, chosen: Option<Wording>) -> Option<u64> {
        let mut choices = self.choices.write().unwrap_or_else(PoisonError::into_inner);
        let before = match chosen {
            Some(wording) => choices.of.put(person, wording),
            None => choices.of.pop(&person),
        };
        let is_new = before != chosen;
        choices.changes += u64::from(is_new);
        is_new.then_some(choices.changes)
    }

    /// Has a change kept by `write`, unless that was done for this change too while it waited.
    pub(super) async fn keep(&self, change: u64, write: impl Future<Output = ()>) {
        let mut kept = self.kept.lock().await;
        if *kept < change {
            let known = self.choices().changes;
            write.await;
            *kept = known;
        }
    }

    /// Writes the file: to be done where it may take its time.
    pub(super) fn write(&self) -> io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        // Those who chose first stand first, as they are read. Nobody waits while this is written.
        let choices: Vec<(i64, Wording)> = {
            let choices = self.choices();
            let all = choices.of.iter().rev();
            all.map(|(person, wording)| (*person, *wording)).collect()
        };
        let entry =
            |(person, wording): &(i64, Wording)| format!("\"{person}\":\"{}\"", wording.code());
        let entries: Vec<String> = choices.iter().map(entry).collect();
        private::replace(file, format!("{{{}}}", entries.join(",\n")).as_bytes())
    }
}

impl Choices {
    /// Reads a file, as far as that can be done.
    fn read(&mut self, file: &Path) {
        let read = std::fs::read(file).and_then(|bytes| {
            let mut json = serde_json::Deserializer::from_slice(&bytes);
            let unread = json.deserialize_map(self)?;
            json.end()?;
            Ok(unread)
        });
        match read {
            Ok(0) => {}
            Ok(unread) => {
                let unread = count(unread, "choice");
                log::warn!("{}: {unread} of a language cannot be read", file.display());
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                private::put_aside(file, &error, "so not every choice of a language is known");
            }
        }
    }
}

/// Takes choices from a file one by one, so that one which cannot be read costs no other; tells
/// how many cannot.
impl<'de> Visitor<'de> for &mut Choices {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("languages by the ids of people")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<usize, A::Error> {
        let mut unread = 0;
        while let Some((person, code)) = entries.next_entry::<String, Value>()? {
            let person = person.parse().ok();
            let wording = code.as_str().and_then(Wording::of);
            match person.zip(wording) {
                Some((person, wording)) => drop(self.of.put(person, wording)),
                None => unread += 1,
            }
        }
        Ok(unread)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use futures_util::future::join_all;
    use tempfile::TempDir;
    use tokio::sync::oneshot;

    use super::*;

    fn german() -> Wording {
        Wording::of("de").unwrap()
    }

    fn kept(folder: &TempDir) -> ChosenLanguages {
        ChosenLanguages::within(Some(folder.path()), 42)
    }

    #[test]
    fn what_a_person_chose_of_a_bot_is_kept_until_they_choose_nothing() {
        let folder = TempDir::new().unwrap();
        let chosen = kept(&folder);
        assert_eq!(chosen.choose(5, Some(german())), Some(1));
        assert_eq!(chosen.choose(5, Some(german())), None);
        assert_eq!(chosen.choose(6, Some(Wording::ENGLISH)), Some(2));
        assert_eq!(chosen.choose(6, None), Some(3));
        assert_eq!(chosen.choose(6, None), None);
        chosen.write().unwrap();
        let kept = kept(&folder);
        assert_eq!((kept.of(5), kept.of(6)), (Some(german()), None));
        let other = ChosenLanguages::within(Some(folder.path()), 43);
        assert_eq!(other.of(5), None, "another bot");
    }

    #[test]
    fn of_too_many_who_chose_longest_ago_goes_first_and_after_a_restart_too() {
        let folder = TempDir::new().unwrap();
        let chosen = kept(&folder);
        let most = i64::try_from(MOST.get()).unwrap();
        for person in (0..most).rev() {
            chosen.choose(person, Some(german()));
        }
        // Being spoken to is no choice; to choose anew is one.
        assert_eq!(chosen.of(most - 2), Some(german()));
        chosen.choose(most - 1, Some(Wording::ENGLISH));
        chosen.write().unwrap();
        let chosen = kept(&folder);
        chosen.choose(most, Some(german()));
        let known = [most, most - 1, most - 2, 0].map(|person| chosen.of(person).is_some());
        assert_eq!(known, [true, true, false, true]);
        chosen.write().unwrap();
        let size = fs::metadata(folder.path().join("languages-42.json"));
        assert!(size.unwrap().len() < 32 * MOST.get() as u64);
    }

    #[tokio::test]
    async fn those_who_choose_while_it_is_written_share_the_next_writing() {
        let chosen = ChosenLanguages::within(None, 42);
        let (written, written_of) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let (finish, finished) = oneshot::channel();
        let first = chosen.choose(0, Some(german())).unwrap();
        let first = chosen.keep(first, async {
            finished.await.unwrap();
            written.fetch_add(1, Ordering::Relaxed);
        });
        let others = async {
            let changes = (1..=50).map(|person| chosen.choose(person, Some(german())).unwrap());
            let changes: Vec<u64> = changes.collect();
            finish.send(()).unwrap();
            let keeping = changes.into_iter().map(|change| {
                chosen.keep(change, async {
                    written.fetch_add(1, Ordering::Relaxed);
                    written_of.fetch_add(1, Ordering::Relaxed);
                })
            });
            join_all(keeping).await;
        };
        tokio::join!(first, others);
        let written = written.load(Ordering::Relaxed);
        assert_eq!((written, written_of.load(Ordering::Relaxed)), (2, 1));
    }

    #[test]
    fn what_cannot_be_read_costs_nothing_else() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("languages-42.json");
        let aside = folder.path().join("languages-42.unreadable");
        let bad = r#"{"5":"tlh","6":"de","7":7,"you":"de","8":{"a":"de"},"9":"de"}"#;
        fs::write(&file, bad).unwrap();
        let kept = || kept(&folder);
        let known = (5..10).filter(|&person| kept().of(person).is_some());
        assert_eq!(known.collect::<Vec<_>>(), [6, 9]);
        assert!(file.exists() && !aside.exists());
        for torn in [r#"{"6":"de","7":"#, r#"{"6":"de"}}"#] {
            fs::write(&file, torn).unwrap();
            assert_eq!(kept().of(6), Some(german()), "{torn}");
            assert_eq!(fs::read_to_string(&aside).unwrap(), torn);
            assert!(!file.exists());
            fs::remove_file(&aside).unwrap();
        }
        fs::write(&file, "[]").unwrap();
        assert_eq!(kept().of(6), None);
        assert!(aside.exists());
    }
}
