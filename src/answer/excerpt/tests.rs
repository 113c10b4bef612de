//! Whoever wants more than the answer: further quotes, and what stands around one.

use super::*;
use crate::answer::{Answer, Outcome, Quote, Settings, answer, further};
use crate::corpus::{Corpus, Format};

const HARBOUR: &str = "The harbour of Port Ellery was dug in 1804.\n\
    The pilot boat of the harbour is called Meridian.\n\
    Anna Brandt has been harbour master since 2011.\n\
    The Peruvian trawlers land their catch on Thursdays.\n\
    An anti-slip coating covers the quay.\n\
    The shipyard builds one lifeboat a year for the U.S. Coast Guard.\n\
    The crane told us nothing.\n";

fn harbour() -> Index {
    let document = Document::parse(
        "harbour.txt".to_owned(),
        HARBOUR.to_owned(),
        Format::PlainText,
    );
    let corpus = Corpus {
        documents: vec![document],
        skipped: Vec::new(),
    };
    Index::build(corpus).expect("a small corpus can be indexed")
}

fn asked(index: &Index, question: &str) -> Answer {
    let settings = Settings {
        abstain: false,
        ..Settings::default()
    };
    answer(index, question, settings).expect("the index answers")
}

fn quotes(answer: &Answer) -> &[Quote] {
    match &answer.outcome {
        Outcome::Found(quotes) => quotes,
        Outcome::Abstained { closest, .. } => closest,
    }
}

#[test]
fn more_gives_the_quotes_that_were_not_shown_until_there_are_none() {
    let index = harbour();
    let question = "What is the harbour of Port Ellery like?";
    let settings = Settings {
        quotes: 1,
        ..Settings::default()
    };
    let mut shown = Vec::new();
    let mut texts = Vec::new();
    loop {
        let next = further(&index, question, settings, &shown).expect("the index answers");
        let Some(quote) = next.first() else {
            break;
        };
        assert!(next.len() == 1 && !texts.contains(&quote.text().to_owned()));
        texts.push(quote.text().to_owned());
        shown.push(quote.citations[0].place());
    }
    assert_eq!(texts[0], quotes(&asked(&index, question))[0].text());
    assert!(texts.len() > 1, "{texts:?}");
    assert!(
        further(&index, "hello", settings, &[])
            .expect("the index answers")
            .is_empty()
    );
}

#[test]
fn an_excerpt_is_what_the_document_has_around_the_quote() {
    let index = harbour();
    let answer = asked(&index, "Who has been harbour master since 2011?");
    let place = quotes(&answer)[0].citations[0].place();
    for (extent, sentences) in [(Extent::Context, 6), (Extent::Passage, 7)] {
        let excerpt = excerpt(&index, &place, extent).expect("the quote has a place");
        assert_eq!(&HARBOUR[excerpt.span.range()], excerpt.text);
        assert_eq!((excerpt.sentences.len(), excerpt.line), (sentences, 1));
        let shown: Vec<&Shown> = excerpt
            .sentences
            .iter()
            .filter(|shown| shown.is_quote)
            .collect();
        assert_eq!(shown[0].reading, quotes(&answer)[0].reading);
        assert_eq!((shown.len(), excerpt.citation.line), (1, 3));
    }
    let nowhere = Place {
        document: "quay.txt".to_owned(),
        ..place
    };
    assert!(excerpt(&index, &nowhere, Extent::Context).is_none());
}
