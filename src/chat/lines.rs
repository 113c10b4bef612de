//! Questions one a line, from a pipe or the command line; answers as text or JSON.

use std::io::{self, BufRead, Write};
use std::time::Instant;

use anyhow::Context as _;

use super::conversation::Conversations;
use super::{explanation, json, text};
use crate::Quoth;
use crate::corpus::invisible;

/// Answers every line of `input` on `output`, in order, until it ends.
///
/// The lines are one conversation. With `as_json` each line is a question that
/// stands alone, or an object `{"chat": "id", "question": "..."}`, where lines of
/// one chat are a conversation; each answer is one object, a line each.
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
        let object = if as_json && line.starts_with('{') {
            json::question(line)
        } else {
            None
        };
        let (chat, question) = object.map_or((None, line.to_owned()), |object| {
            (object.chat, object.question)
        });
        let say = |chat| conversations.say(quoth, chat, &question, None, Instant::now());
        let rendered = match (as_json, &chat) {
            (true, Some(chat)) => json::reply(&question, &say(chat)?.said, Some(chat)),
            (true, None) => json::answer(&quoth.answer(&question)?, None),
            (false, _) => text::reply(&say("")?.said, width),
        };
        if !write(output, &(rendered + "\n"))? {
            return Ok(());
        }
    }
    Ok(())
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
    let (answer, how) = match explain {
        Some(most) => quoth.explain(question, most)?,
        None => (quoth.answer(question)?, None),
    };
    let rendered = match (as_json, explain) {
        (true, Some(_)) => json::explained(&answer, how.as_ref()) + "\n",
        (true, None) => json::answer(&answer, None) + "\n",
        (false, Some(_)) => {
            text::answer(&answer, width) + &explanation::text(&answer, how.as_ref(), width)
        }
        (false, None) => text::answer(&answer, width),
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
