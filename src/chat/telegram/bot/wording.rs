//! What Quoth says on Telegram alone, beside what it says everywhere.

pub(super) mod documents;
pub(super) mod files;

use std::time::Duration;

use super::super::transport::{Menu, Post};
use super::admission::Unserved;
use super::characters::shortened;
use super::markup::{Block, Style, posts};
use super::statistics::Statistics;
use crate::index::Contents;
use crate::wording::{PLACE, Wording, parted};

/// The most UTF-16 units of a title or a document's name.
const LONGEST_NAME: usize = 80;

/// The commands as Telegram's menu shows them, and what each does: first to all, then to those who
/// use Telegram in a language that Quoth speaks, unless all are spoken to in `one`.
pub fn menus(one: Option<Wording>) -> Vec<Menu> {
    let first = one.unwrap_or(Wording::ENGLISH);
    let menu = |wording: Wording| Menu {
        language: (wording != first).then(|| wording.code()),
        commands: vec![
            ("ask", wording.menu_ask()),
            ("sources", wording.menu_sources()),
            ("help", wording.menu_help()),
            ("privacy", wording.menu_privacy()),
            ("language", wording.menu_language()),
        ],
    };
    let others = Wording::all().filter(|other| one.is_none() && *other != first);
    std::iter::once(first).chain(others).map(menu).collect()
}

/// The introduction, above buttons with questions that the documents answer, if there are some.
pub(super) fn start(
    wording: Wording,
    contents: &Contents,
    has_examples: bool,
    is_broken: bool,
) -> Vec<Post> {
    let ask = if has_examples {
        wording.start_examples()
    } else {
        wording.start_plain()
    };
    let broken = is_broken.then(|| wording.start_broken());
    let paragraphs = [wording.start_documents(contents.documents), ask];
    said(broken.into_iter().chain(paragraphs))
}

/// How the bot is used; `name` is its user name.
pub(super) fn help(wording: Wording, name: &str, by_admin: bool) -> Vec<Post> {
    let name = format!("@{name}");
    let paragraphs = [
        wording.help_here(),
        wording.help_group(&name),
        wording.help_going_on(),
        wording.help_sources(),
        wording.help_inline(&name),
        wording.help_quotes(),
        wording.help_language(),
        wording.help_group_privacy(),
    ];
    let by_admin = by_admin.then(|| wording.help_admin());
    said(paragraphs.into_iter().chain(by_admin))
}

/// What becomes of what people write; `engine` where a search engine gets it.
pub(super) fn privacy(
    wording: Wording,
    engine: bool,
    keeps_anything: bool,
    logs_questions: bool,
) -> Vec<Post> {
    let search = if engine {
        wording.privacy_engine()
    } else {
        wording.privacy_search()
    };
    let mut paragraphs = vec![search, wording.privacy_memory()];
    if keeps_anything {
        paragraphs.extend([wording.privacy_verdicts(), wording.privacy_language()]);
    }
    paragraphs.push(if logs_questions {
        wording.privacy_logged()
    } else {
        wording.privacy_not_logged()
    });
    said(paragraphs)
}

/// How the bot fares, for its operator.
pub(super) fn status(wording: Wording, contents: &Contents, statistics: &Statistics) -> Vec<Post> {
    let mut lines = vec![wording.overview_of(contents)];
    let skipped = wording.skipped_files(&contents.skipped);
    lines.extend(skipped.lines().map(str::to_owned));
    lines.push(wording.up_for(duration(wording, statistics.began.elapsed())));
    let (answered, declined) = (statistics.answered, statistics.declined);
    lines.push(wording.answered_declined(answered, declined));
    if let (Some(median), Some(most)) = (statistics.quantile(0.5), statistics.quantile(0.95)) {
        lines.push(wording.times(median.as_millis() as u64, most.as_millis() as u64));
    }
    let mut block = Block::default();
    for line in lines {
        block.say(&line, Style::Plain);
        block.end_line();
    }
    posts(vec![vec![block]])
}

/// Days, hours and minutes.
fn duration(wording: Wording, duration: Duration) -> String {
    let minutes = duration.as_secs() / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours) {
        (0, 0) => wording.minutes(minutes),
        (0, _) => wording.hours(hours, minutes),
        _ => wording.days(days, hours, minutes),
    }
}

/// What is said to a message that is not served, in the private chat `id` if in one.
pub(super) fn unserved(wording: Wording, why: Unserved, id: i64) -> Vec<Post> {
    match why {
        Unserved::TooMany { most } => told(wording.too_many(most)),
        Unserved::Crowded => told(wording.crowded()),
        // A tap copies the id.
        Unserved::Stranger => around(&wording.stranger(PLACE), &id.to_string()),
    }
}

pub(super) fn told(words: String) -> Vec<Post> {
    said([words])
}

fn said(paragraphs: impl IntoIterator<Item = String>) -> Vec<Post> {
    let paragraphs = paragraphs.into_iter();
    let block = |words: String| vec![Block::said(&words, Style::Plain)];
    posts(paragraphs.map(block).collect())
}

/// A sentence around a name, or the like, that a tap copies.
pub(super) fn around(sentence: &str, name: &str) -> Vec<Post> {
    let (before, after) = parted(sentence);
    let mut block = Block::said(before, Style::Plain);
    block.push(&shortened(name, NAME), Style::Code);
    block.say(after, Style::Plain);
    posts(vec![vec![block]])
}

/// The most UTF-16 units of a name that is to be copied: whole, unless it is absurd.
const NAME: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_saying_is_one_message_in_every_language() {
        let contents = Contents::default();
        for wording in Wording::all() {
            for posts in [
                start(wording, &contents, true, false),
                start(wording, &contents, false, true),
                privacy(wording, true, true, true),
                status(wording, &contents, &Statistics::new()),
                unserved(wording, Unserved::TooMany { most: 20 }, 1),
                unserved(wording, Unserved::Crowded, 1),
                unserved(wording, Unserved::Stranger, 1),
                help(wording, "quoth_test_bot", true),
            ] {
                assert_eq!(posts.len(), 1, "{wording:?}");
            }
        }
    }

    #[test]
    fn where_all_are_spoken_to_in_one_language_there_is_one_menu() {
        let german = menus(Wording::of("de"));
        assert_eq!((german.len(), german[0].language), (1, None));
        assert!(german[0].commands[0].1.contains("Dokument"));
    }

    #[test]
    fn a_name_among_words_that_run_from_the_right_is_set_apart() {
        let arabic = Wording::of("ar").unwrap_or(Wording::ENGLISH);
        let posts = around(&arabic.put_back(PLACE), "ferry\u{202e}.txt");
        let html = &posts[0].html;
        let apart = "\u{2068}<code>ferry.txt</code>\u{2069}";
        assert!(html.contains(apart), "{html}");
    }
}
