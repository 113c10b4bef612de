//! Questions, as far as they are taken apart.

#![expect(
    clippy::expect_used,
    reason = "a target that cannot go on has found something"
)]

use super::LONGEST_QUESTION;
use super::query::{MOST_TERMS, Query};
use crate::index::Index;

/// A question of any words is a query within its bounds.
pub(crate) fn query(data: &[u8], index: &Index) {
    let question = String::from_utf8_lossy(data);
    if question.chars().nth(LONGEST_QUESTION).is_some() {
        return;
    }
    let query = Query::new(&question, index).expect("the index answers");
    let terms = query.terms.len();
    assert!(terms <= MOST_TERMS, "{terms} terms");
    for term in &query.terms {
        assert!(term.idf.is_finite() && term.idf >= 0.0, "{term:?}");
        let mut weights = term.alternatives.iter().map(|other| other.weight);
        let are_shares = weights.all(|weight| weight > 0.0 && weight <= 1.0);
        assert!(are_shares, "{term:?}");
    }
    for (first, second) in &query.bigrams {
        assert!(first < second && *second < terms);
    }
    let _ = (query.mended(&question), query.words(), query.total_idf());
}
