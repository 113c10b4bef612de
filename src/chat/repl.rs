//! The chat on a terminal: line editing, history, and a few commands.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use rustyline::error::ReadlineError;
use rustyline::{Config, Editor, history::FileHistory};
use textwrap::Options;
use textwrap::core::display_width;

use super::conversation::{Conversations, Said};
use super::lines::{failed, unless_unreachable};
use super::text::Screen;
use super::{questions, text};
use crate::Quoth;
use crate::answer::SmallTalk;
use crate::corpus::invisible::reorders;
use crate::private;
use crate::wording::Wording;

const PROMPT: &str = "? ";
/// Questions remembered from run to run.
const HISTORY: usize = 1000;

/// What a line on the terminal asks for.
#[derive(Debug, PartialEq, Eq)]
enum Input<'a> {
    Question(&'a str),
    Sources,
    Help,
    Quit,
    UnknownCommand(&'a str),
    Nothing,
}

impl<'a> Input<'a> {
    fn of(line: &'a str) -> Self {
        let line = line.trim();
        match (line, SmallTalk::of(line)) {
            ("", _) => Self::Nothing,
            (_, Some(SmallTalk::Documents)) => Self::Sources,
            (":h" | ":?", _) | (_, Some(SmallTalk::Abilities)) => Self::Help,
            (_, Some(SmallTalk::Leave)) => Self::Quit,
            _ if line.starts_with(':') => Self::UnknownCommand(line),
            _ => Self::Question(line),
        }
    }
}

/// Chats in a language until the person leaves. The history is kept in `data`, where there is
/// such a folder; failing to keep it is told and stops nothing.
///
/// # Errors
///
/// Where the terminal fails, or the index does for good.
pub fn run(quoth: &Quoth, wording: Wording, data: Option<&Path>) -> anyhow::Result<()> {
    let config = Config::builder()
        .max_history_size(HISTORY)?
        .auto_add_history(true)
        .build();
    let mut editor: Editor<(), FileHistory> =
        Editor::with_config(config).context("the terminal cannot be used")?;
    let history = data.map(|folder| folder.join("history.txt"));
    // A pipe would be waited for.
    let history = history.filter(|path| path.is_file() || !path.exists());
    if let Some(path) = history.as_deref().filter(|path| path.exists())
        && let Err(error) = take_up(&mut editor, path)
    {
        log::warn!("the history in {} cannot be read: {error}", path.display());
    }
    let done = converse(quoth, wording, &mut editor);
    // Also what was asked before something failed.
    if let Some(path) = history
        && let Err(error) = keep(&mut editor, &path)
    {
        log::warn!(
            "the history cannot be kept in {}: {error:#}",
            path.display()
        );
    }
    done
}

/// Answers what is typed until the person leaves.
fn converse(
    quoth: &Quoth,
    wording: Wording,
    editor: &mut Editor<(), FileHistory>,
) -> anyhow::Result<()> {
    let mut output = anstream::stdout();
    let told = |words: String| text::reply(&Said::Told(words), text::screen(wording));
    // A moment in which the index cannot be reached ends no chat.
    let unless_away = |written| unless_unreachable(written, |_| failed(text::screen(wording)));
    let contents = quoth.index().contents();
    let welcome = contents.map(|contents| told(wording.welcome(wording.overview_of(&contents))));
    write!(output, "{}", unless_away(welcome)?)?;
    let conversations = Conversations::default();
    loop {
        let line = match editor.readline(PROMPT) {
            Ok(line) => line,
            // Ctrl-C gives up the line, as in a shell; Ctrl-D leaves.
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(error).context("the terminal cannot be read"),
        };
        // Commands that are copied from help have marks of direction around them.
        match Input::of(&line.replace(reorders, "")) {
            Input::Nothing => {}
            Input::Question(question) => {
                for question in questions::split(question) {
                    let now = Instant::now();
                    let reply = conversations.say(quoth, wording, "", &question, None, now);
                    let shown = reply.map(|reply| text::reply(&reply.said, text::screen(wording)));
                    write!(output, "{}", unless_away(shown)?)?;
                }
            }
            Input::Sources => {
                let sources = wording.sources_of(&quoth.index());
                let shown = sources.map(|sources| told(sources.trim_end().to_owned()));
                write!(output, "{}", unless_away(shown)?)?;
            }
            Input::Help => write!(output, "{}", help(text::screen(wording)))?,
            Input::UnknownCommand(command) => {
                let told = told(wording.no_such_command(command));
                write!(output, "{told}{}", help(text::screen(wording)))?;
            }
            Input::Quit => return Ok(()),
        }
    }
}

/// How to ask, and what else can be typed.
fn help(Screen { wording, width }: Screen) -> String {
    let numbered = |command: String| format!("{command} 2");
    let rows = [
        (wording.command_more(), wording.usage_more()),
        (numbered(wording.command_context()), wording.usage_context()),
        (numbered(wording.command_source()), wording.usage_source()),
        (":sources".to_owned(), wording.usage_sources()),
        (":help".to_owned(), wording.usage_help()),
        (":quit".to_owned(), wording.usage_quit()),
    ];
    let column = rows.iter().map(|(command, _)| display_width(command)).max();
    let mut text = textwrap::fill(&wording.usage(), width) + "\n";
    let column = column.unwrap_or(0);
    let indent = " ".repeat(column + 4);
    let options = Options::new(width).subsequent_indent(&indent);
    for (command, what) in rows {
        let space = " ".repeat(column - display_width(&command));
        let row = format!("  {command}{space}  {what}");
        let _ = writeln!(text, "{}", textwrap::fill(&row, &options));
    }
    text
}

/// Loads the questions of earlier runs.
fn take_up(editor: &mut Editor<(), FileHistory>, path: &Path) -> rustyline::Result<()> {
    private::close_to_others(path);
    editor.load_history(path)
}

/// Adds the questions of this run to those that are kept, also by another run meanwhile.
fn keep(editor: &mut Editor<(), FileHistory>, path: &Path) -> anyhow::Result<()> {
    private::create_folder_of(path)?;
    Ok(editor.append_history(path)?)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_history_also_where_everybody_could() {
        use std::fs;
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("data/history.txt");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let mut editor = Editor::new().unwrap();
        editor.add_history_entry("Who is it?").unwrap();
        keep(&mut editor, &path).unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        take_up(&mut Editor::new().unwrap(), &path).unwrap();
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn of_two_chats_at_once_both_are_remembered() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("history.txt");
        let mut first: Editor<(), FileHistory> = Editor::new().unwrap();
        let mut second: Editor<(), FileHistory> = Editor::new().unwrap();
        first.add_history_entry("Who is it?").unwrap();
        second.add_history_entry("Where is it?").unwrap();
        keep(&mut first, &path).unwrap();
        keep(&mut second, &path).unwrap();
        let kept = std::fs::read_to_string(&path).unwrap();
        assert!(
            kept.contains("Who is it?") && kept.contains("Where is it?"),
            "{kept}"
        );
    }

    #[test]
    fn commands_start_with_a_colon_and_all_else_is_a_question() {
        assert_eq!(Input::of(" :sources "), Input::Sources);
        assert_eq!(Input::of(":quit"), Input::Quit);
        assert_eq!(Input::of(":help"), Input::Help);
        assert_eq!(Input::of(":source"), Input::UnknownCommand(":source"));
        assert_eq!(Input::of("  "), Input::Nothing);
        assert_eq!(Input::of("What documents do you have?"), Input::Sources);
        assert_eq!(Input::of("help"), Input::Help);
        for leaves in ["quit", "exit", "bye", ":exit"] {
            assert_eq!(Input::of(leaves), Input::Quit, "{leaves}");
        }
        assert_eq!(Input::of("Who is it?"), Input::Question("Who is it?"));
    }
}
