//! From a message to what it asks of the bot. Pure.
//!
//! In private every text is a question. In a group the bot speaks only when
//! spoken to: by a command, by its name, or in reply to one of its messages.
//! Where that says nothing else, the message [`above`] is what is asked.
//! What is forwarded has the commands and mentions of whoever wrote it, which
//! ask nothing of the bot: in private it is a question, in a group nothing.
//! [`files`] tells which files an admin wants to be taken. Commands are read
//! from their entity here, since teloxide's parser knows neither `/Ask q` nor
//! `/ask`, a line end, and the question.

mod above;
mod files;

use std::num::NonZeroU32;
use std::ops::Range;

use crate::answer::SmallTalk;
use crate::chat::questions;

use super::super::transport::{Attached, Entity, Me, Message};
use super::links;
pub(super) use files::asked_to_take;

/// What a message asks of the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    /// To introduce itself.
    Start,
    /// The same, to somebody whom a link led here that carries no question.
    BrokenLink,
    /// To answer the question that a link carries, which nobody sees.
    Linked(String),
    /// To say how it is used.
    Help,
    /// To name the documents that hold this in their names or titles; all where that is empty.
    Sources(String),
    /// To say what becomes of what people write.
    Privacy,
    /// To speak the language of this tag with whoever asks; to offer all where that is empty.
    Language(String),
    /// To say how it fares.
    Status,
    /// To take a file among the documents: from an admin.
    File(Attached),
    /// The same, where there is none.
    NoFile,
    /// To take a document out: from an admin.
    Forget(String),
    /// To answer.
    Question(String),
    /// To answer what the message of this id asks, to which this one replies.
    QuestionAbove(String, i32),
    /// The same, where that has no text and no caption, or nothing but a command.
    NoTextAbove,
    /// The same, where that is too long to be a question.
    TooLongAbove,
    /// To answer, without saying what.
    NoQuestion,
    /// Something in a command that there is not.
    UnknownCommand,
    /// Something without words, such as a voice message.
    NoText,
    /// Nothing: the message is not for the bot.
    Ignored,
}

impl Incoming {
    /// Whether it is answered, so that a change of it changes the answer.
    pub(super) fn is_question(&self) -> bool {
        matches!(self, Self::Question(_) | Self::QuestionAbove(..))
    }

    /// How many answers it takes.
    pub(super) fn answers(&self) -> NonZeroU32 {
        let (Self::Question(text) | Self::QuestionAbove(text, _) | Self::Linked(text)) = self
        else {
            return NonZeroU32::MIN;
        };
        let questions = u32::try_from(questions::split(text).len()).ok();
        let questions = questions.and_then(NonZeroU32::new);
        questions.unwrap_or(NonZeroU32::MIN)
    }
}

/// Reads a message that the bot `me` received.
pub(super) fn read(message: &Message, me: &Me) -> Incoming {
    let private = message.chat.is_private();
    if is_automatic(message) || message.is_forwarded && !private {
        return Incoming::Ignored;
    }
    let Some(text) = message.words() else {
        // An album is many messages, of which none gets a word.
        let shown = message.is_media && !message.media_group_id;
        return if private && shown {
            Incoming::NoText
        } else {
            Incoming::Ignored
        };
    };
    if message.is_forwarded {
        return asked(&above::question_of(message, me), message, me);
    }
    let entities = message.entities();
    let spoken_to = private || replied(message, me).is_some();
    if let Some(command) = Command::at_start(text, entities) {
        return command.read(spoken_to, message, me);
    }
    let (question, mentioned) = without_mentions(text, entities, me);
    if spoken_to || mentioned {
        asked(&question, message, me)
    } else {
        Incoming::Ignored
    }
}

/// The first part of a message of the bot's own that a tap copies.
pub(super) fn first_code(message: &Message) -> Option<&str> {
    let text = message.words()?;
    let mut entities = message.entities().iter();
    let code = entities.find(|entity| entity.kind == "code")?;
    text.get(bytes(text, code)?)
}

/// Whether no person wrote this to be answered: another bot did, Telegram forwarded it, or it is
/// the post of a channel.
///
/// Someone who writes as a channel, or an anonymous administrator, looks like
/// a bot but has a sender chat.
fn is_automatic(message: &Message) -> bool {
    let by_bot = message.sender_chat.is_none() && message.from.is_some_and(|sender| sender.is_bot);
    by_bot || message.via_bot || message.is_automatic_forward || message.chat.is_channel()
}

/// What the bot said, if this replies to that. In a forum topic every message
/// replies to the one that opened it, which has no text.
pub(super) fn replied<'a>(message: &'a Message, me: &Me) -> Option<&'a Message> {
    let replied = message.reply_to_message.as_deref()?;
    let is_mine = replied.from.is_some_and(|sender| sender.id == me.id);
    (is_mine && replied.words().is_some()).then_some(replied)
}

/// What is asked in so many words, or else by the message that this one replies to.
fn asked(words: &str, message: &Message, me: &Me) -> Incoming {
    match words.trim() {
        "" => above::read(message, me).unwrap_or(Incoming::NoQuestion),
        question => question_in(question),
    }
}

fn question_in(question: &str) -> Incoming {
    match SmallTalk::of(question) {
        Some(SmallTalk::Documents) => Incoming::Sources(String::new()),
        Some(SmallTalk::Abilities) => Incoming::Help,
        _ => Incoming::Question(question.to_owned()),
    }
}

/// A message that begins with a command.
struct Command<'a> {
    /// Without the slash.
    name: &'a str,
    /// The user name of the bot that is meant, where the command says so.
    bot: Option<&'a str>,
    /// What follows it.
    rest: &'a str,
}

impl<'a> Command<'a> {
    fn at_start(text: &'a str, entities: &[Entity]) -> Option<Self> {
        let is_it = |entity: &&Entity| entity.kind == "bot_command" && entity.offset == 0;
        let (command, rest) = text.split_at(bytes(text, entities.iter().find(is_it)?)?.end);
        let command = command.strip_prefix('/')?;
        let parts = command.split_once('@');
        let (name, bot) = parts.map_or((command, None), |(name, bot)| (name, Some(bot)));
        Some(Self { name, bot, rest })
    }

    /// Whether it is for the bot: `None` where it does not say.
    fn is_for(&self, me: &Me) -> Option<bool> {
        self.bot.map(|bot| me.username.eq_ignore_ascii_case(bot))
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// What a message asks that begins with it; `spoken_to` is whether the bot
    /// is, with or without a command.
    fn read(&self, spoken_to: bool, message: &Message, me: &Me) -> Incoming {
        let private = message.chat.is_private();
        let for_me = self.is_for(me);
        if for_me == Some(false) {
            return Incoming::Ignored;
        }
        match self.name.to_ascii_lowercase().as_str() {
            "start" => links::follow(self.rest.trim()),
            "help" => Incoming::Help,
            "sources" => Incoming::Sources(self.rest.trim().to_owned()),
            "privacy" => Incoming::Privacy,
            "language" => Incoming::Language(self.rest.trim().to_owned()),
            "status" => Incoming::Status,
            // A document's name is nobody else's business.
            "forget" if private => Incoming::Forget(self.rest.trim().to_owned()),
            "ask" => asked(self.rest, message, me),
            // As the same words without a slash; in a group they may be another bot's.
            word @ ("more" | "context" | "source") if spoken_to || for_me == Some(true) => {
                Incoming::Question(format!("{word} {}", self.rest.trim()).trim().to_owned())
            }
            // "/quit", as it is typed on other front ends.
            name if private && SmallTalk::of(name).is_some() => question_in(name),
            // In a group it may be another bot's.
            _ if private || for_me == Some(true) => Incoming::UnknownCommand,
            _ => Incoming::Ignored,
        }
    }
}

/// The text without the bot's name in it, and whether it was there.
fn without_mentions(text: &str, entities: &[Entity], me: &Me) -> (String, bool) {
    let names_me = |entity: &&Entity| match entity.kind.as_str() {
        "mention" => {
            let named = bytes(text, entity).and_then(|range| text[range].strip_prefix('@'));
            named.is_some_and(|named| named.eq_ignore_ascii_case(&me.username))
        }
        "text_mention" => entity.user.is_some_and(|user| user.id == me.id),
        _ => false,
    };
    let mut kept = String::with_capacity(text.len());
    let (mut end, mut mentioned) = (0, false);
    let mine = entities.iter().filter(names_me);
    for range in mine.filter_map(|entity| bytes(text, entity)) {
        let Some(before) = text.get(end..range.start) else {
            continue;
        };
        kept.push_str(before.trim_end());
        end = range.end;
        mentioned = true;
    }
    kept.push_str(&text[end..]);
    (kept, mentioned)
}

/// Where an entity, which counts in UTF-16 units, stands in the text; `None` if it stands in no such place.
fn bytes(text: &str, entity: &Entity) -> Option<Range<usize>> {
    let end = entity.offset.checked_add(entity.length)?;
    Some(byte_at(text, entity.offset)?..byte_at(text, end)?)
}

fn byte_at(text: &str, units: usize) -> Option<usize> {
    let mut passed = 0;
    for (byte, character) in text.char_indices() {
        if passed >= units {
            return (passed == units).then_some(byte);
        }
        passed += character.len_utf16();
    }
    (passed == units).then_some(text.len())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
