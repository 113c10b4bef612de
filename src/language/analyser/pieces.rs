//! Text comes apart into pieces by Unicode's rules for words (UAX #29): most text is in ASCII, where
//! these are few, and soon gone through.

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Where the pieces of a text end, in order: words, numbers, runs of spaces, and all else sign by sign.
pub(super) fn ends(text: &str) -> Vec<usize> {
    if text.is_ascii() {
        ends_in_ascii(text.as_bytes())
    } else {
        SEGMENTER.segment_str(text).skip(1).collect()
    }
}

fn ends_in_ascii(text: &[u8]) -> Vec<usize> {
    let mut ends = Vec::with_capacity(text.len() / 2);
    let mut at = 0;
    while let Some(&first) = text.get(at) {
        at += 1;
        if first == b' ' {
            at += text[at..].iter().take_while(|byte| **byte == b' ').count();
        } else if first == b'\r' {
            at += usize::from(text.get(at) == Some(&b'\n'));
        } else if is_of_word(first) {
            while let Some(&byte) = text.get(at) {
                if is_of_word(byte) {
                    at += 1;
                } else if joins(text[at - 1], byte, text.get(at + 1).copied()) {
                    at += 2;
                } else {
                    break;
                }
            }
        }
        ends.push(at);
    }
    ends
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a mark stands inside a word or a number: "U.S", "it's", "1,400".
fn joins(before: u8, mark: u8, after: Option<u8>) -> bool {
    let both = |is: fn(&u8) -> bool| is(&before) && after.is_some_and(|after| is(&after));
    match mark {
        b'.' | b'\'' => both(u8::is_ascii_alphabetic) || both(u8::is_ascii_digit),
        b':' => both(u8::is_ascii_alphabetic),
        b',' | b';' => both(u8::is_ascii_digit),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_alike(text: &str) {
        let wanted: Vec<usize> = SEGMENTER.segment_str(text).skip(1).collect();
        assert_eq!(ends_in_ascii(text.as_bytes()), wanted, "{text:?}");
    }

    #[test]
    fn ascii_comes_apart_as_the_rules_have_it() {
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer = texts.iter().flat_map(|text| {
                let signs = "aB1 .,:'_-\n\r\";".chars();
                signs.map(move |sign| format!("{text}{sign}"))
            });
            texts = longer.collect();
            for text in &texts {
                assert_alike(text);
            }
        }
        for sign in (0..128_u8).map(char::from) {
            for beside in ['a', '1', ' ', '_', sign] {
                assert_alike(&format!("{beside}{sign}{beside}"));
            }
        }
    }
}
