//! What one language writes with a full stop inside sentences: abbreviations and ordinal numbers.
//!
//! The lists add to those of `sentencex`: they hold what it lacks, or takes for the end of a
//! sentence too often. Words are in lower case and without their last dot.

/// Titles before a name, in most languages of Europe. In English some of them are streets too.
const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "prof", "st"];

/// Languages that write ordinal numbers with a full stop: "9. Juni", "5. kat".
const ORDINALS: &[&str] = &[
    "cs", "da", "de", "et", "fi", "hr", "hu", "lv", "nb", "no", "pl", "sk", "sl", "sr", "tr",
];

/// Those that write kings and centuries so too, before the noun: "II. Murad", "18. Yüzyıl".
const ORDINALS_OF_NAMES: &[&str] = &["hu", "tr"];

/// German words before an ordinal number, which a noun with its capital follows: "im 6. Stock".
const BEFORE_GERMAN_ORDINAL: &[&str] = &[
    "am", "beim", "das", "dem", "den", "der", "des", "die", "im", "ins", "seit", "vom", "zum",
    "zur",
];

/// English nouns that a letter is part of: "plan B", "vitamin C".
const LETTERED: &[&str] = &[
    "annex", "appendix", "block", "building", "category", "class", "column", "deck", "exhibit",
    "gate", "grade", "group", "level", "option", "part", "phase", "plan", "platform", "point",
    "question", "room", "schedule", "section", "series", "table", "team", "terminal", "type",
    "vitamin", "wing",
];

/// Russian units, after a number: "400 м", "1904-1905 гг".
const RUSSIAN_UNITS: &[&str] = &[
    "г", "га", "гг", "кг", "км", "л", "м", "мин", "мл", "мм", "руб", "сек", "см", "ч", "чел",
];

/// Abbreviations after which a sentence goes on, even before a capital.
fn inner_abbreviations(code: &str) -> &'static [&'static str] {
    match code {
        "en" => &[
            "approx", "avg", "cf", "e.g", "excl", "i.e", "incl", "mr", "mrs", "ms", "n.b", "p.s",
            "prof", "viz", "vs",
        ],
        "de" => &[
            "a", "abs", "art", "b", "bd", "bzw", "ca", "d", "evtl", "fa", "fr", "ggf", "h", "hr",
            "inkl", "mio", "mrd", "nr", "str", "u", "vgl", "z",
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

/// What the rules know of the language of a block.
pub(super) struct Language {
    code: String,
    sentencex: Box<dyn sentencex::languages::Language>,
    inner: &'static [&'static str],
}

impl Language {
    /// The language with an ISO 639-1 code. An unknown one has the abbreviations of English.
    pub fn of(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            sentencex: sentencex::language_factory(code),
            inner: inner_abbreviations(code),
        }
    }

    /// The places where sentencex ends a sentence of the text, as byte offsets; the text's own end
    /// is one. The time is quadratic where quotation marks stay open.
    pub fn sentence_ends(&self, text: &str) -> impl Iterator<Item = usize> {
        let sentences = self.sentencex.get_sentence_boundaries(text);
        sentences.into_iter().map(|sentence| sentence.end_byte)
    }

    /// Whether the language has this ISO 639-1 code.
    pub fn is(&self, code: &str) -> bool {
        self.code == code
    }

    /// Whether the word is known to be an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let known = self.sentencex.get_abbreviations();
        self.is_inner_abbreviation(word) || or_its_last_part(word, |word| known.contains(word))
    }

    /// Whether the word is an abbreviation after which a sentence goes on, even before a capital.
    pub fn is_inner_abbreviation(&self, word: &str) -> bool {
        // "ft" and "pt" are a foot and a pint, and may end a sentence; "Ft" and "Pt" are a fort
        // and a point.
        matches!(word, "Ft" | "Pt")
            || or_its_last_part(word, |word| {
                self.inner.contains(&word) || !self.is("en") && TITLES.contains(&word)
            })
    }

    /// Whether the word, with its capital, hardly ever stands elsewhere than at the start of a
    /// sentence: "However", "The". In languages for which this is not known, any word may.
    pub fn is_starter(&self, word: &str) -> bool {
        let starters = self.sentencex.get_sentence_starters();
        starters.is_empty() || starters.contains(word)
    }

    /// Whether the language writes "3." for "third".
    pub fn has_dotted_ordinals(&self) -> bool {
        ORDINALS.contains(&self.code.as_str())
    }

    /// Whether an ordinal number stands before a name, so that a capital after it starts no sentence.
    pub fn has_ordinals_of_names(&self) -> bool {
        ORDINALS_OF_NAMES.contains(&self.code.as_str())
    }

    /// Whether a number after the word is an ordinal one.
    pub fn is_before_ordinal(&self, word: &str) -> bool {
        self.is("de") && BEFORE_GERMAN_ORDINAL.contains(&word.to_lowercase().as_str())
    }

    /// Whether a sentence ends with the word when a capital follows, although it looks like an
    /// abbreviation or an initial. `before` is the word before it.
    pub fn ends_before_capital(&self, word: &str, before: &str) -> bool {
        let before = before.to_lowercase();
        let is_letter = word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase();
        let is_after_number = before.ends_with(|c: char| c.is_ascii_digit());
        match self.code.as_str() {
            "en" => word == "etc" || is_letter && LETTERED.contains(&before.as_str()),
            "fr" | "es" | "it" | "pt" => matches!(word, "etc" | "ecc"),
            "ru" => {
                is_after_number && RUSSIAN_UNITS.contains(&word)
                    || word == "др" && before == "и"
                    || matches!(word, "д" | "п") && before == "т"
            }
            "pl" => is_after_number && matches!(word, "r" | "zł"),
            _ => false,
        }
    }
}

/// Whether something holds of the word in lower case, or of what stands after its last inner dot.
fn or_its_last_part(word: &str, holds: impl Fn(&str) -> bool) -> bool {
    let word = word.to_lowercase();
    holds(&word) || word.rsplit_once('.').is_some_and(|(_, part)| holds(part))
}
