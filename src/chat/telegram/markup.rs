//! Styled text as Telegram messages: escaped, and split where Telegram's limits demand it.
//!
//! Nothing that is put in can get out of its place: text reaches a message
//! only through [`Block::push`], which removes what would disturb, and through
//! the escaping at the end. Pure.

use std::mem;

use teloxide::utils::html;

/// The longest message, in UTF-16 units after parsing (Bot API, sendMessage).
const MOST_UNITS: usize = 4096;
/// The most entities, which are styled parts, in a message (Bot API, formatting options).
const MOST_ENTITIES: usize = 100;
/// A quotation of more UTF-16 units than this is folded until it is tapped.
const FOLDED: usize = 400;

/// One message, twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Post {
    /// As Telegram's HTML.
    pub(super) html: String,
    /// The same without styles, in case Telegram cannot parse the HTML.
    pub(super) plain: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Italic,
    /// Also keeps Telegram from making a link of a file name.
    Code,
}

impl Style {
    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain => ("", ""),
            Self::Bold => ("<b>", "</b>"),
            Self::Italic => ("<i>", "</i>"),
            Self::Code => ("<code>", "</code>"),
        }
    }
}

/// Text of one style.
#[derive(Clone, Debug)]
struct Run {
    text: String,
    style: Style,
}

/// Lines that stand together: a quotation, or what Quoth itself says.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    runs: Vec<Run>,
    quoted: bool,
}

impl Block {
    pub(super) fn quotation() -> Self {
        Self { runs: Vec::new(), quoted: true }
    }

    /// Adds text from anywhere, on the same line.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        let text: String = text.chars().filter_map(harmless).collect();
        if !text.is_empty() {
            self.runs.push(Run { text, style });
        }
    }

    pub(super) fn end_line(&mut self) {
        self.runs.push(Run { text: "\n".to_owned(), style: Style::Plain });
    }

    /// Removes white space at both ends, and runs of nothing.
    fn trim(&mut self) {
        while let Some(first) = self.runs.first_mut() {
            first.text.drain(..first.text.len() - first.text.trim_start().len());
            if !first.text.is_empty() {
                break;
            }
            self.runs.remove(0);
        }
        while let Some(last) = self.runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.runs.pop();
        }
    }

    fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn units(&self) -> usize {
        self.runs.iter().map(|run| units(&run.text)).sum()
    }

    fn entities(&self) -> usize {
        usize::from(self.quoted) + self.runs.iter().filter(|run| run.style != Style::Plain).count()
    }

    /// The block in parts that each fit a message of their own.
    fn parts(mut self) -> Vec<Self> {
        self.trim();
        let mut parts = Vec::new();
        while self.units() > MOST_UNITS || self.entities() > MOST_ENTITIES {
            let text = self.text();
            let hard = self.bytes_that_fit(&text);
            let mut part = self.split_off_front(break_before(&text, hard));
            part.trim();
            self.trim();
            parts.push(part);
        }
        parts.push(self);
        parts.retain(|part| !part.runs.is_empty());
        parts
    }

    /// How many bytes of the block's text a message holds, at least one character.
    fn bytes_that_fit(&self, text: &str) -> usize {
        let mut styled = usize::from(self.quoted);
        let mut by_entities = 0;
        for run in &self.runs {
            styled += usize::from(run.style != Style::Plain);
            if styled > MOST_ENTITIES {
                break;
            }
            by_entities += run.text.len();
        }
        let mut passed = 0;
        let too_far = |character: char| {
            passed += character.len_utf16();
            passed > MOST_UNITS
        };
        let by_units = text.find(too_far).unwrap_or(text.len());
        by_units.min(by_entities)
    }

    /// Takes the first `bytes` of the text out of the block.
    fn split_off_front(&mut self, mut bytes: usize) -> Self {
        let mut front = Self { runs: Vec::new(), quoted: self.quoted };
        let mut rest = Vec::new();
        for mut run in mem::take(&mut self.runs) {
            if bytes >= run.text.len() {
                bytes -= run.text.len();
                front.runs.push(run);
            } else {
                let tail = run.text.split_off(bytes);
                rest.push(Run { text: tail, style: run.style });
                front.runs.push(run);
                bytes = 0;
            }
        }
        self.runs = rest;
        front
    }

    fn write(&self, post: &mut Post) {
        let (open, close) = match (self.quoted, self.units() > FOLDED) {
            (false, _) => ("", ""),
            (true, false) => ("<blockquote>", "</blockquote>"),
            (true, true) => ("<blockquote expandable>", "</blockquote>"),
        };
        post.html += open;
        for run in &self.runs {
            let (open, close) = run.style.tags();
            post.html += open;
            post.html += &html::escape(&run.text);
            post.html += close;
            post.plain += &run.text;
        }
        post.html += close;
    }
}

/// Blocks that belong together, such as a quotation and its sources.
pub(super) type Section = Vec<Block>;

/// The sections as messages: as few as hold them, a section in one message if
/// it fits, and a long block split between sentences, else between words.
pub(super) fn posts(sections: Vec<Section>) -> Vec<Post> {
    let mut posts = Vec::new();
    let mut draft = Draft::default();
    for section in sections {
        let parts: Vec<Block> = section.into_iter().flat_map(Block::parts).collect();
        let units = parts.iter().map(|part| part.units() + 1).sum::<usize>();
        let entities = parts.iter().map(Block::entities).sum::<usize>();
        if !draft.holds(units + 1, entities) && Draft::default().holds(units, entities) {
            posts.extend(draft.finish());
        }
        for (place, part) in parts.iter().enumerate() {
            if !draft.holds(part.units() + 2, part.entities()) {
                posts.extend(draft.finish());
            }
            draft.add(part, if place == 0 { "\n\n" } else { "\n" });
        }
    }
    posts.extend(draft.finish());
    posts
}

/// A message that is being written.
#[derive(Default)]
struct Draft {
    post: Post,
    units: usize,
    entities: usize,
}

impl Draft {
    fn holds(&self, units: usize, entities: usize) -> bool {
        self.units + units <= MOST_UNITS && self.entities + entities <= MOST_ENTITIES
    }

    fn add(&mut self, block: &Block, separator: &str) {
        if !self.post.plain.is_empty() {
            self.post.html += separator;
            self.post.plain += separator;
            self.units += units(separator);
        }
        block.write(&mut self.post);
        self.units += block.units();
        self.entities += block.entities();
    }

    /// The message, unless there is nothing in it, and a new draft in its place.
    fn finish(&mut self) -> Option<Post> {
        let done = mem::take(self).post;
        (!done.plain.is_empty()).then_some(done)
    }
}

/// Where to end a part of at most `hard` bytes: after a sentence, else after a
/// word, if that wastes no more than half of it.
fn break_before(text: &str, hard: usize) -> usize {
    let window = &text[..hard];
    let spaces = || window.char_indices().rev().take_while(|(at, _)| *at > hard / 2).filter(|(_, character)| character.is_whitespace());
    let after_sentence = spaces().find(|(at, _)| window[..*at].ends_with(['.', '!', '?', '\u{2026}', ';', '\n']));
    after_sentence.or_else(|| spaces().next()).map_or(hard, |(at, _)| at)
}

/// A character as it may be shown: white space as a space, and nothing of
/// what hides (NUL and other controls) or reorders (bidirectional controls) text.
fn harmless(character: char) -> Option<char> {
    match character {
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        character if character.is_whitespace() => Some(' '),
        character if character.is_control() => None,
        character => Some(character),
    }
}

/// Telegram counts lengths in these.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The text if it has at most `most` UTF-16 units, else its beginning and an ellipsis.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut passed = 1;
    let kept = text.chars().take_while(|character| {
        passed += character.len_utf16();
        passed <= most
    });
    kept.collect::<String>().trim_end().to_owned() + "\u{2026}"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(quoted: bool, runs: &[(&str, Style)]) -> Block {
        let mut block = if quoted { Block::quotation() } else { Block::default() };
        runs.iter().for_each(|(text, style)| block.push(text, *style));
        block
    }

    fn quotation(text: &str) -> Section {
        vec![block(true, &[(text, Style::Plain)])]
    }

    /// What each message would show, checked against every limit.
    #[track_caller]
    fn shown(sections: Vec<Section>) -> Vec<String> {
        let posts = posts(sections);
        for post in &posts {
            assert!(units(&post.plain) <= MOST_UNITS && !post.plain.trim().is_empty());
            assert!(post.html.matches("</").count() <= MOST_ENTITIES && post.html.len() <= 32_768);
            assert_eq!(post.html.matches("<blockquote").count(), post.html.matches("</blockquote>").count());
            assert_eq!(unparsed(&post.html), post.plain);
        }
        posts.into_iter().map(|post| post.plain).collect()
    }

    /// Undoes the HTML.
    fn unparsed(html: &str) -> String {
        let parts = html.split('<').enumerate().map(|(place, part)| if place == 0 { part } else { part.split_once('>').unwrap().1 });
        parts.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    }

    #[test]
    fn styles_become_tags_and_sections_stand_apart() {
        let quote = block(true, &[("The ", Style::Plain), ("ferry", Style::Bold), (" sails.", Style::Plain)]);
        let mut source = block(false, &[("1. Harbour, ", Style::Plain), ("ferries.md:3", Style::Code)]);
        source.end_line();
        let note = vec![block(false, &[("a note", Style::Italic)])];
        let one = posts(vec![note, vec![quote, source]]);
        assert_eq!(one.len(), 1);
        assert_eq!(one[0].html, "<i>a note</i>\n\n<blockquote>The <b>ferry</b> sails.</blockquote>\n1. Harbour, <code>ferries.md:3</code>");
        assert_eq!(one[0].plain, "a note\n\nThe ferry sails.\n1. Harbour, ferries.md:3");
    }

    #[test]
    fn text_cannot_leave_its_place() {
        let hostile = "</b></blockquote><a href=\"tg://user?id=1\">x</a> &lt; \u{0}\u{1b}[31m\u{202e}eno\u{2066}\u{feff} a\r\nb\u{2028}c\u{85}d";
        let one = posts(vec![vec![block(true, &[(hostile, Style::Bold)])]]);
        let wanted = "<blockquote><b>&lt;/b&gt;&lt;/blockquote&gt;&lt;a href=\"tg://user?id=1\"&gt;x&lt;/a&gt; &amp;lt; [31meno a  b c d</b></blockquote>";
        assert_eq!(one[0].html, wanted);
    }

    #[test]
    fn nothing_to_show_is_no_message() {
        assert!(posts(vec![]).is_empty());
        assert!(posts(vec![quotation(" \u{0}\u{202e}\n"), vec![Block::default()]]).is_empty());
    }

    #[test]
    fn a_long_quotation_folds() {
        let folded = posts(vec![quotation(&"river ".repeat(80))]);
        assert!(folded[0].html.starts_with("<blockquote expandable>river"));
    }

    #[test]
    fn a_message_of_exactly_the_limit_is_whole_and_one_more_is_split() {
        assert_eq!(shown(vec![quotation(&"a".repeat(4096))]).len(), 1);
        let two = shown(vec![quotation(&"a".repeat(4097))]);
        assert_eq!(two.iter().map(String::len).collect::<Vec<_>>(), [4096, 1]);
    }

    #[test]
    fn an_astral_character_counts_twice_and_is_never_cut() {
        assert_eq!(shown(vec![quotation(&"\u{1f6a2}".repeat(2048))]).len(), 1);
        let split = shown(vec![quotation(&format!("a{}", "\u{1f6a2}".repeat(2048)))]);
        assert_eq!(split.iter().map(|text| units(text)).collect::<Vec<_>>(), [4095, 2]);
    }

    #[test]
    fn escapes_count_as_what_they_show() {
        assert_eq!(shown(vec![quotation(&"&".repeat(4096))]).len(), 1);
    }

    #[test]
    fn a_split_prefers_the_end_of_a_sentence_then_of_a_word() {
        let sentences = format!("{}. {}", "a ".repeat(1500).trim_end(), "b ".repeat(1000));
        let split = shown(vec![quotation(&sentences)]);
        assert!(split[0].ends_with("a a.") && split[1].starts_with("b b"));
        let words = shown(vec![quotation(&"ferry ".repeat(1000))]);
        assert!(words.iter().all(|part| part.starts_with("ferry") && part.ends_with("ferry")));
        assert_eq!(words.iter().map(|part| part.split(' ').count()).sum::<usize>(), 1000);
    }

    #[test]
    fn styles_go_on_across_a_split() {
        let bold = posts(vec![vec![block(true, &[(&"a".repeat(5000), Style::Bold)])]]);
        assert_eq!(bold[1].html, format!("<blockquote expandable><b>{}</b></blockquote>", "a".repeat(904)));
    }

    #[test]
    fn more_styled_parts_than_allowed_are_split() {
        let runs: Vec<_> = (0..250).flat_map(|_| [("ferry", Style::Bold), (" and ", Style::Plain)]).collect();
        let split = shown(vec![vec![block(true, &runs)]]);
        assert_eq!(split.len(), 3);
        assert_eq!(split.concat().matches("ferry").count(), 250);
    }

    #[test]
    fn a_section_that_fits_one_message_is_not_torn() {
        let section = |letter: &str| vec![block(true, &[(&letter.repeat(2000), Style::Plain)]), block(false, &[(&letter.repeat(500), Style::Plain)])];
        let split = shown(vec![section("a"), section("b")]);
        assert_eq!(split, [format!("{0}\n{1}", "a".repeat(2000), "a".repeat(500)), format!("{0}\n{1}", "b".repeat(2000), "b".repeat(500))]);
        let both = shown(vec![section("a"), vec![block(false, &[("c", Style::Plain)])]]);
        assert_eq!(both.len(), 1);
    }

    #[test]
    fn whatever_the_lengths_every_limit_holds() {
        for length in (4080..4110).chain(8180..8200) {
            for character in ["a", "\u{1f6a2}", "a ", "<", "a. "] {
                let text: String = character.repeat(length / units(character));
                let sections = vec![quotation("before"), vec![block(true, &[(&text, Style::Bold)]), block(false, &[("after", Style::Code)])]];
                let seen: String = shown(sections).concat();
                let letters = |text: &str| text.chars().filter(|character| !character.is_whitespace()).count();
                assert_eq!(letters(&seen), letters(&text) + "beforeafter".len());
            }
        }
    }

    #[test]
    fn shortening_counts_units_and_marks_the_cut() {
        assert_eq!(shortened("ferry", 5), "ferry");
        assert_eq!(shortened("ferries", 5), "ferr\u{2026}");
        assert_eq!(units(&shortened(&"\u{1f6a2}".repeat(9), 6)), 5);
    }
}
