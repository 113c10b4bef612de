//! Questions one a line, from a pipe or the command line; answers as text or JSON.

use std::io::{self, BufRead, Write};
use std::time::Instant;

use anyhow::Context as _;

use super::conversation::{Conversations, Said};
use super::json::Asked;
use super::{explanation, json, questions, text};
use crate::Quoth;
use crate::corpus::invisible;
use crate::index::IndexError;

/// Answers every line of `input` on `output`, in order, until it ends.
///
/// The lines are one conversation. With `as_json` each line is a question that
/// stands alone, or an object ([`Asked`]), where lines of one chat are a conversation; each
/// answer is one object, a line each, and so is what is wrong with a broken line.
///
/// # Errors
///
/// Where input cannot be read, output cannot be written, or the index fails.
pub fn run(
    quoth: &Quoth,
    input: impl BufRead,
    output: &mut impl Write,
    as_json: bool,
    width: usize,
) -> anyhow::Result<()> {
    let conversations = Conversations::default();
    for line in input.split(b'\n') {
        let line = line.context("standard input cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        let line = invisible::without_mark(line.trim_end_matches('\r'));
        let rendered = if as_json {
            match Asked::of(line) {
                Ok(asked) => json_line(quoth, &conversations, &asked)?,
                Err(refused) => json::refusal(&refused),
            }
        } else {
            shown(&say_each(quoth, &conversations, "", line)?, width)
        };
        if !write(output, &(rendered + "\n"))? {
            return Ok(());
        }
    }
    Ok(())
}

/// What is said to a line of a program, as a line.
fn json_line(
    quoth: &Quoth,
    conversations: &Conversations,
    asked: &Asked,
) -> Result<String, IndexError> {
    let said = match &asked.chat {
        Some(chat) => say_each(quoth, conversations, chat, &asked.question)?,
        None => alone(quoth, &asked.question)?,
    };
    Ok(json::replies(&said, Some(&asked.given)))
}

/// What is said to each question of a message, one after the other.
fn say_each(
    quoth: &Quoth,
    conversations: &Conversations,
    chat: &str,
    message: &str,
) -> Result<Vec<(String, Said)>, IndexError> {
    let say = |question: String| {
        let reply = conversations.say(quoth, chat, &question, None, Instant::now())?;
        Ok((question, reply.said))
    };
    questions::split(message).into_iter().map(say).collect()
}

/// The same to a message that nothing was said before.
fn alone(quoth: &Quoth, message: &str) -> Result<Vec<(String, Said)>, IndexError> {
    say_each(quoth, &Conversations::default(), "", message)
}

/// What is said to the questions of a message, one under the other.
fn shown(said: &[(String, Said)], width: usize) -> String {
    let each = said.iter().map(|(_, said)| text::reply(said, width));
    each.collect::<Vec<_>>().join("\n")
}

/// Answers one question, and explains the answer with its `explain` best
/// sentences if that is asked for; `true` if the documents answer it, surely or perhaps.
///
/// # Errors
///
/// Where output cannot be written, or the index fails.
pub fn ask(
    quoth: &Quoth,
    question: &str,
    explain: Option<usize>,
    output: &mut impl Write,
    as_json: bool,
    width: usize,
) -> anyhow::Result<bool> {
    let Some(most) = explain else {
        let said = alone(quoth, question)?;
        let rendered = if as_json {
            json::replies(&said, None) + "\n"
        } else {
            shown(&said, width)
        };
        write(output, &rendered)?;
        let answers = |(_, said): &(String, Said)| matches!(said, Said::Answer { answer, .. } if answer.outcome.is_answer());
        return Ok(said.iter().any(answers));
    };
    let (answer, how) = quoth.explain(question, most)?;
    let rendered = if as_json {
        json::explained(&answer, how.as_ref()) + "\n"
    } else {
        text::answer(&answer, width) + &explanation::text(&answer, how.as_ref(), width)
    };
    write(output, &rendered)?;
    Ok(answer.outcome.is_answer())
}

/// Writes an answer at once; `false` if whoever read the answers has enough: `quoth | head`.
fn write(output: &mut impl Write, rendered: &str) -> anyhow::Result<bool> {
    match output
        .write_all(rendered.as_bytes())
        .and_then(|()| output.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        other => other
            .map(|()| true)
            .context("standard output cannot be written"),
    }
}
