//! The pronouns that a question may need the turns before for: "he", "it", "most of them", "there".

use super::anaphora::Sort;
use super::grammar;
use super::people::Gender;
use crate::chat::line::Line;

/// Adjectives after "it" that say nothing of a thing: "is it true that".
const EXPLETIVE: &str = "\
    true false possible impossible likely unlikely clear known important necessary certain right correct legal allowed \
    safe worth raining snowing late early cold hot fair better best okay ok rain snow rains snows take takes seem seems \
    turn turns said believed";

/// What the word at a place stands for, if it stands for something outside the line, and whether it
/// is a possessive before a noun.
pub(super) fn at(line: &Line, at: usize) -> Option<(Sort, bool)> {
    let next = line.word(at + 1);
    let last = at + 1 == line.len();
    let before_noun = grammar::is_content(next) && !grammar::is_participle(next)
        || matches!(next, "first" | "last" | "next" | "only" | "main");
    let (sort, possessive) = match line.word(at) {
        "he" | "him" | "he's" => (Sort::Person(Gender::Male), false),
        "she" | "hers" | "she's" => (Sort::Person(Gender::Female), false),
        "his" => (Sort::Person(Gender::Male), true),
        "her" => (Sort::Person(Gender::Female), before_noun),
        "it" if !is_expletive(line, at) => (Sort::Thing, false),
        "its" | "it's" => (Sort::Thing, before_noun),
        "them" if is_partitive(line, at) => (Sort::Members, false),
        "they" | "them" | "theirs" => (Sort::Several, false),
        "their" => (Sort::Several, true),
        "this" | "that" if stands_alone(line, at) => (Sort::Thing, false),
        "these" | "those" if last && at > 0 => (Sort::Several, false),
        // "Is there", "there exist" speak of no place.
        "there"
            if at > 0
                && !grammar::is_auxiliary(line.before(at))
                && (last || grammar::is_preposition(next) || grammar::is_adverb(next)) =>
        {
            (Sort::Place, false)
        }
        "then" if last && at > 1 => (Sort::Time, false),
        _ => return None,
    };
    Some((sort, possessive))
}

/// "how many of them", "most of them"
fn is_partitive(line: &Line, at: usize) -> bool {
    at > 1
        && line.word(at - 1) == "of"
        && matches!(
            line.word(at - 2),
            "many"
                | "much"
                | "most"
                | "some"
                | "all"
                | "any"
                | "none"
                | "each"
                | "few"
                | "half"
                | "one"
                | "which"
        )
}

/// "leave that too", "what does that cost", "is that" and not "said that she", "that bridge".
fn stands_alone(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    let ends = next.is_empty()
        || matches!(
            next,
            "too" | "then" | "now" | "again" | "also" | "happen" | "mean" | "cost" | "work"
        )
        // "How much is that in pounds"
        || (grammar::is_be(line.before(at)) && grammar::is_preposition(next));
    ends && at > 0
}

/// "Is it true that", "what does it mean to": there is nothing that "it" is.
fn is_expletive(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    let goes_on = at + 2 < line.len();
    EXPLETIVE.split_whitespace().any(|word| word == next)
        || (goes_on && matches!(next, "mean" | "get" | "feel"))
}
