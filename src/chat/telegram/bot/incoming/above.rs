//! What the message asks to which a bare `/ask` or mention replies. Pure.

use super::super::super::transport::{Me, Message};
use super::{Command, Incoming, question_in, without_mentions};

/// A message of more characters asks no question, though there may be one in it.
const LONGEST: usize = 1000;

/// What is asked above; `None` where nothing is: `message` replies to nothing,
/// or to the bot itself, whose words are no questions.
///
/// Of a message of which a part was picked to reply to, that part is asked.
pub(super) fn read(message: &Message, me: &Me) -> Option<Incoming> {
    let above = message.above();
    if above.is_some_and(|above| above.from.is_some_and(|sender| sender.id == me.id)) {
        return None;
    }
    let words = match (&message.quote, above) {
        (Some(picked), _) => picked.text.clone(),
        (None, Some(above)) => question_of(above, me),
        (None, None) => return None,
    };
    let words = words.trim();
    if words.is_empty() {
        return Some(Incoming::NoTextAbove);
    }
    if words.chars().count() > LONGEST {
        return Some(Incoming::TooLongAbove);
    }
    Some(match (question_in(words), above) {
        (Incoming::Question(question), Some(above)) => Incoming::QuestionAbove(question, above.id),
        (asked, _) => asked,
    })
}

/// What a message says, without the bot's name or the command to ask in it.
pub(super) fn question_of(message: &Message, me: &Me) -> String {
    let Some(text) = message.words() else {
        return String::new();
    };
    match Command::at_start(text, message.entities()) {
        Some(command) if command.is("ask") => command.rest.to_owned(),
        Some(_) => String::new(),
        None => without_mentions(text, message.entities(), me).0,
    }
}
