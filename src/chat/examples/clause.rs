//! The words of a sentence, and the subject that it opens with.

use std::ops::Range;

use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::analyser::Token;
use crate::language::english;
use crate::language::word::is_year;

/// A longer subject makes no short question.
const LONGEST_SUBJECT: usize = 6;
/// Small words that stand inside names: "the Battle of the Narrows".
const INSIDE: &[&str] = &["of", "the"];
/// Words that tell more of a verb or a place than of a noun.
const OUTSIDE: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northwest",
    "northeast",
    "southwest",
    "southeast",
    "later",
    "earlier",
    "today",
    "now",
    "then",
    "soon",
    "afterwards",
    "ago",
    "another",
    "every",
    "first",
    "second",
    "next",
    "last",
    "early",
    "late",
    "one",
    "there",
    "recently",
    "part",
    "many",
    "several",
];

/// The main clause of a sentence, without what it has in brackets.
pub(super) struct Clause<'a> {
    line: Line,
    known: &'a Statistics,
    /// The first word after a time that opens the sentence: "In 1923, ...".
    start: usize,
}

impl<'a> Clause<'a> {
    pub(super) fn new(text: &str, known: &'a Statistics) -> Self {
        let mut clause = Self {
            line: Line::of(text),
            known,
            start: 0,
        };
        let opening = clause
            .time_at(0)
            .filter(|&after| clause.comma_before(after));
        clause.start = opening.unwrap_or(0);
        clause
    }

    pub(super) fn start(&self) -> usize {
        self.start
    }

    pub(super) fn len(&self) -> usize {
        self.line.len()
    }

    /// The word at a place as analysis leaves it; empty past the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.line.word(at)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.line.words.get(at).is_some_and(|token| token.capital)
    }

    pub(super) fn is_stop_word(&self, at: usize) -> bool {
        self.line.words.get(at).is_none_or(Token::is_stop_word)
    }

    /// The words as they are written.
    pub(super) fn written(&self, words: &Range<usize>) -> &str {
        self.line.whole(words.clone())
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap_before(&self, at: usize) -> &str {
        if (1..=self.len()).contains(&at) {
            self.line.gap(at)
        } else {
            ""
        }
    }

    /// Whether small words of English are among the words, as in every sentence of it:
    /// elsewhere they stand in names only.
    pub(super) fn is_english(&self) -> bool {
        let small = |at: &usize| self.is_stop_word(*at);
        let telling = |at: usize| matches!(self.word(at), "the" | "of" | "and" | "is" | "was");
        let small_words = (0..self.len()).filter(small).count();
        (0..self.len()).any(telling) && small_words * 8 >= self.len()
    }

    pub(super) fn comma_before(&self, at: usize) -> bool {
        self.gap_before(at).starts_with(',')
    }

    /// Whether the words follow each other with nothing between them but spaces and hyphens.
    pub(super) fn is_whole(&self, words: &Range<usize>) -> bool {
        let joined = |at: usize| matches!(self.gap_before(at), " " | "-" | ". " | " & ");
        words.end <= self.len() && (words.start + 1..words.end).all(joined)
    }

    /// Whether a clause ends before the word: at a mark, or at the end.
    pub(super) fn ends_before(&self, at: usize) -> bool {
        at >= self.len()
            || self
                .gap_before(at)
                .trim()
                .contains(['.', ',', ';', ':', '!', '?'])
    }

    /// The last of the words that go on from `at` without small words or marks: the noun, most often.
    pub(super) fn head(&self, at: usize) -> usize {
        let goes_on = |at: usize| !self.is_stop_word(at) && self.is_whole(&(at - 1..at + 1));
        let after = (at + 1..self.len()).find(|&at| !goes_on(at));
        after.unwrap_or(self.len()).max(at + 1) - 1
    }

    /// Where a name that opens at `at` ends, and whether it is a person's.
    pub(super) fn name_at(&self, at: usize) -> Option<(usize, bool)> {
        let last = self.len().min(at + LONGEST_SUBJECT);
        let words: Vec<&str> = (at..last).map(|at| self.word(at)).collect();
        let (length, name) = self.known.name_at_start(&words)?;
        let range = at..at + length;
        let fits = self.is_capital(at) && self.is_whole(&range);
        fits.then(|| (range.end, name.is_person()))
    }

    /// Where a point in time that opens at `at` ends: "in 1923", "on 1 May 1923".
    pub(super) fn time_at(&self, at: usize) -> Option<usize> {
        let opens = matches!(self.word(at), "in" | "on" | "since");
        let part = |at: &usize| {
            let word = self.word(*at);
            english::is_month_or_day(word) || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let after = (at + 1..self.len())
            .find(|at| !part(at))
            .unwrap_or(self.len());
        let dated = |at: usize| {
            is_year(self.word(at)) || english::is_month_or_day(self.word(at)) && after > at + 1
        };
        (opens && (at + 1..after).any(dated)).then_some(after)
    }

    /// The first point in time in `words`.
    pub(super) fn time_in(&self, words: Range<usize>) -> Option<usize> {
        words.into_iter().find(|&at| self.time_at(at).is_some())
    }

    /// The words before the verb at `verb`, where they can be its whole subject.
    pub(super) fn subject(&self, verb: usize) -> Option<Range<usize>> {
        let range = self.start..verb;
        self.is_phrase(&range).then_some(range)
    }

    /// Whether the words are one noun phrase, as far as small words tell.
    pub(super) fn is_phrase(&self, words: &Range<usize>) -> bool {
        let article = is_article(self.word(words.start));
        let nouns = words.start + usize::from(article)..words.end;
        let small = |at: usize| self.is_stop_word(at) && !INSIDE.contains(&self.word(at));
        let number = |at: usize| english::is_number(self.word(at)) && !article;
        let possessive = |at: usize| {
            self.written(&(at..at + 1)).ends_with(['\'', '’']) || self.is_possessive(at)
        };
        // "The cabinet currently", "north of Peru": no subject, or not all of it.
        let stray = |at: usize| {
            let word = self.word(at);
            !self.is_capital(at) && (word.ends_with("ly") || OUTSIDE.contains(&word))
        };
        !nouns.is_empty()
            && nouns.len() <= LONGEST_SUBJECT
            && self.is_whole(words)
            && !nouns.clone().any(small)
            && !number(nouns.start)
            && ![nouns.start, nouns.end - 1]
                .iter()
                .any(|&at| INSIDE.contains(&self.word(at)))
            && !possessive(nouns.end - 1)
            && !nouns.clone().any(stray)
            && !OUTSIDE.contains(&self.word(nouns.start))
    }

    /// Whether the words say by themselves what they mean: what they end with is a
    /// name, or belongs to one ("the Tide Museum", "Peru's first ferry").
    pub(super) fn is_named(&self, words: &Range<usize>) -> bool {
        let capital = |at: usize| {
            let word = self.word(at);
            self.is_capital(at)
                && !english::is_stop_word(word)
                && !english::is_month_or_day(word)
                && (at > self.start || self.name_at(at).is_some())
        };
        let Some(last) = words.end.checked_sub(1).filter(|&last| last >= words.start) else {
            return false;
        };
        let numbered =
            |at: usize| english::is_number(self.word(at)) && at > words.start && capital(at - 1);
        let owner = self
            .written(&(words.start..words.start + 1))
            .ends_with(['s', 'S'])
            && capital(words.start)
            && self.is_possessive(words.start);
        let article = matches!(self.word(words.start), "a" | "an");
        !article && (capital(last) || numbered(last) || owner)
    }

    fn is_possessive(&self, at: usize) -> bool {
        let written = self.written(&(at..at + 1));
        written.ends_with("'s") || written.ends_with("’s")
    }

    /// The words of a name, with its article, that end before `end`.
    pub(super) fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let part = |at: usize| {
            let number = self.word(at).bytes().all(|byte| byte.is_ascii_digit());
            let inside = INSIDE.contains(&self.word(at)) || number;
            at + 1 == end && self.is_capital(at)
                || at + 1 < end && self.is_whole(&(at..at + 2)) && (self.is_capital(at) || inside)
        };
        let mut start = end;
        while start > self.start && part(start - 1) {
            start -= 1;
        }
        while start < end
            && (self.word(start) == "of" || self.is_stop_word(start) && self.word(start) != "the")
        {
            start += 1;
        }
        let range = start..end;
        (self.is_phrase(&range) && self.is_named(&range)).then_some(range)
    }

    /// The words as they stand inside a sentence: a capital only where it is a name's.
    pub(super) fn inside(&self, words: &Range<usize>) -> Option<String> {
        let written = self.written(words);
        if words.start > self.start || self.start > 0 {
            return Some(written.to_owned());
        }
        let lower = || {
            let mut letters = written.chars();
            let first = letters.next().into_iter().flat_map(char::to_lowercase);
            Some(first.chain(letters).collect())
        };
        let first = self.written(&(words.start..words.start + 1));
        let acronym = first.chars().filter(|c| c.is_uppercase()).count() > 1;
        let in_name = self
            .name_at(words.start)
            .is_some_and(|(end, _)| end > words.start + 1 || self.is_always_capital(words.start));
        if is_article(self.word(words.start)) {
            lower()
        } else if acronym || in_name {
            Some(written.to_owned())
        } else if self.is_always_capital(words.start) {
            // It stands nowhere else: a name, or not.
            None
        } else {
            lower()
        }
    }

    pub(super) fn is_always_capital(&self, at: usize) -> bool {
        self.known.is_name(self.word(at)) == Some(true)
    }
}

pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}
