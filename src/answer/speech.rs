//! Who says what: below its speaker's name, as captions and chats have it, a sentence is what they
//! say, though no word of it says so.

use crate::language::english;

/// Words of the name of a speaker, at most.
const LONGEST_NAME: usize = 4;

/// Whether a word asks what somebody says: "What did Ann write about the boat?"
pub(super) fn asks_for_it(word: &str) -> bool {
    const VERBS: [&str; 20] = [
        "say", "tell", "write", "mention", "state", "announce", "report", "explain", "claim",
        "answer", "reply", "respond", "ask", "comment", "remark", "promise", "suggest", "propose",
        "post", "think",
    ];
    VERBS
        .iter()
        .any(|verb| english::term(verb) == english::term(word))
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

    #[test]
    fn a_name_and_a_colon_open_what_somebody_says() {
        for said in [
            "Ann Lee: The boat is in.",
            "Ann: It sails.",
            "[12/03/2024, 09:15:22] Ann Lee: The boat is in.",
            "12.03.24, 09:15 - Ann: It sails.",
        ] {
            assert!(has_speaker(said), "{said}");
        }
        for plain in [
            "The boat: it sails.",
            "Room 12: the archive.",
            "Boat: Heron; Fare: 2",
            "The boat is in.",
        ] {
            assert!(!has_speaker(plain), "{plain}");
        }
    }

    #[test]
    fn words_that_report_speech_are_known_in_all_their_forms() {
        assert!(
            ["say", "says", "write", "mentioned"]
                .iter()
                .all(|word| asks_for_it(word))
        );
        assert!(!asks_for_it("sail"));
    }
}
