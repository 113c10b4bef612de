//! The language of a document, told once: its sentences end by the rules of it.

use serde::{Deserialize, Serialize};
use whatlang::Lang;

/// So much of a document tells its language.
const SAMPLE: usize = 4096;

/// A language that a text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language(Lang);

impl Language {
    /// The language that most of `text` is in; `None` where it cannot be told,
    /// as in a text of a few words.
    pub(super) fn of(text: &str) -> Option<Self> {
        let sample = &text[..text.floor_char_boundary(SAMPLE)];
        let detected = whatlang::detect(sample).filter(whatlang::Info::is_reliable);
        detected.map(|info| Self(info.lang()))
    }

    /// Whether it is English.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.0 == Lang::Eng
    }

    /// Its English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            Lang::Cmn => "Chinese",
            Lang::Nob => "Norwegian",
            Lang::Pes => "Persian",
            other => other.eng_name(),
        }
    }

    /// The ISO 639-1 code of a language; `"en"` where it is not known, and for one
    /// that has no rules for sentences of its own.
    pub(super) fn code(language: Option<Self>) -> &'static str {
        let Some(Self(language)) = language else {
            return "en";
        };
        match language {
            Lang::Ara => "ar",
            Lang::Bul => "bg",
            Lang::Cat => "ca",
            Lang::Ces => "cs",
            Lang::Cmn => "zh",
            Lang::Dan => "da",
            Lang::Deu => "de",
            Lang::Ell => "el",
            Lang::Est => "et",
            Lang::Fin => "fi",
            Lang::Fra => "fr",
            Lang::Heb => "he",
            Lang::Hin => "hi",
            Lang::Hrv => "hr",
            Lang::Hun => "hu",
            Lang::Ita => "it",
            Lang::Jpn => "ja",
            Lang::Kor => "ko",
            Lang::Lav => "lv",
            Lang::Lit => "lt",
            Lang::Nld => "nl",
            Lang::Nob => "nb",
            Lang::Pes => "fa",
            Lang::Pol => "pl",
            Lang::Por => "pt",
            Lang::Ron => "ro",
            Lang::Rus => "ru",
            Lang::Slk => "sk",
            Lang::Slv => "sl",
            Lang::Spa => "es",
            Lang::Srp => "sr",
            Lang::Swe => "sv",
            Lang::Tha => "th",
            Lang::Tur => "tr",
            Lang::Ukr => "uk",
            Lang::Urd => "ur",
            _ => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn languages_are_told_apart_where_there_is_enough_text() {
        for (text, code, name) in [
            (
                "Das Museum ist am Montag geschlossen, und der Eintritt kostet zehn Euro an der Kasse.",
                "de",
                "German",
            ),
            (
                "Музей закрыт по понедельникам, а вход в него стоит десять рублей.",
                "ru",
                "Russian",
            ),
            (
                "The museum is closed on Mondays and entry costs ten euros at the desk.",
                "en",
                "English",
            ),
            ("这座博物馆星期一不开放，门票十元。", "zh", "Chinese"),
        ] {
            let language = Language::of(text);
            assert_eq!(language.map(Language::name), Some(name));
            assert_eq!(Language::code(language), code);
            assert_eq!(language.is_some_and(Language::is_english), code == "en");
        }
        assert_eq!(Language::of("OK 12"), None);
        assert_eq!(Language::code(None), "en");
    }
}
