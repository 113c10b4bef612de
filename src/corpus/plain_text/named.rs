//! Lines between two blank ones of which the first names what the others tell, as in a list of
//! contacts: the office over its address, its telephone and its hours.

use super::lines::Line;
use super::lists::Marker;

/// A name is no longer than so many characters, and what it names is told in short lines.
const LONGEST_NAME: usize = 40;
const LONGEST_LINE: usize = 70;
/// A label is no longer than so many words.
const LONGEST_LABEL: usize = 3;

/// Whether the first line names the others: one of these is "Telephone: 555-0102".
pub(super) fn is_named(run: &[Line]) -> bool {
    let is_short = |line: &Line| line.width <= LONGEST_LINE && Marker::of(line.text).is_none();
    run.split_first().is_some_and(|(name, others)| {
        is_name(name.text)
            && others.iter().all(is_short)
            && others.iter().any(|line| is_labelled(line.text))
            && others.iter().all(|line| line.indent == name.indent)
    })
}

/// Whether a line can be a name: short, opened by a capital, and without marks or figures.
fn is_name(line: &str) -> bool {
    let is_plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '&');
    line.starts_with(char::is_uppercase)
        && line.chars().count() <= LONGEST_NAME
        && line.chars().all(is_plain)
}

/// Whether a line gives a value to a label.
fn is_labelled(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(label, value)| {
        label.starts_with(char::is_uppercase)
            && label.split_whitespace().count() <= LONGEST_LABEL
            && !value.trim().is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_first_line_names_lines_with_labels_and_no_others() {
        for (text, wanted) in [
            ("Harbour office\nQuay 3, 2300 Velden\nPhone: 555-0101", true),
            ("Tide\nLow: 0.4 m", true),
            ("Harbour office\nQuay 3, 2300 Velden", false),
            ("Phone: 555-0101\nOpen: 9-12", false),
            ("It is late.\nNote: the boat has left.", false),
            ("Harbour office\n- Phone: 555-0101", false),
            ("the boat\nNote: it has left", false),
        ] {
            assert_eq!(is_named(&lines(text)), wanted, "{text}");
        }
    }
}
