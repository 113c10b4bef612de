//! A file of settings: `.env` in the current folder, or the one that `--env-file` names.
//!
//! Folders above are not searched: a file there may be somebody else's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::ConfigError;

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
    /// A line that is not NAME=value.
    pub(super) fn of(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let text = text.trim_start_matches('\u{feff}');
        let variables = variables(text).map_err(|_| ConfigError::DotEnv {
            path: path.display().to_string(),
            problem: unreadable_line(text),
        })?;
        Ok(Self {
            path: path.to_owned(),
            variables: variables.into_iter().collect(),
        })
    }
}

fn variables(dot_env: &str) -> dotenvy::Result<Vec<(String, String)>> {
    dotenvy::from_read_iter(dot_env.as_bytes()).collect()
}

/// What is wrong in a `.env` that cannot be read. Its line may hold the token,
/// so no more of it is shown than the name before `=`.
fn unreadable_line(text: &str) -> String {
    // All that comes before the line can be read, and with it nothing can.
    let mut starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let start = starts
        .rfind(|&start| variables(&text[..start]).is_ok())
        .unwrap_or(0);
    let number = 1 + text[..start].matches('\n').count();
    let line = text[start..]
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start();
    let name = line
        .strip_prefix("export ")
        .unwrap_or(line)
        .split_once('=')
        .map_or("", |(name, _)| name.trim());
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_name {
        format!("line {number}: the value of {name} cannot be read: put it between quotation marks")
    } else {
        format!("line {number} is not NAME=value")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(unreadable_line(line), "line 1 is not NAME=value", "{line}");
        }
    }
}
