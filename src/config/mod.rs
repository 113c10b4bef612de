//! What Quoth was asked to do: the only reader of the command line and the environment.

mod command_line;
mod dot_env;
mod environment;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use command_line::{CommandLine, Verb};
use environment::{Environment, SECRET};

use crate::eval;
use crate::index::cluster;
use crate::ingest::extraction;
use crate::secret::Secret;
use crate::wording::Wording;

/// The most quotes in an answer where nothing else is said.
const QUOTES: usize = 3;

/// Everything that one run needs to know.
#[derive(Debug)]
pub struct Config {
    /// What to do.
    pub task: Task,
    /// Folders and files of documents, at least one.
    pub corpus: Vec<PathBuf>,
    /// Whether nothing of the index is kept for the next run.
    pub ephemeral: bool,
    /// Whether answers are written as JSON, one object a line.
    pub json: bool,
    /// The most quotes in an answer, 1 to 10.
    pub quotes: usize,
    /// Where Quoth keeps what outlives a run; `None` where the platform has no such place.
    pub data: Option<PathBuf>,
    /// Whether the network reads the best sentences of the ranking.
    pub reader: bool,
    /// Memory that indexing may take, in bytes.
    pub memory: usize,
    /// The cluster that has the index; `None` for this process.
    pub engine: Option<cluster::Settings>,
    /// What is said on the terminal: `QUOTH_LANGUAGE`, else the terminal's own language.
    pub wording: Wording,
    /// What to log, as `RUST_LOG` says it.
    pub log: String,
    /// The file that settings were read from, if any.
    pub env_file: Option<PathBuf>,
}

/// What to do.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of it in a run")]
pub enum Task {
    /// Chat on the terminal.
    Repl,
    /// Answer the lines of standard input.
    Lines,
    /// Serve a Telegram bot.
    Telegram(Telegram),
    /// Answer one question.
    Ask {
        /// The question.
        question: String,
        /// How many sentences to explain the answer with, if at all.
        explain: Option<usize>,
    },
    /// Run scripted answer tests.
    Check(Vec<PathBuf>),
    /// Measure on a question set.
    Eval {
        /// The question set.
        file: PathBuf,
        /// How many misses to show.
        misses: usize,
    },
    /// Look whether quotes of recorded answers still stand.
    Verify(PathBuf),
    /// List the documents.
    Sources,
    /// Bring the index up to date.
    Index {
        /// Whether to keep it so until the process is stopped.
        watch: bool,
        /// Whether to fill a new one in the cluster, and drop the old one then.
        anew: bool,
    },
}

/// How to serve Telegram.
#[derive(Clone, Debug)]
pub struct Telegram {
    /// The bot's token.
    pub token: Secret,
    /// A self-hosted Bot API server; `None` for Telegram's own.
    pub api_url: Option<url::Url>,
    /// Chats that may ask, by numeric id; `None` for all.
    pub allowed_chats: Option<BTreeSet<i64>>,
    /// People who may always ask, by numeric id.
    pub admins: BTreeSet<i64>,
    /// Where Telegram brings updates; `None` to poll for them.
    pub webhook: Option<Webhook>,
    /// What everybody is spoken to in who does not choose otherwise; `None` for what Telegram says
    /// that each person speaks.
    pub language: Option<Wording>,
    /// Whether the log may hold what people ask.
    pub log_questions: bool,
}

/// Where Telegram brings updates.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The https address that Telegram calls.
    pub url: url::Url,
    /// Where Quoth listens for what the balancer behind that address passes on.
    pub listen: SocketAddr,
}

/// A setting that cannot be used, and what would be right.
#[derive(Debug, thiserror::Error)]
#[error("{problem}\nhint: {hint}")]
pub struct ConfigError {
    problem: String,
    hint: &'static str,
}

impl ConfigError {
    /// What is wrong with a variable or a file of settings.
    fn of(subject: &str, problem: &str, hint: &'static str) -> Self {
        let problem = format!("{subject}: {problem}");
        Self { problem, hint }
    }
}

impl Config {
    /// Reads the command line, the environment, and a file of settings, over which the environment wins.
    ///
    /// `--help`, `--version` and a command line that cannot be understood end
    /// the process here, as is usual, the last with exit code 2.
    ///
    /// # Errors
    ///
    /// A setting with an unknown name or a value that means nothing, a file that
    /// would send the token somewhere, or an option that would be passed over.
    pub fn read() -> Result<Self, ConfigError> {
        let line =
            CommandLine::of(std::env::args_os().collect()).unwrap_or_else(|error| error.exit());
        if let (Some(_), Some(verb)) = (line.quotes, &line.verb) {
            takes_quotes(verb)?;
        }
        let environment = Environment::read(line.env_file.as_deref())?;
        let has_corpus = !line.corpus.is_empty();
        let mut corpus = if has_corpus {
            line.corpus
        } else {
            environment.corpus()?
        };
        if let Some(Verb::Eval { file, with, .. }) = &line.verb {
            if !has_corpus {
                corpus = vec![eval::corpus_beside(file)];
            }
            corpus.extend_from_slice(with);
        }
        let telegram = environment.telegram()?;
        let repl = || {
            if std::io::stdin().is_terminal() {
                Task::Repl
            } else {
                Task::Lines
            }
        };
        let serve = |telegram| {
            environment.check_destinations(SECRET)?;
            Ok(Task::Telegram(telegram))
        };
        let task = match line.verb {
            // A dash is standard input, as with other programs.
            Some(Verb::Ask { question, .. }) if question == ["-"] => Task::Lines,
            Some(Verb::Ask { question, explain }) => Task::Ask {
                question: question.join(" "),
                explain: explain.map(usize::from),
            },
            Some(Verb::Check { files }) => Task::Check(files),
            Some(Verb::Eval { file, misses, .. }) => Task::Eval { file, misses },
            Some(Verb::Verify { file }) => Task::Verify(file),
            Some(Verb::Sources) => Task::Sources,
            Some(Verb::Index { watch, anew }) => Task::Index { watch, anew },
            Some(Verb::Repl) => repl(),
            Some(Verb::Telegram) => serve(telegram.ok_or_else(no_token)?)?,
            None => telegram.map_or_else(|| Ok(repl()), serve)?,
        };
        Ok(Self {
            task,
            corpus,
            ephemeral: line.ephemeral,
            json: line.json,
            quotes: line.quotes.map_or(QUOTES, usize::from),
            data: environment.data(),
            reader: environment.reader()?,
            memory: environment.memory()?,
            engine: environment.engine()?,
            wording: environment
                .language()?
                .or_else(|| environment.terminal_language())
                .unwrap_or(Wording::ENGLISH),
            log: environment.log()?,
            env_file: environment.file().map(Path::to_owned),
        })
    }
}

/// Whether this process is to extract the text of files for another one of Quoth, and nothing else.
#[must_use]
pub fn is_extraction() -> bool {
    std::env::args_os().skip(1).eq([extraction::ARGUMENT])
}

/// Refuses `--quotes` for commands that it would not change.
fn takes_quotes(verb: &Verb) -> Result<(), ConfigError> {
    let (command, hint) = match verb {
        Verb::Eval { .. } => (
            "eval",
            "leave it out: always the three best quotes are measured",
        ),
        Verb::Verify { .. } => ("verify", "leave it out: every recorded quote is looked up"),
        Verb::Sources => ("sources", "leave it out: documents are listed, not quotes"),
        Verb::Index { .. } => ("index", "leave it out: nothing is answered"),
        _ => return Ok(()),
    };
    let problem = format!("quoth {command} takes no --quotes");
    Err(ConfigError { problem, hint })
}

fn no_token() -> ConfigError {
    ConfigError {
        problem: "quoth telegram needs a bot token".to_owned(),
        hint: "get one from @BotFather and set TELOXIDE_TOKEN in the environment, in .env in this folder, or in the file that --env-file names",
    }
}
