//! The environment and the file beside it: which variables there are, which value counts, and what
//! is refused whatever its value.

mod engine;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use url::Url;

use super::ConfigError;
use super::dot_env::DotEnv;

/// Every variable, for `--help`.
pub(super) const HELP: &str = "\
Environment (or a file: .env in this folder, or what --env-file names; the environment wins):
  QUOTH_CORPUS         Folders or files of documents, separated as in PATH [default: corpus]
  QUOTH_DATA           Folder for what outlives a run: the index, the terminal's history,
                       verdicts on answers, languages that people chose, questions that a
                       stopped bot has yet to answer
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
  QUOTH_ENGINE         Nodes of an OpenSearch cluster that has the index, separated by commas:
                       https://quoth@one.example.org:9200; not set: the index is on this machine
  QUOTH_ENGINE_PASSWORD Password of the user that QUOTH_ENGINE names
  QUOTH_ENGINE_CA      File of certificates (PEM) that those of the nodes are signed by
  QUOTH_ENGINE_INDEX   What the names of Quoth's indexes there begin with [default: quoth]
  QUOTH_LANGUAGE       Language that Quoth speaks, such as de; each quote stays in its own
                       [default: each person's own on Telegram, LC_ALL, LC_MESSAGES
                       or LANG on a terminal]
  RUST_LOG             What to log to standard error, such as quoth=debug [default: warn]
  NO_COLOR             Set to anything: no colours (not read from a file)
TELOXIDE_API_URL and QUOTH_WEBHOOK_* say where the token goes: in a file, they count only beside it;
so do QUOTH_ENGINE and QUOTH_ENGINE_CA beside the password.";

/// The names of all settings: nothing else may be set, and no other name of a file is repeated.
pub(super) fn settings() -> impl Iterator<Item = &'static str> {
    let entries = HELP.lines().filter_map(|line| line.strip_prefix("  "));
    entries
        .filter_map(|entry| entry.split(' ').next())
        .filter(|name| is_of_quoth(name))
}

/// Whether a variable is a setting by the look of it.
fn is_of_quoth(name: &str) -> bool {
    name.starts_with("QUOTH_") || name.starts_with("TELOXIDE_")
}

/// The secret, and the settings that say where it goes.
pub(super) const SECRET: &str = "TELOXIDE_TOKEN";
const DESTINATIONS: &[&str] = &[
    "TELOXIDE_API_URL",
    "QUOTH_WEBHOOK_URL",
    "QUOTH_WEBHOOK_LISTEN",
];
/// The same of the cluster.
const PASSWORD: &str = "QUOTH_ENGINE_PASSWORD";
const NODES: &[&str] = &["QUOTH_ENGINE", "QUOTH_ENGINE_CA"];
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
    pub(super) fn read(file: Option<&Path>) -> Result<Self, ConfigError> {
        let process = std::env::vars_os().filter_map(|(name, value)| {
            Some((
                name.into_string().ok()?,
                value.to_string_lossy().into_owned(),
            ))
        });
        Self::new(DotEnv::read(file)?, process)
    }

    pub(super) fn new(
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
            is_of_quoth(name) && !settings().any(|setting| setting == name.as_str())
        };
        let of_file = self.file.iter().flat_map(|file| file.variables.keys());
        let Some(name) = self.process.keys().chain(of_file).find(is_unknown) else {
            return Ok(());
        };
        let meant = settings().min_by_key(|setting| strsim::osa_distance(setting, name));
        let meant = meant.filter(|setting| strsim::osa_distance(setting, name) <= SLIPS);
        let meant = meant.map_or(String::new(), |meant| format!(": do you mean {meant}?"));
        Err(ConfigError {
            problem: format!("{name} is no setting of Quoth{meant}"),
            hint: "quoth --help lists every variable",
        })
    }

    /// Refuses an empty setting, as `${IDS}` gives where there is no IDS: it does
    /// not mean what leaving it out would. For the token alone it says something.
    fn check_empty(&self) -> Result<(), ConfigError> {
        let is_empty = |name: &&str| {
            let is_wanted = *name == SECRET && !self.is_of_file(name);
            !is_wanted && self.value(name).is_some_and(str::is_empty)
        };
        let found = settings().find(is_empty);
        found.map_or(Ok(()), |variable| Err(empty(variable)))
    }

    /// The file that was read.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| &*file.path)
    }

    /// Refuses a file that says where a secret goes, and does not hold it:
    /// its writer would be sent one that is not theirs.
    pub(super) fn check_destinations(&self, secret: &str) -> Result<(), ConfigError> {
        let (what, destinations, hint) = match secret {
            SECRET => (
                "token",
                DESTINATIONS,
                "set it where TELOXIDE_TOKEN is set: both in the environment, or both in that file",
            ),
            _ => (
                "password",
                NODES,
                "set it where QUOTH_ENGINE_PASSWORD is set: both in the environment, or both in that file",
            ),
        };
        let Some(file) = self.file.as_ref().filter(|_| !self.is_of_file(secret)) else {
            return Ok(());
        };
        let Some(variable) = destinations.iter().find(|name| self.is_of_file(name)) else {
            return Ok(());
        };
        let problem = format!(
            "it says where the {what} goes, and stands in {}, which the {what} is not from",
            file.path.display()
        );
        Err(ConfigError::of(variable, &problem, hint))
    }

    /// What `read` makes of a variable that is set, or says is wrong with it.
    fn read_as<T>(
        &self,
        name: &str,
        hint: &'static str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>, ConfigError> {
        let refused = |problem: String| ConfigError::of(name, &problem, hint);
        self.get(name).map(read).transpose().map_err(refused)
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

/// An address on the web, of one of these schemes.
fn web_address(text: &str, schemes: &[&str]) -> Option<Url> {
    let url = Url::parse(text).ok();
    url.filter(|url| schemes.contains(&url.scheme()) && url.has_host())
}

fn empty(variable: &str) -> ConfigError {
    let hint = "give it a value or leave it out";
    ConfigError::of(variable, "it is set and empty", hint)
}

#[cfg(test)]
mod tests;
