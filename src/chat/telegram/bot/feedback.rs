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
            _ => {
                let file = private::append(&self.path)?;
                // Several bots may write to it. Where the system has no locks, what they write at
                // once may mix.
                let _ = file.lock();
                add(&file, |mut file| file.write_all(line.as_bytes()))?
            }
        };
        Ok(Verdict { is_right, line, at })
    }

    /// Writes a line over an earlier one; `false` where that is not there any
    /// more, as after the operator has taken the file away, or has another length.
    fn replace(&self, before: &Verdict, line: &str) -> io::Result<bool> {
        let opened = OpenOptions::new().read(true).write(true).open(&self.path);
        let mut file: File = match opened {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            opened => opened?,
        };
        let _ = file.lock();
        file.seek(SeekFrom::Start(before.at))?;
        let mut there = Vec::new();
        let mut part = (&mut file).take(before.line.len() as u64);
        part.read_to_end(&mut there)?;
        if there != before.line.as_bytes() || before.line.len() != line.len() {
            return Ok(false);
        }
        let mut put = |line: &str| {
            file.seek(SeekFrom::Start(before.at))?;
            file.write_all(line.as_bytes())?;
            file.sync_data()
        };
        put(line).inspect_err(|_| drop(put(&before.line)))?;
        Ok(true)
    }
}

/// Has `write` add a line to a file, as a whole and safe on the disk, or leaves the file as it was.
/// Returns where the line begins: never in a line that was not finished.
fn add(mut file: &File, write: impl FnOnce(&File) -> io::Result<()>) -> io::Result<u64> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut last = [b'\n'];
    if length > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let torn = last != *b"\n";
    let added = if torn { file.write_all(b"\n") } else { Ok(()) };
    let added = added.and_then(|()| write(file));
    added
        .and_then(|()| file.sync_data())
        .inspect_err(|_| drop(file.set_len(length)))?;
    Ok(length + u64::from(torn))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::chat::conversation::Nothing;

    const SAID: Said = Said::Nothing(Nothing::NoMore);

    fn feedback() -> (TempDir, Feedback) {
        let folder = TempDir::new().unwrap();
        let feedback = Feedback::within(folder.path());
        (folder, feedback)
    }

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
        let (folder, feedback) = feedback();
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
    fn a_line_is_added_whole_or_not_at_all() {
        let (folder, feedback) = feedback();
        let first = feedback.note("When?", &SAID, true, None).unwrap();
        // As a disk does that has room for a half.
        let half = |mut file: &File| {
            file.write_all(b"{\"verdict\": \"wr")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        let file = private::append(&feedback.path).unwrap();
        add(&file, half).unwrap_err();
        assert_eq!(verdicts(&folder), ["right"]);
        let second = feedback.note("Who?", &SAID, false, None).unwrap();
        assert_eq!(second.at, first.line.len() as u64);
        assert_eq!(verdicts(&folder), ["right", "wrong"]);
    }

    #[test]
    fn after_half_a_line_a_new_one_begins() {
        let (_folder, feedback) = feedback();
        // As a killed process leaves it.
        let torn = "{\"verdict\": \"wr";
        fs::write(&feedback.path, torn).unwrap();
        let noted = feedback.note("When?", &SAID, true, None).unwrap();
        feedback.note("When?", &SAID, false, Some(&noted)).unwrap();
        let text = fs::read_to_string(&feedback.path).unwrap();
        let (first, rest) = text.split_once('\n').unwrap();
        let kept: Value = serde_json::from_str(rest).unwrap();
        assert_eq!((first, &kept["verdict"]), (torn, &json!("wrong")));
    }

    #[test]
    fn in_a_file_that_was_changed_nothing_is_written_over() {
        let (folder, feedback) = feedback();
        let first = feedback.note("When?", &SAID, true, None).unwrap();
        fs::remove_file(&feedback.path).unwrap();
        let second = feedback.note("When?", &SAID, false, Some(&first)).unwrap();
        assert_eq!(verdicts(&folder), ["wrong"]);
        fs::write(&feedback.path, "{\"verdict\": \"mine\"}\n").unwrap();
        feedback.note("When?", &SAID, true, Some(&second)).unwrap();
        assert_eq!(verdicts(&folder), ["mine", "right"]);
    }
}
