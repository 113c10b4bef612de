//! Lines of a page that are no text of it, and letters that are printed as one.

/// Whether a line is of a table of contents: "Boats . . . . . . 12".
pub(super) fn is_of_contents(line: &str) -> bool {
    /// So many points in a row lead to a number.
    const LEADING: usize = 4;
    let end = line.trim_end_matches(|c: char| c.is_alphanumeric() || c == ' ');
    let number = line[end.len()..].trim();
    let points = end
        .chars()
        .rev()
        .take_while(|c| matches!(c, '.' | ' ' | '…' | '·'));
    points.filter(|c| *c != ' ').count() >= LEADING
        && !number.is_empty()
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'l'))
}

/// The letters that ligatures of print stand for.
pub(super) fn without_ligatures(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            'ﬅ' | 'ﬆ' => plain.push_str("st"),
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_table_of_contents_are_known() {
        for line in ["Boats . . . . . . 12", "3.1 The Heron ........ iv"] {
            assert!(is_of_contents(line), "{line}");
        }
        for line in ["It sails in 2024", "Nobody knows ....", "And then ... 12"] {
            assert!(!is_of_contents(line), "{line}");
        }
    }

    #[test]
    fn ligatures_are_letters() {
        assert_eq!(without_ligatures("ofﬁce ﬂoor eﬀort"), "office floor effort");
    }
}
