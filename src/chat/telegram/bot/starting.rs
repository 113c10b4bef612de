//! The introduction, and the questions that it offers: a press asks one.
//!
//! A button names its question by a hash. It works for as long as the documents
//! suggest that question, after a restart too.

use std::time::Instant;

use xxhash_rust::xxh3::xxh3_64;

use super::super::transport::{Keyboard, Place, Press};
use super::buttons::{button, label};
use super::callback::Wanted;
use super::once::Added;
use super::service::Service;
use super::{Bot, wording};
use crate::chat::examples;
use crate::wording::Wording;

/// Example questions in the introduction.
const EXAMPLES: usize = 3;

impl Bot {
    /// Introduces the bot; `is_broken` where a link that cannot be read led here.
    pub(super) async fn introduce(&self, wording: Wording, place: Place, is_broken: bool) {
        let examples = self.examples().await;
        let has_examples = !examples.is_empty();
        let posts = self.about_documents(wording, move |index| {
            let contents = index.contents()?;
            Ok(wording::start(wording, &contents, has_examples, is_broken))
        });
        let posts = posts.await;
        let row = |question: &String| {
            let wanted = Wanted::Example(xxh3_64(question.as_bytes()));
            vec![button(&label(question), &wanted, self.run)]
        };
        let buttons: Keyboard = examples.iter().map(row).collect();
        self.tell_with(place, &posts, &buttons).await;
    }

    /// Answers the example question of this hash, below the introduction that offered it.
    pub(super) async fn ask_example(&self, press: &Press, hash: u64) {
        let taken = Instant::now();
        let examples = self.examples().await;
        let is_it = |question: &String| xxh3_64(question.as_bytes()) == hash;
        let question = examples.into_iter().find(is_it);
        let Some((message, question)) = press.seen().zip(question) else {
            return self.say_to(press, Wording::example_gone).await;
        };
        let what = Added::Example(message.id, hash);
        let answer = async {
            self.answer_press(press, "").await;
            let wording = self.wording(Some(press.from));
            self.answer_offered(message, wording, question, taken).await
        };
        self.add_once(press, message.chat.id, what, taken, Box::pin(answer))
            .await;
    }

    /// Questions that show people what can be asked: looked for when somebody
    /// wants to know, and once for as long as the documents stay the same.
    async fn examples(&self) -> Vec<String> {
        // Before the lock: where the index can hardly be reached, nobody waits for another's try.
        let state = self.search(|service| service.quoth.index().state()).await;
        if state.is_none() {
            return Vec::new();
        }
        let mut known = self.examples.lock().await;
        let (of, questions) = &mut *known;
        if *of != state {
            let find = |service: &Service| examples::questions(&service.quoth, EXAMPLES);
            // A failure is not kept: the next one who asks may have more luck.
            let Some(found) = self.search(find).await else {
                return Vec::new();
            };
            (*of, *questions) = (state, found);
        }
        questions.clone()
    }
}
