//! Whoever wants more than the answer: further quotes, and what stands around one.

use super::*;
use crate::answer::tests::{HARBOUR, ask, index, quotes};
use crate::answer::{Settings, further};

#[test]
fn more_gives_the_quotes_that_were_not_shown_until_there_are_none() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    let question = "What is the harbour of Port Ellery like?";
    let settings = Settings {
        quotes: 1,
        ..Settings::default()
    };
    let mut shown = Vec::new();
    let mut texts = Vec::new();
    loop {
        let next = further(&index, question, settings, None, &shown).expect("the index answers");
        let Some(quote) = next.first() else {
            break;
        };
        assert!(next.len() == 1 && !texts.contains(&quote.text().to_owned()));
        texts.push(quote.text().to_owned());
        shown.push(quote.citations[0].place());
    }
    assert_eq!(texts[0], quotes(&ask(&index, question))[0].text());
    assert!(texts.len() > 1, "{texts:?}");
    let more = further(&index, "hello", settings, None, &[]).expect("the index answers");
    assert!(more.is_empty());
}

#[test]
fn an_excerpt_is_what_the_document_has_around_the_quote() {
    let index = index(&[("harbour.txt", HARBOUR)]);
    let document = |name: &str| index.document(name).expect("the index answers");
    let answer = ask(&index, "Who has been harbour master since 2011?");
    let place = quotes(&answer)[0].citations[0].place();
    for (extent, sentences) in [(Extent::Context, 6), (Extent::Passage, 7)] {
        let document = document(&place.document).expect("a quote has a document");
        let excerpt = excerpt(&document, &place, extent).expect("the quote has a place");
        assert_eq!(&HARBOUR[excerpt.span.range()], excerpt.text);
        let seen = (excerpt.sentences.len(), excerpt.line);
        assert_eq!(seen, (sentences, Some(1)));
        let shown = excerpt.sentences.iter().filter(|shown| shown.is_quote);
        let shown: Vec<&Shown> = shown.collect();
        assert_eq!(shown[0].reading, quotes(&answer)[0].reading);
        assert_eq!((shown.len(), excerpt.citation.line), (1, Some(3)));
    }
    let nowhere = Place {
        span: Span { start: 1, end: 2 },
        ..place
    };
    let harbour = document("harbour.txt").expect("it is there");
    assert!(excerpt(&harbour, &nowhere, Extent::Context).is_none());
    assert!(document("quay.txt").is_none());
}
