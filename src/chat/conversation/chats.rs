//! Which conversation a message belongs to: one per chat and topic, few enough and none too old.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{AnswerId, Command, Conversation, Reply, Said};
use crate::Quoth;
use crate::index::IndexError;
use crate::wording::Wording;

/// Conversations that are kept; the one silent for longest goes first.
const CHATS: usize = 1000;
/// A conversation silent for so long is over.
const SILENCE: Duration = Duration::from_hours(1);

/// All conversations of a front end.
#[derive(Debug, Default)]
pub struct Conversations {
    chats: Mutex<HashMap<String, Chat>>,
    answers: AtomicU64,
}

#[derive(Debug)]
struct Chat {
    conversation: Arc<Mutex<Conversation>>,
    /// When something was said last, and as which message of all.
    last: (Instant, u64),
}

impl Conversations {
    /// Replies to what is said in `chat` at the time `now`, by somebody who uses Quoth in the
    /// language of `wording`.
    ///
    /// `chat` names one conversation: a chat with its topic, such as "-100123/7". `to` is the
    /// [`Reply::answer`] of what the message replies to; `None` continues the last answer. What
    /// replies to a forgotten one stands alone. Chats do not wait for one another.
    ///
    /// # Errors
    ///
    /// Where the index fails, never because of the message.
    pub fn say(
        &self,
        quoth: &Quoth,
        wording: Wording,
        chat: &str,
        message: &str,
        to: Option<AnswerId>,
        now: Instant,
    ) -> Result<Reply, IndexError> {
        let (conversation, number) = self.conversation(chat, now);
        locked(&conversation).say(quoth, wording, message, to, AnswerId(number))
    }

    /// What a button under an answer shows: as "more", "context 2" or "source 1" said in reply to it.
    pub(crate) fn show(
        &self,
        quoth: &Quoth,
        chat: &str,
        command: Command,
        of: AnswerId,
        now: Instant,
    ) -> Result<Said, IndexError> {
        let (conversation, _) = self.conversation(chat, now);
        locked(&conversation).show(quoth, command, of)
    }

    /// Forgets an answer, whose question was taken back.
    pub fn retract(&self, chat: &str, answer: AnswerId) {
        let known = locked(&self.chats)
            .get(chat)
            .map(|chat| Arc::clone(&chat.conversation));
        if let Some(conversation) = known {
            locked(&conversation).take_back(answer);
        }
    }

    /// The conversation of a chat, and which message of all it is that is said in it now.
    fn conversation(&self, chat: &str, now: Instant) -> (Arc<Mutex<Conversation>>, u64) {
        let number = self.answers.fetch_add(1, Ordering::Relaxed) + 1;
        let mut chats = locked(&self.chats);
        chats.retain(|_, chat| now.saturating_duration_since(chat.last.0) < SILENCE);
        if chats.len() >= CHATS && !chats.contains_key(chat) {
            let oldest = chats.iter().min_by_key(|(_, chat)| chat.last);
            if let Some(oldest) = oldest.map(|(name, _)| name.clone()) {
                chats.remove(&oldest);
            }
        }
        let last = (now, number);
        let chat = chats.entry(chat.to_owned()).or_insert_with(|| Chat {
            conversation: Arc::default(),
            last,
        });
        chat.last = last;
        (Arc::clone(&chat.conversation), number)
    }
}

/// What a panic left behind is still a conversation.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{QUOTH, say};
    use super::*;
    use crate::chat::conversation::Nothing;

    const FOUNDER: &str = "Who founded the clock museum?";

    /// Whether what was asked in `chat` is still known there at `now`.
    fn remembers(chats: &Conversations, chat: &str, now: Instant) -> bool {
        let said = say(&QUOTH, chats, chat, "context", now).said;
        matches!(said, Said::Excerpt { .. })
    }

    #[test]
    fn each_chat_is_a_conversation_of_its_own() {
        let (chats, now) = (Conversations::default(), Instant::now());
        say(&QUOTH, &chats, "1/a", FOUNDER, now);
        assert!(remembers(&chats, "1/a", now));
        assert!(!remembers(&chats, "1/b", now));
    }

    #[test]
    fn a_conversation_ends_in_an_hour_of_silence() {
        let (chats, start) = (Conversations::default(), Instant::now());
        say(&QUOTH, &chats, "1", FOUNDER, start);
        let soon = start + SILENCE / 2;
        assert!(remembers(&chats, "1", soon));
        // Each message counts.
        let later = soon + SILENCE / 2;
        assert!(remembers(&chats, "1", later));
        assert!(!remembers(&chats, "1", later + SILENCE));
    }

    #[test]
    fn the_chat_silent_for_longest_is_forgotten_first() {
        let (chats, now) = (Conversations::default(), Instant::now());
        say(&QUOTH, &chats, "a", FOUNDER, now);
        say(&QUOTH, &chats, "b", FOUNDER, now);
        for number in 2..CHATS {
            say(&QUOTH, &chats, &number.to_string(), "", now);
        }
        assert!(remembers(&chats, "a", now));
        say(&QUOTH, &chats, "one more", "", now);
        assert!(remembers(&chats, "a", now));
        assert!(!remembers(&chats, "b", now));
    }

    #[test]
    fn what_is_taken_back_was_never_said() {
        let (chats, now) = (Conversations::default(), Instant::now());
        if let Some(answer) = say(&QUOTH, &chats, "1", FOUNDER, now).answer {
            chats.retract("1", answer);
        }
        assert!(!remembers(&chats, "1", now));
    }

    #[test]
    fn a_button_under_a_forgotten_answer_says_so() {
        let (chats, now) = (Conversations::default(), Instant::now());
        let answer = say(&QUOTH, &chats, "1", FOUNDER, now).answer;
        let show = |command, now| chats.show(&QUOTH, "1", command, answer?, now).ok();
        let source = Command::Around(crate::answer::Extent::Passage, 1);
        assert!(matches!(show(source, now), Some(Said::Excerpt { .. })));
        let forgotten = show(Command::More, now + SILENCE);
        assert!(matches!(forgotten, Some(Said::Nothing(Nothing::Forgotten))));
    }
}
