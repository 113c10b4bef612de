//! Lines that name a version, as a list of changes has them above what changed in it.

use crate::corpus::date;

/// Whether a line names a version and nothing else but its date: "1.2.3 (2024-03-01)", "v1.2",
/// "Version 1.2 - 1 March 2024". A bare number has three parts and is no date, as "1.2" may
/// be an amount, and "12.03.24" the day of a letter.
pub(super) fn is_version(line: &str) -> bool {
    let (word, after) = first_word(line);
    let leads = ["version", "release"];
    let is_led = leads.iter().any(|lead| lead.eq_ignore_ascii_case(word));
    let (word, after) = if is_led {
        first_word(after)
    } else {
        (word, after)
    };
    let word = word.trim_matches(['[', ']', ':', ',']);
    let version = word.strip_prefix(['v', 'V']).unwrap_or(word);
    // "1.2.3-rc1" and "1.2.3+4" are told by their numbers.
    let numbers = version.split(['-', '+']).next().unwrap_or_default();
    // How many numbers there are, if none has more digits.
    let counted = |digits: usize| {
        let is_number = |part: &str| {
            (1..=digits).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        };
        let are_numbers = numbers.split('.').all(is_number);
        are_numbers.then(|| numbers.split('.').count())
    };
    if !matches!(counted(4), Some(2..=4)) {
        return false;
    }
    let date = after.trim_matches(|c: char| !c.is_alphanumeric());
    let is_dated = date::is_dateline(date) || date.eq_ignore_ascii_case("unreleased");
    let is_marked = is_led || is_dated || version.len() < word.len();
    let is_day = || {
        let parts = numbers.rsplit_once('.').filter(|(_, year)| year.len() == 2);
        parts.is_some_and(|(day, year)| date::is_dateline(&format!("{day}.20{year}")))
    };
    (is_dated || date.is_empty()) && (is_marked || counted(2) == Some(3) && !is_day())
}

fn first_word(line: &str) -> (&str, &str) {
    line.split_once(char::is_whitespace).unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_stands_alone_or_with_its_date() {
        for line in [
            "1.2.3",
            "0.9.10",
            "1.2.3 (2024-03-01)",
            "1.2 - 2024-03-01",
            "[1.2.3] - 2024-03-01",
            "v1.2",
            "V1.2.3-rc1:",
            "Version 1.2.3 - 2024-03-01",
            "release 2.0, 1 March 2024",
            "2.0.1 (released 1 March 2024)",
            "[1.2.3] (unreleased)",
        ] {
            assert!(is_version(line), "{line}");
        }
        for line in [
            "",
            "1.2",
            "12",
            "2024-03-01",
            "1.3.2024",
            "12.03.24",
            "1.000.000",
            "192.168.0.1",
            "1.2.3 The boats",
            "v1.2 is out",
            "Version two",
            "version",
            "1.2. 3.4",
        ] {
            assert!(!is_version(line), "{line}");
        }
    }
}
