//! Messages between Quoth and an extraction process that neither wrote.

use std::sync::mpsc;

use super::process::said;
use super::serving::answer_all;
use super::{LARGEST_ANSWER, read_part};
use crate::index::Analysis;

/// A process answers or ends, whatever it is asked; whatever it answers is a document, or none.
pub(crate) fn extraction(data: &[u8]) {
    let mut answers = Vec::new();
    let _ = answer_all(data, &mut answers, &mpsc::channel().0);
    let mut answers = &answers[..];
    while let Ok(answer) = read_part(&mut answers, LARGEST_ANSWER) {
        assert!(said(&answer).is_some(), "an answer that says nothing");
    }
    if let Some(Ok(document)) = said(data) {
        let _ = Analysis::of(&document);
    }
}
