//! Several questions in one message: each is answered by itself, in order.

use crate::answer::{SmallTalk, bare};
use crate::language::{Language, analyser};

/// Words that a question in small letters begins with.
const OPENERS: &str = "\
    and but or also who whom whose what which when where why how is are was were do does did has have had can could \
    will would should";
/// Questions of one message that are answered; a longer list is no message of a chat.
const MOST: usize = 5;
/// A message of more bytes is no list of questions.
const LONGEST: usize = 2000;

/// The questions of a message, at least one; the message itself, where it asks one thing.
pub fn split(message: &str) -> Vec<String> {
    if message.len() > LONGEST {
        return vec![message.to_owned()];
    }
    let question = bare(message);
    let mut found: Vec<String> = Vec::new();
    let mut rest = question.as_str();
    while let Some(end) = end_of_first(rest, &question) {
        let (first, after) = rest.split_at(end);
        found.push(first.trim().to_owned());
        rest = after;
    }
    found.push(rest.trim().to_owned());
    found.retain(|question| SmallTalk::of(question).is_none());
    if (2..=MOST).contains(&found.len()) {
        found
    } else {
        vec![message.to_owned()]
    }
}

/// Where the first of several questions of a message ends: at a mark after which another one begins.
fn end_of_first(text: &str, message: &str) -> Option<usize> {
    let ends = |(at, mark): (usize, char)| {
        let (before, after) = (&text[..at], &text[at + mark.len_utf8()..]);
        let next = after.trim_start_matches(mark);
        let is_over = match mark {
            '?' => next.starts_with(char::is_whitespace),
            // A line end parts questions only where the lines are some.
            '\n' => {
                let mut signs = next.char_indices();
                signs.any(|(at, sign)| ends_question(&next[..at], sign))
            }
            _ => ends_question(before, mark),
        };
        let asked = before.contains(char::is_alphanumeric);
        let next = next.trim_start();
        (is_over && asked && begins(next, message)).then(|| text.len() - next.len())
    };
    text.char_indices().find_map(ends)
}

/// Whether a question ends in a sign that stands after this text.
fn ends_question(before: &str, sign: char) -> bool {
    match sign {
        '?' | '？' | '؟' | '\u{37e}' => true,
        // After Greek letters a semicolon is a question mark.
        ';' => before.ends_with(|c| matches!(c, '\u{370}'..='\u{3ff}')),
        _ => false,
    }
}

/// Whether a question of a message begins: with a capital, in letters that have none, or with a word
/// that asks or joins.
fn begins(text: &str, message: &str) -> bool {
    let text = text.trim_start_matches(['¿', '¡']);
    let first = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .next();
    let first = first.filter(|word| word.starts_with(char::is_alphabetic));
    first.is_some_and(|word| {
        !word.starts_with(char::is_lowercase)
            || OPENERS.split_whitespace().any(|opener| opener == word)
            || opens(word, Language::of(message).unwrap_or(Language::ENGLISH))
    })
}

/// Whether a word of another language than English asks or joins.
fn opens(word: &str, language: Language) -> bool {
    let tokens = analyser::analyse_in(word, language);
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    !language.is_english() && (language.asks(&words) || language.opening(&words) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_of_a_message_is_one() {
        for (message, wanted) in [
            ("Who is it? When did he go?", "Who is it?|When did he go?"),
            ("Hi! Who is it? And why? Thanks!", "Who is it?|And why?"),
            ("who is it??? where is it", "who is it???|where is it"),
            ("Who is it?\nWhere is it?", "Who is it?|Where is it?"),
            (
                "¿Cuándo abre la piscina? ¿Cuánto cuesta?",
                "¿Cuándo abre la piscina?|¿Cuánto cuesta?",
            ),
            (
                "где бассейн? сколько стоит вход",
                "где бассейн?|сколько стоит вход",
            ),
            ("游泳池在哪里？门票多少钱？", "游泳池在哪里？|门票多少钱？"),
            ("أين المسبح؟ كم سعر التذكرة؟", "أين المسبح؟|كم سعر التذكرة؟"),
            (
                "Πού είναι η πισίνα; Πόσο κοστίζει;",
                "Πού είναι η πισίνα;|Πόσο κοστίζει;",
            ),
            (
                "Πού είναι η πισίνα\nΠόσο κοστίζει;",
                "Πού είναι η πισίνα|Πόσο κοστίζει;",
            ),
        ] {
            assert_eq!(split(message).join("|"), wanted, "{message}");
        }
        for message in [
            "Can you help me? Who is Pudans?",
            "Who wrote Guess Who? in 1970",
            "What does \"Who are you?\" mean?",
            "Is it true?",
            "《你好吗？》这本书是谁写的",
            "Opening hours;\nPrices;",
            "",
        ] {
            assert_eq!(split(message), [message]);
        }
    }
}
