//! The buttons under an answer, as they are drawn. Pure.
//!
//! In a private chat a view takes the place of the answer, and a button leads
//! back. Where others read along the answer stays: views are messages of their
//! own below it, so that nobody loses what they are reading to someone's press.

use url::Url;

use super::super::transport::{Button, Does, Keyboard};
use super::callback::{Action, Run, View, Wanted};
use super::characters::{shortened, shown};
use crate::answer::Extent;
use crate::wording::Wording;

/// Buttons side by side, at most: Telegram shows up to 8 in a row, and
/// fewer can be hit with a thumb.
const IN_A_ROW: usize = 5;
/// UTF-16 units of a question on a button, of which a phone shows about half.
const LABEL: usize = 100;

/// A button that tells the bot what is wanted.
pub(super) fn button(label: &str, wanted: &Wanted, run: Run) -> Button {
    Button {
        label: label.to_owned(),
        does: Does::Tell(wanted.data(run)),
    }
}

/// What stands on a button that asks a question of the documents' own.
pub(super) fn label(question: &str) -> String {
    shortened(&shown(question), LABEL)
}

/// An answer whose buttons are drawn.
#[derive(Clone, Debug)]
pub(super) struct Buttons {
    pub(super) run: Run,
    pub(super) wording: Wording,
    pub(super) answer: u64,
    /// How many quotes it shows.
    pub(super) quotes: usize,
    /// Questions that it offers in the place of what it declines.
    pub(super) offered: Vec<String>,
    /// The quotes of which each is the first of its document, counted from 1.
    pub(super) files: Vec<usize>,
    /// Where its question is shared, if it can be.
    pub(super) share: Option<Url>,
    /// Whether views take its place.
    pub(super) in_place: bool,
    /// Whether a verdict on it can be kept.
    pub(super) judged: bool,
    /// The verdict that was given last.
    pub(super) verdict: Option<bool>,
}

impl Buttons {
    /// The buttons under a view of the answer.
    pub(super) fn under(&self, view: View) -> Keyboard {
        let wording = self.wording;
        match view {
            View::Answer => self.under_answer(),
            View::More(batch) => {
                let next = View::More(batch.saturating_add(1));
                vec![self.with_way_back(self.view(&wording.button_more(), next))]
            }
            View::Around(extent, shown) => {
                let (label, other) = match extent {
                    Extent::Context => (wording.button_source(), Extent::Passage),
                    Extent::Passage => (wording.button_context(), Extent::Context),
                };
                let other = self.view(&label, View::Around(other, shown));
                let mut rows = self.numbers(extent, shown);
                rows.push(self.with_way_back(other));
                rows
            }
        }
    }

    fn under_answer(&self) -> Keyboard {
        let wording = self.wording;
        let offered = (1..)
            .zip(&self.offered)
            .map(|(number, question)| vec![self.button(&label(question), Action::Offered(number))]);
        let mut rows: Keyboard = offered.collect();
        if self.quotes > 0 {
            rows.push(vec![
                self.view(&wording.button_more(), View::More(1)),
                self.view(&wording.button_context(), View::Around(Extent::Context, 1)),
                self.view(&wording.button_source(), View::Around(Extent::Passage, 1)),
            ]);
        }
        let is_only = self.files.len() == 1;
        let file = |&number: &usize| {
            let label = if is_only {
                wording.button_file()
            } else {
                wording.button_file_number(number)
            };
            self.button(&label, Action::File(number))
        };
        let mut others: Vec<_> = self.files.iter().map(file).collect();
        others.extend(self.share.clone().map(|address| Button {
            label: wording.button_share(),
            does: Does::Open(address),
        }));
        rows.extend(others.chunks(IN_A_ROW).map(<[_]>::to_vec));
        if self.judged {
            let button = |word: String, verdict| {
                let given = self.verdict == Some(verdict);
                let mark = if given { "\u{2713} " } else { "" };
                self.button(&format!("{mark}{word}"), Action::Verdict(verdict))
            };
            let right = button(wording.button_right(), true);
            rows.push(vec![right, button(wording.button_wrong(), false)]);
        }
        rows
    }

    /// The quotes, of which the one that is shown is marked; none where there is no other.
    fn numbers(&self, extent: Extent, shown: usize) -> Keyboard {
        let button = |number: usize| {
            let label = if number == shown {
                format!("· {number} ·")
            } else {
                number.to_string()
            };
            self.view(&label, View::Around(extent, number))
        };
        let numbers: Vec<_> = (1..=self.quotes).map(button).collect();
        let rows = numbers.chunks(IN_A_ROW).map(<[_]>::to_vec);
        rows.filter(|_| self.quotes > 1).collect()
    }

    fn with_way_back(&self, button: Button) -> Vec<Button> {
        let label = self.wording.button_answer();
        let back = self.in_place.then(|| self.view(&label, View::Answer));
        [button].into_iter().chain(back).collect()
    }

    fn view(&self, label: &str, view: View) -> Button {
        self.button(label, Action::View(view))
    }

    fn button(&self, label: &str, action: Action) -> Button {
        button(label, &Wanted::OfAnswer(self.answer, action), self.run)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels, row by row.
    fn labels(buttons: &Buttons, view: View) -> String {
        let label = |button: &Button| button.label.clone();
        let labels = |row: &Vec<Button>| row.iter().map(label).collect::<Vec<_>>().join("|");
        let rows: Vec<String> = buttons.under(view).iter().map(labels).collect();
        rows.join("\n")
    }

    fn buttons(quotes: usize) -> Buttons {
        Buttons {
            run: Run::numbered(7),
            wording: Wording::ENGLISH,
            answer: 1,
            quotes,
            offered: Vec::new(),
            files: Vec::new(),
            share: None,
            in_place: true,
            judged: true,
            verdict: Some(false),
        }
    }

    #[test]
    fn each_view_has_its_buttons() {
        let context = |number| View::Around(Extent::Context, number);
        let passage = |number| View::Around(Extent::Passage, number);
        for (quotes, view, wanted) in [
            (2, View::Answer, "More|Context|Source\nRight|\u{2713} Wrong"),
            (0, View::Answer, "Right|\u{2713} Wrong"),
            (2, View::More(1), "More|Answer"),
            (2, View::More(usize::MAX), "More|Answer"),
            (2, context(2), "1|· 2 ·\nSource|Answer"),
            (1, passage(1), "Context|Answer"),
            (7, passage(6), "1|2|3|4|5\n· 6 ·|7\nContext|Answer"),
        ] {
            assert_eq!(labels(&buttons(quotes), view), wanted);
        }
    }

    #[test]
    fn each_question_that_is_offered_has_a_row_of_its_own() {
        let asked = "Who built\u{202e} the pier?".to_owned();
        let buttons = Buttons {
            offered: vec![asked, "w".repeat(LABEL + 1)],
            judged: false,
            ..buttons(0)
        };
        let short = format!("{}\u{2026}", "w".repeat(LABEL - 1));
        let wanted = format!("Who built the pier?\n{short}");
        assert_eq!(labels(&buttons, View::Answer), wanted);
    }

    #[test]
    fn where_nothing_can_be_done_there_is_no_row() {
        let buttons = Buttons {
            judged: false,
            ..buttons(0)
        };
        assert!(buttons.under(View::Answer).is_empty());
    }
}
