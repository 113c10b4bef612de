//! What people say of answers, kept for whoever runs the bot: never who said it.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::update::now;
use crate::chat::conversation::Said;
use crate::chat::json as lines;
use crate::private;

/// The file to which verdicts are added, a line of JSON each.
#[derive(Clone, Debug)]
pub(super) struct Feedback {
    path: PathBuf,
}

impl Feedback {
    pub(super) fn within(data: &Path) -> Self {
        Self {
            path: data.join("feedback.jsonl"),
        }
    }

    /// Adds a verdict on an answer: the answer as `--json` writes it, with
    /// `verdict` ("right" or "wrong") and `time` (seconds since 1970).
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub(super) fn add(&self, asked: &str, said: &Said, is_right: bool) -> io::Result<()> {
        let mut line: Value = serde_json::from_str(&lines::reply(asked, said, None))?;
        line["verdict"] = json!(if is_right { "right" } else { "wrong" });
        line["time"] = json!(now());
        private::create_folder_of(&self.path)?;
        let mut file = private::options().append(true).open(&self.path)?;
        // In one piece, so that lines of several bots do not mix.
        file.write_all(format!("{line}\n").as_bytes())
    }
}
