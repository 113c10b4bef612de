//! How a question in English asks: for what kind of answer, for one thing or several, by which frame.

use crate::language::asking::{AnswerType, Asking};
use crate::language::token::Token;
use crate::span::Span;

const DATES: &str = "\
    year years date day month century decade time era";
const PLACES: &str = "\
    country countries city cities state states place location region town village county \
    continent province nation nations river island capital street";
const PERSONS: &str = "\
    person people man woman author actor actress singer president king queen minister \
    scientist player leader";
const NUMBERS: &str = "\
    number percentage percent proportion share amount population cost price age size length \
    height distance temperature rate salary budget score speed weight width area total";
const MEASURES: &str = "\
    many much long old big far tall large high deep wide heavy fast hot cold strong \
    thick expensive quickly likely great young";
/// After "how": they ask, and say nothing of what about.
const OFTEN: &str = "often frequently regularly";
const REASONS: &str = "\
    reason reasons cause causes caused purpose motive rationale";

/// What a question asks for.
pub(in crate::language) fn asked(tokens: &[Token]) -> Asking {
    let plain = tokens.iter().filter(|token| !token.compound);
    let words: Vec<&str> = plain.map(|token| token.word.as_str()).collect();
    Asking {
        wanted: match Frame::of(tokens) {
            None if !is_bare(&words) => wanted(&words),
            _ => AnswerType::Definition,
        },
        several: wants_several(&words),
        asks: after_how(tokens, MEASURES).into_iter().collect(),
        only_ask: after_how(tokens, OFTEN).into_iter().collect(),
    }
}

/// What the first of some words that asks wants to know.
fn wanted(words: &[&str]) -> AnswerType {
    let wanted = words.iter().enumerate().find_map(|(at, word)| {
        // The noun asked for stands right after the question word, or two on: "what was the year".
        let near = words
            .get(at + 1..words.len().min(at + 4))
            .unwrap_or_default();
        let next = |list: &str| near.first().is_some_and(|next| listed(list, next));
        let named = |list: &str| near.iter().any(|word| listed(list, word));
        Some(match *word {
            "who" | "whom" | "whose" | "who's" | "whos" | "WHO" => AnswerType::Person,
            "when" | "when's" | "whens" => AnswerType::Date,
            "where" | "where's" | "wheres" => AnswerType::Place,
            "why" | "why's" => AnswerType::Reason,
            "how" if next(MEASURES) => AnswerType::Number,
            "how" if next(OFTEN) => AnswerType::Frequency,
            "how" if next("come") => AnswerType::Reason,
            "what" | "which" | "what's" | "whats" | "name" | "list" => match () {
                () if named(REASONS) => AnswerType::Reason,
                () if named(DATES) => AnswerType::Date,
                () if named(NUMBERS) => AnswerType::Number,
                () if named(PLACES) => AnswerType::Place,
                () if named(PERSONS) => AnswerType::Person,
                () if is_definition(words, at) => AnswerType::Definition,
                () => AnswerType::Thing,
            },
            "define" | "meaning" | "definition" => AnswerType::Definition,
            _ => return None,
        })
    });
    wanted.unwrap_or(AnswerType::Thing)
}

/// The word of a list that stands after "how".
fn after_how(tokens: &[Token], list: &str) -> Option<Span> {
    let mut plain = tokens.iter().filter(|token| !token.compound);
    plain.find(|token| token.word == "how")?;
    plain
        .next()
        .filter(|token| listed(list, &token.word))
        .map(|token| token.span)
}

/// Whether a question asks for several things, which a list may hold: "Which boats are there?"
fn wants_several(words: &[&str]) -> bool {
    let is_plural = |word: &&str| -> bool {
        word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
            || matches!(*word, "people" | "men" | "women" | "children" | "criteria")
    };
    let after = |at: usize, reach: usize| words.iter().skip(at + 1).take(reach);
    words.iter().enumerate().any(|(at, word)| match *word {
        "which" | "what" => words.get(at + 1) == Some(&"are") || after(at, 3).any(is_plural),
        "list" | "name" | "enumerate" => at == 0 && after(at, 4).any(is_plural),
        _ => false,
    })
}

/// How a question asks for a definition: by a word that says nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// "stand" of "what does WFU stand for".
    LongForm,
    /// "acronym" of "what is the acronym of World Ferry Union".
    ShortForm,
    /// "mean" of "what does lock mean", "meant" of "what is meant by lock".
    Meaning,
    /// "do" of "what does a lock do", "used" of "what is a lock used for", "explain" of "explain locks".
    Purpose,
}

impl Frame {
    /// The frame of a question, with the place of its word among the tokens.
    pub(crate) fn of(tokens: &[Token]) -> Option<(Self, usize)> {
        let plain: Vec<(usize, &str)> = tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| !token.compound)
            .map(|(place, token)| (place, token.word.as_str()))
            .collect();
        if let [(place, "explain" | "describe"), _, ..] = plain[..] {
            return Some((Self::Purpose, place));
        }
        plain
            .iter()
            .position(|(_, word)| matches!(*word, "what" | "what's" | "whats"))?;
        let being = ["is", "are", "what's", "whats"];
        let is_of_being = plain.iter().take(2).any(|(_, word)| being.contains(word));
        plain.iter().enumerate().find_map(|(at, &(place, word))| {
            let next = plain.get(at + 1).map(|(_, word)| *word);
            let before = at.checked_sub(1).map(|before| plain[before].1);
            let asks = plain[..at]
                .iter()
                .any(|(_, word)| matches!(*word, "does" | "do" | "did"));
            // Whether these words stand somewhere before, with one more at least between.
            let is_of = |at: usize, row: &str| {
                let row: Vec<&str> = row.split(' ').collect();
                let before: Vec<&str> = plain[..at].iter().map(|(_, word)| *word).collect();
                let mut starts = before.windows(row.len() + 1);
                starts.any(|start| start.starts_with(&row))
            };
            let frame = match (word, next) {
                ("stand" | "stands" | "short", Some("for")) => Self::LongForm,
                ("acronym" | "abbreviation" | "initials", Some("of" | "for")) => Self::ShortForm,
                ("meaning" | "definition", Some("of")) if before == Some("the") => Self::Meaning,
                ("meant", Some("by")) => Self::Meaning,
                ("mean", None) if asks => Self::Meaning,
                ("means", None) if is_of(at, "what") => Self::Meaning,
                // "Do you know what a lock is?"
                ("is" | "are", None) if ["what a", "what an"].iter().any(|row| is_of(at, row)) => {
                    Self::Meaning
                }
                ("do", None) if asks => Self::Purpose,
                ("used", Some("for")) if at + 2 == plain.len() => Self::Purpose,
                ("for", None) if is_of_being => Self::Purpose,
                ("purpose" | "point", Some("of")) if before == Some("the") => Self::Purpose,
                _ => return None,
            };
            Some((frame, place))
        })
    }
}

/// Whether a word is one of a list.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Whether it is nothing but a name, as people type it into a field of a search: "tide gate".
fn is_bare(words: &[&str]) -> bool {
    const LONGEST_NAME: usize = 4;
    let says = |word: &&str| !super::is_stop_word(word) || *word == "the";
    (1..=LONGEST_NAME).contains(&words.len()) && words.iter().all(says)
}

/// "what is" before nothing but a name: no verb that asks for something done.
fn is_definition(words: &[&str], at: usize) -> bool {
    const LONGEST_NAME: usize = 6;
    let holds_copula = matches!(words[at], "what's" | "whats");
    let Some((copula, name)) = words[at + usize::from(!holds_copula)..].split_first() else {
        return false;
    };
    let links = name.iter().any(|word| {
        matches!(
            *word,
            "of" | "in" | "for" | "by" | "from" | "that" | "doing" | "to" | "on" | "at" | "with"
        )
    });
    matches!(*copula, "is" | "are" | "was" | "were" | "what's" | "whats")
        && (1..=LONGEST_NAME).contains(&name.len())
        && !links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyser::analyse;

    #[test]
    fn a_plural_asks_for_several() {
        for (question, several) in [
            ("Which boats are there?", true),
            ("What are the colours of the ferry?", true),
            ("List the harbours of Lorne", true),
            ("What storage classes does it have?", true),
            ("Which boat is the oldest?", false),
            ("What is the bus fare?", false),
            ("When do the boats sail?", false),
        ] {
            assert_eq!(asked(&analyse(question)).several, several, "{question}");
        }
    }

    #[test]
    fn the_question_word_tells_what_is_wanted() {
        for (question, wanted) in [
            ("Who built the tower?", AnswerType::Person),
            ("In what year was the tower built?", AnswerType::Date),
            ("when did it open", AnswerType::Date),
            ("Which country owns the ferry?", AnswerType::Place),
            ("How many seats are there?", AnswerType::Number),
            ("How often does the ferry sail?", AnswerType::Frequency),
            ("What percentage of seats is taken?", AnswerType::Number),
            ("For what reason was it closed?", AnswerType::Reason),
            ("What is a ferry?", AnswerType::Definition),
            ("What is the height of the tower?", AnswerType::Number),
            ("What is the tower made of?", AnswerType::Thing),
            ("what are the effects of the law", AnswerType::Thing),
            ("How does a lock work?", AnswerType::Thing),
            ("What does WFU stand for?", AnswerType::Definition),
            ("what's WFU short for", AnswerType::Definition),
            ("What does \"lock\" mean?", AnswerType::Definition),
            ("What is meant by a lock?", AnswerType::Definition),
            ("could you explain what lock means", AnswerType::Definition),
            ("Do you know what a lock is?", AnswerType::Definition),
            ("Do you know what colour the lock is?", AnswerType::Thing),
            ("What is the meaning of lock?", AnswerType::Definition),
            ("What is the acronym of the union?", AnswerType::Definition),
            ("What does a lock do?", AnswerType::Definition),
            ("what is the gate for", AnswerType::Definition),
            ("What is a lock used for?", AnswerType::Definition),
            ("What's the purpose of the gate?", AnswerType::Definition),
            ("explain tide gates", AnswerType::Definition),
            ("tide gate", AnswerType::Definition),
            ("What did the council do about it?", AnswerType::Thing),
            ("What year was it built for?", AnswerType::Date),
            ("Where does the mayor stand for office?", AnswerType::Place),
        ] {
            assert_eq!(asked(&analyse(question)).wanted, wanted, "{question}");
        }
    }
}
