//! What the question says stands in a cell of the row that it is about, where the row has something
//! else there: "flat 3" of a row with "Flat: 2", "in May" of the row of April.

use super::evidence::{Evidence, Text, Word};
use super::measures::Measure;
use super::question::Question;
use super::{Doubt, Subject};
use crate::answer::rows;
use crate::corpus::date::month;
use crate::language::english::asking::listed;
use crate::language::numbers::{self, Number, is_same};
use crate::language::{Language, analyser};

/// What stands before a number or a day that only bounds what is asked for: "less than 45 euros".
const BOUNDS: &str = "than under below over above up least most about around between within before after \
    until till by since from";
/// How many words before the number or the day are looked at for one of these.
const NEAR: usize = 3;

/// Times that something is hired or paid for, each by its names.
const PERIODS: [&str; 7] = [
    "hour hours hourly",
    "day days daily",
    "night nights nightly",
    "week weeks weekly",
    "weekend weekends",
    "month months monthly",
    "year years yearly annual annually season seasons",
];
/// What stands before one of these that something is wanted for: "for a month", "by the hour". "In what
/// month" and "last month" ask or tell when.
const FOR: &str = "a an per each every for by";

/// A day of the week, or the month of a day.
#[derive(PartialEq)]
enum Day {
    Month(u8),
    Week(String),
}

/// What the row that is quoted has in the place of what is asked about.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    if !evidence.is_row {
        return Vec::new();
    }
    // In a headline, capitals tell nothing.
    let is_headline = asked.text.words.iter().all(|word| word.capital);
    let places = (1..asked.text.words.len()).filter(|_| !is_headline);
    places
        .filter_map(|place| value(asked, place, evidence))
        .chain(measured(asked, evidence))
        .chain(day(asked, evidence))
        .chain(period(asked, evidence))
        .collect()
}

/// The time that something is wanted for, where the row has columns for others alone: "for a month" of
/// "Per day" and "Per week".
fn period(asked: &Question<'_>, evidence: &Evidence) -> Option<Doubt> {
    let of = |word: &str, language: Language| {
        let word = language.glossed(word.to_lowercase().into());
        PERIODS.iter().position(|names| listed(names, &word))
    };
    let language = asked.known.language();
    let words = asked.text.words.iter().enumerate();
    let mut named = words.filter_map(|(at, word)| Some((at, of(&word.text, language)?)));
    let (place, wanted) = named.next().filter(|(at, _)| is_wanted_for(asked, *at))?;
    let in_name = |(name, _): (&str, &str)| {
        let words = name.split(|c: char| !c.is_alphanumeric());
        let mut words = words.filter(|word| !word.is_empty());
        words.find_map(|word| of(word, evidence.language))
    };
    let columns: Vec<usize> = rows::cells(&evidence.quote.reading)
        .filter_map(in_name)
        .collect();
    let is_said = |text: &Text| {
        let mut words = text.words.iter();
        words.any(|word| of(&word.text, evidence.language) == Some(wanted))
    };
    let is_other = columns.len() > 1 && named.all(|(_, other)| other == wanted);
    let told = || Doubt {
        rules_out: true,
        ..Doubt::new(Subject::Number, asked.text.written(place..place + 1), None)
    };
    (is_other && !evidence.all().any(is_said)).then(told)
}

/// Whether something is wanted for the time at a place of the question: "for two months", "the monthly
/// fee".
fn is_wanted_for(asked: &Question<'_>, place: usize) -> bool {
    let language = asked.known.language();
    let english = |at: usize| language.glossed(asked.text.words[at].text.as_str().into());
    let own = english(place);
    let mut before = (0..place).rev().map(english);
    // An article has no gloss.
    let before = before.find(|word| !word.is_empty() && !listed("the", word));
    let mut numbers = asked.text.numbers.iter();
    own.ends_with("ly")
        || listed("annual", &own)
        || numbers.any(|(number, _)| number.end == place)
        || before.is_some_and(|word| listed(FOR, &word))
}

/// A name or letter of the question right after that of a column ("staircase D"), and the cell of the
/// row under that ("Staircase: C") where it does not have it. A name may stand elsewhere: "phone Miller".
fn value(asked: &Question<'_>, place: usize, evidence: &Evidence) -> Option<Doubt> {
    let (text, row) = (&asked.text, &evidence.quote);
    let (label, value) = (&text.words[place - 1], &text.words[place]);
    let is_value = value.capital && text.gap(place) == " ";
    let is_label = |at: &usize| row.words[*at].stem == label.stem && row.gap(at + 1) == ": ";
    let column = (0..row.words.len()).filter(|_| is_value).find(is_label)?;
    let inside = |at: &usize| !row.gap(*at).starts_with(';');
    let others = (column + 2..row.words.len()).take_while(inside).count();
    let cell = column + 1..column + 2 + others;
    let words = row.words.get(cell.clone())?;
    let is_letter = |word: &Word| word.text.chars().count() == 1;
    let letters = words.iter().filter(|word| is_letter(word)).count();
    let is_in = |words: &[Word]| words.iter().any(|word| value.is(word));
    let is_met = if is_letter(value) {
        // "A to F" may have any of them.
        is_in(words) || letters > 1
    } else {
        evidence.all().any(|text| is_in(&text.words))
    };
    let stated = row.written(column..cell.end);
    let told = || Doubt {
        rules_out: true,
        ..Doubt::new(
            Subject::Name,
            text.written(place - 1..place + 1),
            Some(stated),
        )
    };
    (!is_met).then(told)
}

/// A number of the question with a unit ("45 euros"), where the row has columns of that ("Price (EUR)")
/// and other numbers there, wherever else it has the same.
fn measured(asked: &Question<'_>, evidence: &Evidence) -> Option<Doubt> {
    let numbers = |cell: &str| {
        let tokens = analyser::analyse_in(cell, evidence.language);
        numbers::all(cell, &tokens)
    };
    let mut wanted = asked.text.numbers.iter();
    wanted.find_map(|(places, number)| {
        let unit = asked.text.words.get(places.end)?;
        let unit = asked.known.language().glossed(unit.text.as_str().into());
        let measure = Measure::of_unit(&unit)?;
        let own = rows::cells(&evidence.quote.reading);
        let own = own.filter(|(name, _)| measure.is_in(name, evidence.language));
        let own = own.map(|(name, cell)| (name, cell, numbers(cell)));
        let own: Vec<_> = own.filter(|(_, _, all)| !all.is_empty()).collect();
        let (name, cell, _) = own.first()?;
        let has = own.iter().any(|(_, _, all)| is_among(number, all));
        let asks_for_it = !has && !is_bounded(asked, places.start);
        let asked = asked.text.written(places.start..places.end + 1);
        let stated = format!("{name}: {cell}");
        asks_for_it.then(|| Doubt::new(Subject::Number, asked, Some(&stated)))
    })
}

/// Whether a number is one of these, or lies between two: "40-50".
fn is_among(number: &Number, all: &[Number]) -> bool {
    let is_less = |other: &Number| other.value < number.value;
    let is_more = |other: &Number| other.value > number.value;
    let has = all.iter().any(|other| is_same(other.value, number.value));
    has || all.iter().any(is_less) && all.iter().any(is_more)
}

/// Whether what stands at a place of the question only bounds what is asked for.
fn is_bounded(asked: &Question<'_>, place: usize) -> bool {
    let language = asked.known.language();
    let words = asked.text.words.iter();
    let before = words.take(place).skip(place.saturating_sub(NEAR));
    let mut before = before.map(|word| language.glossed(word.text.as_str().into()));
    before.any(|word| listed(BOUNDS, &word))
}

/// The month or the day of the week that is asked about, where the row is of another alone.
fn day(asked: &Question<'_>, evidence: &Evidence) -> Option<Doubt> {
    let (language, row) = (evidence.language, &evidence.quote);
    let wanted = days(&asked.text, asked.known.language());
    let own = days(row, language);
    [true, false].into_iter().find_map(|is_month| {
        let (place, day) = only(&wanted, is_month).filter(|(at, _)| !is_bounded(asked, *at))?;
        let (at, _) = only(&own, is_month)?;
        let has = |text: &Text| days(text, language).iter().any(|(_, other)| other == day);
        let told = || Doubt {
            rules_out: true,
            ..Doubt::new(
                Subject::Date,
                asked.text.written(*place..place + 1),
                Some(row.written(*at..at + 1)),
            )
        };
        (!evidence.all().any(has)).then(told)
    })
}

/// The first of the months, or of the days of the week, where all of these are the same. "Monday to
/// Friday" has the days between, too.
fn only(days: &[(usize, Day)], is_month: bool) -> Option<&(usize, Day)> {
    let is_like = |(_, day): &&(usize, Day)| matches!(day, Day::Month(_)) == is_month;
    let mut like = days.iter().filter(is_like);
    let first = like.next()?;
    like.all(|(_, day)| *day == first.1).then_some(first)
}

/// The months and the days of the week in a text, by the places of their words.
fn days(text: &Text, language: Language) -> Vec<(usize, Day)> {
    let places = 0..text.words.len();
    places
        .filter_map(|at| Some((at, day_at(text, at, language)?)))
        .collect()
}

fn day_at(text: &Text, at: usize, language: Language) -> Option<Day> {
    let Word {
        text: word,
        capital,
        ..
    } = &text.words[at];
    if !language.is_month_or_day(word) {
        return None;
    }
    // These are verbs, too: "May I sail in May?"
    let is_label = text.gap(at + 1).starts_with(':');
    let follows_in = at > 0 && text.words[at - 1].text == "in";
    let is_named = follows_in || *capital && (at > 0 || is_label);
    if matches!(word.as_str(), "may" | "march") && !is_named {
        return None;
    }
    let name = language.glossed(word.as_str().into()).to_lowercase();
    let of_week = || {
        let name = name.trim_end_matches('s');
        name.ends_with("day").then(|| Day::Week(name.to_owned()))
    };
    month(&name).map(Day::Month).or_else(of_week)
}

#[cfg(test)]
mod tests {
    use super::super::tests::doubted_of;
    use crate::corpus::Format;

    #[test]
    fn a_row_with_another_value_under_the_column_is_ruled_out() {
        let plan = "# Plan\n\n| Stair | Washing |\n|---|---|\n| A | Monday |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", plan)],
            &[
                "When is the washing of stair D? Stair: A, not stair D",
                "When is the washing of stair A?",
                "When is Washing on the stair?",
            ],
        );
    }

    #[test]
    fn a_time_counts_under_a_column_of_its_own() {
        let boats = "# What boats cost\n\n| Boat | Per day | Weekend | Per week |\n|---|---|---|---|\n| Tern | €9 | €16 | €50 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", boats)],
            &[
                "What does the Tern cost for a month? nothing, not month",
                "What does the Tern cost for a week?",
                "What does the Tern cost by the week?",
                "What does the Tern cost from day to month?",
                "What does the Tern cost by the hour? nothing, not hour",
                // When, and not for how long.
                "What did the Tern cost last month?",
                "In what month does the Tern cost €9?",
            ],
        );
    }

    #[test]
    fn a_number_counts_under_the_column_of_its_unit() {
        let stock = "| Name | Stock | Price (EUR) |\n|---|---|---|\n| Rake | 24 | 45.00 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", stock)],
            &["Which costs 45 euros?"],
        );
        let stock = "| Name | Stock | Price (EUR) |\n|---|---|---|\n| Hose | 45 | 24.90 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", stock)],
            &[
                "Which costs 45 euros? Price (EUR): 24.90, not 45 euros",
                "Which hose costs less than 30 euros?",
            ],
        );
    }

    #[test]
    fn a_row_of_another_month_is_ruled_out_and_one_of_a_span_is_not() {
        let yield_ = "# Sun\n\n| Month | Yield (kWh) |\n|---|---|\n| May | 612 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", yield_)],
            &[
                "What was the yield in September? May, not September",
                "What was the yield in May?",
                "May I see the yield?",
                "What was the yield before September?",
            ],
        );
        let hours = "# Hours\n\n| Day | Open |\n|---|---|\n| Monday to Friday | 9 to 5 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", hours)],
            &[
                "When is it open on Wednesday?",
                "When is it open in June on Monday?",
            ],
        );
        let yield_ = "# Sun\n\n| Month | Yield (kWh) |\n|---|---|\n| Jan | 54 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", yield_)],
            &["What was the yield in January?"],
        );
    }
}
