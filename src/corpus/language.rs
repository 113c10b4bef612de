//! The language of a document, for the rules that its sentences end by.

use whatlang::Lang;

/// So much of a document tells its language.
const SAMPLE: usize = 4096;

/// The English name of the language that most of `text` is in; `None` where it cannot be told.
pub(super) fn name_of(text: &str) -> Option<&'static str> {
    Some(match detected(text)? {
        Lang::Cmn => "Chinese",
        Lang::Nob => "Norwegian",
        Lang::Pes => "Persian",
        other => other.eng_name(),
    })
}

fn detected(text: &str) -> Option<Lang> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let detected = whatlang::detect(sample).filter(whatlang::Info::is_reliable);
    detected.map(|info| info.lang())
}

/// The ISO 639-1 code of the language that most of `text` is in; `"en"` where
/// it cannot be told, as in a text of a few words.
pub(super) fn of(text: &str) -> &'static str {
    match detected(text) {
        Some(Lang::Ara) => "ar",
        Some(Lang::Bul) => "bg",
        Some(Lang::Cat) => "ca",
        Some(Lang::Ces) => "cs",
        Some(Lang::Cmn) => "zh",
        Some(Lang::Dan) => "da",
        Some(Lang::Deu) => "de",
        Some(Lang::Ell) => "el",
        Some(Lang::Est) => "et",
        Some(Lang::Fin) => "fi",
        Some(Lang::Fra) => "fr",
        Some(Lang::Heb) => "he",
        Some(Lang::Hin) => "hi",
        Some(Lang::Hrv) => "hr",
        Some(Lang::Hun) => "hu",
        Some(Lang::Ita) => "it",
        Some(Lang::Jpn) => "ja",
        Some(Lang::Kor) => "ko",
        Some(Lang::Lav) => "lv",
        Some(Lang::Lit) => "lt",
        Some(Lang::Nld) => "nl",
        Some(Lang::Nob) => "nb",
        Some(Lang::Pes) => "fa",
        Some(Lang::Pol) => "pl",
        Some(Lang::Por) => "pt",
        Some(Lang::Ron) => "ro",
        Some(Lang::Rus) => "ru",
        Some(Lang::Slk) => "sk",
        Some(Lang::Slv) => "sl",
        Some(Lang::Spa) => "es",
        Some(Lang::Srp) => "sr",
        Some(Lang::Swe) => "sv",
        Some(Lang::Tha) => "th",
        Some(Lang::Tur) => "tr",
        Some(Lang::Ukr) => "uk",
        Some(Lang::Urd) => "ur",
        _ => "en",
    }
}

#[cfg(test)]
mod tests {
    use super::{name_of, of};

    #[test]
    fn languages_are_told_apart_and_too_little_text_is_english() {
        assert_eq!(
            of(
                "Das Museum ist am Montag geschlossen, und der Eintritt kostet zehn Euro an der Kasse."
            ),
            "de"
        );
        assert_eq!(
            of("Музей закрыт по понедельникам, а вход в него стоит десять рублей."),
            "ru"
        );
        assert_eq!(
            of("The museum is closed on Mondays and entry costs ten euros at the desk."),
            "en"
        );
        assert_eq!(of("OK 12"), "en");
    }

    #[test]
    fn a_language_has_its_english_name_or_none() {
        let german =
            "Das Museum ist am Montag geschlossen, und der Eintritt kostet zehn Euro an der Kasse.";
        assert_eq!(name_of(german), Some("German"));
        assert_eq!(
            name_of("这座博物馆星期一不开放，门票十元。"),
            Some("Chinese")
        );
        assert_eq!(name_of("OK 12"), None);
    }
}
