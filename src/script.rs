//! Scripted answer tests: questions in a TOML file with what their answers must hold.

mod turn;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, anyhow};
use serde::Deserialize;

use crate::Quoth;
use crate::answer::Settings;
use crate::chat::conversation::{AnswerId, Conversations};
use crate::ingest::Origin;
use crate::wording::{self, Wording};

pub use turn::Turn;

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

/// How a script went.
#[derive(Debug, Default)]
pub struct Report {
    /// Turns that were answered as wanted.
    pub passed: usize,
    /// Turns that were not, each with the question, what was wanted, and the answer.
    pub failures: Vec<String>,
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, is not TOML of this form, or wants nothing of an answer.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let name = path.display();
        let text = std::fs::read_to_string(path).map_err(|error| {
            anyhow!("cannot read the script {name}: {error}\nhint: check its name and permissions")
        })?;
        Self::of(&text).map_err(|problem| {
            let hint = "see the scripts in tests/scripts, and the README";
            anyhow!("{name} is not a script: {problem}\nhint: {hint}")
        })
    }

    /// The script in a text, or what is wrong with that.
    pub(crate) fn of(text: &str) -> Result<Self, String> {
        let script: Self =
            toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        if script.chats.iter().all(|chat| chat.turns.is_empty()) {
            return Err("it asks nothing".to_owned());
        }
        let numbered = script
            .chats
            .iter()
            .flat_map(|chat| chat.turns.iter().enumerate());
        for (before, turn) in numbered {
            if let Some(problem) = turn.contradiction(before) {
                let line = 1 + text[..turn.ask.span().start].matches('\n').count();
                return Err(format!("line {line}: {:?} {problem}", turn.ask.get_ref()));
            }
        }
        Ok(script)
    }
}

/// Runs a script; `default` is what a script without a corpus is run on.
///
/// # Errors
///
/// Where the script or its corpus cannot be read. Turns that fail are no error.
pub fn run(path: &Path, default: &Origin, settings: Settings) -> anyhow::Result<Report> {
    let script = Script::read(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let roots = script
        .corpus
        .map_or_else(|| default.roots.clone(), |corpus| vec![folder.join(corpus)]);
    // A turn may look further down than the person who runs the scripts cares to read.
    let turns = script.chats.iter().flat_map(|chat| &chat.turns);
    let deepest = turns.map(Turn::deepest).max().unwrap_or(turn::RANK);
    let settings = Settings {
        quotes: settings.quotes.max(deepest),
        ..settings
    };
    let origin = Origin {
        roots,
        ..default.clone()
    };
    let quoth = Quoth::open(origin, settings, |_| {})
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    let mut report = Report::default();
    for chat in &script.chats {
        // Each chat is a conversation of its own, in which no time passes.
        let (conversations, now) = (Conversations::default(), Instant::now());
        let mut answers: Vec<Option<AnswerId>> = Vec::new();
        for turn in &chat.turns {
            let to = turn
                .reply_to
                .and_then(|number| answers.get(number - 1).copied()?);
            let reply =
                conversations.say(&quoth, Wording::ENGLISH, "", turn.ask.get_ref(), to, now)?;
            answers.push(reply.answer);
            if let Some(wanted) = turn.judge(&reply.said) {
                let failure = turn.failure(&chat.name, &wanted, &reply.said);
                report.failures.push(failure);
            } else {
                report.passed += 1;
            }
        }
    }
    Ok(report)
}

/// Runs scripts as [`run`] does, and tells how they went; without any named, those in
/// `tests/scripts`. `false` where a turn fails.
///
/// # Errors
///
/// Where a script cannot be run; the others are run first.
pub fn check(
    files: &[PathBuf],
    default: &Origin,
    settings: Settings,
    output: &mut impl Write,
) -> anyhow::Result<bool> {
    let files = if files.is_empty() {
        scripts_in(Path::new("tests/scripts"))?
    } else {
        files.to_vec()
    };
    let (mut passed, mut failed, mut broken) = (0, 0, Vec::new());
    for file in &files {
        match run(file, default, settings) {
            Ok(report) => {
                for failure in &report.failures {
                    writeln!(output, "FAILED {}: {failure}", file.display())?;
                }
                passed += report.passed;
                failed += report.failures.len();
            }
            // One broken script does not stop the rest.
            Err(error) => broken.push(error.to_string()),
        }
    }
    if broken.len() < files.len() {
        let ran = wording::count(files.len() - broken.len(), "script");
        writeln!(output, "{passed} passed, {failed} failed in {ran}")?;
    }
    anyhow::ensure!(broken.is_empty(), broken.join("\nerror: "));
    Ok(failed == 0)
}

fn scripts_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| {
        format!(
            "no script was named, and {} cannot be read\nhint: name a script, or run this in the folder that holds tests/scripts",
            folder.display()
        )
    })?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut scripts = paths.collect::<Result<Vec<_>, _>>()?;
    scripts.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    scripts.sort();
    anyhow::ensure!(
        !scripts.is_empty(),
        "no script was named, and there is none in {}",
        folder.display()
    );
    Ok(scripts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(wanted: &str) -> String {
        let turn = "[[chat]]\nname = \"a\"\n[[chat.turn]]\nask = \"x\"\n";
        let script = Script::of(&format!("{turn}{wanted}"));
        script.err().unwrap_or_default()
    }

    #[test]
    fn a_script_that_wants_nothing_or_too_much_is_refused() {
        assert_eq!(Script::of("").err().as_deref(), Some("it asks nothing"));
        for (wanted, told) in [
            ("", "line 4: \"x\" wants nothing"),
            (
                "abstain = true\nrank = 1\n",
                "line 4: \"x\" wants both abstain and a quote",
            ),
            (
                "perhaps = true\nabstain = true\n",
                "line 4: \"x\" wants both abstain and perhaps",
            ),
            ("answr = \"y\"\n", "answr"),
        ] {
            let problem = problem(wanted);
            assert!(problem.contains(told), "{wanted}: {problem}");
        }
        for wanted in [
            "perhaps = true\n",
            "perhaps = true\nanswer = \"y\"\n",
            "answer = [\"y\", \"z\"]\n",
        ] {
            assert_eq!(problem(wanted), "");
        }
    }
}
