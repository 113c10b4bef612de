//! What the bot says where it lists documents, or sends one.

use super::{LONGEST_NAME, count, overview, posts, said, shortened};
use crate::chat::telegram::bot::listing::{Listed, Place};
use crate::chat::telegram::bot::markup::{Block, Style};
use crate::chat::telegram::transport::Post;
use crate::index::Contents;
use crate::ingest::original::OriginalError;

/// Said to the person who pressed a button under another one's list.
pub(in super::super) const NOT_YOURS: &str =
    "That list is somebody else's. Send /sources for one of your own.";
/// Said to the person who pressed a button under a list that cannot be changed any more.
pub(in super::super) const TOO_OLD: &str = "That list is too old. Send the command again.";
/// Said to the person who picked a document that is gone.
pub(in super::super) const GONE: &str = "That document is not there any more.";
/// Said to the person who pressed a button whose message is there already.
pub(in super::super) const BELOW: &str = "It stands below already.";

/// A page of the documents that hold `words`.
pub(in super::super) fn sources(
    contents: &Contents,
    words: &str,
    listed: &Listed,
    place: Place,
) -> Vec<Post> {
    let heading = if words.is_empty() {
        overview(contents)
    } else {
        held(words, listed, "")
    };
    let hint = (words.is_empty() && place.of > 1)
        .then_some("/sources and a word shows those that have it in their name or title.");
    list(&heading, listed, place, |_| "\u{2022} ".to_owned(), hint)
}

/// A page of the documents that hold `words`, of which one is to be forgotten.
pub(in super::super) fn to_forget(words: &str, listed: &Listed, place: Place) -> Vec<Post> {
    let pick = " Press the number of the one to forget.";
    let heading = if words.is_empty() {
        "Which document? Press its number, or write /forget and its name.".to_owned()
    } else {
        held(words, listed, pick)
    };
    list(
        &heading,
        listed,
        place,
        |number| format!("{number}. "),
        None,
    )
}

/// How many documents hold the words, and what else is to be said of that.
fn held(words: &str, listed: &Listed, then: &str) -> String {
    let number = listed.sources.len();
    let none = format!("No document has \u{201c}{words}\u{201d} in its name or title.");
    match (listed.are_guesses, number) {
        (true, 0) => none,
        (true, _) => format!("{none} Did you mean one of these?{then}"),
        (false, _) => {
            let all = count(number, "document");
            let have = if number == 1 { "has" } else { "have" };
            format!("{all} {have} \u{201c}{words}\u{201d} in the name or title.{then}")
        }
    }
}

fn list(
    heading: &str,
    listed: &Listed,
    place: Place,
    mark: impl Fn(usize) -> String,
    hint: Option<&str>,
) -> Vec<Post> {
    let mut block = Block::default();
    block.push(heading, Style::Plain);
    for (number, source) in listed.on(place) {
        block.end_line();
        block.push(&mark(number), Style::Plain);
        block.push(&shortened(&source.title, LONGEST_NAME), Style::Plain);
        block.push(", ", Style::Plain);
        // A tap copies it, and Telegram makes no link of it.
        block.push(&shortened(&source.name, LONGEST_NAME), Style::Code);
    }
    let mut sections = vec![vec![block]];
    if place.of > 1 {
        let mut block = Block::default();
        let page = format!("Page {} of {}.", place.number + 1, place.of);
        block.push(&page, Style::Plain);
        if let Some(hint) = hint {
            block.push(&format!(" {hint}"), Style::Plain);
        }
        sections.push(vec![block]);
    }
    posts(sections)
}

/// Said to the person who pressed a button for a file that is not sent.
pub(in super::super) fn not_sent(error: &OriginalError) -> String {
    match error {
        OriginalError::TooLarge(_) => {
            format!("I cannot send that file: {error}, the most that Telegram takes from a bot.")
        }
        OriginalError::Corpus(_) => super::FAILED.to_owned(),
        _ => format!("I cannot send that file: {error}."),
    }
}

/// Said where Telegram did not take a file.
pub(in super::super) fn file_failed() -> Vec<Post> {
    said(&["I could not send that file, and my operator's log says why. Press again."])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Source;

    fn listed(number: usize, are_guesses: bool) -> Listed {
        let source = |number: usize| Source {
            name: format!("{number}.txt"),
            title: "\u{1f6a2}".repeat(200),
            passages: 1,
        };
        Listed {
            sources: (1..=number).map(source).collect(),
            are_guesses,
        }
    }

    fn first_line(posts: &[Post]) -> &str {
        posts[0].plain.lines().next().unwrap_or_default()
    }

    #[test]
    fn a_page_is_one_message_however_long_its_names_are() {
        let listed = listed(35, false);
        for number in [0, 3] {
            let place = listed.place(number);
            for posts in [
                sources(&Contents::default(), "", &listed, place),
                to_forget("", &listed, place),
            ] {
                assert_eq!(posts.len(), 1);
                let page = format!("Page {} of 4.", number + 1);
                assert!(posts[0].plain.contains(&page), "{}", posts[0].plain);
            }
        }
    }

    #[test]
    fn what_was_looked_for_is_told_as_it_was_found() {
        let said = |number, are_guesses| {
            let listed = listed(number, are_guesses);
            first_line(&to_forget("fery", &listed, listed.place(0))).to_owned()
        };
        let none = "No document has \u{201c}fery\u{201d} in its name or title.";
        let pick = "Press the number of the one to forget.";
        assert_eq!(said(0, true), none);
        assert_eq!(
            said(2, true),
            format!("{none} Did you mean one of these? {pick}")
        );
        let one = "1 document has \u{201c}fery\u{201d} in the name or title.";
        assert_eq!(said(1, false), format!("{one} {pick}"));
    }
}
