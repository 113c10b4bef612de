//! Codes: letters with figures and options of commands, which stand for one thing only.

use super::evidence::{Evidence, Text};
use super::question::Question;
use super::{Doubt, Subject};

/// More letters before the figures make a word of it.
const LETTERS: usize = 6;
/// So many letters are a code also where they are small.
const SMALL: usize = 2;

/// A code in a text.
#[derive(Debug, PartialEq, Eq)]
struct Code<'a> {
    written: &'a str,
    /// What it opens with: letters, or figures before letters.
    letters: String,
    /// What follows that, without separators at its ends.
    rest: String,
}

/// The codes of a question that the quote is not about.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let codes = codes(&asked.text.reading).into_iter();
    codes.filter_map(|code| doubt(&code, evidence)).collect()
}

/// The codes of a question.
pub(in crate::answer) struct Codes<'q>(Vec<Code<'q>>);

impl<'q> Codes<'q> {
    pub(in crate::answer) fn of(question: &'q str) -> Self {
        Self(codes(question))
    }

    /// Whether a text has one of them.
    pub(in crate::answer) fn are_in(&self, text: &str) -> bool {
        let is_own = |code: &Code<'_>| self.0.iter().any(|own| own.is(code));
        !self.0.is_empty() && codes(text).iter().any(is_own)
    }
}

fn doubt(code: &Code<'_>, evidence: &Evidence) -> Option<Doubt> {
    let has = |text: &Text| {
        codes(&text.reading).iter().any(|other| other.is(code)) || code.is_named_in(&text.reading)
    };
    if evidence.all().any(has) {
        return None;
    }
    let mut around = evidence.all().flat_map(|text| codes(&text.reading));
    let stated = around.find(|other| other.is_like(code));
    let stated = stated.map(|rival| rival.written);
    Some(Doubt::new(Subject::Code, code.written, stated))
}

impl Code<'_> {
    fn is(&self, other: &Self) -> bool {
        (&self.letters, &self.rest) == (&other.letters, &other.rest)
    }

    /// Whether a text has the name of an option without its dashes, as the heading above it may.
    fn is_named_in(&self, text: &str) -> bool {
        let Some(name) = self.letters.strip_prefix("--") else {
            return false;
        };
        let inside = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        text.split(|c: char| !inside(c)).any(|word| word == name)
    }

    /// Whether it is of the same series: the same letters, or as many of them before the same figures.
    fn is_like(&self, other: &Self) -> bool {
        self.letters == other.letters
            || self.letters.len() == other.letters.len() && self.rest == other.rest
    }
}

/// The codes of a text, in order: "E-410", "A4", "v2.1", "RFC 9110".
fn codes(text: &str) -> Vec<Code<'_>> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '_');
    let words: Vec<&str> = text
        .split(|c: char| !inside(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let found = words.iter();
    let found = found.filter_map(|word| letters_first(word).or_else(|| figures_first(word)));
    let mut found: Vec<Code<'_>> = found.collect();
    found.extend(text.split_whitespace().filter_map(option));
    for pair in words.windows(2) {
        found.extend(of_two(text, pair[0], pair[1]));
    }
    found
}

/// An option of a command, or a sign for a value: "-C", "--depth", "%h"; case counts.
fn option(word: &str) -> Option<Code<'_>> {
    let word = word.trim_start_matches(['(', '[', '"', '\'', '“', '‘', '`']);
    let sign = word.len() - word.trim_start_matches(['-', '%']).len();
    let name = &word[sign..];
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let name = &name[..name.find(|c| !inside(c)).unwrap_or(name.len())];
    let is_option = matches!(&word[..sign], "-" | "--" | "%")
        && name.starts_with(|c: char| c.is_ascii_alphabetic());
    is_option.then(|| Code {
        written: &word[..sign + name.len()],
        letters: word[..sign + name.len()].to_owned(),
        rest: String::new(),
    })
}

/// Figures, a separator and letters: "4711-D". Small letters after a number are mostly words.
fn figures_first(word: &str) -> Option<Code<'_>> {
    let figures: String = word.chars().take_while(char::is_ascii_digit).collect();
    let rest = word[figures.len()..].strip_prefix(['-', '/', '.', '_'])?;
    let is_code = !figures.is_empty()
        && (1..=SMALL).contains(&rest.len())
        && rest.bytes().all(|b| b.is_ascii_uppercase());
    is_code.then(|| Code {
        written: word,
        letters: figures,
        rest: rest.to_lowercase(),
    })
}

/// Letters, and then figures.
fn letters_first(word: &str) -> Option<Code<'_>> {
    let letters: String = word.chars().take_while(char::is_ascii_alphabetic).collect();
    let rest = word[letters.len()..].trim_start_matches(['-', '.', '/', '_']);
    let is_code = rest.starts_with(|c: char| c.is_ascii_digit())
        && (1..=LETTERS).contains(&letters.len())
        && (letters.len() <= SMALL || !letters.contains(|c: char| c.is_ascii_lowercase()));
    is_code.then(|| Code {
        written: word,
        letters: letters.to_lowercase(),
        rest: rest.to_lowercase().replace(['-', '/', '_'], ""),
    })
}

/// An acronym before a number: "RFC 9110". A year only says when.
fn of_two<'a>(text: &'a str, acronym: &str, number: &str) -> Option<Code<'a>> {
    let is_acronym =
        (2..=LETTERS).contains(&acronym.len()) && acronym.bytes().all(|b| b.is_ascii_uppercase());
    let is_number = !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        && !(number.len() == 4 && ("1900".."2100").contains(&number));
    if !(is_acronym && is_number) {
        return None;
    }
    let written = format!("{acronym} {number}");
    let start = text.find(&written)?;
    Some(Code {
        written: &text[start..start + written.len()],
        letters: acronym.to_lowercase(),
        rest: number.replace('-', ""),
    })
}
