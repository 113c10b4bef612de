//! A language as a value: all that is known of its words in general.
//!
//! English is known best, in [`super::english`]. Of any other language [`TABLE`]
//! tells how it is written and which stemmer it has, and a file in `languages/`
//! which of its words say little, ask, count, point or go on from what was said. To add one, add
//! both, and to [`negations`] what denies in it.
//! Nothing beside this folder and `english` asks which language it is.

mod detection;
mod following;
mod letters;
mod negations;
mod words;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use whatlang::Lang;

use super::asking::{AnswerType, Asking};
use super::english;
use super::glosses::Glosses;
use super::recent::Recent;
use super::token::Token;
pub use following::Further;
use letters::Apostrophe;
pub(super) use words::Class;
use words::Words;

/// A language that a text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Language(Lang);

/// What a capital letter inside a sentence tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Capitals {
    /// A name.
    #[default]
    Names,
    /// A noun; two in a row are a name mostly.
    Nouns,
    /// Nothing: the script has none.
    Nothing,
}

/// A language other than English that something is known of.
struct Known {
    language: Lang,
    /// ISO 639-1.
    code: &'static str,
    stemmer: Option<Algorithm>,
    /// What an apostrophe inside a word parts.
    apostrophe: Apostrophe,
    /// What a capital letter inside a sentence tells.
    capitals: Capitals,
    /// Whether marks on letters make other letters of them, which people do not leave out.
    keeps_marks: bool,
    words: &'static str,
    read: OnceLock<Words>,
    glosses: OnceLock<Glosses>,
}

macro_rules! known {
    ($($language:ident $code:literal $stemmer:expr, $apostrophe:ident, $capitals:ident, $keeps_marks:literal;)*) => {
        [$(Known {
            language: Lang::$language,
            code: $code,
            stemmer: $stemmer,
            apostrophe: Apostrophe::$apostrophe,
            capitals: Capitals::$capitals,
            keeps_marks: $keeps_marks,
            words: include_str!(concat!("languages/", $code, ".toml")),
            read: OnceLock::new(),
            glosses: OnceLock::new(),
        }),*]
    };
}

/// The languages, each with its code, which names its file, its stemmer (Snowball's), what an apostrophe parts, what a
/// capital tells, and whether its marks are kept.
static TABLE: [Known; 29] = known! {
    Ara "ar" Some(Algorithm::Arabic), Nothing, Nothing, false;
    Bul "bg" None, Nothing, Names, false;
    Ces "cs" Some(Algorithm::Czech), Nothing, Names, false;
    Dan "da" Some(Algorithm::Danish), Nothing, Names, false;
    Deu "de" Some(Algorithm::German), Nothing, Nouns, false;
    Ell "el" Some(Algorithm::Greek), Nothing, Names, false;
    Spa "es" Some(Algorithm::Spanish), Nothing, Names, false;
    Pes "fa" Some(Algorithm::Persian), Nothing, Nothing, false;
    Fin "fi" Some(Algorithm::Finnish), Nothing, Names, false;
    Fra "fr" Some(Algorithm::French), WordBefore, Names, false;
    Heb "he" None, Nothing, Nothing, false;
    Hin "hi" Some(Algorithm::Hindi), Nothing, Nothing, false;
    Hun "hu" Some(Algorithm::Hungarian), Nothing, Names, false;
    Ind "id" Some(Algorithm::Indonesian), Nothing, Names, false;
    Ita "it" Some(Algorithm::Italian), WordBefore, Names, false;
    Jpn "ja" None, Nothing, Nothing, false;
    Kor "ko" None, Nothing, Nothing, false;
    Nld "nl" Some(Algorithm::Dutch), Nothing, Names, false;
    Nob "nb" Some(Algorithm::Norwegian), Nothing, Names, false;
    Pol "pl" Some(Algorithm::Polish), Nothing, Names, false;
    Por "pt" Some(Algorithm::Portuguese), Nothing, Names, false;
    Ron "ro" Some(Algorithm::Romanian), Nothing, Names, false;
    Rus "ru" Some(Algorithm::Russian), Nothing, Names, false;
    Swe "sv" Some(Algorithm::Swedish), Nothing, Names, false;
    Tha "th" None, Nothing, Nothing, false;
    Tur "tr" Some(Algorithm::Turkish), EndingAfter, Names, true;
    Ukr "uk" None, Nothing, Names, false;
    Vie "vi" None, Nothing, Names, true;
    Cmn "zh" None, Nothing, Nothing, false;
};

/// Words of a language whose terms a thread keeps, and once more as many: they take some 4 MB.
const KEPT: usize = 16 * 1024;

thread_local! {
    static TERMS: RefCell<Recent<String>> = RefCell::new(Recent::new(KEPT));
}

impl Language {
    /// The language that is known best, and that a text is taken for where nothing tells.
    pub const ENGLISH: Self = Self(Lang::Eng);

    /// English, and all others that something is known of.
    #[cfg(test)]
    pub(crate) fn known_ones() -> impl Iterator<Item = Self> {
        let others = TABLE.iter().map(|known| Self(known.language));
        std::iter::once(Self::ENGLISH).chain(others)
    }

    /// Whether it is English.
    pub fn is_english(self) -> bool {
        self.0 == Lang::Eng
    }

    /// Its English name.
    pub fn name(self) -> &'static str {
        match self.0 {
            Lang::Cmn => "Chinese",
            Lang::Nob => "Norwegian",
            Lang::Pes => "Persian",
            other => other.eng_name(),
        }
    }

    /// The language of a code that [`Self::full_code`] gave.
    pub(crate) fn of_full_code(code: &str) -> Option<Self> {
        Lang::from_code(code).map(Self)
    }

    /// Its ISO 639-3 code, which every language has.
    pub(crate) fn full_code(self) -> &'static str {
        self.0.code()
    }

    /// The language of an ISO 639-1 code; `None` for English, and for one that nothing is known of.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        let known = TABLE.iter().find(|known| known.code == code);
        known.map(|known| Self(known.language))
    }

    /// The index term of a word as analysis leaves it: the stem that it shares with its other forms,
    /// and digits for the word of a number.
    pub fn term(self, word: &str) -> String {
        TERMS.with_borrow_mut(|terms| terms.with(self, word, || self.new_term(word), String::clone))
    }

    /// The same, for words that are not met again soon.
    pub(super) fn new_term(self, word: &str) -> String {
        let language = self.of_word(word);
        if language.is_english() {
            return english::term(word);
        }
        let Some(known) = language.known() else {
            return word.to_owned();
        };
        if let Some(digits) = language.words().digits.get(word) {
            return digits.clone();
        }
        let stem = |stemmer| Stemmer::new(stemmer).stem(word).into_owned();
        let stem = known.stemmer.map_or_else(|| word.to_owned(), stem);
        // A stemmer may put back a mark that folding has taken.
        letters::without_marks(&stem, known.keeps_marks)
    }

    /// Whether a word as analysis leaves it is too common to find anything by.
    pub fn is_stop_word(self, word: &str) -> bool {
        self.has(Class::Stop, word, english::is_stop_word)
    }

    /// Whether such a word names a month or a day of the week.
    pub fn is_month_or_day(self, word: &str) -> bool {
        self.has(Class::Month, word, english::is_month_or_day)
    }

    /// Whether such a word counts something: digits, or a number word.
    pub fn is_number(self, word: &str) -> bool {
        self.has(Class::Number, word, english::is_number)
            || word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// What a capital letter inside a sentence tells.
    pub fn capitals(self) -> Capitals {
        self.known().map_or(Capitals::Names, |known| known.capitals)
    }

    /// What the tokens of a question in this language ask for.
    pub fn asked(self, tokens: &[Token]) -> Asking {
        if self.is_english() {
            return english::asking::asked(tokens);
        }
        let plain: Vec<&Token> = tokens.iter().filter(|token| !token.compound).collect();
        let words: Vec<&str> = plain.iter().map(|token| token.word.as_str()).collect();
        let known = self.words();
        let phrases = known.asking(&words);
        let spans = |is_meant: fn(bool) -> bool| {
            let meant = phrases.iter().filter(|(_, only_asks)| is_meant(*only_asks));
            let places = meant.flat_map(|(places, _)| places.clone());
            places.map(|place| plain[place].span).collect()
        };
        Asking {
            wanted: known.asked(&words).unwrap_or(AnswerType::Thing),
            several: false,
            asks: spans(|_| true),
            only_ask: spans(|only_asks| only_asks),
        }
    }

    /// Whether such a word is of a class, as `in_english` tells it of an English one.
    pub(super) fn has(self, class: Class, word: &str, in_english: fn(&str) -> bool) -> bool {
        let language = self.of_word(word);
        if language.is_english() {
            return in_english(word);
        }
        language.words().has(class, word)
    }

    /// What its own file says, read on first need; nothing for English, and for one that has none.
    fn words(self) -> &'static Words {
        static NONE: LazyLock<Words> = LazyLock::new(Words::default);
        match self.known() {
            Some(known) => known.read.get_or_init(|| Words::read(known.words, self)),
            None => &NONE,
        }
    }

    /// The words that ask in a question, and what for: rather those that tell the kind of answer.
    pub(super) fn asking_in(self, words: &[&str]) -> Option<(Range<usize>, AnswerType)> {
        self.words().asking_in(words)
    }

    /// A word without each of what may be written together with it.
    pub(super) fn without_joined(self, word: &str) -> impl Iterator<Item = &str> {
        let joined = self.words().joined.iter();
        joined.filter_map(|it| word.strip_prefix(it.as_str()))
    }

    /// A word without each of what may be put into it, behind the first part of a verb.
    pub(super) fn without_inserted(self, word: &str) -> impl Iterator<Item = String> {
        let inserted = self.words().inserted.iter();
        inserted.filter_map(|it| {
            let (first, rest) = word.split_once(it.as_str())?;
            (!first.is_empty()).then(|| format!("{first}{rest}"))
        })
    }

    /// Its words in English, read on first need; `None` for English, and for one that nothing is known
    /// of.
    pub(super) fn glosses(self) -> Option<&'static Glosses> {
        let known = self.known()?;
        Some(
            known
                .glosses
                .get_or_init(|| Glosses::read(known.code, self)),
        )
    }

    /// What is known of it; `None` for English, and for one that nothing is known of.
    fn known(self) -> Option<&'static Known> {
        static BY_LANGUAGE: LazyLock<FxHashMap<Lang, &Known>> =
            LazyLock::new(|| TABLE.iter().map(|known| (known.language, known)).collect());
        BY_LANGUAGE.get(&self.0).copied()
    }

    /// The ISO 639-1 code of a language, by which sentences are told apart; `"en"` where it is not
    /// known, and for one that has no rules for sentences of its own.
    pub(crate) fn code(language: Option<Self>) -> &'static str {
        let Some(Self(language)) = language else {
            return "en";
        };
        match language {
            Lang::Ind | Lang::Vie => "en",
            Lang::Cat => "ca",
            Lang::Est => "et",
            Lang::Hrv => "hr",
            Lang::Lav => "lv",
            Lang::Lit => "lt",
            Lang::Slk => "sk",
            Lang::Slv => "sl",
            Lang::Srp => "sr",
            Lang::Urd => "ur",
            language => Self(language).known().map_or("en", |known| known.code),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests;
