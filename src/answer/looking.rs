//! What is seen of the best sentences when they are looked at closely, by the reader and by the checks
//! of a careful one, and the order that a model makes of it.

use std::collections::HashMap;

use super::checks::{self, Codes};
use super::doubt::{Doubt, Subject};
use super::matching::Matcher;
use super::model::{Model, Models};
use super::query::Query;
use super::ranking::{self, Ranked};
use super::similarity::Meaning;
use super::{AnswerType, Place, features, reading, rows};
use crate::corpus;
use crate::index::{Found, Index, IndexError};
use crate::reader::Asked;

/// Sentences that are looked at closely for one question, by the reader and by the
/// checks.
const CLOSELY: usize = 10;
/// The same for a turn of a conversation, which may have no word of the sentence that answers it: as
/// many as fit its words, and the words of it and the turn before together, and the double of it
/// from the document that was quoted.
const CLOSELY_IN_CONVERSATION: usize = 32;
/// Of the former, so many are there whatever the ranking says: for a code, because they tell what
/// something is, or as the nearest in meaning. In a folder of 98 short documents, asked in other words
/// than theirs, ten with three of these have the answer for .62 of the questions (the first ten of the
/// ranking for .57), and of the documentation that `mtrag-cloud` asks about for .91 (.90).
const FORWARD: usize = 3;
/// Words of a verdict, at most: "No", "Of course".
const VERDICT: usize = 2;
/// A word so near in meaning stands for what a follow-up puts into a question: "kids" for children
/// (0.85), "bikes" for bicycles (0.87); not "breakfast" for dinner (0.40).
const NEAR: f32 = 0.5;

/// What a turn of a conversation goes on from.
pub(super) struct Turn<'a> {
    /// The question before it, and where the first quote for that stands.
    pub(super) before: &'a str,
    pub(super) place: &'a Place,
    /// The question before it and its own, as one.
    pub(super) both: Query,
}

/// The sentences found for a question, and what was seen of them before any model weighs it.
#[derive(Clone)]
pub(super) struct Looked {
    /// Every sentence, those first that were looked at closely.
    pub(super) ranked: Vec<Ranked>,
    /// Whether the reader read any.
    pub(super) is_read: bool,
    /// What speaks against each sentence that was looked at closely.
    doubts: HashMap<usize, Vec<Doubt>>,
    /// What leads instead of a sentence: of one that announces a list, the item that answers by itself;
    /// of one that explains a verdict, that; and of a row, the one of its table that is meant.
    leads: HashMap<usize, usize>,
    /// Of a question that was changed, the sentences that were looked at closely and speak of what it is
    /// about now.
    changed: Vec<usize>,
    wants_definition: bool,
}

impl Looked {
    /// Looks at the best sentences that were found, with the reader only if `uses_reader`.
    ///
    /// # Errors
    ///
    /// Where the index fails, which is asked for the names in the best sentences.
    pub(super) fn new(
        index: &Index,
        found: &Found,
        query: &Query,
        question: &str,
        turn: Option<&Turn<'_>>,
        uses_reader: bool,
    ) -> Result<Self, IndexError> {
        let mut ranked = ranked(found, query, turn);
        bring_forward(found, &Codes::of(question), &mut ranked);
        let most = match turn {
            None => CLOSELY,
            Some(_) => CLOSELY_IN_CONVERSATION,
        };
        let best = ranking::originals(&ranked).len().min(most);
        let mut doubts = checks::doubts(index, found, query, question, &ranked[..best])?;
        for sentence in &mut ranked[..best] {
            let is_doubted = !doubts[&sentence.sentence].is_empty();
            sentence.values[features::DOUBTED] = f32::from(u8::from(is_doubted));
        }
        let asked = Asked {
            question,
            before: turn.map(|turn| turn.before),
        };
        let is_read = uses_reader && reading::read(found, query, asked, &mut ranked, best);
        if is_read {
            believe_rows(&ranked[..best], &mut doubts);
        }
        let item = |list| item_of(found, list, &ranked).filter(|_| !query.several);
        let lead = |one: &Ranked| {
            let lead = item(one.sentence).or_else(|| verdict_of(found, one.sentence));
            let lead = lead.or_else(|| rows::meant(found, query, one, &ranked));
            Some((one.sentence, lead?))
        };
        let leads = ranked[..best].iter().filter_map(lead).collect();
        Ok(Self {
            is_read,
            doubts,
            leads,
            changed: Vec::new(),
            wants_definition: query.wanted == AnswerType::Definition,
            ranked,
        })
    }

    /// Tells which sentences speak of what was `changed` in the question, by themselves, in a word that
    /// means as much, or below a heading.
    pub(super) fn tell_apart(&mut self, found: &Found, query: &Query, changed: &str) {
        let terms = query.terms_of(changed);
        if terms.is_empty() {
            return;
        }
        let matcher = Matcher::new(query, &found.lexicon);
        let mut meaning = Meaning::new(query, &found.lexicon);
        let speaks = |ranked: &&Ranked| {
            let heading = &found.passage_of(ranked.sentence).heading_tokens;
            let heading = matcher.meet(heading, &found.lexicon).best;
            let near = meaning.nearness(found.tokens(ranked.sentence)).best;
            let is_met = |term: usize| ranked.met[term].max(heading[term]) > 0.0;
            terms.iter().all(|&term| is_met(term) || near[term] >= NEAR)
        };
        let closely = |ranked: &&Ranked| self.doubts.contains_key(&ranked.sentence);
        let spoken = self.ranked.iter().filter(closely).filter(speaks);
        self.changed = spoken.map(|ranked| ranked.sentence).collect();
    }

    /// What speaks against a sentence; nothing where it was not looked at closely.
    pub(super) fn doubts(&self, sentence: &Ranked) -> &[Doubt] {
        self.doubts
            .get(&sentence.sentence)
            .map_or(&[], Vec::as_slice)
    }

    /// Orders the sentences by `model`, and by what makes a first one give way to another.
    pub(super) fn order(&mut self, model: &Model) {
        ranking::order(&mut self.ranked, &model.ranking);
        if self.wants_definition {
            self.give_way_to_definition();
        }
        self.give_way_to_changed();
        self.give_way();
        self.give_way_to_lead();
    }

    /// A first sentence that says nothing of what the question is about now gives way to one that does,
    /// and has what is wanted as the first has: all other words were asked before.
    fn give_way_to_changed(&mut self) {
        let speaks = |ranked: &Ranked| self.changed.contains(&ranked.sentence);
        let Some(first) = self.ranked.first().filter(|first| !speaks(first)) else {
            return;
        };
        let fits = |ranked: &Ranked| features::value(&ranked.values, "type_fits");
        let is_better = |other: &Ranked| {
            let is_ruled_out = self.doubts(other).iter().any(|doubt| doubt.rules_out);
            speaks(other) && fits(other) >= fits(first) && !is_ruled_out
        };
        self.bring_first(self.ranked.iter().position(is_better));
    }

    /// A first sentence that only speaks of something gives way to the one that tells what it is, which
    /// may have few of its words.
    fn give_way_to_definition(&mut self) {
        let defines = |ranked: &Ranked| features::value(&ranked.values, "defines");
        let originals = ranking::originals(&self.ranked).iter();
        let most = originals.clone().map(defines).fold(1.0, f32::max);
        self.bring_first(originals.map(defines).position(|it| it >= most));
    }

    /// A first sentence that is plainly about another gives way to one that is not, and has all the
    /// question's words that the first has: in the rows of a table, all have the names of its columns. A
    /// code tells more than all other words.
    fn give_way(&mut self) {
        let is_ruled_out =
            |ranked: &Ranked| self.doubts(ranked).iter().any(|doubt| doubt.rules_out);
        let Some(first) = self.ranked.first().filter(|first| is_ruled_out(first)) else {
            return;
        };
        let is_code = |doubt: &Doubt| doubt.about == Subject::Code;
        let by_code = self.doubts(first).iter().any(is_code);
        let fits = |other: &Ranked| {
            let was_seen = self.doubts.contains_key(&other.sentence);
            was_seen && (by_code || other.meets_as_much_as(first)) && !is_ruled_out(other)
        };
        self.bring_first(self.ranked.iter().position(fits));
    }

    /// A first sentence gives way to what leads instead of it.
    fn give_way_to_lead(&mut self) {
        let first = self.ranked.first();
        let Some(lead) = first.and_then(|first| self.leads.get(&first.sentence)) else {
            return;
        };
        let place = self
            .ranked
            .iter()
            .position(|ranked| ranked.sentence == *lead);
        self.bring_first(place);
    }

    fn bring_first(&mut self, place: Option<usize>) {
        if let Some(place) = place {
            self.ranked[..=place].rotate_right(1);
            // Copies stand behind all others: what stands first is none.
            self.ranked[0].is_copy = false;
        }
    }
}

/// Of the list that a sentence announces, the one item that has by itself all the question's words
/// that the list has.
fn item_of(found: &Found, announcing: usize, ranked: &[Ranked]) -> Option<usize> {
    let list = found.announced(announcing);
    let listed = || ranked.iter().filter(|item| list.contains(&item.sentence));
    let is_whole = |item: &&Ranked| {
        let opens = found.sentences[item.sentence].position == 0;
        opens && listed().all(|other| item.meets_as_much_as(other))
    };
    let mut whole = listed().filter(is_whole).map(|item| item.sentence);
    let item = whole.next()?;
    whole.next().is_none().then_some(item)
}

/// The verdict in a word or two that a question above is answered by, where a sentence goes on from it:
/// "No." of "No. Only guide dogs may enter."
fn verdict_of(found: &Found, explaining: usize) -> Option<usize> {
    let verdict = explaining.checked_sub(1)?;
    let is_next = found.sentences[explaining].position == 1;
    let is_short = found.tokens(verdict).len() <= VERDICT;
    let lead = found.lead(verdict).filter(|_| is_next && is_short)?;
    let asks = lead + 1 == verdict && corpus::asks(&found.sentences[lead].text.reading);
    asks.then_some(verdict)
}

/// The sentences found in the order of the ranking alone. Behind those that are looked at closely for
/// a question stand, for a turn of a conversation, those that fit it and the turn before together, and
/// then those of the document that was quoted.
fn ranked(found: &Found, query: &Query, turn: Option<&Turn<'_>>) -> Vec<Ranked> {
    let models = Models::usable();
    let weights = &models.without_reader(query.known.language()).ranking;
    let mut ranked = ranking::rank(found, query, weights);
    if let Some(Turn { place, both, .. }) = turn {
        let together = ranking::rank(found, both, weights);
        let best: Vec<usize> = together
            .iter()
            .take(CLOSELY)
            .map(|it| it.sentence)
            .collect();
        let originals = ranking::originals(&ranked).len();
        ranked[CLOSELY.min(originals)..originals].sort_by_cached_key(|it| {
            let is_near = found.documents[it.document].name == place.document;
            (!best.contains(&it.sentence), !is_near)
        });
    }
    ranked
}

/// A row that the reader is sure of may have what is asked for in words unlike the question's:
/// what it lacks rules it out no more.
fn believe_rows(ranked: &[Ranked], doubts: &mut HashMap<usize, Vec<Doubt>>) {
    for row in ranked.iter().filter(|row| row.is_sure()) {
        for doubt in doubts.get_mut(&row.sentence).into_iter().flatten() {
            doubt.rules_out &= doubt.about != Subject::Relation;
        }
    }
}

/// Brings sentences that the ranking has no eye for among those that are looked at closely: that have a
/// code of the question, for the entry of an option has few of the words of a question about it; that
/// tell what something is where that is asked, of which everything speaks and one place tells; and else
/// the nearest to the question in meaning.
fn bring_forward(found: &Found, codes: &Codes<'_>, ranked: &mut [Ranked]) {
    let originals = ranking::originals(ranked).len();
    let value = |place: usize, name| features::value(&ranked[place].values, name);
    let has = |place: &usize| {
        codes.are_in(&found.sentences[ranked[*place].sentence].text.reading)
            || value(*place, "defines") >= 1.0
    };
    let first = CLOSELY - FORWARD;
    let (mut brought, others): (Vec<usize>, Vec<usize>) = (first..originals).partition(has);
    let likeness = |place| (value(place, "like_under_title"), place);
    let mut others: Vec<(f32, usize)> = others.into_iter().map(likeness).collect();
    others.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    brought.extend(others.into_iter().map(|(_, place)| place));
    brought.truncate(FORWARD);
    brought.sort_unstable();
    for (to, from) in (first..).zip(brought) {
        ranked[to..=from].rotate_right(1);
    }
}
