//! A file of settings: `.env` in the current folder, or the one that `--env-file` names.
//!
//! Folders above are not searched: a file there may be somebody else's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::ConfigError;
use super::names::SETTINGS;

/// Where settings are read from where no other file is named.
const USUAL: &str = ".env";

/// The settings of a file.
pub(super) struct DotEnv {
    pub(super) path: PathBuf,
    pub(super) variables: BTreeMap<String, String>,
}

impl DotEnv {
    /// Reads the file that was named, else `.env` where there is one.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, or a line that is not NAME=value.
    pub(super) fn read(named: Option<&Path>) -> Result<Option<Self>, ConfigError> {
        let path = named.unwrap_or(Path::new(USUAL));
        // A folder of that name, such as one of Python's, holds no settings.
        if named.is_none() && !path.is_file() {
            return Ok(None);
        }
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let shown = || path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| ConfigError::NoDotEnv {
            path: shown(),
            problem: error.to_string(),
        })?;
        Self::of(&path, &text).map(Some)
    }

    /// The settings that the text of a file holds.
    ///
    /// # Errors
    ///
    /// A line that is not NAME=value, or one that would take in other variables.
    pub(super) fn of(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let text = text.trim_start_matches('\u{feff}');
        let refused = |problem| ConfigError::DotEnv {
            path: path.display().to_string(),
            problem,
        };
        if let Some(problem) = line_with_dollar(text) {
            return Err(refused(problem));
        }
        let variables = variables(text).map_err(|_| refused(unreadable_line(text)))?;
        Ok(Self {
            path: path.to_owned(),
            variables: variables.into_iter().collect(),
        })
    }
}

fn variables(dot_env: &str) -> dotenvy::Result<Vec<(String, String)>> {
    dotenvy::from_read_iter(dot_env.as_bytes()).collect()
}

/// What is wrong with a line whose value has a `$` outside single quotes. There dotenvy puts in a
/// variable of the environment, and so a file could have a secret of its user sent elsewhere.
fn line_with_dollar(text: &str) -> Option<String> {
    let lines = text.lines().map(str::trim_start).zip(1..);
    let mut lines = lines.filter(|(line, _)| !line.starts_with('#'));
    lines.find_map(|(line, number)| {
        let (name, value) = line.split_once('=')?;
        let value = value.trim_start();
        // What stands after " #" is a comment.
        let value = value.split(" #").next().unwrap_or_default();
        let plain = value.replace("\\$", "");
        let is_taken_in = !value.starts_with('\'') && plain.contains('$');
        is_taken_in.then(|| {
            let named =
                setting(name).map_or("a value".to_owned(), |it| format!("the value of {it}"));
            format!("line {number}: {named} has a $: put it between single quotes")
        })
    })
}

/// The setting that the beginning of a line names, before its `=`. Anything else is not to be
/// shown: it may be part of a secret, as in a value of several lines.
fn setting(beginning: &str) -> Option<&str> {
    let name = beginning.trim_start().trim_start_matches("export ").trim();
    SETTINGS.contains(&name).then_some(name)
}

/// What is wrong in a `.env` that cannot be read. Its line may hold the token,
/// so no more of it is shown than the setting before `=`.
fn unreadable_line(text: &str) -> String {
    // All that comes before the line can be read, and with it nothing can.
    let mut starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let start = starts
        .rfind(|&start| variables(&text[..start]).is_ok())
        .unwrap_or(0);
    let number = 1 + text[..start].matches('\n').count();
    let line = text[start..].lines().next().unwrap_or_default();
    match line.split_once('=').and_then(|(name, _)| setting(name)) {
        Some(name) => format!(
            "line {number}: the value of {name} cannot be read: put it between quotation marks"
        ),
        None => format!("line {number} is not NAME=value, or its value needs quotation marks"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_variable_of_the_environment_is_taken_in() {
        let read = |text: &str| DotEnv::of(Path::new(".env"), text).map(|it| it.variables);
        for line in [
            "QUOTH_DATA=$HOME",
            "QUOTH_DATA=x${HOME}",
            "export QUOTH_DATA=\"x $HOME\"",
        ] {
            let error = read(&format!("# $\n{line}\n"))
                .err()
                .map(|error| error.to_string());
            let wanted = "line 2: the value of QUOTH_DATA has a $: put it between single quotes";
            assert!(error.is_some_and(|error| error.contains(wanted)), "{line}");
        }
        // What stands before an equals sign may be part of a secret.
        for line in ["TELOXIDE_TOKEN: 12:s3cret=a$b", "A=\"b\ns3cr=e$t\""] {
            let error = read(line).err().map(|error| error.to_string());
            let error = error.unwrap_or_default();
            assert!(
                error.contains(": a value has a $") && !error.contains("s3cr"),
                "{error}"
            );
        }
        for (line, value) in [("A='x$y'", "x$y"), ("A=x\\$y", "x$y"), ("A=b # $", "b")] {
            let value = BTreeMap::from([("A".to_owned(), value.to_owned())]);
            assert_eq!(read(line).ok(), Some(value), "{line}");
        }
    }

    #[test]
    fn a_line_of_dot_env_that_cannot_be_read_is_named_and_not_repeated() {
        let value =
            "line 3: the value of TELOXIDE_TOKEN cannot be read: put it between quotation marks";
        for line in [
            "TELOXIDE_TOKEN=12:s3cret more",
            "export TELOXIDE_TOKEN=12:s3cret=x y",
            "TELOXIDE_TOKEN='12:s3cret",
            "TELOXIDE_TOKEN=\"12:s3cret",
        ] {
            assert_eq!(
                unreadable_line(&format!("# a\nQUOTH_DATA=\"b c\"\n{line}\nRUST_LOG=info\n")),
                value,
                "{line}"
            );
        }
        for line in [
            "TELOXIDE_TOKEN 12:s3cret",
            "TELOXIDE_TOKEN: 12:s3cret=x",
            "12:s3cret=",
            "12:s3cret",
            "s3cret=a b",
        ] {
            let told = "line 1 is not NAME=value, or its value needs quotation marks";
            assert_eq!(unreadable_line(line), told, "{line}");
        }
    }
}
