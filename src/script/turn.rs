//! One turn of a script: what is asked, what is wanted, and whether it is given.

use std::fmt::Write as _;
use std::slice;

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::answer::{Citation, Grade, Quote};
use crate::chat::conversation::Said;
use crate::chat::text::{self, Screen};
use crate::eval::fold;
use crate::wording::Wording;

/// How an answer is shown because it failed.
const SCREEN: Screen = Screen {
    wording: Wording::ENGLISH,
    width: 100,
};
/// The wanted quote must be among so many first ones, where a turn does not say.
pub(super) const RANK: usize = 3;

/// One question with what is wanted of its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// The question, and where in the script it stands.
    pub ask: Spanned<String>,
    /// What one quote, or the excerpt shown, must contain, all of it; case and white space do not
    /// matter, nor whether Quoth is sure of its answer.
    #[serde(default, deserialize_with = "one_or_many")]
    pub answer: Vec<String>,
    /// What the document of one of its citations must contain.
    pub source: Option<String>,
    /// The quote must be among so many first ones; 3 where left out.
    pub rank: Option<usize>,
    /// What the question must be taken for contains this, all of it.
    #[serde(default, deserialize_with = "one_or_many")]
    pub searched_for: Vec<String>,
    /// Whether the question must be searched for as it is asked.
    #[serde(default)]
    pub alone: bool,
    /// The turn of this chat whose answer it replies to, from 1; the last one where left out.
    pub reply_to: Option<usize>,
    /// Whether Quoth must say that the documents do not answer.
    #[serde(default)]
    pub abstain: bool,
    /// Whether Quoth must answer, and say that it is not sure.
    #[serde(default)]
    pub perhaps: bool,
}

/// Reads a string or a list of strings.
fn one_or_many<'de, D: Deserializer<'de>>(written: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Written::deserialize(written)? {
        Written::One(one) => vec![one],
        Written::Many(many) => many,
    })
}

/// The quotes of a reply, or its excerpt, with where they stand; nothing where it declines.
fn shown(said: &Said) -> Vec<(&str, &[Citation])> {
    let quotes: &[Quote] = match said {
        Said::Answer { answer, .. } | Said::Evidence(answer) => answer.outcome.quotes(),
        Said::More { quotes, grade, .. } if *grade > Grade::Abstained => quotes,
        Said::Excerpt { excerpt, .. } => {
            return vec![(&*excerpt.text, slice::from_ref(&excerpt.citation))];
        }
        Said::More { .. } | Said::Told(_) | Said::Nothing(_) => &[],
    };
    let shown = quotes.iter().map(|it| (&*it.reading, &*it.citations));
    shown.collect()
}

/// Whether this is an answer that may be wrong, or further quotes of one.
fn is_unsure(said: &Said) -> bool {
    let grade = match said {
        Said::Answer { answer, .. } | Said::Evidence(answer) => answer.outcome.grade(),
        Said::More { grade, .. } => *grade,
        Said::Excerpt { .. } | Said::Told(_) | Said::Nothing(_) => return false,
    };
    grade == Grade::Perhaps
}

impl Turn {
    /// How far down the wanted quote may stand.
    pub(super) fn deepest(&self) -> usize {
        self.rank.unwrap_or(RANK)
    }

    fn wants_quote(&self) -> bool {
        !self.answer.is_empty() || self.source.is_some() || self.rank.is_some()
    }

    /// What this turn, after so many `before`, wants that cannot be, if anything.
    pub(super) fn contradiction(&self, before: usize) -> Option<&'static str> {
        let wants_meaning = !self.searched_for.is_empty() || self.alone;
        match (self.abstain, self.wants_quote()) {
            _ if self.abstain && self.perhaps => Some("wants both abstain and perhaps"),
            (true, true) => Some("wants both abstain and a quote"),
            (false, false) if !wants_meaning && !self.perhaps => {
                Some("wants nothing: give answer, source, perhaps, abstain, searched_for or alone")
            }
            _ if self.alone && !self.searched_for.is_empty() => {
                Some("wants both alone and searched_for")
            }
            _ if self.rank == Some(0) => Some("has rank 0: rank counts from 1"),
            _ if self.reply_to.is_some_and(|to| to == 0 || to > before) => {
                Some("replies to no turn before it: reply_to counts from 1")
            }
            _ => None,
        }
    }

    /// What was wanted, where the reply does not give it.
    pub(super) fn judge(&self, said: &Said) -> Option<String> {
        self.misunderstood(said).or_else(|| self.unanswered(said))
    }

    /// What the question should have been taken for, where it was not.
    fn misunderstood(&self, said: &Said) -> Option<String> {
        let searched_for = match said {
            Said::Answer { searched_for, .. } => searched_for.as_deref(),
            _ => None,
        };
        if self.alone {
            return searched_for.map(|_| "the question as it stands".to_owned());
        }
        let taken = fold(searched_for.unwrap_or_default());
        let parts = &self.searched_for;
        let is_taken = parts.iter().all(|part| taken.contains(&fold(part)));
        (!is_taken).then(|| format!("searched for {:?}", parts.join(" ... ")))
    }

    fn unanswered(&self, said: &Said) -> Option<String> {
        let shown = shown(said);
        if self.abstain {
            return (!shown.is_empty()).then(|| "no answer".to_owned());
        }
        if self.perhaps && !is_unsure(said) {
            return Some("an answer that Quoth is not sure of".to_owned());
        }
        let rank = self.deepest();
        let right = |(text, citations): &(&str, &[Citation])| {
            let text = fold(text);
            let is_of = |source: &String| citations.iter().any(|it| it.document.contains(source));
            self.answer.iter().all(|part| text.contains(&fold(part)))
                && self.source.as_ref().is_none_or(is_of)
        };
        if !self.wants_quote() || shown.iter().take(rank).any(right) {
            return None;
        }
        let mut wanted = if self.answer.is_empty() {
            "a quote".to_owned()
        } else {
            format!("{:?}", self.answer.join(" ... "))
        };
        if let Some(source) = &self.source {
            let _ = write!(wanted, " from {source}");
        }
        let _ = write!(wanted, " within the first {rank}");
        Some(wanted)
    }

    /// A failed turn as a person reads it.
    pub(super) fn failure(&self, chat: &str, wanted: &str, said: &Said) -> String {
        let shown = anstream::adapter::strip_str(&text::reply(said, SCREEN)).to_string();
        let question = self.ask.get_ref();
        let confidence = match said {
            Said::Answer { answer, .. } => format!(" (confidence {:.2})", answer.confidence),
            _ => String::new(),
        };
        format!(
            "{chat}: {question}\n  wanted: {wanted}\n  answer{confidence}:\n{}",
            textwrap::indent(shown.trim_end(), "    ")
        )
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
