//! The noun phrases of a question: what a later "it" or "the bridge" can mean.
//!
//! No tagger: articles, names, prepositions and the order of words in English
//! questions tell where most phrases begin and end.

use std::ops::Range;

use super::grammar;
use super::names::{self, Kind, Name};
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::index::names::is_role;
use crate::language::english;

/// A noun phrase.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// All of it, its article too.
    pub(super) words: Range<usize>,
    /// Where it begins without article.
    pub(super) bare: usize,
    /// Where its head stands: "minister" in "the minister of defence".
    pub(super) head: usize,
    pub(super) kind: Kind,
    /// Whether it stands for several.
    pub(super) plural: bool,
    /// Whether it is what the question asks for: "which bridges".
    pub(super) asked: bool,
    /// The name that it is, or begins with as a possessive.
    pub(super) name: Option<Name>,
}

/// The noun phrases of a line, in order.
pub(super) fn phrases(line: &Line, known: &Statistics) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    // An auxiliary that the subject has not yet followed: "did (the ferry) sail".
    let mut inverted: Option<usize> = None;
    while at < line.len() {
        let word = line.word(at);
        let asks = grammar::asks_for_noun(line.before(at), word);
        if asks && grammar::is_content(line.word(at + 1)) {
            let end = asked_noun(line, at + 1, known);
            found.push(Phrase {
                asked: true,
                ..phrase(line, at + 1, at + 1, end, known)
            });
            // Without an auxiliary a verb follows: "which ferries (serve) the island".
            at = end + usize::from(grammar::is_content(line.word(end)));
        } else if grammar::is_question_word(word) {
            at += 1;
            // "who (founded) the museum"
            at += usize::from(
                grammar::is_content(line.word(at)) && names::name_at(line, at, known).is_none(),
            );
        } else if grammar::is_auxiliary(word) {
            inverted = Some(at);
            at += 1;
            let passed = |next: &usize| {
                grammar::is_adverb(line.word(*next)) || english::is_negation(line.word(*next))
            };
            let next = (at..line.len()).find(|next| !passed(next)).unwrap_or(at);
            // "which countries have (signed)", "is (called)"
            if grammar::is_participle(line.word(next)) && is_bare_word(line, next, known) {
                (at, inverted) = (next + 1, None);
            }
        } else if word == "to" && grammar::is_verb(line.word(at + 1)) {
            // "who wants to (leave) the union"
            at += 2;
        } else if grammar::is_subject_pronoun(word) && inverted.take().is_some() {
            at += 1;
            let next = (at..line.len()).find(|&next| !grammar::is_adverb(line.word(next)));
            // "when did she (leave) the union", "are they (calm)"
            if let Some(next) = next.filter(|&next| is_bare_word(line, next, known)) {
                at = next + 1;
            }
        } else if grammar::is_determiner(word) || grammar::is_content(word) {
            let (phrase, next) = noun_phrase(line, at, inverted.take(), known);
            at = next;
            found.extend(phrase);
        } else {
            at += 1;
        }
    }
    found
}

/// Where the noun that is asked for ends: before an auxiliary, or before the verb.
fn asked_noun(line: &Line, start: usize, known: &Statistics) -> usize {
    let content = (start..line.len())
        .take_while(|&at| grammar::is_content(line.word(at)))
        .count();
    let end = start + content;
    let two = end == line.len() && content == 2;
    // "which stone bridges", but "how many boats sank", "which crane fell".
    let verb = two
        && (grammar::is_plural(line.word(start)) && !grammar::is_plural(line.word(start + 1))
            || grammar::is_participle(line.word(start + 1)));
    if verb {
        return start + 1;
    }
    let short = end == line.len() && content <= 2;
    if short || grammar::is_auxiliary(line.word(end)) || grammar::is_adverb(line.word(end)) {
        return end;
    }
    if line.word(end) == "of" {
        let (of, _) = noun_phrase(line, end + 1, None, known);
        return of.map_or(end, |phrase| phrase.words.end);
    }
    let plural = (start..end).find(|&at| grammar::is_plural(line.word(at)));
    plural.map_or(start + 1, |at| at + 1)
}

/// The noun phrase that begins at `start`, and where to read on; the verb after a subject is passed over.
fn noun_phrase(
    line: &Line,
    start: usize,
    inverted: Option<usize>,
    known: &Statistics,
) -> (Option<Phrase>, usize) {
    let content = |at: usize| grammar::is_content(line.word(at));
    let mut bare = start;
    while grammar::is_determiner(line.word(bare)) {
        bare += 1;
    }
    // "the (first) ferry": no adverb here.
    let first = bare > start
        && matches!(
            line.word(bare),
            "first" | "last" | "next" | "only" | "main" | "most"
        )
        && content(bare + 1);
    bare += usize::from(first);
    // "is the bridge (closed)", "does the ferry (sail)"
    let by_form = inverted.is_some_and(|place| grammar::is_be(line.word(place)));
    let (mut at, mut ended, mut named_to) = (bare, false, bare);
    while content(at) && !ended && (at == bare || joined(line, at)) {
        let name = names::name_at(line, at, known);
        let word = line.word(at);
        let after_subject = at > bare && inverted.is_some();
        // "the people (killed) in winter", "the Clock Museum (closed)"
        let ends = !content(at + 1);
        let after_noun =
            at > bare && (ends || grammar::is_plural(line.word(at - 1)) || named_to == at);
        let past = after_noun && grammar::is_participle(word) && !word.ends_with("ing");
        // "is a tyre change": no verb in its base form follows "is".
        let verb = after_subject && !by_form && grammar::is_verb(word);
        if name.is_none() && (verb || past) {
            break;
        }
        at = name.as_ref().map_or(at + 1, |name| name.words.end);
        named_to = name.as_ref().map_or(named_to, |name| name.words.end);
        // "did Peru (sign)": no noun follows the name of a country or a person.
        ended = name.is_some_and(|name| {
            let stands_alone = matches!(name.kind, Kind::Person)
                || (name.kind == Kind::Country && inverted.is_some() && !is_people(line, &name));
            stands_alone && line.possessive(name.words).is_empty()
        });
    }
    let last = at.saturating_sub(1);
    let verb_inside = inverted.is_some()
        && !ended
        && at > bare + 1
        && !content(at)
        && !matches!(line.word(at), "of" | "have");
    let is_verb = if by_form {
        grammar::is_participle(line.word(last))
    } else {
        names::name_at(line, last, known).is_none()
    };
    if verb_inside && is_verb {
        at = last;
    }
    if at == bare {
        return (None, at.max(start + 1));
    }
    // "(joined) in 2005", "(leave) it", "2005": no noun phrase.
    let no_noun = |word: &str| {
        grammar::is_participle(word)
            || grammar::is_verb(word) && bare == start && inverted.is_none()
    };
    let alone = at == bare + 1 && no_noun(line.word(bare));
    let number = (bare..at).all(|at| english::is_number(line.word(at)));
    if number || alone && is_bare_word(line, bare, known) && line.word(at) != "of" {
        return (None, at);
    }
    let head = at - 1;
    if line.word(at) == "of" {
        let (of, _) = noun_phrase(line, at + 1, None, known);
        at = of.map_or(at, |phrase| phrase.words.end);
    }
    let mut found = phrase(line, start, bare, at, known);
    if found.kind != Kind::Named {
        found.head = head;
        found.plural = grammar::is_plural(line.word(head));
    }
    let verb = inverted.is_some() && content(at) && names::name_at(line, at, known).is_none();
    (Some(found), at + usize::from(verb))
}

/// A word that says something and is no name.
fn is_bare_word(line: &Line, at: usize, known: &Statistics) -> bool {
    grammar::is_content(line.word(at)) && names::name_at(line, at, known).is_none()
}

/// A phrase of these words.
fn phrase(line: &Line, start: usize, bare: usize, end: usize, known: &Statistics) -> Phrase {
    let of = (bare..end).find(|&at| line.word(at) == "of").unwrap_or(end);
    let head = of.max(bare + 1) - 1;
    let name = names::name_at(line, bare, known);
    let whole = name.as_ref().is_some_and(|name| name.words.end == end);
    let kind = if let Some(name) = name.as_ref().filter(|_| whole) {
        name.kind
    } else if grammar::is_place(line.word(head)) {
        Kind::Country
    } else if is_role(line.word(head)) {
        Kind::Role
    } else if name.is_some() {
        Kind::Named
    } else {
        Kind::Thing
    };
    Phrase {
        words: start..end,
        bare,
        head,
        kind,
        // A word that the documents do not have is still written as a noun is.
        plural: (!whole || kind == Kind::Unknown && !line.words[head].capital)
            && grammar::is_plural(line.word(head)),
        asked: false,
        name,
    }
}

/// "Peruvian" rather than "Peru": a noun may follow.
fn is_people(line: &Line, name: &Name) -> bool {
    let last = line.word(name.words.end - 1);
    ["an", "ish", "ese", "ch", "i", "ic"]
        .iter()
        .any(|ending| last.ends_with(ending))
        && !last.ends_with("stan")
        && !english::is_stop_word(last)
}

fn joined(line: &Line, at: usize) -> bool {
    !line.gap(at).contains([',', ';', ':', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn the_order_of_words_tells_where_phrases_end() {
        for (question, wanted) in [
            ("How much does the night ferry cost?", "the night ferry"),
            (
                "Where did the harbour company build ships?",
                "the harbour company|ships",
            ),
            ("Were the old boats sold?", "the old boats"),
            ("When did Peru join the union?", "Peru|the union"),
            ("Who founded the museum of clocks?", "the museum of clocks"),
            ("Which ferries serve the island?", "ferries|the island"),
            ("How many boats have been sold?", "boats"),
            ("Who is Peru's harbour master?", "Peru's harbour master"),
            ("what is the clock museum", "the clock museum"),
            ("Who has not joined?", ""),
            ("Who wants to leave the union?", "the union"),
            ("Who joined in 1931?", ""),
            ("When did she leave the union?", "the union"),
            ("What are they allowed to sell?", ""),
            ("Are they calm in Peru?", "Peru"),
            ("How many boats sank?", "boats"),
            ("Which crane fell?", "crane"),
            ("Which stone bridges?", "stone bridges"),
            ("Were the people counted in Peru?", "the people|Peru"),
            (
                "How many of those who saw the Clock Museum died?",
                "the Clock Museum",
            ),
            ("How old was Manning?", "Manning"),
            (
                "Who was the first painter in Peru?",
                "the first painter|Peru",
            ),
        ] {
            let line = Line::of(question);
            let found = phrases(&line, &known_of(&[&line]));
            let found: Vec<&str> = found
                .iter()
                .map(|phrase| line.written(phrase.words.clone()))
                .collect();
            assert_eq!(found.join("|"), wanted, "{question}");
        }
    }
}
