//! A document that an answer quotes is sent as the file that it is.

use std::convert::Infallible;

use super::super::transport::{LARGEST_SENT, Place, Press};
use super::sent_answers::SentAnswer;
use super::wording::{self, files};
use super::{Bot, log_unsent};
use crate::wording::Wording;

/// Files that are sent at once: each is in memory as a whole meanwhile.
pub(super) const AT_ONCE: usize = 2;

impl Bot {
    /// Sends the document of a quote, counted from 1. Returns whether it was sent.
    pub(super) async fn give(&self, press: &Press, entry: &SentAnswer, number: usize) -> bool {
        let documents = entry.documents();
        let name = documents.iter().find(|(quote, _)| *quote == number);
        let Some(name) = name.map(|(_, name)| (*name).to_owned()) else {
            self.say_to(press, Wording::expired).await;
            return false;
        };
        // Never closed.
        let _turn = self.files.acquire().await;
        let read = self.work("a file is not read", move |service| {
            Ok::<_, Infallible>(service.quoth.original(&name, LARGEST_SENT))
        });
        let original = match read.await {
            Some(Ok(original)) => original,
            Some(Err(error)) => {
                log::info!("a file is not sent: {error}");
                let line = files::not_sent(self.wording(Some(press.from)), &error);
                self.answer_press(press, &line).await;
                return false;
            }
            None => {
                self.say_to(press, Wording::press_failed).await;
                return false;
            }
        };
        // Sending takes longer than anybody waits for a button.
        self.answer_press(press, "").await;
        let place = Place {
            question: entry.messages.last().copied().unwrap_or_default(),
            ..entry.place
        };
        let sent = self
            .sender
            .send_file(place, original.file_name, original.content)
            .await;
        if let Err(error) = &sent {
            log_unsent(place, error);
            let words = self.wording(Some(press.from)).file_failed();
            self.tell(place, &wording::told(words)).await;
        }
        sent.is_ok()
    }
}
