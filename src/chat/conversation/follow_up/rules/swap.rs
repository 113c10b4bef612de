//! "And Peru?": something else asked about in the same way as before.

use std::ops::Range;

use super::super::names::Kind;
use super::super::parsed::Parsed;
use super::super::times;
use super::super::turn::Past;
use super::super::words::{self, Class};
use super::slot::{self, Other};
use super::{Need, Readings, standing_in, statement};

/// More words than this are no mere name of something else.
const LONGEST: usize = 7;
/// The same where nothing opens them.
const LONGEST_BARE: usize = 4;
/// What stands before what is asked about, where nothing in the question gives way to it.
const ABOUT: &str = "As for ";

/// What a message asks in the way of the last question that has its like.
pub(super) fn follow(message: &Parsed, past: &Past<'_>) -> Option<Readings> {
    let row = message.line.row(0..message.len());
    let start = words::opener(&row);
    let is_opened = start > 0;
    let most = if is_opened { LONGEST } else { LONGEST_BARE };
    let with = Some(message.word(start)).filter(|word| Class::Preposition.has(word));
    let rest = start + usize::from(with.is_some())..message.len();
    let gap = message.line.gap(rest.start).trim_start();
    let dashes = if gap.starts_with('-') { gap } else { "" };
    let rest = format!("{dashes}{}", message.written(rest));
    // Nobody else can have said "that": what was asked before is meant.
    let closed = past.turns.iter().map(|turn| &turn.question);
    let mut closed = closed.filter(|question| !statement::is_open(question));
    let last = closed.next().unwrap_or(&past.last().question);
    let other = without_one(Parsed::question(&rest, past.known), last, past);
    // "And her deputy?" asks for the deputy of whoever was spoken of.
    let is_of_another = matches!(standing_in::pronoun(&other, 0), Some((_, true)));
    if other.len() == 0 || other.len() > most || !is_nominal(&other) || is_of_another {
        return None;
    }
    if let Some(question) = twice(&other, with, last, past) {
        return Some(Readings::one(question, Need::of(is_opened)).by_putting_in(rest));
    }
    let other = Other::of(other, with);
    let in_question = |question: &Parsed| in_its_place(question, &other);
    let like = in_question(last);
    // Words alone may well be a topic of their own.
    let is_like = like.is_some() && !matches!(other.kind, Kind::Thing | Kind::Named);
    let mut questions: Vec<String> = like.into_iter().collect();
    if is_opened && !other.is_time {
        questions.extend(closed.filter_map(in_question));
    }
    if questions.is_empty() {
        let is_person = matches!(other.kind, Kind::Role | Kind::Person);
        if is_person || !is_opened && with.is_none() && !other.is_time {
            return None;
        }
        questions.push(appended(last, &other)?);
    }
    // "And the website?" may be about nothing that was asked; "the cheapest" is of what was.
    let is_thing = other.kind == Kind::Thing && !other.is_time && !other.is_superlative;
    let is_topic = is_opened && with.is_none() && is_thing;
    questions.extend(is_topic.then(|| rest.clone()));
    Some(Readings::of(questions, Need::of(is_opened || is_like)).by_putting_in(rest))
}

/// The last question with something else in the place of its like.
fn in_its_place(last: &Parsed, other: &Other<'_>) -> Option<String> {
    let slot = slot::of(last, other)?;
    Some(if other.is_time {
        with_time(last, slot, other)
    } else {
        fill(last, slot, other)
    })
}

/// The last question with a time and what follows it in the places of their likes: "on Sunday in week 3".
fn twice(other: &Parsed, with: Option<&str>, last: &Parsed, past: &Past<'_>) -> Option<String> {
    let mut inside = 1..other.len().saturating_sub(1);
    let parting = inside.find(|at| Class::Preposition.has(other.word(*at)))?;
    let of = |words: Range<usize>, with| {
        Other::of(Parsed::question(&other.written(words), past.known), with)
    };
    let time = Some(of(0..parting, with)).filter(|time| time.is_time)?;
    let rest = of(parting + 1..other.len(), Some(other.word(parting)));
    let question = in_its_place(last, &time)?;
    in_its_place(&Parsed::question(&question, past.known), &rest)
}

/// "Peruvian" of "the Peruvian one", "a second permit" of "a second one".
fn without_one(other: Parsed, last: &Parsed, past: &Past<'_>) -> Parsed {
    let end = other.len().saturating_sub(1);
    let is_one = matches!(other.word(end), "one" | "ones");
    let start = usize::from(other.word(0) == "the");
    if !is_one || other.word(start) == "other" || end == 0 {
        return other;
    }
    let (mut names, mut nouns) = (other.names.iter(), last.phrases.iter());
    let text = if let Some(name) = names.find(|name| name.words == (start..end)) {
        name.text.clone()
    } else if let Some(noun) = nouns.find(|noun| !noun.asked && noun.name.is_none()) {
        other.replaced(end..end + 1, last.word(noun.head))
    } else {
        return other;
    };
    Parsed::question(&text, past.known)
}

/// A noun phrase and nothing else: no verb, no question word, no pronoun.
fn is_nominal(other: &Parsed) -> bool {
    let is_small = |word: &str| {
        let points = matches!(word, "this" | "that" | "these" | "those");
        let small = Class::Determiner.has(word) || Class::Preposition.has(word);
        !points && (small || matches!(word, "and" | "or"))
    };
    let is_verb = Class::Verb.has(other.word(0)) && other.name_at(0).is_none();
    let mut all = 0..other.len();
    other.content() > 0
        && !is_verb
        && (slot::is_superlative(other)
            || all.all(|at| other.is_content(at) || is_small(other.word(at))))
}

/// The last question at another time, with the preposition of that.
fn with_time(last: &Parsed, slot: Range<usize>, other: &Other<'_>) -> String {
    let before = last.line.before(slot.start);
    let text = other.parsed.line.from(0);
    if !Class::Preposition.has(before) {
        return last.replaced(slot, text);
    }
    let own = times::preposition(&last.line, &slot);
    let default = times::preposition(&other.parsed.line, &(0..other.parsed.len()));
    let with = match other.with {
        Some(with) => format!("{with} "),
        None if own == default => format!("{before} "),
        None => default.to_owned(),
    };
    last.replaced(slot.start - 1..slot.end, &format!("{with}{text}"))
}

/// The last question with what nothing in it gives way to; what was added before gives way to it.
/// `None` where that would be no question, as after "and in winter?".
fn appended(last: &Parsed, other: &Other<'_>) -> Option<String> {
    let text = other.parsed.written(0..other.parsed.len());
    let question = last.from(0);
    let before = question.strip_prefix(ABOUT);
    let before = before.and_then(|rest| rest.split_once(", "));
    let question = before.map_or(question, |(_, question)| question);
    let default = || times::preposition(&other.parsed.line, &(0..other.parsed.len())).trim();
    if let Some(with) = other.with.or_else(|| other.is_time.then(default)) {
        return Some(format!("{} {text}?", format!("{question} {with}").trim()));
    }
    let question = super::lowered(question);
    let asks = before.is_some() || last.asks();
    asks.then(|| format!("{ABOUT}{text}, {question}?"))
}

/// The last question about something else.
fn fill(last: &Parsed, slot: Range<usize>, other: &Other<'_>) -> String {
    let possessive = last.possessive(slot.clone());
    let before = last.line.before(slot.start);
    let (with, other) = (other.with, &other.parsed);
    // "at the pier", "in the school"
    if let Some(with) = with.filter(|with| slot::is_where(with) && slot::is_where(before)) {
        let by = format!("{with} {}", other.written(0..other.len()));
        return last.replaced(slot.start - 1..slot.end, &by);
    }
    let after_owner = slot.start > 0 && !last.possessive(slot.start - 1..slot.start).is_empty();
    let around = last.phrases.iter();
    let mut around = around.filter(|phrase| phrase.words.contains(&slot.start));
    // "a Zoe tyre change": the article of the phrase stands, whatever stands before the new word.
    let is_indefinite = matches!(before, "a" | "an");
    let goes_on = around.clone().any(|phrase| {
        phrase.words.start < slot.start && (is_indefinite || phrase.bare < slot.start)
    });
    let has_own = Class::Determiner.has(other.word(0)) && !other.is_title(0);
    let bare = usize::from(has_own && (after_owner || goes_on));
    // The article of "the Peruvian minister" is the minister's, "the UK" gives way as a whole.
    let in_phrase = around.any(|phrase| phrase.words.end > slot.end && possessive.is_empty());
    let is_name = !in_phrase && other.name_at(bare).is_some();
    let article = usize::from(before == "the" && (other.word(0) == "the" || is_name));
    let by = other.written(bare..other.len()) + possessive;
    last.replaced(slot.start - article..slot.end, &by)
}
