//! The command line, as clap reads and explains it.

#![expect(
    clippy::doc_markdown,
    reason = "--help shows these comments as they are, backticks and all"
)]

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand, value_parser};

use super::environment;

/// Answers questions about a folder of documents in the documents' own words.
///
/// Without a command: a Telegram bot if TELOXIDE_TOKEN is set, else a chat on
/// the terminal; piped standard input is answered a line at a time. What is no
/// command is a question: quoth "Who is it?" means quoth ask "Who is it?".
#[derive(Debug, Parser)]
#[command(name = "quoth", version, after_help = environment::HELP)]
pub(super) struct CommandLine {
    /// Folder or file of documents (.txt, .md, .pdf, .docx and others); may be given several times [default: corpus]
    #[arg(long, value_name = "PATH", global = true)]
    pub(super) corpus: Vec<PathBuf>,

    /// Write one JSON object per answer, one a line
    #[arg(long, global = true)]
    pub(super) json: bool,

    /// Keep the index in memory alone, and read all documents again at every start
    #[arg(long, global = true)]
    pub(super) ephemeral: bool,

    /// The most quotes in an answer, 1 to 10 [default: 3]
    #[arg(long, value_name = "N", global = true, value_parser = value_parser!(u8).range(1..=10))]
    pub(super) quotes: Option<u8>,

    /// File of settings to read instead of .env in this folder
    #[arg(long, value_name = "PATH", global = true)]
    pub(super) env_file: Option<PathBuf>,

    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

impl CommandLine {
    /// Reads the arguments, the program's name first. What stands in the place of a command and is
    /// none is a question, unless it is a single word that looks like a command misspelt. `--help`
    /// and `--version` are errors to clap.
    pub(super) fn of(mut arguments: Vec<OsString>) -> Result<Self, clap::Error> {
        let refused = match Self::try_parse_from(&arguments) {
            Err(refused) if refused.kind() == ErrorKind::InvalidSubcommand => refused,
            read => return read,
        };
        let Some(ContextValue::String(word)) = refused.get(ContextKind::InvalidSubcommand) else {
            return Err(refused);
        };
        // The same word before it may be the value of an option.
        let is_refused = |at: &usize| {
            arguments[*at] == word.as_str()
                && Self::try_parse_from(&arguments[..=*at])
                    .is_err_and(|error| error.kind() == ErrorKind::InvalidSubcommand)
        };
        let place = (1..arguments.len()).find(is_refused);
        let is_like_a_command = refused.get(ContextKind::SuggestedSubcommand).is_some();
        match place {
            Some(place) if !(is_like_a_command && place + 1 == arguments.len()) => {
                arguments.insert(place, "ask".into());
                Self::try_parse_from(arguments)
            }
            _ => Err(refused),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Answer one question; exit code 0 if answered, surely or perhaps, 1 if not, 2 on an error
    Ask {
        /// The question; quotation marks around it are not needed. A dash: each line of standard input
        #[arg(required = true)]
        question: Vec<String>,
        /// Explain the answer below it, with the N best sentences [default: 5]
        ///
        /// Shows what each word was searched for and how much it weighs, what
        /// the best sentences match (as typed, otherwise, in meaning alone, or
        /// only around them: in the passage, its headings or title), why they
        /// rank as they do, and why that is or is not sure enough. With --json:
        /// everything that was weighed, in the key "explanation".
        #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "5", value_parser = value_parser!(u8).range(1..=50))]
        explain: Option<u8>,
    },
    /// Run scripted answer tests; exit code 0 if all pass, 1 if some fail
    Check {
        /// Scripts in TOML [default: tests/scripts/*.toml]
        files: Vec<PathBuf>,
    },
    /// Measure answers on a question set
    ///
    /// FILE holds one JSON object a line:
    ///
    ///   "question"        as asked
    ///   "answerable"      true or false: whether the documents answer it
    ///   "answers"         strings of which a right sentence contains at least one
    ///                     (white space folded, case ignored)
    ///   "passages"        in place of answers: texts of which one holds the right
    ///                     sentence
    ///   "gold_docs"       documents, without ending, in which a right sentence stands
    ///   "gold_sentences"  optional: sentences that hold the answer, for --misses
    ///   "before"          optional: the question before it, in a conversation
    ///   "kind"            optional: the same figures are given for each kind
    ///
    /// An answerable question needs gold_docs, and answers or passages. Further
    /// fields are ignored. The folder docs/ beside FILE is the corpus, unless
    /// --corpus is given. Always the three best quotes are measured.
    ///
    /// Over answerable questions, whether the answer is shown or not:
    ///
    ///   hit@1              share whose first quote is right
    ///   hit@3              share with a right one among the first three quotes
    ///   MRR                mean of 1 over the rank of the first right quote
    ///   in sight           share with the answer in the first quote or its context
    ///
    /// As people get it; what is shown as "perhaps" counts half:
    ///
    ///   seen               share of answerable questions with the right quote first
    ///   declined           share of unanswerable questions that are not answered
    ///   balanced accuracy  mean of both
    ///
    /// Of the confidence:
    ///
    ///   AUROC              chance that of an answerable and an unanswerable question
    ///                      the first has the higher confidence: 0.5 guessing, 1 best
    ///   calibration error  mean gap between confidence and the share of right first
    ///                      quotes, over ten bins of confidence: 0 best
    ///   coverage           share of all questions that are answered from a threshold on
    ///   precision          share of these answers whose first quote is right
    ///   area               mean share of wrong answers over all coverages: 0 best
    ///
    ///   time               of one question: the median, and what 95 % stay below
    #[command(verbatim_doc_comment)]
    Eval {
        /// The question set
        file: PathBuf,
        /// Show the N worst misses, the surest first: answerable questions with
        /// the sentence that was wanted, and unanswerable ones that were answered
        #[arg(long, value_name = "N", default_value_t = 0)]
        misses: usize,
        /// Add a folder of documents that have nothing to do with the questions
        /// (repeatable)
        #[arg(long, value_name = "FOLDER")]
        with: Vec<PathBuf>,
    },
    /// Look whether quotes of recorded answers still stand in the documents
    ///
    /// FILE holds answers, one a line, as --json writes them. Each citation
    /// stands (at the same bytes), has moved (word for word, but elsewhere), or
    /// is gone; exit code 1 if any is gone.
    Verify {
        /// The recorded answers
        file: PathBuf,
    },
    /// List the documents indexed, and what was skipped and why
    Sources,
    /// Bring the index up to date with the documents, and end
    ///
    /// For an index in a cluster (QUOTH_ENGINE) this is the only command that
    /// reads documents and writes; all others answer from what it wrote, on any
    /// machine. One process writes at a time.
    Index {
        /// Keep it up to date until the process is stopped
        #[arg(long)]
        watch: bool,
        /// Fill a new index in the cluster; who asks sees it once it is whole, and the old one is dropped
        #[arg(long)]
        anew: bool,
    },
    /// Chat on the terminal, whatever the environment
    Repl,
    /// Serve a Telegram bot
    Telegram,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &str) -> Result<CommandLine, clap::Error> {
        let arguments = arguments.split('|').map(OsString::from);
        CommandLine::of(std::iter::once("quoth".into()).chain(arguments).collect())
    }

    #[test]
    fn what_is_no_command_is_a_question() {
        for (arguments, wanted) in [
            ("Who is it?", "Who is it?"),
            ("who|is|it", "who is it"),
            ("--corpus|verify the|What did|ask|mean", "What did ask mean"),
            ("Check the tide|--json", "Check the tide"),
            ("zeppelins", "zeppelins"),
            ("--corpus|zeppelins|zeppelins", "zeppelins"),
        ] {
            let asked = match read(arguments).map(|line| line.verb) {
                Ok(Some(Verb::Ask { question, .. })) => question.join(" "),
                other => format!("{other:?}"),
            };
            assert_eq!(asked, wanted, "{arguments}");
        }
        assert!(read("who|is|it|--json").is_ok_and(|line| line.json));
    }

    #[test]
    fn a_command_misspelt_is_no_question() {
        for (arguments, wanted) in [
            ("sorces", ErrorKind::InvalidSubcommand),
            ("--json|verfy", ErrorKind::InvalidSubcommand),
            ("who|--colour", ErrorKind::UnknownArgument),
        ] {
            let refused = read(arguments).map(drop).map_err(|refused| refused.kind());
            assert_eq!(refused, Err(wanted), "{arguments}");
        }
    }
}
