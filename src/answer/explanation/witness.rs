//! Looks at a sentence again, word by word, to tell what each word of the question met in it.

use super::{Considered, Like, Meeting, parts};
use crate::answer::judging::Judged;
use crate::answer::matching::{Matcher, Matches};
use crate::answer::model::Model;
use crate::answer::query::{Query, QueryTerm};
use crate::answer::ranking::Ranked;
use crate::answer::similarity::Meaning;
use crate::answer::{Outcome, Quote};
use crate::corpus::Span;
use crate::index::Found;
use crate::language::analyser;
use crate::language::lexicon::Occurrence;

/// What looks at the sentences of one query.
pub(super) struct Witness<'a> {
    found: &'a Found,
    query: &'a Query,
    judged: &'a Judged,
    matcher: Matcher,
    meaning: Meaning<'a>,
}

impl<'a> Witness<'a> {
    pub(super) fn new(found: &'a Found, query: &'a Query, judged: &'a Judged) -> Self {
        Self {
            found,
            query,
            judged,
            matcher: Matcher::new(query, &found.lexicon),
            meaning: Meaning::new(query, &found.lexicon),
        }
    }

    /// A ranked sentence with what spoke for and against it; `outcome` may quote it.
    pub(super) fn considered(&mut self, ranked: &Ranked, outcome: &Outcome) -> Considered {
        let document = self.found.document_of(ranked.sentence);
        let text = &self.found.sentences[ranked.sentence].text;
        let cites = |quote: &Quote| {
            let mut places = quote.citations.iter();
            places.any(|place| place.document == document.name && place.span == text.span)
        };
        let quote = outcome.shown().iter().position(cites);
        let weights = &self.judged.model.ranking;
        Considered {
            document: document.name.clone(),
            line: text.line,
            locator: text.locator.as_ref().map(ToString::to_string),
            start: text.span.start,
            end: text.span.end,
            text: text.verbatim.clone(),
            quote: quote.map(|place| place + 1),
            score: ranked.score,
            features: parts(&Model::features(), &ranked.values, weights),
            met: self.met(ranked, &text.reading),
            doubts: self.judged.looked.doubts(ranked).to_vec(),
            reading: text.reading.clone(),
        }
    }

    /// What each query term meets in the sentence that reads so.
    fn met(&mut self, ranked: &Ranked, reading: &str) -> Vec<Meeting> {
        let tokens = self.found.tokens(ranked.sentence);
        let whole = self.matcher.meet(tokens, &self.found.lexicon);
        // The reading is what was indexed: its tokens are the sentence's, and have spans.
        let language = self.found.passage_of(ranked.sentence).language;
        let own = analyser::analyse_in(reading, language).into_iter();
        let spans: Vec<Span> = own.map(|token| token.span).collect();
        let written = |places: (usize, usize)| {
            let (first, last) = (spans.get(places.0)?, spans.get(places.1)?);
            reading.get(first.start..last.end).map(str::to_owned)
        };
        let meet = |token| self.matcher.meet(token, &self.found.lexicon);
        let alone: Vec<Matches> = tokens.chunks(1).map(meet).collect();
        let near = |token| self.meaning.nearness(token).best;
        let near: Vec<Vec<f32>> = tokens.chunks(1).map(near).collect();
        let meeting = |(number, term): (usize, &QueryTerm)| Meeting {
            term: term.typed.clone(),
            word: self.place(number, &whole, &alone, tokens).and_then(written),
            weight: whole.best[number],
            exact: whole.exact[number],
            like: nearest(number, &near).and_then(|(place, nearness)| {
                let word = written((place, place))?;
                Some(Like { word, nearness })
            }),
            around: ranked.around[number],
        };
        self.query.terms.iter().enumerate().map(meeting).collect()
    }

    /// The first and the last token of a query term's best match; `alone` is what each token meets.
    fn place(
        &self,
        number: usize,
        whole: &Matches,
        alone: &[Matches],
        tokens: &[Occurrence],
    ) -> Option<(usize, usize)> {
        let best = whole.best[number];
        if best == 0.0 {
            return None;
        }
        let is_best = |matches: &Matches| matches.best[number] >= best;
        let as_typed = |matches: &Matches| matches.exact[number] == whole.exact[number];
        let mut all = alone.iter();
        let single = all.position(|matches| is_best(matches) && as_typed(matches));
        let single = single.or_else(|| alone.iter().position(is_best));
        if let Some(place) = single {
            return Some((place, place));
        }
        // Words in a row: the match is there once the last of them is, and from the first on.
        let is_met = |row: &[Occurrence]| is_best(&self.matcher.meet(row, &self.found.lexicon));
        let last = (0..tokens.len()).find(|&last| is_met(&tokens[..=last]))?;
        let first = (0..last).rfind(|&first| is_met(&tokens[first..=last]))?;
        Some((first, last))
    }
}

/// The first token that is nearest to a query term, and how near it is; none where none is near.
fn nearest(number: usize, near: &[Vec<f32>]) -> Option<(usize, f32)> {
    let near = near.iter().map(|best| best[number]).enumerate();
    let nearest = near.rev().max_by(|(_, a), (_, b)| a.total_cmp(b));
    nearest.filter(|(_, nearness)| *nearness > 0.0)
}
