//! How people write: greetings and courtesies, several questions at once, and talk about Quoth itself.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::place::{Place, first, quotes};

const FERRY: &str = "How many passengers does the night ferry carry?";
const MUSEUM: &str = "Who was the clock museum founded by?";

#[derive(Deserialize)]
struct Wordings {
    question: Vec<Question>,
}

/// A question, and other ways to put it.
#[derive(Deserialize)]
struct Question {
    plain: String,
    worded: Vec<String>,
}

#[test]
fn a_question_gets_the_same_answer_however_it_is_put() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(repository.join("tests/wordings.toml")).unwrap();
    let wordings: Wordings = toml::from_str(&text).unwrap();
    let corpus = repository.join("corpus");
    let lines: Vec<&str> = wordings
        .question
        .iter()
        .flat_map(|question| std::iter::once(&question.plain).chain(&question.worded))
        .map(String::as_str)
        .collect();
    let place = Place::new();
    let call = place.quoth(["--corpus", corpus.to_str().unwrap(), "--json"]);
    let answers = call.input(lines.join("\n")).done().json();
    let shown = |answer: &Value| {
        let first = quotes(answer).first().map(|quote| quote["text"].clone());
        (answer["status"].clone(), first)
    };
    let mut answers = answers.iter();
    let (mut asked, mut alike) = (0, 0);
    for question in &wordings.question {
        let plain = answers.next().map(shown);
        for worded in &question.worded {
            let same = answers.next().map(shown) == plain;
            if !same {
                eprintln!("otherwise answered: {worded}");
            }
            asked += 1;
            alike += usize::from(same);
        }
    }
    assert!(asked >= 60 && alike >= asked - 3, "{alike} of {asked}");
}

#[test]
fn several_questions_of_one_message_are_answered_one_by_one() {
    let place = Place::new();
    let both = format!("Hi! {FERRY} And who was the clock museum founded by? Thanks!");
    for call in [
        place.quoth(["ask", &both]),
        place.quoth([]).input(both.clone()),
        place.quoth(["repl"]).input(both.clone()),
    ] {
        let said = call.done().exits(0).stdout;
        let (first, second) = said.split_once("\n1. The clock museum").unwrap();
        assert!(first.contains("1. It carries 240 passengers"), "{said}");
        assert!(second.contains("Hester Brandt"), "{said}");
    }
    let chat = json!({"chat": "a", "question": both}).to_string();
    let answers = place.answers([both.as_str(), chat.as_str(), FERRY]);
    for answer in &answers[..2] {
        assert_eq!(answer["question"], FERRY);
        let then = answer["then"].as_array().unwrap();
        assert_eq!(then.len(), 1);
        assert!(first(&then[0]).contains("Hester"));
    }
    assert!(answers[2].get("then").is_none());
}

#[test]
fn a_doubt_gets_the_evidence_with_its_confidence() {
    let place = Place::new();
    let call = place.quoth([]).input(format!("{MUSEUM}\nare you sure?"));
    let said = call.done().exits(0).stdout.replace('\n', " ");
    assert!(said.contains("% sure of the first quote"), "{said}");
    assert_eq!(
        said.matches("1. The clock museum was founded by").count(),
        2,
        "{said}"
    );
    let line = |question: &str| json!({"chat": "a", "question": question}).to_string();
    let lines = [line(MUSEUM), line("really?")];
    let answers = place.answers(lines.iter().map(String::as_str));
    assert_eq!(answers[1]["searched_for"], MUSEUM);
    assert_eq!(answers[1]["confidence"], answers[0]["confidence"]);
    assert_eq!(answers[1]["quotes"], answers[0]["quotes"]);
}

#[test]
fn talk_about_quoth_is_answered_in_words_on_every_front_end() {
    let place = Place::new();
    for (message, wanted) in [
        ("What documents do you have?", "clubs.txt"),
        ("how many documents do you have", "3 documents"),
        ("What can you do?", "in plain words"),
        ("Who made you?", "a program that quotes documents"),
        ("summarise the clubs", "no summaries"),
        ("What do you think of the museum?", "no opinions"),
    ] {
        let said = place.ask(message).exits(1).stdout.replace('\n', " ");
        assert!(said.contains(wanted), "{message}: {said}");
        let answer = place.answer(message);
        assert_eq!(answer["status"], "abstained");
        assert_eq!(answer["reason"], "small_talk");
        assert!(
            answer["said"].as_str().unwrap().contains(wanted),
            "{answer}"
        );
    }
}

#[test]
fn question_words_of_other_languages_are_never_missing() {
    let place = Place::new();
    place.put(
        "corpus/kino.txt",
        "Кинотеатр открывается в полдень. Билет стоит 300 рублей.\n",
    );
    for (question, wanted) in [
        ("Когда открывается кинотеатр?", "полдень"),
        ("Здравствуйте! Сколько стоит билет?", "300"),
    ] {
        let answer = place.answer(question);
        assert_eq!(answer["missing"], json!([]));
        assert!(first(&answer).contains(wanted), "{answer}");
    }
}

#[test]
fn a_question_without_its_subject_is_tried_in_the_document_quoted_last() {
    let place = Place::new();
    let lines = [
        "Who is the manager of Valley United?",
        "What are the shirts?",
    ];
    let done = place.quoth([]).input(lines.join("\n")).done();
    done.exits(0).shows(&["green and white shirts"]);
}

#[test]
fn a_decline_says_what_the_documents_speak_of_and_what_they_answer() {
    let place = Place::empty();
    place.put(
        "corpus/ministers.md",
        "# Ministers\n\nTomas Reyle is the fisheries minister of Aldermere. He met the skippers in May.\n\nThe Harbour Act was signed in 1923. The Mole was built in 1804.\n\nThe code E-401 means that the guard is open.\n",
    );
    let answer = place.answer("What does the code E-402 mean?");
    assert_eq!(answer["status"], "abstained", "{answer}");
    assert_eq!(answer["doubts"][0]["stated"], "E-401", "{answer}");
    assert_eq!(answer["missing"], json!([]));
    let question = "How many pages does the Harbour Act have?";
    let answer = place.answer(question);
    assert_eq!(answer["status"], "abstained", "{answer}");
    let suggested = "When was the Harbour Act signed?";
    assert_eq!(answer["instead"], json!([suggested]));
    let shown = place.ask(question).stdout;
    assert!(!shown.contains("not an answer"), "{shown}");
    assert!(shown.contains(suggested), "{shown}");
}

#[test]
fn a_doubt_about_a_decline_is_looked_at_again() {
    let place = Place::new();
    let lines = [
        json!({"chat": 1, "question": "Which zeppelin did the captain crash in Patagonia?"}),
        json!({"chat": 1, "question": "are you sure?"}),
    ];
    let answers = lines.each_ref().map(Value::to_string);
    let answers = place.answers(answers.iter().map(String::as_str));
    assert_eq!(answers[1]["status"], "abstained");
    assert_eq!(answers[1]["searched_for"], lines[0]["question"]);
    assert_eq!(answers[1]["closest"], answers[0]["closest"]);
}
