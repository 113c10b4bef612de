//! Files: those that people send, and those that they are sent.

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
        let document = || {
            let content = read();
            async {
                let file = InputFile::memory(content.await?).file_name(name.to_owned());
                let mut payload = SendDocument::new(ChatId(place.chat), file);
                payload.message_thread_id = place.thread();
                payload.reply_parameters = Some(place.reply());
                Ok(payload)
            }
        };
        Ok(self.api.upload(place.chat, document).await?.map(drop))
    }
}
