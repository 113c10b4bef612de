//! What the bot says where it lists documents, or sends one.

use super::{LONGEST_NAME, posts, shortened};
use crate::chat::telegram::bot::callback::Page;
use crate::chat::telegram::bot::listing::Listed;
use crate::chat::telegram::bot::markup::{Block, Style};
use crate::chat::telegram::transport::Post;
use crate::index::Contents;
use crate::wording::Wording;

/// A page of the documents that hold its words.
pub(in super::super) fn sources(
    wording: Wording,
    contents: &Contents,
    page: &Page,
    listed: &Listed,
) -> Vec<Post> {
    let is_of_all = page.words.is_empty();
    let heading = if is_of_all {
        wording.overview_of(contents)
    } else {
        held(wording, &page.words, listed)
    };
    let hint = is_of_all.then(|| wording.sources_hint());
    let mark = |_| "\u{2022} ".to_owned();
    list(wording, &heading, listed, page, mark, hint)
}

/// A page of the documents that hold its words, of which one is to be forgotten.
pub(in super::super) fn to_forget(wording: Wording, page: &Page, listed: &Listed) -> Vec<Post> {
    let heading = if page.words.is_empty() {
        wording.which_document()
    } else {
        let held = held(wording, &page.words, listed);
        if listed.sources.is_empty() {
            held
        } else {
            format!("{held} {}", wording.press_number())
        }
    };
    let mark = |number| format!("{number}. ");
    list(wording, &heading, listed, page, mark, None)
}

/// How many documents hold the words.
fn held(wording: Wording, words: &str, listed: &Listed) -> String {
    match (listed.are_guesses, listed.sources.len()) {
        (true, 0) => wording.none_holds(words),
        (true, _) => format!("{} {}", wording.none_holds(words), wording.did_you_mean()),
        (false, number) => wording.holding(number, words),
    }
}

fn list(
    wording: Wording,
    heading: &str,
    listed: &Listed,
    page: &Page,
    mark: impl Fn(usize) -> String,
    hint: Option<String>,
) -> Vec<Post> {
    let mut block = Block::default();
    block.say(heading, Style::Plain);
    for (number, source) in listed.on(page.number) {
        block.end_line();
        block.push(&mark(number), Style::Plain);
        block.push(&shortened(&source.title, LONGEST_NAME), Style::Plain);
        block.push(", ", Style::Plain);
        // A tap copies it, and Telegram makes no link of it.
        block.push(&shortened(&source.name, LONGEST_NAME), Style::Code);
    }
    let mut sections = vec![vec![block]];
    if listed.pages() > 1 {
        let mut block = Block::default();
        let place = wording.page(page.number + 1, listed.pages());
        block.say(&place, Style::Plain);
        if let Some(hint) = hint {
            block.say(&format!(" {hint}"), Style::Plain);
        }
        sections.push(vec![block]);
    }
    posts(sections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::telegram::bot::callback::List;
    use crate::index::Source;

    const ENGLISH: Wording = Wording::ENGLISH;

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

    fn first_line(posts: &[Post]) -> &str {
        posts[0].plain.lines().next().unwrap_or_default()
    }

    #[test]
    fn a_page_is_one_message_however_long_its_names_are() {
        let listed = listed(35, false);
        for number in [0, 3] {
            let place = Page::first(List::Forgetting, "").at(number);
            for posts in [
                sources(ENGLISH, &Contents::default(), &place, &listed),
                to_forget(ENGLISH, &place, &listed),
            ] {
                assert_eq!(posts.len(), 1);
                let page = format!("Page {} of 4.", number + 1);
                assert!(posts[0].plain.contains(&page), "{}", posts[0].plain);
            }
        }
    }

    #[test]
    fn what_was_looked_for_is_told_as_it_was_found() {
        let said = |number, are_guesses| {
            let listed = listed(number, are_guesses);
            let page = Page::first(List::Forgetting, "fery");
            first_line(&to_forget(ENGLISH, &page, &listed)).to_owned()
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
