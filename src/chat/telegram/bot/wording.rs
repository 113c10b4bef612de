//! What Quoth says on Telegram alone, beside what it says everywhere.

pub(super) mod documents;
pub(super) mod files;

use std::time::Duration;

use super::super::transport::{BY_PERSON, Post};
use super::characters::shortened;
use super::incoming::Unasked;
use super::markup::{Block, Section, Style, posts};
use super::statistics::Statistics;
use crate::chat::wording::{self as common, count, overview};
use crate::index::Contents;

/// Said to the person who pressed a button of an answer that is not remembered.
pub(super) const EXPIRED: &str = "This answer has expired. Ask again.";
/// Said to the person who pressed a button where that failed.
pub(super) const FAILED: &str = "That went wrong, and my operator's log has it. Try again.";
/// Said to the person who pressed too many buttons.
pub(super) const TOO_FAST: &str = "That was fast. Wait a minute.";
/// Said to the person who pressed a button and may not ask.
pub(super) const NOT_LET_IN: &str = "I answer only people whom my operator has let in.";
/// Said to the person who pressed a button that is an admin's to press.
pub(super) const NOT_AN_ADMIN: &str = "Only those whom my operator has made admins can do that.";
/// Said to the person who pressed a question that the documents do not suggest any more.
pub(super) const EXAMPLE_GONE: &str =
    "The documents have changed since. Send /start for other questions.";
/// Said to the person who gave a verdict.
pub(super) const NOTED: &str = "Noted, thank you.";
/// Above no cards: it leads to the private chat. At most 64 characters are shown.
pub(super) const ASK_IN_PRIVATE: &str = "Type a question, or ask me in private";
/// The same where the documents do not answer.
pub(super) const NO_CARDS: &str = "Not in the documents. Ask me in private to see what is close";
/// What stands before the title of a card that may be wrong.
pub(super) const NOT_SURE: &str = "Not sure: ";

/// The most UTF-16 units of a title or a document's name.
const LONGEST_NAME: usize = 80;
/// The commands as Telegram's menu shows them, and what each does.
pub const COMMANDS: &[(&str, &str)] = &[
    ("ask", "Ask the documents a question"),
    ("sources", "Which documents I answer from"),
    ("help", "How to ask, and what to expect"),
    ("privacy", "What becomes of what you write"),
];

/// The introduction, above buttons with questions that the documents answer, if there are some.
pub(super) fn start(contents: &Contents, has_examples: bool, is_broken: bool) -> Vec<Post> {
    let documents = format!(
        "I answer questions about {}, in their own words, and say where each quote stands.",
        count(contents.documents, "document")
    );
    let ask = if has_examples {
        "Ask in a full question, such as one of those below. /help says more."
    } else {
        "Ask in a full question. /help says more."
    };
    let broken = "That link is broken: it carries no question that I can read.";
    let broken = is_broken.then_some(broken);
    let paragraphs: Vec<_> = broken.into_iter().chain([&*documents, ask]).collect();
    said(&paragraphs)
}

/// How the bot is used; `name` is its user name.
pub(super) fn help(name: &str, by_admin: bool) -> Vec<Post> {
    let in_group = format!(
        "In a group, write /ask and the question, begin it with @{name}, or reply to one of my messages. /ask or @{name} alone, in reply to somebody's message, asks me that message."
    );
    let inline = format!("In any chat, write @{name} and a question, and pick a quote to send.");
    let mut paragraphs = vec![
        "Here, write a question: Who said it? When did it begin? How many were there?",
        &in_group,
        "Go on as in a conversation: And in winter? Why? Reply to an older answer to go on from there. The buttons under an answer show more quotes, what stands around a quote, and its source; File sends the document itself, and Share a link that asks me the same.",
        "/sources lists the documents, and /sources and a word those that have it in their name or title.",
        &inline,
        "I quote the documents word for word, and every quote names its document and line. Where I am not sure, I say so. Where they do not answer, I say that too and show what stands closest.",
        "If a group's mentions do not reach me: with Group Privacy on, Telegram gives me only commands and replies. Turn it off at @BotFather (/setprivacy), then remove me from the group and add me again.",
    ];
    paragraphs.extend(by_admin.then_some(files::HELP));
    said(&paragraphs)
}

/// What becomes of what people write.
pub(super) fn privacy(keeps_verdicts: bool, logs_questions: bool) -> Vec<Post> {
    let mut paragraphs = vec![
        "I search the documents on the machine that I run on, and send what you write to no other service.",
        "I remember the last questions of each chat for an hour, in memory only, to understand what follows on them. A question that I could not answer before a stop is kept on disk until I am started again and answer it.",
    ];
    if keeps_verdicts {
        paragraphs.push("If you press Right or Wrong, the question and its answer are kept for my operator, without your name or number.");
    }
    paragraphs.push(if logs_questions {
        "My operator has asked me to log questions, with the number of the chat."
    } else {
        "My log holds the numbers of chats and messages, and times: never what anyone writes."
    });
    said(&paragraphs)
}

/// How the bot fares, for its operator.
pub(super) fn status(contents: &Contents, statistics: &Statistics) -> Vec<Post> {
    let mut lines = vec![overview(contents)];
    let skipped = common::skipped(&contents.skipped);
    lines.extend(skipped.lines().map(str::to_owned));
    lines.push(format!("up for {}", duration(statistics.uptime())));
    let Statistics {
        answered, declined, ..
    } = statistics;
    lines.push(format!("{answered} answered, {declined} declined"));
    if let (Some(median), Some(most)) = (statistics.quantile(0.5), statistics.quantile(0.95)) {
        lines.push(format!(
            "from arrival to answer: half within {} ms, 95 % within {} ms",
            median.as_millis(),
            most.as_millis()
        ));
    }
    let mut block = Block::default();
    for line in lines {
        block.push(&line, Style::Plain);
        block.end_line();
    }
    posts(vec![vec![block]])
}

/// Days, hours and minutes.
fn duration(duration: Duration) -> String {
    let minutes = duration.as_secs() / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours) {
        (0, 0) => format!("{minutes} min"),
        (0, _) => format!("{hours} h {minutes} min"),
        _ => format!("{days} d {hours} h {minutes} min"),
    }
}

/// What someone is told who asks too much.
pub(super) fn too_many() -> Vec<Post> {
    said(&[&format!(
        "I answer {BY_PERSON} questions a minute, and that was one more: it stays unanswered. Wait a little, and ask again."
    )])
}

/// What a chat is told whose messages pile up because nothing could be sent there.
pub(super) fn crowded() -> Vec<Post> {
    said(&[
        "More was asked here than I could answer while Telegram held back my messages. What came after this question is lost: ask it again.",
    ])
}

/// What someone is told who may not ask; their id is set so that a tap copies it.
pub(super) fn stranger(id: i64) -> Vec<Post> {
    let mut block = Block::default();
    block.push(
        "I answer only people whom my operator has let in. Your id is ",
        Style::Plain,
    );
    block.push(&id.to_string(), Style::Code);
    block.push(": send it to them to ask for access.", Style::Plain);
    posts(vec![vec![block]])
}

/// The answer to a command, or to a mention, without a question.
pub(super) fn no_question() -> Vec<Post> {
    said(&["What is the question? Write it after the command, such as: /ask When did it begin?"])
}

/// The answer to a command, or to a mention, in reply to a message that cannot be asked.
pub(super) fn no_question_above(why: Unasked) -> Vec<Post> {
    said(&[match why {
        Unasked::NoText => {
            "That message has no text that I could take for a question. Write the question after the command."
        }
        Unasked::TooLong => {
            "That message is too long for a question. Pick the part of it that asks and reply to that, or write the question after the command."
        }
    }])
}

/// The answer to a command that there is not.
pub(super) fn unknown_command() -> Vec<Post> {
    said(&["I do not know that command. Write a question, or /help."])
}

/// The answer to a photo, a voice message and the like.
pub(super) fn no_text() -> Vec<Post> {
    said(&["I read text only. Write the question."])
}

/// What is said while a question is kept because the index cannot be asked.
pub(super) fn unreachable() -> Vec<Post> {
    said(&[
        "I cannot reach the documents just now. I keep your question, and answer it as soon as I can.",
    ])
}

/// What is said where answering failed.
pub(super) fn failed() -> Vec<Post> {
    said(&[
        "I could not search the documents: the fault is mine, and my operator's log has it. Ask again, or in other words.",
    ])
}

fn said(paragraphs: &[&str]) -> Vec<Post> {
    posts(
        paragraphs
            .iter()
            .map(|paragraph| paragraph_of(paragraph))
            .collect(),
    )
}

fn paragraph_of(text: &str) -> Section {
    let mut block = Block::default();
    block.push(text, Style::Plain);
    vec![block]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_can_copy_their_id() {
        let wanted = "I answer only people whom my operator has let in. Your id is <code>77</code>: send it to them to ask for access.";
        assert_eq!(
            stranger(77)
                .iter()
                .map(|post| post.html.as_str())
                .collect::<Vec<_>>(),
            [wanted]
        );
    }

    #[test]
    fn every_saying_is_one_message() {
        let contents = Contents::default();
        for posts in [
            start(&contents, true, false),
            start(&contents, false, true),
            privacy(true, true),
            status(&contents, &Statistics::new()),
            too_many(),
            crowded(),
            help("quoth_test_bot", true),
            no_question(),
            no_question_above(Unasked::NoText),
            no_question_above(Unasked::TooLong),
            unknown_command(),
            no_text(),
            failed(),
            unreachable(),
        ] {
            assert_eq!(posts.len(), 1);
        }
    }
}
