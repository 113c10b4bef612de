//! Names: whom and what the question is about.

use std::ops::Range;

use super::evidence::{Evidence, Text, Word};
use super::kinds::{self, Kind};
use super::question::{Name, Question, is_common};
use super::{Doubt, Subject};
use crate::index::Statistics;
use crate::language::{AnswerType, english};

/// How a text stands to a name.
enum Met {
    Yes,
    /// It has a name of the same noun, or a namesake: "Hotel Linde" for "Hotel Eiche".
    Rival(Range<usize>),
    No,
}

/// The names of a question that the quote is not about.
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    let spoken_of = spoken_of(asked.known, evidence);
    let of_another = |name: &Name| of_another(asked, name, spoken_of.as_ref()?);
    let doubt = |name: &Name| of_another(name).or_else(|| doubt(asked, name, evidence));
    asked.names.iter().filter_map(doubt).collect()
}

fn doubt(asked: &Question<'_>, name: &Name, evidence: &Evidence) -> Option<Doubt> {
    let quote = &evidence.quote;
    let in_quote = met(asked, name, quote);
    if matches!(in_quote, Met::Yes) {
        return None;
    }
    let words = asked.text.words_at(name.places.clone());
    let before = name.places.start.checked_sub(1);
    let is_place = before.is_some_and(|place| kinds::is_place_cue(&asked.text.words[place].text));
    let kind = kinds::of(asked.known, &words).or_else(|| is_place.then_some(Kind::Place));
    let others = |text: &Text| of_kind(asked, kind?, &words, text);
    // The nearest text that has it, or another of its kind, tells what the quote speaks of.
    let mut around = evidence.around().map(|text| (text, met(asked, name, text)));
    let nearest = around.find(|(_, met)| !matches!(met, Met::No));
    if let (Met::No, Some((text, Met::Rival(run)))) = (&in_quote, &nearest) {
        return Some(told(asked, name, Some((text, run.clone()))));
    }
    if matches!(nearest, Some((_, Met::Yes))) {
        // The quote may name another in its place all the same, but not where that is the answer.
        let is_wanted = match kind {
            Some(Kind::Person) => asked.wanted == AnswerType::Person,
            Some(Kind::Country | Kind::Place) => asked.wanted == AnswerType::Place,
            None => true,
        };
        let other = others(quote).filter(|_| !is_wanted);
        return other.map(|run| told(asked, name, Some((quote, run))));
    }
    let rival = |text: &Text| match met(asked, name, text) {
        Met::Yes => None,
        Met::Rival(run) => Some(run),
        Met::No => others(text),
    };
    let stated = evidence.all().find_map(|text| Some((text, rival(text)?)));
    // What is said of a country need not name it; a word in small letters may be no name.
    let tells = kind != Some(Kind::Country)
        && asked.text.words[name.places.start].capital
        && name.core.iter().all(|&place| {
            let word = &asked.text.words[place];
            let in_passage = word.meets.iter().any(|&number| evidence.passage[number]);
            !in_passage && !kinds::is_region(&word.text)
        });
    (stated.is_some() || tells).then(|| told(asked, name, stated))
}

/// A quote, the texts around it from the nearest to the one that names what it speaks of, and that name.
type Spoken<'e> = (&'e Text, &'e [Text], Range<usize>);

/// What speaks against a quote that does not name what it speaks of: another than was asked.
fn of_another(
    asked: &Question<'_>,
    name: &Name,
    (quote, before, run): &Spoken<'_>,
) -> Option<Doubt> {
    let is_region = |place: &usize| kinds::is_region(&asked.text.words[*place].text);
    let is_met = |text: &Text| matches!(met(asked, name, text), Met::Yes);
    let is_told = is_met(quote) || before.iter().any(is_met) || name.core.iter().all(is_region);
    let named = before.last().filter(|_| !is_told)?;
    Some(Doubt {
        rules_out: true,
        ..told(asked, name, Some((named, run.clone())))
    })
}

/// What a quote speaks of that does not name it: "Its mayor is Anna Brandt" of whatever the sentence
/// before it opens with, and "The market is on Sundays" of what its paragraph does.
fn spoken_of<'e>(known: &Statistics, evidence: &'e Evidence) -> Option<Spoken<'e>> {
    let opens_with = |text: &Text, is: fn(&str) -> bool| {
        let first = text.words.first();
        first.is_some_and(|word| is(&word.text))
    };
    let opens_with_pronoun = |text: &Text| opens_with(text, english::is_pronoun);
    // The first word of a sentence has a capital in any case.
    let tells = |text: &Text, run: &Range<usize>| {
        let words = text.words_at(run.clone());
        known.name_at_start(&words).is_some() && words.iter().any(|word| !is_common(known, word))
    };
    let subject = |text: &Text| {
        let mut names = text.names.iter();
        let first = names.find(|run| run.start <= 1 && tells(text, run));
        first.cloned()
    };
    let before = &evidence.before;
    let end = if opens_with_pronoun(&evidence.quote) {
        before.iter().position(|text| !opens_with_pronoun(text))?
    } else {
        let is_definite = opens_with(&evidence.quote, |word| word == "the");
        let opening = evidence.in_paragraph.checked_sub(1)?;
        let is_other = |text: &Text| subject(text).is_some();
        let is_alone = !before[..opening].iter().any(is_other) && !is_other(&evidence.quote);
        Some(opening).filter(|_| is_definite && is_alone)?
    };
    let run = subject(before.get(end)?)?;
    Some((&evidence.quote, &before[..=end], run))
}

fn told(asked: &Question<'_>, name: &Name, stated: Option<(&Text, Range<usize>)>) -> Doubt {
    let stated = stated.map(|(text, run)| text.written(run));
    let asked = asked.text.written(name.places.clone());
    Doubt::new(Subject::Name, asked, stated)
}

/// A name of a kind in a text that the question does not have.
fn of_kind(asked: &Question<'_>, kind: Kind, name: &[&str], text: &Text) -> Option<Range<usize>> {
    let mut found = kinds::in_text(asked.known, kind, text).into_iter();
    let is_asked = |run: &Range<usize>| {
        kinds::is_same_country(name, &text.words_at(run.clone()))
            || text.words[run.clone()].iter().any(|word| asked.has(word))
    };
    let takes_place = |run: &Range<usize>| kind != Kind::Country || takes_place(text, run);
    found.find(|run| !is_asked(run) && takes_place(run))
}

/// Whether a country, where it stands before what is its own, stands before
/// something that the question asks about: not in "the Peruvian coast".
fn takes_place(text: &Text, run: &Range<usize>) -> bool {
    let last = &text.words[run.end - 1];
    let is_own = text.is_possessive(run.end - 1) || last.is_adjective;
    let own = (run.end..text.words.len())
        .take_while(|&place| text.gap(place).trim().is_empty())
        .take_while(|&place| !english::is_stop_word(&text.words[place].text));
    let mut own = own.peekable();
    !is_own || own.peek().is_none() || own.any(|place| !text.words[place].meets.is_empty())
}

/// How a text stands to a name.
fn met(asked: &Question<'_>, name: &Name, text: &Text) -> Met {
    let meets = |place: usize, word: &Word| asked.text.words[place].is(word);
    let has = |place: usize| text.words.iter().any(|word| meets(place, word));
    if name.core.iter().all(|&place| has(place)) {
        return Met::Yes;
    }
    let mut rival = None;
    for (at, word) in text.words.iter().enumerate() {
        let Some(place) = name.places.clone().find(|&place| meets(place, word)) else {
            continue;
        };
        let run = text.names.iter().find(|run| run.contains(&at));
        let is_other = |run: &Range<usize>| {
            run.clone().any(|at| {
                let word = &text.words[at];
                !name.places.clone().any(|place| meets(place, word))
                    && !is_common(asked.known, &word.text)
            })
        };
        match run.filter(|run| is_other(run)) {
            Some(run) => rival = rival.or(Some(run.clone())),
            // In small letters it is what many are called.
            None if word.capital && name.core.contains(&place) => return Met::Yes,
            None => {}
        }
    }
    rival.map_or(Met::No, Met::Rival)
}
