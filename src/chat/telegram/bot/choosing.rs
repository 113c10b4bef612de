//! Each person is spoken to in the language that they use Telegram in, or chose here: what they
//! chose is kept.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::super::transport::{Button, Keyboard, Message, Place, Press};
use super::buttons::button;
use super::callback::Wanted;
use super::service::Service;
use super::{Bot, log_unsent, wording};
use crate::private;
use crate::wording::{Wording, own_name};

/// Languages side by side.
const IN_A_ROW: usize = 3;
/// People whose choice is kept, at most: nobody can fill the disk.
const PEOPLE: usize = 100_000;

/// The languages that people chose, by their numeric ids.
#[derive(Clone, Debug, Default)]
pub(super) struct ChosenLanguages {
    codes: BTreeMap<i64, String>,
}

impl ChosenLanguages {
    /// Those that are kept in a folder of data, if there is one.
    pub(super) fn within(data: Option<&Path>) -> Self {
        let codes = data.map(|folder| read(&file(folder))).unwrap_or_default();
        Self { codes }
    }

    /// What a person chose.
    pub(super) fn of(&self, person: i64) -> Option<Wording> {
        self.codes.get(&person).and_then(|code| Wording::of(code))
    }

    /// Remembers what a person chose, or that they choose nothing.
    fn choose(&mut self, person: i64, chosen: Option<Wording>) {
        match chosen {
            Some(wording) if self.codes.len() < PEOPLE || self.codes.contains_key(&person) => {
                self.codes.insert(person, wording.code().to_owned());
            }
            Some(_) => log::warn!("{PEOPLE} people have chosen a language: no more are kept"),
            None => drop(self.codes.remove(&person)),
        }
    }

    /// Keeps them in a folder of data.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    fn keep(&self, data: &Path) -> io::Result<()> {
        private::replace(&file(data), &serde_json::to_vec(&self.codes)?)
    }
}

fn file(data: &Path) -> PathBuf {
    data.join("languages.json")
}

/// What a file keeps; nothing where there is none, or it cannot be read, which the log has.
fn read(path: &Path) -> BTreeMap<i64, String> {
    let read = std::fs::read(path).and_then(|bytes| Ok(serde_json::from_slice(&bytes)?));
    read.unwrap_or_else(|error: io::Error| {
        if error.kind() != io::ErrorKind::NotFound {
            log::warn!(
                "{} cannot be read, so nobody's choice is known: {error}",
                path.display()
            );
        }
        BTreeMap::new()
    })
}

impl Bot {
    /// Speaks another language with whoever wrote, or offers all.
    pub(super) async fn choose_language(&self, message: &Message, tag: &str) {
        let place = Place::from(message);
        let now = self.wording(message.from);
        let known = Wording::of(tag);
        // A chat that writes as such, or a nameless administrator, is no person.
        let (words, buttons) = match (known, message.person()) {
            (Some(chosen), Some(person)) => {
                self.keep(person, Some(chosen)).await;
                (
                    chosen.language_chosen(own_name(chosen.language())),
                    Keyboard::new(),
                )
            }
            _ if tag.is_empty() || known.is_some() => (
                now.language_now(own_name(now.language())),
                self.languages(now),
            ),
            _ => (now.language_unknown(), self.languages(now)),
        };
        let posts = wording::told(words);
        if let Err(error) = self.sender.send(place, &posts, &buttons).await {
            log_unsent(place, &error);
        }
    }

    /// Speaks the language of a button with whoever pressed it.
    pub(super) async fn speak(&self, press: &Press, code: Option<&str>) {
        let chosen = code.and_then(Wording::of);
        self.keep(press.from.id, chosen).await;
        let now = self.wording(Some(press.from));
        let words = now.language_chosen(own_name(now.language()));
        self.answer_press(press, &words).await;
        // Where others read along, the list stays: it is theirs too.
        let message = press.message.as_deref();
        let Some(message) = message.filter(|message| message.is_accessible()) else {
            return;
        };
        if message.chat.is_private() {
            let (chat, id) = (message.chat.id, message.id);
            for post in wording::told(words) {
                if let Err(error) = self.sender.edit(chat, id, &post, &Keyboard::new()).await {
                    log::warn!("chat {chat}, message {id}: not changed: {error}");
                }
            }
        }
    }

    async fn keep(&self, person: i64, chosen: Option<Wording>) {
        // One after the other: the file has all that was chosen before it was written.
        let _turn = self.keeping.lock().await;
        let all = {
            let mut all = self.chosen();
            all.choose(person, chosen);
            all.clone()
        };
        let keep = move |service: &Service| {
            service
                .data
                .as_deref()
                .map_or(Ok(()), |data| all.keep(data))
        };
        self.work("a language that was chosen is kept for this run only", keep)
            .await;
    }

    /// A button for each language, by its own name, and one for the one of Telegram.
    fn languages(&self, now: Wording) -> Keyboard {
        let of = |label: &str, code: Option<&str>| {
            button(label, &Wanted::Language(code.map(str::to_owned)), self.run)
        };
        let all: Vec<Button> = Wording::all()
            .map(|wording| of(own_name(wording.language()), Some(wording.code())))
            .collect();
        let mut rows: Keyboard = all.chunks(IN_A_ROW).map(<[_]>::to_vec).collect();
        rows.push(vec![of(&now.language_as_telegram(), None)]);
        rows
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_a_person_chose_is_kept_until_they_choose_nothing() {
        let folder = TempDir::new().unwrap();
        let german = Wording::of("de").unwrap();
        let mut chosen = ChosenLanguages::within(Some(folder.path()));
        chosen.choose(5, Some(german));
        chosen.choose(6, Some(Wording::ENGLISH));
        chosen.choose(6, None);
        chosen.keep(folder.path()).unwrap();
        let kept = ChosenLanguages::within(Some(folder.path()));
        assert_eq!(kept.of(5), Some(german));
        assert_eq!(kept.of(6), None);
    }

    #[test]
    fn a_damaged_file_and_a_language_that_is_gone_stop_nothing() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("languages.json");
        std::fs::write(&file, "{").unwrap();
        assert_eq!(ChosenLanguages::within(Some(folder.path())).of(5), None);
        std::fs::write(&file, r#"{"5":"tlh","6":"de"}"#).unwrap();
        let kept = ChosenLanguages::within(Some(folder.path()));
        assert_eq!((kept.of(5), kept.of(6)), (None, Wording::of("de")));
    }
}
