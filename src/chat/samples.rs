//! Documents to ask, and answers, for tests.

use crate::Quoth;
use crate::answer::{Answer, Citation, Doubt, Missing, Outcome, Quote, Reason, Settings, Subject};
use crate::corpus::{BlockKind, Span};
use crate::ingest::Origin;

/// A corpus of files with these names and texts.
pub(super) fn quoth_of(files: &[(&str, &str)]) -> Quoth {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    for (name, text) in files {
        let written = std::fs::write(folder.path().join(name), text);
        assert!(written.is_ok());
    }
    let origin = Origin::in_memory(&[folder.path().to_owned()]);
    let quoth = Quoth::open(origin, Settings::default(), |_| {});
    quoth.unwrap_or_else(|error| unreachable!("{error}"))
}

pub(super) fn quote(reading: &str, line: usize) -> Quote {
    let citation = Citation {
        document: "ferries.md".to_owned(),
        title: "Guide".to_owned(),
        headings: Vec::new(),
        line: Some(line),
        locator: None,
        span: Span { start: 7, end: 24 },
        text: reading.to_owned(),
        date: None,
    };
    Quote {
        score: 1.5,
        citations: vec![citation],
        reading: reading.to_owned(),
        marks: Vec::new(),
        kind: BlockKind::Paragraph,
        before: None,
        after: None,
    }
}

pub(super) fn doubt(asked: &str, stated: Option<&str>) -> Doubt {
    Doubt::new(Subject::Name, asked, stated)
}

pub(super) fn perhaps(quotes: Vec<Quote>, doubts: Vec<Doubt>) -> Outcome {
    Outcome::Perhaps { quotes, doubts }
}

/// That there is no answer, and what stands closest.
pub(super) fn declined(closest: Vec<Quote>) -> Outcome {
    Outcome::Abstained {
        reason: Reason::WeakEvidence,
        missing: Missing::default(),
        doubts: Vec::new(),
        closest,
    }
}

pub(super) fn given(outcome: Outcome) -> Answer {
    Answer {
        question: "When does the Borealis sail?".to_owned(),
        confidence: 0.5,
        corrections: Vec::new(),
        outcome,
        disagreement: None,
    }
}
