//! What people say of answers, kept for the operator of the bot: never who said it.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::super::transport::now;
use crate::chat::conversation::Said;
use crate::chat::json as lines;
use crate::private;

/// The file to which verdicts are added, a line of JSON each.
#[derive(Clone, Debug)]
pub(super) struct Feedback {
    path: PathBuf,
}

/// A verdict that was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) is_right: bool,
    /// Its line, and the byte of the file at which that begins.
    line: String,
    at: u64,
}

impl Feedback {
    pub(super) fn within(data: &Path) -> Self {
        Self {
            path: data.join("feedback.jsonl"),
        }
    }

    /// Notes a verdict on an answer: the answer as `--json` writes it, with
    /// `verdict` ("right" or "wrong") and `time` (seconds since 1970). It takes
    /// the place of the verdict `before`, so that who presses the two buttons in
    /// turn does not make the file grow.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub(super) fn note(
        &self,
        asked: &str,
        said: &Said,
        is_right: bool,
        before: Option<&Verdict>,
    ) -> io::Result<Verdict> {
        let mut line: Value = serde_json::from_str(&lines::reply(asked, said))?;
        line["verdict"] = json!(if is_right { "right" } else { "wrong" });
        line["time"] = json!(now());
        let line = format!("{line}\n");
        let at = match before {
            Some(before) if self.replace(before, &line)? => before.at,
            _ => self.append(&line)?,
        };
        Ok(Verdict { is_right, line, at })
    }

    /// Returns where the line begins.
    fn append(&self, line: &str) -> io::Result<u64> {
        let mut file = private::append(&self.path)?;
        // In one piece, so that lines of several bots do not mix.
        file.write_all(line.as_bytes())?;
        // After a write that appends, the position is the end of what was written.
        Ok(file.stream_position()?.saturating_sub(line.len() as u64))
    }

    /// Writes a line over an earlier one; `false` where that is not there any
    /// more, as after the operator has taken the file away, or has another length.
    fn replace(&self, before: &Verdict, line: &str) -> io::Result<bool> {
        let opened = OpenOptions::new().read(true).write(true).open(&self.path);
        let mut file: File = match opened {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            opened => opened?,
        };
        file.seek(SeekFrom::Start(before.at))?;
        let mut there = Vec::new();
        (&mut file)
            .take(before.line.len() as u64)
            .read_to_end(&mut there)?;
        if there != before.line.as_bytes() || before.line.len() != line.len() {
            return Ok(false);
        }
        file.seek(SeekFrom::Start(before.at))?;
        file.write_all(line.as_bytes())?;
        Ok(true)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::chat::conversation::Nothing;

    const SAID: Said = Said::Nothing(Nothing::NoMore);

    fn verdicts(folder: &TempDir) -> Vec<String> {
        let text = fs::read_to_string(folder.path().join("feedback.jsonl")).unwrap();
        let verdict = |line: &str| {
            let line: Value = serde_json::from_str(line).unwrap();
            line["verdict"].as_str().unwrap().to_owned()
        };
        text.lines().map(verdict).collect()
    }

    #[test]
    fn a_verdict_takes_the_place_of_the_one_before_it() {
        let folder = TempDir::new().unwrap();
        let feedback = Feedback::within(folder.path());
        let mut first = feedback.note("When?", &SAID, true, None).unwrap();
        let other = feedback.note("Who?", &SAID, true, None).unwrap();
        for turn in 0..100 {
            let is_right = turn % 2 == 1;
            first = feedback
                .note("When?", &SAID, is_right, Some(&first))
                .unwrap();
        }
        feedback.note("When?", &SAID, false, Some(&first)).unwrap();
        assert_eq!(verdicts(&folder), ["wrong", "right"]);
        feedback.note("Who?", &SAID, false, Some(&other)).unwrap();
        assert_eq!(verdicts(&folder), ["wrong", "wrong"]);
    }

    #[test]
    fn in_a_file_that_was_changed_nothing_is_written_over() {
        let folder = TempDir::new().unwrap();
        let feedback = Feedback::within(folder.path());
        let first = feedback.note("When?", &SAID, true, None).unwrap();
        let path = folder.path().join("feedback.jsonl");
        fs::remove_file(&path).unwrap();
        let second = feedback.note("When?", &SAID, false, Some(&first)).unwrap();
        assert_eq!(verdicts(&folder), ["wrong"]);
        fs::write(&path, "{\"verdict\": \"mine\"}\n").unwrap();
        feedback.note("When?", &SAID, true, Some(&second)).unwrap();
        assert_eq!(verdicts(&folder), ["mine", "right"]);
    }
}
