//! From a question and an index to an answer, in the documents' own words.
//!
//! Pure: no input or output, the same answer every time. Read on in this
//! order: [`framing`] (what is no part of the question), [`query`] (what is asked for), [`matching`]
//! (where its terms stand in a sentence), [`features`] (what speaks for a sentence), [`ranking`] (in
//! which order), [`checks`] (what a careful reader objects to), [`reading`] (what the network says),
//! [`looking`] (what both see, and the order that comes of it), [`judging`] (how sure Quoth is of the
//! first), [`statement`] (what says the same), [`composing`] (the quotes and their sources),
//! [`disagreement`] (sources that say different things), [`explanation`] (how all of this came about).

mod checks;
mod composing;
mod contact;
mod context;
mod disagreement;
mod doubt;
mod examination;
mod excerpt;
mod explanation;
mod features;
mod framing;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod judging;
mod looking;
mod matching;
mod missing;
mod model;
mod outcome;
mod query;
mod quote;
mod ranking;
mod reading;
mod rows;
mod signals;
mod similarity;
mod small_talk;
mod speech;
mod statement;
mod supply;

pub use crate::language::AnswerType;
pub use disagreement::{About, Disagreement, Stated};
pub use doubt::{Doubt, Subject};
pub use examination::{Examination, Weighed, examine};
pub use excerpt::{Excerpt, Extent, Shown, excerpt};
pub use explanation::{
    Considered, Counterpart, Explanation, Judgement, Kind, Like, Meeting, Part, Sought, explain,
};
pub use framing::bare;
pub use missing::Missing;
pub use model::{Grade, Model, Models, Thresholds};
pub use outcome::{Answer, Outcome, Reason};
pub use query::Languages;
pub use quote::{Citation, Neighbour, Place, Quote};
pub use small_talk::SmallTalk;

use crate::corpus;
use crate::index::{Found, Index, IndexError};
use judging::Judged;
use looking::{Looked, Turn};
use query::Query;

/// Passages that are looked at for one question.
const PASSAGES: usize = 40;
/// Quotes shown as the closest when Quoth abstains.
const CLOSEST: usize = 3;
/// A question of more characters than this is no question (Telegram's own limit for a message).
const LONGEST_QUESTION: usize = 4096;

/// How to answer.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The most quotes in an answer, at least 1.
    pub quotes: usize,
    /// Whether a further quote must add something, and differing sources stand the newest first.
    /// Off only to measure ranking alone: then the quotes are the first of the ranking.
    pub select: bool,
    /// Whether the best sentences are read by the network, too.
    pub reader: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            quotes: 3,
            select: true,
            reader: true,
        }
    }
}

/// What a question of a conversation has from the turns before it.
#[derive(Clone, Copy, Debug)]
pub enum Before<'a> {
    /// It goes on from another.
    Beside {
        /// The question before it, as it was searched for.
        question: &'a str,
        /// Where the first quote for that stands.
        place: &'a Place,
    },
    /// It is the one before it with something else asked about: "Poland" of "And Poland?"
    Changed(&'a str),
}

/// Answers `question` from what is indexed.
///
/// # Errors
///
/// Where the index itself fails; a strange question never is an error.
pub fn answer(index: &Index, question: &str, settings: Settings) -> Result<Answer, IndexError> {
    answer_after(index, question, settings, None)
}

/// The same; with `before`, the answer to a question as a turn of a conversation.
///
/// # Errors
///
/// As [`answer`].
pub fn answer_after(
    index: &Index,
    question: &str,
    settings: Settings,
    before: Option<Before<'_>>,
) -> Result<Answer, IndexError> {
    Ok(match search(index, question, settings, before)? {
        Ok(search) => search.answer(index, question, settings)?,
        Err(reason) => unsearched(question, reason),
    })
}

/// The next-best quotes for `question` that do not stand at any of `shown`, at
/// most as many as an answer has; empty where nothing more is worth a look. With `before`, as of
/// [`answer_after`].
///
/// # Errors
///
/// As [`answer`].
pub fn further(
    index: &Index,
    question: &str,
    settings: Settings,
    before: Option<Before<'_>>,
    shown: &[Place],
) -> Result<Vec<Quote>, IndexError> {
    let search = search(index, question, settings, before)?;
    let further = |search: Search| composing::further(&search, settings.quotes, shown);
    Ok(search.map(further).unwrap_or_default())
}

/// What was found for a question: all that its answer is made of.
struct Search {
    /// The question without what frames it.
    question: String,
    query: Query,
    found: Found,
    judged: Judged,
}

/// Searches for what answers `question`, or says why there is nothing to search for.
fn search(
    index: &Index,
    question: &str,
    settings: Settings,
    before: Option<Before<'_>>,
) -> Result<Result<Search, Reason>, IndexError> {
    if question.chars().nth(LONGEST_QUESTION).is_some() {
        return Ok(Err(Reason::TooLong));
    }
    if SmallTalk::of(question).is_some() {
        return Ok(Err(Reason::SmallTalk));
    }
    let question = framing::bare(question);
    let query = Query::new(&question, index)?;
    if query.terms.is_empty() {
        return Ok(Err(Reason::EmptyQuestion));
    }
    let (found, looked) = look(index, &query, &question, before, settings.reader)?;
    let is_turn = matches!(before, Some(Before::Beside { .. }));
    let judged = judging::judge(&found, &query, looked, is_turn);
    Ok(Ok(Search {
        question,
        query,
        found,
        judged,
    }))
}

/// The passages that a question is about, or a turn of a conversation, and what was seen of them.
fn look(
    index: &Index,
    query: &Query,
    question: &str,
    before: Option<Before<'_>>,
    uses_reader: bool,
) -> Result<(Found, Looked), IndexError> {
    let turn = match before {
        Some(Before::Beside {
            question: before,
            place,
        }) => Some(Turn {
            before,
            place,
            both: Query::new(&format!("{before} {question}"), index)?,
        }),
        None | Some(Before::Changed(_)) => None,
    };
    let found = match &turn {
        None => index.find(&query.words(), query.direction().as_ref(), PASSAGES)?,
        Some(Turn { place, both, .. }) => index.find_after(
            &query.words(),
            &both.words(),
            both.direction().as_ref(),
            PASSAGES,
            &place.document,
            place.span.start,
        )?,
    };
    let mut looked = Looked::new(index, &found, query, question, turn.as_ref(), uses_reader)?;
    if let Some(Before::Changed(changed)) = before {
        looked.tell_apart(&found, query, changed);
    }
    Ok((found, looked))
}

/// The answer to what could not be searched for.
fn unsearched(question: &str, reason: Reason) -> Answer {
    Answer {
        question: question.to_owned(),
        confidence: 0.0,
        corrections: Vec::new(),
        outcome: Outcome::Abstained {
            reason,
            missing: Missing::default(),
            doubts: Vec::new(),
            closest: Vec::new(),
        },
        disagreement: None,
    }
}

impl Search {
    /// The answer: quotes where the evidence is good enough, else what is missing and what stands closest.
    fn answer(
        &self,
        index: &Index,
        question: &str,
        settings: Settings,
    ) -> Result<Answer, IndexError> {
        let (looked, confidence) = (&self.judged.looked, self.judged.confidence);
        let ranked = &looked.ranked;
        let doubts: &[Doubt] = (ranked.first()).map_or(&[], |first| looked.doubts(first));
        let grade = match self.judged.model.thresholds().grade(confidence) {
            _ if ranked.is_empty() => Grade::Abstained,
            grade => grade,
        };
        let mut disagreement = None;
        let mut answering = |is_sure| {
            let most = settings.quotes.max(1);
            if !settings.select {
                return composing::quotes(self, most);
            }
            let (quotes, differing) = composing::evidence(self, is_sure, most);
            disagreement = differing;
            quotes
        };
        let outcome = match grade {
            Grade::Found => Outcome::Found(answering(true)),
            Grade::Perhaps => Outcome::Perhaps {
                quotes: answering(false),
                doubts: doubts.to_vec(),
            },
            Grade::Abstained => {
                let (reason, most) = if self.found.passages.iter().all(|it| it.score <= 0.0) {
                    (Reason::NoMatch, 0)
                } else {
                    (Reason::WeakEvidence, CLOSEST)
                };
                let mut closest = composing::quotes(self, most);
                // Only who measures the ranking wants it where nothing is answered.
                for quote in closest.iter_mut().filter(|_| settings.select) {
                    // What is no answer needs no context, but for what it announces.
                    quote.before = None;
                    if !corpus::announces(&quote.reading) {
                        quote.after = None;
                    }
                }
                // What it does not mention is told as missing, but no part of a code alone.
                let stated = doubts.iter().filter(|doubt| doubt.stated.is_some());
                let mut missing = Missing::of(index, &self.query, ranked)?;
                let codes = || doubts.iter().filter(|doubt| doubt.about == Subject::Code);
                let is_part = |word: &String| codes().any(|code| code.asked.contains(word));
                missing.words.retain(|word| !is_part(word));
                Outcome::Abstained {
                    reason,
                    missing,
                    doubts: stated.cloned().collect(),
                    closest,
                }
            }
        };
        Ok(Answer {
            question: question.to_owned(),
            confidence,
            corrections: self.query.corrections(),
            outcome,
            disagreement,
        })
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
