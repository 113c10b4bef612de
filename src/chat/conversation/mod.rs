//! A conversation: what was said before gives a follow-up its meaning.
//!
//! Every front end hands its messages to [`Conversations::say`] and renders the
//! [`Reply`]. [`follow_up`] says what a message means, [`command`] knows "more",
//! "context" and "source", [`chats`] keeps the conversations apart and bounded.

mod chats;
mod command;
mod follow_up;
mod reply;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

pub use chats::Conversations;
pub use command::Command;
pub use reply::{AnswerId, Nothing, Reply, Said};

use super::examples;
use crate::Quoth;
use crate::answer::{Answer, Grade, Outcome, Place, Quote, Reason, SmallTalk, bare};
use crate::corpus::invisible::reorders;
use crate::index::IndexError;
use crate::language::Language;
use crate::wording::Wording;
use follow_up::{Need, Spoken};

/// Turns that a conversation remembers: what buttons and replies may still go
/// on from, in a group that many ask in.
const TURNS: usize = 30;
/// Turns that one follow-up looks back over.
const REACH: usize = 3;

/// An answer of less confidence may be to another question than was meant.
const WEAK: f32 = 0.6;
/// So much more confidence tells that it was.
const FAR: f32 = 0.2;

/// Questions that are told where there is no answer.
const INSTEAD: usize = 3;

/// The last turns of one chat.
#[derive(Debug, Default)]
struct Conversation {
    turns: VecDeque<Turn>,
}

/// A question with what was shown for it.
#[derive(Debug)]
struct Turn {
    id: AnswerId,
    /// The turn that this one continued.
    follows: Option<AnswerId>,
    /// The question as it was searched for.
    question: String,
    /// How sure the answer was.
    grade: Grade,
    /// The first quote of the answer, as a person reads it.
    quote: Option<String>,
    /// Where the quotes stand that were shown, in their order.
    shown: Vec<Place>,
}

/// What a message was taken for.
enum Meant {
    /// Its answer, and the question where it did not stand alone.
    Answered(Box<Answer>, Option<String>),
    /// Nobody that this pronoun can stand for was spoken of.
    Unclear(&'static str),
}

impl Conversation {
    /// Replies to a message of somebody who uses Quoth in the language of `wording`. `to` is the
    /// answer that it replies to, where it does not just follow the last one; `id` is for the
    /// answer that it gets.
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
        let language = follow_up::language(message, last, &quoth.index())?;
        let command = Command::of(message, &[language, wording.language()])
            .filter(|_| about != Some(SmallTalk::Documents));
        if let Some(command) = command {
            let said = self.show(quoth, command, to.unwrap_or(AnswerId::FORGOTTEN))?;
            return Ok(Reply { answer: to, said });
        }
        if let Some(told) = self.talk(quoth, wording, about, to)? {
            return Ok(told);
        }
        let last = to.and_then(|to| self.turn(to)).map(|turn| turn.id);
        let corrected = last.zip(SmallTalk::corrected(message));
        let meant = corrected.map(|(_, meant)| format!("what about {meant}"));
        let meant = meant.as_deref().unwrap_or(message);
        let plain = plain(meant, language);
        let (answer, searched_for) = match self.answer(quoth, meant, &plain, to, about)? {
            Meant::Answered(answer, searched_for) => {
                let question = message.to_owned();
                (
                    Answer {
                        question,
                        ..*answer
                    },
                    searched_for,
                )
            }
            Meant::Unclear(pronoun) => {
                let said = Said::Nothing(Nothing::Unclear(pronoun));
                return Ok(Reply { answer: to, said });
            }
        };
        // What was meant stands in the place of what was not.
        let to = match corrected {
            Some((wrong, _)) => self.take_back(wrong),
            None => to,
        };
        let nothing_asked = matches!(
            answer.outcome,
            Outcome::Abstained {
                reason: Reason::EmptyQuestion | Reason::SmallTalk,
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
        let turn = to.and_then(|to| self.turn(to));
        Ok(match (about, turn) {
            (Some(SmallTalk::Doubt), Some(turn)) => {
                let said = Said::Evidence(quoth.answer(&turn.question)?);
                Some(Reply { answer: to, said })
            }
            (Some(SmallTalk::Back), Some(turn)) => {
                let wrong = turn.id;
                let answer = self.take_back(wrong);
                let said = Said::Nothing(Nothing::TakenBack);
                Some(Reply { answer, said })
            }
            (None | Some(SmallTalk::Greeting | SmallTalk::Doubt | SmallTalk::Back), _) => None,
            (Some(about), _) => {
                let said = Said::Told(wording.itself(about, &quoth.index())?);
                Some(Reply { answer: to, said })
            }
        })
    }

    /// Forgets a turn; returns the one before it.
    fn take_back(&mut self, wrong: AnswerId) -> Option<AnswerId> {
        let before = self.turn(wrong).and_then(|turn| turn.follows);
        self.turns.retain(|turn| turn.id != wrong);
        before
    }

    /// Shows more of an earlier answer.
    fn show(&mut self, quoth: &Quoth, command: Command, of: AnswerId) -> Result<Said, IndexError> {
        let turn = self.turns.iter_mut().find(|turn| turn.id == of);
        turn.map_or(Ok(Said::Nothing(Nothing::Forgotten)), |turn| {
            turn.obey(quoth, command)
        })
    }

    /// The answer to a message as it was typed, or to what it means after the turns before, `plain`
    /// without courtesies.
    fn answer(
        &self,
        quoth: &Quoth,
        message: &str,
        plain: &str,
        to: Option<AnswerId>,
        about: Option<SmallTalk>,
    ) -> Result<Meant, IndexError> {
        let spoken: Vec<Spoken<'_>> = self.before(to).map(Turn::spoken).collect();
        let readings = follow_up::readings(plain, &spoken, &quoth.index())?;
        let Some(readings) = readings.filter(|_| about.is_none()) else {
            let answer = quoth.answer(message)?;
            return Ok(Meant::Answered(
                Box::new(self.nearer(quoth, message, answer, to)?),
                None,
            ));
        };
        if let Some(pronoun) = readings.unclear {
            return Ok(Meant::Unclear(pronoun));
        }
        // What means nothing without the turns before is not searched for as it stands.
        let typed = if readings.need == Need::Sure {
            None
        } else {
            let typed = quoth.answer(message)?;
            if !may_give_way(&typed, readings.need) {
                return Ok(Meant::Answered(Box::new(typed), None));
            }
            Some(typed)
        };
        // The likeliest reading, unless only another one is answered.
        let mut first = None;
        for question in readings.questions {
            let answer = Answer {
                question: message.to_owned(),
                ..quoth.answer(&question)?
            };
            let is_better = match &typed {
                Some(typed) => gives_way(typed, &answer, readings.need),
                None => answer.outcome.is_answer(),
            };
            if is_better {
                return Ok(Meant::Answered(Box::new(answer), Some(question)));
            }
            first = first.or(Some((answer, Some(question))));
        }
        let taken = typed.map(|typed| (typed, None)).or(first);
        let (answer, searched_for) = match taken {
            Some(taken) => taken,
            None => (quoth.answer(message)?, None),
        };
        let question = searched_for.as_deref().unwrap_or(message);
        let answer = self.nearer(quoth, question, answer, to)?;
        Ok(Meant::Answered(Box::new(answer), searched_for))
    }

    /// An answer, or where the documents as a whole have none that is sure, the one of the document
    /// that was quoted last, if that has one that is far surer: "What was the final vote?" What was
    /// declined since leaves nothing to speak of, and that document is still at hand.
    fn nearer(
        &self,
        quoth: &Quoth,
        question: &str,
        answer: Answer,
        to: Option<AnswerId>,
    ) -> Result<Answer, IndexError> {
        let quoted = self.before(to).find(|turn| turn.grade > Grade::Abstained);
        let bar = match &answer.outcome {
            Outcome::Found(_) => None,
            Outcome::Perhaps { .. } => Some(answer.confidence + FAR),
            Outcome::Abstained { reason, .. } => {
                let was_sought = matches!(reason, Reason::WeakEvidence | Reason::NoMatch);
                was_sought.then_some(answer.confidence)
            }
        };
        let place = quoted.and_then(|turn| turn.shown.first());
        let Some((place, bar)) = place.zip(bar) else {
            return Ok(answer);
        };
        let near = Answer {
            question: answer.question.clone(),
            ..quoth.answer_within(question, place)?
        };
        // Where its quote is about another, what was asked stands nowhere.
        let is_taken = match &near.outcome {
            Outcome::Found(_) => true,
            Outcome::Perhaps { doubts, .. } => doubts.is_empty(),
            Outcome::Abstained { .. } => false,
        };
        Ok(if is_taken && near.confidence > bar {
            near
        } else {
            answer
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
        answer: &Answer,
    ) {
        let outcome = &answer.outcome;
        let place = |quote: &Quote| quote.citations.first().map(crate::answer::Citation::place);
        self.turns.push_back(Turn {
            id,
            follows,
            question: question.to_owned(),
            grade: outcome.grade(),
            quote: outcome.quotes().first().map(|quote| quote.reading.clone()),
            shown: outcome.shown().iter().filter_map(place).collect(),
        });
        while self.turns.len() > TURNS {
            self.turns.pop_front();
        }
    }
}

impl Turn {
    fn spoken(&self) -> Spoken<'_> {
        Spoken {
            question: &self.question,
            quote: self.quote.as_deref(),
            documents: self
                .shown
                .iter()
                .map(|place| place.document.as_str())
                .collect(),
            is_declined: self.grade == Grade::Abstained,
        }
    }

    /// Shows more of this turn's answer.
    fn obey(&mut self, quoth: &Quoth, command: Command) -> Result<Said, IndexError> {
        Ok(match command {
            Command::More => {
                let quotes = quoth.further(&self.question, &self.shown)?;
                if quotes.is_empty() {
                    return Ok(Said::Nothing(Nothing::NoMore));
                }
                let first = self.shown.len() + 1;
                let places = quotes.iter().filter_map(|quote| quote.citations.first());
                self.shown
                    .extend(places.map(crate::answer::Citation::place));
                Said::More {
                    question: self.question.clone(),
                    first,
                    quotes,
                    grade: self.grade,
                }
            }
            Command::Around(extent, number) => {
                let place = number.checked_sub(1).and_then(|at| self.shown.get(at));
                let excerpt = match place {
                    Some(place) => quoth.excerpt(place, extent)?,
                    None => None,
                };
                let missing = Said::Nothing(Nothing::NoSuchQuote {
                    number,
                    of: self.shown.len(),
                });
                excerpt.map_or(missing, |excerpt| Said::Excerpt {
                    number,
                    extent,
                    excerpt,
                })
            }
        })
    }
}

/// A message without courtesies, which only English is known to have: "wer" is no slip of "we're".
fn plain(message: &str, language: Language) -> String {
    if language.is_english() {
        bare(message)
    } else {
        message.trim().to_owned()
    }
}

/// Whether there can be a reason to leave the answer to a message as it was typed.
fn may_give_way(typed: &Answer, need: Need) -> bool {
    let is_sure = typed.outcome.grade() == Grade::Found;
    match need {
        Need::Sure => true,
        Need::Unanswered => !is_sure,
        Need::Weak => !is_sure || typed.confidence < WEAK,
    }
}

/// Whether the answer to a reading of the message is better than the one to what was typed.
fn gives_way(typed: &Answer, read: &Answer, need: Need) -> bool {
    let is_surer = read.outcome.grade() > typed.outcome.grade();
    let is_far_surer = read.confidence >= typed.confidence + FAR;
    let wins = match need {
        Need::Sure => true,
        Need::Unanswered => is_surer,
        Need::Weak => is_surer || is_far_surer,
    };
    read.outcome.is_answer() && wins
}
