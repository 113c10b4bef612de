//! What the question says stands in a cell of the row that it is about, where the row has something
//! else there: "flat 3" of a row with "Flat: 2", "in May" of the row of April.

use super::evidence::{Evidence, Text};
use super::measures::Measure;
use super::question::Question;
use super::{Doubt, Subject};
use crate::language::analyser;
use crate::language::numbers::{self, is_same};

/// What the row that is quoted has in the place of what is asked about.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let row = &evidence.quote;
    if !evidence.is_row {
        return Vec::new();
    }
    let values = (1..asked.text.words.len()).filter_map(|place| value(asked, place, row));
    values
        .chain(measured(asked, evidence))
        .chain(day(asked, evidence))
        .collect()
}

/// A name or letter of the question right after that of a column ("staircase D"), and the cell of the
/// row under that ("Staircase: C") where it does not have it.
fn value(asked: &Question<'_>, place: usize, row: &Text) -> Option<Doubt> {
    let text = &asked.text;
    let (label, value) = (&text.words[place - 1], &text.words[place]);
    let is_value = value.capital && text.gap(place) == " ";
    let is_label = |at: &usize| row.words[*at].stem == label.stem && row.gap(at + 1) == ": ";
    let column = (0..row.words.len()).filter(|_| is_value).find(is_label)?;
    let inside = |at: &usize| !row.gap(*at).starts_with(';');
    let end = (column + 2..row.words.len()).take_while(inside).last();
    let cell = column + 1..end.map_or(column + 2, |last| last + 1);
    let words = row.words.get(cell.clone())?;
    let has = words.iter().any(|word| word.stem == value.stem);
    let stated = row.written(column..cell.end);
    let told = || Doubt {
        rules_out: true,
        ..Doubt::new(
            Subject::Name,
            text.written(place - 1..place + 1),
            Some(stated),
        )
    };
    (!has).then(told)
}

/// A number of the question with a unit ("45 euros"), where the row has a column of that ("Price (EUR)")
/// and another number there, wherever else it has the same.
fn measured(asked: &Question<'_>, evidence: &Evidence) -> Option<Doubt> {
    let row = evidence.quote.reading.split("; ");
    let cells = row.filter_map(|cell| cell.split_once(": "));
    let numbers = |cell: &str| {
        let tokens = analyser::analyse_in(cell, evidence.language);
        numbers::all(cell, &tokens)
    };
    asked.text.numbers.iter().find_map(|(places, number)| {
        let unit = asked.text.words.get(places.end)?;
        let unit = asked.known.language().glossed(unit.text.as_str().into());
        let measure = Measure::of_unit(&unit)?;
        let mut own = cells.clone();
        let (name, cell) = own.find(|(name, _)| measure.is_in(name, evidence.language))?;
        let others = numbers(cell);
        let has = others
            .iter()
            .any(|other| is_same(other.value, number.value));
        let asked = asked.text.written(places.start..places.end + 1);
        let stated = format!("{name}: {cell}");
        (!others.is_empty() && !has).then(|| Doubt::new(Subject::Number, asked, Some(&stated)))
    })
}

/// The month or the day of the week that is asked about, where the row is of another alone.
fn day(asked: &Question<'_>, evidence: &Evidence) -> Option<Doubt> {
    let (language, row) = (evidence.language, &evidence.quote);
    let is_day = |text: &Text, at: usize| language.is_month_or_day(&text.words[at].text);
    let days = |text: &Text| -> Vec<usize> {
        let places = 0..text.words.len();
        places.filter(|at| is_day(text, *at)).collect()
    };
    let named = |at: &usize, text: &Text| {
        let mut others = text.words.iter();
        others.any(|other| other.stem == asked.text.words[*at].stem)
    };
    let wanted = days(&asked.text);
    let lacks = |at: &usize| !evidence.all().any(|text| named(at, text));
    let lacked = wanted.iter().copied().find(lacks)?;
    let own = days(row);
    // "Monday to Friday" has the days between them.
    let is_range = own.windows(2).any(|pair| pair[1] - pair[0] <= 2);
    let first = own.first().filter(|_| !is_range)?;
    let stated = row.written(*first..first + 1);
    Some(Doubt {
        rules_out: true,
        ..Doubt::new(
            Subject::Date,
            asked.text.written(lacked..lacked + 1),
            Some(stated),
        )
    })
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
            &["Which costs 45 euros? Price (EUR): 24.90, not 45 euros"],
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
            ],
        );
        let hours = "# Hours\n\n| Day | Open |\n|---|---|\n| Monday to Friday | 9 to 5 |\n";
        doubted_of(
            Format::Markdown,
            &[("a.md", hours)],
            &["When is it open on Wednesday?"],
        );
    }
}
