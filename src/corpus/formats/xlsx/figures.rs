//! Numbers as a format of a workbook has them shown: "12%", "€ 3.50", "5 May 2024", not 45417.
//!
//! A format is a code of up to four sections: for positive numbers, negative ones, zero, and text.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};

/// A code longer than this many characters is none that a program writes.
const LONGEST: usize = 255;
/// More digits than this after the point are none that people read.
const MOST_DIGITS: usize = 30;
/// So many digits of a number are shown where its format does not say how many.
const DIGITS: usize = 10;
const DAY: f64 = 86_400.0;

/// How numbers are shown; as they are, where it says nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
}

#[derive(Clone, Debug)]
enum Section {
    General,
    Number(Number),
    Moment(Vec<Part>),
}

/// How a number is shown that is no date.
#[derive(Clone, Debug, Default)]
struct Number {
    before: String,
    after: String,
    /// Digits before the point, at least: a postal code may begin with 0.
    whole: usize,
    /// Digits after the point: at least and at most.
    least: usize,
    most: usize,
    is_grouped: bool,
    /// By which power of ten it is multiplied.
    power: i32,
    is_scientific: bool,
}

/// A part of a date or a time, and how many letters stand for it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Hours, minutes or seconds since the start, which may be more than a day has.
    Elapsed(char),
    Half,
    Literal(String),
}

/// A number as people write it who were not asked for a format.
pub(super) fn plain(number: f64) -> String {
    let size = number.abs();
    if number.fract() == 0.0 && size < 1e15 {
        return format!("{number:.0}");
    }
    let rounded: f64 = format!("{number:.*e}", DIGITS - 1)
        .parse()
        .unwrap_or(number);
    if (1e-9..1e15).contains(&size) {
        rounded.to_string()
    } else {
        format!("{rounded:e}")
    }
}

impl NumberFormat {
    pub(super) fn read(code: &str) -> Self {
        if code.chars().nth(LONGEST).is_some() {
            return Self::default();
        }
        let sections = sections(code).into_iter().take(3);
        Self {
            sections: sections.map(|section| Section::of(&section)).collect(),
        }
    }

    /// The number; days are counted from 1904 on where `since_1904`.
    pub(super) fn show(&self, number: f64, since_1904: bool) -> String {
        let place = match self.sections.len() {
            3 if number == 0.0 => 2,
            2 | 3 if number < 0.0 => 1,
            _ => 0,
        };
        // A section of their own says how negative numbers are marked.
        let shown = if place == 1 { number.abs() } else { number };
        let written = match self.sections.get(place) {
            Some(Section::Number(format)) => Some(format.show(shown)),
            Some(Section::Moment(parts)) => moment(shown, since_1904, parts),
            Some(Section::General) | None => None,
        };
        written.unwrap_or_else(|| plain(number))
    }
}

/// One character of a code, and what it is there for.
enum Sign {
    Code(char),
    Literal(char),
}

/// The sections of a code: colours, conditions and padding are left out.
fn sections(code: &str) -> Vec<Vec<Sign>> {
    let mut sections = vec![Vec::new()];
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        let Some(open) = sections.last_mut() else {
            break;
        };
        match c {
            ';' => sections.push(Vec::new()),
            '"' => {
                let quoted = characters.by_ref().take_while(|c| *c != '"');
                open.extend(quoted.map(Sign::Literal));
            }
            '\\' => open.extend(characters.next().map(Sign::Literal)),
            // As wide as the next character, and as often as there is room.
            '_' => {
                characters.next();
                open.push(Sign::Literal(' '));
            }
            '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                if let Some(currency) = inside.strip_prefix('$') {
                    let symbol = currency.split('-').next().unwrap_or_default();
                    open.extend(symbol.chars().map(Sign::Literal));
                } else if inside.starts_with(['h', 'm', 's', 'H', 'M', 'S']) {
                    let unit = inside.chars().next().unwrap_or('h').to_ascii_lowercase();
                    open.extend(['[', unit].map(Sign::Code));
                }
            }
            c => open.push(Sign::Code(c)),
        }
    }
    sections
}

impl Section {
    fn of(signs: &[Sign]) -> Self {
        let code: String = signs
            .iter()
            .filter_map(|sign| match sign {
                Sign::Code(c) => Some(c.to_ascii_lowercase()),
                Sign::Literal(_) => None,
            })
            .collect();
        if code.contains("general") || code.contains('@') {
            return Self::General;
        }
        let has_digits = code.contains(['0', '#', '?']);
        let is_of_time = code.contains(['y', 'd', 'h', 's', '[']) || code.contains('m');
        if is_of_time && (!has_digits || code.contains("s.0") || code.contains("ss")) {
            return Self::Moment(parts(signs));
        }
        // Fractions, and formats that only say something.
        if code.contains('/') || !has_digits {
            return Self::General;
        }
        Self::Number(Number::of(signs))
    }
}

impl Number {
    fn of(signs: &[Sign]) -> Self {
        let mut number = Self::default();
        let (mut has_point, mut commas) = (false, 0);
        let mut signs = signs.iter().peekable();
        let mut in_digits = false;
        while let Some(sign) = signs.next() {
            let literals = |number: &mut Self, c: char, in_digits: bool| {
                let side = if in_digits {
                    &mut number.after
                } else {
                    &mut number.before
                };
                side.push(c);
            };
            match sign {
                Sign::Code(c @ ('0' | '#' | '?')) if !number.is_scientific => {
                    in_digits = true;
                    // Between digits, commas part thousands.
                    number.is_grouped |= commas > 0 && !has_point;
                    commas = 0;
                    let is_needed = usize::from(*c == '0');
                    if has_point {
                        number.most = (number.most + 1).min(MOST_DIGITS);
                        number.least = (number.least + is_needed).min(MOST_DIGITS);
                    } else {
                        number.whole = (number.whole + is_needed).min(MOST_DIGITS);
                    }
                }
                Sign::Code('0' | '#' | '?') => {}
                Sign::Code('.') if in_digits || !has_point => has_point = true,
                Sign::Code(',') => commas += 1,
                Sign::Code('e' | 'E') if matches!(signs.peek(), Some(Sign::Code('+' | '-'))) => {
                    signs.next();
                    number.is_scientific = true;
                }
                Sign::Code('%') => {
                    number.power += 2;
                    literals(&mut number, '%', in_digits);
                }
                Sign::Code(c) | Sign::Literal(c) => literals(&mut number, *c, in_digits),
            }
        }
        // After them, each divides by a thousand.
        number.power -= 3 * commas;
        number
    }

    fn show(&self, number: f64) -> String {
        let scaled = number * 10_f64.powi(self.power);
        if self.is_scientific || !scaled.is_finite() || scaled.abs() >= 1e15 {
            return plain(number);
        }
        let step = 10_f64.powi(i32::try_from(self.most).unwrap_or_default());
        // What is exactly between two numbers is a little less in binary: 1.005.
        let steps = format!("{:.14e}", scaled.abs() * step);
        let rounded = steps
            .parse()
            .map_or(scaled.abs(), |it: f64| it.round() / step);
        let mut digits = format!("{rounded:.*}", self.most);
        let optional = self.most - self.least;
        if optional > 0 {
            let kept = digits
                .trim_end_matches('0')
                .len()
                .max(digits.len() - optional);
            digits.truncate(kept);
            if digits.ends_with('.') {
                digits.pop();
            }
        }
        let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        let whole = format!("{whole:0>width$}", width = self.whole);
        let is_zero = !digits.contains(|c: char| matches!(c, '1'..='9'));
        let mut shown = String::new();
        if scaled < 0.0 && !is_zero {
            shown.push('-');
        }
        shown.push_str(&self.before);
        for (place, digit) in whole.chars().enumerate() {
            if self.is_grouped && place > 0 && (whole.len() - place).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        shown.push_str(rest);
        shown.push_str(&self.after);
        shown.trim().to_owned()
    }
}

/// The parts of a date or a time.
fn parts(signs: &[Sign]) -> Vec<Part> {
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
        match letter {
            'y' => parts.push(Part::Year(count)),
            'd' => parts.push(Part::Day(count)),
            'h' => parts.push(Part::Hour(count)),
            's' => {
                minutes_before(&mut parts);
                parts.push(Part::Second(count));
            }
            'm' => {
                let last = parts.iter().rfind(|part| !matches!(part, Part::Literal(_)));
                let is_minute = matches!(last, Some(Part::Hour(_) | Part::Elapsed('h')));
                parts.push(if is_minute {
                    Part::Minute(count)
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

/// What stands before seconds are minutes.
fn minutes_before(parts: &mut [Part]) {
    let last = parts
        .iter_mut()
        .rfind(|part| !matches!(part, Part::Literal(_)));
    if let Some(month @ Part::Month(_)) = last {
        *month = Part::Minute(2);
    }
}

/// The moment that is so many days after the first; `None` where there is no such date.
fn moment(days: f64, since_1904: bool, parts: &[Part]) -> Option<String> {
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
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    let date = date.checked_add_days(Days::new((seconds / DAY) as u64))?;
    let moment = date.and_hms_opt(0, 0, 0)? + TimeDelta::seconds((seconds % DAY) as i64);
    let is_of_date = |part: &Part| matches!(part, Part::Year(_) | Part::Month(_) | Part::Day(_));
    let is_number = |part: &Part| matches!(part, Part::Month(..3));
    if !parts.iter().any(is_number) {
        return Some(written(parts, moment, seconds).trim().to_owned());
    }
    // 05/01 is two dates: one whose month is a number is written as all people understand it.
    let first = parts.iter().position(is_of_date)?;
    let last = parts.iter().rposition(is_of_date)?;
    let has_day = parts.iter().any(|part| matches!(part, Part::Day(_)));
    let date = moment.format(if has_day { "%Y-%m-%d" } else { "%Y-%m" });
    let (before, after) = (&parts[..first], &parts[last + 1..]);
    let shown = format!(
        "{}{date}{}",
        written(before, moment, seconds),
        written(after, moment, seconds)
    );
    Some(shown.trim().to_owned())
}

fn written(parts: &[Part], moment: NaiveDateTime, seconds: f64) -> String {
    let has_half = parts.contains(&Part::Half);
    let two = |count: usize, number: u32| format!("{number:0>width$}", width = count.min(2));
    let format = |code: &str| moment.format(code).to_string();
    let shown = parts.iter().map(|part| match part {
        Part::Year(_) => format("%Y"),
        Part::Month(count) => match count {
            1 | 2 => format("%m"),
            3 => format("%b"),
            _ => format("%B"),
        },
        Part::Day(1) => format("%-d"),
        Part::Day(2) => format("%d"),
        Part::Day(3) => format("%a"),
        Part::Day(_) => format("%A"),
        Part::Hour(count) if has_half => two(*count, moment.hour12().1),
        Part::Hour(count) => two(*count, moment.hour()),
        Part::Minute(_) => format("%M"),
        Part::Second(_) => format("%S"),
        Part::Elapsed('h') => format!("{}", (seconds / 3600.0).floor()),
        Part::Elapsed('m') => format!("{}", (seconds / 60.0).floor()),
        Part::Elapsed(_) => format!("{seconds}"),
        Part::Half => format("%p"),
        Part::Literal(text) => text.clone(),
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::{NumberFormat, plain};

    fn check(cases: &[(&str, f64, &str)]) {
        for (code, number, wanted) in cases {
            let shown = NumberFormat::read(code).show(*number, false);
            assert_eq!(shown, *wanted, "{code}");
        }
    }

    #[test]
    fn numbers_are_shown_without_the_noise_of_their_bits() {
        for (number, wanted) in [
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.3333333333"),
            (1_234_567.0, "1234567"),
            (-4.5, "-4.5"),
            (1e20, "1e20"),
            (0.0, "0"),
        ] {
            assert_eq!(plain(number), wanted);
        }
    }

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        check(&[
            ("General", 12.5, "12.5"),
            ("0%", 0.125, "13%"),
            ("0.0%", 0.125, "12.5%"),
            ("#,##0.00", 1_234.5, "1,234.50"),
            ("#,##0.00\\ \"€\"", 1_234.5, "1,234.50 €"),
            ("[$€-407]\\ #,##0.00", 3.5, "€ 3.50"),
            (
                "_-* #,##0.00\\ \"kr\"_-;-* #,##0.00\\ \"kr\"_-",
                -12.0,
                "-12.00 kr",
            ),
            ("#,##0_);(#,##0)", -1_500.0, "(1,500)"),
            ("[Red]0.00;[Blue]-0.00", -2.0, "-2.00"),
            ("0.##", 2.5, "2.5"),
            ("0.##", 2.0, "2"),
            ("00000", 1_234.0, "01234"),
            ("0.0,,\" M\"", 12_300_000.0, "12.3 M"),
            ("0.00E+00", 12_345.0, "12345"),
            ("0.00", 1.005, "1.01"),
            ("0;-0;\"none\"", 0.0, "0"),
            ("# ?/?", 0.5, "0.5"),
            ("0 \"kg\"", 80.0, "80 kg"),
            ("@", 7.0, "7"),
        ]);
    }

    #[test]
    fn days_are_shown_as_dates() {
        check(&[
            ("dd/mm/yyyy", 45_413.0, "2024-05-01"),
            ("m/d/yy\\ h:mm", 45_413.396, "2024-05-01 9:30"),
            ("d\\ mmmm\\ yyyy", 45_413.0, "1 May 2024"),
            (
                "[$-409]dddd\\,\\ mmmm\\ d\\,\\ yyyy;@",
                45_413.0,
                "Wednesday, May 1, 2024",
            ),
            ("mmm-yy", 45_413.0, "May-2024"),
            ("mm/yyyy", 45_413.0, "2024-05"),
            ("h:mm AM/PM", 0.75, "6:00 PM"),
            ("hh:mm:ss", 0.5, "12:00:00"),
            ("[h]:mm", 1.5, "36:00"),
            ("mm:ss.0", 0.001, "01:26"),
            ("yyyy", 45_413.0, "2024"),
            ("yyyy-mm-dd", 1.0, "1900-01-01"),
            ("yyyy-mm-dd", -1.0, "-1"),
            ("yyyy-mm-dd", 1e9, "1000000000"),
        ]);
        let since = NumberFormat::read("yyyy-mm-dd").show(0.0, true);
        assert_eq!(since, "1904-01-01");
    }

    #[test]
    fn no_code_makes_a_panic() {
        for code in [
            "[", "\"", "\\", "_", "*", ";;;;", "[$", "[h", "a", "0/0", "e+", "%,,,", "🚢0",
        ] {
            let _ = NumberFormat::read(code).show(12.5, false);
            let _ = NumberFormat::read(code).show(f64::NAN, false);
        }
    }
}
