//! An answer: whether there is one, how sure it is, what is shown, and what speaks against it.

use super::{Disagreement, Doubt, Grade, Missing, Quote};

/// What Quoth says to one question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question as it was asked.
    pub question: String,
    /// The probability that the quote ranked first answers it, 0 to 1. It is the first of
    /// `outcome`, unless sources differ and a newer document comes before it.
    pub confidence: f32,
    /// Words that were searched for otherwise than typed: (typed, searched for).
    pub corrections: Vec<(String, String)>,
    /// The quotes, or why there are none.
    pub outcome: Outcome,
    /// In what quotes from different documents differ, if they do.
    pub disagreement: Option<Disagreement>,
}

/// Whether the documents answer.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// They do: one to three quotes, the best first; of sources that differ, the newest.
    Found(Vec<Quote>),
    /// They may: quotes as for `Found`, of which Quoth is not sure.
    Perhaps {
        /// One to three quotes, the best first.
        quotes: Vec<Quote>,
        /// What speaks against the first, if anything can be named.
        doubts: Vec<Doubt>,
    },
    /// They do not, as far as Quoth can tell.
    Abstained {
        /// Why.
        reason: Reason,
        /// What of the question the documents do not have, where that is known.
        missing: Missing,
        /// What the closest is about instead of what was asked, if that can be named.
        doubts: Vec<Doubt>,
        /// What stands closest in the documents: not an answer.
        closest: Vec<Quote>,
    },
}

/// Why Quoth does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nothing that could be searched for: no words, or stop words alone.
    EmptyQuestion,
    /// Too long for a question; programs are told no more than that nothing could be searched for.
    #[serde(rename = "empty_question")]
    TooLong,
    /// No passage holds any word of the question.
    NoMatch,
    /// Passages were found, and none of their sentences is likely the answer.
    WeakEvidence,
    /// A greeting, thanks, goodbye, or talk about Quoth itself: not a question to the documents.
    SmallTalk,
}

impl Outcome {
    /// How sure Quoth is.
    #[must_use]
    pub fn grade(&self) -> Grade {
        match self {
            Self::Found(_) => Grade::Found,
            Self::Perhaps { .. } => Grade::Perhaps,
            Self::Abstained { .. } => Grade::Abstained,
        }
    }

    /// Whether quotes are shown as an answer, sure or not.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        self.grade() > Grade::Abstained
    }

    /// The quotes shown as an answer, sure or not; none when Quoth abstains.
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        match self {
            Self::Found(quotes) | Self::Perhaps { quotes, .. } => quotes,
            Self::Abstained { .. } => &[],
        }
    }

    /// All quotes that are shown: those of the answer, or what stands closest.
    #[must_use]
    pub fn shown(&self) -> &[Quote] {
        match self {
            Self::Abstained { closest, .. } => closest,
            _ => self.quotes(),
        }
    }

    /// What speaks against the first of the quotes that are shown, where Quoth is not sure of it.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        match self {
            Self::Perhaps { doubts, .. } | Self::Abstained { doubts, .. } => doubts,
            Self::Found(_) => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Subject;
    use crate::corpus::BlockKind;

    #[test]
    fn only_what_is_shown_as_an_answer_is_one() {
        let quote = Quote {
            score: 1.0,
            citations: Vec::new(),
            reading: "It sails.".to_owned(),
            marks: Vec::new(),
            kind: BlockKind::Paragraph,
            before: None,
            after: None,
        };
        let doubt = Doubt::new(Subject::Name, "Spain", None);
        let told = |outcome: &Outcome| {
            let counts = [outcome.quotes(), outcome.shown()].map(<[Quote]>::len);
            (outcome.is_answer(), counts, outcome.doubts().len())
        };
        let found = Outcome::Found(vec![quote.clone()]);
        assert_eq!(told(&found), (true, [1, 1], 0));
        let perhaps = Outcome::Perhaps {
            quotes: vec![quote.clone()],
            doubts: vec![doubt],
        };
        assert_eq!(told(&perhaps), (true, [1, 1], 1));
        let abstained = Outcome::Abstained {
            reason: Reason::WeakEvidence,
            missing: Missing::default(),
            doubts: Vec::new(),
            closest: vec![quote],
        };
        assert_eq!(told(&abstained), (false, [0, 1], 0));
        let grades = [found, perhaps, abstained].map(|outcome| outcome.grade());
        assert_eq!(grades, [Grade::Found, Grade::Perhaps, Grade::Abstained]);
    }
}
