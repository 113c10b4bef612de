//! What a message means after what was said before, by rules of English.
//!
//! In this order: "who said that" asks about what the last question said
//! ([`predicates`]), a lone question word asks more about the last question
//! ([`question_words`]), a lone name asks the same about something else
//! ([`ellipsis`]), a pronoun stands for what was spoken of ([`anaphora`]). A
//! question with none of these stands alone, and nothing is ever added to it.

mod anaphora;
mod antecedents;
mod ellipsis;
mod genders;
mod grammar;
mod like;
mod names;
mod people;
mod phrases;
mod places;
mod predicates;
mod pronouns;
mod question_words;
mod relations;
mod several;
mod statements;
mod subjects;

use crate::chat::line::Line;
use crate::index::{Asked, Index, IndexError, Statistics};
use genders::Genders;

/// A message of more words says itself what it is about.
const LONGEST: usize = 24;
/// "Who has signed" is so short that it may lack its object.
const SHORT: usize = 4;
/// Readings of one message that are tried.
const MOST: usize = 3;

/// A turn of the conversation, as far as a follow-up can refer to it.
pub(super) struct Spoken<'a> {
    /// The question, as it was searched for.
    pub(super) question: &'a str,
    /// The first quote of the answer, where there was one.
    pub(super) quote: Option<&'a str>,
    /// The documents that were quoted.
    pub(super) documents: Vec<&'a str>,
    /// Whether the documents did not answer.
    pub(super) is_declined: bool,
}

/// What a message may mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Readings {
    /// Questions that stand alone, the likeliest first.
    pub(super) questions: Vec<String>,
    pub(super) need: Need,
    /// The pronoun that nobody spoken of agrees with.
    pub(super) unclear: Option<&'static str>,
}

/// How much a message needs the turns before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// It means nothing without them.
    Sure,
    /// It is taken as it was typed, unless the documents answer the other more surely.
    Unanswered,
    /// The same, unless they answer the other far better: "How many are members?"
    Weak,
}

impl Need {
    fn of(sure: bool) -> Self {
        if sure { Self::Sure } else { Self::Unanswered }
    }
}

/// A message as a question of its own.
struct Follow {
    question: String,
    sure: bool,
}

/// The turns before, the last first.
struct Past<'a> {
    turns: Vec<(Line, Option<Line>)>,
    /// Which of them were declined: these leave nothing that a pronoun can stand for.
    declined: Vec<bool>,
    genders: Genders,
    known: &'a Statistics,
}

impl Past<'_> {
    /// The last question.
    fn question(&self) -> &Line {
        &self.turns[0].0
    }
}

/// What `message` means after `turns`, the last first; `None` where it stands alone.
///
/// # Errors
///
/// Where the index fails, which is asked for the names in all of them.
pub(super) fn readings(
    message: &str,
    turns: &[Spoken<'_>],
    index: &Index,
) -> Result<Option<Readings>, IndexError> {
    let line = Line::of(message);
    if turns.is_empty() || line.len() == 0 || line.len() > LONGEST {
        return Ok(None);
    }
    let documents: Vec<&str> = turns
        .iter()
        .flat_map(|turn| turn.documents.clone())
        .collect();
    let declined = turns.iter().map(|turn| turn.is_declined).collect();
    let turns: Vec<(Line, Option<Line>)> = turns
        .iter()
        .map(|turn| (Line::of(turn.question), turn.quote.map(Line::of)))
        .collect();
    let spoken = turns
        .iter()
        .flat_map(|(question, quote)| [Some(question), quote.as_ref()]);
    let spoken = spoken.flatten();
    let known = known(std::iter::once(&line).chain(spoken.clone()), index)?;
    let genders = Genders::of(&line, spoken, &documents, &known, index)?;
    let past = Past {
        turns,
        declined,
        genders,
        known: &known,
    };
    Ok(follow(&line, &past))
}

/// What the documents know of the words of some lines.
fn known<'a>(
    lines: impl Iterator<Item = &'a Line>,
    index: &Index,
) -> Result<Statistics, IndexError> {
    index.statistics(&Asked {
        texts: lines.map(Line::to_words).collect(),
        ..Asked::default()
    })
}

/// What a line means after the turns before.
fn follow(line: &Line, past: &Past<'_>) -> Option<Readings> {
    let known = past.known;
    let one = predicates::follow(line, past)
        .or_else(|| question_words::follow(line, past, known))
        .or_else(|| ellipsis::follow(line, past, known));
    if let Some(Follow { question, sure }) = one {
        return Some(Readings {
            questions: vec![question],
            need: Need::of(sure),
            unclear: None,
        });
    }
    let (mut questions, sure, unclear) = anaphora::follow(line, past);
    questions.truncate(MOST);
    if !questions.is_empty() || unclear.is_some() {
        return Some(Readings {
            questions,
            need: Need::of(sure),
            unclear,
        });
    }
    let weak = relations::follow(line, past).map(|question| (question, Need::Weak));
    let about = || Some((about_the_topic(line, past)?, Need::Unanswered));
    let (question, need) = weak.or_else(about)?;
    Some(Readings {
        questions: vec![question],
        need,
        unclear: None,
    })
}

/// "Who signed?" with what the last question was about, unless it asks what something is.
fn about_the_topic(line: &Line, past: &Past<'_>) -> Option<String> {
    let asks = grammar::is_question_word(line.word(0)) || grammar::is_auxiliary(line.word(0));
    let content: Vec<usize> = (0..line.len())
        .filter(|&at| grammar::is_content(line.word(at)))
        .collect();
    let defines = grammar::is_question_word(line.word(0)) && grammar::is_be(line.word(1));
    let [only] = content[..] else {
        return None;
    };
    let is_name = names::name_at(line, only, past.known).is_some();
    let has_object = matches!(
        line.word(line.len() - 1),
        "it" | "this" | "that" | "them" | "these" | "those" | "so"
    );
    let exists = line.word(1) == "there";
    if !asks || defines || exists || is_name || has_object || line.len() > SHORT {
        return None;
    }
    let topic = antecedents::topic(past)?;
    Some(format!("{} {topic}?", line.from(0)))
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::chat::conversation::tests::quoth;

    /// What the documents of these tests know of the words of some lines.
    pub(super) fn known_of(lines: &[&Line]) -> Statistics {
        known(lines.iter().copied(), &quoth().index()).expect("the index answers")
    }
}
