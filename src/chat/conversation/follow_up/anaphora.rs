//! "What did she say?": words that stand for something that was spoken of.

use std::ops::Range;

use super::Past;
use super::antecedents;
use super::grammar;
use super::names::{self, Kind};
use super::people::{self, Gender};
use super::phrases::{self, Phrase};
use super::pronouns;
use super::statements;
use crate::chat::line::Line;
use crate::index::names::is_role;
use crate::language::english;

/// What an anaphor can stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// "she", "his".
    Person(Gender),
    /// "it", "that".
    Thing,
    /// "they", "their": several, or an organisation.
    Several,
    /// "most of them": several, and nothing else.
    Members,
    /// "there".
    Place,
    /// "then".
    Time,
    /// "the bridge", by the term of its head, whatever bridge was spoken of.
    Head(String),
    /// "the country".
    Country,
    /// "this project", whatever it was called.
    Named,
}

/// Words that say something: from the first number on, a question with "it" may stand alone; from the
/// second on, it holds what "it" is, if anything in it can be.
const SELF_CONTAINED: Range<usize> = 4..6;
struct Anaphor {
    words: Range<usize>,
    sort: Sort,
    possessive: bool,
    /// "She" needs something before it; "the minister" may be told by the documents.
    sure: bool,
}

/// The questions that `line` may be, each with what its anaphors may stand for,
/// whether it is sure that these are any, and the pronoun that nobody spoken of agrees with; none
/// without any.
pub(super) fn follow(line: &Line, past: &Past<'_>) -> (Vec<String>, bool, Option<&'static str>) {
    let mut found: Vec<(Anaphor, Vec<String>)> = Vec::new();
    let mut anaphors = anaphors(line, past);
    // What is surest comes first, since it leaves less to the others: "when did they sell it".
    anaphors.sort_by_key(|anaphor| match anaphor.sort {
        Sort::Person(_) => 0,
        Sort::Several | Sort::Members => 2,
        _ => 1,
    });
    let mut taken: Vec<String> = Vec::new();
    for anaphor in anaphors {
        // "What did she say of her plans": both are the same person.
        let is_new = found.iter().all(|(known, _)| known.sort != anaphor.sort);
        let antecedents = antecedents::of(&anaphor.sort, past, &taken);
        if let Sort::Person(gender) = anaphor.sort
            && is_new
            && antecedents.is_empty()
            && past.genders.forbid_any(gender)
        {
            return (Vec::new(), true, gender.pronoun());
        }
        if is_new && !antecedents.is_empty() {
            taken.extend(antecedents.first().cloned());
            found.push((anaphor, antecedents));
        }
    }
    found.sort_by_key(|(anaphor, _)| anaphor.words.start);
    let most = found
        .iter()
        .map(|(_, antecedents)| antecedents.len())
        .max()
        .unwrap_or(0);
    let question = |choice: usize| {
        let skipped = opening(line);
        let mut question = Line::of(line.from(skipped));
        for (anaphor, antecedents) in found.iter().rev() {
            let antecedent = antecedents
                .get(choice)
                .or(antecedents.first())
                .map_or("", String::as_str);
            let words = anaphor.words.start - skipped..anaphor.words.end - skipped;
            question = Line::of(&question.replaced(words, &inserted(line, anaphor, antecedent)));
        }
        let mark = if question.text.ends_with('?') {
            ""
        } else {
            "?"
        };
        format!("{}{mark}", question.text)
    };
    let mut questions: Vec<String> = Vec::new();
    for choice in 0..most {
        let question = question(choice);
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    let sure = found.iter().any(|(anaphor, _)| anaphor.sure);
    // What says the same needs no other words.
    let typed = line.from(0).to_lowercase();
    questions.retain(|question| Line::of(question).from(0).to_lowercase() != typed);
    (questions, sure, None)
}

/// Words before the question proper: "and", "but".
fn opening(line: &Line) -> usize {
    let opens = |at: usize| matches!(line.word(at), "and" | "but" | "so" | "ok" | "okay" | "well");
    (0..line.len()).take_while(|&at| opens(at)).count()
}

/// What stands in an anaphor's place.
fn inserted(line: &Line, anaphor: &Anaphor, antecedent: &str) -> String {
    let after_preposition = grammar::is_preposition(line.before(anaphor.words.start));
    match anaphor.sort {
        Sort::Place | Sort::Time if !after_preposition => format!("in {antecedent}"),
        _ if anaphor.possessive && antecedent.ends_with('s') => format!("{antecedent}'"),
        _ if anaphor.possessive => format!("{antecedent}'s"),
        _ => antecedent.to_owned(),
    }
}

/// The words that stand for something outside the line.
fn anaphors(line: &Line, past: &Past<'_>) -> Vec<Anaphor> {
    let own = phrases::phrases(line, past.known);
    let mut found = Vec::new();
    for at in opening(line)..line.len() {
        let Some(anaphor) = pronouns::at(line, at)
            .map(|(sort, possessive)| Anaphor {
                words: at..at + 1,
                // "Where do they bake bread in Peru" is asked of nobody that was spoken of.
                sure: matches!(sort, Sort::Person(_)) || content(line) < SELF_CONTAINED.start,
                sort,
                possessive,
            })
            .or_else(|| definite(line, at, past))
        else {
            continue;
        };
        let is_statement = anaphor.sort == Sort::Thing && statements::is_left(line, at, past);
        if !is_statement && !is_inside(line, &anaphor, &own) {
            found.push(anaphor);
        }
    }
    found
}

/// "the bridge", "this project", "the minister" with nothing that tells which.
fn definite(line: &Line, at: usize, past: &Past<'_>) -> Option<Anaphor> {
    let points = matches!(line.word(at), "this" | "that" | "these" | "those" | "such");
    if !points && line.word(at) != "the" {
        return None;
    }
    let head = at + 1;
    let after = line.word(head + 1);
    let is_bare = grammar::is_content(line.word(head))
        && names::name_at(line, head, past.known).is_none()
        && (!grammar::is_content(after)
            || grammar::is_verb(after)
            || grammar::is_participle(after))
        && !matches!(
            after,
            "of" | "for" | "between" | "with" | "that" | "who" | "which"
        );
    if !is_bare || line.words[head].capital {
        return None;
    }
    let word = line.word(head);
    // "The name that rivers bear": after a noun, "that" mostly opens a clause.
    let opens_clause = line.word(at) == "that" && grammar::is_content(line.before(at));
    let by_head = Sort::Head(english::term(word));
    let named_before = !antecedents::of(&by_head, past, &[]).is_empty();
    let sort = if named_before {
        by_head
    } else if grammar::is_plural(word) || opens_clause {
        return None;
    } else if grammar::is_place(word) {
        Sort::Country
    } else if is_role(word) && people::spoke_of_role(word, past) {
        Sort::Person(Gender::Any)
    } else if points && (grammar::is_class(word) || grammar::is_body(word)) {
        Sort::Named
    } else {
        return None;
    };
    Some(Anaphor {
        words: at..head + 1,
        sure: content(line) < SELF_CONTAINED.start && (points || named_before),
        sort,
        possessive: !line.possessive(at..head + 1).is_empty(),
    })
}

/// How many words of a line say something.
fn content(line: &Line) -> usize {
    (0..line.len())
        .filter(|&at| grammar::is_content(line.word(at)))
        .count()
}

/// Whether what an anaphor stands for is in the line itself: "Does Anna say that she left",
/// "Did the club sell its boats", but not "Has the club sold it".
fn is_inside(line: &Line, anaphor: &Anaphor, own: &[Phrase]) -> bool {
    let start = anaphor.words.start;
    let fits = |phrase: &&Phrase| {
        let person = matches!(phrase.kind, Kind::Person | Kind::Role);
        let bare = phrase.bare == phrase.words.start;
        let may_be_person =
            !phrase.plural && (bare || phrase.name.is_some()) && phrase.kind != Kind::Country;
        let agrees = match anaphor.sort {
            Sort::Person(_) => person || (may_be_person && !phrase.asked),
            Sort::Thing => !person && !phrase.plural,
            Sort::Several | Sort::Members => !phrase.asked || phrase.plural,
            _ => false,
        };
        phrase.words.start < start && agrees
    };
    // "Who lost his hat", and not "who is his wife".
    let by_who = (0..start).any(|at| {
        matches!(line.word(at), "who" | "whoever")
            && grammar::is_content(line.word(at + 1))
            && at + 1 < start
    });
    let whole = content(line) >= SELF_CONTAINED.end;
    let mut before = own.iter().filter(fits);
    let near = before.any(|phrase| {
        let clause = (phrase.words.start..start).any(|at| grammar::opens_clause(line.word(at)));
        anaphor.possessive || clause || whole
    });
    near || (by_who && anaphor.possessive)
}
