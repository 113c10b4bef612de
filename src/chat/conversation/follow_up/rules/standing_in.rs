//! "What did she say?", "when was the bridge built?": words that stand for what was spoken of.

use std::ops::Range;

use super::super::candidates::{self, Sort};
use super::super::genders::Gender;
use super::super::names::Kind;
use super::super::parsed::Parsed;
use super::super::phrases::Phrase;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::{Need, Readings, statement};
use crate::chat::line::Line;
use crate::index::names::is_role;
use crate::language::english;

/// Words that say something: from the first number on, a question with "it" may stand alone; from the
/// second on, it holds what "it" is, if anything in it can be.
const SELF_CONTAINED: Range<usize> = 4..6;

/// A word that stands for something else.
struct Anaphor {
    words: Range<usize>,
    sort: Sort,
    possessive: bool,
    /// "She" needs something before it; "the minister" may be told by the documents.
    sure: bool,
}

/// The message with what its anaphors stand for.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let mut anaphors = anaphors(message, past);
    // What is surest comes first, since it leaves less to the others: "when did they sell it".
    anaphors.sort_by_key(|anaphor| match anaphor.sort {
        Sort::Person(_) => 0,
        Sort::Several | Sort::Members => 2,
        _ => 1,
    });
    let mut found: Vec<(Anaphor, String)> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for anaphor in anaphors {
        // "What did she say of her plans": both are the same person.
        if found.iter().any(|(known, _)| known.sort == anaphor.sort) {
            continue;
        }
        let candidate = candidates::of(&anaphor.sort, past, &taken);
        if let Sort::Person(gender) = anaphor.sort
            && candidate.is_none()
            && past.genders.forbid_any(gender)
        {
            return Some(Readings {
                questions: Vec::new(),
                need: Need::Sure,
                changed: None,
                unclear: gender.pronoun(),
            });
        }
        taken.extend(candidate.clone());
        found.extend(candidate.map(|candidate| (anaphor, candidate)));
    }
    found.sort_by_key(|(anaphor, _)| anaphor.words.start);
    let question = question(message, &found);
    // What says the same needs no other words.
    let is_typed =
        Line::of(&question).from(0).to_lowercase() == message.line.from(0).to_lowercase();
    let sure = found.iter().any(|(anaphor, _)| anaphor.sure);
    let is_other = !found.is_empty() && !is_typed;
    is_other.then(|| Readings::one(question, Need::of(sure)))
}

/// The message with what was spoken of in the place of its anaphors.
fn question(message: &Parsed, found: &[(Anaphor, String)]) -> String {
    let skipped = super::opening(message);
    let mut line = Line::of(message.from(skipped));
    for (anaphor, candidate) in found.iter().rev() {
        let words = anaphor.words.start - skipped..anaphor.words.end - skipped;
        line = Line::of(&line.replaced(words, &inserted(message, anaphor, candidate)));
    }
    let mark = if line.text.ends_with('?') { "" } else { "?" };
    format!("{}{mark}", line.text)
}

/// What stands in an anaphor's place.
fn inserted(message: &Parsed, anaphor: &Anaphor, candidate: &str) -> String {
    let word = message.word(anaphor.words.start);
    let after_preposition = Class::Preposition.has(message.line.before(anaphor.words.start));
    match anaphor.sort {
        Sort::Place if !after_preposition => format!("in {candidate}"),
        _ if anaphor.possessive && candidate.ends_with('s') => format!("{candidate}'"),
        _ if anaphor.possessive => format!("{candidate}'s"),
        // "what he's known for"
        _ if matches!(word, "he's" | "she's" | "it's") => format!("{candidate} is"),
        _ => candidate.to_owned(),
    }
}

/// The words that stand for something outside the line.
fn anaphors(message: &Parsed, past: &Past<'_>) -> Vec<Anaphor> {
    let is_short = message.content() < SELF_CONTAINED.start;
    let anaphor = |at: usize| {
        let (words, sort, possessive, sure) = if let Some((sort, possessive)) = pronoun(message, at)
        {
            // "Where do they bake bread in Peru" is asked of nobody that was spoken of.
            let sure = matches!(sort, Sort::Person(_)) || is_short;
            (at..at + 1, sort, possessive, sure)
        } else {
            let (sort, sure) = definite(message, at, past)?;
            let words = at..at + 2;
            let possessive = !message.line.possessive(words.clone()).is_empty();
            (words, sort, possessive, sure && is_short)
        };
        Some(Anaphor {
            words,
            sort,
            possessive,
            sure,
        })
    };
    let places = (super::opening(message)..message.len()).filter(|at| !message.is_title(*at));
    let found = places.filter_map(anaphor);
    let is_outside = |anaphor: &Anaphor| {
        let at = anaphor.words.start;
        let says = anaphor.sort == Sort::Thing
            && statement::is_statement(message, at, &past.last().question);
        !says && !is_inside(message, anaphor)
    };
    found.filter(is_outside).collect()
}

/// Whether what an anaphor stands for is in the line itself: "Does Anna say that she left",
/// "Did the club sell its boats", but not "Has the club sold it".
fn is_inside(message: &Parsed, anaphor: &Anaphor) -> bool {
    let start = anaphor.words.start;
    let fits = |phrase: &&Phrase| {
        let bare = phrase.bare == phrase.words.start || phrase.name.is_some();
        let may_be_person = !phrase.plural && bare && phrase.kind != Kind::Country;
        let agrees = match anaphor.sort {
            Sort::Person(_) => phrase.is_person() || (may_be_person && !phrase.asked),
            Sort::Thing => !phrase.is_person() && !phrase.plural,
            Sort::Several | Sort::Members => !phrase.asked || phrase.plural,
            _ => false,
        };
        phrase.words.start < start && agrees
    };
    let is_whole = message.content() >= SELF_CONTAINED.end;
    let is_near = |phrase: &Phrase| {
        let clause = (phrase.words.start..start).any(|at| Class::Clause.has(message.word(at)));
        anaphor.possessive || clause || is_whole
    };
    message.phrases.iter().filter(fits).any(is_near)
}

/// What a pronoun at a place stands for, and whether it is a possessive before a noun.
pub(super) fn pronoun(message: &Parsed, at: usize) -> Option<(Sort, bool)> {
    let next = message.word(at + 1);
    let before = message.line.before(at);
    let is_last = at + 1 == message.len();
    let before_noun =
        message.is_content(at + 1) && !words::is_participle(next) || Class::Order.has(next);
    let ends = is_last || Class::Preposition.has(next) || Class::Adverb.has(next);
    let of_some = || before == "of" && Class::Part.has(message.line.before(at - 1));
    Some(match message.word(at) {
        "he" | "him" | "he's" => (Sort::Person(Gender::Male), false),
        "she" | "hers" | "she's" => (Sort::Person(Gender::Female), false),
        "his" => (Sort::Person(Gender::Male), true),
        "her" => (Sort::Person(Gender::Female), before_noun),
        "it" if !is_expletive(message, at) => (Sort::Thing, false),
        "its" | "it's" => (Sort::Thing, before_noun),
        "them" if of_some() => (Sort::Members, false),
        "they" | "them" | "theirs" => (Sort::Several, false),
        "their" => (Sort::Several, true),
        "this" | "that" if is_last && message.asks_who() && Class::Be.has(before) => {
            (Sort::Person(Gender::Any), false)
        }
        "this" | "that" if stands_alone(message, at) => (Sort::Thing, false),
        "these" | "those" if is_last && at > 0 => (Sort::Several, false),
        // "Is there", "there exist" speak of no place.
        "there" if at > 0 && !Class::Auxiliary.has(before) && ends => (Sort::Place, false),
        _ => return None,
    })
}

/// "what does that cost", "how much is that in pounds", and not "said that she", "that bridge".
fn stands_alone(message: &Parsed, at: usize) -> bool {
    let next = message.word(at + 1);
    let after_be = Class::Be.has(message.line.before(at)) && Class::Preposition.has(next);
    at > 0 && (next.is_empty() || Class::Alone.has(next) || after_be)
}

/// "Is it true that", "what does it mean to": there is nothing that "it" is.
fn is_expletive(message: &Parsed, at: usize) -> bool {
    let next = message.word(at + 1);
    let goes_on = at + 2 < message.len();
    let has_to = || (at + 2..message.len()).any(|at| message.word(at) == "to");
    Class::Expletive.has(next)
        || (goes_on && matches!(next, "mean" | "get" | "feel"))
        || (matches!(next, "take" | "takes") && has_to())
}

/// What a definite noun at a place stands for, and whether that is sure where little else is said.
fn definite(message: &Parsed, at: usize, past: &Past<'_>) -> Option<(Sort, bool)> {
    let pointing = ["this", "that", "these", "those", "such"];
    let points = pointing.contains(&message.word(at));
    let head = at + 1;
    if !points && message.word(at) != "the" || !is_bare(message, head) {
        return None;
    }
    let word = message.word(head);
    // "The name that rivers bear": after a noun, "that" mostly opens a clause.
    let opens_clause = message.word(at) == "that" && words::is_content(message.line.before(at));
    let by_head = Sort::Head(english::term(word));
    if candidates::of(&by_head, past, &[]).is_some() {
        return Some((by_head, true));
    }
    // "the band" is what the last question named, unless something else is left to tell.
    let is_named = || {
        let is_pronoun = |at| pronoun(message, at).is_some();
        !past.last().question.names_of(&[Kind::Named]).is_empty()
            && !(0..message.len()).any(is_pronoun)
    };
    let is_group = Class::Group.has(word) || Class::Work.has(word);
    if words::is_plural(word) || opens_clause {
        None
    } else if Class::Place.has(word) {
        Some((Sort::Name(Kind::Country), points))
    } else if is_role(word) && candidates::spoke_of_role(word, past) {
        Some((Sort::Person(Gender::Any), points))
    } else if points && words::is_class(word) || (is_group || Class::Thing.has(word)) && is_named()
    {
        Some((Sort::Name(Kind::Named), points))
    } else {
        None
    }
}

/// Whether a noun has nothing beside it that tells which: no name, no "of".
fn is_bare(message: &Parsed, head: usize) -> bool {
    let after = message.word(head + 1);
    let ends =
        !message.is_content(head + 1) || Class::Verb.has(after) || words::is_participle(after);
    let goes_on = ["of", "for", "between", "with", "that", "who", "which"].contains(&after);
    let is_noun = words::is_content(message.word(head)) && message.name_at(head).is_none();
    is_noun && ends && !goes_on && !message.line.words[head].capital
}
