//! What comes from Telegram, and what goes there.

#![expect(
    clippy::panic,
    reason = "a target that cannot go on has found something"
)]

use super::super::transport::{self, Event, Me, Message, Post};
use super::callback::{Run, Wanted};
use super::characters::units;
use super::incoming;
use super::markup::{Block, Section, Style, posts};
use crate::chat::conversation::Said;
use crate::corpus::invisible::harmless;
use crate::wording::Wording;

/// The limits of a message (Bot API): its UTF-16 units and its styled parts; and
/// far more bytes of HTML than any text within them comes to.
const MOST_UNITS: usize = 4096;
const MOST_ENTITIES: usize = 100;
const MOST_BYTES: usize = 32_768;

/// The bot as the seeds of the targets, and tests, name it.
pub(super) fn me() -> Me {
    Me {
        id: 42,
        username: "FerryBot".to_owned(),
    }
}

/// A response of Telegram's, or one update: what is read of it makes sense.
pub(crate) fn update(data: &[u8]) {
    let me = me();
    for event in transport::events(&String::from_utf8_lossy(data)) {
        match event {
            Event::Written(message) | Event::Edited(message) => read(&message, &me),
            Event::Pressed(press) => {
                let (data, run) = (press.data.unwrap_or_default(), Run::numbered(7));
                // Programs for Telegram can have a button carry anything.
                if let Some(wanted) = Wanted::read(&data, run) {
                    let again = wanted.data(run);
                    assert_eq!(Wanted::read(&again, run), Some(wanted), "{data}");
                }
                if let Some(message) = press.message {
                    read(&message, &me);
                }
            }
            Event::Inline(_) => {}
        }
    }
}

fn read(message: &Message, me: &Me) {
    let _ = incoming::read(message, me);
    let _ = incoming::asked_to_take(message, me);
    let _ = incoming::replied(message, me);
    let _ = (message.conversation(), message.person());
    if let Some(code) = incoming::first_code(message) {
        assert!(message.words().is_some_and(|words| words.contains(code)));
    }
}

/// Sections, blocks and runs of text, which the separators of ASCII stand
/// between; the first letter of a block says whether it is a quotation, and
/// that of a run its style.
pub(crate) fn html(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (mut sections, mut given) = (Vec::new(), String::new());
    for section in text.split('\u{1d}') {
        let mut blocks = Section::new();
        for block in section.split('\u{1e}') {
            let (mut made, runs) = match block.strip_prefix('q') {
                Some(runs) => (Block::quotation(), runs),
                None => (Block::default(), block),
            };
            for run in runs.split('\u{1f}') {
                let (style, run) = match run.split_at_checked(1) {
                    Some(("b", run)) => (Style::Bold, run),
                    Some(("i", run)) => (Style::Italic, run),
                    Some(("c", run)) => (Style::Code, run),
                    Some(("p", run)) if !block.starts_with('q') => (Style::Lines, run),
                    Some(("\n", _)) => {
                        made.end_line();
                        continue;
                    }
                    _ => (Style::Plain, run),
                };
                made.push(run, style);
                given += &visible(run);
            }
            blocks.push(made);
        }
        sections.push(blocks);
    }
    let posts = posts(sections);
    check(&posts);
    let shown: String = posts.iter().map(|post| visible(&post.plain)).collect();
    assert_eq!(shown, given);
}

/// What is said makes messages, at least one.
pub(crate) fn reply(wording: Wording, said: &Said) {
    let posts = super::rendering::said(wording, None, said);
    assert!(!posts.is_empty(), "nothing is said");
    check(&posts);
}

/// Whether messages are within every limit, and nothing in them is out of its place.
pub(super) fn check(posts: &[Post]) {
    for post in posts {
        let parsed = parsed(&post.html);
        let (text, entities) = parsed.unwrap_or_else(|wrong| panic!("{wrong}: {}", post.html));
        assert_eq!(text, post.plain);
        assert!(!text.trim().is_empty(), "an empty message");
        assert!(units(&text) <= MOST_UNITS, "{} units", units(&text));
        assert!(entities <= MOST_ENTITIES, "{entities} entities");
        assert!(post.html.len() <= MOST_BYTES, "{} bytes", post.html.len());
        // Only Quoth's own words set apart what runs the other way.
        let hidden =
            |c: char| !"\n\u{2068}\u{2069}\u{a0}\u{202f}".contains(c) && harmless(c) != Some(c);
        assert!(!text.contains(hidden), "{text:?}");
    }
}

/// Text without its tags, and how many entities it has: a strict reading of the
/// HTML that the Bot API documents, as far as Quoth writes it.
fn parsed(html: &str) -> Result<(String, usize), String> {
    let (mut text, mut entities, mut open) = (String::new(), 0, Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '&']) {
        text += &rest[..at];
        let is_character = rest[at..].starts_with('&');
        let end = if is_character { ';' } else { '>' };
        let (mark, after) = rest[at..].split_once(end).ok_or("a mark without an end")?;
        rest = after;
        match mark {
            "&lt" => text.push('<'),
            "&gt" => text.push('>'),
            "&amp" => text.push('&'),
            "&quot" => text.push('"'),
            "<pre" if !open.is_empty() => return Err(format!("code in {open:?}")),
            "<b" | "<i" | "<code" | "<pre" | "<blockquote" | "<blockquote expandable" => {
                let name = mark[1..].split(' ').next().unwrap_or_default();
                let inside = open.last().copied();
                if inside.is_some_and(|outer| outer != "blockquote") || inside == Some(name) {
                    return Err(format!("{name} in {open:?}"));
                }
                open.push(name);
                entities += 1;
            }
            _ => {
                let closed = mark.strip_prefix("</").ok_or(format!("unknown: {mark}"))?;
                if open.pop() != Some(closed) {
                    return Err(format!("{closed} is not open"));
                }
            }
        }
    }
    if open.is_empty() {
        Ok((text + rest, entities))
    } else {
        Err(format!("{open:?} stay open"))
    }
}

/// What a person sees of a text, without its white space.
pub(super) fn visible(text: &str) -> String {
    let harmless = text.chars().filter_map(harmless);
    harmless
        .filter(|character| !character.is_whitespace())
        .collect()
}
