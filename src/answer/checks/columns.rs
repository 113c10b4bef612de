//! Columns: a row that has the name in the question tells only what its columns are of.

use super::evidence::Evidence;
use super::{Doubt, Subject};
use crate::answer::query::Query;

/// What a question asks for, where the quote is a row that has nothing of it.
pub(super) fn doubts(query: &Query, evidence: &Evidence) -> Option<Doubt> {
    if !evidence.is_row_of_another_kind {
        return None;
    }
    let asked = query
        .terms
        .iter()
        .find(|term| !term.typed.starts_with(char::is_uppercase))?;
    Some(Doubt::new(Subject::Relation, &asked.typed, None).ruling_out())
}
