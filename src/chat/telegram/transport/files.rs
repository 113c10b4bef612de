//! Files: those that people send, and those that they are sent.

use teloxide::RequestError;
use teloxide::payloads::SendDocument;
use teloxide::types::{ChatId, InputFile};

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

    /// Sends a file of at most [`LARGEST_SENT`] bytes, in reply to the message of `place`. It is
    /// `read` anew for each attempt; returns why it could not be, if that failed.
    ///
    /// # Errors
    ///
    /// As [`super::Api::upload`].
    pub async fn send_file<R, F: Future<Output = Result<Vec<u8>, R>>>(
        &self,
        place: Place,
        name: &str,
        read: impl Fn() -> F,
    ) -> Result<Result<(), R>, Error> {
        let document = |place: Place| {
            let content = read();
            async move {
                let file = InputFile::memory(content.await?).file_name(name.to_owned());
                let mut payload = SendDocument::new(ChatId(place.chat), file);
                payload.message_thread_id = place.thread();
                payload.reply_parameters = place.reply();
                Ok(payload)
            }
        };
        let sent = match self.api.upload(place.chat, || document(place)).await {
            Err(RequestError::MigrateToChatId(chat)) => {
                let place = place.moved_to(chat);
                self.api.upload(place.chat, || document(place)).await
            }
            sent => sent,
        };
        Ok(sent?.map(drop))
    }
}
