//! Questions one a line, from a pipe or the command line; answers as text or JSON.

use std::io::{self, BufRead, Write};

use anyhow::Context as _;

use super::{explanation, json, text};
use crate::Quoth;
use crate::answer::Outcome;

/// Answers every line of `input` on `output`, in order, until it ends.
///
/// With `as_json` each line is a question, or an object
/// `{"chat": "id", "question": "..."}`; each answer is one object, a line each.
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
    for line in input.split(b'\n') {
        let line = line.context("standard input cannot be read")?;
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end_matches('\r').trim_start_matches('\u{feff}');
        let object = if as_json && line.starts_with('{') {
            json::question(line)
        } else {
            None
        };
        let (chat, question) = object.map_or((None, line.to_owned()), |object| {
            (object.chat, object.question)
        });
        let answer = quoth.answer(&question)?;
        let rendered = if as_json {
            json::answer(&answer, chat.as_deref())
        } else {
            text::answer(&answer, width)
        };
        if !write(output, &(rendered + "\n"))? {
            return Ok(());
        }
    }
    Ok(())
}

/// Answers one question, and explains the answer with its `explain` best
/// sentences if that is asked for; `true` if the documents answer it.
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
    Ok(matches!(answer.outcome, Outcome::Found(_)))
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
