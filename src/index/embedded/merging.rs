//! When segments are merged.
//!
//! Merging takes memory for every text and every word of the new segment, so
//! that segments must not grow for ever; and each one more takes time of every
//! question.

use tantivy::SegmentMeta;
use tantivy::indexer::{LogMergePolicy, MergeCandidate, MergePolicy};

/// A segment of more texts than one for so many bytes of the writer's memory is
/// not merged with others. The writer fills some 3500 bytes with a text, and eight
/// segments at least are merged: so what it wrote is, and what that gives is not
/// again. Merging then takes about as much memory as writing.
const BYTES: usize = 640;
/// A segment of which more than this share is struck out is merged: counting
/// what stands in it takes longer than where nothing is struck out.
const STRUCK_OUT: f32 = 0.1;

/// Segments of about one size are merged, and those of which much is struck out.
#[derive(Debug)]
pub(super) struct Merging {
    policy: LogMergePolicy,
    /// In texts.
    large: usize,
}

impl Merging {
    /// For a writer with so many bytes of memory.
    pub(super) fn new(memory: usize) -> Self {
        let large = memory / BYTES;
        let mut policy = LogMergePolicy::default();
        policy.set_max_docs_before_merge(large);
        policy.set_del_docs_ratio_before_merge(STRUCK_OUT);
        Self { policy, large }
    }
}

impl MergePolicy for Merging {
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        let is_worn = |segment: &&SegmentMeta| {
            let struck_out = segment.num_deleted_docs() as f32 / segment.max_doc().max(1) as f32;
            segment.num_docs() as usize > self.large && struck_out > STRUCK_OUT
        };
        let worn = segments.iter().filter(is_worn);
        let mut candidates = self.policy.compute_merge_candidates(segments);
        candidates.extend(worn.map(|segment| MergeCandidate(vec![segment.id()])));
        candidates
    }
}

#[cfg(test)]
mod tests {
    use tantivy::Index;
    use tantivy::index::SegmentId;
    use tantivy::schema::Schema;

    use super::*;

    const LARGE: u32 = 100_000;

    #[test]
    fn no_segment_grows_for_ever_and_none_keeps_much_that_is_struck_out() {
        let index = Index::create_in_ram(Schema::builder().build());
        let segment = |(texts, struck_out): (u32, u32)| {
            let new = index.new_segment_meta(SegmentId::generate_random(), texts);
            new.with_delete_meta(struck_out, 1)
        };
        let merged = |segments: &[(u32, u32)]| {
            let segments: Vec<SegmentMeta> = segments.iter().copied().map(segment).collect();
            let merging = Merging::new(LARGE as usize * BYTES);
            let candidates = merging.compute_merge_candidates(&segments);
            let sizes = candidates.iter().map(|it| it.0.len());
            sizes.collect::<Vec<_>>()
        };
        assert_eq!(merged(&[(LARGE, 0); 8]), [8]);
        assert!(merged(&[(LARGE, 0); 7]).is_empty());
        assert!(merged(&[(LARGE + 1, 0); 8]).is_empty());
        assert!(merged(&[(2 * LARGE, LARGE / 10)]).is_empty());
        assert_eq!(merged(&[(2 * LARGE, LARGE / 2), (2 * LARGE, 0)]), [1]);
        assert_eq!(merged(&[(LARGE, LARGE / 2)]), [1]);
    }
}
