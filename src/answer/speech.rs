//! Who says what: below its speaker's name, as captions and chats have it, a sentence is what they
//! say, though no word of it says so.

use crate::language::analyser::Token;
use crate::language::english;

/// Words of the name of a speaker, at most.
const LONGEST_NAME: usize = 4;

/// The word of a question that asks what somebody says: "write" of "What did Ann write?"
pub(super) fn asked(tokens: &[Token]) -> Option<&Token> {
    // Not "state", "report" and "answer", which name things as often.
    const VERBS: &str = "say tell write mention announce explain respond suggest think";
    let is_verb = |word: &str| {
        let mut verbs = VERBS.split(' ');
        verbs.any(|verb| english::term(verb) == english::term(word))
    };
    // The capital that a question opens with makes no name.
    let mut pairs = tokens.windows(2).skip(1);
    let after_name = pairs.find(|pair| {
        (pair[0].capital || english::is_pronoun(&pair[0].word)) && is_verb(&pair[1].word)
    });
    let mut words = tokens.iter();
    let asks = words.any(|token| matches!(token.word.as_str(), "what" | "whom"));
    after_name.filter(|_| asks).map(|pair| &pair[1])
}

/// Whether a sentence opens with the name of its speaker: "Ann Lee: It sails.", "[09:15] Ann: It sails."
pub(super) fn has_speaker(reading: &str) -> bool {
    let Some((before, said)) = reading.split_once(": ") else {
        return false;
    };
    // The time of a message stands before its writer.
    let name = before.rsplit([']', '–']).next().unwrap_or_default();
    let name = name.rsplit(" - ").next().unwrap_or_default();
    let mut words = name.split_whitespace();
    let is_name = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c == '@')
            && !word.contains(|c: char| c.is_ascii_digit())
    };
    !said.contains("; ")
        && words.clone().count() <= LONGEST_NAME
        && words.next().is_some_and(is_name)
        && words.all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analyser::analyse;

    #[test]
    fn a_name_and_a_colon_open_what_somebody_says() {
        for (reading, is_said) in [
            ("Ann Lee: The boat is in.", true),
            ("Ann: It sails.", true),
            ("[12/03/2024, 09:15:22] Ann Lee: The boat is in.", true),
            ("12.03.24, 09:15 - Ann: It sails.", true),
            ("The boat: it sails.", false),
            ("Room 12: the archive.", false),
            ("Boat: Heron; Fare: 2", false),
            ("The boat is in.", false),
        ] {
            assert_eq!(has_speaker(reading), is_said, "{reading}");
        }
    }

    #[test]
    fn only_what_somebody_says_is_asked_for() {
        let asked = |question: &str| asked(&analyse(question)).map(|token| token.word.clone());
        for (question, word) in [
            ("What did Ann Lee say?", Some("say")),
            ("What has he written about the boat?", Some("written")),
            ("What does Bo think of it?", Some("think")),
            ("How do I write a letter?", None),
            ("What says the rule?", None),
            ("Did Ann say so?", None),
        ] {
            assert_eq!(asked(question).as_deref(), word, "{question}");
        }
    }
}
