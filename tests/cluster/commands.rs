//! Every command in a folder without documents, answered from the cluster.

use std::fs;

use quoth::Quoth;
use quoth::answer::Settings;
use quoth::index::cluster;
use quoth::ingest::original::OriginalError;
use quoth::ingest::{ForgetError, IngestError, ReceiveError};
use serde_json::json;

use crate::comparing::same;
use crate::documents::Town;
use crate::equality::with_towns;
use crate::nodes::Nodes;
use crate::quoth::{Done, Outcome, Place};

const FERRIES: usize = 12;

fn filled(nodes: &Nodes, index: &str) -> Outcome<Place> {
    let place = Place::new(nodes, index)?;
    with_towns(&place, FERRIES)?;
    place.put("empty.txt", "")?;
    place.put("photo.txt", "\u{0}\u{1}\u{2}")?;
    place.bring_up_to_date()?;
    Ok(place)
}

fn is_same(found: &Done, wanted: &Done) -> Outcome {
    let told = |done: &Done| (done.code, done.stdout.clone(), done.stderr.clone());
    if told(found) == told(wanted) {
        return Ok(());
    }
    Err(format!("{found:#?} is not {wanted:#?}").into())
}

pub fn one_question_is_answered(nodes: &Nodes) -> Outcome {
    let place = filled(nodes, "asked")?;
    for (question, code) in [
        ("Who commands the ferry of Aldbury?", 0),
        ("Which zeppelin exploded over Aldbury?", 1),
    ] {
        for arguments in [&["ask", question][..], &["ask", "--explain", question]] {
            let wanted = place.alone(arguments).reading().done()?.exits(code)?;
            is_same(&place.reader(arguments).reading().done()?, &wanted)?;
        }
        let arguments = ["--json", "ask", question];
        let wanted = place.alone(&arguments).reading().done()?.exits(code)?;
        let found = place.reader(&arguments).reading().done()?.exits(code)?;
        same(&found.json()?, &wanted.json()?)?;
    }
    Ok(())
}

pub fn sources_are_listed(nodes: &Nodes) -> Outcome {
    let place = filled(nodes, "listed")?;
    let wanted = place.alone(&["sources", "--json"]).done()?.exits(0)?;
    is_same(&place.reader(&["sources", "--json"]).done()?, &wanted)?;
    let without_size = |mut done: Done| {
        let size = done.stdout.find("the index takes ");
        let size = size.ok_or("no size is told")?;
        let end = size + done.stdout[size..].find('\n').unwrap_or_default();
        done.stdout.replace_range(size..end, "");
        Outcome::Ok(done)
    };
    let wanted = without_size(place.alone(&["sources"]).done()?.exits(0)?)?;
    is_same(&without_size(place.reader(&["sources"]).done()?)?, &wanted)
}

pub fn recorded_answers_are_looked_up(nodes: &Nodes) -> Outcome {
    let place = filled(nodes, "recorded")?;
    let questions = "Who commands the ferry of Aldbury?\n\
                     Who founded the museum of Brackbury?\n\
                     Why did Poland leave the treaty?\n";
    let answers = place
        .reader(&["--json"])
        .input(questions)
        .done()?
        .exits(0)?;
    fs::write(place.path("elsewhere/answers.jsonl"), &answers.stdout)?;
    fs::write(place.path("answers.jsonl"), &answers.stdout)?;
    let verify = |code| {
        for arguments in [&["verify", "answers.jsonl"][..], &["--json", "verify", "-"]] {
            let wanted = place.alone(arguments).input(&answers.stdout);
            let found = place.reader(arguments).input(&answers.stdout);
            is_same(&found.done()?, &wanted.done()?.exits(code)?)?;
        }
        Outcome::Ok(())
    };
    verify(0)?;
    let town = Town::new(0, 0);
    place.put(&town.file(), &Town::new(0, 1).document())?;
    let museum = Town::new(1, 0);
    let moved = museum
        .document()
        .replace("# Visiting", "# Visiting\n\nMore.");
    place.put(&museum.file(), &moved)?;
    place.bring_up_to_date()?;
    verify(1)
}

pub fn lines_are_a_conversation(nodes: &Nodes) -> Outcome {
    let place = filled(nodes, "conversed")?;
    let lines = [
        "Who commands the ferry of Aldbury?",
        "And how many passengers does it carry?",
        // Not surely answered: the document quoted last is searched alone.
        "Was there ever a fire on board?",
        "context",
        "more",
        "Hello",
        "What does EHSB stand for?",
        "Who chairs it?",
        "source",
    ];
    let wanted = place.alone(&[]).input(&lines.join("\n")).done()?.exits(0)?;
    let found = place.reader(&[]).input(&lines.join("\n")).done()?;
    is_same(&found, &wanted)?;
    let lines = lines.map(|line| json!({"chat": 7, "question": line}).to_string() + "\n");
    let wanted = place.alone(&["--json"]).input(&lines.concat()).done()?;
    let found = place.reader(&["--json"]).input(&lines.concat()).done()?;
    same(&found.exits(0)?.json()?, &wanted.exits(0)?.json()?)
}

/// A bot that only reads can neither take files nor give them.
pub fn files_are_where_they_are_indexed(nodes: &Nodes) -> Outcome {
    let place = filled(nodes, "files")?;
    let addresses = nodes.urls();
    let addresses = addresses.iter().map(|address| address.parse());
    let cluster = cluster::Settings {
        addresses: addresses.collect::<Result<_, _>>()?,
        user: None,
        ca: None,
        index: place.index().to_owned(),
    };
    let settings = Settings {
        reader: false,
        ..Settings::default()
    };
    let quoth = Quoth::open_in_cluster(&cluster, settings)?;
    let name = Town::new(0, 0).file();
    let has = |name: &str| Outcome::Ok(quoth.index().document(name)?.is_some());
    if !has(&name)? || has("nowhere.txt")? {
        return Err("another document is there".into());
    }
    if !matches!(
        quoth.receive("new.txt", b"The tram is new."),
        Err(ReceiveError::Ingest(IngestError::Elsewhere))
    ) {
        return Err("a file was taken".into());
    }
    if !matches!(
        quoth.forget(&name),
        Err(ForgetError::Ingest(IngestError::Elsewhere))
    ) {
        return Err("a file was taken out".into());
    }
    match quoth.original(&name, 1_000_000) {
        Err(OriginalError::Elsewhere) => Ok(()),
        other => Err(format!("it is told otherwise: {other:?}").into()),
    }
}
