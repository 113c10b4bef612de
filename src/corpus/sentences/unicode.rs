//! Where sentences may end by the rules of Unicode Standard Annex #29, which know only marks and
//! letter case. Most text is in ASCII, for which they are few: applying them here saves much time.

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

/// The byte offsets at which sentences of a text end by these rules; the start and the end of the
/// text may be among them.
pub(super) fn sentence_ends(text: &str) -> Vec<usize> {
    if text.is_ascii() && !text.contains(['\n', '\r']) {
        let marks = (0..text.len()).filter(|at| is_mark(text.as_bytes()[*at]));
        let ends = marks.filter_map(|mark| end_after(mark, text.as_bytes()));
        ends.collect()
    } else {
        segmented(text)
    }
}

fn segmented(text: &str) -> Vec<usize> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    segmenter.segment_str(text).collect()
}

/// Where the sentence begins that follows the mark at byte `mark`; `None` where the mark ends none.
fn end_after(mark: usize, line: &[u8]) -> Option<usize> {
    let is_full_stop = line[mark] == b'.';
    let next = line.get(mark + 1)?;
    let is_after_letter = mark > 0 && line[mark - 1].is_ascii_alphabetic();
    if is_full_stop && (next.is_ascii_digit() || next.is_ascii_uppercase() && is_after_letter) {
        return None;
    }
    let start = after(after(mark + 1, line, is_closing), line, is_space);
    let first = *line.get(start)?;
    if is_mark(first) || matches!(first, b',' | b'-' | b':' | b';') {
        return None;
    }
    let mut rest = line[start..].iter();
    let telling = rest.find(|byte| byte.is_ascii_alphabetic() || is_mark(**byte));
    let goes_on = is_full_stop && telling.is_some_and(u8::is_ascii_lowercase);
    (!goes_on).then_some(start)
}

/// Where the bytes of a kind end that stand at a place.
fn after(start: usize, line: &[u8], is_of_kind: fn(u8) -> bool) -> usize {
    let run = line[start..].iter().take_while(|byte| is_of_kind(**byte));
    start + run.count()
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?')
}

fn is_closing(byte: u8) -> bool {
    b"\"'()[]{}".contains(&byte)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\x0b' | b'\x0c')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_alike(text: &str) {
        let mut wanted = segmented(text);
        wanted.retain(|at| *at > 0 && *at < text.len());
        assert_eq!(sentence_ends(text), wanted, "{text:?}");
    }

    #[test]
    fn sentences_in_ascii_end_as_the_rules_have_it() {
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer = texts.iter().flat_map(|text| {
                let signs = "aB1.! \"(,_".chars();
                signs.map(move |sign| format!("{text}{sign}"))
            });
            texts = longer.collect();
            for text in &texts {
                assert_alike(text);
            }
        }
        let line_ends = ['\n', '\r'];
        for sign in (0..128_u8).map(char::from) {
            if !line_ends.contains(&sign) {
                for text in [
                    format!("a. {sign}a"),
                    format!("A{sign} B"),
                    format!("a.{sign}B"),
                ] {
                    assert_alike(&text);
                }
            }
        }
    }
}
