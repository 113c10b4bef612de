//! Which file an admin wants to be taken among the documents. Pure.
//!
//! In private it is every file that is sent. In a group people send each other
//! files, and one is taken only where the bot is asked to: by its name or by
//! `/add` in the caption, or by a reply to the file with `/add`, or with the
//! bot's name and words that mean the same. What is forwarded asks for nothing,
//! as somebody else wrote it.

use super::super::super::transport::{Attached, Me, Message};
use super::{Command, Incoming, is_automatic, without_mentions};

/// Words that ask for it, of which there must be one.
const TAKE: &[&str] = &["add", "take"];
/// Words that may stand beside these.
const BESIDE: &str =
    "please pls this that it in too also the a file document documents to your can you could";

/// The file that is to be taken, or that there is none; `None` where nothing is asked so.
pub(in super::super) fn asked_to_take(message: &Message, me: &Me) -> Option<Incoming> {
    if is_automatic(message) {
        return None;
    }
    let (text, entities) = (message.words().unwrap_or_default(), message.entities());
    let above = message.above().and_then(|above| above.document.as_ref());
    let own = message.document.as_ref();
    if own.is_some() && message.chat.is_private() {
        return own.map(taken);
    }
    if message.is_forwarded {
        return None;
    }
    if let Some(command) = Command::at_start(text, entities) {
        let is_for_me = command.is_for(me) != Some(false) && command.is("add");
        let file = own.or(above);
        return is_for_me.then(|| file.map_or(Incoming::NoFile, taken));
    }
    let (words, is_mentioned) = without_mentions(text, entities, me);
    let is_asked = is_mentioned || message.chat.is_private();
    own.filter(|_| is_mentioned)
        .or(above.filter(|_| is_asked && means_to_take(&words)))
        .map(taken)
}

fn taken(file: &Attached) -> Incoming {
    Incoming::File(file.clone())
}

fn means_to_take(words: &str) -> bool {
    let lower = words.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let asks = |word: &str| TAKE.contains(&word);
    let is_beside = |word: &str| BESIDE.split(' ').any(|beside| beside == word);
    words.clone().any(asks) && words.all(|word| asks(word) || is_beside(word))
}
