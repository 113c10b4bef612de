//! What a question asks for: its terms, what else each may be called, and the kind of answer wanted.

mod acronyms;
mod around;
mod asking;
pub(super) mod countries;
mod dates;
mod expansion;
mod term;
#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
mod tests;

use std::borrow::Cow;

use super::contact::Way;
use super::speech;
use crate::corpus::Span;
use crate::index::{Alternatives, Index, IndexError, Statistics, defining};
use crate::language::analyser::{self, Token};
use crate::language::{AnswerType, Asking, Capitals, Language};
use around::Around;
use asking::{MOST_LOOKED_UP, may_be_name};
use expansion::Expansion;
pub(super) use term::{Alternative, QueryTerm, Target};

/// More terms than this no question needs; the rarest are kept.
pub(super) const MOST_TERMS: usize = 32;

/// A question, ready to be searched for.
#[derive(Debug)]
pub(super) struct Query {
    /// The words that say something, in the order of the question.
    pub(super) terms: Vec<QueryTerm>,
    /// All words of the question in lower case, also those that say little, with slips mended.
    pub(super) wording: Vec<String>,
    /// Indices of terms that stand next to each other in the question.
    pub(super) bigrams: Vec<(usize, usize)>,
    /// The kind of answer that is wanted.
    pub(super) wanted: AnswerType,
    /// The word that passages have which tell what it asks the meaning of.
    pub(super) subject: Option<String>,
    /// Whether several things are wanted.
    pub(super) several: bool,
    /// Whether it asks what somebody says.
    pub(super) asks_for_speech: bool,
    /// The index of the term that does.
    pub(super) speech: Option<usize>,
    /// The indices of terms that ask how to reach somebody.
    pub(super) ways: Vec<(usize, Way)>,
    /// The number of the part of a text that it asks about: "3.2" of "clause 3.2".
    pub(super) cited: Option<String>,
    /// What the documents know of its words.
    pub(super) known: Statistics,
    /// Its language and theirs, where no document is in that.
    pub(super) elsewhere: Option<Languages>,
    /// The question in English, word for word, where that is searched for instead of it.
    pub(super) in_english: Option<String>,
    /// Of such a question, the indices of terms that are names, as far as its capitals tell.
    pub(super) names: Vec<usize>,
}

/// The language of a question, and those of the documents, which are others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    /// The one that was asked in.
    pub asked: Language,
    /// Those of the documents, the commonest first.
    pub here: Vec<Language>,
}

impl Query {
    /// Analyses `question`, and asks the index what the documents have of its words.
    pub(super) fn new(question: &str, index: &Index) -> Result<Self, IndexError> {
        // In capitals throughout, nothing tells a name or an acronym from other
        // words; a word alone is more likely one than "us" or "it".
        let shouted =
            analyser::is_in_capitals(question) && question.split_whitespace().nth(1).is_some();
        let lower = shouted.then(|| question.to_lowercase());
        let typed = lower.as_deref().unwrap_or(question);
        let here = index.languages()?;
        let asked = Language::of_question(typed, &here);
        let is_elsewhere = !here.is_empty() && !here.contains(&asked);
        let glosses = is_elsewhere && here.contains(&Language::ENGLISH) && asked.can_be_glossed();
        let in_english = glosses.then(|| asking::in_english(typed, asked, index));
        let in_english = in_english.transpose()?;
        let language = if glosses { Language::ENGLISH } else { asked };
        let question = in_english.as_deref().unwrap_or(typed);
        let others = here.iter().filter(|other| **other != language).copied();
        let languages = std::iter::once(language).chain(others).collect();
        let tokens = analyser::analyse_in(question, language);
        // A word of another language is no slip of typing.
        let mends = !is_elsewhere;
        let known = asking::statistics(question, &tokens, languages, mends, index)?;
        let query = Self::of(question, &tokens, known);
        let mut query = Self {
            elsewhere: is_elsewhere.then_some(Languages { asked, here }),
            in_english,
            ..query
        };
        if query.in_english.is_some() {
            let names = asking::names(typed, asked).into_iter();
            query.names = names.flat_map(|name| query.terms_of(name)).collect();
        }
        Ok(query)
    }

    /// Makes a query of a question whose words are `known`.
    fn of(question: &str, tokens: &[Token], known: Statistics) -> Self {
        let asked = known.language().asked(tokens);
        let mut content = content_tokens(question, tokens, &known);
        content.truncate(MOST_LOOKED_UP);
        let around = Around::new(question, tokens, &content, &known);
        let only_asks = |token: &Token| asked.only_ask.contains(&token.span);
        content.retain(|token| !around.only_frames(token) && !only_asks(token));
        // Below the name of its speaker, nothing says that something is said.
        let said = speech::asked(tokens);
        if let Some(said) = said.filter(|said| content.len() > 1 && !known.has(&said.word)) {
            content.retain(|token| token.span != said.span);
        }
        let mut terms: Vec<(QueryTerm, Span)> = Vec::with_capacity(content.len());
        for (position, token) in content.iter().enumerate() {
            let previous = position.checked_sub(1).map(|before| content[before]);
            let next = content.get(position + 1).copied();
            let expansion = around.framed(token, &known).unwrap_or_else(|| {
                let others = around.others(question, token, &known);
                expansion::expand(token, [previous, next], others, &known)
            });
            let term = query_term(question, token, expansion, &known, &asked);
            if !terms.iter().any(|(known, _)| {
                known.alternatives == term.alternatives
                    && (!term.alternatives.is_empty() || known.typed == term.typed)
            }) {
                terms.push((term, token.span));
            }
        }
        if terms.len() > MOST_TERMS {
            let mut rarest: Vec<usize> = (0..terms.len()).collect();
            rarest.sort_by(|&a, &b| terms[b].0.idf.total_cmp(&terms[a].0.idf).then(a.cmp(&b)));
            let cut = rarest.split_off(MOST_TERMS);
            let mut number = 0..;
            terms.retain(|_| number.next().is_some_and(|n| !cut.contains(&n)));
        }
        let is_apart = |first: usize| {
            let between = Span::from(terms[first].1.end..terms[first + 1].1.start);
            let mut plain = tokens.iter().filter(|token| !token.compound);
            plain.any(|token| between.covers(token.span))
        };
        let firsts = (0..terms.len().saturating_sub(1)).filter(|&first| !is_apart(first));
        let bigrams = firsts.map(|first| (first, first + 1)).collect();
        let mended = |token: &Token| {
            let term = terms.iter().find(|(_, span)| *span == token.span);
            term.map_or(token.word.to_lowercase(), |(term, _)| term.meant())
        };
        let words = tokens.iter().filter(|token| !token.compound);
        let wording = words.take(MOST_LOOKED_UP).map(mended).collect();
        let subject = match asked.wanted {
            AnswerType::Definition | AnswerType::Thing => subject(&terms, tokens, &known),
            _ => None,
        };
        let terms: Vec<QueryTerm> = terms.into_iter().map(|(term, _)| term).collect();
        let speech = said.and_then(|said| {
            let mut typed = terms.iter();
            typed.position(|term| term.analysed == said.word)
        });
        Self {
            speech,
            subject,
            several: asked.several,
            asks_for_speech: said.is_some(),
            ways: Way::asked(&terms),
            cited: around.cited().map(str::to_owned),
            terms,
            wording,
            bigrams,
            wanted: asked.wanted,
            known,
            elsewhere: None,
            in_english: None,
            names: Vec::new(),
        }
    }

    /// The sum of what its terms tell; what a sentence that holds them all would cover.
    pub(super) fn total_idf(&self) -> f32 {
        let idfs = self.terms.iter().map(|term| term.idf);
        idfs.sum::<f32>().max(f32::MIN_POSITIVE)
    }

    /// The share of the question's weight that is met; `met` tells how far each term is, 0 to 1.
    pub(super) fn share(&self, met: impl Fn(usize) -> f32) -> f32 {
        self.share_among(|_| true, met).unwrap_or(0.0)
    }

    /// The same of the terms that `which` lets through alone; `None` where it lets none.
    pub(super) fn share_among(
        &self,
        which: impl Fn(usize) -> bool,
        met: impl Fn(usize) -> f32,
    ) -> Option<f32> {
        let weights = || {
            let terms = self.terms.iter().enumerate();
            terms.filter(|(number, _)| which(*number))
        };
        let all: f32 = weights().map(|(_, term)| term.idf).sum();
        let sum: f32 = weights().map(|(number, term)| term.idf * met(number)).sum();
        (all > 0.0).then(|| sum / all)
    }

    /// The weight of the heaviest term as far as it is `unmet`, against the heaviest term, 0 to 1.
    pub(super) fn heaviest(&self, unmet: impl Fn(usize) -> f32) -> f32 {
        let idfs = self.terms.iter().map(|term| term.idf);
        let most = idfs.fold(f32::MIN_POSITIVE, f32::max);
        let weights = self.terms.iter().enumerate();
        let unmet = weights.map(|(number, term)| term.idf * unmet(number));
        unmet.fold(0.0, f32::max) / most
    }

    /// The terms that some of the words make which it was asked in.
    pub(super) fn terms_of(&self, words: &str) -> Vec<usize> {
        let languages = self.elsewhere.as_ref();
        let asked = languages.filter(|_| self.in_english.is_some());
        let words = match asked.map(|languages| languages.asked) {
            Some(asked) => {
                let others = asked.ambiguous(words).join(" ");
                format!("{} {others}", asked.glossed(words.into())).into()
            }
            None => Cow::Borrowed(words),
        };
        let tokens = analyser::analyse_in(&words, self.known.language());
        let is_of = |term: &QueryTerm| tokens.iter().any(|token| token.word == term.analysed);
        let terms = self
            .terms
            .iter()
            .enumerate()
            .filter(|(_, term)| is_of(term));
        terms.map(|(number, _)| number).collect()
    }

    /// What the index is asked for: for every term its alternatives, and its subject.
    pub(super) fn words(&self) -> Vec<Alternatives<'_>> {
        let terms = self.terms.iter().map(|term| {
            let alternatives = term.alternatives.iter();
            alternatives.flat_map(Alternative::stems).collect()
        });
        let subject = self.subject.iter().map(|word| vec![(word.as_str(), 1.0)]);
        terms.chain(subject).collect()
    }

    /// The question with its slips mended, for whoever reads it.
    pub(super) fn mended(&self, question: &str) -> String {
        let mut mended = String::with_capacity(question.len());
        let corrections = self.corrections();
        for word in question.split_inclusive(|c: char| !analyser::is_of_word(c)) {
            let bare = word.trim_end_matches(|c: char| !analyser::is_of_word(c));
            let meant = corrections.iter().find(|(typed, _)| typed == bare);
            mended.push_str(meant.map_or(bare, |(_, meant)| meant));
            mended.push_str(&word[bare.len()..]);
        }
        mended
    }

    /// Words that were searched for otherwise than typed.
    pub(super) fn corrections(&self) -> Vec<(String, String)> {
        let correction = |term: &QueryTerm| Some((term.typed.clone(), term.correction.clone()?));
        self.terms.iter().filter_map(correction).collect()
    }
}

/// The word for what these terms ask about, where the corpus has them all; compounds in parts.
fn subject(terms: &[(QueryTerm, Span)], tokens: &[Token], known: &Statistics) -> Option<String> {
    let mut stems = Vec::new();
    for (term, span) in terms {
        let is_part = |part: &&Token| !part.compound && span.covers(part.span);
        let parts: Vec<&Token> = tokens.iter().filter(is_part).collect();
        let stem = |part: &&Token| known.language().term(&part.word);
        let target = term.alternatives.first().map(|first| &first.target);
        match (&parts[..], target) {
            // An option may be a word that is not searched for.
            ([only], None) if only.is_stop_word() => stems.push(stem(only)),
            (_, None | Some(Target::Phrase(_))) => return None,
            ([_, _, ..], _) => {
                stems.extend(parts.iter().filter(|part| !part.is_stop_word()).map(stem));
            }
            (_, Some(Target::Term(word))) => stems.push(word.clone()),
        }
    }
    defining::subject(stems.iter().map(String::as_str))
}

/// The tokens that say something. A compound stands for its parts, unless the
/// corpus has only these; a stop word after an article is none ("the us", "the who").
fn content_tokens<'a>(question: &str, tokens: &'a [Token], known: &Statistics) -> Vec<&'a Token> {
    let mut content: Vec<&Token> = Vec::new();
    let has = |token: &Token| known.has(&token.word);
    for (position, token) in tokens.iter().enumerate() {
        if token.compound {
            let inside = |part: &&Token| token.span.covers(part.span);
            if has(token) || !content.iter().any(|part| inside(part) && has(part)) {
                content.retain(|part| !inside(part));
                content.push(token);
            }
            continue;
        }
        let after = question[token.span.end..].trim_start();
        let as_acronym = position > 0
            && tokens[position - 1].word == "the"
            && may_be_name(&token.word)
            && !after.starts_with(char::is_alphabetic);
        if !token.is_stop_word() || as_acronym || is_option(&question[..token.span.start]) {
            content.push(token);
        }
    }
    content
}

/// Whether what stands before a word makes an option of it: "--only".
fn is_option(before: &str) -> bool {
    let bare = before.trim_end_matches('-');
    bare.len() < before.len() && (bare.is_empty() || bare.ends_with(char::is_whitespace))
}

fn query_term(
    question: &str,
    token: &Token,
    expansion: Expansion,
    known: &Statistics,
    asked: &Asking,
) -> QueryTerm {
    let typed = question[token.span.range()].to_owned();
    let opens = question[..token.span.start].trim().is_empty();
    let acronym = typed.len() > 1 && typed.chars().all(|c| c.is_uppercase() || c == '.');
    let tells = known.language().capitals() == Capitals::Names;
    let capital = (token.capital && !opens) || known.is_name(&token.word) == Some(true);
    let is_name = acronym || tells && capital;
    QueryTerm {
        typed,
        analysed: token.word.clone(),
        alternatives: expansion.alternatives,
        idf: known.idf(expansion.passages),
        is_name,
        asks: asked.asks.contains(&token.span),
        correction: expansion.correction,
    }
}
