//! The sentences around a quote without which it is only half understood.
//!
//! A sentence that opens with "she" needs the one before it; an answer often
//! goes on in the next. Both stay outside the quote and are marked as context.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use super::Neighbour;
use super::matching::Matcher;
use super::ranking::{self, Ranked};
use crate::corpus::{self, BlockKind, Span};
use crate::index::Found;
use crate::index::found::Text;
use crate::language::english::asking::listed;
use crate::language::word::Word;

/// A neighbour that the ranker gives this share of its belief may well hold the answer.
const LIKELY: f32 = 0.04;
/// "The latter" and "the move" speak of what was said before, as pronouns do.
const REFERENCES: &str = "latter former move decision measure proposal announcement plan same";
/// A pronoun after one of these opens the sentence.
const CONJUNCTIONS: &str = "but and then in for when while after so";

/// The ranker's belief in each sentence: the softmax of the scores, as its weights were fitted.
pub(super) struct Belief {
    shares: HashMap<usize, f32>,
}

impl Belief {
    pub(super) fn of(ranked: &[Ranked]) -> Self {
        let weight = |sentence: &Ranked| ranked.first().map_or(0.0, |best| sentence.odds(best));
        let ranked = ranking::originals(ranked).iter();
        let all: f32 = ranked.clone().map(weight).sum();
        let shares = ranked.map(|sentence| (sentence.sentence, weight(sentence) / all));
        Self {
            shares: shares.collect(),
        }
    }

    /// The probability that a sentence is right, as far as the ranker tells; 0 for one not found.
    fn share(&self, sentence: Option<usize>) -> f32 {
        let share = sentence.and_then(|sentence| self.shares.get(&sentence));
        share.copied().unwrap_or(0.0)
    }
}

/// The sentence before, if the quote cannot do without it.
pub(super) fn before(found: &Found, sentence: usize, belief: &Belief) -> Option<Neighbour> {
    if let Some(lead) = announcement(found, sentence).or_else(|| found.opening(sentence)) {
        return neighbour(&found.sentences[lead].text);
    }
    let (place, text) = found.before(sentence)?;
    let wanted = refers_back(found, sentence)
        || quotation(found, sentence) == Ordering::Less
        || belief.share(place) >= LIKELY;
    wanted.then(|| neighbour(text)).flatten()
}

/// The sentence after, if the answer goes on in it.
pub(super) fn after(found: &Found, sentence: usize, belief: &Belief) -> Option<Neighbour> {
    if let Some(names) = column_names(found, sentence) {
        return Some(names);
    }
    let announced = found.announced(sentence);
    if !announced.is_empty() {
        return block(found, announced);
    }
    let (place, text) = found.after(sentence)?;
    let reading = &found.sentences[sentence].text.reading;
    let wanted = corpus::announces(reading)
        || corpus::asks(reading)
        || quotation(found, sentence) == Ordering::Greater
        || belief.share(place) >= LIKELY;
    wanted.then(|| neighbour(text)).flatten()
}

/// A sentence next to a quote, if it is prose.
pub(super) fn neighbour(text: &Text) -> Option<Neighbour> {
    (!text.is_heading()).then(|| Neighbour {
        line: text.line,
        span: text.span,
        text: text.verbatim.clone(),
        reading: text.reading.clone(),
        kind: text.kind,
        more: 0,
    })
}

/// Sentences of a passage as one neighbour: the items of a list, each on a line, or code.
fn block(found: &Found, places: Range<usize>) -> Option<Neighbour> {
    let passage = found.passage_of(places.start);
    let shown = found.sentences.get(places.clone())?;
    let (first, last) = (&shown.first()?.text, &shown.last()?.text);
    let mut reading = String::new();
    for sentence in shown {
        if !reading.is_empty() {
            reading.push(if sentence.position == 0 { '\n' } else { ' ' });
        }
        reading += &sentence.text.reading;
    }
    let span = Span::from(first.span.start..last.span.end);
    let others = found.list(places.start).end.saturating_sub(places.end);
    let others = &found.sentences[places.end..places.end + others];
    Some(Neighbour {
        line: first.line,
        span,
        text: passage.verbatim(span)?.to_owned(),
        reading,
        kind: first.kind,
        more: others.iter().filter(|other| other.position == 0).count(),
    })
}

/// The sentence to be shown for one, and what of its list is shown after it. An item that has no
/// word of the question stands for its list, which is shown from what announces it, or from its
/// first item.
pub(super) fn whole(
    found: &Found,
    matcher: &Matcher,
    several: bool,
    sentence: usize,
) -> (usize, Option<Neighbour>) {
    if let Some(lead) = leading(found, sentence).filter(|_| several) {
        return (lead, None);
    }
    let list = found.list(sentence);
    let met = matcher.meet(found.tokens(sentence), &found.lexicon);
    if list.len() < 2 || met.best.iter().any(|met| *met > 0.0) {
        return (sentence, None);
    }
    if let Some(lead) = announcement(found, list.start) {
        return (lead, None);
    }
    let others = list.start + 1..list.start + found.items(list.start);
    (list.start, block(found, others))
}

/// The sentence of the same paragraph that announces a list below it, a little further on.
fn leading(found: &Found, sentence: usize) -> Option<usize> {
    /// Sentences further on, at most.
    const REACH: usize = 2;
    let own = &found.sentences[sentence];
    let end = found.passage_of(sentence).sentences.end;
    let end = end.min(sentence + 1 + REACH);
    let goes_on = |place: &usize| {
        let next = &found.sentences[*place];
        next.text.kind == BlockKind::Paragraph && next.position > 0
    };
    let mut rest = (sentence + 1..end).take_while(goes_on);
    let announces_list = |place: &usize| {
        let first = found.announced(*place).next();
        first.is_some_and(|first| found.sentences[first].text.kind == BlockKind::Item)
    };
    rest.find(announces_list)
        .filter(|_| own.text.kind == BlockKind::Paragraph)
}

/// The row that names the columns of another, for who is shown that verbatim.
fn column_names(found: &Found, row: usize) -> Option<Neighbour> {
    let (own, passage) = (&found.sentences[row].text, found.passage_of(row));
    let span = own.names?;
    let text = passage.verbatim(span)?.to_owned();
    let until_row = Span::from(span.start..own.span.start);
    let lines = corpus::line_ends(passage.verbatim(until_row)?);
    Some(Neighbour {
        line: own.line.map(|line| line.saturating_sub(lines)),
        span,
        reading: text.clone(),
        text,
        kind: BlockKind::Heading,
        more: 0,
    })
}

/// The sentence that announces the list which an item is of.
fn announcement(found: &Found, item: usize) -> Option<usize> {
    let list = found.list(item);
    let above = list.start.checked_sub(1).filter(|_| !list.is_empty())?;
    let announced = found.announced(above);
    announced.contains(&list.start).then_some(above)
}

/// Whether the sentence opens with a pronoun, also after a conjunction, or with a word like "the latter".
fn refers_back(found: &Found, sentence: usize) -> bool {
    let opening = found.tokens(sentence).iter().take(2);
    let opening: Vec<&Word> = opening.map(|it| found.lexicon.word(it.word)).collect();
    // Dutch "het" and Hungarian "az" are articles, too.
    let language = found.passage_of(sentence).language;
    let is_pronoun = |word: &Word| word.pronoun && !language.is_article(&word.text);
    match opening[..] {
        [first, ..] if is_pronoun(first) => true,
        [first, second] => {
            listed(CONJUNCTIONS, &first.text) && is_pronoun(second)
                || first.text == "the" && listed(REFERENCES, &second.text)
        }
        _ => false,
    }
}

/// How a sentence stands to direct speech of several sentences: with more quotation marks opened
/// than closed it begins some, with fewer it ends some.
fn quotation(found: &Found, sentence: usize) -> Ordering {
    let text = &found.sentences[sentence].text.verbatim;
    let count = |mark| text.matches(mark).count();
    let odd = count('"') % 2 == 1;
    let straight = match (odd, text.starts_with('"')) {
        (false, _) => Ordering::Equal,
        (true, true) => Ordering::Greater,
        (true, false) => Ordering::Less,
    };
    count('“').cmp(&count('”')).then(straight)
}
