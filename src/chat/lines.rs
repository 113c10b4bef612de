//! Questions one a line, from a pipe or the command line; answers as text or JSON.

use std::io::{self, BufRead, Read as _, Write};
use std::time::Instant;

use anyhow::Context as _;

use super::conversation::{Conversations, Said};
use super::json::{Asked, NoQuestion};
use super::text::Screen;
use super::{explanation, json, questions, text};
use crate::Quoth;
use crate::corpus::invisible;
use crate::index::IndexError;
use crate::wording::Wording;

/// Bytes of a line without its end, at most: a question is far shorter, and what a program has
/// beside one may be long.
const LONGEST: usize = 1024 * 1024;

/// What answers are written as.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Text for a person.
    Text(Screen),
    /// One JSON object an answer, for a program: what is said in words is English.
    Json,
}

/// Answers every line of `input` on `output`, in order, until it ends.
///
/// The lines are one conversation. As JSON each line is a question that
/// stands alone, or an object ([`Asked`]), where lines of one chat are a conversation; each
/// answer is one object, a line each, and so is what is wrong with a broken line. Where the
/// index cannot be reached at the moment, that is told, and the next line is answered again.
///
/// # Errors
///
/// Where input cannot be read, output cannot be written, or the index fails for good.
pub fn run(
    quoth: &Quoth,
    mut input: impl BufRead,
    output: &mut impl Write,
    form: Form,
) -> anyhow::Result<()> {
    let conversations = Conversations::default();
    while let Some(line) = next_line(&mut input).context("standard input cannot be read")? {
        let is_whole = without_end(&line).len() <= LONGEST;
        let line = String::from_utf8_lossy(&line);
        let line = invisible::without_mark(line.trim_end_matches(['\r', '\n']));
        let rendered = match form {
            // Of one that is cut off it is said that it is too long for a question.
            Form::Text(screen) => {
                let said = say_each(quoth, form, &conversations, "", line);
                let shown = said.map(|said| shown(&said, screen));
                unless_unreachable(shown, |_| failed(screen))?
            }
            Form::Json if !is_whole => json::refusal(&NoQuestion::longer_than(LONGEST)),
            Form::Json => match Asked::of(line) {
                Ok(asked) => {
                    let question = &asked.question;
                    let said = match &asked.chat {
                        Some(chat) => say_each(quoth, form, &conversations, chat, question),
                        None => alone(quoth, form, question),
                    };
                    let replies = said.map(|said| json::replies(&said, Some(&asked.given)));
                    unless_unreachable(replies, |problem| json::failure(problem, &asked.given))?
                }
                Err(refused) => json::refusal(&refused),
            },
        };
        if !write(output, &(rendered + "\n"))? {
            return Ok(());
        }
    }
    Ok(())
}

/// That the documents could not be searched.
pub(super) fn failed(screen: Screen) -> String {
    text::reply(&Said::Told(screen.wording.failed()), screen)
}

/// What is written for a message; where the index cannot be reached at the moment, what is told
/// instead, as the next message may be answered again.
pub(super) fn unless_unreachable(
    written: Result<String, IndexError>,
    told: impl FnOnce(&str) -> String,
) -> Result<String, IndexError> {
    match written {
        Err(error @ IndexError::Unreachable(_)) => {
            log::warn!("{error}");
            Ok(told(&error.to_string()))
        }
        written => written,
    }
}

/// The next line with its end, if there is one; of one that is too long so much that this shows.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    // Of the longest also "\r\n".
    let most = LONGEST as u64 + 2;
    input.by_ref().take(most).read_until(b'\n', &mut line)?;
    if line.len() > LONGEST && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line).filter(|line| !line.is_empty()))
}

/// A line without the end that it was read with.
fn without_end(line: &[u8]) -> &[u8] {
    match line.strip_suffix(b"\n") {
        Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
        None => line,
    }
}

/// What is said to each question of a message, one after the other.
fn say_each(
    quoth: &Quoth,
    form: Form,
    conversations: &Conversations,
    chat: &str,
    message: &str,
) -> Result<Vec<(String, Said)>, IndexError> {
    let wording = match form {
        Form::Text(screen) => screen.wording,
        Form::Json => Wording::ENGLISH,
    };
    let say = |question: String| {
        let now = Instant::now();
        let reply = conversations.say(quoth, wording, chat, &question, None, now)?;
        Ok((question, reply.said))
    };
    questions::split(message).into_iter().map(say).collect()
}

/// The same to a message that nothing was said before.
fn alone(quoth: &Quoth, form: Form, message: &str) -> Result<Vec<(String, Said)>, IndexError> {
    say_each(quoth, form, &Conversations::default(), "", message)
}

/// What is said to the questions of a message, one under the other.
fn shown(said: &[(String, Said)], screen: Screen) -> String {
    let each = said.iter().map(|(_, said)| text::reply(said, screen));
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
    form: Form,
) -> anyhow::Result<bool> {
    let Some(most) = explain else {
        let said = alone(quoth, form, question)?;
        let rendered = match form {
            Form::Json => json::replies(&said, None) + "\n",
            Form::Text(screen) => shown(&said, screen),
        };
        write(output, &rendered)?;
        let answers = |(_, said): &(String, Said)| matches!(said, Said::Answer { answer, .. } if answer.outcome.is_answer());
        return Ok(said.iter().any(answers));
    };
    let (answer, how) = quoth.explain(question, most)?;
    let rendered = match form {
        Form::Json => json::explained(&answer, how.as_ref()) + "\n",
        Form::Text(screen) => {
            let explained = explanation::text(&answer, how.as_ref(), screen.width);
            text::answer(&answer, screen) + &explained
        }
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn an_index_out_of_reach_is_told_and_any_other_failure_is_one() {
        let told = |written| unless_unreachable(written, |problem| format!("told: {problem}"));
        assert_eq!(told(Ok("It is red.".to_owned())).unwrap(), "It is red.");
        let away = told(Err(IndexError::Unreachable("nobody listens".to_owned()))).unwrap();
        let wanted = "told: the index is not reachable: nobody listens";
        assert!(away.starts_with(wanted), "{away}");
        assert!(told(Err(IndexError::Foreign)).is_err());
    }

    #[test]
    fn the_end_of_a_line_does_not_count_and_the_next_line_is_whole() {
        for (length, end, is_whole) in [
            (LONGEST, "\n", true),
            (LONGEST, "\r\n", true),
            (LONGEST, "\r\r\n", false),
            (LONGEST + 1, "\n", false),
            (LONGEST + 1, "\r\n", false),
            (LONGEST * 2, "\n", false),
        ] {
            let text = "x".repeat(length) + end + "When?";
            let mut input = text.as_bytes();
            let line = next_line(&mut input).unwrap().unwrap();
            let seen = without_end(&line).len() <= LONGEST;
            assert_eq!(seen, is_whole, "{length} {end:?}");
            assert_eq!(next_line(&mut input).unwrap().unwrap(), b"When?");
            assert_eq!(next_line(&mut input).unwrap(), None);
        }
    }
}
