//! What the bot says to admins of the files that they send or have forgotten.

use super::{LONGEST_NAME, around, shortened, told};
use crate::chat::telegram::transport::Post;
use crate::corpus::FileFormat;
use crate::ingest::original::OriginalError;
use crate::ingest::{ForgetError, IngestError, ReceiveError, Received};
use crate::wording::{PLACE, Wording, own_name};

/// The longest line that is shown to the person who pressed a button, in characters (Bot API, answerCallbackQuery).
const LONGEST_LINE: usize = 200;
/// Bytes of a megabyte as the Bot API has them.
pub(in super::super) const MB: u64 = 1024 * 1024;

/// What was understood of a file that is a document now, or was one before.
pub(in super::super) fn added(wording: Wording, received: &Received) -> Vec<Post> {
    let title = shortened(&received.title, LONGEST_NAME);
    let understood = if received.is_new {
        wording.added(PLACE, title, received.passages)
    } else {
        wording.there_already(PLACE, title, received.passages)
    };
    let language = received.language.map(own_name);
    let language = language.map(|name| format!(" {}", wording.its_language(name)));
    let sentence = understood + &language.unwrap_or_default();
    around(&sentence, &received.name)
}

/// Why a file is no document now.
pub(in super::super) fn not_added(wording: Wording, name: &str, reason: &str) -> Vec<Post> {
    if name.is_empty() {
        told(wording.not_added_nameless(reason))
    } else {
        around(&wording.not_added(PLACE, reason), name)
    }
}

/// Said to the person who pressed the button of a change that is not remembered, or undone;
/// `name` is the file's, where it can be seen.
pub(in super::super) fn cannot_be_undone(
    wording: Wording,
    was_added: bool,
    name: Option<&str>,
) -> String {
    line(&match (was_added, name) {
        (true, Some(name)) => wording.cannot_undo_adding(name),
        (true, None) => wording.cannot_undo_adding_nameless(),
        (false, _) => wording.cannot_undo_forgetting(),
    })
}

/// Said to the person who pressed a button for a file that is not sent.
pub(in super::super) fn not_sent(wording: Wording, error: &OriginalError) -> String {
    let reason = match error {
        OriginalError::Gone => wording.why_gone(),
        OriginalError::Elsewhere => wording.why_files_elsewhere(),
        OriginalError::TooLarge(most) => wording.why_larger(most / MB),
        OriginalError::Empty => wording.why_empty(),
        OriginalError::Unreadable(problem) => wording.why_unreadable(problem),
        OriginalError::Corpus(_) => return wording.press_failed(),
    };
    line(&wording.cannot_send(reason))
}

/// Why a file is not taken.
pub(in super::super) fn why_not_received(wording: Wording, error: &ReceiveError) -> String {
    match error {
        ReceiveError::Kind => wording.why_kind(FileFormat::endings()),
        ReceiveError::NoFolder => wording.why_no_folder(),
        ReceiveError::Unreadable(reason) => first_line(reason),
        ReceiveError::LeftOut => wording.why_left_out(),
        ReceiveError::Unwritable(error) => wording.why_unwritable(error.to_string()),
        ReceiveError::Ingest(error) => why_not_ingested(wording, error),
    }
}

/// Why a document is not forgotten, or not put back.
pub(in super::super) fn why_not_forgotten(wording: Wording, error: &ForgetError) -> String {
    match error {
        ForgetError::Unknown => wording.why_unknown(),
        ForgetError::Several(names) => wording.why_several(names.join(", ")),
        ForgetError::NoFile => wording.why_no_file(),
        ForgetError::Root => wording.why_root(),
        ForgetError::Last => wording.why_last(),
        ForgetError::NoData => wording.why_no_data(),
        ForgetError::Taken => wording.why_taken(),
        ForgetError::Immovable(error) => wording.why_immovable(error.to_string()),
        ForgetError::Ingest(error) => why_not_ingested(wording, error),
    }
}

/// Why the documents are not looked over: in English where that is for whoever sits at the machine.
fn why_not_ingested(wording: Wording, error: &IngestError) -> String {
    match error {
        IngestError::Elsewhere => wording.why_elsewhere(),
        other => first_line(&other.to_string()),
    }
}

/// Hints for whoever sits at the machine follow in lines of their own.
fn first_line(reason: &str) -> String {
    reason.lines().next().unwrap_or_default().to_owned()
}

/// A line for the person who pressed a button.
pub(in super::super) fn line(text: &str) -> String {
    shortened(text, LONGEST_LINE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const ENGLISH: Wording = Wording::ENGLISH;

    fn plain(posts: &[Post]) -> Vec<&str> {
        posts.iter().map(|post| post.plain.as_str()).collect()
    }

    #[test]
    fn what_was_understood_is_said_in_a_line() {
        let mut received = Received {
            name: "tram.md".to_owned(),
            title: "The Tram".to_owned(),
            passages: 12,
            language: Some(Language::ENGLISH),
            is_new: true,
            can_be_taken_back: true,
        };
        assert_eq!(
            plain(&added(ENGLISH, &received)),
            ["Added tram.md: \u{201c}The Tram\u{201d}, 12 passages. Its language: English."]
        );
        received.is_new = false;
        received.language = None;
        received.passages = 1;
        assert_eq!(
            plain(&added(ENGLISH, &received)),
            ["tram.md is there already: \u{201c}The Tram\u{201d}, 1 passage."]
        );
    }

    #[test]
    fn every_line_fits_whatever_the_file_is_called() {
        let name = "\u{1f6a2}/".repeat(3000);
        for posts in [
            not_added(ENGLISH, &name, "it is empty"),
            around(&ENGLISH.forgot(PLACE), &name),
            around(&ENGLISH.put_back(PLACE), &name),
        ] {
            assert_eq!(posts.len(), 1);
        }
        for line in [
            cannot_be_undone(ENGLISH, true, Some(&name)),
            line(&ENGLISH.not_undone(name.as_str())),
        ] {
            assert!(line.chars().count() <= LONGEST_LINE);
        }
        let hinted = ReceiveError::Unreadable("no folder\nhint: set one".to_owned());
        let hinted = not_added(ENGLISH, "", &why_not_received(ENGLISH, &hinted));
        assert_eq!(plain(&hinted), ["I did not add it: no folder."]);
    }
}
