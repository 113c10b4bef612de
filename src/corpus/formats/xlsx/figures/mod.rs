//! Numbers as a format of a workbook has them shown: "12%", "€ 3.50", "5 May 2024", not 45417.
//!
//! A format is a code of up to four sections: for positive numbers, negative ones, zero, and text.

mod moments;

use std::cmp::Ordering;

use moments::{Part, moment, parts};

/// No program writes a longer code, in characters.
const LONGEST: usize = 255;
/// Nobody reads more digits than this after the point.
const MOST_DIGITS: usize = 30;
/// How many digits of a number are shown where its format does not say it.
const DIGITS: usize = 10;

/// One character of a code, and what it is there for.
enum Sign {
    Code(char),
    Literal(char),
}

/// How numbers are shown; as they are, where it says nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberFormat {
    sections: Vec<(Option<Condition>, Section)>,
}

/// The numbers that a section is for, where it says so: "[<=100]".
#[derive(Clone, Debug)]
struct Condition {
    signs: String,
    limit: f64,
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
    /// Signs between the digits, as in telephone numbers, each with how many digits follow it.
    within: Vec<(usize, char)>,
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

/// A number as people write it who were not asked for a format.
pub(super) fn plain(number: f64) -> String {
    let size = number.abs();
    if number.fract() == 0.0 && size < 1e15 {
        return format!("{number:.0}");
    }
    let rounded = format!("{number:.*e}", DIGITS - 1);
    let rounded: f64 = rounded.parse().unwrap_or(number);
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
        let read = |(condition, signs): (_, Vec<Sign>)| (condition, Section::of(&signs));
        Self {
            sections: sections.map(read).collect(),
        }
    }

    /// The number; days are counted from 1904 on where `since_1904`.
    pub(super) fn show(&self, number: f64, since_1904: bool) -> String {
        let has_conditions = self.sections.iter().any(|(it, _)| it.is_some());
        let holds = |section: &(Option<Condition>, Section)| {
            let condition = section.0.as_ref();
            condition.is_none_or(|condition| condition.holds(number))
        };
        let place = match self.sections.len() {
            all if has_conditions => {
                let first = self.sections.iter().position(holds);
                first.unwrap_or(all)
            }
            3 if number == 0.0 => 2,
            2 | 3 if number < 0.0 => 1,
            _ => 0,
        };
        let section = self.sections.get(place).map(|(_, section)| section);
        // A section of their own says how negative numbers are marked.
        let is_marked = match section {
            Some(Section::Number(format)) if has_conditions => format.before.contains(['-', '(']),
            _ => place == 1 && !has_conditions,
        };
        let shown = if is_marked { number.abs() } else { number };
        let written = match section {
            Some(Section::Number(format)) => Some(format.show(shown)),
            Some(Section::Moment(parts)) => moment(shown, since_1904, parts),
            Some(Section::General) | None => None,
        };
        written.unwrap_or_else(|| plain(number))
    }
}

impl Condition {
    fn read(inside: &str) -> Option<Self> {
        let limit = inside.trim_start_matches(['<', '=', '>']);
        let signs = inside.strip_suffix(limit).filter(|it| !it.is_empty())?;
        Some(Self {
            signs: signs.to_owned(),
            limit: limit.trim().parse().ok()?,
        })
    }

    fn holds(&self, number: f64) -> bool {
        let sign = number.partial_cmp(&self.limit).map(|order| match order {
            Ordering::Less => '<',
            Ordering::Equal => '=',
            Ordering::Greater => '>',
        });
        sign.is_some_and(|sign| self.signs.contains(sign))
    }
}

impl Section {
    fn of(signs: &[Sign]) -> Self {
        let code = |sign: &Sign| match sign {
            Sign::Code(c) => Some(c.to_ascii_lowercase()),
            Sign::Literal(_) => None,
        };
        let code: String = signs.iter().filter_map(code).collect();
        if code.contains("general") || code.contains('@') {
            return Self::General;
        }
        let has_digits = code.contains(['0', '#', '?']);
        let is_of_time = code.contains(['y', 'm', 'd', 'h', 's', '[']);
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
        // Places of digits before the point.
        let mut places = 0;
        let mut signs = signs.iter().peekable();
        let mut in_digits = false;
        while let Some(sign) = signs.next() {
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
                        let between = std::mem::take(&mut number.after);
                        // A space parts thousands.
                        if !between.trim().is_empty() {
                            number.within.extend(between.chars().map(|c| (places, c)));
                        }
                        places += 1;
                    }
                }
                Sign::Code('0' | '#' | '?') => {}
                Sign::Code('.') if in_digits || !has_point => has_point = true,
                Sign::Code(',') => commas += 1,
                Sign::Code('e' | 'E') if matches!(signs.peek(), Some(Sign::Code('+' | '-'))) => {
                    signs.next();
                    number.is_scientific = true;
                }
                Sign::Code(c) | Sign::Literal(c) => {
                    if matches!(sign, Sign::Code('%')) {
                        number.power += 2;
                    }
                    let side = if in_digits {
                        &mut number.after
                    } else {
                        &mut number.before
                    };
                    side.push(*c);
                }
            }
        }
        for (at, _) in &mut number.within {
            *at = places - *at;
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
        let steps: Result<f64, _> = format!("{:.14e}", scaled.abs() * step).parse();
        let rounded = steps.map_or(scaled.abs(), |steps| steps.round() / step);
        let mut digits = format!("{rounded:.*}", self.most);
        // Those after the least are shown unless they are zeros.
        let needed = digits.len() - (self.most - self.least);
        digits.truncate(needed.max(digits.trim_end_matches('0').len()));
        let digits = digits.trim_end_matches('.');
        let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        let whole = format!("{whole:0>width$}", width = self.whole);
        let is_zero = !digits.contains(|c: char| matches!(c, '1'..='9'));
        let mut shown = String::new();
        if scaled < 0.0 && !is_zero {
            shown.push('-');
        }
        shown.push_str(&self.before);
        for (place, digit) in whole.chars().enumerate() {
            let left = whole.len() - place;
            if place > 0 {
                if self.is_grouped && left.is_multiple_of(3) {
                    shown.push(',');
                }
                let signs = self.within.iter().filter(|(at, _)| *at == left);
                shown.extend(signs.map(|(_, c)| c));
            }
            shown.push(digit);
        }
        shown.push_str(rest);
        shown.push_str(&self.after);
        shown.trim().to_owned()
    }
}

/// The sections of a code with their conditions: colours and padding are left out.
fn sections(code: &str) -> Vec<(Option<Condition>, Vec<Sign>)> {
    let mut sections = vec![(None, Vec::new())];
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        let Some((condition, open)) = sections.last_mut() else {
            break;
        };
        match c {
            ';' => sections.push((None, Vec::new())),
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
                } else if let Some(unit) = inside.chars().next()
                    && inside.chars().all(|c| "hmsHMS".contains(c))
                {
                    open.extend(['[', unit.to_ascii_lowercase()].map(Sign::Code));
                } else if let Some(read) = Condition::read(&inside) {
                    *condition = Some(read);
                }
            }
            c => open.push(Sign::Code(c)),
        }
    }
    sections
}

#[cfg(test)]
mod tests;
