//! The buttons under an answer, and what a pressed one asks for. Pure.
//!
//! A button carries up to 64 bytes: which run of the bot it is of, which
//! answer of that run, and what is wanted of it. A button of an earlier run
//! means nothing any more.

use super::super::transport::{Button, Keyboard, now};
use crate::answer::Extent;

/// Numbers side by side, at most: Telegram shows up to 8 buttons in a row, and
/// fewer can be hit with a thumb.
const IN_A_ROW: usize = 5;

/// What a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Further quotes: the first batch of them, or a later one.
    More(usize),
    /// What stands around a quote, counted from 1.
    Around(Extent, usize),
    /// The answer as it was first shown.
    Answer,
    /// To note whether the answer was right.
    Verdict(bool),
}

/// What a message under which buttons stand shows at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// The answer.
    Answer,
    /// A batch of further quotes, counted from 1.
    More(usize),
    /// What stands around a quote.
    Around(Extent, usize),
}

/// One run of the bot: answers are counted anew in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run(u64);

impl Run {
    /// This run, told from others by when it began.
    pub(super) fn now() -> Self {
        Self(now().unsigned_abs())
    }

    /// The run as buttons carry it.
    pub(super) fn written(self) -> String {
        format!("{:x}", self.0)
    }

    pub(super) fn read_written(run: &str) -> Option<Self> {
        u64::from_str_radix(run, 16).ok().map(Self)
    }

    /// What a button of this run carries.
    fn data(self, answer: u64, action: Action) -> String {
        let action = match action {
            Action::More(batch) => format!("m{batch}"),
            Action::Around(Extent::Context, number) => format!("c{number}"),
            Action::Around(Extent::Passage, number) => format!("s{number}"),
            Action::Answer => "a".to_owned(),
            Action::Verdict(true) => "r".to_owned(),
            Action::Verdict(false) => "w".to_owned(),
        };
        format!("{}.{answer}.{action}", self.written())
    }

    /// Which answer a button is of, and what it asks for; `None` if it is of another run, or of no bot like this.
    pub(super) fn read(self, data: &str) -> Option<(u64, Action)> {
        let mut parts = data.split('.');
        let (run, answer, action) = (parts.next()?, parts.next()?, parts.next()?);
        let is_mine = Self::read_written(run) == Some(self) && parts.next().is_none();
        let action = match action.split_at_checked(1)? {
            ("m", batch) => Action::More(batch.parse().ok().filter(|&batch| batch > 0)?),
            ("a", "") => Action::Answer,
            ("r", "") => Action::Verdict(true),
            ("w", "") => Action::Verdict(false),
            ("c", number) => Action::Around(Extent::Context, number.parse().ok()?),
            ("s", number) => Action::Around(Extent::Passage, number.parse().ok()?),
            _ => return None,
        };
        is_mine.then_some((answer.parse().ok()?, action))
    }
}

/// An answer whose buttons are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Buttons {
    pub(super) run: Run,
    pub(super) answer: u64,
    /// How many quotes it shows.
    pub(super) quotes: usize,
    /// Whether a verdict on it can be kept.
    pub(super) judged: bool,
    /// The verdict that was given last.
    pub(super) verdict: Option<bool>,
}

impl Buttons {
    /// The buttons under a view of the answer.
    pub(super) fn under(&self, view: View) -> Keyboard {
        let button = |label: &str, action| Button {
            label: label.to_owned(),
            data: self.run.data(self.answer, action),
        };
        let numbers = |extent, shown| {
            let label = move |number: usize| {
                if number == shown {
                    format!("· {number} ·")
                } else {
                    number.to_string()
                }
            };
            (1..=self.quotes)
                .filter(|_| self.quotes > 1)
                .map(move |number| button(&label(number), Action::Around(extent, number)))
                .collect::<Vec<_>>()
        };
        let mut rows = match view {
            View::Answer if self.quotes == 0 => Vec::new(),
            View::Answer => vec![vec![
                button("More", Action::More(1)),
                button("Context", Action::Around(Extent::Context, 1)),
                button("Source", Action::Around(Extent::Passage, 1)),
            ]],
            View::More(batch) => vec![vec![
                button("More", Action::More(batch.saturating_add(1))),
                button("Answer", Action::Answer),
            ]],
            View::Around(extent, shown) => {
                let other = match extent {
                    Extent::Context => button("Source", Action::Around(Extent::Passage, shown)),
                    Extent::Passage => button("Context", Action::Around(Extent::Context, shown)),
                };
                let numbers = numbers(extent, shown);
                let mut rows: Vec<_> = numbers.chunks(IN_A_ROW).map(<[_]>::to_vec).collect();
                rows.push(vec![other, button("Answer", Action::Answer)]);
                rows
            }
        };
        if self.judged && view == View::Answer {
            let label = |word: &str, verdict| {
                let given = self.verdict == Some(verdict);
                format!("{}{word}", if given { "\u{2713} " } else { "" })
            };
            rows.push(vec![
                button(&label("Right", true), Action::Verdict(true)),
                button(&label("Wrong", false), Action::Verdict(false)),
            ]);
        }
        rows.retain(|row| !row.is_empty());
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIONS: [Action; 6] = [
        Action::More(2),
        Action::Answer,
        Action::Verdict(true),
        Action::Verdict(false),
        Action::Around(Extent::Context, 3),
        Action::Around(Extent::Passage, 12),
    ];

    fn labels(buttons: Buttons, view: View) -> Vec<Vec<String>> {
        let rows = buttons.under(view).into_iter();
        rows.map(|row| row.into_iter().map(|button| button.label).collect())
            .collect()
    }

    fn buttons(quotes: usize) -> Buttons {
        Buttons {
            run: Run(7),
            answer: 1,
            quotes,
            judged: true,
            verdict: Some(false),
        }
    }

    #[test]
    fn a_button_says_what_it_is_for_in_64_bytes() {
        for action in ACTIONS {
            let data = Run(u64::MAX).data(u64::MAX, action);
            assert!(data.len() <= 64);
            assert_eq!(Run(u64::MAX).read(&data), Some((u64::MAX, action)));
            assert_eq!(Run(7).read(&data), None, "a button of another run");
        }
    }

    #[test]
    fn what_is_no_button_is_none() {
        for data in [
            "",
            "7",
            "7.1",
            "7.1.",
            "7.1.x",
            "7.1.m0",
            "7.1.c",
            "7.1.c-1",
            "7.1.m1.m1",
            "7.é.m1",
            "7.1.é",
        ] {
            assert_eq!(Run(7).read(data), None, "{data:?}");
        }
    }

    #[test]
    fn each_view_has_its_buttons() {
        assert_eq!(
            labels(buttons(2), View::Answer),
            [
                vec!["More", "Context", "Source"],
                vec!["Right", "\u{2713} Wrong"]
            ]
        );
        for batch in [1, usize::MAX] {
            assert_eq!(labels(buttons(2), View::More(batch)), [["More", "Answer"]]);
        }
        assert_eq!(
            labels(buttons(2), View::Around(Extent::Context, 2)),
            [["1", "· 2 ·"], ["Source", "Answer"]]
        );
        assert_eq!(
            labels(buttons(1), View::Around(Extent::Passage, 1)),
            [["Context", "Answer"]]
        );
    }

    #[test]
    fn many_numbers_stand_in_several_rows() {
        let rows = labels(buttons(7), View::Around(Extent::Passage, 6));
        let wanted = [
            vec!["1", "2", "3", "4", "5"],
            vec!["· 6 ·", "7"],
            vec!["Context", "Answer"],
        ];
        assert_eq!(rows, wanted);
    }

    #[test]
    fn where_nothing_was_quoted_only_a_verdict_can_be_given() {
        assert_eq!(
            labels(buttons(0), View::Answer),
            [["Right", "\u{2713} Wrong"]]
        );
        let unjudged = Buttons {
            judged: false,
            ..buttons(0)
        };
        assert!(unjudged.under(View::Answer).is_empty());
    }
}
