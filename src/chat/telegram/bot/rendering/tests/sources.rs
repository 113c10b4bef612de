//! What is said of where a quote stands.

use super::*;
use crate::corpus::Locator;

#[test]
fn a_source_that_has_no_lines_is_named_by_its_page_and_a_chapter_once() {
    let source = |document: &str, headings: &[&str], locator: Option<Locator>| {
        let citation = Citation {
            line: None,
            locator,
            ..citation(document, "Guide", headings, 1)
        };
        html(&given(Outcome::Found(vec![quote(
            "It sails.",
            &[],
            vec![citation],
        )])))
        .concat()
    };
    let page = source("a.pdf", &[], Some(Locator::Page(3)));
    assert!(
        page.ends_with("1. Guide, <code>a.pdf, page 3</code>"),
        "{page}"
    );
    let none = source("a.docx", &["Boats"], None);
    assert!(
        none.ends_with("1. Guide &gt; Boats, <code>a.docx</code>"),
        "{none}"
    );
    let chapter = Some(Locator::Chapter("Boats".to_owned()));
    let named = source("a.epub", &["Boats"], chapter.clone());
    assert!(named.ends_with("<code>a.epub</code>"), "{named}");
    let unnamed = source("a.epub", &[], chapter);
    assert!(
        unnamed.ends_with("<code>a.epub, chapter Boats</code>"),
        "{unnamed}"
    );
}
