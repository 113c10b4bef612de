use std::collections::BTreeSet;
use std::path::PathBuf;

use super::*;

fn owned(variables: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    variables.iter().map(owned).collect()
}

pub(super) fn environment(variables: &[(&str, &str)]) -> Result<Environment, ConfigError> {
    Environment::new(None, owned(variables).into_iter())
}

/// The same with a file.
fn beside(process: &[(&str, &str)], file: &[(&str, &str)]) -> Result<Environment, ConfigError> {
    let file = DotEnv {
        path: PathBuf::from("the file"),
        variables: owned(file),
    };
    Environment::new(Some(file), owned(process).into_iter())
}

fn told<T>(read: Result<T, ConfigError>) -> String {
    read.err()
        .map_or_else(|| "accepted".to_owned(), |error| error.to_string())
}

fn refusal(variables: &[(&str, &str)]) -> String {
    told(environment(variables).and_then(|environment| {
        environment.corpus()?;
        environment.telegram()?;
        environment.reader()?;
        environment.memory()?;
        environment.log()
    }))
}

#[test]
fn the_process_wins_over_the_file() {
    let file = [("QUOTH_CORPUS", "file"), ("QUOTH_DATA", "data")];
    let both = beside(&[("QUOTH_CORPUS", "process")], &file).ok();
    let read = both.map(|both| (both.corpus().ok(), both.data()));
    let corpus = vec![PathBuf::from("process")];
    assert_eq!(read, Some((Some(corpus), Some(PathBuf::from("data")))));
}

#[test]
fn an_empty_setting_is_refused_by_name() {
    let refused =
        |name: &str| format!("{name}: it is set and empty\nhint: give it a value or leave it out");
    for name in settings() {
        for value in ["", " \t"] {
            if name != SECRET {
                assert_eq!(refusal(&[(name, value)]), refused(name));
            }
            assert_eq!(told(beside(&[], &[(name, value)])), refused(name));
        }
    }
    for (name, value) in [("QUOTH_ALLOWED_CHATS", " , ,"), ("QUOTH_CORPUS", ":")] {
        assert_eq!(refusal(&[(name, value)]), refused(name));
    }
    assert_eq!(refusal(&[("RUST_LOG", "")]), "accepted");
}

#[test]
fn an_empty_token_of_the_process_means_none_whatever_the_file_says() {
    let read = beside(&[(SECRET, "")], &[(SECRET, "12:a")]);
    let telegram = read.and_then(|environment| environment.telegram());
    assert!(telegram.is_ok_and(|telegram| telegram.is_none()));
}

#[test]
fn a_file_says_where_the_token_goes_only_if_it_holds_it() {
    let check = |process: &[(&str, &str)], file: &[(&str, &str)]| {
        told(beside(process, file).and_then(|environment| environment.check_destinations(SECRET)))
    };
    let token = (SECRET, "12:a");
    for name in DESTINATIONS {
        let there = (*name, "there");
        assert_eq!(
            check(&[token], &[there]),
            format!(
                "{name}: it says where the token goes, and stands in the file, which the token is not from\nhint: set it where TELOXIDE_TOKEN is set: both in the environment, or both in that file"
            )
        );
        assert_ne!(check(&[token], &[token, there]), "accepted", "{name}");
        for (process, file) in [
            (&[token, there][..], &[there][..]),
            (&[], &[token, there]),
            (&[there], &[token]),
        ] {
            assert_eq!(check(process, file), "accepted", "{name}");
        }
    }
}

#[test]
fn a_misspelt_setting_is_refused_by_name() {
    let message = refusal(&[("QUOTH_ALOWED_CHATS", "1")]);
    assert_eq!(
        message,
        "QUOTH_ALOWED_CHATS is no setting of Quoth: do you mean QUOTH_ALLOWED_CHATS?\nhint: quoth --help lists every variable"
    );
    assert!(
        refusal(&[("QUOTH_COLOUR_SCHEME", "1")])
            .starts_with("QUOTH_COLOUR_SCHEME is no setting of Quoth\n")
    );
    assert!(refusal(&[("TELOXIDE_TOKNE", "1:a")]).contains("do you mean TELOXIDE_TOKEN?"));
}

#[test]
fn what_means_nothing_is_refused_by_name_and_no_secret_is_repeated() {
    for row in [
        "QUOTH_ADMINS | \"@bob\" is not a numeric id | 12,@bob",
        "QUOTH_ADMINS | it holds something else than numeric ids | 12,34:s3cret",
        "TELOXIDE_API_URL | this is not a web address | localhost",
        "TELOXIDE_TOKEN | this is not a bot token | s3cret",
        "QUOTH_WEBHOOK_URL | this is not an https address | http://bots.example.org/s3cret",
        "QUOTH_WEBHOOK_URL | this is not an https address | bots.example.org/s3cret | https://",
        "QUOTH_WEBHOOK_URL | this is not an https address | ftp://bots.example.org/s3cret",
        "QUOTH_WEBHOOK_LISTEN | VALUE is not an address with a port | 8443 | 127.0.0.1",
        "QUOTH_WEBHOOK_LISTEN | VALUE is not an address with a port | localhost:8443",
        "QUOTH_WEBHOOK_LISTEN | VALUE is not an address with a port | 127.0.0.1:99999",
        "QUOTH_LOG_QUESTIONS | VALUE is neither true nor false | yes | 1 | TRUE",
        "QUOTH_READER | VALUE is neither on nor off | no | OFF | 0",
        "QUOTH_MEMORY | VALUE is no whole number | 1 | 1 GB | -64 | 99999999999999999999",
        "RUST_LOG |  | quoth=loud",
    ] {
        let row: Vec<&str> = row.split(" | ").collect();
        let (name, problem) = (row[0], row[1]);
        for &value in &row[2..] {
            let message = refusal(&[(name, value)]);
            let problem = problem.replace("VALUE", &format!("{value:?}"));
            assert!(
                message.starts_with(&format!("{name}: {problem}")),
                "{message}"
            );
            assert!(
                message.contains("\nhint: ") && !message.contains("s3cret"),
                "{message}"
            );
        }
    }
}

#[test]
fn good_values_are_taken() {
    let read = environment(&[
        ("TELOXIDE_TOKEN", "12:a-B_c"),
        ("QUOTH_ALLOWED_CHATS", "5, -1001"),
        ("TELOXIDE_API_URL", "http://localhost:8081"),
    ]);
    let telegram = read.and_then(|e| e.telegram()).ok().flatten();
    assert_eq!(
        telegram.as_ref().and_then(|t| t.allowed_chats.clone()),
        Some(BTreeSet::from([5, -1001]))
    );
    assert_eq!(
        telegram.map(|t| t.token.reveal().to_owned()).as_deref(),
        Some("12:a-B_c")
    );
}

#[test]
fn a_webhook_is_an_https_address_and_a_place_to_listen() {
    let webhook = |variables: &[(&str, &str)]| {
        let token = [("TELOXIDE_TOKEN", "12:a")];
        let read = environment(&[&token, variables].concat()).and_then(|e| e.telegram());
        let webhook = read.ok().flatten().and_then(|telegram| telegram.webhook);
        webhook.map(|webhook| (webhook.url.to_string(), webhook.listen.to_string()))
    };
    let url = ("QUOTH_WEBHOOK_URL", "https://bots.example.org/quoth");
    let at = |listen: &str| Some((url.1.to_owned(), listen.to_owned()));
    assert_eq!(webhook(&[url]), at("127.0.0.1:8443"));
    for listen in ["0.0.0.0:80", "[::1]:9000"] {
        assert_eq!(
            webhook(&[url, ("QUOTH_WEBHOOK_LISTEN", listen)]),
            at(listen)
        );
    }
    // Without an address for Telegram there is none, and the bot polls.
    assert_eq!(webhook(&[]), None);
    assert_eq!(webhook(&[("QUOTH_WEBHOOK_LISTEN", "0.0.0.0:80")]), None);
}

#[test]
fn questions_are_logged_only_by_an_outright_true() {
    let logs = |value: &str| {
        let variables = [("TELOXIDE_TOKEN", "12:a"), ("QUOTH_LOG_QUESTIONS", value)];
        let read = environment(&variables).and_then(|e| e.telegram());
        read.ok().flatten().map(|telegram| telegram.log_questions)
    };
    assert_eq!(logs("true"), Some(true));
    assert_eq!(logs("false"), Some(false));
}

#[test]
fn the_reader_is_on_unless_it_is_put_off() {
    let reads = |value: &str| environment(&[("QUOTH_READER", value)]).and_then(|e| e.reader());
    assert_eq!(reads("off").ok(), Some(false));
    let usual = environment(&[]).and_then(|environment| environment.reader());
    assert_eq!((reads("on").ok(), usual.ok()), (Some(true), Some(true)));
}

#[test]
fn memory_is_a_number_of_megabytes() {
    let memory = |value: &str| environment(&[("QUOTH_MEMORY", value)]).and_then(|e| e.memory());
    assert_eq!(memory("512").ok(), Some(512 * 1024 * 1024));
    let usual = environment(&[]).and_then(|environment| environment.memory());
    assert_eq!(usual.ok(), Some(256 * 1024 * 1024));
}
