//! What was spoken of that an anaphor can stand for: first what the last
//! question was about, then what its answer named, then the turns before.

use super::Past;
use super::anaphora::Sort;
use super::ellipsis::is_year;
use super::line::Line;
use super::names::{self, Kind, Name};
use super::phrases::{self, Phrase};
use crate::index::Index;
use crate::index::english;
use crate::index::names::is_role;

/// Antecedents of a sort, the likeliest first, from the last turn that has any.
pub(super) fn of(sort: &Sort, past: &Past<'_>) -> Vec<String> {
    let index = past.index;
    // "She" may look back further than "the bridge".
    let reach = match sort {
        Sort::Head(_) | Sort::Named | Sort::Country => 1,
        _ => past.turns.len(),
    };
    let turns = past
        .turns
        .iter()
        .take(reach)
        .map(|(question, quote)| match sort {
            Sort::Person => persons(question, quote.as_ref(), index),
            Sort::Thing => things(question, quote.as_ref(), index),
            Sort::Several => several(question, quote.as_ref(), index),
            Sort::Place => places(question, quote.as_ref(), index),
            Sort::Time => times(question, quote.as_ref()),
            Sort::Head(head) => same_head(head, question, quote.as_ref(), index),
            Sort::Country => of_kind(&[Kind::Country], question, quote.as_ref(), index),
            Sort::Named => of_kind(&[Kind::Named], question, quote.as_ref(), index),
        });
    let mut found = turns
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let mut known = Vec::new();
    found.retain(|antecedent| {
        let is_new = !known.contains(antecedent);
        known.push(antecedent.clone());
        is_new
    });
    found
}

/// What the last question was about.
pub(super) fn topic(past: &Past<'_>) -> Option<String> {
    let (question, _) = past.turns.first()?;
    let phrases = phrases::phrases(question, past.index);
    let named = phrases
        .iter()
        .find(|phrase| !phrase.asked && phrase.name.is_some());
    let phrase = named.or_else(|| phrases.iter().find(|phrase| !phrase.asked))?;
    Some(question.written(phrase.words.clone()).to_owned())
}

/// Whether a question asked for somebody by this role.
pub(super) fn spoke_of_role(role: &str, past: &Past<'_>) -> bool {
    let head = english::term(role);
    past.turns.iter().any(|(question, quote)| {
        let lines = [Some(question), quote.as_ref()].into_iter().flatten();
        let mut words = lines.flat_map(|line| (0..line.len()).map(|at| line.word(at)));
        words.any(|word| is_role(word) && english::term(word) == head)
    })
}

fn persons(question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let in_line = |line: &Line| -> Vec<String> {
        let names = names::names(line, index).into_iter();
        let persons = names.filter(|name| name.kind == Kind::Person);
        persons.map(|name| in_full(line, &name, index)).collect()
    };
    let mut found = in_line(question);
    found.extend(quote.map(in_line).unwrap_or_default());
    if found.is_empty() {
        let roles = phrases::phrases(question, index)
            .into_iter()
            .filter(|phrase| phrase.kind == Kind::Role);
        found.extend(roles.map(|phrase| question.written(phrase.words).to_owned()));
        let unknown = names::names(question, index)
            .into_iter()
            .filter(|name| name.kind == Kind::Unknown);
        found.extend(unknown.map(|name| question.written(name.words).to_owned()));
    }
    if found.is_empty() && matches!(question.word(0), "who" | "whom") {
        found.extend(quote.and_then(|quote| doer(quote, index)));
    }
    found
}

/// Who did what a quote tells of: "painted by Rosa Quill".
fn doer(quote: &Line, index: &Index) -> Option<String> {
    let names = names::names(quote, index).into_iter();
    let mut full = names.filter(|name| {
        name.words.len() > 1 && name.kind == Kind::Named && quote.before(name.words.start) == "by"
    });
    Some(quote.written(full.next()?.words).to_owned())
}

/// "Brandt" is called "Anna Brandt", if the documents know one Brandt only.
fn in_full(line: &Line, name: &Name, index: &Index) -> String {
    let alone = name.words.len() == 1;
    let full = index
        .names()
        .person_by_last(line.word(name.words.start))
        .filter(|_| alone);
    let written = full
        .map(|name| name.written.clone())
        .or_else(|| name.written.clone());
    written.unwrap_or_else(|| line.written(name.words.clone()).to_owned())
}

fn things(question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let phrases = phrases::phrases(question, index);
    let asked = phrases.iter().find(|phrase| phrase.asked && !phrase.plural);
    // "Which country": the answer names it.
    let mut found = asked.map_or_else(Vec::new, |asked| answering(asked, question, quote, index));
    let is_thing = |phrase: &&Phrase| {
        !phrase.asked && !phrase.plural && !matches!(phrase.kind, Kind::Person | Kind::Role)
    };
    let things: Vec<&Phrase> = phrases.iter().filter(is_thing).collect();
    // What has a name is spoken of rather than what has none.
    let (named, others): (Vec<&Phrase>, Vec<&Phrase>) =
        things.into_iter().partition(|phrase| phrase.name.is_some());
    let written = |phrase: &Phrase| question.written(phrase.words.clone()).to_owned();
    found.extend(named.into_iter().chain(others).map(written));
    if found.is_empty() {
        found.extend(of_kind(
            &[Kind::Named, Kind::Country, Kind::Unknown],
            question,
            quote,
            index,
        ));
    }
    found
}

/// Names in the answer of the kind that was asked for; owners last: "Peru's neighbour Chile".
fn answering(asked: &Phrase, question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let Some(quote) = quote else {
        return Vec::new();
    };
    let kinds = match asked.kind {
        Kind::Country => &[Kind::Country][..],
        _ => &[Kind::Named],
    };
    let mut found: Vec<Name> = names::names(quote, index);
    let asked_with: Vec<&str> = question.row(0..question.len());
    found.retain(|name| {
        kinds.contains(&name.kind) && !asked_with.contains(&quote.word(name.words.start))
    });
    let owns = |name: &Name| !quote.possessive(name.words.clone()).is_empty();
    found.sort_by_key(owns);
    found
        .iter()
        .map(|name| quote.written(name.words.clone()).to_owned())
        .collect()
}

fn several(question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let phrases = phrases::phrases(question, index);
    let written = |phrase: &Phrase| question.written(phrase.words.clone()).to_owned();
    let mut found: Vec<String> = phrases
        .iter()
        .filter(|phrase| phrase.plural && !phrase.asked)
        .map(written)
        .collect();
    if let Some(asked) = phrases.iter().find(|phrase| phrase.asked && phrase.plural) {
        let named = answering(asked, question, quote, index);
        if named.len() > 1 {
            found.push(in_a_row(&named));
        }
        found.push(format!("the {}", written(asked)));
    }
    if found.is_empty() {
        let all: Vec<String> = names::names(question, index)
            .iter()
            .filter(|name| name.kind == Kind::Country)
            .map(|name| question.written(name.words.clone()).to_owned())
            .collect();
        if all.len() > 1 {
            found.push(in_a_row(&all));
        }
        found.extend(things(question, quote, index));
    }
    if found.is_empty() {
        found.extend(persons(question, quote, index));
    }
    found
}

/// "a, b and c"
fn in_a_row(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

fn places(question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let phrases = phrases::phrases(question, index);
    let is_place =
        |phrase: &&Phrase| !phrase.asked && matches!(phrase.kind, Kind::Country | Kind::Named);
    let written = |phrase: &Phrase| question.written(phrase.words.clone()).to_owned();
    let mut found: Vec<String> = phrases.iter().filter(is_place).map(written).collect();
    // "Which country": the answer names it.
    let asked = phrases
        .iter()
        .find(|phrase| phrase.asked && phrase.kind == Kind::Country);
    if let Some(asked) = asked.filter(|phrase| !phrase.plural && found.is_empty()) {
        found = answering(asked, question, quote, index);
    }
    if found.is_empty() {
        of_kind(&[Kind::Country, Kind::Named], question, quote, index)
    } else {
        found
    }
}

fn times(question: &Line, quote: Option<&Line>) -> Vec<String> {
    let lines = [Some(question), quote].into_iter().flatten();
    let years = lines.flat_map(|line| {
        (0..line.len())
            .map(|at| line.word(at))
            .filter(|word| is_year(word))
    });
    years.map(str::to_owned).collect()
}

/// Phrases of the question, or names in the quote, that end in the same noun and say more than it.
fn same_head(head: &str, question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let alike = |line: &Line, phrase: &Phrase| {
        english::term(line.word(phrase.head)) == head
            && phrase.name.is_some()
            && phrase.words.end - phrase.bare > 1
            && !phrase.asked
    };
    let in_question = phrases::phrases(question, index)
        .into_iter()
        .filter(|phrase| alike(question, phrase));
    let mut found: Vec<String> = in_question
        .map(|phrase| question.written(phrase.words).to_owned())
        .collect();
    if let Some(quote) = quote.filter(|_| found.is_empty()) {
        let ends = |name: &Name| {
            name.words.len() > 1 && english::term(quote.word(name.words.end - 1)) == head
        };
        let names = names::names(quote, index).into_iter().filter(ends);
        found.extend(names.map(|name| format!("the {}", quote.written(name.words))));
    }
    found
}

/// Names of these kinds in the question, else in the quote.
fn of_kind(kinds: &[Kind], question: &Line, quote: Option<&Line>, index: &Index) -> Vec<String> {
    let in_line = |line: &Line| -> Vec<String> {
        let names = names::names(line, index)
            .into_iter()
            .filter(|name| kinds.contains(&name.kind));
        let with_article = |name: Name| {
            let start = name.words.start;
            let article = usize::from(
                line.before(start) == "the" && line.possessive(name.words.clone()).is_empty(),
            );
            line.written(start - article..name.words.end).to_owned()
        };
        names.map(with_article).collect()
    };
    let found = in_line(question);
    if found.is_empty() {
        quote.map(in_line).unwrap_or_default()
    } else {
        found
    }
}
