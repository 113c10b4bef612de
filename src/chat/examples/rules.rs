//! What a sentence answers: rules of English that turn statements into questions.
//!
//! [`happening`] goes by the subject of a sentence and its verb, [`amounts`] by
//! its numbers, [`naming`] by names anywhere in it.

mod amounts;
mod happening;
mod naming;

use super::clause::Clause;
use super::words::is_verb;
use happening::Main;

/// What a question asks for: no two of a kind are shown while others will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Person,
    Thing,
    Time,
    Place,
    Doer,
    Deed,
    Amount,
    Cause,
    Acronym,
    Statement,
}

/// A question that a sentence may answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) question: String,
    /// What it is about, as it stands in the question.
    pub(super) about: String,
}

/// The questions that the rules find in a sentence, which stands without what it had in brackets.
pub(super) fn drafts(clause: &Clause<'_>, next: &str) -> Vec<Draft> {
    let verb = (clause.start()..clause.len()).find(|&at| is_verb(clause.word(at)));
    let mut drafts: Vec<Draft> = naming::people(clause);
    drafts.extend(amounts::counted_subject(clause));
    drafts.extend(naming::statement(clause));
    drafts.extend((clause.start() + 1..clause.len()).filter_map(|at| naming::apposed(clause, at)));
    let Some(main) = verb.and_then(|verb| Main::new(clause, verb)) else {
        return drafts;
    };
    drafts.extend(main.definition(next));
    if main.is_named() {
        drafts.extend(main.time());
        drafts.extend(main.cause());
        drafts.extend(main.place());
        drafts.extend(main.doer());
        drafts.extend(amounts::measure(&main));
        drafts.extend(amounts::number(&main));
        drafts.extend(main.deed());
        drafts.extend(main.habit());
    }
    drafts
}

/// "World Ferry Union (WFU)": what the acronym in brackets stands for.
pub(super) fn acronym(short: &str) -> Draft {
    Draft {
        kind: Kind::Acronym,
        question: format!("What does {short} stand for?"),
        about: short.to_owned(),
    }
}
