//! The passages that mean most nearly what is asked, whatever their words.
//!
//! All are gone through: what one means takes 64 bytes, so that this takes some milliseconds at most.

use std::cmp::Reverse;

use tantivy::DocAddress;

use super::Snapshot;
use crate::index::engine::SEARCHED_BY_MEANING;
use crate::language::vectors::{Direction, Packed};

/// How near a passage is, the nearest first, and where it is.
type Near = (Reverse<i32>, DocAddress);

impl Snapshot {
    /// The `limit` passages nearest to a direction, the nearest first.
    pub(super) fn nearest(&self, meaning: &Direction, limit: usize) -> Vec<DocAddress> {
        if self.totals.passages > SEARCHED_BY_MEANING {
            return Vec::new();
        }
        let mut near: Vec<Near> = Vec::new();
        let segments = self.searcher.segment_readers().iter().zip(&self.places);
        for (number, (segment, [_, _, meanings])) in (0..).zip(segments) {
            let mut packed = Packed::default();
            for text in segment.doc_ids_alive() {
                let numbers = meanings.index.value_row_ids(text);
                if numbers.len() == packed.len() {
                    meanings.values.get_range(numbers.start.into(), &mut packed);
                    let address = DocAddress::new(number, text);
                    near.push((Reverse(meaning.nearness(&packed)), address));
                }
            }
        }
        // Of equals, the first by document and number: which segment they are in must not show.
        let by_place = |a: &Near, b: &Near| {
            let places = || self.place(a.1).cmp(&self.place(b.1));
            a.0.cmp(&b.0).then_with(places)
        };
        if near.len() > limit {
            near.select_nth_unstable_by(limit, by_place);
            near.truncate(limit);
        }
        near.sort_unstable_by(by_place);
        near.into_iter().map(|(_, address)| address).collect()
    }
}
