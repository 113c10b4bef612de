//! One process writes at a time.

use std::time::{Duration, Instant};

use crate::nodes::Nodes;
use crate::quoth::{Outcome, Place, eventually};

/// A lease lasts 15 s: who finds a free one waits for nothing like it.
const AT_ONCE: Duration = Duration::from_secs(8);

pub fn one_process_writes_at_a_time(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "leased")?;
    place.put("ferry.txt", "The night ferry sails at nine o'clock.")?;
    let mut first = place.watch()?;
    let holder = format!("process {} on ", first.process());
    let refused = place.writer(&["index"]).done()?;
    refused.refused(&["another process writes", &holder])?;
    let mut second = place.writer(&["index", "--watch"]).start()?;
    eventually("the second does not tell that it waits", || {
        Ok(second.errors()?.contains(&holder))
    })?;
    // Who waits writes nothing: the first still does.
    place.put("tram.txt", "The tram leaves from the clock tower.")?;
    let mut reader = place.reader(&["--json"]).start()?;
    reader.ask_until("Where does the tram leave from?", "clock tower")?;
    first.kill()?;
    second.line()?;
    place.put("tower.txt", "The clock tower is 31 metres tall.")?;
    reader.ask_until("How tall is the clock tower?", "31 metres")?;
    second.stop()?;
    let start = Instant::now();
    place.bring_up_to_date()?;
    if start.elapsed() > AT_ONCE {
        return Err(format!("it took {:?} after a holder was stopped", start.elapsed()).into());
    }
    Ok(())
}
