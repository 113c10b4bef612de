//! The row with the most or the least of a column.

use super::Row;
use crate::answer::query::Query;
use crate::corpus::BlockKind;
use crate::index::found::Text;
use crate::language::analyser::{self, Token};
use crate::language::english::asking::listed;
use crate::language::numbers::{self, Number};

/// What asks for the row with the most of something.
const MOST: &str = "most highest largest biggest greatest longest tallest oldest heaviest";
/// What asks for the one with the least.
const LEAST: &str = "least fewest lowest smallest shortest youngest lightest";
/// What of these is told by an age. A year in the column would turn them round.
const AGES: &str = "oldest youngest";
/// What columns are called that some of these are about, whatever else is asked for: "What is the rent
/// of the largest flat?"
const ABOUT: [(&str, &str); 5] = [
    ("tallest", "height"),
    ("longest shortest", "length"),
    ("heaviest lightest", "weight"),
    ("largest biggest smallest", "size area"),
    (AGES, "age"),
];
/// The same of a price.
const DEAREST: &str = "dearest priciest";
const CHEAPEST: &str = "cheapest";
/// What a column of prices is called, or has in its cells.
const PRICES: &str =
    "price prices cost costs fee fees fare fares rate rent eur euro euros usd dollars gbp pounds";
/// What a budget calls them, where no column is called so: a house has a price, and a year that it was
/// planned in.
const BUDGET: &str = "budget planned actual spent paid";
const SIGNS: [char; 4] = ['$', '€', '£', '¥'];

/// What is wanted of a column.
#[derive(Clone, Copy)]
struct Wanted {
    most: bool,
    of_prices: bool,
}

/// The row with the most or the least of a column, where the question asks for that and the table is
/// whole. Of several columns that may be meant all must have it in the same row.
pub(super) fn asked<'r, 'a>(query: &Query, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    let wanted = Wanted::of(query).filter(|_| is_whole(rows))?;
    let rows: Vec<&Row<'_>> = rows.iter().filter(|row| !row.is_total()).collect();
    let first = rows.first().filter(|_| rows.len() > 1)?;
    let by_age = asks(&query.wording, AGES);
    let best = |column: &str| {
        let numbers: Option<Vec<_>> = rows.iter().map(|row| row.number(column)).collect();
        let numbers = numbers?;
        let (_, unit) = numbers.first()?;
        // A number of kilograms is not compared with one of grams, or of nothing.
        let is_like =
            |(number, own): &(Number, Vec<String>)| own == unit && !(by_age && number.is_rank);
        let value = |place: &usize| {
            let value = numbers[*place].0.value;
            if wanted.most { -value } else { value }
        };
        let are_alike = numbers.iter().all(is_like);
        let places = (0..rows.len()).filter(|_| are_alike);
        places.min_by(|a, b| value(a).total_cmp(&value(b)))
    };
    let columns = columns(query, wanted, first).into_iter();
    let mut best = columns.filter_map(best);
    let row = best.next()?;
    best.all(|other| other == row).then_some(rows[row])
}

impl Wanted {
    fn of(query: &Query) -> Option<Self> {
        let wording = &query.wording;
        if !query.known.language().is_english() {
            return None;
        }
        let of_price = |word: &str| {
            let mut pairs = wording.windows(2);
            pairs.any(|pair| pair[0] == word && pair[1] == "expensive")
        };
        let asks = |list| asks(wording, list);
        let of_prices = asks(DEAREST) || asks(CHEAPEST) || of_price("most") || of_price("least");
        let most = asks(MOST) || asks(DEAREST);
        let least = asks(LEAST) || asks(CHEAPEST);
        (most != least).then_some(Self { most, of_prices })
    }
}

/// Whether a question has a word of a list. "At most" and "at least" go with a number.
fn asks(wording: &[String], list: &str) -> bool {
    let is_bound = |at: usize| at > 0 && wording[at - 1] == "at";
    let mut places = (0..wording.len()).filter(|&at| !is_bound(at));
    places.any(|at| listed(list, &wording[at]))
}

/// The columns of which the most or the least may be wanted, by the row `first`.
fn columns<'a>(query: &Query, wanted: Wanted, first: &Row<'a>) -> Vec<&'a str> {
    let (wording, language) = (&query.wording, first.passage.language);
    let stems: Vec<String> = wording.iter().map(|word| language.term(word)).collect();
    let is_about = |word: &str| {
        let mut about = ABOUT.iter();
        about.any(|(list, columns)| listed(columns, word) && asks(wording, list))
    };
    let places = |word: &str| -> Vec<usize> {
        let stem = language.term(word);
        (0..stems.len()).filter(|&at| stems[at] == stem).collect()
    };
    let is_asked = |word: &str| {
        let mut places = places(word).into_iter();
        places.any(|at| is_by_superlative(wording, at))
    };
    let has = |column: &str, is_it: &dyn Fn(&str) -> bool| {
        let name = column.to_lowercase();
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| !word.is_empty() && is_it(word))
    };
    let all = || first.cells.iter().skip(1).copied();
    let named = |is_it: &dyn Fn(&str) -> bool| -> Vec<&'a str> {
        let columns = all().map(|(name, _)| name);
        columns.filter(|name| has(name, is_it)).collect()
    };
    if !wanted.of_prices {
        let columns = named(&is_asked);
        return if columns.is_empty() {
            named(&is_about)
        } else {
            columns
        };
    }
    let is_price = |(name, cell): &(&str, &str)| {
        has(name, &|word: &str| listed(PRICES, word))
            || [*name, *cell].iter().any(|it| it.contains(SIGNS))
    };
    let mut prices: Vec<&str> = all().filter(is_price).map(|(name, _)| name).collect();
    if prices.is_empty() {
        prices = named(&|word: &str| listed(BUDGET, word));
    }
    // "The cheapest by the day": of several prices the one that is named.
    let is_told = |name: &&str| has(name, &|word: &str| !places(word).is_empty());
    let told: Vec<&str> = prices.iter().copied().filter(is_told).collect();
    if told.is_empty() { prices } else { told }
}

impl Row<'_> {
    /// The number in its cell of a column, and the other words there, such as a unit. `None` for
    /// a cell of several numbers, such as "9:30" and "3-5", which cannot be compared.
    fn number(&self, column: &str) -> Option<(Number, Vec<String>)> {
        let cell = self.cell(column)?;
        let language = self.passage.language;
        let tokens = analyser::analyse_in(cell, language);
        let mut all = numbers::all(cell, &tokens);
        let mut number = all.pop().filter(|_| all.is_empty())?;
        // Analysis takes a minus for a hyphen.
        if cell.trim_start().starts_with(['-', '−', '–']) {
            number.value = -number.value;
        }
        let places = number.first..=number.last;
        let is_other = |(at, token): &(usize, &Token)| !places.contains(at) && !token.compound;
        let others = tokens.iter().enumerate().filter(is_other);
        let others = others
            .map(|(_, token)| language.term(&token.word))
            .collect();
        Some((number, others))
    }
}

/// Whether the word at a place is what the most or the least is wanted of: "the most wheels", "the least
/// number of wheels", "whose rent is the highest"; not "the rent of the oldest mill".
fn is_by_superlative(wording: &[String], at: usize) -> bool {
    let is_superlative = |word: &String| listed(MOST, word) || listed(LEAST, word);
    let mut before = wording[..at].iter().rev();
    let mut after = wording[at + 1..].iter();
    let before = before.find(|word| !listed("number amount of", word));
    let after = after.find(|word| !listed("is are was were the", word));
    [before, after].into_iter().flatten().any(is_superlative)
}

/// Whether all rows of a table were found: no other row stands before the first of these, after the last,
/// or in a passage between two of them.
fn is_whole(rows: &[Row<'_>]) -> bool {
    let is_row = |text: &Text, of: &Row<'_>| text.kind == BlockKind::Row && text.names == of.names;
    let goes_on = |row: &Row<'_>, at_end: bool| {
        let (passage, own) = (row.passage, row.ranked.sentence);
        let is_at_edge = if at_end {
            own + 1 == passage.sentences.end
        } else {
            own == passage.sentences.start
        };
        let beyond = passage.edges[usize::from(at_end)].as_ref();
        is_at_edge && beyond.is_some_and(|beyond| is_row(beyond, row))
    };
    let ends = rows.first().zip(rows.last());
    let are_ends = ends.is_some_and(|(first, last)| !goes_on(first, false) && !goes_on(last, true));
    let is_next = |pair: &[Row<'_>]| pair[1].passage.number <= pair[0].passage.number + 1;
    are_ends && rows.windows(2).all(is_next)
}
