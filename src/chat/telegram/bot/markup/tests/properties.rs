//! What holds for every text, however hostile: checked on random ones.

use proptest::prelude::*;
use proptest::test_runner::Config;

use super::*;
use crate::chat::telegram::bot::fuzzing::visible;

/// What a block is made of: whether it is quoted, and its runs.
type Made = (bool, Vec<(String, Style)>);

/// Checks the messages of what was made, and gives them.
fn checked(made: &[Vec<Made>]) -> Vec<Post> {
    let block = |(quoted, runs): &Made| block(*quoted, runs);
    let section = |blocks: &Vec<Made>| blocks.iter().map(block).collect();
    let posts = posts(made.iter().map(section).collect());
    check(&posts);
    let seen: String = posts.iter().map(|post| visible(&post.plain)).collect();
    let runs = made.iter().flatten().flat_map(|(_, runs)| runs);
    let given: String = runs.map(|(text, _)| visible(text)).collect();
    assert_eq!(seen, given);
    posts
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![Style::Plain, Style::Bold, Style::Italic, Style::Code])
}

/// What documents could hold to break out of a message, or to disturb it.
fn hostile() -> impl Strategy<Value = String> {
    let marks: [&[&str]; 9] = [
        &["</b>", "<b>", "</blockquote>", "<a href=\"tg:x\">"],
        &["<", ">", "&", "\"", "'", "&lt;", "&amp", "&#60;"],
        &["]]>", "<!--", "\u{0}", "\u{1b}[31m", "\u{7f}", "\u{85}"],
        &["\r\n", "\n\n", "\t", " ", "\u{a0}", "\u{2028}"],
        &["\u{202e}", "\u{2066}", "\u{2069}", "\u{200f}", "\u{61c}"],
        &["\u{feff}", "\u{200b}", "\u{200d}", "\u{2060}"],
        &["🚢", "👨\u{200d}👩", "\u{10ffff}", "\u{fffd}"],
        &["e\u{301}\u{302}\u{303}", "ferry", "The ferry sails. "],
        &["Fähre", "渡し船", "паром", "עברית"],
    ];
    let mark = prop::sample::select(marks.concat()).prop_map(str::to_owned);
    let any = any::<char>().prop_map(String::from);
    prop::collection::vec(prop_oneof![4 => mark, 1 => any], 0..24).prop_map(|parts| parts.concat())
}

/// About as long as one message or several, to the unit, of characters of every width.
fn at_the_edge() -> impl Strategy<Value = String> {
    let signs = ["a", "&", "<", "渡", "🚢", "a ", "a. "];
    let marks = ["e\u{301}", "\u{a0}", "\u{200b}"];
    let filling = prop::sample::select([&signs[..], &marks].concat());
    let length = (1..4usize, -3..4isize)
        .prop_map(|(messages, off)| (messages * MOST_UNITS).saturating_add_signed(off));
    let parts = (hostile(), filling, length, hostile());
    parts.prop_map(|(before, filling, length, after)| {
        let left = length.saturating_sub(units(&before) + units(&after));
        before + &filling.repeat(left.div_ceil(units(filling))) + &after
    })
}

fn made(
    text: impl Strategy<Value = String>,
    runs: usize,
    blocks: usize,
) -> impl Strategy<Value = Vec<Vec<Made>>> {
    let runs = prop::collection::vec((text, style()), 0..=runs);
    let block = (any::<bool>(), runs);
    let section = prop::collection::vec(block, 0..=blocks);
    prop::collection::vec(section, 0..=blocks)
}

// No file of failures is written beside the sources: a failure prints its smallest case.
proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(256) })]

    #[test]
    fn hostile_text_stays_in_its_place_and_nothing_is_lost(made in made(hostile(), 12, 6)) {
        checked(&made);
    }

    #[test]
    fn many_styled_parts_and_blocks_keep_every_limit(
        made in made("[a&<. \u{0}\u{1f6a2}]{0,3}".boxed(), 260, 4),
    ) {
        checked(&made);
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(48) })]

    #[test]
    fn texts_of_about_the_limit_keep_it(made in made(at_the_edge(), 2, 2)) {
        checked(&made);
    }

    #[test]
    fn a_message_breaks_at_the_end_of_a_sentence_where_one_is_in_reach(
        lengths in prop::collection::vec(2..1500usize, 4..16),
        letter in prop::sample::select(vec!["a", "&", "渡", "\u{1f6a2}"]),
        style in style(),
    ) {
        // No sentence is longer than half a message.
        let sentence = |length: &usize| format!("{}.", letter.repeat((length / units(letter)).max(1)));
        let text = lengths.iter().map(sentence).collect::<Vec<_>>().join(" ");
        let posts = checked(&[vec![(true, vec![(text, style)])]]);
        for post in posts {
            prop_assert!(post.plain.ends_with('.'), "{}", post.plain);
        }
    }
}

#[test]
fn the_widest_text_fits_as_html() {
    // Five bytes for one unit is the most: "&" as "&amp;". Tags come on top.
    let runs = vec![("&".repeat(41), Style::Code); 99];
    let posts = checked(&[vec![(true, runs)]]);
    assert_eq!((posts.len(), units(&posts[0].plain)), (1, 4059));
    assert!(posts[0].html.len() > 20_000);
}
