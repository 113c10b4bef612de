//! The answer to what a message means: of its readings, the one that the documents answer best.

use super::follow_up::{self, Need};
use super::{AnswerId, Context, Conversation, Nothing, Turn};
use crate::Quoth;
use crate::answer::{Answer, Grade, Outcome, Reason, SmallTalk};
use crate::index::IndexError;

/// An answer of less confidence may be to another question than was meant.
const WEAK: f32 = 0.6;
/// So much more confidence tells that it was.
const FAR: f32 = 0.2;

/// The answer to a message.
pub(super) struct Answered {
    pub(super) answer: Answer,
    /// The question that the message was taken for, where it did not stand alone.
    pub(super) searched_for: Option<String>,
    /// What that question was read with, where it did not stand alone.
    pub(super) context: Option<Context>,
}

impl Answered {
    /// The answer to a question that was read alone.
    fn alone(answer: Answer, searched_for: Option<String>) -> Self {
        Self {
            answer,
            searched_for,
            context: None,
        }
    }
}

impl Conversation {
    /// The answer to a message as it was typed, or to what it means after the turns before (`plain`
    /// is the message without courtesies). Or why there is none.
    pub(super) fn answer(
        &self,
        quoth: &Quoth,
        message: &str,
        plain: &str,
        to: Option<AnswerId>,
        about: Option<SmallTalk>,
    ) -> Result<Result<Answered, Nothing>, IndexError> {
        let turns: Vec<&Turn> = self.before(to).collect();
        let readings = follow_up::readings(plain, &turns, &quoth.index())?;
        let Some(readings) = readings.filter(|_| about.is_none()) else {
            let answered = Answered::alone(quoth.answer(message)?, None);
            return Ok(Ok(self.nearer(quoth, message, answered, to)?));
        };
        if let Some(pronoun) = readings.unclear {
            return Ok(Err(Nothing::Unclear(pronoun)));
        }
        let need = readings.need;
        let changed = readings.changed.map(Context::Changed);
        let mut taken = None;
        // What means nothing without the turns before is not searched for as it stands.
        if need != Need::Sure {
            let typed = quoth.answer(message)?;
            if !may_give_way(&typed, need) {
                return Ok(Ok(Answered::alone(typed, None)));
            }
            taken = Some((typed, None));
        }
        // Else the likeliest reading, unless only another one is answered.
        for question in readings.questions {
            let answer = quoth.answer_after(&question, changed.as_ref().map(Context::before))?;
            let is_better = match &taken {
                Some((typed, None)) => gives_way(typed, &answer, need),
                _ => answer.outcome.is_answer(),
            };
            if is_better {
                return Ok(Ok(Answered {
                    answer,
                    searched_for: Some(question),
                    context: changed,
                }));
            }
            taken = taken.or(Some((answer, Some(question))));
        }
        let (answer, searched_for) = match taken {
            Some(taken) => taken,
            None => (quoth.answer(message)?, None),
        };
        let answered = Answered {
            context: changed.filter(|_| searched_for.is_some()),
            answer,
            searched_for,
        };
        Ok(Ok(self.nearer(quoth, message, answered, to)?))
    }

    /// An answer; where it is not sure, the one to its question as a turn that goes on from what
    /// was answered last (not declined), if that is surer: "What was the final vote?"
    fn nearer(
        &self,
        quoth: &Quoth,
        message: &str,
        mut answered: Answered,
        to: Option<AnswerId>,
    ) -> Result<Answered, IndexError> {
        let is_open = match &answered.answer.outcome {
            Outcome::Found(_) => false,
            Outcome::Perhaps { .. } => true,
            Outcome::Abstained {
                reason, missing, ..
            } => {
                let was_sought = matches!(reason, Reason::WeakEvidence | Reason::NoMatch);
                // What no document names, none answers about.
                let is_name = |word: &String| word.starts_with(char::is_uppercase);
                let is_absent = missing.words.iter().any(is_name);
                was_sought && !is_absent
            }
        };
        let quoted = self.before(to).find(|turn| turn.grade > Grade::Abstained);
        let beside = quoted.filter(|_| is_open).and_then(|turn| {
            Some(Context::Beside {
                question: turn.question.clone(),
                place: turn.shown.first()?.clone(),
            })
        });
        let Some(beside) = beside else {
            return Ok(answered);
        };
        let question = answered.searched_for.as_deref().unwrap_or(message);
        let near = quoth.answer_after(question, Some(beside.before()))?;
        // Where its quote is about another, what was asked stands nowhere.
        let is_taken = near.outcome.is_answer() && near.outcome.doubts().is_empty();
        if is_taken && near.confidence > answered.answer.confidence {
            answered.answer = near;
            answered.context = Some(beside);
        }
        Ok(answered)
    }
}

/// Whether there can be a reason to leave the answer to a message as it was typed, which says
/// something without the turns before.
pub(super) fn may_give_way(typed: &Answer, need: Need) -> bool {
    let is_sure = typed.outcome.grade() == Grade::Found;
    !is_sure || need == Need::Weak && typed.confidence < WEAK
}

/// Whether the answer to a reading of the message is better than the one to what was typed.
pub(super) fn gives_way(typed: &Answer, read: &Answer, need: Need) -> bool {
    let is_surer = read.outcome.grade() > typed.outcome.grade();
    let is_far_surer = read.confidence >= typed.confidence + FAR;
    read.outcome.is_answer() && (is_surer || need == Need::Weak && is_far_surer)
}
