//! Questions that a document answers itself (as lists of frequent questions
//! do) are headings of their answers, in whatever form they are written.

use std::borrow::Cow;

use super::document::{Block, BlockKind, Sentence};

/// Deeper than any heading: a question ends with the section that it stands in.
const LEVEL: u8 = 20;
/// A question of more bytes is an argument.
const LONGEST: usize = 200;
/// What opens the question and the answer where both are marked, before a number, if any, and a colon
/// or a full stop.
const MARKS: [(&str, &str); 3] = [("q", "a"), ("question", "answer"), ("frage", "antwort")];

/// The blocks, of which those that ask what the next one answers are headings
/// now. `reading` is a sentence as a person reads it.
pub(super) fn head<'t>(
    blocks: Vec<Block>,
    reading: impl Fn(&Sentence) -> Cow<'t, str>,
) -> Vec<Block> {
    // One that is not marked, and alone, is the writer's way of speaking.
    let opens = |block: &Block| opens_with_question(block, &reading);
    let opening: Vec<bool> = blocks.iter().map(opens).collect();
    let are_many_opening = opening.iter().filter(|opens| **opens).count() > 1;
    let mut parts: Vec<Block> = Vec::with_capacity(blocks.len());
    // Questions that were cut off what answers them.
    let mut cut = Vec::new();
    for (block, opens) in blocks.into_iter().zip(opening) {
        let is_cut = are_many_opening && opens;
        cut.extend(is_cut.then_some(parts.len()));
        parts.extend(part(block, is_cut, &reading));
    }
    let asks: Vec<Asks> = parts
        .iter()
        .enumerate()
        .map(|(place, block)| match cut.binary_search(&place) {
            Ok(_) => Asks::Marked,
            Err(_) => Asks::of(block, &reading),
        })
        .collect();
    // What a question or a heading follows answers nothing.
    let is_answered = |place: usize| asks.get(place + 1) == Some(&Asks::Nothing);
    let is_question = |place: &usize| asks[*place] == Asks::Question && is_answered(*place);
    let are_many = (0..parts.len()).filter(is_question).count() > 1;
    let is_headed = |place: usize| match asks[place] {
        Asks::Marked => is_answered(place),
        Asks::Question => are_many && is_answered(place),
        Asks::Heading | Asks::Nothing => false,
    };
    for (place, block) in parts.iter_mut().enumerate() {
        if is_headed(place) {
            block.kind = BlockKind::Heading;
            block.level = LEVEL;
            for sentence in &mut block.sentences {
                sentence.kind = BlockKind::Heading;
            }
        }
        // What stands after the paragraph of a question and its answer belongs to neither.
        let question = place.checked_sub(2);
        let is_after = question.is_some_and(|question| cut.binary_search(&question).is_ok());
        if is_after && block.kind != BlockKind::Heading {
            block.level = LEVEL - 1;
        }
    }
    parts
}

/// Whether a text ends as a question does.
pub(crate) fn asks(text: &str) -> bool {
    text.ends_with(['?', '？', '؟'])
}

/// Whether a text announces what stands below it, and says nothing alone.
pub(crate) fn announces(text: &str) -> bool {
    text.ends_with([':', '：'])
}

/// What a block asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// A question, and nothing else.
    Question,
    /// The same with a mark before it.
    Marked,
    /// It is a heading already.
    Heading,
    Nothing,
}

/// Questions and their answers in one block, as blocks of their own, where both are marked, or where
/// the first is to be cut off.
fn part<'t>(
    block: Block,
    is_cut: bool,
    reading: &impl Fn(&Sentence) -> Cow<'t, str>,
) -> Vec<Block> {
    if block.kind == BlockKind::Heading || block.sentences.len() < 2 {
        return vec![block];
    }
    let is_answered = |pair: &[Sentence]| {
        let [asks, says] = [&pair[0], &pair[1]].map(reading);
        let mut marks = MARKS.iter();
        marks.any(|(question, answer)| opens_with(&asks, question) && opens_with(&says, answer))
    };
    let pairs = block.sentences.windows(2).enumerate();
    let answered = pairs.filter(|(_, pair)| is_answered(pair));
    // Where a question begins, and where its answer does.
    let mut starts: Vec<usize> = answered.flat_map(|(place, _)| [place, place + 1]).collect();
    if starts.is_empty() && is_cut {
        starts.push(1);
    }
    if starts.is_empty() {
        return vec![block];
    }
    let (kind, stands_alone) = (block.kind, block.stands_alone);
    let mut parts: Vec<Block> = Vec::new();
    for (place, mut sentence) in block.sentences.into_iter().enumerate() {
        if place == 0 || starts.binary_search(&place).is_ok() {
            parts.push(Block {
                kind,
                level: 0,
                stands_alone,
                sentences: Vec::new(),
            });
        }
        if let Some(open) = parts.last_mut() {
            sentence.position = open.sentences.len();
            open.sentences.push(sentence);
        }
    }
    parts
}

/// Whether a block asks a question and goes on with its answer: "3. Are dogs allowed? No."
fn opens_with_question<'t>(block: &Block, reading: &impl Fn(&Sentence) -> Cow<'t, str>) -> bool {
    let mut asks = block.sentences.iter().map(|sentence| {
        let text = reading(sentence);
        text.len() <= LONGEST && self::asks(&text)
    });
    block.kind != BlockKind::Heading && asks.next() == Some(true) && asks.next() == Some(false)
}

impl Asks {
    fn of<'t>(block: &Block, reading: &impl Fn(&Sentence) -> Cow<'t, str>) -> Self {
        if block.kind == BlockKind::Heading {
            return Self::Heading;
        }
        let [sentence] = &block.sentences[..] else {
            return Self::Nothing;
        };
        let text = reading(sentence);
        if text.len() > LONGEST || !asks(&text) {
            return Self::Nothing;
        }
        let mut marks = MARKS.iter();
        let is_marked = marks.any(|(question, _)| opens_with(&text, question));
        match block.kind {
            _ if is_marked => Self::Marked,
            BlockKind::Paragraph => Self::Question,
            // An item that asks is one of a list of questions.
            _ => Self::Nothing,
        }
    }
}

fn opens_with(text: &str, mark: &str) -> bool {
    let Some((start, rest)) = text.split_at_checked(mark.len()) else {
        return false;
    };
    let rest = rest.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
    let said = rest.strip_prefix([':', '.']);
    start.eq_ignore_ascii_case(mark)
        && said.is_some_and(|said| said.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Format};

    /// Each passage: its headings, and what is said below them.
    fn passages(text: &str, format: Format) -> Vec<(String, Vec<String>)> {
        let document = Document::parse("a".to_owned(), text.to_owned(), format);
        let told = document.passages.iter().map(|passage| {
            let said = passage.sentences.iter().filter(|it| !it.is_heading());
            let said = said.map(|sentence| document.reading(sentence).into_owned());
            (passage.headings.join(" > "), said.collect())
        });
        told.collect()
    }

    #[test]
    fn a_question_heads_its_answer_in_every_form() {
        for text in [
            "Q: Is there a boat?\nA: Yes, at nine.\n\nQ: May dogs come?\nA: No.\n",
            "Is there a boat?\n\nYes, at nine.\n\nMay dogs come?\n\nNo.\n",
            "Q: Is there a boat? A: Yes, at nine. Q: May dogs come? A: No.\n",
            "**Is there a boat?**\n\nYes, at nine.\n\n**May dogs come?**  \nNo.\n",
            "## Is there a boat?\n\nYes, at nine.\n\n## May dogs come?\n\nNo.\n",
            "Is there a boat? Yes, at nine.\n\nMay dogs come? No.\n",
            "Q1. Is there a boat?\nA1. Yes, at nine.\n\nQ2. May dogs come?\nA2. No.\n",
        ] {
            for format in [Format::PlainText, Format::Markdown] {
                if format == Format::PlainText && text.contains(['*', '#']) {
                    continue;
                }
                let found = passages(text, format);
                let bare = |text: &str, mark| {
                    let marked = text.split_once([':', '.']);
                    let said =
                        marked.filter(|(start, _)| start.starts_with(mark) && start.len() < 3);
                    said.map_or(text, |(_, said)| said).trim_start().to_owned()
                };
                // The first heading may be the title of all.
                assert_eq!(bare(&found[1].0, 'Q'), "May dogs come?", "{text}");
                for ((_, said), wanted) in found.iter().zip(["Yes, at nine.", "No."]) {
                    let said: Vec<String> = said.iter().map(|said| bare(said, 'A')).collect();
                    assert_eq!(said, [wanted], "{text}");
                }
            }
        }
    }

    #[test]
    fn what_stands_after_a_question_and_its_answer_is_no_part_of_it() {
        let text = "1. Is there a boat?\n   Yes, at nine.\n\n2. May dogs come?\n   No. They bite.\n\nAll of this may change.\n";
        for format in [Format::PlainText, Format::Markdown] {
            let found = passages(text, format);
            let [answer, after] = &found[found.len() - 2..] else {
                unreachable!("two were taken");
            };
            assert!(answer.0.ends_with("May dogs come?"), "{found:?}");
            assert_eq!(answer.1, ["No.", "They bite."]);
            assert!(!after.0.contains("dogs"), "{found:?}");
        }
    }

    #[test]
    fn a_question_among_statements_heads_nothing() {
        let text = "The boat is late.\n\nBut who cares?\n\nNobody cares at all.\n";
        let found = passages(text, Format::Markdown);
        assert_eq!(found[0].1.len(), 3);
    }
}
