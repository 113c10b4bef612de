//! Buttons as they are written and read again.

use super::*;

const RUN: Run = Run(7);

#[test]
fn a_button_says_what_it_is_for_in_64_bytes() {
    // Every kind of button, as long as it gets.
    let run = Run(u64::MAX);
    let words = "\u{e4}\u{e4}.".repeat(20);
    let page = |list| Page::first(list, &words).at(99_999);
    let undo = |was_added| {
        Wanted::Undo(Undo {
            run,
            number: u64::MAX,
            was_added,
        })
    };
    let actions = [
        Action::View(View::More(2)),
        Action::View(View::Answer),
        Action::Verdict(true),
        Action::Verdict(false),
        Action::View(View::Around(Extent::Context, 3)),
        Action::View(View::Around(Extent::Passage, 12)),
        Action::File(2),
        Action::Offered(3),
    ];
    let others = [
        undo(true),
        undo(false),
        Wanted::Page(page(List::Sources(None))),
        Wanted::Page(page(List::Sources(Some(i64::MAX)))),
        Wanted::Page(page(List::Forgetting)),
        Wanted::Forget(u64::MAX, page(List::Forgetting)),
        Wanted::Example(u64::MAX),
    ];
    let of_answers = actions.map(|action| Wanted::OfAnswer(u64::MAX, action));
    for wanted in of_answers.into_iter().chain(others) {
        let data = wanted.data(run);
        assert!(data.len() <= 64, "{data}");
        let is_of_a_run = matches!(wanted, Wanted::OfAnswer(..));
        assert_eq!(Wanted::read(&data, run), Some(wanted), "{data}");
        assert_eq!(Wanted::read(&data, RUN).is_none(), is_of_a_run, "{data}");
    }
}

#[test]
fn what_is_no_button_is_none() {
    let all = "7 7.1 7.1. 7.1.x 7.1.m0 7.1.c 7.1.c-1 7.1.m1.m1 7.é.m1 7.1.é undo undo.7.1 \
        undo.7.1.x undo.x.1.a l.1 l.1. l.-1.. l.1.x. k.1 k.. x.7.1 x.g.1. x.7.-1. q q. q.g z.1.2";
    for data in all.split(' ').chain([""]) {
        assert_eq!(Wanted::read(data, RUN), None, "{data:?}");
    }
}

#[test]
fn words_of_a_list_are_cut_between_characters() {
    let page = Page::first(List::Forgetting, &format!("  {}", "\u{e4} ".repeat(20)));
    assert_eq!(page.words, "\u{e4} ".repeat(12).trim_end());
}
