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
        found(vec![quote("It sails.", &[], vec![citation])]).concat()
    };
    let (page, boats) = (Locator::Page(3), Locator::Chapter("Boats".to_owned()));
    for (shown, wanted) in [
        (source("a.pdf", &[], Some(page)), "a.pdf, page 3"),
        (source("a.docx", &["Boats"], None), "a.docx"),
        (source("a.epub", &["Boats"], Some(boats.clone())), "a.epub"),
        (source("a.epub", &[], Some(boats)), "a.epub, chapter Boats"),
    ] {
        let wanted = format!("<code>{wanted}</code>");
        assert!(shown.ends_with(&wanted), "{shown}");
    }
}
