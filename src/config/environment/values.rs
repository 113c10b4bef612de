//! What the variables mean: one function for each, which refuses by name what it cannot use.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::PathBuf;

use url::Url;

use super::{Environment, SECRET, empty, web_address};
use crate::config::{ConfigError, Telegram, Webhook};
use crate::ingest::LEAST_MEMORY;
use crate::secret::Secret;
use crate::wording::Wording;

/// Megabytes that indexing may take, where nothing is said.
const MEMORY: usize = 256;

impl Environment {
    /// `QUOTH_CORPUS`: paths separated as in `PATH`.
    pub(in crate::config) fn corpus(&self) -> Result<Vec<PathBuf>, ConfigError> {
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
    pub(in crate::config) fn data(&self) -> Option<PathBuf> {
        let own = self.get("QUOTH_DATA").map(PathBuf::from);
        own.or_else(|| {
            directories::ProjectDirs::from("", "", "quoth")
                .map(|folders| folders.data_dir().to_owned())
        })
    }

    /// `QUOTH_MEMORY`: megabytes, as bytes.
    pub(in crate::config) fn memory(&self) -> Result<usize, ConfigError> {
        const MB: usize = 1024 * 1024;
        let least = LEAST_MEMORY / MB;
        let hint = "write the number alone, such as 512, or leave it out";
        let bytes = self.read_as("QUOTH_MEMORY", hint, |value| {
            let megabytes = value.parse().ok().filter(|given| *given >= least);
            let bytes = megabytes.and_then(|given: usize| given.checked_mul(MB));
            bytes
                .ok_or_else(|| format!("{value:?} is no whole number of megabytes from {least} on"))
        })?;
        Ok(bytes.unwrap_or(MEMORY * MB))
    }

    /// `QUOTH_READER`: on or off.
    pub(in crate::config) fn reader(&self) -> Result<bool, ConfigError> {
        let hint = "write off to answer without the network that reads the best sentences, or leave it out";
        let reads = self.read_as("QUOTH_READER", hint, |value| match value {
            "on" => Ok(true),
            "off" => Ok(false),
            other => Err(format!("{other:?} is neither on nor off")),
        })?;
        Ok(reads.unwrap_or(true))
    }

    /// `QUOTH_LANGUAGE`: a language that Quoth speaks.
    pub(in crate::config) fn language(&self) -> Result<Option<Wording>, ConfigError> {
        let hint = "write the code of a language alone, such as de, or leave it out";
        self.read_as("QUOTH_LANGUAGE", hint, |value| {
            Wording::of(value).ok_or_else(|| {
                let spoken: Vec<&str> = Wording::all().map(Wording::code).collect();
                format!("{value:?} is none of {}", spoken.join(", "))
            })
        })
    }

    /// The language of the terminal, in the order that POSIX has for messages (XBD, chapter 8.2).
    pub(in crate::config) fn terminal_language(&self) -> Option<Wording> {
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let set = variables.filter_map(|name| self.process.get(name));
        set.map(String::as_str)
            .find(|value| !value.is_empty())
            .and_then(Wording::of)
    }

    /// `RUST_LOG`: checked here, since a filter with a mistake would be dropped in silence.
    pub(in crate::config) fn log(&self) -> Result<String, ConfigError> {
        let hint =
            "write a level (error, warn, info, debug, trace) or module=level, separated by commas";
        let filter = self.read_as("RUST_LOG", hint, |filter| {
            env_filter::Builder::new()
                .try_parse(filter)
                .map(|_| filter.to_owned())
                .map_err(|error| error.to_string())
        })?;
        Ok(filter.unwrap_or_else(|| "warn".to_owned()))
    }

    /// How to serve Telegram, if there is a token.
    pub(in crate::config) fn telegram(&self) -> Result<Option<Telegram>, ConfigError> {
        let api_url = self.api_url()?;
        let allowed_chats = self.ids("QUOTH_ALLOWED_CHATS")?;
        let admins = self.ids("QUOTH_ADMINS")?.unwrap_or_default();
        let webhook = self.webhook()?;
        let language = self.language()?;
        let log_questions = self.log_questions()?;
        let token = self.token()?;
        Ok(token.map(|token| Telegram {
            token,
            api_url,
            allowed_chats,
            admins,
            webhook,
            language,
            log_questions,
        }))
    }

    /// `TELOXIDE_TOKEN`: digits, a colon, and letters, as `@BotFather` gives it. The value is never repeated.
    fn token(&self) -> Result<Option<Secret>, ConfigError> {
        let hint = "copy the whole token that @BotFather gave, such as 123456:AbC-dEf";
        self.read_as(SECRET, hint, |value| {
            let is_letter = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
            let well_formed = value.split_once(':').is_some_and(|(id, secret)| {
                id.parse::<u64>().is_ok() && !secret.is_empty() && secret.bytes().all(is_letter)
            });
            let token = well_formed.then(|| Secret::new(value.to_owned()));
            token.ok_or_else(|| "this is not a bot token".to_owned())
        })
    }

    /// `TELOXIDE_API_URL`: an http or https URL.
    fn api_url(&self) -> Result<Option<Url>, ConfigError> {
        let hint = "write it as in http://localhost:8081";
        self.read_as("TELOXIDE_API_URL", hint, |value| {
            // Not repeated: the addresses that the Bot API's own pages show have the token in them.
            let url = web_address(value, &["http", "https"]);
            url.ok_or_else(|| "this is not a web address".to_owned())
        })
    }

    /// `QUOTH_WEBHOOK_URL`, an https URL, and `QUOTH_WEBHOOK_LISTEN`, an address with a port.
    fn webhook(&self) -> Result<Option<Webhook>, ConfigError> {
        let hint =
            "write it as in 127.0.0.1:8443, or 0.0.0.0:8443 for every address of this machine";
        let listen = self.read_as("QUOTH_WEBHOOK_LISTEN", hint, |value| {
            let listen = value.parse::<SocketAddr>();
            listen.map_err(|_| format!("{value:?} is not an address with a port"))
        })?;
        let hint = "write it as in https://bots.example.org/quoth";
        let url = self.read_as("QUOTH_WEBHOOK_URL", hint, |value| {
            let url = web_address(value, &["https"]);
            url.ok_or_else(|| "this is not an https address".to_owned())
        })?;
        let listen = listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8443)));
        Ok(url.map(|url| Webhook { url, listen }))
    }

    /// `QUOTH_LOG_QUESTIONS`: true or false.
    fn log_questions(&self) -> Result<bool, ConfigError> {
        let hint = "write true to have questions in the log, or leave it out";
        let logs = self.read_as("QUOTH_LOG_QUESTIONS", hint, |value| {
            let logs = value.parse::<bool>();
            logs.map_err(|_| format!("{value:?} is neither true nor false"))
        })?;
        Ok(logs.unwrap_or(false))
    }

    /// Numeric ids separated by commas or spaces.
    fn ids(&self, variable: &'static str) -> Result<Option<BTreeSet<i64>>, ConfigError> {
        let hint = "write numbers separated by commas; the bot tells a stranger their id, and the ids of groups start with -100";
        let id = |id: &str| {
            id.parse::<i64>().map_err(|_| {
                // A token that was pasted here by mistake is not to be repeated.
                if id.starts_with('@') {
                    format!("{id:?} is not a numeric id")
                } else {
                    "it holds something else than numeric ids".to_owned()
                }
            })
        };
        let ids = self.read_as(variable, hint, |value| {
            let ids = value.split([',', ' ']).filter(|id| !id.is_empty());
            ids.map(id).collect::<Result<BTreeSet<_>, _>>()
        })?;
        match ids {
            Some(ids) if ids.is_empty() => Err(empty(variable)),
            ids => Ok(ids),
        }
    }
}
