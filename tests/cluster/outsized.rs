//! What the cluster does not take is listed with its reason, and the rest is answered.

use std::fmt::Write as _;

use crate::nodes::Nodes;
use crate::quoth::{Outcome, Place};

const WORDS: &str = "a b c d e f g h i j k l m n o p q r s t u v w x y z ";
const MEGABYTE: usize = 1_000_000;

/// A document of short words, which take the most in an index.
fn outsized() -> String {
    let mut text = String::new();
    for number in 0.. {
        let _ = writeln!(text, "{}room{number}.\n", WORDS.repeat(8));
        if text.len() > 8 * MEGABYTE {
            break;
        }
    }
    text
}

fn is_skipped(nodes: &Nodes, index: &str, memory: Option<&str>) -> Outcome {
    let place = Place::new(nodes, index)?;
    place.put("ferry.txt", "The night ferry sails at nine o'clock.")?;
    place.put("outsized.txt", &outsized())?;
    let mut writer = place.writer(&["index"]);
    if let Some(memory) = memory {
        writer = writer.with("QUOTH_MEMORY", memory);
    }
    let told = writer.done()?.exits(0)?.stderr;
    if !told.contains("too large for the cluster") {
        return Err(format!("who writes is not told: {told}").into());
    }
    let listed = place.reader(&["sources", "--json"]).done()?.exits(0)?;
    let listed = &listed.json()?[0];
    let skipped = &listed["skipped"][0];
    let reason = skipped["reason"].as_str().unwrap_or_default();
    if skipped["document"] != "outsized.txt" || !reason.contains("too large for the cluster") {
        return Err(format!("it is not skipped: {listed}").into());
    }
    let ask = ["ask", "When does the night ferry sail?"];
    place.reader(&ask).done()?.exits(0)?;
    Ok(())
}

pub fn what_is_too_large_for_the_cluster_is_skipped(nodes: &Nodes) -> Outcome {
    is_skipped(nodes, "outsized", None)?;
    // Where it is taken apart as a whole.
    is_skipped(nodes, "outsized-still", Some("1024"))
}
