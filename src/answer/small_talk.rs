//! What people say to a bot that is no question to its documents.

/// Whole lines that are small talk, in lower case and without punctuation.
const PHRASES: &[&str] = &[
    "are you a bot",
    "are you human",
    "are you sure",
    "are you there",
    "bye",
    "bye bye",
    "cheers",
    "cool",
    "good afternoon",
    "good bot",
    "good day",
    "good evening",
    "good morning",
    "good night",
    "goodbye",
    "great",
    "hello",
    "hello there",
    "help",
    "help me",
    "hey",
    "hey there",
    "hi",
    "hi there",
    "hiya",
    "hmm",
    "how are things",
    "how are you",
    "how are you doing",
    "how are you today",
    "how do you do",
    "how do you work",
    "how does this work",
    "how is it going",
    "how's it going",
    "hows it going",
    "i see",
    "interesting",
    "is that so",
    "lol",
    "many thanks",
    "nice",
    "nice to meet you",
    "no",
    "ok",
    "okay",
    "oh",
    "perfect",
    "please help",
    "really",
    "see you",
    "see you later",
    "start",
    "sup",
    "test",
    "testing",
    "thank you",
    "thank you so much",
    "thank you very much",
    "thanks",
    "thanks a lot",
    "thanks so much",
    "thx",
    "ty",
    "well done",
    "what are you",
    "what can i ask",
    "what can you do",
    "what do you do",
    "what do you know",
    "what is this",
    "what is up",
    "what's up",
    "whats up",
    "who are you",
    "who made you",
    "wow",
    "yes",
    "yo",
];
/// Words that may stand around a phrase without making it a question.
const FILLERS: &[&str] = &[
    "again",
    "all",
    "bot",
    "dear",
    "everybody",
    "everyone",
    "folks",
    "friend",
    "guys",
    "mate",
    "now",
    "quoth",
    "sir",
    "so",
    "there",
    "then",
    "today",
    "well",
];

/// Whether `line` is a greeting, thanks, a goodbye or talk about the bot itself.
#[must_use]
pub fn is_small_talk(line: &str) -> bool {
    let folded: String = line
        .to_lowercase()
        .replace('’', "'")
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '\'' {
                c
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.len() > 8 {
        return false;
    }
    consume(&words)
}

/// Whether all of `words` is phrases and fillers, at least one of them a phrase.
fn consume(words: &[&str]) -> bool {
    let mut rest = words;
    let mut met = false;
    while !rest.is_empty() {
        let longest = (1..=rest.len())
            .rev()
            .find(|&length| PHRASES.contains(&rest[..length].join(" ").as_str()));
        match longest {
            Some(length) => {
                met = true;
                rest = &rest[length..];
            }
            None if FILLERS.contains(&rest[0]) => rest = &rest[1..],
            None => return false,
        }
    }
    met
}

#[cfg(test)]
mod tests {
    use super::is_small_talk;

    #[test]
    fn greetings_and_thanks_are_small_talk() {
        for line in [
            "Hello!",
            "hi there, bot",
            "Thank you very much!!",
            "Good morning everyone",
            "ok thanks",
            "What can you do?",
            "how’s it going",
            "Oh, really?",
            "Is that so?",
        ] {
            assert!(is_small_talk(line), "{line}");
        }
    }

    #[test]
    fn questions_are_not() {
        for line in [
            "hello kitty",
            "Who are you voting for?",
            "thanks to whom was the bridge saved",
            "",
            "🙂",
            "Is the test over?",
        ] {
            assert!(!is_small_talk(line), "{line}");
        }
    }
}
