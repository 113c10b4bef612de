//! The names that a corpus writes, and which of them are persons'.
//!
//! A name is a run of words with capitals. Whose it is, its neighbours tell: a
//! role beside it ("the harbour master, Anna Brandt") or a verb of speech after
//! it make a person of it, an article or "in" before it something else.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::analyser::{self, Token};
use crate::language::english;

/// A longer run of words with capitals is a headline.
pub(super) const LONGEST: usize = 6;
/// A role stands so many words after the comma behind a name, at most: "Anna Brandt, the new harbour master".
const APPOSITION: usize = 6;
/// Small words inside names.
const PARTICLES: &[&str] = &[
    "van", "von", "de", "der", "den", "da", "di", "al", "bin", "la",
];
/// Words before a name that is no person's.
const BEFORE_OTHERS: &[&str] = &["the", "a", "an", "in", "at", "near", "into", "across"];
/// Words that open another clause, which tells nothing of the name before it.
const CLAUSES: &[&str] = &[
    "who", "whose", "which", "where", "when", "and", "but", "or", "while",
];

/// What a person can be: the general words for offices, trades and relations, and titles.
const ROLES: &str = "\
    actor actress admiral adviser advisor ambassador analyst archbishop architect artist attorney author baron bishop \
    boss captain chair chairman chairwoman chairperson chancellor chief coach colonel commander commissioner composer \
    conductor coordinator councillor curator daughter dean delegate deputy designer diplomat director doctor dr duchess \
    duke economist editor emperor engineer envoy executive expert father founder general goalkeeper governor head \
    historian husband inspector inventor journalist judge justice keeper king lady lawyer leader lecturer lieutenant \
    lord major manager marshal master mayor minister miss monarch mother mr mrs ms musician officer official owner \
    painter philosopher photographer pilot player poet politician pope premier president priest prince princess \
    principal producer professor programmer queen reporter representative researcher sailor scholar scientist secretary \
    senator sergeant sheriff singer sir sister skipper soldier son spokesman spokesperson spokeswoman striker surgeon \
    teacher trainer treasurer warden wife winner writer";
/// What persons mostly do.
const SPEECH: &str = "\
    said says told tells wrote writes added adds argued argues explained explains warned warns stressed insisted \
    claimed claims believes believed thinks thought promised denied replied asked announced declared recalled remembers \
    met resigned died married";

/// Whether a lower-cased word is what a person can be.
pub fn is_role(word: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| ROLES.split_whitespace().collect());
    SET.contains(word) || word.strip_suffix('s').is_some_and(|one| SET.contains(one))
}

fn is_speech(word: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| SPEECH.split_whitespace().collect());
    SET.contains(word)
}

/// The names of a document, by their words as analysis leaves them, joined by spaces.
#[derive(Debug, Default)]
pub(super) struct Mentions(BTreeMap<String, Mention>);

/// A name in a document.
#[derive(Debug, Default)]
pub(super) struct Mention {
    /// As it was written first.
    pub(super) written: String,
    /// Times that a role stands beside it, or a verb of speech after it.
    pub(super) as_person: u32,
    /// Times that what stands before it is for places and things.
    pub(super) as_other: u32,
    /// Whether it stands elsewhere than at the start of a sentence, or has several words.
    pub(super) is_sure: bool,
}

/// A name as the documents have it.
#[derive(Clone, Debug, Default)]
pub struct Name {
    /// As most of them write it.
    pub written: String,
    /// Documents that have it as a person's more often than as another's, and the other way round.
    pub(super) as_person: u64,
    pub(super) as_other: u64,
}

impl Name {
    /// Whether it is a person's, as far as its neighbours tell.
    pub fn is_person(&self) -> bool {
        self.as_person > self.as_other && !self.is_acronym()
    }

    /// Whether nothing tells that it is a place's or a thing's.
    pub fn may_be_person(&self) -> bool {
        self.as_other <= self.as_person && !self.is_acronym()
    }

    fn is_acronym(&self) -> bool {
        analyser::is_in_capitals(&self.written)
    }
}

impl Mentions {
    /// How many different names there are.
    pub(super) fn different(&self) -> usize {
        self.0.len()
    }

    /// Takes in a sentence.
    pub(super) fn add(&mut self, text: &str, tokens: &[Token]) {
        let words: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
        let mut content = words.iter().filter(|word| !word.is_stop_word());
        // In a headline capitals tell nothing.
        let is_headline = words.len() > LONGEST && content.all(|word| word.capital);
        if is_headline || analyser::is_in_capitals(text) {
            return;
        }
        for run in runs(text, &words) {
            self.add_run(text, &words, run);
        }
    }

    /// Every name by its words.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &Mention)> {
        self.0.iter().map(|(words, name)| (words.as_str(), name))
    }

    fn add_run(&mut self, text: &str, words: &[&Token], run: Range<usize>) {
        // "Peruvian Harbour Master Anna Brandt": what stands after the role is the person, nothing before it is.
        let Some(role) = run.clone().rev().find(|&at| is_role(&words[at].word)) else {
            let is_person = has_role_beside(text, words, &run) || speaks(text, words, &run);
            return self.count(text, words, run, is_person);
        };
        let before = (run.start..role).take_while(|&at| !is_role(&words[at].word));
        let before = run.start..run.start + before.count();
        self.count(text, words, before, false);
        self.count(text, words, role + 1..run.end, true);
    }

    fn count(&mut self, text: &str, words: &[&Token], run: Range<usize>, is_person: bool) {
        if run.is_empty() || run.len() > LONGEST {
            return;
        }
        let row = words[run.clone()].iter().map(|word| word.word.as_str());
        let row: Vec<&str> = row.collect();
        let span = words[run.start].span.start..words[run.end - 1].span.end;
        let name = self.0.entry(row.join(" ")).or_insert_with(|| Mention {
            written: without_possessive(&text[span]).to_owned(),
            ..Mention::default()
        });
        name.is_sure |= run.start > 0 || run.len() > 1;
        let before = run.start.checked_sub(1).map(|at| words[at].word.as_str());
        let as_other = before.is_some_and(|word| BEFORE_OTHERS.contains(&word));
        name.as_person += u32::from(is_person && !as_other);
        name.as_other += u32::from(as_other);
    }
}

/// Rows of words with capitals, particles inside; what opens a sentence only where it can be a name.
pub(crate) fn runs(text: &str, words: &[&Token]) -> Vec<Range<usize>> {
    let is_name = |at: usize| {
        let word = words[at];
        word.capital && !word.is_stop_word() && !english::is_month_or_day(&word.word)
    };
    let joined = |at: usize| {
        let before = &text[words[at - 1].span.range()];
        let possessive = before.ends_with(['s', 'S']) && before.contains(['\'', '’']);
        matches!(gap(text, words, at), " " | "-" | ". ") && !possessive
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        let is_particle = || {
            let is_inside = at + 1 < words.len() && is_name(at + 1) && joined(at + 1);
            is_inside && PARTICLES.contains(&words[at].word.as_str())
        };
        match runs.last_mut() {
            Some(run) if run.end == at && joined(at) && (is_name(at) || is_particle()) => {
                run.end += 1;
            }
            _ if is_name(at) => runs.push(at..at + 1),
            _ => {}
        }
    }
    runs
}

/// What stands between a word and the one before it.
fn gap<'t>(text: &'t str, words: &[&Token], at: usize) -> &'t str {
    analyser::gap(text, words, at, |word| word.span)
}

/// "The harbour master Anna Brandt", "Anna Brandt, the harbour master".
fn has_role_beside(text: &str, words: &[&Token], run: &Range<usize>) -> bool {
    let before = run.start.checked_sub(1).is_some_and(|at| {
        matches!(gap(text, words, run.start), " " | ", ") && is_role(&words[at].word)
    });
    let after = || {
        let Some(next) = words.get(run.end) else {
            return false;
        };
        let far = words.len().min(run.end + APPOSITION);
        let is_inside = |at: &usize| *at == run.end || !gap(text, words, *at).contains([',', ';']);
        let mut apposed = (run.end..far).take_while(is_inside);
        gap(text, words, run.end).starts_with(", ")
            && !CLAUSES.contains(&next.word.as_str())
            && apposed.any(|at| is_role(&words[at].word))
    };
    before || after()
}

/// "Anna Brandt said", "said Anna Brandt".
fn speaks(text: &str, words: &[&Token], run: &Range<usize>) -> bool {
    let is_close = |at: usize| gap(text, words, at).trim().is_empty();
    let after = words.get(run.end).is_some_and(|next| is_speech(&next.word)) && is_close(run.end);
    let before = run.start.checked_sub(1).is_some_and(|at| {
        matches!(words[at].word.as_str(), "said" | "says" | "added") && is_close(run.start)
    });
    after || before
}

fn without_possessive(name: &str) -> &str {
    name.strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(name)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;
