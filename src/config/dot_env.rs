//! A file of settings: `.env` in the current folder, or the one that `--env-file` names.
//!
//! Folders above are not searched: a file there may be somebody else's.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::ConfigError;
use super::environment::settings;
use crate::corpus::{invisible, opening};

/// Where settings are read from where no other file is named.
const USUAL: &str = ".env";

/// The settings of a file.
pub(super) struct DotEnv {
    pub(super) path: PathBuf,
    pub(super) variables: BTreeMap<String, String>,
}

impl DotEnv {
    /// Reads the file that was named, else `.env` where there is one.
    pub(super) fn read(named: Option<&Path>) -> Result<Option<Self>, ConfigError> {
        let path = named.unwrap_or(Path::new(USUAL));
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let text = match named {
            Some(_) => fs::read_to_string(&path).map(Some),
            None => usual(&path),
        };
        let text = text.map_err(|error| {
            let hint = "--env-file names a file of settings, such as a copy of .env.example; without it, .env in this folder is read if there is one";
            ConfigError::of(&path.display().to_string(), &error.to_string(), hint)
        })?;
        text.map(|text| Self::of(&path, &text)).transpose()
    }

    /// The settings in the text of a file, of which each line is NAME=value and takes in no variable.
    pub(super) fn of(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let mut variables = BTreeMap::new();
        let lines = invisible::without_mark(text).lines().zip(1..);
        for (line, number) in lines.filter(|(line, _)| !line.trim_start().starts_with('#')) {
            let read = variables_of(line).map_err(|problem| {
                let problem = format!("line {number}{problem}");
                let hint =
                    "each line is NAME=value or a comment that starts with #; see .env.example";
                ConfigError::of(&path.display().to_string(), &problem, hint)
            })?;
            variables.extend(read);
        }
        Ok(Self {
            path: path.to_owned(),
            variables,
        })
    }
}

/// The text of a file that nobody named, if there is one. What cannot be looked into may hold who
/// is let in: it is not passed over.
fn usual(path: &Path) -> io::Result<Option<String>> {
    let is_missing = |error: io::Error| error.kind() == io::ErrorKind::NotFound;
    // A folder of that name, such as one of Python's, holds no settings.
    if fs::symlink_metadata(path).is_err_and(is_missing) || path.is_dir() {
        return Ok(None);
    }
    io::read_to_string(opening::open_anywhere(path)?).map(Some)
}

/// What a line sets, or what is wrong with it, with no more of it than the setting that it names:
/// the rest may be part of a secret.
fn variables_of(line: &str) -> Result<Vec<(String, String)>, String> {
    let (beginning, value) = line.split_once('=').unwrap_or((line, ""));
    let setting = setting(beginning);
    // There dotenvy puts in a variable of the environment, and so a file could have a secret of its
    // user sent elsewhere.
    if line.contains('$') && !is_quoted(value.trim()) {
        let named = setting.map_or("a value".to_owned(), |it| format!("the value of {it}"));
        return Err(format!(
            ": {named} has a $: put all of it between single quotes"
        ));
    }
    // Each by itself: a value of several lines would hide what its lines are.
    let read: dotenvy::Result<Vec<_>> = dotenvy::from_read_iter(line.as_bytes()).collect();
    read.map_err(|_| match setting {
        Some(name) => {
            format!(
                ": the value of {name} cannot be read: put it between quotation marks, on one line"
            )
        }
        None => " is not NAME=value, or its value needs quotation marks".to_owned(),
    })
}

/// Whether a value is one text between single quotes, in which nothing is put in.
fn is_quoted(value: &str) -> bool {
    let inner = value.strip_prefix('\'');
    let inner = inner.and_then(|inner| inner.strip_suffix('\''));
    inner.is_some_and(|inner| !inner.contains('\''))
}

/// The setting that the beginning of a line names, before its `=`. Anything else is not to be
/// shown: it may be part of a secret, as in a value of several lines.
fn setting(beginning: &str) -> Option<&str> {
    let name = beginning.trim_start().trim_start_matches("export ").trim();
    settings().any(|setting| setting == name).then_some(name)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<BTreeMap<String, String>, String> {
        let read = DotEnv::of(Path::new(".env"), text);
        read.map(|it| it.variables)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn no_variable_of_the_environment_is_taken_in() {
        for line in [
            "QUOTH_DATA=$HOME",
            "QUOTH_DATA=x${HOME}",
            "export QUOTH_DATA=\"x $HOME\"",
            "QUOTH_DATA=''${HOME}",
            "QUOTH_DATA='a'${HOME}'b'",
            "QUOTH_DATA=\"\\${HOME}\"",
            "QUOTH_DATA=\"a #b ${HOME}\"",
            "QUOTH_DATA=x\\$y",
        ] {
            let error = read(&format!("# $\n{line}\n")).err().unwrap_or_default();
            let wanted = "line 2: the value of QUOTH_DATA has a $: put all of it between";
            assert!(error.contains(wanted), "{line}: {error}");
        }
        // What stands before an equals sign may be part of a secret.
        let error = read("TELOXIDE_TOKEN: 12:s3cret=a$b").err();
        let error = error.unwrap_or_default();
        assert!(error.contains("line 1: a value has a $") && !error.contains("s3cr"));
        let read = read("A='x$y'\nB=b # c");
        let wanted = [("A", "x$y"), ("B", "b")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(read, Ok(BTreeMap::from(wanted)));
    }

    #[test]
    fn a_value_of_several_lines_is_refused() {
        for text in [
            "A=\"b\n${HOME}\"",
            "A='b\n# ${HOME}'",
            "A='\nB='${HOME}'\n'",
        ] {
            let error = read(text).err().unwrap_or_default();
            assert!(error.contains("line 1 is not NAME=value"), "{error}");
        }
    }

    #[test]
    fn a_line_of_dot_env_that_cannot_be_read_is_named_and_not_repeated() {
        let told = |line: &str| {
            let text = format!("# a\nQUOTH_DATA=\"b c\"\n{line}\nRUST_LOG=info\n");
            read(&text).err().unwrap_or_default()
        };
        for line in [
            "TELOXIDE_TOKEN=12:s3cret more",
            "export TELOXIDE_TOKEN=12:s3cret=x y",
            "TELOXIDE_TOKEN='12:s3cret",
            "TELOXIDE_TOKEN=\"12:s3cret",
        ] {
            let value = "line 3: the value of TELOXIDE_TOKEN cannot be read: put it between";
            let told = told(line);
            assert!(told.contains(value) && !told.contains("s3cret"), "{told}");
        }
        for line in [
            "TELOXIDE_TOKEN 12:s3cret",
            "TELOXIDE_TOKEN: 12:s3cret=x",
            "12:s3cret=",
            "12:s3cret",
            "s3cret=a b",
        ] {
            let value = "line 3 is not NAME=value, or its value needs quotation marks";
            let told = told(line);
            assert!(told.contains(value) && !told.contains("s3cret"), "{told}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_a_file_that_is_not_there_is_passed_over() {
        let place = tempfile::TempDir::new().unwrap();
        let at = |name: &str| place.path().join(name);
        assert!(usual(&at("none")).is_ok_and(|text| text.is_none()));
        assert!(usual(place.path()).is_ok_and(|text| text.is_none()));
        fs::write(at("file"), "A=b").unwrap();
        assert_eq!(usual(&at("file")).unwrap().as_deref(), Some("A=b"));
        std::os::unix::fs::symlink("nowhere", at("dangling")).unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(at("pipe"))
            .status();
        assert!(made.unwrap().success());
        for name in ["dangling", "pipe"] {
            assert!(usual(&at(name)).is_err(), "{name}");
        }
    }
}
