//! What the bot's messages show: for buttons, for replies to them, and for questions that are changed.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::super::transport::{Place, Post};
use super::buttons::Buttons;
use super::callback::Run;
use super::feedback::Verdict;
use super::links;
use super::service::Asked;
use crate::answer::{Outcome, Quote, Reason};
use crate::chat::conversation::{AnswerId, Said};

/// Answers that are remembered; the oldest goes first.
const ANSWERS: usize = 1000;
/// How long an answer is remembered: as long as a conversation lasts in silence.
const AGE: Duration = Duration::from_hours(1);

/// One answer in a chat.
#[derive(Clone, Debug)]
pub(super) struct SentAnswer {
    /// Counts the answers of this run.
    pub(super) number: u64,
    /// Where the question stands.
    pub(super) place: Place,
    /// The message that asked it: another one where that only pointed to the question.
    pub(super) asked_in: i32,
    /// What that message asked.
    pub(super) asked: Asked,
    /// What continues the conversation from here, if anything does.
    pub(super) answer: Option<AnswerId>,
    pub(super) said: Said,
    /// As it was sent: message by message.
    pub(super) posts: Vec<Post>,
    /// The bot's messages; buttons stand under the last.
    pub(super) messages: Vec<i32>,
    /// Further messages of the bot that show more of it.
    pub(super) views: Vec<i32>,
    /// Further quotes that were shown, batch by batch.
    pub(super) more: Vec<Vec<Post>>,
    pub(super) verdict: Option<Verdict>,
    pub(super) at: Instant,
}

impl SentAnswer {
    /// Its buttons; `judged` where a verdict can be kept. `name` is the bot's.
    pub(super) fn buttons(&self, run: Run, judged: bool, name: &str) -> Buttons {
        let question = self.answers();
        Buttons {
            run,
            wording: self.asked.wording,
            answer: self.number,
            quotes: self.shown().len(),
            offered: self.offered().to_vec(),
            files: self.documents().iter().map(|(number, _)| *number).collect(),
            share: question.and_then(|question| links::share(name, question)),
            in_place: !self.place.is_shared(),
            judged: judged && self.is_answer(),
            verdict: self.verdict.as_ref().map(|verdict| verdict.is_right),
        }
    }

    /// The quotes that it shows, whether or not they answer.
    fn shown(&self) -> &[Quote] {
        match &self.said {
            Said::Answer { answer, .. } => answer.outcome.shown(),
            _ => &[],
        }
    }

    /// The questions that it offers in the place of what it declines.
    pub(super) fn offered(&self) -> &[String] {
        match &self.said {
            Said::Answer { instead, .. } => instead,
            _ => &[],
        }
    }

    /// The documents that it quotes, each with the number of its first quote.
    pub(super) fn documents(&self) -> Vec<(usize, &str)> {
        let mut documents: Vec<(usize, &str)> = Vec::new();
        for (number, quote) in (1..).zip(self.shown()) {
            let citation = quote.citations.first();
            let name = citation.map(|citation| citation.document.as_str());
            let is_new = |name: &&str| documents.iter().all(|(_, known)| known != name);
            if let Some(name) = name.filter(is_new) {
                documents.push((number, name));
            }
        }
        documents
    }

    /// The question that this answers, as it stands alone; `None` where it does not answer one.
    fn answers(&self) -> Option<&str> {
        let Said::Answer {
            answer,
            searched_for,
            ..
        } = &self.said
        else {
            return None;
        };
        let question = searched_for.as_deref().unwrap_or(&self.asked.text);
        answer.outcome.is_answer().then_some(question)
    }

    /// Where what follows it is sent: below the last of its messages.
    pub(super) fn below(&self) -> Place {
        Place {
            question: self.messages.last().copied().unwrap_or_default(),
            ..self.place
        }
    }

    pub(super) fn has_buttons_under(&self, message: i32) -> bool {
        self.messages.last() == Some(&message) || self.views.contains(&message)
    }

    /// Whether this answers a question, or says that the documents do not. What
    /// is said to a greeting does neither, and "more" belongs to an earlier answer.
    pub(super) fn is_answer(&self) -> bool {
        let Said::Answer { answer, .. } = &self.said else {
            return false;
        };
        match &answer.outcome {
            Outcome::Abstained { reason, .. } => {
                matches!(reason, Reason::NoMatch | Reason::WeakEvidence)
            }
            _ => true,
        }
    }
}

/// The answers of this run that are remembered, the oldest first.
#[derive(Debug, Default)]
pub(super) struct SentAnswers {
    entries: VecDeque<SentAnswer>,
    count: u64,
}

impl SentAnswers {
    /// A number for an answer that is about to be sent.
    pub(super) fn number(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    /// Remembers an answer, in the place of an earlier one of the same number.
    pub(super) fn remember(&mut self, entry: SentAnswer) {
        let now = entry.at;
        let is_old = |entry: &SentAnswer| now.saturating_duration_since(entry.at) >= AGE;
        self.entries
            .retain(|known| known.number != entry.number && !is_old(known));
        if self.entries.len() >= ANSWERS {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    /// Forgets an answer that was taken back.
    pub(super) fn forget(&mut self, number: u64) {
        self.entries.retain(|known| known.number != number);
    }

    /// The answer of a button under it, if it stands in that chat.
    pub(super) fn numbered(&mut self, number: u64, chat: i64) -> Option<&mut SentAnswer> {
        self.find(|entry| entry.number == number && entry.place.chat == chat)
    }

    /// The answer that a message of the bot is of.
    pub(super) fn in_message(&mut self, chat: i64, message: i32) -> Option<&mut SentAnswer> {
        self.find(|entry| {
            let is_own = entry.messages.contains(&message) || entry.views.contains(&message);
            is_own && entry.place.chat == chat
        })
    }

    /// The answers to the questions that a message asked, in order.
    pub(super) fn to_message(&self, chat: i64, message: i32) -> Vec<SentAnswer> {
        let is_to = |entry: &&SentAnswer| entry.place.chat == chat && entry.asked_in == message;
        let mut answers: Vec<_> = self.entries.iter().filter(is_to).cloned().collect();
        answers.sort_by_key(|entry| entry.number);
        answers
    }

    /// The answer that was given last before this one in its conversation.
    pub(super) fn before(&self, entry: &SentAnswer) -> Option<AnswerId> {
        let is_earlier = |known: &&SentAnswer| {
            known.asked.conversation == entry.asked.conversation && known.number < entry.number
        };
        let earlier = self.entries.iter().filter(is_earlier);
        earlier.max_by_key(|known| known.number)?.answer
    }

    fn find(&mut self, is_it: impl Fn(&SentAnswer) -> bool) -> Option<&mut SentAnswer> {
        self.entries.iter_mut().rev().find(|entry| is_it(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::Nothing;
    use crate::chat::telegram::bot::rendering::tests::{answering, given};
    use crate::wording::Wording;

    fn entry(number: u64, at: Instant) -> SentAnswer {
        let question = i32::try_from(number).unwrap_or_default();
        SentAnswer {
            number,
            place: Place {
                chat: 5,
                question,
                topic: None,
            },
            asked_in: question,
            asked: Asked {
                conversation: "5".to_owned(),
                wording: Wording::ENGLISH,
                text: String::new(),
                to: None,
            },
            answer: None,
            said: Said::Nothing(Nothing::NoMore),
            posts: Vec::new(),
            messages: vec![question + 5000],
            views: Vec::new(),
            more: Vec::new(),
            verdict: None,
            at,
        }
    }

    #[test]
    fn an_answer_is_found_by_its_number_its_message_and_its_question() {
        let mut shown = SentAnswers::default();
        let number = shown.number();
        shown.remember(entry(number, Instant::now()));
        assert!(shown.numbered(1, 5).is_some() && shown.numbered(1, 6).is_none());
        assert!(shown.in_message(5, 5001).is_some() && shown.in_message(6, 5001).is_none());
        assert!(shown.to_message(5, 1).len() == 1 && shown.to_message(5, 2).is_empty());
    }

    #[test]
    fn an_unsure_answer_can_be_judged() {
        let (quotes, doubts) = (Vec::new(), Vec::new());
        let unsure = SentAnswer {
            said: answering(given(Outcome::Perhaps { quotes, doubts })),
            ..entry(1, Instant::now())
        };
        assert!(unsure.buttons(Run::now(), true, "ferry_bot").judged);
    }

    #[test]
    fn memory_is_bounded_in_number_and_age() {
        let (mut shown, start) = (SentAnswers::default(), Instant::now());
        for number in 0..=ANSWERS {
            shown.remember(entry(number as u64, start));
        }
        assert_eq!(shown.entries.len(), ANSWERS);
        assert!(shown.numbered(0, 5).is_none() && shown.numbered(1, 5).is_some());
        shown.remember(entry(9999, start + AGE));
        assert_eq!(shown.entries.len(), 1);
    }
}
