//! The longest a sentence may be.
//!
//! Some scripts have neither spaces between words nor marks between sentences, and some texts of
//! other scripts (transcripts, tables, code) have no marks: these are cut at a space.

use std::ops::Range;

use super::marks::is_of_unmarked_script;

/// Most characters of a sentence: half of what a Telegram message holds.
const LONGEST: usize = 2000;
/// Most characters of a sentence, if it has spaces, in a script without sentence marks: a sentence
/// of a Thai newspaper, or two short ones.
const LONGEST_UNMARKED: usize = 200;

/// What opens a clause in Thai, where a sentence is rather cut than at another space: but, because,
/// therefore, besides, however, as for, then, later, when, by, which, after, while.
const CLAUSES: &str = "\
    แต่|เพราะ|ดังนั้น|นอกจากนี้|อย่างไรก็ตาม|ทั้งนี้|ส่วน|จากนั้น|ต่อมา|เมื่อ|โดย|ซึ่ง|หลังจาก|\
    ขณะที่|อีกทั้ง|สำหรับ";

/// What negates a verb in Thai.
const NOT: &str = "ไม่";
/// What goes on from the part before it there: and, or, but, which, by, that, so, in order to, until.
const GOES_ON: &str = "และ|หรือ|แต่|ซึ่ง|โดย|ที่|ว่า|ก็|จึง|เพื่อ|จน";
/// What opens a part there that says nothing without the next: if, when, because, although, while,
/// before, after.
const NEEDS_NEXT: &str = "ถ้า|หาก|เมื่อ|เพราะ|เนื่องจาก|แม้|ขณะ|ก่อน|หลัง";
/// Letters of somebody or something that a verb is said of, at least, and of the sentence before.
const SUBJECT: usize = 3;
const CLAUSE: usize = 15;

/// The sentences, with those that are too long cut at white space. Parts without a letter or
/// digit, as of a long row of dots, are left out.
pub(super) fn cut_long(text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut cut = Vec::with_capacity(sentences.len());
    for Range { mut start, end } in sentences {
        while let Some(length) = length_of_clause(&text[start..end]) {
            cut.push(start..start + length);
            let rest = &text[start + length..end];
            start = end - rest.trim_start().len();
        }
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

/// Bytes of what stands in Thai before a space and a sentence of its own: what has a verb that is negated,
/// and before that what this is said of. Nothing else tells such a space from others.
fn length_of_clause(sentence: &str) -> Option<usize> {
    if sentence.is_ascii() || !sentence.contains(NOT) || starts_with_any(sentence, NEEDS_NEXT) {
        return None;
    }
    let is_apart = |(at, space): &(usize, &str)| {
        let (before, after) = (&sentence[..*at], &sentence[at + space.len()..]);
        let next = after.split(char::is_whitespace).next().unwrap_or_default();
        let subject = next.split_once(NOT).map_or("", |(subject, _)| subject);
        before.chars().nth(CLAUSE - 1).is_some()
            && subject.chars().count() >= SUBJECT
            && subject.chars().all(is_of_unmarked_script)
            && !subject.ends_with("ที่")
            && !starts_with_any(subject, GOES_ON)
    };
    let mut spaces = sentence.match_indices(char::is_whitespace);
    spaces.find(is_apart).map(|(at, _)| at)
}

/// Characters that a sentence may have before it is cut at a space.
fn usual_length(sentence: &str) -> usize {
    let is_unmarked = |c: &char| is_of_unmarked_script(*c);
    if sentence.len() > LONGEST_UNMARKED
        && !sentence.is_ascii()
        && sentence.chars().filter(is_unmarked).count() * 2 > sentence.chars().count()
    {
        LONGEST_UNMARKED
    } else {
        LONGEST
    }
}

/// Bytes of what is to be cut from a sentence: up to the last good space within the usual length,
/// or else the first after it, or else any space, or the greatest length there is. Nothing if all
/// of it may stay.
fn length_of_first(sentence: &str, usual: usize) -> Option<usize> {
    // It has no more characters than bytes.
    if sentence.len() <= usual {
        return None;
    }
    let (usual, _) = sentence.char_indices().nth(usual)?;
    let greatest = sentence.char_indices().nth(LONGEST).map(|(at, _)| at);
    let limit = greatest.unwrap_or(sentence.len());
    let spaces = |range: Range<usize>| {
        let start = range.start;
        let found = sentence[range].match_indices(char::is_whitespace);
        found.map(move |(at, space)| (start + at, start + at + space.len()))
    };
    let opens = |(_, after): &(usize, usize)| starts_with_any(&sentence[*after..], CLAUSES);
    let parts = |(before, after): &(usize, usize)| parts(&sentence[..*before], &sentence[*after..]);
    let early = sentence.floor_char_boundary(usual / 3);
    let late = (usual * 2).min(limit);
    spaces(early..usual)
        .rfind(|space| opens(space) && parts(space))
        .or_else(|| spaces(early..usual).rfind(parts))
        .or_else(|| spaces(usual..sentence.floor_char_boundary(late)).find(parts))
        .or_else(|| spaces(0..usual).next_back())
        .or_else(|| spaces(usual..limit).next())
        .map(|(before, _)| before)
        .or(greatest)
}

/// Whether a text starts with one of some words.
fn starts_with_any(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.starts_with(word))
}

/// Whether a space parts more than a number, an abbreviation or what stands in brackets from what
/// it belongs to: "14 October", "in B.E. 2548".
fn parts(before: &str, after: &str) -> bool {
    let is_in =
        |open: char, close: char| before.matches(open).count() > before.matches(close).count();
    let next = after.split(char::is_whitespace).next().unwrap_or_default();
    !before.ends_with(|c: char| c == '.' || c.is_numeric())
        && !next.starts_with(char::is_numeric)
        && !next.ends_with('.')
        && !is_in('(', ')')
        && !is_in('\u{201c}', '\u{201d}')
}

#[cfg(test)]
mod tests {
    use super::super::sentences;
    use super::*;

    fn lengths(text: &str, language: &str) -> Vec<usize> {
        let spans = sentences(text, language).into_iter();
        spans.map(|span| text[span].chars().count()).collect()
    }

    #[test]
    fn text_without_marks_is_cut_at_white_space_or_else_anyway() {
        assert_eq!(lengths(&"rowing ".repeat(300), "en"), [1994, 104]);
        let word = "é".repeat(LONGEST * 2 + 1);
        assert_eq!(lengths(&word, "en"), [LONGEST, LONGEST, 1]);
        // A part that says nothing is left out.
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
        let half = [clause; 4].join(" ");
        let text = format!("{half} อย่างไรก็ตาม{half}");
        assert_eq!(lengths(&text, "th")[0], half.chars().count());
    }

    #[test]
    fn a_space_before_who_does_not_do_something_ends_a_sentence_in_thai() {
        let cut = |text: &str| lengths(text, "th").len();
        // "The ferry leaves in the morning" and "the captain does not come".
        assert_eq!(cut("เรือข้ามฟากออกในตอนเช้า กัปตันไม่ได้มา"), 2);
        assert_eq!(cut("เรือข้ามฟากสร้างในปี 1997 กัปตันไม่ได้มา"), 2);
        // "But", "if", and "those who do not come" belong to the sentence.
        assert_eq!(cut("เรือข้ามฟากออกในตอนเช้า แต่กัปตันไม่ได้มา"), 1);
        assert_eq!(cut("ถ้าเรือข้ามฟากออกในตอนเช้า กัปตันไม่ได้มา"), 1);
        assert_eq!(cut("เรือข้ามฟากออกในตอนเช้า คนที่ไม่ได้มา"), 1);
    }

    #[test]
    fn a_cut_leaves_numbers_abbreviations_and_brackets_whole() {
        let clause = "เรือข้ามฟากออกจากท่าเรือในตอนเช้า";
        for whole in ["วันที่ 14 ตุลาคม", "ในปี พ.ศ. 2548", "(หรือ เรือ เก่า)"]
        {
            let text = [clause, clause, clause, clause, clause, whole, clause].join(" ");
            let spans = sentences(&text, "th");
            let parts: Vec<&str> = spans.into_iter().map(|span| &text[span]).collect();
            let kept = parts.iter().any(|part| part.contains(whole));
            assert!(parts.len() > 1 && kept, "{whole}: {parts:?}");
        }
        assert_eq!(lengths("เรือลำนี้สร้างใน พ.ศ. 2548 ที่เมืองท่า", "th").len(), 1);
    }
}
