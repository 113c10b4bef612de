//! A turn of a conversation, and more of its answer: "more", "context" and "source".

use super::{AnswerId, Command, Nothing, Said};
use crate::Quoth;
use crate::answer::{Citation, Grade, Place};
use crate::index::IndexError;

/// A question with what was shown for it.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) id: AnswerId,
    /// The turn that this one continued.
    pub(super) follows: Option<AnswerId>,
    /// The question as it was searched for.
    pub(super) question: String,
    /// How sure the answer was.
    pub(super) grade: Grade,
    /// The first quote of the answer, as a person reads it.
    pub(super) quote: Option<String>,
    /// Where the quotes stand that were shown, in their order.
    pub(super) shown: Vec<Place>,
}

impl Turn {
    /// Shows more of this turn's answer.
    pub(super) fn obey(&mut self, quoth: &Quoth, command: Command) -> Result<Said, IndexError> {
        Ok(match command {
            Command::More => {
                let quotes = quoth.further(&self.question, &self.shown)?;
                if quotes.is_empty() {
                    return Ok(Said::Nothing(Nothing::NoMore));
                }
                let first = self.shown.len() + 1;
                let places = quotes.iter().filter_map(|quote| quote.citations.first());
                self.shown.extend(places.map(Citation::place));
                Said::More {
                    question: self.question.clone(),
                    first,
                    quotes,
                    grade: self.grade,
                }
            }
            Command::Around(extent, number) => {
                let place = number.checked_sub(1).and_then(|at| self.shown.get(at));
                let excerpt = match place {
                    Some(place) => quoth.excerpt(place, extent)?,
                    None => None,
                };
                let missing = Said::Nothing(Nothing::NoSuchQuote {
                    number,
                    of: self.shown.len(),
                });
                excerpt.map_or(missing, |excerpt| Said::Excerpt {
                    number,
                    extent,
                    excerpt,
                })
            }
        })
    }
}
