//! "How many branches are open?" is not answered by the number that one of them goes by.

use std::ops::Range;

use super::evidence::{Evidence, Text};
use super::question::Question;
use super::{Doubt, Subject};
use crate::language::numbers::Number;

/// What was to be counted, where the quote has it only with a number as its name: "Branch 250".
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    doubt(&asked.text, &evidence.quote).into_iter().collect()
}

fn doubt(asked: &Text, quote: &Text) -> Option<Doubt> {
    let word = |at: usize| asked.words[at].text.as_str();
    let mut nouns = 2..asked.words.len();
    let noun = nouns.find(|&at| word(at - 2) == "how" && word(at - 1) == "many")?;
    let is_name = |(places, number): &&(Range<usize>, Number)| {
        let before = places.start.checked_sub(1).map(|at| &quote.words[at]);
        let of_noun = before.is_some_and(|before| before.stem == asked.words[noun].stem);
        of_noun && !number.is_rank && quote.gap(places.start) == " "
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
