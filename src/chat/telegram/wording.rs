//! What Quoth says on Telegram alone, beside what it says everywhere.

use teloxide::types::BotCommand;

use super::markup::{Block, Post, Section, Style, posts};
use crate::chat::wording::count;

/// The commands as Telegram's menu shows them.
pub(super) fn commands() -> Vec<BotCommand> {
    vec![
        BotCommand::new("ask", "Ask the documents a question"),
        BotCommand::new("help", "How to ask, and what to expect"),
    ]
}

/// The introduction of a bot that knows so many documents.
pub(super) fn start(documents: usize) -> Vec<Post> {
    said(&[
        &format!(
            "I answer questions about {}, in their own words, and say where each quote stands.",
            count(documents, "document")
        ),
        "Ask in a full question, such as: When did it begin? /help says more.",
    ])
}

/// How the bot is used; `name` is its user name.
pub(super) fn help(name: &str) -> Vec<Post> {
    said(&[
        "Here, write a question: Who said it? When did it begin? How many were there?",
        &format!(
            "In a group, write /ask and the question, begin it with @{name}, or reply to one of my messages."
        ),
        "I quote the documents word for word, and every quote names its document and line. Where they do not answer, I say so and show what stands closest.",
        "If a group's mentions do not reach me: with Group Privacy on, Telegram gives me only commands and replies. Turn it off at @BotFather (/setprivacy), then remove me from the group and add me again.",
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

/// The answer to a command that there is not.
pub(super) fn unknown_command() -> Vec<Post> {
    said(&["I do not know that command. Write a question, or /help."])
}

/// The answer to a photo, a voice message and the like.
pub(super) fn no_text() -> Vec<Post> {
    said(&["I read text only. Write the question."])
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
        for posts in [
            start(3),
            help("quoth_test_bot"),
            no_question(),
            unknown_command(),
            no_text(),
            failed(),
        ] {
            assert_eq!(posts.len(), 1);
        }
    }
}
