//! Scripted answer tests: questions in a TOML file with what their answers must hold.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::answer::{Answer, Outcome, Quote, Settings};
use crate::chat::text;
use crate::{OpenError, Quoth};

/// Columns of an answer that is shown because it failed.
const WIDTH: usize = 100;
/// The wanted quote must be among so many first ones, where a turn does not say.
const RANK: usize = 3;

/// A script: one or more chats over one corpus.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// The folder or file of documents, relative to the script's own file;
    /// where it is left out, the corpus that Quoth was started with.
    pub corpus: Option<PathBuf>,
    /// The chats, each a conversation of its own.
    #[serde(default, rename = "chat")]
    pub chats: Vec<Chat>,
}

/// One conversation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chat {
    /// What it is about.
    pub name: String,
    /// What is asked, in order.
    #[serde(default, rename = "turn")]
    pub turns: Vec<Turn>,
}

/// One question with what is wanted of its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// The question, and where in the script it stands.
    pub ask: Spanned<String>,
    /// What one quote must contain, all of it; case and white space do not matter.
    #[serde(default)]
    pub answer: OneOrMany,
    /// What the document of one of its citations must contain.
    pub source: Option<String>,
    /// The quote must be among so many first ones; 3 where left out.
    pub rank: Option<usize>,
    /// Whether Quoth must say that the documents do not answer.
    #[serde(default)]
    pub abstain: bool,
}

/// A string or a list of strings.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Written")]
pub struct OneOrMany(Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    Many(Vec<String>),
}

impl From<Written> for OneOrMany {
    fn from(written: Written) -> Self {
        match written {
            Written::One(one) => Self(vec![one]),
            Written::Many(many) => Self(many),
        }
    }
}

/// How a script went.
#[derive(Debug, Default)]
pub struct Report {
    /// Turns that were answered as wanted.
    pub passed: usize,
    /// Turns that were not, each with the question, what was wanted, and the answer.
    pub failures: Vec<String>,
}

/// Why a script could not be run.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// Its file cannot be read.
    #[error("cannot read the script {}: {error}\nhint: check its name and permissions", path.display())]
    Unreadable {
        /// The script.
        path: PathBuf,
        /// The system's words.
        error: std::io::Error,
    },
    /// It is not a script.
    #[error("{} is not a script: {problem}\nhint: see the scripts in tests/scripts, and the README", path.display())]
    Malformed {
        /// The script.
        path: PathBuf,
        /// What is wrong, with the line.
        problem: String,
    },
    /// Its corpus cannot be asked.
    #[error("{}: {error}", path.display())]
    Corpus {
        /// The script.
        path: PathBuf,
        /// What is wrong with the corpus.
        error: OpenError,
    },
    /// The index failed in the middle.
    #[error(transparent)]
    Index(#[from] crate::index::IndexError),
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, is not TOML of this form, or wants nothing of an answer.
    pub fn read(path: &Path) -> Result<Self, ScriptError> {
        let text = std::fs::read_to_string(path).map_err(|error| ScriptError::Unreadable {
            path: path.to_owned(),
            error,
        })?;
        let malformed = |problem| ScriptError::Malformed {
            path: path.to_owned(),
            problem,
        };
        let script: Self = toml::from_str(&text)
            .map_err(|error| malformed(error.to_string().trim_end().to_owned()))?;
        if script.chats.iter().all(|chat| chat.turns.is_empty()) {
            return Err(malformed("it asks nothing".to_owned()));
        }
        for turn in script.chats.iter().flat_map(|chat| &chat.turns) {
            if let Some(problem) = turn.contradiction() {
                let line = 1 + text[..turn.ask.span().start].matches('\n').count();
                return Err(malformed(format!(
                    "line {line}: {:?} {problem}",
                    turn.ask.get_ref()
                )));
            }
        }
        Ok(script)
    }
}

/// Runs a script; `default_corpus` is what a script without a corpus is run on.
///
/// # Errors
///
/// Where the script or its corpus cannot be read. Turns that fail are no error.
pub fn run(
    path: &Path,
    default_corpus: &[PathBuf],
    settings: Settings,
) -> Result<Report, ScriptError> {
    let script = Script::read(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let roots = script.corpus.map_or_else(
        || default_corpus.to_vec(),
        |corpus| vec![folder.join(corpus)],
    );
    // A turn may look further down than the person who runs the scripts cares to read.
    let turns = script.chats.iter().flat_map(|chat| &chat.turns);
    let deepest = turns.map(Turn::deepest).max().unwrap_or(RANK);
    let settings = Settings {
        quotes: settings.quotes.max(deepest),
        ..settings
    };
    let quoth = Quoth::open(&roots, settings).map_err(|error| ScriptError::Corpus {
        path: path.to_owned(),
        error,
    })?;
    let mut report = Report::default();
    for chat in &script.chats {
        for turn in &chat.turns {
            let answer = quoth.answer(turn.ask.get_ref())?;
            match turn.judge(&answer) {
                None => report.passed += 1,
                Some(wanted) => report
                    .failures
                    .push(failure(&chat.name, turn, &wanted, &answer)),
            }
        }
    }
    Ok(report)
}

impl Turn {
    /// How far down the wanted quote may stand.
    fn deepest(&self) -> usize {
        self.rank.unwrap_or(RANK)
    }

    /// What this turn wants that cannot be, if anything.
    fn contradiction(&self) -> Option<&'static str> {
        let wants_quote = !self.answer.0.is_empty() || self.source.is_some() || self.rank.is_some();
        match (self.abstain, wants_quote) {
            (true, true) => Some("wants both abstain and a quote"),
            (false, false) => Some("wants nothing: give answer, source or abstain"),
            _ if self.rank == Some(0) => Some("has rank 0: rank counts from 1"),
            _ => None,
        }
    }

    /// What was wanted, where `answer` does not give it.
    fn judge(&self, answer: &Answer) -> Option<String> {
        let quotes = match &answer.outcome {
            Outcome::Found(quotes) => quotes.as_slice(),
            Outcome::Abstained { .. } => &[],
        };
        if self.abstain {
            return (!quotes.is_empty()).then(|| "no answer".to_owned());
        }
        let rank = self.deepest();
        let right = |quote: &Quote| {
            let text = fold(&quote.reading);
            self.answer.0.iter().all(|part| text.contains(&fold(part)))
                && self.source.as_ref().is_none_or(|source| {
                    quote
                        .citations
                        .iter()
                        .any(|citation| citation.document.contains(source.as_str()))
                })
        };
        if quotes.iter().take(rank).any(right) {
            return None;
        }
        let mut wanted = if self.answer.0.is_empty() {
            "a quote".to_owned()
        } else {
            format!("{:?}", self.answer.0.join(" ... "))
        };
        if let Some(source) = &self.source {
            let _ = write!(wanted, " from {source}");
        }
        let _ = write!(wanted, " within the first {rank}");
        Some(wanted)
    }
}

/// A failed turn as a person reads it.
fn failure(chat: &str, turn: &Turn, wanted: &str, answer: &Answer) -> String {
    let shown = anstream::adapter::strip_str(&text::answer(answer, WIDTH)).to_string();
    let question = turn.ask.get_ref();
    format!(
        "{chat}: {question}\n  wanted: {wanted}\n  answer (confidence {:.2}):\n{}",
        answer.confidence,
        textwrap::indent(shown.trim_end(), "    ")
    )
}

/// Case and white space do not matter.
fn fold(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn problem(toml: &str) -> String {
        let folder = tempfile::tempdir().map_err(|e| e.to_string());
        let result = folder.and_then(|folder| {
            let path = folder.path().join("a.toml");
            std::fs::write(&path, toml).map_err(|e| e.to_string())?;
            Script::read(&path).map(|_| ()).map_err(|e| e.to_string())
        });
        result.err().unwrap_or_default()
    }

    #[test]
    fn a_script_that_wants_nothing_or_too_much_is_refused() {
        assert!(problem("").contains("it asks nothing"));
        assert!(
            problem("[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"x\"\n")
                .contains("line 4: \"x\" wants nothing")
        );
        assert!(
            problem(
                "[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"x\"\nabstain = true\nrank = 1\n"
            )
            .contains("wants both")
        );
        assert!(
            problem("[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"x\"\nanswr = \"y\"\n")
                .contains("answr")
        );
        assert_eq!(
            problem(
                "[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"x\"\nanswer = [\"y\", \"z\"]\n"
            ),
            ""
        );
    }
}
