//! What speaks for a sentence: each feature one small function of what was seen of it.
//!
//! Features are about 0 to 1, so that their weights can be compared. A shared
//! scale across questions is what lets one threshold serve them all: sums are
//! therefore divided by the weight of the whole question.

use super::answer_type::{AnswerType, Supply};
use super::matching::{Matcher, Matches};
use super::query::Query;
use crate::index::vocabulary::WordClass;
use crate::index::{Candidate, Index, english};

/// Term saturation and length normalisation of BM25 on sentences: measured
/// best for units this short (the usual 1.2 and 0.75 are for documents).
const K1: f32 = 0.6;
const B: f32 = 0.4;

/// How many features there are.
pub(super) const COUNT: usize = FEATURES.len();
/// The features of one sentence, in the order of [`FEATURES`].
pub(super) type Values = [f32; COUNT];

/// A feature's name and how it is read off a sentence.
pub(super) struct Feature {
    pub(super) name: &'static str,
    value: fn(&Sight<'_>) -> f32,
}

/// Every feature, in the order of the weights.
pub(super) const FEATURES: &[Feature] = &[
    Feature { name: "sentence_bm25", value: sentence_bm25 },
    Feature { name: "passage_bm25", value: passage_bm25 },
    Feature { name: "document_bm25", value: document_bm25 },
    Feature { name: "coverage", value: coverage },
    Feature { name: "exact_coverage", value: exact_coverage },
    Feature { name: "plain_coverage", value: plain_coverage },
    Feature { name: "passage_coverage", value: passage_coverage },
    Feature { name: "title_coverage", value: title_coverage },
    Feature { name: "previous_coverage", value: previous_coverage },
    Feature { name: "next_coverage", value: next_coverage },
    Feature { name: "bigrams", value: bigrams },
    Feature { name: "proximity", value: proximity },
    Feature { name: "type_fits", value: type_fits },
    Feature { name: "type_missing", value: type_missing },
    Feature { name: "defines", value: defines },
    Feature { name: "opens_with_match", value: opens_with_match },
    Feature { name: "new_numbers", value: new_numbers },
    Feature { name: "new_names", value: new_names },
    Feature { name: "new_words", value: new_words },
    Feature { name: "names_missing", value: names_missing },
    Feature { name: "rarest_missing", value: rarest_missing },
    Feature { name: "length", value: length },
    Feature { name: "opens_paragraph", value: opens_paragraph },
    Feature { name: "is_heading", value: is_heading },
    Feature { name: "opens_with_pronoun", value: opens_with_pronoun },
    Feature { name: "is_question", value: is_question },
];

/// All that was seen of a sentence, for the features to judge.
pub(super) struct Sight<'a> {
    index: &'a Index,
    query: &'a Query,
    candidate: &'a Candidate,
    sentence: usize,
    own: &'a Matches,
    previous: Option<&'a Matches>,
    next: Option<&'a Matches>,
    /// The passage with its headings and title.
    around: &'a Matches,
    title: &'a Matches,
    supply: Supply,
}

/// How the query meets a candidate passage with its headings and title, and
/// the features of each of its sentences: (sentence, values).
pub(super) fn of_passage(index: &Index, query: &Query, matcher: &Matcher, candidate: &Candidate) -> (Matches, Vec<(usize, Values)>) {
    let vocabulary = index.vocabulary();
    let numbers = index.sentences_of(candidate.passage);
    let matches: Vec<Matches> = numbers.clone().map(|sentence| matcher.meet(index.tokens(sentence), vocabulary)).collect();
    let mut title = matcher.meet(index.title_tokens(candidate.document), vocabulary);
    title.join(&matcher.meet(index.heading_tokens(candidate.passage), vocabulary));
    let mut around = title.clone();
    matches.iter().for_each(|own| around.join(own));
    let seen = |(place, sentence): (usize, usize)| {
        let sight = Sight {
            index,
            query,
            candidate,
            sentence,
            own: &matches[place],
            previous: place.checked_sub(1).map(|before| &matches[before]),
            next: matches.get(place + 1),
            around: &around,
            title: &title,
            supply: Supply::of(index.tokens(sentence), vocabulary, &|term| matcher.asks_for(term)),
        };
        let mut values = [0.0; COUNT];
        for (value, feature) in values.iter_mut().zip(FEATURES) {
            *value = (feature.value)(&sight);
        }
        (sentence, values)
    };
    let sentences = numbers.enumerate().map(seen).collect();
    (around, sentences)
}

/// BM25 of the sentence: rare words of the question count most, repeated ones
/// little more, long sentences a little less.
fn sentence_bm25(sight: &Sight<'_>) -> f32 {
    let length = sight.index.tokens(sight.sentence).len() as f32;
    let norm = K1 * (1.0 - B + B * length / sight.index.mean_sentence_length());
    let terms = sight.query.terms.iter().zip(&sight.own.frequency);
    terms.map(|(term, &frequency)| term.idf * frequency * (K1 + 1.0) / (frequency + norm)).sum::<f32>() / sight.query.total_idf()
}

/// BM25 of the passage: a sentence is likelier right where its paragraph is on the subject.
fn passage_bm25(sight: &Sight<'_>) -> f32 {
    sight.candidate.passage_score
}

/// BM25 of the document with its title: the same, for the document.
fn document_bm25(sight: &Sight<'_>) -> f32 {
    sight.candidate.document_score
}

/// The share of the question that the sentence itself says.
fn coverage(sight: &Sight<'_>) -> f32 {
    sight.own.coverage(sight.query)
}

/// The same for the very forms typed: a stem can be another word's.
fn exact_coverage(sight: &Sight<'_>) -> f32 {
    let terms = sight.query.terms.iter().zip(&sight.own.exact);
    terms.filter(|(_, exact)| **exact).map(|(term, _)| term.idf).sum::<f32>() / sight.query.total_idf()
}

/// The same for terms that are no names: names lead to the subject, the others to the fact.
fn plain_coverage(sight: &Sight<'_>) -> f32 {
    let plain = || sight.query.terms.iter().zip(&sight.own.best).filter(|(term, _)| !term.is_name);
    let all: f32 = plain().map(|(term, _)| term.idf).sum();
    if all > 0.0 { plain().map(|(term, weight)| term.idf * weight).sum::<f32>() / all } else { 1.0 }
}

/// The share of the question said by the passage with its headings and title.
fn passage_coverage(sight: &Sight<'_>) -> f32 {
    sight.around.coverage(sight.query)
}

/// The share of the question said by the title and headings.
fn title_coverage(sight: &Sight<'_>) -> f32 {
    sight.title.coverage(sight.query)
}

/// What the sentence before adds: a subject is often named once and then a pronoun.
fn previous_coverage(sight: &Sight<'_>) -> f32 {
    added(sight, sight.previous)
}

/// What the sentence after adds.
fn next_coverage(sight: &Sight<'_>) -> f32 {
    added(sight, sight.next)
}

/// Pairs of words that stand side by side in the question and in order in the sentence.
fn bigrams(sight: &Sight<'_>) -> f32 {
    const REACH: usize = 2;
    let positions = &sight.own.positions;
    let weight = |&(first, second): &(usize, usize)| sight.query.terms[first].idf + sight.query.terms[second].idf;
    let together = |&&(first, second): &&(usize, usize)| {
        let firsts = positions.iter().filter(|(_, number)| *number == first).map(|(at, _)| *at);
        firsts.into_iter().any(|at| positions.iter().any(|&(other, number)| number == second && other > at && other - at <= REACH))
    };
    let all: f32 = sight.query.bigrams.iter().map(weight).sum();
    if all > 0.0 { sight.query.bigrams.iter().filter(together).map(weight).sum::<f32>() / all } else { 0.0 }
}

/// How close together different words of the question stand (after Rasolofo
/// and Savoy, 2003: each neighbouring pair counts by the inverse of its distance).
fn proximity(sight: &Sight<'_>) -> f32 {
    let terms = &sight.query.terms;
    let pairs = sight.own.positions.windows(2).filter(|pair| pair[0].1 != pair[1].1 && pair[1].0 > pair[0].0);
    let sum: f32 = pairs.map(|pair| terms[pair[0].1].idf.min(terms[pair[1].1].idf) / (pair[1].0 - pair[0].0) as f32).sum();
    (sum / sight.query.total_idf()).min(1.0)
}

/// The sentence has the kind of thing that is asked for, and not from the question.
fn type_fits(sight: &Sight<'_>) -> f32 {
    sight.supply.fits(sight.query.wanted)
}

/// A number, date or name is asked for, and the sentence has none.
fn type_missing(sight: &Sight<'_>) -> f32 {
    let plain = matches!(sight.query.wanted, AnswerType::Thing | AnswerType::Reason | AnswerType::Definition);
    f32::from(u8::from(!plain && sight.supply.fits(sight.query.wanted) == 0.0))
}

/// A definition is asked for, and the sentence has what is to be defined right
/// before "is", or before an article: "the ferry is", "the ferry, a ship that".
fn defines(sight: &Sight<'_>) -> f32 {
    const DEFINING: &[&str] = &["is", "are", "was", "were", "means", "refers", "a", "an", "the", "which", "also", "known"];
    if sight.query.wanted != AnswerType::Definition {
        return 0.0;
    }
    let words: Vec<&str> = own_words(sight).collect();
    let Some(last) = sight.query.terms.len().checked_sub(1) else { return 0.0 };
    let ends = sight.own.positions.iter().filter(|(_, number)| *number == last).map(|(at, _)| *at);
    let defined = |at: usize| words.get(at + 1).is_some_and(|next| DEFINING.contains(next));
    f32::from(u8::from(ends.into_iter().any(defined))) * sight.own.coverage(sight.query)
}

/// The sentence opens with what the question is about: it is its subject.
fn opens_with_match(sight: &Sight<'_>) -> f32 {
    const OPENING: usize = 4;
    let opening = sight.own.positions.iter().filter(|(at, _)| *at < OPENING).map(|(_, number)| *number);
    let mut numbers: Vec<usize> = opening.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| sight.query.terms[number].idf).sum::<f32>() / sight.query.total_idf()
}

/// Numbers and dates that the question does not have.
fn new_numbers(sight: &Sight<'_>) -> f32 {
    (1.0 + (sight.supply.numbers + sight.supply.dates) as f32).ln() / 2.0
}

/// Names that the question does not have.
fn new_names(sight: &Sight<'_>) -> f32 {
    (1.0 + sight.supply.names as f32).ln() / 3.0
}

/// Words that the question does not have: without any, nothing is answered.
fn new_words(sight: &Sight<'_>) -> f32 {
    (1.0 + sight.supply.words as f32).ln() / 4.0
}

/// The share of the question's names that neither sentence nor passage nor title has.
fn names_missing(sight: &Sight<'_>) -> f32 {
    let names = || sight.query.terms.iter().zip(&sight.around.best).filter(|(term, _)| term.is_name);
    let all: f32 = names().map(|(term, _)| term.idf).sum();
    if all > 0.0 { names().filter(|(_, weight)| **weight == 0.0).map(|(term, _)| term.idf).sum::<f32>() / all } else { 0.0 }
}

/// The word of the question that tells most is nowhere around.
fn rarest_missing(sight: &Sight<'_>) -> f32 {
    let rarest = sight.query.terms.iter().zip(&sight.around.best).max_by(|a, b| a.0.idf.total_cmp(&b.0.idf));
    f32::from(u8::from(rarest.is_some_and(|(_, weight)| *weight == 0.0)))
}

/// Longer sentences hold more answers.
fn length(sight: &Sight<'_>) -> f32 {
    (1.0 + sight.index.tokens(sight.sentence).len() as f32).ln() / 5.0
}

/// Writers put what matters first.
fn opens_paragraph(sight: &Sight<'_>) -> f32 {
    f32::from(u8::from(sight.index.sentence(sight.candidate.passage, sight.sentence).position == 0))
}

/// A heading announces the answer and rarely is it.
fn is_heading(sight: &Sight<'_>) -> f32 {
    f32::from(u8::from(sight.index.sentence(sight.candidate.passage, sight.sentence).is_heading))
}

/// It speaks of what was said before.
fn opens_with_pronoun(sight: &Sight<'_>) -> f32 {
    let first = sight.index.tokens(sight.sentence).first();
    f32::from(u8::from(first.is_some_and(|token| english::is_pronoun(&sight.index.vocabulary().word(token.word).text))))
}

/// A question answers nothing.
fn is_question(sight: &Sight<'_>) -> f32 {
    let document = sight.index.document(sight.candidate.document);
    let text = document.verbatim(sight.index.sentence(sight.candidate.passage, sight.sentence));
    f32::from(u8::from(text.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with('?')))
}

/// The words of the sentence, in the places that [`Matches::positions`] counts.
fn own_words<'a>(sight: &Sight<'a>) -> impl Iterator<Item = &'a str> {
    let index = sight.index;
    index.tokens(sight.sentence).iter().filter(|token| !token.compound).map(|token| index.vocabulary().word(token.word).text.as_str())
}

/// The share of the question that a neighbour says and the sentence does not.
fn added(sight: &Sight<'_>, neighbour: Option<&Matches>) -> f32 {
    let Some(neighbour) = neighbour else { return 0.0 };
    let gain = |((term, own), other): ((&super::query::QueryTerm, &f32), &f32)| term.idf * (other - own).max(0.0);
    sight.query.terms.iter().zip(&sight.own.best).zip(&neighbour.best).map(gain).sum::<f32>() / sight.query.total_idf()
}

/// Whether a sentence says anything at all: a lone "Advertisement" or a row of marks does not.
pub(super) fn says_something(index: &Index, sentence: usize) -> bool {
    let words = index.tokens(sentence).iter().filter(|token| !token.compound);
    words.clone().count() > 1 && words.clone().any(|token| index.vocabulary().word(token.word).class != WordClass::Stop)
}
