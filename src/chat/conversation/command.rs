//! "more", "context 2", "show the source": what asks for more of an answer instead of a new one.

use crate::answer::Extent;
use crate::chat::line::Line;
use crate::language::{Further, Language};

/// What is wanted of an answer that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next-best quotes.
    More,
    /// What stands around a quote, by its number from 1.
    Around(Extent, usize),
}

/// Words that may stand beside a command.
const POLITE: &str = "\
    please pls the a show me give see of for quote quotes answer answers number nr from in its and can i some yes ok \
    get read open";
/// Two words of a command that side by side are something to ask about, unless a number tells which
/// quote is meant.
const TERMS: [[&str; 2]; 3] = [["open", "source"], ["open", "sources"], ["get", "around"]];
/// What asks for more, each in all the ways that people put it.
const FURTHER: [(Further, &str); 3] = [
    (
        Further::More,
        "more, next, anything else, what else, who else, anyone else, another, another one, any more, go on, continue, \
         tell more, next one, more sources, other, others, there more, is there more, other ones",
    ),
    (
        Further::Context,
        "context, more context, around, surroundings",
    ),
    (
        Further::Source,
        "source, sources, passage, whole passage, full passage, where is that, where is this, where does that come, \
         where does it say that, says who",
    ),
];

impl Command {
    /// The command that a message is, if it is nothing else; in English or in one of these languages.
    pub fn of(message: &str, languages: &[Language]) -> Option<Self> {
        let lower = message.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let is_term = |pair: &[&str]| TERMS.iter().any(|term| pair == term);
        if words.windows(2).any(is_term) && !words.iter().any(|word| ordinal(word).is_some()) {
            return None;
        }
        let is_polite = |word: &&str| POLITE.split_whitespace().any(|polite| polite == *word);
        let words = words.into_iter().filter(|word| !is_polite(word));
        let in_other = |&language: &Language| {
            // In capitals "MEHR" would be a name.
            let line = Line::of_language(&lower, language);
            let words = (0..line.len()).map(|at| line.word(at));
            read(words, |said| language.further(said))
        };
        read(words, in_english).or_else(|| languages.iter().find_map(in_other))
    }
}

/// The command that words are, one number at most among them; `further` knows the others.
fn read<'a>(
    words: impl Iterator<Item = &'a str>,
    further: impl Fn(&[&str]) -> Option<Further>,
) -> Option<Command> {
    let (numbers, said): (Vec<&str>, Vec<&str>) = words.partition(|word| ordinal(word).is_some());
    let number = match numbers[..] {
        [] => None,
        [number] => ordinal(number),
        _ => return None,
    };
    match further(&said)? {
        Further::More => number.is_none().then_some(Command::More),
        Further::Context => Some(Command::Around(Extent::Context, number.unwrap_or(1))),
        Further::Source => Some(Command::Around(Extent::Passage, number.unwrap_or(1))),
    }
}

fn in_english(said: &[&str]) -> Option<Further> {
    let said = said.join(" ");
    let mut all = FURTHER.into_iter();
    let (further, _) = all.find(|(_, list)| list.split(", ").any(|listed| listed == said))?;
    Some(further)
}

/// A number of up to three digits, or an ordinal in words.
fn ordinal(word: &str) -> Option<usize> {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let in_words = words.iter().position(|ordinal| *ordinal == word);
    let in_digits = word.parse().ok().filter(|number| *number < 1000);
    in_words.map(|at| at + 1).or(in_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_words_and_nothing_else_in_english_and_the_language_at_hand() {
        for (message, code, wanted) in [
            ("more", "", "more"),
            ("More please!", "", "more"),
            ("next", "", "more"),
            ("anything else?", "", "more"),
            ("show me more", "", "more"),
            ("another one", "", "more"),
            ("any more quotes?", "", "more"),
            ("context", "", "context 1"),
            ("Context 2", "", "context 2"),
            ("show the source", "", "source 1"),
            ("sources of 2?", "", "source 2"),
            ("the source of the third quote, please", "", "source 3"),
            ("", "", ""),
            ("2", "", ""),
            ("more ferries", "", ""),
            ("What is the source of the river?", "", ""),
            ("more than 3", "", ""),
            ("please", "", ""),
            ("context 1 2", "", ""),
            ("open source", "", ""),
            ("Open-source, please?", "", ""),
            ("Can I get around?", "", ""),
            ("open source", "deu", ""),
            ("open the source", "", "source 1"),
            ("open source 2", "", "source 2"),
            ("read more", "", "more"),
            ("Mehr, bitte", "deu", "more"),
            ("more", "deu", "more"),
            ("Ещё!", "rus", "more"),
            ("MEHR, BITTE", "deu", "more"),
            ("ЕЩЁ", "rus", "more"),
            ("quelle 100", "deu", "source 100"),
            ("Fuente de la cita 2", "spa", "source 2"),
            ("来源2", "cmn", "source 2"),
            ("السياق ٣", "ara", "context 3"),
            ("Mehr als 3", "deu", ""),
            ("mehr 3", "deu", ""),
            ("Quelle", "fra", ""),
            ("Mehr, bitte", "eng", ""),
        ] {
            let languages: Vec<Language> = Language::of_full_code(code).into_iter().collect();
            let found = match Command::of(message, &languages) {
                None => String::new(),
                Some(Command::More) => "more".to_owned(),
                Some(Command::Around(Extent::Context, number)) => format!("context {number}"),
                Some(Command::Around(Extent::Passage, number)) => format!("source {number}"),
            };
            assert_eq!(found, wanted, "{message}");
        }
    }
}
