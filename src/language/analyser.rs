//! Text becomes tokens: the one definition of a word that documents and questions share.
//!
//! Words are found by Unicode's rules (UAX #29, with dictionaries for scripts
//! without spaces). What stock analysers lose is kept: "U.S." and "US" are not
//! the pronoun "us", "Riga's" is "Riga", "anti-slip" is also "antislip",
//! "1.5 million" is also "1500000", "%" is "percent", and accents do not matter.

mod pieces;

use std::borrow::Cow;

use super::languages::Language;
pub(crate) use super::token::{Token, gap, is_of_word};
use super::{english, numbers};
use crate::span::Span;

/// The tokens of `text` in English, in order.
#[must_use]
pub fn analyse(text: &str) -> Vec<Token> {
    analyse_in(text, Language::ENGLISH)
}

/// The tokens of `text` in a language, in order.
#[must_use]
pub fn analyse_in(text: &str, language: Language) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut start = 0;
    // Parts of a hyphenated compound, while it lasts.
    let mut parts: Vec<usize> = Vec::new();
    for end in pieces::ends(text, language) {
        let piece = &text[start..end];
        let span = Span { start, end };
        start = end;
        if !piece.contains(char::is_alphanumeric) {
            if let Some(word) = sign(text, span) {
                close_compound(text, language, &mut parts, &mut tokens);
                tokens.push(of_several(word.to_owned(), span, false, language));
            }
            continue;
        }
        for (at, part) in joined(piece) {
            let start = span.start + at;
            let end = start + part.len();
            let hyphenated = parts
                .last()
                .is_some_and(|&part: &usize| is_hyphen(&text[tokens[part].span.end..start]));
            if !hyphenated {
                close_compound(text, language, &mut parts, &mut tokens);
            }
            parts.push(tokens.len());
            tokens.push(token(part, Span { start, end }, language));
        }
    }
    close_compound(text, language, &mut parts, &mut tokens);
    numbers::mark_amounts(text, &mut tokens);
    if language.is_english() {
        with_phrases(text, tokens)
    } else {
        tokens
    }
}

/// The words of `text` in English, in order; compounds are not counted as words of their own.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let tokens = analyse(text).into_iter();
    let plain = tokens.filter(|token| !token.compound);
    plain.map(|token| token.word)
}

/// Whether all letters of a text are capitals, which then tell nothing of its words. Letters
/// without case are none: in "谁领导NATO" the capitals tell something.
pub(crate) fn is_in_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.all(char::is_uppercase)
}

/// The words that low lines join, as in `tide_gate`, each with where it starts.
fn joined(piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let parts = piece.split('_').map(move |part| {
        let at = start;
        start += part.len() + 1;
        (at, part)
    });
    parts.filter(|(_, part)| part.contains(char::is_alphanumeric))
}

/// Adds what several words are as one: numbers, and "per cent".
fn with_phrases(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let numbers = numbers::in_words(text, &tokens);
    let per_cent = |at: usize| {
        let whole = at > 0 && tokens[at - 1].word == "per" && tokens[at].word == "cent";
        whole.then(|| (at - 1, "percent".to_owned()))
    };
    if numbers.is_empty() && !(1..tokens.len()).any(|at| per_cent(at).is_some()) {
        return tokens;
    }
    let mut all = Vec::with_capacity(tokens.len() + numbers.len());
    let mut numbers = numbers.into_iter().peekable();
    for (at, token) in tokens.iter().enumerate() {
        // "twentyfive" says nothing beside "25".
        let said = |whole: &Token| whole.compound && whole.span == token.span;
        if !(token.compound && all.last().is_some_and(said)) {
            all.push(token.clone());
        }
        let number = numbers.next_if(|number| number.last == at);
        let whole = number.map(|number| (number.first, number.digits()));
        if let Some((first, word)) = whole.or_else(|| per_cent(at)) {
            let span = Span {
                start: tokens[first].span.start,
                end: token.span.end,
            };
            all.push(of_several(word, span, true, Language::ENGLISH));
        }
    }
    all
}

fn of_several(word: String, span: Span, compound: bool, language: Language) -> Token {
    Token {
        is_stop_word: language.is_stop_word(&word),
        span,
        word,
        capital: false,
        compound,
        amount: false,
    }
}

/// A sign that stands for a word where it stands at a number: "5%", "$5", "5 €".
fn sign(text: &str, span: Span) -> Option<&'static str> {
    let word = match &text[span.range()] {
        "%" => "percent",
        "$" => "dollars",
        "€" => "euros",
        "£" => "pounds",
        "¥" => "yen",
        _ => return None,
    };
    let digit = |c: char| c.is_ascii_digit();
    let after = text[span.end..].trim_start().starts_with(digit) && word != "percent";
    let before = text[..span.start].trim_end().ends_with(digit);
    (after || before).then_some(word)
}

/// Adds the whole of a compound after its parts, if it has several.
fn close_compound(text: &str, language: Language, parts: &mut Vec<usize>, tokens: &mut Vec<Token>) {
    if let [first, .., last] = parts[..] {
        let span = Span {
            start: tokens[first].span.start,
            end: tokens[last].span.end,
        };
        if text[span.range()].contains(char::is_alphabetic) {
            let word = tokens[first..=last]
                .iter()
                .map(|part| part.word.to_lowercase())
                .collect();
            let capital = tokens[first].capital;
            tokens.push(Token {
                capital,
                ..of_several(word, span, true, language)
            });
        }
    }
    parts.clear();
}

fn is_hyphen(gap: &str) -> bool {
    matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "_")
}

fn token(piece: &str, span: Span, language: Language) -> Token {
    Token {
        capital: piece.starts_with(char::is_uppercase),
        ..of_several(word(piece, language), span, false, language)
    }
}

/// The word of a token that is written so, unless it is a sign or a compound.
#[must_use]
pub fn word(piece: &str, language: Language) -> String {
    // Most words are so, and nothing below changes them.
    if language.is_english() && piece.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return piece.to_owned();
    }
    let bare = if language.is_english() {
        singular_acronym(without_possessive(piece))
    } else {
        language.without_apostrophe(piece)
    };
    let letters = if is_dotted_acronym(bare) {
        Cow::Owned(bare.replace('.', ""))
    } else {
        Cow::Borrowed(bare)
    };
    let lower = language.folded(&letters);
    let is_acronym = letters.chars().nth(1).is_some() && letters.chars().all(char::is_uppercase);
    // "WHO", "IT" and "US" are names; in lower case they would be dropped.
    if is_acronym && language.is_stop_word(&lower) {
        letters.into_owned()
    } else {
        lower
    }
}

/// "WFUs" are several of one WFU; the stemmer would leave the plural of a word in -u alone.
fn singular_acronym(word: &str) -> &str {
    let singular = word.strip_suffix('s').unwrap_or(word);
    if singular.chars().all(char::is_uppercase) && singular.chars().count() > 1 {
        singular
    } else {
        word
    }
}

/// "Riga's" and "ministers'" belong to Riga and ministers.
pub(crate) fn without_possessive(word: &str) -> &str {
    let bare = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .or_else(|| word.strip_suffix("'S"))
        .unwrap_or(word);
    // "it's" and "let's" are no possessives.
    if bare.len() < word.len() && english::is_stop_word(&word.to_lowercase().replace('’', "'")) {
        word
    } else {
        bare
    }
}

/// "U.S" (its last dot is a segment of its own) or "N.A.S.A".
fn is_dotted_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|letter| letter.chars().count() <= 1)
        && word.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests;
