//! What is told where there is nothing to ask.

use serde_json::json;

use crate::fixture::{answer, client, one_is_left};
use crate::nodes::Nodes;
use crate::quoth::{Outcome, Place};
use crate::server::free_port;

const QUESTION: &str = "When does the night ferry sail?";

fn deaf() -> Outcome<String> {
    Ok(format!("http://127.0.0.1:{}", free_port()?))
}

pub fn an_index_that_is_not_there_is_told(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "absent")?;
    for arguments in [&["ask", QUESTION][..], &["--json"], &["sources"]] {
        let refused = place.reader(arguments).done()?;
        refused.refused(&["quoth index", "absent"])?;
    }
    Ok(())
}

pub fn an_index_of_another_version_is_told(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "outdated")?;
    let name = "outdated-v1-0123456789abcdef-m1";
    let index = json!({"aliases": {name: {}}});
    let url = format!("{}/{name}-1", nodes.urls()[0]);
    answer(client()?.put(url).json(&index))?;
    let refused = place.reader(&["ask", QUESTION]).done()?;
    refused.refused(&["another version", "quoth index"])?;
    // It makes way for one of this version.
    place.put("ferry.txt", "The night ferry sails at nine o'clock.")?;
    place.bring_up_to_date()?;
    place.reader(&["ask", QUESTION]).done()?.exits(0)?;
    one_is_left(nodes, "outdated")
}

pub fn a_node_that_is_not_there_is_passed_over(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "passed")?;
    place.put("ferry.txt", "The night ferry sails at nine o'clock.")?;
    place.bring_up_to_date()?;
    let addresses = format!("{},{}", deaf()?, nodes.urls()[1]);
    let asked = place.reader_at(&addresses, &["ask", QUESTION]).done()?;
    asked.exits(0)?;
    Ok(())
}

pub fn a_cluster_that_is_not_there_is_told(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "deaf")?;
    let refused = place.reader_at(&deaf()?, &["ask", QUESTION]).done()?;
    refused.refused(&["not reachable"])
}
