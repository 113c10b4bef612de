//! Whole answers over small corpora: what each rule of answering gains.

mod defining;
mod form;
mod languages;

use super::*;
use crate::corpus::{Document, Format};

/// A small corpus of documents, each with its name and its text.
pub(super) fn index_of<S: AsRef<str>>(format: Format, documents: &[(S, S)]) -> Index {
    let parse = |(name, text): &(S, S)| {
        Document::parse(name.as_ref().to_owned(), text.as_ref().to_owned(), format)
    };
    let documents: Vec<Document> = documents.iter().map(parse).collect();
    Index::build(&documents).expect("a small corpus can be indexed")
}

/// The same of plain texts.
pub(super) fn index(documents: &[(&str, &str)]) -> Index {
    index_of(Format::PlainText, documents)
}

/// A page in Markdown.
fn page(text: &str) -> Index {
    index_of(Format::Markdown, &[("page.md", text)])
}

/// The answer with abstaining off: these tests are about what is found.
pub(super) fn ask(index: &Index, question: &str) -> Answer {
    told(index, question, true)
}

/// The same, or the first quotes of the ranking as they come.
fn told(index: &Index, question: &str, select: bool) -> Answer {
    let settings = Settings {
        select,
        ..Settings::default()
    };
    answer(index, question, settings).expect("the index answers")
}

pub(super) fn quotes(answer: &Answer) -> &[Quote] {
    answer.outcome.shown()
}

/// The documents that a quote stands in.
fn documents(quote: &Quote) -> impl Iterator<Item = &str> {
    quote.citations.iter().map(|place| place.document.as_str())
}

#[track_caller]
fn first(index: &Index, question: &str) -> String {
    let answer = ask(index, question);
    let first = quotes(&answer).first().map(Quote::text);
    first.unwrap_or_default().to_owned()
}

pub(super) const HARBOUR: &str = "The harbour of Port Ellery was dug in 1804.\n\
    The pilot boat of the harbour is called Meridian.\n\
    Anna Brandt has been harbour master since 2011.\n\
    The Peruvian trawlers land their catch on Thursdays.\n\
    An anti-slip coating covers the quay.\n\
    The shipyard builds one lifeboat a year for the U.S. Coast Guard.\n\
    The crane told us nothing.\n";

#[test]
fn a_slip_is_mended_and_told() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    let answer = ask(&index, "What is the pilot boat of the harbuor called?");
    let mended = ("harbuor".to_owned(), "harbour".to_owned());
    assert_eq!(answer.corrections, [mended]);
    let told = "The pilot boat of the harbour is called Meridian.";
    assert_eq!(quotes(&answer)[0].text(), told);
    // An English word that the documents lack is no slip.
    assert_eq!(ask(&index, "Who was bored at the harbour?").corrections, []);
}

#[test]
fn a_word_is_found_by_whatever_name_and_spelling() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    for (question, wanted) in [
        // A country by its people, one of two words and one that no list has, also misspelt.
        ("When do the boats from Peru land?", "The Peruvian trawlers"),
        ("What is built for the United States?", "U.S."),
        ("What does America get built?", "U.S."),
        ("When do the Peruvain boats land?", "The Peruvian trawlers"),
        // A compound, written together or apart.
        ("Where is the antislip coating?", "anti-slip"),
        ("Where is the anti slip coating?", "anti-slip"),
        ("Who builds a life boat?", "lifeboat"),
        ("Who builds a life-boat?", "lifeboat"),
        // An acronym is no pronoun, unless all is in capitals.
        ("What is built for the US?", "U.S. Coast Guard"),
        ("WHO IS THE HARBOUR MASTER", "Anna Brandt"),
    ] {
        assert!(first(&index, question).contains(wanted), "{question}");
    }
}

#[test]
fn a_word_of_like_meaning_is_found() {
    let text = "The company painted the ferry.\nThe company bought the tram.\n\
        The company sank the barge.\n";
    let index = index(&[("company.txt", text)]);
    let told = first(&index, "What did the company purchase?");
    assert_eq!(told, "The company bought the tram.");
}

#[test]
fn what_several_documents_say_is_one_quote_unless_the_figures_differ() {
    let same = "# A bridge\n\nThe bridge over the Arn was opened by the mayor in 1931.";
    let other = "# A bridge\n\nThe bridge over the Arn was opened by the mayor in 1932.";
    let index = index(&[("a.md", same), ("b.md", same), ("c.md", other)]);
    let answer = ask(&index, "When was the bridge over the Arn opened?");
    let quotes = quotes(&answer).iter();
    let mut cited: Vec<Vec<&str>> = quotes.map(|quote| documents(quote).collect()).collect();
    // Which of the two comes first tells nothing.
    cited.sort();
    assert_eq!(cited, [vec!["a.md", "b.md"], vec!["c.md"]]);
}

#[test]
fn opposite_statements_are_quotes_of_their_own() {
    let contrary = |a: &str, b: &str, question: &str| {
        let index = index(&[("a.txt", a), ("b.txt", b)]);
        quotes(&ask(&index, question)).len()
    };
    let (won, lost) = (
        "Anna beat Boris in the chess final.",
        "Boris beat Anna in the chess final.",
    );
    assert_eq!(contrary(won, lost, "Who beat Boris in the chess final?"), 2);
    let (yes, no) = (
        "The council has ratified the harbour pact.",
        "The council has not ratified the harbour pact.",
    );
    assert_eq!(contrary(yes, no, "Who ratified the harbour pact?"), 2);
}

#[test]
fn a_document_that_repeats_itself_is_one_source() {
    let log = "The pump failed in the cellar again.\n".repeat(30);
    let index = index(&[("log.txt", &log)]);
    let answer = ask(&index, "What failed in the cellar?");
    assert_eq!(quotes(&answer).len(), 1);
    assert_eq!(quotes(&answer)[0].citations.len(), 1);
}

#[test]
fn a_sentence_that_opens_with_a_pronoun_comes_with_the_one_before_unless_that_is_a_quote() {
    let text =
        "Anna Brandt runs the lighthouse. She studied botany in Uppsala. The tower is white.";
    let index = index(&[("lighthouse.txt", text)]);
    let answer = told(&index, "Who studied botany in Uppsala?", false);
    let quotes = quotes(&answer);
    assert_eq!(quotes[0].text(), "She studied botany in Uppsala.");
    let before = quotes[0].before.as_ref().map(|before| before.text.as_str());
    assert_eq!(before, Some("Anna Brandt runs the lighthouse."));
    let context = quotes[0].context_among(&quotes[..1]);
    assert_eq!(context[0], quotes[0].before.as_ref());
    let both = told(&index, "Who runs the lighthouse and studied botany?", false);
    let shown = super::tests::quotes(&both);
    assert!(shown.len() > 1, "{both:?}");
    let said = |neighbour: &Neighbour| shown.iter().any(|quote| quote.text() == neighbour.text);
    for quote in shown {
        let context = quote.context_among(shown);
        assert!(!context.into_iter().flatten().any(said));
    }
}

#[test]
fn a_caption_answers_nothing_for_the_words_of_the_title_above_it() {
    let index = index_of(
        Format::Markdown,
        &[(
            "a.md",
            "# Ellery leaves the union of harbours over fees\n\nA man in a green coat on a pier.\n\n\
             The town wants a garden there.\n",
        )],
    );
    let answer = answer(
        &index,
        "why do they leave the union of harbours",
        Settings::default(),
    );
    let outcome = answer.expect("the index answers").outcome;
    assert!(matches!(outcome, Outcome::Abstained { .. }), "{outcome:?}");
}

#[test]
fn what_is_asked_about_now_is_spoken_of() {
    let first = |index: &Index, question: &str, before| {
        let settings = Settings {
            reader: false,
            ..Settings::default()
        };
        let answer = answer_after(index, question, settings, before).expect("the index answers");
        quotes(&answer)[0].text().to_owned()
    };
    let hut = index(&[(
        "hut.txt",
        "The hut\n\nHalf board at the hut costs 58 euros.\n\nFrom children under ten we ask 30 euros.\n",
    )]);
    let question = "How much does half board at the hut cost for children?";
    assert!(first(&hut, question, None).contains("58"));
    let changed = |changed| first(&hut, question, Some(Before::Changed(changed)));
    assert!(changed("for children").contains("30"));
    // What the documents do not speak of changes nothing.
    assert!(changed("for pensioners").contains("58"));
    // A word that means as much speaks of it, too.
    let pool = index(&[(
        "pool.txt",
        "The pool\n\nAdults pay 6 euros for a swim, kids 3 euros.\n\n\
         The slide for children cost 9000 euros to build.\n",
    )]);
    let question = "How much do children pay for a swim?";
    assert!(first(&pool, question, Some(Before::Changed("children"))).contains("kids"));
}

#[test]
fn a_further_quote_must_add_a_word() {
    let long = "The pilot boat of the harbour, called Meridian, was painted in Uppsala.";
    let short = "The pilot boat is called Meridian.";
    let index = index(&[("a.txt", long), ("b.txt", short)]);
    let question = "What is the pilot boat of the harbour called?";
    let all = told(&index, question, false);
    assert_eq!(quotes(&all).len(), 2, "{all:?}");
    let shown = ask(&index, question);
    assert_eq!(quotes(&shown).len(), 1);
    assert_eq!(quotes(&shown)[0].text(), long);
}

#[test]
fn a_quote_far_less_likely_than_the_first_is_left_out_unless_the_ranking_is_measured() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    let question = "Who has been harbour master since 2011?";
    let all = told(&index, question, false);
    let scores: Vec<f32> = quotes(&all).iter().map(|quote| quote.score).collect();
    assert_eq!(scores.len(), 3);
    assert!(scores[0] - scores[1] > 4.0, "{scores:?}");
    assert_eq!(quotes(&ask(&index, question)).len(), 1);
}

#[test]
fn context_never_crosses_into_another_document_or_a_heading() {
    let white = "It was painted white in 1950.";
    let closed = "The Old Lighthouse\n\nIt was closed in 1974 by the council.";
    let index = index(&[("a.txt", white), ("b.txt", closed)]);
    for question in ["When was it painted white?", "Who closed it in 1974?"] {
        let answer = ask(&index, question);
        assert_eq!(quotes(&answer)[0].before, None, "{question}");
    }
}

#[test]
fn what_is_no_question_is_told_from_what_is_not_answered() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    let reason = |question: &str| match ask(&index, question).outcome {
        Outcome::Abstained { reason, .. } => Some(reason),
        _ => None,
    };
    let long = "harbour ".repeat(20_000);
    let small = "of the ".repeat(500);
    for (question, wanted) in [
        ("", Reason::EmptyQuestion),
        ("what is it?", Reason::EmptyQuestion),
        ("🙂", Reason::EmptyQuestion),
        (small.as_str(), Reason::EmptyQuestion),
        (long.as_str(), Reason::TooLong),
        ("Good morning!", Reason::SmallTalk),
        ("How does photosynthesis work?", Reason::NoMatch),
        ("Who wrote the harbour's opera?", Reason::WeakEvidence),
    ] {
        assert_eq!(reason(question), Some(wanted));
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let index = index(&[("harbour.txt", HARBOUR), ("copy.txt", HARBOUR)]);
    for question in [
        "Who is harbour master?",
        "What is called Meridian?",
        "harbour",
    ] {
        let told = || format!("{:?}", ask(&index, question));
        assert_eq!(told(), told());
    }
}

#[test]
fn every_quote_is_a_slice_of_its_document() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    let answer = ask(&index, "What is in the harbour?");
    for citation in quotes(&answer).iter().flat_map(|quote| &quote.citations) {
        assert_eq!(&HARBOUR[citation.span.range()], citation.text);
    }
}
