//! How much, how long, how many.

use std::ops::Range;

use super::happening::Main;
use super::{Draft, Kind};
use crate::chat::examples::clause::{Clause, is_article};
use crate::chat::examples::words::{AFTER_NOUN, CLAUSES, MEASURES, MORE_OR_LESS, is_one_of};
use crate::language::english;
use crate::language::word::is_year;

/// "The Long Quay is 900 metres long", "the Long Quay cost 24 million euros".
pub(super) fn measure(main: &Main<'_>) -> Option<Draft> {
    let verb = main.word(main.verb);
    let number = |at: usize| english::is_number(main.word(at)) && !is_year(main.word(at));
    let at = after_more_or_less(main.clause, main.verb + 1);
    if matches!(verb, "cost" | "costs") && (number(at) || number(at + 1)) {
        let auxiliary = if verb == "cost" { "did" } else { "does" };
        return Some(main.draft(
            Kind::Amount,
            format!("How much {auxiliary} {} cost?", main.inside),
        ));
    }
    if !matches!(verb, "is" | "was") || !number(at) {
        return None;
    }
    let measure = (at..main.end(at))
        .map(|at| main.word(at))
        .find(|word| is_one_of(MEASURES, word))?;
    Some(main.draft(
        Kind::Amount,
        format!("How {measure} {verb} {}?", main.inside),
    ))
}

/// "The night ferry Meridian has 40 cabins."
pub(super) fn number(main: &Main<'_>) -> Option<Draft> {
    let clause = main.clause;
    let auxiliary = match main.word(main.verb) {
        "has" | "contains" => "does",
        "have" => "do",
        "had" => "did",
        _ => return None,
    };
    let at = after_more_or_less(main.clause, main.verb + 1);
    let noun = counted(clause, at)?;
    let after = noun.end;
    let whole = clause.ends_before(after) || is_one_of(AFTER_NOUN, main.word(after));
    let noun = clause.written(&noun);
    whole.then(|| {
        main.draft(
            Kind::Amount,
            format!("How many {noun} {auxiliary} {} have?", main.inside),
        )
    })
}

/// "More than 160 harbours have joined the World Ferry Union."
pub(super) fn counted_subject(clause: &Clause<'_>) -> Option<Draft> {
    let at = after_more_or_less(clause, clause.start());
    let noun = counted(clause, at)?;
    let end = (noun.end + 1..clause.len())
        .find(|&at| {
            clause.ends_before(at)
                || clause.time_at(at).is_some()
                || is_one_of(CLAUSES, clause.word(at))
        })
        .unwrap_or(clause.len());
    let told = noun.end..end;
    let verb = clause.word(told.start);
    let verbal = matches!(verb, "have" | "are" | "were" | "live" | "work") || verb.ends_with("ed");
    let object =
        (told.start..end).find(|&at| clause.is_capital(at) || is_article(clause.word(at)))?..end;
    let vague =
        |at: usize| english::is_pronoun(clause.word(at)) || english::is_number(clause.word(at));
    let fits = verbal
        && clause.is_whole(&told)
        && clause.is_named(&object)
        && !told.clone().any(vague)
        && clause.is_phrase(&object);
    fits.then(|| Draft {
        kind: Kind::Amount,
        question: format!(
            "How many {} {}?",
            clause.written(&noun),
            clause.written(&told)
        ),
        about: clause.written(&object).to_owned(),
    })
}

/// The noun that a number at `at` counts, in the plural.
fn counted(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let number = |at: &usize| english::is_number(clause.word(*at));
    let start = (at..clause.len())
        .find(|at| !number(at))
        .filter(|&start| start > at)?;
    let single = matches!(clause.word(at), "one" | "half" | "third" | "1" | "quarter");
    if single || start == at + 1 && is_year(clause.word(at)) {
        return None;
    }
    let plural = |at: usize| {
        let word = clause.word(at);
        word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "children" | "men" | "women")
    };
    let unit = |word: &str| matches!(word, "percent" | "dollars" | "euros" | "pounds" | "years");
    let lower = |at: usize| !clause.is_capital(at) && !clause.is_stop_word(at);
    let end = (start..start + 2).find(|&at| plural(at))? + 1;
    let noun = start..end;
    let whole =
        noun.clone().all(lower) && clause.is_whole(&(at..end)) && !unit(clause.word(end - 1));
    whole.then_some(noun)
}

/// The first place from `at` on without "more than", "nearly" and the like.
fn after_more_or_less(clause: &Clause<'_>, at: usize) -> usize {
    let loose = |at: &usize| !is_one_of(MORE_OR_LESS, clause.word(*at));
    (at..clause.len()).find(loose).unwrap_or(at)
}
