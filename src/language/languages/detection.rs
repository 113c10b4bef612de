//! Which language a text or a question is in.

use whatlang::{Detector, Lang, Script};

use super::words::Class;
use super::{Language, TABLE};
use crate::language::english;

/// So much of a document tells its language.
const SAMPLE: usize = 4096;
/// Small words of a language that tell one that no document is in, beyond those of one that some
/// are; to fewer, another sign has to come.
const SURE: usize = 3;
/// The letters of so many words tell no language.
const FEW: usize = 3;
/// A part of a document of fewer words is in the document's language.
const PART: usize = 12;
/// At least one word in so many is a small one in a text of its language.
const SMALL: usize = 5;

impl Language {
    /// The language that most of `text` is in; `None` where it cannot be told,
    /// as in a text of a few words.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let sample = &text[..text.floor_char_boundary(SAMPLE)];
        let detected = whatlang::detect(sample).filter(whatlang::Info::is_reliable);
        let Some(detected) = detected.map(|info| Self(info.lang())) else {
            let (script, _) = *letters(sample).first()?;
            return (script != Script::Latin).then(|| Self::usual_in(script));
        };
        // Lists of names and of codes look like anything.
        let words = words(sample);
        let english_words = Self::ENGLISH.small_words(&words);
        let is_english =
            english_words > detected.small_words(&words) && english_words * SMALL >= words.len();
        Some(if is_english { Self::ENGLISH } else { detected })
    }

    /// The language of a part of a document in this one: another only where hardly any of its small
    /// words are of this one.
    pub(crate) fn of_part(self, text: &str) -> Self {
        let Some(&(script, _)) = letters(text).first() else {
            return self;
        };
        let other = || whatlang::detect(text).filter(whatlang::Info::is_reliable);
        let other = || other().map(|info| Self(info.lang()));
        if !self.scripts().contains(&script) {
            let other = other().filter(|other| other.scripts().contains(&script));
            return other.unwrap_or_else(|| Self::usual_in(script));
        }
        let words = words(text);
        let small = self.small_words(&words);
        let is_own = small * SMALL >= words.len();
        if !self.is_known() || words.len() < PART || is_own {
            return self;
        }
        let other = other().filter(|other| other.small_words(&words) > small);
        other.unwrap_or(self)
    }

    /// The language that a question is in, asked of documents in the languages `here`, the commonest
    /// first: one that most of its small words are of. It is hardly one that no document is in, but
    /// where a word of it asks, or the letters of the whole are rather of it.
    #[must_use]
    pub(crate) fn of_question(question: &str, here: &[Self]) -> Self {
        let scripts: Vec<Script> = letters(question)
            .iter()
            .map(|(script, _)| *script)
            .collect();
        let Some(script) = scripts.first() else {
            return here.first().copied().unwrap_or(Self::ENGLISH);
        };
        let words = words(question);
        let count = |language: &Self| language.small_words(&words);
        let can_be = |language: &Self| scripts.iter().any(|it| language.scripts().contains(it));
        // Without spaces no small words are told apart. Of equals, one that is written so, and the
        // commonest of these.
        let is_unspaced = matches!(
            script,
            Script::Mandarin | Script::Hiragana | Script::Katakana | Script::Thai
        );
        let rank = |language: &Self| {
            let is_written_so = language.scripts().contains(script);
            (is_unspaced && is_written_so, count(language), is_written_so)
        };
        let best = here.iter().rev().copied().filter(can_be).max_by_key(rank);
        let best = best.unwrap_or_else(|| Self::usual_in(*script));
        let own = count(&best);
        let every = TABLE.iter().map(|known| Self(known.language));
        let every = every.chain([Self::ENGLISH]).filter(can_be);
        let others: Vec<(Self, usize)> = every.map(|other| (other, count(&other))).collect();
        let most = others.iter().map(|(_, count)| *count).max();
        let most = most.filter(|most| *most > own);
        let asks = |language: Self| {
            let folded: Vec<String> = words.iter().map(|word| language.fold(word)).collect();
            language.asks(&folded.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let told = |among: Vec<Lang>| Detector::with_allowlist(among).detect_lang(question);
        let is_sure = |other: Self, count: usize| {
            let is_told = || told(vec![best.0, other.0]) == Some(other.0);
            let has_other_sign = || match (asks(other), count) {
                (true, 1) => words.len() > 1 && is_told(),
                (true, _) => true,
                (false, 1) => false,
                (false, _) => (own > 0 || words.len() > FEW) && is_told(),
            };
            count >= own + SURE || !asks(best) && has_other_sign()
        };
        let told_so =
            |(other, count): &&(Self, usize)| Some(*count) == most && is_sure(*other, *count);
        let equals: Vec<Lang> = others.iter().filter(told_so).map(|(it, _)| it.0).collect();
        if let Some(first) = equals.first().copied() {
            // "es" and "que" are Spanish, and French without an accent.
            return Self(told(equals).unwrap_or(first));
        }
        // A name of theirs among signs that no document is written in.
        let is_here = |script: &&Script| here.iter().any(|it| it.scripts().contains(script));
        let foreign = scripts.iter().find(|script| !is_here(script));
        let Some(script) = foreign.filter(|_| own == 0) else {
            return best;
        };
        let writes =
            |(other, count): &&(Self, usize)| *count > 0 && other.scripts().contains(script);
        let one = others.iter().filter(writes).max_by_key(|(_, count)| *count);
        one.map_or_else(|| Self::usual_in(*script), |(other, _)| *other)
    }

    /// How many of `words` are small words of this language.
    fn small_words(self, words: &[&str]) -> usize {
        let is_small = |word: &&&str| {
            let word = self.fold(self.without_apostrophe(word));
            match self.known() {
                Some(known) => known.words().has(Class::Stop, &word),
                None => self.is_english() && english::is_stop_word(&word),
            }
        };
        words.iter().filter(is_small).count()
    }
}

/// The words of a text, roughly.
fn words(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    parts.filter(|word| !word.is_empty()).collect()
}

/// The scripts of the letters of a text, the commonest first, with their counts.
fn letters(text: &str) -> Vec<(Script, usize)> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().filter_map(super::letters::script_of) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    // Japanese has as many Chinese signs as its own.
    let kana = counts
        .iter()
        .position(|(script, _)| matches!(script, Script::Hiragana | Script::Katakana));
    if let Some(place) = kana {
        counts.swap(0, place);
    }
    counts
}
