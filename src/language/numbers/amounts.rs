//! Digits that say how much: four of them are a year only where nothing beside them says otherwise.

use crate::language::english;
use crate::language::token::Token;

/// Marks the digits that say how much: with grouping, a unit or a currency.
pub(in crate::language) fn mark_amounts(text: &str, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Token {
            span,
            word,
            compound,
            ..
        } = &tokens[at];
        if *compound || !word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let next = tokens[at + 1..].iter().find(|next| !next.compound);
        let measures = next.is_some_and(|next| {
            let gap = &text[span.end..next.span.start];
            // "In 1905 V. Brandt sailed": a letter with a full stop is no unit.
            let is_initial = next.word.len() == 1
                && text[next.span.end..].starts_with('.')
                && text[next.span.range()].starts_with(char::is_uppercase);
            // No watts in Polish "w 1905 w Warszawie", no hectares in Italian "nel 1905 ha vinto".
            let is_small = next.is_stop_word()
                && !next.capital
                && matches!(next.word.as_str(), "ha" | "v" | "w");
            matches!(gap, "" | " " | "-" | "\u{a0}" | "\u{202f}")
                && english::is_unit(&next.word)
                && !is_initial
                && !is_small
        });
        let pays = at > 0
            && english::is_currency(&tokens[at - 1].word)
            && text[tokens[at - 1].span.end..span.start].trim().is_empty();
        let written = &text[span.range()];
        // A point groups where analysis takes it away.
        let is_grouped = written.contains([',', '٬'])
            || written.contains(char::is_whitespace)
            || written.contains('.') && !word.contains('.');
        tokens[at].amount = is_grouped || measures || pays;
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::language::analyser::{analyse, analyse_in};

    #[test]
    fn four_digits_say_how_much_where_something_tells() {
        let amounts = |text: &str| {
            let tokens = analyse(text).into_iter().filter(|token| token.amount);
            tokens.map(|token| token.word).collect::<Vec<_>>()
        };
        for text in [
            "1,100 boats",
            "at 1100 rpm",
            "a 1100-metre quay",
            "$1100 a night",
            "1100 euros",
            "USD 1100",
            "of 1100 m.",
        ] {
            assert_eq!(amounts(text), ["1100"], "{text}");
        }
        for text in [
            "in 1905",
            "1905 was dry",
            "in 1905 V. Brandt sailed",
            "the 1905 law",
        ] {
            assert_eq!(amounts(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn in_other_languages_a_point_may_group_and_a_small_word_is_no_unit() {
        for (code, text, is_amount) in [
            ("de", "Es kamen 1.500 Besucher", true),
            ("de", "Es kamen 1500 Besucher", false),
            ("fr", "Il a vu 1 500 bateaux", true),
            ("pl", "W 1905 w Warszawie", false),
            ("pl", "Moc 1100 W", true),
            ("it", "Nel 1905 ha vinto", false),
        ] {
            let language = Language::of_code(code).unwrap_or(Language::ENGLISH);
            let tokens = analyse_in(text, language);
            let found = tokens.iter().any(|token| token.amount);
            assert_eq!(found, is_amount, "{text}");
        }
    }
}
