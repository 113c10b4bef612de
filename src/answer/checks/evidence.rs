//! A quote, and what it plainly speaks of.

use std::ops::Range;

use crate::answer::matching::Matcher;
use crate::answer::query::{Query, QueryTerm, countries};
use crate::answer::ranking::Ranked;
use crate::corpus::{BlockKind, Date, Span};
use crate::index::{Found, acronyms, names};
use crate::language::Language;
use crate::language::analyser::{self, Token};
use crate::language::lexicon::Occurrence;
use crate::language::numbers::{self, Number};
use crate::language::word::is_year;

/// Sentences before the quote that can still name what it speaks of.
const BEFORE: usize = 3;
/// A word so near in meaning may name the column of a row.
const NEAR: f32 = 0.4;

/// A quote with what stands around it.
pub(super) struct Evidence {
    pub(super) quote: Text,
    /// The language of its passage.
    pub(super) language: Language,
    /// Whether it is the row of a table.
    pub(super) is_row: bool,
    /// The sentences before it in its passage, the nearest first.
    pub(super) before: Vec<Text>,
    /// How many of these are of its paragraph, where its first is among them.
    pub(super) in_paragraph: usize,
    /// What the question asks for, where the quote is the row of a table that has nothing of it.
    pub(super) lacked: Option<String>,
    /// A name of a question in another language than English that nothing around the quote has.
    pub(super) unnamed: Option<String>,
    /// The headings above it.
    pub(super) heading: Text,
    pub(super) title: Text,
    /// The date of its document.
    pub(super) date: Option<Date>,
    /// For each query term, whether its passage, with headings and title, has it.
    pub(super) passage: Vec<bool>,
}

/// A text or a question, word by word.
pub(super) struct Text {
    /// As a person reads it.
    pub(super) reading: String,
    pub(super) words: Vec<Word>,
    /// Its names, by their words.
    pub(super) names: Vec<Range<usize>>,
    /// Its numbers, by their words.
    pub(super) numbers: Vec<(Range<usize>, Number)>,
}

/// A word of a text.
pub(super) struct Word {
    pub(super) span: Span,
    /// As analysis leaves it.
    pub(super) text: String,
    /// The stem that it shares with its other forms.
    pub(super) stem: String,
    pub(super) capital: bool,
    /// Whether it is four digits that say when.
    pub(super) is_year: bool,
    /// Whether it says whose something is, as "Peruvian" and "US" can.
    pub(super) is_adjective: bool,
    /// The query terms that it meets; of a question, the one that it became.
    pub(super) meets: Vec<usize>,
}

impl Evidence {
    pub(super) fn of(found: &Found, query: &Query, matcher: &Matcher, ranked: &Ranked) -> Self {
        let passage = found.passage_of(ranked.sentence);
        let meets = |tokens: &[Token], language: Language| {
            let occurrence = |token: &Token| {
                Some(Occurrence {
                    word: found.lexicon.word_id(&token.word, language)?,
                    capital: token.capital,
                    compound: token.compound,
                    amount: token.amount,
                })
            };
            let occurrences: Vec<Occurrence> = tokens.iter().filter_map(occurrence).collect();
            matcher.meet(&occurrences, &found.lexicon).positions
        };
        let text_in = |reading: &str, language: Language| {
            Text::of(reading, language, |tokens| meets(tokens, language))
        };
        let text = |reading: &str| text_in(reading, passage.language);
        let sentence = |number: usize| text(&found.sentences[number].text.reading);
        let document = &found.documents[passage.document];
        // A heading is none of them, wherever it stands.
        let is_said = |number: &usize| !found.sentences[*number].text.is_heading();
        let before = (passage.sentences.start..ranked.sentence).rev();
        let before: Vec<Text> = before.filter(is_said).take(BEFORE).map(sentence).collect();
        let own = &found.sentences[ranked.sentence];
        Self {
            quote: sentence(ranked.sentence),
            language: passage.language,
            is_row: own.text.kind == BlockKind::Row,
            in_paragraph: Some(own.position)
                .filter(|above| *above <= before.len())
                .unwrap_or(0),
            before,
            lacked: match own.text.kind {
                BlockKind::Row => lacked(query, ranked),
                _ => None,
            },
            unnamed: unnamed(query, ranked),
            heading: text(&passage.headings.join("\n")),
            // As the index has it.
            title: text_in(&document.title, document.language),
            date: document.date,
            passage: ranked.around.iter().map(|&met| met > 0.0).collect(),
        }
    }

    /// What the quote speaks of, the nearest first: the quote itself leads.
    pub(super) fn all(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.quote).chain(self.around())
    }

    /// The same without the quote.
    pub(super) fn around(&self) -> impl Iterator<Item = &Text> {
        self.before.iter().chain([&self.heading, &self.title])
    }
}

/// What is asked of somebody by name, where neither a row nor what stands around it has any word
/// of that, or comes near one: it tells only what its columns are of.
fn lacked(query: &Query, ranked: &Ranked) -> Option<String> {
    // In a table, whatever stands in a cell looks like a name: what was typed tells.
    let is_name = |term: &QueryTerm| term.typed.starts_with(char::is_uppercase);
    let tells =
        |term: &QueryTerm| !term.asks && !is_name(term) && !term.typed.contains(char::is_numeric);
    let terms = || query.terms.iter().enumerate();
    let asked = || terms().filter(|(_, term)| tells(term));
    let is_lacked = |at: usize| ranked.around[at] == 0.0 && ranked.near_around[at] < NEAR;
    let is_other = terms().any(|(_, term)| is_name(term)) && asked().all(|(at, _)| is_lacked(at));
    let first = asked().next().filter(|_| is_other);
    first.map(|(_, term)| term.typed.clone())
}

/// The first name of a question in another language than English that neither the passage of a quote
/// nor its headings and title have any word of; in English, more than capitals tells names.
fn unnamed(query: &Query, ranked: &Ranked) -> Option<String> {
    let is_foreign = query.in_english.is_some() || !query.known.language().is_english();
    let is_lacked = |(at, _): &(usize, &QueryTerm)| ranked.around[*at] == 0.0;
    let terms: Vec<(usize, &QueryTerm)> = query.terms.iter().enumerate().collect();
    let mut runs = terms.chunk_by(|(_, one), (_, other)| one.is_name == other.is_name);
    let run = runs.find(|run| run[0].1.is_name && run.iter().all(is_lacked));
    let (_, first) = run.filter(|_| is_foreign)?.first()?;
    Some(first.typed.clone())
}

impl Word {
    /// Whether one of a question is what one of a text is, by whatever name it is searched for.
    pub(super) fn is(&self, other: &Self) -> bool {
        let is_met = |number: &usize| other.meets.contains(number);
        self.meets.iter().any(is_met) || self.stem == other.stem
    }
}

impl Text {
    /// A text of which `meets` tells the query terms that its words meet, each with the word's place.
    pub(super) fn of(
        reading: &str,
        language: Language,
        meets: impl Fn(&[Token]) -> Vec<(usize, usize)>,
    ) -> Self {
        let tokens = analyser::analyse_in(reading, language);
        let plain: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
        let mut words: Vec<Word> = plain
            .iter()
            .map(|token| Word {
                span: token.span,
                text: token.word.clone(),
                stem: language.term(&token.word),
                capital: token.capital,
                is_year: is_year(&token.word) && !token.amount,
                is_adjective: countries::is_people(&token.word)
                    || acronyms::is_acronym(&reading[token.span.range()]),
                meets: Vec::new(),
            })
            .collect();
        for (place, number) in meets(&tokens) {
            if let Some(word) = words.get_mut(place) {
                word.meets.push(number);
            }
        }
        Self {
            names: names::runs(reading, &plain),
            numbers: numbers::by_words(reading, &tokens),
            words,
            reading: reading.to_owned(),
        }
    }

    /// Its names, word by word.
    pub(super) fn names(&self) -> impl Iterator<Item = Vec<String>> {
        let words = |run: &Range<usize>| self.words[run.clone()].iter();
        let words = move |run| words(run).map(|word| word.text.clone()).collect();
        self.names.iter().map(words)
    }

    /// The words at these places as analysis leaves them.
    pub(super) fn words_at(&self, places: Range<usize>) -> Vec<&str> {
        let words = self.words[places].iter();
        words.map(|word| word.text.as_str()).collect()
    }

    /// The words at these places as they stand there, without a possessive.
    pub(super) fn written(&self, places: Range<usize>) -> &str {
        let words = self.words.get(places).unwrap_or_default();
        let ends = words.first().zip(words.last());
        let text = ends.and_then(|(first, last)| {
            let span = first.span.start..last.span.end;
            self.reading.get(span)
        });
        analyser::without_possessive(text.unwrap_or_default()).trim_end_matches(['\'', '’'])
    }

    /// What stands between a word and the one before it, where there are both.
    pub(super) fn gap(&self, place: usize) -> &str {
        let is_inside = (1..self.words.len()).contains(&place);
        let gap = analyser::gap(&self.reading, &self.words, place, |word| word.span);
        if is_inside { gap } else { "" }
    }

    /// Whether the word at a place ends in a possessive.
    pub(super) fn is_possessive(&self, place: usize) -> bool {
        let word = &self.reading[self.words[place].span.range()];
        is_possessive(word) || {
            // "the ministers' plan": the mark stands outside the word.
            let after = &self.reading[self.words[place].span.end..];
            let after = after.strip_prefix(['\'', '’']);
            word.ends_with('s') && after.is_some_and(|after| after.starts_with(' '))
        }
    }
}

/// Whether a word as written ends in a possessive.
pub(super) fn is_possessive(word: &str) -> bool {
    let mut ends = ["'s", "’s", "s'", "s’"].into_iter();
    ends.any(|end| word.ends_with(end))
}
