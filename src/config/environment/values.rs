//! What the variables mean: one function for each, which refuses by name what it cannot use.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::str::FromStr;

use url::Url;

use super::{Environment, SECRET, empty};
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
        let Some(value) = self.get("QUOTH_MEMORY") else {
            return Ok(MEMORY * MB);
        };
        let megabytes = value.parse().ok().filter(|given| *given >= least);
        let bytes = megabytes.and_then(|given: usize| given.checked_mul(MB));
        bytes.ok_or_else(|| ConfigError::Value {
            subject: "QUOTH_MEMORY".to_owned(),
            problem: format!("{value:?} is no whole number of megabytes from {least} on"),
            hint: "write the number alone, such as 512, or leave it out",
        })
    }

    /// `QUOTH_READER`: on or off.
    pub(in crate::config) fn reader(&self) -> Result<bool, ConfigError> {
        match self.get("QUOTH_READER").unwrap_or("on") {
            "on" => Ok(true),
            "off" => Ok(false),
            other => Err(ConfigError::Value {
                subject: "QUOTH_READER".to_owned(),
                problem: format!("{other:?} is neither on nor off"),
                hint: "write off to answer without the network that reads the best sentences, or leave it out",
            }),
        }
    }

    /// `QUOTH_LANGUAGE`: a language that Quoth speaks.
    pub(in crate::config) fn language(&self) -> Result<Option<Wording>, ConfigError> {
        let Some(value) = self.get("QUOTH_LANGUAGE") else {
            return Ok(None);
        };
        let spoken = || Wording::all().map(Wording::code).collect::<Vec<_>>();
        let unknown = || ConfigError::Value {
            subject: "QUOTH_LANGUAGE".to_owned(),
            problem: format!("{value:?} is none of {}", spoken().join(", ")),
            hint: "write the code of a language alone, such as de, or leave it out",
        };
        Wording::of(value).map(Some).ok_or_else(unknown)
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
        let filter = self.get("RUST_LOG").unwrap_or("warn");
        match env_filter::Builder::new().try_parse(filter) {
            Ok(_) => Ok(filter.to_owned()),
            Err(error) => Err(ConfigError::Value {
                subject: "RUST_LOG".to_owned(),
                problem: error.to_string(),
                hint: "write a level (error, warn, info, debug, trace) or module=level, separated by commas",
            }),
        }
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
        let Some(value) = self.get(SECRET) else {
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
            return Ok(Some(Secret::new(value.to_owned())));
        }
        let problem = "this is not a bot token".to_owned();
        Err(ConfigError::Value {
            subject: SECRET.to_owned(),
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
                subject: "TELOXIDE_API_URL".to_owned(),
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
            subject: "QUOTH_WEBHOOK_LISTEN".to_owned(),
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
            subject: "QUOTH_WEBHOOK_URL".to_owned(),
            problem: "this is not an https address".to_owned(),
            hint: "write it as in https://bots.example.org/quoth",
        })?;
        Ok(Some(Webhook { url, listen }))
    }

    /// `QUOTH_LOG_QUESTIONS`: true or false.
    fn log_questions(&self) -> Result<bool, ConfigError> {
        let value = self.get("QUOTH_LOG_QUESTIONS").unwrap_or("false");
        value.parse().map_err(|_| ConfigError::Value {
            subject: "QUOTH_LOG_QUESTIONS".to_owned(),
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
                subject: variable.to_owned(),
                // A token that was pasted here by mistake is not to be repeated.
                problem: if id.starts_with('@') {
                    format!("{id:?} is not a numeric id")
                } else {
                    "it holds something else than numeric ids".to_owned()
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
}
