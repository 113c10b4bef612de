//! Each person is spoken to in the language that they use Telegram in, or chose here: what they
//! [chose](super::chosen) is kept.

use std::sync::Arc;

use super::super::transport::{Button, Keyboard, Message, Place, Press};
use super::buttons::button;
use super::callback::Wanted;
use super::{Bot, wording};
use crate::wording::{Wording, own_name};

/// Languages side by side.
const IN_A_ROW: usize = 3;

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
        let (place, now) = (Place::from(message), self.wording(message.from));
        let known = named(tag);
        // A chat that writes as such, or a nameless administrator, is no person.
        if let (Some(chosen), Some(person)) = (known, message.person()) {
            self.keep(person, Some(chosen)).await;
            let words = chosen.language_chosen(own_name(chosen.language()));
            return self.tell(place, &wording::told(words)).await;
        }
        let words = if tag.is_empty() || known.is_some() {
            now.language_now(own_name(now.language()))
        } else {
            now.language_unknown()
        };
        let (posts, buttons) = (wording::told(words), self.languages(now));
        self.tell_with(place, &posts, &buttons).await;
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
        if let Some(message) = press.seen().filter(|message| message.chat.is_private()) {
            let posts = wording::told(words);
            self.put(message.into(), &posts, &Keyboard::new()).await;
        }
    }

    async fn keep(&self, person: i64, chosen: Option<Wording>) {
        let Some(change) = self.chosen.choose(person, chosen) else {
            return;
        };
        let all = Arc::clone(&self.chosen);
        let write = async {
            let problem = "a language that was chosen is kept for this run only";
            self.work(problem, move |_| all.write()).await;
        };
        self.chosen.keep(change, write).await;
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
mod tests {
    use super::*;

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
