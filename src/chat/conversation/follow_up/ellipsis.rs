//! "And Peru?": something else asked about in the same way as before.

use std::ops::Range;

use super::grammar;
use super::like;
use super::names::{self, Kind, Name};
use super::phrases::{self, Phrase};
use super::statements;
use super::{Follow, Past};
use crate::chat::line::Line;
use crate::index::Statistics;
use crate::language::word::is_year;

/// What opens a question about something else; the longer ones first.
const OPENERS: &[&str] = &[
    "the same question for",
    "same question for",
    "the same thing for",
    "same thing for",
    "the same for",
    "same for",
    "and what about",
    "and how about",
    "but what about",
    "so what about",
    "what about",
    "wat about",
    "how about",
    "what of",
    "as for",
    "and",
    "or",
    "but",
];
/// More words than this are no mere name of something else.
const LONGEST: usize = 7;
/// The same where nothing opens them.
const LONGEST_BARE: usize = 4;

/// What `line` asks about in the way of the last question, if it asks like that.
pub(super) fn follow(line: &Line, past: &Past<'_>, known: &Statistics) -> Option<Follow> {
    let openers = OPENERS
        .iter()
        .map(|opener| opener.split(' ').count())
        .zip(OPENERS);
    let opened = openers
        .filter(|(length, opener)| {
            *length < line.len() && line.row(0..*length).join(" ") == **opener
        })
        .map(|(length, _)| length)
        .next();
    let start = opened.unwrap_or(0);
    let rest = Line::of(line.from(start));
    let most = if opened.is_some() {
        LONGEST
    } else {
        LONGEST_BARE
    };
    let preposition = grammar::is_preposition(rest.word(0));
    let other = without_one(Line::of(rest.from(usize::from(preposition))), known);
    if other.len() == 0 || other.len() > most || !is_nominal(&other, known) {
        return None;
    }
    let year = (other.len() == 1).then(|| year(&other)).flatten();
    let kind = kind(&other, known);
    let with = preposition.then(|| rest.word(0));
    // Nobody else can have said "that": what was asked before is meant.
    let turns = past.turns.iter().map(|(question, _)| question);
    let mut closed = turns
        .clone()
        .filter(|question| !statements::is_open(question));
    let last = closed.next().unwrap_or_else(|| past.question());
    let in_question = |last: &Line| match year {
        Some(_) => year_in(last),
        None => slot(last, &other, kind, with, known),
    };
    // "And the harbour master?" goes back to where somebody was asked about.
    let (last, slot) = match in_question(last) {
        None if matches!(kind, Kind::Role | Kind::Person) && opened.is_some() => {
            let before = closed.find_map(|question| Some((question, in_question(question)?)));
            let (question, slot) = before?;
            (question, Some(slot))
        }
        slot => (last, slot),
    };
    let appended = || {
        // What was appended before gives way to what is now.
        let question = last.from(0);
        let before = question.rsplit_once(", ");
        let question = before
            .filter(|(_, tail)| is_nominal(&Line::of(tail), known))
            .map_or(question, |(before, _)| before);
        if preposition {
            format!("{question} {}?", rest.from(0))
        } else {
            format!("{question}, {}?", other.from(0))
        }
    };
    let fits = slot.is_some();
    // Words alone may well be a topic of their own.
    let sure = opened.is_some() || (fits && !matches!(kind, Kind::Thing | Kind::Named));
    let question = slot.map_or_else(appended, |slot| fill(last, slot, &other, known));
    Some(Follow { question, sure })
}

/// "Peruvian" of "the Peruvian one".
fn without_one(other: Line, known: &Statistics) -> Line {
    let start = usize::from(other.word(0) == "the");
    let last = other.len().saturating_sub(1);
    let one = matches!(other.word(last), "one" | "ones");
    let name = names::name_at(&other, start, known).filter(|name| one && name.words.end == last);
    match name {
        Some(name) => Line::of(other.written(name.words)),
        None => other,
    }
}

/// A noun phrase and nothing else: no verb, no question word, no pronoun.
fn is_nominal(line: &Line, known: &Statistics) -> bool {
    let words = (0..line.len()).map(|at| line.word(at));
    let small = |word: &str| {
        grammar::is_determiner(word)
            || grammar::is_preposition(word)
            || word == "and"
            || word == "or"
    };
    let fits = |word: &str| {
        grammar::is_content(word)
            || (small(word) && !matches!(word, "this" | "that" | "these" | "those"))
    };
    words.clone().all(fits)
        && words.clone().any(grammar::is_content)
        && !(grammar::is_verb(line.word(0)) && names::name_at(line, 0, known).is_none())
}

fn kind(other: &Line, known: &Statistics) -> Kind {
    phrases::phrases(other, known)
        .first()
        .map_or(Kind::Thing, |phrase| phrase.kind)
}

fn year(line: &Line) -> Option<usize> {
    (0..line.len()).find(|&at| is_year(line.word(at)))
}

fn year_in(last: &Line) -> Option<Range<usize>> {
    year(last).map(|at| at..at + 1)
}

/// What of the last question gives way to something else of its kind.
fn slot(
    last: &Line,
    other: &Line,
    kind: Kind,
    with: Option<&str>,
    known: &Statistics,
) -> Option<Range<usize>> {
    let all = names::names(last, known);
    let phrases = phrases::phrases(last, known);
    // "And with Peru?" is about what stood after "with".
    let after = |name: &&Name| with.is_some_and(|with| last.before(name.words.start) == with);
    let named = |kinds: &[Kind]| {
        let mut fitting = all.iter().filter(|name| kinds.contains(&name.kind));
        let first = fitting.clone().next();
        fitting.find(after).or(first).map(|name| name.words.clone())
    };
    let whole = |phrase: &Phrase| phrase.words.clone();
    let head = |phrase: &Phrase| crate::language::english::term(last.word(phrase.head));
    let own_head = phrases::phrases(other, known)
        .first()
        .map(|phrase| crate::language::english::term(other.word(phrase.head)));
    let same_head = || {
        let mut alike = phrases
            .iter()
            .filter(|phrase| Some(head(phrase)) == own_head && phrase.kind != Kind::Country);
        alike.next().map(whole)
    };
    let role = || {
        phrases
            .iter()
            .find(|phrase| phrase.kind == Kind::Role && !phrase.asked)
    };
    match kind {
        Kind::Country => named(&[Kind::Country])
            .or_else(|| named(&[Kind::Unknown]))
            .or_else(|| {
                let countries = |phrase: &&Phrase| phrase.kind == Kind::Country && !phrase.asked;
                phrases.iter().find(countries).map(whole)
            }),
        Kind::Person => named(&[Kind::Person])
            .or_else(|| role().map(whole))
            .or_else(|| named(&[Kind::Unknown])),
        Kind::Role => {
            let has_owner = !names::names(other, known).is_empty();
            role()
                .map(|phrase| {
                    if has_owner {
                        whole(phrase)
                    } else {
                        office(phrase)
                    }
                })
                .or_else(|| named(&[Kind::Person]))
        }
        Kind::Unknown => named(&[Kind::Country, Kind::Person, Kind::Unknown, Kind::Named]),
        Kind::Named => same_head().or_else(|| {
            let is_phrase = |name: &Range<usize>| {
                phrases
                    .iter()
                    .any(|phrase| phrase.bare == name.start && phrase.words.end == name.end)
            };
            let mut fitting: Vec<&Name> = all
                .iter()
                .filter(|name| {
                    matches!(name.kind, Kind::Named | Kind::Unknown) && is_phrase(&name.words)
                })
                .collect();
            // "When did Brandt move to Port Ellery?": the place rather than who moved.
            let is_subject = |name: &&Name| {
                grammar::is_auxiliary(last.before(name.words.start)) && all.len() > 1
            };
            fitting.sort_by_key(is_subject);
            let found = fitting.iter().find(|name| after(name)).or(fitting.first());
            let part = || {
                let own = phrases::phrases(other, known).into_iter().next()?;
                let is_name = like::own(other, &own, known).is_empty();
                let mut parts = phrases
                    .iter()
                    .map(|phrase| like::named(last, phrase, known));
                parts.find(|part| is_name && !part.is_empty())
            };
            found.map(|name| name.words.clone()).or_else(part)
        }),
        Kind::Thing => same_head().or_else(|| {
            let mut asked = phrases
                .iter()
                .filter(|phrase| phrase.asked && phrase.plural);
            let plural = grammar::is_plural(other.word(other.len() - 1));
            let asked = asked.next().filter(|_| plural).map(whole);
            match with {
                Some(with) => like::after(last, &phrases, with).map(whole),
                None => asked.or_else(|| {
                    let phrase = like::thing(last, &phrases, other, known)?;
                    let own = like::own(last, phrase, known);
                    let has_article = grammar::is_determiner(other.word(0));
                    // Without a name before it the article gives way, too.
                    let start = if own.start == phrase.bare && has_article {
                        phrase.words.start
                    } else {
                        own.start
                    };
                    Some(start..own.end)
                }),
            }
        }),
    }
}

/// "prime minister" of "Peru's prime minister" and "the prime minister of Peru".
fn office(phrase: &Phrase) -> Range<usize> {
    let owner = phrase
        .name
        .as_ref()
        .filter(|name| name.words.end <= phrase.head);
    let start = owner.map_or(phrase.words.start, |name| name.words.end);
    start..phrase.head + 1
}

/// The last question about something else.
fn fill(last: &Line, slot: Range<usize>, other: &Line, known: &Statistics) -> String {
    let possessive = last.possessive(slot.clone());
    let indefinite = matches!(last.before(slot.start), "a" | "an");
    let after_owner = slot.start > 0 && !last.possessive(slot.start - 1..slot.start).is_empty();
    let article = last.before(slot.start) == "the";
    let own_article = other.word(0) == "the";
    let has_own = grammar::is_determiner(other.word(0));
    // "a Zoe tyre change": the article of the phrase stands, whatever stands before the new word.
    let goes_on = phrases::phrases(last, known).iter().any(|phrase| {
        phrase.words.start < slot.start
            && phrase.words.contains(&slot.start)
            && (indefinite || phrase.bare < slot.start)
    });
    let bare = Line::of(other.from(usize::from(has_own && (after_owner || goes_on))));
    let written = bare.written(0..bare.len());
    // "the UK" gives way to "France" as a whole.
    // The article of "the Peruvian minister" is the minister's.
    let in_phrase = phrases::phrases(last, known).iter().any(|phrase| {
        phrase.words.contains(&slot.start) && phrase.words.end > slot.end && possessive.is_empty()
    });
    let is_name = !in_phrase && names::name_at(&bare, 0, known).is_some();
    let start = if article && (own_article || is_name) {
        slot.start - 1
    } else {
        slot.start
    };
    if indefinite {
        let vowel = written
            .to_lowercase()
            .starts_with(['a', 'e', 'i', 'o', 'u']);
        let article = if vowel { "an" } else { "a" };
        return last.replaced(
            slot.start - 1..slot.end,
            &format!("{article} {written}{possessive}"),
        );
    }
    last.replaced(start..slot.end, &format!("{written}{possessive}"))
}
