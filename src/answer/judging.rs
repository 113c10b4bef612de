//! How sure Quoth is of the sentence that came first: all that speaks for it and against it, as one
//! probability, and what a doubt leaves of that.

use super::contact::Way;
use super::doubt::Doubt;
use super::features;
use super::looking::Looked;
use super::model::{Model, Models};
use super::query::{Query, QueryTerm};
use super::ranking::Ranked;
use super::signals;
use crate::index::Found;
use crate::language::analyser;

/// From this confidence on the answer to a turn of a conversation may be one where no reader has read
/// it, while it takes more of a question alone: the document that was quoted last has the answer to
/// four in five of them. Over 229 of these, in conversations that no weight was fitted on, 6 of 14
/// answers between here and what is called perhaps were right.
const CONTINUED: f32 = 0.2;
/// A confidence that the checks object to stays so far below what is called found.
const BELOW: f32 = 0.001;

/// The sentences found for a question, in order, and how sure Quoth is of the first.
pub(super) struct Judged {
    /// Every sentence of the candidates, the best first, with what speaks against it.
    pub(super) looked: Looked,
    /// The probability that the first answers the question, 0 to 1.
    pub(super) confidence: f32,
    /// What order and confidence were weighed by.
    pub(super) model: &'static Model,
}

/// Orders the sentences that were looked at, and tells how sure the first is; for a turn of a
/// conversation if `is_turn`.
pub(super) fn judge(found: &Found, query: &Query, mut looked: Looked, is_turn: bool) -> Judged {
    let is_read = looked.is_read;
    let models = Models::usable();
    let language = query.known.language();
    let model = match (is_read, is_turn) {
        (false, _) => models.without_reader(language),
        (true, _) if query.in_english.is_some() => &models.across,
        (true, _) if !language.is_english() => &models.glossed,
        (true, false) => &models.with_reader,
        (true, true) => &models.in_conversation,
    };
    looked.order(model);
    let is_known = |term: &QueryTerm| !term.alternatives.is_empty();
    let rests_on_reader = !query.terms.iter().any(is_known)
        && found.passages.iter().all(|passage| passage.score <= 0.0);
    // A question of which no document has a word rests on the reader, which is to believe in the
    // sentence more than in none; and of one word alone, to be sure.
    let says_enough = looked
        .ranked
        .first()
        .is_some_and(|first| first.is_sure() || query.terms.len() > 1 && first.is_believed());
    if rests_on_reader && !is_turn && !says_enough {
        looked.ranked.clear();
    }
    let first = looked.ranked.first();
    let doubts: &[Doubt] = first.map_or(&[], |first| looked.doubts(first));
    let signals = signals::of(query, &looked.ranked);
    let mut confidence = signals.map_or(0.0, |values| model.probability(&values));
    let thresholds = model.thresholds();
    if rests_on_reader && is_read && !first.is_some_and(Ranked::is_believed) {
        confidence = 0.0;
    }
    if is_turn && !is_read && doubts.is_empty() && confidence >= CONTINUED {
        confidence = confidence.max(thresholds.perhaps);
    }
    let answers_by_form = |first| doubts.is_empty() && answers_by_form(found, query, first);
    if first.is_some_and(answers_by_form) {
        confidence = confidence.max(thresholds.found);
    }
    let is_mute = is_read && !is_turn && first.is_some_and(|first| !first.speaks_of_it());
    if is_mute || doubts.iter().any(|doubt| doubt.rules_out) {
        confidence = confidence.min(thresholds.perhaps - BELOW);
    } else if !doubts.is_empty() {
        // At most perhaps, however well all else fits.
        confidence = confidence.min(thresholds.found - BELOW);
    }
    if query.elsewhere.is_some() {
        // Names say what a question is about, not what it asks: at most perhaps. Of one that was put in
        // English, the model knows how sure that is, where the reader takes it for the answer: "Tickets
        // cost 8 euros" has much of what a boat costs.
        let meets_all = |first: &Ranked| first.around.iter().all(|met| *met > 0.0);
        let has_kind = |first: &Ranked| features::value(&first.values, "type_missing") == 0.0;
        let is_told =
            first.is_some_and(|first| has_kind(first) && (meets_all(first) || first.is_sure()));
        // "Anton Quill" is nobody where there is Marta Quill alone.
        let meets = |first: &Ranked| query.names.iter().all(|name| first.around[*name] > 0.0);
        let is_fitted = is_read && query.in_english.is_some() && first.is_some_and(meets);
        confidence = confidence.min(match (is_told, is_fitted) {
            (true, true) if first.is_some_and(Ranked::is_believed) => 1.0,
            (true, _) | (false, true) => thresholds.found - BELOW,
            (false, false) => thresholds.perhaps - BELOW,
        });
    }
    Judged {
        looked,
        confidence,
        model,
    }
}

/// Whether a sentence answers whatever a reader thinks of it: the part of a text that is asked about by
/// its number, or the only address or number in its passage to reach somebody, where the passage has
/// all other words of the question.
fn answers_by_form(found: &Found, query: &Query, first: &Ranked) -> bool {
    let passage = found.passage_of(first.sentence);
    let reading = |sentence: usize| found.sentences[sentence].text.reading.as_str();
    let own = reading(first.sentence);
    let is_met = |term: usize| first.around[term] > 0.0;
    let all_met = || (0..query.terms.len()).all(is_met);
    let is_only = |way: &Way| {
        let mut others = passage.sentences.clone().filter(|it| *it != first.sentence);
        way.is_in(own) && !others.any(|it| way.is_in(reading(it)))
    };
    let reaches = || query.ways.iter().any(|(_, way)| is_only(way));
    let is_cited = |number: &String| {
        let mut tokens = analyser::analyse_in(own, passage.language).into_iter();
        let first = tokens.next().filter(|first| first.word == *number);
        // "5 boats" are not rule 5.
        let rest = first.and_then(|first| own.get(first.span.end..));
        rest.is_some_and(|rest| !rest.trim_start().starts_with(char::is_lowercase))
    };
    let cites = || query.cited.as_ref().is_some_and(is_cited);
    all_met() && (reaches() || cites())
}
