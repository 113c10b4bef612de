//! What the bot says to admins of the files that they send or have forgotten.

use super::{LONGEST_NAME, common, count, posts, said, shortened};
use crate::chat::telegram::bot::markup::{Block, Style};
use crate::chat::telegram::transport::{LARGEST, Post};
use crate::ingest::Received;

/// The longest line that is shown to the person who pressed a button, in characters (Bot API, answerCallbackQuery).
const LONGEST_LINE: usize = 200;

/// What was understood of a file that is a document now, or was one before.
pub(in super::super) fn added(received: &Received) -> Vec<Post> {
    let title = shortened(&received.title, LONGEST_NAME);
    let passages = count(received.passages, "passage");
    let language = received.language;
    let language = language.map_or(String::new(), |language| format!(", in {language}"));
    let understood = format!(": \u{201c}{title}\u{201d}, {passages}{language}.");
    if received.is_new {
        of("Added ", &received.name, &understood)
    } else {
        of(
            "",
            &received.name,
            &format!(" is there already{understood}"),
        )
    }
}

/// Why a file is no document now.
pub(in super::super) fn not_added(name: &str, reason: &str) -> Vec<Post> {
    refused("I did not add ", name, reason)
}

pub(in super::super) fn too_large(name: &str) -> Vec<Post> {
    let most = LARGEST / 1024 / 1024;
    let reason = format!(
        "Telegram gives bots files of up to {most} MB; put it into the folder of documents itself"
    );
    not_added(name, &reason)
}

pub(in super::super) fn not_fetched(name: &str) -> Vec<Post> {
    let reason =
        "I could not fetch it from Telegram, and my operator's log says why. Send it again";
    not_added(name, reason)
}

pub(in super::super) fn forgotten(name: &str) -> Vec<Post> {
    of(
        "Forgot ",
        name,
        ". The file is kept in the folder forgotten of QUOTH_DATA.",
    )
}

/// Why a document is not forgotten.
pub(in super::super) fn not_forgotten(name: &str, reason: &str) -> Vec<Post> {
    refused("I did not forget ", name, reason)
}

/// Said to a command in reply to no file.
pub(in super::super) fn no_file() -> Vec<Post> {
    said(&[
        "There is no file to add. Write /add in reply to a message with a file, or below a file that you send; a picture is none unless it is sent as a file.",
    ])
}

/// What stands in the place of what was added.
pub(in super::super) fn taken_back(name: &str) -> Vec<Post> {
    of(
        "Took ",
        name,
        " out again. The file is kept in the folder forgotten of QUOTH_DATA.",
    )
}

/// What stands in the place of what was forgotten.
pub(in super::super) fn restored(name: &str) -> Vec<Post> {
    of("Put ", name, " back.")
}

/// Said to the person who pressed a button that did not do what it says.
pub(in super::super) fn not_undone(reason: &str) -> String {
    line(&format!("That is not undone: {}.", first_line(reason)))
}

/// Said to the person who pressed the button of a change that is not remembered, or undone;
/// `name` is the file's, where it can be seen.
pub(in super::super) fn cannot_be_undone(was_added: bool, name: Option<&str>) -> String {
    line(&match (was_added, name) {
        (true, Some(name)) => format!("I no longer know how to undo that. Send /forget {name}"),
        (true, None) => "I no longer know how to undo that. Send /forget and the name.".to_owned(),
        (false, _) => "I no longer know how to undo that. The file is kept in the folder forgotten of QUOTH_DATA; send it again.".to_owned(),
    })
}

/// What admins can do besides asking.
pub(in super::super) const HELP: &str = "As an admin, send me a file here and I answer from it too; in a group, write /add below the file or in reply to it. /forget lists the documents and takes the one out that you pick; /forget and a name takes that one.";

fn refused(verb: &str, name: &str, reason: &str) -> Vec<Post> {
    let name = if name.is_empty() { "it" } else { name };
    of(verb, name, &format!(": {}.", first_line(reason)))
}

/// Hints for who sits at the machine follow in lines of their own.
fn first_line(reason: &str) -> &str {
    reason.lines().next().unwrap_or_default()
}

fn line(text: &str) -> String {
    shortened(&common::printable(text), LONGEST_LINE)
}

/// A line about a file, whose name a tap copies.
fn of(before: &str, name: &str, after: &str) -> Vec<Post> {
    let mut block = Block::default();
    block.push(before, Style::Plain);
    block.push(&shortened(name, NAME), Style::Code);
    block.push(after, Style::Plain);
    posts(vec![vec![block]])
}

/// The most UTF-16 units of a name that is to be copied: whole, unless it is absurd.
const NAME: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(posts: &[Post]) -> Vec<&str> {
        posts.iter().map(|post| post.plain.as_str()).collect()
    }

    #[test]
    fn what_was_understood_is_said_in_a_line() {
        let mut received = Received {
            name: "tram.md".to_owned(),
            title: "The Tram".to_owned(),
            passages: 12,
            language: Some("English"),
            is_new: true,
            can_be_taken_back: true,
        };
        assert_eq!(
            plain(&added(&received)),
            ["Added tram.md: \u{201c}The Tram\u{201d}, 12 passages, in English."]
        );
        received.is_new = false;
        received.language = None;
        received.passages = 1;
        assert_eq!(
            plain(&added(&received)),
            ["tram.md is there already: \u{201c}The Tram\u{201d}, 1 passage."]
        );
    }

    #[test]
    fn every_line_fits_whatever_the_file_is_called() {
        let name = "\u{1f6a2}/".repeat(3000);
        for posts in [
            not_added(&name, "it is empty"),
            forgotten(&name),
            restored(&name),
        ] {
            assert_eq!(posts.len(), 1);
        }
        for line in [cannot_be_undone(true, Some(&name)), not_undone(&name)] {
            assert!(line.chars().count() <= LONGEST_LINE);
        }
        let hinted = not_added("", "no folder\nhint: set one");
        assert_eq!(plain(&hinted), ["I did not add it: no folder."]);
    }
}
