//! What a message means after what was said before, in layers that each know only those above:
//!
//! 1. [`words`]: classes of words, from `words.toml`.
//! 2. [`names`] and [`times`]: what a line speaks of.
//! 3. [`parsed`] with its [`phrases`], and [`turn`]: a line, and the turns before it, each read
//!    once; [`genders`] says whom the documents call "he" and "she".
//! 4. [`candidates`]: what of the turns before a word can stand for.
//! 5. [`rules`]: what makes a question of its own of a message.
//!
//! All of these are English. What is asked in another language goes through [`other_languages`] alone.

mod candidates;
mod genders;
mod names;
mod other_languages;
mod parsed;
mod phrases;
mod rules;
mod times;
mod turn;
mod words;

use super::Turn;
use crate::chat::line::Line;
use crate::index::{Index, IndexError};
use crate::language::Language;
use parsed::Parsed;
pub(super) use rules::{Need, Readings};
use turn::{Past, known};

/// A message of more words says itself what it is about.
const LONGEST: usize = 24;

/// What `message` means after `turns`, the last first; `None` where it stands alone.
pub(super) fn readings(
    message: &str,
    turns: &[&Turn],
    index: &Index,
) -> Result<Option<Readings>, IndexError> {
    let line = Line::of(message);
    if turns.is_empty() || line.len() == 0 || line.len() > LONGEST {
        return Ok(None);
    }
    let last = turns.first().map(|turn| turn.question.as_str());
    let here = index.languages()?;
    let language = language(message, last, &here);
    // What was asked in another language leaves nothing to speak of.
    let is_alike = |turn: &&Turn| Language::of_question(&turn.question, &here) == language;
    let turns: Vec<&Turn> = turns.iter().copied().filter(is_alike).collect();
    if turns.is_empty() {
        return Ok(None);
    }
    if !language.is_english() {
        return other_languages::readings(message, language, &turns, index);
    }
    let spoken = turns
        .iter()
        .flat_map(|turn| [Some(turn.question.as_str()), turn.quote.as_deref()]);
    let known = known(std::iter::once(message).chain(spoken.flatten()), index)?;
    let past = Past::of(&line, &turns, &known, index)?;
    Ok(rules::follow(&Parsed::question(message, &known), &past))
}

/// The language of a message after a question, asked of documents in the languages `here`; what may
/// be of several is of the same as that.
pub(super) fn language(message: &str, last: Option<&str>, here: &[Language]) -> Language {
    let last = last.map(|question| Language::of_question(question, here));
    let others = here.iter().copied().filter(|other| Some(*other) != last);
    let likely: Vec<Language> = last.into_iter().chain(others).collect();
    Language::of_question(message, &likely)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::Quoth;
    use crate::answer::{Grade, Place};
    use crate::chat::conversation::AnswerId;
    use crate::chat::conversation::tests::QUOTH;
    use crate::corpus::Span;
    use crate::index::Statistics;

    /// What the documents of these tests know of the words of a line.
    pub(super) fn known_of(line: &str) -> Statistics {
        known(std::iter::once(line), &QUOTH.index()).expect("the index answers")
    }

    /// Looks whether messages mean what they should, one a line: `question = its answer > message
    /// -> meaning`, with nothing after the arrow where the message stands alone.
    pub(super) fn check(table: &str) {
        check_in(&QUOTH, table);
    }

    /// The same of other documents.
    pub(super) fn check_in(documents: &Quoth, table: &str) {
        let mut wrong = Vec::new();
        for case in table.lines().map(str::trim) {
            let (said, wanted) = case.rsplit_once("->").expect("each case has an arrow");
            let (before, message) = said.rsplit_once(" > ").expect("each case has a message");
            let turn = |said| {
                let (question, quote) =
                    str::split_once(said, " = ").map_or((said, None), |(a, b)| (a, Some(b)));
                spoken(question, quote, &[])
            };
            let turns: Vec<Turn> = before.rsplit(" > ").map(turn).collect();
            let turns: Vec<&Turn> = turns.iter().collect();
            let found =
                readings(message.trim(), &turns, &documents.index()).expect("the index answers");
            let found = found.and_then(|found| found.questions.into_iter().next());
            if found.as_deref().unwrap_or_default() != wanted.trim() {
                wrong.push(format!("{case}\n    found: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn spoken(question: &str, quote: Option<&str>, documents: &[&str]) -> Turn {
        let place = |document: &&str| Place {
            document: (*document).to_owned(),
            span: Span { start: 0, end: 0 },
        };
        Turn {
            id: AnswerId::FORGOTTEN,
            follows: None,
            question: question.to_owned(),
            context: None,
            grade: Grade::Found,
            quote: quote.map(str::to_owned),
            shown: documents.iter().map(place).collect(),
        }
    }

    #[test]
    fn what_has_no_like_may_be_asked_about_by_itself() {
        let turn = spoken("When does it snow?", None, &[]);
        let found = readings("what about lamps?", &[&turn], &QUOTH.index());
        let found = found.expect("the index answers").expect("two readings");
        let wanted = ["As for lamps, when does it snow?", "lamps"];
        assert_eq!(found.questions, wanted);
    }

    #[test]
    fn what_was_declined_or_told_by_a_document_that_is_gone_leaves_nothing_to_speak_of() {
        let turn = |documents| spoken("What is the Tide Museum?", None, documents);
        let found = |turn: &Turn| {
            readings("What does it cost?", &[turn], &QUOTH.index()).expect("the index answers")
        };
        let there = &["museum.txt"];
        assert!(found(&turn(there)).is_some());
        assert!(found(&turn(&["gone.txt"])).is_none());
        let declined = Turn {
            grade: Grade::Abstained,
            ..turn(there)
        };
        assert!(found(&declined).is_none());
    }
}
