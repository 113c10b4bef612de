//! The cluster answers as the engine in the process does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use libtest_mimic::Failed;

use crate::comparing::same;
use crate::documents::{Town, questions};
use crate::nodes::Nodes;
use crate::quoth::{Call, Outcome, Place};
use crate::replacing::gates;

const TOWNS: usize = 300;
const QUESTIONS: usize = 200;

/// The documents that are shipped with Quoth.
fn shipped(place: &Place) -> Outcome {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in fs::read_dir(corpus)? {
        let entry = entry?;
        fs::copy(entry.path(), place.path("corpus").join(entry.file_name()))?;
    }
    Ok(())
}

/// The same, and documents about so many towns.
pub fn with_towns(place: &Place, count: usize) -> Outcome {
    shipped(place)?;
    for number in 0..count {
        let town = Town::new(number, 0);
        place.put(&town.file(), &town.document())?;
    }
    Ok(())
}

fn compare(place: &Place, questions: &str) -> Outcome {
    let alone = place.alone(&["--ephemeral", "--json"]);
    let wanted = alone.input(questions).done()?.exits(0)?.json()?;
    let found = place.reader(&["--json"]).input(questions);
    same(&found.done()?.exits(0)?.json()?, &wanted)?;
    let mut statuses = BTreeMap::new();
    for answer in &wanted {
        *statuses.entry(answer["status"].to_string()).or_insert(0) += 1;
    }
    eprintln!("{} answers alike: {statuses:?}", wanted.len());
    Ok(())
}

pub fn both_engines_answer_alike(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "alike")?;
    with_towns(&place, TOWNS)?;
    place.bring_up_to_date()?;
    let questions = questions(QUESTIONS, TOWNS + 20).join("\n");
    compare(&place, &questions)?;
    // What was replaced and removed stays in the cluster for a while, and counts no more.
    for number in 0..TOWNS {
        let town = Town::new(number, 1);
        match number % 12 {
            0..4 => place.put(&town.file(), &town.document())?,
            7 => place.remove(&town.file())?,
            _ => {}
        }
    }
    for number in TOWNS..TOWNS + 10 {
        let town = Town::new(number, 1);
        place.put(&format!("more/{number}.txt"), &town.document())?;
    }
    place.bring_up_to_date()?;
    compare(&place, &questions).map_err(|failed| after_changes(&failed))
}

pub fn equally_good_passages_are_found_alike(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "ties")?;
    let chronicle = |number: usize, edition| {
        let town = Town::new(number, edition);
        place.put(&town.file(), &(town.document() + &town.chronicle()))
    };
    for number in 0..12 {
        chronicle(number, 0)?;
        place.put(&format!("gates {number}.md"), &gates(number))?;
    }
    place.bring_up_to_date()?;
    let mut questions = vec![
        "What does hall 12 keep?".to_owned(),
        "Who may borrow the brass lantern?".to_owned(),
        "What does the foreword thank?".to_owned(),
    ];
    for one in ["keeper", "shutters", "bell", "tram"] {
        for other in ["guard", "keys", "lantern", "book", "gate"] {
            questions.push(format!("Which hall has the {one} and the {other}?"));
        }
    }
    let questions = questions.join("\n");
    compare(&place, &questions)?;
    // Some words are in fewer texts now, which the cluster does not know yet.
    for number in 0..9 {
        place.remove(&Town::new(number, 0).file())?;
        place.put(&format!("gates {number}.md"), &gates(number + 20))?;
    }
    place.bring_up_to_date()?;
    compare(&place, &questions).map_err(|failed| after_changes(&failed))
}

pub fn a_question_without_a_word_of_the_documents_is_answered_alike(nodes: &Nodes) -> Outcome {
    let place = Place::new(nodes, "wordless")?;
    shipped(&place)?;
    place.put("rules.txt", "House rules\n\nPets are not admitted.\n")?;
    place.bring_up_to_date()?;
    // The reader tells whether what means nearly the same is an answer.
    let asked = |call: Call| {
        call.reading()
            .input("dogs allowed?")
            .done()?
            .exits(0)?
            .json()
    };
    let found = asked(place.reader(&["--json"]))?;
    let quoted = &found[0]["quotes"][0]["text"];
    if quoted != "Pets are not admitted." {
        return Err(format!("it is not found by what it means: {}", found[0]).into());
    }
    same(&found, &asked(place.alone(&["--ephemeral", "--json"]))?)
}

/// Of two words the rarer one weighs more, by what stands: not by what is still
/// to be cleared away.
pub fn words_of_removed_documents_do_not_count(nodes: &Nodes) -> Outcome {
    rarer(nodes, "rarer", [60, 40, 80])
}

/// The same of a share that is too small to be cleared away.
pub fn words_of_few_removed_documents_do_not_count(nodes: &Nodes) -> Outcome {
    rarer(nodes, "hardly-rarer", [20, 10, 18])
}

/// With so many more rooms with a lantern, with a bell, and with a bell that is removed.
fn rarer(nodes: &Nodes, index: &str, [lanterns, bells, gone]: [usize; 3]) -> Outcome {
    let place = Place::new(nodes, index)?;
    let rooms = |count: usize, things: &str| -> String {
        let room = |room| format!("## Room {room}\n\nBehind the door stand {things}.\n\n");
        (0..count).map(room).collect()
    };
    place.put("bells.md", &rooms(100, "a bell, a bell and a lantern"))?;
    place.put(
        "lanterns.md",
        &rooms(100, "a bell, a lantern and a lantern"),
    )?;
    place.put("more lanterns.md", &rooms(lanterns, "a lantern"))?;
    place.put("more bells.md", &rooms(bells, "a bell"))?;
    place.put("gone.md", &rooms(gone, "a bell"))?;
    place.bring_up_to_date()?;
    let question = "Where do a bell and a lantern stand?";
    compare(&place, question)?;
    place.remove("gone.md")?;
    place.bring_up_to_date()?;
    compare(&place, question).map_err(|failed| after_changes(&failed))
}

fn after_changes(failed: &Failed) -> Failed {
    format!("after changes, {}", failed.message().unwrap_or_default()).into()
}
