//! Which row of a table is meant: all its rows have the names of its columns, so that their own cells
//! alone tell them apart.

mod extremes;

use super::AnswerType;
use super::query::Query;
use super::ranking::Ranked;
use crate::corpus::{BlockKind, Span};
use crate::index::Found;
use crate::index::found::Passage;
use crate::language::analyser;
use crate::language::english::asking::listed;

/// What asks for all rows together, and what the row of their sums is called.
const TOTAL: &str = "total totals sum altogether overall";
/// Bytes of a label before a value, at most, where nothing but a colon makes one of it.
const LONGEST_LABEL: usize = 40;

/// A row, cell by cell, each with the name of its column.
struct Row<'a> {
    ranked: &'a Ranked,
    reading: &'a str,
    cells: Vec<(&'a str, &'a str)>,
    /// Where the row stands that names its columns, which is another in another table.
    names: Option<Span>,
    passage: &'a Passage,
}

/// The sentence that is the row meant rather than the row `first`, among those `ranked`: the most or the
/// least of a column; the sums where a total is asked for; or one that has all the question's words that
/// the first has, and more.
pub(super) fn meant(
    found: &Found,
    query: &Query,
    first: &Ranked,
    ranked: &[Ranked],
) -> Option<usize> {
    let first = Row::of(found, first)?;
    let is_near = |other: &&Ranked| other.document == first.ranked.document;
    let near = ranked.iter().filter(is_near);
    let rows = near.filter_map(|other| Row::of(found, other));
    let mut rows: Vec<Row<'_>> = rows.filter(|row| row.is_beside(&first)).collect();
    rows.sort_by_key(|row| row.ranked.sentence);
    let row = extremes::asked(query, &rows)
        .or_else(|| total(query, &rows))
        .or_else(|| {
            let own = first.stems(first.reading);
            rows.iter().find(|row| row.has_more(&first, &own, query))
        });
    row.map(|row| row.ranked.sentence)
        .filter(|row| *row != first.ranked.sentence)
}

/// The cells of a row as it is read, each after the name of its column, which may be empty.
pub(super) fn cells(row: &str) -> impl Iterator<Item = (&str, &str)> {
    let cells = row.split("; ");
    cells.map(|cell| cell.split_once(": ").unwrap_or(("", cell)))
}

impl<'a> Row<'a> {
    fn of(found: &'a Found, ranked: &'a Ranked) -> Option<Self> {
        let text = &found.sentences[ranked.sentence].text;
        let cells: Vec<_> = cells(&text.reading).collect();
        let is_pair = matches!(cells[..], [(name, _)] if (1..=LONGEST_LABEL).contains(&name.len()));
        (text.kind == BlockKind::Row || is_pair).then_some(Self {
            ranked,
            reading: &text.reading,
            cells,
            names: text.names,
            passage: found.passage_of(ranked.sentence),
        })
    }

    /// Whether it is of the same table as another of its document: below the same headings, both have
    /// the same columns in the same order, but those of empty cells, or both are a label and a value.
    fn is_beside(&self, other: &Self) -> bool {
        let (fewer, more) = if self.cells.len() < other.cells.len() {
            (self, other)
        } else {
            (other, self)
        };
        let is_named = fewer.cells.iter().all(|(name, _)| !name.is_empty());
        let are_pairs = more.cells.len() == 1;
        let mut names = more.cells.iter().map(|(name, _)| *name);
        is_named
            && self.passage.headings == other.passage.headings
            && (are_pairs
                || fewer
                    .cells
                    .iter()
                    .all(|(name, _)| names.any(|it| it == *name)))
    }

    /// What stands in a column.
    fn cell(&self, name: &str) -> Option<&'a str> {
        let mut cells = self.cells.iter();
        cells.find(|cell| cell.0 == name).map(|cell| cell.1)
    }

    /// Whether it has all the question's words that another has, and more; of a label and its value, in
    /// the label: the value may be what somebody of that name says. What is not among the other's `own`
    /// words stands in its heading, which both have.
    fn has_more(&self, other: &Self, own: &[String], query: &Query) -> bool {
        let met = |row: &Self, term: usize| row.ranked.met[term];
        let terms = 0..query.terms.len();
        let lacks = |term: usize| {
            let is_less = met(self, term) < met(other, term);
            is_less && own.contains(&other.stem(query, term))
        };
        let has = |term: usize| {
            let is_more = met(self, term) > met(other, term);
            let label = || self.stems(self.cells[0].0);
            is_more && (self.cells.len() > 1 || label().contains(&self.stem(query, term)))
        };
        !terms.clone().any(lacks) && terms.clone().any(has)
    }

    /// The stems of the words of a part of it.
    fn stems(&self, part: &str) -> Vec<String> {
        let language = self.passage.language;
        let tokens = analyser::analyse_in(part, language).into_iter();
        tokens.map(|token| language.term(&token.word)).collect()
    }

    /// The stem that the word of a term has in its language.
    fn stem(&self, query: &Query, term: usize) -> String {
        self.passage.language.term(&query.terms[term].analysed)
    }

    /// Whether it is the row of the sums.
    fn is_total(&self) -> bool {
        let key = self.cells[0].1.to_lowercase();
        let key = self.passage.language.glossed(key.into());
        let mut words = key.split(|c: char| !c.is_alphanumeric());
        words.any(|word| listed(TOTAL, word)) || key == "all"
    }
}

/// The row of the sums, where the question asks for these and for no one row.
fn total<'r, 'a>(query: &Query, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    let language = query.known.language();
    // "How much do all mills grind?", but not "Are all mills open?"
    let counts = query.wanted == AnswerType::Number;
    let asks = |word: &String| {
        let word = language.glossed(word.as_str().into());
        listed(TOTAL, &word) || counts && word == "all"
    };
    let mut pairs = query.wording.windows(2);
    let in_all = pairs.any(|pair| pair[0] == "in" && pair[1] == "all");
    if !in_all && !query.wording.iter().any(asks) {
        return None;
    }
    let total = rows.iter().find(|row| row.is_total())?;
    // A word that few other rows have names one of these.
    let with = |term: usize| rows.iter().filter(move |row| row.ranked.met[term] > 0.0);
    let names = |term: usize| {
        let is_few = 2 * with(term).count() < rows.len();
        is_few && with(term).next().is_some() && !with(term).any(Row::is_total)
    };
    let is_named = (0..query.terms.len()).any(names);
    (!is_named).then_some(total)
}
