//! What a sentence says, as far as its words tell: whether another says the same, or anything new.

use std::collections::BTreeSet;

use super::ranking::{self, Ranked};
use crate::index::Found;
use crate::language::lexicon::TermId;
use crate::language::word::WordClass;

/// Sentences share so much of their words when they say the same (Jaccard index).
const SAME: f32 = 0.8;
/// And so much of their words in a row.
const SAME_PAIRS: f32 = 0.5;
/// Ranked sentences that are looked at for a statement or another source of one.
const LOOKED_AT: usize = 60;

/// A statement and the ranked sentences that make it, the best first; never empty.
pub(super) struct Statement<'a> {
    pub(super) best: &'a Ranked,
    /// Near-identical sentences further down.
    pub(super) others: Vec<&'a Ranked>,
    gist: Gist,
}

/// The words of one or several sentences, by what they do.
#[derive(Default)]
pub(super) struct Gist {
    words: BTreeSet<TermId>,
    /// Words in a row: who beats whom.
    pairs: BTreeSet<(TermId, TermId)>,
    /// Figures, dates and negations: two sentences that differ here do not say the same.
    decisive: BTreeSet<TermId>,
    /// Names among the words.
    names: BTreeSet<TermId>,
    is_negated: bool,
}

/// The first `most` statements of `ranked`, each with all sentences that make it.
pub(super) fn statements<'a>(
    found: &Found,
    ranked: &'a [Ranked],
    most: usize,
) -> Vec<Statement<'a>> {
    let mut statements: Vec<Statement<'a>> = Vec::new();
    let originals = ranking::originals(ranked);
    let copies = &ranked[originals.len()..];
    for sentence in originals.iter().take(LOOKED_AT).chain(copies) {
        let mut gist = Gist::default();
        gist.add(found, sentence.sentence);
        let mut known = statements.iter_mut();
        if let Some(known) = known.find(|known| known.gist.same_as(&gist)) {
            known.others.push(sentence);
        } else if statements.len() < most {
            statements.push(Statement {
                best: sentence,
                others: Vec::new(),
                gist,
            });
        }
    }
    statements
}

impl Statement<'_> {
    /// Whether it says the same as another, but that one of them says it is not so.
    pub(super) fn denies(&self, other: &Self) -> bool {
        self.gist.is_negated != other.gist.is_negated
            && likeness(&self.gist.words, &other.gist.words) >= SAME
    }

    /// Whether it says more than what was said.
    pub(super) fn adds_to(&self, said: &Gist) -> bool {
        let own = &self.gist;
        // The same words in another order, "Boris beat Anna", say something else.
        let in_order = own.pairs.intersection(&said.pairs).count() as f32;
        !(own.words.is_subset(&said.words)
            && own.decisive.is_subset(&said.decisive)
            && in_order >= SAME_PAIRS * own.pairs.len() as f32)
    }
}

impl Gist {
    /// Takes in a sentence.
    pub(super) fn add(&mut self, found: &Found, sentence: usize) {
        let mut row = Vec::new();
        let tokens = found.tokens(sentence).iter();
        let language = found.passage_of(sentence).language;
        for (place, token) in tokens.filter(|token| !token.compound).enumerate() {
            let word = found.lexicon.word(token.word);
            let term = found.lexicon.term(token.word);
            match word.class {
                WordClass::Number | WordClass::Year | WordClass::Month => {
                    self.decisive.insert(term);
                }
                _ if language.is_negation(&word.text) => {
                    self.is_negated = true;
                    self.decisive.insert(term);
                }
                WordClass::Stop => {}
                WordClass::Content => {
                    row.push(term);
                    if token.capital && (place > 0 || found.lexicon.is_name(token.word)) {
                        self.names.insert(term);
                    }
                }
            }
        }
        self.pairs
            .extend(row.windows(2).map(|pair| (pair[0], pair[1])));
        self.words.extend(row);
    }

    fn same_as(&self, other: &Self) -> bool {
        // Long sentences share most words even where each names somebody else.
        let names_differ =
            !self.names.is_subset(&other.words) && !other.names.is_subset(&self.words);
        !self.words.is_empty()
            && self.decisive == other.decisive
            && !names_differ
            && likeness(&self.words, &other.words) >= SAME
            && likeness(&self.pairs, &other.pairs) >= SAME_PAIRS
    }
}

/// The share of what two sets have in common (Jaccard index); 1 where both are empty.
fn likeness<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f32 {
    let all = a.union(b).count();
    if all == 0 {
        1.0
    } else {
        a.intersection(b).count() as f32 / all as f32
    }
}
