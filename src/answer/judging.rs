//! Where all that speaks for a sentence meets: what its words show, what the
//! reader says, and what a careful reader objects to. The order of the sentences
//! comes of it, and how sure Quoth is of the first.

use super::checks::{Checks, Codes};
use super::doubt::{Doubt, Subject};
use super::model::Model;
use super::query::{Query, QueryTerm};
use super::ranking::{self, Ranked};
use super::{AnswerType, Before, features, reading, signals};
use crate::index::{Found, Index, IndexError};
use crate::reader::Asked;

/// Sentences that are looked at closely for one question, by the reader and by the
/// checks: one of the first eight of the ranking is right for 98 in 100 questions of
/// `ClapNQ` that have an answer, and more gained nothing.
const CLOSELY: usize = 8;
/// The same for a turn of a conversation, which may have no word of the sentence that answers it: as
/// many as fit its words, and the words of it and the turn before together, and the double of it
/// from the document that was quoted.
const CLOSELY_IN_CONVERSATION: usize = 4 * CLOSELY;
/// Of these, so many may be there for a code alone, or because they tell what something is.
const FORWARD: usize = 3;
/// From this confidence on the answer to a turn of a conversation may be one where no reader has read
/// it, while it takes more of a question alone: the document that was quoted last has the answer to
/// four in five of them. Over 229 of these, in conversations that no weight was fitted on, 6 of 14
/// answers between here and what is called perhaps were right.
const CONTINUED: f32 = 0.2;
/// A confidence that the checks object to stays so far below what is called found.
const BELOW: f32 = 0.001;

/// The sentences found for a question, in order, and how sure Quoth is of the first.
pub(super) struct Judged {
    /// Every sentence of the candidates, the best first.
    pub(super) ranked: Vec<Ranked>,
    /// What speaks against the first.
    pub(super) doubts: Vec<Doubt>,
    /// The probability that the first answers the question, 0 to 1.
    pub(super) confidence: f32,
    /// What order and confidence were weighed by.
    pub(super) model: &'static Model,
}

/// What a turn of a conversation goes on from.
pub(super) struct Turn<'a> {
    pub(super) before: Before<'a>,
    /// The question before it and its own, as one.
    pub(super) both: Query,
}

impl<'a> Turn<'a> {
    /// The turn that asks `question`.
    ///
    /// # Errors
    ///
    /// Where the index fails, which is asked for the words.
    pub(super) fn new(
        index: &Index,
        question: &str,
        before: Before<'a>,
    ) -> Result<Self, IndexError> {
        let both = Query::new(&format!("{} {question}", before.question), index)?;
        Ok(Self { before, both })
    }
}

/// What sentences are read for: a question, and the one before it where it is a turn.
pub(super) fn asked<'a>(question: &'a str, turn: Option<&Turn<'a>>) -> Asked<'a> {
    Asked {
        question,
        before: turn.map(|turn| turn.before.question),
    }
}

/// Judges every sentence that was found, with the reader only if `uses_reader`.
///
/// # Errors
///
/// Where the index fails, which is asked for the names in the best sentences.
pub(super) fn judge(
    index: &Index,
    found: &Found,
    query: &Query,
    question: &str,
    turn: Option<&Turn<'_>>,
    uses_reader: bool,
) -> Result<Judged, IndexError> {
    let alone = Model::without_reader(query.known.language());
    let asked = asked(question, turn);
    let mut ranked = ranked(found, query, turn);
    bring_forward(found, &Codes::of(question), &mut ranked);
    let checks = Checks::new(index, found, query, question, closely(asked, &ranked))?;
    let is_read = look_closely(&checks, found, query, asked, &mut ranked, uses_reader);
    let model = match (is_read, turn) {
        (false, _) => alone,
        (true, None) => Model::with_reader(),
        (true, Some(_)) => Model::in_conversation(),
    };
    ranking::order(&mut ranked, &model.ranking);
    if query.wanted == AnswerType::Definition {
        give_way_to_definition(&mut ranked);
    }
    give_way(asked, &mut ranked, |ranked| checks.doubts(ranked));
    if !query.several {
        give_way_to_item(asked, found, &mut ranked);
    }
    let first = ranked.first();
    let doubts = first.map_or(Vec::new(), |first| checks.doubts(first));
    let signals = signals::of(query, &ranked);
    let mut confidence = signals.map_or(0.0, |values| model.probability(&values));
    let thresholds = model.thresholds();
    // A turn of which no document has a word rests on the reader, which is to believe in the sentence
    // more than in none.
    let is_known = |term: &QueryTerm| !term.alternatives.is_empty();
    let is_believed = first.is_some_and(|first| first.values[features::READER] > 0.0);
    if turn.is_some() && is_read && !is_believed && !query.terms.iter().any(is_known) {
        confidence = 0.0;
    }
    if turn.is_some() && !is_read && doubts.is_empty() && confidence >= CONTINUED {
        confidence = confidence.max(thresholds.perhaps);
    }
    if doubts.iter().any(|doubt| doubt.rules_out) {
        confidence = confidence.min(thresholds.perhaps - BELOW);
    } else if !doubts.is_empty() {
        // At most perhaps, however well all else fits.
        confidence = confidence.min(thresholds.found - BELOW);
    }
    if query.elsewhere.is_some() {
        // Names say what a question is about, not what it asks: at most perhaps.
        let meets_all = |first: &Ranked| first.around.iter().all(|met| *met > 0.0);
        let most = if ranked.first().is_some_and(meets_all) {
            thresholds.found
        } else {
            thresholds.perhaps
        };
        confidence = confidence.min(most - BELOW);
    }
    Ok(Judged {
        ranked,
        doubts,
        confidence,
        model,
    })
}

/// The sentences found in the order of the ranking alone. Behind those that are looked at closely for
/// a question stand, for a turn of a conversation, those that fit it and the turn before together, and
/// then those of the document that was quoted.
pub(super) fn ranked(found: &Found, query: &Query, turn: Option<&Turn<'_>>) -> Vec<Ranked> {
    let weights = &Model::without_reader(query.known.language()).ranking;
    let mut ranked = ranking::rank(found, query, weights);
    if let Some(Turn { before, both }) = turn {
        let together = ranking::rank(found, both, weights);
        let best: Vec<usize> = together
            .iter()
            .take(CLOSELY)
            .map(|it| it.sentence)
            .collect();
        let originals = ranking::originals(&ranked).len();
        ranked[CLOSELY.min(originals)..originals].sort_by_cached_key(|it| {
            let is_near = found.documents[it.document].name == before.place.document;
            (!best.contains(&it.sentence), !is_near)
        });
    }
    ranked
}

/// Brings sentences that have a code of the question, or tell what something is where that is asked,
/// among those that are looked at closely: the entry of an option has few of the words of a question
/// about it, and what everything speaks of is told in one place.
fn bring_forward(found: &Found, codes: &Codes<'_>, ranked: &mut [Ranked]) {
    let originals = ranking::originals(ranked).len();
    let has = |place: &usize| {
        let ranked = &ranked[*place];
        codes.are_in(&found.sentences[ranked.sentence].text.reading)
            || features::value(&ranked.values, "defines") >= 1.0
    };
    let places: Vec<usize> = (CLOSELY - FORWARD..originals)
        .filter(has)
        .take(FORWARD)
        .collect();
    for (to, from) in (CLOSELY - FORWARD..).zip(places) {
        ranked[to..=from].rotate_right(1);
    }
}

/// A first sentence that is plainly about another gives way to one that is not, and has all the
/// question's words that the first has: in the rows of a table, all have the names of its columns. A
/// code tells more than all other words.
fn give_way(asked: Asked<'_>, ranked: &mut [Ranked], doubts: impl Fn(&Ranked) -> Vec<Doubt>) {
    let is_ruled_out = |ranked: &Ranked| doubts(ranked).iter().any(|doubt| doubt.rules_out);
    let Some(first) = ranked.first().filter(|first| is_ruled_out(first)) else {
        return;
    };
    let by_code = doubts(first)
        .iter()
        .any(|doubt| doubt.about == Subject::Code);
    let fits = |other: &Ranked| (by_code || other.meets_as_much_as(first)) && !is_ruled_out(other);
    if let Some(place) = closely(asked, ranked).iter().position(fits) {
        ranked[..=place].rotate_right(1);
    }
}

/// A first sentence that only speaks of something gives way to the one that tells what it is, which may
/// have few of its words.
fn give_way_to_definition(ranked: &mut [Ranked]) {
    let defines = |ranked: &Ranked| features::value(&ranked.values, "defines") >= 1.0;
    if let Some(place) = ranking::originals(ranked).iter().position(defines) {
        ranked[..=place].rotate_right(1);
    }
}

/// A first sentence that announces a list gives way to the one item of it that has by itself all the
/// question's words that the list has.
fn give_way_to_item(asked: Asked<'_>, found: &Found, ranked: &mut [Ranked]) {
    let Some(first) = ranked.first() else {
        return;
    };
    let list = found.announced(first.sentence);
    let listed = || ranked.iter().filter(|item| list.contains(&item.sentence));
    let is_whole = |item: &&Ranked| {
        let opens = found.sentences[item.sentence].position == 0;
        opens && listed().all(|other| item.meets_as_much_as(other))
    };
    let mut whole = listed().filter(is_whole).map(|item| item.sentence);
    let (Some(item), None) = (whole.next(), whole.next()) else {
        return;
    };
    let place = closely(asked, ranked)
        .iter()
        .position(|ranked| ranked.sentence == item);
    if let Some(place) = place {
        ranked[..=place].rotate_right(1);
    }
}

/// The best of `ranked`, which are looked at closely.
pub(super) fn closely<'a>(asked: Asked<'_>, ranked: &'a [Ranked]) -> &'a [Ranked] {
    let most = match asked.before {
        None => CLOSELY,
        Some(_) => CLOSELY_IN_CONVERSATION,
    };
    let originals = ranking::originals(ranked);
    &originals[..originals.len().min(most)]
}

/// Looks closely at the best of `ranked`; returns whether the reader read them.
pub(super) fn look_closely(
    checks: &Checks<'_>,
    found: &Found,
    query: &Query,
    asked: Asked<'_>,
    ranked: &mut [Ranked],
    uses_reader: bool,
) -> bool {
    let best = closely(asked, ranked).len();
    for sentence in &mut ranked[..best] {
        let is_doubted = !checks.doubts(sentence).is_empty();
        sentence.values[features::DOUBTED] = f32::from(u8::from(is_doubted));
    }
    uses_reader && reading::read(found, query, asked, ranked, best)
}
