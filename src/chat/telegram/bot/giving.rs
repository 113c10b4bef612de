//! A document that an answer quotes is sent as the file that it is.

use futures_util::FutureExt as _;

use super::super::transport::{LARGEST_SENT, Press};
use super::sent_answers::SentAnswer;
use super::wording::{self, files};
use super::{Bot, log_unsent};
use crate::ingest::original::OriginalError;
use crate::wording::Wording;

impl Bot {
    /// Sends the document of a quote, counted from 1. Returns whether it was sent.
    pub(super) async fn give(&self, press: &Press, entry: &SentAnswer, number: usize) -> bool {
        let mut documents = entry.documents().into_iter();
        let name = documents.find(|(quote, _)| *quote == number);
        let Some(name) = name.map(|(_, name)| name.to_owned()) else {
            self.say_to(press, Wording::expired).await;
            return false;
        };
        let found = self.try_work(move |service| service.quoth.original(&name, LARGEST_SENT));
        let original = match found.await {
            Some(Ok(original)) => original,
            Some(Err(error)) => {
                let line = self.not_given(press, &error);
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
        let place = entry.below();
        let read = || {
            let original = original.clone();
            self.try_work(move |_| original.content())
                .map(|read| read.map_or(Err(None), |read| read.map_err(Some)))
        };
        let sent = self.sender.send_file(place, &original.file_name, read);
        let sent = sent.await.unwrap_or_else(|error| {
            log_unsent(place, &error);
            Err(None)
        });
        let words = match sent {
            Ok(()) => return true,
            Err(Some(error)) => self.not_given(press, &error),
            Err(None) => self.wording(Some(press.from)).file_failed(),
        };
        self.tell(place, &wording::told(words)).await;
        false
    }

    /// Why a file is not given, for whoever pressed.
    fn not_given(&self, press: &Press, error: &OriginalError) -> String {
        log::info!("a file is not sent: {error}");
        files::not_sent(self.wording(Some(press.from)), error)
    }
}
