//! Where a sentence says what an acronym stands for: the rule of Schwartz and Hearst.

use std::ops::Range;

use crate::language::analyser::Token;

/// The long form that stands before an acronym in brackets: its range among `words`.
pub(super) fn before(text: &str, words: &[&Token], acronym: usize) -> Option<Range<usize>> {
    let last = acronym.checked_sub(1)?;
    let opens = gap(text, words, last)?.trim_matches(is_blank) == "(";
    let rest = text[words[acronym].span.end..].trim_start_matches(|c| is_blank(c) || c == '.');
    if !opens || !rest.starts_with([')', ',', ';']) {
        return None;
    }
    let short = letters(words[acronym]);
    let mut start = last;
    while start > 0
        && last + 1 - start < most_words(&short)
        && is_joint(gap(text, words, start - 1)?)
    {
        start -= 1;
    }
    let first = start + long_form(&short, &words[start..=last])?;
    Some(first..acronym)
}

/// The long form that stands in brackets after an acronym.
pub(super) fn after(text: &str, words: &[&Token], acronym: usize) -> Option<Range<usize>> {
    let start = acronym + 1;
    if gap(text, words, acronym)?.trim_matches(is_blank) != "(" {
        return None;
    }
    let short = letters(words[acronym]);
    let mut end = start + 1;
    while end < words.len() && is_joint(gap(text, words, end - 1)?) {
        end += 1;
    }
    let closes = text[words[end - 1].span.end..]
        .trim_start_matches(is_blank)
        .starts_with([')', ';']);
    if !closes || end - start > most_words(&short) {
        return None;
    }
    let first = long_form(&short, &words[start..end])?;
    // It must be all that the brackets hold, but for an article.
    (first == 0 || (first == 1 && words[start].is_stop_word())).then_some(start + first..end)
}

/// What stands between a token and the next.
fn gap<'a>(text: &'a str, words: &[&Token], token: usize) -> Option<&'a str> {
    text.get(words[token].span.end..words.get(token + 1)?.span.start)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '*' | '_')
}

/// Whether a name goes on over what stands between two of its words.
pub(super) fn is_joint(gap: &str) -> bool {
    gap.chars()
        .all(|c| is_blank(c) || matches!(c, '-' | '\u{2010}' | '\u{2011}' | ',' | '&' | '/' | '.'))
        && (!gap.contains('.') || gap == ". ")
}

/// The letters and digits of an acronym, in lower case.
fn letters(token: &Token) -> Vec<char> {
    let letters = token.word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The most words that an acronym of these letters stands for (Schwartz and Hearst).
fn most_words(short: &[char]) -> usize {
    (short.len() + 5).min(short.len() * 2)
}

/// At which of `words` the shortest long form begins that ends with the last of
/// them: every letter of the acronym in its order, the first at the start of a word.
fn long_form(short: &[char], words: &[&Token]) -> Option<usize> {
    let letters = words.iter().enumerate().flat_map(|(number, token)| {
        let lower = token.word.chars().flat_map(char::to_lowercase).enumerate();
        lower.map(move |(place, c)| (number, place == 0, c))
    });
    let letters: Vec<(usize, bool, char)> = letters.collect();
    let mut rest = letters.as_slice();
    for (place, &wanted) in short.iter().enumerate().rev() {
        let at = rest
            .iter()
            .rposition(|&(_, starts, c)| c == wanted && (place > 0 || starts))?;
        rest = &rest[..at];
    }
    let first = letters.get(rest.len())?.0;
    let spelt: String = short.iter().collect();
    let mut long = words[first..].iter();
    let repeats = long.any(|word| word.word.to_lowercase() == spelt);
    (!repeats && letters.len() - rest.len() > short.len()).then_some(first)
}
