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
const PRICES: &str = "price prices cost costs fee fees fare fares rate rent eur euro euros usd dollars gbp pounds";

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
    let row = total(query, &first, &rows)
        .or_else(|| extreme(query, &rows))
        .or_else(|| {
            let mut fuller = rows.iter().filter(|row| row.has_more(&first));
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
        (text.kind == BlockKind::Row).then(|| Self {
            ranked,
            cells: cells.collect(),
            passage: found.passage_of(ranked.sentence),
        })
    }

    /// Whether it is of the same table as another: both have the same columns, below the same headings.
    fn is_beside(&self, other: &Self) -> bool {
        let names = |row: &Self| row.cells.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        let is_named = self.cells.len() > 1 && self.cells.iter().all(|(name, _)| !name.is_empty());
        is_named
            && self.ranked.document == other.ranked.document
            && self.passage.headings == other.passage.headings
            && names(self) == names(other)
    }

    /// Whether it has all the question's words that another has, and more.
    fn has_more(&self, other: &Self) -> bool {
        let (own, other) = (self.ranked, other.ranked);
        own.meets_as_much_as(other) && !other.meets_as_much_as(own)
    }

    /// Whether it is the row of the sums.
    fn is_total(&self) -> bool {
        let key = self.cells[0].1.to_lowercase();
        let key = self.passage.language.glossed(key.into());
        let mut words = key.split(|c: char| !c.is_alphanumeric());
        words.any(|word| listed(TOTAL, word))
    }

    /// The number in its cell of a column.
    fn number(&self, column: usize) -> Option<f64> {
        let (_, cell) = self.cells.get(column)?;
        let tokens = analyser::analyse_in(cell, self.passage.language);
        let mut all = numbers::all(cell, &tokens).into_iter();
        all.next().map(|number| number.value)
    }
}

/// The row of the sums, where the question asks for these and for no one row.
fn total<'r, 'a>(query: &Query, first: &Row<'a>, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    let language = query.known.language();
    let asks = |word: &String| listed(TOTAL, &language.glossed(word.as_str().into()));
    let is_asked = query.wording.iter().any(asks);
    let total = rows.iter().find(|row| row.is_total()).filter(|_| is_asked)?;
    // A word that one row alone has names that row.
    let with = |term: usize| rows.iter().filter(move |row| row.ranked.met[term] > 0.0);
    let names = |term: usize| first.ranked.met[term] > 0.0 && with(term).count() == 1;
    let is_named = (0..query.terms.len()).any(names);
    (!is_named || first.is_total()).then_some(total)
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
    let names = |column: &usize| {
        let name = first.cells[*column].0.to_lowercase();
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
    let has_numbers = |column: &usize| rows.iter().all(|row| row.number(*column).is_some());
    let mut columns = (1..first.cells.len()).filter(|column| names(column) && has_numbers(column));
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
