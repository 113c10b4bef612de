//! What the bot says where it lists documents, or sends one.

use super::{LONGEST_NAME, posts, shortened};
use crate::chat::telegram::bot::callback::{List, Page};
use crate::chat::telegram::bot::listing::Listed;
use crate::chat::telegram::bot::markup::{Block, Style};
use crate::chat::telegram::transport::Post;
use crate::index::Contents;
use crate::wording::Wording;

/// A page of the documents that hold its words.
pub(in super::super) fn page(
    wording: Wording,
    contents: &Contents,
    page: &Page,
    listed: &Listed,
) -> Vec<Post> {
    let is_forgetting = page.list == List::Forgetting;
    let is_of_all = page.words.is_empty();
    let mut heading = match (is_of_all, is_forgetting) {
        (true, false) => wording.overview_of(contents),
        (true, true) => wording.which_document(),
        (false, _) => held(wording, &page.words, listed),
    };
    if is_forgetting && !is_of_all && !listed.sources.is_empty() {
        heading = format!("{heading} {}", wording.press_number());
    }
    let mut block = Block::said(&heading, Style::Plain);
    for (number, source) in listed.on(page.number) {
        block.end_line();
        let mark = match page.list {
            List::Sources(_) => "\u{2022} ".to_owned(),
            List::Forgetting => format!("{number}. "),
        };
        block.push(&mark, Style::Plain);
        block.push(&shortened(&source.title, LONGEST_NAME), Style::Plain);
        block.push(", ", Style::Plain);
        // A tap copies it, and Telegram makes no link of it.
        block.push(&shortened(&source.name, LONGEST_NAME), Style::Code);
    }
    let mut sections = vec![vec![block]];
    if listed.pages() > 1 {
        let mut place = wording.page(page.number + 1, listed.pages());
        if is_of_all && !is_forgetting {
            place = format!("{place} {}", wording.sources_hint());
        }
        sections.push(vec![Block::said(&place, Style::Plain)]);
    }
    posts(sections)
}

/// How many documents hold the words.
fn held(wording: Wording, words: &str, listed: &Listed) -> String {
    match (listed.are_guesses, listed.sources.len()) {
        (true, 0) => wording.none_holds(words),
        (true, _) => format!("{} {}", wording.none_holds(words), wording.did_you_mean()),
        (false, number) => wording.holding(number, words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Source;

    fn listed(number: usize, are_guesses: bool) -> Listed {
        let source = |number: usize| Source {
            name: format!("{number}.txt"),
            title: "\u{1f6a2}".repeat(200),
            passages: 1,
        };
        Listed {
            sources: (1..=number).map(source).collect(),
            are_guesses,
        }
    }

    fn said(place: &Page, listed: &Listed) -> String {
        let mut posts = page(Wording::ENGLISH, &Contents::default(), place, listed);
        assert_eq!(posts.len(), 1);
        posts.remove(0).plain
    }

    #[test]
    fn a_page_is_one_message_however_long_its_names_are() {
        let listed = listed(35, false);
        for number in [0, 3] {
            for list in [List::Sources(None), List::Forgetting] {
                let said = said(&Page::first(list, "").at(number), &listed);
                let place = format!("Page {} of 4.", number + 1);
                assert!(said.contains(&place), "{said}");
            }
        }
    }

    #[test]
    fn what_was_looked_for_is_told_as_it_was_found() {
        let said = |number, are_guesses| {
            let page = Page::first(List::Forgetting, "fery");
            let said = said(&page, &listed(number, are_guesses));
            said.lines().next().unwrap_or_default().to_owned()
        };
        let none = "No document has \u{201c}fery\u{201d} in its name or title.";
        let pick = "Press the number of the one to forget.";
        assert_eq!(said(0, true), none);
        assert_eq!(
            said(2, true),
            format!("{none} Did you mean one of these? {pick}")
        );
        let one = "1 document has \u{201c}fery\u{201d} in the name or title.";
        assert_eq!(said(1, false), format!("{one} {pick}"));
    }
}
