//! Citation marks, such as "[3]": they stand after the full stop of the sentence they belong to.

/// Most bytes between the brackets of a citation mark.
const LONGEST: usize = 20;

/// The text without a citation mark, and the white space before it, at its start.
pub(super) fn skip(text: &str) -> Option<&str> {
    let inside = text.trim_start().strip_prefix('[')?;
    let near = &inside[..inside.floor_char_boundary(LONGEST + 1)];
    let (label, _) = near.split_once(']')?;
    is_label(label).then(|| &inside[label.len() + 1..])
}

/// The text without a citation mark, and the white space before it, at its end.
pub(super) fn strip(text: &str) -> Option<&str> {
    let inside = text.strip_suffix(']')?;
    let near = &inside[inside.ceil_char_boundary(inside.len().saturating_sub(LONGEST + 1))..];
    let (_, label) = near.rsplit_once('[')?;
    is_label(label).then(|| inside[..inside.len() - label.len() - 1].trim_end())
}

/// "3", "3, 4", "note 2", "b", "citation needed".
fn is_label(label: &str) -> bool {
    let is_letter = label.len() == 1 && label.as_bytes()[0].is_ascii_alphabetic();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '–');
    let is_number = label.contains(|c: char| c.is_ascii_digit()) && label.chars().all(is_plain);
    is_letter || is_number || label == "citation needed"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citation_marks_are_told_from_other_brackets() {
        for mark in ["[3]", " [12, 13]", "[note 2]", "[b]", "[citation needed]"] {
            assert_eq!(skip(&format!("{mark} Then")), Some(" Then"), "{mark}");
            assert_eq!(
                strip(&format!("It sank.{mark}")),
                Some("It sank."),
                "{mark}"
            );
        }
        for other in [
            "[…] Then",
            "[the ferry] Then",
            "[3.] Then",
            "[3",
            "(3) Then",
            "",
            "[",
        ] {
            assert_eq!(skip(other), None, "{other}");
        }
        for other in [
            "[…]",
            "a ferry [the old one]",
            "the [3.]",
            "3]",
            "(3)",
            "",
            "]",
        ] {
            assert_eq!(strip(other), None, "{other}");
        }
    }
}
