//! The names of a sentence: who holds the role asked for, or did it, and whether two are one.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sentence::{Sentence, Word};
use crate::answer::Search;
use crate::answer::query::Query;
use crate::corpus::Span;
use crate::language::analyser;
use crate::language::english::asking::listed;
use crate::language::word::WordClass;

/// Last words of names as alike as this are two spellings of one (normalised Levenshtein).
const SPELLING: f64 = 0.7;
/// Words before a role that is another role, or no longer or not yet held.
const OTHER_ROLES: &[&str] = &["then", "once", "former", "ex"];
/// Verbs that may stand before a role without belonging to it.
const REPORTING: &[&str] = &["said", "says", "told", "quoted", "added"];
/// Small words inside names.
const PARTICLES: &[&str] = &[
    "van", "von", "de", "der", "den", "da", "di", "al", "bin", "la", "le",
];

/// How a name stands to the question's words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    /// It holds the role: "harbour master Anna", "Anna, the harbour master".
    Holds,
    /// It did it: "Anna founded", "founded by Anna".
    Does,
}

/// A name beside words of the question.
struct Named {
    /// The words of the question, those that are names left out.
    role: BTreeSet<usize>,
    words: Range<usize>,
}

/// The names in which two sentences differ, where both hold the same role or did the same.
pub(super) fn difference(search: &Search, a: &Sentence<'_>, b: &Sentence<'_>) -> Option<[Span; 2]> {
    let (query, relation) = (&search.query, wanted(&search.question)?);
    let (of_a, of_b) = (named(query, relation, a)?, named(query, relation, b)?);
    let same_role = of_a.role == of_b.role;
    let (name_a, name_b) = (&a.words[of_a.words.clone()], &b.words[of_b.words.clone()]);
    // A name that the other sentence has too may be a second answer there.
    let known = within(name_a, &b.words) || within(name_b, &a.words);
    let differ = same_role && !known && !same_name(name_a, name_b);
    let span = |name: &[Word<'_>]| {
        let ends = name.first().zip(name.last());
        ends.map(|(first, last)| Span::from(first.span.start..last.span.end))
    };
    differ.then_some([span(name_a)?, span(name_b)?])
}

/// Whether the question asks who somebody is, or who did something.
fn wanted(question: &str) -> Option<Relation> {
    let tokens = analyser::analyse(question);
    let word = |place: usize| tokens.get(place).map(|token| token.word.to_lowercase());
    let who = (0..tokens.len())
        .find(|&place| matches!(word(place).as_deref(), Some("who" | "who's" | "whos")))?;
    let is_copula = |word: &str| matches!(word, "is" | "are" | "was" | "were");
    let passive = tokens.last().is_some_and(|token| token.word == "by");
    let holds = word(who).as_deref() != Some("who")
        || word(who + 1).is_some_and(|next| is_copula(&next))
        || tokens.last().is_some_and(|token| is_copula(&token.word));
    Some(if holds && !passive {
        Relation::Holds
    } else {
        Relation::Does
    })
}

/// The one name that a sentence has beside most words of the role.
fn named(query: &Query, relation: Relation, sentence: &Sentence<'_>) -> Option<Named> {
    let names = runs(sentence, |place| is_name(sentence, place));
    let roles = runs(sentence, |place| is_of_role(sentence, place));
    let asked = |words: Range<usize>| -> BTreeSet<usize> {
        let numbers = words.filter_map(|place| sentence.words[place].asked);
        numbers
            .filter(|&number| !query.terms[number].is_name)
            .collect()
    };
    let mut found: Vec<Named> = Vec::new();
    for role in &roles {
        for name in &names {
            if relates(sentence, role, name) != Some(relation) {
                continue;
            }
            let words = match relation {
                Relation::Holds => role.clone(),
                // What was done is the word beside; what it was done to may stand elsewhere.
                Relation::Does if role.end <= name.start => role.end - 1..role.end,
                Relation::Does => role.start..role.start + 1,
            };
            let role = asked(words);
            if !role.is_empty() {
                let words = name.clone();
                found.push(Named { role, words });
            }
        }
    }
    let most = found.iter().map(|named| named.role.len()).max()?;
    found.retain(|named| named.role.len() == most);
    let first = found.pop()?;
    let name = |named: &Named| &sentence.words[named.words.clone()];
    let is_same = |other: &Named| same_name(name(other), name(&first));
    found.iter().all(is_same).then_some(first)
}

/// How a name stands to a role beside it, if at all.
fn relates(sentence: &Sentence<'_>, role: &Range<usize>, name: &Range<usize>) -> Option<Relation> {
    let text = |range: Range<usize>| -> Vec<&str> {
        range.map(|place| sentence.words[place].text).collect()
    };
    if role.end <= name.start {
        let between = text(role.end..name.start);
        let gap = sentence.gap(role.end).trim();
        return match (gap, &between[..]) {
            ("", ["by"]) if sentence.follows(name.start) => Some(Relation::Does),
            ("", ["is" | "are"] | []) if is_role(sentence, role) && !belongs(sentence, role) => {
                Some(Relation::Holds)
            }
            // "The harbour master, Anna Brandt, said".
            (",", []) if is_role(sentence, role) && is_set_off(sentence, name) => {
                Some(Relation::Holds)
            }
            _ => None,
        };
    }
    let between = text(name.end..role.start);
    let gap = sentence.gap(name.end).trim();
    match (gap, &between[..]) {
        ("", []) => Some(Relation::Does),
        ("", ["is" | "are", ..] | ["has", "been", ..]) | (",", _)
            if between.iter().all(|word| {
                matches!(*word, "is" | "are" | "has" | "been" | "the" | "a" | "an")
            }) && (name.end + 1..=role.start).all(|place| sentence.follows(place)) =>
        {
            Some(Relation::Holds).filter(|_| !belongs(sentence, role))
        }
        _ => None,
    }
}

/// Whether nothing before a role makes another of it: "former", "deputy", another country's.
fn is_role(sentence: &Sentence<'_>, role: &Range<usize>) -> bool {
    let Some(before) = sentence.back(role.start, 1) else {
        return true;
    };
    let joined = matches!(sentence.gap(role.start).trim(), "" | "-");
    let other = OTHER_ROLES.contains(&before.text)
        || (before.class == WordClass::Content && !REPORTING.contains(&before.text));
    !(joined && other)
}

/// Whether a role ends in a possessive: "the harbour master's wife".
fn belongs(sentence: &Sentence<'_>, role: &Range<usize>) -> bool {
    let last = sentence.words[role.end - 1].span;
    let written = sentence.text.get(last.range()).unwrap_or_default();
    written.ends_with("'s") || written.ends_with("’s")
}

/// Whether a comma, or the end, follows a name.
fn is_set_off(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    name.end == sentence.words.len() || sentence.gap(name.end).starts_with(',')
}

fn is_name(sentence: &Sentence<'_>, place: usize) -> bool {
    let name = |place: usize| (sentence.words.get(place)).is_some_and(|word| word.is_new_name);
    let particle = PARTICLES.contains(&sentence.words[place].text)
        && place > 0
        && name(place - 1)
        && name(place + 1);
    name(place) || particle
}

/// A word of the question, or a small one between two: "harbour master of the port".
fn is_of_role(sentence: &Sentence<'_>, place: usize) -> bool {
    let is =
        |place: usize, kind: fn(&Word<'_>) -> bool| sentence.words.get(place).is_some_and(kind);
    let asked = |place: usize| is(place, |word| word.asked.is_some());
    let small = |place: usize| is(place, |word| listed("of in for at the", word.text));
    let before = |place: usize| place > 0 && asked(place - 1);
    let after = |place: usize| asked(place + 1);
    asked(place)
        || small(place) && before(place) && (after(place) || small(place + 1) && after(place + 1))
        || small(place) && place > 0 && small(place - 1) && before(place - 1) && after(place)
}

/// The longest rows of words of a kind with nothing but white space, a full stop or a hyphen inside.
fn runs(sentence: &Sentence<'_>, is_kind: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in 0..sentence.words.len() {
        if !is_kind(place) {
            continue;
        }
        let joined = matches!(sentence.gap(place).trim(), "" | "." | "-");
        match runs.last_mut() {
            Some(run) if run.end == place && joined => run.end += 1,
            _ => runs.push(place..place + 1),
        }
    }
    runs
}

/// Whether all words of a name are among others.
fn within(name: &[Word<'_>], others: &[Word<'_>]) -> bool {
    let has = |word: &Word<'_>| others.iter().any(|other| other.term == word.term);
    name.iter().all(has)
}

/// Whether two names can be one person's: one is a part of the other, or the last words are alike.
fn same_name(a: &[Word<'_>], b: &[Word<'_>]) -> bool {
    let [last_a, last_b] = [a, b].map(|name| name.last().map_or("", |word| word.text));
    within(a, b) || within(b, a) || strsim::normalized_levenshtein(last_a, last_b) >= SPELLING
}
