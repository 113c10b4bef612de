//! What speaks for a sentence: each feature one small function of what was seen of it.
//!
//! Features are about 0 to 1, so that their weights can be compared. A shared
//! scale across questions is what lets one threshold serve them all: sums are
//! therefore divided by the weight of the whole question.

mod shape;
mod words;

use std::borrow::Cow;

use super::matching::{Matcher, Matches};
use super::query::Query;
use super::similarity::{Meaning, Nearness, Sense};
use super::speech;
use super::supply::Supply;
use crate::corpus::{self, BlockKind};
use crate::index::Found;
use crate::index::found::{Document, Passage, Sentence};
use crate::language::lexicon::{Lexicon, Occurrence};
use crate::language::word::WordClass;

/// How many features there are.
const COUNT: usize = RANKING.len() + FOR_CONFIDENCE.len();
/// The features of one sentence: those of [`RANKING`], then those of [`FOR_CONFIDENCE`].
pub(super) type Values = [f32; COUNT];

/// A feature's name and how it is read off a sentence.
type Feature = (&'static str, fn(&Sight<'_>) -> f32);

/// What orders sentences. Features that help only on questions written like those of the fit (the
/// very forms typed, pairs of words) were measured and left out: without them, a model fitted on
/// one kind of question orders the sentences of another kind much better.
pub(super) const RANKING: &[Feature] = &[
    ("sentence_bm25", words::sentence_bm25),
    // A sentence is likelier right where its paragraph is on the subject.
    ("passage_bm25", |sight| sight.passage.score),
    ("plain_coverage", words::plain_coverage),
    ("title_coverage", |sight| sight.title.coverage(sight.query)),
    ("previous_coverage", words::previous_coverage),
    ("near_coverage", words::near_coverage),
    ("near_unmet", words::near_unmet),
    ("near_passage", words::near_passage),
    ("heaviest_unmet", words::heaviest_unmet),
    ("names_missing", words::names_missing),
    // The sentence before often names what this one speaks of.
    ("like_previous", |sight| sight.like.previous),
    ("like_passage", |sight| sight.like.passage),
    ("like_title", |sight| sight.like.title),
    ("like_under_title", |sight| sight.like.under_title),
    // The sentence has the kind of thing that is asked for, and not from the question.
    ("type_fits", |sight| sight.supply.fits(sight.query.wanted)),
    ("type_missing", shape::type_missing),
    ("defines", shape::defines),
    ("opens_with_match", shape::opens_with_match),
    ("new_words", shape::new_words),
    // Writers put what matters first.
    ("opens_paragraph", |sight| {
        f32::from(sight.sentence.position == 0)
    }),
    ("opens_with_pronoun", shape::opens_with_pronoun),
    ("is_question", shape::is_question),
    ("doubted", |_| UNKNOWN),
    ("reader", |_| UNKNOWN),
];

/// The places of what a closer look tells: whether the checks object, and what the reader says.
pub(super) const DOUBTED: usize = RANKING.len() - 2;
pub(super) const READER: usize = RANKING.len() - 1;
/// What stands there before.
const UNKNOWN: f32 = 0.0;

/// What only tells how sure the first can be.
const FOR_CONFIDENCE: &[Feature] = &[
    ("passage_coverage", |sight| {
        sight.around.coverage(sight.query)
    }),
    ("like_sentence", |sight| sight.like.sentence),
    ("names_absent", words::names_absent),
];

fn every() -> impl Iterator<Item = &'static Feature> {
    RANKING.iter().chain(FOR_CONFIDENCE)
}

/// All that was seen of a sentence, for the features to judge.
pub(super) struct Sight<'a> {
    found: &'a Found,
    query: &'a Query,
    passage: &'a Passage,
    /// Its place among those found.
    number: usize,
    sentence: &'a Sentence,
    own: &'a Matches,
    previous: Option<&'a Matches>,
    /// The passage with its headings and title.
    around: &'a Matches,
    title: &'a Matches,
    near: &'a Nearness,
    /// For each query term, how near the nearest word of the passage is.
    near_around: &'a [f32],
    like: Likeness,
    supply: Supply,
}

/// How near the question is as a whole to each of these, 0 to 1.
struct Likeness {
    sentence: f32,
    previous: f32,
    passage: f32,
    title: f32,
    under_title: f32,
}

/// What was seen of a candidate passage.
pub(super) struct Seen {
    /// For each query term, how well the passage with its headings and title meets it, 0 to 1.
    pub(super) around: Vec<f32>,
    /// The same for the nearest word in meaning.
    pub(super) near_around: Vec<f32>,
    /// Each sentence that says something, with its features and, for each query term, how well it meets it, 0 to 1.
    pub(super) sentences: Vec<(usize, Values, Vec<f32>)>,
}

/// Looks at a passage that was found.
pub(super) fn of_passage(
    found: &Found,
    query: &Query,
    matcher: &Matcher,
    meaning: &mut Meaning<'_>,
    passage: &Passage,
) -> Seen {
    let lexicon = &found.lexicon;
    let document = &found.documents[passage.document];
    let sentences = &found.sentences[passage.sentences.clone()];
    let numbers = || passage.sentences.clone();
    let judged = numbers().map(|number| found.judged_tokens(number));
    let judged: Vec<Cow<'_, [Occurrence]>> = judged.collect();
    let met = judged.iter().zip(numbers()).map(|(tokens, number)| {
        let mut met = matcher.meet(tokens, lexicon);
        met.join(&matcher.meet(&found.announced_tokens(number), lexicon));
        let reading = &found.sentences[number].text.reading;
        let said = query.speech.filter(|_| speech::has_speaker(reading));
        let ways = query.ways.iter().filter(|(_, way)| way.is_in(reading));
        for term in said.into_iter().chain(ways.map(|(term, _)| *term)) {
            met.take_in(term);
        }
        met
    });
    let met: Vec<Matches> = met.collect();
    let mut title = matcher.meet(&document.title_tokens, lexicon);
    title.join(&matcher.meet(&passage.heading_tokens, lexicon));
    let mut around = title.clone();
    for own in &met {
        around.join(own);
    }
    let near = judged.iter().map(|tokens| meaning.nearness(tokens));
    let near: Vec<Nearness> = near.collect();
    let near_title = meaning.nearness(&document.title_tokens);
    let mut near_around = near_title.best;
    let mut whole = Sense::none();
    for nearness in &near {
        for (most, own) in near_around.iter_mut().zip(&nearness.best) {
            *most = most.max(*own);
        }
        whole.join(&nearness.sense);
    }
    let title_sense = near_title.sense;
    let like = near.iter().map(|near| meaning.likeness(&near.sense));
    let like: Vec<f32> = like.collect();
    let (like_passage, like_title) = (meaning.likeness(&whole), meaning.likeness(&title_sense));
    let seen = |number: usize| {
        let place = number - passage.sentences.start;
        let sentence = &sentences[place];
        let before = place.checked_sub(1);
        let before = before.filter(|&before| !is_apart(sentence, &sentences[before]));
        let sight = Sight {
            found,
            query,
            passage,
            number,
            sentence,
            own: &met[place],
            previous: before.map(|before| &met[before]),
            around: &around,
            title: &title,
            near: &near[place],
            near_around: &near_around,
            like: Likeness {
                sentence: like[place],
                previous: before.map_or(0.0, |before| like[before]),
                passage: like_passage,
                title: like_title,
                under_title: meaning.likeness(&near[place].sense.under(&title_sense)),
            },
            supply: Supply::of(&sentence.tokens, lexicon, passage.language, matcher),
        };
        let mut values = [0.0; COUNT];
        for (value, (_, of)) in values.iter_mut().zip(every()) {
            *value = of(&sight);
        }
        (number, values, met[place].best.clone())
    };
    let says_more = |&number: &usize| {
        says_something(found, number)
            && !is_announced_code(found, number)
            && !is_label(found, number, matcher)
    };
    Seen {
        sentences: numbers().filter(says_more).map(seen).collect(),
        around: around.best,
        near_around,
    }
}

/// Whether a sentence opens another item of a list or row of a table than the one before it
/// belongs to: what that says is no part of what this one says.
fn is_apart(sentence: &Sentence, before: &Sentence) -> bool {
    let kind = sentence.text.kind;
    sentence.position == 0
        && kind == before.text.kind
        && matches!(kind, BlockKind::Item | BlockKind::Row)
}

/// The sum of values, each by its weight: of features, higher is better.
pub(super) fn score(values: &[f32], weights: &[f32]) -> f32 {
    let weighed = values.iter().zip(weights);
    weighed.map(|(value, weight)| value * weight).sum()
}

/// Whether a sentence has no word but those of the question, as the name of an option in a list has,
/// and neither answers a question above it nor announces what answers.
fn is_label(found: &Found, number: usize, matcher: &Matcher) -> bool {
    let sentence = &found.sentences[number];
    let mut plain = sentence.tokens.iter().filter(|token| !token.compound);
    let answers = |lead: usize| corpus::asks(&found.sentences[lead].text.reading);
    !sentence.text.is_heading()
        && plain.all(|token| matcher.asks_for(found.lexicon.term(token.word)))
        && !found.lead(number).is_some_and(answers)
        && found.announced(number).is_empty()
}

/// Whether a sentence says anything: a lone "Advertisement" does only where a heading leads to it.
fn says_something(found: &Found, sentence: usize) -> bool {
    let words = || (found.tokens(sentence).iter()).filter(|token| !token.compound);
    let says = |token: &Occurrence| found.lexicon.word(token.word).class != WordClass::Stop;
    words().count() > 1 && words().any(says) || found.lead(sentence).is_some()
}

/// Whether it is code that stands with the sentence which announces it.
fn is_announced_code(found: &Found, sentence: usize) -> bool {
    let before = sentence.checked_sub(1);
    found.sentences[sentence].text.kind == BlockKind::Code
        && before.is_some_and(|before| found.announced(before).contains(&sentence))
}

/// Whether a sentence only says what others are about: a heading, or the title once more.
pub(super) fn announces(sentence: &Sentence, document: &Document, lexicon: &Lexicon) -> bool {
    let letters = |token: &Occurrence| lexicon.letters(token.word);
    let title = document.title_tokens.iter().map(letters);
    sentence.text.is_heading() || sentence.tokens.iter().map(letters).eq(title)
}

/// The value of the feature of that name; 0 where there is none.
pub(super) fn value(values: &Values, name: &str) -> f32 {
    let place = every().position(|(own, _)| *own == name);
    place.map_or(0.0, |place| values[place])
}
