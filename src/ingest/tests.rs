//! An index through the changes of its folder, and through starts and ends of its process.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::answer::{self, Settings};
use crate::chat::json;
use crate::corpus::files;
use crate::index::Index;

#[cfg(unix)]
mod failing;
mod keeping;

const FERRY: &str = "The night ferry to Port Ellery sails at nine. Its captain is Anna Brandt.";
const MUSEUM: &str = "The Clock Museum of Aldermere shows 1,400 clocks. Hester Vale founded it.";
const QUESTIONS: &[&str] = &[
    "When does the night ferry sail?",
    "Who founded the Clock Museum?",
    "How many clocks does the museum show?",
    "Who is the captain of the ferry to Port Ellery?",
    "What does the TCA stand for?",
    "How many passengers does the tram carry?",
];

/// Folders of documents and of what is kept, which end with the test.
struct Place {
    documents: TempDir,
    data: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            documents: TempDir::new().unwrap(),
            data: TempDir::new().unwrap(),
        };
        place.put("ferry.txt", FERRY);
        place.put("museum.md", MUSEUM);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.documents.path().join(name)
    }

    /// Writes a file as it may have been for an hour.
    fn put(&self, name: &str, text: &str) {
        self.write(name, text, SystemTime::now() - Duration::from_hours(1));
    }

    fn write(&self, name: &str, text: &str, modified: SystemTime) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(modified).unwrap();
    }

    fn origin(&self, data: Option<&Path>) -> Origin {
        Origin {
            data: data.map(Path::to_owned),
            ..Origin::in_memory(&[self.documents.path().to_owned()])
        }
    }

    fn kept(&self) -> Library {
        Library::open(self.origin(Some(self.data.path()))).unwrap()
    }

    /// Everything that can be seen of a fresh index.
    fn fresh(&self) -> String {
        let mut library = Library::open(self.origin(None)).unwrap();
        seen(&index(&mut library))
    }
}

fn look(library: &mut Library) -> library::Refreshed {
    library.refresh(true, |_| {}).unwrap()
}

/// The index after looking at the files; it must be a new one.
fn index(library: &mut Library) -> Index {
    look(library).index.unwrap()
}

/// How many files were read to come to this index.
fn read(library: &mut Library) -> usize {
    let mut files = 0;
    let refreshed = library.refresh(true, |progress| files = progress.files);
    refreshed.unwrap();
    files
}

/// Everything that can be seen of an index: what was read, what was not, and answers.
fn seen(index: &Index) -> String {
    let answers = QUESTIONS.iter().map(|question| {
        let settings = Settings::default();
        let (answer, explanation) = answer::explain(index, question, settings, 9).unwrap();
        format!("{}\n", json::explained(&answer, explanation.as_ref()))
    });
    let answers: String = answers.collect();
    let skipped = index.contents().unwrap().skipped;
    let sources = json::sources(&index.sources().unwrap(), &skipped);
    format!("{sources}\n{answers}")
}

#[test]
fn what_changes_is_seen_and_nothing_else_is_read() {
    let place = Place::new();
    let mut library = place.kept();
    assert_eq!(read(&mut library), 2);
    assert!(look(&mut library).index.is_none(), "nothing has changed");

    place.put("ferry.txt", "The night ferry to Port Ellery sails at ten.");
    let changed = index(&mut library);
    assert!(seen(&changed).contains("sails at ten") && !seen(&changed).contains("at nine"));

    fs::rename(place.path("museum.md"), place.path("clocks.md")).unwrap();
    let renamed = seen(&index(&mut library));
    assert!(renamed.contains("clocks.md") && !renamed.contains("museum.md"));

    fs::remove_file(place.path("clocks.md")).unwrap();
    let removed = index(&mut library);
    assert_eq!(removed.contents().unwrap().documents, 1);
    assert_eq!(seen(&removed), place.fresh());
    place.put("new/folder/museum.md", MUSEUM);
    assert!(seen(&index(&mut library)).contains("1,400 clocks"));
}

#[test]
fn an_index_that_has_lived_through_changes_answers_as_a_fresh_one() {
    const TEXTS: &[&str] = &[
        FERRY,
        MUSEUM,
        "The Tram Club of Aldermere (TCA) runs 12 trams. Each tram carries 90 passengers.",
        "The night ferry to Port Ellery sails at ten, said Captain Anna Brandt.",
        "Tariff Control Authority staff met. The TCA said nothing of clocks.",
        "Founder Hester Vale of the Clock Museum sailed to Port Ellery. She founded it in 1904.",
        "Museums show clocks; a clock shows the time.",
        "",
    ];
    const NAMES: &[&str] = &["a.txt", "b.md", "c/d.txt", "e.txt", "f.md", "g.tsv"];
    let place = Place::new();
    let mut library = place.kept();
    // A fixed row of numbers that look random (the constants are Knuth's MMIX generator).
    let mut state: u64 = 42;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for round in 0..60 {
        for _ in 0..=random(3) {
            let name = NAMES[random(NAMES.len())];
            match random(4) {
                0 => _ = fs::remove_file(place.path(name)),
                _ => place.put(name, TEXTS[random(TEXTS.len())]),
            }
        }
        if random(6) == 0 {
            drop(library);
            library = place.kept();
        }
        if let Some(index) = look(&mut library).index {
            assert_eq!(seen(&index), place.fresh(), "round {round}");
        }
    }
}

#[test]
fn a_file_that_may_be_half_written_is_left_for_later() {
    let place = Place::new();
    let mut library = place.kept();
    index(&mut library);
    place.write("ferry.txt", "The ni", SystemTime::now());
    let refreshed = look(&mut library);
    assert!(refreshed.index.is_none() && !refreshed.is_settled);
    // A time to come says nothing of how long ago that was.
    let hour = SystemTime::now() + Duration::from_hours(1);
    place.write("ferry.txt", "The night ferry sails.", hour);
    let refreshed = look(&mut library);
    assert!(refreshed.index.is_some() && refreshed.is_settled);
}

#[test]
fn documents_of_one_name_are_told_apart() {
    let place = Place::new();
    place.put("south/ferry.txt", "The south ferry sails at ten.");
    place.put("ferry.txt", "The north ferry sails at nine.");
    let (all, south) = (place.documents.path(), place.path("south"));
    let other = TempDir::new().unwrap();
    let west = other.path().join("ferry.txt");
    fs::write(west, "The west ferry sails at two.").unwrap();
    fs::create_dir(other.path().join("south")).unwrap();
    let roots = [all.to_owned(), south, other.path().to_owned()];
    let mut library = Library::open(Origin::in_memory(&roots)).unwrap();
    let index = library.refresh(false, |_| {}).unwrap().index.unwrap();
    let sources = index.sources().unwrap();
    let names: BTreeSet<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!((sources.len(), names.len()), (4, 4), "{names:?}");
    let again = library.refresh(false, |_| {}).unwrap();
    assert!(again.index.is_none(), "nothing has changed");
}

#[cfg(unix)]
#[test]
fn a_root_may_be_a_link_to_a_folder() {
    let place = Place::new();
    let link = place.data.path().join("link");
    std::os::unix::fs::symlink(place.documents.path(), &link).unwrap();
    let mut library = Library::open(Origin::in_memory(&[link])).unwrap();
    let contents = index(&mut library).contents().unwrap();
    assert_eq!((contents.documents, contents.skipped.len()), (2, 0));
}

#[test]
fn a_folder_that_is_gone_changes_nothing() {
    let place = Place::new();
    let quoth = crate::Quoth::open(place.origin(None), Settings::default(), |_| {}).unwrap();
    let before = quoth.index();
    fs::rename(place.documents.path(), place.data.path().join("away")).unwrap();
    assert!(quoth.refresh().is_err());
    assert!(Arc::ptr_eq(&before, &quoth.index()));
    fs::rename(place.data.path().join("away"), place.documents.path()).unwrap();
    assert!(quoth.refresh().unwrap());
}

#[test]
fn a_file_that_is_too_large_is_skipped_with_its_reason() {
    let place = Place::new();
    let file = fs::File::create(place.path("large.txt")).unwrap();
    file.set_len(files::LARGEST + 1).unwrap();
    let earlier = SystemTime::now() - Duration::from_hours(1);
    file.set_modified(earlier).unwrap();
    let mut library = place.kept();
    let skipped = index(&mut library).contents().unwrap().skipped;
    let reasons: Vec<&str> = skipped.iter().map(|it| it.reason.as_str()).collect();
    assert_eq!(reasons, ["larger than 64 MB"]);
    assert!(look(&mut library).index.is_none(), "told once");
    fs::remove_file(place.path("large.txt")).unwrap();
    assert!(look(&mut library).index.is_some());
}

#[test]
fn a_large_document_is_read_as_any_other() {
    let place = Place::new();
    let sentence = |line: usize| {
        format!("Report {line} of the tram club says that line {line} carries {line} people.\n\n")
    };
    place.put("large.txt", &(0..40_000).map(sentence).collect::<String>());
    let seen_with = |memory| {
        let origin = Origin {
            memory,
            ..place.origin(None)
        };
        let mut library = Library::open(origin).unwrap();
        let index = index(&mut library);
        let settings = Settings::default();
        let question = "How many people does line 31234 of the tram club carry?";
        let answer = answer::answer(&index, question, settings).unwrap();
        format!("{}{}", seen(&index), json::explained(&answer, None))
    };
    let seen = seen_with(LEAST_MEMORY);
    assert!(seen.contains("carries 31234 people"));
    assert_eq!(seen, seen_with(1024 * 1024 * 1024));
}

#[test]
fn a_document_that_cannot_be_taken_apart_is_left_out_alone() {
    let place = Place::new();
    let fault = crate::index::FAULT;
    place.put("small.txt", &format!("The tram carries {fault}.\n"));
    // Few words, so that it takes little time.
    let word = "tram".repeat(250);
    let long = format!("The {word} carries ninety people.\n\n").repeat(LEAST_MEMORY / 32_000);
    place.put("large.txt", &format!("{long}Then {fault}.\n"));
    let origin = Origin {
        memory: LEAST_MEMORY,
        ..place.origin(None)
    };
    let mut library = Library::open(origin).unwrap();
    let found = index(&mut library);
    let skipped = found.contents().unwrap().skipped.into_iter();
    let reasons: Vec<(String, String)> = skipped.map(|it| (it.name, it.reason)).collect();
    let reason = "reading it failed by a fault of Quoth's";
    let told = |name: &str| (name.to_owned(), reason.to_owned());
    assert_eq!(reasons, [told("large.txt"), told("small.txt")]);
    // No passage of them is left to be found.
    let known = found.statistics(&crate::index::Asked {
        words: vec![word.clone(), "ferry".to_owned()],
        ..Default::default()
    });
    let known = known.unwrap();
    assert!(known.has("ferry") && !known.has(&word));
    assert_eq!(found.contents().unwrap().documents, 2);
}

#[test]
fn what_is_kept_answers_before_its_files_are_looked_at() {
    let place = Place::new();
    drop(index(&mut place.kept()));
    place.put("tram.txt", "The tram carries 90 passengers.");
    let origin = place.origin(Some(place.data.path()));
    let quoth = crate::Quoth::open_kept(origin, Settings::default(), |_| {}).unwrap();
    assert_eq!(quoth.index().contents().unwrap().documents, 2);
    assert!(quoth.refresh().unwrap());
    assert_eq!(quoth.index().contents().unwrap().documents, 3);
}
