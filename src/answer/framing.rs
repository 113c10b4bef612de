//! What people write around a question: greetings, thanks, "could you tell me",
//! "according to the documents". It is taken off before anything is searched
//! for, so that a question gets the same answer however it is put.
//!
//! The words stand in `frames.toml`. What only looks like one of these is left: in "who says
//! hello", "the Please Touch Museum" and "thanks to whom" it is part of the question.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use crate::language::analyser::{self, Token};
use crate::language::english;
use crate::language::english::asking::listed;
use crate::language::phrases::Phrases;

/// The lists of the file; none where it is damaged, which a test would tell.
static FRAMES: LazyLock<Frames> =
    LazyLock::new(|| toml::from_str(include_str!("framing/frames.toml")).unwrap_or_default());

/// Words that open a question.
const QUESTIONS: &str = "\
    who whom whose what which when where why how who's what's when's where's why's how's whos whats wheres whens hows if whether";
/// Words that open a question for yes or no, or what stands before a topic.
const OPENERS: &str = "\
    is are was were do does did has have had can could will would shall should may might must isn't aren't wasn't \
    didn't doesn't the a an my your our this these i i'd i'm ";
/// Words that join a question to what went before.
const JOINTS: &str = "and but so also then or";
/// Words that name what follows them: "who sang thank you", "the word please".
const NAMING: &str = "\
    a an the say says said saying word words mean means called titled named sing sings sang song film book write wrote \
    for to of with and or is";
const BE: &str = "is are was were";
/// Words that open what is told of.
const DETERMINERS: &str = "the a an my your our his her their its this that";
const AUXILIARIES: &str = "is are was were do does did has have had can could will would";
/// Marks that end what stands before them.
const PARTING: &str = ",.!?:;\n—–…，。！？：،؟।";
/// A message of more bytes is no question, however it is framed.
const LONGEST: usize = 4 * 4096;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Frames {
    #[serde(deserialize_with = "words")]
    telling: HashSet<String>,
    #[serde(deserialize_with = "words")]
    small: HashSet<String>,
    polite: Phrases,
    thanks: Phrases,
    asking: Phrases,
    closing: Phrases,
    asks: Phrases,
}

/// The words of a list, which stands in one text.
fn words<'de, D: Deserializer<'de>>(list: D) -> Result<HashSet<String>, D::Error> {
    let list = String::deserialize(list)?;
    Ok(list.split_whitespace().map(str::to_owned).collect())
}

/// A message word by word, of which `left` is what is not yet taken off.
struct Message<'a> {
    text: &'a str,
    words: Vec<Token>,
    left: Range<usize>,
    /// Whether all of it is in capitals, which then tell nothing.
    shouted: bool,
}

/// The question in a message without what frames it; empty where nothing else is in it.
#[must_use]
pub fn bare(text: &str) -> String {
    if text.len() > LONGEST {
        return text.trim().to_owned();
    }
    let mut message = Message::of(text);
    let all = message.left.clone();
    while message.take_start() || message.take_end() {}
    if message.left == all {
        return text.trim().to_owned();
    }
    message.written()
}

impl<'a> Message<'a> {
    fn of(text: &'a str) -> Self {
        let shouted = analyser::is_in_capitals(text);
        // In capitals "ME" and "WHO" might be acronyms. The small letters of "İ" and "ẞ" have
        // other lengths: with them, words would stand at other places.
        let is_as_long =
            |c: char| c.to_lowercase().map(char::len_utf8).sum::<usize>() == c.len_utf8();
        let lower = (shouted && text.chars().all(is_as_long)).then(|| text.to_lowercase());
        let mut words = analyser::analyse(lower.as_deref().unwrap_or(text));
        words.retain(|word| !word.compound);
        Self {
            text,
            left: 0..words.len(),
            words,
            shouted,
        }
    }

    /// The words of a range, in lower case.
    fn row(&self, range: Range<usize>) -> Vec<&str> {
        let words = self.words[range].iter();
        words.map(|word| word.word.as_str()).collect()
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.word)
    }

    /// What stands between a word and the one before it.
    fn gap(&self, at: usize) -> &str {
        analyser::gap(self.text, &self.words, at, |word| word.span)
    }

    /// Whether a mark parts a word from the one before it: what is written before it is over.
    fn is_parted(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.contains(|c: char| PARTING.contains(c)) || gap.trim() == "-"
    }

    /// Whether a capital makes a word a name, where others begin in lower case.
    fn is_name(&self, at: usize) -> bool {
        self.words[at].capital && !self.shouted && !matches!(self.word(at), "i" | "i'd" | "i'm")
    }

    /// Takes one more thing off the beginning; `false` where there is none.
    fn take_start(&mut self) -> bool {
        let frames = &*FRAMES;
        let Range { start, end } = self.left.clone();
        let rest = self.row(start..end);
        let [polite, thanks, asking] =
            [&frames.polite, &frames.thanks, &frames.asking].map(|phrases| phrases.at_start(&rest));
        let polite = polite.max(thanks);
        let length = if polite > 0 && self.may_end_greeting(start + polite) {
            polite
        } else if asking > 0 && start + asking < end && self.is_plain(start + 1..start + asking) {
            asking
        } else if listed(JOINTS, self.word(start))
            && end - start > 3
            && self.opens_question(start + 1)
        {
            1
        } else {
            self.leading_clause()
        };
        self.left.start += length;
        length > 0
    }

    /// Whether what stands before a word is a greeting, rather than part of a name or a phrase.
    fn may_end_greeting(&self, at: usize) -> bool {
        if at >= self.left.end || self.is_parted(at) {
            return true;
        }
        let rest = self.row(at..self.left.end);
        let mut frames = [&FRAMES.polite, &FRAMES.asking, &FRAMES.asks].into_iter();
        let goes_on = frames.any(|phrases| phrases.at_start(&rest) > 0);
        let opens = self.opens_question(at) || listed(OPENERS, self.word(at)) || goes_on;
        let is_latin = self.word(at - 1).is_ascii();
        !is_latin || opens && (!self.is_name(at) || listed(QUESTIONS, self.word(at)))
    }

    /// Whether none of the words is written as a name.
    fn is_plain(&self, mut range: Range<usize>) -> bool {
        !range.any(|at| self.is_name(at))
    }

    fn opens_question(&self, at: usize) -> bool {
        at < self.left.end && listed(QUESTIONS, self.word(at))
    }

    /// The length of a clause at the beginning that only frames what follows: up to a mark, or up
    /// to the word that asks.
    fn leading_clause(&self) -> usize {
        let Range { start, end } = self.left;
        let parted = (start + 1..end).find(|&at| self.is_parted(at));
        // "Thanks to whom" asks for something else than thanks.
        let governed = |at: usize| listed("to for of with by from at", self.word(at - 1));
        let asks = (start + 1..parted.unwrap_or(end))
            .find(|&at| self.opens_question(at))
            .filter(|&at| !governed(at));
        let ends = asks.into_iter().chain(parted);
        let taken = ends.filter(|&at| self.only_frames(start..at)).max();
        taken.map_or(0, |at| at - start)
    }

    /// Whether words are a clause that says nothing but that something is asked.
    fn only_frames(&self, range: Range<usize>) -> bool {
        let is_question = listed(QUESTIONS, self.word(range.start))
            && !listed("if how's", self.word(range.start));
        let known = |word: &&str| {
            FRAMES.telling.contains(*word)
                || FRAMES.small.contains(*word)
                || listed(QUESTIONS, word)
        };
        let row = self.row(range.clone());
        !is_question
            && self.is_plain(range.start + 1..range.end)
            && row.iter().all(known)
            && row.iter().any(|word| FRAMES.telling.contains(*word))
    }

    /// Takes one more thing off the end; `false` where there is none.
    fn take_end(&mut self) -> bool {
        let Range { start, end } = self.left.clone();
        let row = self.row(start..end);
        let closing = FRAMES.closing.at_end(&row).max(FRAMES.thanks.at_end(&row));
        let at = end - closing;
        let is_closing = closing > 0
            && (at == start
                || self.is_parted(at)
                || self.is_plain(at..end) && !listed(NAMING, self.word(at - 1)));
        let clause = || {
            let last = (start + 1..end).rfind(|&at| self.is_parted(at));
            last.filter(|&at| self.only_frames(at..end))
        };
        let taken = Some(at).filter(|_| is_closing).or_else(clause);
        self.left.end = taken.unwrap_or(end);
        taken.is_some()
    }

    /// What is left, as a question.
    fn written(&self) -> String {
        let Range { start, end } = self.left;
        if start >= end {
            return String::new();
        }
        let close = self.closing(end);
        let question = self.text.get(self.opening(start)..close);
        let mut question = question.unwrap_or_default().trim().to_owned();
        if start > 0 {
            question = in_order(&question);
        }
        let is_over = question.ends_with(['?', '!', '.', '？', '؟']) || question.is_empty();
        let asked = self.text[close..].contains(['?', '？', '؟']);
        if asked && !is_over {
            question.push('?');
        }
        question
    }

    /// Where the text of a word begins, with a mark that opens it: a quotation mark, a bracket, a sign.
    fn opening(&self, at: usize) -> usize {
        let ends = |c: char| c.is_whitespace() || ",.!?:;—–…".contains(c);
        let marks = self.gap(at).rsplit(ends).next();
        self.words[at].span.start - marks.map_or(0, str::len)
    }

    /// Where the text before a word ends, without the mark that joined them.
    fn closing(&self, at: usize) -> usize {
        let joins = |c: char| c.is_whitespace() || ",:;—–-(\"“".contains(c);
        self.words[at - 1].span.end + self.gap(at).trim_end_matches(joins).len()
    }
}

/// "what is the password" of "what the password is", as it is said after "tell me"; "the password
/// is red" of "if the password is red".
fn in_order(question: &str) -> String {
    let message = Message::of(question);
    let (first, words) = (message.word(0), &message.words);
    if listed("if whether", first) {
        return question[words[0].span.end..].trim_start().to_owned();
    }
    let length = words.len();
    let last = message.word(length.saturating_sub(1));
    let is_irregular = || english::irregular_base(last).is_some();
    let is_participle =
        !listed(BE, last) && (last.ends_with("ed") || last.ends_with("en") || is_irregular());
    let be = length.saturating_sub(1 + usize::from(is_participle));
    // "how long", "what time": the noun or the measure is asked for with the word.
    let opens = |word: &Token| word.capital || listed(DETERMINERS, &word.word);
    let is_subject = words.get(1).is_some_and(opens);
    let asked = match first {
        "who" | "where" | "when" | "why" | "what" if is_subject => 1,
        "when" | "where" | "why" if !listed(BE, message.word(1)) => 1,
        "how" | "what" | "which" if !is_subject => 2,
        _ => return question.to_owned(),
    };
    let is_aside = be > asked
        && listed(BE, message.word(be))
        && !(asked..be).any(|at| listed(AUXILIARIES, message.word(at)));
    if !is_aside {
        return question.to_owned();
    }
    let written = |from: usize, to: usize| &question[words[from].span.start..words[to].span.end];
    let (asks, is) = (written(0, asked - 1), written(be, be));
    let what = written(asked, be - 1);
    format!("{asks} {is} {what}{}", &question[words[be].span.end..])
}

#[cfg(test)]
mod tests;
