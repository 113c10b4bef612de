//! Words of other languages in English, word for word: too little for a translation, and enough for
//! whoever knows English alone to see what a sentence is about.
//!
//! `glosses.zip` has a file for each language, named by its code: a word a line, a tab, and what it may
//! be called in English, the likeliest first, parted by commas; nothing for an article or a particle.
//! Where they come from is told in `glosses/PROVENANCE.md`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::hash::BuildHasher as _;
use std::io::{Cursor, Read as _};
use std::ops::Range;

use any_ascii::{any_ascii, any_ascii_char};
use rustc_hash::FxBuildHasher;

use super::token::Token;
use super::{AnswerType, Language, analyser};

static FILE: &[u8] = include_bytes!("glosses/glosses.zip");

/// Words that have a gloss together, at most.
const LONGEST: usize = 3;
/// Letters of each part of a compound, at least.
const PART: usize = 4;
/// Bytes of a compound, at most: each of its letters may part it.
const LONGEST_COMPOUND: usize = 100;
/// What may join its parts.
const JOINTS: [&str; 5] = ["", "s", "n", "en", "es"];
/// What a question begins with in English.
const ASKING: [&str; 8] = [
    "who", "whose", "when", "where", "how", "why", "what", "which",
];

/// The words of a language in English.
#[derive(Debug, Default)]
pub(super) struct Glosses {
    /// Lines of a word, a tab and its glosses, the commonest words first.
    text: String,
    /// Where the lines begin, by their words.
    forms: Places,
    /// The same by the stems of the words.
    stems: Places,
}

/// Places in a text by the hash of a word, those of one word in their order.
#[derive(Debug, Default)]
struct Places(Vec<(u64, usize)>);

impl Places {
    fn add(&mut self, word: &str, at: usize) {
        self.0.push((hash(word), at));
    }

    fn of(&self, word: &str) -> impl Iterator<Item = usize> {
        let hash = hash(word);
        let first = self.0.partition_point(|(other, _)| *other < hash);
        let own = self.0[first..]
            .iter()
            .take_while(move |(other, _)| *other == hash);
        own.map(|(_, at)| *at)
    }
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

impl Glosses {
    /// Reads those of a language; none where there is no file for it.
    pub(super) fn read(code: &str, language: Language) -> Self {
        let mut text = String::new();
        let read = zip::ZipArchive::new(Cursor::new(FILE)).and_then(|mut files| {
            let mut file = files.by_name(&format!("{code}.tsv"))?;
            Ok(file.read_to_string(&mut text)?)
        });
        if read.is_err() {
            return Self::default();
        }
        let (mut forms, mut stems) = (Places::default(), Places::default());
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let form = language.folded(line.split('\t').next().unwrap_or_default());
            forms.add(&form, at);
            stems.add(&language.new_term(&form), at);
            at += line.len();
        }
        forms.0.sort_unstable();
        stems.0.sort_unstable();
        Self { text, forms, stems }
    }

    /// The word and the glosses of the line at a place.
    fn line(&self, at: usize) -> Option<(&str, &str)> {
        self.text[at..].lines().next()?.split_once('\t')
    }

    /// By the form of a word: as it is written, or else the commonest that is folded to the same.
    fn get(&self, word: &str, written: &str) -> Option<&str> {
        let mut lines = self
            .forms
            .of(word)
            .filter_map(|at| self.line(at))
            .peekable();
        let commonest = lines.peek().copied();
        let found = lines.find(|(other, _)| *other == written).or(commonest);
        found.map(|(_, glosses)| glosses)
    }

    /// Whether it has a word, by its form alone.
    pub(super) fn has(&self, word: &str) -> bool {
        self.forms.of(word).next().is_some()
    }

    /// By the form of a word, or by the likest word of its stem.
    fn own(&self, word: &str, written: &str, language: Language) -> Option<&str> {
        self.get(word, written).or_else(|| {
            let stem = language.term(word);
            let lines = self.stems.of(&stem).filter_map(|at| self.line(at));
            // The commonest of those that are alike.
            let likest = lines.min_by_key(|(other, _)| {
                let alike = other.chars().zip(word.chars()).take_while(|(a, b)| a == b);
                (Reverse(alike.count()), other.len().abs_diff(word.len()))
            });
            likest.map(|(_, glosses)| glosses)
        })
    }

    /// What a word may be called, by its form, its stem, without what is put into it, by the parts that it is
    /// made of, or without what is written together with it.
    fn of(&self, word: &str, written: &str, language: Language) -> Option<Cow<'_, str>> {
        let whole = || self.own(word, written, language).map(Cow::Borrowed);
        let closed = || {
            let mut closed = language.without_inserted(word);
            let found = closed.find_map(|word| self.own(&word, &word, language));
            found.map(Cow::Borrowed)
        };
        let bare = || {
            let mut bare = language.without_joined(word);
            let found = bare.find_map(|word| self.own(word, word, language));
            found.map(Cow::Borrowed)
        };
        let parts = || self.of_parts(word, language);
        whole().or_else(closed).or_else(parts).or_else(bare)
    }

    fn of_parts(&self, word: &str, language: Language) -> Option<Cow<'_, str>> {
        let is_compound = word.len() <= LONGEST_COMPOUND;
        let splits = word.char_indices().filter(|_| is_compound).skip(PART);
        // The longer the last part, the likelier it is one.
        let mut parts = splits.map(|(at, _)| word.split_at(at));
        parts.find_map(|(first, last)| {
            last.chars().nth(PART - 1)?;
            let mut stripped = JOINTS.iter().filter_map(|it| first.strip_suffix(it));
            let first = likeliest(stripped.find_map(|first| self.get(first, first))?);
            let last = self.own(last, last, language)?.split(',');
            let both: Vec<String> = last.map(|last| format!("{first} {last}")).collect();
            Some(Cow::Owned(both.join(",")))
        })
    }
}

/// The first of what a word may be called.
fn likeliest(glosses: &str) -> &str {
    glosses.split(',').next().unwrap_or_default()
}

/// How one of what a word may be called is chosen, by the word as it is written and its glosses.
type Choice<'c> = &'c mut dyn for<'g> FnMut(&'g str, &'g str) -> &'g str;

impl Language {
    /// Whether it is English, or its words have glosses.
    pub(crate) fn can_be_glossed(self) -> bool {
        self.is_english() || self.glosses().is_some_and(|it| !it.text.is_empty())
    }

    /// A question of this language in English, word for word.
    pub(crate) fn glossed_question(self, text: Cow<'_, str>) -> Cow<'_, str> {
        self.put_in_english(text, true, &mut |_, glosses| likeliest(glosses))
    }

    /// The same in words that documents in English have, as far as `have` tells of some. A name that they
    /// have is none of the words that look like it: "Quill" is no keel, as in Spanish.
    pub(crate) fn glossed_question_for(self, text: &str, have: impl Fn(&str) -> bool) -> String {
        let glossed = self.put_in_english(text.into(), true, &mut |written, glosses| {
            if is_capital(written) && have(written) {
                return written;
            }
            let known = glosses.split(',').find(|gloss| have(gloss));
            known.unwrap_or(likeliest(glosses))
        });
        glossed.into_owned()
    }

    /// All that the words of a text may be called or be, where that is more than one thing.
    pub(crate) fn ambiguous(self, text: &str) -> Vec<String> {
        let mut all = Vec::new();
        self.put_in_english(text.into(), true, &mut |written, glosses| {
            if glosses.contains(',') {
                all.extend(glosses.split(',').map(str::to_owned));
            }
            all.extend(is_capital(written).then(|| written.to_owned()));
            likeliest(glosses)
        });
        all
    }

    /// A text of this language in English, word for word; what has no gloss, as names and numbers,
    /// stays, in Latin letters.
    pub(crate) fn glossed(self, text: Cow<'_, str>) -> Cow<'_, str> {
        self.put_in_english(text, false, &mut |_, glosses| likeliest(glosses))
    }

    fn put_in_english<'t>(
        self,
        text: Cow<'t, str>,
        is_question: bool,
        choose: Choice<'_>,
    ) -> Cow<'t, str> {
        if self.is_english() {
            return text;
        }
        let tokens = analyser::analyse_in(&text, self);
        let tokens: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        let written = |at: usize| &text[tokens[at].span.range()];
        let asking = if is_question {
            self.asking(&words)
        } else {
            None
        };
        let mut glossed = String::with_capacity(text.len());
        let (mut at, mut end) = (0, 0);
        while at < tokens.len() {
            let mark = text[end..tokens[at].span.start].chars().find_map(comma);
            glossed.extend(mark.filter(|_| !glossed.is_empty()));
            let asks = asking.as_ref().filter(|(places, _)| places.start == at);
            let (length, gloss) = if let Some((places, asked)) = asks {
                (places.len(), Some(asked.clone()))
            } else {
                let (length, all) = self.gloss(&words[at..], written(at));
                let chosen = all.map(|all| choose(written(at), &all).to_owned());
                (length, chosen.map(Cow::Owned))
            };
            let latin = || {
                // English groups digits in its own way: the "1.500" of German is no 1.5.
                let is_figure = words[at].starts_with(char::is_numeric);
                let own = if is_figure { words[at] } else { written(at) };
                any_ascii(own).into()
            };
            let gloss = gloss.unwrap_or_else(latin);
            if !(glossed.is_empty() || gloss.is_empty()) {
                glossed.push(' ');
            }
            glossed.push_str(&gloss);
            at += length;
            end = tokens[at - 1].span.end;
        }
        let end = text.trim_end().chars().next_back();
        let end = end.filter(|end| !end.is_alphanumeric());
        glossed.push_str(end.map_or("", any_ascii_char));
        Cow::Owned(glossed)
    }

    /// What a word as analysis leaves it is called in English; a figure is in no language.
    pub(super) fn in_english(self, word: &str) -> Option<Cow<'static, str>> {
        let glosses = self.gloss_of(word, word)?;
        Some(match glosses {
            Cow::Borrowed(glosses) => likeliest(glosses).into(),
            Cow::Owned(glosses) => likeliest(&glosses).to_owned().into(),
        })
    }

    fn gloss_of(self, word: &str, written: &str) -> Option<Cow<'static, str>> {
        let is_figure = word.starts_with(char::is_numeric);
        let glosses = self.glosses().filter(|_| !is_figure)?;
        glosses.of(word, written, self)
    }

    /// The words that ask, and what they are in English: their glosses, if these ask, or a word that
    /// asks for the same.
    fn asking(self, words: &[&str]) -> Option<(Range<usize>, Cow<'static, str>)> {
        let (places, wanted) = self.asking_in(words)?;
        let (mut own, mut at) = (Vec::new(), places.start);
        while at < places.end {
            let (length, glosses) = self.gloss(&words[at..places.end], words[at]);
            own.extend(glosses.map(|glosses| likeliest(&glosses).to_owned()));
            at += length;
        }
        let own = own.join(" ");
        let asks = own.split(' ').next().is_some_and(|it| ASKING.contains(&it));
        let own = match own.strip_prefix("what ") {
            Some(rest) if wanted == AnswerType::Number => format!("how much {rest}"),
            _ => own,
        };
        let asked = match wanted {
            _ if asks && (places.len() > 1 || wanted != AnswerType::Number) => own.into(),
            AnswerType::Person => "who".into(),
            AnswerType::Date => "when".into(),
            AnswerType::Place => "where".into(),
            AnswerType::Number => "how many".into(),
            AnswerType::Frequency => "how often".into(),
            AnswerType::Reason => "why".into(),
            AnswerType::Definition | AnswerType::Thing => "what".into(),
        };
        Some((places, asked))
    }

    /// What the first of some words may be called in English, and of how many words that is.
    fn gloss(self, words: &[&str], written: &str) -> (usize, Option<Cow<'static, str>>) {
        let language = self.of_word(words[0]);
        let own = (language == self).then(|| self.glosses()).flatten();
        let Some(glosses) = own else {
            return (1, None);
        };
        let lengths = (2..=words.len().min(LONGEST)).rev();
        let mut together = lengths.filter_map(|length| {
            let together = words[..length].join(" ");
            let gloss = glosses.get(&together, &together)?;
            Some((length, Some(Cow::Borrowed(gloss))))
        });
        let alone = || (1, self.gloss_of(words[0], &written.to_lowercase()));
        together.next().unwrap_or_else(alone)
    }
}

/// Whether a word is written with a capital first letter.
fn is_capital(written: &str) -> bool {
    written.starts_with(char::is_uppercase)
}

/// A comma or colon, as English writes it.
fn comma(mark: char) -> Option<char> {
    let mark = any_ascii_char(mark).chars().next()?;
    matches!(mark, ',' | ';' | ':').then_some(mark)
}

#[cfg(test)]
mod tests;
