//! Several questions in one message: each is answered by itself, in order.

use crate::answer::{SmallTalk, bare};

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
    while let Some(end) = end_of_first(rest) {
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

/// Where the first of several questions ends: at a mark after which another one begins.
fn end_of_first(text: &str) -> Option<usize> {
    let begins = |after: &str| {
        let mut words = after.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let is_opener = |word: &str| OPENERS.split_whitespace().any(|opener| opener == word);
        let first = words.next();
        first.is_some_and(|word| word.starts_with(char::is_uppercase) || is_opener(word))
    };
    let ends = |(at, mark): (usize, char)| {
        let after = &text[at + mark.len_utf8()..];
        let next = after.trim_start_matches('?');
        let is_over = matches!(mark, '?' | '\n' | '？')
            && (mark != '?' || next.starts_with(char::is_whitespace));
        let asked = text[..at].contains(char::is_alphanumeric);
        let next = next.trim_start();
        // A line end parts questions only where the lines are some.
        let is_question =
            mark != '\n' || next.contains('?') || text[..at].trim_end().ends_with('?');
        (is_over && asked && is_question && begins(next)).then(|| text.len() - next.len())
    };
    text.char_indices().find_map(ends)
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
        ] {
            assert_eq!(split(message).join("|"), wanted, "{message}");
        }
        for message in [
            "Can you help me? Who is Pudans?",
            "Who wrote Guess Who? in 1970",
            "What does \"Who are you?\" mean?",
            "Is it true?",
            "",
        ] {
            assert_eq!(split(message), [message]);
        }
    }
}
