//! Messages of chats, as they are exported: each begins with when it was written, and by whom.

/// Characters of the name of a writer, at most.
const LONGEST_NAME: usize = 60;

/// Whether a line opens a message: "[12/03/2024, 09:15:22] Ann: Hello", "12.03.24, 09:15 - Ann:
/// Hello", "2024-03-12 09:15 Ann: Hello" or "[09:15] Ann: Hello".
pub(super) fn opens(line: &str) -> bool {
    if !line.starts_with(|c: char| c == '[' || c.is_ascii_digit()) {
        return false;
    }
    let Some(after) = after_stamp(line.trim_start_matches(['[', '\u{200e}'])) else {
        return false;
    };
    let name = after.trim_start_matches([']', '-', '–', ',', ' ', '\u{202f}']);
    let is_apart = name.len() < after.len();
    is_apart
        && name.split_once(": ").is_some_and(|(writer, _)| {
            !writer.is_empty()
                && writer.chars().nth(LONGEST_NAME).is_none()
                && writer.contains(char::is_alphabetic)
        })
}

/// What follows a date and a time, or a time alone.
fn after_stamp(text: &str) -> Option<&str> {
    let (numbers, marks, rest) = numbers(text);
    let is_time = |numbers: usize, marks: &str| {
        matches!(numbers, 2 | 3) && marks.chars().all(|mark| mark == ':')
    };
    let is_date = numbers == 3 && marks.chars().all(|mark| matches!(mark, '/' | '.' | '-'));
    let rest = if is_date {
        let time = rest.trim_start_matches([',', ' ', 'T']);
        let (numbers, marks, rest) = self::numbers(time);
        is_time(numbers, &marks).then_some(rest)?
    } else {
        // A bare time opens many a line: brackets tell that it is a stamp.
        (is_time(numbers, &marks) && rest.starts_with(']')).then_some(rest)?
    };
    let half = rest.trim_start_matches([' ', '\u{202f}']);
    let (half, after) = half.split_at_checked(2).unwrap_or_default();
    let is_half = half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    Some(if is_half { after } else { rest })
}

/// How many numbers a text starts with, the marks between them, and what follows.
fn numbers(text: &str) -> (usize, String, &str) {
    let (mut count, mut marks, mut rest) = (0, String::new(), text);
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 4 {
            return (count, marks, rest);
        }
        count += 1;
        rest = &rest[digits..];
        let mut characters = rest.chars();
        match characters.next() {
            Some(mark @ ('/' | '.' | '-' | ':'))
                if characters
                    .as_str()
                    .starts_with(|c: char| c.is_ascii_digit()) =>
            {
                marks.push(mark);
                rest = characters.as_str();
            }
            _ => return (count, marks, rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_begin_with_their_stamp_and_writer() {
        for line in [
            "[12/03/2024, 09:15:22] Ann: The boat is in.",
            "12.03.24, 09:15 - Ann Lee: The boat is in.",
            "3/12/24, 9:15\u{202f}PM - Ann: The boat is in.",
            "2024-03-12 09:15 Ann: The boat is in.",
            "[09:15] Ann: The boat is in.",
        ] {
            assert!(opens(line), "{line}");
        }
        for line in [
            "12/03/2024: The boat is in.",
            "09:15 Ann: The boat is in.",
            "12.03.24, 09:15 - the boat is in",
            "[1] Ann: The boat is in.",
            "3.5 times as many: The boat",
        ] {
            assert!(!opens(line), "{line}");
        }
    }
}
