//! The environment: one function for each variable, which refuses by name what it cannot use.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use url::Url;

use super::dot_env::DotEnv;
use super::{ConfigError, Telegram, Token, Webhook};
use crate::ingest::LEAST_MEMORY;

/// Every variable, for `--help`.
pub(super) const HELP: &str = "\
Environment (or a file: .env in this folder, or what --env-file names; the environment wins):
  QUOTH_CORPUS         Folders or files of documents, separated as in PATH [default: corpus]
  QUOTH_DATA           Folder for what outlives a run: the index, the terminal's history,
                       verdicts on answers, questions that a stopped bot has yet to answer
  TELOXIDE_TOKEN       Bot token from @BotFather: serve Telegram; empty in the environment: do not,
                       whatever the file says
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
  NO_COLOR             Set to anything: no colours (not read from a file)
TELOXIDE_API_URL and QUOTH_WEBHOOK_* say where the token goes: in a file, they count only beside it.";

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
/// The secret, and the settings that say where it goes.
const SECRET: &str = "TELOXIDE_TOKEN";
const DESTINATIONS: &[&str] = &[
    "TELOXIDE_API_URL",
    "QUOTH_WEBHOOK_URL",
    "QUOTH_WEBHOOK_LISTEN",
];
/// Megabytes that indexing may take, where nothing is said.
const MEMORY: usize = 256;
/// A misspelt setting is this many slips away from the one meant.
const SLIPS: usize = 3;

/// The variables of the process, and of a file.
pub(super) struct Environment {
    process: BTreeMap<String, String>,
    file: Option<DotEnv>,
}

impl Environment {
    /// Reads both; a variable of the process wins over one of the file, which is
    /// `.env` in the current folder unless another one is named.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, a name that is no setting's, or an empty setting.
    pub(super) fn read(file: Option<&Path>) -> Result<Self, ConfigError> {
        let process = std::env::vars_os().filter_map(|(name, value)| {
            Some((
                name.into_string().ok()?,
                value.to_string_lossy().into_owned(),
            ))
        });
        Self::new(DotEnv::read(file)?, process)
    }

    fn new(
        file: Option<DotEnv>,
        process: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let environment = Self {
            process: process.collect(),
            file,
        };
        environment.check_names()?;
        environment.check_empty()?;
        Ok(environment)
    }

    /// Refuses a misspelt setting: an allow-list that is passed over would open the bot to everyone.
    fn check_names(&self) -> Result<(), ConfigError> {
        let is_unknown = |name: &&String| {
            (name.starts_with("QUOTH_") || name.starts_with("TELOXIDE_"))
                && !SETTINGS.contains(&name.as_str())
        };
        let of_file = self.file.iter().flat_map(|file| file.variables.keys());
        let Some(name) = self.process.keys().chain(of_file).find(is_unknown) else {
            return Ok(());
        };
        let meant = SETTINGS
            .iter()
            .copied()
            .min_by_key(|setting| strsim::osa_distance(setting, name));
        Err(ConfigError::Unknown {
            name: name.clone(),
            meant: meant.filter(|setting| strsim::osa_distance(setting, name) <= SLIPS),
        })
    }

    /// Refuses an empty setting, as `${IDS}` gives where there is no IDS: it does
    /// not mean what leaving it out would. For the token alone it says something.
    fn check_empty(&self) -> Result<(), ConfigError> {
        let is_empty = |name: &&&str| {
            let is_wanted = **name == SECRET && !self.is_of_file(name);
            !is_wanted && self.value(name).is_some_and(str::is_empty)
        };
        match SETTINGS.iter().find(is_empty) {
            Some(variable) => Err(empty(variable)),
            None => Ok(()),
        }
    }

    /// The file that was read.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| &*file.path)
    }

    /// Refuses a file that says where the token goes, and does not hold it:
    /// whoever wrote it would get a token that they have not got.
    ///
    /// # Errors
    ///
    /// The setting that would send the token somewhere.
    pub(super) fn check_destinations(&self) -> Result<(), ConfigError> {
        let Some(file) = self.file.as_ref().filter(|_| !self.is_of_file(SECRET)) else {
            return Ok(());
        };
        let mut destinations = DESTINATIONS.iter();
        match destinations.find(|name| self.is_of_file(name)) {
            Some(variable) => Err(ConfigError::Value {
                variable,
                problem: format!(
                    "it says where the token goes, and stands in {}, which the token is not from",
                    file.path.display()
                ),
                hint: "set it where TELOXIDE_TOKEN is set: both in the environment, or both in that file",
            }),
            None => Ok(()),
        }
    }

    /// `QUOTH_CORPUS`: paths separated as in `PATH`.
    pub(super) fn corpus(&self) -> Result<Vec<PathBuf>, ConfigError> {
        let Some(value) = self.get("QUOTH_CORPUS") else {
            return Ok(vec![PathBuf::from("corpus")]);
        };
        let paths: Vec<_> = std::env::split_paths(value)
            .filter(|path| !path.as_os_str().is_empty())
            .collect();
        if paths.is_empty() {
            return Err(empty("QUOTH_CORPUS"));
        }
        Ok(paths)
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
        let ids: BTreeSet<i64> = ids.collect::<Result<_, _>>()?;
        if ids.is_empty() {
            return Err(empty(variable));
        }
        Ok(Some(ids))
    }

    /// A variable that is set to something.
    fn get(&self, name: &str) -> Option<&str> {
        self.value(name).filter(|value| !value.is_empty())
    }

    /// A variable, without the white space around it.
    fn value(&self, name: &str) -> Option<&str> {
        let of_file = self.file.as_ref().and_then(|file| file.variables.get(name));
        let value = self.process.get(name).or(of_file);
        value.map(|value| value.trim())
    }

    /// Whether a variable has its value from the file.
    fn is_of_file(&self, name: &str) -> bool {
        let is_there = |file: &DotEnv| file.variables.contains_key(name);
        !self.process.contains_key(name) && self.file.as_ref().is_some_and(is_there)
    }
}

fn empty(variable: &'static str) -> ConfigError {
    ConfigError::Value {
        variable,
        problem: "it is set and empty".to_owned(),
        hint: "give it a value or leave it out",
    }
}

#[cfg(test)]
mod tests;
