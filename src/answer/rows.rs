//! Which row of a table is meant: all its rows have the names of its columns, so that their own cells
//! alone tell them apart.

use std::cmp::Ordering;

use super::query::Query;
use super::ranking::Ranked;
use crate::corpus::BlockKind;
use crate::index::Found;
use crate::index::found::{Passage, Text};
use crate::language::english::asking::listed;
use crate::language::{analyser, numbers};

/// What asks for all rows together, and what the row of their sums is called.
const TOTAL: &str = "total totals sum altogether overall all";
/// What asks for the row with the most of something.
const MOST: &str = "most highest largest biggest greatest longest tallest oldest heaviest fastest";
/// What asks for the one with the least.
const LEAST: &str = "least fewest lowest smallest shortest youngest lightest slowest";
/// The same of a price.
const DEAREST: &str = "dearest priciest";
const CHEAPEST: &str = "cheapest";
/// What a column of prices is called.
const PRICES: &str =
    "price prices cost costs fee fees fare fares rate rent eur euro euros usd dollars gbp pounds";

/// Bytes of a label before a value, at most, where nothing but a colon makes one of it.
const LONGEST_LABEL: usize = 40;

/// A row, cell by cell, each with the name of its column.
struct Row<'a> {
    ranked: &'a Ranked,
    cells: Vec<(&'a str, &'a str)>,
    passage: &'a Passage,
}

/// The sentence that is the row meant rather than the row `first`, among those `ranked`: the sums where
/// a total is asked for; the most or the least of a column; or one that has all the question's words that
/// the first has, and more.
pub(super) fn meant(
    found: &Found,
    query: &Query,
    first: &Ranked,
    ranked: &[Ranked],
) -> Option<usize> {
    let first = Row::of(found, first)?;
    let rows = ranked.iter().filter_map(|other| Row::of(found, other));
    let mut rows: Vec<Row<'_>> = rows.filter(|row| row.is_beside(&first)).collect();
    rows.sort_by_key(|row| row.ranked.sentence);
    let row = total(query, &rows)
        .or_else(|| extreme(query, &rows))
        .or_else(|| {
            let mut fuller = rows.iter().filter(|row| row.has_more(&first, query));
            fuller.next()
        });
    row.map(|row| row.ranked.sentence)
        .filter(|row| *row != first.ranked.sentence)
}

impl<'a> Row<'a> {
    fn of(found: &'a Found, ranked: &'a Ranked) -> Option<Self> {
        let text = &found.sentences[ranked.sentence].text;
        let cells = text.reading.split("; ");
        let cells = cells.map(|cell| cell.split_once(": ").unwrap_or(("", cell)));
        let cells: Vec<_> = cells.collect();
        let is_pair = matches!(cells[..], [(name, _)] if (1..=LONGEST_LABEL).contains(&name.len()));
        (text.kind == BlockKind::Row || is_pair).then_some(Self {
            ranked,
            cells,
            passage: found.passage_of(ranked.sentence),
        })
    }

    /// Whether it is of the same table as another: below the same headings, both have the same columns
    /// but those of empty cells, or both are a label and a value.
    fn is_beside(&self, other: &Self) -> bool {
        let (fewer, more) = if self.cells.len() < other.cells.len() {
            (self, other)
        } else {
            (other, self)
        };
        let is_named = fewer.cells.iter().all(|(name, _)| !name.is_empty());
        let are_pairs = more.cells.len() == 1;
        is_named
            && self.ranked.document == other.ranked.document
            && self.passage.headings == other.passage.headings
            && (are_pairs
                || fewer
                    .cells
                    .iter()
                    .all(|(name, _)| more.cell(name).is_some()))
    }

    /// What stands in a column.
    fn cell(&self, name: &str) -> Option<&'a str> {
        let mut cells = self.cells.iter();
        cells.find(|cell| cell.0 == name).map(|cell| cell.1)
    }

    /// Whether it has all the question's words that another has, and more; of a label and its value, in
    /// the label: the value may be what somebody of that name says. What the other is only met by for
    /// its heading, both have.
    fn has_more(&self, other: &Self, query: &Query) -> bool {
        let met = |row: &Self, term: usize| row.ranked.met[term];
        let terms = 0..query.terms.len();
        let lacks = |term: usize| {
            let is_less = met(self, term) < met(other, term);
            let mut cells = other.cells.iter();
            is_less
                && cells
                    .any(|(name, cell)| [name, cell].iter().any(|it| other.has(it, query, term)))
        };
        let has = |term: usize| {
            let is_more = met(self, term) > met(other, term);
            is_more && (self.cells.len() > 1 || self.has(self.cells[0].0, query, term))
        };
        !terms.clone().any(lacks) && terms.clone().any(has)
    }

    /// Whether a part of it has the word of a term.
    fn has(&self, part: &str, query: &Query, term: usize) -> bool {
        let language = self.passage.language;
        let asked = language.term(&query.terms[term].analysed);
        let tokens = analyser::analyse_in(part, language);
        tokens
            .iter()
            .any(|token| language.term(&token.word) == asked)
    }

    /// Whether it is the row of the sums.
    fn is_total(&self) -> bool {
        let key = self.cells[0].1.to_lowercase();
        let key = self.passage.language.glossed(key.into());
        let mut words = key.split(|c: char| !c.is_alphanumeric());
        words.any(|word| listed(TOTAL, word))
    }

    /// The number in its cell of a column.
    fn number(&self, column: &str) -> Option<f64> {
        let cell = self.cell(column)?;
        let tokens = analyser::analyse_in(cell, self.passage.language);
        let mut all = numbers::all(cell, &tokens).into_iter();
        all.next().map(|number| number.value)
    }
}

/// The row of the sums, where the question asks for these and for no one row.
fn total<'r, 'a>(query: &Query, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    let language = query.known.language();
    let asks = |word: &String| listed(TOTAL, &language.glossed(word.as_str().into()));
    let is_asked = query.wording.iter().any(asks);
    let total = rows
        .iter()
        .find(|row| row.is_total())
        .filter(|_| is_asked)?;
    // A word that few other rows have names one of these.
    let with = |term: usize| rows.iter().filter(move |row| row.ranked.met[term] > 0.0);
    let names = |term: usize| {
        let is_few = 2 * with(term).count() < rows.len();
        is_few && with(term).next().is_some() && !with(term).any(Row::is_total)
    };
    let is_named = (0..query.terms.len()).any(names);
    (!is_named).then_some(total)
}

/// The row with the most or the least of a column, where the question asks for that and the table is
/// whole.
fn extreme<'r, 'a>(query: &Query, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    let asks = |list: &str| query.wording.iter().any(|word| listed(list, word));
    let next = |word: &str| {
        let mut pairs = query.wording.windows(2);
        pairs.any(|pair| pair[0] == word && pair[1] == "expensive")
    };
    let of_prices = asks(DEAREST) || asks(CHEAPEST) || next("most") || next("least");
    let wants_most = asks(MOST) || asks(DEAREST);
    let wants_least = asks(LEAST) || asks(CHEAPEST);
    let rows: Vec<&Row<'_>> = rows.iter().filter(|row| !row.is_total()).collect();
    let first = rows.first()?;
    if !query.known.language().is_english() || wants_most == wants_least || rows.len() < 2 {
        return None;
    }
    let names = |column: &&str| {
        let name = column.to_lowercase();
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| {
            let stem = first.passage.language.term(word);
            let is_asked = |asked: &String| first.passage.language.term(asked) == stem;
            if of_prices {
                listed(PRICES, word)
            } else {
                !word.is_empty() && query.wording.iter().any(is_asked)
            }
        })
    };
    let has_numbers = |column: &&str| rows.iter().all(|row| row.number(column).is_some());
    let columns = first.cells.iter().skip(1).map(|(name, _)| *name);
    let mut columns = columns.filter(|column| names(column) && has_numbers(column));
    let column = columns.next().filter(|_| columns.next().is_none())?;
    let is_whole = is_whole(&rows);
    let order = |a: &&&Row<'_>, b: &&&Row<'_>| {
        let order = a.number(column).partial_cmp(&b.number(column));
        let order = order.unwrap_or(Ordering::Equal);
        if wants_most { order.reverse() } else { order }
    };
    rows.iter().filter(|_| is_whole).min_by(order).copied()
}

/// Whether no row stands before the first of these, or after the last, or between them, that was not found.
fn is_whole(rows: &[&Row<'_>]) -> bool {
    let is_row = |text: &Option<Text>| matches!(text, Some(text) if text.kind == BlockKind::Row);
    let ends = rows.first().zip(rows.last());
    let are_ends = ends.is_some_and(|(first, last)| {
        !is_row(&first.passage.edges[0]) && !is_row(&last.passage.edges[1])
    });
    let is_next = |pair: &[&Row<'_>]| pair[1].passage.number <= pair[0].passage.number + 1;
    are_ends && rows.windows(2).all(is_next)
}
