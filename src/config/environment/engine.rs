//! The variables that name a cluster.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;
use url::Url;

use super::{Environment, PASSWORD, web_address};
use crate::address::is_of_this_machine;
use crate::config::ConfigError;
use crate::index::cluster::Settings;
use crate::secret::Secret;

const ADDRESSES: &str = "QUOTH_ENGINE";
const INDEX: &str = "QUOTH_ENGINE_INDEX";
/// What the names of indexes begin with, where nothing is said.
const PREFIX: &str = "quoth";
/// Letters of that, at most.
const LONGEST: usize = 100;

impl Environment {
    /// `QUOTH_ENGINE` and what belongs to it; `None` where the index is of this process.
    pub(in crate::config) fn engine(&self) -> Result<Option<Settings>, ConfigError> {
        let index = self.prefix()?;
        let Some(value) = self.get(ADDRESSES) else {
            return Ok(None);
        };
        let (mut addresses, mut user) = (Vec::new(), None);
        for one in value.split([',', ' ']).filter(|one| !one.is_empty()) {
            let (address, own) = address(one)?;
            if own.is_some() && !addresses.is_empty() && own != user {
                return Err(refused("it names more than one user"));
            }
            user = user.or(own);
            addresses.push(address);
        }
        if addresses.is_empty() {
            return Err(super::empty(ADDRESSES));
        }
        let password = self.get(PASSWORD).map(|it| Secret::new(it.to_owned()));
        if password.is_some() {
            self.check_destinations(PASSWORD)?;
            let is_open =
                |address: &Url| address.scheme() == "http" && !is_of_this_machine(address);
            if user.is_none() {
                return Err(refused(
                    "a password is set, and no user stands before the @ of an address",
                ));
            }
            if addresses.iter().any(is_open) {
                return Err(refused(
                    "over http, the password could be read on its way to another machine",
                ));
            }
        }
        Ok(Some(Settings {
            addresses,
            user: user.map(|user| (user, password)),
            ca: self.get("QUOTH_ENGINE_CA").map(PathBuf::from),
            index,
        }))
    }

    /// `QUOTH_ENGINE_INDEX`: what `OpenSearch` takes for the beginning of a name.
    fn prefix(&self) -> Result<String, ConfigError> {
        let hint = "write up to 100 small letters, digits, - and _, a letter or digit first";
        let prefix = self.read_as(INDEX, hint, |value| {
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let may_follow = |byte: u8| is_plain(byte) || b"-_".contains(&byte);
            let fits = value.bytes().all(may_follow)
                && value.bytes().next().is_some_and(is_plain)
                && value.len() <= LONGEST;
            let prefix = fits.then(|| value.to_owned());
            prefix.ok_or_else(|| format!("{value:?} cannot begin the name of an index"))
        })?;
        Ok(prefix.unwrap_or_else(|| PREFIX.to_owned()))
    }
}

/// An address of a node, and the user that it names.
fn address(text: &str) -> Result<(Url, Option<String>), ConfigError> {
    // Not repeated: somebody may have put the password in.
    let Some(mut url) = web_address(text, &["http", "https"]) else {
        return Err(refused("it holds something else than web addresses"));
    };
    if url.password().is_some() {
        return Err(refused(
            "a password stands in an address, where others may see it: QUOTH_ENGINE_PASSWORD is for that",
        ));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refused("an address has something behind a ? or a #"));
    }
    let user = percent_decode_str(url.username()).decode_utf8_lossy();
    let user = Some(user.into_owned()).filter(|user| !user.is_empty());
    // An address that takes a user also lets go of one.
    let _ = url.set_username("");
    Ok((url, user))
}

fn refused(problem: &str) -> ConfigError {
    let hint =
        "write the nodes as in https://user@one.example.org:9200,https://user@two.example.org:9200";
    ConfigError::of(ADDRESSES, problem, hint)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::super::tests::environment;
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Option<Settings>, ConfigError> {
        environment(variables)?.engine()
    }

    #[test]
    fn nodes_have_one_user_and_no_password_in_their_addresses() {
        let nodes = "https://qu%40th@one.example.org:9200, https://two.example.org/search";
        let read = read(&[(ADDRESSES, nodes), (PASSWORD, "s3cret")]);
        let settings = read.expect("it can be used").expect("it is set");
        let addresses: Vec<&str> = settings.addresses.iter().map(Url::as_str).collect();
        let wanted = [
            "https://one.example.org:9200/",
            "https://two.example.org/search",
        ];
        assert_eq!(addresses, wanted);
        let (user, password) = settings.user.clone().expect("there is a user");
        assert_eq!((user.as_str(), settings.index.as_str()), ("qu@th", "quoth"));
        assert_eq!(password.expect("it is set").reveal(), "s3cret");
        assert!(!format!("{settings:?}").contains("s3cret"));
    }

    #[test]
    fn what_would_not_reach_a_cluster_or_give_the_password_away_is_refused() {
        for (variables, part) in [
            (vec![(ADDRESSES, "one.example.org:9200")], "web addresses"),
            (
                vec![(ADDRESSES, "https://u:s3cret@one.example.org")],
                "QUOTH_ENGINE_PASSWORD",
            ),
            (
                vec![(ADDRESSES, "https://u@one.org,https://v@two.org")],
                "one user",
            ),
            (
                vec![(ADDRESSES, "https://one.org"), (PASSWORD, "s3cret")],
                "no user",
            ),
            (
                vec![(ADDRESSES, "http://u@one.org"), (PASSWORD, "s3cret")],
                "over http",
            ),
            (vec![(INDEX, "Quoth")], "cannot begin"),
            (vec![(INDEX, "_quoth")], "cannot begin"),
        ] {
            let told = read(&variables)
                .map(drop)
                .map_err(|error| error.to_string());
            let told = told.expect_err("it is refused");
            assert!(told.contains(part) && !told.contains("s3cret"), "{told}");
        }
        let here = [(ADDRESSES, "http://u@127.0.0.1:9200"), (PASSWORD, "s3cret")];
        assert!(read(&here).is_ok());
    }
}
