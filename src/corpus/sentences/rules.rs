//! The rules that weigh a place where a sentence may end.

use super::boundary::Boundary;
use super::citations;
use super::marks::is_terminator;
use super::quotations;
use super::spelling::Spelling;

/// Whether a sentence ends at the place.
pub(super) fn ends_sentence(b: &Boundary, spelling: &Spelling) -> bool {
    let Some(terminator) = b.terminator() else {
        return ends_without_terminator(b, spelling);
    };
    if b.after.is_empty()
        || clause_goes_on(b)
        || citations::skip(b.after).is_some()
        || source_follows(b)
        || quotations::goes_on(b)
        || lower_case_goes_on(b, spelling)
    {
        return false;
    }
    if !matches!(terminator, '.' | '．') {
        return true;
    }
    if is_ellipsis(b) {
        return !trails_off(b);
    }
    if may_end(b, spelling) {
        return true;
    }
    !(is_inside_token(b)
        || is_before_number(b, spelling)
        || is_time_of_day(b)
        || is_ordinal(b, spelling)
        || is_item_label(b)
        || is_abbreviation(b, spelling)
        || is_initial(b, spelling))
}

/// Without a mark that ends sentences everywhere, these do: the Greek question mark and the
/// Armenian full stop, which other languages use inside sentences, and a bullet within a line.
fn ends_without_terminator(b: &Boundary, spelling: &Spelling) -> bool {
    b.by_sentencex
        && (spelling.is("el") && b.unquoted.ends_with([';', '\u{37e}'])
            || spelling.is("hy") && b.unquoted.ends_with(':')
            || b.after.starts_with(['•', '‣', '▪', '●', '■']))
}

/// A comma, colon or closing mark follows.
fn clause_goes_on(b: &Boundary) -> bool {
    b.after.starts_with([
        ',', ';', ':', ')', ']', '」', '』', '）', '，', '、', '；', '：',
    ])
}

/// `"... and it sank." (page 5).`: the bracket tells where the quotation is from.
fn source_follows(b: &Boundary) -> bool {
    let Some((_, after)) = b
        .after
        .strip_prefix('(')
        .and_then(|inside| inside.split_once(')'))
    else {
        return false;
    };
    b.closes_quotation() && after.starts_with('.')
}

/// "He paused... then he went on", "approx. half", "Yahoo! is", `"No!" he said`. Where a text
/// begins its sentences in lower case, sentencex and an ordinary word before the mark tell.
fn lower_case_goes_on(b: &Boundary, spelling: &Spelling) -> bool {
    let is_ordinary_word = b.word.chars().all(|c| c.is_alphabetic() || c == '-')
        && b.word.chars().count() >= 4
        && !spelling.is_abbreviation(b.word);
    let begins = b.by_sentencex && is_ordinary_word && !b.closes_quotation() && !is_ellipsis(b);
    b.lower_case_follows() && !begins
}

/// Two full stops or more, or one character that stands for three.
fn is_ellipsis(b: &Boundary) -> bool {
    b.unquoted.ends_with("..") || b.unquoted.ends_with(". .") || b.unquoted.ends_with('…')
}

/// "I thought... I would go": "I" is a capital within sentences too.
fn trails_off(b: &Boundary) -> bool {
    !b.by_sentencex
        && (b.next_word() == "I"
            || b.next()
                .is_some_and(|c| c.is_alphabetic() && !c.is_uppercase()))
}

/// A capital after "etc.", after the letter of "plan B.", or after a unit of measure ends the
/// sentence, although the word before it looks like an abbreviation or an initial.
fn may_end(b: &Boundary, spelling: &Spelling) -> bool {
    b.is_spaced && b.capital_follows() && spelling.may_end(b.word, b.word_before())
}

/// "example.org", "2.5", "v2.0.1", "U.S.-led": no space where a sentence would have one. After an
/// ordinary word the space may just be missing; sentencex tells.
fn is_inside_token(b: &Boundary) -> bool {
    let is_ordinary_word = b.word.chars().count() >= 2 && b.word.chars().all(char::is_alphabetic);
    let starts_sentence = b.by_sentencex && is_ordinary_word && b.capital_follows();
    !b.is_spaced
        && !b.closes_quotation()
        && b.after
            .starts_with(|c: char| c.is_alphanumeric() || c == '-')
        && !starts_sentence
}

/// "vol. 3", "No. 5".
fn is_before_number(b: &Boundary, spelling: &Spelling) -> bool {
    b.number_follows() && !b.closes_quotation() && spelling.is_before_number(b.last_part())
}

/// "5 p.m. Monday", "9 a.m. GMT".
fn is_time_of_day(b: &Boundary) -> bool {
    const AFTER_TIME: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "CET",
        "EDT",
        "EST",
        "ET",
        "Eastern",
        "GMT",
        "PST",
        "PT",
        "Pacific",
        "UTC",
    ];
    let is_time = ["a.m", "p.m", "am", "pm"]
        .iter()
        .any(|time| b.word.eq_ignore_ascii_case(time));
    is_time && AFTER_TIME.contains(&b.next_word())
}

/// "am 3. Oktober", "im 6. Stock".
fn is_ordinal(b: &Boundary, spelling: &Spelling) -> bool {
    matches!(b.word.len(), 1 | 2)
        && b.word.bytes().all(|digit| digit.is_ascii_digit())
        && spelling.has_dotted_ordinals()
        && (!b.by_sentencex || spelling.is_before_ordinal(b.word_before()))
}

/// "1. Cast off", "iv. Steer", "b. Wave" at the start of a block.
fn is_item_label(b: &Boundary) -> bool {
    let label = b.unquoted.trim_end_matches(is_terminator);
    let label = label.trim_start_matches(|c: char| c.is_whitespace() || c == '(');
    let is_number = label.bytes().all(|c| c.is_ascii_digit());
    let is_roman = label.bytes().all(|c| b"ivxIVX".contains(&c));
    let is_letter = label.len() == 1 && label.as_bytes()[0].is_ascii_lowercase();
    b.sees_start && matches!(label.len(), 1..=4) && (is_number || is_roman || is_letter)
}

/// "Dr. Brown", "Inc. said".
fn is_abbreviation(b: &Boundary, spelling: &Spelling) -> bool {
    if spelling.is("en") && b.word.eq_ignore_ascii_case("no") {
        // "The answer was no. Nobody laughed."
        return !b.capital_follows();
    }
    if b.by_sentencex {
        return spelling.is_inner_abbreviation(b.word);
    }
    !b.word.is_empty() && spelling.is_abbreviation(b.word)
}

/// "Jo R. Reed". For English, sentencex tells initials from sentences that end in a letter.
fn is_initial(b: &Boundary, spelling: &Spelling) -> bool {
    let mut letters = b.last_part().chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_capital && !(b.by_sentencex && spelling.is("en"))
}
