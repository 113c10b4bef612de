//! Characters as Telegram counts and shows them. Pure.

pub(super) use crate::corpus::invisible::harmless;

/// Where to end a part of at most `hard` bytes: after a sentence, else after a
/// word, if that wastes no more than half of it.
pub(super) fn break_before(text: &str, hard: usize) -> usize {
    let window = &text[..hard];
    let spaces = || {
        window
            .char_indices()
            .rev()
            .take_while(|(at, _)| *at > hard / 2)
            .filter(|(_, character)| character.is_whitespace())
    };
    let after_sentence =
        spaces().find(|(at, _)| window[..*at].ends_with(['.', '!', '?', '\u{2026}', ';', '\n']));
    after_sentence
        .or_else(|| spaces().next())
        .map_or(hard, |(at, _)| at)
}

/// Telegram counts lengths in these.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A text as it may be shown where there is no markup.
pub(super) fn shown(text: &str) -> String {
    text.chars().filter_map(harmless).collect()
}

/// The text if it has at most `most` UTF-16 units, else its beginning and an ellipsis.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut passed = 1;
    let kept = text.chars().take_while(|character| {
        passed += character.len_utf16();
        passed <= most
    });
    kept.collect::<String>().trim_end().to_owned() + "\u{2026}"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortening_counts_units_and_marks_the_cut() {
        assert_eq!(shortened("ferry", 5), "ferry");
        assert_eq!(shortened("ferries", 5), "ferr\u{2026}");
        assert_eq!(units(&shortened(&"\u{1f6a2}".repeat(9), 6)), 5);
    }
}
