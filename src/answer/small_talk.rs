//! What people say to a bot that is no question to its documents.
//!
//! The phrases stand in `small_talk.toml`, by what they are about.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::framing;
use crate::language::analyser;
use crate::language::phrases::Phrases;

static PHRASES: LazyLock<BTreeMap<SmallTalk, Phrases>> =
    LazyLock::new(|| toml::from_str(include_str!("small_talk.toml")).unwrap_or_default());

/// What stands before what was meant.
static CORRECTIONS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of([
        "no|nope|wrong|sorry|not? that? this? one? i|we mean|meant|asked about?",
        "i|we mean|meant",
        "no not that one? but",
    ])
});

/// A longer text, in bytes, is no small talk.
const LONGEST_TEXT: usize = 500;
/// More words than this are no small talk, but where their beginning says so.
const LONGEST: usize = 10;

/// What is said that is no question to the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SmallTalk {
    /// A greeting, thanks, a word of praise.
    Greeting,
    /// Which documents there are, how many and how new.
    Documents,
    /// What Quoth can do, and help.
    Abilities,
    /// Who made it.
    Maker,
    /// Whether the last answer is true: "really?", "are you sure?", "yes".
    Doubt,
    /// That the last question was taken wrongly: "not that".
    Back,
    /// Goodbye.
    Leave,
    /// A summary, a translation, a text, none of which Quoth makes.
    Summary,
    /// What Quoth thinks of something.
    Opinion,
}

impl SmallTalk {
    /// What a message is about, if it is small talk, also after the colon or slash of a command.
    #[must_use]
    pub fn of(message: &str) -> Option<Self> {
        let plain = message.trim().trim_start_matches([':', '/']);
        if plain.len() > LONGEST_TEXT {
            return None;
        }
        let about = |text: &str| {
            let words: Vec<String> = analyser::words(text).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let of = |(about, phrases): (&Self, &Phrases)| {
                about.is_of(phrases, &words).then_some(*about)
            };
            PHRASES.iter().find_map(of)
        };
        let bare = framing::bare(plain);
        let is_framed = bare.is_empty() && plain.contains(char::is_alphanumeric);
        about(plain)
            .or_else(|| about(&bare))
            .or_else(|| is_framed.then_some(Self::Greeting))
    }

    /// What was meant instead of what was asked last: "the ferry" of "no, I meant the ferry".
    #[must_use]
    pub fn corrected(message: &str) -> Option<&str> {
        let mut tokens = analyser::analyse(message);
        tokens.retain(|token| !token.compound);
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        let length = CORRECTIONS.at_start(&words);
        let meant = tokens.get(length).filter(|_| length > 0)?;
        Some(&message[meant.span.start..])
    }

    fn is_of(self, phrases: &Phrases, words: &[&str]) -> bool {
        match self {
            Self::Summary | Self::Opinion => phrases.at_start(words) > 0,
            _ => words.len() <= LONGEST && consumed(phrases, words),
        }
    }
}

/// Whether words are phrases in a row and nothing else: "oh great, well done".
fn consumed(phrases: &Phrases, words: &[&str]) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        match phrases.at_start(rest) {
            0 => return false,
            length => rest = &rest[length..],
        }
    }
    !words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_question_is_told_by_what_it_is_about() {
        for (about, messages) in [
            (
                Some(SmallTalk::Greeting),
                "Hello!|hi there, bot|Thank you very much!!|Good morning everyone|ok thanks|Great!|\
                 thanks, very clear|thank you, that was really helpful!|how’s it going",
            ),
            (
                Some(SmallTalk::Documents),
                "What documents do you have?|how many documents do you have|sources|:sources|\
                 /sources|How new are your documents?",
            ),
            (
                Some(SmallTalk::Abilities),
                "help|What can you do?|:help|who are you?|hi, can you help me?",
            ),
            (Some(SmallTalk::Maker), "Who made you?"),
            (
                Some(SmallTalk::Doubt),
                "Oh, really?|Is that true?|yes|no|are you sure?",
            ),
            (
                Some(SmallTalk::Back),
                "wrong|Not that!|that's not what I meant",
            ),
            (Some(SmallTalk::Leave), "quit|:exit|bye"),
            (
                Some(SmallTalk::Summary),
                "Summarise the treaty|please give me a summary of it",
            ),
            (
                Some(SmallTalk::Opinion),
                "What do you think of Tusk?|do you like mines?",
            ),
            // Courtesies, help and goodbye are known in many languages.
            (
                Some(SmallTalk::Greeting),
                "danke|gracias|спасибо|سلام|ممنون|terima kasih|sağol|こんにちは|ありがとうございます|おはようございます",
            ),
            (
                Some(SmallTalk::Abilities),
                "Hilfe|ayuda|помощь|yardım|مساعدة|کمک|帮助|ヘルプ|मदद",
            ),
            (
                Some(SmallTalk::Leave),
                "Tschüss|adiós|au revoir|до свидания|güle güle|再见|さようなら",
            ),
            (
                None,
                "hello kitty|Who are you voting for?|thanks to whom was the bridge saved||🙂|\
                 Is the test over?|What documents do you need for a visa?|Who made the crane?|\
                 How many sources does the river have?",
            ),
        ] {
            for message in messages.split('|') {
                assert_eq!(SmallTalk::of(message), about, "{message}");
            }
        }
    }

    #[test]
    fn what_was_meant_is_told_from_what_was_asked() {
        assert_eq!(
            SmallTalk::corrected("No, I meant the ferry!"),
            Some("the ferry!")
        );
        for other in ["I meant", "What was meant?", "no"] {
            assert_eq!(SmallTalk::corrected(other), None, "{other}");
        }
    }
}
