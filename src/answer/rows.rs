//! Which row of a table is meant: all its rows have the names of its columns, so that their own cells
//! alone tell them apart.

use super::AnswerType;
use super::query::Query;
use super::ranking::Ranked;
use crate::corpus::BlockKind;
use crate::index::Found;
use crate::index::found::{Passage, Text};
use crate::language::analyser::{self, Token};
use crate::language::english::asking::listed;
use crate::language::numbers::{self, Number};

/// What asks for all rows together, and what the row of their sums is called.
const TOTAL: &str = "total totals sum altogether overall";
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
/// What a column of prices is called.
const PRICES: &str =
    "price prices cost costs fee fees fare fares rate rent eur euro euros usd dollars gbp pounds";

/// Bytes of a label before a value, at most, where nothing but a colon makes one of it.
const LONGEST_LABEL: usize = 40;

/// A row, cell by cell, each with the name of its column.
struct Row<'a> {
    ranked: &'a Ranked,
    reading: &'a str,
    cells: Vec<(&'a str, &'a str)>,
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
    let row = extreme(query, &rows)
        .or_else(|| total(query, &rows))
        .or_else(|| {
            let own = first.stems(first.reading);
            rows.iter().find(|row| row.has_more(&first, &own, query))
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
            reading: &text.reading,
            cells,
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

    /// The number in its cell of a column, and the other words there, such as a unit. A cell of several
    /// numbers, as "9:30" and "3-5", has none that can be compared.
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

    /// What the number in its cell of a column is worth.
    fn value(&self, column: &str) -> f64 {
        let number = self.number(column);
        number.map_or(0.0, |(number, _)| number.value)
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

/// The row with the most or the least of a column, where the question asks for that and the table is
/// whole.
fn extreme<'r, 'a>(query: &Query, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    if !query.known.language().is_english() {
        return None;
    }
    let wording = &query.wording;
    // "At most" and "at least" go with a number.
    let is_bound = |at: usize| at > 0 && wording[at - 1] == "at";
    let asks = |list: &str| {
        let mut places = (0..wording.len()).filter(|&at| !is_bound(at));
        places.any(|at| listed(list, &wording[at]))
    };
    let next = |word: &str| {
        let mut pairs = wording.windows(2);
        pairs.any(|pair| pair[0] == word && pair[1] == "expensive")
    };
    let of_prices = asks(DEAREST) || asks(CHEAPEST) || next("most") || next("least");
    let wants_most = asks(MOST) || asks(DEAREST);
    let wants_least = asks(LEAST) || asks(CHEAPEST);
    if wants_most == wants_least {
        return None;
    }
    let rows: Vec<&Row<'_>> = rows.iter().filter(|row| !row.is_total()).collect();
    let first = rows.first().filter(|_| rows.len() > 1)?;
    let language = first.passage.language;
    let stems: Vec<String> = wording.iter().map(|word| language.term(word)).collect();
    let is_about = |word: &str| {
        let mut about = ABOUT.iter();
        about.any(|(list, columns)| listed(columns, word) && asks(list))
    };
    let is_asked = |word: &str| {
        let stem = language.term(word);
        let mut places = (0..stems.len()).filter(|&at| stems[at] == stem);
        places.any(|at| is_by_superlative(wording, at))
    };
    let named = |is_it: &dyn Fn(&str) -> bool| {
        let has = |column: &&str| {
            let name = column.to_lowercase();
            let mut words = name.split(|c: char| !c.is_alphanumeric());
            words.any(|word| !word.is_empty() && is_it(word))
        };
        let columns = first.cells.iter().skip(1).map(|(name, _)| *name);
        columns.filter(has).collect::<Vec<&str>>()
    };
    let mut columns = if of_prices {
        named(&|word: &str| listed(PRICES, word))
    } else {
        named(&is_asked)
    };
    if columns.is_empty() {
        columns = named(&is_about);
    }
    let by_age = asks(AGES);
    // Kilograms beside grams cannot be compared, nor can a number beside none.
    let has_numbers = |column: &str| {
        let unit = first.number(column).map(|(_, unit)| unit);
        rows.iter().all(|row| {
            row.number(column).is_some_and(|(number, own)| {
                unit.as_ref() == Some(&own) && !(by_age && number.is_rank)
            })
        })
    };
    let mut columns = columns.into_iter().filter(|column| has_numbers(column));
    let column = columns.next().filter(|_| columns.next().is_none())?;
    let is_whole = is_whole(&rows);
    let order = |a: &&&Row<'_>, b: &&&Row<'_>| {
        let order = a.value(column).total_cmp(&b.value(column));
        if wants_most { order.reverse() } else { order }
    };
    rows.iter().filter(|_| is_whole).min_by(order).copied()
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

/// Whether all rows of a table were found: none stands before the first of these, after the last, or
/// in a passage between two of them.
fn is_whole(rows: &[&Row<'_>]) -> bool {
    let is_row = |text: &Option<Text>| matches!(text, Some(text) if text.kind == BlockKind::Row);
    let ends = rows.first().zip(rows.last());
    let are_ends = ends.is_some_and(|(first, last)| {
        !is_row(&first.passage.edges[0]) && !is_row(&last.passage.edges[1])
    });
    let is_next = |pair: &[&Row<'_>]| pair[1].passage.number <= pair[0].passage.number + 1;
    are_ends && rows.windows(2).all(is_next)
}
