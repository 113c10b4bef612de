//! Documents and whole indexes are replaced while readers ask.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::RwLock;

use serde_json::Value;

use crate::asking::{Questions, Stream};
use crate::documents::Town;
use crate::fixture::one_is_left;
use crate::nodes::Nodes;
use crate::quoth::{Outcome, Place};
use crate::steady::Steady;

const ANSWERS: usize = 1000;
const REVISIONS: usize = 25;
const TENS: [&str; 4] = ["twenty", "thirty", "forty", "fifty"];
const ONES: [&str; 9] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];
const NAME: &str = "gates.md";

fn word(revision: usize) -> String {
    let tens = TENS[revision / ONES.len() % TENS.len()];
    format!("{tens}-{}", ONES[revision % ONES.len()])
}

/// A document that says in each sentence which revision it is, each time of another length.
pub fn gates(revision: usize) -> String {
    let word = word(revision);
    let mut text = format!("# The gates of revision {word}\n");
    for line in 0..revision % 5 {
        let _ = write!(text, "\nForeword {line} of revision {word} thanks nobody.");
    }
    text.push('\n');
    for hall in 0..60 + revision * 7 % 30 {
        let hour = ["dawn", "noon", "dusk", "night"][(hall + revision) % 4];
        if hall % 15 == 0 {
            let _ = writeln!(text, "\n## Wing {} of revision {word}", hall / 15);
        }
        let _ = writeln!(
            text,
            "\nThe gate of revision {word} opens at {hour} in hall {hall}. The guard of revision {word} in hall {hall} carries {} keys, and by the rules of revision {word} lends the brass lantern of the hall to nobody who has not signed the book beside the gate.",
            revision + hall
        );
    }
    text
}

/// The revisions that may be answered from.
struct Gates {
    texts: RwLock<Vec<String>>,
}

impl Questions for Gates {
    fn question(&self, number: usize) -> String {
        let hall = number * 11 % 60;
        match number % 5 {
            0 => format!("When does the gate in hall {hall} open?"),
            1 => format!("How many keys does the guard in hall {hall} carry?"),
            2 => "Which gates open at dawn?".to_owned(),
            3 => "Who may borrow the brass lantern?".to_owned(),
            _ => format!("What does the foreword {} thank?", number % 4),
        }
    }

    fn check(&self, _: usize, answer: &Value) -> Outcome {
        if !["found", "perhaps", "abstained"].contains(&answer["status"].as_str().unwrap_or("")) {
            return Err(answer.to_string().into());
        }
        let mut revisions = BTreeSet::new();
        revisions_in(&answer["quotes"], &mut revisions);
        revisions_in(&answer["closest"], &mut revisions);
        revisions_in(&answer["disagreement"], &mut revisions);
        if revisions.len() > 1 {
            return Err(format!("revisions {revisions:?} in one answer: {answer}").into());
        }
        let texts = self.texts.read().map_err(|_| "a writer failed")?;
        let own = (0..texts.len())
            .rev()
            .find(|it| revisions.contains(&word(*it)));
        let cited = ["quotes", "closest"].into_iter();
        let cited = cited.flat_map(|list| answer[list].as_array().into_iter().flatten());
        let cited = cited.flat_map(|quote| quote["citations"].as_array().into_iter().flatten());
        for citation in cited.filter(|citation| citation["document"] == NAME) {
            let text = &texts[own.ok_or_else(|| format!("no revision is told: {answer}"))?];
            let place = |name: &str| citation[name].as_u64().unwrap_or_default() as usize;
            let quoted = text.get(place("start")..place("end"));
            if quoted.is_none() || quoted != citation["text"].as_str() {
                return Err(format!("{quoted:?} stands where {citation} is").into());
            }
        }
        Ok(())
    }
}

/// The revisions that the texts of an answer tell.
fn revisions_in(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let told = text.split("revision ").skip(1);
            let words = told.filter_map(|rest| rest.split([' ', '.']).next());
            found.extend(words.map(str::to_owned));
        }
        Value::Array(list) => list.iter().for_each(|it| revisions_in(it, found)),
        Value::Object(fields) => fields.values().for_each(|it| revisions_in(it, found)),
        _ => {}
    }
}

pub fn no_answer_mixes_revisions(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "replaced")?;
    for number in 0..30 {
        let town = Town::new(number, 0);
        place.put(&town.file(), &town.document())?;
    }
    place.put(NAME, &gates(0))?;
    let _writer = place.watch()?;
    let mut looking = place.reader(&["--json"]).start()?;
    let gates_so_far = Gates {
        texts: RwLock::new(vec![gates(0)]),
    };
    let reader = |_| place.reader(&["--json"]);
    let stream = Stream::run(ANSWERS, reader, &gates_so_far, |_| {
        for revision in 1..=REVISIONS {
            let text = gates(revision);
            let texts = gates_so_far.texts.write();
            texts.map_err(|_| "a reader failed")?.push(text.clone());
            place.replace(NAME, &text)?;
            let told = format!("revision {}", word(revision));
            looking.ask_until("When does the gate in hall 12 open?", &told)?;
        }
        Ok(())
    })?;
    eprintln!("{REVISIONS} revisions replaced: {stream}");
    Ok(())
}

pub fn no_answer_is_lost_to_a_new_index(nodes: &Nodes) -> Outcome {
    const TURNS: usize = 5;
    let place = Place::new(nodes, "swapped")?;
    let steady = Steady::new(&place)?;
    let reader = |_| place.reader(&["--json"]);
    let stream = Stream::run(500, reader, &steady, |stream| {
        for turn in 1..=TURNS {
            stream.wait_for(turn * 30)?;
            place.writer(&["index", "--anew"]).done()?.exits(0)?;
        }
        Ok(())
    })?;
    eprintln!("{TURNS} new indexes: {stream}");
    one_is_left(nodes, "swapped")
}
