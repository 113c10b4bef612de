//! What a bot needs of Quoth: the documents, the conversations about them, and who may ask.

use std::path::PathBuf;
use std::sync::Arc;

use super::admission::Access;
use crate::Quoth;
use crate::chat::conversation::{AnswerId, Conversations, Reply};
use crate::index::IndexError;
use crate::wording::Wording;

/// A message to answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its conversation, as [`Conversations::say`] names them.
    pub conversation: String,
    /// What whoever asks is spoken to in.
    pub wording: Wording,
    /// What it says.
    pub text: String,
    /// The answer that it replies to.
    pub to: Option<AnswerId>,
}

/// Where answers come from: [`Conversations::say`], or what a test puts in its place.
pub type Say = dyn Fn(&Asked) -> Result<Reply, IndexError> + Send + Sync;

/// What the bot does for a chat.
pub struct Service {
    /// The documents.
    pub quoth: Arc<Quoth>,
    /// What was said in each chat.
    pub conversations: Arc<Conversations>,
    /// Answers a message; may take its time, and even panic.
    pub say: Box<Say>,
    /// Who may ask.
    pub access: Access,
    /// Where verdicts and unanswered questions are kept; without it neither is.
    pub data: Option<PathBuf>,
    /// What everybody is spoken to in who does not choose otherwise; `None` for what Telegram says
    /// that each person speaks.
    pub language: Option<Wording>,
    /// Whether the log may hold what people ask.
    pub log_questions: bool,
    /// Whether a search engine beside this process has the documents, and so gets what is asked.
    pub engine: bool,
}

impl Service {
    /// Answers from a corpus whoever has access, and keeps nothing.
    #[must_use]
    pub fn new(quoth: Arc<Quoth>, access: Access) -> Self {
        let conversations = Arc::new(Conversations::default());
        let say = {
            let (quoth, conversations) = (Arc::clone(&quoth), Arc::clone(&conversations));
            move |asked: &Asked| {
                let now = std::time::Instant::now();
                let (conversation, text) = (&asked.conversation, &asked.text);
                conversations.say(&quoth, asked.wording, conversation, text, asked.to, now)
            }
        };
        Self {
            quoth,
            conversations,
            say: Box::new(say),
            access,
            data: None,
            language: None,
            log_questions: false,
            engine: false,
        }
    }
}
