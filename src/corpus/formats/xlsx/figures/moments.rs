//! Dates and times, which are days since the first that a workbook counts.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::Sign;

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// A part of a date or a time, and how many letters stand for it where that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Year,
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute,
    Second,
    /// Hours, minutes or seconds since the start, which may be more than a day has.
    Elapsed(char),
    Half,
    Literal(String),
}

/// The parts of a date or a time.
pub(super) fn parts(signs: &[Sign]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut signs = signs.iter().peekable();
    while let Some(sign) = signs.next() {
        let Sign::Code(code) = sign else {
            if let Sign::Literal(c) = sign {
                literal(&mut parts, *c);
            }
            continue;
        };
        let letter = code.to_ascii_lowercase();
        let mut count = 1;
        let is_same = |sign: &&Sign| matches!(sign, Sign::Code(c) if c.eq_ignore_ascii_case(code));
        if letter.is_ascii_alphabetic() {
            while signs.next_if(is_same).is_some() {
                count += 1;
            }
        }
        let mut before = parts.iter_mut();
        let last = before.rfind(|part| !matches!(part, Part::Literal(_)));
        match letter {
            'y' => parts.push(Part::Year),
            'd' => parts.push(Part::Day(count)),
            'h' => parts.push(Part::Hour(count)),
            's' => {
                // What stands before seconds are minutes.
                if let Some(month @ Part::Month(_)) = last {
                    *month = Part::Minute;
                }
                parts.push(Part::Second);
            }
            'm' => {
                let is_minute = matches!(last, Some(Part::Hour(_) | Part::Elapsed('h')));
                parts.push(if is_minute {
                    Part::Minute
                } else {
                    Part::Month(count)
                });
            }
            '[' => {
                if let Some(Sign::Code(unit)) = signs.next() {
                    parts.push(Part::Elapsed(*unit));
                }
            }
            'a' => {
                // "AM/PM" and "A/P".
                let is_half = |sign: &&Sign| {
                    matches!(sign, Sign::Code('A' | 'a' | 'M' | 'm' | 'P' | 'p' | '/'))
                };
                while signs.next_if(is_half).is_some() {}
                parts.push(Part::Half);
            }
            // Parts of a second.
            '0' => {
                if let Some(Part::Literal(text)) = parts.last_mut()
                    && text.ends_with('.')
                {
                    text.pop();
                }
            }
            c => literal(&mut parts, c),
        }
    }
    parts
}

fn literal(parts: &mut Vec<Part>, c: char) {
    match parts.last_mut() {
        Some(Part::Literal(text)) => text.push(c),
        _ => parts.push(Part::Literal(c.to_string())),
    }
}

/// The moment that is so many days after the first; `None` where there is no such date.
pub(super) fn moment(days: f64, since_1904: bool, parts: &[Part]) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let seconds = (days * DAY).round();
    let (year, month, day) = if since_1904 {
        (1904, 1, 1)
    } else if days < 60.0 {
        (1899, 12, 31)
    } else {
        // Excel counts a 29 February 1900, which there was not.
        (1899, 12, 30)
    };
    let start = NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(0, 0, 0)?;
    let moment = start + TimeDelta::seconds(seconds as i64);
    let written = |parts: &[Part]| written(parts, moment, seconds);
    let is_of_date = |part: &Part| matches!(part, Part::Year | Part::Month(_) | Part::Day(_));
    let is_number = |part: &Part| matches!(part, Part::Month(..3));
    if !parts.iter().any(is_number) {
        return Some(written(parts).trim().to_owned());
    }
    // 05/01 is two dates: one whose month is a number is written as all people understand it.
    let first = parts.iter().position(is_of_date)?;
    let last = parts.iter().rposition(is_of_date)?;
    let has_day = parts.iter().any(|part| matches!(part, Part::Day(_)));
    let date = moment.format(if has_day { "%Y-%m-%d" } else { "%Y-%m" });
    let (before, after) = (&parts[..first], &parts[last + 1..]);
    let shown = format!("{}{date}{}", written(before), written(after));
    Some(shown.trim().to_owned())
}

fn written(parts: &[Part], moment: NaiveDateTime, seconds: f64) -> String {
    let has_half = parts.contains(&Part::Half);
    let shown = parts.iter().map(|part| {
        let code = match part {
            Part::Year => "%Y",
            Part::Month(..3) => "%m",
            Part::Month(3) => "%b",
            Part::Month(_) => "%B",
            Part::Day(1) => "%-d",
            Part::Day(2) => "%d",
            Part::Day(3) => "%a",
            Part::Day(_) => "%A",
            Part::Hour(1) if has_half => "%-I",
            Part::Hour(_) if has_half => "%I",
            Part::Hour(1) => "%-H",
            Part::Hour(_) => "%H",
            Part::Minute => "%M",
            Part::Second => "%S",
            Part::Half => "%p",
            Part::Elapsed('h') => return (seconds / 3600.0).floor().to_string(),
            Part::Elapsed('m') => return (seconds / 60.0).floor().to_string(),
            Part::Elapsed(_) => return seconds.to_string(),
            Part::Literal(text) => return text.clone(),
        };
        moment.format(code).to_string()
    });
    shown.collect()
}
