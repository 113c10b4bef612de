//! Words that were broken at the ends of lines are whole again.

use std::collections::HashSet;

/// First parts of compounds that keep their hyphen, and are no syllable of other words.
const FIRST: [&str; 16] = [
    "well", "self", "half", "non", "cross", "vice", "ill", "one", "two", "three", "five", "twenty",
    "thirty", "forty", "fifty", "hundred",
];
/// Second parts of compounds that keep it.
const SECOND: [&str; 20] = [
    "term", "based", "known", "standing", "lasting", "scale", "range", "related", "old", "wide",
    "led", "owned", "funded", "backed", "speaking", "year", "called", "class", "sized", "free",
];

/// Bytes at the end of a text in which its last word is looked for.
const SIGHT: usize = 200;

/// The words of a document, by which a hyphen at the end of a line is judged.
pub(in crate::corpus) struct Words(HashSet<String>);

/// How two lines are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::corpus) enum Joint {
    Space,
    Nothing,
    WithoutHyphen,
}

impl Words {
    /// The words that stand within `lines`, hyphens and all.
    pub(in crate::corpus) fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let words = lines.flat_map(str::split_whitespace).map(bare);
        let whole = words.filter(|word| !word.ends_with(is_hyphen));
        Self(whole.map(str::to_lowercase).collect())
    }

    /// The words of a text; none where no line of it may break one.
    pub(in crate::corpus) fn of_text(text: &str) -> Self {
        let breaks = |line: &str| line.trim_end().ends_with(is_hyphen);
        let has_breaks = text.lines().any(breaks);
        Self::of(text.lines().filter(|_| has_breaks))
    }

    /// The text of a paragraph, in parts by the page that they stand on.
    pub(in crate::corpus) fn joined(&self, lines: &[(u32, String)]) -> Vec<(u32, String)> {
        let mut parts: Vec<(u32, String)> = Vec::new();
        for (page, line) in lines {
            let line = line.trim();
            let Some((last, text)) = parts.last_mut() else {
                parts.push((*page, line.to_owned()));
                continue;
            };
            match self.joint(text, line) {
                Joint::Space => text.push(' '),
                Joint::Nothing => {}
                Joint::WithoutHyphen => {
                    text.pop();
                }
            }
            if last == page {
                text.push_str(line);
            } else {
                parts.push((*page, line.to_owned()));
            }
        }
        parts
    }

    /// How the line that follows `text` is joined to it.
    pub(in crate::corpus) fn joint(&self, text: &str, line: &str) -> Joint {
        let (Some(end), Some(start)) = (text.chars().next_back(), line.chars().next()) else {
            return Joint::Nothing;
        };
        if end == '\u{ad}' {
            return Joint::WithoutHyphen;
        }
        if is_unspaced(end) && is_unspaced(start) {
            return Joint::Nothing;
        }
        let near = &text[text.ceil_char_boundary(text.len().saturating_sub(SIGHT))..];
        let first = near.split_whitespace().next_back().unwrap_or_default();
        let first = first.trim_start_matches(|c: char| !c.is_alphanumeric());
        // A hyphen, or the dash of a span ("1931–1950"), with something before it.
        let left = first.strip_suffix(|c: char| is_hyphen(c) || c == '–');
        let Some(left) = left.filter(|left| !left.is_empty() && start.is_alphanumeric()) else {
            return Joint::Space;
        };
        if first.ends_with('–') || !left.ends_with(char::is_alphabetic) || !start.is_lowercase() {
            return Joint::Nothing;
        }
        let right = bare(line.split_whitespace().next().unwrap_or_default());
        if self.keeps_hyphen(&left.to_lowercase(), &right.to_lowercase()) {
            Joint::Nothing
        } else {
            Joint::WithoutHyphen
        }
    }

    /// Whether a compound was broken at its own hyphen: as the rest of the document writes it,
    /// else as most do.
    fn keeps_hyphen(&self, left: &str, right: &str) -> bool {
        if self.0.contains(&format!("{left}{right}")) {
            return false;
        }
        self.0.contains(&format!("{left}-{right}"))
            || left.contains(is_hyphen)
            || right.contains(is_hyphen)
            || SECOND.contains(&right)
            || (FIRST.contains(&left) && !right.is_empty())
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !is_hyphen(c))
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

/// Whether a character is of a script that has no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_as_their_words_are_written() {
        for (lines, wanted) in [
            ("the ferry|sails", "the ferry sails"),
            // A word that was broken is whole again.
            ("the develop-|ment of", "the development of"),
            ("the develop\u{2010}|ment", "the development"),
            // A compound keeps its hyphen.
            ("a well-|known boat", "a well-known boat"),
            ("a long-|term plan", "a long-term plan"),
            ("the Anglo-|Saxon", "the Anglo-Saxon"),
            ("COVID-|19", "COVID-19"),
            ("1931–|1950", "1931–1950"),
            (
                "a pilot-|boat. The pilot-boat",
                "a pilot-boat. The pilot-boat",
            ),
            ("state-of-the-|art", "state-of-the-art"),
            // What is no hyphen of a word stays.
            ("old -|and new", "old - and new"),
            ("渡し船は|十時に", "渡し船は十時に"),
            ("|ferry", "ferry"),
        ] {
            let lines = lines.split('|').map(|line| (1, line.to_owned()));
            let lines: Vec<(u32, String)> = lines.collect();
            let words = Words::of(lines.iter().map(|(_, line)| line.as_str()));
            let parts = words.joined(&lines).into_iter();
            assert_eq!(parts.map(|(_, text)| text).collect::<String>(), wanted);
        }
    }

    #[test]
    fn a_word_that_is_broken_at_every_line_takes_linear_time() {
        let started = std::time::Instant::now();
        let lines = vec![(1_u32, "é-".to_owned()); 200_000];
        let parts = Words::of(std::iter::empty()).joined(&lines);
        assert!(parts == [(1_u32, "é-".repeat(200_000))]);
        // Generous: it takes no second, where quadratic work would take minutes.
        assert!(started.elapsed().as_secs() < 20);
    }
}
