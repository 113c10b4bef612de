//! What a button carries, and what is read of that. Pure, and the only place that knows its form.
//!
//! A button carries up to 64 bytes. Answers, and changes that can be undone,
//! are counted anew in each run of the bot: their buttons name the run, and
//! mean nothing in another. Documents and example questions are named by a
//! hash, and lists by the words that were searched for: these buttons go on
//! working after a restart, as far as what they name is still there. Programs
//! for Telegram can send anything in the name of a button; a press comes here
//! only with what stands on a button of its message, if that can be seen.

use super::super::transport::now;
use crate::answer::Extent;

/// Bytes of the words by which a list was searched, at most.
const WORDS: usize = 36;

/// What a pressed button asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Something of the answer with this number.
    OfAnswer(u64, Action),
    /// To undo a change of the documents.
    Undo(Undo),
    /// Another page of a list of documents.
    Page(Page),
    /// To forget the document of this key, which stands on a page.
    Forget(u64, Page),
    /// To answer the example question of this hash.
    Example(u64),
    /// To be spoken to in the language of this code; `None` for the one of Telegram.
    Language(Option<String>),
}

/// What a button under an answer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// To show it, or more of it.
    View(View),
    /// The file of a quote, counted from 1.
    File(usize),
    /// To note whether the answer was right.
    Verdict(bool),
    /// To answer a question that a decline offers, counted from 1.
    Offered(usize),
}

/// What a message under which buttons stand shows at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// The answer as it was first shown.
    Answer,
    /// A batch of further quotes, counted from 1.
    More(usize),
    /// What stands around a quote, counted from 1.
    Around(Extent, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Undo {
    pub(super) run: Run,
    pub(super) number: u64,
    /// Whether it undoes that a document was added, not that one was forgotten: known of it even
    /// where the change is not.
    pub(super) was_added: bool,
}

/// A page of a list of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) list: List,
    /// What the documents' names or titles hold; empty for all documents.
    pub(super) words: String,
    /// Counted from 0.
    pub(super) number: usize,
}

/// What a list of documents is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// To know them: for this person where others read along, else for all.
    Sources(Option<i64>),
    /// To have one forgotten.
    Forgetting,
}

impl Page {
    /// The first page of a list, of the documents that hold `words`, as far as
    /// a button can carry them.
    pub(super) fn first(list: List, words: &str) -> Self {
        let words = words.trim();
        let words = words[..words.floor_char_boundary(WORDS)].trim_end();
        Self {
            list,
            words: words.to_owned(),
            number: 0,
        }
    }

    /// Another page of the same list.
    pub(super) fn at(&self, number: usize) -> Self {
        Self {
            number,
            ..self.clone()
        }
    }
}

/// One run of the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run(u64);

impl Run {
    /// This run, told from others by when it began.
    pub(super) fn now() -> Self {
        Self(now().unsigned_abs())
    }

    #[cfg(any(test, fuzzing))]
    pub(super) fn numbered(number: u64) -> Self {
        Self(number)
    }
}

impl Wanted {
    /// What a button carries, in the run `run`.
    pub(super) fn data(&self, run: Run) -> String {
        match self {
            Self::OfAnswer(answer, action) => {
                let action = match action {
                    Action::View(View::Answer) => "a".to_owned(),
                    Action::View(View::More(batch)) => format!("m{batch}"),
                    Action::View(View::Around(Extent::Context, number)) => format!("c{number}"),
                    Action::View(View::Around(Extent::Passage, number)) => format!("s{number}"),
                    Action::File(number) => format!("f{number}"),
                    Action::Verdict(true) => "r".to_owned(),
                    Action::Verdict(false) => "w".to_owned(),
                    Action::Offered(number) => format!("o{number}"),
                };
                format!("{:x}.{answer}.{action}", run.0)
            }
            Self::Undo(undo) => {
                let change = if undo.was_added { "a" } else { "f" };
                format!("undo.{:x}.{}.{change}", undo.run.0, undo.number)
            }
            Self::Page(page) => match page.list {
                List::Sources(None) => format!("l.{}..{}", page.number, page.words),
                List::Sources(Some(id)) => format!("l.{}.{id:x}.{}", page.number, page.words),
                List::Forgetting => format!("k.{}.{}", page.number, page.words),
            },
            Self::Forget(key, page) => format!("x.{key:x}.{}.{}", page.number, page.words),
            Self::Example(hash) => format!("q.{hash:x}"),
            Self::Language(code) => format!("lang.{}", code.as_deref().unwrap_or_default()),
        }
    }

    /// Reads what a button carries; `None` if it is of an answer of another
    /// run, or of no bot like this.
    pub(super) fn read(data: &str, run: Run) -> Option<Self> {
        let (first, rest) = data.split_once('.')?;
        Some(match first {
            "undo" => {
                let (run, rest) = rest.split_once('.')?;
                let (number, change) = rest.split_once('.')?;
                Self::Undo(Undo {
                    run: Run(hash(run)?),
                    number: number.parse().ok()?,
                    was_added: match change {
                        "a" => true,
                        "f" => false,
                        _ => return None,
                    },
                })
            }
            "l" => {
                let (number, rest) = rest.split_once('.')?;
                let (person, words) = rest.split_once('.')?;
                let person = match person {
                    "" => None,
                    // People have positive ids.
                    person => Some(i64::try_from(hash(person)?).ok()?),
                };
                Self::Page(page(List::Sources(person), number, words)?)
            }
            "k" => Self::Page(to_forget(rest)?),
            "x" => {
                let (key, page) = rest.split_once('.')?;
                Self::Forget(hash(key)?, to_forget(page)?)
            }
            "q" => Self::Example(hash(rest)?),
            "lang" => Self::Language(Some(rest.to_owned()).filter(|code| !code.is_empty())),
            of if hash(of)? == run.0 => {
                let (answer, action) = rest.split_once('.')?;
                Self::OfAnswer(answer.parse().ok()?, self::action(action)?)
            }
            _ => return None,
        })
    }
}

fn hash(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 16).ok()
}

fn page(list: List, number: &str, words: &str) -> Option<Page> {
    let first = Page::first(list, words);
    Some(first.at(number.parse().ok()?))
}

fn to_forget(page: &str) -> Option<Page> {
    let (number, words) = page.split_once('.')?;
    self::page(List::Forgetting, number, words)
}

fn action(action: &str) -> Option<Action> {
    let around = |extent, number: &str| Some(View::Around(extent, number.parse().ok()?));
    Some(match action.split_at_checked(1)? {
        ("a", "") => Action::View(View::Answer),
        ("m", batch) => {
            let batch = batch.parse().ok().filter(|&batch| batch > 0);
            Action::View(View::More(batch?))
        }
        ("c", number) => Action::View(around(Extent::Context, number)?),
        ("s", number) => Action::View(around(Extent::Passage, number)?),
        ("r", "") => Action::Verdict(true),
        ("w", "") => Action::Verdict(false),
        ("f", number) => Action::File(number.parse().ok()?),
        ("o", number) => Action::Offered(number.parse().ok()?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
