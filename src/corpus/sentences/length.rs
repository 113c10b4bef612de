//! The longest a sentence may be.
//!
//! Some scripts have neither spaces between words nor marks between sentences, and some texts of
//! other scripts (transcripts, tables, code) have no marks: these are cut at a space.

use std::ops::Range;

/// Most characters of a sentence: half of what a Telegram message holds.
const LONGEST: usize = 2000;
/// Most characters of a sentence, if it has spaces, in a script without sentence marks: about the
/// length of a sentence in a Thai newspaper.
const LONGEST_UNMARKED: usize = 120;

/// What opens a clause in Thai, where a sentence is rather cut than at another space: but, because,
/// therefore, besides, however, as for, then, later, when, by, which, after, while.
const CLAUSES: [&str; 16] = [
    "แต่",
    "เพราะ",
    "ดังนั้น",
    "นอกจากนี้",
    "อย่างไรก็ตาม",
    "ทั้งนี้",
    "ส่วน",
    "จากนั้น",
    "ต่อมา",
    "เมื่อ",
    "โดย",
    "ซึ่ง",
    "หลังจาก",
    "ขณะที่",
    "อีกทั้ง",
    "สำหรับ",
];

/// The sentences, with those that are too long cut at white space. Parts without a letter or
/// digit, as of a long row of dots, are left out.
pub(super) fn cut_long(text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut cut = Vec::with_capacity(sentences.len());
    for Range { mut start, end } in sentences {
        let usual = usual_length(&text[start..end]);
        while let Some(length) = length_of_first(&text[start..end], usual) {
            cut.push(start..start + text[start..start + length].trim_end().len());
            let rest = &text[start + length..end];
            start = end - rest.trim_start().len();
        }
        cut.push(start..end);
    }
    cut.retain(|part| text[part.clone()].contains(char::is_alphanumeric));
    cut
}

/// Characters that a sentence may have before it is cut at a space.
fn usual_length(sentence: &str) -> usize {
    let unmarked = || {
        sentence
            .chars()
            .filter(|&c| is_of_unmarked_script(c))
            .count()
    };
    let is_unmarked = sentence.len() > LONGEST_UNMARKED
        && !sentence.is_ascii()
        && unmarked() * 2 > sentence.chars().count();
    if is_unmarked {
        LONGEST_UNMARKED
    } else {
        LONGEST
    }
}

/// Thai, Lao, Tibetan, Burmese and Khmer.
fn is_of_unmarked_script(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Bytes of what is to be cut from a sentence: up to the last space within the usual length, or
/// else the first after it, or else the greatest length there is. Nothing if all of it may stay.
fn length_of_first(sentence: &str, usual: usize) -> Option<usize> {
    let (usual, _) = sentence.char_indices().nth(usual)?;
    let greatest = sentence.char_indices().nth(LONGEST).map(|(at, _)| at);
    let beyond = &sentence[usual..greatest.unwrap_or(sentence.len())];
    let spaces = || sentence[..usual].rmatch_indices(char::is_whitespace);
    let opens = |(at, space): &(usize, &str)| {
        let after = &sentence[at + space.len()..];
        CLAUSES.iter().any(|clause| after.starts_with(clause))
    };
    let before_clause = spaces().filter(|(at, _)| *at >= usual / 3).find(opens);
    before_clause
        .or_else(|| spaces().next())
        .map(|(at, _)| at)
        .or_else(|| Some(usual + beyond.find(char::is_whitespace)?))
        .or(greatest)
}

#[cfg(test)]
mod tests {
    use super::super::sentences;
    use super::*;

    fn lengths(text: &str, language: &str) -> Vec<usize> {
        let spans = sentences(text, language);
        spans
            .into_iter()
            .map(|span| text[span].chars().count())
            .collect()
    }

    #[test]
    fn text_without_marks_is_cut_at_white_space() {
        let lengths = lengths(&"rowing ".repeat(300), "en");
        assert_eq!(lengths, [1994, 104]);
    }

    #[test]
    fn text_without_marks_and_spaces_is_cut_anyway() {
        assert_eq!(
            lengths(&"é".repeat(LONGEST * 2 + 1), "en"),
            [LONGEST, LONGEST, 1]
        );
    }

    #[test]
    fn a_part_that_says_nothing_is_left_out() {
        let dots = ".".repeat(LONGEST);
        assert_eq!(lengths(&format!("Contents {dots}{dots} 9"), "en"), [8, 1]);
    }

    #[test]
    fn scripts_without_sentence_marks_are_cut_at_spaces_sooner() {
        let clause = "เรือข้ามฟากออกจากท่าเรือในตอนเช้า";
        assert_eq!(lengths(&[clause; 2].join(" "), "th").len(), 1);
        let characters = clause.chars().count();
        let usual = LONGEST_UNMARKED / (characters + 1);
        let all = lengths(&vec![clause; usual * 5].join(" "), "th");
        assert_eq!(all, [usual * (characters + 1) - 1; 5]);
        assert_eq!(lengths(&clause.repeat(10), "th"), [characters * 10]);
        // "however" opens the second half.
        let text = format!("{clause} {clause} อย่างไรก็ตาม{clause} {clause}");
        assert_eq!(lengths(&text, "th")[0], characters * 2 + 1);
    }
}
