//! The noun phrases of a question: what a later "it" or "the bridge" can mean.
//!
//! No tagger: articles, names, prepositions and the order of words in English
//! questions tell where most phrases begin and end.

use std::ops::Range;

use super::names::{Kind, Name};
use super::parsed::Parsed;
use super::words::{self, Class};
use crate::index::names::is_role;
use crate::language::english;

/// So many phrases are read inside one another, each after an "of"; nobody means more.
const DEEPEST: usize = 8;

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
    /// As the line has it, without a possessive at its end.
    pub(super) text: String,
}

impl Phrase {
    /// Whether it stands for a person, by name or by what they are.
    pub(super) fn is_person(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Role)
    }
}

/// The noun phrases of a line whose names are known, in order.
pub(super) fn phrases(parsed: &Parsed) -> Vec<Phrase> {
    let mut reading = Reading {
        parsed,
        inverted: None,
        depth: 0,
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while at < parsed.len() {
        let (phrase, next) = reading.step(at);
        found.extend(phrase);
        at = next;
    }
    found
}

/// A line that is being read.
struct Reading<'a> {
    parsed: &'a Parsed,
    /// An auxiliary that the subject has not yet followed: "did (the ferry) sail".
    inverted: Option<usize>,
    /// How many phrases the one that is being read stands inside of.
    depth: usize,
}

impl Reading<'_> {
    /// The phrase at a word, if one begins there, and where to read on.
    fn step(&mut self, mut at: usize) -> (Option<Phrase>, usize) {
        let line = &self.parsed.line;
        let word = line.word(at);
        let asks = words::asks_for_noun(line.before(at), word);
        if asks && self.parsed.is_content(at + 1) {
            let end = self.asked_noun(at + 1);
            let phrase = Phrase {
                asked: true,
                ..self.phrase(at + 1, at + 1, end)
            };
            // Without an auxiliary a verb follows: "which ferries (serve) the island".
            return (Some(phrase), end + usize::from(self.parsed.is_content(end)));
        }
        if self.parsed.is_title(at) {
            return self.noun_phrase(at);
        }
        if Class::Question.has(word) {
            // "who (founded) the museum"
            return (None, at + 1 + usize::from(self.is_bare(at + 1)));
        }
        if Class::Auxiliary.has(word) {
            self.inverted = Some(at);
            at += 1;
            let next = (at..line.len()).find(|next| !words::is_passed(line.word(*next)));
            let next = next.unwrap_or(at);
            // "which countries have (signed)", "is (called)"
            if words::is_participle(line.word(next)) && self.is_bare(next) {
                (at, self.inverted) = (next + 1, None);
            }
            return (None, at);
        }
        if Class::Subject.has(word) && self.inverted.take().is_some() {
            at += 1;
            let next = (at..line.len()).find(|&next| !Class::Adverb.has(line.word(next)));
            // "when did she (leave) the union", "are they (calm)"
            let verb = next.filter(|&next| self.is_bare(next));
            return (None, verb.map_or(at, |verb| verb + 1));
        }
        // "when does the ferry take place"
        let is_of_verb = word == "place" && words::base(line.before(at)) == "take";
        if (Class::Determiner.has(word) || words::is_content(word)) && !is_of_verb {
            return self.noun_phrase(at);
        }
        (None, at + 1)
    }

    /// The name that begins at a word.
    fn name_at(&self, at: usize) -> Option<&Name> {
        let mut names = self.parsed.names.iter();
        names.find(|name| name.words.start == at)
    }

    /// Whether a word says something and is no name.
    fn is_bare(&self, at: usize) -> bool {
        self.parsed.is_content(at) && self.name_at(at).is_none()
    }

    /// Where the noun that is asked for ends: before an auxiliary, or before the verb.
    fn asked_noun(&mut self, start: usize) -> usize {
        let line = &self.parsed.line;
        let plural = |at: usize| words::is_plural(line.word(at));
        let content = (start..line.len())
            .take_while(|&at| self.parsed.is_content(at))
            .count();
        let end = start + content;
        // "which stone bridges", but "how many boats sank", "which crane fell".
        let verb =
            plural(start) && !plural(start + 1) || words::is_participle(line.word(start + 1));
        if end == line.len() && content == 2 && verb {
            return start + 1;
        }
        let next = line.word(end);
        let short = end == line.len() && content <= 2;
        if short || Class::Auxiliary.has(next) || Class::Adverb.has(next) {
            return end;
        }
        if next == "of" {
            let of = self.after_of(end);
            return of.unwrap_or(end);
        }
        (start..end).find(|&at| plural(at)).unwrap_or(start) + 1
    }

    /// Where the phrase after an "of" ends.
    fn after_of(&mut self, of: usize) -> Option<usize> {
        if self.depth == DEEPEST {
            return None;
        }
        let inverted = self.inverted.take();
        self.depth += 1;
        let (phrase, _) = self.noun_phrase(of + 1);
        self.depth -= 1;
        self.inverted = inverted;
        phrase.map(|phrase| phrase.words.end)
    }

    /// The noun phrase that begins at `start`, and where to read on; the verb after a subject is passed over.
    fn noun_phrase(&mut self, start: usize) -> (Option<Phrase>, usize) {
        let line = &self.parsed.line;
        let inverted = self.inverted.take();
        let mut bare = start;
        while Class::Determiner.has(line.word(bare)) && !self.parsed.is_title(bare) {
            bare += 1;
        }
        // "the (first) ferry": no adverb here.
        let first =
            bare > start && (Class::Order.has(line.word(bare)) || line.word(bare) == "most");
        bare += usize::from(first && self.parsed.is_content(bare + 1));
        // "is the bridge (closed)", "does the ferry (sail)"
        let by_form = inverted.is_some_and(|place| Class::Be.has(line.word(place)));
        let mut at = self.nouns(bare, inverted.is_some() && !by_form);
        let last = at.saturating_sub(1);
        let verb_inside = inverted.is_some()
            && at > bare + 1
            && !self.parsed.is_content(at)
            && !matches!(line.word(at), "of" | "have");
        let is_verb = if by_form {
            words::is_participle(line.word(last)) || Class::State.has(line.word(last))
        } else {
            self.name_at(last).is_none()
        };
        if verb_inside && is_verb {
            at = last;
        }
        if at == bare {
            return (None, at.max(start + 1));
        }
        // "(joined) in 2005", "(leave) it", "2005": no noun phrase.
        let word = line.word(bare);
        let is_infinitive = Class::Verb.has(word) && bare == start && inverted.is_none();
        let no_noun = at == bare + 1 && (words::is_participle(word) || is_infinitive);
        let number = (bare..at).all(|at| english::is_number(line.word(at)));
        if number || no_noun && self.is_bare(bare) && line.word(at) != "of" {
            return (None, at);
        }
        let head = at - 1;
        if line.word(at) == "of" {
            at = self.after_of(at).unwrap_or(at);
        }
        let mut found = self.phrase(start, bare, at);
        if found.kind != Kind::Named {
            found.head = head;
            found.plural = words::is_plural(line.word(head));
        }
        let verb = usize::from(inverted.is_some() && self.is_bare(at));
        (Some(found), at + verb)
    }

    /// Where the nouns from `bare` on end.
    fn nouns(&self, bare: usize, before_verb: bool) -> usize {
        let line = &self.parsed.line;
        let (mut at, mut named_to) = (bare, bare);
        while self.parsed.is_content(at)
            && (at == bare || !line.gap(at).contains([',', ';', ':', '?', '!']))
        {
            let Some(name) = self.name_at(at) else {
                // "the people (killed) in winter", "the Clock Museum (closed)"
                let ends = !self.parsed.is_content(at + 1);
                let after_noun = ends || words::is_plural(line.before(at)) || named_to == at;
                let word = line.word(at);
                let past = after_noun && words::is_participle(word) && !word.ends_with("ing");
                // "is a tyre change": no verb in its base form follows "is".
                if at > bare && (past || before_verb && Class::Verb.has(word)) {
                    break;
                }
                at += 1;
                continue;
            };
            at = name.words.end;
            named_to = at;
        }
        at
    }

    fn phrase(&self, start: usize, bare: usize, end: usize) -> Phrase {
        let line = &self.parsed.line;
        let of = (bare..end).find(|&at| line.word(at) == "of");
        let head = of.unwrap_or(end).max(bare + 1) - 1;
        let name = self.name_at(bare);
        let whole = name.is_some_and(|name| name.words.end == end);
        let kind = match name {
            Some(name) if whole => name.kind,
            _ if Class::Place.has(line.word(head)) => Kind::Country,
            _ if is_role(line.word(head)) => Kind::Role,
            Some(_) => Kind::Named,
            None => Kind::Thing,
        };
        Phrase {
            words: start..end,
            bare,
            head,
            kind,
            plural: !whole && words::is_plural(line.word(head)),
            asked: false,
            name: name.cloned(),
            text: self.parsed.written(start..end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::conversation::follow_up::tests::known_of;

    #[test]
    fn a_chain_of_any_length_is_read() {
        let chain = "boat of ".repeat(20_000);
        let parsed = Parsed::question(&chain, &known_of("boat"));
        assert_eq!(parsed.phrases.first().map(|phrase| phrase.head), Some(0));
    }
}
