//! The environment: one function for each variable, which refuses by name what it cannot use.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use url::Url;

use super::{ConfigError, Telegram, Token, Webhook};
use crate::ingest::LEAST_MEMORY;

/// Every variable, for `--help`.
pub(super) const HELP: &str = "\
Environment (or a .env file in this folder or one above it; the environment wins):
  QUOTH_CORPUS         Folders or files of documents, separated as in PATH [default: corpus]
  QUOTH_DATA           Folder for what outlives a run: the index, the terminal's history,
                       verdicts on answers, questions that a stopped bot has yet to answer
  TELOXIDE_TOKEN       Bot token from @BotFather: serve Telegram
  TELOXIDE_API_URL     URL of a self-hosted Bot API server
  QUOTH_ALLOWED_CHATS  Numeric ids of the only chats that may ask, separated by commas
  QUOTH_ADMINS         Numeric ids of people who may always ask, and change the documents by chat,
                       separated by commas
  QUOTH_WEBHOOK_URL    https address at which Telegram brings updates; not set: poll for them
  QUOTH_WEBHOOK_LISTEN Address and port where they arrive here [default: 127.0.0.1:8443]
  QUOTH_LOG_QUESTIONS  true: the log holds what people ask on Telegram [default: false]
  QUOTH_READER         off: rank by words alone, without the network that reads the best sentences;
                       quicker, and more often wrong or unsure [default: on]
  QUOTH_MEMORY         Megabytes that indexing may take [default: 256]
  RUST_LOG             What to log to standard error, such as quoth=debug [default: warn]
  NO_COLOR             Set to anything: no colours (not read from .env)";

const SETTINGS: &[&str] = &[
    "QUOTH_CORPUS",
    "QUOTH_DATA",
    "QUOTH_ALLOWED_CHATS",
    "QUOTH_ADMINS",
    "QUOTH_WEBHOOK_URL",
    "QUOTH_WEBHOOK_LISTEN",
    "QUOTH_LOG_QUESTIONS",
    "QUOTH_READER",
    "QUOTH_MEMORY",
    "TELOXIDE_TOKEN",
    "TELOXIDE_API_URL",
];
/// Megabytes that indexing may take, where nothing is said.
const MEMORY: usize = 256;
/// A misspelt setting is this many slips away from the one meant.
const SLIPS: usize = 3;

/// The variables of the process and of `.env`.
pub(super) struct Environment {
    variables: BTreeMap<String, String>,
}

impl Environment {
    /// Reads both; a variable of the process wins over one in `.env`.
    pub(super) fn read() -> Result<Self, ConfigError> {
        let process = std::env::vars_os().filter_map(|(name, value)| {
            Some((
                name.into_string().ok()?,
                value.to_string_lossy().into_owned(),
            ))
        });
        Self::new(dot_env()?, process)
    }

    pub(super) fn new(
        dot_env: Vec<(String, String)>,
        process: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let variables: BTreeMap<_, _> = dot_env.into_iter().chain(process).collect();
        // A misspelt allow-list that is passed over would open the bot to everyone.
        let ours = |name: &&String| {
            (name.starts_with("QUOTH_") || name.starts_with("TELOXIDE_"))
                && !SETTINGS.contains(&name.as_str())
        };
        match variables.keys().find(ours) {
            Some(name) => {
                let meant = SETTINGS
                    .iter()
                    .copied()
                    .min_by_key(|setting| strsim::osa_distance(setting, name));
                Err(ConfigError::Unknown {
                    name: name.clone(),
                    meant: meant.filter(|setting| strsim::osa_distance(setting, name) <= SLIPS),
                })
            }
            None => Ok(Self { variables }),
        }
    }

    /// `QUOTH_CORPUS`: paths separated as in `PATH`.
    pub(super) fn corpus(&self) -> Vec<PathBuf> {
        let paths: Vec<_> = self
            .get("QUOTH_CORPUS")
            .map(std::env::split_paths)
            .into_iter()
            .flatten()
            .filter(|path| !path.as_os_str().is_empty())
            .collect();
        if paths.is_empty() {
            vec![PathBuf::from("corpus")]
        } else {
            paths
        }
    }

    /// `QUOTH_DATA`, else the platform's folder for the data of programs.
    pub(super) fn data(&self) -> Option<PathBuf> {
        let own = self.get("QUOTH_DATA").map(PathBuf::from);
        own.or_else(|| {
            directories::ProjectDirs::from("", "", "quoth")
                .map(|folders| folders.data_dir().to_owned())
        })
    }

    /// `QUOTH_MEMORY`: megabytes, as bytes.
    pub(super) fn memory(&self) -> Result<usize, ConfigError> {
        const MB: usize = 1024 * 1024;
        let least = LEAST_MEMORY / MB;
        let Some(value) = self.get("QUOTH_MEMORY") else {
            return Ok(MEMORY * MB);
        };
        let megabytes = value.parse().ok().filter(|given| *given >= least);
        let bytes = megabytes.and_then(|given: usize| given.checked_mul(MB));
        bytes.ok_or_else(|| ConfigError::Value {
            variable: "QUOTH_MEMORY",
            problem: format!("{value:?} is no whole number of megabytes from {least} on"),
            hint: "write the number alone, such as 512, or leave it out",
        })
    }

    /// `QUOTH_READER`: on or off.
    pub(super) fn reader(&self) -> Result<bool, ConfigError> {
        match self.get("QUOTH_READER").unwrap_or("on") {
            "on" => Ok(true),
            "off" => Ok(false),
            other => Err(ConfigError::Value {
                variable: "QUOTH_READER",
                problem: format!("{other:?} is neither on nor off"),
                hint: "write off to answer without the network that reads the best sentences, or leave it out",
            }),
        }
    }

    /// `RUST_LOG`: checked here, since a filter with a mistake would be dropped in silence.
    pub(super) fn log(&self) -> Result<String, ConfigError> {
        let filter = self.get("RUST_LOG").unwrap_or("warn");
        match env_filter::Builder::new().try_parse(filter) {
            Ok(_) => Ok(filter.to_owned()),
            Err(error) => Err(ConfigError::Value {
                variable: "RUST_LOG",
                problem: error.to_string(),
                hint: "write a level (error, warn, info, debug, trace) or module=level, separated by commas",
            }),
        }
    }

    /// How to serve Telegram, if there is a token.
    pub(super) fn telegram(&self) -> Result<Option<Telegram>, ConfigError> {
        let api_url = self.api_url()?;
        let allowed_chats = self.ids("QUOTH_ALLOWED_CHATS")?;
        let admins = self.ids("QUOTH_ADMINS")?.unwrap_or_default();
        let webhook = self.webhook()?;
        let log_questions = self.log_questions()?;
        let token = self.token()?;
        Ok(token.map(|token| Telegram {
            token,
            api_url,
            allowed_chats,
            admins,
            webhook,
            log_questions,
        }))
    }

    /// `TELOXIDE_TOKEN`: digits, a colon, and letters, as `@BotFather` gives it. The value is never repeated.
    fn token(&self) -> Result<Option<Token>, ConfigError> {
        let Some(value) = self.get("TELOXIDE_TOKEN") else {
            return Ok(None);
        };
        let well_formed = value.split_once(':').is_some_and(|(id, secret)| {
            id.parse::<u64>().is_ok()
                && !secret.is_empty()
                && secret
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        });
        if well_formed {
            return Ok(Some(Token(value.to_owned())));
        }
        let problem = "this is not a bot token".to_owned();
        Err(ConfigError::Value {
            variable: "TELOXIDE_TOKEN",
            problem,
            hint: "copy the whole token that @BotFather gave, such as 123456:AbC-dEf",
        })
    }

    /// `TELOXIDE_API_URL`: an http or https URL.
    fn api_url(&self) -> Result<Option<Url>, ConfigError> {
        let Some(value) = self.get("TELOXIDE_API_URL") else {
            return Ok(None);
        };
        match Url::parse(value)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        {
            Some(url) => Ok(Some(url)),
            None => Err(ConfigError::Value {
                variable: "TELOXIDE_API_URL",
                // Not repeated: the addresses that the Bot API's own pages show have the token in them.
                problem: "this is not a web address".to_owned(),
                hint: "write it as in http://localhost:8081",
            }),
        }
    }

    /// `QUOTH_WEBHOOK_URL`, an https URL, and `QUOTH_WEBHOOK_LISTEN`, an address with a port.
    fn webhook(&self) -> Result<Option<Webhook>, ConfigError> {
        let listen = self.get("QUOTH_WEBHOOK_LISTEN").unwrap_or("127.0.0.1:8443");
        let listen = listen.parse().map_err(|_| ConfigError::Value {
            variable: "QUOTH_WEBHOOK_LISTEN",
            problem: format!("{listen:?} is not an address with a port"),
            hint: "write it as in 127.0.0.1:8443, or 0.0.0.0:8443 for every address of this machine",
        })?;
        let Some(value) = self.get("QUOTH_WEBHOOK_URL") else {
            return Ok(None);
        };
        let url = Url::parse(value)
            .ok()
            .filter(|url| url.scheme() == "https" && url.has_host());
        let url = url.ok_or_else(|| ConfigError::Value {
            variable: "QUOTH_WEBHOOK_URL",
            problem: "this is not an https address".to_owned(),
            hint: "write it as in https://bots.example.org/quoth",
        })?;
        Ok(Some(Webhook { url, listen }))
    }

    /// `QUOTH_LOG_QUESTIONS`: true or false.
    fn log_questions(&self) -> Result<bool, ConfigError> {
        let value = self.get("QUOTH_LOG_QUESTIONS").unwrap_or("false");
        value.parse().map_err(|_| ConfigError::Value {
            variable: "QUOTH_LOG_QUESTIONS",
            problem: format!("{value:?} is neither true nor false"),
            hint: "write true to have questions in the log, or leave it out",
        })
    }

    /// Numeric ids separated by commas or spaces.
    fn ids(&self, variable: &'static str) -> Result<Option<BTreeSet<i64>>, ConfigError> {
        let Some(value) = self.get(variable) else {
            return Ok(None);
        };
        let ids = value.split([',', ' ']).filter(|id| !id.is_empty()).map(|id| {
            i64::from_str(id).map_err(|_| ConfigError::Value {
                variable,
                // A token that was pasted here by mistake is not to be repeated.
                problem: if id.contains(':') {
                    "it holds something else than numeric ids".to_owned()
                } else {
                    format!("{id:?} is not a numeric id")
                },
                hint: "write numbers separated by commas; the bot tells a stranger their id, and the ids of groups start with -100",
            })
        });
        ids.collect::<Result<_, _>>().map(Some)
    }

    /// A variable that is set to something: an empty one counts as not set.
    fn get(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    }
}

/// The variables of the nearest `.env`, if there is one.
fn dot_env() -> Result<Vec<(String, String)>, ConfigError> {
    let Ok(here) = std::env::current_dir() else {
        return Ok(Vec::new());
    };
    let Some(path) = here
        .ancestors()
        .map(|folder| folder.join(".env"))
        .find(|path| path.is_file())
    else {
        return Ok(Vec::new());
    };
    read_dot_env(&path)
}

fn read_dot_env(path: &Path) -> Result<Vec<(String, String)>, ConfigError> {
    let wrong = |problem| ConfigError::DotEnv {
        path: path.display().to_string(),
        problem,
    };
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    settings_in(&text).map_err(wrong)
}

/// The settings in a `.env`, or what is wrong with it.
pub(super) fn settings_in(text: &str) -> Result<Vec<(String, String)>, String> {
    let text = text.trim_start_matches('\u{feff}');
    variables(text).map_err(|_| unreadable_line(text))
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
mod tests;
