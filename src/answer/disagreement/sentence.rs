//! A sentence word by word, with what the question has to do with each.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::answer::matching::Matcher;
use crate::answer::ranking::Ranked;
use crate::corpus::Span;
use crate::index::Found;
use crate::language::analyser::Token;
use crate::language::english::asking::listed;
use crate::language::lexicon::{Occurrence, TermId};
use crate::language::numbers::{self, Number};
use crate::language::word::WordClass;
use crate::language::{Language, analyser};

/// Words after which a year says when, rather than which: "in 1931", not "the 1931 timetable".
const BEFORE_TIMES: &str = "in since during until by of from for before after to around";
/// "Last year" says when, as a year does.
const BEFORE_PERIODS: &str = "last previous this next past coming following each every";
const PERIODS: &str = "year month week season quarter decade century summer winter spring autumn";

/// What is compared of a sentence.
pub(super) struct Sentence<'a> {
    pub(super) document: usize,
    /// As a person reads it; spans of words are in this.
    pub(super) text: String,
    pub(super) words: Vec<Word<'a>>,
    /// Its numbers that count or measure, in order, by the words that they are written in: "164",
    /// "5 million", "one hundred and sixty-four".
    pub(super) numbers: Vec<(Range<usize>, f64)>,
    /// For each query term, whether the sentence meets it.
    pub(super) own: Vec<bool>,
    /// The same with the sentence before, the headings and the title: what "it" and "the bridge" refer to.
    pub(super) near: Vec<bool>,
    /// The same with the whole passage.
    pub(super) around: Vec<bool>,
    /// The years that it says something of; a date that is asked for is one of them.
    pub(super) years: BTreeSet<String>,
    /// Times that it gives as "last year" or "each month".
    pub(super) periods: BTreeSet<String>,
    /// Whether it denies something.
    pub(super) is_negated: bool,
}

/// A word of a sentence.
pub(super) struct Word<'a> {
    pub(super) span: Span,
    /// In lower case, as the index has it.
    pub(super) text: &'a str,
    pub(super) term: TermId,
    pub(super) class: WordClass,
    pub(super) capital: bool,
    /// Which query term it stands for.
    pub(super) asked: Option<usize>,
    /// Whether it is a name that the question does not have.
    pub(super) is_new_name: bool,
}

impl<'a> Sentence<'a> {
    pub(super) fn of(found: &'a Found, matcher: &Matcher, ranked: &Ranked) -> Self {
        let lexicon = &found.lexicon;
        let passage = found.passage_of(ranked.sentence);
        let document = ranked.document;
        let text = found.sentences[ranked.sentence].text.reading.clone();
        let tokens = analyser::analyse_in(&text, passage.language);
        let spans = tokens.iter().filter(|token| !token.compound);
        let occurrences = found.tokens(ranked.sentence).iter();
        let words: Vec<Word<'a>> = spans
            .zip(occurrences.filter(|occurrence| !occurrence.compound))
            .enumerate()
            .map(|(place, (token, occurrence))| {
                let word = lexicon.word(occurrence.word);
                let term = lexicon.term(occurrence.word);
                let asked = matcher.number_of(term);
                // The first word of a sentence has a capital in any case.
                let class = lexicon.class(*occurrence);
                let is_name = occurrence.capital
                    && class == WordClass::Content
                    && (place > 0 || lexicon.is_name(occurrence.word));
                Word {
                    span: token.span,
                    text: &word.text,
                    term,
                    class,
                    capital: occurrence.capital,
                    asked,
                    is_new_name: is_name && asked.is_none(),
                }
            })
            .collect();
        let met = |tokens: &[Occurrence]| matcher.meet(tokens, lexicon).best;
        let own = met(found.tokens(ranked.sentence));
        let before = ranked.sentence.checked_sub(1);
        let before = before.filter(|number| passage.sentences.contains(number));
        let before = before.map_or_else(Vec::new, |number| met(found.tokens(number)));
        let close = [
            met(&found.documents[document].title_tokens),
            met(&passage.heading_tokens),
            before,
        ];
        let is_close = |number: usize| close.iter().any(|met| met.get(number) > Some(&0.0));
        let near = |(number, &met): (usize, &f32)| met > 0.0 || is_close(number);
        Self {
            document,
            years: years(&words),
            periods: periods(&words),
            is_negated: is_negated(&words, passage.language),
            own: own.iter().map(|&met| met > 0.0).collect(),
            near: own.iter().enumerate().map(near).collect(),
            around: ranked.around.iter().map(|&met| met > 0.0).collect(),
            numbers: counts(&text, &tokens),
            text,
            words,
        }
    }

    /// What stands between a word and the one before it, where there are both.
    pub(super) fn gap(&self, place: usize) -> &str {
        let is_inside = (1..self.words.len()).contains(&place);
        let gap = analyser::gap(&self.text, &self.words, place, |word| word.span);
        if is_inside { gap } else { "" }
    }

    /// Whether a word follows the one before it with nothing but white space between them.
    pub(super) fn follows(&self, place: usize) -> bool {
        place > 0 && place < self.words.len() && self.gap(place).trim().is_empty()
    }

    /// The word at a place counted back from another, if there is one.
    pub(super) fn back(&self, place: usize, by: usize) -> Option<&Word<'a>> {
        self.words.get(place.checked_sub(by)?)
    }

    /// Its words outside `span`.
    pub(super) fn outside(&self, span: Span) -> impl Iterator<Item = TermId> {
        self.words_outside(span).map(|word| word.term)
    }

    /// The names it gives outside `span` that the question does not have.
    pub(super) fn names_outside(&self, span: Span) -> BTreeSet<TermId> {
        let names = self.words_outside(span).filter(|word| word.is_new_name);
        names.map(|word| word.term).collect()
    }

    fn words_outside(&self, span: Span) -> impl Iterator<Item = &Word<'a>> {
        let words = self.words.iter();
        words.filter(move |word| word.span.end <= span.start || word.span.start >= span.end)
    }
}

/// The numbers that count or measure, each with its words.
fn counts(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, f64)> {
    // "One" alone is more often a pronoun.
    let is_one =
        |number: &Number| number.first == number.last && tokens[number.first].word == "one";
    let numbers = numbers::by_words(text, tokens).into_iter();
    let counts = numbers.filter(|(_, number)| !number.is_rank && !is_one(number));
    counts
        .map(|(words, number)| (words, number.value))
        .collect()
}

fn years(words: &[Word<'_>]) -> BTreeSet<String> {
    let says_when =
        |before: &Word<'_>| listed(BEFORE_TIMES, before.text) || before.class == WordClass::Month;
    let pairs = words.windows(2);
    let years = pairs.filter(|pair| pair[1].class == WordClass::Year && says_when(&pair[0]));
    years.map(|pair| pair[1].text.to_owned()).collect()
}

fn periods(words: &[Word<'_>]) -> BTreeSet<String> {
    let pairs = words.windows(2).map(|pair| (pair[0].text, pair[1].text));
    let periods =
        pairs.filter(|(which, span)| listed(BEFORE_PERIODS, which) && listed(PERIODS, span));
    periods
        .map(|(which, span)| format!("{which} {span}"))
        .collect()
}

/// "No" in "no fewer than" denies nothing.
fn is_negated(words: &[Word<'_>], language: Language) -> bool {
    let next = words.iter().skip(1).map(|word| word.text);
    let mut pairs = words.iter().zip(next.chain([""]));
    pairs.any(|(word, next)| {
        language.is_negation(word.text) && !matches!(next, "fewer" | "less" | "more" | "later")
    })
}
