//! Columns: a row that has the name in the question tells only what its columns are of.

use super::evidence::Evidence;
use super::{Doubt, Subject};
use crate::answer::query::{Query, QueryTerm};
use crate::answer::ranking::Ranked;

/// A word so near in meaning may name the column.
const NEAR: f32 = 0.4;

/// What a question asks for, where the quote is a row that has nothing of it. That rules the row out in
/// English, of whose words it is known which are near in meaning.
pub(super) fn doubts(evidence: &Evidence, is_english: bool) -> Vec<Doubt> {
    let doubt = |asked: &String| Doubt {
        rules_out: is_english,
        ..Doubt::new(Subject::Relation, asked, None)
    };
    evidence.lacked.iter().map(doubt).collect()
}

/// What is asked of somebody by name, where neither a sentence nor what stands around it has any word
/// of that, or comes near one.
pub(super) fn lacked(query: &Query, ranked: &Ranked) -> Option<String> {
    // In a table, whatever stands in a cell looks like a name: what was typed tells.
    let is_name = |term: &QueryTerm| term.typed.starts_with(char::is_uppercase);
    let tells = |term: &QueryTerm| {
        !term.asks && !is_name(term) && !term.typed.contains(char::is_numeric)
    };
    let terms = || query.terms.iter().enumerate();
    let asked = || terms().filter(|(_, term)| tells(term));
    let is_lacked = |at: usize| ranked.around[at] == 0.0 && ranked.near_around[at] < NEAR;
    let is_other = terms().any(|(_, term)| is_name(term)) && asked().all(|(at, _)| is_lacked(at));
    let first = asked().next().filter(|_| is_other);
    first.map(|(_, term)| term.typed.clone())
}
