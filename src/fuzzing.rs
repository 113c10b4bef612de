//! What must hold for every input, however damaged: the targets of
//! `cargo fuzz run TARGET`.
//!
//! A target takes bytes from anywhere and panics where something is not as it
//! must be. What a module keeps to itself is checked beside it, in its own
//! `fuzzing`. The folder `fuzz` has libFuzzer look for such bytes, starting
//! from the samples in `fuzz/seeds`; a test takes those samples and damaged
//! copies of them.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a target that cannot go on has found something"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Instant;

use tempfile::TempDir;

use crate::Quoth;
use crate::answer::{self, Quote, Settings};
use crate::chat::conversation::{Conversations, Said};
use crate::chat::{explanation, json, telegram, text};
use crate::config::fuzzing::settings;
use crate::corpus::fuzzing::{document, packaged, sentences};
use crate::index::fuzzing::kept_record;
use crate::ingest::Origin;
use crate::ingest::extraction::fuzzing::extraction;
use crate::script::Script;
use crate::wording::Wording;

type Target = fn(&[u8]);

/// The parts that the archives of these formats are made of.
const DOCX: &str = "word/document.xml word/styles.xml word/footnotes.xml docProps/core.xml";
const ODT: &str = "content.xml styles.xml meta.xml META-INF/manifest.xml";
const XLSX: &str = "\
    xl/workbook.xml xl/_rels/workbook.xml.rels xl/sharedStrings.xml xl/styles.xml xl/a.xml \
    xl/b.xml docProps/core.xml";
const PPTX: &str = "\
    ppt/presentation.xml ppt/_rels/presentation.xml.rels ppt/slides/a.xml \
    ppt/slides/_rels/a.xml.rels ppt/slides/b.xml ppt/notes.xml";
const EPUB: &str = "\
    META-INF/container.xml book.opf contents.xml a.xhtml b.xhtml META-INF/encryption.xml";

/// Each target with its name.
const TARGETS: &[(&str, Target)] = &[
    ("plain_text", |data| document("a.txt", data)),
    ("markdown", |data| document("a.md", data)),
    ("mdx", |data| document("a.mdx", data)),
    ("rst", |data| document("a.rst", data)),
    ("asciidoc", |data| document("a.adoc", data)),
    ("org", |data| document("a.org", data)),
    ("log", |data| document("a.log", data)),
    ("pdf", |data| document("a.pdf", data)),
    ("docx", |data| packaged("a.docx", DOCX, data)),
    ("odt", |data| packaged("a.odt", ODT, data)),
    ("xlsx", |data| packaged("a.xlsx", XLSX, data)),
    ("ods", |data| packaged("a.ods", "content.xml", data)),
    ("pptx", |data| packaged("a.pptx", PPTX, data)),
    ("odp", |data| packaged("a.odp", "content.xml", data)),
    ("rtf", |data| document("a.rtf", data)),
    ("html", |data| document("a.html", data)),
    ("epub", |data| packaged("a.epub", EPUB, data)),
    ("fb2", |data| document("a.fb2", data)),
    ("email", |data| document("a.eml", data)),
    ("mbox", |data| document("a.mbox", data)),
    ("csv", |data| document("a.csv", data)),
    ("tsv", |data| document("a.tsv", data)),
    ("json", |data| document("a.json", data)),
    ("notebook", |data| document("a.ipynb", data)),
    ("subtitles", |data| document("a.srt", data)),
    ("sentences", sentences),
    ("query", |data| {
        answer::fuzzing::query(data, &CORPUS.1.index());
    }),
    ("question", question),
    ("conversation", conversation),
    ("telegram_html", telegram::fuzzing::html),
    ("telegram_update", telegram::fuzzing::update),
    ("kept_record", kept_record),
    ("kept_index", kept_index),
    ("extraction", extraction),
    ("settings", settings),
    ("script", |data| {
        let _ = Script::of(&String::from_utf8_lossy(data));
    }),
];

/// Runs the target of that name.
///
/// # Panics
///
/// Where what must hold does not, or there is no such target.
pub fn run(name: &str, data: &[u8]) {
    let found = TARGETS.iter().find(|(own, _)| *own == name);
    let Some((_, target)) = found else {
        panic!("there is no target {name}");
    };
    target(data);
}

/// Documents that questions are asked about, with everything in them that is treated in its own way.
const DOCUMENTS: &[(&str, &str)] = &[
    (
        "harbour.md",
        "---\ntitle: The harbour\ndate: 2024-05-01\n---\n# Port Ellery\n\nThe *World Ferry Union* (WFU) met in Port Ellery on 3 May 2023. Anna Brandt, the harbour master, said that the harbour needs a second crane.\n\n## Fares\n\n- The night ferry costs 12 pounds.\n- The day ferry costs 7 pounds, or 5% less in winter.\n",
    ),
    (
        "museum.txt",
        "The Clock Museum was founded in 1923 by Ines Marlow. It closed in 1971 because its roof had fallen in.\n\nPeru has sent 300 visitors to the Tide Museum. Chile has sent 20 visitors.\n\nThe night ferry costs 14 pounds.\n",
    ),
    (
        "boats.csv",
        "boat,fare,built\nHeron,3 crowns,1931\nGull,4 crowns,1950\n",
    ),
];

/// What one of them answers.
const QUESTION: &str = "Who founded the Clock Museum?";

/// A folder of these documents, and an index of them.
static CORPUS: LazyLock<(TempDir, Quoth)> = LazyLock::new(|| {
    let folder = documents();
    let quoth = open(Origin::in_memory(&[folder.path().to_owned()]));
    (folder, quoth)
});

fn documents() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, text) in DOCUMENTS {
        fs::write(folder.path().join(name), text).expect("a document can be written");
    }
    folder
}

/// Without the network, which takes numbers that were made of words.
fn open(origin: Origin) -> Quoth {
    let settings = Settings {
        reader: false,
        ..Settings::default()
    };
    Quoth::open(origin, settings, |_| {}).expect("the documents can be asked")
}

/// A question is answered, whatever it is, with quotes that stand where they say.
fn question(data: &[u8]) {
    let question = String::from_utf8_lossy(data);
    let quoth = &CORPUS.1;
    let (answer, explained) = quoth.explain(&question, 3).expect("the index answers");
    stand(quoth, answer.outcome.shown());
    let _ = text::answer(&answer, screen(Wording::ENGLISH));
    let _ = json::explained(&answer, explained.as_ref());
    let _ = explanation::text(&answer, explained.as_ref(), 80);
}

/// Each line is said in one chat; what is replied can be shown in every way.
fn conversation(data: &[u8]) {
    let messages = String::from_utf8_lossy(data);
    let (chats, now) = (Conversations::default(), Instant::now());
    for message in messages.lines().take(4) {
        let reply = chats.say(&CORPUS.1, Wording::ENGLISH, "1", message, None, now);
        let said = reply.expect("the index answers").said;
        match &said {
            Said::Answer { answer, .. } | Said::Evidence(answer) => {
                stand(&CORPUS.1, answer.outcome.shown());
            }
            Said::More { quotes, .. } => stand(&CORPUS.1, quotes),
            Said::Excerpt { .. } | Said::Told(_) | Said::Nothing(_) => {}
        }
        let _ = json::replies(&[(message.to_owned(), said.clone())], None);
        for wording in Wording::all() {
            let _ = text::reply(&said, screen(wording));
            telegram::fuzzing::reply(wording, &said);
        }
    }
}

fn screen(wording: Wording) -> text::Screen {
    text::Screen { wording, width: 80 }
}

/// Quotes are slices of their documents.
fn stand(quoth: &Quoth, quotes: &[Quote]) {
    for citation in quotes.iter().flat_map(|quote| &quote.citations) {
        let place = citation.place();
        let document = quoth.index().document(&place.document);
        let document = document.expect("the index answers").expect("it is there");
        let excerpt = answer::excerpt(&document, &place, answer::Extent::Passage);
        assert!(excerpt.is_some_and(|it| it.sentences.iter().any(|it| it.is_quote)));
    }
}

/// Files, each with its path and its content.
type Files = Vec<(PathBuf, Vec<u8>)>;

/// An index on disk, as its files' paths and contents, and the folder of its documents.
static KEPT: LazyLock<(TempDir, Files)> = LazyLock::new(|| {
    let (folder, data) = (
        documents(),
        tempfile::tempdir().expect("a folder can be made"),
    );
    drop(open(kept_in(data.path(), folder.path())));
    let mut files = Files::new();
    collect(data.path(), data.path(), &mut files);
    files.sort_unstable();
    (folder, files)
});

fn kept_in(data: &Path, documents: &Path) -> Origin {
    Origin {
        data: Some(data.to_owned()),
        ..Origin::in_memory(&[documents.to_owned()])
    }
}

fn collect(below: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).expect("a folder of ours can be read") {
        let path = entry.expect("a folder of ours can be read").path();
        if path.is_dir() {
            collect(below, &path, files);
        } else {
            let content = fs::read(&path).expect("a file of ours can be read");
            let name = path.strip_prefix(below).expect("it is below");
            files.push((name.to_owned(), content));
        }
    }
}

/// Questions are answered as if nothing had happened where a file of the kept
/// index is damaged: the first byte says which, the next three how many bytes
/// of it are replaced, and from where on; the rest is put there.
fn kept_index(data: &[u8]) {
    let &[number, count, high, low, ref put @ ..] = data else {
        return;
    };
    let (documents, files) = &*KEPT;
    let folder = tempfile::tempdir().expect("a folder can be made");
    let damaged = usize::from(number) % files.len();
    for (place, (name, content)) in files.iter().enumerate() {
        let mut content = content.clone();
        if place == damaged {
            let start = usize::from(u16::from_be_bytes([high, low])).min(content.len());
            let end = match count {
                u8::MAX => content.len(),
                count => (start + usize::from(count)).min(content.len()),
            };
            content.splice(start..end, put.iter().copied());
        }
        let path = folder.path().join(name);
        let parent = path.parent().expect("it is in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }
    let quoth = open(kept_in(folder.path(), documents.path()));
    let (answer, _) = quoth.explain(QUESTION, 1).expect("the index answers");
    stand(&quoth, answer.outcome.shown());
    let (whole, _) = CORPUS.1.explain(QUESTION, 1).expect("the index answers");
    assert_eq!(format!("{answer:?}"), format!("{whole:?}"));
}

#[cfg(test)]
mod tests;
