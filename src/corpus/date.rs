//! The date of a document, as finely as it is known.
//!
//! Understood are the forms that have one reading: `2024-05-01`, `2024-05`,
//! `2024`, `1 May 2024`, `May 1, 2024`, `1.5.2024`. In `05/01/2024` day and
//! month cannot be told apart: that is no date here.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use super::invisible;

/// Lines at the top of a plain text that may give its date.
const TOP_LINES: usize = 8;
/// A place before the date of a news text is no longer than this, in characters.
const LONGEST_PLACE: usize = 40;
/// What may stand before a date that has a line to itself.
const LABELS: &str = "date|dated|published|posted|updated|last updated|issued|released";
const WEEKDAYS: &str = "monday|tuesday|wednesday|weds|thursday|friday|saturday|sunday";
const MONTHS: &str =
    "january|february|march|april|may|june|july|august|september|october|november|december";

/// A year, a month of a year, or a day. The later is the greater; of two that
/// may be the same time, the finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Date {
    year: u16,
    /// 1 to 12; `None` sorts before all.
    month: Option<u8>,
    /// 1 to 31, only with a month.
    day: Option<u8>,
}

impl Date {
    /// Its year.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.year
    }

    /// What `text` says, if it is a date and nothing else but the time of day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // "2024-05-01T09:30:00Z": the time of day follows. In "12 January 2024" it is the year.
        let timed = text.split_at_checked(10);
        let timed = timed.filter(|(_, rest)| match rest.strip_prefix('T') {
            Some(time) => time.starts_with(|c: char| c.is_ascii_digit()),
            None => rest.strip_prefix(' ').is_some_and(is_time),
        });
        let day = timed.and_then(|(day, _)| Self::without_time(day));
        day.or_else(|| Self::without_time(text))
    }

    fn without_time(text: &str) -> Option<Self> {
        for mark in ['-', '/', '.'] {
            let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
            match parts[..] {
                // The year comes first, or last after day and month as dots have it.
                [year, month, day] if year.len() == 4 => {
                    return Self::of(year, Some(number(month)?), Some(number(day)?));
                }
                [day, month, year] if mark == '.' => {
                    return Self::of(year, Some(number(month)?), Some(number(day)?));
                }
                [year, month] if mark != '.' && year.len() == 4 => {
                    return Self::of(year, Some(number(month)?), None);
                }
                _ => {}
            }
        }
        let words: Vec<&str> = text
            .split([' ', ',', '\u{a0}'])
            .filter(|word| !word.is_empty())
            .skip_while(|word| place_among(WEEKDAYS, word).is_some())
            .collect();
        match words[..] {
            [year] => Self::of(year, None, None),
            [name, year] => Self::of(year, Some(month(name)?), None),
            [name, date, year] if month(name).is_some() => {
                Self::of(year, month(name), Some(day(date)?))
            }
            [date, name, year] => Self::of(year, Some(month(name)?), Some(day(date)?)),
            _ => None,
        }
    }

    fn of(year: &str, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let year = Some(year)
            .filter(|year| year.len() == 4)
            .and_then(|year| year.parse().ok())
            .filter(|year| (1000..2100).contains(year))?;
        let valid = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=31).contains(&day));
        valid.then_some(Self { year, month, day })
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no date")
    }
}

/// The date that a plain text gives near its top, where nothing else can be
/// meant: alone on a line, perhaps as "Published: May 1, 2024", or after the
/// place where news begin: "PORT ELLERY, May 1, 2024 — The ferry ...".
pub(super) fn of_plain_text(text: &str) -> Option<Date> {
    let lines = invisible::without_mark(text).lines();
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(TOP_LINES)
        .find_map(|line| alone(line).or_else(|| after_place(line)))
}

/// Whether a line gives a date and says nothing else.
pub(super) fn is_dateline(line: &str) -> bool {
    alone(line.trim()).is_some()
}

/// A line that is a date, with or without a label. A mere year may be a title.
fn alone(line: &str) -> Option<Date> {
    let lower = line.to_ascii_lowercase();
    let labelled = LABELS.split('|').find_map(|label| {
        let rest = lower.strip_prefix(label)?.strip_prefix([':', ' '])?;
        let rest = line.get(line.len() - rest.len()..)?;
        let rest = rest.trim_start_matches([':', ' ']);
        Some(rest.strip_prefix("on ").unwrap_or(rest))
    });
    Date::parse(labelled.unwrap_or(line)).filter(|date| date.month.is_some())
}

/// Whether a text is a time of day, perhaps with its zone, and nothing else: "09:30:00.5 +0200",
/// "9:30 pm (CEST)". In a journal, what happened follows the day or the time.
fn is_time(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let time = words.next().unwrap_or_default();
    let is_zone = |word: &str| {
        let word = word.trim_matches(['(', ')']);
        let is_name = (1..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        let is_offset =
            word.starts_with(['+', '-', '−']) && word.ends_with(|c: char| c.is_ascii_digit());
        let is_place = word.contains('/') && word.starts_with(|c: char| c.is_ascii_uppercase());
        is_name
            || is_offset
            || is_place
            || matches!(word, "am" | "pm" | "a.m." | "p.m." | "h" | "Uhr")
    };
    let hours = time.bytes().take_while(u8::is_ascii_digit).count();
    let is_of_time = |c: char| c.is_ascii_alphanumeric() || ":.,+-−".contains(c);
    (1..=2).contains(&hours)
        && time[hours..].starts_with(':')
        && time.chars().all(is_of_time)
        && words.all(is_zone)
}

/// "PORT ELLERY, May 1, 2024 (Agency) — ..."
fn after_place(line: &str) -> Option<Date> {
    let dashes = ["—", "–", " - ", "--"];
    let end = dashes.iter().filter_map(|dash| line.find(dash)).min()?;
    let head = line.get(..end)?.trim();
    let head = head.split_once('(').map_or(head, |(before, _)| before);
    let (place, date) = head.split_once(", ")?;
    let named = place.starts_with(char::is_uppercase) && place.chars().nth(LONGEST_PLACE).is_none();
    let day = |text: &str| Date::parse(text).filter(|date| date.day.is_some());
    // "ALDERMERE, Norland, May 1, 2024".
    let nested = || day(date.split_once(", ")?.1);
    day(date).or_else(nested).filter(|_| named)
}

fn number(text: &str) -> Option<u8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// "1" or "1st".
fn day(text: &str) -> Option<u8> {
    number(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
}

/// The number of a month by its English name, 1 to 12.
pub(crate) fn month(name: &str) -> Option<u8> {
    u8::try_from(place_among(MONTHS, name)? + 1).ok()
}

/// Which of `names` a word is, whole or cut to three letters or more: "Sept.".
fn place_among(names: &str, word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_lowercase();
    let is_it = |name: &str| word.len() >= 3 && name.starts_with(&word);
    names.split('|').position(is_it)
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it, as far as it is known: "2024-05-01", "2024-05", "2024".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        let mut parts = [self.month, self.day].into_iter().flatten();
        parts.try_for_each(|part| write!(f, "-{part:02}"))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(read: impl Fn(&str) -> Option<Date>, cases: &[(&str, Option<&str>)]) {
        for (text, wanted) in cases {
            let found = read(text).map(|date| date.to_string());
            assert_eq!(found.as_deref(), *wanted, "{text}");
        }
    }

    #[test]
    fn dates_with_one_reading_are_understood() {
        let day = Some("2024-05-01");
        check(
            Date::parse,
            &[
                ("2024-05-01", day),
                ("2024-05-01T09:30:00Z", day),
                ("2024-05-01 09:30", day),
                ("2024-05-01 9:30 pm", day),
                ("2024-05-01 09:30:00.25 +0200 (CEST)", day),
                ("2024-05-01 09:30 Europe/Berlin", day),
                ("2024-05-01T0930", day),
                ("2024-05-01 3 boats", None),
                ("2024-05-01 300 EUR", None),
                ("2024-05-01 09:30 the ferry left", None),
                ("2024-05-01 09:30 Ferry", None),
                ("2011-12", Some("2011-12")),
                ("2024/5/1", day),
                ("1.5.2024", day),
                ("1 May 2024", day),
                ("May 1st, 2024", day),
                ("Wednesday, May 1, 2024", day),
                ("Wed. 1 May 2024", day),
                ("12 January 2024", Some("2024-01-12")),
                ("October 12 2024", Some("2024-10-12")),
                ("5 December 2024", Some("2024-12-05")),
                // A word that begins as the name of a day does.
                ("Sunrise 1 May 2024", None),
                ("Wedding, May 1, 2024", None),
                ("2024-05", Some("2024-05")),
                ("Sept. 2024", Some("2024-09")),
                ("2024", Some("2024")),
                ("05/01/2024", None),
                ("1-5-2024", None),
                ("2024-13-01", None),
                ("24", None),
                ("soon", None),
                ("", None),
            ],
        );
    }

    #[test]
    fn the_later_is_the_greater_however_finely_known() {
        let sorted = ["2023-12-31", "2024", "2024-05", "2024-05-01", "2024-06"].map(Date::parse);
        assert!(sorted.is_sorted() && sorted[0].is_some());
    }

    #[test]
    fn a_plain_text_has_the_date_that_its_top_gives_unmistakably() {
        let day = Some("2024-05-01");
        check(
            of_plain_text,
            &[
                ("The Ferry\n\n1 May 2024\n\nIt sails.", day),
                ("The Ferry\nPublished: May 1, 2024\nIt sails.", day),
                ("Last updated on 1 May 2024", day),
                ("Date : 1 May 2024", day),
                ("Dates 1 May 2024", None),
                (
                    "PORT ELLERY, May 1, 2024 (Harbour Press) — The ferry sails.",
                    day,
                ),
                ("Aldermere, Norland, 1 May 2024 -- The ferry sails.", day),
                ("1923\n\nA novel.", None),
                ("Boats\n2024-05-01 3 boats\n2024-05-02 09:30 It left.", None),
                ("The ferry sank on May 1, 2024 - a black day.", None),
                ("PORT ELLERY, May 1 — The ferry sails.", None),
                (&format!("{}1 May 2024", "It sails.\n".repeat(20)), None),
            ],
        );
    }
}
