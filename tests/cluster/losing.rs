//! Nodes are killed while readers ask.

use crate::asking::Stream;
use crate::nodes::Nodes;
use crate::quoth::{Outcome, Place};
use crate::steady::Steady;

const QUESTIONS: usize = 1000;

pub fn no_answer_is_lost_with_a_node() -> Outcome {
    let mut nodes = Nodes::start(2)?;
    outlives(&mut nodes, "losing", 2)
}

pub fn no_answer_is_lost_with_the_manager() -> Outcome {
    let mut nodes = Nodes::start(3)?;
    let manager = nodes.manager()?;
    outlives(&mut nodes, "losing", manager)
}

/// Kills a node when a third of the questions is answered.
fn outlives(nodes: &mut Nodes, index: &str, killed: usize) -> Outcome {
    let place = Place::new(nodes, index)?;
    let steady = Steady::new(&place)?;
    // Until then a shard may have no copy on another node.
    nodes.wait_for("green")?;
    let urls = nodes.urls();
    let reader = |number| {
        // Each node is the first of somebody.
        let mut urls = urls.clone();
        let count = urls.len();
        urls.rotate_left(number % count);
        place.reader_at(&urls.join(","), &["--json"])
    };
    let stream = Stream::run(QUESTIONS, reader, &steady, |stream| {
        stream.wait_for(QUESTIONS / 3)?;
        Ok(nodes.kill(killed)?)
    })?;
    eprintln!("{stream}");
    Ok(())
}
