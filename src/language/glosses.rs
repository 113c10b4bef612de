//! Words of other languages in English, word for word: too little for a translation, and enough for
//! whoever knows English alone to see what a sentence is about.
//!
//! `glosses.zip` has a file for each language, named by its code: a word a line, a tab, and what it is
//! called in English. Where they come from is told in `glosses/PROVENANCE.md`.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use rustc_hash::FxHashMap;

use super::token::Token;
use super::{Language, analyser};

static FILE: &[u8] = include_bytes!("glosses/glosses.zip");

/// Words that have a gloss together, at most.
const LONGEST: usize = 3;
/// Letters of each part of a compound, at least.
const PART: usize = 4;
/// Bytes of a compound, at most: each of its letters may part it.
const LONGEST_COMPOUND: usize = 100;
/// What may join its parts.
const JOINTS: [&str; 5] = ["", "s", "n", "en", "es"];

/// The words of a language in English.
#[derive(Debug, Default)]
pub(super) struct Glosses {
    text: String,
    /// Where in the text the gloss of a word stands, by its form and, of the commonest of each, its stem.
    places: FxHashMap<String, (usize, usize)>,
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
        let mut places = FxHashMap::default();
        let mut stems = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if let Some((word, gloss)) = line.trim_end().split_once('\t') {
                let start = at + word.len() + 1;
                let place = (start, start + gloss.len());
                let form = language.folded(word);
                stems.push((language.term(&form), place));
                places.entry(form).or_insert(place);
            }
            at += line.len();
        }
        for (stem, place) in stems {
            places.entry(stem).or_insert(place);
        }
        Self { text, places }
    }

    fn get(&self, word: &str) -> Option<&str> {
        let (start, end) = self.places.get(word)?;
        self.text.get(*start..*end)
    }

    /// What a word is called, by its form, its stem, or the parts that it is made of.
    fn of(&self, word: &str, language: Language) -> Option<Cow<'_, str>> {
        let own = |word: &str| self.get(word).or_else(|| self.get(&language.term(word)));
        own(word).map(Cow::Borrowed).or_else(|| {
            let is_compound = word.len() <= LONGEST_COMPOUND;
            let splits = word.char_indices().filter(|_| is_compound).skip(PART);
            // The longer the last part, the likelier it is one.
            let mut parts = splits.map(|(at, _)| word.split_at(at));
            parts.find_map(|(first, last)| {
                last.chars().nth(PART - 1)?;
                let mut stripped = JOINTS.iter().filter_map(|it| first.strip_suffix(it));
                let first = stripped.find_map(|first| self.get(first))?;
                Some(Cow::Owned(format!("{first} {}", own(last)?)))
            })
        })
    }
}

impl Language {
    /// Whether it is English, or its words have glosses.
    pub(crate) fn can_be_glossed(self) -> bool {
        self.is_english() || self.glosses().is_some_and(|it| !it.places.is_empty())
    }

    /// A text of this language in English, word for word; what has no gloss, as names and numbers, stays.
    pub(crate) fn glossed(self, text: Cow<'_, str>) -> Cow<'_, str> {
        if self.is_english() {
            return text;
        }
        let tokens = analyser::analyse_in(&text, self);
        let tokens: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
        let mut glossed = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if !glossed.is_empty() {
                glossed.push(' ');
            }
            let (length, gloss) = self.gloss(&tokens[at..]);
            match gloss {
                Some(gloss) => glossed.push_str(&gloss),
                None => glossed.push_str(&text[token.span.range()]),
            }
            at += length;
        }
        let end = text.trim_end().chars().next_back();
        glossed.extend(end.filter(|end| !end.is_alphanumeric()));
        Cow::Owned(glossed)
    }

    /// What a word as analysis leaves it is called in English.
    pub(super) fn in_english(self, word: &str) -> Option<Cow<'static, str>> {
        self.glosses()?.of(word, self)
    }

    /// What the first of some words is called in English, and of how many words that is.
    fn gloss(self, tokens: &[&Token]) -> (usize, Option<Cow<'static, str>>) {
        let language = self.of_word(&tokens[0].word);
        let own = (language == self).then(|| self.glosses()).flatten();
        let Some(glosses) = own else {
            return (1, None);
        };
        let lengths = (2..=tokens.len().min(LONGEST)).rev();
        let mut together = lengths.filter_map(|length| {
            let words = tokens[..length].iter().map(|token| token.word.as_str());
            let gloss = glosses.get(&words.collect::<Vec<_>>().join(" "))?;
            Some((length, Some(Cow::Borrowed(gloss))))
        });
        let alone = || (1, self.in_english(&tokens[0].word));
        together.next().unwrap_or_else(alone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossed(code: &str, text: &str) -> String {
        let language = Language::of_code(code).unwrap_or(Language::ENGLISH);
        language.glossed(text.into()).into_owned()
    }

    #[test]
    fn every_language_has_glosses() {
        for language in Language::known_ones().filter(|it| !it.is_english()) {
            let count = language.glosses().map_or(0, |it| it.places.len());
            assert!(count > 5000, "{}: {count}", language.name());
        }
    }

    #[test]
    fn words_are_known_by_their_forms_stems_and_parts() {
        for (code, text, wanted) in [
            ("de", "Hund und Katze", "dog and cat"),
            // No form of its own.
            ("es", "las ventanas", "the window"),
            ("ru", "собаками", "dog"),
            ("de", "Hausbibliothek", "house library"),
            // Names and numbers stay as they are.
            ("fr", "Ottilie Quarz, 1998 ?", "Ottilie Quarz 1998?"),
        ] {
            assert_eq!(glossed(code, text), wanted, "{text}");
        }
        let long = "haus".repeat(1000);
        assert_eq!(glossed("de", &long), long);
        assert_eq!(Language::ENGLISH.glossed("Kind".into()), "Kind");
    }
}
