//! When something is, in a line: "on Sundays", "in winter", "last year", "1923".

use std::ops::Range;

use super::words::{self, Class};
use crate::chat::line::Line;
use crate::language::english;
use crate::language::word::is_year;

/// The times in a line, without their prepositions.
pub(super) fn times(line: &Line) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let is_part = |at: &usize| is_time(line, *at) || is_beside(line.word(*at));
        let end = at + (at..line.len()).take_while(is_part).count();
        let has_time = (at..end).any(|at| is_time(line, at));
        // "the night ferry" is no time, "the 2022 cup" is a cup of one.
        let year = (at..end).all(|at| is_year(line.word(at)) || line.word(at) == "the");
        let before = line.before(at);
        let alone = Class::Preposition.has(before) || at == 0 || is_named(line, end.max(1) - 1);
        let is_whole =
            alone && (!words::is_content(line.word(end)) || words::is_participle(line.word(end)));
        if has_time && (year || is_whole) {
            let article = usize::from(line.word(at) == "the" && year);
            found.push(at + article..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// The preposition that a time stands after, unless it has one: "on" for "Sunday".
pub(super) fn preposition(line: &Line, time: &Range<usize>) -> &'static str {
    let last = line.word(time.end.max(1) - 1);
    let first = line.word(time.start);
    let is_day = |word: &str| word.ends_with("day") || word.ends_with("days");
    let bare = ["last", "next", "this", "today", "tomorrow", "yesterday"];
    if bare.contains(&first) {
        ""
    } else if Class::Hour.has(last) {
        "at "
    } else if is_day(last) || is_day(first) || first.len() < 3 {
        "on "
    } else {
        "in "
    }
}

/// Whether a word is a time by itself.
fn is_time(line: &Line, at: usize) -> bool {
    let classes = [Class::Season, Class::PartOfDay, Class::Hour];
    is_named(line, at) || classes.iter().any(|class| class.has(line.word(at)))
}

/// A year, a month, a day of the week: a time wherever it stands.
fn is_named(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let one = word.strip_suffix('s').unwrap_or(word);
    // "may", "march" and "sat" are verbs, too.
    let sure = line.words.get(at).is_some_and(|word| word.capital) || one.ends_with("day");
    let before = line.before(at);
    let in_month = Class::PlacePreposition.has(before) || english::is_number(before);
    let is_day =
        english::is_month_or_day(word) || one.ends_with("day") && english::is_month_or_day(one);
    let decade = word.len() == 5 && is_year(one);
    let relative = matches!(word, "today" | "tomorrow" | "yesterday");
    is_year(word) || decade || relative || is_day && (sure || in_month)
}

/// Whether a word may stand beside a time, and be a part of it.
fn is_beside(word: &str) -> bool {
    matches!(
        word,
        "the" | "last" | "next" | "this" | "early" | "late" | "year" | "month" | "week"
    ) || (english::is_number(word) && word.len() < 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_from_what_is_called_after_one() {
        for (line, wanted) in [
            ("Is it open on Monday mornings?", "on monday mornings"),
            ("Who won the 2022 cup in late May?", "in 2022|in late may"),
            ("When does the night ferry sail in summer?", "in summer"),
            ("who may march at night", "at night"),
            ("Did they sell it last Friday?", "last friday"),
            ("How many boats were sold in the 1990s?", "in the 1990s"),
            ("on 3 june 1931", "on 3 june 1931"),
            ("Who was the first owner?", ""),
        ] {
            let line = Line::of(line);
            let found = times(&line).into_iter().map(|time| {
                let preposition = preposition(&line, &time);
                format!("{preposition}{}", line.row(time).join(" "))
            });
            assert_eq!(found.collect::<Vec<_>>().join("|"), wanted);
        }
    }
}
