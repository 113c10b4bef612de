//! Files: those that people send, and those that they are sent.

use teloxide::payloads::{SendDocument, SendDocumentSetters as _};
use teloxide::types::{ChatId, InputFile, MessageId, ReplyParameters, ThreadId};

use super::errors::Error;
use super::sending::{Place, Sender};

/// Bytes of a file that Telegram takes from a bot, at most (Bot API, sendDocument).
pub const LARGEST_SENT: u64 = 50 * 1024 * 1024;

impl Sender {
    /// Fetches a file that was sent; `None` where it is larger than [`super::LARGEST`].
    ///
    /// # Errors
    ///
    /// As [`super::Api::download`].
    pub async fn download(&self, file: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.api.download(file).await?)
    }

    /// Sends a file of at most [`LARGEST_SENT`] bytes, in reply to the message of `place`.
    ///
    /// # Errors
    ///
    /// As [`super::Api::upload`].
    pub async fn send_file(
        &self,
        place: Place,
        name: String,
        content: Vec<u8>,
    ) -> Result<(), Error> {
        let file = InputFile::memory(content).file_name(name);
        let reply = ReplyParameters::new(MessageId(place.question));
        let mut payload = SendDocument::new(ChatId(place.chat), file)
            .reply_parameters(reply.allow_sending_without_reply());
        if let Some(topic) = place.topic {
            payload = payload.message_thread_id(ThreadId(MessageId(topic)));
        }
        self.api.upload(place.chat, payload).await?;
        Ok(())
    }
}
