//! Each person is spoken to in the language that they use Telegram in, or chose here: what they
//! chose is kept.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::super::transport::{Button, Keyboard, Message, Place, Press};
use super::buttons::button;
use super::callback::Wanted;
use super::{Bot, log_unsent, wording};
use crate::private;
use crate::wording::{Wording, own_name};

/// Languages side by side.
const IN_A_ROW: usize = 3;

/// The languages that people chose of a bot, by their numeric ids.
#[derive(Clone, Debug, Default)]
pub(super) struct ChosenLanguages {
    /// Where they are kept; `None` for this run only.
    file: Option<PathBuf>,
    codes: BTreeMap<i64, String>,
}

impl ChosenLanguages {
    /// Those of the bot with this id that are kept in a folder of data, if there is one. A file that
    /// cannot be read is put aside, and told.
    pub(super) fn within(data: Option<&Path>, bot: i64) -> Self {
        let file = data.map(|folder| folder.join(format!("languages-{bot}.json")));
        let codes = file.as_deref().map(read).unwrap_or_default();
        Self { file, codes }
    }

    /// What a person chose.
    pub(super) fn of(&self, person: i64) -> Option<Wording> {
        self.codes.get(&person).and_then(|code| Wording::of(code))
    }

    /// Remembers what a person chose, or that they choose nothing; returns whether that is new.
    fn choose(&mut self, person: i64, chosen: Option<Wording>) -> bool {
        let code = chosen.map(|wording| wording.code().to_owned());
        let before = match &code {
            Some(code) => self.codes.insert(person, code.clone()),
            None => self.codes.remove(&person),
        };
        before != code
    }

    /// Keeps them.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    fn keep(&self) -> io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        private::replace(file, &serde_json::to_vec(&self.codes)?)
    }
}

fn read(file: &Path) -> BTreeMap<i64, String> {
    let read = std::fs::read(file).and_then(|bytes| Ok(serde_json::from_slice(&bytes)?));
    read.unwrap_or_else(|error: io::Error| {
        if error.kind() != io::ErrorKind::NotFound {
            let aside = file.with_extension("unreadable");
            let (name, to) = (file.display(), aside.display());
            log::warn!(
                "{name} cannot be read, so nobody's language is known: {error}; it is kept as {to}"
            );
            // What cannot be put aside is replaced with the first choice.
            let _ = std::fs::rename(file, &aside);
        }
        BTreeMap::new()
    })
}

/// The language of a tag or a name: "de", "Deutsch", "German".
fn named(words: &str) -> Option<Wording> {
    let is_it = |wording: &Wording| {
        let language = wording.language();
        [own_name(language), language.name()]
            .iter()
            .any(|name| name.to_lowercase() == words.to_lowercase())
    };
    Wording::of(words).or_else(|| Wording::all().find(is_it))
}

impl Bot {
    /// Speaks another language with whoever wrote, or offers all.
    pub(super) async fn choose_language(&self, message: &Message, tag: &str) {
        let place = Place::from(message);
        let now = self.wording(message.from);
        let known = named(tag);
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
        if code.is_some() && chosen.is_none() {
            return self.say_to(press, Wording::expired).await;
        }
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
            if !all.choose(person, chosen) {
                return;
            }
            all.clone()
        };
        let problem = "a language that was chosen is kept for this run only";
        self.work(problem, move |_| all.keep()).await;
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
        // Where the operator set one, Telegram's is not asked for.
        let as_telegram = self.service.language.is_none();
        rows.extend(as_telegram.then(|| vec![of(&now.language_as_telegram(), None)]));
        rows
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_a_person_chose_of_a_bot_is_kept_until_they_choose_nothing() {
        let folder = TempDir::new().unwrap();
        let german = Wording::of("de").unwrap();
        let mut chosen = ChosenLanguages::within(Some(folder.path()), 42);
        assert!(chosen.choose(5, Some(german)) && !chosen.choose(5, Some(german)));
        assert!(chosen.choose(6, Some(Wording::ENGLISH)) && chosen.choose(6, None));
        assert!(!chosen.choose(6, None));
        chosen.keep().unwrap();
        let kept = ChosenLanguages::within(Some(folder.path()), 42);
        assert_eq!((kept.of(5), kept.of(6)), (Some(german), None));
        let other = ChosenLanguages::within(Some(folder.path()), 43);
        assert_eq!(other.of(5), None, "another bot");
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_a_language_that_is_gone_stops_nothing() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("languages-42.json");
        let kept = || ChosenLanguages::within(Some(folder.path()), 42);
        std::fs::write(&file, "{").unwrap();
        assert_eq!(kept().of(5), None);
        let aside = std::fs::read(folder.path().join("languages-42.unreadable"));
        assert_eq!(aside.unwrap(), b"{");
        std::fs::write(&file, r#"{"5":"tlh","6":"de"}"#).unwrap();
        assert_eq!((kept().of(5), kept().of(6)), (None, Wording::of("de")));
    }

    #[test]
    fn a_language_is_named_by_its_code_its_own_name_or_its_english_one() {
        let code = |words: &str| named(words).map(Wording::code);
        for words in ["de", "de-AT", "Deutsch", "deutsch", "German"] {
            assert_eq!(code(words), Some("de"), "{words}");
        }
        assert_eq!(code("Русский"), Some("ru"));
        assert_eq!(code("Klingon"), None);
    }
}
