//! A conversation: what was said before gives a follow-up its meaning.
//!
//! Every front end hands its messages to [`Conversations::say`] and renders the
//! [`Reply`]. [`follow_up`] says what a message may mean, and [`answering`] which of
//! that it does, by the answers. [`command`] knows "more", "context" and "source";
//! [`chats`] keeps the conversations apart and bounded.

mod answering;
mod chats;
mod command;
mod follow_up;
mod reply;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use answering::Answered;
pub use chats::Conversations;
pub(crate) use command::Command;
pub use reply::{AnswerId, Nothing, Reply, Said};

use super::examples;
use crate::Quoth;
use crate::answer::{
    Answer, Before, Citation, Grade, Outcome, Place, Quote, Reason, SmallTalk, bare,
};
use crate::corpus::invisible::reorders;
use crate::index::IndexError;
use crate::wording::Wording;

/// Turns that buttons and replies may still go on from, in a group that many ask in.
const TURNS: usize = 30;
/// Turns that one follow-up looks back over.
const REACH: usize = 3;

/// Questions that are told where there is no answer.
const INSTEAD: usize = 3;

/// A question with what was shown for it.
#[derive(Debug)]
struct Turn {
    id: AnswerId,
    /// The turn that this one continued.
    follows: Option<AnswerId>,
    /// The question as it was searched for.
    question: String,
    /// What it has from the turns before: whoever doubts its answer, or wants more, has it read so again.
    context: Option<Context>,
    /// How sure the answer was.
    grade: Grade,
    /// The first quote of the answer, as a person reads it.
    quote: Option<String>,
    /// Where the quotes stand that were shown, in their order.
    shown: Vec<Place>,
}

impl Turn {
    fn before(&self) -> Option<Before<'_>> {
        self.context.as_ref().map(Context::before)
    }
}

/// What a question was read with, of the turns before it.
#[derive(Debug)]
enum Context {
    /// An earlier question, and where its first quote stands.
    Beside { question: String, place: Place },
    /// What was put in the place of something in an earlier question, which made this one.
    Changed(String),
}

impl Context {
    fn before(&self) -> Before<'_> {
        match self {
            Self::Beside { question, place } => Before::Beside { question, place },
            Self::Changed(changed) => Before::Changed(changed),
        }
    }
}

/// The last turns of one chat.
#[derive(Debug, Default)]
struct Conversation {
    turns: VecDeque<Turn>,
}

impl Conversation {
    /// Replies to a message, as [`Conversations::say`] says; `id` is for the answer that it gets.
    fn say(
        &mut self,
        quoth: &Quoth,
        wording: Wording,
        message: &str,
        to: Option<AnswerId>,
        id: AnswerId,
    ) -> Result<Reply, IndexError> {
        // Marks of direction stand around what is copied from Quoth's own words.
        let message = &message.replace(reorders, "");
        let to = to.or(self.turns.back().map(|turn| turn.id));
        let about = SmallTalk::of(message);
        // "sources" alone asks for the documents.
        let last = self.before(to).next().map(|turn| turn.question.as_str());
        let language = follow_up::language(message, last, &quoth.index().languages()?);
        let command = Command::of(message, &[language, wording.language()])
            .filter(|_| about != Some(SmallTalk::Documents));
        if let Some(command) = command {
            let said = self.show(quoth, command, to.unwrap_or(AnswerId::FORGOTTEN))?;
            return Ok(Reply { answer: to, said });
        }
        if let Some(told) = self.talk(quoth, wording, about, to)? {
            return Ok(told);
        }
        let last = to.filter(|to| self.turn(*to).is_some());
        let corrected = last.zip(SmallTalk::corrected(message));
        let meant = corrected.map(|(_, meant)| format!("what about {meant}"));
        let meant = meant.as_deref().unwrap_or(message);
        // Only English is known to have courtesies: "wer" is no slip of "we're".
        let plain = if language.is_english() {
            bare(meant)
        } else {
            meant.trim().to_owned()
        };
        let answered = match self.answer(quoth, meant, &plain, to, about)? {
            Ok(answered) => answered,
            Err(nothing) => {
                let said = Said::Nothing(nothing);
                return Ok(Reply { answer: to, said });
            }
        };
        let Answered {
            mut answer,
            searched_for,
            context,
        } = answered;
        // What was typed is what is answered, whatever was searched for.
        answer.question.clone_from(message);
        // What was meant stands in the place of what was not.
        let to = match corrected {
            Some((wrong, _)) => self.take_back(wrong),
            None => to,
        };
        let nothing_asked = matches!(
            answer.outcome,
            Outcome::Abstained {
                reason: Reason::EmptyQuestion | Reason::TooLong | Reason::SmallTalk,
                ..
            }
        );
        let known = to.filter(|to| self.turn(*to).is_some());
        let continued = if nothing_asked {
            known
        } else {
            self.remember(
                id,
                known,
                searched_for.as_deref().unwrap_or(&plain),
                context,
                &answer,
            );
            Some(id)
        };
        let instead = match &answer.outcome {
            Outcome::Abstained { closest, .. } => {
                let question = searched_for.as_deref().unwrap_or(&answer.question);
                examples::near(quoth, question, closest, INSTEAD)?
            }
            _ => Vec::new(),
        };
        Ok(Reply {
            answer: continued,
            said: Said::Answer {
                answer,
                searched_for,
                instead,
            },
        })
    }

    /// What is said to talk that is about the last answer or about Quoth itself.
    fn talk(
        &mut self,
        quoth: &Quoth,
        wording: Wording,
        about: Option<SmallTalk>,
        to: Option<AnswerId>,
    ) -> Result<Option<Reply>, IndexError> {
        let mut answer = to;
        let said = match (about, to.and_then(|to| self.turn(to))) {
            (Some(SmallTalk::Doubt), Some(turn)) => {
                Said::Evidence(quoth.answer_after(&turn.question, turn.before())?)
            }
            (Some(SmallTalk::Back), Some(turn)) => {
                let wrong = turn.id;
                answer = self.take_back(wrong);
                Said::Nothing(Nothing::TakenBack)
            }
            (None | Some(SmallTalk::Greeting | SmallTalk::Doubt | SmallTalk::Back), _) => {
                return Ok(None);
            }
            (Some(about), _) => Said::Told(wording.itself(about, &quoth.index())?),
        };
        Ok(Some(Reply { answer, said }))
    }

    /// Forgets a turn; returns the one before it.
    fn take_back(&mut self, wrong: AnswerId) -> Option<AnswerId> {
        let before = self.turn(wrong).and_then(|turn| turn.follows);
        self.turns.retain(|turn| turn.id != wrong);
        before
    }

    /// Shows more of an earlier answer.
    fn show(&mut self, quoth: &Quoth, command: Command, of: AnswerId) -> Result<Said, IndexError> {
        let Some(turn) = self.turns.iter_mut().find(|turn| turn.id == of) else {
            return Ok(Said::Nothing(Nothing::Forgotten));
        };
        Ok(match command {
            Command::More => {
                let quotes = quoth.further(&turn.question, turn.before(), &turn.shown)?;
                if quotes.is_empty() {
                    return Ok(Said::Nothing(Nothing::NoMore));
                }
                let first = turn.shown.len() + 1;
                let places = quotes.iter().filter_map(|quote| quote.citations.first());
                turn.shown.extend(places.map(Citation::place));
                Said::More {
                    question: turn.question.clone(),
                    first,
                    quotes,
                    grade: turn.grade,
                }
            }
            Command::Around(extent, number) => {
                let place = number.checked_sub(1).and_then(|at| turn.shown.get(at));
                let excerpt = place.map(|place| quoth.excerpt(place, extent));
                match excerpt.transpose()?.flatten() {
                    Some(excerpt) => Said::Excerpt {
                        number,
                        extent,
                        excerpt,
                    },
                    None => Said::Nothing(Nothing::NoSuchQuote {
                        number,
                        of: turn.shown.len(),
                    }),
                }
            }
        })
    }

    fn turn(&self, id: AnswerId) -> Option<&Turn> {
        self.turns.iter().find(|turn| turn.id == id)
    }

    /// The turns that a message which continues `to` can refer to, the last first.
    fn before(&self, to: Option<AnswerId>) -> impl Iterator<Item = &Turn> {
        let mut next = to;
        let turns = std::iter::from_fn(move || {
            let turn = self.turn(next?)?;
            next = turn.follows;
            Some(turn)
        });
        turns.take(REACH)
    }

    fn remember(
        &mut self,
        id: AnswerId,
        follows: Option<AnswerId>,
        question: &str,
        context: Option<Context>,
        answer: &Answer,
    ) {
        let outcome = &answer.outcome;
        let place = |quote: &Quote| quote.citations.first().map(Citation::place);
        self.turns.push_back(Turn {
            id,
            follows,
            question: question.to_owned(),
            context,
            grade: outcome.grade(),
            quote: outcome.quotes().first().map(|quote| quote.reading.clone()),
            shown: outcome.shown().iter().filter_map(place).collect(),
        });
        while self.turns.len() > TURNS {
            self.turns.pop_front();
        }
    }
}
