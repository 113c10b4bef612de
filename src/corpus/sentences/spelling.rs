//! What languages write with a full stop inside a sentence: abbreviations and ordinal numbers.
//!
//! The lists add to those of `sentencex`: they hold what it lacks, or takes for the end of a
//! sentence too often. Words are in lower case and without their last dot.

use sentencex::languages::Language;

/// Abbreviations before a number, in several languages: "no. 5", "Fig. 2", "стр. 12".
const BEFORE_NUMBER: &[&str] = &[
    "abb", "abs", "approx", "art", "b", "bd", "c", "ca", "cap", "ch", "circa", "d", "eq", "est",
    "ext", "fig", "figs", "fl", "kap", "lk", "max", "min", "n", "no", "nos", "nr", "nº", "núm",
    "p", "par", "pl", "pos", "pp", "pt", "pág", "págs", "rev", "sec", "tab", "tel", "v", "ver",
    "vol", "vols", "гл", "рис", "стр", "т", "табл",
];

/// Titles before a name, in most languages of Europe.
const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "prof", "st"];

/// Languages that write ordinal numbers with a full stop: "3. Oktober", "5. kat".
const ORDINALS: &[&str] = &[
    "cs", "da", "de", "et", "fi", "hr", "hu", "lv", "nb", "no", "pl", "sk", "sl", "sr", "tr",
];

/// German words before an ordinal number, which a noun with its capital follows: "im 6. Stock".
const BEFORE_GERMAN_ORDINAL: &[&str] = &[
    "am", "beim", "das", "dem", "den", "der", "des", "die", "im", "ins", "seit", "vom", "zum",
    "zur",
];

/// English nouns that a letter is part of: "plan B", "vitamin C".
const LETTERED: &[&str] = &[
    "annex",
    "appendix",
    "block",
    "building",
    "category",
    "class",
    "column",
    "deck",
    "exhibit",
    "gate",
    "grade",
    "group",
    "hepatitis",
    "influenza",
    "level",
    "option",
    "part",
    "phase",
    "plan",
    "platform",
    "point",
    "question",
    "room",
    "schedule",
    "section",
    "series",
    "table",
    "team",
    "terminal",
    "type",
    "vitamin",
    "wing",
];

/// Russian units, after a number: "400 м", "1904-1905 гг".
const RUSSIAN_UNITS: &[&str] = &[
    "г", "га", "гг", "кг", "км", "л", "м", "мин", "мл", "мм", "руб", "сек", "см", "ч", "чел",
];

/// Abbreviations after which a sentence goes on, even before a capital.
fn inner_abbreviations(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["approx", "avg", "excl", "incl", "misc"],
        "de" => &[
            "a", "abs", "art", "b", "bd", "bzw", "ca", "d", "evtl", "fr", "ggf", "h", "hr", "inkl",
            "mio", "mrd", "nr", "str", "u", "vgl", "z",
        ],
        "es" => &[
            "art", "av", "avda", "d", "dra", "dña", "ee", "ej", "m", "n", "núm", "p", "pág",
            "págs", "sr", "sra", "srta", "ud", "uds", "uu",
        ],
        "fr" => &[
            "art", "av", "bd", "c.-à-d", "cf", "env", "ex", "m", "mlle", "mm", "mme", "mmes", "p",
            "pp", "pr", "ste", "éd",
        ],
        "it" => &[
            "art", "avv", "ca", "dott", "es", "ing", "n", "on", "pag", "sig", "sig.ra", "v",
        ],
        "pl" => &[
            "al", "godz", "im", "inż", "m.in", "mgr", "nr", "np", "ok", "r", "str", "tj", "tzw",
            "ul", "w", "św",
        ],
        "ru" => &[
            "акад", "англ", "г", "гл", "д", "е", "им", "к", "лат", "млн", "млрд", "н", "нем",
            "обл", "ок", "п", "пос", "пр", "проф", "р", "рис", "св", "см", "ср", "стр", "т",
            "табл", "тыс", "ул", "фр", "э",
        ],
        "tr" => &["av", "bkz", "cad", "doç", "mah", "no", "sok", "vs"],
        _ => &[],
    }
}

/// The full stops of one language.
pub(super) struct Spelling {
    language: String,
    sentencex: Box<dyn Language>,
    inner: &'static [&'static str],
}

impl Spelling {
    /// The spelling of a language, by its ISO 639-1 code; that of English if it is unknown.
    pub fn of(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            sentencex: sentencex::language_factory(language),
            inner: inner_abbreviations(language),
        }
    }

    /// Whether the language has this ISO 639-1 code.
    pub fn is(&self, language: &str) -> bool {
        self.language == language
    }

    /// Whether the word is known to be an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let known = self.sentencex.get_abbreviations();
        self.is_inner_abbreviation(word) || or_its_last_part(word, |word| known.contains(word))
    }

    /// Whether the word is an abbreviation after which a sentence goes on, even before a capital.
    pub fn is_inner_abbreviation(&self, word: &str) -> bool {
        or_its_last_part(word, |word| {
            self.inner.contains(&word) || !self.is("en") && TITLES.contains(&word)
        })
    }

    /// Whether a number follows the word: "vol", "p".
    pub fn is_before_number(&self, word: &str) -> bool {
        BEFORE_NUMBER.contains(&word.to_lowercase().as_str())
    }

    /// Whether the language writes "3." for "third".
    pub fn has_dotted_ordinals(&self) -> bool {
        ORDINALS.contains(&self.language.as_str())
    }

    /// Whether a number after the word is an ordinal one.
    pub fn is_before_ordinal(&self, word: &str) -> bool {
        self.is("de") && BEFORE_GERMAN_ORDINAL.contains(&word.to_lowercase().as_str())
    }

    /// Whether a sentence ends with the word when a capital follows. `before` is the word before.
    pub fn may_end(&self, word: &str, before: &str) -> bool {
        let before = before.to_lowercase();
        let is_letter = word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase();
        let is_after_number = before.ends_with(|c: char| c.is_ascii_digit());
        match self.language.as_str() {
            "en" => word == "etc" || is_letter && LETTERED.contains(&before.as_str()),
            "fr" | "es" | "it" | "pt" => matches!(word, "etc" | "ecc"),
            "ru" => {
                is_after_number && RUSSIAN_UNITS.contains(&word)
                    || word == "др" && before == "и"
                    || matches!(word, "д" | "п") && before == "т"
            }
            _ => false,
        }
    }
}

/// Whether something holds of the word in lower case, or of what stands after its last inner dot.
fn or_its_last_part(word: &str, holds: impl Fn(&str) -> bool) -> bool {
    let word = word.to_lowercase();
    holds(&word) || word.rsplit_once('.').is_some_and(|(_, part)| holds(part))
}
