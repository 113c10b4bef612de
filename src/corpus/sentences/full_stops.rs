//! The rules for the full stop, the one mark that ends words as well as sentences.

use super::boundary::Boundary;
use super::language::Language;
use super::marks::{is_ideograph_or_kana, is_of_unmarked_script, is_terminator};

/// Whether the full stop at the place ends a sentence.
pub(super) fn ends_sentence(b: &Boundary, language: &Language) -> bool {
    ends_before_capital(b, language)
        || !(is_inside_token(b, language)
            || is_before_number(b)
            || is_time_of_day(b)
            || is_ordinal(b, language)
            || is_item_label(b)
            || is_numbered_label(b)
            || is_abbreviation(b, language)
            || is_short_for_unmarked(b)
            || is_initial(b, language))
}

/// A capital after "etc.", after the letter of "plan B.", or after a unit of measure ends the
/// sentence, although the word before it looks like an abbreviation or an initial.
fn ends_before_capital(b: &Boundary, language: &Language) -> bool {
    b.is_spaced && b.capital_follows() && language.ends_before_capital(b.word, b.word_before())
}

/// "example.org", "2.5", "v2.0.1", "U.S.-led": no space where a sentence would have one. It may
/// just be missing, after an ordinary word and before one that begins sentences. Chinese and
/// Japanese have no spaces there.
fn is_inside_token(b: &Boundary, language: &Language) -> bool {
    let lacks_space = || {
        b.by.sentencex
            && b.word.chars().all(char::is_alphabetic)
            && b.word.chars().nth(1).is_some()
            && b.capital_follows()
            && language.is_starter(b.next_word())
    };
    let needs_no_space =
        || b.word.ends_with(is_ideograph_or_kana) && b.after.starts_with(is_ideograph_or_kana);
    !b.is_spaced
        && !b.closes_quotation()
        && b.after
            .starts_with(|c: char| c.is_alphanumeric() || "-_$@#%&=/\\{".contains(c))
        && !lacks_space()
        && !needs_no_space()
}

/// "vol. 3", "No. 5", "стр. 12". The words of several languages, as none is another's.
fn is_before_number(b: &Boundary) -> bool {
    const WORDS: &[&str] = &[
        "abb", "abs", "approx", "art", "b", "bd", "c", "ca", "cap", "ch", "circa", "d", "eq",
        "est", "ext", "fig", "figs", "fl", "fri", "kap", "lk", "max", "min", "n", "no", "nos",
        "nr", "nº", "núm", "p", "par", "pl", "pos", "pp", "pt", "pág", "págs", "rev", "sec", "tab",
        "tel", "thu", "thur", "thurs", "tue", "tues", "v", "ver", "vol", "vols", "гл", "рис",
        "стр", "т", "табл",
    ];
    // "part no. F-220"
    let first = b.opened.split_whitespace().next().unwrap_or_default();
    let code_follows = b.capital_follows() && first.contains(|c: char| c.is_ascii_digit());
    (b.number_follows() || code_follows)
        && !b.closes_quotation()
        && WORDS.contains(&b.last_part().to_lowercase().as_str())
}

/// "5 p.m. Monday", "9 a.m. GMT".
fn is_time_of_day(b: &Boundary) -> bool {
    const AFTER_TIME: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday \
                              CET EDT EST ET Eastern GMT PST PT Pacific UTC";
    let times = ["a.m", "p.m", "am", "pm"];
    times.iter().any(|time| b.word.eq_ignore_ascii_case(time))
        && AFTER_TIME.split(' ').any(|word| word == b.next_word())
}

/// "am 9. Juni", "im 6. Stock", "14-17. Yüzyıllarda", "II. Murad".
fn is_ordinal(b: &Boundary, language: &Language) -> bool {
    let number = b.word.rsplit(['-', '–']).next().unwrap_or_default();
    let is_short = matches!(number.len(), 1 | 2) && number.bytes().all(|c| c.is_ascii_digit());
    let is_roman = || !number.is_empty() && number.bytes().all(|c| b"IVX".contains(&c));
    if language.has_ordinals_of_names() {
        return is_short || is_roman();
    }
    is_short
        && language.has_dotted_ordinals()
        && (!b.by.sentencex || language.is_before_ordinal(b.word_before()))
}

/// "Q3. What does it cost? A3. Five crowns.": the labels of questions and answers.
fn is_numbered_label(b: &Boundary) -> bool {
    let number = b.word.strip_prefix(['Q', 'A']).unwrap_or_default();
    let label = b.before.trim_end_matches(is_terminator);
    let opens = label.strip_suffix(b.word).is_some_and(|before| {
        let before = before.trim_end();
        before.is_empty() || before.ends_with(is_terminator)
    });
    !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()) && opens
}

/// "1. Cast off", "iv. Steer", "b. Wave" at the start of a block.
fn is_item_label(b: &Boundary) -> bool {
    let label = b.unquoted.trim_end_matches(is_terminator);
    let label = label.trim_start_matches(|c: char| c.is_whitespace() || c == '(');
    let is_number = label.bytes().all(|c| c.is_ascii_digit());
    let is_roman = label.bytes().all(|c| b"ivxIVX".contains(&c));
    let is_letter = label.len() == 1 && label.as_bytes()[0].is_ascii_lowercase();
    b.sees_start() && matches!(label.len(), 1..=4) && (is_number || is_roman || is_letter)
}

/// "Dr. Brown", "Inc. said".
fn is_abbreviation(b: &Boundary, language: &Language) -> bool {
    if language.is("en") && b.word.eq_ignore_ascii_case("no") {
        // "Her answer was no. Ann left."
        return !b.capital_follows();
    }
    if b.by.sentencex {
        return language.is_inner_abbreviation(b.word);
    }
    !b.word.is_empty() && language.is_abbreviation(b.word)
}

/// "พ.ศ. 2548": where sentences have no mark, a full stop after a few letters shortens a word.
fn is_short_for_unmarked(b: &Boundary) -> bool {
    const LETTERS: usize = 4;
    let word = b.last_part();
    word.ends_with(is_of_unmarked_script) && word.chars().count() <= LETTERS
}

/// "Jo R. Reed". For English, sentencex tells initials from sentences that end in a letter.
fn is_initial(b: &Boundary, language: &Language) -> bool {
    let mut letters = b.last_part().chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_capital && !(b.by.sentencex && language.is("en"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_joined, assert_splits};

    #[test]
    fn full_stops_of_words_and_numbers_end_no_sentence() {
        assert_splits(&[
            // Dots inside words.
            "en: See https://www.example.org/boat.v2?x=1.5 for it. | Thanks!",
            "en: Write to ann.reed@example.org. | Install v3.1.2 of libboat.so.4.",
            "en: Read boat.__name__ or boat.${name}.log there. | It is old.",
            "en: Call boat.Row() or read boat.Speed there. | It is 2.5.",
            "en: The U.S.-led crew won. | The U.S.'s boat sank.",
            // Numbers follow their abbreviations.
            "en: See p. 5 and vol. 3, ch. 2, Fig. 2. | Boat No. 5 won. | Order part no. F-220. | It fits.",
            "en: Her answer was no. | Ann left on Tue. 5 May.",
            "es: Vive en la Avda. del Puerto n.º 5. | Es el núm. 12.",
            "it: Abita in via del Porto n. 5. | Vedi pag. 12.",
            // Weekdays and time zones follow a time of day.
            "en: It left at 5 p.m. Monday or 6 a.m. GMT. | It was late.",
            "en: It closes at 4 p.m. | Please bring a coat.",
            // Ordinals.
            "de: Am 9. Juni kam die Fähre. | Sie liegt am 6. Kai.",
            "tr: Müze 5. katta. | Saat 9.15'te açılır.",
            "tr: Şehir 14-17. Yüzyıllarda büyüdü. | II. Murad döneminde elçi oldu. | XX. Yüzyıl başladı.",
            "hu: A várat II. Rákóczi Ferenc vette be. | Nagy volt.",
            "de: Es waren 11. | Dann gingen sie. | Bitte warten.",
            // The label of an item.
            "en: 1. Cast off. | Wait for the bell.",
            "en: Q12. Does it sail? | A12. It does.",
            "en: iv. Cast off. | Wait for the bell.",
            "en: b. Cast off. | Wait for the bell.",
            // Abbreviations.
            "en: Mr. Reed met Lt. Col. Hill at St. Ann's near Ft. Bay. | They ate.",
            "en: Ms. Low met a U.N. Harbour Office, e.g. The Hull one. | It failed.",
            "de: Sie wiegt ca. 9 Mio. Pfund. | Er kommt z. B. aus Kiel.",
            "fr: M. Roux et Mr. Reed sont là. | Voir p. 30.",
            "ru: Он живёт на ул. Речной, т. е. у воды. | Он дома?",
            "pl: Prof. Rzeka mieszka przy ul. Morskiej 8. | To daleko.",
            // Initials.
            "en: J. R. R. Reed wrote it. | C.S. Cole read it. | Ann G. Low paid.",
            "fr: Elle a lu V. Hugo. | Il dort.",
            "ru: И. И. Гребцов живёт тут. | Он дома?",
        ]);
    }

    #[test]
    fn a_missing_space_is_seen_before_a_word_that_begins_sentences() {
        assert_joined("en", "The ferry is blue.|The museum is red.");
        assert_joined("zh", "渡轮走了.|天黑了。");
    }

    #[test]
    fn they_end_one_before_what_begins_another() {
        assert_splits(&[
            // A word that begins sentences follows an abbreviation.
            "en: It was built by Gull Inc. | The crew likes it.",
            "en: It was never seen in the U.S. | They sold it.",
            "en: They sold ropes, sails, etc. | Nobody came.",
            // Letters name a thing.
            "en: Crews went for plan B. | Ferries left from Terminal A.",
            "en: They took vitamin C. | Sailors slept.",
            // Units stand after a number, and before a capital.
            "ru: Он построен в 1962 г. в г. Онеге. | Длина 40 м. | Он ушёл.",
            "pl: Zbudowano go w 1962 r. w Gdyni. | Sprzedano w 1990 r. | Był stary.",
        ]);
    }
}
