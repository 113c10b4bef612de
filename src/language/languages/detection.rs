//! Which language a text or a question is in.

use whatlang::{Detector, Lang, Script};

use super::words::Class;
use super::{Language, TABLE};
use crate::language::english;
use crate::language::token::{Token, is_of_word};
use crate::language::vectors::Vectors;

/// So much of a document tells its language.
const SAMPLE: usize = 4096;
/// Small words of a language that tell one that no document is in, beyond those of one that some
/// are; to fewer, another sign has to come.
const SURE: usize = 3;
/// A language that a question has a small word of is told by so many words more in its dictionary.
const KNOWN: usize = 2;
/// The letters of so many words tell no language.
const FEW: usize = 3;
/// A part of a document of fewer words is in the document's language.
const PART: usize = 12;
/// At least one word in so many is a small one in a text of its language.
const SMALL: usize = 5;
/// A text of so many words is in English where one in so many is a small word of it.
const MANY: usize = 40;
const OF_ENGLISH: usize = 3;

impl Language {
    /// The language that most of `text` is in; `None` where it cannot be told,
    /// as in a text of a few words.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let sample = &text[..text.floor_char_boundary(SAMPLE)];
        let words = words(sample);
        let english_words = Self::ENGLISH.small_words(&words);
        // To tell it by its letters takes many times as long.
        if words.len() >= MANY && english_words * OF_ENGLISH >= words.len() {
            return Some(Self::ENGLISH);
        }
        let detected = whatlang::detect(sample).filter(whatlang::Info::is_reliable);
        let Some(detected) = detected.map(|info| Self(info.lang())) else {
            let script = *letters(sample).first()?;
            return (script != Script::Latin).then(|| Self::usual_in(script));
        };
        if detected.is_english() {
            return Some(detected);
        }
        // Lists of names and of codes look like anything.
        let is_english =
            english_words > detected.small_words(&words) && english_words * SMALL >= words.len();
        Some(if is_english { Self::ENGLISH } else { detected })
    }

    /// Whether these texts, a part of a document in this language, are plainly in it, too; each has its
    /// tokens.
    pub(crate) fn is_plainly_of_part<T: AsRef<str>>(self, texts: &[(T, Vec<Token>)]) -> bool {
        let is_ascii = texts.iter().all(|(text, _)| text.as_ref().is_ascii());
        let tokens = || texts.iter().flat_map(|(_, tokens)| tokens);
        let small = tokens().filter(|token| token.is_stop_word()).count();
        let is_in_its_letters = is_ascii && self.scripts().contains(&Script::Latin);
        is_in_its_letters && small * SMALL >= tokens().count()
    }

    /// The language of a part of a document in this one: another only where hardly any of its small
    /// words are of this one.
    pub(crate) fn of_part(self, text: &str) -> Self {
        let Some(&script) = letters(text).first() else {
            return self;
        };
        let other = || whatlang::detect(text).filter(whatlang::Info::is_reliable);
        let other = || other().map(|info| Self(info.lang()));
        if !self.scripts().contains(&script) {
            let other = other().filter(|other| other.scripts().contains(&script));
            return other.unwrap_or_else(|| Self::usual_in(script));
        }
        let words = words(text);
        let is_known = self.is_english() || self.known().is_some();
        if !is_known || words.len() < PART {
            return self;
        }
        // So many are enough: the others are not looked at.
        let enough = words.len().div_ceil(SMALL);
        let small = self.small_among(&words).take(enough).count();
        if small == enough {
            return self;
        }
        let other = other().filter(|other| other.small_words(&words) > small);
        other.unwrap_or(self)
    }

    /// The language that a question is in, asked of documents in the languages `here`, the commonest
    /// first: one that most of its small words are of. It is hardly one that no document is in, but
    /// where a word of it asks, or the letters of the whole are rather of it.
    pub(crate) fn of_question(question: &str, here: &[Self]) -> Self {
        // Of the languages known, no other opens a question so.
        if question.trim_start().starts_with('¿') {
            return Self(Lang::Spa);
        }
        let clues = Clues::of(question);
        let Some(&script) = clues.scripts.first() else {
            return here.first().copied().unwrap_or(Self::ENGLISH);
        };
        let best = clues.best_of(here, script);
        let own = best.small_words(&clues.words);
        let others = clues.others();
        if let Some(other) = clues.surer(best, own, &others) {
            return other;
        }
        // A name of theirs among signs that no document is written in.
        let is_here = |script: Script| here.iter().any(|it| it.is_written_in(&[script]));
        let foreign = clues.scripts.iter().find(|script| !is_here(**script));
        let Some(&script) = foreign.filter(|_| own == 0) else {
            return best;
        };
        let writes = |(other, count): &&(Self, usize)| *count > 0 && other.is_written_in(&[script]);
        let one = others.iter().filter(writes).max_by_key(|(_, count)| *count);
        one.map_or_else(|| Self::usual_in(script), |(other, _)| *other)
    }

    /// How many of `words` are small words of this language.
    fn small_words(self, words: &[&str]) -> usize {
        self.small_among(words).count()
    }

    /// Those of `words` that are small words of this language.
    fn small_among<'w>(self, words: &'w [&'w str]) -> impl Iterator<Item = &'w str> {
        words.iter().copied().filter(move |word| {
            let word = self.folded(self.without_apostrophe(word));
            if self.is_english() {
                english::is_stop_word(&word)
            } else {
                self.words().has(Class::Stop, &word)
            }
        })
    }
}

/// What a question tells of its language.
struct Clues<'q> {
    question: &'q str,
    words: Vec<&'q str>,
    /// Those of its letters, the commonest first.
    scripts: Vec<Script>,
}

impl<'q> Clues<'q> {
    fn of(question: &'q str) -> Self {
        Self {
            question,
            words: words(question),
            scripts: letters(question),
        }
    }

    /// The likeliest of some languages, the commonest first; `script` is that of most letters.
    fn best_of(&self, here: &[Language], script: Script) -> Language {
        // Without spaces no small words are told apart. Of equals, one that is written so, and the
        // commonest of these.
        let is_unspaced = matches!(
            script,
            Script::Mandarin | Script::Hiragana | Script::Katakana | Script::Thai
        );
        let rank = |language: &Language| {
            let is_written_so = language.is_written_in(&[script]);
            let small = language.small_words(&self.words);
            (is_unspaced && is_written_so, small, is_written_so)
        };
        let can_be = |language: &Language| language.is_written_in(&self.scripts);
        let best = here.iter().rev().copied().filter(can_be).max_by_key(rank);
        best.unwrap_or_else(|| Language::usual_in(script))
    }

    /// Every language that it can be in, with how many small words are of it.
    fn others(&self) -> Vec<(Language, usize)> {
        let every = TABLE.iter().map(|known| Language(known.language));
        let every = every.chain([Language::ENGLISH]);
        every
            .filter(|language| language.is_written_in(&self.scripts))
            .map(|language| (language, language.small_words(&self.words)))
            .collect()
    }

    /// The one of the `others` that it is rather in than in `best`, which has `own` small words of it.
    fn surer(&self, best: Language, own: usize, others: &[(Language, usize)]) -> Option<Language> {
        let most = others.iter().map(|(_, count)| *count).max()?;
        if most <= own {
            return None;
        }
        let is_sure = |other: Language| {
            let is_told = || self.told(vec![best.0, other.0]) == Some(other.0);
            let has_other_sign = || match (self.asks_in(other), most) {
                (true, 1) => self.words.len() > 1 && is_told(),
                (true, _) => true,
                (false, 1) => false,
                (false, _) => (own > 0 || self.words.len() > FEW) && is_told(),
            };
            most >= own + SURE || !self.asks_in(best) && has_other_sign()
        };
        let equals = others.iter().filter(|(_, count)| *count == most);
        let equals: Vec<Language> = equals.map(|(other, _)| *other).collect();
        let mut sure = equals.clone();
        sure.retain(|other| is_sure(*other));
        let mut asking = sure.clone();
        asking.retain(|other| self.asks_in(*other));
        if !asking.is_empty() {
            sure = asking;
        }
        // "es" and "que" are Spanish, and French without an accent.
        match sure[..] {
            [] => {
                let equals = equals.iter().map(|it| it.0);
                let told = Language(self.told(equals.collect())?);
                let is_known = self.known_in(told) >= self.known_in(best) + KNOWN;
                (is_known && !self.asks_in(best)).then_some(told)
            }
            [only] => Some(only),
            _ => self.likeliest(sure),
        }
    }

    /// The one of some languages that most of its words are in the dictionary of, and of these the one
    /// that its letters are likeliest of.
    fn likeliest(&self, mut among: Vec<Language>) -> Option<Language> {
        let first = among.first().copied();
        let known: Vec<usize> = among.iter().map(|it| self.known_in(*it)).collect();
        let most = known.iter().max();
        let mut known = known.iter();
        among.retain(|_| known.next() == most);
        let told = self.told(among.iter().map(|it| it.0).collect());
        told.map(Language).or(first)
    }

    /// How many of its words are in the dictionary of a language.
    fn known_in(&self, language: Language) -> usize {
        let is_known = |word: &&&str| {
            let word = language.folded(word);
            match language.glosses() {
                Some(glosses) => glosses.has(&word),
                None => language.is_english() && Vectors::shipped().knows(&word),
            }
        };
        self.words.iter().filter(is_known).count()
    }

    /// Whether a word asks in a language.
    fn asks_in(&self, language: Language) -> bool {
        let folded = self.words.iter().map(|word| language.folded(word));
        let folded: Vec<String> = folded.collect();
        language.asks(&folded.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The one of some languages that its letters are likeliest of.
    fn told(&self, among: Vec<Lang>) -> Option<Lang> {
        Detector::with_allowlist(among).detect_lang(self.question)
    }
}

/// The words of a text, roughly.
fn words(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| !(is_of_word(c) || matches!(c, '\'' | '’')));
    // The sign that makes a picture of another one is a mark, and no word.
    let says = |word: &&str| word.contains(char::is_alphanumeric);
    parts.filter(says).collect()
}

/// The scripts of the letters of a text, the commonest first.
fn letters(text: &str) -> Vec<Script> {
    if text.is_ascii() {
        let has_letters = text.contains(|c: char| c.is_ascii_alphabetic());
        return has_letters.then_some(Script::Latin).into_iter().collect();
    }
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().filter_map(super::letters::script_of) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut scripts: Vec<Script> = counts.into_iter().map(|(script, _)| script).collect();
    // Japanese has as many Chinese signs as its own.
    let is_kana = |script: &Script| matches!(script, Script::Hiragana | Script::Katakana);
    if let Some(place) = scripts.iter().position(is_kana) {
        scripts.swap(0, place);
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_joiners_stay_in_their_words() {
        for (text, wanted) in [
            ("क्या पुल बंद है?", &["क्या", "पुल", "बंद", "है"][..]),
            ("ที่ ไม่", &["ที่", "ไม่"]),
            ("كَتْب، قلم", &["كَتْب", "قلم"]),
            ("می\u{200c}شود", &["می\u{200c}شود"]),
            ("le cafe\u{301} d'ici", &["le", "cafe\u{301}", "d'ici"]),
            ("❤\u{fe0f} ' -", &[]),
        ] {
            assert_eq!(words(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_word_with_marks_can_be_a_small_one() {
        for (language, word) in [
            (Lang::Hin, "उन्हें"),
            (Lang::Tha, "ที่"),
            (Lang::Pes, "می\u{200c}شود"),
        ] {
            assert_eq!(Language(language).small_words(&words(word)), 1, "{word}");
        }
    }
}
