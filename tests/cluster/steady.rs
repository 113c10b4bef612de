//! Questions whose answers never change.

use serde_json::Value;

use crate::asking::Questions;
use crate::comparing::difference;
use crate::documents::questions;
use crate::equality::with_towns;
use crate::quoth::{Outcome, Place};

const TOWNS: usize = 60;
const QUESTIONS: usize = 60;

/// The questions, each with its answer.
pub struct Steady {
    known: Vec<(String, Value)>,
}

impl Steady {
    /// Indexes documents, and asks all once.
    pub fn new(place: &Place) -> Outcome<Self> {
        with_towns(place, TOWNS)?;
        place.bring_up_to_date()?;
        let questions = questions(QUESTIONS, TOWNS);
        let asked = place.reader(&["--json"]).input(&questions.join("\n"));
        let answers = asked.done()?.exits(0)?.json()?;
        if answers.len() != questions.len() {
            return Err(format!("{} answers", answers.len()).into());
        }
        let known = questions.into_iter().zip(answers).collect();
        Ok(Self { known })
    }
}

impl Questions for Steady {
    fn question(&self, number: usize) -> String {
        self.known[number % self.known.len()].0.clone()
    }

    fn check(&self, number: usize, answer: &Value) -> Outcome {
        let wanted = &self.known[number % self.known.len()].1;
        difference(answer, wanted).map_or(Ok(()), |difference| Err(difference.into()))
    }
}
