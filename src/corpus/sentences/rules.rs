//! The rules that weigh a place where a sentence may end, whatever mark stands there.

use super::boundary::Boundary;
use super::citations;
use super::full_stops;
use super::language::Language;
use super::quotations;

/// So many dots in a row end no sentence.
const LEADER: usize = 5;

/// Whether a sentence ends at the place.
pub(super) fn ends_sentence(b: &Boundary, language: &Language) -> bool {
    let Some(terminator) = b.terminator() else {
        return ends_without_terminator(b, language);
    };
    if b.after.is_empty()
        || clause_goes_on(b)
        // "It sank.[3]": the mark belongs to the sentence before it.
        || citations::skip(b.after).is_some()
        || source_follows(b)
        || quotations::goes_on(b)
        || lower_case_goes_on(b)
        || leads_on(b)
    {
        false
    } else if is_ellipsis(b) {
        !trails_off(b)
    } else if matches!(terminator, '.' | '．') {
        full_stops::ends_sentence(b, language)
    } else {
        true
    }
}

/// Without a mark that ends sentences everywhere, only these end one: the Greek question mark and
/// the Armenian full stop, which other languages use inside sentences.
fn ends_without_terminator(b: &Boundary, language: &Language) -> bool {
    b.by.sentencex
        && (language.is("el") && b.unquoted.ends_with([';', '\u{37e}'])
            || language.is("hy") && b.unquoted.ends_with(':'))
}

/// A comma, colon or closing mark follows.
fn clause_goes_on(b: &Boundary) -> bool {
    b.after.starts_with([
        ',', ';', ':', ')', ']', '」', '』', '）', '，', '、', '；', '：',
    ])
}

/// `"... and it sank." (Reed 2001).`: the bracket tells where the quotation is from.
fn source_follows(b: &Boundary) -> bool {
    let inside = b.after.strip_prefix('(').unwrap_or_default();
    let after = inside.split_once(')').map_or("", |(_, after)| after);
    b.closes_quotation() && after.starts_with('.')
}

/// "She rested... then she rowed on", "Reed Inc. said", `"No!" he said`. Where a text begins its
/// sentences in lower case, sentencex and an ordinary word before the mark tell.
fn lower_case_goes_on(b: &Boundary) -> bool {
    let is_ordinary_word =
        || b.word.chars().count() >= 4 && b.word.chars().all(|c| c.is_alphabetic() || c == '-');
    // "The band Wham! played": a name may end in a mark.
    let is_name = || b.word.starts_with(char::is_uppercase) && b.unquoted.ends_with(['!', '?']);
    let begins = || {
        b.by.sentencex
            && !b.closes_quotation()
            && !is_ellipsis(b)
            && is_ordinary_word()
            && !is_name()
    };
    b.lower_case_follows() && !begins()
}

/// "Deposit ........ 25 EUR": dots that lead the eye to what stands at the end of the line.
fn leads_on(b: &Boundary) -> bool {
    let words = b.unquoted.trim_end_matches(['.', '…', ' ', '·']);
    let dots = b.unquoted[words.len()..].chars();
    dots.filter(|&c| c != ' ').count() >= LEADER
}

/// Two full stops or more, or one character that stands for three.
fn is_ellipsis(b: &Boundary) -> bool {
    b.unquoted.ends_with("..") || b.unquoted.ends_with(". .") || b.unquoted.ends_with('…')
}

/// "I thought... I would go": "I" is a capital within sentences too.
fn trails_off(b: &Boundary) -> bool {
    !b.by.sentencex
        && (b.next_word() == "I"
            || b.next()
                .is_some_and(|c| c.is_alphabetic() && !c.is_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_splits;

    #[test]
    fn a_sentence_goes_on_where_a_clause_or_a_bracket_does() {
        assert_splits(&[
            // After a comma or a closing bracket.
            r#"en: "Who?", he asked (the captain!), and left."#,
            "en: (It sank. Nobody drowned.) | They left.",
            "ru: Паром купила Gull, Inc., старая фирма. | Он ушёл.",
            // Brackets keep their sentences together.
            "en: He rowed (he had no sail). | (Ann slept.) | They sank.",
            "en: The ferry (it is old. It leaks.) was sold. | It sank.",
            // A source goes with its quotation.
            r#"en: She wrote that "it sank." (Reed 2001). | It was old."#,
        ]);
    }

    #[test]
    fn brackets_around_many_sentences_do_not() {
        let inside = ["It is old and leaks on every single day of the year."; 9].join(" | ");
        assert_splits(&[&format!("en: She wrote (it was long. | {inside})")]);
    }

    #[test]
    fn the_case_of_the_next_letter_tells_whether_a_sentence_goes_on() {
        assert_splits(&[
            r#"en: Row 9 min. before resting. | "Ahoy!" she cried."#,
            "en: It is approx. half full. | Ropes etc. are sold at Reed Inc. now.",
            // In lower case they end after ordinary words.
            "en: the ferry sank. | nobody drowned. | eBay sold it.",
            // An ellipsis ends one before a capital only.
            "en: She rested... then rowed on. | Well… never mind.",
            "en: I thought... I would row. | We meant to sail... | Ann left.",
            // Names may end in a mark.
            "en: The show Hullo! began in May. | The boat Who? sank.",
            "en: they shouted ahoy! | nobody heard.",
        ]);
    }

    #[test]
    fn other_marks_than_full_stops_may_end_a_sentence() {
        assert_splits(&[
            // Dots that lead to a figure do not.
            "en: Ticket ........ 9 EUR",
            "en: Ticket . . . . . . . 9 EUR",
            "en: Then it sank.... | Nobody knows.",
            // Greek and Armenian have marks of their own.
            "el: Πού είναι το πλοίο; | Έφυγε.",
            "hy: Նավը գնաց: | Այն հին է:",
            "en: The ferry left; Ann stayed: it was late.",
            "en: 1) Cast off at noon 2) Steer for the quay",
        ]);
    }
}
