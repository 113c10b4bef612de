//! Figures that the question gives: with a unit, or as the number of one of
//! several things, as in "section 4.2" and "Tarn 300".

use std::ops::Range;

use super::evidence::{Evidence, Text, Word};
use super::question::Question;
use super::{Doubt, Subject};
use crate::language::numbers::{Number, is_same};
use crate::language::{Language, english};

/// What is next to a figure.
#[derive(Clone, Copy, PartialEq)]
enum Beside<'a> {
    /// The unit that it is measured in stands after it.
    Unit(&'a str),
    /// The kind of thing that it numbers stands before it.
    Label(&'a str),
}

/// The figures of a question that the quote is not about.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let numbers = asked.text.numbers.iter();
    let doubt = |(places, number): &(Range<usize>, Number)| doubt(asked, places, number, evidence);
    numbers.filter_map(doubt).collect()
}

fn doubt(
    asked: &Question<'_>,
    places: &Range<usize>,
    number: &Number,
    evidence: &Evidence,
) -> Option<Doubt> {
    let (language, asked) = (asked.known.language(), &asked.text);
    let quote = &evidence.quote;
    let told = |places: Range<usize>, stated: &str| {
        Doubt::new(Subject::Number, asked.written(places), Some(stated))
    };
    if let Some([cell, other]) = other_cell(asked, places, number, quote) {
        return Some(told(cell, quote.written(other)));
    }
    let beside = beside_asked(asked, places, number, language)?;
    if let Some((at, stated)) = row_number(beside, evidence) {
        let doubt = told(with(beside, places), quote.written(at.clone()));
        return (!is_same(stated.value, number.value)).then_some(doubt);
    }
    let has = |text: &Text| {
        let mut numbers = text.numbers.iter();
        numbers.any(|(at, other)| is_same(other.value, number.value) && !is_day(text, at, language))
    };
    if evidence.all().any(has) || is_inside(number, quote) {
        return None;
    }
    let stated = evidence.all().find_map(|text| rival(text, beside))?;
    Some(told(with(beside, places), stated))
}

/// A figure of the question with the name of a column ("floor 3", "3 beds"), and the cell of a row
/// under that ("Floor: 2") where it has another figure, whatever the other cells have.
fn other_cell(
    asked: &Text,
    places: &Range<usize>,
    number: &Number,
    row: &Text,
) -> Option<[Range<usize>; 2]> {
    let label = |place: usize| {
        let word = asked.words.get(place)?;
        let named = |place: usize| row.words[place].stem == word.stem && row.gap(place + 1) == ": ";
        (0..row.words.len()).find(|&place| named(place))
    };
    let before = places.start.checked_sub(1);
    let with_label = before.and_then(|before| Some((before..places.end, label(before)?)));
    let (asked, column) = with_label
        .or_else(|| Some((places.start..places.end + 1, label(places.end)?)))
        .filter(|_| !number.is_rank)?;
    let mut numbers = row.numbers.iter();
    let (at, other) = numbers.find(|(at, _)| at.start == column + 1)?;
    let is_met = is_same(other.value, number.value) || is_inside(number, row);
    (!is_met).then_some([asked, column..at.end])
}

/// The number that a quote opens with, where its heading tells what it numbers: "Exit status".
fn row_number<'e>(
    beside: Beside<'_>,
    evidence: &'e Evidence,
) -> Option<&'e (Range<usize>, Number)> {
    let Beside::Label(label) = beside else {
        return None;
    };
    let Evidence { quote, heading, .. } = evidence;
    let own = quote.numbers.first().filter(|(at, _)| at.start == 0)?;
    let next = quote.words.get(own.0.end)?;
    let is_named = heading.words.iter().any(|word| word.stem == label);
    (is_named && !english::is_unit(&next.text)).then_some(own)
}

/// The words of a figure with what is beside it.
fn with(beside: Beside<'_>, places: &Range<usize>) -> Range<usize> {
    match beside {
        Beside::Unit(_) => places.start..places.end + 1,
        Beside::Label(_) => places.start.saturating_sub(1)..places.end,
    }
}

/// The first figure of a text with the same beside it.
fn rival<'t>(text: &'t Text, beside: Beside<'_>) -> Option<&'t str> {
    let is_rival = |places: &Range<usize>, number: &Number| match beside {
        Beside::Unit(unit) => {
            let next = joined(text, places);
            !number.is_rank && next.is_some_and(|next| next.stem == unit)
        }
        Beside::Label(label) => label_of(text, places).is_some_and(|word| word.stem == label),
    };
    let mut numbers = text.numbers.iter();
    let (places, _) = numbers.find(|(places, number)| is_rival(places, number))?;
    Some(text.written(with(beside, places)))
}

/// Whether a text has two numbers with no more than a word between them, beside a unit, and this one lies
/// between: "from 70 to 76 cm", "70-76 cm", "70 cm to 76 cm"; not "5 hours 20 minutes".
fn is_inside(number: &Number, text: &Text) -> bool {
    text.numbers.windows(2).any(|pair| {
        let [(first, least), (second, most)] = pair else {
            return false;
        };
        let words = text.words_at(first.end..second.start);
        let parted = words.split_first();
        let parted = parted.filter(|(unit, rest)| english::is_unit(unit) && !rest.is_empty());
        let link = parted.map_or(&words[..], |(_, rest)| rest);
        let links = match link {
            [] => true,
            [word] => *word != "of" && !english::is_unit(word),
            _ => false,
        };
        let mut gaps = (first.end..=second.start).map(|at| text.gap(at));
        let is_range = links && !gaps.any(|gap| gap.contains([',', ';', ':']));
        is_range && least.value < number.value && number.value < most.value
    })
}

/// What is beside a figure of the question, if that tells what it is.
fn beside_asked<'a>(
    asked: &'a Text,
    places: &Range<usize>,
    number: &Number,
    language: Language,
) -> Option<Beside<'a>> {
    let next = joined(asked, places);
    if let Some(unit) = next.filter(|next| english::is_unit(&next.text)) {
        return (!number.is_rank).then_some(Beside::Unit(&unit.stem));
    }
    let before = &asked.words[places.start.checked_sub(1)?];
    let is_written = asked.reading[asked.words[places.start].span.range()]
        .starts_with(|c: char| c.is_ascii_digit());
    let counts = next.is_some_and(|next| may_be_counted(&next.text)) && !before.capital;
    let is_label = is_written
        && !counts
        && !number.is_rank
        && asked.gap(places.start) == " "
        && !language.is_stop_word(&before.text)
        && !language.is_month_or_day(&before.text);
    is_label.then_some(Beside::Label(&before.stem))
}

/// Whether a number may count what follows it, which is plural: not "run" of "does tram 4 run".
fn may_be_counted(word: &str) -> bool {
    word.ends_with('s') || matches!(word, "people" | "men" | "women" | "children")
}

/// Whether a number is the day of a month, and no number of anything else: "3 March".
fn is_day(text: &Text, places: &Range<usize>, language: Language) -> bool {
    let next = text.words.get(places.end);
    next.is_some_and(|next| language.is_month_or_day(&next.text))
}

/// The word after a number, where what stands between them keeps them together.
fn joined<'t>(text: &'t Text, places: &Range<usize>) -> Option<&'t Word> {
    let is_joined = matches!(text.gap(places.end), "" | " " | "-" | "\u{a0}" | "\u{202f}");
    text.words.get(places.end).filter(|_| is_joined)
}

/// The word before a number, with nothing but a space between them.
fn label_of<'t>(text: &'t Text, places: &Range<usize>) -> Option<&'t Word> {
    let before = places.start.checked_sub(1)?;
    text.words
        .get(before)
        .filter(|_| text.gap(places.start) == " ")
}

/// What was to be counted, where the quote has it only with a number as its name: "How many branches
/// are open?" is not answered by "Branch 250".
pub(super) fn counted(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    count(&asked.text, &evidence.quote).into_iter().collect()
}

fn count(asked: &Text, quote: &Text) -> Option<Doubt> {
    let word = |at: usize| asked.words[at].text.as_str();
    let mut nouns = 2..asked.words.len();
    let noun = nouns.find(|&at| word(at - 2) == "how" && word(at - 1) == "many")?;
    let is_name = |(places, number): &&(Range<usize>, Number)| {
        let label = label_of(quote, places).filter(|_| !number.is_rank);
        label.is_some_and(|label| label.stem == asked.words[noun].stem)
    };
    let (name, _) = quote.numbers.iter().find(is_name)?;
    // Any other number may count them.
    let is_other =
        |number: &(Range<usize>, Number)| !is_name(&number) && !is_time(quote, &number.0);
    if quote.numbers.iter().any(is_other) {
        return None;
    }
    let asked = format!("how many {}", asked.written(noun..noun + 1));
    let stated = quote.written(name.start - 1..name.end);
    Some(Doubt::new(Subject::Number, &asked, Some(stated)))
}

/// Whether a number says when: "from 9", "in 1990".
fn is_time(quote: &Text, places: &Range<usize>) -> bool {
    let before = places.start.checked_sub(1);
    let before = before.map(|at| quote.words[at].text.as_str());
    quote.words[places.start].is_year || matches!(before, Some("from" | "to" | "until" | "at"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::doubted;

    #[test]
    fn the_number_that_a_row_opens_with_is_that_of_its_heading() {
        let lamp = "Harbour lamp\n\nLAMP STATUS\n    0    The lamp burns.\n\n    \
                    3    The lamp has no oil.\n\n    4    The lamp burns low.\n";
        doubted(
            lamp,
            &[
                "Does the lamp burn low at status 3? 4, not status 3",
                "Does the lamp burn low at status 4?",
            ],
        );
    }

    #[test]
    fn a_number_before_a_verb_tells_which_one_and_a_day_does_not() {
        doubted(
            "Trams\n\nTram 1 runs every ten minutes.\n",
            &[
                "How often does tram 4 run? Tram 1, not tram 4",
                "How often does tram 1 run?",
            ],
        );
        doubted(
            "Charts\n\nEdition 2, of 5 June, shows the shoals.\n",
            &["Does edition 5 show the shoals? Edition 2, not edition 5"],
        );
    }

    #[test]
    fn a_number_between_two_is_met_by_both() {
        doubted(
            "Sizes\n\nFor legs of 70 to 76 cm take a small frame.\n",
            &[
                "Which frame for legs of 74 cm?",
                "Which frame for legs of 79 cm? 76 cm, not 79 cm",
            ],
        );
        doubted(
            "Sizes\n\nFor legs of 70 cm to 76 cm take a small frame.\n",
            &["Which frame for legs of 74 cm?"],
        );
    }

    #[test]
    fn a_small_word_of_another_language_tells_not_which_one() {
        doubted(
            "Die Fähren\n\nDie Heron nimmt zwölf Wagen und fährt mit 3 Mann nach Lorne.\n",
            &["Welche Fähre fährt mit 12 Wagen nach Lorne?"],
        );
    }

    #[test]
    fn the_number_of_one_is_not_how_many_there_are() {
        doubted(
            "The sheds\n\nShed 12 on the quay stands open from 9 to 5.\n",
            &["How many sheds stand on the quay? Shed 12, not how many sheds"],
        );
        for text in [
            "The sheds\n\nShed 12 on the quay stands among seven others.\n",
            "The sheds\n\nOn the quay stand 12 sheds.\n",
            "The sheds\n\nThe sheds on the quay stand empty.\n",
        ] {
            doubted(text, &["How many sheds stand on the quay?"]);
        }
    }
}
