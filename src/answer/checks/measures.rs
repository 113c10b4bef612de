//! What a question wants measured, a price or a weight, where the quote has no such measure: "How much
//! is a boat?" is not answered by "Boats are hired for two hours."

use super::evidence::{Evidence, Text};
use super::question::Question;
use super::{Doubt, Subject};
use crate::corpus;
use crate::language::english::asking::listed;
use crate::language::{AnswerType, Language};

/// What can be measured.
pub(super) struct Measure {
    /// Words that ask for it.
    asks: &'static str,
    /// Its units.
    units: &'static str,
    /// Words that tell it without a unit.
    tells: &'static str,
    /// Signs beside a number that do.
    signs: &'static [char],
    /// Whether the cells of a table often leave the unit out.
    is_often_bare: bool,
}

/// Words that are measured themselves by what they stand beside: "how hot", but not "how much hot water".
const DESCRIBE: &str = "heavy hot cold warm loud noisy charge";

/// All in English: words of another language are looked up by what they are called there. Lengths are no
/// part of it: a way may be told in hours.
const MEASURES: [Measure; 4] = [
    Measure {
        asks: "cost costs costing price prices fee fees fare fares charge charged pay",
        units: "euro euros eur dollar dollars usd cent cents pound pounds gbp penny pence franc francs \
            chf krone kroner krona kronor crown crowns koruna ruble rubles rouble roubles rub hryvnia \
            hryvnias uah zloty pln lira liras yen jpy yuan renminbi cny rupee rupees rupiah inr baht \
            reais brl peso pesos dinar dinars dirham dirhams riyal riyals rial toman shekel shekels \
            forint leu ron lev dong ringgit krw kr sek nok dkk czk kč kc huf bgn tl cad aud nzd",
        tells: "money free gratis nothing complimentary gratuitous \
            included percent discount reduction",
        signs: &[
            '$', '€', '£', '¥', '₹', '₽', '₴', '₺', '₩', '₪', '฿', '₫', '₦', '%', '元', '円', '원',
        ],
        is_often_bare: true,
    },
    Measure {
        asks: "weigh weighs weight heavy",
        units: "kg kilo kilos kilogram kilograms kilogramme g gram grams gramme mg t ton tons tonne \
            tonnes pound pounds lb lbs ounce ounces oz hundredweight carat carats",
        tells: "light",
        signs: &[],
        is_often_bare: false,
    },
    Measure {
        asks: "hot cold warm temperature",
        units: "degree degrees celsius fahrenheit kelvin c f",
        tells: "boil boils boiling freeze freezes freezing \
            lukewarm cool heat",
        signs: &['°', '℃', '℉'],
        is_often_bare: false,
    },
    Measure {
        asks: "loud noisy loudness",
        units: "db dba decibel decibels",
        tells: "noise quiet silent",
        signs: &[],
        is_often_bare: false,
    },
];

/// What the question wants measured, where nothing in the quote tells or names it. A quote without any
/// number is no answer; one that has some might leave the unit out, as below "Prices".
pub(super) fn doubts(asked: &Question<'_>, evidence: &Evidence) -> Vec<Doubt> {
    if asked.wanted != AnswerType::Number || !evidence.language.can_be_glossed() {
        return Vec::new();
    }
    let language = asked.known.language();
    let words = asked.text.words.iter();
    let glosses: Vec<_> = words
        .map(|word| language.glossed(word.text.as_str().into()))
        .collect();
    let found = MEASURES.iter().find_map(|measure| {
        let mut words = glosses.iter();
        let place = words.position(|word| listed(measure.asks, word))?;
        Some((measure, place))
    });
    let counts = |word: &str| word == "many" && language.is_english();
    let is_of_another = |place: usize| {
        let words = &asked.text.words;
        let before = place.checked_sub(1).map(|before| &words[before]);
        let is_amount = before.is_some_and(|before| before.text == "much");
        is_amount && listed(DESCRIBE, &words[place].text)
    };
    let asks_for_it = |&(_, place): &(_, usize)| {
        let mut words = asked.text.words.iter();
        !is_of_another(place) && !words.any(|word| counts(&word.text))
    };
    let Some((measure, place)) = found.filter(asks_for_it) else {
        return Vec::new();
    };
    let quote = &evidence.quote;
    let has_number = !quote.numbers.is_empty();
    let tells = |text: &Text| measure.is_in(&text.reading, evidence.language);
    let announcing = evidence.before.first();
    let announcing = announcing.filter(|before| corpus::announces(&before.reading));
    let mut above = [&evidence.heading, &evidence.title]
        .into_iter()
        .chain(announcing);
    // The unit may stand in the header of a row, or above a list, and what a sentence announces follows it.
    let may_be_bare = evidence.is_row && measure.is_often_bare;
    let tells_above = has_number && (may_be_bare || above.any(tells));
    if tells_above || corpus::announces(&quote.reading) || tells(quote) {
        return Vec::new();
    }
    vec![Doubt {
        rules_out: !has_number || evidence.is_row,
        ..Doubt::new(Subject::Number, asked.text.written(place..place + 1), None)
    }]
}

impl Measure {
    /// What an English word is a unit of, where it is one of nothing else: pounds may be money or a weight.
    pub(super) fn of_unit(word: &str) -> Option<&'static Self> {
        let mut all = MEASURES
            .iter()
            .filter(|measure| listed(measure.units, word));
        let first = all.next();
        first.filter(|_| all.next().is_none())
    }

    /// Whether a text tells or names it.
    pub(super) fn is_in(&self, text: &str, language: Language) -> bool {
        let named = language.glossed(text.into()).to_lowercase();
        let mut words = named.split(|c: char| !c.is_alphanumeric());
        let lists = [self.units, self.tells, self.asks];
        text.contains(self.signs) || words.any(|word| lists.iter().any(|list| listed(list, word)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::doubted;

    #[test]
    fn a_price_is_told_in_money_or_named() {
        for (sentence, wanted) in [
            ("Boats are hired on the quay.", "nothing, not cost"),
            ("Boats are hired for two hours.", "nothing, not cost"),
            ("Boats are hired for 12 euros.", ""),
            ("Boats are hired for €12.", ""),
            ("Boats are hired by members for free.", ""),
            ("Boats are hired at a price that the board sets.", ""),
        ] {
            let question = format!("How much does it cost to hire boats? {wanted}");
            doubted(&format!("The club\n\n{sentence}\n"), &[&question]);
        }
        doubted(
            "Prices of the club\n\nBoats are hired for 12, or 8 on Mondays.\n",
            &["How much does it cost to hire boats?"],
        );
    }

    #[test]
    fn a_weight_is_told_in_units() {
        let boat = "The boat\n\nThe boat Tern carries nine people.\n";
        doubted(
            boat,
            &[
                "How heavy is the boat Tern? nothing, not heavy",
                "How many people does the boat Tern carry?",
            ],
        );
        doubted(
            "The boat\n\nThe boat Tern carries 40 litres of water.\n",
            &["How much cold water does the boat Tern carry?"],
        );
        doubted(
            "The boat\n\nThe boat Tern is of 300 kg.\n",
            &["How much does the boat Tern weigh?"],
        );
    }

    #[test]
    fn measures_are_known_in_every_language() {
        let pool = "Das Bad\n\nDie Sauna darf man im Winter zwei Stunden lang nutzen, aber nicht länger und nicht allein.\n";
        doubted(
            pool,
            &["Wie viel kostet die Sauna im Winter? nothing, not kostet"],
        );
        doubted(
            "Das Bad\n\nDie Sauna gibt es im Winter für 9 Euro, aber nicht länger und nicht allein.\n",
            &["Wie viel kostet die Sauna im Winter?"],
        );
        doubted(
            "Каток\n\nАбонемент на десять занятий действует три месяца.\n",
            &["Сколько стоит абонемент? nothing, not стоит"],
        );
    }
}
